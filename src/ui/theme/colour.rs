//! Colours as a theme file writes them, and what is left of them on a terminal that has fewer.

use ratatui::style::Color;

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None, as `NO_COLOR` asks for.
    None,
    /// The sixteen that have names.
    Sixteen,
    /// The 256 of the xterm table.
    TwoFiftySix,
    /// Every mixture of red, green and blue.
    True,
}

/// The sixteen colours that have names, with the mixtures that xterm shows for them.
const NAMED: [(&str, Color, [u8; 3]); 16] = [
    ("black", Color::Black, [0, 0, 0]),
    ("red", Color::Red, [205, 0, 0]),
    ("green", Color::Green, [0, 205, 0]),
    ("yellow", Color::Yellow, [205, 205, 0]),
    ("blue", Color::Blue, [0, 0, 238]),
    ("magenta", Color::Magenta, [205, 0, 205]),
    ("cyan", Color::Cyan, [0, 205, 205]),
    ("white", Color::Gray, [229, 229, 229]),
    ("bright-black", Color::DarkGray, [127, 127, 127]),
    ("bright-red", Color::LightRed, [255, 0, 0]),
    ("bright-green", Color::LightGreen, [0, 255, 0]),
    ("bright-yellow", Color::LightYellow, [255, 255, 0]),
    ("bright-blue", Color::LightBlue, [92, 92, 255]),
    ("bright-magenta", Color::LightMagenta, [255, 0, 255]),
    ("bright-cyan", Color::LightCyan, [0, 255, 255]),
    ("bright-white", Color::White, [255, 255, 255]),
];

/// The name of whatever the terminal itself draws with.
const DEFAULT: &str = "default";

/// The colour that `text` writes; the error says what to write instead.
pub(super) fn parse(text: &str) -> Result<Color, String> {
    if let Some(digits) = text.strip_prefix('#') {
        return mixture(digits).ok_or_else(|| near_mixture(digits));
    }
    if text == DEFAULT {
        return Ok(Color::Reset);
    }
    let named = NAMED.iter().find(|(name, ..)| *name == text);
    named.map(|(_, colour, _)| *colour).ok_or_else(|| near_name(text))
}

fn mixture(digits: &str) -> Option<Color> {
    if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok().map(Color::from_u32)
}

/// Three digits are the common short form, so the long one can be offered.
fn near_mixture(digits: &str) -> String {
    let doubled: String = digits.chars().flat_map(|digit| [digit, digit]).collect();
    if mixture(&doubled).is_some() {
        format!("Did you mean `#{doubled}`?")
    } else {
        "Write # and six digits from 0 to 9 and a to f, as in `#1c3d5a`".to_owned()
    }
}

fn near_name(text: &str) -> String {
    let names = || NAMED.iter().map(|(name, ..)| *name).chain([DEFAULT]);
    if let Some(near) = crate::problem::did_you_mean(text, names()) {
        return format!("Did you mean `{near}`?");
    }
    let all: Vec<&str> = names().collect();
    format!("Write a mixture such as `#1c3d5a`, or one of {}", all.join(", "))
}

/// The nearest to `colour` that a terminal of this depth shows.
pub(super) fn reduce(colour: Color, depth: Depth) -> Color {
    let Color::Rgb(red, green, blue) = colour else {
        return if depth == Depth::None { Color::Reset } else { colour };
    };
    let wanted = [red, green, blue];
    match depth {
        Depth::None => Color::Reset,
        Depth::Sixteen => {
            let nearest = NAMED.iter().min_by_key(|(.., shown)| distance(wanted, *shown));
            nearest.map_or(Color::Reset, |(_, colour, _)| *colour)
        }
        Depth::TwoFiftySix => {
            let nearest = (16..=u8::MAX).min_by_key(|index| distance(wanted, indexed(*index)));
            nearest.map_or(Color::Reset, Color::Indexed)
        }
        Depth::True => colour,
    }
}

/// The mixture that xterm shows for a colour of its table, from 16 on: a cube of six steps a side, then 24 greys.
pub(super) fn indexed(index: u8) -> [u8; 3] {
    if index >= 232 {
        return [8 + 10 * (index - 232); 3];
    }
    let step = |place: u8| if place == 0 { 0 } else { 55 + 40 * place };
    let cube = index.saturating_sub(16);
    [step(cube / 36), step(cube / 6 % 6), step(cube % 6)]
}

/// How different two mixtures look: differences of green weigh most and of blue least, as in the eye.
fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    const WEIGHTS: [u32; 3] = [3, 6, 1];
    let parts = one.into_iter().zip(other).zip(WEIGHTS);
    parts.map(|((a, b), weight)| weight * u32::from(a.abs_diff(b)).pow(2)).sum()
}
