//! Tests of what is known and what is not.

mod words;

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;

static ENGLISH: LazyLock<Arc<Dictionary>> = LazyLock::new(|| Arc::new(Dictionary::english().unwrap()));

fn with(vocabulary: Vocabulary, endings: Endings) -> Speller {
    let mut speller = Speller::new(vocabulary, endings);
    speller.take(Arc::clone(&ENGLISH));
    speller
}

fn english() -> Speller {
    with(Vocabulary::default(), Endings::Ise)
}

fn found<'a>(speller: &Speller, text: &'a str, written: Written) -> Vec<&'a str> {
    speller.unknown(text, written).into_iter().map(|range| &text[range]).collect()
}

fn unknown<'a>(speller: &Speller, text: &'a str) -> Vec<&'a str> {
    found(speller, text, Written::Done)
}

#[test]
fn nothing_is_unknown_without_a_dictionary() {
    assert_eq!(unknown(&Speller::default(), "teh comittee"), [""; 0]);
}

#[test]
fn suggestions_are_names_first_and_as_the_house_writes() {
    let mut vocabulary = Vocabulary::default();
    vocabulary.learn_name("Gilderdale");
    vocabulary.learn_name("The");
    let speller = with(vocabulary, Endings::Ize);
    assert_eq!(speller.suggest("Gilderdail").first().map(String::as_str), Some("Gilderdale"));
    assert_eq!(speller.suggest("recieved").first().map(String::as_str), Some("received"));
    assert_eq!(speller.suggest("teh").first().map(String::as_str), Some("the"));
    assert_eq!(speller.suggest("Teh").first().map(String::as_str), Some("The"));
    let house = speller.suggest("organise");
    assert!(house.contains(&"organize".to_owned()) && !house.contains(&"organise".to_owned()), "{house:?}");
    assert_eq!(speller.suggest("recieved"), speller.suggest("recieved"), "the same each time");
}

#[test]
fn what_is_too_long_to_be_a_word_is_unknown_and_asks_nothing_of_the_dictionary() {
    let long = "ab".repeat(20_000);
    assert_eq!(unknown(&english(), &long), [long.as_str()]);
    assert_eq!(english().suggest(&long), [""; 0]);
    assert_eq!(ENGLISH.suggest(&"a".repeat(33)), [""; 0]);
}

#[test]
fn a_dictionary_that_is_none_is_refused() {
    let (rules, words) = ("SET UTF-8\nTRY ab\n", "2\nab\nba\n");
    let dictionary = Dictionary::read(rules, words).unwrap();
    assert!(dictionary.knows("ab") && dictionary.knows("Ab") && !dictionary.knows("bb"));
    assert!(Dictionary::read("PFX A Y x\n", "none").is_err());
}

#[test]
fn a_list_is_read_line_by_line_and_added_to_once() {
    let text = "# my own\nSpeedwatch\n\nVan de Ven\n23\n";
    let (words, problems) = list::read("words.txt", text);
    assert_eq!(words, ["Speedwatch", "Van de Ven"]);
    assert_eq!(
        problems.to_string().trim(),
        "words.txt:5:1: “23” is no word. Write one word on each line, or # before what is no word."
    );
    assert_eq!(list::with("# my own\nSpeedwatch", "Horsewatch"), "# my own\nSpeedwatch\nHorsewatch\n");
    assert_eq!(list::with("Speedwatch\n", "Speedwatch"), "Speedwatch\n");
    assert_eq!(list::with("", "Speedwatch"), "Speedwatch\n");
    assert!(list::check(&"x".repeat(65)).is_err());
}

proptest! {
    #[test]
    fn any_text_can_be_looked_at(text in "\\PC{0,80}|([a-zA-Z'’@./:0-9éŵ\u{301}\n -]{0,80})", size: bool) {
        let endings = if size { Endings::Ize } else { Endings::Both };
        let speller = with(Vocabulary::default(), endings);
        let mut last = 0;
        for range in speller.unknown(&text, Written::Typing) {
            prop_assert!(range.start >= last && range.start < range.end);
            prop_assert!(text.get(range.clone()).is_some());
            last = range.end;
        }
    }

    #[test]
    fn what_was_learnt_is_known(word in "[A-Za-zéŵŷâ]{1,12}([-'’][a-zé]{2,8})?") {
        let mut vocabulary = Vocabulary::default();
        vocabulary.learn(&word);
        prop_assert_eq!(unknown(&with(vocabulary, Endings::Ise), &word), [""; 0]);
    }
}
