//! The week before and the plan: `quorate ready`, `quorate plan`, and what a meeting writes into the plan.

use super::support::Desk;

const BODY: &str = r#"[body]
name = "Anytown Panel"
chair = "Councillor Ann Ash"

[rules]
quorum = 2
casting-vote = true
seconder = false
substitutes = "named"
remote-counts = false
finish = "12:00"
access = "1972-act"
recorded-vote = 2
notice = { clear-days = 5, counted = "working-days" }
question-deadline = { working-days-after-publication = 3, time = "12 noon" }

[[rules.interest]]
name = "personal"
consequence = "stay"

[[seat]]
member = "Councillor Ann Ash"
substitutes = ["Councillor Eve Elm"]

[[seat]]
member = "Councillor Bob Birch"
substitutes = ["Councillor Eve Elm"]
"#;

const PLAN: &str = r#"# The clerk's own.
[plan]

[[meeting]]
date = 2023-07-19
item = ["Public Questions"]

[[meeting]]
date = 2023-09-13 # booked
time = "1.30pm"
venue = "Civic Suite"
item = ["Public Questions", "Costs"]

[[meeting]]
kind = "briefing"
date = 2023-10-03
item = ["Budget"]

[[meeting]]
date = 2023-11-29
item = ["Grants"]
"#;

const JULY: &str = r#"[meeting]
date = 2023-07-19
time = "10am"
venue = "Town Hall"
first-minute = 1

[[item]]
title = "Public Questions"

[[item]]
title = "Meeting Dates and Agenda Plan"
"#;

const SCRIPT: &str = "quorate script 1
09:50 present all
10:00 call-to-order
10:01 next
10:02 nil
10:05 next
10:06 plan change number 1 on 20 September 2023
10:07 plan take number 1 items Costs
10:08 plan put number 2 items Costs; Trust in Policing
10:09 undertake Ash to book the Civic Suite
10:10 agree The Panel AGREED the plan.
10:30 close
";

const SEPTEMBER: &str = r#"[meeting]
date = 2023-09-20
time = "1.30pm"
venue = "Civic Suite"
contact = "clerk@anytown.example"
first-minute = 3
published = 2023-09-12
notices = ["Public questions by 12 noon on Friday 15 September 2023."]

[[item]]
title = "Minutes of the Meeting held on 19 July 2023"

[[item]]
title = "Review of Actions"
topics = ["Book the Civic Suite"]

[[item]]
title = "Public Questions"
"#;

fn desk() -> Desk {
    let desk = Desk::new();
    for (name, text) in [("body.toml", BODY), ("plan.toml", PLAN), ("2023-07-19.toml", JULY), ("july.script", SCRIPT)] {
        desk.write(name, text);
    }
    desk
}

/// A desk after the meeting of July.
fn after_july() -> Desk {
    let desk = desk();
    let said = desk.run("replay 2023-07-19.toml july.script --record 2023-07-19.record.jsonl");
    assert_eq!(said.code, 0, "{}", said.err);
    desk
}

#[test]
fn the_plan_is_a_paper_a_table_and_a_calendar() {
    let desk = desk();
    let text = desk.run("plan .");
    assert_eq!(text.code, 0, "{}", text.err);
    for part in ["ANYTOWN PANEL", "FORWARD PLAN", "13 SEPTEMBER 2023", "Costs", "Briefing – private"] {
        assert!(text.out.contains(part), "no {part}: {}", text.out);
    }
    assert!(desk.run("plan plan.toml --to csv").out.contains("2023-09-13,13:30:00,,Civic Suite,Costs"));
    assert!(
        desk.run("plan --to markdown").out.contains("| Costs") || desk.run("plan --to markdown").out.contains("Costs")
    );
    assert!(desk.run("plan --to html").out.contains("<table"));
    assert_eq!(desk.run("plan --to docx").code, 2);
    assert_eq!(desk.run("plan --to docx -o plan.docx").code, 0);
    let again = desk.run("plan --to docx -o plan.docx");
    assert!(again.code == 2 && again.err.contains("--force"), "{}", again.err);
    let calendar = desk.run("plan --to ics").out;
    assert!(calendar.contains("UID:2023-09-13@anytown-panel.quorate\r\n") && !calendar.contains("Briefing"));
    let private = desk.run("plan --to ics --private").out;
    assert!(private.contains("Briefing") && private.contains("CLASS:PRIVATE"), "{private}");
    assert_eq!(desk.run("plan --to poem").code, 2);
    assert_eq!(desk.run("plan nowhere").code, 1);
}

