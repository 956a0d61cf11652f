//! Properties of business without the public: whatever is said while it is out, in whatever order, nobody else reads.

use proptest::prelude::*;

use super::properties::{any_fact, any_item, commands, time, with_papers};
use super::{Driven, said};
use crate::meeting::Meeting;
use crate::meeting::command::{Command, Private};
use crate::meeting::event::{Entry, ItemState, Old};
use crate::meeting::fact::{Audience, Business, Content, Exclusion, Ground, Paragraph};
use crate::meeting::findings::Findings;
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::state::State;

/// Everything that is done about the public. Words typed for everybody are “open”.
pub(super) fn privately() -> impl Strategy<Value = Command> {
    let open = || "open".to_owned();
    let grounds = vec![Ground::Exempt, Ground::Exempt, Ground::Confidential { because: None }, Ground::NotExcluded];
    let named = prop::option::of(any_item());
    let exclude = (any_item(), prop::sample::select(grounds), named, any::<bool>());
    prop_oneof![
        exclude.prop_map(move |(item, ground, named, part)| {
            let part = part.then(open);
            let business = vec![Business { item: named, part, paragraphs: vec![Paragraph::Affairs] }];
            let exclusion = Exclusion { ground, business, mover: None, seconder: None, tested: false };
            Private::Exclude { item, exclusion }
        }),
        any_item().prop_map(|item| Private::Readmit { item }),
        (0_i64..20).prop_map(|minutes| Private::Since { time: time(minutes) }),
        any_fact().prop_map(move |id| Private::Redact { events: vec![id], because: open(), old: Old::Kept }),
        any_fact().prop_map(move |of| Private::TitleFact { of, title: open() }),
        any_item().prop_map(move |item| Private::TitleItem { item, title: open() }),
        any_fact().prop_map(move |of| Private::Publish { of, content: Box::new(said("open")) }),
    ]
    .prop_map(Command::Private)
}

fn mixed() -> impl Strategy<Value = Command> {
    let words = "[a-c]{1,6}";
    let point =
        (any_item(), words).prop_map(|(item, words)| Command::Record { item, content: said(&words), started: None });
    let correct = (any_fact(), words).prop_map(|(id, words)| Command::Correct { id, content: said(&words) });
    let strike = any_fact().prop_map(|id| Command::Strike { id, because: String::new() });
    prop_oneof![6 => commands(), 3 => privately(), 2 => point, 2 => correct, 1 => strike]
}

/// The same command on one of the latest facts that there are, where it may be about any.
fn aimed(state: &State, command: Command) -> Command {
    let recent = |id: FactId| {
        let place = usize::try_from(id.entry).unwrap_or(0) % 4;
        state.facts.keys().rev().nth(place).copied().unwrap_or(id)
    };
    match command {
        Command::Correct { id, content } => Command::Correct { id: recent(id), content },
        Command::Strike { id, because } => Command::Strike { id: recent(id), because },
        Command::Vote { motion, part, poll } => Command::Vote { motion: recent(motion), part, poll },
        Command::Dispose { motion, fate } => Command::Dispose { motion: recent(motion), fate },
        Command::Private(Private::Publish { of, content }) => {
            Command::Private(Private::Publish { of: recent(of), content })
        }
        Command::Private(Private::TitleFact { of, title }) => {
            Command::Private(Private::TitleFact { of: recent(of), title })
        }
        other => other,
    }
}

/// Whether what a command says is not for everybody.
fn hidden(state: &State, command: &Command) -> bool {
    let of = match command {
        Command::Correct { id, .. } | Command::Strike { id, .. } => state.fact(*id).map(|fact| fact.audience),
        _ => None,
    };
    state.room().or(of.unwrap_or_default()) == Audience::Private
}

/// The same command with a word that nothing else has wherever words may be said.
fn planted(command: Command) -> Command {
    let canary = || "canary".to_owned();
    match command {
        Command::Record { item, content, started } => Command::Record { item, content: telling(content), started },
        Command::Correct { id, content } => Command::Correct { id, content: telling(content) },
        Command::Draft { item, verb, .. } => Command::Draft { item, verb, words: canary() },
        Command::Decide { item, verb, method, .. } => Command::Decide { item, verb, words: canary(), method },
        Command::DecideByVote { item, verb, poll, .. } => Command::DecideByVote { item, verb, words: canary(), poll },
        Command::Propose { item, mut motion } => {
            motion.versions.iter_mut().for_each(|version| version.words = canary());
            Command::Propose { item, motion }
        }
        Command::Divide { motion, .. } => Command::Divide { motion, parts: vec![canary(), canary()] },
        Command::Strike { id, .. } => Command::Strike { id, because: canary() },
        Command::Overrule { name, subject, .. } => Command::Overrule { name, subject, because: canary() },
        Command::ItemTitle { item, .. } => Command::ItemTitle { item, title: canary() },
        Command::ItemState { item, .. } => {
            Command::ItemState { item, state: ItemState::Deferred { to: Some(canary()), because: Some(canary()) } }
        }
        Command::AddItem { mut item, after } => {
            item.title = canary();
            Command::AddItem { item, after }
        }
        Command::Attendance { people, to, .. } => Command::Attendance { people, to, because: Some(canary()) },
        Command::Movement { moved, people, party, for_item, .. } => {
            Command::Movement { moved, people, party, manner: Some(canary()), because: Some(canary()), for_item }
        }
        other => other,
    }
}

fn telling(mut content: Content) -> Content {
    match &mut content {
        Content::Point(point) => point.turns.iter_mut().for_each(|turn| turn.text = "canary".to_owned()),
        Content::Action(action) => action.text = "canary".to_owned(),
        Content::Note(note) => note.text = "canary".to_owned(),
        Content::Declaration(declaration) => declaration.nature = Some("canary".to_owned()),
        _ => {}
    }
    content
}

/// An entry as the public file has it.
fn stored(entry: &Entry) -> Entry {
    let text = serde_json::to_string(&entry.public).unwrap();
    Entry { public: serde_json::from_str(&text).unwrap(), private: Vec::new(), ..entry.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nobody_else_reads_what_was_said_without_the_public(script in prop::collection::vec(mixed(), 0..60)) {
        let mut it = Driven { meeting: Meeting::new(with_papers()), ..Driven::new() };
        it.sit();
        it.go("report");
        for command in script {
            let command = aimed(it.state(), command);
            let _ = it.tell(&if hidden(it.state(), &command) { planted(command) } else { command });
        }
        let mut public = Meeting::new(with_papers());
        for entry in &it.entries {
            let entry = stored(entry);
            let words = serde_json::to_string(&entry.public).unwrap();
            prop_assert!(!words.contains("canary"), "{}", words);
            public.apply(&entry);
        }
        let found = Findings::of(public.state());
        prop_assert!(found.iter().all(|finding| !finding.sentence.contains("canary")));
        // Both read the same where the whole meeting says that everybody reads it.
        let redacted = it.entries.iter().any(|entry| entry.redacted().is_some());
        for fact in it.state().facts.values().filter(|_| !redacted) {
            let read = public.state().fact(fact.id).filter(|read| read.struck.is_none());
            let heard = fact.heard().filter(|_| fact.struck.is_none());
            prop_assert_eq!(read.map(|read| &read.content), heard, "{}", fact.id);
        }
        let stubs = |meeting: &Meeting, item: &ItemId| meeting.state().stubs_of(item).count();
        for item in it.state().items() {
            prop_assert_eq!(stubs(&public, &item.agenda.id), stubs(&it.meeting, &item.agenda.id));
        }
    }
}
