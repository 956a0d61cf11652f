//! Business without the public: its exclusion, what it leaves to be read, and redactions.

use quorate::meeting::agenda::{AgendaItem, PRIVATE_TITLE};
use quorate::meeting::command::{Command, Private, When};
use quorate::meeting::event::{Entry, Event, Old, Sitting, Turning};
use quorate::meeting::fact::*;
use quorate::meeting::id::{FactId, ItemId};

use super::{Desk, added, began};

/// Business without the public, with all that belongs to it.
pub(crate) fn private() -> Vec<Entry> {
    let mut desk = Desk::new();
    desk.turn(Turning::Sitting { to: Sitting::Sitting });
    desk.without_the_public();
    desk.entries
}

impl Desk {
    fn without_the_public(&mut self) {
        let business = |item: Option<ItemId>, part: Option<&str>, paragraphs: &[Paragraph]| Business {
            item,
            part: part.map(str::to_owned),
            paragraphs: paragraphs.to_vec(),
        };
        let (item, other) = (self.items[8].clone(), self.items[9].clone());
        let several = vec![
            business(Some(item.clone()), None, &Paragraph::ALL[..4]),
            business(Some(other.clone()), Some("the appendix"), &Paragraph::ALL[4..]),
        ];
        let rest = vec![business(None, None, &[])];
        let grounds = [
            Ground::NotExcluded,
            Ground::Confidential { because: Some(Confidence::Department) },
            Ground::Confidential { because: Some(Confidence::Law) },
        ];
        for ground in grounds {
            let (mover, seconder, business) = (None, None, rest.clone());
            self.record(8, Content::Exclusion(Exclusion { ground, business, mover, seconder, tested: false }));
        }
        self.turn(Turning::Item { item: Some(item.clone()) });
        let (mover, seconder) = (Some(self.people[0].clone()), Some(self.people[1].clone()));
        let exclusion = Exclusion { ground: Ground::Exempt, business: several, mover, seconder, tested: true };
        self.record(8, Content::Exclusion(exclusion));
        self.turn(Turning::Room { to: Audience::Private });
        let basis = Some(Basis::Declared { method: Method::Assent, room: Circumstances::default() });
        let version = Version { words: "The Panel *AGREED* to let it.".into(), at: began() };
        let decided = Decision { basis, versions: vec![version], ..Decision::default() };
        let decided = self.record(8, Content::Decision(decided));
        let (text, standing) = ("Sign it".to_owned(), Standing::Open);
        self.record(8, Content::Action(Action { text, owner: None, due: None, from: None, standing }));
        let title = Some("A contract was let.".to_owned());
        let (item, what) = (item.clone(), Restricted::Decision);
        self.entry(vec![Event::Stub { of: decided, item, what, title, withdrawn: false }]);
        let hidden = AgendaItem { title: PRIVATE_TITLE.into(), ..added() };
        let named = Event::ItemTitle { item: hidden.id.clone(), title: "A dismissal".into() };
        let id = hidden.id.clone();
        self.entry(vec![Event::ItemAdded { item: Box::new(hidden), parent: None, index: 3 }, named]);
        self.entry(vec![Event::PublicTitle { item: id, title: "Staffing".into() }]);
        let text = "The terms of a contract were considered.".to_owned();
        self.record(8, Content::Passage(Passage { kind: PassageKind::Summary, text, ..Passage::default() }));
        self.turn(Turning::Room { to: Audience::Public });
        self.record(8, Content::Readmission);
        for (old, text) in [(Old::Kept, "one"), (Old::Disposed, "two")] {
            let turn = Turn { speaker: Speaker::None, text: format!("Public by mistake, {text}.") };
            let id = self.record(9, Content::Point(Point { turns: vec![turn], ..Point::default() }));
            self.redact(id, old);
        }
    }

    fn redact(&mut self, id: FactId, old: Old) {
        let redact = Private::Redact { events: vec![id], because: "the public was out".into(), old };
        let when = When { now: self.now(), at: None };
        let decided = self.meeting.decide(&Command::Private(redact), when).unwrap();
        self.entry(decided.events);
        let redaction = self.entries.last().unwrap().clone();
        for entry in &mut self.entries {
            if let Some(after) = entry.after(&redaction) {
                *entry = after;
            }
        }
    }
}
