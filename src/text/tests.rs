//! Tests of widths, wrapping, cleaning and folding.

use proptest::prelude::*;

use super::*;

/// Any string, with what usually goes wrong made likely.
fn nasty() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        " ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "-",
        "–",
        "\u{1b}",
        "\u{1b}[31m",
        "\u{1b}]0;x\u{7}",
        "\u{1b}]",
        "\u{9b}",
        "\u{202e}",
        "\u{2066}",
        "\u{200d}",
        "\u{feff}",
        "\u{2028}",
        "\u{85}",
        "\u{e000}",
        "\u{ffff}",
        "\u{301}",
        "e",
        "日",
        "❤\u{fe0f}",
        "👩\u{200d}🚀",
        "🏴\u{e0067}\u{e007f}",
        "\u{e0067}",
        "\u{a0}",
        "Siân",
        "Łukasz",
        "\u{1100}",
        "\u{1161}",
        "\\",
        "🇬",
        "🇧",
        "\u{3000}",
        "İ",
    ])
    .prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![3 => odd, 1 => any::<String>(), 2 => "[a-z]{1,9} "], 0..14)
        .prop_map(|parts| parts.concat())
}

#[test]
fn widths_are_those_of_the_screen() {
    for (text, wanted) in [("", 0), ("Siân", 4), ("e\u{301}", 1), ("日本", 4), ("❤\u{fe0f}", 2), ("👩\u{200d}🚀", 2)]
    {
        assert_eq!(width(text), wanted, "{text}");
    }
}

#[test]
fn cutting_marks_what_is_missing() {
    for (text, room, wanted) in [
        ("minutes", 7, "minutes"),
        ("minutes", 4, "min…"),
        ("minutes", 1, "…"),
        ("minutes", 0, ""),
        ("日本語", 4, "日…"),
        ("", 0, ""),
    ] {
        assert_eq!(cut(text, room), wanted);
    }
    assert_eq!(
        (pad(&cut("日本語", 4), 4), pad("ab", 4), pad_left("7", 3)),
        ("日… ".into(), "ab  ".into(), "  7".into())
    );
}

#[test]
fn wrapping_breaks_at_spaces_and_only_then_anywhere() {
    for (text, room, wanted) in [
        ("the committee noted the report", 13, vec!["the committee", "noted the", "report"]),
        ("a well-being plan", 10, vec!["a", "well-being", "plan"]),
        ("  indented text", 10, vec!["  indented", "text"]),
        ("Llanfairpwll so", 5, vec!["Llanf", "airpw", "ll so"]),
        ("one\n\ntwo ", 5, vec!["one", "", "two"]),
        ("no\u{a0}break here", 8, vec!["no\u{a0}break", "here"]),
        ("日本語", 3, vec!["日", "本", "語"]),
        ("ab", 0, vec!["a", "b"]),
        ("", 5, vec![""]),
    ] {
        assert_eq!(wrap(text, room), wanted, "{text:?} at {room}");
    }
}

#[test]
fn cleaning_takes_out_what_harms_and_nothing_else() {
    for (text, wanted, removed) in [
        ("plain\r\ntext\rhere", "plain\ntext\nhere", false),
        ("a\tb", "a b", false),
        ("e\u{301}", "é", false),
        ("\u{feff}first", "first", true),
        ("\u{1b}[1;31mred\u{1b}[0m", "red", true),
        ("\u{1b}]0;title\u{7}x\u{1b}]8;;y\u{1b}\\z", "xz", true),
        ("\u{1b}]0;unfinished", "]0;unfinished", true),
        ("\u{1b}Hello", "Hello", true),
        ("\u{1b}[5", "[5", true),
        ("\u{1b}(Bx", "x", true),
        ("evil\u{202e}txt", "eviltxt", true),
        ("👩\u{200d}🚀", "👩\u{200d}🚀", false),
        (
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            false,
        ),
        ("a\u{e0067}", "a", true),
        ("a\u{2028}b\u{85}c", "a\nb\nc", false),
        ("\u{9b}x\u{e000}\u{fdd0}\u{10ffff}\0", "x", true),
    ] {
        assert_eq!(clean_text(text), Cleaned { text: wanted.into(), removed }, "{text:?}");
    }
    assert_eq!(clean_line("  one \n\n two\tthree ").text, "one two three");
}

