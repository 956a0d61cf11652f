//! Links that are broken on purpose, as published papers have them broken.

use quorate::load::pack::{Finding, odd_years};

use crate::desk::{Desk, RECORD, flat};

const NEXT: &str = "panel/2026-12-02.toml";

/// The desk with the next agenda written.
fn next() -> Desk {
    let desk = Desk::recorded();
    desk.good(&format!("next {RECORD}"));
    desk
}

/// A pack for the next meeting, as the council would publish it.
const PACK: &str = "LOAMSHIRE POLICE AND CRIME PANEL\n\nWEDNESDAY 2 DECEMBER 2026, 1.30 PM\nGuildhall, Loamford\n\nAGENDA\n\n\
1. Apologies for Absence\n2. Declarations of Interest\n3. Minutes of the Meeting held on 23 September 2026 3 - 10\n\
4. Review Actions and Recommendations from previous meeting\n5. Public Questions\n6. Budget Considerations 11 - 16\n\
7. Trust in Policing 17 - 20\n8. Meeting Dates and Agenda Plan 21 - 22\n\n\
AGENDA ITEM 8\n\nLOAMSHIRE POLICE AND CRIME PANEL\nDRAFT AGENDA FORWARD PLAN 2026-2027\n\nDATES\tITEMS\n\
(Wednesday) 10 FEBRUARY 2027 1:30pm TBC\tIf needed (Veto)\n";

/// What importing that pack says, with something in it otherwise.
fn imported(from: &str, to: &str) -> String {
    let desk = Desk::recorded();
    assert!(PACK.contains(from), "{from}");
    desk.write("december.txt", &PACK.replacen(from, to, 1));
    flat(&desk.good("import december.txt -o panel"))
}

#[test]
fn a_pack_that_goes_on_from_the_record_is_only_said_to_lack_what_it_lacks() {
    let said = imported("Guildhall", "Guildhall");
    assert!(!said.contains("the record of") && !said.contains("the last meeting recorded"), "{said}");
}

#[test]
fn e1_minutes_of_another_day_than_the_last_meeting_are_said() {
    let desk = next();
    assert!(desk.check(NEXT, "minutes").starts_with("done"), "what the program writes is right");
    desk.slip(NEXT, "Meeting held on 23 September 2026", "Meeting held on 22 July 2026");
    let said = desk.check(NEXT, "minutes");
    assert!(said.starts_with("MISSING") && said.contains("Wednesday 23 September 2026, the last meeting"), "{said}");
    let said = desk.run(&format!("check {NEXT}"));
    assert!(said.err.contains("no item has the minutes of 23 September 2026"), "{}", said.err);
    // A pack that heads them so is told at once.
    let desk = Desk::recorded();
    desk.write("december.txt", &PACK.replacen("held on 23 September", "held on 22 July", 1));
    desk.good("import december.txt -o panel");
    let agenda = desk.read(NEXT);
    assert!(agenda.contains("# GAP: the last meeting recorded was on 23 September 2026."), "{agenda}");
    assert!(agenda.contains("last-meeting = 2026-09-23"), "{agenda}");
}

#[test]
fn e2_e3_what_the_minutes_decided_is_what_every_later_paper_has() {
    let desk = Desk::recorded();
    let minutes = flat(&desk.good(&format!("export {RECORD} --to text -o -")));
    let rows = desk.good(&format!("export {RECORD} --to actions-csv -o -"));
    let found = desk.good("find panel Panel --decided");
    for item in ["Rural Crime Strategy", "Annual Report"] {
        assert!(minutes.contains(item) && rows.contains(item) && found.contains(item), "{item}: {rows}\n{found}");
    }
    let words = "AGREED to NOTE the report.";
    assert!(minutes.contains(words) && flat(&rows).contains(words) && flat(&found).contains(words), "{rows}\n{found}");
}

