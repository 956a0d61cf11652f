//! Keys typed at the sample meeting: what they record, what they show, and what they never lose.

mod afterwards;
mod guards;
mod interests;
mod pads;
mod parish;
mod pasted;
mod properties;
mod spelling;
mod votes;
mod watching;

use super::*;
use crate::app::command;
use crate::app::keymap::Keymap;
use crate::app::model::Draft;
use crate::app::sample;
use crate::app::session::Session;
use crate::app::view::Cover;
use crate::meeting::agenda::Office;
use crate::meeting::event::Presence;
use crate::meeting::fact::{Content, Decision, Method};

pub(super) fn keymap() -> Keymap {
    let names: Vec<&str> =
        command::all().flat_map(|spec| std::iter::once(spec.name).chain(spec.aliases.iter().copied())).collect();
    let (keymap, problems) = Keymap::load(None, &names);
    assert!(problems.is_empty(), "{problems}");
    keymap
}

/// A model and the time, which passes by a second with every key.
pub(super) struct Desk {
    pub(super) model: Model,
    now: DateTime<Utc>,
    effects: Vec<Effect>,
}

impl Desk {
    pub(super) fn new(session: Session) -> Self {
        let now = sample::clock(14, 40);
        Self { model: Model::new(session, keymap(), Draft::default(), now), now, effects: Vec::new() }
    }

    fn send(&mut self, message: Message) {
        let effects = update(&mut self.model, message);
        self.effects.extend(effects);
    }

    /// Presses keys, spelt as in `keys.toml`.
    pub(super) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.now += TimeDelta::seconds(1);
            self.send(Message::Key(key.parse().unwrap_or_else(|wrong| panic!("{wrong}")), self.now));
        }
        self
    }

    /// Types text letter by letter.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.now += TimeDelta::seconds(1);
            self.send(Message::Key(Key::new(false, false, false, Code::Char(letter)), self.now));
        }
        self
    }

    pub(super) fn paste(&mut self, text: &str) -> &mut Self {
        self.send(Message::Paste(text.to_owned(), self.now));
        self
    }

    fn presence(&self, person: &str) -> Presence {
        self.model.state().presence(&person.into())
    }

    fn sits_for(&self, seat: &str) -> Option<&str> {
        self.model.state().substitute(&seat.into()).map(crate::meeting::id::PersonId::as_str)
    }

    pub(super) fn notice(&self) -> &str {
        self.model.notice().map_or("", |notice| notice.text.as_str())
    }

    pub(super) fn entries(&self) -> Vec<&Entry> {
        let recorded = self.effects.iter().filter_map(|effect| match effect {
            Effect::Record(entry) => Some(entry),
            _ => None,
        });
        recorded.collect()
    }

    fn decision(&self) -> &Decision {
        let state = self.model.state();
        let item = state.item(self.model.session().room().unwrap()).unwrap();
        let found = state.facts_of(item).rev().find_map(|fact| match &fact.content {
            Content::Decision(decision) => Some(decision),
            _ => None,
        });
        found.unwrap()
    }

    fn letter(&self, row: &str) -> String {
        let pad = self.model.pad().unwrap();
        let found = pad.rows.iter().find(|shown| shown.text.to_lowercase().contains(row));
        found.and_then(|row| row.key).unwrap_or_else(|| panic!("no row {row} in {pad:#?}")).to_string()
    }

    /// Picks the rows that hold these words, by their letters.
    pub(super) fn pick(&mut self, rows: &str) -> &mut Self {
        for row in rows.split_whitespace() {
            let letter = self.letter(row);
            self.keys(&letter);
        }
        self
    }
}

#[test]
fn attendance_is_a_brush_and_letters() {
    let mut desk = Desk::new(sample::session());
    desk.keys("f5").pick("jones ferguson varkey wallwork").keys("3").pick("jones wallwork varkey").keys("4");
    desk.pick("beuttell tyler").keys("* = enter");
    assert_eq!(desk.notice(), "");
    assert_eq!(desk.presence("jones"), Presence::Apologies);
    assert_eq!(desk.presence("tyler"), Presence::Absent);
    assert_eq!(desk.presence("jamil"), Presence::Present);
    assert_eq!(desk.presence("george"), Presence::Present);
    assert_eq!(desk.presence("preston"), Presence::Present);
    assert_eq!(desk.sits_for("wallwork"), Some("foice-beard"));
    assert!(desk.model.pad().is_none());
    let opened = sample::clock(14, 40) + TimeDelta::seconds(1);
    assert!(
        desk.entries().iter().all(|entry| entry.happened() == opened),
        "facts carry the time of the key that opened the pad"
    );
}

