//! Every setting of a style, with what it may be: for help, for samples and for the README.

use toml::Value;

use super::{Style, write};

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name under `[style]`.
    pub name: &'static str,
    /// What it says.
    pub says: &'static str,
    /// What it may be, where that is a choice.
    pub choices: &'static [&'static str],
}

const fn choice(name: &'static str, says: &'static str, choices: &'static [&'static str]) -> Setting {
    Setting { name, says, choices }
}

const fn free(name: &'static str, says: &'static str) -> Setting {
    Setting { name, says, choices: &[] }
}

const BOTH: &[&str] = &["true", "false"];
const ORDERS: &[&str] = &["seat", "entered", "alphabet"];
const DATES: &[&str] = &["19 July 2023", "19th July 2023", "19 Jul 2023", "19 Sept 23", "19/07/2023"];
const LISTS: &[&str] = &["run-in", "lines"];

/// The settings under `[style]` itself, in the order of the minutes.
pub const SETTINGS: &[Setting] = &[
    free("language", "The language of the house's words, as a tag: en-GB, cy, gd"),
    choice("spelling", "How words are spelt that may end in -ise or -ize", &["ise", "ize", "both"]),
    free("known-words", "Words of the house that no dictionary has"),
    choice("date", "How dates are written", DATES),
    choice("short-date", "How dates are written where there is little room", DATES),
    choice("time", "How times are written", &["2:00pm", "2.00pm", "2:00 pm", "2.00 pm", "14:00"]),
    choice("serial-comma", "Whether a comma stands before the \"and\" of a list", BOTH),
    free("bullet", "The sign before the members of a list without numbers, in plain text"),
    free("head", "The blocks of the head, in order"),
    choice("title-venue", "Whether the title names the venue", BOTH),
    choice(
        "attendance",
        "How the members present stand: in a sentence, a line each, in a table",
        &["list", "column", "grid"],
    ),
    choice("attendance-place", "Where it stands who was there", &["head", "first-item"]),
    choice("attenders", "How officers and others stand in the head", LISTS),
    choice("members", "The order of the members present, after chair and vice-chair", ORDERS),
    choice("movements", "Where it stands that members came late or left early", &["point", "head", "both"]),
    choice("apologies", "The order of apologies", ORDERS),
    choice("apology-list", "How several apologies stand", LISTS),
    choice("substitutes", "How substitutes stand", &["run-in", "lines", "respectively"]),
    choice("substitutes-place", "Where substitutes stand", &["apologies", "head"]),
    choice("order", "The order of items: as on the agenda, or as they were taken", &["agenda", "taken"]),
    free("item", "The blocks of an item, in order"),
    choice("declarations", "How declarations of interest stand", &["prose", "table", "by-item"]),
    choice("late-declarations", "Where a declaration stands that was made at its item", &["together", "item"]),
    free("amendments", "The numbers of amendments to earlier minutes"),
    choice("updates", "How reports on earlier actions stand", &["bullets", "paragraphs"]),
    free("highlights", "The numbers of the points that a speaker highlighted"),
    free("discussion", "The numbers of the points of a discussion"),
    choice("run-on", "Whether the points of the discussion are numbered on from the highlights", BOTH),
    choice("topics", "How the topic of a point stands out", &["italic", "plain"]),
    choice("text-italics", "How plain text shows italics", &["plain", "stars"]),
    choice("full-stops", "Whether what a speaker said gets its full stop", BOTH),
    choice("chair-speaks", "How the chair is called who speaks", &["name", "office"]),
    choice("first-mention", "How somebody is named who speaks first under an item", &["usual", "full"]),
    choice("motions", "How motions and votes are told that ended in a decision", &["narrative", "brackets", "silent"]),
    choice(
        "brackets",
        "Where brackets after a decision stand: before its full stop, after it, in a paragraph below",
        &["inside", "after", "below"],
    ),
    choice(
        "votes",
        "How a count stands: in the sentence or brackets, in lines below, in a table below",
        &["prose", "lines", "table"],
    ),
    choice("decision-form", "How a decision stands under its item", &["block", "table"]),
    choice("verbs", "How the verb of a decision stands out", &["caps", "bold", "caps-bold", "plain"]),
    free("parts", "The numbers of the parts of a decision"),
    free("conditions", "The numbers of the conditions of a decision"),
    free("rows", "The numbers of the rows of the table of decisions"),
    choice("plan", "How meetings to come stand", &["table", "sentences"]),
    free(
        "action-rows",
        "What has a row in the table of decisions: decisions, recommendations, exclusions, reasons, undertakings",
    ),
    free("decided", "The blocks of a decision, in order"),
    free("decision-headings", "The kinds of item whose decisions stand under the heading `decision-heading`"),
    free("end", "What stands after the items, in order"),
];

/// A setting of `style` as a file states it.
pub fn stated(style: &Style, name: &str) -> Option<String> {
    write::settings(style).get(name).map(Value::to_string)
}

/// A table of settings, such as `words`, as a file states it, without its heading.
pub fn stated_table(style: &Style, name: &str) -> Option<String> {
    toml::to_string(write::settings(style).get(name)?.as_table()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_listed_and_every_choice_is_read() {
        let tables = ["words", "columns", "titles", "decision", "phrases"];
        let stated = write::settings(&Style::default());
        let names: Vec<&str> = stated.keys().map(String::as_str).filter(|name| !tables.contains(name)).collect();
        for name in &names {
            assert!(SETTINGS.iter().any(|setting| setting.name == *name), "{name} is not listed");
        }
        for setting in SETTINGS {
            assert!(names.contains(&setting.name), "there is no setting {}", setting.name);
            for choice in setting.choices {
                let value = if BOTH.contains(choice) { (*choice).to_owned() } else { format!("\"{choice}\"") };
                let (style, problems) = Style::read("s", &format!("[style]\n{} = {value}\n", setting.name));
                assert_eq!(problems.to_string(), "", "{}", setting.name);
                assert_eq!(super::stated(&style, setting.name), Some(value));
            }
        }
    }

    #[test]
    fn choices_are_all_that_there_are() {
        for setting in SETTINGS.iter().filter(|setting| !setting.choices.is_empty() && setting.choices != BOTH) {
            let (_, problems) = Style::read("s", &format!("[style]\n{} = \"zzzzzzzzzz\"\n", setting.name));
            let said = problems.to_string();
            for choice in setting.choices {
                assert!(said.contains(choice), "{}: {said}", setting.name);
            }
        }
    }
}
