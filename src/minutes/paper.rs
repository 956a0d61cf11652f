//! Papers: what can be made from the record of a meeting, each a title and a run of blocks.

use crate::meeting::state::State;

use super::block::Block;
use super::document;
use super::phrase::{Fill, Phrase, Value};
use super::sheet::{Foot, Sheet};
use super::style::Style;

/// Stand for the number of a page and the count of pages while the foot is filled. No text from outside holds them.
const PAGE: char = '\u{f8f0}';
const PAGES: char = '\u{f8f1}';

/// A paper that can be made from a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// The minutes.
    Minutes,
    /// The tables of decisions and of undertakings.
    Actions,
    /// What was decided, item by item.
    Decisions,
    /// What was undertaken, by whoever is to do it.
    Undertakings,
    /// Who was there.
    Attendance,
    /// What everybody may read of business taken in private, item by item.
    Summary,
    /// The minutes one item after the other, without line breaks inside paragraphs, to be pasted one by one.
    Items,
    /// The agenda.
    Agenda,
    /// A panel's report to its commissioner on a precept.
    PreceptReport,
}

impl Paper {
    /// All of them, the minutes first.
    pub const ALL: [Self; 9] = [
        Self::Minutes,
        Self::Actions,
        Self::Decisions,
        Self::Undertakings,
        Self::Attendance,
        Self::Summary,
        Self::Items,
        Self::Agenda,
        Self::PreceptReport,
    ];

    /// What a person calls it, and what stands in the names of its files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Actions => "actions",
            Self::Decisions => "decisions",
            Self::Undertakings => "undertakings",
            Self::Attendance => "attendance",
            Self::Summary => "summary",
            Self::Items => "items",
            Self::Agenda => "agenda",
            Self::PreceptReport => "precept-report",
        }
    }

    /// How the house calls it.
    const fn title(self) -> Phrase {
        match self {
            Self::Minutes => Phrase::PaperMinutes,
            Self::Actions => Phrase::PaperActions,
            Self::Decisions => Phrase::PaperDecisions,
            Self::Undertakings => Phrase::PaperUndertakings,
            Self::Attendance => Phrase::PaperAttendance,
            Self::Summary => Phrase::PaperSummary,
            Self::Items => Phrase::PaperItems,
            Self::Agenda => Phrase::PaperAgenda,
            Self::PreceptReport => Phrase::PaperPreceptReport,
        }
    }

    /// Its blocks, built as they are asked for. Papers made from the minutes say like them how far these have come.
    pub fn blocks<'a>(self, state: &'a State, style: &'a Style) -> Box<dyn Iterator<Item = Block> + 'a> {
        match self {
            Self::Actions | Self::Decisions | Self::Undertakings | Self::Attendance | Self::Summary => {
                Box::new(document::marks(state, style).into_iter().chain(self.own_blocks(state, style)))
            }
            Self::Minutes | Self::Items | Self::Agenda | Self::PreceptReport => self.own_blocks(state, style),
        }
    }

    fn own_blocks<'a>(self, state: &'a State, style: &'a Style) -> Box<dyn Iterator<Item = Block> + 'a> {
        match self {
            Self::Minutes => Box::new(document::minutes(state, style)),
            Self::Actions => Box::new(document::actions(state, style)),
            Self::Decisions => Box::new(document::decisions(state, style).into_iter()),
            Self::Undertakings => Box::new(document::undertakings(state, style).into_iter()),
            Self::Attendance => Box::new(document::attendance(state, style).into_iter()),
            Self::Summary => Box::new(document::summaries(state, style).into_iter()),
            Self::Items => Box::new(document::items(state, style)),
            Self::Agenda => Box::new(document::agenda_paper(state, style).into_iter()),
            Self::PreceptReport => Box::new(document::precept_report(state, style).into_iter()),
        }
    }

    /// Whether its paragraphs stay on one line in plain text, whatever the width of the page.
    pub const fn is_unwrapped(self) -> bool {
        matches!(self, Self::Items)
    }

    /// Whether it is a draft until the minutes are approved. The agenda never is.
    pub const fn is_minuted(self) -> bool {
        !matches!(self, Self::Agenda)
    }

    /// The tables that a spreadsheet gets of it: those of the paper, or the register where it has one of its own.
    pub fn tables<'a>(self, state: &'a State, style: &'a Style) -> Box<dyn Iterator<Item = Block> + 'a> {
        match self {
            Self::Actions => Box::new(std::iter::once(document::register(state, style))),
            paper => paper.blocks(state, style),
        }
    }

    /// What is true of the whole paper; `mark` stands at the head of every page.
    pub fn sheet(self, state: &State, style: &Style, mark: &str) -> Sheet {
        sheet(&style.label(self.title()), state, style, mark)
    }
}

/// What is true of the whole of a paper that is called `name`; `mark` stands at the head of every page.
pub fn sheet(name: &str, state: &State, style: &Style, mark: &str) -> Sheet {
    let fill = Fill::new(state, style);
    let (body, date) = (Value::text(Some(&state.body().name)), Value::Date(state.agenda().date));
    let title = [("paper", Value::text(Some(name))), ("body", body.clone()), ("date", date.clone())];
    Sheet {
        title: one_line(&fill.text(Phrase::DocumentTitle, &title)),
        body: state.body().name.clone(),
        language: style.language.clone(),
        head: one_line(
            &fill.text(Phrase::RunningHead, &[("body", body), ("date", date), ("mark", Value::text(Some(mark)))]),
        ),
        foot: foot(style),
        initials: style.label(Phrase::Initials),
    }
}

/// What stands at the foot of every page: which of how many it is, in the words of the house.
pub fn foot(style: &Style) -> Vec<Foot> {
    let value = |slot: &str| if slot == "page" { PAGE } else { PAGES }.to_string();
    let text = one_line(&style.template(Phrase::PageNumber, 1).map_or_else(String::new, |it| it.with(&value)));
    let parts = text.split_inclusive([PAGE, PAGES]).flat_map(|part| {
        let field = match part.chars().next_back() {
            Some(PAGE) => Some(Foot::Page),
            Some(PAGES) => Some(Foot::Pages),
            _ => None,
        };
        let words = part.trim_end_matches([PAGE, PAGES]).to_owned();
        (!words.is_empty()).then_some(Foot::Text(words)).into_iter().chain(field)
    });
    parts.collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::minutes::sample::{Scene, agenda, panel_style};

    #[test]
    fn a_sheet_names_the_paper_and_counts_its_pages() {
        let scene = Scene::new(agenda(Vec::new()));
        let sheet = Paper::Minutes.sheet(scene.state(), &panel_style(), "DRAFT");
        assert!(sheet.title.starts_with("Minutes – "), "{sheet:?}");
        assert!(sheet.head.ends_with(" – DRAFT"), "{sheet:?}");
        let words = |text: &str| Foot::Text(text.to_owned());
        assert_eq!(sheet.foot, [words("Page "), Foot::Page, words(" of "), Foot::Pages]);
    }

    #[test]
    fn names_are_all_different() {
        let names: std::collections::BTreeSet<&str> = Paper::ALL.iter().map(|paper| paper.name()).collect();
        assert_eq!(names.len(), Paper::ALL.len());
    }
}
