//! What an agenda says of a precept, a confirmation hearing and the complaints of a year.

use std::ops::Range;

use crate::meeting::agenda::ItemKind;
use crate::meeting::panel::{Hearing, POSTS, Post, Precept};
use crate::source::Spanned;

use super::checker::Checker;
use super::kind;
use super::table::{ItemTable, Text};

pub(super) fn complaints(
    (year, received, outcomes): (&mut Option<String>, &mut Option<u32>, &mut Vec<String>),
    table: &ItemTable,
    checker: &mut Checker<'_>,
) {
    *year = checker.maybe(table.year.as_ref(), "year").or(year.take());
    *received = table.received.as_ref().map(|number| *number.get_ref());
    *outcomes = table.outcomes.iter().flatten().map(|line| checker.passage(line, "outcome")).collect();
}

pub(super) fn precept(precept: &mut Precept, table: &ItemTable, checker: &mut Checker<'_>) {
    precept.year = checker.maybe(table.year.as_ref(), "year").or(precept.year.take());
    precept.proposed = checker.maybe(table.proposed.as_ref(), "proposed precept");
    precept.notified = notified(table.notified.as_ref(), checker);
    precept.revised = said(table.revised.as_ref());
}

pub(super) fn hearing(hearing: &mut Hearing, table: &ItemTable, checker: &mut Checker<'_>) {
    hearing.candidates = table.candidates.iter().flatten().map(|name| checker.line(name, "candidate")).collect();
    hearing.notified = notified(table.notified.as_ref(), checker);
    hearing.reserve = said(table.reserve.as_ref());
}

/// A hearing for the post that the file or the title names. Without one it is an error, since the post decides what the
/// body may do.
pub(super) fn hearing_of(title: &str, table: &ItemTable, span: &Range<usize>, checker: &mut Checker<'_>) -> ItemKind {
    let choices = POSTS.map(|(name, _, post)| (name, post));
    let given = table.post.as_ref().map(|post| checker.choice(post, "post", &choices));
    let post: Option<Post> = match given {
        // A wrong one was said already.
        Some(given) => given,
        None => kind::post(title).or_else(|| {
            let names: Vec<&str> = POSTS.iter().map(|(name, ..)| *name).collect();
            let hint = format!("Add post = \"...\" with one of {}", names.join(", "));
            checker.error(span, "this hearing is for no post that we know", hint);
            None
        }),
    };
    let hearing = |post| Hearing { post, candidates: Vec::new(), notified: None, reserve: false };
    post.map_or(ItemKind::Business, |post| ItemKind::Hearing(hearing(post)))
}

fn notified(day: Option<&Text>, checker: &mut Checker<'_>) -> Option<chrono::NaiveDate> {
    day.and_then(|day| checker.date(day).ok().flatten())
}

fn said(flag: Option<&Spanned<bool>>) -> bool {
    flag.is_some_and(|flag| *flag.get_ref())
}
