//! A file with its syntax errors blanked out, so that the rest of it can be read, each thing at its own place.

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

/// How much is blanked for an error.
#[derive(Clone, Copy)]
enum Reach {
    /// The line on which the value begins: a list that was not closed seems to go on to the end of the file.
    Line,
    /// All of the value.
    Value,
}

/// What is left of a file, and what was taken out.
#[derive(Debug, Default)]
pub(super) struct Blanked {
    /// The file, as long as it was, with spaces for what was taken out. TOML without errors.
    pub(super) text: String,
    lost: Vec<Lost>,
}

/// A name that stood in what was taken out, at a place in the file.
#[derive(Debug)]
struct Lost {
    at: usize,
    name: String,
    heading: bool,
}

impl Blanked {
    /// Takes the errors out of a file that the parser made the best of as `table`; nothing where that does not help.
    pub(super) fn of(text: &str, table: &DeTable<'_>, errors: &[Error]) -> Option<Self> {
        [Reach::Line, Reach::Value].into_iter().find_map(|reach| {
            let spans = errors.iter().map(|error| error.span().map_or(text.len(), |span| span.start));
            let blanked = Self::without(text, &spans.map(|at| wrong(text, table, at, reach)).collect::<Vec<_>>());
            DeTable::parse_recoverable(&blanked.text).1.is_empty().then_some(blanked)
        })
    }

    fn without(text: &str, wrong: &[Range<usize>]) -> Self {
        let mut blanked = Self::default();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let end = at + line.len();
            if wrong.iter().any(|range| range.start < end && at <= range.end) {
                blanked.lost.extend(names(line, at));
                blanked
                    .text
                    .extend(line.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { byte.into() } else { ' ' }));
            } else {
                blanked.text.push_str(line);
            }
            at = end;
        }
        blanked
    }

    /// Whether a name that is missing from the table at `table` may have been taken out. The file itself is at no place.
    pub(super) fn accounts_for(&self, name: &str, table: Option<&Range<usize>>) -> bool {
        let from = table.map_or(0, |span| span.end);
        self.lost.iter().filter(|lost| lost.name == name).any(|lost| {
            let between = self.text.get(from..lost.at);
            lost.heading || between.is_some_and(|between| !between.lines().any(is_heading))
        })
    }
}

/// What has to go for the error at a place: the value that it is in, the section that it is the heading of, or its line.
fn wrong(text: &str, table: &DeTable<'_>, at: usize, reach: Reach) -> Range<usize> {
    let line = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    match (value_at(table, at), reach) {
        (Some(value), Reach::Line) => value.start..value.start,
        (Some(value), Reach::Value) => value,
        (None, _) => {
            let rest = text.get(line..).unwrap_or("");
            let own = rest.split_inclusive('\n').next().unwrap_or("");
            let below: usize = if is_heading(own) {
                let body = rest.split_inclusive('\n').skip(1).take_while(|line| !is_heading(line));
                body.map(str::len).sum()
            } else {
                0
            };
            line..(line + own.len() + below).saturating_sub(1).max(line)
        }
    }
}

/// The name with its value, as written after the name, that a place of the file is in or at the end of.
fn value_at(table: &DeTable<'_>, at: usize) -> Option<Range<usize>> {
    table.iter().find_map(|(name, value)| {
        let (name, span) = (name.span(), value.span());
        if span.start >= name.end && (name.start..=span.end).contains(&at) {
            return Some(name.start..span.end);
        }
        match value.get_ref() {
            DeValue::Table(table) => value_at(table, at),
            DeValue::Array(list) => list.iter().find_map(|entry| value_at(entry.get_ref().as_table()?, at)),
            _ => None,
        }
    })
}

fn is_heading(line: &str) -> bool {
    line.trim_start().starts_with('[')
}

/// The names that a line gives a value, or that stand in the heading it is.
fn names(line: &str, at: usize) -> Vec<Lost> {
    let heading = is_heading(line);
    let words: Vec<&str> = if heading {
        line.trim().trim_start_matches('[').split([']', '#']).take(1).collect()
    } else {
        // Where = is missing, the line begins with the name.
        let valued = line.rmatch_indices('=').filter_map(|(end, _)| line.get(..end)?.split_whitespace().next_back());
        valued.chain(line.split_whitespace().next()).collect()
    };
    let names = words.into_iter().flat_map(|word| word.split('.'));
    names.map(|name| Lost { at, name: name.trim().trim_matches(['"', '\'']).to_owned(), heading }).collect()
}
