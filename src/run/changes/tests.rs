//! Each kind of difference, from files as a clerk edits them.

use std::fs;
use std::path::Path;

use crate::load::compiled::FILES;
use crate::meeting::Meeting;
use crate::meeting::event::{Entry, Event};
use crate::run::papers::{Papers, Place};
use crate::run::replay;

use super::{adoption, kept};

const DAY: &str = "2023-09-20.toml";

fn text(name: &str) -> &'static str {
    FILES.iter().find(|file| file.name == name).unwrap().text
}

fn write(folder: &Path, body: &str, agenda: &str) -> Papers {
    let own = folder.join("cambridgeshire-police-and-crime-panel");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("body.toml"), body).unwrap();
    fs::write(own.join(DAY), agenda).unwrap();
    Place::File(own.join(DAY)).read().unwrap()
}

/// The meeting as begun from the sample files, and the papers after one replacement in each file.
fn changed(body: (&str, &str), agenda: (&str, &str)) -> (Meeting, Papers) {
    let folder = tempfile::tempdir().unwrap();
    let (old_body, old_agenda) = (text("body.toml"), text(DAY));
    assert!(old_body.contains(body.0) && old_agenda.contains(agenda.0), "{body:?} {agenda:?}");
    let papers = write(folder.path(), old_body, old_agenda);
    let (meeting, _) = replay::begin(papers.opened(false), chrono::DateTime::UNIX_EPOCH, "JB");
    let now = (old_body.replacen(body.0, body.1, 1), old_agenda.replacen(agenda.0, agenda.1, 1));
    (meeting, write(folder.path(), &now.0, &now.1))
}

fn lines(body: (&str, &str), agenda: (&str, &str)) -> Vec<String> {
    let (meeting, papers) = changed(body, agenda);
    adoption(meeting.state(), &papers).map_or_else(Vec::new, |adoption| adoption.differences)
}

fn entry(meeting: &Meeting, event: Event) -> Entry {
    let at = chrono::DateTime::UNIX_EPOCH;
    Entry { n: meeting.next(), at, when: None, by: "JB".into(), public: vec![event], private: Vec::new() }
}

const SAME: (&str, &str) = ("", "");

#[test]
fn files_that_nobody_changed_have_no_differences() {
    assert_eq!(lines(SAME, SAME), Vec::<String>::new());
    assert_eq!(lines(("[body]", "# A remark.\n[body]"), ("[meeting]", "\n[meeting] # another")), Vec::<String>::new());
}

#[test]
fn each_kind_of_difference_is_a_line() {
    for (body, agenda, line) in CASES {
        assert_eq!(lines(body, agenda).join("; "), line, "{body:?} {agenda:?}");
    }
}