#[test]
fn e8_numbers_that_do_not_go_on_are_said() {
    let desk = Desk::recorded();
    desk.slip("panel/2026-09-23.toml", "#first-minute = 5", "first-minute = 5");
    desk.remove(RECORD);
    desk.meet("2026-09-23", crate::desk::SEPTEMBER);
    desk.good(&format!("next {RECORD}"));
    assert!(desk.read(NEXT).contains("first-minute = 13\nlast-minute = 12\n"), "{}", desk.read(NEXT));
    assert!(desk.check(NEXT, "numbers").starts_with("done"));
    desk.slip(NEXT, "first-minute = 13", "first-minute = 12");
    assert!(desk.check(NEXT, "numbers").contains("write first-minute = 13"), "{}", desk.check(NEXT, "numbers"));
    let said = desk.run(&format!("check {NEXT}"));
    assert!(said.err.contains("the first minute is 12, but the last one was 12"), "{}", said.err);
}

#[test]
fn e9_a_recommendation_is_in_every_later_paper_until_it_is_answered() {
    let desk = next();
    let words = "report back on the Rural Crime Board";
    let agenda = desk.read(NEXT);
    assert!(
        agenda.contains(&format!("text = \"{words}\"")) && agenda.contains("kind = \"recommendation\""),
        "{agenda}"
    );
    assert!(desk.good("actions panel --open --to csv").contains("Report back on the Rural Crime Board"));
    let year = desk.good("year panel --from 2026-09-01 --until 2026-12-31");
    assert!(flat(&year).contains("Rural Crime Board"), "{year}");
}

#[test]
fn e10_an_act_with_another_year_is_said() {
    let said =
        imported("DATES\t", "Under the Police Reform and Social\n\nResponsibility Act\n2022 (the “Act”).\n\nDATES\t");
    assert!(
        said.contains("a \"Police Reform and Social Responsibility Act 2022\", and there is no such Act"),
        "{said}"
    );
    // What the program itself says and prints cites them as they are.
    let mut files = vec![std::path::PathBuf::from("README.md")];
    for folder in ["src/minutes/phrase/list", "src/meeting/findings", "src/meeting/panel"] {
        files.extend(std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    }
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let odd = odd_years(&text);
        let acts: Vec<_> =
            odd.iter().filter(|it| matches!(it, Finding::Gap { what, .. } if what.contains(" Act "))).collect();
        assert!(acts.is_empty(), "{}: {acts:?}", file.display());
    }
}

#[test]
fn e11_e12_a_plan_that_lacks_or_moves_what_was_decided_is_said() {
    let said = imported("10 FEBRUARY 2027", "17 FEBRUARY 2027");
    let words =
        "the record of 23 September 2026 has a meeting on 10 February 2027, which the pack has on 17 February 2027";
    assert!(said.contains(words), "{said}");
    let said = imported("2 DECEMBER 2026, 1.30", "9 DECEMBER 2026, 1.30");
    assert!(said.contains("has a meeting on 2 December 2026, which the pack has on 9 December 2026"), "{said}");
    let said = imported("7. Trust in Policing 17 - 20\n8.", "7.");
    assert!(said.contains("has “Trust in Policing” for 2 December 2026, and the pack does not"), "{said}");

    let desk = next();
    assert!(desk.check(NEXT, "plan").starts_with("done"), "{}", desk.check(NEXT, "plan"));
    desk.slip(NEXT, "2027-02-10", "2027-02-17");
    assert!(desk.check(NEXT, "plan").contains("10 February 2027, which the agenda has on 17 February"));
}

