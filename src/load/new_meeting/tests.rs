//! New meetings from pasted lines: what is meant is what the written files say.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::load::{BodyFile, agenda, body};
use crate::meeting::agenda::{Agenda, ItemKind};
use crate::meeting::body::{Body, SeatKind};
use crate::meeting::people::Name;

/// The agenda of September 2023 as it comes out of a PDF, with a membership list in several shapes.
const ITEMS: &str = "AGENDA
Page No

1. Apologies for Absence
2. Declarations of Interest
3. Minutes of the Meeting held on 19 July 2023 3 - 12
4. Review Actions and Recommendations from previous meeting
6. Harm to Hope Drug Strategy (Pages 13–16)
7. Serious Violence Duty .... 17-22
Item 8: Budget 2023 - 2024
9a. 20 mph limits
***
";

const MEMBERS: &str = "Councillor J Smith (Labour, Anytown District Council)
Claire George - Chair
Cllr A Smith (Vice-Chair)
Councillors: S Ferguson, J Gowing (Independent) and H Leeming
Jane Jones - Clerk
Tom Brown, Monitoring Officer, Anytown District Council
Edward Leigh (Independent Member)
Councillor J Smith
12345
";

fn typed<'a>(items: &'a str, members: &'a str) -> Typed<'a> {
    Typed {
        body: "Anytown Panel",
        members,
        date: "Wednesday 20 September 2023",
        time: "1.30pm",
        venue: "Town Hall",
        items,
    }
}

fn made(typed: &Typed<'_>) -> (NewFiles, Problems) {
    let (files, problems) = new_meeting(typed);
    (files.expect("files are made"), problems)
}

fn back(files: &NewFiles) -> (Body, Agenda) {
    let (file, problems) = body("body.toml", files.body.as_deref().expect("a body"));
    assert!(!problems.has_errors(), "{problems}\n{files:?}");
    let file: BodyFile = file.expect("a body without errors");
    let (read, problems) = agenda("agenda.toml", &files.agenda, &file);
    assert!(!problems.has_errors(), "{problems}\n{files:?}");
    read.expect("an agenda without errors")
}

#[test]
fn pasted_lines_become_files_that_read_back() {
    let (files, problems) = made(&typed(ITEMS, MEMBERS));
    assert_eq!((files.folder.as_str(), files.name.as_str()), ("anytown-panel", "2023-09-20.toml"));
    let (body, agenda) = back(&files);
    assert_eq!(agenda.date, NaiveDate::from_ymd_opt(2023, 9, 20).expect("a date"));
    assert_eq!(agenda.venue, "Town Hall");
    let items: Vec<(&str, &str, Option<&str>)> = agenda
        .items
        .iter()
        .map(|item| (item.number.as_deref().unwrap_or(""), item.title.as_str(), item.paper.pages.as_deref()))
        .collect();
    let wanted = [
        ("1", "Apologies for Absence", None),
        ("2", "Declarations of Interest", None),
        ("3", "Minutes of the Meeting held on 19 July 2023", Some("3 - 12")),
        ("4", "Review Actions and Recommendations from previous meeting", None),
        ("6", "Harm to Hope Drug Strategy", Some("13 - 16")),
        ("7", "Serious Violence Duty", Some("17 - 22")),
        ("8", "Budget 2023 - 2024", None),
        ("9a", "20 mph limits", None),
    ];
    assert_eq!(items, wanted);
    assert!(matches!(agenda.items.get(2).map(|item| &item.kind), Some(ItemKind::Minutes { sets }) if sets.len() == 1));

    let seats: Vec<&str> = body.seats.iter().map(|seat| seat.id.as_str()).collect();
    assert_eq!(seats, ["smith", "george", "a-smith", "ferguson", "gowing", "leeming", "leigh"]);
    let first = body.seats.first().expect("a seat");
    assert_eq!(
        (first.group.as_deref(), first.authority.as_deref()),
        (Some("Labour"), Some("Anytown District Council"))
    );
    assert_eq!(body.seats.last().map(|seat| seat.kind), Some(SeatKind::Independent));
    assert_eq!(body.chair.map(|id| id.to_string()).as_deref(), Some("george"));
    assert_eq!(body.vice_chair.map(|id| id.to_string()).as_deref(), Some("a-smith"));
    let posts: Vec<Option<&str>> =
        body.people.iter().filter(|person| person.group.is_some()).map(|person| person.post.as_deref()).collect();
    assert_eq!(posts, [Some("Clerk"), Some("Monitoring Officer, Anytown District Council")]);

    let said: Vec<String> =
        problems.iter().map(|problem| problem.to_string().split(": ").take(2).collect::<Vec<_>>().join(": ")).collect();
    let wanted = [
        "items:1:1: 'AGENDA'",
        "items:2:1: 'Page No'",
        "items:12:1: '***'",
        "members:8:1: 'Councillor J Smith'",
        "members:9:1: '12345'",
    ];
    assert_eq!(said, wanted);
    assert!(files.agenda.contains("# Not read: ***"));
    assert!(files.body.is_some_and(|body| body.contains("# Not read: 12345")));
}

