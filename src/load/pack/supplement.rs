//! A supplementary agenda after the first: its items are added to those of the first, and said to be.

use super::found::Finding;
use super::front::{Front, front};
use super::lines::Line;
use super::titles::Capitals;
use crate::text::fold;

/// Whether a heading begins a supplementary agenda.
pub(super) fn is_supplement(word: &str) -> bool {
    word.len() < 60
        && [
            "supplementary agenda",
            "agenda supplement",
            "supplement to the agenda",
            "supplementary item",
            "supplementary pack",
            "supplementary papers",
            "supplement pack",
            "to follow agenda",
            "agenda to follow",
            "late papers",
            "additional item",
        ]
        .iter()
        .any(|words| word.starts_with(words))
}

/// Adds the items below a supplement's heading. What the first agenda has already only gains its pages.
pub(super) fn merge(first: &mut Front<'_>, lines: &[Line], capitals: &Capitals) -> Vec<Finding> {
    let Some(from) = first.second.filter(|_| first.supplemented) else { return Vec::new() };
    let at = lines.partition_point(|line| line.number < from);
    let more = front(lines.get(at..).unwrap_or_default(), capitals);
    let mut findings = Vec::new();
    for item in more.items {
        let title = item.title.value.clone();
        let line = item.title.line;
        let known = first.items.iter_mut().find(|other| fold(&other.title.value) == fold(&title));
        if let Some(known) = known {
            known.pages = item.pages.or(known.pages.take());
            findings.push(Finding::gap_at(
                line,
                format!("the supplementary agenda has papers for \"{title}\"; its pages are given"),
            ));
            continue;
        }
        let number =
            item.number.clone().filter(|number| first.items.iter().all(|other| other.number.as_ref() != Some(number)));
        let shown = number.clone().unwrap_or_else(|| (first.items.len() + 1).to_string());
        findings
            .push(Finding::gap_at(line, format!("item {shown}, \"{title}\", was added by the supplementary agenda")));
        let mut item = item;
        item.number = Some(shown);
        first.items.push(item);
    }
    findings
}
