//! Exporting points to text, to pages and to documents.

use std::process::Command;
use std::time::Duration;

use quorate::meeting::fact::Content;
use quorate::meeting::state::State;
use quorate::minutes::write::Spelling;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;
use quorate::text::wrap;

use crate::Effort;
use crate::meetings::{Spread, long};
use crate::scratch::Scratch;
use crate::table::{heading, judged, ratio, row, shown};
use crate::timing::{Samples, timed};

/// The usual width of an export, in cells.
const WIDTH: usize = 80;
/// The most that ten times the points may take beyond ten times the time.
const LINEAR: f64 = 1.3;

/// What the minutes are spelt in, and its name.
const SPELLINGS: [(&str, Spelling); 3] = [("text", Spelling::Text), ("html", Spelling::Html), ("docx", Spelling::Docx)];

/// Measures it.
pub(crate) fn run(effort: Effort) {
    let sizes = [1_000, effort.pick(2_000, 10_000)];
    let about = "Yardsticks: the words of the same points wrapped by the same function, by turns; and pandoc making a \
                 document\nof the Markdown export, once, with the time it takes to start.";
    heading("Exporting the minutes", about, &["export", "wrapping", "pandoc"]);
    for (spread, name) in [(Spread::OneItem, "one item"), (Spread::ManyItems, "many items")] {
        let mut times = Vec::new();
        for size in sizes {
            let meeting = long(size, spread, 200).meeting;
            let (exports, wrapping) = measure(meeting.state(), effort.pick(3, 15));
            for ((spelling, _), export) in SPELLINGS.iter().zip(&exports) {
                let pandoc = if *spelling == "docx" { pandoc(meeting.state()) } else { String::new() };
                let verdict = format!("{:.1} times wrapping", ratio(*export, wrapping));
                row(
                    &format!("{size} points, {name}, {spelling}"),
                    &[shown(*export), shown(wrapping), pandoc],
                    &verdict,
                );
            }
            times.push(exports);
        }
        if let ([first, .., last], [few, .., many]) = (times.as_slice(), sizes) {
            for (((spelling, _), first), last) in SPELLINGS.iter().zip(first).zip(last) {
                let growth = ratio(*last, *first) * fraction(few, many);
                row(&format!("growth, {name}, {spelling}"), &[], &judged("linear", "NOT LINEAR", growth, LINEAR));
            }
        }
    }
}

fn measure(state: &State, rounds: usize) -> (Vec<Duration>, Duration) {
    let (mut exports, mut wrapping) = (SPELLINGS.map(|_| Samples::default()), Samples::default());
    for _ in 0..rounds {
        for (samples, (_, spelling)) in exports.iter_mut().zip(SPELLINGS) {
            samples.take(|| minutes(state, spelling));
        }
        wrapping.take(|| wrapped(state));
    }
    (exports.into_iter().map(|samples| samples.median()).collect(), wrapping.median())
}

fn minutes(state: &State, spelling: Spelling) -> Vec<u8> {
    spell(state, Format { spelling, ..Format::TEXT }, Page { width: WIDTH, place: For::File, private: false })
}

/// How long pandoc takes to make a document of the same minutes, or that it is not there.
fn pandoc(state: &State) -> String {
    let folder = Scratch::new();
    let (from, to) = (folder.file("minutes.md"), folder.file("minutes.docx"));
    if std::fs::write(&from, minutes(state, Spelling::Markdown)).is_err() {
        return "no room".to_owned();
    }
    let (time, ended) =
        timed(|| Command::new("pandoc").args(["-f", "markdown"]).arg(&from).arg("-o").arg(&to).status());
    match ended {
        Ok(status) if status.success() => shown(time),
        Ok(_) => "failed".to_owned(),
        Err(_) => "not installed".to_owned(),
    }
}

fn wrapped(state: &State) -> String {
    let mut text = String::new();
    let points = state.items().flat_map(|item| state.facts_of(item)).filter_map(|fact| match &fact.content {
        Content::Point(point) => Some(point),
        _ => None,
    });
    for turn in points.flat_map(|point| &point.turns) {
        for line in wrap(&turn.text, WIDTH) {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// One number over another, both small enough for it to be exact.
fn fraction(of: usize, over: usize) -> f64 {
    let exact = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    exact(of) / exact(over)
}
