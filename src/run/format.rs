//! Formats: which paper, and how it is spelt, as people name them.
//!
//! `minutes` or `text` is the minutes in plain text; `actions-csv` is another paper in another spelling. A spelling
//! alone is that of the minutes; for spreadsheets, which hold tables only, that of the actions. Data for other programs is
//! the whole meeting, so it belongs to the minutes alone.

use crate::meeting::agenda::ItemKind;
use crate::meeting::state::State;
use crate::minutes::paper::Paper;
use crate::minutes::write::Spelling;
use crate::problem::{Problem, did_you_mean};

/// Something to write from a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Format {
    /// What is written.
    pub paper: Paper,
    /// How it is spelt.
    pub spelling: Spelling,
}

impl Format {
    /// The minutes as plain text.
    pub const TEXT: Self = Self { paper: Paper::Minutes, spelling: Spelling::Text };

    /// Every paper in every spelling.
    pub fn every() -> impl Iterator<Item = Self> {
        let both = |paper| Spelling::ALL.into_iter().map(move |spelling| Self { paper, spelling });
        Paper::ALL.into_iter().flat_map(both).filter(|format| format.is_offered())
    }

    fn is_offered(self) -> bool {
        self.spelling != Spelling::Json || self.paper == Paper::Minutes
    }

    /// Its name in full.
    pub fn name(self) -> String {
        format!("{}-{}", self.paper.name(), self.spelling.name())
    }

    /// The format of a name. Fails with the names that there are.
    pub fn named(name: &str) -> Result<Self, Problem> {
        let found = all().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, format)| format).ok_or_else(|| unknown(name))
    }

    /// What is written where nobody says what: minutes as text, for a web site and for a word processor, actions, and the
    /// report on a precept that was reviewed.
    pub fn usual(state: &State) -> Vec<Self> {
        let precept = state.items().any(|item| matches!(item.agenda.kind, ItemKind::Precept(_)));
        let report = precept.then_some(Self { paper: Paper::PreceptReport, spelling: Spelling::Text });
        let actions = [Spelling::Text, Spelling::Csv].map(|spelling| Self { paper: Paper::Actions, spelling });
        let minutes = [Spelling::Text, Spelling::Html, Spelling::Docx];
        let minutes = minutes.map(|spelling| Self { paper: Paper::Minutes, spelling });
        minutes.into_iter().chain(actions).chain(report).collect()
    }

    /// What the file's name ends in, after the meeting's.
    pub fn ending(self) -> String {
        format!(".{}.{}", self.paper.name(), self.spelling.ending())
    }
}

/// The papers and the spellings that there are, as a sentence.
pub fn names() -> String {
    let list = |names: Vec<&str>| names.join(", ");
    format!(
        "Papers: {}. Spellings: {}. Name a paper, a spelling of the minutes, or both, such as actions-csv",
        list(Paper::ALL.iter().map(|paper| paper.name()).collect()),
        list(Spelling::ALL.iter().map(|spelling| spelling.name()).collect()),
    )
}

/// Every name with what it means.
fn all() -> impl Iterator<Item = (String, Format)> {
    let alone = Spelling::ALL.into_iter().map(|spelling| {
        let paper = if spelling == Spelling::Csv { Paper::Actions } else { Paper::Minutes };
        (spelling.name().to_owned(), Format { paper, spelling })
    });
    let papers =
        Paper::ALL.into_iter().map(|paper| (paper.name().to_owned(), Format { paper, spelling: Spelling::Text }));
    let both = Format::every().map(|format| (format.name(), format));
    alone.chain(papers).chain(both)
}

fn unknown(name: &str) -> Problem {
    let known: Vec<String> = all().map(|(known, _)| known).collect();
    let problem = Problem::error(format!("there is no format '{name}'"));
    match did_you_mean(name, known.iter().map(String::as_str)) {
        Some(near) => problem.hint(format!("Did you mean '{near}'? {}", names())),
        None => problem.hint(names()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_a_paper_a_spelling_or_both() {
        for (name, paper, spelling) in [
            ("text", Paper::Minutes, Spelling::Text),
            ("minutes", Paper::Minutes, Spelling::Text),
            ("csv", Paper::Actions, Spelling::Csv),
            ("actions", Paper::Actions, Spelling::Text),
            ("Actions-CSV", Paper::Actions, Spelling::Csv),
            ("precept-report", Paper::PreceptReport, Spelling::Text),
            ("html", Paper::Minutes, Spelling::Html),
            ("actions-markdown", Paper::Actions, Spelling::Markdown),
        ] {
            assert_eq!(Format::named(name), Ok(Format { paper, spelling }), "{name}");
        }
    }

    #[test]
    fn a_slip_is_answered_with_the_name_that_was_meant() {
        let told = Format::named("action-csv").unwrap_err().to_string();
        assert!(told.contains("Did you mean 'actions-csv'?"), "{told}");
        assert!(Format::named("poem").unwrap_err().to_string().contains("Papers: minutes"));
    }
}
