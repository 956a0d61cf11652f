//! The guard's promises, on a terminal that notes what it is told and refuses when it is asked to.

use std::io::{self, Write};

use super::Unavailable;
use super::colours;
use super::modes::{Device, Modes};
use super::panics::message;
use crate::ui::theme::Depth;

/// Notes what is set and what is undone, and refuses from the `refuses`-th request on, for `times` requests.
#[derive(Default)]
struct Watched {
    written: Vec<u8>,
    raw: Vec<bool>,
    requests: usize,
    refuses: Option<(usize, usize)>,
}

impl Watched {
    fn refusing(first: usize, times: usize) -> Self {
        Self { refuses: Some((first, times)), ..Self::default() }
    }

    fn request(&mut self) -> io::Result<()> {
        let number = self.requests;
        self.requests += 1;
        match self.refuses {
            Some((first, times)) if (first..first.saturating_add(times)).contains(&number) => {
                Err(io::Error::other("refused"))
            }
            _ => Ok(()),
        }
    }

    fn text(&self) -> String {
        String::from_utf8(self.written.clone()).unwrap()
    }
}

impl Write for Watched {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.request()?;
        self.written.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Device for Watched {
    fn raw(&mut self, on: bool) -> io::Result<()> {
        self.request()?;
        self.raw.push(on);
        Ok(())
    }
}

/// Each thing set, with what undoes it.
const PAIRS: [(&str, &str); 3] =
    [("\x1b[22;0t", "\x1b[23;0t"), ("\x1b[?1049h", "\x1b[?1049l"), ("\x1b[?2004h", "\x1b[?2004l")];

#[test]
fn everything_set_is_undone_in_the_opposite_order_and_once() {
    let (modes, mut device) = (Modes::new(), Watched::default());
    modes.set_all(Some("quorate"), &mut device).unwrap();
    modes.undo_all(&mut device);
    modes.undo_all(&mut device);
    assert_eq!(device.raw, [true, false]);
    assert_eq!(
        device.text(),
        "\x1b[22;0t\x1b]0;quorate\x07\x1b[?1049h\x1b[?2004h\
         \x1b[0m\x1b[?25h\x1b[?2004l\x1b[?1049l\x1b[23;0t"
    );
}

#[test]
fn without_a_title_the_window_keeps_its_own() {
    let (modes, mut device) = (Modes::new(), Watched::default());
    modes.set_all(None, &mut device).unwrap();
    modes.undo_all(&mut device);
    assert!(!device.text().contains("\x1b[22") && !device.text().contains("\x1b[23"));
}

#[test]
fn nothing_is_undone_that_was_never_set() {
    let (modes, mut device) = (Modes::new(), Watched::default());
    modes.undo_all(&mut device);
    assert_eq!(device.requests, 0);
}

#[test]
fn a_refusal_at_any_step_leaves_nothing_set() {
    let mut whole = Watched::default();
    Modes::new().set_all(Some("quorate"), &mut whole).unwrap();
    for step in 0..whole.requests {
        let (modes, mut device) = (Modes::new(), Watched::refusing(step, 1));
        assert!(modes.set_all(Some("quorate"), &mut device).is_err(), "step {step}");
        modes.undo_all(&mut device);
        for (set, undone) in PAIRS {
            let text = device.text();
            assert!(!text.contains(set) || text.contains(undone), "step {step}: {text:?}");
        }
        assert_ne!(device.raw.last(), Some(&true), "step {step}");
    }
}

#[test]
fn a_refusal_while_undoing_does_not_keep_the_rest_from_being_undone() {
    let (modes, mut device) = (Modes::new(), Watched::default());
    modes.set_all(Some("quorate"), &mut device).unwrap();
    device.refuses = Some((device.requests, 2));
    modes.undo_all(&mut device);
    assert_eq!(device.raw, [true, false]);
    assert!(device.text().ends_with("\x1b[?1049l\x1b[23;0t"), "{:?}", device.text());
}

#[test]
fn a_title_cannot_give_orders() {
    let (modes, mut device) = (Modes::new(), Watched::default());
    modes.set_all(Some("a\x07\x1b[2Jb\u{9b}c\n"), &mut device).unwrap();
    assert!(device.text().contains("\x1b]0;a[2Jbc\x07"), "{:?}", device.text());
}

#[test]
fn the_messages_are_plain_sentences() {
    let told = [
        Unavailable::NotATerminal.to_string(),
        Unavailable::Refused(io::Error::other("it is gone")).to_string(),
        message(Some("src/ui/frame.rs, line 12")),
        message(None),
    ];
    for text in told {
        assert!(text.ends_with('.') && !text.contains("  "), "{text}");
    }
}

#[test]
fn the_depth_is_what_the_environment_says() {
    for (every, term, expected) in [
        (true, "xterm", Depth::True),
        (false, "xterm-direct", Depth::True),
        (false, "xterm-256color", Depth::TwoFiftySix),
        (false, "tmux-256color", Depth::TwoFiftySix),
        (false, "xterm", Depth::Sixteen),
        (false, "linux", Depth::Sixteen),
        (false, "", Depth::Sixteen),
        (false, "vt220", Depth::None),
    ] {
        assert_eq!(colours::from(every, term), expected, "{term}");
    }
}
