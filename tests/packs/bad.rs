//! Bad packs: what can be read is read, what cannot is said, and nothing ever fails in another way.

use std::fmt::Write;

use proptest::prelude::*;
use quorate::load;
use quorate::load::pack::{Answer, Finding, Given, Imported, decode, import};

fn made(text: &str) -> (Result<Imported, String>, String) {
    let (made, findings) = import(text, &Given { file: "pack.txt", ..Given::default() });
    (made.map_err(|problem| problem.to_string()), shown(&findings))
}

fn shown(findings: &[Finding]) -> String {
    let show = |finding: &Finding| match finding {
        Finding::Found { what, value, .. } => format!("{what}: {value}\n"),
        Finding::Gap { what, .. } => format!("gap: {what}\n"),
        Finding::Question { printed, known, .. } => format!("question: {printed}: {known:?}\n"),
    };
    findings.iter().map(show).collect()
}

/// Whether what was written is read without errors.
fn sound(made: &Imported) {
    let (file, problems) = load::body("body.toml", made.body.as_deref().unwrap());
    assert!(!problems.has_errors(), "{problems}\n{}", made.body.as_deref().unwrap());
    let (agenda, problems) = load::agenda(&made.name, &made.agenda, &file.unwrap());
    assert!(agenda.is_some() && !problems.has_errors(), "{problems}\n{}", made.agenda);
}

const FRONT: &str =
    "Highmoor Council\nAudit Committee\nMonday 9 November 2026 at 10.00 am\nCommittee Room 2\n\nAGENDA\n\n";

#[test]
fn texts_without_an_agenda_are_refused() {
    for text in [
        "Dear diary,\nToday it rained.\n",
        "1. Turn left.\n2. Turn right.\n",
        "\u{0}\u{1}\u{2}",
        "9 November 2026\n",
        "AGENDA\n",
    ] {
        let (made, _) = made(text);
        assert!(made.as_ref().is_err_and(|said| said.contains("no agenda")), "{text:?}: {made:?}");
    }
}

#[test]
fn what_is_missing_is_asked_for() {
    let items = "AGENDA\n1. Apologies\n2. Declarations of Interest\n";
    let (without, _) = made(items);
    assert!(without.is_err_and(|said| said.contains("--date")));
    let (without, _) = made(&format!("9 November 2026\n{items}"));
    assert!(without.is_err_and(|said| said.contains("--name")));
    let (without, gaps) = made(&format!("Audit Committee\n9 November 2026\n{items}"));
    let made = without.unwrap();
    sound(&made);
    assert!(gaps.contains("no time was found") && made.agenda.contains("# GAP: no time was found"), "{gaps}");
}

#[test]
fn two_agendas_missing_pages_and_late_dates_are_said() {
    let first = "1. Apologies\n2. Minutes of the meeting held on 9 November 2027\n5. Fraud report 9 - 12\n";
    let (written, gaps) = made(&format!("{FRONT}{first}\n{FRONT}1. Apologies\n2. Other\n"));
    let written = written.unwrap();
    sound(&written);
    assert!(gaps.contains("a second agenda begins here"), "{gaps}");
    assert!(gaps.contains("items 3 to 4 are not in the text"), "{gaps}");
    assert!(written.agenda.contains("not before this meeting"), "{}", written.agenda);
    let late = FRONT
        .replace("Monday", "Friday")
        .replace("AGENDA", "SUPPLEMENTARY AGENDA\n\nAGENDA\n1. Apologies\n2. Late report");
    let (_, gaps) = made(&late);
    assert!(gaps.contains("another day of the week") && gaps.contains("supplementary agenda"), "{gaps}");
}

#[test]
fn control_characters_and_quotation_marks_are_only_text() {
    let items = "1. Apolo\u{1b}[31mgies \u{0}\n2. A \"quoted\" \\ title'''\u{202e}\n3. \"]] [[item]] title = x\n";
    let (written, _) = made(&format!("{FRONT}{items}"));
    let written = written.unwrap();
    sound(&written);
    assert!(!written.agenda.contains(['\u{1b}', '\u{0}', '\u{202e}']));
    assert_eq!(written.agenda.matches("\n[[item]]").count(), 3, "{}", written.agenda);
}

#[test]
fn bytes_of_other_encodings_are_read() {
    let text = format!("{FRONT}1. Apologies\n2. Report of Siân on £5\n");
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [latin, wide] {
        let decoded = decode("pack.txt", &bytes).unwrap();
        assert!(decoded.odd.is_some());
        let (written, _) = made(&decoded.text);
        assert!(written.unwrap().agenda.contains("Report of Siân on £5"));
    }
}

