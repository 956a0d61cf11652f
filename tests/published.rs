//! The three published meetings, replayed from their scripts: the minutes hold every formulaic line of the published ones,
//! in order, and their tables the published columns.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;

#[path = "support/replays.rs"]
mod replays;

use replays::{BODY, exported, replayed, said};

const DAYS: [&str; 3] = ["2017-09-06", "2023-02-01", "2023-07-19"];

/// What is right to be found in what was published: a second meeting on a precept before the response to a veto is due.
const RIGHTLY_FOUND: [&str; 1] = ["second-precept-meeting"];

/// Text without its line breaks and without the emphasis marks of the text writer.
fn flat(text: &str) -> String {
    text.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn golden(day: &str) -> String {
    std::fs::read_to_string(Path::new("tests/golden").join(format!("{day}.formulaic.txt"))).unwrap()
}

fn script(day: &str) -> String {
    std::fs::read_to_string(format!("agendas/{BODY}/{day}.script")).unwrap()
}

/// The rows of the last table of a paper in CSV, its heading first, each cell on one line.
fn last_table(csv: &str) -> Vec<Vec<String>> {
    let last = csv.split("\r\n\r\n").last().unwrap();
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(last.as_bytes());
    reader.into_records().map(|row| row.unwrap().iter().map(flat).collect()).collect()
}

#[test]
fn every_formulaic_line_comes_out_word_for_word_and_in_order() {
    for day in DAYS {
        let home = tempfile::tempdir().unwrap();
        let minutes = flat(&exported(home.path(), &replayed(home.path(), day), "text"));
        let mut rest = minutes.as_str();
        for line in golden(day).lines().filter(|line| !line.starts_with('#')) {
            let line = flat(line);
            let at = rest.find(&line).unwrap_or_else(|| {
                let there = if minutes.contains(&line) { "stands elsewhere" } else { "is missing" };
                panic!("{day}: “{line}” {there}; looked after:\n{}", rest.chars().take(400).collect::<String>())
            });
            rest = rest.get(at + line.len()..).unwrap();
        }
    }
}

#[test]
fn the_scripts_hold_no_sentence_of_the_house() {
    for day in DAYS {
        let script = flat(&script(day));
        // Names, headings and citations are facts; sentences of more than six words are the house's.
        let sentences =
            golden(day).lines().filter(|line| !line.starts_with(['#', 'I', 'P'])).map(flat).collect::<Vec<_>>();
        for line in sentences.iter().filter(|line| line.split(' ').count() > 6 && !line.contains("Present:")) {
            assert!(!script.contains(line.as_str()), "the script of {day} types “{line}”");
        }
    }
}

#[test]
fn the_minutes_are_marked_as_a_draft_and_are_the_same_bytes_each_time() {
    for day in DAYS {
        let home = tempfile::tempdir().unwrap();
        let record = replayed(home.path(), day);
        let first = exported(home.path(), &record, "text");
        assert!(first.contains("DRAFT"));
        assert_eq!(first, exported(home.path(), &record, "text"));
    }
}

#[test]
fn the_closing_lists_hold_no_more_than_what_is_rightly_found() {
    for day in DAYS {
        let home = tempfile::tempdir().unwrap();
        let list = said(home.path(), &["lint"], &replayed(home.path(), day));
        let names = list.lines().filter_map(|line| line.split_once(": ")).map(|(name, _)| name);
        let wrong: Vec<&str> = names.filter(|name| !name.contains(' ') && !RIGHTLY_FOUND.contains(name)).collect();
        assert!(wrong.is_empty(), "{day}: {list}");
    }
}

/// Every decision of the last table is a minute, in the same words.
#[test]
fn what_the_tables_say_was_decided_has_a_minute() {
    for (day, wanted) in [("2017-09-06", 7), ("2023-02-01", 2), ("2023-07-19", 7)] {
        let home = tempfile::tempdir().unwrap();
        let record = replayed(home.path(), day);
        let minutes = flat(&exported(home.path(), &record, "text"));
        let csv = exported(home.path(), &record, "actions-csv");
        let decided = csv::ReaderBuilder::new().from_reader(csv.as_bytes()).into_records().map(Result::unwrap);
        let decided: Vec<String> =
            decided.filter(|row| row.get(0) == Some("Decision")).map(|row| flat(row.get(3).unwrap())).collect();
        let verbs = decided.iter().filter(|words| ["AGREED", "NOTED", "noted"].iter().any(|verb| words.contains(verb)));
        assert_eq!(verbs.count(), wanted, "{day}: {csv}");
        for words in &decided {
            assert!(minutes.contains(words.as_str()), "{day}: “{words}” has no minute");
        }
    }
}

#[test]
fn the_table_of_2017_has_four_columns_the_whole_recommendation_and_promises() {
    let home = tempfile::tempdir().unwrap();
    let rows = last_table(&exported(home.path(), &replayed(home.path(), "2017-09-06"), "minutes-csv"));
    assert_eq!(rows[0], ["DATE OF MEETING", "ITEM", "ACTION", "UPDATE"]);
    let noted = "Following discussions the Panel AGREED to note the report.";
    let wanted = [
        ("1. 6 Sept 17", "Update on HMICFRS Legitimacy Inspection Report 2016", noted),
        ("2.", "Fire and Rescue Governance – Local Business Case", "Having reviewed the Report of the Police"),
        ("3.", "", "OPCC to circulate Fire Authority’s comments to Panel Members."),
        ("4.", "Medium Term Financial Strategy 2018-19 to 2021-22", noted),
        ("5.", "", "OPCC to arrange a briefing on Local Policing Review & Demand Hub for Panel Members."),
        ("6.", "Performance Monitoring Update", noted),
        ("7.", "", "OPCC to provide Panel Members with a breakdown of 80% of non-crime issues."),
        ("8.", "", "OPCC to provide an update on the work of the Casualty Reduction Officer."),
        ("9.", "Police and Crime Commissioner's Community Engagement", noted),
        (
            "10.",
            "Decisions By the Commissioner",
            "The Panel noted the report and decisions that had been made by the Commissioner.",
        ),
        (
            "11.",
            "Meeting Dates and Agenda Plan 2017-2018",
            "The Panel received and NOTED the agenda plan including dates and times for future meetings.",
        ),
    ];
    assert_eq!(rows.len(), wanted.len() + 1, "{rows:#?}");
    for (row, (date, item, action)) in rows.iter().skip(1).zip(wanted) {
        assert_eq!((row[0].as_str(), row[1].as_str(), row[3].as_str()), (date, item, ""));
        assert!(row[2].starts_with(action), "{row:?}");
    }
    let text = exported(home.path(), &home.path().join("2017-09-06.record.jsonl"), "text");
    let (_, plan) = text.split_once("27. Meeting Dates").unwrap();
    assert!(!plan.contains("\nACTION\n") && text.matches("\nACTION\n").count() == 6, "{plan}");
    let recommendation = &rows[2][2];
    assert!(recommendation.contains("made the following RECOMMENDATION in response. This panel is uneasy"));
    assert!(recommendation.ends_with("[the two statutory consultees], the five district councils, the Fire Authority, the Chief Fire Officer and the Fire Brigades Union before he decides."));
}

#[test]
fn the_table_of_february_2023_stands_last_and_has_both_outcomes_of_one_item_in_one_cell() {
    let home = tempfile::tempdir().unwrap();
    let record = replayed(home.path(), "2023-02-01");
    let rows = last_table(&exported(home.path(), &record, "minutes-csv"));
    assert_eq!(rows[0], ["ITEM", "ACTION"]);
    assert_eq!(
        (rows[1][0].as_str(), rows[2][0].as_str()),
        ("1. Precept Report 2023/24", "2. Meeting Dates and Agenda Plan")
    );
    assert_eq!(rows.len(), 3);
    let [veto, made] =
        ["The Panel unanimously AGREED to NOT exercise its veto power", "The Panel made a recommendation for"];
    assert!(rows[1][1].starts_with(veto) && rows[1][1].contains(made), "{rows:?}");
    assert!(rows[2][1].ends_with("and added Trust in Policing – Culture Statement to the March agenda."), "{rows:?}");
    let text = exported(home.path(), &record, "text");
    assert!(text.find("CHAIRPERSON").unwrap() < text.rfind("ACTION").unwrap());
    assert!(!text.contains("\nACTION\n"), "decisions stand without a heading");
}

#[test]
fn the_plan_of_february_2023_has_its_cells() {
    let home = tempfile::tempdir().unwrap();
    let csv = exported(home.path(), &replayed(home.path(), "2023-02-01"), "minutes-csv");
    let plan = csv::ReaderBuilder::new().flexible(true).from_reader(csv.as_bytes()).into_records().map(Result::unwrap);
    let cells: Vec<(String, String)> = plan.take(7).map(|row| (row[0].to_owned(), row[1].to_owned())).collect();
    let huntingdon = "1:30pm\nCivic Suite\nHuntingdonshire District Council\nHuntingdon";
    assert_eq!(cells[0].0, "15 MARCH 2023\n1:30pm\nBourges/Viersen Rooms\nTown Hall\nPeterborough");
    assert_eq!(cells[1].0, "19 JULY 2023 - AGM\n1:30pm\nBourges/Viersen Rooms\nTown Hall\nPeterborough");
    assert_eq!(cells[2].0, format!("13 SEPTEMBER 2023\n{huntingdon}"));
    assert_eq!(cells[3].0, format!("29 NOVEMBER 2023\n{huntingdon}"));
    assert_eq!(cells[4], (format!("31 JANUARY 2024\n{huntingdon}"), "Public Questions\nPrecept Report 2024/2025 (full meeting – given importance)\nOPCC – Forward Plan\nMeeting Dates and Agenda Plan".to_owned()));
    assert_eq!(cells[5], ("14 FEBRUARY 2024\n1:30pm\nTBC".to_owned(), "If needed (Veto)".to_owned()));
    assert_eq!(
        cells[6],
        ("13 MARCH 2024\n1:30pm\nTBC".to_owned(), "Public Questions\nMeeting Dates and Agenda Plan".to_owned())
    );
}