#[test]
fn an_election_takes_five_presses() {
    let mut session = sample::session();
    sample::run_all(&mut session, &["present all", "present usual", "substitute jamil for jones", "next", "next"]);
    let mut desk = Desk::new(session);
    desk.keys("f4").pick("george leigh jamil").keys("enter");
    assert_eq!(desk.notice(), "");
    assert_eq!(desk.model.state().office(Office::Chair).map(crate::meeting::id::PersonId::as_str), Some("george"));
    assert!(desk.model.pad().is_none());
}

#[test]
fn what_is_offered_is_decided_in_two_presses() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["go 10"]);
    let mut desk = Desk::new(session);
    desk.keys("f4 enter");
    assert_eq!(desk.decision().words(), "The Panel *AGREED* to *NOTE* the report.");
    assert!(desk.decision().basis.is_some());
    desk.keys("f2 f4 u");
    let Some(crate::meeting::fact::Basis::Declared { method, .. }) = &desk.decision().basis else { panic!() };
    assert_eq!(*method, Method::Unanimous, "{}", desk.notice());
}

#[test]
fn a_decision_is_reworded_until_it_is_put() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["go 10"]);
    let mut desk = Desk::new(session);
    desk.keys("f4 e").text(" First.").keys("enter e").text(" Second.").keys("enter r");
    assert!(matches!(desk.model.cover(), Some(Cover::Words { .. })));
    desk.keys("esc enter");
    assert_eq!(desk.decision().versions.len(), 2);
    assert_eq!(desk.decision().words(), "The Panel *AGREED* to *NOTE* the report. First. Second.");
    assert!(desk.decision().basis.is_some());
    assert!(desk.model.pad().is_none());
}

#[test]
fn a_group_leaves_in_two_presses_over_a_half_typed_point() {
    let mut desk = Desk::new(sample::busy());
    desk.text("sb asked whe").keys("f9 a");
    assert_eq!(desk.presence("preston"), Presence::Left);
    assert_eq!(desk.model.editor().text(), "sb asked whe");
    desk.text("ther it is. / pcc said it was.").keys("enter");
    assert!(desk.model.editor().is_empty(), "{}", desk.notice());
}

#[test]
fn half_a_sentence_stays_with_its_own_item() {
    let mut desk = Desk::new(sample::busy());
    desk.text("sb asked whe").keys("f2");
    assert_eq!(desk.model.state().room_item().unwrap().as_str(), "item-10");
    assert_eq!(desk.model.editor().text(), "sb asked whe", "the pen stays over it");
    desk.keys("ctrl-f");
    assert_eq!(desk.model.editor().text(), "", "the pen goes to the room");
    desk.text("new").keys("alt-b");
    assert_eq!(desk.model.editor().text(), "sb asked whe");
    let started = desk.model.editor().started();
    assert_eq!(started, Some(sample::clock(14, 40) + TimeDelta::seconds(1)));
    assert_eq!(desk.model.draft().texts.len(), 2);
}

#[test]
fn unfinished_text_comes_back_from_a_draft() {
    let mut desk = Desk::new(sample::busy());
    desk.text("sb asked whe").keys("f2 ctrl-f").text("one");
    let draft = desk.model.draft();
    let bytes = serde_json::to_string(&draft).unwrap();
    let mut session = sample::busy();
    sample::run_all(&mut session, &["go 10"]);
    let model = Model::new(session, keymap(), serde_json::from_str(&bytes).unwrap(), desk.now);
    assert_eq!(model.editor().text(), "one");
    assert_eq!(model.draft(), draft);
}

#[test]
fn what_is_typed_into_a_pad_that_closes_is_under_the_pen() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["go 10"]);
    let mut desk = Desk::new(session);
    desk.keys("f4 e ctrl-u").text("half a draft");
    assert_eq!(desk.model.draft().texts.first().map(|(_, text)| text.text.as_str()), Some("half a draft"));
    desk.keys("f2");
    assert_eq!(desk.model.state().room_item().unwrap().as_str(), "item-11", "chords act in pads too");
}

#[test]
fn a_refusal_is_shown_and_the_text_stays() {
    let mut desk = Desk::new(sample::busy());
    desk.text(":go nowhere").keys("enter");
    assert!(desk.notice().contains("There is no item “nowhere”."), "{}", desk.notice());
    assert_eq!(desk.model.command().unwrap().text, "go nowhere");
    desk.keys("ctrl-u").text("go 11").keys("enter");
    assert_eq!(desk.model.state().room_item().unwrap().as_str(), "item-11");
    desk.keys(": up");
    assert_eq!(desk.model.command().unwrap().text, "go 11");
}

