//! Every phrase is shown, and whole.

use super::*;
use crate::minutes::sample::{body, panel_style};

#[test]
fn every_phrase_is_shown_and_nothing_is_missing_in_it() {
    for (style, body) in [(Style::default(), None), (panel_style(), Some(body()))] {
        let chapters = chapters(&style, body.as_ref());
        for phrase in Phrase::ALL {
            let name = phrase.spec().name;
            let mut rows = chapters.iter().flat_map(|chapter| &chapter.rows);
            assert!(rows.any(|row| row.name.split(',').next() == Some(name)), "{name} is not shown");
        }
        let unknown = Phrase::Unknown.spec().name;
        for row in chapters.iter().flat_map(|chapter| &chapter.rows).filter(|row| row.name != unknown) {
            // What was asked ends in its own question mark.
            let text = row.text.replace("published?", "");
            assert!(!text.contains(['?', '{', '}']), "{}: {}", row.name, row.text);
            assert!(!text.contains("  "), "{}: {}", row.name, row.text);
        }
    }
}

#[test]
fn every_slot_has_a_sample_of_its_own() {
    let (meeting, style) = (meeting::made_up(None), Style::default());
    let show = Show { sample: Sample::of(meeting.state()), state: meeting.state(), style: &style, own: &style };
    for phrase in Phrase::ALL {
        for slot in phrase.spec().slots.iter().filter(|slot| !matches!(slot.name, "seconded" | "tag")) {
            let value = show.value(*phrase, slot, 2);
            let empty = matches!(&value, crate::minutes::phrase::Value::Text(text) if text.is_empty());
            assert!(!empty, "{} has no sample for {}", phrase.spec().name, slot.name);
        }
    }
}

#[test]
fn what_a_house_changes_is_told_from_what_it_leaves() {
    let (style, _) = Style::read("s", "[style]\nmotions = \"brackets\"\n[style.phrases]\nsignature = \"CHAIRMAN\"\n");
    let own: Vec<(String, String)> = chapters(&style, None)
        .into_iter()
        .flat_map(|chapter| chapter.rows)
        .filter(|row| row.own)
        .map(|row| (row.name, row.text))
        .collect();
    let wanted = [("motions", "\"brackets\""), ("signature", "CHAIRMAN")];
    assert_eq!(own, wanted.map(|(name, text)| (name.to_owned(), text.to_owned())));
}
