//! What is offered ready-made while minutes are taken: decisions, and words that may be a promise.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::meeting::agenda::{AgendaItem, ItemKind};
use crate::meeting::fact::Verb;
use crate::meeting::id::ItemId;
use crate::meeting::state::State;

use super::block::Emphasis;
use super::phrase::{Fill, Role, Value, to_marked};
use super::style::{ReadyMade, Style};

/// A decision ready to be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name in the style.
    pub name: String,
    /// What it does.
    pub verb: Verb,
    /// Its words, verbs between asterisks.
    pub words: String,
}

/// The ready-made decisions for an item: the one that the agenda names first, then those for its kind, in the order of
/// the style. One whose words need what the item's paper does not state is left out.
pub fn offers(state: &State, style: &Style, item: &ItemId) -> Vec<Offer> {
    let Some(item) = state.item(item).map(|item| &item.agenda) else { return Vec::new() };
    let named = |ready: &&ReadyMade| item.offer.as_deref() == Some(ready.name.as_str());
    let fits =
        |ready: &&ReadyMade| ready.kinds.is_empty() || ready.kinds.iter().any(|kind| kind == kind_name(&item.kind));
    let first = style.decisions.iter().filter(named);
    let rest = style.decisions.iter().filter(|ready| !named(ready) && fits(ready));
    first.chain(rest).filter_map(|ready| offer(state, style, item, ready)).collect()
}

fn offer(state: &State, style: &Style, item: &AgendaItem, ready: &ReadyMade) -> Option<Offer> {
    let year = match &item.kind {
        ItemKind::Complaints { year } => year.as_deref(),
        _ => None,
    };
    let values = [
        ("body", Value::text(Some(&state.body().short))),
        ("title", Value::text(Some(&item.title))),
        ("document", Value::text(item.paper.document.as_deref())),
        ("subject", Value::text(item.paper.subject.as_deref())),
        ("year", Value::text(year.or(state.agenda().municipal_year.as_deref()))),
    ];
    let missing = |name: &str| !values.iter().any(|(slot, value)| *slot == name && !matches!(value, Value::Empty));
    if ready.words.needs().any(missing) {
        return None;
    }
    // What stands out in a decision is its verb, whatever the house does with topics.
    let line = Fill::new(state, style).template(&ready.words, Role::Sentence, Emphasis::Strong, &values);
    Some(Offer { name: ready.name.clone(), verb: ready.verb, words: to_marked(&line) })
}

fn kind_name(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::Election { .. } => "election",
        ItemKind::Apologies => "apologies",
        ItemKind::Declarations => "declarations",
        ItemKind::Minutes { .. } => "minutes",
        ItemKind::Review { .. } => "review",
        ItemKind::Questions => "questions",
        ItemKind::Complaints { .. } => "complaints",
        ItemKind::Report => "report",
        ItemKind::Plan => "plan",
        ItemKind::Business => "business",
    }
}

/// Where `text` holds words that may be a promise ("would circulate", "take this away"), as ranges of bytes that rise
/// and never overlap. Case, and how much space stands between words, do not count; words are matched whole.
pub fn promises(style: &Style, text: &str) -> Vec<Range<usize>> {
    let words: Vec<(usize, &str)> = text.unicode_word_indices().collect();
    let lower: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
    let phrases: Vec<Vec<String>> = style.promises.iter().map(|phrase| phrase_words(phrase)).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(rest) = lower.get(at..).filter(|rest| !rest.is_empty()) {
        let longest =
            phrases.iter().filter(|phrase| !phrase.is_empty() && rest.starts_with(phrase)).map(Vec::len).max();
        let range = longest.and_then(|length| {
            let (start, _) = words.get(at)?;
            let (last, word) = words.get(at + length - 1)?;
            Some(*start..last + word.len())
        });
        found.extend(range);
        at += longest.unwrap_or(1);
    }
    found
}

fn phrase_words(phrase: &str) -> Vec<String> {
    phrase.unicode_words().map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        promises(&Style::default(), text).into_iter().filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn words_that_may_be_a_promise_are_found_whole_and_in_any_case() {
        for (text, wanted) in [
            ("The Commissioner would circulate the plan.", &["would circulate"][..]),
            ("he would  Take this\naway to look at", &["Take this\naway"]),
            ("Report back, and provide figures", &["Report back", "provide"]),
            ("statistics provided by the partnership", &[]),
            ("this would be circulated to Members", &["would be circulated"]),
            ("a taken awayday", &[]),
            ("", &[]),
        ] {
            assert_eq!(found(text), wanted, "{text}");
        }
    }

    proptest! {
        #[test]
        fn ranges_rise_and_lie_in_the_text(text in "\\PC{0,60}( would circulate )?\\PC{0,60}") {
            let mut end = 0;
            for range in promises(&Style::default(), &text) {
                prop_assert!(range.start >= end && text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}