#[test]
fn the_point_under_the_pen_is_edited_in_place() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("up up up ctrl-e");
    let old = desk.model.editor().text();
    assert!(old.contains("fox hunting"), "{old}: {}", desk.notice());
    desk.text(" and hounds").keys("enter");
    assert!(desk.model.editor().is_empty(), "{}", desk.notice());
    desk.keys("ctrl-e");
    assert!(desk.model.editor().text().contains("hounds"), "{}", desk.model.editor().text());
    desk.keys("esc").text("sb something else.").keys("enter");
    assert!(desk.model.editor().is_empty(), "{}", desk.notice());
}

#[test]
fn jottings_are_written_up_one_by_one() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("ctrl-w");
    let first = desk.model.writing();
    assert!(matches!(first, Writing::WriteUp(_)), "{}", desk.notice());
    desk.text("sb asked about fox hunting. / pcc explained.").keys("enter");
    assert!(matches!(desk.model.writing(), Writing::WriteUp(_)));
    assert_ne!(desk.model.writing(), first);
}

#[test]
fn the_list_of_findings_leads_to_each_and_closes_with_its_own_time() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("ctrl-k");
    let opened = desk.now;
    assert!(desk.model.pad().unwrap().rows.len() > 3);
    desk.keys("down down up c");
    assert_eq!(desk.notice(), "");
    assert_eq!(desk.model.state().ended(), Some(opened));
}

#[test]
fn the_agenda_finds_by_number_and_by_part_of_the_title() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("f6 1 2 enter");
    assert_eq!(desk.model.state().room_item().unwrap().as_str(), "item-12");
    desk.keys("f6").text("integ").keys("tab");
    assert_eq!(desk.model.session().pen().item.as_ref().unwrap().as_str(), "item-10");
    desk.keys("f6 1 3 ~")
        .text("September")
        .keys("enter 1 4 !")
        .keys("+")
        .text("Thanks for everything")
        .keys("enter esc");
    let state = desk.model.state();
    assert!(state.items().any(|item| item.agenda.title == "Thanks for everything"), "{}", desk.notice());
    assert!(matches!(state.item(&"item-13".into()).unwrap().state, crate::meeting::event::ItemState::Deferred { .. }));
}

#[test]
fn minutes_plan_declarations_and_undertakings_have_pads() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["go 5"]);
    let mut desk = Desk::new(session);
    desk.keys("f4 enter f2 f4 enter").text("It happens now.").keys("enter").text("All for one.").keys("enter esc esc");
    assert_eq!(desk.model.editor().text(), "");
    let state = desk.model.state();
    assert_eq!(state.item(&"item-5".into()).unwrap().facts.len(), 1);
    assert_eq!(state.item(&"item-6".into()).unwrap().facts.len(), 3, "the lead-in and two updates: {}", desk.notice());
    desk.keys("f6 4 enter f4")
        .pick("barkham")
        .text("9, 11")
        .keys("enter")
        .text("personal")
        .keys("enter enter enter esc");
    assert_eq!(desk.model.state().item(&"item-4".into()).unwrap().facts.len(), 1, "{}", desk.notice());
    desk.keys("alt-m +").text("29 November 2023").keys("enter").text("13:30").keys("enter").text("Hall; Town");
    desk.keys("enter").text("Questions; Notes for all").keys("enter esc");
    assert_eq!(desk.model.state().plan().len(), 2, "{}", desk.notice());
    desk.keys("alt-m end p").text("Costs; Budget").keys("enter t").text("notes").keys("enter esc");
    let planned: Vec<&[String]> = desk.model.state().plan().iter().map(|entry| entry.items.as_slice()).collect();
    assert_eq!(planned[1], ["Questions", "Costs", "Budget"], "{}", desk.notice());
    desk.keys("f6 9 tab up f7 d").text("next meeting").keys("enter enter");
    assert_eq!(desk.model.state().actions().count(), 1, "{}", desk.notice());
}

#[test]
fn a_jump_of_the_clock_is_recorded_and_shown() {
    let mut desk = Desk::new(sample::busy());
    desk.send(Message::Tick(sample::clock(14, 41)));
    assert!(desk.entries().is_empty());
    desk.send(Message::Tick(sample::clock(15, 0)));
    desk.send(Message::Tick(sample::clock(14, 50)));
    assert_eq!(desk.entries().len(), 2);
    assert!(desk.notice().contains("set back by 10 minutes"));
}

