//! Words that nobody knows: what is suggested, what is taken, and what the clerk's own list learns.

use std::sync::Arc;

use super::Desk;
use crate::app::sample;
use crate::app::update::Effect;
use crate::meeting::fact::Content;
use crate::spelling::{Dictionary, Written};

const RULES: &str = "SET UTF-8\nTRY esianrtolcdugmphbyfvkw\n";
const WORDS: &str = "15\nabout\nasked\nand\nagain\nfox\nhares\nhunting\nmet\nof\nreceived\nrelieved\nthe\nwas\nvote\n";

fn desk() -> Desk {
    let mut desk = Desk::new(sample::busy());
    desk.model.take_dictionary(Arc::new(Dictionary::read(RULES, WORDS).unwrap()));
    desk
}

impl Desk {
    /// Answers the last word that was asked about, as the outside does.
    fn answer(&mut self) -> &mut Self {
        let asked = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Suggest(word) => Some(word.clone()),
            _ => None,
        });
        let word = asked.unwrap();
        let offers = self.model.speller().suggest(&word);
        self.model.suggested(&word, &offers);
        self
    }

    fn rows(&self) -> Vec<String> {
        self.model.pad().map_or_else(Vec::new, |pad| pad.rows.into_iter().map(|row| row.text).collect())
    }

    fn last_point(&self) -> String {
        let session = self.model.session();
        match self.model.state().content(session.last().unwrap()) {
            Some(Content::Point(point)) => point.turns[0].text.clone(),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_letter_puts_what_is_suggested_in_the_place_of_the_word_before_the_cursor() {
    let mut desk = desk();
    desk.text("teh vote was recieved and met").keys("alt-.");
    assert!(desk.rows().is_empty(), "nothing is known of it yet");
    desk.keys("a");
    assert_eq!(desk.model.editor().text(), "teh vote was recieved and met", "no letter writes over the pad");
    desk.answer();
    assert_eq!(desk.rows(), ["received", "relieved"]);
    desk.keys("a");
    assert_eq!(desk.model.editor().text(), "teh vote was received and met");
    assert_eq!(desk.model.editor().cursor(), "teh vote was received and met".len());
    assert!(desk.model.pad().is_none());
    desk.keys("alt-.").answer().keys("enter");
    assert_eq!(desk.model.editor().text(), "the vote was received and met", "then the one before");
    desk.keys("alt-.");
    assert_eq!(desk.notice(), "Every word here is known.");
    desk.keys("ctrl-z");
    assert_eq!(desk.model.editor().text(), "teh vote was received and met", "one step back");
}

#[test]
fn escape_leaves_the_text_to_the_letter_and_late_suggestions_find_nobody() {
    let mut desk = desk();
    desk.text("was recieved ").keys("alt-. esc").answer();
    assert!(desk.model.pad().is_none());
    assert_eq!(desk.model.editor().text(), "was recieved ");
}

#[test]
fn k_takes_the_word_into_the_list_of_the_clerk() {
    let mut desk = desk();
    desk.text("the Speedwatch met").keys("alt-. k");
    assert_eq!(desk.effects.last(), Some(&Effect::Learn("Speedwatch".to_owned())));
    assert_eq!(desk.notice(), "“Speedwatch” is known from now on.");
    assert!(desk.model.pad().is_none() && desk.entries().is_empty(), "it is no fact of the meeting");
    assert!(desk.model.speller().unknown("Speedwatch", Written::Done).is_empty());
}

#[test]
fn what_is_recorded_is_put_right_in_the_fact_under_the_cursor() {
    let mut desk = desk();
    desk.text("sb asked about teh hares and teh foxhunting.").keys("enter alt-.").answer().pick("the");
    assert_eq!(desk.last_point(), "asked about the hares and the foxhunting.", "{}", desk.notice());
    assert_eq!(desk.entries().len(), 2, "a correction like any other");
    desk.text(":spell foxhunting as fox hunting").keys("enter");
    assert_eq!(desk.last_point(), "asked about the hares and the fox hunting.", "{}", desk.notice());
    desk.text(":spell hare as fox").keys("enter");
    assert!(desk.notice().contains("has no “hare”"), "only whole words: {}", desk.notice());
}

#[test]
fn names_of_the_roll_are_known_and_those_who_join_it() {
    let mut desk = desk();
    let jotted = "jamil asked Councillor Gilderdale and sb about the hunting of Peterborough";
    assert!(desk.model.speller().unknown(jotted, Written::Typing).is_empty());
    assert_eq!(desk.model.speller().unknown("Xanthippe", Written::Done).len(), 1);
    desk.text(":person officers Mrs Xanthippe Quill").keys("enter");
    assert!(desk.model.speller().unknown("Xanthippe Quill’s", Written::Done).is_empty(), "{}", desk.notice());
    desk.keys("ctrl-z");
    assert!(desk.model.speller().unknown("and Gilderdale’s", Written::Done).is_empty());
}

#[test]
fn without_a_dictionary_it_says_why() {
    let mut desk = Desk::new(sample::busy());
    desk.text("teh ").keys("alt-.");
    assert!(desk.notice().contains("still being read"), "{}", desk.notice());
    desk.model.has_no_dictionary("There is none.");
    desk.keys("alt-.");
    assert_eq!((desk.notice(), desk.model.editor().text().as_str()), ("There is none.", "teh "));
}

#[test]
fn lines_of_prose_in_pads_and_commands_are_marked_but_for_the_word_being_typed() {
    let mut desk = desk();
    desk.text(":note teh fox was recieved");
    let prompt = desk.model.command().unwrap();
    assert_eq!(prompt.unknown.iter().map(|word| &prompt.text[word.clone()]).collect::<Vec<_>>(), ["teh"]);
    desk.text(" ");
    assert_eq!(desk.model.command().unwrap().unknown.len(), 2);
    desk.keys("esc").text(":theme teh fox ");
    assert!(desk.model.command().unwrap().unknown.is_empty());
}

#[test]
fn a_word_in_a_command_or_in_the_answer_to_a_pad_is_put_right_where_it_stands() {
    let mut desk = desk();
    desk.text("half a sentence ").keys("alt-j");
    desk.keys("ctrl-d").keys("esc").text(":note teh fox was recieved and ").keys("alt-.").answer().keys("a");
    assert_eq!(desk.model.command().unwrap().text, "note teh fox was received and ");
    desk.keys("alt-.").answer();
    assert_eq!(desk.model.pad().unwrap().title, "Spelling");
    desk.text(":x").keys("esc");
    assert_eq!(desk.model.command().unwrap().text, "note teh fox was received and ", "nothing is begun anew");
    desk.keys("esc f8");
    let asks = |desk: &Desk| desk.model.pad().and_then(|pad| pad.prompt).map(|prompt| prompt.text);
    desk.keys("f7 t ctrl-u");
    desk.text("teh vote recieved ").keys("alt-.").answer().pick("received");
    assert_eq!(asks(&desk).as_deref(), Some("teh vote received "));
}
