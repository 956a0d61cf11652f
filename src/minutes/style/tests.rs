//! What a style file may say, and every slip in one.

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::minutes::offer::offers;
use crate::minutes::phrase::COUNTS;
use crate::minutes::sample::{Scene, agenda, item, panel_style};

fn said(text: &str) -> Vec<String> {
    Style::read("s", text).1.iter().map(ToString::to_string).collect()
}

#[test]
fn a_style_states_what_differs_and_other_tables_are_ignored() {
    let text = "[body]\nname = 1\n[style]\ndate = \"19th July 2023\"\ndiscussion = \"(i)\"\n[style.phrases]\nsignature = \"CHAIRPERSON\"\n[[seat]]\nx = 1\n";
    let (style, problems) = Style::read("s", text);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(style.label(Phrase::Signature), "CHAIRPERSON");
    assert_eq!(style.label(Phrase::DecisionHeading), "ACTION");
    assert_eq!(style.date, DateFormat::Ordinal);
    assert_eq!(style.discussion.show(3), "(iv)");
    assert_eq!(Style::read("s", ""), (Style::default(), Problems::new()));
}

#[test]
fn the_panel_is_the_default_but_for_what_it_states() {
    let panel = panel_style();
    assert!(panel.serial_comma && !Style::default().serial_comma);
    let differing =
        Phrase::ALL.iter().filter(|phrase| panel.phrases.get(phrase) != Style::default().phrases.get(phrase));
    assert_eq!(differing.copied().collect::<Vec<_>>(), [Phrase::Attender, Phrase::NoComplaints]);
}

#[test]
fn one_text_serves_for_one_and_many_and_leaves_none_alone() {
    let (style, problems) = Style::read("s", "[style.phrases]\napologies = \"Sorry: {members}.\"\n");
    assert!(problems.is_empty());
    let literal = |count| style.template(Phrase::Apologies, count).map(Template::literal);
    assert_eq!(COUNTS.len(), 3);
    assert_eq!(literal(0).as_deref(), Some("No apologies were received."));
    assert_eq!(literal(1), literal(2));
    assert_eq!(literal(1).as_deref(), Some("Sorry: ."));
}

#[test]
fn every_slip_is_said_with_its_place() {
    for (text, wanted) in [
        ("[style]\nverbs = \"cap-bold\"", "s:2:9: `verbs` cannot be \"cap-bold\". Did you mean \"caps-bold\"?"),
        ("[style]\nserial_comma = true", "s:2:1: `serial_comma` is not known here. Did you mean `serial-comma`?"),
        ("[style.phrases]\nsignatur = \"X\"", "s:2:1: there is no phrase `signatur`. Did you mean `signature`?"),
        (
            "[style]\nend = [\"times\", \"signatur\"]",
            "s:2:17: there is no block `signatur` in `end`. Did you mean `signature`?",
        ),
        ("[style]\nend = [\"times\", \"times\"]", "s:2:17: `times` stands in `end` twice. Leave one of them out."),
        (
            "[style]\ndecided = [\"heading\", \"dissent\"]",
            "s:2:11: `words` is missing from `decided`. No minutes do without it: say where it stands.",
        ),
        (
            "[style]\nhead = [\"marks\", \"title\", \"corrections\"]",
            "s:2:8: `attendance` or `members` is missing from `head`. No minutes do without it: say where it stands.",
        ),
        (
            "[style]\nhead = [\"marks\", \"title\", \"corrections\", \"attendance\", \"others\"]",
            "s:2:56: `others` and `attendance` print the same in `head`. Leave one of them out.",
        ),
        (
            "[style]\ndecision-headings = [\"reports\"]",
            "s:2:22: there is no kind of item \"reports\". Did you mean \"report\"?",
        ),
        (
            "[style.phrases]\nreceived = \"The {bdy} got {receives}\"",
            "s:2:17: there is no slot `bdy` here. Did you mean `body`?",
        ),
        (
            "[style.phrases]\nminutes-agreed = \"On {date:long}\"",
            "s:2:22: `date` is a date and has no form `long`. Known here: caps, weekday, short.",
        ),
        (
            "[style.phrases]\ntimes = \"From {began\"",
            "s:2:15: this `{` is not closed. Close it with `}`, or write \\{ for the character itself.",
        ),
        (
            "[style.phrases]\napologies = { none = \"None\", one = \"{members}\" }",
            "s:2:13: `many` is missing from `apologies`. Add many = \"...\".",
        ),
        (
            "[style.phrases]\napologies = { none = \"None\", one = \"x\", many = \"x\", mnay = \"x\" }",
            "s:2:53: `apologies` has no form `mnay`. Did you mean `many`?",
        ),
        (
            "[style.phrases]\nsignature = { one = \"X\" }",
            "s:2:13: `signature` counts nothing and has one text. Write it as \"text\".",
        ),
        (
            "[[style.decision]]\nname = \"a\"\nverb = \"note\"\nwords = \"The {bod} *NOTED*\"",
            "s:4:14: there is no slot `bod` here. Did you mean `body`?",
        ),
        (
            "[[style.decision]]\nname = \"a\"\nverb = \"note\"\nwords = \"x\"\nfor = [\"reports\"]",
            "s:5:8: there is no kind of item \"reports\". Did you mean \"report\"?",
        ),
    ] {
        assert_eq!(said(text), [wanted], "{text}");
    }
}

