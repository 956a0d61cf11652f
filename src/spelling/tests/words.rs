//! Tables of words that are known and of words that are not.

use super::*;

#[test]
fn british_words_are_known_and_american_and_wrong_ones_are_not() {
    let known = "The colour, behaviour, centre and programme of the councillor's wellbeing; the Panel AGREED, co-opted and \
                 quorate or inquorate, licensing, cancelled, fulfil, practise, ageing, judgement, café, it’s, don't, \
                 the Chair's and members' views, whilst, learnt, safeguarding, co-ordinated, re-elected, non-executive";
    assert_eq!(unknown(&english(), known), [""; 0]);
    for word in
        ["color", "behavior", "center", "organize", "recieved", "comittee", "canceled", "seperate", "teh", "travelers"]
    {
        assert_eq!(unknown(&english(), word), [word]);
    }
}

#[test]
fn what_is_no_matter_of_spelling_is_not_marked() {
    let text = "PCC, OPCC’s and MPs; J W Smith-Jones at 14:05, PL31, 23/0145/FUL, 2023/24, S106, Covid-19, \
                www.example.gov.uk/xqz, xqz@example.org, https://xqz.example.com/xqz and @xqz";
    assert_eq!(unknown(&english(), text), [""; 0]);
}

#[test]
fn only_the_unknown_part_of_a_word_with_hyphens_is_marked() {
    assert_eq!(unknown(&english(), "the multi-agancy long-term cost-efective plan"), ["agancy", "efective"]);
}

#[test]
fn each_house_writes_its_own_ending() {
    let rows = [
        // word, known with -ise, with -ize, with both
        ("organise", true, false, true),
        ("organize", false, true, true),
        ("Organisations", true, false, true),
        ("Organizations", false, true, true),
        ("prioritizing", false, true, true),
        ("finalised", true, false, true),
        ("advertise", true, true, true),
        ("advertize", false, false, false),
        ("revised", true, true, true),
        ("supervising", true, true, true),
        ("unsurprising", true, true, true),
        ("compromised", true, true, true),
        ("exercises", true, true, true),
        ("raised", true, true, true),
        ("otherwise", true, true, true),
        ("franchise", true, true, true),
        ("promising", true, true, true),
        ("analysed", true, true, true),
        ("analyzed", false, false, false),
        ("size", true, true, true),
        ("seized", true, true, true),
        ("premises", true, true, true),
        ("advisable", true, true, true),
        ("improvisation", true, true, true),
    ];
    for (word, ise, ize, both) in rows {
        let known = [Endings::Ise, Endings::Ize, Endings::Both]
            .map(|endings| unknown(&with(Vocabulary::default(), endings), word).is_empty());
        assert_eq!(known, [ise, ize, both], "{word}");
    }
}

#[test]
fn names_are_known_with_their_endings_and_accents() {
    let mut vocabulary = Vocabulary::default();
    for name in ["Siân", "Foice-Beard", "Ní Dhálaigh", "O'Shaugh"] {
        vocabulary.learn_name(name);
    }
    vocabulary.learn_handle("sfb");
    let speller = with(vocabulary, Endings::Ise);
    let text = "Siân’s view, the Foice-Beards, Councillor Foice, Ní Dhálaigh, O’Shaugh and O'Shaugh's";
    assert_eq!(unknown(&speller, text), [""; 0]);
    assert_eq!(unknown(&speller, "Sîan Fiace sfb foice"), ["Sîan", "Fiace", "sfb", "foice"]);
    assert_eq!(found(&speller, "sfb foice dhál Sîan", Written::Typing), ["Sîan"], "as the clerk types people");
}
