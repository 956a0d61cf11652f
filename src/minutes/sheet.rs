//! What is true of a whole document: its properties, and what runs along every page of it.

/// A document's properties. Writers that have no place for one of them leave it out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called, on one line.
    pub title: String,
    /// The body whose paper it is.
    pub body: String,
    /// The language of its text, as a tag of BCP 47.
    pub language: String,
    /// What stands at the head of every page, on one line.
    pub head: String,
    /// What stands at the foot of every page.
    pub foot: Vec<Foot>,
    /// Where whoever signs puts their initials on every page; empty where the house asks for none.
    pub initials: String,
}

/// A part of the foot of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foot {
    /// Words.
    Text(String),
    /// The number of the page.
    Page,
    /// How many pages there are.
    Pages,
}
