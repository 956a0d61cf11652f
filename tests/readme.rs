//! The README's generated parts are what the program says of itself. `QUORATE_BLESS=1` writes them anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;

use quorate::app::command;
use quorate::app::keymap::{Context, Keymap};
use quorate::load;
use quorate::meeting::calendar::Diary;
use quorate::meeting::findings::{CATALOGUE, Urgency};
use quorate::meeting::ready::CHECKS;
use quorate::minutes::phrase::{Kind, Phrase};
use quorate::minutes::style::Style;
use quorate::minutes::style::settings::{SETTINGS, stated, stated_table};

fn keys() -> String {
    let names: Vec<&str> = command::all().map(|spec| spec.name).collect();
    let (keymap, problems) = Keymap::load(None, &names);
    assert_eq!(problems.to_string(), "");
    // Each command line once, with all the keys that run it.
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for (context, key, run) in keymap.rows() {
        let place = match context {
            Context::Pen => "",
            Context::Empty => " (on an empty line)",
            Context::Pad => " (in a pad)",
            Context::Page => " (on a page)",
            Context::Cover => " (under cover)",
        };
        let shown = format!("`{}`{place}", key.shown());
        match rows.iter_mut().find(|(line, _)| line == run) {
            Some((_, keys)) => keys.push(shown),
            None => rows.push((run.to_owned(), vec![shown])),
        }
    }
    let mut text = "| Keys | Command | What it does |\n| --- | --- | --- |\n".to_owned();
    for (line, keys) in rows {
        let name = line.split_whitespace().next().unwrap_or_default();
        let help = match line.strip_prefix("pad ") {
            Some(pad) => format!("Opens the pad “{pad}”."),
            None => command::named(name).map_or_else(String::new, |spec| spec.help.to_owned()),
        };
        writeln!(text, "| {} | `{line}` | {help} |", keys.join(", ")).unwrap();
    }
    text
}

fn findings() -> String {
    let mut text = "| Name | When | What it holds the record to | Remedy |\n| --- | --- | --- | --- |\n".to_owned();
    for rule in CATALOGUE {
        let when = if rule.urgency == Urgency::Now { "now" } else { "close" };
        writeln!(text, "| `{}` | {when} | {} | {} |", rule.name, rule.rule, rule.remedy).unwrap();
    }
    text
}

fn checks() -> String {
    let mut text = "| Check | What it asks |\n| --- | --- |\n".to_owned();
    for check in CHECKS {
        writeln!(text, "| `{}` | {} |", check.name, check.asks).unwrap();
    }
    text
}

fn settings() -> String {
    let mut text = "| Setting | What it says | What it may be | Otherwise |\n| --- | --- | --- | --- |\n".to_owned();
    for setting in SETTINGS {
        let choices: Vec<String> = setting.choices.iter().map(|choice| format!("`{choice}`")).collect();
        let usual = stated(&Style::default(), setting.name).unwrap();
        writeln!(text, "| `{}` | {} | {} | `{usual}` |", setting.name, setting.says, choices.join(", ")).unwrap();
    }
    text
}

fn words() -> String {
    format!("```toml\n{}```", stated_table(&Style::default(), "words").unwrap())
}

fn phrases() -> String {
    let mut text = String::new();
    for phrase in Phrase::ALL {
        if let Some((_, heading)) = Phrase::CHAPTERS.iter().find(|(first, _)| first == phrase) {
            writeln!(text, "\n#### {heading}\n\n| Phrase | Slots | Otherwise | What it is for |").unwrap();
            text.push_str("| --- | --- | --- | --- |\n");
        }
        let spec = phrase.spec();
        let slots: Vec<String> =
            spec.slots.iter().map(|slot| format!("`{}` {}", slot.name, slot.kind.name())).collect();
        let code = |text: &&str| match *text {
            "" => "(nothing)".to_owned(),
            text => format!("`{}`", text.replace('\n', "\\n").replace('|', "\\|")),
        };
        let texts: Vec<String> = spec.defaults.iter().map(code).collect();
        let says = spec.says.trim();
        writeln!(text, "| `{}` | {} | {} | {says} |", spec.name, slots.join(", "), texts.join("<br>")).unwrap();
    }
    text
}

/// The README with a generated part put in its place.
fn with(readme: &str, name: &str, part: &str) -> String {
    let mark = format!("<!-- generated: {name} -->\n");
    let (before, rest) = readme.split_once(&mark).unwrap_or_else(|| panic!("the README has no place for {name}"));
    let (_, after) = rest.split_once("<!-- end -->").unwrap();
    format!("{before}{mark}\n{}\n\n<!-- end -->{after}", part.trim())
}

#[test]
fn generated_parts_are_up_to_date() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let fresh = with(&readme, "keys", &keys());
    let fresh = with(&fresh, "commands", &command::markdown());
    let fresh = with(&fresh, "findings", &findings());
    let fresh = with(&fresh, "checks", &checks());
    let fresh = with(&fresh, "settings", &settings());
    let fresh = with(&fresh, "words", &words());
    let fresh = with(&fresh, "phrases", &phrases());
    if std::env::var_os("QUORATE_BLESS").is_some() {
        std::fs::write("README.md", &fresh).unwrap();
    }
    assert!(
        readme == fresh || std::env::var_os("QUORATE_BLESS").is_some(),
        "run QUORATE_BLESS=1 cargo test --test readme"
    );
}

