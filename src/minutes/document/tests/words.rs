//! What single facts become.

use crate::minutes::block::Emphasis;

use super::*;

#[test]
fn each_fact_in_the_words_of_the_house() {
    use ItemKind::*;
    let day = date(2023, 3, 15);
    let minutes = |accuracy| Content::Minutes(MinutesOutcome { set: day, accuracy });
    let amendment =
        Amendment { cite: "Paragraph 25, first line".into(), change: "deletion of the words “that it was”".into() };
    let moved = |moved, people: &[&str]| {
        let people = people.iter().map(|&id| id.into()).collect();
        Content::Movement(Movement::new(moved, people))
    };
    let declared = |kind: Option<&str>, items: Vec<_>, nature: Option<&str>| {
        let (kind, nature) = (kind.map(str::to_owned), nature.map(str::to_owned));
        Content::Declaration(Declaration { items, kind, nature, ..Declaration::new("sharp".into()) })
    };
    let sets = || Minutes { sets: vec![day] };
    let rows: Vec<(ItemKind, Content, &[&str])> = vec![
        (Declarations, Content::Nil, &["No declarations of interest were declared."]),
        (Questions, Content::Nil, &["There were no public questions or statements received for the meeting."]),
        (Apologies, Content::Nil, &["No apologies were received."]),
        (Business, Content::Nil, &["There was nothing to record under this item."]),
        (
            sets(),
            minutes(Accuracy::Agreed),
            &["Minutes of the meeting held on 15 March 2023 were agreed as an accurate record."],
        ),
        (
            sets(),
            minutes(Accuracy::Amended { amendments: vec![amendment.clone(), amendment] }),
            &[
                "Minutes of the meeting held on 15 March 2023 were agreed as an accurate record subject to the following amendments:",
                "Paragraph 25, first line – deletion of the words “that it was”",
                "Paragraph 25, first line – deletion of the words “that it was”",
            ],
        ),
        (
            sets(),
            minutes(Accuracy::Deferred { because: Some("they were late".into()) }),
            &["Consideration of the minutes of the meeting held on 15 March 2023 was deferred because they were late."],
        ),
        (
            Review { topics: vec![] },
            Content::LeadIn(LeadIn { section: Section::Highlights, by: Speaker::Person("preston".into()) }),
            &["The Commissioner reported on the actions of earlier meetings:"],
        ),
        (
            Review { topics: vec![] },
            Content::Update(Update {
                topic: "District Days".into(),
                text: "this was now happening".into(),
                standing: None,
            }),
            &["- District Days – this was now happening."],
        ),
        (Declarations, declared(None, vec![], None), &["Councillor Sharp declared an interest."]),
        (
            Declarations,
            declared(Some("non-pecuniary"), vec!["1".into()], Some("he is a trustee.")),
            &["Councillor Sharp declared a non-pecuniary interest in item 1 (The Item) as he is a trustee."],
        ),
        (Report, moved(Move::Left, &["sharp"]), &["(At this point Councillor Sharp left the meeting.)"]),
        (
            Report,
            moved(Move::Arrived, &["sharp", "leeming"]),
            &["(Councillors Sharp and Leeming joined the meeting at 2:00pm.)"],
        ),
        (Report, moved(Move::Returned, &["leigh"]), &["(At this point Edward Leigh returned to the meeting.)"]),
        (Report, point(Section::Remark, None, vec![said("george", "thanked all")]), &["Claire George thanked all."]),
        (
            Report,
            Content::Question(PublicQuestion {
                statement: false,
                notice: false,
                asker: "A resident".into(),
                text: "Why?".into(),
                answer: Some(said("preston", "explained why")),
                supplementary: Some("When?".into()),
                supplementary_answer: Some(said("preston", "In May.")),
            }),
            &[
                "A resident asked: “Why?”",
                "The Commissioner explained why.",
                "A resident asked a supplementary question: “When?”",
                "The Commissioner answered: “In May.”",
            ],
        ),
    ];
    for (kind, content, wanted) in rows {
        assert_eq!(printed(kind, content), wanted);
    }
}

#[test]
fn a_motion_with_its_vote() {
    let room = Circumstances::default();
    let tally = Some(Tally { yes: 5, no: 2, abstained: 1, not_voting: 0 });
    let motion = Motion {
        mover: Some("sharp".into()),
        seconder: Some("leigh".into()),
        versions: vec![Version { words: "That it be *deferred*.".into(), at: start() }],
        takes: vec![Take { tally, ..Take::uncounted(Method::Hands, true, room) }],
        fate: Fate::Carried,
        ..Motion::new(Proposal::Substantive)
    };
    assert_eq!(
        printed(ItemKind::Report, Content::Motion(motion)),
        [
            "Councillor Sharp proposed, seconded by Edward Leigh, the following: That it be DEFERRED.",
            "On being put to the vote, the motion was carried (5 for, 2 against, 1 abstaining).",
        ]
    );
}

