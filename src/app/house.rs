//! What the house style offers to whoever types: ready-made decisions. Everything of the style that commands use is here.

use crate::meeting::agenda::ItemKind;
use crate::meeting::fact::Verb;
use crate::meeting::id::ItemId;
use crate::meeting::state::State;

/// A ready-made decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name in the style: "note-report".
    pub name: String,
    /// What it does.
    pub verb: Verb,
    /// Its words, with verbs between asterisks.
    pub words: String,
}

/// The ready-made decisions for an item, the item's own offer first.
pub fn offers(state: &State, item: &ItemId) -> Vec<Offer> {
    let Some(item) = state.item(item) else { return Vec::new() };
    let body = &state.body().short;
    let document = item.agenda.paper.document.as_deref();
    let mut offers = vec![
        offer("note-report", Verb::Note, format!("The {body} *agreed* to *note* the report.")),
        offer("note-item", Verb::Note, format!("The {body} *noted* the item")),
    ];
    offers.extend(document.map(|it| offer("agree-document", Verb::Agree, format!("The {body} *agreed* to {it}"))));
    offers.push(offer("no-changes", Verb::Note, "It was *agreed* to *note* that no changes were required".to_owned()));
    if item.agenda.kind == ItemKind::Plan {
        offers.push(offer("note-dates", Verb::Note, format!("The {body} *noted* the forthcoming meeting dates.")));
    }
    offers.sort_by_key(|offer| Some(&offer.name) != item.agenda.offer.as_ref());
    offers
}

fn offer(name: &str, verb: Verb, words: String) -> Offer {
    Offer { name: name.to_owned(), verb, words }
}