#[test]
fn columns_are_of_a_kind_or_the_two_usual_ones() {
    let columns = |text: &str| Style::read("s", &format!("[style.columns]\nactions = {text}")).0.columns.actions;
    let of = |kind: fn(String) -> Column, heading: &str| kind(heading.to_owned());
    assert_eq!(columns("[\"WHAT\", \"DONE\"]"), [of(Column::Item, "WHAT"), of(Column::Action, "DONE")]);
    assert_eq!(
        columns("[{ date = \"DAY\" }, { action = \"DONE\" }, { update = \"\" }]"),
        [of(Column::Date, "DAY"), of(Column::Action, "DONE"), of(Column::Update, "")]
    );
    for (columns, wanted) in [
        ("[{ dat = \"DAY\" }]", "Did you mean \"date\"?"),
        ("[{ date = \"DAY\", item = \"ITEM\" }]", "a column has one kind; give `item` a column of its own"),
        ("[\"A\", \"B\", \"C\"]", "only two columns need no kind; write { owner = \"C\" }, or another kind"),
        ("[]", "the table needs a column"),
    ] {
        let found = said(&format!("[style.columns]\nactions = {columns}"));
        assert!(found.iter().any(|problem| problem.contains(wanted)), "{columns}: {found:?}");
    }
}

#[test]
fn wording_is_checked_even_where_something_else_is_wrong() {
    let text = "[style]\ndate = 5\nhighlights = \"x\"\n[style.phrases]\nsignatur = \"X\"\ntimes = \"{x}\"\n";
    let problems = said(text);
    assert_eq!(problems.len(), 4, "{problems:#?}");
}

#[test]
fn a_decision_name_stands_for_one_decision() {
    let one = "[[style.decision]]\nname = \"a\"\nverb = \"note\"\nwords = \"x\"\n";
    assert_eq!(said(&one.repeat(2)), ["s:6:8: there are two decisions called `a`. Give one of them another name."]);
}

#[test]
fn a_style_cut_anywhere_is_read_or_refused_and_never_worse() {
    let whole = crate::minutes::sample::PANEL;
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let (style, _) = Style::read("s", whole.get(..end).unwrap());
        assert!(Phrase::ALL.iter().all(|phrase| style.template(*phrase, 1).is_some()));
    }
}

#[test]
fn text_spelt_with_escapes_is_pointed_at_as_a_whole() {
    assert_eq!(
        said("[style.phrases]\ntimes = \"\\u0041 {x}\"").first().map(|text| text
            .split(": ")
            .next()
            .unwrap_or("")
            .to_owned()),
        Some("s:2:9".into())
    );
}

#[test]
fn markers_count_as_their_sample_does() {
    for (sample, at, wanted) in [
        ("1.", 0, "1."),
        ("1)", 11, "12)"),
        ("a)", 0, "a)"),
        ("a)", 25, "z)"),
        ("a)", 26, "aa)"),
        ("a)", 701, "zz)"),
        ("a)", 702, "aaa)"),
        ("(i)", 3, "(iv)"),
        ("(i)", 4999, "(5000)"),
        ("-", 7, "-"),
        ("none", 7, ""),
    ] {
        assert_eq!(Marker::like(sample).map(|marker| marker.show(at)).as_deref(), Some(wanted), "{sample} {at}");
    }
    for wrong in ["x", "item 1", "2."] {
        assert_eq!(Marker::like(wrong), None, "{wrong}");
    }
}