#[test]
fn decisions_carry_their_verbs_reasons_and_standing() {
    let mut scene = one_item(ItemKind::Report);
    let mut draft =
        Decision { versions: vec![Version { words: "The Panel *AGREED*".into(), at: start() }], ..Decision::default() };
    draft.reasons = vec!["Because.".into()];
    scene.record("1", Content::Decision(draft));
    let style = panel_style();
    assert_eq!(
        item_text(&scene, &style, "1").split_off(1),
        ["ACTION", "The Panel AGREED (not yet decided)", "Reasons for the decision", "Because."]
    );
    assert_eq!(actions(scene.state(), &style).count(), 1, "a draft is not a decision, so there is only the title");
    let bold = item_blocks(scene.state(), &style, &"1".into()).find_map(|block| match block.part {
        Part::Decision { line, .. } => line.into_iter().find(|run| run.emphasis == Emphasis::Strong),
        _ => None,
    });
    assert_eq!(bold.map(|run| run.text).as_deref(), Some("AGREED"));
}

#[test]
fn a_decision_says_how_it_was_agreed_and_so_does_the_table() {
    let style = panel_style();
    for (words, method, wanted) in [
        ("The Panel *NOTED* it.", Method::Assent, "The Panel NOTED it."),
        ("The Panel *AGREED* to *NOTE* it.", Method::Unanimous, "The Panel unanimously AGREED to NOTE it."),
        ("The Panel unanimously *AGREED*", Method::Unanimous, "The Panel unanimously AGREED"),
        ("That a letter be sent.", Method::Unanimous, "RESOLVED: That a letter be sent (unanimously)."),
        ("The Panel *AGREED*", Method::NobodyAgainst, "The Panel AGREED (nobody voting against)"),
        ("The Panel *NOTED* it.", Method::Hands, "The Panel NOTED it (by show of hands)."),
    ] {
        let mut scene = one_item(ItemKind::Report);
        let basis = Some(Basis::Declared { method, room: Circumstances::default() });
        let versions = vec![Version { words: words.into(), at: start() }];
        scene.record("1", Content::Decision(Decision { versions, basis, ..Decision::default() }));
        assert_eq!(item_text(&scene, &style, "1").pop().as_deref(), Some(wanted));
        let table: String = actions(scene.state(), &style).map(|block| spelt(&block)).collect();
        assert!(table.contains(wanted), "{table}");
    }
}

#[test]
fn a_jotting_is_marked_and_keeps_its_place_in_the_list() {
    let turns = vec![said("barkham", "fox hunting"), said("preston", "best rural team")];
    let jotting = Point { section: Section::Discussion, turns, jotting: true, ..Point::default() };
    assert_eq!(
        printed(ItemKind::Report, Content::Point(jotting)),
        ["1) TO WRITE UP: Councillor Barkham fox hunting / The Commissioner best rural team"]
    );
}

#[test]
fn what_a_speaker_said_ends_in_a_full_stop() {
    for (text, wanted) in [
        ("asked why", "asked why."),
        ("asked why.", "asked why."),
        ("asked: why?", "asked: why?"),
        ("said (twice)", "said (twice)."),
        ("said “yes.”", "said “yes.”"),
        ("rose 5%", "rose 5%."),
        ("went on …", "went on …"),
        (" said ", "said."),
        ("", ""),
    ] {
        assert_eq!(facts::full_stop(text), wanted);
    }
}

#[test]
fn verbs_are_what_stands_between_asterisks() {
    for (words, wanted) in [
        ("a *b* c", &[(false, "a "), (true, "b"), (false, " c")][..]),
        ("*b*", &[(true, "b")]),
        ("5 * 4", &[(false, "5 * 4")]),
        ("a ** b", &[(false, "a ** b")]),
        ("", &[]),
    ] {
        assert_eq!(facts::marked(words), wanted);
    }
}

#[test]
fn lead_ins_name_whoever_the_paper_names_and_never_another_items_subject() {
    let lead_in = |section| Content::LeadIn(LeadIn { section, by: Speaker::None });
    let mut first = item("1", "A", ItemKind::Report);
    first.paper.answers = Some("commissioner".into());
    first.paper.subject = Some("the Plan".into());
    let mut scene = Scene::new(agenda(vec![first, item("2", "B", ItemKind::Report)]));
    for id in ["1", "2"] {
        scene.record(id, lead_in(Section::Highlights));
        scene.record(id, lead_in(Section::Discussion));
    }
    assert_eq!(item_text(&scene, &panel_style(), "2").len(), 1, "nothing opens a list without points");
    for id in ["1", "2"] {
        scene.record(id, point(Section::Highlights, None, vec![said("sharp", "a")]));
        scene.record(id, point(Section::Discussion, None, vec![said("sharp", "b")]));
    }
    assert_eq!(
        &item_text(&scene, &panel_style(), "1")[1..3],
        [
            "The Commissioner highlighted several points from the report:",
            "The Panel made comment, asked questions, and received responses from the Commissioner and his staff regarding \
             the Plan, these included:",
        ]
    );
    assert_eq!(
        &item_text(&scene, &panel_style(), "2")[1..3],
        [
            "The following points were highlighted from the report:",
            "The Panel made comment and asked questions, these included:"
        ]
    );
}
