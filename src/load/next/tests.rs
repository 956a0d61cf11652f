//! The next agenda of meetings of which one thing is special.

use chrono::NaiveDate;

use super::*;
use crate::load::{agenda, body};
use crate::meeting::Meeting;
use crate::meeting::agenda::Topic;
use crate::meeting::event::{FORMAT, Opened};
use crate::minutes::document::followed;

const BODY: &str = "[body]\nname = \"Anytown Council\"\nchair = \"Councillor A Smith\"\n[[seat]]\nmember = \"Councillor A Smith\"\n\
                    [[seat]]\nmember = \"Councillor B Jones\"\n";

const PLAN: &str =
    "[[plan]]\ndate = 2024-05-22\nlabel = \"AGM\"\ntime = \"18:30\"\nvenue = \"Guildhall\"\nitems = [\"Budget\"]\n";

/// The next agenda of a meeting that has not done anything.
fn made(rules: &str, head: &str, rest: &str) -> Result<NextAgenda, Problem> {
    let body_text = format!("{BODY}{rules}");
    let (file, problems) = body("body.toml", &body_text);
    assert_eq!(problems.to_string(), "");
    let file = file.expect("a sound body");
    let text = format!("[meeting]\ndate = 2024-03-13\ntime = \"19:00\"\n{head}{rest}");
    let meeting = opened(&file, &text);
    let style = Style::default();
    let state = meeting.state();
    let earlier = Earlier::of(vec![Past::of(state, &style, &file.body)], followed(state, &style), None);
    next_agenda(&Before { state, style: &style, body: &file, earlier: &earlier, planned: false }, None)
}

/// A meeting of which no more than its agenda is known.
fn opened(file: &BodyFile, text: &str) -> Meeting {
    let (read, problems) = agenda("agenda.toml", text, file);
    assert!(!problems.has_errors(), "{problems}");
    let (whole, agenda) = read.expect("a sound agenda");
    let opened = Opened {
        format: FORMAT,
        program: "test".into(),
        body: whole,
        agenda,
        style: String::new(),
        practice: false,
        stated: None,
    };
    Meeting::new(opened)
}

/// What a meeting left that did not come to anything, by its agenda.
fn past(text: &str) -> (Past, Vec<Topic>) {
    let file = body("body.toml", BODY).0.expect("a sound body");
    let meeting = opened(&file, text);
    let style = Style::default();
    (Past::of(meeting.state(), &style, &file.body), followed(meeting.state(), &style))
}

fn text(rules: &str, head: &str, rest: &str) -> String {
    made(rules, head, rest).unwrap_or_else(|problem| panic!("{problem}")).text
}

fn titles(text: &str) -> Vec<&str> {
    let plan = text.split("[[plan]]").next().unwrap_or(text);
    plan.lines().filter_map(|line| line.strip_prefix("title = ")).map(|title| title.trim_matches('"')).collect()
}

#[test]
fn the_standing_items_of_the_body_stand_around_the_business() {
    let rules = "[rules.standing-items]\nbefore = [\"Apologies\", \"Minutes\"]\nafter = [\"Date of Next Meeting\"]\n\
                 annual-before = [\"Election of Chairman\"]\nannual-after = [\"Review of Standing Orders\"]\n";
    let items = "[[item]]\ntitle = \"Apologies\"\n[[item]]\ntitle = \"Questions from the Public\"\n";
    let minutes = "Minutes of the Meeting held on 13 March 2024";
    let annual = text(rules, "", &format!("{items}{PLAN}"));
    let wanted =
        ["Election of Chairman", "Apologies", minutes, "Budget", "Review of Standing Orders", "Date of Next Meeting"];
    assert_eq!(titles(&annual), wanted);
    let ordinary = text(rules, "", &format!("{items}{}", PLAN.replace("label = \"AGM\"\n", "")));
    assert_eq!(titles(&ordinary), ["Apologies", minutes, "Budget", "Date of Next Meeting"]);
    let unset = text("", "", &format!("{items}{PLAN}"));
    assert_eq!(titles(&unset), ["Apologies", minutes, "Questions from the Public", "Budget"]);
    assert!(unset.contains("lists no standing items"), "{unset}");
}

#[test]
fn numbers_go_on_and_begin_anew_where_the_body_says_so() {
    let head = "municipal-year = \"2023/24\"\nfirst-minute = 40\n";
    let items = format!("[[item]]\ntitle = \"Apologies\"\n[[item]]\ntitle = \"Minutes\"\nsets = [2024-01-31]\n{PLAN}");
    for (rules, first, asked) in [
        ("[rules]\nyearly-numbers = true\n", 1, false),
        ("[rules]\nyearly-numbers = false\n", 42, false),
        ("", 42, true),
    ] {
        let text = text(rules, head, &items);
        assert!(text.contains("municipal-year = \"2024/25\"\n"), "{text}");
        assert!(text.contains(&format!("first-minute = {first}\nlast-minute = 41\n")), "{text}");
        assert_eq!(text.contains("it is not set whether minutes are numbered from 1"), asked, "{text}");
    }
    let earlier = items.replace("2024-05-22", "2024-04-17").replace("label = \"AGM\"\n", "");
    let same = text("[rules]\nyearly-numbers = true\n", head, &earlier);
    assert!(same.contains("municipal-year = \"2023/24\"\nfirst-minute = 42\n"), "{same}");
    // Nobody dealt with those of January.
    assert!(titles(&same).contains(&"Minutes of the Meetings held on 31 January 2024 and 13 March 2024"), "{same}");
}

