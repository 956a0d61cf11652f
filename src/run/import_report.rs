//! What `quorate import` says it found in a pack, in groups and in lines of a narrow screen.

use std::fmt::Write as _;

use crate::load::pack::{Finding, Sure};
use crate::text::{harmless_line, wrap};

/// The columns of a line.
const WIDE: usize = 80;
/// Where what was found begins, behind its line and how sure it is.
const BESIDE: usize = 18;
/// Those of whom one line tells, whatever their number.
const PEOPLE: [&str; 5] = ["member", "independent member", "substitute", "officer", "attender"];

/// The report: what was found, what is missing, and what is to be asked.
pub(super) fn report(findings: &[Finding]) -> String {
    let mut text = String::from("  Line  How sure  What was found\n");
    let mut group = "";
    for found in gathered(findings) {
        let this = found.group();
        if this != std::mem::replace(&mut group, this) {
            _ = writeln!(text, "{this}:");
        }
        found.write(&mut text);
    }
    let gaps: String = findings.iter().filter_map(gap).collect();
    if !gaps.is_empty() {
        _ = write!(text, "\nNot found, or to be looked at; GAP marks the places in the files:\n{gaps}");
    }
    let questions: String = findings.iter().filter_map(question).collect();
    if !questions.is_empty() {
        _ = write!(
            text,
            "\nNames that may be those of people in the body's file; --same and --other answer:\n{questions}"
        );
    }
    text.push('\n');
    text
}

/// Things of one kind that are told together.
struct Told<'a> {
    what: &'a str,
    values: Vec<&'a str>,
    line: usize,
    sure: Sure,
}

/// What was found, people of one list together, and what a report says of its item together.
fn gathered(findings: &[Finding]) -> Vec<Told<'_>> {
    let mut all: Vec<Told<'_>> = Vec::new();
    for finding in findings {
        let Finding::Found { what, value, line, sure } = finding else { continue };
        let (what, value) = what
            .split_once(", ")
            .filter(|(item, _)| item.starts_with("item "))
            .map_or((what.as_str(), value.as_str()), |(item, field)| (item, field));
        let field = finding_is_field(finding);
        // Members and their substitutes may stand side by side.
        let people = PEOPLE.contains(&what);
        let known = if people {
            all.iter_mut().find(|told| told.what == what)
        } else {
            all.last_mut()
                .filter(|last| field && last.what == what && last.values.iter().all(|value| FIELDS.contains(value)))
        };
        match known {
            Some(last) => {
                last.values.push(value);
                last.sure = last.sure.max(*sure);
            }
            None => all.push(Told { what, values: vec![value], line: *line, sure: *sure }),
        }
    }
    all
}

/// What a report says of its item.
const FIELDS: [&str; 4] = ["report of", "contact officer", "purpose", "recommendation"];

fn finding_is_field(finding: &Finding) -> bool {
    let Finding::Found { what, .. } = finding else { return false };
    what.split_once(", ").is_some_and(|(_, field)| FIELDS.contains(&field))
}

impl Told<'_> {
    fn group(&self) -> &'static str {
        match self.what {
            what if PEOPLE.contains(&what) => "People",
            "last meeting" | "last minute" | "decision" | "action" => "From the last minutes",
            "plan" => "Later meetings",
            what if what.contains("item ") => "Items",
            _ => "The meeting",
        }
    }

    fn write(&self, text: &mut String) {
        let line = if self.line == 0 { "given".to_owned() } else { self.line.to_string() };
        let head = format!("{line:>6}  {:<8}  ", self.sure);
        let value = self.values.iter().map(|value| harmless_line(value)).collect::<Vec<_>>().join(", ");
        let words = if PEOPLE.contains(&self.what) && self.values.len() > 1 {
            format!("{}s, {}: {value}", self.what, self.values.len())
        } else if self.values.iter().all(|value| FIELDS.contains(value)) {
            format!("{}, in its report: {value}", self.what)
        } else {
            format!("{}: {value}", self.what)
        };
        let lines = wrap(&words, WIDE - BESIDE);
        let indent = format!("\n{}", " ".repeat(BESIDE));
        _ = writeln!(text, "{head}{}", lines.join(&indent));
    }
}

/// A gap, wrapped.
pub(super) fn gap(finding: &Finding) -> Option<String> {
    let Finding::Gap { what, line } = finding else { return None };
    let line = line.map_or(String::new(), |line| line.to_string());
    let words = format!("{}.", harmless_line(what));
    let lines = wrap(&words, WIDE - 8);
    Some(format!("{line:>6}  {}\n", lines.join("\n        ")))
}

fn question(finding: &Finding) -> Option<String> {
    let Finding::Question { printed, line, known } = finding else { return None };
    let known: Vec<String> = known.iter().map(|(key, name)| format!("{} ({key})", harmless_line(name))).collect();
    Some(format!("{line:>6}  Is \"{}\" {}?\n", harmless_line(printed), known.join(" or ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_reports_are_told_together() {
        let found = |what: &str, value: &str, line| Finding::Found {
            what: what.to_owned(),
            value: value.to_owned(),
            line,
            sure: Sure::Certain,
        };
        let findings = [
            found("date", "Monday 9 November 2026", 3),
            found("item 1", "Parks", 4),
            found("item 1, report of", "Jo Bell", 40),
            found("item 1, purpose", "To tell of parks", 42),
            found("member", "Councillor A Poe", 7),
            found("member", "Councillor B Li", 8),
            Finding::gap("no venue was found"),
        ];
        let wanted = "  Line  How sure  What was found\nThe meeting:\n     3  certain   date: Monday 9 November 2026\n\
                      Items:\n     4  certain   item 1: Parks\n    40  certain   item 1, in its report: report of, purpose\n\
                      People:\n     7  certain   members, 2: Councillor A Poe, Councillor B Li\n\n\
                      Not found, or to be looked at; GAP marks the places in the files:\n        no venue was found.\n\n";
        assert_eq!(report(&findings), wanted);
    }
}
