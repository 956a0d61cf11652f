//! What else may happen in the course of a meeting, by letter: somebody speaks, the meeting adjourns, a paper is tabled.

use super::form::Asking;
use super::list::{Cursor, hint, letter, picked};
use super::question::{Answers, Possible, Question};
use super::{Pad, Step};
use crate::app::command::ROLES;
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row};
use crate::meeting::state::State;

/// One thing that may happen: what it is called, the command that records it, and what is asked for.
struct Happening {
    shown: &'static str,
    start: &'static str,
    /// The word before each answer in the command line; `:` stands for a name with a colon after it.
    leads: &'static [&'static str],
    ask: fn(&State) -> Vec<Question>,
}

const fn row(
    shown: &'static str,
    start: &'static str,
    leads: &'static [&'static str],
    ask: fn(&State) -> Vec<Question>,
) -> Happening {
    Happening { shown, start, leads, ask }
}

const HAPPENINGS: &[Happening] = &[
    row("Somebody speaks", "speaker", &["", "as"], |_| {
        let roles = ROLES.iter().map(|role| Possible::new(*role, *role, "")).collect();
        vec![Question::text("Name, where given"), Question::text("As what").from(roles)]
    }),
    row("The speaker has finished", "time-up", &["said"], |_| vec![Question::text("What they said, or nothing")]),
    row("Adjournment", "adjourn", &["until", "because"], |_| {
        vec![Question::text("Until when"), Question::text("Because")]
    }),
    row("Recess", "recess", &[], |_| Vec::new()),
    row("The meeting resumes", "resume", &[], |_| Vec::new()),
    row("No quorum: the meeting adjourns", "inquorate adjourn", &["until"], |_| vec![Question::text("Until when")]),
    row("No quorum: talk without a decision", "informal", &[""], |_| vec![Question::text("What was discussed")]),
    row("Extension of the meeting", "extend", &["until"], |_| vec![Question::time("Until").needed()]),
    row("Announcement", "announce", &[":", ""], |state| who_and_what(state, "Announced that")),
    row("Tribute", "tribute", &[":", ""], |state| who_and_what(state, "Paid tribute to")),
    row("Silence", "silence", &[""], |_| vec![Question::text("In memory of, or nothing")]),
    row("Paper tabled", "tabled", &[":", ""], |state| who_and_what(state, "What was tabled")),
    row("Presentation", "presentation", &[":", ""], |state| who_and_what(state, "On")),
    row("Officer’s advice", "advice", &[":", ""], |state| {
        vec![Question::person("By whom", state).needed(), Question::text("Advised that").needed()]
    }),
    row("Petition", "petition", &[":", "", "signatures", "outcome"], |_| {
        let what = Question::text("What it does, such as “asking for a crossing”").needed();
        let number = Question::number("How many signed it");
        vec![Question::text("Presented by"), what, number, Question::text("It was, such as “referred to the Cabinet”")]
    }),
    row("Deputation", "deputation", &["", "on"], |_| {
        vec![Question::text("From whom").needed(), Question::text("On what")]
    }),
    row("Urgent item", "add-item", &["", "because"], |_| {
        vec![Question::text("Title").needed(), Question::text("Urgent because")]
    }),
    row("The room’s item is withdrawn", "withdraw-item", &["because"], |_| vec![Question::text("Because")]),
    row("Items taken together", "together", &[""], |state| vec![Question::item("Which", state).several().needed()]),
    row("Co-option to a vacant seat", "co-opt", &["", "to"], |state| {
        let vacant = state.body().seats.iter().filter(|seat| seat.holder.is_none());
        let vacant: Vec<_> = vacant.map(|seat| Possible::new(seat.id.as_str(), seat.id.as_str(), "")).collect();
        let which = (vacant.len() > 1).then(|| Question::choice("To which seat", vacant).needed());
        [Question::person("Who is co-opted", state).needed()].into_iter().chain(which).collect()
    }),
    row("Acceptance of office", "accept-office", &[""], |state| {
        vec![Question::person("Who made the declaration", state).needed()]
    }),
    row("Table of rows, added up", "table total", &[""], |_| {
        vec![Question::text("Cells with “|” between, rows with “//”, the headings first").needed()]
    }),
    row("Somebody else writes", "handover", &[""], |_| vec![Question::text("Name or initials").needed()]),
];