#[test]
fn a_meeting_in_private_or_only_if_needed_is_passed_over_and_that_is_said() {
    let entry = |date: &str, label: &str| format!("[[plan]]\ndate = {date}\nlabel = \"{label}\"\nvenue = \"TBC\"\n");
    let plan = [
        entry("2024-06-05", "Ordinary meeting"),
        entry("2024-04-03", "TRAINING - PRIVATE"),
        entry("2024-04-10", "If needed (Veto)"),
    ];
    let made = made("", "", &format!("[[item]]\ntitle = \"Apologies\"\n{}", plan.concat())).expect("an agenda");
    assert_eq!(Some(made.day), NaiveDate::from_ymd_opt(2024, 6, 5));
    let told = made.gaps.join("\n");
    for said in
        ["3 April 2024 was passed over", "10 April 2024 was passed over", "no time", "no venue", "no vice chair"]
    {
        assert!(told.contains(said), "{said}: {told}");
    }
    let none = self::made("", "", "[[item]]\ntitle = \"Apologies\"\n").expect_err("no plan").to_string();
    assert!(none.contains("the plan has no meeting after 13 March 2024") && none.contains("--date"), "{none}");
}

#[test]
fn what_was_not_reached_comes_back_with_its_paper() {
    let items = "[[item]]\ntitle = \"Apologies\"\n[[item]]\ntitle = \"Mill Lane\"\nauthor = \"The Clerk\"\npages = \"3\"\n\
                 private = [3]\nrecommendation = \"Refuse it.\"\nfacts = [\"Reference: 7\"]\n[[item.item]]\ntitle = \"Part one\"\n";
    let text = text("", "", &format!("{items}{PLAN}"));
    for line in [
        "# Not reached at the meeting of 13 March 2024, item 2.",
        "title = \"Mill Lane\"",
        "private = [3]",
        "author = \"The Clerk\"",
        "recommendation = \"Refuse it.\"",
        "facts = [\"Reference: 7\", \"Deferred from: 13 March 2024\"]",
        "[[item.item]]",
        "title = \"Part one\"",
        "follows = 2024-03-13",
    ] {
        assert!(text.lines().any(|other| other == line), "{line}:\n{text}");
    }
    assert!(!text.contains("pages ="), "{text}");
}

#[test]
fn a_special_meeting_loses_nothing_of_the_meetings_before_it() {
    let first = "[meeting]\ndate = 2024-01-10\ntime = \"19:00\"\nlast-meeting = 2023-11-08\n\
                 [[item]]\ntitle = \"Minutes\"\nsets = [2023-11-08]\n\
                 [[item]]\ntitle = \"Review of Actions\"\n[[item.topics]]\ntitle = \"Mend the gate\"\n\
                 [[item]]\ntitle = \"Mill Lane\"\n[[item]]\ntitle = \"Allotments\"\n";
    let special = "[meeting]\ndate = 2024-02-07\ntime = \"19:00\"\nlast-meeting = 2024-01-10\n\
                   [[item]]\ntitle = \"Allotments\"\n";
    let ((first, topics), (special, none)) = (past(first), past(special));
    assert!(none.is_empty());
    let earlier = Earlier::of(vec![special, first], topics, None);
    let titles: Vec<&str> = earlier.actions.iter().map(|topic| topic.title.as_str()).collect();
    assert_eq!(titles, ["Mend the gate"]);
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    // Those of November were before a meeting that did not agree them, and the special meeting had none before it.
    assert_eq!(earlier.minutes, [day("2024-01-10"), day("2024-02-07")]);
    let waiting: Vec<(&str, NaiveDate)> = earlier.waiting.iter().map(|it| (it.title.as_str(), it.meeting)).collect();
    assert_eq!(waiting, [("Mill Lane", day("2024-01-10")), ("Allotments", day("2024-02-07"))]);
}

#[test]
fn of_two_meetings_on_a_day_the_earlier_is_next_and_the_other_stays_planned() {
    let entry = |date: &str, time: &str, label: &str| {
        format!("[[plan]]\ndate = {date}\ntime = \"{time}\"\nlabel = \"{label}\"\n")
    };
    let plan = [
        entry("2024-06-05", "14:00", "Ordinary"),
        entry("2024-06-05", "10:00", "AGM"),
        entry("2024-07-03", "14:00", "Hearing"),
    ];
    let made = made("", "", &format!("[[item]]\ntitle = \"Apologies\"\n{}", plan.concat())).expect("an agenda");
    let (head, rest) = made.text.split_once("[[plan]]").expect("a plan");
    assert!(
        head.contains("time = \"10:00\"") && rest.contains("time = \"14:00\"") && rest.contains("2024-06-05"),
        "{}",
        made.text
    );
    assert!(made.gaps.iter().any(|gap| gap.contains("two meetings on 5 June 2024")), "{:?}", made.gaps);
}

#[test]
fn the_municipal_year_is_new_from_june_and_asked_for_in_may() {
    let head = "municipal-year = \"2023/24\"\n";
    for (date, label, wanted) in [
        ("2024-05-08", "Ordinary", "TO FILL IN: the municipal year"),
        ("2024-05-08", "AGM", "municipal-year = \"2024/25\""),
        ("2024-06-05", "Ordinary", "municipal-year = \"2024/25\""),
        ("2024-04-17", "Ordinary", "municipal-year = \"2023/24\""),
    ] {
        let rest = format!("[[item]]\ntitle = \"Apologies\"\n[[plan]]\ndate = {date}\nlabel = \"{label}\"\n");
        let text = text("", head, &rest);
        assert!(text.contains(wanted), "{date} {label}: {text}");
    }
}