#[test]
fn dates_and_times_as_their_samples() {
    let day = |d| NaiveDate::from_ymd_opt(2023, 7, d).unwrap();
    let words = Words::default();
    let time = |h, m| NaiveTime::from_hms_opt(h, m, 0).unwrap();
    assert_eq!(DateFormat::Plain.show(day(19), &words), "19 July 2023");
    assert_eq!(DateFormat::Short.show(day(9), &words), "9 Jul 2023");
    assert_eq!(DateFormat::Numbers.show(day(9), &words), "09/07/2023");
    let brief = |month| DateFormat::Brief.show(NaiveDate::from_ymd_opt(2017, month, 6).unwrap(), &words);
    let wanted = ["6 Feb 17", "6 March 17", "6 July 17", "6 Aug 17", "6 Sept 17", "6 Dec 17"];
    assert_eq!([2, 3, 7, 8, 9, 12].map(brief), wanted);
    assert_eq!(
        [1, 2, 3, 4, 11, 12, 13, 21, 22, 23].map(|d| DateFormat::Ordinal
            .show(day(d), &words)
            .split(' ')
            .next()
            .unwrap()
            .to_owned()),
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd"]
    );
    let mut welsh = words.clone();
    "af".clone_into(&mut welsh.ordinals[0]);
    assert_eq!(DateFormat::Ordinal.show(day(1), &welsh), "1af July 2023");
    assert_eq!(TimeFormat::Colon.show(time(14, 0), &words), "2:00pm");
    assert_eq!(TimeFormat::Colon.show(time(0, 5), &words), "12:05am");
    assert_eq!(TimeFormat::Stop.show(time(12, 30), &words), "12.30pm");
    assert_eq!(TimeFormat::ColonSpaced.show(time(16, 22), &words), "4:22 pm");
    assert_eq!(TimeFormat::Day.show(time(9, 5), &words), "09:05");
}

#[test]
fn offers_begin_with_the_items_own_and_leave_out_what_cannot_be_filled() {
    use crate::meeting::agenda::ItemKind;
    let mut report = item("9", "Report", ItemKind::Report);
    report.offer = Some("note-item".into());
    let scene = Scene::new(agenda(vec![report.clone()]));
    let offered = |scene: &Scene| -> Vec<(String, String)> {
        offers(scene.state(), &panel_style(), &"9".into()).into_iter().map(|offer| (offer.name, offer.words)).collect()
    };
    let all = offered(&scene);
    assert_eq!(all.first(), Some(&("note-item".into(), "The Panel *NOTED* the item".into())));
    assert!(!all.iter().any(|(name, _)| name == "agree-document" || name == "note-dates"), "{all:?}");
    assert!(all.contains(&("note-report".into(), "The Panel *AGREED* to *NOTE* the report.".into())));
    report.paper.document = Some("the Plan".into());
    assert!(
        offered(&Scene::new(agenda(vec![report])))
            .contains(&("agree-document".into(), "The Panel *AGREED* to the Plan".into()))
    );
}

#[test]
fn a_style_in_full_reads_back_as_itself() {
    let own = "[style]\ndiscussion = \"(i)\"\nhighlights = \"-\"\nparts = \"none\"\ntime = \"14:00\"\n[style.phrases]\n\
               nil-declarations = \"Nothing \\\\{was declared.\"\n";
    for style in [Style::default(), panel_style(), Style::read("own", own).0] {
        let text = style.to_text();
        let (read, problems) = Style::read("full", &text);
        assert_eq!(problems.to_string(), "", "{text}");
        assert!(read == style, "{text}");
        assert_eq!(read.to_text(), text);
    }
}

#[test]
fn a_style_in_full_states_every_setting_and_every_phrase() {
    let text = Style::default().to_text();
    for phrase in Phrase::ALL {
        let name = phrase.spec().name;
        assert!(text.contains(&format!("\n{name} = ")) || text.contains(&format!("style.phrases.{name}]")), "{name}");
    }
}
