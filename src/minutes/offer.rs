//! Decisions that are offered ready-made while minutes are taken.

use crate::meeting::agenda::{AgendaItem, ItemKind};
use crate::meeting::fact::Verb;
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::panel::Post;
use crate::meeting::state::State;

use super::block::Emphasis;
use super::phrase::{Fill, Phrase, Role, Value, to_marked};
use super::style::{ReadyMade, Style};

/// A decision ready to be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name in the style.
    pub name: String,
    /// What it does.
    pub verb: Verb,
    /// Its words, verbs between asterisks.
    pub words: String,
    /// The motion before the meeting that its words take in, where they do.
    pub motion: Option<FactId>,
}

/// The ready-made decisions for an item: the one that the agenda names first, then those for its kind, in the order of
/// the style. One whose words need what the item's paper does not state is left out.
pub fn offers(state: &State, style: &Style, item: &ItemId) -> Vec<Offer> {
    let Some(item) = state.item(item).map(|item| &item.agenda) else { return Vec::new() };
    let named = |ready: &&ReadyMade| item.offer.as_deref() == Some(ready.name.as_str());
    let fits = |ready: &&ReadyMade| {
        ready.kinds.is_empty() || ready.kinds.iter().any(|kind| kind_names(&item.kind).contains(&kind.as_str()))
    };
    let first = style.decisions.iter().filter(named);
    let rest = style.decisions.iter().filter(|ready| !named(ready) && fits(ready));
    first.chain(rest).filter_map(|ready| offer(state, style, item, ready)).collect()
}

/// The words of a decision that a phrase of the house spells, with its verbs between asterisks.
pub fn worded(state: &State, style: &Style, phrase: Phrase, values: &[(&'static str, Value<'_>)]) -> String {
    let Some(template) = style.template(phrase, 1) else { return String::new() };
    let body = [("body", Value::text(Some(&state.body().short)))];
    let values: Vec<(&'static str, Value<'_>)> = body.into_iter().chain(values.iter().cloned()).collect();
    to_marked(&Fill::new(state, style).template(template, Role::Sentence, Emphasis::Strong, &values))
}

fn offer(state: &State, style: &Style, item: &AgendaItem, ready: &ReadyMade) -> Option<Offer> {
    let year = match &item.kind {
        ItemKind::Complaints { year, .. } => year.as_deref(),
        ItemKind::Precept(precept) => precept.year.as_deref(),
        _ => None,
    };
    let (mut figure, mut proposed, mut post) = (None, None, None);
    match &item.kind {
        ItemKind::Precept(precept) => figure = precept.proposed.as_deref(),
        ItemKind::Hearing(hearing) => {
            proposed = candidates(&hearing.candidates, style);
            post = Some(post_named(hearing.post, style));
        }
        _ => {}
    }
    let motion = state.floor(&item.id).rfind(|(_, motion)| motion.amends().is_none());
    let motion = motion.filter(|_| ready.words.uses("motion"));
    let added = added(state, style);
    let values = [
        ("added", Value::text(Some(added.as_str()).filter(|added| !added.is_empty()))),
        ("motion", Value::text(motion.map(|(_, motion)| motion.words()))),
        ("figure", Value::text(figure)),
        ("candidates", Value::text(proposed.as_deref())),
        ("post", post.map_or(Value::Empty, Value::from)),
        ("body", Value::text(Some(&state.body().short))),
        ("title", Value::text(Some(&item.title))),
        ("document", Value::text(item.paper.document.as_deref())),
        ("subject", Value::text(item.paper.subject.as_deref())),
        ("year", Value::text(year.or(state.agenda().municipal_year.as_deref()))),
    ];
    let missing = |name: &str| !values.iter().any(|(slot, value)| *slot == name && !matches!(value, Value::Empty));
    if ready.words.needs().any(missing) {
        return None;
    }
    // What stands out in a decision is its verb, whatever the house does with topics.
    let line = Fill::new(state, style).template(&ready.words, Role::Sentence, Emphasis::Strong, &values);
    let motion = motion.map(|(id, _)| id);
    Some(Offer { name: ready.name.clone(), verb: ready.verb, words: to_marked(&line), motion })
}

/// What this meeting has added to those to come: "Knife Crime to the March agenda".
fn added(state: &State, style: &Style) -> String {
    let fill = Fill::new(state, style);
    let planned = state.agenda().plan.as_slice();
    let changed = state.plan().iter().filter_map(|entry| {
        let date = entry.date?;
        let before = planned.iter().find(|before| before.date == Some(date)).map(|before| before.items.as_slice());
        let new: Vec<String> =
            entry.items.iter().filter(|item| !before.unwrap_or_default().contains(item)).cloned().collect();
        let values =
            [("items", Value::from(fill.names().join(&new))), ("month", Value::from(date.format("%B").to_string()))];
        (!new.is_empty()).then(|| fill.text(Phrase::PlanAdded, &values))
    });
    fill.names().join(&changed.collect::<Vec<_>>())
}

/// Those proposed for a post, as a sentence names them.
fn candidates(names: &[String], style: &Style) -> Option<String> {
    (!names.is_empty()).then(|| style.words.join(names, style.serial_comma))
}

/// Whether an item is of one of `kinds`, of which that of precepts has the revised ones in it.
pub(super) fn is_of_kinds(kind: &ItemKind, kinds: &[String]) -> bool {
    let revised = matches!(kind, ItemKind::Precept(_)).then_some("precept");
    let mut names = kind_names(kind).iter().copied().chain(revised);
    names.any(|name| kinds.iter().any(|kind| kind == name))
}

/// A post that somebody is heard for, in the words of the house.
pub(super) fn post_named(post: Post, style: &Style) -> String {
    style.label(match post {
        Post::ChiefConstable => Phrase::ChiefConstable,
        Post::DeputyCommissioner => Phrase::DeputyCommissioner,
        Post::ChiefExecutive => Phrase::ChiefExecutive,
        Post::ChiefFinanceOfficer => Phrase::ChiefFinanceOfficer,
    })
}

/// What the lists of ready-made decisions call an item.
fn kind_names(kind: &ItemKind) -> &'static [&'static str] {
    match kind {
        ItemKind::Election { .. } => &["election"],
        ItemKind::Apologies => &["apologies"],
        ItemKind::Substitutes => &["substitutes"],
        ItemKind::Declarations => &["declarations"],
        ItemKind::Minutes { .. } => &["minutes"],
        ItemKind::Review { .. } => &["review"],
        ItemKind::Questions => &["questions"],
        ItemKind::Complaints { .. } => &["complaints"],
        ItemKind::Precept(precept) if precept.revised => &["revised-precept"],
        ItemKind::Precept(_) => &["precept"],
        ItemKind::Hearing(_) if kind.may_veto() => &["hearing", "veto-hearing"],
        ItemKind::Hearing(_) => &["hearing"],
        ItemKind::Report => &["report"],
        ItemKind::Plan => &["plan"],
        ItemKind::Business => &["business"],
    }
}
