//! What a terminal sends for a key in the spelling of `keys.toml`: `f4`, `ctrl-n`, `shift-tab`, `é`.

/// Keys that are sent as `ESC [ number ~`.
const NUMBERED: [(&str, u8); 12] = [
    ("insert", 2),
    ("delete", 3),
    ("pageup", 5),
    ("pagedown", 6),
    ("f5", 15),
    ("f6", 17),
    ("f7", 18),
    ("f8", 19),
    ("f9", 20),
    ("f10", 21),
    ("f11", 23),
    ("f12", 24),
];

/// Keys that are sent as `ESC [ letter`, or as `ESC O letter` for the function keys among them.
const LETTERED: [(&str, char); 10] = [
    ("up", 'A'),
    ("down", 'B'),
    ("right", 'C'),
    ("left", 'D'),
    ("home", 'H'),
    ("end", 'F'),
    ("f1", 'P'),
    ("f2", 'Q'),
    ("f3", 'R'),
    ("f4", 'S'),
];

#[derive(Default, Clone, Copy)]
struct Held {
    shift: bool,
    alt: bool,
    ctrl: bool,
}

impl Held {
    /// The number by which xterm names the modifiers held.
    fn number(self) -> u8 {
        1 + u8::from(self.shift) + 2 * u8::from(self.alt) + 4 * u8::from(self.ctrl)
    }
}

/// The bytes that xterm and its like send for `key`; an error names a key that no terminal can send.
pub(crate) fn encode(key: &str) -> Result<String, String> {
    let (held, name) = modifiers(key);
    special(held, name).or_else(|| character(held, name)).ok_or_else(|| format!("no terminal sends a key '{key}'"))
}

fn modifiers(key: &str) -> (Held, &str) {
    let mut held = Held::default();
    let mut rest = key;
    while let Some((word, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
        match word {
            "shift" => held.shift = true,
            "alt" => held.alt = true,
            "ctrl" => held.ctrl = true,
            _ => break,
        }
        rest = after;
    }
    (held, rest)
}

fn special(held: Held, name: &str) -> Option<String> {
    if name == "tab" && held.shift && !held.ctrl {
        return Some(if held.alt { "\x1b\x1b[Z" } else { "\x1b[Z" }.to_owned());
    }
    if let Some((_, number)) = NUMBERED.iter().find(|(known, _)| *known == name) {
        return Some(match held.number() {
            1 => format!("\x1b[{number}~"),
            modifiers => format!("\x1b[{number};{modifiers}~"),
        });
    }
    let (_, letter) = LETTERED.iter().find(|(known, _)| *known == name)?;
    Some(match held.number() {
        1 if name.starts_with('f') => format!("\x1bO{letter}"),
        1 => format!("\x1b[{letter}"),
        modifiers => format!("\x1b[1;{modifiers}{letter}"),
    })
}

/// A key that is sent as one character, with Esc before it for Alt.
fn character(held: Held, name: &str) -> Option<String> {
    let plain = match name {
        "enter" => '\r',
        "tab" => '\t',
        "esc" => '\x1b',
        "backspace" => '\x7f',
        "space" => ' ',
        _ => single(name)?,
    };
    let named = name.chars().count() > 1;
    let sent = match (held.ctrl, held.shift) {
        (true, false) if named && plain != ' ' => return None,
        (true, false) => controlled(plain)?,
        (false, true) if named => return None,
        (false, true) => single(&plain.to_uppercase().to_string())?,
        (true, true) => return None,
        (false, false) => plain,
    };
    let escape = if held.alt { "\x1b" } else { "" };
    Some(format!("{escape}{sent}"))
}

fn single(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}

/// The control character under a key, for the keys that have one.
fn controlled(plain: char) -> Option<char> {
    match plain {
        ' ' | '@' => Some('\0'),
        '/' | '_' => Some('\x1f'),
        'a'..='z' | '[' | '\\' | ']' => char::from_u32(u32::from(plain.to_ascii_uppercase()) & 0x1f),
        _ => None,
    }
}
