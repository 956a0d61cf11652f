//! Motions and votes with everything that they may have, and what they may come to.

use super::*;

/// The meeting of this record.
pub(crate) fn voted() -> Vec<Entry> {
    let mut desk = Desk::new();
    desk.turn(Turning::Sitting { to: Sitting::Sitting });
    desk.turn(Turning::Item { item: Some(desk.items[9].clone()) });
    let (first, second, third) = (desk.people[0].clone(), desk.people[1].clone(), desk.people[2].clone());
    let room = Circumstances {
        presiding: Some(first.clone()),
        present: 3,
        entitled: 3,
        members: 13,
        seats: 13,
        not_members: vec![second.clone()],
        ..Circumstances::default()
    };
    let version = |words: &str| Version { words: words.into(), at: began() };
    let vote = |person: &PersonId, way| Vote { person: person.clone(), way };
    let take = Take {
        votes: vec![vote(&first, Way::For), vote(&second, Way::For), vote(&third, Way::Against)],
        majority: Some(Majority { name: "most".into(), of: 1, over: 10, more_than: false, base: Of::Members }),
        not_entitled: vec![third.clone()],
        asked_by: vec![first.clone(), third.clone()],
        ..Take::uncounted(Method::Names, true, room.clone())
    };
    let motion = Motion {
        mover: Some(first.clone()),
        verb: Some(Verb::Defer),
        versions: vec![version("That the report be deferred to the next meeting")],
        takes: vec![take],
        fate: Fate::Carried,
        ..Motion::new(Proposal::Substantive)
    };
    let motion = desk.record(9, Content::Motion(motion));
    let onward = Onward { to: None, with: None, due: Some("the next meeting".into()) };
    let decision = Decision {
        verb: Verb::Defer,
        versions: vec![version("That the report be deferred to the next meeting")],
        basis: Some(Basis::Motion { motion }),
        onward: Some(onward),
        also: vec![desk.items[10].clone()],
        dissent: vec![third],
        conditions: vec!["the officers write again".into()],
        ..Decision::default()
    };
    desk.record(9, Content::Decision(decision));
    let versions = vec![version("That a letter be sent")];
    let not_put = Motion { versions, fate: Fate::NotPut, ..Motion::new(Proposal::Substantive) };
    desk.record(9, Content::Motion(not_put));
    desk.drawn();
    // Every record here has a private part.
    for text in ["count again", "who seconded", "a name plate", "ring the council"] {
        desk.record(8, Content::Note(Note { text: text.into() }));
    }
    desk.entries
}

impl Desk {
    /// An election that a lot settled.
    fn drawn(&mut self) {
        let office = Office::ViceChair;
        let nominees = [self.people[0].clone(), self.people[1].clone()];
        let nominations: Vec<FactId> = nominees
            .iter()
            .map(|nominee| {
                let proposal = Proposal::Appointment { office, nominee: nominee.clone(), absent: false };
                self.record(1, Content::Motion(Motion::new(proposal)))
            })
            .collect();
        let room = Circumstances { present: 2, entitled: 2, ..Circumstances::default() };
        let counts = nominations.iter().map(|&motion| Count { motion, votes: 1 }).collect();
        let rounds = vec![Round { by_lot: true, counts, casting: None, ..self.round(nominations[0], &room) }];
        let [elected, _] = nominees;
        let election = Election { office, nominations, presiding: None, rounds, elected: Some(elected) };
        self.record(1, Content::Election(election));
    }
}
