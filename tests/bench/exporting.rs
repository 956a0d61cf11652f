//! Exporting points to text.

use std::time::Duration;

use quorate::meeting::fact::Content;
use quorate::meeting::state::State;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;
use quorate::text::wrap;

use crate::Effort;
use crate::meetings::{Spread, long};
use crate::table::{heading, judged, ratio, row, shown};
use crate::timing::Samples;

/// The usual width of an export, in cells.
const WIDTH: usize = 80;
/// The most that ten times the points may take beyond ten times the time.
const LINEAR: f64 = 1.3;

/// Measures it.
pub(crate) fn run(effort: Effort) {
    let sizes = [1_000, effort.pick(2_000, 10_000)];
    let about = "Yardstick: the words of the same points wrapped by the same function, by turns.";
    heading("Exporting to text", about, &["export", "wrapping"]);
    for (spread, name) in [(Spread::OneItem, "one item"), (Spread::ManyItems, "many items")] {
        let mut times = Vec::new();
        for size in sizes {
            let (export, wrapping) = measure(long(size, spread, 200).meeting.state(), effort.pick(3, 15));
            let verdict = format!("{:.1} times the yardstick", ratio(export, wrapping));
            row(&format!("{size} points, {name}"), &[shown(export), shown(wrapping)], &verdict);
            times.push(export);
        }
        if let ([first, .., last], [few, .., many]) = (times.as_slice(), sizes) {
            let growth = ratio(*last, *first) * fraction(few, many);
            row(&format!("growth, {name}"), &[], &judged("linear", "NOT LINEAR", growth, LINEAR));
        }
    }
}

fn measure(state: &State, rounds: usize) -> (Duration, Duration) {
    let (mut export, mut wrapping) = (Samples::default(), Samples::default());
    for _ in 0..rounds {
        export.take(|| spell(state, Format::TEXT, Page { width: WIDTH, place: For::File, private: false }));
        wrapping.take(|| wrapped(state));
    }
    (export.median(), wrapping.median())
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
