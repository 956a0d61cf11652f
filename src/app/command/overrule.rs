//! Letting a finding stand: which one is meant, also where its subject is named loosely.

use crate::app::refs;
use crate::app::session::Stop;
use crate::meeting::command::{Command, Refusal};
use crate::meeting::findings::{self, CATALOGUE, Finding, Findings, Subject};
use crate::meeting::state::State;
use crate::problem::did_you_mean;

use super::{Act, Call};

/// How many findings are named where it is not clear which one is meant.
const NAMED: usize = 4;

pub(super) fn overrule(call: &Call<'_>) -> Result<Act, Stop> {
    let (state, name) = (call.state(), known(call.text("NAME"))?);
    let (subject, stands) = subject(state, name, call.text("SUBJECT").trim())?;
    let because = call.text("REASON").to_owned();
    let act = Act::of(Command::Overrule { name: name.to_owned(), subject: subject.to_string(), because });
    Ok(if stands {
        act
    } else {
        act.notice(format!("There is no finding “{name}” on that now; one that comes is let stand."))
    })
}

/// The name of a rule of the catalogue.
fn known(name: &str) -> Result<&'static str, Refusal> {
    findings::rule(name).map(|rule| rule.name).ok_or_else(|| {
        let near = did_you_mean(name, CATALOGUE.iter().map(|rule| rule.name));
        let hint = near
            .map_or_else(|| "The findings are listed in the README.".into(), |near| format!("Did you mean “{near}”?"));
        Refusal::new(format!("No finding has the name “{name}”."), hint)
    })
}

/// The subject that was meant, and whether the finding stands on it. One written out in full, as the closing list does,
/// is looked up; only for loose words is the whole meeting gone through.
fn subject(state: &State, name: &str, named: &str) -> Result<(Subject, bool), Refusal> {
    if let Some(subject) = Subject::named(state, named).or_else(|| printed(state, named)) {
        let stands = findings::about(state, &subject).iter().any(|finding| finding.rule.name == name);
        return Ok((subject, stands));
    }
    let all = Findings::of(state);
    let meant: Vec<&Finding> = all.of_rule(name).filter(|finding| is_meant(finding, named)).collect();
    match meant.as_slice() {
        [finding] => Ok((finding.subject.clone(), true)),
        [] => Err(nothing(name, named, all.of_rule(name).next())),
        several => {
            let listed: Vec<String> = several.iter().take(NAMED).map(|one| format!("“{}”", one.subject)).collect();
            let hint = format!("Say which one is meant: {}.", listed.join(", "));
            Err(Refusal::new(format!("{} findings “{name}” may be meant.", several.len()), hint))
        }
    }
}

/// What a number or reference as it is printed stands for: `9`, `item 9`, `9(3)`.
fn printed(state: &State, named: &str) -> Option<Subject> {
    let number = named.strip_prefix("item ").unwrap_or(named);
    if number.ends_with(')') {
        return refs::fact(state, number, None).ok().map(Subject::Fact);
    }
    let numbered = number.starts_with(|first: char| first.is_ascii_digit());
    refs::item(state, number).ok().filter(|_| numbered).map(Subject::Item)
}

/// Whether a finding is about what was named: every word is in the name of its subject or in its sentence.
fn is_meant(finding: &Finding, named: &str) -> bool {
    let told = format!("{} {}", finding.subject, finding.sentence).to_lowercase();
    named.to_lowercase().split_whitespace().all(|word| told.contains(word))
}

fn nothing(name: &str, named: &str, other: Option<&Finding>) -> Refusal {
    let what = if named.is_empty() { String::new() } else { format!(" on “{named}”") };
    let hint = match other {
        Some(finding) => format!("There is one on “{}”.", finding.subject),
        None => "What is not a finding needs no overruling.".into(),
    };
    Refusal::new(format!("There is no finding “{name}”{what}."), hint)
}
