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
