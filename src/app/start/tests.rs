//! Tests of the start.

use super::*;

fn offer(title: &str, going: bool) -> Offer {
    Offer { open: format!("{title}.toml"), title: title.into(), note: String::new(), going, closed: false }
}

fn keys(start: &mut Start, keys: &str) -> Option<Wish> {
    keys.split_whitespace().fold(None, |_, key| start.key(key.parse().unwrap()))
}

fn line(start: &mut Start, text: &str) -> Option<Wish> {
    start.paste(text);
    keys(start, "enter")
}

#[test]
fn a_letter_or_enter_opens_what_is_listed() {
    let offers = vec![offer("July", true), offer("September", false)];
    let mut start = Start::new(offers.clone());
    assert_eq!(keys(&mut start, "enter"), Some(Wish::Open(offers[0].clone())));
    assert_eq!(keys(&mut start, "b"), Some(Wish::Open(offers[1].clone())));
    assert_eq!(keys(&mut start, "down enter"), Some(Wish::Open(offers[1].clone())));
    assert_eq!(keys(&mut start, "z"), None);
    assert_eq!(keys(&mut start, "q"), Some(Wish::Quit));
}

#[test]
fn a_new_meeting_is_typed_or_pasted() {
    let mut start = Start::default();
    assert_eq!(keys(&mut start, "enter"), None);
    for text in ["Sample Committee", "20 September 2023", "2pm", "Town Hall"] {
        assert_eq!(line(&mut start, text), None);
    }
    start.paste("1. Apologies\n2. Report\n");
    line(&mut start, "3. Plan");
    keys(&mut start, "enter");
    start.paste("Councillor A Jones\nCouncillor B Smith\n");
    let Some(Wish::New(meeting)) = keys(&mut start, "enter") else { panic!("{:?}", start.view()) };
    assert_eq!(meeting.body, "Sample Committee");
    assert_eq!(meeting.items, "1. Apologies\n2. Report\n3. Plan");
    assert_eq!(meeting.members.lines().count(), 2);
    start.refuse("There is an agenda already.");
    assert!(start.notice().is_some());
    assert_eq!(start.view().rows.len(), 7, "what was typed is still there");
}

#[test]
fn steps_go_back_to_the_list() {
    let mut start = Start::default();
    keys(&mut start, "n a enter esc");
    assert_eq!(start.view().prompt.unwrap().text, "a");
    keys(&mut start, "esc");
    assert_eq!(start.view().title, "Meetings");
}
