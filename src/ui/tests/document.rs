//! The preview: a document on the whole screen, with what is looked for in it.

use insta::assert_snapshot;

use super::sample::SAMPLE;
use super::*;
use crate::app::view::{Mark, PageView, Search, Tone};

/// Minutes of sixty lines, of which three have the name that is looked for.
fn page(typing: Option<usize>, finds: usize) -> PageView {
    let line = |number: usize| match number % 20 {
        7 => format!("{number}) Councillor Barkham asked about fox hunting and rural crime in the county."),
        _ => format!("{number}) The Commissioner said that the figures would be circulated to the Panel."),
    };
    let lines = (0..60).map(|number| (Tone::Plain, line(number))).collect();
    let marks = [7, 27, 47].into_iter().enumerate().take(finds);
    let mark = |(find, line): (usize, usize)| {
        let start = if line < 10 { 14 } else { 15 };
        Mark { line, part: start..start + 7, find }
    };
    let text = if typing.is_some() || finds > 0 { "barkham" } else { "" };
    let search =
        Search { text: text.to_owned(), typing, marks: marks.map(mark).collect(), finds, at: finds.saturating_sub(2) };
    let title = "The minutes as they would be exported".to_owned();
    PageView { title, lines, scroll: 20, search: Some(search), ..PageView::default() }
}

fn shown(page: &PageView, width: u16, height: u16) -> (Buffer, Option<Position>) {
    drawn(&Screen { page: Some(page), ..SAMPLE.screen() }, width, height)
}

#[test]
fn a_document_at_80_by_24() {
    let (buf, cursor) = shown(&page(None, 0), 80, 24);
    assert_snapshot!(picture(&buf, cursor));
}

#[test]
fn what_is_looked_for_at_80_by_24() {
    let (buf, cursor) = shown(&page(Some(7), 3), 80, 24);
    assert_snapshot!(picture(&buf, cursor));
}

#[test]
fn a_find_is_set_apart_and_the_one_looked_at_more() {
    let page = PageView { scroll: 7, ..page(None, 3) };
    let (buf, _) = shown(&page, 80, 24);
    let style = |x, y| buf[(x, y)].style();
    let (plain, one, other) = (style(2, 1), style(14, 1), style(15, 21));
    assert!(row(&buf, 1).starts_with("7) Councillor Barkham") && row(&buf, 21).starts_with("27) Councillor Barkham"));
    assert!(plain != one && one != other && plain != other, "{plain:?} {one:?} {other:?}");
    assert!(row(&buf, 23).ends_with("2 of 3 "), "{}", row(&buf, 23));
}

#[test]
fn a_document_fits_every_screen() {
    for (width, height) in [(1, 1), (3, 2), (5, 3), (20, 4), (40, 12), (200, 60)] {
        for page in [page(None, 0), page(Some(3), 0), page(None, 3), PageView { lines: Vec::new(), ..page(None, 0) }] {
            drop(shown(&page, width, height));
            drop(shown(&PageView { scroll: 900, ..page }, width, height));
        }
    }
}
