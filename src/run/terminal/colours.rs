//! How many colours the terminal shows, from what its environment says.

use std::env;

use crate::ui::theme::Depth;

/// How many colours to draw with; none where `NO_COLOR` asks for none, and then the plain theme is the one to use.
pub fn depth() -> Depth {
    if anstyle_query::no_color() {
        return Depth::None;
    }
    let named = |name| env::var(name).unwrap_or_default();
    // The terminal of Windows names itself only by its session.
    let modern = anstyle_query::truecolor() || env::var_os("WT_SESSION").is_some();
    from(modern, &named("TERM"))
}

/// The depth of a terminal that claims every colour or not, and is of the kind `term`.
pub(super) fn from(every: bool, term: &str) -> Depth {
    if every || term.ends_with("-direct") {
        Depth::True
    } else if term.contains("256color") {
        Depth::TwoFiftySix
    } else if matches!(term, "dumb" | "vt100" | "vt220") {
        Depth::None
    } else {
        Depth::Sixteen
    }
}