#[test]
fn the_plan_of_an_agenda_and_that_of_the_body_do_not_contradict_each_other_unsaid() {
    let desk = next();
    desk.write("panel/plan.toml", "[plan]\n\n[[meeting]]\ndate = 2026-12-02\n\n[[meeting]]\ndate = 2027-02-24\n");
    let words = "a meeting on 10 February 2027, which plan.toml has on 24 February 2027";
    let said = desk.run(&format!("check {NEXT}"));
    assert!(flat(&said.err).contains(words), "{}", said.err);
    assert!(desk.check(NEXT, "plan").contains(words));
    desk.remove(NEXT);
    assert!(flat(&desk.good(&format!("next {RECORD}"))).contains(words), "the next agenda is written of the record");
    desk.remove(NEXT);
    desk.write("december.txt", PACK);
    assert!(flat(&desk.good("import december.txt -o panel")).contains("which plan.toml has on 24 February 2027"));
    let why = "[[change]]\nwhat = \"moved\"\nmeeting = 2027-02-10\nto = 2027-02-24\ndecided = 2026-12-02\nminute = 8\n";
    desk.write("panel/plan.toml", &format!("{}\n{why}", desk.read("panel/plan.toml")));
    assert!(!flat(&desk.run(&format!("check {NEXT}")).err).contains("which plan.toml has"), "it is noted why");
}

#[test]
fn e15_an_action_that_is_not_up_for_review_is_said() {
    let desk = next();
    assert!(desk.check(NEXT, "actions").starts_with("done"), "{}", desk.check(NEXT, "actions"));
    // Its words may be mended: it is the same action by its place in the record.
    desk.slip(NEXT, "title = \"Send the figures on hedges to Members\"", "title = \"Hedge figures\"");
    assert!(desk.check(NEXT, "actions").starts_with("done"), "{}", desk.check(NEXT, "actions"));
    let agenda = desk.read(NEXT);
    for (nth, words) in
        [(1, "The Commissioner was not aware"), (2, "Send the figures"), (3, "Report back on the Rural")]
    {
        let mut parts: Vec<&str> = agenda.split("[[item.topics]]\n").collect();
        let last = nth == parts.len() - 1;
        let taken = parts.remove(nth);
        let rest = if last { taken.split_once("\n#").map_or("", |(_, rest)| rest) } else { "" };
        desk.write(NEXT, &format!("{}\n#{rest}", parts.join("[[item.topics]]\n")));
        let said = desk.check(NEXT, "actions");
        assert!(said.starts_with("MISSING") && said.contains(words), "{said}");
    }
}

#[test]
fn e16_an_item_that_left_its_meeting_is_said() {
    let desk = next();
    assert!(desk.check(NEXT, "promised").starts_with("done"), "{}", desk.check(NEXT, "promised"));
    desk.slip(NEXT, "title = \"Budget Considerations\"", "title = \"Something else\"");
    let said = desk.check(NEXT, "promised");
    assert!(said.starts_with("MISSING") && said.contains("“Budget Considerations” was planned"), "{said}");
    let said = imported("6. Budget Considerations 11 - 16\n7.", "6.");
    assert!(said.contains("has “Budget Considerations” for 2 December 2026, and the pack does not"), "{said}");
}

#[test]
fn e17_a_correction_is_cited_and_settles_the_minutes() {
    let desk = next();
    let minutes = flat(&desk.good(&format!("export {RECORD} --to text -o -")));
    assert!(minutes.contains("“hedges” to be amended to “hedgerows”"), "{minutes}");
    assert!(!desk.read(NEXT).contains("22 July 2026"), "minutes that were agreed do not come back");
    assert!(desk.good("find panel hedgerows").contains("hedgerows"));
}

#[test]
fn e18_a_year_that_cannot_be_meant_is_said() {
    let said = imported("If needed (Veto)", "Precept for 2027/97");
    assert!(said.contains("\"2027/97\" is not a year such as 2017/18"), "{said}");
    let desk = next();
    desk.slip(NEXT, "If needed (Veto)", "Precept for 2027/97");
    let said = desk.run(&format!("check {NEXT}"));
    assert!(said.err.contains("'2027/97' is not a year such as 2017/18"), "{}", said.err);
}

