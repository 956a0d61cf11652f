//! Phrases: every sentence and label that minutes can contain, with the slots that each may use.
//!
//! A house style maps a phrase to text. In that text `{slot}` or `{slot:form}` stands for a value, `[ ]` for words that
//! are dropped when a slot directly inside them is empty, `* *` for emphasis, and `\` for the next character itself.
//! [`Template::parse`] checks all of it when the style is read, so that nothing can be wrong when minutes are built.

mod declare;
mod fill;
mod list;
mod template;
#[cfg(test)]
mod tests;

pub use fill::capitalised;
pub use fill::{Fill, Value, Who, to_marked};
pub use list::Phrase;
pub use template::{Fault, Template};

/// What kind of value a slot takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One person, party or body, or several.
    People,
    /// Words.
    Text,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A number.
    Number,
}

/// How a value is spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The usual way: people as the minutes call them, dates and times in the style's format.
    Usual,
    /// "Councillor Dennis Jones".
    Full,
    /// "Councillor Jones", "Edward Leigh"; several as "Councillors Jones, Ferguson and Varkey".
    Formal,
    /// "A Gilderdale", as in the list of members present.
    List,
    /// "the Chair" for those who hold an office, otherwise the post: "the Monitoring Officer".
    Office,
    /// he, she, they.
    He,
    /// him, her, them.
    Him,
    /// his, her, their.
    His,
    /// In capitals.
    Caps,
    /// With "a" or "an" before it.
    A,
    /// With a small first letter, as in the middle of a sentence.
    Lower,
    /// With the day of the week.
    Weekday,
    /// As dates are written where there is little room.
    Short,
    /// Small numbers as words.
    Spelt,
}

impl Kind {
    /// What a person calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Text => "text",
            Self::Date => "date",
            Self::Time => "time",
            Self::Number => "number",
        }
    }

    /// The forms that a value of this kind has, by the names that styles use.
    pub const fn forms(self) -> &'static [(&'static str, Form)] {
        match self {
            Self::People => &[
                ("called", Form::Usual),
                ("full", Form::Full),
                ("formal", Form::Formal),
                ("surnames", Form::Formal),
                ("list", Form::List),
                ("office", Form::Office),
                ("he", Form::He),
                ("him", Form::Him),
                ("his", Form::His),
                ("caps", Form::Caps),
            ],
            Self::Text => &[("caps", Form::Caps), ("a", Form::A), ("lower", Form::Lower)],
            Self::Date => &[("caps", Form::Caps), ("weekday", Form::Weekday), ("short", Form::Short)],
            Self::Time => &[],
            Self::Number => &[("words", Form::Spelt)],
        }
    }
}

/// A place in a phrase for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its name in styles.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
}

/// What a phrase is to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A sentence, which begins with a capital letter.
    Sentence,
    /// A label or a part of a sentence, printed as it is written.
    Label,
}

/// What is declared about a phrase.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Its name in styles.
    pub name: &'static str,
    /// What it is for, for whoever writes a style.
    pub says: &'static str,
    /// What it is to the page.
    pub role: Role,
    /// The slots it may use.
    pub slots: &'static [Slot],
    /// Its default texts: one, or three for none, one and many of what it counts.
    pub defaults: &'static [&'static str],
}

/// The names of the forms of a phrase that counts, in the order of its texts.
pub const COUNTS: [&str; 3] = ["none", "one", "many"];

impl Spec {
    /// Whether it has texts for none, one and many.
    pub const fn counts(&self) -> bool {
        self.defaults.len() == COUNTS.len()
    }
}
