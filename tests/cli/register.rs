//! Folders of records: finding what was said, and the figures of a year.

use std::fs;

use serde_json::Value;

use crate::support::Desk;

/// A meeting of this body on each of two days and one of another body, with something private in each.
fn folder() -> Desk {
    let desk = Desk::new();
    desk.write(
        "a.script",
        "quorate script 1\n13:50 present george, leigh, bradnam, barkham, sharp, gowing, leeming\n\
         13:51 apologies jones, ferguson\n13:51 absent wallwork\n14:00 call-to-order\n14:01 go 9\n\
         14:02 point sharp asked about hare coursing. / pcc explained that the rural team was at work.\n\
         14:03 decide note The Panel *NOTED* the work of the rural crime team.\n14:04 exclude part the rent under 3\n\
         14:05 point sharp asked about canary coursing.\n14:06 readmit\n14:07 recommend The Commissioner: report on coursing\n\
         14:25 close\n",
    );
    desk.write(
        "b.script",
        "quorate script 1\n13:50 present all\n14:00 call-to-order\n14:01 go 9\n\
         14:02 point gowing asked about coursing.\n14:25 close\n",
    );
    desk.write("c.script", "quorate script 1\n18:20 present all\n18:30 call-to-order\n18:31 go 5\n18:32 point marsh spoke of coursing.\n19:00 close\n");
    for arguments in [
        "replay 2023-07-19 a.script --record year/2023-07-19.record.jsonl",
        "replay 2023-09-20 b.script --record year/2023-09-20.record.jsonl",
        "replay sample-planning-committee/2026-03-11 c.script --record year/2026-03-11.record.jsonl",
    ] {
        fs::create_dir_all(desk.path("year")).unwrap();
        let said = desk.run(arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    }
    desk
}

#[test]
fn what_was_said_is_found_the_newest_first_and_nothing_private() {
    let desk = folder();
    let said = desk.run("find year coursing");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(!said.out.contains("canary"), "{}", said.out);
    let days: Vec<usize> =
        ["11 March 2026", "20 September 2023", "19 July 2023"].map(|day| said.out.find(day).expect(day)).into();
    assert!(days.is_sorted(), "{}", said.out);
    assert!(said.out.contains("9(1)") && said.out.contains("hare coursing"), "{}", said.out);
    let said = desk.run("find year RURAL crime --decided --body cambridgeshire --to json");
    let found: Value = serde_json::from_str(&said.out).unwrap();
    let one = &found["found"][0];
    assert_eq!(
        (found["found"].as_array().unwrap().len(), &one["kind"], &one["minute"]),
        (1, &"decided".into(), &"9".into())
    );
    assert!(one["text"].as_str().unwrap().contains("NOTED the work of the rural crime team"), "{one}");
}

#[test]
fn what_is_not_found_and_what_cannot_be_read_is_said() {
    let desk = folder();
    let said = desk.run("find year unicorn");
    assert!(said.code == 0 && said.err.contains("“unicorn”") && said.err.contains("3 meetings"), "{}", said.err);
    let said = desk.run("find year --");
    assert_eq!(said.code, 2);
    let said = desk.run("find year , --body nowhere");
    assert!(said.code == 2 && said.err.contains("no word to look for"), "{}", said.err);
    let said = desk.run("find year coursing --body nowhere");
    assert!(said.code == 2 && said.err.contains("Cambridgeshire") && said.err.contains("Planning"), "{}", said.err);
    desk.write("year/broken.record.jsonl", "nothing");
    for arguments in ["find year coursing", "year year"] {
        let said = desk.run(arguments);
        assert!(said.code == 1 && said.err.contains("broken.record.jsonl"), "{arguments}: {}", said.err);
        assert!(said.out.contains("Cambridgeshire"), "{arguments}: {}", said.out);
    }
}

#[test]
fn a_year_has_the_figures_of_its_meetings() {
    let desk = folder();
    let said = desk.run("year year --year 2023/24 --to json");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let data: Value = serde_json::from_str(&said.out).unwrap();
    let year = &data["years"][0];
    assert_eq!(data["years"].as_array().unwrap().len(), 1);
    assert!(!said.out.contains("canary"), "{}", said.out);
    assert_eq!(year["decisions"]["noted"], 1, "{year:#}");
    let of = |surname: &str| {
        let all = year["attendance"].as_array().unwrap();
        let one = all.iter().find(|one| one["name"].as_str().unwrap().ends_with(surname)).unwrap();
        ["meetings", "present", "apologies", "absent"].map(|key| one[key].as_u64().unwrap())
    };
    assert_eq!((of("Sharp"), of("Jones"), of("Wallwork")), ([2, 2, 0, 0], [2, 1, 1, 0], [2, 1, 0, 1]));
    assert_eq!(year["recommendations"][0]["origin"]["text"], "report on coursing", "{year:#}");
    let said = desk.run("year year --from 2024-01-01 --until 2024-12-31");
    assert!(said.code == 1 && said.err.contains("no meeting in that time"), "{}", said.err);
    let said = desk.run("year year --body cambridgeshire");
    for words in ["19 July 2023", "20 September 2023", "SUBSTITUTE SENT", "report on coursing", "none recorded"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
}
