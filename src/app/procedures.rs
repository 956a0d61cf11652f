//! Procedural motions: their names in commands, and the words in which the house usually moves them.

use crate::meeting::fact::Procedure;
use crate::minutes::phrase::Phrase;

use super::names::{self, names};

/// By their names in commands, each with the phrase that holds its usual words.
const PROCEDURES: [(&str, (Procedure, Option<Phrase>)); 9] = [
    ("next-business", (Procedure::NextBusiness, Some(Phrase::ThatNextBusiness))),
    ("put-the-question", (Procedure::PutTheQuestion, Some(Phrase::ThatPutTheQuestion))),
    ("adjourn-debate", (Procedure::AdjournDebate, Some(Phrase::ThatAdjournDebate))),
    ("adjourn", (Procedure::Adjourn, Some(Phrase::ThatAdjourn))),
    ("extend", (Procedure::Extend, Some(Phrase::ThatExtend))),
    ("change-order", (Procedure::ChangeOrder, Some(Phrase::ThatChangeOrder))),
    ("way-of-voting", (Procedure::WayOfVoting, Some(Phrase::ThatRecordedVote))),
    ("suspend-rule", (Procedure::SuspendRule, Some(Phrase::ThatSuspendRule))),
    ("other", (Procedure::Other, None)),
];

/// Their names in commands.
pub const NAMES: &[&str] = &names(&PROCEDURES);

/// The procedure of a name.
pub fn named(name: &str) -> Option<Procedure> {
    names::named(&PROCEDURES, name).map(|(procedure, _)| procedure)
}

/// The phrase that holds its usual words; none for what only its own words say.
pub fn phrase(procedure: Procedure) -> Option<Phrase> {
    PROCEDURES.iter().find(|(_, (other, _))| *other == procedure).and_then(|(_, (_, phrase))| *phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_procedure_has_its_name_and_all_but_one_their_words() {
        for name in NAMES {
            let procedure = named(name).unwrap();
            assert_eq!(phrase(procedure).is_none(), procedure == Procedure::Other, "{name}");
        }
    }
}
