//! Blocks: what minutes are made of, before any writer spells them.

use crate::meeting::id::FactId;

/// How a run of text stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    /// Not at all.
    #[default]
    Plain,
    /// In bold: the verb of a decision.
    Strong,
    /// In italics: a topic.
    Italic,
}

/// A run of text of one emphasis. It holds no writer's syntax.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// How it stands out.
    pub emphasis: Emphasis,
}

impl Run {
    /// A run without emphasis.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), emphasis: Emphasis::Plain }
    }
}

/// Runs in a row. A line feed in them begins a new line.
pub type Line = Vec<Run>;

/// The text of a line without its emphasis.
pub fn plain(line: &[Run]) -> String {
    line.iter().map(|run| run.text.as_str()).collect()
}

/// The lines of one cell of a table.
pub type Cell = Vec<Line>;

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is called by what reads it aloud; it is not printed.
    pub name: String,
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// One block of the minutes and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The fact it was built from, where there is one.
    pub fact: Option<FactId>,
    /// What it is.
    pub part: Part,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A mark across the head of the page: a draft, a rehearsal.
    Notice(String),
    /// The title, a line each.
    Title(Vec<String>),
    /// A labelled list of people in the head of the minutes.
    Attendance {
        /// The label, as printed.
        label: String,
        /// The people: one run-in list, or one person a line.
        lines: Vec<Line>,
    },
    /// The heading of an item.
    Heading {
        /// How deep the item stands, from 1.
        level: usize,
        /// Its number, as printed.
        number: String,
        /// Its title.
        text: String,
    },
    /// A paragraph.
    Paragraph(Line),
    /// A member of a numbered list.
    ListItem {
        /// Its number, as printed.
        marker: String,
        /// Its text.
        line: Line,
    },
    /// A member of a list without numbers.
    Bullet(Line),
    /// A paragraph set in: words that are quoted, such as those of a motion.
    Quote(Line),
    /// The heading before a run of decisions.
    DecisionHeading(String),
    /// A decision.
    Decision {
        /// Its words.
        line: Line,
        /// Whether it was taken; otherwise it is a draft of one.
        taken: bool,
    },
    /// A heading inside an item.
    Subheading(String),
    /// A jotting that has to be written up.
    ToWriteUp {
        /// Its number as a point, where its list is numbered.
        marker: String,
        /// Its text.
        line: Line,
    },
    /// A table.
    Table(Table),
    /// When the meeting began and ended.
    Times(Line),
    /// What stands below, for whoever signs.
    Signature(String),
}

impl Block {
    /// A block that comes from no single fact.
    pub fn of(part: Part) -> Self {
        Self { fact: None, part }
    }

    /// A block that comes from `fact`.
    pub fn from_fact(fact: FactId, part: Part) -> Self {
        Self { fact: Some(fact), part }
    }

    /// Its last line of text, where it has one that may be added to.
    pub(super) fn line_mut(&mut self) -> Option<&mut Line> {
        match &mut self.part {
            Part::Paragraph(line)
            | Part::ListItem { line, .. }
            | Part::Bullet(line)
            | Part::Quote(line)
            | Part::Decision { line, .. }
            | Part::ToWriteUp { line, .. } => Some(line),
            _ => None,
        }
    }
}
