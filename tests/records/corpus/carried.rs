//! What goes from one meeting to the next: actions under review with where they are from, and the rules for agendas.

use quorate::meeting::agenda::{Origin, Pledge, Report, Topic};
use quorate::meeting::body::StandingItems;

use super::*;

/// A meeting that reviews what two earlier ones left.
pub(crate) fn carried() -> Vec<Entry> {
    let mut desk = Desk::new();
    let day = |month, day| NaiveDate::from_ymd_opt(2023, month, day).unwrap();
    let origin = |pledge, fact: Option<FactId>| Origin {
        meeting: day(2, 1),
        time: fact.and_then(|_| chrono::NaiveTime::from_hms_opt(14, 0, 0)),
        fact,
        pledge,
        minute: Some("52(11)".into()),
        item: Some("Precept".into()),
        text: "circulate the plan".into(),
    };
    let plan = Topic {
        title: "The plan".into(),
        owner: Some("the Commissioner".into()),
        due: Some("next meeting".into()),
        standing: Standing::InHand,
        origin: Some(origin(Pledge::Undertaking, Some(FactId::new(112, 0)))),
        reports: vec![
            Report { meeting: day(3, 15), text: "It was being written.".into(), standing: Some(Standing::InHand) },
            Report { meeting: day(3, 16), text: "The Chair had asked again.".into(), standing: None },
        ],
    };
    let letter = Topic { origin: Some(origin(Pledge::Recommendation, None)), ..Topic::titled("The letter") };
    if let Some(Event::Opened(opened)) = desk.entries.first_mut().and_then(|entry| entry.public.first_mut()) {
        let rules = &mut opened.body.rules;
        rules.yearly_numbers = Some(true);
        rules.standing_items = Some(StandingItems {
            before: vec!["Apologies for Absence".into()],
            after: vec!["Meeting Dates and Agenda Plan".into()],
            annual_before: vec!["Election of Chair".into()],
            annual_after: vec!["Rules of Procedure".into()],
        });
        opened.agenda.items[5].kind = ItemKind::Review { topics: vec![plan, letter] };
    }
    for text in ["ask for the letter", "ring the author", "count again", "thank them"] {
        desk.record(8, Content::Note(Note { text: text.into() }));
    }
    desk.turn(Turning::Sitting { to: Sitting::Sitting });
    for (topic, text, standing) in
        [("The plan", "It was circulated.", Some(Standing::Done)), ("The letter", "It was on its way.", None)]
    {
        let update = Update { topic: topic.into(), text: text.into(), standing };
        desk.record(5, Content::Update(update));
    }
    desk.entries
}
