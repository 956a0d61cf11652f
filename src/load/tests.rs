//! Samples, overlays, dispatch by kind of file, and spoilt files.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;

use super::*;

const PANEL: &str = "cambridgeshire-police-and-crime-panel";

fn panel() -> BodyFile {
    let (file, problems) = body("body.toml", compiled::body(PANEL).expect("the panel is compiled in"));
    assert_eq!(problems.to_string(), "");
    file.expect("a body without problems")
}

#[test]
fn the_list_of_samples_is_the_folder() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("agendas");
    let names = |folder: &Path| -> BTreeSet<String> {
        let entries = std::fs::read_dir(folder).expect("the folder is there");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    };
    let mut there = BTreeSet::new();
    for folder in names(&root) {
        let files = names(&root.join(&folder)).into_iter().filter(|name| name.to_lowercase().ends_with(".toml"));
        there.extend(files.map(|name| format!("{folder}/{name}")));
    }
    let listed: BTreeSet<String> = compiled::FILES.iter().map(compiled::CompiledFile::path).collect();
    assert_eq!(listed, there);
    for file in compiled::FILES {
        let (read, _) = body("body.toml", file.body_text().expect("each folder has a body"));
        assert_eq!(read.expect("which is sound").body.id, file.folder);
    }
}

#[test]
fn samples_are_found_by_any_part_that_is_theirs_alone() {
    for name in ["cambridgeshire-police-and-crime-panel/2023-07-19", "2023-07-19", "07-19", " 2023-07-19.toml "] {
        assert_eq!(compiled::find(name).expect(name).name, "2023-07-19.toml");
    }
    let several = compiled::find("Cambridgeshire").expect_err("four agendas").to_string();
    assert!(several.starts_with(
        "'Cambridgeshire' is part of the names of 4 sample agendas. The sample agendas are: cambridgeshire"
    ));
    for name in ["", "body", "2024"] {
        assert!(compiled::find(name).expect_err("no agenda").what.contains("no file and no sample"), "{name}");
    }
}

#[test]
fn interests_given_in_advance_are_read_with_what_follows_from_them() {
    let text = |extra: &str| {
        format!(
            "[meeting]\ndate = 2023-07-19\ntime = \"14:00\"\n[[rules.interest]]\nname = \"disclosable pecuniary\"\n\
             consequence = \"leave\"\n[[item]]\ntitle = \"Budget\"\n[[item]]\ntitle = \"Plans\"\n[[item.item]]\n\
             title = \"Mill Lane\"\n[[declared]]\nperson = \"Councillor Sharp\"\n{extra}"
        )
    };
    for (extra, items, all, nature) in [
        ("item = 2\nnature = \"a lease\"", vec!["plans"], false, Some("a lease")),
        ("items = [\"mill\", 1]\nnature = \"a lease\"", vec!["mill-lane", "budget"], false, Some("a lease")),
        ("items = [2.1]\nsensitive = true", vec!["mill-lane"], false, None),
        ("all = true\nnature = \"a lease\"", vec![], true, Some("a lease")),
    ] {
        let text = text(extra) + "\nkind = \"Disclosable Pecuniary\"";
        let (read, problems) = agenda("a.toml", &text, &panel());
        assert_eq!(problems.to_string(), "", "{extra}");
        let declared = read.expect("an agenda").1.declared.remove(0);
        let ids: Vec<&str> = declared.items.iter().map(crate::meeting::id::ItemId::as_str).collect();
        assert_eq!((ids, declared.all, declared.nature.as_deref()), (items, all, nature), "{extra}");
        assert_eq!(declared.kind.as_deref(), Some("disclosable pecuniary"));
        assert_eq!(declared.consequence, Some(crate::meeting::fact::Consequence::Leave));
        assert_eq!(declared.sensitive, nature.is_none());
    }
}

#[test]
fn check_knows_its_own_files() {
    let none = |_: Option<&str>| Err(Problem::error("no body"));
    assert_eq!(check("t", "[theme]\n", &none), None);
    assert_eq!(check("t", "", &none), None);
    for file in compiled::FILES.iter().filter(|file| !file.name.starts_with("style")) {
        let own =
            |_: Option<&str>| Ok(body("body.toml", file.body_text().unwrap_or_default()).0.expect("a sound body"));
        let problems = check(file.name, file.text, &own).expect("one of ours");
        // A plan is as it was published, with a day for a veto before there can be one.
        let odd = problems.iter().filter(|problem| !problem.what.contains("is no day for a revised precept"));
        assert_eq!(odd.count(), 0, "{}: {problems}", file.name);
    }
    let problems = check("a.toml", "[meeting]\ndat = 2023-07-19\ntime = \"14:00\"\n", &none).expect("an agenda");
    let said: Vec<&str> = problems.iter().map(|problem| problem.what.as_str()).collect();
    assert_eq!(said, ["`dat` is not known here", "no body"]);
}

