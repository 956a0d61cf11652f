//! Exporting points to text.

use std::time::Duration;

use quorate::meeting::fact::Content;
use quorate::meeting::state::State;
use quorate::run::cli::Format;
use quorate::run::export::{For, spell};
use quorate::text::wrap;

use crate::Effort;
use crate::meetings::{Spread, long};
use crate::table::{heading, judged, ratio, row, shown};
use crate::timing::Samples;

/// The usual width of an export, in cells.
const WIDTH: usize = 80;
/// The most that a point of a long meeting may take of one of a short meeting's time.
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
            times.push(export / u32::try_from(size).unwrap_or(u32::MAX));
        }
        if let [few, .., many] = times.as_slice() {
            let growth = ratio(*many, *few);
            row(&format!("growth, {name}"), &[], &judged("linear", "NOT LINEAR", growth, LINEAR));
        }
    }
}

fn measure(state: &State, rounds: usize) -> (Duration, Duration) {
    let (mut export, mut wrapping) = (Samples::default(), Samples::default());
    for _ in 0..rounds {
        export.take(|| spell(state, &[Format::Text], WIDTH, For::File));
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
