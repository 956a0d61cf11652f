//! Interests: declared, and what they ask for carried out.

use crate::app::interests;
use crate::app::refs;
use crate::app::session::Stop;
use crate::meeting::agenda::ItemKind;
use crate::meeting::body::Rules;
use crate::meeting::command::{Command, Refusal};
use crate::meeting::fact::{Consequence, Content, Declaration, Move};
use crate::meeting::id::{ItemId, PersonId};
use crate::minutes::style::LateDeclarations;
use crate::text::fold;

use super::{Act, Area, Call, Context, Kind, Spec, may, need};

const AREA: Area = Area::Formal;

/// How help shows what may be said to follow from an interest.
const THEN: &str = "and stay, stay-no-vote, speak-then-leave or leave";

/// What may follow, each as the body's file has it.
pub(in crate::app::command) const CONSEQUENCES: &[(&str, Consequence)] = &[
    ("stay", Consequence::Stay),
    ("stay-no-vote", Consequence::StayNoVote),
    ("speak-then-leave", Consequence::SpeakThenLeave),
    ("leave", Consequence::Leave),
];

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "declare",
        aliases: &["interest"],
        area: AREA,
        context: Context::Any,
        args: &[
            need("PERSON", Kind::Person),
            may("ITEMS", Kind::Items).after(&["in"]),
            may("PART", Kind::Words).after(&["part"]),
            may("KIND", Kind::Words).after(&["kind"]),
            may(THEN, Kind::Said).after(&["and stay", "and stay-no-vote", "and speak-then-leave", "and leave"]),
            may("sensitive", Kind::Said).after(&["sensitive"]),
            may("DISPENSATION", Kind::Words).after(&["dispensation"]),
            may("NATURE", Kind::Text).after(&["because"]),
        ],
        help: "Somebody declares an interest: in items, “this” one or “all”; what follows is as the body’s rules say, or as said.",
        example: "declare Barkham in 9, 11 kind personal because \"he lives beside the prison\"",
        run: declare,
    },
    Spec {
        name: "as-declared",
        aliases: &[],
        area: AREA,
        context: Context::Open,
        args: &[],
        help: "Does what interests ask for: declares those given notice of, has who must leave for the item leave, and who left return.",
        example: "as-declared",
        run: as_declared,
    },
];

fn declare(call: &Call<'_>) -> Result<Act, Stop> {
    let person = call.person("PERSON")?;
    let (items, all) = items(call, call.text("ITEMS"))?;
    let rules = &call.state().body().rules;
    let kind = call.values.get("KIND").map(|text| category(rules, text));
    let known = kind.as_ref().and_then(|kind| rules.interest(kind));
    let said = call.values.get(THEN).and_then(consequence);
    let sensitive = call.values.get("sensitive").is_some();
    let declaration = Declaration {
        items,
        all,
        consequence: said.or(known.map(|kind| kind.consequence)),
        nature: call.some("NATURE").filter(|_| !sensitive),
        sensitive,
        dispensation: call.some("DISPENSATION"),
        part: call.some("PART"),
        ..Declaration::new(person)
    };
    let unlisted = kind.as_ref().filter(|_| known.is_none() && !rules.interests.is_empty());
    let unlisted = unlisted.map(|kind| unlisted_kind(rules, kind));
    let withheld = sensitive && call.values.get("NATURE").is_some();
    let withheld =
        withheld.then(|| "The nature was left out: that of a sensitive interest is not recorded.".to_owned());
    let content = Content::Declaration(Declaration { kind, ..declaration });
    let act = Act::of(Command::Record { item: place(call)?, content, started: None });
    Ok(Act { notices: unlisted.into_iter().chain(withheld).collect(), ..act })
}

/// The items that a list names, and whether it says that all business is meant.
///
/// # Errors
///
/// An item is not found.
pub(in crate::app::command) fn items(call: &Call<'_>, text: &str) -> Result<(Vec<ItemId>, bool), Refusal> {
    let all = ["all", "all business", "all items", "everything"].contains(&fold(text).trim());
    let parts = text.split(',').flat_map(|part| part.split(" and ")).map(str::trim);
    let named = parts.map(|part| part.trim_start_matches("and ")).filter(|part| !part.is_empty() && !all);
    let mut items: Vec<ItemId> = Vec::new();
    // A title may itself hold an “and” or a comma.
    match refs::item(call.state(), text) {
        Ok(item) if !all => items.push(item),
        _ => {
            for part in named {
                let item = refs::item(call.state(), part)?;
                if !items.contains(&item) {
                    items.push(item);
                }
            }
        }
    }
    Ok((items, all))
}

