//! How the records here were made. Only what is not there yet is written.

use std::fs;

use quorate::journal::codec::encode;
use quorate::journal::faulty::FaultyDisk;
use quorate::journal::{Entry, Recorder};
use quorate::run::deposit::stores;
use serde_json::value::RawValue;

use super::{NEWER, WHOLE, corpus, files, place, spelled};

fn encoded(entries: &[quorate::meeting::event::Entry]) -> Vec<Entry> {
    entries.iter().map(|entry| encode(entry).unwrap()).collect()
}

fn write(name: &str, entries: &[Entry]) {
    Recorder::begin(stores(&files(name))).append(entries).unwrap();
}

fn raw(text: &str) -> Box<RawValue> {
    RawValue::from_string(text.to_owned()).unwrap()
}

fn make(name: &str) {
    let mut entries = encoded(&corpus::entries());
    match name {
        // The second was added when items for substitutes were.
        "panel" | "substituted" => write(name, &encoded(&corpus::panel())),
        "parish" => write(name, &encoded(&corpus::parish())),
        "hearing" => write(name, &encoded(&corpus::hearing())),
        // The second was added when the times of earlier meetings were kept.
        "carried" | "timed" => write(name, &encoded(&corpus::carried())),
        "corrected" => write(name, &encoded(&corpus::corrected())),
        // The second was added when names got letters behind them.
        "attended" | "lettered" => write(name, &encoded(&corpus::attended())),
        // The second was added when what came too late from the public was.
        "course" | "submitted" => write(name, &encoded(&corpus::course())),
        // The second was added when what is taken over from changed files grew, the third when interests in all business
        // and departures for an item were.
        "every-kind" | "adopted" | "interests" => write(name, &entries),
        "asked" => write(name, &encoded(&corpus::asked())),
        // The second was added when private minutes could be signed too.
        "stages" | "signed" => write(name, &encoded(&corpus::stages())),
        "voted" => write(name, &encoded(&corpus::voted())),
        "published" => write(name, &encoded(&corpus::published())),
        // The second was added when summaries for everybody were.
        "private" | "summarised" => write(name, &encoded(&corpus::private())),
        "rescued" => {
            // The last entry was not safe yet when the disk failed.
            let unsaved = entries.split_off(entries.len() - 1);
            let mut recorder = Recorder::begin(FaultyDisk::new().pair("every-kind"));
            recorder.append(&entries).unwrap();
            recorder.rescue(stores(&files(name)), &unsaved).unwrap();
        }
        "newer-kind" => {
            entries.truncate(5);
            entries[3].events = vec![raw(r#"{"kind":"hologram","of":"the Mayor"}"#)];
            write(name, &entries);
        }
        "newer-format" => {
            entries.truncate(5);
            let opened = entries[0].events[0].get().replacen("\"format\":1", "\"format\":2", 1);
            entries[0].events = vec![raw(&opened)];
            write(name, &entries);
        }
        other => panic!("nobody knows how {other} is made"),
    }
}

#[test]
fn write_what_is_missing() {
    if std::env::var_os("QUORATE_WRITE_RECORDS").is_none() {
        return;
    }
    for name in WHOLE.into_iter().chain(NEWER.map(|(name, _)| name)) {
        if !files(name).record().exists() {
            make(name);
        }
        let text = place(&format!("{name}.txt"));
        if !text.exists() {
            fs::write(text, spelled(name)).unwrap();
        }
    }
}
