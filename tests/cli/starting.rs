//! What the start screen finds, from folders of every kind.

use std::fs;
use std::time::{Duration, SystemTime};

use quorate::run::meetings::agenda_of;
use quorate::run::papers::{self, Place};
use quorate::run::places::RecordFiles;
use quorate::run::records::first_line;

use crate::support::Desk;

const BODY: &str = "[body]\nname = \"Anytown Council\"\n\n[[seat]]\nmember = \"Councillor A Smith\"\n";
const AGENDA: &str = "[meeting]\ndate = 2023-07-19\ntime = \"7.30pm\"\n\n[[item]]\ntitle = \"Apologies for Absence\"\n";

#[test]
fn an_agenda_is_a_file_if_there_is_one_and_else_comes_with_the_program() {
    let desk = Desk::new();
    desk.write("a/body.toml", BODY);
    let path = desk.write("a/2023-07-19.toml", AGENDA);
    assert!(matches!(papers::find(path.to_str().unwrap()), Ok(Place::File(_))));
    assert!(matches!(papers::find("2023-07-19"), Ok(Place::Compiled(_))));
    let missing = papers::find("2023-07-20").unwrap_err().to_string();
    assert!(missing.contains("2023-07-19"), "it says which there are: {missing}");
}

#[test]
fn a_record_lies_beside_its_agenda_and_finds_it_again() {
    let desk = Desk::new();
    desk.write("a/body.toml", BODY);
    let path = desk.write("a/2023-07-19.toml", AGENDA);
    let place = papers::find(path.to_str().unwrap()).unwrap();
    for practice in [false, true] {
        let files = place.record(practice).unwrap();
        assert_eq!(files.record().parent(), path.parent());
        assert_eq!(agenda_of(&files), Some(path.display().to_string()));
    }
    let compiled = RecordFiles::at("x/cambridgeshire-police-and-crime-panel/2023-07-19.record.jsonl");
    assert_eq!(agenda_of(&compiled), Some("cambridgeshire-police-and-crime-panel/2023-07-19".to_owned()));
    assert_eq!(agenda_of(&RecordFiles::at("x/y/2023-07-19.record.jsonl")), None);
}

#[test]
fn an_agenda_may_name_the_folder_of_its_body() {
    let desk = Desk::new();
    desk.write("bodies/anytown/body.toml", BODY);
    let named = AGENDA.replace("[meeting]", "[meeting]\nbody = \"anytown\"");
    for place in ["bodies/2023-07-19.toml", "bodies/july/2023-07-19.toml"] {
        let path = desk.write(place, &named);
        let papers = papers::find(path.to_str().unwrap()).unwrap().read().unwrap();
        assert_eq!(papers.body.name, "Anytown Council", "{place}");
    }
}

#[test]
fn the_first_line_of_a_record_is_read_alone() {
    let desk = Desk::new();
    let path = desk.record();
    let line = first_line(&path).unwrap();
    assert!(line.starts_with(b"{\"n\":1,") && line.ends_with(b"\n"));
    // Whatever comes behind it, the list of meetings is made of first lines.
    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1);
    fs::File::options().append(true).open(&path).unwrap().set_modified(old).unwrap();
    assert_eq!(quorate::journal::codec::first(&line).unwrap().agenda.items.len(), 14);
}
