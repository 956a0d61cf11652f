//! Tests of reading files with all their mistakes at once.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::problem::Problems;

#[derive(Debug, Deserialize, PartialEq)]
struct File {
    body: Body,
    #[serde(default, rename = "seat")]
    seats: Vec<Seat>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Body {
    name: String,
    quorum: u8,
    #[serde(default)]
    public: bool,
    start: Option<NaiveTime>,
    founded: Option<NaiveDate>,
    #[serde(default)]
    offices: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    numbering: Numbering,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Seat {
    id: Spanned<String>,
    votes: u32,
    party: Option<String>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Numbering {
    #[default]
    ByMeeting,
    ByYear,
    From(u32),
    Custom {
        prefix: String,
    },
}

const GOOD: &str = r#"[body]
name = "Parish Council"
quorum = 3
start = 18:30:00
founded = "1894-12-04"
offices = { chair = "Siân" }
numbering = { custom = { prefix = "P" } }

[[seat]]
id = "mj"
votes = 1

[[seat]]
id = "sb"
votes = 2
party = "None"
"#;

fn said(text: &str) -> Vec<String> {
    let (value, problems) = read::<File>("f", text);
    assert!(value.is_some() || problems.has_errors(), "no value and no reason");
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_good_file_is_read_with_its_places() {
    let (file, problems) = read::<File>("f", GOOD);
    assert_eq!(problems, Problems::new());
    let file = file.unwrap();
    assert_eq!(file.body.start, NaiveTime::from_hms_opt(18, 30, 0));
    assert_eq!(file.body.founded, NaiveDate::from_ymd_opt(1894, 12, 4));
    assert_eq!(file.body.numbering, Numbering::Custom { prefix: "P".into() });
    let source = Source { file: "f", text: GOOD };
    let second = &file.seats[1].id;
    assert_eq!((second.get_ref().as_str(), &GOOD[second.span()]), ("sb", "\"sb\""));
    assert_eq!(source.place(&second.span()).to_string(), "f:14:6");
}

#[test]
fn every_problem_is_found_at_once() {
    let text = r#"[body]
nmae = "Parish Council"
quorum = "5"
start = "25:00"
public = "yes"
numbering = "by-yaer"
venue = "Hall"
offices = { chair = 1, clerk = "J" }

[[seat]]
id = 7
votes = -1

[[seat]]
id = "sb"
party = ["None"]
"#;
    let wanted = [
        "f:2:1: `nmae` is not known here. Did you mean `name`?",
        "f:3:10: `quorum` is text here; it should be a whole number from 0 to 255. Take the quotation marks away.",
        "f:4:9: `start` cannot be used: input is out of range.",
        "f:5:10: `public` is text here; it should be true or false. Write true or false without quotation marks.",
        "f:6:13: `numbering` cannot be \"by-yaer\". Did you mean \"by-year\"?",
        "f:7:1: `venue` is not known here. Known here: `name`, `quorum`, `public`, `start`, `founded`, `offices`, `numbering`.",
        "f:8:21: `chair` is a whole number here; it should be text in quotation marks. Put quotation marks around it.",
        "f:11:6: `id` is a whole number here; it should be text in quotation marks. Put quotation marks around it.",
        "f:12:9: `votes` is -1 here; it should be a whole number, 0 or more.",
        "f:14:1: `votes` is missing from entry 2 of `seat`. Add a line that begins `votes =`, or a table of that name.",
        "f:16:9: `party` is a list here; it should be text in quotation marks.",
    ];
    assert_eq!(said(text), wanted);
}

#[test]
fn bad_files_and_what_is_said() {
    for (text, wanted) in [
        ("", vec!["f:1:1: `body` is missing from the file. Add a line that begins `body =`, or a table of that name."]),
        ("body = 5", vec!["f:1:8: `body` is a whole number here; it should be a table."]),
        (
            "[body]\nquorum = 300",
            vec![
                "f:1:1: `name` is missing from `body`. Add a line that begins `name =`, or a table of that name.",
                "f:2:10: `quorum` is 300 here; it should be a whole number from 0 to 255.",
            ],
        ),
        ("[body]\nname = \"a\"\nname = \"b\"\nquorum = 1", vec!["f:3:1: `name` is here twice. Keep one of the two."]),
        (
            "[body]\nname = Parish\nquorum 5\n[[seat]\n",
            vec![
                "f:2:8: `Parish` needs quotation marks around it. Write it as \"text\"; only numbers, dates, true and false go without.",
                "f:3:8: this line has a name but no value. Write `name = value`, or begin the line with # if it is a remark.",
                "f:4:8: this heading is not closed. End it with ]].",
            ],
        ),
        (
            "[body]\nname = \"Anytown\nquroum = 3\npublic = 1\n[[seat]]\nid = [\"a\"\n",
            vec![
                "f:2:16: this text has no closing quotation mark, or a character that cannot stand in it. Close it with the mark it began with; for text over several lines use \"\"\".",
                "f:3:1: `quroum` is not known here. Did you mean `quorum`?",
                "f:4:10: `public` is a whole number here; it should be true or false.",
                "f:5:1: `votes` is missing from entry 1 of `seat`. Add a line that begins `votes =`, or a table of that name.",
                "f:6:10: this list is not closed. End it with ].",
            ],
        ),
        (
            "[body]\nname = 3\nquorum = 1\nfounded = 1894-13-41\n[seat\nid = 1\n[[seat]]\nvotes = -1\nid = \"\"\"a\n[[seat]]\n",
            vec![
                "f:2:8: `name` is a whole number here; it should be text in quotation marks. Put quotation marks around it.",
                "f:4:11: `1894-13-41` is not a date or time. Write it as in 2023-07-19 or 18:30.",
                "f:5:6: this heading is not closed. End it with ].",
                "f:8:9: `votes` is -1 here; it should be a whole number, 0 or more.",
                "f:10:1: `id` is missing from entry 2 of `seat`. Add a line that begins `id =`, or a table of that name.",
                "f:10:1: `votes` is missing from entry 2 of `seat`. Add a line that begins `votes =`, or a table of that name.",
                "f:11:1: text over several lines begins above and is not closed. Close it with the three marks it began with.",
            ],
        ),
        (
            "[body]\nname = \"Siân\" quorum = 3\n",
            vec!["f:2:15: there is more on this line than belongs here. Begin a new line."],
        ),
        (
            "[body]\nname = \"a\"\nquorum = 1\nnumbering = { by-yaer = 1 }",
            vec!["f:4:15: `by-yaer` is not a choice here. Did you mean \"by-year\"?"],
        ),
        (
            "[body]\nname = \"a\"\nquorum = 1\nnumbering = \"custom\"",
            vec!["f:4:13: `numbering` is text here; it should be a table with the details of this choice."],
        ),
        (
            "[body]\nname = \"a\"\nquorum = 1\nnumbering = { custom = { prefx = 1 } }",
            vec!["f:4:26: `prefx` is not known here. Did you mean `prefix`?"],
        ),
        (
            "[body]\nname = \"a\"\nquorum = 99999999999999999999999999999999999999999999",
            vec!["f:3:10: `quorum` is a whole number here; it should be a whole number from 0 to 255."],
        ),
    ] {
        assert_eq!(said(text), wanted, "{text}");
    }
}

#[test]
fn syntax_errors_are_in_plain_words() {
    let said = |text: &str| -> Vec<String> {
        let (_, problems) = read::<BTreeMap<String, serde_json::Value>>("f", text);
        problems.iter().map(ToString::to_string).collect()
    };
    for (text, wanted) in [
        ("x = \n", "f:1:5: the value after = is missing. Write it, or take the line away."),
        ("x = yes", "f:1:5: `yes` is not a value. Write true or false, or put it in quotation marks if it is text."),
        (
            "x = \u{201c}a\u{201d}",
            "f:1:5: \u{201c}a\u{201d} has curly quotation marks. Use the straight ones, \"text\".",
        ),
        (
            "x = [1 2]",
            "f:1:6: `1 2` is more than one value. Put commas between the values of a list, or quotation marks around text.",
        ),
        ("x = [1,,2]", "f:1:8: there is a comma too many here. Take it away."),
        ("x = 012", "f:1:5: a number cannot begin with 0 here. Take the 0 away, or write it as \"text\"."),
        (
            "x = \"C:\\dir\"",
            "f:1:9: a \\ in text must be followed by a known letter. Write \\\\ for the character itself.",
        ),
        ("x = { a = 1", "f:1:12: this group is not closed. End it with }."),
        (
            "Siân = 1",
            "f:1:3: `â` cannot stand in a name. Use letters, digits, - and _, or put the name in quotation marks.",
        ),
        ("x = 2023-13-45", "f:1:5: `2023-13-45` is not a date or time. Write it as in 2023-07-19 or 18:30."),
        ("= 5", "f:1:1: the name before = is missing. Write it, or take the line away."),
        ("a.b = 1\na.b.c = 2", "f:2:3: `b` has a value already. Give one of the two another name."),
        (
            "x = \"\"\"a\n",
            "f:2:1: text over several lines begins above and is not closed. Close it with the three marks it began with.",
        ),
    ] {
        assert_eq!(said(text), [wanted], "{text}");
    }
    let deep = "x = ".to_owned() + &"[".repeat(500);
    assert_eq!(said(&deep), ["f:1:85: this is nested too deeply. Use fewer levels of tables and lists."]);
}

#[test]
fn a_hundred_mistakes_end_the_search() {
    let seats = "[[seat]]\nid = 1\nvotes = 1\n".repeat(300);
    assert_eq!(said(&format!("[body]\nname = \"a\"\nquorum = 1\n{seats}")).len(), 100);
}

#[test]
fn times_need_no_seconds_and_no_quotation_marks() {
    for time in ["18:30", "18:30:00", "\"18:30:00\""] {
        let text = GOOD.replace("18:30:00", time);
        let (file, problems) = read::<File>("f", &text);
        assert_eq!(problems, Problems::new(), "{time}");
        let wanted = NaiveTime::from_hms_opt(18, 30, 0);
        assert_eq!(file.unwrap().body.start, wanted, "{time}");
    }
}

#[test]
fn unknown_keys_alone_still_give_a_value() {
    let (value, problems) = read::<File>("f", &GOOD.replace("party", "praty"));
    assert!(value.is_some() && problems.has_errors());
    assert_eq!(problems.to_string(), "f:16:1: `praty` is not known here. Did you mean `party`?");
}

#[test]
fn bytes_that_are_not_text_say_what_to_do() {
    assert_eq!(decode("f", b"\xef\xbb\xbfname").unwrap(), "name");
    let save = "Open it in an editor and save it with the encoding UTF-8.";
    let latin = decode("f", b"# one\nname = \"Si\xe2n\"\n").unwrap_err();
    let wanted =
        format!("f:2:11: this character is not UTF-8 (byte E2); the file is saved in another encoding. {save}");
    assert_eq!(latin.to_string(), wanted);
    assert_eq!(latin.excerpt.unwrap().line, "name = \"Si\u{fffd}n\"");
    let wide = decode("f", b"\xff\xfen\0").unwrap_err();
    assert_eq!(wide.to_string(), format!("f:1:1: this file is saved as UTF-16. {save}"));
    let large = decode("f", &vec![b'#'; LIMIT + 1]).unwrap_err();
    assert_eq!(large.to_string(), "f is larger than 4 MB, the most that is read. Check that it is the right file.");
    assert!(decode("f", &vec![b'#'; LIMIT]).is_ok());
}

#[test]
fn the_first_table_is_the_kind_of_file() {
    for (text, wanted) in [
        (GOOD, Some("body")),
        ("[[key]]\nkey = \"f2\"\n[[key]]", Some("key")),
        ("# a remark\ntitle = \"x\"\n[theme.roles]\n[a]", Some("theme")),
        ("[meeting]\nbad bad = = \n[a]", Some("meeting")),
        ("list = [1]\n", None),
        ("", None),
    ] {
        assert_eq!(top_table(text).as_deref(), wanted, "{text}");
    }
}

#[test]
fn places_count_characters_and_excerpts_are_harmless() {
    let text = "a\r\nSiân\u{202e} = \u{1b}[31m5\r\n";
    let source = Source { file: "f\u{1b}[2J", text };
    let at = text.find('5').unwrap();
    let problem = source.problem(&(at..at + 1), "bad \u{7}value");
    assert_eq!(problem.to_string(), "f:2:14: bad value.");
    let excerpt = problem.excerpt.unwrap();
    assert_eq!((excerpt.line.as_str(), &excerpt.line[excerpt.marked.clone()]), ("Siân = 5", "5"));
}

/// The good file with some of it cut out, doubled or overwritten.
fn mutated() -> impl Strategy<Value = String> {
    let piece = prop_oneof![Just(String::new()), any::<String>(), "[\\[\\]{}\"'=.,\n0-9a-z -]{1,6}"];
    prop::collection::vec((0..GOOD.len(), 0..20_usize, piece), 1..6).prop_map(|edits| {
        edits.into_iter().fold(GOOD.to_owned(), |text, (at, length, piece)| {
            let letters: Vec<char> = text.chars().collect();
            let (at, end) = (at.min(letters.len()), (at + length).min(letters.len()));
            letters[..at].iter().chain(piece.chars().collect::<Vec<_>>().iter()).chain(&letters[end..]).collect()
        })
    })
}

proptest! {
    #[test]
    fn any_text_gives_a_value_or_reasons(text in prop_oneof![any::<String>(), mutated()]) {
        let (value, problems) = read::<File>("f", &text);
        prop_assert!(value.is_some() || problems.has_errors());
        prop_assert!(value.is_none() || DeTable::parse(&text).is_ok(), "no value is made up");
        let lines = text.matches('\n').count() + 1;
        prop_assert!(problems.iter().all(|problem| problem.place.as_ref().is_some_and(|place| place.line <= lines)));
        crate::problem::render(&problems, false);
        top_table(&text);
    }

    #[test]
    fn any_bytes_give_text_or_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let _ = decode("f", &bytes);
    }
}
