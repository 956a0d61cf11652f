//! A vote: counted in digits, or name by name; what the rule makes of it stands below while it is counted.

use std::collections::BTreeMap;

use super::counts::Counts;
use super::form::Asking;
use super::list::hint;
use super::marking::{Brush, Marked, Marking, Way as Keys};
use super::question::{Possible, Question};
use super::{Pad, Step, names, poll};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{Hint, PadView, Row, Tone};
use crate::meeting::fact::{Content, Fate, Motion, Tally, Vote as Cast, Way};
use crate::meeting::id::{FactId, PersonId};
use crate::meeting::majority::{Majority, Outcome};

const WAYS: [Brush<Way>; 4] = [
    Brush { key: 'f', state: Way::For, name: "for" },
    Brush { key: 'a', state: Way::Against, name: "against" },
    Brush { key: 'b', state: Way::Abstained, name: "abstains" },
    Brush { key: 'n', state: Way::NotVoting, name: "not voting" },
];
const LABELS: [&str; 4] = ["For", "Against", "Abstaining", "Not voting"];

/// What is voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
    /// A motion.
    Motion(FactId),
    /// Words, as a command line says them: of the house, or written out.
    Words {
        /// What stands in the command line.
        said: String,
        /// The words themselves.
        words: String,
    },
}

/// How the votes are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Hands,
    Ballot,
    Names,
}

/// The pad.
#[derive(Clone, Debug)]
pub struct Vote {
    on: On,
    how: How,
    counts: Counts,
    list: Marking<Way>,
    marks: BTreeMap<PersonId, Way>,
    /// The rule that applies, by its place among those of the body; nothing means more than half of those voting.
    rule: Option<usize>,
    /// Whether the chair declared otherwise than the count comes to.
    otherwise: bool,
}

impl Vote {
    /// The pad for a vote on something.
    fn new(on: On) -> Self {
        Self {
            on,
            how: How::Hands,
            counts: Counts::new(LABELS),
            list: Marking::new(&WAYS, Keys::Call, Way::For),
            marks: BTreeMap::new(),
            rule: None,
            otherwise: false,
        }
    }

    /// With the rule that the words are put by: the veto's where they are one and a veto may be had under the item.
    fn by_usual_rule(self, session: &Session) -> Self {
        let words = self.words(session);
        Self { rule: poll::usual(session, &words), ..self }
    }

    /// The pad for a vote on words that nobody moved: as a command line says them, and as they read.
    pub fn on_words(said: String, words: &str, session: &Session) -> Self {
        Self::new(On::Words { said, words: words.to_owned() }).by_usual_rule(session)
    }

    /// The pad for a vote on what is before the meeting: the open motion that is dealt with first, else the one that was
    /// put last, which is then voted on again.
    pub fn on_the_floor(session: &Session) -> Option<Self> {
        let item = session.room()?;
        let open = session.state().floor(item).next_back().map(|(id, _)| id);
        open.or_else(|| session.state().last_put(item)).map(|id| Self::new(On::Motion(id)).by_usual_rule(session))
    }

