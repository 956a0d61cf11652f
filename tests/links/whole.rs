//! Three packs and three meetings: nothing that a file has already is typed in any of them.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::desk::{Desk, flat};

const SEPTEMBER: &str = "quorate script 1
date 2026-09-23
13:20 present dean, marsh, thorne, pell, okafor, vardey, quill
13:30 call-to-order
13:30 next
13:31 next
13:31 nil
13:32 next
13:32 minutes agreed
13:33 next
13:34 update figure - It was being counted. [in-hand]
13:35 next
13:35 nil
13:40 next
13:41 point thorne asked where hedges went. / dean would send a map of them to all within 14 days.
13:42 undertake from last
13:43 recommend marsh: look into gates before the February meeting
13:44 decide
13:50 next
13:51 decide
13:55 next
13:56 plan change number 1 on 2 December 2026
13:57 plan put number 1 items Trust in Policing
13:58 decide
14:10 close
";

const DECEMBER: &str = "quorate script 1
date 2026-12-02
13:20 present dean, marsh, thorne, pell, okafor, vardey, quill
13:30 call-to-order
13:30 next
13:31 next
13:31 nil
13:32 next
13:32 minutes agreed
13:33 next
13:34 update figure - It was forty. [done]
13:35 update map - Two towns were missing on it. [in-hand]
13:36 next
13:36 nil
13:37 next
13:38 point pell asked about vans. / marsh would find out what a new one costs.
13:39 undertake from last
13:40 decide
13:41 next
13:41 defer to the next meeting because \"the survey was late\"
13:42 next
13:43 decide
14:10 close
";

const FEBRUARY: &str = "quorate script 1
date 2027-02-10
13:20 present dean, marsh, thorne, pell, okafor, vardey, brandt
13:30 call-to-order
13:30 next
13:31 next
13:31 nil
13:32 next
13:32 minutes agreed
13:33 next
13:34 update map - It was handed round. [done]
13:35 update gates - They were counted. [done]
13:36 update costs - Nobody knew yet. [in-hand]
13:36 next
13:36 nil
13:37 next
13:38 decide
13:39 next
13:40 decide
13:41 next
13:43 decide
14:10 close
";

/// So many words in a row are not by chance the same.
const ROW: usize = 3;

/// Every row of words in a text.
fn rows(text: &str) -> BTreeSet<String> {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.windows(ROW).map(|row| row.join(" ")).collect()
}

/// Every text that a file holds.
fn texts(value: &toml::Value, into: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => into.push(text.clone()),
        toml::Value::Array(values) => values.iter().for_each(|value| texts(value, into)),
        toml::Value::Table(table) => table.values().for_each(|value| texts(value, into)),
        _ => {}
    }
}

/// Fails where a script has words of the agenda or the body that it is played on. People and topics are pointed at by a
/// word or two.
pub(crate) fn types_nothing_again(desk: &Desk, day: &str, script: &str) {
    let mut known = Vec::new();
    for file in [format!("panel/{day}.toml"), "panel/body.toml".to_owned()] {
        texts(&toml::from_str(&desk.read(&file)).unwrap(), &mut known);
    }
    let typed: BTreeSet<String> = script.lines().flat_map(rows).collect();
    for text in known {
        let again: Vec<String> = rows(&text).intersection(&typed).cloned().collect();
        assert!(again.is_empty(), "{day}: {again:?} is typed again, of {text}");
        let whole = text.trim().trim_end_matches('.').to_lowercase();
        let named = text.contains(' ') && script.to_lowercase().contains(&whole);
        assert!(!named, "{day}: {text} is typed again");
    }
}

/// The actions of the register with their words, where they stand, and what was heard of them.
pub(crate) fn register(desk: &Desk) -> Vec<String> {
    let json: Value = serde_json::from_str(&desk.good("actions panel --to json --on 2027-03-01")).unwrap();
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let actions = json.pointer("/bodies/0/actions").and_then(Value::as_array).unwrap();
    let heard = |action: &Value| -> String {
        let updates = action.get("updates").and_then(Value::as_array).unwrap();
        let said = updates.iter().map(|update| [" | ", &text(update, "meeting"), ": ", &text(update, "text")].concat());
        said.collect()
    };
    let line = |it: &Value| {
        format!(
            "{} {} {} due {}{}",
            text(it, "meeting"),
            text(it, "owner"),
            text(it, "state"),
            text(it, "due_on"),
            heard(it)
        )
    };
    actions.iter().map(line).collect()
}

/// A pack of the repository, or one that begins with the minutes as the program printed them.
fn pack(desk: &Desk, name: &str, minutes: Option<&str>, last: bool) {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)).unwrap();
    let minutes = minutes.map(|record| desk.good(&format!("export {record} --to text -o -"))).unwrap_or_default();
    let all = if last { format!("{text}\n\u{c}{minutes}") } else { format!("{minutes}\n\u{c}{text}") };
    desk.write("pack.txt", &all);
}

fn lines(desk: &Desk, file: &str, wanted: &[&str]) {
    let text = desk.read(file);
    for line in wanted {
        assert!(text.lines().any(|other| other == *line), "{line}:\n{text}");
    }
}

fn meet(desk: &Desk, day: &str, script: &str) -> String {
    types_nothing_again(desk, day, script);
    desk.meet(day, script);
    flat(&desk.good(&format!("export panel/{day}.record.jsonl --to text -o -")))
}

