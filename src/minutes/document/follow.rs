//! What is to be done, as one meeting's record has it: what earlier meetings left, and what this one added.

use std::collections::BTreeSet;

use crate::meeting::agenda::{ItemKind, Origin, Pledge, Report, Topic};
use crate::meeting::fact::{Action, Content, Decision, Fact, Recommendation, Restricted, Update, Verb};
use crate::meeting::id::FactId;
use crate::meeting::state::{Item, State};
use crate::minutes::phrase::capitalised;
use crate::minutes::style::Style;
use crate::text::{cut, fold};

use super::number::{cited, minute_number};
use super::{Build, is_withheld};

/// The longest name that an action is given, in columns: it is printed before whatever is reported of it.
const NAME: usize = 100;

/// Every action of the record, as the next meeting would have it up for review: those carried in, in the order of the
/// agenda and with what this meeting heard of them, then those recorded here. Each has an origin and a name of its own;
/// finished ones are among them.
pub fn followed(state: &State, style: &Style) -> Vec<Topic> {
    let Followed { carried, added } = followed_apart(state, style);
    carried.into_iter().chain(added).collect()
}

/// The actions of a record, as [`followed`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// Those that earlier meetings left.
    pub carried: Vec<Topic>,
    /// Those that were recorded in this meeting, each with its fact.
    pub added: Vec<Topic>,
}

/// As [`followed`], with what earlier meetings left apart from what is this meeting's own.
pub fn followed_apart(state: &State, style: &Style) -> Followed {
    let build = Build::new(state, style);
    let mut found = Followed { carried: build.carried(), added: Vec::new() };
    let mut names: BTreeSet<String> = found.carried.iter().map(|topic| topic.title.clone()).collect();
    for mut topic in build.added() {
        topic.title = free(&topic, &names);
        names.insert(topic.title.clone());
        found.added.push(topic);
    }
    found
}

/// An action as the minutes would have it in the words of `content`, such as those it had before it was corrected.
/// Nothing where that is no action, or the fact is not in the record.
pub fn worded(state: &State, style: &Style, fact: FactId, content: &Content) -> Option<Topic> {
    let fact = state.fact(fact)?;
    Build::new(state, style).left_by(state.item(&fact.item)?, fact, content)
}

/// Gives every action a name that none before it has.
pub fn named_apart(actions: &mut [Topic]) {
    let mut names: BTreeSet<String> = BTreeSet::new();
    for topic in actions {
        topic.title = free(topic, &names);
        names.insert(topic.title.clone());
    }
}

/// A name that no other action has: its own, or with its minute, or with a number.
fn free(topic: &Topic, names: &BTreeSet<String>) -> String {
    let minute = topic.origin.as_ref().and_then(|origin| origin.minute.as_deref());
    let with_minute = minute.map(|minute| format!("{} ({minute})", topic.title));
    let wanted = std::iter::once(topic.title.clone()).chain(with_minute);
    let numbered = (2..).map(|number| format!("{} ({number})", topic.title));
    wanted.chain(numbered).find(|name| !names.contains(name)).unwrap_or_default()
}

impl<'a> Build<'a> {
    /// What is up for review, and what was reported on besides.
    fn carried(self) -> Vec<Topic> {
        let updates: Vec<(&Item, &Update)> = self.updates().collect();
        let reviews = self.state.items().filter_map(|item| match &item.agenda.kind {
            ItemKind::Review { topics } => Some((item, topics)),
            _ => None,
        });
        let mut found: Vec<Topic> = Vec::new();
        for (item, topic) in reviews.flat_map(|(item, topics)| topics.iter().map(move |topic| (item, topic))) {
            if !found.iter().any(|other| other.title == topic.title) {
                found.push(self.known(item, topic.clone()));
            }
        }
        for (item, update) in updates {
            let place = found.iter().position(|topic| topic.title == update.topic).unwrap_or_else(|| {
                found.push(self.known(item, Topic::titled(&update.topic)));
                found.len() - 1
            });
            if let Some(topic) = found.get_mut(place) {
                self.reported(topic, update);
            }
        }
        found
    }

    fn updates(self) -> impl Iterator<Item = (&'a Item, &'a Update)> {
        let items = self.state.items();
        items.flat_map(move |item| {
            self.state.facts_of(item).filter_map(move |fact| match &fact.content {
                Content::Update(update) => Some((item, update)),
                _ => None,
            })
        })
    }