#[test]
fn the_screen_is_covered_and_uncovered_with_a_key_each() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("f12");
    assert!(matches!(desk.model.cover(), Some(Cover::Curtain { .. })));
    desk.keys("x");
    assert_eq!((desk.model.cover(), desk.model.editor().text().as_str()), (None, ""));
}

#[test]
fn quitting_asks_when_facts_would_be_lost() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("f8");
    desk.send(Message::Trouble { text: "The disk is full.".into(), failing: true });
    desk.keys("ctrl-q");
    assert!(!desk.effects.contains(&Effect::Quit));
    desk.keys("down enter");
    assert!(desk.effects.contains(&Effect::Quit));
}

#[test]
fn people_are_completed_while_typing() {
    let mut desk = Desk::new(sample::busy());
    desk.text("asked @jam");
    assert_eq!(desk.model.pad().unwrap().title, "People");
    desk.keys("enter");
    assert_eq!(desk.model.editor().text(), "asked Councillor Jamil");
}

#[test]
fn hints_come_from_the_table() {
    let desk = Desk::new(sample::busy());
    let hints: Vec<String> = desk.model.hints().into_iter().map(|hint| format!("{} {}", hint.key, hint.text)).collect();
    assert!(hints.starts_with(&["F2 next".to_owned(), "F3 nil".to_owned(), "F4 decide".to_owned()]), "{hints:?}");
    assert!(hints.contains(&"? help".to_owned()) && hints.contains(&": command".to_owned()));
}

#[test]
fn points_move_past_their_neighbours() {
    let mut desk = Desk::new(sample::busy());
    let order = |desk: &Desk| {
        let state = desk.model.state();
        state.facts_of(state.item(&"item-9".into()).unwrap()).map(|fact| fact.id).collect::<Vec<_>>()
    };
    let before = order(&desk);
    desk.keys("up up alt-up");
    assert_ne!(order(&desk), before, "{}", desk.notice());
    desk.keys("alt-down");
    assert_eq!(order(&desk), before);
}

#[test]
fn the_key_that_opened_a_pad_closes_it_again() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("f5 f5");
    assert!(desk.model.pad().is_none());
    desk.keys("f5 f6 f2");
    assert!(desk.model.pad().is_none(), "pads are about the item that the room was at");
}

#[test]
fn the_arrows_go_by_the_rows_of_the_screen() {
    let mut desk = Desk::new(sample::busy());
    desk.send(Message::TextWidth(8));
    desk.text("one two three").keys("up").text("X");
    assert_eq!(desk.model.editor().text(), "one tXwo three");
}

#[test]
fn whoever_may_be_late_is_listed_before_those_who_are_not_expected() {
    let mut session = sample::session();
    sample::run_all(&mut session, &["present leigh", "apologies jones"]);
    let mut desk = Desk::new(session);
    desk.keys("f9");
    let rows = desk.model.pad().unwrap().rows;
    let place = |name: &str| rows.iter().position(|row| row.text.contains(name)).unwrap_or_else(|| panic!("{rows:?}"));
    assert!(place("Leigh") < place("Sharp"), "{rows:?}");
    assert!(place("Sharp") < place("Jones"), "{rows:?}");
    assert!(place("Jones") < place("Foice-Beard"), "{rows:?}");
}

#[test]
fn a_question_mark_may_begin_a_line() {
    let mut desk = Desk::new(sample::busy());
    desk.text("? asked");
    assert_eq!(desk.model.editor().text(), "? asked", "a speaker to be named");
    let mut desk = Desk::new(sample::busy());
    desk.keys("? esc").text("x");
    assert_eq!(desk.model.editor().text(), "x", "it was help that was wanted");
}

#[test]
fn next_after_the_last_item_opens_the_closing_list() {
    let mut desk = Desk::new(sample::busy());
    for _ in 0..40 {
        desk.keys("f2");
        if desk.model.pad().is_some() {
            break;
        }
    }
    assert_eq!(desk.model.pad().map(|pad| pad.title), Some("Before closing".into()), "{}", desk.notice());
    desk.keys("c f2");
    assert!(desk.model.pad().is_none() && desk.notice().contains(":reopen"), "{}", desk.notice());
}

#[test]
fn an_open_pad_shows_its_own_keys_and_the_last_line_the_others() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("f4");
    let shown = desk.model.hints();
    assert!(shown.iter().any(|hint| hint.key == "F2") && !shown.iter().any(|hint| hint.key == "?"), "{shown:?}");
    desk.keys("esc :");
    assert_eq!(desk.model.hints().first().map(|hint| hint.text.clone()), Some("do it".into()));
}
