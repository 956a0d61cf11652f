//! A house style as the text of a style file, complete: what a record keeps, so that a later default changes no minutes.

use serde::Serialize;
use toml::{Table, Value};

use super::{Named, ReadyMade, Style, Wording};
use crate::minutes::phrase::{COUNTS, Phrase};

/// The text of a file that reads back as `style`, whatever the default is then.
pub(super) fn text(style: &Style) -> String {
    toml::to_string(&Table::from_iter([("style".to_owned(), Value::Table(settings(style)))])).unwrap_or_default()
}

/// What stands under `[style]`.
pub(super) fn settings(style: &Style) -> Table {
    let mut table = Table::new();
    let mut put = |name: &str, value: Value| {
        table.insert(name.to_owned(), value);
    };
    put("language", value(&style.language));
    put("spelling", value(&style.spelling));
    put("known-words", value(&style.known_words));
    put("words", value(&style.words));
    put("bullet", value(&style.bullet));
    put("votes", value(&style.votes));
    put("brackets", value(&style.brackets));
    put("decision-form", value(&style.decision_form));
    put("first-mention", value(&style.first_mention));
    put("attenders", value(&style.attenders));
    put("apology-list", value(&style.apology_list));
    put("substitutes-place", value(&style.substitutes_place));
    put("plan", value(&style.plan));
    put("amendments", value(&style.amendments.sample()));
    put("updates", value(&style.updates));
    put("run-on", value(&style.run_on));
    put("verbs", value(&style.verbs));
    put("topics", value(&style.topics));
    put("text-italics", value(&style.text_italics));
    put("date", value(&style.date));
    put("short-date", value(&style.short_date));
    put("time", value(&style.time));
    put("serial-comma", value(&style.serial_comma));
    put("members", value(&style.members));
    put("apologies", value(&style.apologies));
    put("substitutes", value(&style.substitutes));
    put("movements", value(&style.movements));
    put("attendance", value(&style.attendance));
    put("attendance-place", value(&style.attendance_place));
    put("declarations", value(&style.declarations));
    put("late-declarations", value(&style.late_declarations));
    put("chair-speaks", value(&style.chair_speaks));
    put("motions", value(&style.motions));
    put("highlights", value(&style.highlights.sample()));
    put("discussion", value(&style.discussion.sample()));
    put("rows", value(&style.rows.sample()));
    put("parts", value(&style.parts.sample()));
    put("conditions", value(&style.conditions.sample()));
    put("order", value(&style.order));
    put("action-rows", value(&style.action_rows));
    put("head", names(&style.head));
    put("item", names(&style.item));
    put("decided", names(&style.decided));
    put("decision-headings", value(&style.decision_headings));
    put("end", names(&style.end));
    put("title-venue", value(&style.title_venue));
    put("full-stops", value(&style.full_stops));
    put("columns", columns(style));
    put("titles", value(&style.titles));
    put("decision", Value::Array(style.decisions.iter().map(decision).collect()));
    put("phrases", Value::Table(style.phrases.iter().map(phrase).collect()));
    table
}

/// Every setting is a word, a number, a list or a table of these, which TOML can hold.
fn value(setting: &impl Serialize) -> Value {
    Value::try_from(setting).unwrap_or_else(|_| Value::String(String::new()))
}

fn names<B: Named>(blocks: &[B]) -> Value {
    Value::Array(blocks.iter().map(|block| Value::String(block.name().to_owned())).collect())
}

fn columns(style: &Style) -> Value {
    let columns = &style.columns;
    Value::Table(Table::from_iter([
        ("plan".to_owned(), value(&columns.plan)),
        ("actions".to_owned(), value(&columns.actions)),
        ("undertakings".to_owned(), value(&columns.undertakings)),
        ("attendance".to_owned(), value(&columns.attendance)),
        ("declarations".to_owned(), value(&columns.declarations)),
        ("register".to_owned(), value(&columns.register)),
    ]))
}

fn decision(decision: &ReadyMade) -> Value {
    Value::Table(Table::from_iter([
        ("name".to_owned(), value(&decision.name)),
        ("verb".to_owned(), value(&decision.verb)),
        ("words".to_owned(), value(&decision.words.source())),
        ("for".to_owned(), value(&decision.kinds)),
    ]))
}

fn phrase((phrase, wording): (&Phrase, &Wording)) -> (String, Value) {
    let texts = if phrase.spec().counts() {
        let forms = [&wording.none, &wording.one, &wording.many];
        let texts = COUNTS.iter().zip(forms).map(|(count, text)| ((*count).to_owned(), value(&text.source())));
        Value::Table(texts.collect())
    } else {
        value(&wording.one.source())
    };
    (phrase.spec().name.to_owned(), texts)
}