type Case = ((&'static str, &'static str), (&'static str, &'static str), &'static str);

const CASES: [Case; 19] = [
    (
        SAME,
        ("title = \"Serious Violence Duty\"", "title = \"Serious Violence Duties\""),
        "Item “Serious Violence Duty”: the title “Serious Violence Duty” became “Serious Violence Duties”",
    ),
    (
        ("Councillor Susan Wallwork", "Councillor Susan Walwork"),
        SAME,
        "Councillor Susan Wallwork: the surname “Wallwork” became “Walwork”",
    ),
    (
        SAME,
        (
            "[[item]]\ntitle = \"Public Questions",
            "[[item]]\ntitle = \"Petitions\"\n\n[[item]]\ntitle = \"Public Questions",
        ),
        "The items are numbered anew; Item “Petitions” is new",
    ),
    (
        SAME,
        ("contact = \"jane.webb@peterborough.gov.uk\"\n", ""),
        "Agenda: the contact “jane.webb@peterborough.gov.uk” was taken out",
    ),
    (SAME, ("1.30 pm", "2 pm"), "Agenda: the time “13:30” became “14:00”"),
    (
        SAME,
        ("\"3 - 12\"", "\"3 - 14\""),
        "Item “Minutes of the Meeting held on 19 July 2023”: the pages “3 - 12” became “3 - 14”",
    ),
    (
        SAME,
        ("title = \"Serious", "key = \"serious-violence-duty\"\ntitle = \"The Serious"),
        "Item “Serious Violence Duty”: the title “Serious Violence Duty” became “The Serious Violence Duty”",
    ),
    (
        SAME,
        ("internal = true\n", ""),
        "Item “Meeting Dates and Agenda Plan”: the mark as the body's own business “yes” was taken out",
    ),
    (SAME, ("time = \"1:30pm\"", "time = \"2pm\""), "Plan for “27 November 2023”: the time “13:30” became “14:00”"),
    (
        SAME,
        ("date = \"Wednesday 13 March 2024\"\ntime", "date = \"Thursday 14 March 2024\"\ntime"),
        "Plan for “13 March 2024” was taken out; Plan for “14 March 2024” is new",
    ),
    (
        SAME,
        ("presenters = [\"Jane Webb\"]", "presenters = [\"Adesuwa Omoregie\"]"),
        "Item “Cambridgeshire Police and Crime Panel's Annual Report”: the presenters “Jane Webb” became “Adesuwa Omoregie”",
    ),
    (("[rules]", "[rules]\nquorum = 5"), SAME, "Body: the quorum is now “5”"),
    (("short = \"Panel\"", "short = \"Board\""), SAME, "Body: the short name “Panel” became “Board”"),
    (
        ("chair = \"Claire George\"\nvice", "chair = \"Edward Leigh\"\nvice"),
        SAME,
        "Body: the chair “Claire George” became “Edward Leigh”",
    ),
    (
        ("label = \"Officers Present\"", "label = \"Officers\""),
        SAME,
        "Attendance group “Officers Present”: the label “Officers Present” became “Officers”",
    ),
    (
        ("the Commissioner and his staff", "the Commissioner and team"),
        SAME,
        "Party “the Commissioner and his staff”: the name “the Commissioner and his staff” became “the Commissioner and team”",
    ),
    (("handles = [\"pcc\"]", "handles = [\"pc\"]"), SAME, "Darryl Preston: the handles “pcc” became “pc”"),
    (
        ("substitutes = [\"Councillor Charlotte Lowe\"]", "substitutes = []"),
        SAME,
        "Councillor Charlotte Lowe was taken out; Seat “Councillor Marge Beuttell”: the substitutes “Councillor Charlotte Lowe” was taken out",
    ),
    (("serial-comma = true", "serial-comma = false"), SAME, "House style: the serial comma “yes” became “no”"),
];

#[test]
fn a_change_of_the_program_alone_is_no_difference() {
    // A record whose style holds what an older release had as its default, with and without the files' own words.
    for stated in [true, false] {
        let (meeting, papers) = changed(SAME, SAME);
        let mut opened = papers.clone().opened(false);
        opened.style = opened.style.replace("full-stops = true", "full-stops = false");
        assert_ne!(opened.style, meeting.state().style(), "a default was changed");
        if !stated {
            opened.stated = None;
        }
        assert_eq!(adoption(Meeting::new(opened).state(), &papers), None, "stated: {stated}");
    }
}

#[test]
fn what_is_taken_over_is_no_difference_any_more_and_undo_takes_it_back() {
    let (mut meeting, papers) = changed(SAME, ("jane.webb@peterborough.gov.uk", "Jane"));
    let found = adoption(meeting.state(), &papers).unwrap();
    assert_eq!(kept(meeting.state(), &found), Vec::<String>::new());
    let before = meeting.state().agenda().clone();
    let adopt = entry(&meeting, Event::Adopted(Box::new(found.clone())));
    meeting.apply(&adopt);
    assert_eq!(meeting.state().agenda().contact, "Jane");
    assert_eq!(adoption(meeting.state(), &papers), None);
    let undo = entry(&meeting, Event::Undone { entry: adopt.n });
    meeting.apply(&undo);
    assert_eq!(meeting.state().agenda(), &before);
    assert_eq!(adoption(meeting.state(), &papers), Some(found));
}
