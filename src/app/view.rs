//! What the screen shows beside the minutes themselves: pads, pages and words to read back, as plain data.
//!
//! A pad computes one of these from the model; the screen draws it without knowing which pad it is.

/// A short list of things to choose from or mark, over the meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PadView {
    /// What the pad is.
    pub title: String,
    /// A line under the title, such as what the pad waits for.
    pub lead: Option<String>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The row under the cursor, if it has one.
    pub chosen: Option<usize>,
    /// How many rows there are in all, where `rows` are only those around the chosen one.
    pub total: Option<usize>,
    /// A line under the rows, such as a count, or what is wrong with what was typed.
    pub foot: Option<(Tone, String)>,
    /// A line being typed in the pad.
    pub prompt: Option<Prompt>,
    /// Letters that do something here.
    pub hints: Vec<Hint>,
}

/// One row of a pad.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The letter that picks it.
    pub key: Option<char>,
    /// A mark that carries its state without colour: `●`, `○`, `✓`.
    pub mark: String,
    /// What it is.
    pub text: String,
    /// What is said of it, set apart.
    pub note: String,
    /// What kind of thing its state is, for the theme.
    pub tone: Tone,
}

/// What something on the screen means, for the theme to dress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Plain text.
    #[default]
    Plain,
    /// Of less weight.
    Dim,
    /// A heading among rows.
    Heading,
    /// Present, done, safe.
    Good,
    /// Apologies, deferred, to be looked at.
    Warning,
    /// Absent, failed, wrong.
    Bad,
}

/// A line being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// What is asked for.
    pub label: String,
    /// What has been typed.
    pub text: String,
    /// The cursor's place, in characters from the start of the text.
    pub cursor: usize,
    /// Words of the text that nobody knows, in bytes, in order.
    pub unknown: Vec<std::ops::Range<usize>>,
}

/// A key and what it does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The key as it is shown: `F2`, `Ctrl-Z`, `a`.
    pub key: String,
    /// What it does, in a word or two.
    pub text: String,
}

/// A line that tells the clerk something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// One or two plain sentences.
    pub text: String,
    /// What kind of news it is.
    pub tone: Tone,
}

/// A page to read, over everything else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageView {
    /// What it is.
    pub title: String,
    /// Its lines, each with its tone; longer ones are wrapped by the screen.
    pub lines: Vec<(Tone, String)>,
    /// The first line shown.
    pub scroll: usize,
    /// Which of its lines are to be proofread: words in them that nobody knows are marked. None where there are none.
    pub proofread: Vec<bool>,
    /// What is looked for in it, for a document that is read on the whole screen; nothing for a short page.
    pub search: Option<Search>,
}

/// What is looked for in a document, and where it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What is looked for; empty where nothing is.
    pub text: String,
    /// The cursor's place in it while it is typed, in characters from its start.
    pub typing: Option<usize>,
    /// Where it was found, in the order of the document. A find that goes over the end of a line has a mark on each.
    pub marks: Vec<Mark>,
    /// How many finds there are.
    pub finds: usize,
    /// Which of them is looked at, from 0.
    pub at: usize,
}

/// A part of a line that is, or belongs to, a find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The line, from 0.
    pub line: usize,
    /// The part of it, in bytes.
    pub part: std::ops::Range<usize>,
    /// Which find it belongs to, from 0.
    pub find: usize,
}

impl Search {
    /// The marks on a line.
    pub fn on(&self, line: usize) -> &[Mark] {
        let from = self.marks.partition_point(|mark| mark.line < line);
        let to = self.marks.partition_point(|mark| mark.line <= line);
        self.marks.get(from..to).unwrap_or_default()
    }
}

/// What covers the whole screen, if anything does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cover {
    /// Words to be read back to the room, large and calm, with nothing else on the screen.
    Words {
        /// What they are: "The decision before the meeting".
        title: String,
        /// The words, a paragraph each.
        paragraphs: Vec<String>,
    },
    /// Nothing but the body's name and the time, so that nobody reads the clerk's screen.
    Curtain {
        /// The body's name.
        body: String,
    },
}