    fn motion<'a>(&self, session: &'a Session) -> Option<(FactId, &'a Motion)> {
        let On::Motion(id) = self.on else { return None };
        match session.state().content(id)? {
            Content::Motion(motion) => Some((id, motion)),
            _ => None,
        }
    }

    /// The part that is put next, from 1, where the motion is put in parts.
    fn part(&self, session: &Session) -> Option<usize> {
        let (_, motion) = self.motion(session)?;
        motion.parts.iter().position(|part| part.fate == Fate::Open).map(|index| index + 1)
    }

    fn words(&self, session: &Session) -> String {
        let of_motion = || {
            let (_, motion) = self.motion(session)?;
            let part = self.part(session).and_then(|part| motion.parts.get(part - 1));
            Some(part.map_or_else(|| motion.words().to_owned(), |part| part.words.clone()))
        };
        let words = match &self.on {
            On::Words { words, .. } => words.clone(),
            On::Motion(_) => of_motion().unwrap_or_default(),
        };
        words.replace('*', "")
    }

    fn rule_named<'a>(&self, session: &'a Session) -> Option<&'a str> {
        session.state().body().rules.majorities.get(self.rule?).map(|rule| rule.name.as_str())
    }

    fn majority(&self, session: &Session) -> Majority {
        poll::rule(session.state().body(), self.rule_named(session))
    }

    fn tally(&self) -> Tally {
        let marked = |wanted: Way| u32::try_from(self.marks.values().filter(|way| **way == wanted).count());
        let count = |index, way| match self.how {
            How::Names => marked(way).unwrap_or(u32::MAX),
            How::Hands | How::Ballot => self.counts.get(index).unwrap_or(0),
        };
        Tally {
            yes: count(0, Way::For),
            no: count(1, Way::Against),
            abstained: count(2, Way::Abstained),
            not_voting: count(3, Way::NotVoting),
        }
    }

    fn reckoned(&self, session: &Session) -> Outcome {
        let room = session.state().circumstances(session.room());
        room.reckon(&self.majority(session), self.tally(), &self.votes(), None).outcome
    }

    /// The votes by name, where they are taken so.
    fn votes(&self) -> Vec<Cast> {
        let marked = self.marks.iter().filter(|_| self.how == How::Names);
        marked.map(|(person, way)| Cast { person: person.clone(), way: *way }).collect()
    }

    /// Those whose votes are asked for: who may vote, then whoever is there and may not.
    fn voters(session: &Session) -> Vec<(PersonId, Option<&'static str>)> {
        let electorate = session.state().electorate(session.room());
        let barred = electorate.barred.into_iter().map(|(person, bar)| (person, Some(poll::why(bar))));
        electorate.entitled.into_iter().map(|person| (person, None)).chain(barred).collect()
    }

    fn live(&self, session: &Session) -> (Tone, String) {
        if self.tally().total() == 0 {
            let how = match self.how {
                How::Names => "The names are called in order: a letter for each, and the arrows go back.",
                How::Hands | How::Ballot => "Digits count, Tab goes on. Or a letter for a vote without numbers.",
            };
            return (Tone::Dim, how.to_owned());
        }
        let room = session.state().circumstances(session.room());
        let (tone, line) = poll::line(&self.majority(session), self.tally(), &self.votes(), &room);
        if self.otherwise {
            let declared = if self.reckoned(session) == Outcome::Carried { "LOST" } else { "CARRIED" };
            return (Tone::Warning, format!("Declared {declared}, though: {line}"));
        }
        (tone, line)
    }

    /// The command line, without a casting vote.
    fn line(&self, how: &str, session: &Session) -> String {
        let mut line = String::from("vote");
        if let Some((id, motion)) = self.motion(session) {
            line = format!("{line} {}", names::fact(id));
            let again = motion.fate != Fate::Open && self.part(session).is_none();
            line.push_str(if again { " again" } else { "" });
        }
        line = format!("{line} {how}");
        if let Some(part) = self.part(session) {
            line = format!("{line} part {part}");
        }
        if let Some(rule) = self.rule_named(session) {
            line = format!("{line} rule {rule}");
        }
        line
    }

    /// The numbers or names, as a command line says them.
    fn counted(&self, session: &Session) -> String {
        let Tally { yes, no, abstained, not_voting } = self.tally();
        if self.how != How::Names {
            let how = if self.how == How::Hands { "hands" } else { "ballot" };
            return format!("{how} {yes} {no} {abstained} {not_voting}");
        }
        let lists = [
            ("for", Way::For),
            ("against", Way::Against),
            ("abstained", Way::Abstained),
            ("not-voting", Way::NotVoting),
        ];
        let said = lists.iter().filter_map(|(lead, wanted)| {
            let of = Self::voters(session).into_iter().map(|(person, _)| person);
            let of: Vec<PersonId> = of.filter(|person| self.marks.get(person) == Some(wanted)).collect();
            (!of.is_empty()).then(|| format!(" {lead} {}", names::everybody(session.state(), &of)))
        });
        format!("names{}", said.collect::<String>())
    }

    /// What follows the numbers: what is voted on, which takes the rest of the line.
    fn end(&self) -> String {
        match &self.on {
            On::Motion(_) => String::new(),
            On::Words { said, .. } => format!(" on {said}"),
        }
    }

    fn enter(&self, session: &Session) -> Step {
        if self.tally().total() == 0 {
            return Step::Say(
                "No vote is counted yet: type the numbers, or a letter for how it was agreed.".to_owned(),
            );
        }
        let (mut line, end) = (self.line(&self.counted(session), session), self.end());
        let outcome = self.reckoned(session);
        if self.otherwise {
            let declared = if outcome == Outcome::Carried { "lost" } else { "carried" };
            line = format!("{line} declared {declared}");
        }
        let tied = outcome == Outcome::Tied && !self.otherwise;
        let askers = (self.how == How::Names).then(|| askers(session)).flatten();
        let asked: Vec<(&str, Question)> =
            askers.map(|who| ("asked by", who)).into_iter().chain(tied.then(|| ("casting", casting()))).collect();
        if asked.is_empty() {
            return Step::Finish(vec![line + &end]);
        }
        let (leads, questions): (Vec<&str>, Vec<Question>) = asked.into_iter().unzip();
        Step::Ask(Asking::new(questions, move |answers| Step::Finish(vec![answers.line(&line, &leads) + &end])))
    }

    /// Finishes with a vote of which no numbers are taken.
    fn without_numbers(&self, how: &str, session: &Session) -> Step {
        Step::Finish(vec![self.line(how, session) + &self.end()])
    }

    /// Shows the words that are voted on; those that nobody moved become the draft.
    fn read_back(&self) -> Step {
        let draft = match &self.on {
            On::Motion(_) => None,
            On::Words { said, .. } => Some(format!("draft {said}")),
        };
        Step::Run(draft.into_iter().chain(["read-back".to_owned()]).collect())
    }

    /// Puts whoever is not accounted for under the number at the cursor.
    fn rest(&mut self, session: &Session) {
        let entitled = session.state().circumstances(session.room()).entitled;
        let at = self.counts.at();
        let others = self.counts.total().saturating_sub(self.counts.get(at).unwrap_or(0));
        self.counts.set(at, Some(entitled.saturating_sub(others)));
    }

    fn next_rule(&mut self, session: &Session) -> Step {
        let rules = session.state().body().rules.majorities.len();
        if rules == 0 {
            return Step::Say(
                "The body's file sets no other rule by which motions carry ([[rules.majority]]).".to_owned(),
            );
        }
        self.rule = match self.rule {
            None => Some(0),
            Some(last) if last + 1 >= rules => None,
            Some(rule) => Some(rule + 1),
        };
        Step::Stay
    }

    fn hints(&self) -> Vec<Hint> {
        if self.how == How::Names {
            let ways = self.list.hints();
            return ways
                .chain([hint("Enter", "record"), hint("d", "declared otherwise"), hint("Esc", "numbers")])
                .collect();
        }
        vec![
            hint("Enter", "record"),
            hint("Tab", "next number"),
            hint("Space", "the rest"),
            hint("n", "by name"),
            hint("b", "ballot or hands"),
            hint("u", "unanimous"),
            hint("c", "nobody against"),
            hint("g", "agreed, no vote"),
            hint("y", "rule"),
            hint("d", "declared otherwise"),
            hint("r", "read back"),
        ]
    }
}

