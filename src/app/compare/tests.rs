//! Drafts that came back: every edit is found, and what is recorded for it makes the minutes say what the draft says.

use proptest::prelude::*;

use super::*;
use crate::app::sample;
use crate::app::script;
use crate::load::draft::Written;

const NOW: (u32, u32) = (18, 0);

/// A meeting that has closed, with something of most kinds.
fn meeting() -> Session {
    static MEETING: std::sync::OnceLock<Session> = std::sync::OnceLock::new();
    MEETING.get_or_init(closed).clone()
}

fn closed() -> Session {
    let mut session = sample::busy();
    let lines = [
        "point Leigh asked what lay behind the fall in bike crime. / Commissioner said that a task force was at work.",
        "undertake pcc: send the figures of 2022 to the panel",
        "paragraph",
        "point The film was shown to all who had come.",
        "pen 5",
        "paragraph",
        "point The draft was in order but for a comma.",
        "decide that the “plan” for £1,840 be approved",
        "close",
    ];
    for line in lines {
        let done = sample::run(&mut session, line);
        assert!(done.is_ok() || line.starts_with("decide"), "{line}: {done:?}");
    }
    session
}

fn told(by: Option<&str>) -> Told<'_> {
    Told { by, private: false, now: sample::clock(NOW.0, NOW.1) }
}

/// The minutes as somebody else gets them.
fn sent(session: &Session, written: Written) -> Draft {
    let units = Spelling { state: session.state(), style: session.style(), written }.units();
    let paragraph = |unit: &Unit| {
        let marker = unit.marker.clone().map(|marker| marker + "\t").unwrap_or_default();
        Paragraph { cell: unit.kind == Kind::Cell, ..Paragraph::plain(marker + &unit.text) }
    };
    Draft { written, paragraphs: units.iter().map(paragraph).collect() }
}

fn compared(session: &Session, draft: &Draft) -> Comparison {
    compare(session.meeting().clone(), draft, told(Some("J Webb"))).unwrap()
}

/// What the minutes say once the script of a comparison was played.
fn played(session: &Session, found: &Comparison) -> Session {
    let mut session = session.clone();
    let state = session.state();
    let text = script(found, state, sample::clock(NOW.0, NOW.1));
    let (script, problems) = script::parse("x.script", &text, state.agenda().date, state.body().zone);
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    script::play(&mut session, &script).unwrap_or_else(|stop| panic!("{stop}\n{text}"));
    session
}

/// An edit of the paragraph that says `old`.
fn edited(draft: &mut Draft, old: &str, new: &str) {
    let found = draft.paragraphs.iter_mut().find(|it| it.text.contains(old)).unwrap_or_else(|| panic!("no {old}"));
    found.text = found.text.replacen(old, new, 1);
    found.was = found.text.clone();
}

#[test]
fn minutes_that_nobody_changed_do_not_differ() {
    let session = meeting();
    for written in [Written::Docx, Written::Markdown, Written::Text] {
        let draft = sent(&session, written);
        assert_eq!(compared(&session, &draft).differences, [], "{written:?}");
    }
}

#[test]
fn each_edit_is_one_difference_with_what_records_it() {
    let session = meeting();
    for (old, new, lines) in [
        ("bike crime", "cycle crime", 1),
        ("lay behind", "was behind", 1),
        ("task force", "task force of ten", 1),
        ("The film was shown to all who had come.", "A film was shown.", 1),
        ("send the figures of 2022", "send all figures of 2022", 1),
        ("but for a comma", "but for two commas", 1),
        ("all who had come.", "all who came", 1),
    ] {
        let mut draft = sent(&session, Written::Docx);
        edited(&mut draft, old, new);
        let found = compared(&session, &draft);
        let [only] = found.differences.as_slice() else { panic!("{new}: {:#?}", found.differences) };
        assert_eq!((only.what, only.lines.len()), (What::Changed, lines), "{new}: {only:#?}");
        assert!(only.lines[0].starts_with("asked-by J Webb: correct "), "{only:#?}");
        assert_eq!(compared(&played(&session, &found), &draft).differences, [], "{new}");
    }
}

#[test]
fn what_follows_from_something_else_is_told_with_what_to_correct() {
    let session = meeting();
    for (old, new, said) in [
        ("The meeting began at", "The sitting began at", "correct began"),
        ("Annual Report", "Yearly Report", "retitle 9"),
    ] {
        let mut draft = sent(&session, Written::Docx);
        edited(&mut draft, old, new);
        let found = compared(&session, &draft);
        let [only] = found.differences.as_slice() else { panic!("{new}: {:#?}", found.differences) };
        let advice = only.advice.clone().unwrap_or_default();
        assert!(only.lines.is_empty() && advice.contains(said), "{only:#?}");
    }
}

