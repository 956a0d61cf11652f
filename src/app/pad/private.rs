//! Business without the public: its exclusion, under descriptions picked from the statute's list, and its return.

use super::form::Asking;
use super::list::{Cursor, hint};
use super::question::{Answers, Possible, Question, members};
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row};
use crate::meeting::agenda::ItemKind;
use crate::meeting::body::{Access, OwnGround};
use crate::meeting::fact::{Audience, Paragraph};
use crate::meeting::state::State;

/// What can be done, each with its letter.
const ACTS: [(char, &str); 6] = [
    ('e', "exclude the public: exempt business, by resolution"),
    ('c', "confidential business: the public is out, without a resolution"),
    ('n', "agreed not to exclude the public"),
    ('r', "readmit the public"),
    ('s', "the public was out since a time"),
    ('p', "summary for everybody of what was taken in private"),
];

/// What can be done at a confirmation hearing, which itself is held in public.
const AT_HEARING: (char, &str) = ('d', "the hearing is over: exclude the public for the deliberation");

/// How a body under the 1960 Act excludes the public, whatever the business: it knows no duty to.
const BY_RESOLUTION: (char, &str) = ('e', "exclude the public, by resolution");

/// How a body excludes the public that has grounds of its own, such as the law on its hearings.
const ON_OWN_GROUND: (char, &str) = ('g', "exclude the public, on a ground of the body's own");

fn by_resolution(session: &Session) -> bool {
    session.state().body().rules.access == Some(Access::Act1960)
}

fn acts(session: &Session) -> Vec<(char, &'static str)> {
    let item = session.room().and_then(|id| session.state().item(id));
    let hearing = item.is_some_and(|item| matches!(item.agenda.kind, ItemKind::Hearing(_)));
    let (first, rest) = if by_resolution(session) {
        (Some(BY_RESOLUTION), ACTS.get(2..).unwrap_or_default())
    } else {
        (None, ACTS.as_slice())
    };
    let own = !session.state().body().rules.exclusions.is_empty();
    let own = own.then_some(ON_OWN_GROUND);
    hearing.then_some(AT_HEARING).into_iter().chain(own).chain(first).chain(rest.iter().copied()).collect()
}

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Private {
    cursor: Cursor,
}

fn business(state: &State) -> Question {
    Question::item("For which items; “rest” for all that is left, nothing for the room's item", state)
}

fn movers(state: &State) -> [Question; 2] {
    let by = |label: &str| Question::choice(label, members(state).collect());
    [by("Moved by whom?"), by("Seconded by whom?").apart()]
}

/// What is asked for a resolution of a body under the 1960 Act, which states its reason.
fn for_a_reason(session: &Session) -> Asking {
    let state = session.state();
    let confidential = Possible::new("confidential", "confidential: the nature of the business", "");
    let reason =
        Question::text("Special reason, in the resolution's words; or “confidential”").from(vec![confidential]);
    let [mover, seconder] = movers(state);
    let leads = ["", "moved", "seconded", "because"];
    let asking = Asking::new([text_or(business(state)), reason, mover, seconder], move |answers| {
        // The reason comes last in the line, where it may hold any word.
        let said = [0, 2, 3, 1].map(|index| answers.get(index).to_owned());
        Step::Finish(vec![Answers(said.to_vec()).line("exclude", &leads)])
    });
    asking.about("The resolution to exclude the press and public: why publicity would be prejudicial.")
}

/// What is asked for a resolution on a ground that the body's rules have.
fn on_own_ground(session: &Session) -> Asking {
    let state = session.state();
    let ground = |it: &OwnGround| Possible::new(it.name.clone(), format!("{}: {}", it.name, it.law), "");
    let grounds = state.body().rules.exclusions.iter().map(ground).collect();
    let [mover, seconder] = movers(state);
    let what = Question::text("From what; “deliberation”, or nothing for the whole of the room's item");
    let questions =
        [what.from(business(state).possible), Question::choice("On which ground?", grounds), mover, seconder];
    let leads = ["", "under", "moved", "seconded"];
    let asking = Asking::new(questions, move |answers| Step::Finish(vec![answers.line("exclude", &leads)]));
    asking.about("The resolution to exclude the press and public, on a ground of the body's own.")
}

