//! Procedural motions: their names in commands, and the words in which the house usually moves them.

use crate::meeting::fact::Procedure;
use crate::minutes::phrase::Phrase;

/// Their names in commands.
pub const NAMES: &[&str] = &[
    "next-business",
    "put-the-question",
    "adjourn-debate",
    "adjourn",
    "extend",
    "change-order",
    "way-of-voting",
    "suspend-rule",
    "other",
];

/// In the order of [`NAMES`], each with the phrase that holds its usual words.
const PROCEDURES: &[(Procedure, Option<Phrase>)] = &[
    (Procedure::NextBusiness, Some(Phrase::ThatNextBusiness)),
    (Procedure::PutTheQuestion, Some(Phrase::ThatPutTheQuestion)),
    (Procedure::AdjournDebate, Some(Phrase::ThatAdjournDebate)),
    (Procedure::Adjourn, Some(Phrase::ThatAdjourn)),
    (Procedure::Extend, Some(Phrase::ThatExtend)),
    (Procedure::ChangeOrder, Some(Phrase::ThatChangeOrder)),
    (Procedure::WayOfVoting, Some(Phrase::ThatRecordedVote)),
    (Procedure::SuspendRule, Some(Phrase::ThatSuspendRule)),
    (Procedure::Other, None),
];

/// The procedure of a name.
pub fn named(name: &str) -> Option<Procedure> {
    let place = NAMES.iter().position(|other| *other == name)?;
    PROCEDURES.get(place).map(|(procedure, _)| *procedure)
}

/// The phrase that holds its usual words; none for what only its own words say.
pub fn phrase(procedure: Procedure) -> Option<Phrase> {
    PROCEDURES.iter().find(|(other, _)| *other == procedure).and_then(|(_, phrase)| *phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_procedure_has_its_name_and_all_but_one_their_words() {
        assert_eq!(NAMES.len(), PROCEDURES.len());
        for name in NAMES {
            let procedure = named(name).unwrap();
            assert_eq!(phrase(procedure).is_none(), procedure == Procedure::Other, "{name}");
        }
    }
}