/// The fenced blocks of a language.
fn blocks<'a>(readme: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    readme.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn the_interests_of_the_readme_are_rules_and_its_lines_run() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let files = blocks(&readme, "toml");
    let find = |part: &str| *files.iter().find(|text| text.contains(part)).unwrap();
    let (read, problems) = load::body("body.toml", &format!("{}\n{}", find("[body]"), find("[[rules.interest]]")));
    assert_eq!(problems.to_string(), "");
    assert_eq!(read.unwrap().body.rules.interests.len(), 4);
    let (style, problems) = Style::read("style.toml", find("late-declarations"));
    assert_eq!(problems.to_string(), "");
    assert_ne!(style.declarations, Style::default().declarations);
    let lines = blocks(&readme, "text").into_iter().find(|text| text.starts_with("declare ")).unwrap();
    for line in lines.lines() {
        let (spec, rest) = command::find(line).unwrap();
        command::parse(spec, rest).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
}

#[test]
fn the_files_of_the_readme_are_sound() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let files = blocks(&readme, "toml");
    let body = files.iter().find(|text| text.contains("[body]")).unwrap();
    let (read, problems) = load::body("body.toml", body);
    assert_eq!(problems.to_string(), "");
    let agenda = files.iter().find(|text| text.contains("[meeting]")).unwrap();
    let read = read.unwrap();
    let (_, problems) = load::agenda("agenda.toml", agenda, &read);
    assert_eq!(problems.to_string(), "");
    let items = files.iter().find(|text| text.contains("kind = \"precept\"")).unwrap();
    let panel = format!("[meeting]\ndate = 2026-02-04\ntime = \"2pm\"\n\n{items}");
    let (_, problems) = load::agenda("agenda.toml", &panel, &read);
    assert_eq!(problems.to_string(), "");
    let style = files.iter().find(|text| text.contains("[style.phrases]")).unwrap();
    let (_, problems) = Style::read("style.toml", style);
    assert_eq!(problems.to_string(), "");
}

#[test]
fn the_plan_and_the_rules_of_the_week_before_are_sound_and_their_lines_run() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let files = blocks(&readme, "toml");
    let plan = files.iter().find(|text| text.contains("[plan]")).unwrap();
    let (read, problems) = load::plan("plan.toml", plan, Diary::default());
    let said: Vec<&str> = problems.iter().map(|problem| problem.what.as_str()).collect();
    assert_eq!(said, ["this meeting has no date yet"]);
    assert_eq!(read.unwrap().meetings.len(), 3);
    let start = "[body]\nname = \"Anytown Council\"\n[[seat]]\nmember = \"Councillor Z Zed\"\n";
    let rules = files.iter().find(|text| text.contains("question-deadline")).unwrap();
    let (read, problems) = load::body("body.toml", &format!("{start}{rules}"));
    assert_eq!(problems.to_string(), "");
    assert_eq!(read.unwrap().body.rules.unset_before(), Vec::<&str>::new());
    let lines = blocks(&readme, "text").into_iter().find(|text| text.starts_with("plan change")).unwrap();
    for line in lines.lines() {
        let (spec, rest) = command::find(line).unwrap();
        command::parse(spec, rest).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
}

#[test]
fn attendance_and_elections_in_the_readme_are_sound_and_their_lines_run() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let start = "[body]\nname = \"Anytown Council\"\n[[seat]]\nmember = \"Councillor Z Zed\"\n";
    for part in ["substitute-scheme", "contests = "] {
        let block = blocks(&readme, "toml").into_iter().find(|text| text.contains(part)).unwrap();
        let (_, problems) = load::body("body.toml", &format!("{start}{block}"));
        assert_eq!(problems.to_string(), "", "{part}");
        assert_eq!(Style::read("body.toml", block).1.to_string(), "", "{part}");
    }
    let lines = blocks(&readme, "text").into_iter().find(|text| text.starts_with("arrive ")).unwrap();
    for line in lines.lines() {
        let (spec, rest) = command::find(line).unwrap();
        command::parse(spec, rest).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
}

#[test]
fn the_readme_names_every_form_of_a_slot() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let section = readme.split("### Phrases").nth(1).unwrap().split("<!-- generated").next().unwrap();
    for kind in [Kind::People, Kind::Text, Kind::Date, Kind::Time, Kind::Number] {
        let row = section.lines().find(|line| line.starts_with(&format!("| {} |", kind.name())));
        for (form, _) in kind.forms() {
            assert!(row.is_some_and(|row| row.contains(&format!("`{form}`"))), "{}: {form}", kind.name());
        }
    }
}

#[test]
fn every_link_within_the_readme_leads_to_a_heading() {
    let readme = include_str!("../README.md");
    // A heading's anchor is its small letters, figures and hyphens, with hyphens for spaces.
    let anchor = |heading: &str| {
        let kept = heading.chars().filter(|sign| sign.is_alphanumeric() || matches!(sign, '-' | ' '));
        kept.flat_map(char::to_lowercase).map(|sign| if sign == ' ' { '-' } else { sign }).collect::<String>()
    };
    let headings = readme.lines().filter(|line| line.starts_with("##"));
    let anchors: Vec<String> = headings.map(|line| anchor(line.trim_start_matches('#').trim())).collect();
    let links = readme.split("](#").skip(1).filter_map(|rest| rest.split(')').next());
    let lost: Vec<&str> = links.filter(|link| !anchors.iter().any(|anchor| anchor == link)).collect();
    assert!(lost.is_empty(), "no heading is named {lost:?}");
}