/// Which way the casting vote went.
fn casting() -> Question {
    let ways = [("for", "For"), ("against", "Against"), ("none", "None was given: the motion is lost")];
    let ways = ways.map(|(said, shown)| Possible::new(said, shown, "")).to_vec();
    Question::choice("The votes are equal. The casting vote?", ways).needed()
}

/// Who asked for the names, where the body's rules say how many must.
fn askers(session: &Session) -> Option<Question> {
    let state = session.state();
    let needed = state.body().rules.recorded_vote?;
    let members = state.members_present().map(|(_, person)| Possible::person(state, person)).collect();
    let label = format!("Who asked for the names, at least {needed}; nothing where nobody had to");
    Some(Question::person(&label, state).several().from(members))
}

const fn mark(way: Option<Way>) -> (&'static str, &'static str, Tone) {
    match way {
        Some(Way::For) => ("✓", "for", Tone::Good),
        Some(Way::Against) => ("×", "against", Tone::Bad),
        Some(Way::Abstained) => ("○", "abstains", Tone::Warning),
        Some(Way::NotVoting) => ("–", "not voting", Tone::Dim),
        None => (" ", "", Tone::Plain),
    }
}

impl Pad for Vote {
    fn view(&self, session: &Session) -> PadView {
        let how = match self.how {
            How::Hands => "by show of hands",
            How::Ballot => "by ballot",
            How::Names => "by name",
        };
        let electorate = session.state().electorate(session.room());
        let rule = self.rule_named(session).map_or_else(String::new, |name| format!(", rule: {name}"));
        let part = self.part(session).map_or_else(String::new, |part| format!("Part {part}: "));
        // Who may vote is seen whole, however long the words are.
        let lead = format!("{} {part}{}", poll::who_may(session, &electorate), self.words(session));
        let pad = PadView {
            title: format!("Vote {how}{rule}"),
            lead: Some(lead),
            foot: Some(self.live(session)),
            hints: self.hints(),
            ..PadView::default()
        };
        if self.how != How::Names {
            return self.counts.show(pad);
        }
        let rows = Self::voters(session).into_iter().map(|(person, bar)| {
            let (mark, note, tone) = mark(self.marks.get(&person).copied());
            let note = bar.map_or_else(|| note.to_owned(), |bar| format!("{note} may not vote: {bar}"));
            Row { mark: mark.into(), text: names::shown(session, &person), note, tone, ..Row::default() }
        });
        self.list.show(pad, rows)
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        match (key.code, self.how) {
            (Code::Enter, _) => return self.enter(session),
            (Code::Char('d'), _) => {
                self.otherwise = !self.otherwise;
                return Step::Stay;
            }
            (Code::Esc, How::Names) => {
                self.how = How::Hands;
                return Step::Stay;
            }
            (Code::Esc, _) => return Step::Close,
            (_, How::Names) => {
                let voters = Self::voters(session);
                return match self.list.key(key, voters.len()) {
                    Marked::Pass => Step::Pass,
                    Marked::Stay => Step::Stay,
                    Marked::Row(row, way) => {
                        self.marks.extend(voters.get(row).map(|(person, _)| (person.clone(), way)));
                        Step::Stay
                    }
                };
            }
            _ => {}
        }
        if self.counts.key(key) {
            return Step::Stay;
        }
        match key.code {
            Code::Char(' ') => self.rest(session),
            Code::Char('n') => self.how = How::Names,
            Code::Char('b') if self.how == How::Hands => self.how = How::Ballot,
            Code::Char('b' | 'h') => self.how = How::Hands,
            Code::Char('r') => return self.read_back(),
            Code::Char('u') => return self.without_numbers("unanimous", session),
            Code::Char('c') => return self.without_numbers("nobody-against", session),
            Code::Char('g') => return self.without_numbers("assent", session),
            Code::Char('y') => return self.next_rule(session),
            _ => return Step::Pass,
        }
        Step::Stay
    }
}
