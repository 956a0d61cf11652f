//! Minutes that are worked on after the meeting: no clock, no room, and a draft again with whatever is altered.

use chrono::TimeDelta;

use super::Desk;
use crate::app::sample;
use crate::app::update::Message;
use crate::app::view::{PageView, Search, Tone};
use crate::meeting::stage::Stage;

fn closed() -> Desk {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["close"]);
    Desk::new(session)
}

#[test]
fn no_clock_runs_once_the_meeting_has_closed() {
    let mut desk = closed();
    desk.send(Message::Tick(sample::clock(14, 41) + TimeDelta::days(3)));
    assert!(desk.entries().is_empty(), "nothing happened in a room");
}

#[test]
fn whoever_alters_checked_minutes_is_told() {
    let mut desk = closed();
    desk.text(":checked by the Monitoring Officer").keys("enter");
    assert_eq!((desk.model.state().stage(), desk.notice()), (Stage::Checked, "The minutes are checked."));
    desk.text(":edit 9(1) sb asked about hares.").keys("enter");
    assert!(desk.notice().contains("were checked, and with this change they are a draft again"), "{}", desk.notice());
    assert_eq!(desk.model.state().stage(), Stage::Draft);
    desk.keys("ctrl-z");
    assert_eq!(desk.model.state().stage(), Stage::Checked, "{}", desk.notice());
}

#[test]
fn the_preview_is_looked_through_and_takes_what_is_pasted_into_the_search() {
    let mut desk = closed();
    let lines = (0..60).map(|line| (Tone::Plain, format!("line {line}"))).collect();
    desk.model.show(PageView { lines, search: Some(Search::default()), ..PageView::default() });
    desk.keys("/");
    desk.send(Message::Paste("line 4".to_owned(), desk.now));
    let search = desk.model.page().and_then(|page| page.search.clone()).unwrap();
    assert_eq!((search.text.as_str(), search.finds), ("line 4", 11));
    desk.keys("enter n esc");
    assert!(desk.model.page().is_some_and(|page| page.scroll > 10), "esc ends looking and stays");
    desk.keys("esc");
    assert!(desk.model.page().is_none());
}
