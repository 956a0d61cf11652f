//! A vote between several nominees: a count for each, or who voted for whom; what the round comes to stands below, and
//! what settles a tie has a letter.

use super::counts::Counts;
use super::form::Asking;
use super::list::hint;
use super::question::{Possible, Question};
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Tone};
use crate::meeting::agenda::Office;
use crate::meeting::contest::{Standing, remaining};
use crate::meeting::fact::{Count, Method, Round};
use crate::meeting::id::{FactId, PersonId};

/// The pad.
#[derive(Clone, Debug)]
pub struct Ballot {
    office: Office,
    on_paper: bool,
    counts: Counts,
}

/// A nominee who is still in.
type Nominee = (FactId, PersonId);

impl Ballot {
    /// The pad for the next round of an election to an office.
    pub fn new(office: Office, session: &Session) -> Self {
        Self { office, on_paper: false, counts: Self::afresh(office, session) }
    }

    fn afresh(office: Office, session: &Session) -> Counts {
        let nominees = nominees(session, office).into_iter().map(|(_, person)| names::shown(session, &person));
        Counts::new(nominees.chain(["Abstaining".to_owned()]))
    }

    const fn end(&self) -> &'static str {
        match self.office {
            Office::Chair => " for chair",
            Office::ViceChair => " for vice-chair",
        }
    }

    /// The round as it is counted so far.
    fn round(&self, session: &Session) -> (Vec<Nominee>, Round) {
        let nominees = nominees(session, self.office);
        let counts = nominees.iter().enumerate();
        let counts =
            counts.map(|(index, (motion, _))| Count { motion: *motion, votes: self.counts.get(index).unwrap_or(0) });
        let round = Round {
            method: if self.on_paper { Method::Ballot } else { Method::Hands },
            counts: counts.collect(),
            abstained: self.counts.get(nominees.len()).unwrap_or(0),
            choices: Vec::new(),
            casting: None,
            by_lot: false,
            out: Vec::new(),
            room: session.state().circumstances(session.room()),
        };
        (nominees, round)
    }

    fn standing(&self, session: &Session) -> (Vec<Nominee>, Round, Standing) {
        let (nominees, round) = self.round(session);
        let among: Vec<FactId> = nominees.iter().map(|(id, _)| *id).collect();
        let standing = round.standing(&among, session.state().body().rules.contests);
        (nominees, round, standing)
    }

    fn foot(&self, session: &Session) -> (Tone, String) {
        let (nominees, round, standing) = self.standing(session);
        let gap = match (round.total(), round.room.entitled) {
            (0, entitled) => return (Tone::Dim, format!("{entitled} may vote.")),
            (total, entitled) if total < entitled => format!(" {} to account for.", entitled - total),
            (total, entitled) if total > entitled => format!(" {} more than may vote.", total - entitled),
            _ => String::new(),
        };
        let (tone, said) = said(session, &nominees, &standing);
        (tone, said + &gap)
    }

    /// The command line of the round as counted.
    fn line(&self, session: &Session) -> String {
        let (nominees, round, _) = self.standing(session);
        let each = nominees
            .iter()
            .zip(&round.counts)
            .map(|((_, person), count)| format!("{} {}", names::person(session.state(), person), count.votes));
        let votes: Vec<String> = each.collect();
        let how = if self.on_paper { "ballot" } else { "hands" };
        let abstained = if round.abstained > 0 { format!(" abstained {}", round.abstained) } else { String::new() };
        format!("ballot {how} {}{abstained}{}", votes.join(", "), self.end())
    }

    /// Asks who voted for whom, one nominee after another.
    fn by_name(&self, session: &Session) -> Step {
        let state = session.state();
        let nominees = nominees(session, self.office);
        let questions = nominees.iter().map(|(_, person)| {
            Question::person(&format!("Who voted for {}", names::shown(session, person)), state).several()
        });
        let said: Vec<String> = nominees.iter().map(|(_, person)| names::person(state, person)).collect();
        let end = self.end();
        Step::Ask(Asking::new(questions.collect::<Vec<_>>(), move |answers| {
            let votes = said.iter().zip(answers.iter()).filter(|(_, voters)| !voters.is_empty());
            let votes: Vec<String> = votes.map(|(nominee, voters)| format!("{nominee}: {voters}")).collect();
            if votes.is_empty() {
                Step::Stay
            } else {
                Step::Run(vec![format!("ballot names {}{end}", votes.join("; "))])
            }
        }))
    }

    /// Asks whom the casting vote, the lot or the chair names.
    fn settling(&self, how: &'static str, label: &str, session: &Session) -> Step {
        let nominees = nominees(session, self.office).into_iter();
        let possible = nominees.map(|(_, person)| Possible::person(session.state(), &person)).collect();
        let end = self.end();
        let question = Question::choice(label, possible).needed();
        Step::Ask(Asking::one(question, move |who| format!("ballot {how} {who}{end}")))
    }

    /// What the last round left open.
    fn open(&self, session: &Session) -> Option<String> {
        let item = session.room().and_then(|id| session.state().item(id))?;
        let (_, election) = session.state().election(item, self.office)?;
        let (last, before) = election.rounds.split_last()?;
        let held = format!("Round {}: ", election.rounds.len());
        if !last.out.is_empty() {
            return Some(held + "one has left; count again.");
        }
        let among = remaining(&election.nominations, before);
        let standing = last.standing(&among, session.state().body().rules.contests);
        Some(held + &said(session, &nominees(session, self.office), &standing).1)
    }
}

