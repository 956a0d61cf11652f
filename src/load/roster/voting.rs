//! Rules on interests and votes.

use crate::load::table::{InterestTable, MajorityTable};
use crate::meeting::body::InterestKind;
use crate::meeting::fact::Consequence;
use crate::meeting::majority::{Majority, Of};
use crate::source::Spanned;

use super::Roster;

const CONSEQUENCES: [(&str, Consequence); 4] = [
    ("stay", Consequence::Stay),
    ("stay-no-vote", Consequence::StayNoVote),
    ("speak-then-leave", Consequence::SpeakThenLeave),
    ("leave", Consequence::Leave),
];

const WHOLES: [(&str, Of); 4] =
    [("voting", Of::Voting), ("present", Of::Present), ("members", Of::Members), ("seats", Of::Seats)];

const SHARE_HINT: &str =
    "Write \"2/3 of members\" or \"more than 1/2 of present\"; the whole is voting, present, members or seats";

impl Roster<'_, '_> {
    /// How many members must ask for a recorded vote.
    pub(super) fn members_asking(&mut self, number: &Spanned<i64>) -> Option<u32> {
        let seats = self.body.seats.len();
        let asked = *number.get_ref();
        let fits =
            u32::try_from(asked).ok().filter(|&asked| asked > 0 && usize::try_from(asked).is_ok_and(|n| n <= seats));
        if fits.is_none() {
            let what = format!("{asked} members can never ask for a recorded vote where there are {seats} seats");
            self.checker.error(&number.span(), what, "Write a number of members, at least 1");
        }
        fits
    }

    /// The categories of interest, each named once.
    pub(super) fn interests(&mut self, tables: &[Spanned<InterestTable>]) -> Vec<InterestKind> {
        let mut kinds: Vec<InterestKind> = Vec::new();
        for table in tables {
            let name = self.checker.line(&table.get_ref().name, "name of an interest");
            let consequence = self.checker.choice(&table.get_ref().consequence, "consequence", &CONSEQUENCES);
            if kinds.iter().any(|kind| kind.name.eq_ignore_ascii_case(&name)) {
                let what = format!("the interest '{name}' is listed twice");
                self.checker.error(&table.get_ref().name.span(), what, "List it once, with one consequence");
            } else if let Some(consequence) = consequence {
                kinds.push(InterestKind { name, consequence });
            }
        }
        kinds
    }

    /// The rules by which certain motions carry, each named once.
    pub(super) fn majorities(&mut self, tables: &[Spanned<MajorityTable>]) -> Vec<Majority> {
        let mut rules: Vec<Majority> = Vec::new();
        for table in tables {
            let name = self.checker.word(&table.get_ref().name, "name of a majority");
            let Some(rule) = self.majority(name, &table.get_ref().share) else { continue };
            if rules.iter().any(|other| other.name.eq_ignore_ascii_case(&rule.name)) {
                let what = format!("the majority '{}' is listed twice", rule.name);
                self.checker.error(&table.get_ref().name.span(), what, "List it once");
            } else {
                rules.push(rule);
            }
        }
        rules
    }

    fn majority(&mut self, name: String, share: &Spanned<String>) -> Option<Majority> {
        let Some((more_than, of, over, base)) = parts(share.get_ref()) else {
            let what = format!("'{}' is not a share of votes or members", share.get_ref());
            self.checker.error(&share.span(), what, SHARE_HINT);
            return None;
        };
        let possible = of > 0 && over > 0 && if more_than { of < over } else { of <= over };
        if !possible {
            self.checker.error(&share.span(), format!("there is no such share as {}", share.get_ref()), SHARE_HINT);
            return None;
        }
        Some(Majority { name, of, over, more_than, base })
    }
}

/// "more than 1/2 of present" as its parts.
fn parts(share: &str) -> Option<(bool, u32, u32, Of)> {
    let share = share.trim();
    let (more_than, rest) = match share.strip_prefix("more than ") {
        Some(rest) => (true, rest),
        None => (false, share.strip_prefix("at least ").unwrap_or(share)),
    };
    let (fraction, base) = rest.split_once(" of ")?;
    let (of, over) = fraction.split_once('/')?;
    let (_, base) = WHOLES.into_iter().find(|(name, _)| *name == base.trim())?;
    Some((more_than, of.trim().parse().ok()?, over.trim().parse().ok()?, base))
}
