//! Business of a police and crime panel: precepts, hearings, complaints, and what is decided on them.

use quorate::meeting::panel::{Hearing, POSTS, Precept};

use super::course::added;
use super::*;

/// The meeting of this record.
pub(crate) fn panel() -> Vec<Entry> {
    let mut desk = Desk::new();
    let notified = NaiveDate::from_ymd_opt(2024, 1, 22);
    let year = Some("2024/25".to_owned());
    let (proposed, reserve) = (Some("£13 a year more on band D".to_owned()), true);
    let mut kinds = vec![
        ItemKind::Precept(Precept { year: year.clone(), proposed, notified, revised: false }),
        ItemKind::Precept(Precept { revised: true, ..Precept::default() }),
        ItemKind::Complaints { year, received: Some(2), outcomes: vec!["Both were resolved informally.".into()] },
    ];
    let candidates = vec!["Ada Stone".to_owned(), "Ben Reed".to_owned()];
    kinds.extend(
        POSTS.map(|(.., post)| ItemKind::Hearing(Hearing { post, candidates: candidates.clone(), notified, reserve })),
    );
    kinds.push(ItemKind::Substitutes);
    for (index, kind) in kinds.into_iter().enumerate() {
        let id = format!("panel-{index}").into();
        let item = Box::new(AgendaItem { id, kind, number: None, ..added() });
        let index = desk.items.len() + index;
        desk.entry(vec![Event::ItemAdded { item, parent: None, index }]);
    }
    desk.vetoes();
    desk.entries
}

impl Desk {
    fn vetoes(&mut self) {
        for verb in [Verb::Veto, Verb::VetoTooHigh, Verb::VetoTooLow, Verb::NoDecision] {
            let versions = vec![Version { words: "The Panel *AGREED* so.".into(), at: self.now() }];
            let basis = Some(Basis::Declared { method: Method::Unanimous, room: Circumstances::default() });
            self.record(8, Content::Decision(Decision { verb, versions, basis, ..Decision::default() }));
        }
        let (to, text, reasons) =
            ("the Commissioner".into(), "Publish the reserves".into(), vec!["nobody knows them".into()]);
        self.record(8, Content::Recommendation(Recommendation { to, text, decision: None, reasons }));
        for text in ["count again", "nine are needed", "ask for the letter", "publish it"] {
            self.record(8, Content::Note(Note { text: text.into() }));
        }
    }
}