    /// A topic with where it is from; this meeting is the first that is known to have one whose file does not say.
    fn known(self, review: &Item, mut topic: Topic) -> Topic {
        topic.origin.get_or_insert_with(|| Origin {
            meeting: self.state.agenda().date,
            time: None,
            fact: None,
            pledge: Pledge::default(),
            minute: Some(minute_number(self.state, self.style, review)),
            item: Some(self.title_of(review)),
            text: topic.title.clone(),
        });
        topic
    }

    fn reported(self, topic: &mut Topic, update: &Update) {
        topic.standing = update.standing.unwrap_or(topic.standing);
        topic.reports.push(Report {
            meeting: self.state.agenda().date,
            text: update.text.clone(),
            standing: update.standing,
        });
    }

    /// What this meeting recorded, in the order of the agenda.
    fn added(self) -> Vec<Topic> {
        let of_item = move |item: &'a Item| {
            let facts = self.state.facts_of(item).filter(move |fact| !is_withheld(self.state, self.style, fact.id));
            let open = facts.filter_map(move |fact| self.left_by(item, fact, &fact.content));
            open.chain(self.entitled(item))
        };
        self.state.items().flat_map(of_item).collect()
    }

    /// What a fact leaves to be done.
    fn left_by(self, item: &Item, fact: &Fact, content: &Content) -> Option<Topic> {
        match content {
            Content::Action(action) => Some(self.promised(item, fact, action)),
            Content::Recommendation(made) => Some(self.advised(item, fact, made)),
            Content::Decision(decision) => self.asked(item, fact, decision),
            _ => None,
        }
    }

    /// What a decision asks somebody else to reply to by a day, unless the advice to them is recorded by itself.
    fn asked(self, item: &Item, fact: &Fact, decision: &Decision) -> Option<Topic> {
        let onward = decision.onward.as_ref().filter(|_| decision.basis.is_some())?;
        let (to, due) = (onward.to.as_ref()?, onward.due.as_ref()?);
        let advised = self.state.facts_of(item).any(|other| {
            matches!(&other.content, Content::Recommendation(made)
                if made.decision == Some(fact.id) && fold(&made.to) == fold(to))
        });
        if advised || !matches!(decision.verb, Verb::Recommend | Verb::Refer) {
            return None;
        }
        let words = decision.words().replace('*', "");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let minute = cited(self.state, self.style, fact.id);
        Some(Topic {
            owner: Some(capitalised(to)),
            due: Some(due.clone()),
            ..self.left(item, fact.id, Pledge::Recommendation, &words, minute)
        })
    }

    fn promised(self, item: &Item, fact: &Fact, action: &Action) -> Topic {
        let [text, owner, due, minute] = self.undertaking_words(fact, action);
        Topic {
            owner: action.owner.is_some().then_some(owner),
            due: Some(due).filter(|due| !due.is_empty()),
            standing: action.standing,
            ..self.left(item, fact.id, Pledge::Undertaking, &text, Some(minute))
        }
    }

    fn advised(self, item: &Item, fact: &Fact, made: &Recommendation) -> Topic {
        let minute = cited(self.state, self.style, fact.id);
        Topic {
            owner: Some(capitalised(&made.to)).filter(|to| !to.is_empty()),
            ..self.left(item, fact.id, Pledge::Recommendation, &made.text, minute)
        }
    }

    /// What was promised in private under a title for everybody.
    fn entitled(self, item: &'a Item) -> impl Iterator<Item = Topic> {
        let stubs = self.state.stubs_of(&item.agenda.id);
        let titled = stubs.filter(move |(of, stub)| stub.what == Restricted::Action && self.is_withheld(*of));
        titled.filter_map(move |(of, stub)| {
            let title = stub.title.as_deref()?;
            Some(self.left(item, of, Pledge::Undertaking, title, None))
        })
    }

    fn left(self, item: &Item, fact: FactId, pledge: Pledge, text: &str, minute: Option<String>) -> Topic {
        let minute = minute.filter(|minute| !minute.is_empty());
        let item_title = self.title_of(item);
        let words = Some(text.trim().trim_end_matches('.')).filter(|words| !words.is_empty());
        let text = words.unwrap_or(&item_title);
        Topic {
            title: capitalised(&cut(text, NAME)),
            origin: Some(Origin {
                meeting: self.state.agenda().date,
                time: Some(self.state.agenda().time),
                fact: Some(fact),
                pledge,
                minute: Some(minute.unwrap_or_else(|| minute_number(self.state, self.style, item))),
                text: text.to_owned(),
                item: Some(item_title),
            }),
            ..Topic::default()
        }
    }
}
