//! Meetings played from their scripts, what is exported of them, and what words that is.

use std::collections::BTreeMap;

use quorate::app::script;
use quorate::meeting::Meeting;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;
use quorate::run::papers;
use quorate::run::places::RecordFiles;
use quorate::run::reading::{Scope, read};
use quorate::run::replay::play;

/// Every meeting that comes with the program and its script.
pub(crate) const MEETINGS: [&str; 7] = [
    "cambridgeshire-police-and-crime-panel/2023-07-19",
    "sample-planning-committee/2026-03-11",
    "sample-parish-council/2026-04-14",
    "sample-police-and-crime-panel/2026-02-04",
    "sample-police-and-crime-panel/2026-02-18",
    "cambridgeshire-police-and-crime-panel/2017-09-06",
    "cambridgeshire-police-and-crime-panel/2023-02-01",
];

/// Text that goes wrong when it is spelt carelessly.
pub(crate) const NASTY: [&str; 16] = [
    "2 < 3 & 4 > 1, &amp; so on",
    "<script>alert('no')</script> <!-- no -->",
    "\"double\" and 'single' and ‘curly’ “ones”",
    "=SUM(A1:A9)+1",
    "@chair, #4, +44 and -1",
    "1. not a list",
    "- no dash",
    "a_b_c [link](to) ![x](y) `code` ~~gone~~ C:\\new\\table",
    "a | b || c",
    "Ŵyl y Gŵyr: ŷ â ê î ô û ï",
    "Gàidhlig: à è ì ò ù",
    "שלום לכולם 123 (כן)",
    "مرحبا بالجميع ٤٥٦",
    "👩🏽‍🚀 👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 字",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "https://www.example.org/a_b?c=1&d=2#e",
];

/// Whether the head of a page says what it should: the agenda alone is no draft.
pub(crate) fn is_running_head(paper: &str, head: &str) -> bool {
    head.contains(" – ") && head.ends_with(" – DRAFT") != paper.ends_with("agenda")
}

/// A meeting that ships with the program, as it stands at the end of its script.
pub(crate) fn sample(name: &str) -> Meeting {
    played(name, &std::fs::read_to_string(format!("agendas/{name}.script")).unwrap())
}

/// A meeting at which all of [`NASTY`] was said, the first decided and the rest promised.
pub(crate) fn nasty() -> Meeting {
    let mut script = "quorate script 1\n18:25 present all\n18:25 present usual\n18:30 call-to-order\n".to_owned();
    for item in ["1", "2"] {
        script.extend(["18:30 go ", item, "\n18:30 discussion\n"]);
        for text in NASTY {
            script.extend(["18:30 point NicLeòid said that ", text, " was so.\n"]);
        }
        for text in NASTY.iter().take(4) {
            script.extend(["18:30 decide *RESOLVED* that ", text, " be done.\n"]);
        }
        for text in NASTY {
            script.extend(["18:30 undertake O'Dee: see to ", text, "\n"]);
        }
    }
    played("tests/pages/meeting.toml", &(script + "19:00 close\n"))
}

fn played(agenda: &str, text: &str) -> Meeting {
    let papers = papers::find(agenda).unwrap().read().unwrap_or_else(|wrong| panic!("{wrong}"));
    let (script, problems) = script::parse("meeting.script", text, papers.agenda.date, papers.body.zone);
    assert!(problems.is_empty(), "{agenda}: {problems}");
    let opened = papers.opened(false);
    let mut entries = play(opened.clone(), &script, "clerk").unwrap_or_else(|stop| panic!("{agenda}: {stop}"));
    let mut meeting = Meeting::new(opened);
    for entry in &mut entries {
        // What is read is what everybody may read.
        entry.private.clear();
        meeting.apply(entry);
    }
    meeting
}

/// What everybody may read of a meeting of which there is a record.
pub(crate) fn record(name: &str) -> Meeting {
    read(&RecordFiles::at(format!("tests/records/{name}.record.jsonl")), Scope::Public).unwrap().meeting
}

/// The papers that there are of a meeting.
pub(crate) fn papers(meeting: &str) -> &'static [&'static str] {
    let all = &["minutes", "actions", "decisions", "undertakings", "attendance", "summary", "agenda", "precept-report"];
    if meeting.starts_with("sample-police") { all } else { &all[..7] }
}

/// What is written of a meeting in the format of that name.
pub(crate) fn exported(meeting: &Meeting, format: &str) -> String {
    let page = Page { width: 400, place: For::Screen, private: false };
    let bytes = spell(meeting.state(), Format::named(format).unwrap(), page);
    String::from_utf8(bytes).unwrap()
}

/// How often each word is in a text, whatever it looks like: not in capitals, without the rules of tables, the dashes
/// of lists and the stars of emphasis.
pub(crate) fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split_whitespace() {
        let word = word.trim_matches('*').to_lowercase();
        if !word.is_empty() && !word.chars().all(|letter| matches!(letter, '-' | '+' | '|')) {
            *words.entry(word).or_default() += 1;
        }
    }
    words
}

/// The words of which one text has more than the other, for whoever reads that a test failed.
pub(crate) fn differences(one: &str, other: &str) -> Vec<String> {
    let (one, other) = (words(one), words(other));
    let all = one.keys().chain(other.keys().filter(|word| !one.contains_key(*word)));
    let count = |words: &BTreeMap<String, usize>, word: &String| words.get(word).copied().unwrap_or(0);
    let unlike = all.map(|word| (word, count(&one, word), count(&other, word))).filter(|(_, one, other)| one != other);
    unlike.map(|(word, one, other)| format!("{word}: {one}, {other}")).collect()
}
