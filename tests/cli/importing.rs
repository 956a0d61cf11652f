//! `quorate import`: the files of a meeting from the text of its pack.

use quorate::run::papers;

use crate::support::Desk;

const PACK: &str = "Highmoor Council\nAudit Committee\nMonday 9 November 2026 at 10.00 am\nCommittee Room 2, Town Hall\n\nAGENDA\n\n\
                    1. Apologies\n2. Declarations of Interest\n3. Fraud report (Pages 9 - 12)\n\nMembership\n\n\
                    Councillor Ann Poe (Chair)\nCouncillor M Beutell\n";
const BODY: &str = "[body]\nname = \"Audit Committee\"\n\n[[seat]]\nmember = \"Councillor Ann Poe\"\n\n[[seat]]\nmember = \"Councillor Marge Beuttell\"\n";

#[test]
fn a_pack_becomes_files_that_can_be_run() {
    let desk = Desk::new();
    desk.write("pack.txt", PACK);
    let said = desk.run("import pack.txt -o new/folder");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    for words in [
        "     3  certain   date: Monday 9 November 2026",
        "item 3: Fraud report (pages 9 - 12)",
        "no contact was found",
        "Written: ",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let checked = desk.run("check new/folder/body.toml new/folder/2026-11-09.toml");
    assert_eq!((checked.code, checked.out.matches("nothing wrong").count()), (0, 1), "{}{}", checked.out, checked.err);
    assert!(checked.err.contains("1 remark (GAP, QUESTION or TO FILL IN) is not settled yet"), "{}", checked.err);
    let place = papers::find(&desk.path("new/folder/2026-11-09.toml").display().to_string()).unwrap();
    assert_eq!(place.read().unwrap().agenda.items.len(), 3);
}

#[test]
fn nothing_is_written_over_and_nothing_by_halves() {
    let desk = Desk::new();
    desk.write("pack.txt", PACK);
    desk.write("2026-11-09.toml", "mine");
    let said = desk.run("import pack.txt");
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("2026-11-09.toml' is there already"), "{}", said.err);
    assert_eq!(desk.read("2026-11-09.toml"), "mine");
    assert!(!desk.path("body.toml").exists());
}

#[test]
fn what_is_no_pack_is_said_and_writes_nothing() {
    let desk = Desk::new();
    desk.write("pack.pdf", "%PDF-1.7\n");
    desk.write("pack.docx", b"PK\x03\x04\x14\0");
    desk.write("empty.txt", "");
    desk.write("diary.txt", "Dear diary,\nToday it rained.\n");
    desk.write("undated.txt", "Audit Committee\nAGENDA\n1. Apologies\n2. Fraud\n");
    desk.write("folder/x", "");
    for (file, words) in [
        ("pack.pdf", "pdftotext -layout"),
        ("pack.docx", "plain text"),
        ("empty.txt", "no words"),
        ("diary.txt", "no agenda"),
        ("undated.txt", "--date"),
        ("folder", "is a folder"),
        ("absent.txt", "not there"),
    ] {
        let said = desk.run(&format!("import {file} -o out"));
        assert_eq!(said.code, 1, "{file}: {}", said.out);
        assert!(said.err.contains(words), "{file}: {}", said.err);
        assert!(!desk.path("out").exists(), "{file}");
    }
    for arguments in ["import", "import pack.txt --date never", "import pack.txt --time late"] {
        assert_eq!(desk.run(arguments).code, 2, "{arguments}");
    }
    desk.write("pack.txt", PACK);
    assert_eq!(desk.run("import pack.txt --same nobody").code, 2);
}

#[test]
fn what_comes_in_is_read_with_what_is_given() {
    let desk = Desk::new();
    let mut command = desk.command();
    command.args(["import", "-", "--date", "9 November 2026", "--time", "10am", "--name", "Audit Committee"]);
    let output = command.write_stdin(&b"AGENDA\n1. Apologies\n2. Caf\xe9 report\n"[..]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Windows-1252"));
    let agenda = desk.read("2026-11-09.toml");
    assert!(agenda.contains("time = \"10:00\"") && agenda.contains("Café report"), "{agenda}");
}

#[test]
fn names_are_compared_with_the_body_and_answers_are_taken() {
    let desk = Desk::new();
    desk.write("pack.txt", PACK);
    desk.write("mine/body.toml", BODY);
    let said = desk.run("import pack.txt --body mine/body.toml");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("Is \"Councillor M Beutell\" Councillor Marge Beuttell (beuttell)?"), "{}", said.out);
    let agenda = desk.read("mine/2026-11-09.toml");
    assert!(agenda.contains("# QUESTION (line 15)") && agenda.contains("chair = \"poe\""), "{agenda}");
    assert_eq!(desk.read("mine/body.toml"), BODY);
    assert_eq!(desk.run("check mine/2026-11-09.toml").code, 0);
    let mut command = desk.command();
    command.args([
        "import",
        "pack.txt",
        "-o",
        "other",
        "--body",
        "mine/body.toml",
        "--same",
        "Councillor M Beutell=beuttell",
    ]);
    assert_eq!(command.output().unwrap().status.code(), Some(0));
    assert!(!desk.read("other/2026-11-09.toml").contains("QUESTION ("), "answered");
    assert_eq!(desk.read("other/body.toml"), BODY, "a copy of the body's file lies beside the agenda");
}
