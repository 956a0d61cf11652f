//! Printing figures beside their yardsticks.

use std::time::Duration;

/// Prints the heading of a part, with a line that says what its columns are.
pub(crate) fn heading(title: &str, about: &str, columns: &[&str]) {
    println!("\n{title}\n{about}\n");
    row("", &columns.iter().map(|column| (*column).to_owned()).collect::<Vec<_>>(), "");
}

/// Prints a row: what it is, its figures and what they come to.
pub(crate) fn row(name: &str, figures: &[String], verdict: &str) {
    print!("  {name:<34}");
    for figure in figures {
        print!("{figure:>14}");
    }
    println!("{}", format!("  {verdict}").trim_end());
}

/// A duration in the unit that suits it.
pub(crate) fn shown(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    match micros {
        ..1e3 => format!("{micros:.1} µs"),
        1e3..1e6 => format!("{:.2} ms", micros / 1e3),
        _ => format!("{:.2} s", micros / 1e6),
    }
}

/// How many times `yardstick` a figure is.
pub(crate) fn ratio(figure: Duration, yardstick: Duration) -> f64 {
    figure.as_secs_f64() / yardstick.as_secs_f64().max(f64::EPSILON)
}

/// A ratio with the most that it should be: "flat: 1.08 (at most 1.3)", or the same in capitals where it is more.
pub(crate) fn judged(good: &str, bad: &str, ratio: f64, most: f64) -> String {
    format!("{}: {ratio:.2} (at most {most})", if ratio <= most { good } else { bad })
}
