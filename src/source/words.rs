//! What a parser or a type says, in a clerk's words.

use super::de::Fault;
use super::tree::Value;
use crate::problem::did_you_mean;
use crate::text::cut;

/// What is wrong, and what to do about it.
type Words = (String, Option<String>);

/// The most of a quoted value that is shown, in cells.
const QUOTED: usize = 40;

/// A syntax error: what the parser says of it and the text it points at.
pub(super) fn syntax(message: &str, found: &str) -> Words {
    let found = cut(found.trim(), QUOTED);
    let (what, hint) = match message {
        "duplicate key" => (format!("`{found}` is here twice"), "Keep one of the two"),
        said if said.starts_with("string values must be quoted") => unquoted(&found),
        said if said.starts_with("invalid multi-line") => (
            "text over several lines begins above and is not closed".to_owned(),
            "Close it with the three marks it began with",
        ),
        said if said.starts_with("invalid basic string") || said.starts_with("invalid literal string") => (
            "this text has no closing quotation mark, or a character that cannot stand in it".to_owned(),
            "Close it with the mark it began with; for text over several lines use \"\"\"",
        ),
        said if said.starts_with("unclosed array table") => ("this heading is not closed".to_owned(), "End it with ]]"),
        said if said.starts_with("unclosed table") => ("this heading is not closed".to_owned(), "End it with ]"),
        said if said.starts_with("unclosed array") => ("this list is not closed".to_owned(), "End it with ]"),
        said if said.starts_with("unclosed inline table") => ("this group is not closed".to_owned(), "End it with }"),
        said if said.starts_with("missing comma") => {
            ("a comma is missing here".to_owned(), "Put a comma between the two values, or ] after the last one")
        }
        said if said.starts_with("extra comma") => ("there is a comma too many here".to_owned(), "Take it away"),
        said if said.starts_with("key with no value") => (
            "this line has a name but no value".to_owned(),
            "Write `name = value`, or begin the line with # if it is a remark",
        ),
        said if said.starts_with("missing value") => {
            ("the value after = is missing".to_owned(), "Write it, or take the line away")
        }
        said if said.starts_with("invalid unquoted key") => (
            format!("`{found}` cannot stand in a name"),
            "Use letters, digits, - and _, or put the name in quotation marks",
        ),
        said if said.starts_with("unexpected key or value") || said.starts_with("unexpected content") => {
            ("there is more on this line than belongs here".to_owned(), "Begin a new line")
        }
        said if said.starts_with("unexpected leading zero") => {
            ("a number cannot begin with 0 here".to_owned(), "Take the 0 away, or write it as \"text\"")
        }
        said if said.starts_with("missing escaped value") || said.starts_with("too few unicode") => {
            ("a \\ in text must be followed by a known letter".to_owned(), "Write \\\\ for the character itself")
        }
        said if said.starts_with("unquoted keys cannot be empty") => {
            ("the name before = is missing".to_owned(), "Write it, or take the line away")
        }
        said if said.starts_with("cannot extend") => {
            (format!("`{found}` has a value already"), "Give one of the two another name")
        }
        said if said.starts_with("invalid date") || said.starts_with("invalid time") => {
            (format!("`{found}` is not a date or time"), "Write it as in 2023-07-19 or 18:30")
        }
        said if said.contains("recur") => {
            ("this is nested too deeply".to_owned(), "Use fewer levels of tables and lists")
        }
        other => return (format!("this cannot be read: {other}"), None),
    };
    (what, Some(hint.to_owned()))
}

/// A value that is neither a number, a date, true nor false, and has no quotation marks.
fn unquoted(found: &str) -> (String, &'static str) {
    let digits = found.starts_with(|letter: char| letter.is_ascii_digit());
    if found.is_empty() {
        ("the value after = is missing".to_owned(), "Write it, or take the line away")
    } else if found.starts_with(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']) {
        (format!("{found} has curly quotation marks"), "Use the straight ones, \"text\"")
    } else if ["yes", "no", "on", "off"].iter().any(|word| found.eq_ignore_ascii_case(word)) {
        (format!("`{found}` is not a value"), "Write true or false, or put it in quotation marks if it is text")
    } else if digits && found.contains(char::is_whitespace) {
        (
            format!("`{found}` is more than one value"),
            "Put commas between the values of a list, or quotation marks around text",
        )
    } else {
        let hint = "Write it as \"text\"; only numbers, dates, true and false go without";
        (format!("`{found}` needs quotation marks around it"), hint)
    }
}