#[test]
fn an_agenda_without_a_plan_of_its_own_has_the_bodys() {
    let desk = after_july();
    let minutes = desk.run("export 2023-07-19.record.jsonl --to text -o -").out;
    // As the meeting left it, and without what is for the members alone.
    for part in ["20 SEPTEMBER 2023", "29 NOVEMBER 2023", "Trust in Policing"] {
        assert!(minutes.contains(part), "no {part}: {minutes}");
    }
    assert!(!minutes.contains("3 OCTOBER 2023"), "{minutes}");
}

#[test]
fn what_a_meeting_changed_is_lost_until_it_is_written_into_the_plan_and_noted() {
    let desk = after_july();
    let lost = desk.run("plan .").err;
    for part in ["planned a meeting on 20 September 2023", "planned “Trust in Policing” for 29 November 2023"] {
        assert!(lost.contains(part), "no {part}: {lost}");
    }
    let said = desk.run("plan . --after 2023-07-19.record.jsonl");
    assert_eq!(said.code, 0, "{}", said.err);
    for part in [
        "The meeting of 13 September 2023 moved to 20 September 2023 (decided on 19 July 2023, minute 2).",
        "“Costs”, planned for 13 September 2023, moved to 29 November 2023 (decided on 19 July 2023, minute 2).",
        "“Trust in Policing”, planned for 29 November 2023, was added (decided on 19 July 2023, minute 2).",
    ] {
        assert!(said.out.contains(part), "no {part}: {}", said.out);
    }
    assert_eq!(said.err, "", "nothing is lost any more");
    let file = desk.read("plan.toml");
    assert!(file.starts_with("# The clerk's own.\n") && file.contains("date = 2023-09-20 # booked\n"), "{file}");
    // The calendar moves the meeting and does not add another.
    assert!(desk.run("plan --to ics").out.contains("UID:2023-09-13@anytown-panel.quorate\r\n"));
    let again = desk.run("plan . --after 2023-07-19.record.jsonl");
    assert!(again.out.contains("changed nothing that the plan does not have"), "{}", again.out);
    assert_eq!(desk.read("plan.toml"), file);
    // Somebody takes an item out without a word.
    desk.write("plan.toml", file.replace("\"Trust in Policing\"", "\"Fire\""));
    let gone = desk.run("plan .").err;
    assert!(gone.contains("planned “Trust in Policing” for 29 November 2023; it is not in the plan"), "{gone}");
}

#[test]
fn the_record_of_another_body_changes_no_plan() {
    let desk = desk();
    let other = desk.record();
    let said = desk.run(&format!("plan . --after {}", other.display()));
    assert!(said.code == 2 && said.err.contains("another body"), "{}", said.err);
    assert_eq!(desk.read("plan.toml"), PLAN);
}

#[test]
fn a_meeting_is_ready_when_nothing_is_missing() {
    let desk = after_july();
    desk.run("plan . --after 2023-07-19.record.jsonl");
    desk.write("2023-09-20.toml", SEPTEMBER);
    let said = desk.run("ready 2023-09-20.toml --on 2023-09-12");
    assert!(said.code == 0 && said.out.contains("Ready."), "{}{}", said.out, said.err);
    assert!(!said.out.contains("MISSING"), "{}", said.out);
}

