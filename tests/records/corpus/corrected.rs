//! A record of corrections, each with what follows from it.

use super::*;

/// What came with corrections of every part of a fact: presence that follows them, and speakers called by their office.
pub(crate) fn corrected() -> Vec<Entry> {
    let mut desk = Desk::new();
    desk.agenda();
    let turns = [Office::Chair, Office::ViceChair]
        .map(|office| Turn { speaker: Speaker::Office(office), text: "thanked everybody.".into() });
    desk.record(8, Content::Point(Point { turns: turns.to_vec(), ..Point::default() }));
    desk.turned_anew();
    desk.mended();
    desk.entries
}

/// What was corrected because somebody else asked for it.
pub(crate) fn asked() -> Vec<Entry> {
    let mut desk = Desk::new();
    desk.agenda();
    let said = |text: &str| {
        let turn = Turn { speaker: Speaker::Body, text: text.to_owned() };
        Content::Point(Point { turns: vec![turn], ..Point::default() })
    };
    let id = desk.record(8, said("asked about foxes."));
    let by = || Event::Asked { by: "J Webb".to_owned() };
    desk.entry(vec![Event::Changed { id, content: said("asked about hares.") }, by()]);
    desk.entry(vec![Event::Struck { id, because: "asked for by J Webb".to_owned() }, by()]);
    let note = |text: &str| Content::Note(Note { text: text.to_owned() });
    for whom in ["J Webb", "A Lee"] {
        let id = desk.record(8, note(&format!("ring {whom}")));
        desk.entry(vec![Event::Changed { id, content: note(&format!("write to {whom}")) }, by()]);
    }
    desk.entries
}

impl Desk {
    /// A movement with the presence that follows from it, corrected: one person more, and then nobody.
    fn turned_anew(&mut self) {
        let (person, item) = (self.people[0].clone(), self.items[8].clone());
        let at = Moment { anchor: self.meeting.next(), time: self.now() };
        let movement = |people: &[PersonId]| Content::Movement(Movement::new(Move::Left, people.to_vec()));
        let turning = |person: PersonId| Turning::Presence { person, to: Presence::Left, because: None };
        let (who, other) = ([person.clone()], self.people[1].clone());
        let turned = Event::Turned { at, turning: turning(person.clone()) };
        let entry = self.entry(vec![turned, Event::Recorded { item, index: 0, content: movement(&who) }]).entry;
        let id = FactId::new(entry, 1);
        let also = Event::TurnedAnew { id, at, withdrawn: false, turning: turning(other.clone()) };
        self.entry(vec![also, Event::Changed { id, content: movement(&[person.clone(), other.clone()]) }]);
        let gone = Event::TurnedAnew { id, at, withdrawn: true, turning: turning(person) };
        self.entry(vec![gone, Event::Changed { id, content: movement(&[other]) }]);
    }
}