#[test]
fn lettered_lines_are_parts_of_the_item_before_them() {
    let items = "5. Planning applications\na) 26/01234/FUL: Mill House\n(b) 26/01240/HOU: 3 Mill Lane\n6. Finance\n\
                 i. Payments\nii. Grants\n7. A Report on Trees\n";
    let (files, problems) = made(&typed(items, MEMBERS));
    assert!(!problems.iter().any(|problem| problem.place.as_ref().is_some_and(|place| place.file == "items")));
    let (_, agenda) = back(&files);
    let titles = |items: &[crate::meeting::agenda::AgendaItem]| -> Vec<String> {
        items.iter().map(|item| item.title.clone()).collect()
    };
    assert_eq!(titles(&agenda.items), ["Planning applications", "Finance", "A Report on Trees"]);
    let parts: Vec<String> = agenda.items.iter().flat_map(|item| titles(&item.items)).collect();
    assert_eq!(parts, ["26/01234/FUL: Mill House", "26/01240/HOU: 3 Mill Lane", "Payments", "Grants"]);
}

#[test]
fn what_is_missing_is_said_at_once() {
    let (files, problems) = new_meeting(&Typed { members: "123", ..Typed::default() });
    assert_eq!(files, None);
    let said: Vec<&str> = problems.iter().map(|problem| problem.what.as_str()).collect();
    let wanted = [
        "the name of the body is empty",
        "'' is not a date",
        "'' is not a time of day",
        "there are no items",
        "'123': this is no name that we can read",
        "there are no members",
    ];
    assert_eq!(said, wanted);
}

#[test]
fn a_time_that_the_clocks_skip_makes_no_files() {
    let skipped = Typed { date: "26 March 2023", time: "1:30", ..typed("1. Budget", "") };
    let (files, problems) = new_meeting(&skipped);
    assert_eq!(files, None);
    assert!(problems.to_string().contains("the clocks go forward"), "{problems}");
    let pasted = "x\n".repeat(100_000);
    let (files, problems) = new_meeting(&typed(&pasted, &pasted));
    assert_eq!(files, None);
    assert!(problems.to_string().contains("more than 500 lines of items"), "{problems}");
}

#[test]
fn a_body_that_has_its_file_gets_an_agenda_alone() {
    let (files, problems) = made(&typed("1 Apologies\n2 Budget", ""));
    assert!(problems.is_empty() && files.body.is_none());
}

fn member() -> impl Strategy<Value = String> {
    let name = "(Councillor |Cllr |Mr |)([A-Z]{1,2} |[A-Z][a-z]{2,5} |)(van der |O'|)[A-Z][a-z]{1,6}";
    let more = prop_oneof![
        Just(String::new()),
        Just(" (Labour, Anytown Council)".to_owned()),
        Just(" - Clerk".to_owned()),
        Just(" (Independent Member)".to_owned()),
        "[ -~]{0,12}"
    ];
    (name, more).prop_map(|(name, more)| format!("{name}{more}"))
}