#[test]
fn what_is_put_off_to_a_day_without_a_meeting_is_planned() {
    let script = crate::desk::SEPTEMBER.replace("13:50 next\n13:51 decide", "13:50 next\n13:51 defer to 5 May 2027");
    let desk = Desk::new();
    desk.imported();
    desk.meet("2026-09-23", &script);
    let said = flat(&desk.good(&format!("next {RECORD}")));
    assert!(said.contains("put off to 5 May 2027, on which the plan had no meeting: it waits there"), "{said}");
    let agenda = desk.read(NEXT);
    assert!(agenda.contains("# TO FILL IN: put off to this day, on which the plan had no meeting"), "{agenda}");
    assert!(
        agenda.contains("date = 2027-05-05\nitems = [\"Loamshire Police and Crime Panel's Annual Report\"]"),
        "{agenda}"
    );
    assert!(desk.check(NEXT, "deferred").starts_with("done"), "{}", desk.check(NEXT, "deferred"));

    // Where the body has a plan, it is put down there, and the agenda leaves the later meetings to it.
    desk.remove(NEXT);
    let plan = "[plan]\n\n[[meeting]]\ndate = 2026-11-30\nitem = [\"Public Questions\", \"Budget Considerations\", \"Meeting Dates and \
                Agenda Plan\"]\n\n[[meeting]]\ndate = 2027-02-10\nitem = [\"If needed (Veto)\"]\n";
    desk.write("panel/plan.toml", plan);
    let said = flat(&desk.good(&format!("next {RECORD}")));
    assert!(said.contains("plan.toml has no meeting on 2 December 2026"), "{said}");
    assert!(said.contains("the record has a meeting on 5 May 2027, and plan.toml does not"), "{said}");
    assert!(said.contains("quorate plan panel --after RECORD"), "{said}");
    assert!(!desk.read(NEXT).contains("[[plan]]"), "{}", desk.read(NEXT));
    assert!(desk.check(NEXT, "deferred").starts_with("MISSING"), "{}", desk.check(NEXT, "deferred"));
    assert!(!desk.run(&format!("plan panel --after {RECORD}")).err.contains("it is not in the plan"));
    let plan = desk.read("panel/plan.toml");
    assert!(plan.contains("purpose = \"Put off to 5 May 2027, on which the plan has no meeting\""), "{plan}");
    assert!(plan.contains("what = \"moved\"") && plan.contains("to = 2027-05-05"), "{plan}");
    assert!(desk.check(NEXT, "deferred").starts_with("done"), "{}", desk.check(NEXT, "deferred"));
    desk.run(&format!("plan panel --after {RECORD}"));
    assert_eq!(desk.read("panel/plan.toml"), plan, "what is there is not done again");
    desk.remove(NEXT);
    let said = flat(&desk.good(&format!("next {RECORD}")));
    assert!(!said.contains("plan.toml"), "{said}");
}

#[test]
fn whoever_was_elected_is_in_the_files_of_the_next_meeting() {
    let elects = "13:30 call-to-order\n13:30 next\n13:30 elect thorne by pell seconded vardey\n";
    let script = crate::desk::SEPTEMBER.replace("13:30 call-to-order\n", elects);
    let desk = Desk::new();
    desk.imported();
    let first = "[[item]] # apologies";
    desk.slip("panel/2026-09-23.toml", first, &format!("[[item]]\ntitle = \"Election of Chair\"\n\n{first}"));
    desk.meet("2026-09-23", &script);
    desk.good(&format!("next {RECORD}"));
    assert!(desk.check(NEXT, "roll").starts_with("done"), "{}", desk.check(NEXT, "roll"));
    desk.slip(NEXT, "chair = \"thorne\"", "chair = \"dean\"");
    let said = desk.check(NEXT, "roll");
    assert!(said.contains("elected Councillor A Thorne as chair; the files of this one say Clara Dean"), "{said}");
}

#[test]
fn a_plan_that_is_newer_than_an_agenda_is_not_held_against_it() {
    let desk = next();
    let plan = "[plan]\nupdated = 2026-12-01\n\n[[meeting]]\ndate = 2026-12-02\n\n[[meeting]]\ndate = 2027-02-24\n";
    desk.write("panel/plan.toml", plan);
    assert!(desk.run(&format!("check {NEXT}")).err.contains("which plan.toml has on 24 February 2027"));
    desk.slip("panel/plan.toml", "2026-12-01", "2026-12-03");
    desk.good(&format!("check {NEXT}"));
}