#[test]
fn clean_text_is_not_copied() {
    assert!(matches!(harmless("Siân\n👩\u{200d}🚀"), Cow::Borrowed(_)));
    assert_eq!(harmless("a\u{1b}[2Jb"), "ab");
    assert_eq!(harmless_line("a\n b"), "a b");
}

#[test]
fn folding_makes_one_spelling() {
    for (name, wanted) in [
        ("Siân", "sian"),
        ("Nguyễn", "nguyen"),
        ("Łukasz Wójcik", "lukasz wojcik"),
        ("Ægir Þór Weiß", "aegir thor weiss"),
        ("O’Brien", "o'brien"),
        ("Smith–Jones", "smith-jones"),
        ("İ", "i"),
        ("GROẞ", "gross"),
    ] {
        assert_eq!(fold(name), wanted);
    }
}

#[test]
fn a_cap_keeps_clusters_whole_while_it_can() {
    assert_eq!(cap("abc", 3), ("abc", false));
    assert_eq!(cap("abe\u{301}", 4), ("ab", true));
    assert_eq!(cap("é", 1), ("", true));
    assert_eq!(cap("e\u{301}\u{301}", 3), ("e\u{301}", true));
}

proptest! {
    #[test]
    fn cleaning_twice_is_cleaning_once(text in nasty()) {
        let line = clean_line(&text).text;
        prop_assert_eq!(&clean_line(&line), &Cleaned { text: line.clone(), removed: false });
        let lines = clean_text(&text).text;
        prop_assert_eq!(&clean_text(&lines), &Cleaned { text: lines.clone(), removed: false });
        prop_assert_eq!(harmless(&lines), lines.as_str());
        prop_assert_eq!(harmless_line(&line), line.as_str());
    }

    #[test]
    fn nothing_harmful_gets_through(text in nasty()) {
        let bad = |letter: char| letter.is_control() || ('\u{202a}'..='\u{202e}').contains(&letter) || letter == '\u{2066}' || letter == '\u{feff}';
        prop_assert!(!clean_line(&text).text.contains(bad));
        prop_assert!(!harmless_line(&text).contains(bad));
        prop_assert!(!clean_text(&text).text.replace('\n', "").contains(bad));
        prop_assert!(!harmless(&text).replace('\n', "").contains(bad));
    }

    #[test]
    fn cut_and_padded_text_keeps_to_the_width(text in nasty(), room in 0_usize..30) {
        prop_assert!(width(&cut(&text, room)) <= room);
        prop_assert_eq!(width(&pad(&cut(&text, room), room)), room);
    }

    #[test]
    fn wrapped_lines_keep_to_the_width_and_lose_only_space(text in nasty(), room in 0_usize..20) {
        let mut before = 0;
        let ranges = wrap_ranges(&text, room);
        prop_assert!(!ranges.is_empty());
        for range in ranges {
            let (gap, line) = (&text[before..range.start], &text[range.clone()]);
            prop_assert!(gap.trim().is_empty(), "lost {:?}", gap);
            // A cluster of no width may share the line with the one that is too wide.
            prop_assert!(width(line) <= room || line.graphemes(true).filter(|cluster| width(cluster) > 0).count() == 1, "{:?}", line);
            before = range.end;
        }
        prop_assert!(text[before..].trim().is_empty());
    }

    #[test]
    fn clusters_are_those_of_unicode(text in nasty()) {
        let plainly: Vec<_> = text.grapheme_indices(true).map(|(at, text)| Cluster { at, text, width: text.width() }).collect();
        prop_assert_eq!(clusters(&text).collect::<Vec<_>>(), plainly);
    }

    #[test]
    fn folding_and_capping_hold(text in nasty(), bytes in 0_usize..40) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
        let (kept, cut) = cap(&text, bytes);
        prop_assert!(kept.len() <= bytes && text.starts_with(kept) && cut == (kept.len() < text.len()));
    }
}