#[test]
fn an_agenda_names_the_folder_of_its_body() {
    assert_eq!(body_named("[meeting]\nbody = \"anytown\"\n"), Some("anytown".to_owned()));
    assert_eq!(body_named("[meeting]\ndate = 2023-07-19\n"), None);
    assert_eq!(body_named("[meeting\n"), None);
    assert_eq!(
        body_named("[meeting]\ndate = 2023-13-41\nbody = \"anytown\"\n"),
        Some("anytown".to_owned()),
        "despite a slip"
    );
}

#[test]
fn an_agenda_adds_to_its_body_and_changes_it() {
    let text = r#"
[meeting]
date = 2024-01-31
time = "1.30pm"
chair = ""
roll = ["leigh"]

[[person]]
key = "preston"
post = "Commissioner"

[[seat]]
member = "A Bradnam"
substitutes = []

[[seat]]
member = "Councillor New Member"
authority = "Fenland District Council"

[[group]]
key = "others"
people = ["Nick Dean, Chief Constable, Cambridgeshire Constabulary"]

[[person]]
name = "Ivy Reserve"
group = "members"

[[person]]
name = "Una Fetched"
group = "others"

[rules]
quorum = "1/3 of all-seats"

[[item]]
title = "Precept"
presenters = ["pcc", "dean"]
"#;
    let (read, problems) = agenda("a.toml", text, &panel());
    assert_eq!(problems.to_string(), "");
    let (body, agenda) = read.expect("an agenda");
    let person = |key: &str| body.people.iter().find(|person| person.id.as_str() == key).expect(key);
    assert_eq!(person("preston").post.as_deref(), Some("Commissioner"));
    assert_eq!(person("preston").called.as_deref(), Some("the Commissioner"));
    assert_eq!(person("dean").organisation.as_deref(), Some("Cambridgeshire Constabulary"));
    assert!(person("dean").usual && person("dean").group.is_some());
    assert!(!person("reserve").usual, "a substitute among the members comes only when asked");
    assert!(person("fetched").usual);
    assert_eq!(body.seats.len(), 14);
    assert_eq!(body.seats.first().map(|seat| seat.id.as_str()), Some("leigh"));
    let bradnam = body.seats.iter().find(|seat| seat.id.as_str() == "bradnam").expect("a seat");
    assert_eq!((bradnam.substitutes.len(), bradnam.group.as_deref()), (0, Some("Lib Dem")));
    assert_eq!((body.chair.is_none(), body.vice_chair.is_some(), body.quorum()), (true, true, Some(5)));
    assert_eq!(agenda.items.first().map(|item| item.paper.presenters.len()), Some(2));
}

#[test]
fn style_is_handed_on_unread() {
    let text =
        "[body]\nname = \"Panel\"\n[[seat]]\nmember = \"A Smith\"\n[style]\nchair = 1\n[style.words]\nx = \"y\"\n";
    let style = body("body.toml", text).0.and_then(|file| file.style).expect("a style");
    assert!(text.get(style.span.clone()).is_some_and(|part| part.starts_with("[style]")), "{:?}", style.span);
    assert_eq!(style.value.get("words").and_then(|words| words.get("x")).and_then(toml::Value::as_str), Some("y"));
}

#[test]
fn lists_beyond_measure_are_refused_soon() {
    let seats = "[[seat]]\nmember = \"A B\"\n".repeat(20_000);
    let (read, problems) = body("body.toml", &format!("[body]\nname = \"Panel\"\n{seats}"));
    assert!(read.is_none());
    assert!(problems.to_string().contains("this file lists 20000 of a kind"), "{problems}");
}

/// A text with a few of its characters taken out, doubled, or put in from elsewhere.
fn spoilt(text: &'static str) -> impl Strategy<Value = String> {
    let slips = proptest::collection::vec((0..text.len(), 0..8_usize, "[\\PC\n]{0,3}"), 1..4);
    slips.prop_map(move |slips| {
        let mut spoilt = text.to_owned();
        for (at, cut, put) in slips {
            let at = (0..=at.min(spoilt.len())).rev().find(|at| spoilt.is_char_boundary(*at)).unwrap_or(0);
            let end = (at + cut).min(spoilt.len());
            let end = (end..=spoilt.len()).find(|end| spoilt.is_char_boundary(*end)).unwrap_or(spoilt.len());
            spoilt.replace_range(at..end, &put);
        }
        spoilt
    })
}

fn any_agenda() -> impl Strategy<Value = String> {
    let texts: Vec<_> = compiled::agendas().map(|file| spoilt(file.text).boxed()).collect();
    proptest::strategy::Union::new(texts)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_spoilt_body_is_read_or_refused_with_reasons(text in spoilt(compiled::body(PANEL).unwrap_or(""))) {
        let (read, problems) = body("body.toml", &text);
        prop_assert_eq!(read.is_none(), problems.has_errors());
    }

    #[test]
    fn a_spoilt_agenda_is_read_or_refused_with_reasons(text in any_agenda()) {
        let (read, problems) = agenda("agenda.toml", &text, &panel());
        prop_assert_eq!(read.is_none(), problems.has_errors());
    }
}
