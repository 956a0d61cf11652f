//! Figures that do not agree.

use std::collections::BTreeSet;

use crate::meeting::fact::{Content, Fact};
use crate::meeting::state::Item;

use super::Desk;
use super::facts::quote;

/// A percentage in the reasons for a decision stands elsewhere under the item too, where any does.
///
/// `facts` are all that were recorded under the item.
pub(super) fn reasons(desk: &mut Desk<'_>, item: &Item, facts: &[&Fact]) {
    let given: Vec<&str> = facts.iter().flat_map(|fact| reasons_of(&fact.content)).collect();
    if given.iter().all(|reason| percentages(reason).next().is_none()) {
        return;
    }
    let told: BTreeSet<&str> = facts.iter().flat_map(|fact| words_of(&fact.content)).flat_map(percentages).collect();
    let paper = &item.agenda.paper;
    let papers = [&paper.receives, &paper.recommendation, &paper.subject, &paper.document].into_iter().flatten();
    let told: BTreeSet<&str> =
        papers.chain(&paper.purposes).flat_map(|text| percentages(text)).chain(told.iter().copied()).collect();
    if told.is_empty() {
        return;
    }
    for reason in given {
        for figure in percentages(reason).filter(|figure| !told.contains(figure)) {
            let sentence = format!("“{}” says {figure}, which stands nowhere else under the item.", quote(reason));
            desk.find("figure-elsewhere", sentence);
        }
    }
}

fn reasons_of(content: &Content) -> impl Iterator<Item = &str> {
    let reasons = match content {
        Content::Decision(decision) => decision.reasons.as_slice(),
        Content::Recommendation(recommendation) => recommendation.reasons.as_slice(),
        _ => &[],
    };
    reasons.iter().map(String::as_str)
}

/// What a fact says, without the reasons for it.
fn words_of(content: &Content) -> Vec<&str> {
    match content {
        Content::Point(point) => {
            point.topic.as_deref().into_iter().chain(point.turns.iter().map(|turn| turn.text.as_str())).collect()
        }
        Content::Passage(passage) => vec![&passage.text],
        Content::Update(update) => vec![&update.text],
        Content::Motion(motion) => motion.versions.iter().map(|version| version.words.as_str()).collect(),
        Content::Decision(decision) => vec![decision.words()],
        Content::Recommendation(recommendation) => vec![&recommendation.text],
        Content::Table(grid) => grid.rows.iter().flatten().map(String::as_str).collect(),
        Content::Question(question) => vec![&question.text],
        _ => Vec::new(),
    }
}

/// The percentages in a text: "53%", "2.5%".
fn percentages(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | '%')));
    words.map(|word| word.trim_matches('.')).filter(|word| word.len() > 1 && word.ends_with('%'))
}

#[cfg(test)]
mod tests {
    use super::percentages;

    #[test]
    fn percentages_are_found_in_sentences() {
        for (text, wanted) in [
            ("53% were for it, and 39% against.", vec!["53%", "39%"]),
            ("(2.5%)", vec!["2.5%"]),
            ("It rose by 7%.", vec!["7%"]),
            ("80 officers, % unknown", vec![]),
        ] {
            assert_eq!(percentages(text).collect::<Vec<_>>(), wanted, "{text}");
        }
    }
}