/// A category as the body's list has it, by its name, its beginning or its initials; otherwise as typed.
pub(in crate::app::command) fn category(rules: &Rules, text: &str) -> String {
    let wanted = fold(text);
    let initials = |name: &str| fold(name).split([' ', '-']).filter_map(|word| word.chars().next()).collect::<String>();
    let near = |name: &str| fold(name).starts_with(&wanted) || initials(name) == wanted;
    let exact = rules.interest(text);
    let mut fitting = rules.interests.iter().filter(|kind| near(&kind.name));
    let only = fitting.next().filter(|_| fitting.next().is_none());
    exact.or(only).map_or_else(|| text.to_owned(), |kind| kind.name.clone())
}

/// What is said to follow: "and leave".
fn consequence(said: &str) -> Option<Consequence> {
    let word = said.strip_prefix("and ")?;
    CONSEQUENCES.iter().find(|(name, _)| *name == word).map(|(_, consequence)| *consequence)
}

/// How a consequence is written.
pub(in crate::app::command) fn consequence_name(wanted: Consequence) -> &'static str {
    CONSEQUENCES.iter().find(|(_, consequence)| *consequence == wanted).map_or("", |(name, _)| name)
}

fn unlisted_kind(rules: &Rules, kind: &str) -> String {
    let names: Vec<&str> = rules.interests.iter().map(|kind| kind.name.as_str()).collect();
    format!(
        "“{kind}” is not one of the body’s kinds of interest, which are {}. It is recorded as typed, and what follows from \
         it is not known.",
        names.join("; ")
    )
}

/// Under which item a declaration is recorded: with the others under their own item, or, where the house prints it so,
/// under the item at which it was made.
fn place(call: &Call<'_>) -> Result<ItemId, Refusal> {
    let apart = call.session.style().late_declarations == LateDeclarations::Item;
    if apart && let Some(room) = call.state().room_item() {
        return Ok(room.clone());
    }
    let own = call.state().items().find(|item| item.agenda.kind == ItemKind::Declarations);
    own.map_or_else(|| call.room(), |item| Ok(item.agenda.id.clone()))
}

fn as_declared(call: &Call<'_>) -> Result<Act, Stop> {
    let due = call.state().due();
    let noticed: Vec<Declaration> = call.state().to_declare().into_iter().cloned().collect();
    if due.is_empty() && noticed.is_empty() {
        return Err(Refusal::new(
            "No declared interest asks for anything now.",
            "Record an interest with “declare”, or whoever leaves with “leave”.",
        )
        .into());
    }
    let movement = |moved, people: &[PersonId], for_item| {
        let people = people.to_vec();
        (!people.is_empty()).then_some(Command::Movement {
            moved,
            people,
            party: None,
            manner: None,
            because: None,
            for_item,
        })
    };
    let back = movement(Move::Returned, &due.returning, None);
    let preside = due.chair.clone().map(|person| Command::Preside { person, during: None });
    let away = movement(Move::Left, &due.leaving, call.state().room_item().cloned());
    // Whoever leaves the chair leaves it empty, so the next takes it after that.
    let given: Vec<PersonId> = noticed.iter().map(|notice| notice.person.clone()).collect();
    let record =
        |notice| Ok(Command::Record { item: place(call)?, content: Content::Declaration(notice), started: None });
    let declared = noticed.into_iter().map(record).collect::<Result<Vec<_>, Refusal>>()?;
    let act = Act::all(back.into_iter().chain(away).chain(preside).chain(declared).collect());
    let given = (!given.is_empty()).then(|| {
        format!(
            "Declared as notice was given: {}. Strike out what was not declared.",
            interests::names(call.state(), &given)
        )
    });
    let done = interests::done(call.state(), &due);
    let done = [Some(done).filter(|done| !done.is_empty()), given].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Ok(if done.is_empty() { act } else { act.notice(done) })
}