#[test]
fn paragraphs_come_go_and_move() {
    let session = meeting();
    let place = |draft: &Draft, said: &str| draft.paragraphs.iter().position(|it| it.text.contains(said)).unwrap();
    let untouched = sent(&session, Written::Docx);
    let film = place(&untouched, "The film");

    let mut draft = untouched.clone();
    draft.paragraphs.remove(film);
    let found = compared(&session, &draft);
    assert_eq!(found.differences.len(), 1, "{:#?}", found.differences);
    assert!(found.differences[0].lines[0].ends_with("because \"asked for by J Webb\""), "{found:#?}");
    assert_eq!(compared(&played(&session, &found), &draft).differences, []);

    let mut draft = untouched.clone();
    for (nth, text) in ["First new words.", "Then others"].into_iter().enumerate() {
        draft.paragraphs.insert(film + nth, Paragraph::plain(text));
    }
    let found = compared(&session, &draft);
    assert!(found.differences.iter().all(|it| it.what == What::New && !it.lines.is_empty()), "{found:#?}");
    let after = played(&session, &found);
    assert_eq!(compared(&after, &draft).differences, [], "that it was recorded later is no difference");
    let said: Vec<String> = sent(&after, Written::Docx).paragraphs.into_iter().map(|it| it.text).collect();
    let at = said.iter().position(|text| text.contains("First new words.")).unwrap();
    assert!(said[at + 1].contains("Then others.") && said[at + 2].contains("The film"), "{said:#?}");

    let mut draft = untouched;
    let moved = draft.paragraphs.remove(film);
    let to = place(&draft, "lay behind");
    draft.paragraphs.insert(to, moved);
    let found = compared(&session, &draft);
    assert!(found.differences.iter().all(|it| it.what == What::Moved) && found.differences.len() == 1, "{found:#?}");
    assert_eq!(compared(&played(&session, &found), &draft).differences, []);
}

#[test]
fn tracked_changes_and_remarks_say_who() {
    let session = meeting();
    let mut draft = sent(&session, Written::Docx);
    let lee = Author { name: "A Lee".to_owned(), on: None };
    let at = draft.paragraphs.iter().position(|it| it.text.contains("bike")).unwrap();
    draft.paragraphs[at].text = draft.paragraphs[at].text.replace("bike", "cycle");
    draft.paragraphs[at].changed_by = vec![lee.clone()];
    draft.paragraphs[at + 1].remarks = vec![Remark { by: lee, text: "Sure?".to_owned() }];
    let found = compared(&session, &draft);
    let [changed, remarked] = found.differences.as_slice() else { panic!("{found:#?}") };
    assert_eq!((changed.asked_by().as_str(), changed.unsigned), ("A Lee", false));
    assert_eq!(remarked.what, What::Remarked);
    let list = list(&found);
    assert!(list.contains("[-bike-] {+cycle+}") && list.contains("A Lee remarked: “Sure?”"), "{list}");
    let after = played(&session, &found);
    let entry = after.meeting().undoable().unwrap();
    assert_eq!(
        (entry.asked_by(), crate::app::describe::describe(after.state(), entry).contains("asked for by A Lee")),
        (Some("A Lee"), true)
    );

    // Both sorts of change in one paragraph: what is not tracked was asked for by somebody else.
    draft.paragraphs[at].was = draft.paragraphs[at].was.replace("fall", "drop");
    draft.paragraphs[at].text = draft.paragraphs[at].text.replace("fall", "drop");
    assert_eq!(compared(&session, &draft).differences[0].asked_by(), "A Lee and J Webb");
    let unsigned = compare(session.meeting().clone(), &draft, told(None)).unwrap();
    assert!(unsigned.differences[0].unsigned);
}

#[test]
fn another_document_is_none_of_these_minutes() {
    let session = meeting();
    let text = "Once upon a time there was a fox who lived in a wood and ate nothing but grapes.";
    let draft = Draft { written: Written::Text, paragraphs: vec![Paragraph::plain(text); 30] };
    assert_eq!(compare(session.meeting().clone(), &draft, told(None)), None);
}

/// What may be done to the words of a paragraph.
#[derive(Clone, Debug)]
enum Edit {
    Put(usize, String),
    Take(usize),
    Swap(usize, String),
}

fn edit() -> impl Strategy<Value = Edit> {
    let word = || "[b-z]{3,9}";
    prop_oneof![
        (any::<usize>(), word()).prop_map(|(at, word)| Edit::Put(at, word)),
        any::<usize>().prop_map(Edit::Take),
        (any::<usize>(), word()).prop_map(|(at, word)| Edit::Swap(at, word)),
    ]
}

fn apply(text: &str, edits: &[Edit]) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for edit in edits {
        // The last word keeps its full stop, and the first ones the name before them.
        let (Edit::Put(at, _) | Edit::Take(at) | Edit::Swap(at, _)) = edit;
        let room = words.len().saturating_sub(5);
        if room == 0 {
            continue;
        }
        let at = 3 + at % room;
        match edit {
            Edit::Put(_, word) => words.insert(at, word.clone()),
            Edit::Take(_) => _ = words.remove(at),
            Edit::Swap(_, word) => words[at] = word.clone(),
        }
    }
    words.join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn edits_of_what_was_said_are_found_and_recorded(first in prop::collection::vec(edit(), 0..4), second in prop::collection::vec(edit(), 1..4)) {
        let session = meeting();
        let mut draft = sent(&session, Written::Docx);
        let untouched = draft.clone();
        for (said, edits) in [("bike crime", &first), ("The film", &second)] {
            let it = draft.paragraphs.iter_mut().find(|it| it.text.contains(said)).unwrap();
            let (marker, text) = it.text.split_once('\t').map_or(("", it.text.as_str()), |it| it);
            let text = apply(text, edits);
            *it = Paragraph::plain(if marker.is_empty() { text } else { format!("{marker}\t{text}") });
        }
        let found = compared(&session, &draft);
        let differ = draft.paragraphs.iter().zip(&untouched.paragraphs).filter(|(one, other)| one.text != other.text).count();
        prop_assert_eq!(found.differences.len(), differ, "{:#?}", found.differences);
        let left = compared(&played(&session, &found), &draft).differences;
        prop_assert!(left.is_empty(), "{:#?}", left);
    }
}
