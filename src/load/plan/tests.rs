//! Sound plans, and a corpus of bad ones: every problem at once, each at its place.

use chrono::NaiveDate;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn read_plan(text: &str) -> (Option<Plan>, String) {
    let (plan, problems) = plan("plan.toml", text, Diary::default());
    let said: Vec<String> = problems
        .iter()
        .map(|problem| {
            let line = problem.place.as_ref().map_or(0, |place| place.line);
            format!("{line}: {}", problem.what)
        })
        .collect();
    (plan, said.join("\n"))
}

const SOUND: &str = r#"[plan]
title = "Draft Agenda Forward Plan"
updated = 2023-07-19

[[meeting]]
date = 2023-09-20
time = "1.30pm"
venue = ["Civic Suite", "Huntingdon"]
note = "Please note change of date"
item = ["Public Questions", { title = "Drug Strategy", owner = "OPCC", purpose = "To update the Panel.", theme = "Harm" }]

[[meeting]]
kind = "briefing"
date = 2023-10-02
[[meeting.item]]
title = "Budget briefing"

[[meeting]]
date = 2024-07-17
kind = "annual"
label = "AGM"

[[meeting]]
kind = "Site visit"
date = 2024-08-01

[[topic]]
title = "Rural crime"

[[change]]
what = "moved"
meeting = 2023-09-13
to = 2023-09-20
decided = 2023-07-19
minute = 14
"#;

#[test]
fn a_sound_plan_is_read_whole() {
    let (plan, said) = read_plan(SOUND);
    assert_eq!(said, "");
    let plan = plan.expect("a plan");
    let keys: Vec<&str> = plan.meetings.iter().map(|planned| planned.key.as_str()).collect();
    assert_eq!(keys, ["2023-09-13", "2023-10-02", "2024-07-17", "2024-08-01"]);
    let called: Vec<Option<&str>> = plan.meetings.iter().map(Planned::called).collect();
    assert_eq!(called, [None, Some("Briefing"), Some("AGM"), Some("Site visit")]);
    let private: Vec<bool> = plan.meetings.iter().map(|planned| planned.private).collect();
    assert_eq!(private, [false, true, false, false]);
    let change = plan.changes.first().expect("a change");
    assert_eq!((change.new_day(), change.minute.as_deref()), (Some(day("2023-09-20")), Some("14")));
    let after: Vec<Option<NaiveDate>> = plan.after(day("2023-09-20")).iter().map(|entry| entry.date).collect();
    assert_eq!(after, [Some(day("2024-07-17")), Some(day("2024-08-01"))], "without what is private or over");
}

