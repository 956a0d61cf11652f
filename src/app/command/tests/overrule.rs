//! Letting findings stand: which one is meant.

use crate::app::sample::{self, run};
use crate::app::session::{Session, Stop};
use crate::meeting::findings::Findings;

fn standing(session: &Session, name: &str) -> usize {
    Findings::of(session.state()).of_rule(name).count()
}

fn refused(session: &mut Session, line: &str) -> String {
    match run(session, line) {
        Err(Stop::Refused(refusal)) => refusal.to_string(),
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn loose_words_find_the_one_that_is_meant() {
    let mut session = sample::session();
    run(&mut session, "call-to-order").unwrap();
    let before = standing(&session, "member-unaccounted");
    assert!(before > 2, "{before}");
    run(&mut session, "overrule member-unaccounted tyler because \"she has resigned\"").unwrap();
    assert_eq!(standing(&session, "member-unaccounted"), before - 1);
    run(&mut session, "overrule member-unaccounted seat leigh because \"he has resigned\"").unwrap();
    assert_eq!(standing(&session, "member-unaccounted"), before - 2);
}

#[test]
fn what_overrules_nothing_is_said() {
    let mut session = sample::session();
    run(&mut session, "call-to-order").unwrap();
    assert!(
        refused(&mut session, "overrule member-unacounted tyler because so")
            .contains("Did you mean “member-unaccounted”?")
    );
    assert!(
        refused(&mut session, "overrule member-unaccounted nobody because so")
            .contains("on “nobody”. There is one on “seat ")
    );
    assert!(refused(&mut session, "overrule member-unaccounted because so").contains("may be meant"));
    assert!(refused(&mut session, "overrule verb-not-recommended because so").contains("needs no overruling"));
    run(&mut session, "overrule item-without-decision item 9 because \"it comes later\"").unwrap();
}