/// Who is nominated under the room's item and still in.
fn nominees(session: &Session, office: Office) -> Vec<Nominee> {
    let Some(item) = session.room().and_then(|id| session.state().item(id)) else { return Vec::new() };
    session.state().nominees(item, office).map(|(id, person)| (id, person.clone())).collect()
}

/// What a round comes to, in a few words.
fn said(session: &Session, nominees: &[Nominee], standing: &Standing) -> (Tone, String) {
    let name = |id: &FactId| {
        let found = nominees.iter().find(|(nominee, _)| nominee == id);
        found.map_or_else(String::new, |(_, person)| names::shown(session, person))
    };
    let all = |ids: &[FactId]| ids.iter().map(name).collect::<Vec<_>>().join(", ");
    match standing {
        Standing::Chosen(id) => (Tone::Good, format!("{} is elected.", name(id))),
        Standing::Out(id) => (Tone::Warning, format!("Nobody has more than half; {} leaves.", name(id))),
        Standing::TiedForFirst(ids) => (Tone::Warning, format!("A tie between {}.", all(ids))),
        Standing::TiedForLast(ids) => (Tone::Warning, format!("Equal for the fewest: {}.", all(ids))),
        Standing::RuleNotSet => (Tone::Warning, "Nobody has more than half; “contests” is not set.".to_owned()),
        Standing::NotCounted => (Tone::Dim, "Not counted.".to_owned()),
    }
}

impl Pad for Ballot {
    fn view(&self, session: &Session) -> PadView {
        let how = if self.on_paper { "By ballot" } else { "By show of hands" };
        let open = self.open(session).map(|open| format!("{open} ")).unwrap_or_default();
        let view = PadView {
            title: "Vote between nominees".into(),
            lead: Some(format!("{open}{how}.")),
            foot: Some(self.foot(session)),
            hints: vec![
                hint("Enter", "record"),
                hint("Tab", "next"),
                hint("b", "paper"),
                hint("n", "names"),
                hint("c", "casting"),
                hint("l", "lot"),
                hint("d", "declared"),
                hint("o", "out"),
                hint("w", "withdraws"),
                hint("Esc", "leave"),
            ],
            ..PadView::default()
        };
        self.counts.show(view)
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        if self.counts.key(key) {
            return Step::Stay;
        }
        match key.code {
            Code::Esc => Step::Close,
            // It is over: somebody is elected, or only one is left.
            Code::Enter if nominees(session, self.office).len() < 2 => Step::Close,
            Code::Enter if self.counts.total() == 0 => {
                Step::Say("Count the votes first: digits, Tab between.".to_owned())
            }
            Code::Enter => {
                let chosen = matches!(self.standing(session).2, Standing::Chosen(_));
                let line = vec![self.line(session)];
                if chosen { Step::Finish(line) } else { Step::Run(line) }
            }
            Code::Char('b') => {
                self.on_paper = !self.on_paper;
                Step::Stay
            }
            Code::Char('n') => self.by_name(session),
            Code::Char('c') => self.settling("casting", "Casting vote for whom?", session),
            Code::Char('l') => self.settling("lot", "Whom was the lot drawn for?", session),
            Code::Char('d') => self.settling("declared", "Whom did the chair declare elected?", session),
            Code::Char('o') => self.settling("out", "Who leaves?", session),
            Code::Char('w') => {
                let nominees = nominees(session, self.office).into_iter();
                let possible = nominees.map(|(_, person)| Possible::person(session.state(), &person)).collect();
                let end = self.end();
                let question = Question::choice("Who withdraws?", possible).needed();
                Step::Ask(Asking::one(question, move |who| format!("withdraw-nominee {who}{end}")))
            }
            _ => Step::Pass,
        }
    }

    fn done(&mut self, session: &Session) -> Option<Asking> {
        self.counts = Self::afresh(self.office, session);
        None
    }
}