fn who_and_what(_: &State, what: &str) -> Vec<Question> {
    vec![Question::text("By whom; nothing for whoever presides"), Question::text(what).needed()]
}

impl Happening {
    fn line(&self, answers: &Answers) -> String {
        let name = answers.get(0);
        if self.leads.first() != Some(&":") {
            return answers.line(self.start, self.leads);
        }
        let start = if name.is_empty() { self.start.to_owned() } else { format!("{} {name}:", self.start) };
        let rest = Answers(answers.iter().skip(1).map(str::to_owned).collect());
        rest.line(&start, self.leads.get(1..).unwrap_or_default())
    }

    fn step(&'static self, state: &State) -> Step {
        let questions = (self.ask)(state);
        if questions.is_empty() {
            return Step::Finish(vec![self.start.to_owned()]);
        }
        Step::Ask(Asking::new(questions, |answers| Step::Finish(vec![self.line(answers)])).about(self.shown))
    }
}

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Course {
    cursor: Cursor,
}

impl Pad for Course {
    fn view(&self, _: &Session) -> PadView {
        let row = |(index, happening): (usize, &Happening)| Row {
            key: letter(index, ""),
            text: happening.shown.to_owned(),
            note: happening.start.to_owned(),
            ..Row::default()
        };
        PadView {
            title: "The course of the meeting".into(),
            rows: HAPPENINGS.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(HAPPENINGS.len()),
            hints: vec![hint("Enter", "go on"), hint("Esc", "back")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        if self.cursor.key(key, HAPPENINGS.len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Enter => self.cursor.within(HAPPENINGS.len()),
            _ => picked(key, HAPPENINGS.len(), ""),
        };
        row.and_then(|row| HAPPENINGS.get(row)).map_or(Step::Pass, |happening| happening.step(session.state()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::find;
    use crate::app::sample::{busy, opened, run, run_all};
    use crate::meeting::Meeting;

    /// Answers that fit the questions of any row.
    fn answers(happening: &Happening, state: &State) -> Answers {
        let all = (happening.ask)(state).into_iter().enumerate().map(|(index, question)| {
            let typed = match happening.start {
                "extend" => "17:30",
                "petition" if index == 2 => "214",
                "advice" if index == 0 => "Omoregie",
                "together" => "13, 14",
                "co-opt" => "Omoregie",
                "accept-office" => "George",
                "table total" => "Payee | Amount // B Smith | £3.50",
                _ => "the matter",
            };
            question.read(state, typed).unwrap()
        });
        Answers(all.collect())
    }

    fn with_vacancy() -> Session {
        let mut opened = opened();
        opened.body.seats.last_mut().unwrap().holder = None;
        let mut session = Session::new(Meeting::new(opened), "clerk");
        run_all(&mut session, &["present all", "call-to-order", "next"]);
        session
    }

    #[test]
    fn every_row_comes_to_a_command_that_works() {
        for happening in HAPPENINGS {
            let mut session = busy();
            match happening.start {
                "co-opt" => session = with_vacancy(),
                "time-up" => _ = run(&mut session, "speaker Mrs Hill as objector").unwrap(),
                "resume" => _ = run(&mut session, "recess").unwrap(),
                _ => {}
            }
            let line = happening.line(&answers(happening, session.state()));
            assert!(happening.start.starts_with(find(&line).unwrap().0.name), "{line}");
            assert!(!run(&mut session, &line).unwrap_or_else(|stop| panic!("{line}: {stop}")).entries.is_empty());
        }
    }

    #[test]
    fn a_name_stands_before_a_colon_and_may_be_left_out() {
        let tabled = HAPPENINGS.iter().find(|happening| happening.start == "tabled").unwrap();
        let given = |parts: [&str; 2]| tabled.line(&Answers(parts.map(str::to_owned).to_vec()));
        assert_eq!(given(["Jane Webb", "a map"]), "tabled Jane Webb: a map");
        assert_eq!(given(["", "a map"]), "tabled a map");
    }
}
