//! Who came and went in every way, who sat for whom, and who presided.

use quorate::meeting::fact::{Held, Tenure};
use quorate::meeting::id::SeatId;

use super::*;

/// The meeting of this record.
pub(crate) fn attended() -> Vec<Entry> {
    let mut desk = Desk::new();
    for person in desk.people.clone().into_iter().take(6) {
        desk.turn(Turning::Presence { person, to: Presence::Present, because: None });
    }
    let officer = PersonId::from("webb");
    let because = Some("on other council business".into());
    desk.turn(Turning::Presence { person: officer, to: Presence::Apologies, because });
    desk.turn(Turning::Public { count: 14 });
    desk.turn(Turning::Sitting { to: Sitting::Sitting });
    desk.turn(Turning::Item { item: Some(desk.items[0].clone()) });
    desk.moves();
    desk.chair();
    desk.seats();
    for text in ["ask for the form", "who was that", "a name plate", "ring the council"] {
        desk.record(8, Content::Note(Note { text: text.into() }));
    }
    desk.entries
}

impl Desk {
    fn moves(&mut self) {
        for moved in [Move::Disconnected, Move::Reconnected, Move::Left] {
            let person = self.people[1].clone();
            let to = if moved.is_away() { Presence::Left } else { Presence::Present };
            let manner = (moved == Move::Left).then(|| "in protest".to_owned());
            let item = self.items[0].clone();
            let index = self.meeting.state().item(&item).unwrap().facts.len();
            let movement = Movement { manner, ..Movement::new(moved, vec![person.clone()]) };
            let at = Moment { anchor: self.meeting.next(), time: self.now() };
            let turning = Turning::Presence { person, to, because: None };
            self.entry(vec![
                Event::Turned { at, turning },
                Event::Recorded { item, index, content: Content::Movement(movement) },
            ]);
        }
    }

    fn chair(&mut self) {
        let (first, second) = (self.people[0].clone(), self.people[2].clone());
        let during = Some(self.items[0].clone());
        self.turn(Turning::Presiding { person: Some(first.clone()), during: None });
        self.turn(Turning::Presiding { person: Some(second.clone()), during: during.clone() });
        self.record(0, Content::Tenure(Tenure { during, ..Tenure::new(second, Held::InTheChair) }));
        self.turn(Turning::Presiding { person: Some(first.clone()), during: None });
        self.record(1, Content::Tenure(Tenure::new(first.clone(), Held::BackInTheChair)));
        for held in [Held::Accepted, Held::Removed] {
            let tenure = Tenure { office: Some(Office::Chair), ..Tenure::new(first.clone(), held) };
            self.record(1, Content::Tenure(tenure));
        }
    }

    fn seats(&mut self) {
        let seat: SeatId = self.meeting.state().body().seats[0].id.clone();
        let holder = self.meeting.state().body().seats[0].holder.clone().unwrap();
        self.entry(vec![Event::Seated { seat: seat.clone(), holder: None }]);
        let because = Some("she has moved away".to_owned());
        let resigned = Tenure { seat: Some(seat.clone()), because, ..Tenure::new(holder, Held::Resigned) };
        self.record(2, Content::Tenure(resigned));
        self.entry(vec![Event::Person { person: visitor("new", Pronoun::She) }]);
        self.entry(vec![Event::Seated { seat: seat.clone(), holder: Some("new".into()) }]);
        self.record(2, Content::Tenure(Tenure { seat: Some(seat), ..Tenure::new("new".into(), Held::CoOpted) }));
    }
}

/// Somebody who is added to the roll.
pub(super) fn visitor(id: &str, pronoun: Pronoun) -> Person {
    Person {
        id: id.into(),
        name: Name {
            title: "Dr".into(),
            forename: "Ann".into(),
            initials: "A".into(),
            surname: "Visitor".into(),
            letters: "OBE".into(),
        },
        pronoun,
        group: None,
        post: Some("Adviser".into()),
        organisation: Some("Anytown Council".into()),
        called: Some("the Adviser".into()),
        handles: vec![format!("v{id}")],
        usual: false,
        authority: Some("Anytown Council".into()),
        political_group: Some("Independent".into()),
    }
}