/// The lines that the import wrote for the body's file go there, and the seat of whoever left goes.
fn move_people(desk: &Desk, agenda: &str, gone: &str) {
    let text = desk.read(agenda);
    let lines = text.lines().skip_while(|line| !line.starts_with("# For the body's file")).skip(2);
    let ready: Vec<&str> =
        lines.map_while(|line| line.strip_prefix('#')).filter(|line| !line.starts_with(' ')).collect();
    let body = desk.read("panel/body.toml");
    let seat = format!("[[seat]]\nmember = \"{gone}\"\n");
    assert!(body.contains(&seat) && !ready.is_empty(), "{body}\n{text}");
    desk.write("panel/body.toml", &format!("{}\n{}\n", body.replacen(&seat, "", 1), ready.join("\n")));
}

#[test]
fn three_packs_and_three_meetings_go_on_from_one_another() {
    let desk = Desk::new();
    pack(&desk, "packs/panel.txt", None, false);
    desk.good("import pack.txt -o panel");
    // Whether numbers run on in a new year only the clerk knows.
    desk.slip("panel/2026-09-23.toml", "#first-minute = 5", "first-minute = 5");
    let minutes = meet(&desk, "2026-09-23", SEPTEMBER);
    assert!(minutes.contains("5. Apologies for Absence") && minutes.contains("held on 22 July 2026"), "{minutes}");
    assert!(minutes.contains("recommendation to Edwin Marsh"), "whom a key means is named: {minutes}");

    // The second pack has lost its front page, and begins with the minutes.
    pack(&desk, "links/december.txt", Some("panel/2026-09-23.record.jsonl"), false);
    let said = flat(&desk.good("import pack.txt -o panel"));
    assert!(said.contains("items 1 to 5 are not in the text: what every agenda has stands there"), "{said}");
    let december = "panel/2026-12-02.toml";
    lines(
        &desk,
        december,
        &[
            "time = \"13:30\"",
            "last-meeting = 2026-09-23",
            "last-minute = 12",
            "first-minute = 13 # the numbers of those minutes run on from earlier ones; 1 where they begin anew",
            "title = \"Minutes of the Meeting held on 23 September 2026\"",
            "title = \"Review Actions and Recommendations from previous meeting\"",
            "text = \"send a map of them to all\"",
            "due = \"within 14 days\"",
            "text = \"look into gates before the February meeting\"",
        ],
    );
    for check in ["minutes", "numbers", "actions", "promised"] {
        assert!(desk.check(december, check).starts_with("done"), "{}", desk.check(december, check));
    }
    let minutes = meet(&desk, "2026-12-02", DECEMBER);
    assert!(
        minutes.contains("13. Apologies for Absence") && minutes.contains("held on 23 September 2026"),
        "{minutes}"
    );

    // The third has another member on it.
    pack(&desk, "links/february.txt", Some("panel/2026-12-02.record.jsonl"), true);
    let said = flat(&desk.good("import pack.txt -o panel"));
    assert!(said.contains("Councillor L Brandt is listed, and the body's file has nobody of that name"), "{said}");
    assert!(said.contains("Councillor H Quill has a seat in the body's file and is not on"), "{said}");
    let february = "panel/2027-02-10.toml";
    lines(&desk, february, &["last-meeting = 2026-12-02", "last-minute = 20", "title = \"Trust in Policing\""]);
    move_people(&desk, february, "Councillor H Quill");
    desk.good(&format!("check {february} panel/body.toml"));
    for check in ["minutes", "numbers", "actions", "deferred", "promised", "roll"] {
        let said = desk.check(february, check);
        assert!(said.starts_with("done"), "{said}");
    }
    let minutes = meet(&desk, "2027-02-10", FEBRUARY);
    assert!(minutes.contains("21. Apologies for Absence") && minutes.contains("held on 2 December 2026"), "{minutes}");

    let wanted = [
        "2026-07-22  done due  | 2026-09-23: It was being counted. | 2026-12-02: It was forty.",
        "2026-09-23 Clara Dean done due 2026-10-07 | 2026-12-02: Two towns were missing on it. | 2027-02-10: It was handed round.",
        "2026-09-23 Edwin Marsh done due  | 2027-02-10: They were counted.",
        "2026-12-02 Edwin Marsh in-hand due  | 2027-02-10: Nobody knew yet.",
    ];
    assert_eq!(register(&desk), wanted);
    let data: Value = serde_json::from_str(&desk.good("export panel/2027-02-10.record.jsonl --to json -o -")).unwrap();
    let reviewed = data.get("reviewed").and_then(Value::as_array).unwrap();
    let standing = |it: &Value| it.get("standing").and_then(Value::as_str).unwrap_or_default().to_owned();
    assert_eq!(reviewed.iter().map(standing).collect::<Vec<_>>(), ["done", "done", "in-hand"], "{reviewed:?}");

    // Only what is not finished goes on.
    desk.good("next panel/2027-02-10.record.jsonl --date 2027-04-14");
    let april = desk.read("panel/2027-04-14.toml");
    assert_eq!(april.matches("[[item.topics]]").count(), 1, "{april}");
    assert!(april.contains("first-minute = 29\nlast-minute = 28\n"), "{april}");
    assert!(april.contains("Minutes of the Meeting held on 10 February 2027"), "{april}");
}