#[test]
fn thousands_of_pages_are_read() {
    let mut text = format!("{FRONT}1. Apologies\n2. Fraud report 9 - 12\n");
    for page in 0..2_000 {
        text.push_str("\u{c}Highmoor Council\nAgenda Item No. 2\n9 November 2026\nReport of: Head of Audit\nFRAUD\n1. PURPOSE\nTo note.\n");
        for line in 0..15 {
            let words = "Words on Monday 9 November 2026 of the meeting of the board, which would provide more.";
            writeln!(text, "{page}.{line} {words}").unwrap();
        }
    }
    let (written, _) = made(&text);
    sound(&written.unwrap());
}

#[test]
fn names_that_may_be_known_are_asked_about_until_answered() {
    let body = "[body]\nname = \"Audit Committee\"\n[[seat]]\nmember = \"Councillor Marge Beuttell\"\n\
                [[seat]]\nmember = \"Councillor A Poe\"\n";
    let known = load::body("body.toml", body).0.unwrap();
    let text =
        format!("{FRONT}1. Apologies\n2. Fraud\n\nMembership\n\nCouncillor M Beutell (Chair)\nCouncillor Zed New\n");
    let with = |answers: &[Answer]| {
        let given = Given { file: "pack.txt", known: Some(&known), answers, ..Given::default() };
        let (made, findings) = import(&text, &given);
        (made.unwrap(), shown(&findings))
    };
    let (asked, said) = with(&[]);
    assert!(asked.body.is_none());
    assert!(said.contains("question: Councillor M Beutell") && asked.agenda.contains("# QUESTION"), "{said}");
    assert!(said.contains("Zed New is listed") && said.contains("Councillor A Poe has a seat"), "{said}");
    assert!(!asked.agenda.contains("chair = "), "{}", asked.agenda);
    let answer = Answer { printed: "Councillor M Beutell".to_owned(), means: Some("beuttell".to_owned()) };
    let (told, said) = with(&[answer]);
    assert!(!said.contains("question") && told.agenda.contains("chair = \"beuttell\""), "{said}{}", told.agenda);
}

/// Three lines each of the packs, one after the other.
fn pieces() -> Vec<String> {
    let packs: String = super::packs().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    packs.split_inclusive('\n').collect::<Vec<_>>().chunks(3).map(<[&str]>::concat).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cut_and_shuffled_packs_give_sound_files_or_a_reason(
        start in 0..200_usize,
        length in 1..160_usize,
        picks in prop::collection::vec(0..2_000_usize, 0..60),
        noise in "\\PC{0,40}",
        cut in 0..60_usize,
    ) {
        let pieces = pieces();
        let mut text: String = pieces.iter().cycle().skip(start).take(length).cloned().collect();
        for pick in picks {
            text.push_str(&pieces[pick % pieces.len()]);
        }
        text.insert_str(0, &noise);
        let text: String = text.chars().skip(cut).collect();
        let (written, _) = made(&text);
        if let Ok(written) = &written {
            sound(written);
        }
        prop_assert_eq!(written, made(&text).0, "the same text gives the same files");
    }

    #[test]
    fn packs_laid_out_otherwise_give_sound_files_or_a_reason(
        start in 0..400_usize,
        length in 20..200_usize,
        indents in prop::collection::vec(0..60_usize, 1..40),
        breaks in prop::collection::vec(any::<bool>(), 1..24),
        wide in any::<char>(),
    ) {
        let lines: Vec<String> = pieces().iter().flat_map(|piece| piece.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
        let mut text = String::new();
        for (at, line) in lines.iter().cycle().skip(start * 3).take(length).enumerate() {
            let page = if at % 11 == 0 && breaks[at % breaks.len()] { "\u{c}" } else { "" };
            let beside = if breaks[at % breaks.len()] { lines[(at * 7 + start) % lines.len()].as_str() } else { "" };
            let gap = " ".repeat(indents[(at + 1) % indents.len()]);
            writeln!(text, "{page}{}{line}{gap}{wide}{beside}", " ".repeat(indents[at % indents.len()])).unwrap();
        }
        if let Ok(written) = &made(&text).0 {
            sound(written);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(decoded) = decode("pack.txt", &bytes) {
            _ = made(&decoded.text);
        }
    }
}
