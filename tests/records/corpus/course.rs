//! A record of the course of a meeting, and of every kind of decision that came with it.

use super::*;
use quorate::meeting::agenda::ItemFact;

/// What came with passages, pauses, tables, items withdrawn and merged, papers changed in the meeting, handovers, and
/// decisions with parts, conditions and a body that they go on to.
pub(crate) fn course() -> Vec<Entry> {
    let mut desk = Desk::new();
    desk.turn(Turning::Sitting { to: Sitting::Sitting });
    desk.turn(Turning::Clerk { name: "AB".into() });
    desk.items_anew();
    desk.passages();
    desk.pauses();
    desk.onward();
    desk.mended();
    desk.entries
}

impl Desk {
    fn items_anew(&mut self) {
        let added = added();
        let item = added.id.clone();
        self.entry(vec![Event::ItemAdded { item: Box::new(added), parent: None, index: 3 }]);
        let facts = vec![ItemFact { label: "Reference".into(), value: "23/0145/FUL".into() }];
        let paper = Paper { facts, urgency: Some("the deadline is near".into()), ..Paper::default() };
        self.entry(vec![Event::ItemPaper { item: item.clone(), paper: Box::new(paper) }]);
        let because = Some("the figures were not ready".into());
        for state in [ItemState::Withdrawn { because }, ItemState::Merged { into: self.items[3].clone() }] {
            self.entry(vec![Event::ItemState { item: item.clone(), state }]);
        }
    }

    fn passages(&mut self) {
        let bys = [
            Some(Owner::Person(self.people[0].clone())),
            Some(Owner::Party(self.party.clone())),
            Some(Owner::Named("Mrs Ann Hill".into())),
            None,
        ];
        for (kind, by) in PassageKind::ALL.into_iter().zip(bys.into_iter().cycle()) {
            let passage = Passage {
                kind,
                by,
                role: (kind == PassageKind::Speaker).then(|| "objector".into()),
                text: "the matter".into(),
                signatures: (kind == PassageKind::Petition).then_some(214),
                outcome: (kind == PassageKind::Petition).then(|| "referred to the Cabinet".into()),
                items: vec![self.items[9].clone()],
                ended: (kind == PassageKind::Speaker).then(|| self.now()),
            };
            self.record(8, Content::Passage(passage));
        }
        let rows = vec![vec!["Anytown Ltd".into(), "£120.00".into()], vec!["B Smith".into(), "£35.50".into()]];
        self.record(8, Content::Table(Grid { columns: vec!["Payee".into(), "Amount".into()], rows, total: true }));
        let asker = "Councillor Jones".into();
        let (text, answer) = ("What did it cost?".into(), None);
        let question = PublicQuestion {
            statement: false,
            notice: true,
            asker,
            text,
            answer,
            supplementary: None,
            supplementary_answer: None,
        };
        self.record(6, Content::Question(question));
    }

    fn pauses(&mut self) {
        for kind in [PauseKind::Adjourned, PauseKind::Recess, PauseKind::Inquorate] {
            let pause = Pause { kind, until: Some("3 pm".into()), because: Some("of the heat".into()) };
            let at = Moment { anchor: self.meeting.next(), time: self.now() };
            let turned = Event::Turned { at, turning: Turning::Sitting { to: Sitting::Adjourned } };
            let item = self.items[8].clone();
            self.entry(vec![turned, Event::Recorded { item, index: 0, content: Content::Pause(pause) }]);
            self.turn(Turning::Sitting { to: Sitting::Sitting });
        }
        self.turn(Turning::Finish { to: began() + Duration::hours(4) });
    }

    fn onward(&mut self) {
        let words = "The Panel *AGREED* to *DELEGATE* it:\nthe wording\nthe costs";
        let decision = Decision {
            verb: Verb::Delegate,
            versions: vec![Version { words: words.into(), at: began() }],
            conditions: vec!["it costs nothing".into()],
            dissent: vec![self.people[0].clone()],
            onward: Some(Onward {
                to: Some("the Director".into()),
                with: Some("the Chair".into()),
                due: Some("May".into()),
            }),
            ..Decision::default()
        };
        let bases = [
            Basis::Stands { because: Some("the law says so".into()) },
            Basis::Outside { by: Some("the Chief Executive".into()), on: Some("3 July".into()) },
        ];
        for basis in bases {
            self.record(9, Content::Decision(Decision { basis: Some(basis), ..decision.clone() }));
        }
    }
}

pub(super) fn added() -> AgendaItem {
    AgendaItem {
        id: "added".into(),
        number: Some("4A".into()),
        title: "An urgent item".into(),
        kind: ItemKind::Business,
        internal: false,
        private: Vec::new(),
        confidential: false,
        offer: Some("note-report".into()),
        paper: Paper { pages: Some("5-9".into()), ..Paper::default() },
        items: Vec::new(),
    }
}
