//! `quorate ready`: what a clerk checks before a meeting, and what is still missing.

use chrono::NaiveDate;

use crate::load::Waiting;
use crate::meeting::Meeting;
use crate::meeting::findings::Findings;
use crate::meeting::ready::{Answer, CHECKS, Desk, PutOff, Standing};
use crate::minutes::document::last_minute;
use crate::problem::Problem;
use crate::text::{pad, wrap};

use super::chain::Chain;
use super::cli::Ready;
use super::clock::Clock;
use super::exposure;
use super::outcome::{Ended, Failure, Outcome, say};
use super::papers;
use super::places::folder_of;
use super::plan::file;
use super::reading::{self, Scope};

/// The width of what is printed, in columns.
const WIDTH: usize = 80;
/// How far what was found is set in: behind the mark and the name.
const INDENT: usize = 21;

/// Carries out `quorate ready`. Something that is missing is a reason for exit code 1.
pub fn ready(asked: &Ready) -> Outcome {
    let place = papers::find(&asked.agenda)?;
    let papers = place.read()?;
    let files = place.record(false)?;
    let odd: Vec<String> = papers.warnings.iter().map(sentence).chain(papers.unsettled()).collect();
    let plan = papers.plan.as_ref().and_then(|(name, text)| file::read(name, text, &papers.body.rules));
    // Apologies and substitutes are recorded before the meeting begins.
    let meeting = if files.record().is_file() {
        reading::read(&files, Scope::Public)?.meeting
    } else {
        Meeting::new(papers.opened(false))
    };
    let state = meeting.state();
    let agenda = state.agenda();
    let today = match asked.on {
        Some(day) => day,
        None => Clock::from_environment()?.now().with_timezone(&state.body().zone).date_naive(),
    };
    let begins = agenda.date.and_time(agenda.time);
    let (chain, last) = Chain::before(folder_of(files.record()), state.body(), begins);
    let earlier = chain.left(plan.as_ref());
    let put_off: Vec<PutOff> = earlier.waiting.iter().map(put_off).collect();
    let exposed = exposure::of(&files, state).map(|trouble| format!("{} {}", trouble.what, trouble.hint));
    let findings = Findings::of(state);
    let desk = Desk {
        state,
        findings: &findings,
        plan: plan.as_ref(),
        last: last.as_ref().map(|last| last.meeting.state()),
        last_minute: last.as_ref().and_then(|last| last_minute(last.meeting.state())),
        left: &earlier.actions,
        unsettled: &earlier.minutes,
        put_off: &put_off,
        today,
        files: &odd,
        exposed: exposed.as_deref().map(str::trim),
    };
    show(&desk)
}

fn put_off(waiting: &Waiting) -> PutOff {
    PutOff { title: waiting.title.clone(), meeting: waiting.meeting }
}

fn show(desk: &Desk<'_>) -> Outcome {
    let agenda = desk.state.agenda();
    let long = |day: NaiveDate| day.format("%A %-d %B %Y").to_string();
    say(&format!("{}, {}\nas on {}\n\n", desk.state.body().name, long(agenda.date), long(desk.today)))?;
    let answers: Vec<Answer> = CHECKS.iter().map(|check| check.answer(desk)).collect();
    for (check, answer) in CHECKS.iter().zip(&answers) {
        say_answer(check.name, answer, desk.today)?;
    }
    let missing = answers.iter().filter(|answer| answer.standing == Standing::Missing).count();
    let last = match missing {
        0 => "Ready.".to_owned(),
        1 => "1 check is missing something.".to_owned(),
        some => format!("{some} checks are missing something."),
    };
    say(&format!("\n{last}\n"))?;
    Ok(if missing == 0 { Ended::Done } else { Ended::Problems })
}

fn say_answer(name: &str, answer: &Answer, today: NaiveDate) -> Result<(), Failure> {
    let mark = match answer.standing {
        Standing::Done => "done",
        Standing::Missing => "MISSING",
        Standing::DoesNotApply => "-",
    };
    let mut says = answer.says.clone();
    if let Some(due) = answer.due.filter(|_| answer.standing == Standing::Missing) {
        let past = if due < today { ", which is past" } else { "" };
        says.push(format!("Due by {}{past}.", due.format("%A %-d %B %Y")));
    }
    let mut head = format!("{} {}", pad(mark, 8), pad(name, INDENT - 9));
    for sentence in says {
        for line in wrap(&sentence, WIDTH - INDENT) {
            say(&format!("{head}{line}\n"))?;
            head = " ".repeat(INDENT);
        }
    }
    Ok(())
}

fn sentence(problem: &Problem) -> String {
    match &problem.place {
        Some(place) => format!("{}, line {}: {}.", place.file, place.line, problem.what.trim_end_matches('.')),
        None => format!("{}.", problem.what.trim_end_matches('.')),
    }
}
