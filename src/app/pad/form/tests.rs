//! Questions answered with keys.

use super::*;
use crate::app::sample;

fn asking(questions: impl IntoIterator<Item = Question>) -> Asking {
    Asking::new(questions, |_| Step::Stay)
}

/// Types keys spelt as in `keys.toml`, and gives what the last came to.
fn keys(form: &mut Asking, state: &State, keys: &str) -> Filled {
    let mut filled = Filled::Stay;
    for key in keys.split(' ') {
        filled = form.key(key.parse().unwrap(), state);
    }
    filled
}

fn answers(answers: &[&str]) -> Filled {
    Filled::Whole(Answers(answers.iter().map(|&answer| answer.to_owned()).collect()))
}

#[test]
fn every_kind_of_question_says_its_answer_as_command_lines_do() {
    let session = sample::busy();
    let state = session.state();
    let letters = || vec![Possible::new("yes", "Aye", ""), Possible::new("no", "Nay", "")];
    let cases: [(Question, &str, &str); 14] = [
        (Question::text("?"), "s o enter", "so"),
        (Question::text("?").offering("as it was"), "enter", "as it was"),
        (Question::number("?"), "up up up down enter", "2"),
        (Question::number("?"), "0 7 enter", "7"),
        (Question::time("?"), "2 . 0 5 p m enter", "14:05:00"),
        (Question::person("?", state), "b a r k h enter", "Barkham"),
        (Question::person("?", state), "b a r k h tab enter", "Barkham"),
        (Question::person("?", state), "b a r k h down enter", "Barkham"),
        (Question::person("?", state).several(), "j o n e s , space b a r k h tab enter", "Jones, Councillor Barkham"),
        (Question::item("?", state).several(), "9 , space 1 1 enter", "9, 11"),
        (Question::choice("?", letters()), "b", "no"),
        (Question::choice("?", letters()), "enter", ""),
        (Question::choice("?", letters()).needed(), "enter", "yes"),
        (Question::choice("?", letters()), "down enter", "no"),
    ];
    for (question, typed, wanted) in cases {
        let mut form = asking([question]);
        let filled = keys(&mut form, state, typed);
        let Filled::Whole(said) = filled else { panic!("{typed}: {filled:?} {:?}", form.trouble) };
        assert!(said.get(0).ends_with(wanted), "{typed}: {said:?}");
    }
}

#[test]
fn what_cannot_be_read_is_said_in_place_and_stays() {
    let session = sample::busy();
    let state = session.state();
    let cases: [(Question, &str, &str); 5] = [
        (Question::number("?"), "x enter", "not a whole number"),
        (Question::time("?"), "9 9 enter", "not a time"),
        (Question::person("?", state), "z z enter", "zz"),
        (Question::item("?", state), "9 9 enter", "There is no item"),
        (Question::text("?").needed(), "enter", "left out"),
    ];
    for (question, typed, wanted) in cases {
        let mut form = asking([question]);
        assert_eq!(keys(&mut form, state, typed), Filled::Stay, "{typed}");
        let foot = form.show(PadView::default()).foot.unwrap_or_default().1;
        assert!(foot.contains(wanted), "{typed}: {foot}");
        assert_eq!(keys(&mut form, state, "left"), Filled::Stay);
        assert_eq!(form.show(PadView::default()).foot, None);
    }
}

#[test]
fn going_back_keeps_every_answer() {
    let session = sample::busy();
    let state = session.state();
    let mut form = asking(["a", "b", "c"].map(Question::text));
    keys(&mut form, state, "o n e enter t w o enter t h r");
    keys(&mut form, state, "esc esc");
    assert_eq!(form.typed(), "one");
    assert_eq!(keys(&mut form, state, "enter enter e e enter"), answers(&["one", "two", "three"]));
    assert_eq!(keys(&mut form, state, "esc esc esc"), Filled::Leave);
}

#[test]
fn a_refusal_leads_back_to_the_answer_that_it_names() {
    let session = sample::busy();
    let state = session.state();
    let mut form = asking(["a", "b", "c"].map(Question::text));
    keys(&mut form, state, "o n e enter t w o enter t h r enter");
    form.refused("“Two” is nobody. Say who.");
    assert_eq!(form.typed(), "two");
    assert_eq!(form.show(PadView::default()).foot.unwrap().1, "“Two” is nobody. Say who.");
    keys(&mut form, state, "enter");
    assert_eq!(form.typed(), "thr");
    form.refused("The meeting is over.");
    assert_eq!(form.typed(), "thr", "it names no answer");
}
