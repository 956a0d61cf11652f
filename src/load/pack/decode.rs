//! Text of bytes in the encodings that papers come in.

use std::fmt::Write;

use crate::problem::Problem;

/// The largest pack that is read, in bytes. Ten thousand pages of text are a third of it.
pub const LARGEST: usize = 96 * 1024 * 1024;

/// Text, and what was odd about how it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// One plain sentence, without its full stop, where the text is not UTF-8.
    pub odd: Option<String>,
}

/// What a file's first bytes say it is, where it is no text, and what to do with it.
const OTHER_KINDS: [(&[u8], &str, &str); 5] = [
    (b"%PDF", "a PDF", "Make text of it first: `pdftotext -layout PACK.pdf`, and import PACK.txt"),
    (
        b"PK\x03\x04",
        "a Word file or another archive",
        "Save it as plain text first, or as a PDF of which `pdftotext -layout` makes text",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Save it as plain text first"),
    (b"{\\rtf", "rich text (RTF)", "Save it as plain text first"),
    (b"\x89PNG", "a picture", "Only text can be read; scanned papers need recognition of characters first"),
];

/// How the source of a page of the web begins.
const PAGES: [&str; 9] = ["<!doctype html", "<html", "<head", "<body", "<div", "<table", "<meta", "<?xml", "<section"];

/// Makes text of the bytes of a pack: UTF-8, UTF-16 with or without its mark, or else Windows-1252.
///
/// Fails for a file that is no text, is empty, or is beyond [`LARGEST`].
pub fn decode(file: &str, bytes: &[u8]) -> Result<Decoded, Problem> {
    if bytes.len() > LARGEST {
        let limit = LARGEST / 1024 / 1024;
        let problem = Problem::error(format!("'{file}' is larger than {limit} MB, the most that is read"));
        return Err(problem.hint("Check that it is the text of one pack"));
    }
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(bytes.len());
    let head = bytes.get(start..).unwrap_or_default();
    if let Some((_, kind, hint)) = OTHER_KINDS.iter().find(|(magic, ..)| head.starts_with(magic)) {
        return Err(Problem::error(format!("'{file}' is {kind}, not text")).hint(*hint));
    }
    let beginning = String::from_utf8_lossy(head.get(..64).unwrap_or(head)).to_lowercase();
    if PAGES.iter().any(|page| beginning.starts_with(page)) {
        let problem = Problem::error(format!("'{file}' is the source of a web page, not its text"));
        return Err(problem.hint("Open the page in a browser, copy its text, and save that"));
    }
    let mut decoded = text_of(bytes);
    if !decoded.text.contains('\n') && decoded.text.contains('\r') {
        // As old Macintosh programs end lines.
        decoded.text = decoded.text.replace('\r', "\n");
    }
    if decoded.text.trim().is_empty() {
        let hint = "A scanned PDF gives no text; it needs recognition of characters first";
        return Err(Problem::error(format!("'{file}' has no words in it")).hint(hint));
    }
    Ok(decoded)
}

fn text_of(bytes: &[u8]) -> Decoded {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(little) = wide(bytes) {
        let rest = bytes.strip_prefix(b"\xff\xfe").or(bytes.strip_prefix(b"\xfe\xff")).unwrap_or(bytes);
        let units = rest.chunks_exact(2).map(|pair| match pair {
            [low, high] if little => u16::from_le_bytes([*low, *high]),
            [high, low] => u16::from_be_bytes([*high, *low]),
            _ => 0,
        });
        let text = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        return Decoded { text, odd: Some("the text is saved as UTF-16; it was read as that".to_owned()) };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), odd: None },
        Err(error) => {
            let line = bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count() + 1;
            let mut odd = "the text is not UTF-8; it was read as Windows-1252".to_owned();
            _ = write!(odd, ", so check the accents and pound signs from line {line} on");
            Decoded { text: bytes.iter().map(|byte| letter(*byte)).collect(), odd: Some(odd) }
        }
    }
}

/// Whether bytes are UTF-16, and if so whether the low byte of each pair comes first.
fn wide(bytes: &[u8]) -> Option<bool> {
    if bytes.starts_with(b"\xff\xfe") {
        return Some(true);
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Some(false);
    }
    // English text in UTF-16 has a nought in nearly every other place.
    let head = bytes.get(..bytes.len().min(2_000)).unwrap_or(bytes);
    let noughts = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (noughts(0), noughts(1));
    let most = head.len() / 2 * 4 / 5;
    match () {
        () if head.len() < 4 => None,
        () if odd >= most && even < most / 2 => Some(true),
        () if even >= most && odd < most / 2 => Some(false),
        () => None,
    }
}

/// The letter of a byte of Windows-1252.
fn letter(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let high = byte.checked_sub(0x80).and_then(|place| FROM_80.get(usize::from(place)));
    high.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_any_usual_encoding() {
        let wide = |little: bool, text: &str| -> Vec<u8> {
            let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
            text.encode_utf16().flat_map(bytes).collect()
        };
        for (bytes, odd) in [
            ("Siân – £5".as_bytes().to_vec(), None),
            ([b"\xef\xbb\xbf".to_vec(), "Siân – £5".as_bytes().to_vec()].concat(), None),
            (b"Si\xe2n \x96 \xa35".to_vec(), Some("Windows-1252")),
            ([b"\xff\xfe".to_vec(), wide(true, "Siân – £5")].concat(), Some("UTF-16")),
            ([b"\xfe\xff".to_vec(), wide(false, "Siân – £5")].concat(), Some("UTF-16")),
        ] {
            let read = decode("pack.txt", &bytes).expect("text");
            assert_eq!(read.text, "Siân – £5", "{bytes:?}");
            assert_eq!(read.odd.is_some(), odd.is_some());
            assert!(read.odd.unwrap_or_default().contains(odd.unwrap_or_default()));
        }
        assert_eq!(
            decode("p", &wide(true, "plain words of some length")).expect("text").text,
            "plain words of some length"
        );
    }

    #[test]
    fn lines_may_end_as_on_old_machines() {
        assert_eq!(decode("p", b"one\rtwo").expect("text").text, "one\ntwo");
        assert_eq!(decode("p", b"one\r\ntwo").expect("text").text, "one\r\ntwo");
    }

    #[test]
    fn what_is_no_text_is_said() {
        for (bytes, wanted) in [
            (b"%PDF-1.7\n".as_slice(), "pdftotext -layout"),
            (b"PK\x03\x04\x14", "Word file"),
            (b"\xd0\xcf\x11\xe0\xa1", "old Word"),
            (b"{\\rtf1", "plain text"),
            (b"\n<!DOCTYPE html><html>", "browser"),
            (b"<div class=\"agenda\"><p>1. Apologies</p>", "browser"),
            (b"", "no words"),
            (b" \n\x0c \n", "no words"),
        ] {
            let said = decode("pack.pdf", bytes).expect_err("no text").to_string();
            assert!(said.contains(wanted), "{said}");
        }
    }
}