#[test]
fn a_special_meeting_in_between_loses_nothing() {
    let desk = after_july();
    desk.run("plan . --after 2023-07-19.record.jsonl");
    desk.write(
        "2023-08-02.toml",
        "[meeting]\ndate = 2023-08-02\ntime = \"10:00\"\nlast-meeting = 2023-07-19\n[[item]]\ntitle = \"Budget\"\n",
    );
    desk.write("august.script", "quorate script 1\n09:50 present all\n10:00 call-to-order\n10:01 next\n10:30 close\n");
    let said = desk.run("replay 2023-08-02.toml august.script --record 2023-08-02.record.jsonl");
    assert_eq!(said.code, 0, "{}", said.err);
    desk.write("2023-09-20.toml", SEPTEMBER.replace("topics = [\"Book the Civic Suite\"]", ""));
    let ready = desk.run("ready 2023-09-20.toml --on 2023-09-12").out;
    let plain = ready.split_whitespace().collect::<Vec<_>>().join(" ");
    for missing in ["ivic Suite” is open and not up for review", "The minutes of Wednesday 2 August 2023"] {
        assert!(plain.contains(missing), "{missing}: {ready}");
    }
    let said = desk.run("next 2023-08-02.record.jsonl -o new");
    assert_eq!(said.code, 0, "{}", said.err);
    let next = desk.read("new/2023-09-20.toml");
    assert!(next.contains("19 July 2023 and 2 August 2023") && next.contains("ivic Suite"), "{next}");
}

#[test]
fn each_broken_link_with_the_meeting_before_is_missing() {
    let desk = after_july();
    for (from, to, check, part) in [
        ("19 July 2023", "20 July 2022", "minutes", "The minutes of Wednesday 19 July 2023, the last meeting, are not"),
        ("first-minute = 3", "first-minute = 5", "numbers", "write first-minute = 3"),
        ("topics = [\"Book the Civic Suite\"]", "", "actions", "ivic Suite” is open and not up for review"),
        (
            "title = \"Public Questions\"",
            "title = \"Any Other Business\"",
            "promised",
            "“Public Questions” was planned",
        ),
        ("published = 2023-09-12", "published = 2023-09-13", "notice", "4 clear days before the meeting"),
        ("published = 2023-09-12", "", "notice", "Publish it by Tuesday 12 September 2023"),
        ("Public questions by", "Lunch at", "questions", "No notice on the agenda says so"),
        ("date = 2023-09-20", "date = 2023-09-23", "day", "Saturday 23 September 2023 is a Saturday"),
    ] {
        desk.write("2023-09-20.toml", SEPTEMBER.replace(from, to));
        let said = desk.run("ready 2023-09-20.toml --on 2023-09-12");
        let plain = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(said.code, 1, "{check}: {}{}", said.out, said.err);
        assert!(plain.contains(&format!("MISSING {check}")) && plain.contains(part), "{check}, {part}: {}", said.out);
    }
    // The plan was not brought up to date after the meeting of July.
    desk.write("2023-09-20.toml", SEPTEMBER);
    let said = desk.run("ready 2023-09-20.toml --on 2023-09-12").out;
    assert!(said.contains("MISSING  plan"), "{said}");
    assert_eq!(desk.run("ready nothing").code, 1);
    assert_eq!(desk.run("ready 2023-09-20.toml --on soon").code, 2);
}

#[test]
fn check_reads_a_plan() {
    let desk = desk();
    let said = desk.run("check plan.toml");
    assert!(said.code == 0 && said.out.contains("nothing wrong"), "{}{}", said.out, said.err);
    desk.write("plan.toml", PLAN.replace("2023-11-29", "2023-09-13").replace("Grants", "Precept 2017/87"));
    let said = desk.run("check plan.toml");
    for part in ["two meetings of the plan are on 13 September 2023", "'2017/87' is not a year"] {
        assert!(said.err.contains(part), "no {part}: {}", said.err);
    }
    desk.write("body.toml", BODY.replace("[rules]", "[rules]\nclosed-days = [2023-10-03]"));
    desk.write("plan.toml", PLAN);
    assert!(desk.run("check plan.toml").err.contains("a day on which the offices are closed"));
    desk.write(
        "body.toml",
        BODY.replace("\"working-days\"", "\"weekdays\"").replace("days-after-publication = 3", "x = 3"),
    );
    let said = desk.run("check body.toml").err;
    assert!(said.contains("'weekdays' is no way of counting") && said.contains("by which day questions"), "{said}");
}
