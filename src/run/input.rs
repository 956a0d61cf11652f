//! What the terminal sends, in words of ours: keys pressed, text pasted, a new size.
//!
//! Releases and repeats told apart by some terminals are settled here and nowhere else: a key counts once when it goes
//! down, and again for each repeat.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::key::{Code, Key};

/// From how many text keys on that arrive at once they are a paste. A hand types one key while the screen is drawn
/// some ten times; even a stuttering line seldom holds back four.
const BURST: usize = 4;

/// Something that the clerk or the terminal did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted, or came faster than a hand can type. It is text and never a command.
    Text(String),
    /// The screen has a new size; it is to be drawn afresh.
    Resized,
}

/// Translates events that were waiting together, in order. With `bursts`, text keys that crowd are one text.
pub fn translate(events: Vec<Event>, bursts: bool) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut crowd = Crowd { keys: Vec::new(), bursts };
    for event in events {
        match input(event) {
            Some(Input::Key(key)) if written(key).is_some() => crowd.keys.push(key),
            Some(other) => {
                crowd.settle(&mut inputs);
                inputs.push(other);
            }
            None => {}
        }
    }
    crowd.settle(&mut inputs);
    inputs
}

/// Text keys that came one right after the other.
struct Crowd {
    keys: Vec<Key>,
    bursts: bool,
}

impl Crowd {
    fn settle(&mut self, inputs: &mut Vec<Input>) {
        let keys = std::mem::take(&mut self.keys);
        if self.bursts && keys.len() >= BURST {
            inputs.push(Input::Text(keys.into_iter().filter_map(written).collect()));
        } else {
            inputs.extend(keys.into_iter().map(Input::Key));
        }
    }
}

/// What a key would write if it were part of a paste.
fn written(key: Key) -> Option<char> {
    match key.code {
        Code::Enter if key == Key::plain(Code::Enter) => Some('\n'),
        Code::Tab if key == Key::plain(Code::Tab) => Some('\t'),
        _ => key.letter(),
    }
}

fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => pressed(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Text(text)),
        Event::Resize(..) => Some(Input::Resized),
        _ => None,
    }
}

fn pressed(key: KeyEvent) -> Option<Key> {
    let held = |modifier| key.modifiers.contains(modifier);
    let (mut ctrl, mut alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
    let shift = held(KeyModifiers::SHIFT);
    let code = code(key.code)?;
    if let KeyCode::Char(letter) = key.code
        && ctrl
        && alt
        && !letter.is_ascii_alphanumeric()
    {
        // AltGr, which some systems tell as both: what it writes is what is meant.
        (ctrl, alt) = (false, false);
    }
    if key.code == KeyCode::BackTab {
        return Some(Key::new(ctrl, alt, true, Code::Tab));
    }
    Some(Key::new(ctrl, alt, shift, code))
}

fn code(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Char(letter) => Code::Char(letter),
        KeyCode::F(number @ 1..=24) => Code::F(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::{Input, translate};

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    fn typed(text: &str) -> Vec<Event> {
        let code = |letter| if letter == '\n' { KeyCode::Enter } else { KeyCode::Char(letter) };
        text.chars().map(|letter| key(code(letter), KeyModifiers::NONE)).collect()
    }

    fn spelt(inputs: &[Input]) -> String {
        let spell = |input: &Input| match input {
            Input::Key(key) => key.to_string(),
            Input::Text(text) => format!("{text:?}"),
            Input::Resized => "resized".to_owned(),
        };
        inputs.iter().map(spell).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn keys_are_named_as_in_the_key_file() {
        let (none, ctrl, alt, shift) =
            (KeyModifiers::NONE, KeyModifiers::CONTROL, KeyModifiers::ALT, KeyModifiers::SHIFT);
        for (code, modifiers, expected) in [
            (KeyCode::F(2), none, "f2"),
            (KeyCode::Char('n'), ctrl, "ctrl-n"),
            (KeyCode::Char('N'), ctrl | shift, "ctrl-n"),
            (KeyCode::Char('A'), shift, "A"),
            (KeyCode::Char('x'), alt, "alt-x"),
            (KeyCode::BackTab, shift, "shift-tab"),
            (KeyCode::Char('@'), ctrl | alt, "@"),
            (KeyCode::Char('e'), ctrl | alt, "ctrl-alt-e"),
            (KeyCode::Enter, alt, "alt-enter"),
            (KeyCode::CapsLock, none, ""),
        ] {
            assert_eq!(spelt(&translate(vec![key(code, modifiers)], true)), expected, "{code:?} {modifiers:?}");
        }
    }

    #[test]
    fn a_release_is_no_key() {
        let mut event = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(translate(vec![Event::Key(event)], true), []);
    }

    #[test]
    fn keys_that_crowd_are_text_and_chords_among_them_are_not() {
        assert_eq!(spelt(&translate(typed("abc"), true)), "a b c");
        assert_eq!(spelt(&translate(typed("one\ntwo\n"), true)), r#""one\ntwo\n""#);
        let mut events = typed("quit");
        events.push(key(KeyCode::F(2), KeyModifiers::NONE));
        events.extend(typed("ab"));
        assert_eq!(spelt(&translate(events, true)), r#""quit" f2 a b"#);
        assert_eq!(spelt(&translate(typed("quit\n"), false)), "q u i t enter");
    }

    #[test]
    fn a_paste_is_text_as_it_is() {
        assert_eq!(spelt(&translate(vec![Event::Paste("a\r\nb".to_owned())], true)), r#""a\r\nb""#);
    }
}