/// A key that its table does not have.
pub(super) fn unknown(key: &str, fields: &[&str]) -> (String, String) {
    let what = format!("`{}` is not known here", cut(key, QUOTED));
    let hint = match did_you_mean(key, fields.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None if fields.is_empty() => "Nothing can stand here; take it away".to_owned(),
        None => format!("Known here: {}", quoted(fields)),
    };
    (what, hint)
}

/// A value, called `name`, that its type refuses.
pub(super) fn fault(value: &Value, name: &str, fault: &Fault) -> Words {
    match fault {
        Fault::Kind(wanted) => {
            let what = format!("{name} is {} here; it should be {}", kind(value), expected(wanted));
            (what, remedy(value, wanted))
        }
        Fault::Range(found, wanted) => {
            (format!("{name} is {} here; it should be {}", cut(found, QUOTED), expected(wanted)), None)
        }
        Fault::UnknownChoice(given, choices) => {
            let what = if name == format!("`{given}`") {
                // The choice is itself the key of a table.
                format!("{name} is not a choice here")
            } else {
                format!("{name} cannot be \"{}\"", cut(given, QUOTED))
            };
            let hint = match did_you_mean(given, choices.iter().copied()) {
                Some(near) => format!("Did you mean \"{near}\"?"),
                None => format!("Choose from {}", quoted(choices)),
            };
            (what, Some(hint))
        }
        Fault::UnknownKey(key, fields) => {
            let (what, hint) = unknown(key, fields);
            (what, Some(hint))
        }
        Fault::Missing(field) => (format!("`{field}` is missing from {name}"), None),
        Fault::Other(words) => (format!("{name} cannot be used: {words}"), None),
        Fault::Known => (format!("{name} cannot be used"), None),
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Text(_) => "text",
        Value::Whole(_) => "a whole number",
        Value::Decimal(_) => "a decimal number",
        Value::Flag(true) => "`true`",
        Value::Flag(false) => "`false`",
        Value::Date(_) => "a date or time",
        Value::List(_) => "a list",
        Value::Table(_) => "a table",
    }
}

/// What serde expected; a type's own words pass as they are.
fn expected(wanted: &str) -> String {
    let words = match wanted {
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => "a whole number",
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" | "u64" | "u128" | "usize" => "a whole number, 0 or more",
        "f32" | "f64" => "a number",
        "a boolean" => "true or false",
        "a string" | "a borrowed string" | "str" => "text in quotation marks",
        "a character" => "a single character in quotation marks",
        "a sequence" => "a list in square brackets",
        "a map" => "a table",
        "enum" => "the name of a choice in quotation marks",
        _ if wanted.starts_with("a nonzero ") => "a whole number other than 0",
        _ if wanted.contains(" variant") => "a table with the details of this choice",
        _ if wanted.starts_with("struct ") => "a table",
        _ if wanted.starts_with("tuple ") || wanted.starts_with("a tuple ") || wanted.starts_with("an array ") => {
            "a list of fixed length"
        }
        own => own,
    };
    words.to_owned()
}

fn remedy(value: &Value, wanted: &str) -> Option<String> {
    let hint = match (value, expected(wanted).as_str()) {
        (Value::Text(text), number) if number.contains("number") && text.trim().parse::<f64>().is_ok() => {
            "Take the quotation marks away"
        }
        (Value::Text(_), "true or false") => "Write true or false without quotation marks",
        (Value::Whole(_) | Value::Decimal(_) | Value::Flag(_), "text in quotation marks") => {
            "Put quotation marks around it"
        }
        (Value::Text(_) | Value::Whole(_), "a list in square brackets") => "Put square brackets around it",
        _ => return None,
    };
    Some(hint.to_owned())
}
