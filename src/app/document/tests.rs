//! Reading a document by keys.

use proptest::prelude::*;

use super::*;

fn document(lines: &[&str]) -> (Document, PageView) {
    let lines: Vec<(Tone, String)> = lines.iter().map(|line| (Tone::Plain, (*line).to_owned())).collect();
    let search = Some(Search::default());
    (Document::of(&lines), PageView { title: "Minutes".into(), lines, search, ..PageView::default() })
}

/// Presses keys on a screen of ten rows, of which eight show the document.
fn press(document: &Document, page: &mut PageView, find: &mut Line, keys: &str) -> Read {
    keys.split(' ').map(|key| document.key(page, find, key.parse().unwrap(), 10)).last().unwrap()
}

fn found(page: &PageView, find: usize) -> Vec<(usize, &str)> {
    let search = page.search.as_ref().unwrap();
    let of_find = search.marks.iter().filter(|mark| mark.find == find);
    of_find.map(|mark| (mark.line, &page.lines[mark.line].1[mark.part.clone()])).collect()
}

#[test]
fn words_are_found_over_the_end_of_a_line_and_whatever_their_accents() {
    let (document, mut page) = document(&[
        "1) Councillor",
        "   Barkham asked about Nguyễn.",
        "",
        "2) councillor  barkham, COUNCILLOR BARKHAM",
    ]);
    let mut find = Line::default();
    press(&document, &mut page, &mut find, "/ c o u n c i l l o r");
    let search = page.search.clone().unwrap();
    assert_eq!((search.finds, search.typing, search.at), (3, Some(10), 0));
    press(&document, &mut page, &mut find, "space b a r");
    assert_eq!(page.search.as_ref().unwrap().finds, 2, "two spaces are not one");
    assert_eq!(found(&page, 0), [(0, "Councillor"), (1, "Bar")]);
    assert_eq!(found(&page, 1), [(3, "COUNCILLOR BAR")]);
    press(&document, &mut page, &mut find, "esc / n g u y e n");
    assert_eq!(found(&page, 0), [(1, "Nguyễn")]);
}

#[test]
fn n_goes_round_and_the_find_is_always_on_the_screen() {
    let lines: Vec<String> =
        (0..60).map(|n| if n % 20 == 5 { format!("line {n}: here") } else { "x".into() }).collect();
    let (document, mut page) = document(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let mut find = Line::default();
    press(&document, &mut page, &mut find, "/ h e r e enter");
    let mut seen = Vec::new();
    for _ in 0..4 {
        let search = page.search.clone().unwrap();
        let line = search.marks[search.at].line;
        assert!((page.scroll..page.scroll + 8).contains(&line), "{line} from {}", page.scroll);
        seen.push(line);
        press(&document, &mut page, &mut find, "n");
    }
    assert_eq!(seen, [5, 25, 45, 5]);
    press(&document, &mut page, &mut find, "N N");
    assert_eq!(page.search.as_ref().unwrap().at, 2);
}

#[test]
fn what_is_pasted_is_looked_for_while_something_is_typed() {
    let (document, mut page) = document(&["no", "fox hunting"]);
    let mut find = Line::default();
    assert!(!document.paste(&mut page, &mut find, "fox", 10), "nothing is being looked for");
    press(&document, &mut page, &mut find, "/");
    assert!(document.paste(&mut page, &mut find, "fox\nhunting", 10));
    assert_eq!(found(&page, 0), [(1, "fox hunting")]);
}

#[test]
fn pages_turn_with_a_line_in_common_and_stop_at_the_ends() {
    let lines = ["x"; 20];
    let (document, mut page) = document(&lines);
    let mut find = Line::default();
    for (key, first) in
        [("pagedown", 7), ("space", 12), ("down", 12), ("pageup", 5), ("home", 0), ("up", 0), ("end", 12), ("k", 11)]
    {
        assert_eq!(press(&document, &mut page, &mut find, key), Read::Stay);
        assert_eq!(page.scroll, first, "{key}");
    }
    assert_eq!(press(&document, &mut page, &mut find, "f2"), Read::Pass);
}

#[test]
fn esc_ends_looking_before_it_leaves() {
    let (document, mut page) = document(&["fox"]);
    let mut find = Line::default();
    assert_eq!(press(&document, &mut page, &mut find, "/ f o enter esc"), Read::Stay);
    assert_eq!(page.search, Some(Search::default()));
    assert_eq!(press(&document, &mut page, &mut find, "esc"), Read::Leave);
    assert_eq!(press(&document, &mut page, &mut find, "/ q enter"), Read::Stay, "a letter that is looked for");
    assert_eq!(press(&document, &mut page, &mut find, "q"), Read::Leave);
}

proptest! {
    #[test]
    fn whatever_is_looked_for_every_mark_is_part_of_its_line(
        lines in proptest::collection::vec("[aAéßŁ ﬁ字e\u{301}.]{0,12}", 0..8),
        wanted in "[aes lfé]{1,4}",
    ) {
        let (document, page) = document(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let search = document.search(&page.lines, &wanted);
        for mark in &search.marks {
            prop_assert!(page.lines[mark.line].1.get(mark.part.clone()).is_some(), "{mark:?}");
            prop_assert!(mark.find < search.finds);
        }
        prop_assert!(search.marks.is_sorted_by_key(|mark| (mark.line, mark.part.start)));
    }
}