proptest! {
    #[test]
    fn what_is_written_reads_back_as_meant(
        items in proptest::collection::vec("([0-9]{1,2}[.)] |Item [0-9]: |)[A-Za-z\"'\\\\#é ]{1,30}( [0-9]{1,2} - [0-9]{1,2}|)", 1..12),
        members in proptest::collection::vec(member(), 1..12),
    ) {
        let (items, members) = (items.join("\n"), members.join("\n"));
        let typed = typed(&items, &members);
        let (files, problems) = new_meeting(&typed);
        let Some(files) = files else {
            // No member or no item was readable. What was written is never unreadable itself.
            prop_assert!(problems.iter().all(|problem| problem.place.as_ref().is_none_or(|at| !at.file.contains(".toml"))), "{problems}");
            return Ok(());
        };
        let meant_items = read(typed.items, "items", lines::items, &mut Problems::new());
        let meant_members = read(typed.members, "members", lines::members, &mut Problems::new());
        let (body, agenda) = back(&files);

        let items: Vec<(&str, Option<&str>)> =
            agenda.items.iter().map(|item| (item.title.as_str(), item.paper.pages.as_deref())).collect();
        let wanted: Vec<(&str, Option<&str>)> =
            meant_items.iter().flatten().map(|item| (item.title.as_str(), item.pages.as_deref())).collect();
        prop_assert_eq!(items, wanted);

        let wanted: Vec<&Member> = meant_members.iter().flatten().filter(|member| member.post.is_none()).collect();
        prop_assert_eq!(body.seats.len(), wanted.len());
        for (seat, member) in body.seats.iter().zip(wanted) {
            let holder = body.people.iter().find(|person| Some(&person.id) == seat.holder.as_ref());
            prop_assert_eq!(holder.map(|person| &person.name), Some(&Name::read(&member.name)));
            prop_assert_eq!(&seat.authority, &member.authority);
            prop_assert_eq!(&seat.group, &member.group);
        }
        let posts: Vec<&String> = body.people.iter().filter_map(|person| person.post.as_ref()).collect();
        let wanted: Vec<&String> = meant_members.iter().flatten().filter_map(|member| member.post.as_ref()).collect();
        prop_assert_eq!(posts, wanted);
    }

    #[test]
    fn no_line_is_lost(items in "(\\PC{0,20}\n){0,8}", members in "(\\PC{0,20}\n){0,8}") {
        let mut problems = Problems::new();
        let filled = |text: &str| clean_text(text).text.split('\n').filter(|line| !line.trim().is_empty()).count();
        let read_items = read(&items, "items", lines::items, &mut problems);
        prop_assert_eq!(read_items.len(), filled(&items));
        let read_members = read(&members, "members", lines::members, &mut problems);
        prop_assert!(read_members.len() >= filled(&members));
        let unread = read_items.iter().filter(|line| line.is_err()).count() + read_members.iter().filter(|line| line.is_err()).count();
        prop_assert_eq!(problems.len(), unread);
    }
}

/// The settings that the remarks of a file hold, taken out of their remarks.
fn uncommented(file: &str) -> (String, usize) {
    let setting = |line: &str| {
        let bare = line.strip_prefix('#')?;
        bare.starts_with(|letter: char| letter.is_ascii_lowercase()).then(|| bare.to_owned())
    };
    let settings = file.lines().filter(|line| setting(line).is_some()).count();
    let lines: Vec<String> = file.lines().map(|line| setting(line).unwrap_or_else(|| line.to_owned())).collect();
    (lines.join("\n"), settings)
}

#[test]
fn every_setting_in_the_remarks_is_read_once_it_is_no_remark() {
    let (files, _) = made(&typed(ITEMS, MEMBERS));
    let (written, settings) = uncommented(files.body.as_deref().expect("a body"));
    assert_eq!(settings, 7, "{written}");
    let (file, problems) = body("body.toml", &written);
    assert_eq!(problems.to_string(), "", "{written}");
    let file = file.expect("a body without errors");
    let (written, settings) = uncommented(&files.agenda);
    assert_eq!(settings, 2, "{written}");
    let (read, problems) = agenda("agenda.toml", &written, &file);
    assert!(!problems.has_errors(), "{problems}\n{written}");
    let (plain, unset) = agenda("agenda.toml", &files.agenda, &file);
    assert_eq!(problems.to_string(), unset.to_string(), "{written}");
    let shown = |read: Option<(Body, Agenda)>| format!("{:?}", read.expect("an agenda without errors").1);
    assert!(shown(read).contains("Another part") && !shown(plain).contains("Another part"), "items below the last");
    let (plain, _) = back(&files);
    assert_eq!((plain.rules.recorded_vote, plain.rules.speaking_minutes), (None, None), "a remark sets nothing");
}