#[test]
fn every_problem_of_a_bad_plan_is_said_at_its_place() {
    for (text, wanted) in [
        ("[plan\n", "1: "),
        ("[[meeting]]\ndate = 2023-09-20\n", "`plan` is missing"),
        ("[plan]\ncolour = 1\n", "2: `colour` is not known here"),
        ("[plan]\n[[meeting]]\n", "2: this meeting of the plan is empty"),
        ("[plan]\n[[meeting]]\ndate = \"20 Septober 2023\"\n", "3: '20 Septober 2023' is not a date"),
        ("[plan]\n[[meeting]]\ndate = 2023-09-20\ntime = \"25:00\"\n", "4: '25:00' is not a time of day"),
        (
            "[plan]\n[[meeting]]\ndate = 2023-09-20\n[[meeting]]\ndate = 2023-09-20\n",
            "5: two meetings of the plan are on",
        ),
        (
            "[plan]\n[[meeting]]\nkey = \"a\"\ndate = 2023-09-20\n[[meeting]]\nkey = \"a\"\ndate = 2023-09-21\n",
            "6: there are two meetings 'a'",
        ),
        ("[plan]\n[[meeting]]\ndate = 2023-09-23\n", "3: 23 September 2023 is a Saturday"),
        ("[plan]\n[[meeting]]\ndate = 2023-08-28\n", "3: 28 August 2023 is a bank holiday"),
        ("[plan]\n[[meeting]]\ndate = \"TBC\"\nitem = [\"Costs\"]\n", "3: this meeting has no date yet"),
        ("[plan]\n[[meeting]]\ndate = 2023-09-20\nkind = \"anual\"\n", "4: 'anual' is a kind of the house's own"),
        (
            "[plan]\n[[meeting]]\ndate = 2024-02-14\nitem = [\"If needed (Veto)\"]\n",
            "3: 14 February 2024 is no day for a revised",
        ),
        (
            "[plan]\n[[meeting]]\ndate = 2024-02-14\nkind = \"If needed (veto)\"\n",
            "3: 14 February 2024 is no day for a revised",
        ),
        (
            "[plan]\n[[meeting]]\ndate = 2024-02-13\nitem = [\"Precept Report 2024/25\"]\n",
            "3: 13 February 2024 is too late for a precept",
        ),
        (
            "[plan]\n[[meeting]]\ndate = 2018-01-31\n[[meeting.item]]\ntitle = \"Budget\"\npurpose = \"On the precept for 2017/87.\"\n",
            "6: '2017/87' is not a year",
        ),
        ("[plan]\n[[meeting]]\ndate = 2023-09-20\n[[meeting.item]]\ntitle = \"A\"\nowners = \"B\"\n", "owners"),
        ("[plan]\n[[change]]\nwhat = \"mooved\"\n", "3: 'mooved' is no change of a plan"),
        (
            "[plan]\n[[change]]\nwhat = \"moved\"\nmeeting = 2023-09-13\ndecided = 2023-07-19\n",
            "2: this change does not say to which day",
        ),
        (
            "[plan]\n[[change]]\nwhat = \"dropped\"\ndecided = 2023-07-19\n",
            "2: this change does not say what was changed",
        ),
        (
            "[plan]\n[[change]]\nwhat = \"dropped\"\nmeeting = 2023-09-13\n",
            "2: this change does not say where it was decided",
        ),
    ] {
        let (_, said) = read_plan(text);
        assert!(said.contains(wanted), "{text}\nsaid: {said}");
    }
    let (plan, said) = read_plan("[plan]\n[[meeting]]\ndate = \"x\"\ntime = \"y\"\n[[change]]\nwhat = \"z\"\n");
    assert!(plan.is_none());
    assert_eq!(said.lines().count(), 3, "all at once: {said}");
}

proptest::proptest! {
    /// A plan that somebody cut short or garbled is read or refused, never a crash.
    #[test]
    fn spoilt_plans_do_no_harm(at in 0..SOUND.len(), with in ".{0,4}") {
        let mut text = SOUND.to_owned();
        if text.is_char_boundary(at) {
            text.replace_range(at..at, &with);
            let _ = read_plan(&text);
            text.truncate(at);
            let _ = read_plan(&text);
        }
    }
}

#[test]
fn what_is_called_a_briefing_is_for_the_members_and_what_was_dropped_keeps_its_key() {
    let (plan, said) = read_plan(
        "[plan]\n[[meeting]]\ndate = 2027-03-17\nlabel = \"Briefing\"\n[[meeting]]\ndate = 2027-03-24\nlabel = \"AGM\"\n\
         [[change]]\nwhat = \"moved\"\nmeeting = 2027-04-07\nto = 2027-04-14\ndecided = 2027-01-06\n\
         [[change]]\nwhat = \"dropped\"\nmeeting = 2027-04-14\ndecided = 2027-02-03\nfrom = \"Training\"\n",
    );
    assert_eq!(said, "");
    let plan = plan.expect("a plan");
    assert_eq!(plan.meetings.iter().map(|planned| planned.private).collect::<Vec<_>>(), [true, false]);
    let dropped = plan.changes.last().expect("a change");
    assert!(dropped.private && dropped.key.as_ref().is_some_and(|key| key.starts_with("2027-04-07")), "{dropped:?}");
}