/// What is asked for a resolution. The description that the agenda expects for the room's item is offered, and for a
/// deliberation those that are usual: individuals and their identity.
fn exclusion(session: &Session, deliberation: bool) -> Asking {
    let state = session.state();
    let shown = |it: Paragraph| Possible::new(it.number().to_string(), format!("{}. {}", it.number(), it.words()), "");
    let described = Paragraph::ALL.map(shown);
    let expected = session.room().and_then(|id| state.item(id)).map(|item| &item.agenda.private);
    let expected: Vec<&Paragraph> = expected.into_iter().flatten().collect();
    let expected: Vec<&Paragraph> = match expected.as_slice() {
        [] if deliberation => [Paragraph::Individual, Paragraph::Identity].iter().collect(),
        _ => expected,
    };
    let expected: Vec<String> = expected.into_iter().map(|it| it.number().to_string()).collect();
    let paragraphs = Question::text("Under which paragraphs of Schedule 12A, such as 1, 3");
    let test = vec![
        Possible::new("noted", "it was noted that the public-interest test is met", ""),
        Possible::new("", "nothing was said of the public-interest test", ""),
    ];
    let [mover, seconder] = movers(state);
    let questions = [
        text_or(business(state)),
        paragraphs.from(described.to_vec()).several().offering(&expected.join(", ")),
        mover,
        seconder,
        Question::choice("Public-interest test", test),
    ];
    let leads = ["", "under", "moved", "seconded", "test"];
    let asking = Asking::new(questions, move |answers| Step::Finish(vec![answers.line("exclude", &leads)]));
    if deliberation {
        return asking
            .about("Excluding the press and public for the deliberation.")
            .answered("deliberation".to_owned());
    }
    asking.about("The resolution to exclude the press and public.")
}

/// An item may also be “rest”, which is none of the agenda's, so it is read when the line is run.
fn text_or(question: Question) -> Question {
    Question::text(&question.label).from(question.possible)
}

fn line_for(name: &'static str, question: Question) -> Asking {
    Asking::new([text_or(question)], move |answers| Step::Finish(vec![answers.line(name, &[""])]))
}

fn summary(state: &State) -> Asking {
    let item = Question::item("Of which item", state);
    let text = Question::text("What everybody may read of it").needed();
    let asking = Asking::new([item, text], |answers| Step::Finish(vec![answers.line("public-summary", &["", "as"])]));
    asking.about("Nothing exempt belongs in it: it goes to the public record, whatever the room is.")
}

fn act(letter: char, session: &Session) -> Step {
    let state = session.state();
    match letter {
        'd' if acts(session).contains(&AT_HEARING) => Step::Ask(exclusion(session, true)),
        'g' if acts(session).contains(&ON_OWN_GROUND) => Step::Ask(on_own_ground(session)),
        'e' if by_resolution(session) => Step::Ask(for_a_reason(session)),
        'e' => Step::Ask(exclusion(session, false)),
        'c' if !by_resolution(session) => Step::Ask(line_for("confidential", business(state))),
        'n' => Step::Ask(line_for("not-exclude", business(state))),
        'r' => Step::Finish(vec!["readmit".to_owned()]),
        'p' => Step::Ask(summary(state)),
        's' => Step::Ask(line_for("private-since", Question::time("Since when").needed())),
        _ => Step::Pass,
    }
}

impl Pad for Private {
    fn view(&self, session: &Session) -> PadView {
        let state = session.state();
        let lead = match (state.room(), state.private_since()) {
            (Audience::Private, Some(since)) => {
                format!("PRIVATE: the public is out since {}.", state.local(since.time).format("%H:%M"))
            }
            _ => "The room is open to the public.".to_owned(),
        };
        let acts = acts(session);
        let rows = acts.iter().map(|(key, text)| Row { key: Some(*key), text: (*text).into(), ..Row::default() });
        PadView {
            title: "The public".into(),
            lead: Some(lead),
            rows: rows.collect(),
            chosen: self.cursor.within(acts.len()),
            hints: vec![hint("Enter", "go on"), hint("Esc", "back")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let acts = acts(session);
        if self.cursor.key(key, acts.len()) {
            return Step::Stay;
        }
        match key.code {
            Code::Esc => Step::Close,
            Code::Enter => {
                let chosen = self.cursor.within(acts.len()).and_then(|row| acts.get(row));
                chosen.map_or(Step::Pass, |(letter, _)| act(*letter, session))
            }
            _ => key.letter().map_or(Step::Pass, |letter| act(letter, session)),
        }
    }
}
