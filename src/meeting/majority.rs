//! How many votes carry a motion, in whole numbers.
//!
//! The usual rule is that of the Local Government Act 1972, Schedule 12, paragraph 39: a majority of the members present
//! and voting, with a second or casting vote for whoever presides on equality. Others are settings of the body: two
//! thirds of all members for a panel's veto (Police Reform and Social Responsibility Act 2011, Schedule 5).

use serde::{Deserialize, Serialize};

use super::fact::{Tally, Way};

/// Whose number a majority is taken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Of {
    /// Those who vote for or against.
    #[default]
    #[serde(rename = "voting")]
    Voting,
    /// Those who are present and may vote.
    #[serde(rename = "present")]
    Present,
    /// Everybody who is a member at the time, wherever they are. Vacant seats do not count.
    #[serde(rename = "members")]
    Members,
    /// Every seat, vacant ones too.
    #[serde(rename = "seats")]
    Seats,
}

impl Of {
    /// Whether it is the members who are counted, wherever they are.
    pub fn is_of_members(self) -> bool {
        matches!(self, Self::Members | Self::Seats)
    }
}

/// A rule by which a motion carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Majority {
    /// Its name, as commands and pads call it: "veto".
    pub name: String,
    /// Upper number of the share.
    pub of: u32,
    /// Lower number of the share, never 0.
    pub over: u32,
    /// Whether more than the share is needed, and not just as much.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more_than: bool,
    /// Whose number it is a share of.
    pub base: Of,
}

/// How many there are of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heads {
    /// Members present who may vote.
    pub present: u32,
    /// Members in post, wherever they are.
    pub members: u32,
    /// Seats, vacant ones too.
    pub seats: u32,
}

/// What a count comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Enough were for it.
    Carried,
    /// Too few were for it.
    Lost,
    /// As many for as against, which a casting vote may settle.
    Tied,
}

/// A count measured by a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// What it comes to.
    pub outcome: Outcome,
    /// How many votes for it would have been enough.
    pub needed: u32,
    /// How many the share was taken of.
    pub base: u32,
}

impl Majority {
    /// More than half of those who vote: Local Government Act 1972, Schedule 12, paragraph 39(1).
    pub fn simple() -> Self {
        Self { name: "majority".to_owned(), of: 1, over: 2, more_than: true, base: Of::Voting }
    }

    /// How many votes for a motion are enough where the share is taken of `base`.
    pub fn needed(&self, base: u32) -> u32 {
        let whole = u64::from(base) * u64::from(self.of);
        let over = u64::from(self.over.max(1));
        let needed = if self.more_than { whole / over + 1 } else { whole.div_ceil(over) };
        u32::try_from(needed).unwrap_or(u32::MAX)
    }

    /// What a count comes to. A casting vote settles a tie of those voting; it is nobody's vote towards a share of the
    /// members.
    pub fn reckon(&self, tally: Tally, heads: Heads, casting: Option<Way>) -> Reckoning {
        let voting = tally.yes.saturating_add(tally.no);
        let base = match self.base {
            Of::Voting => voting,
            Of::Present => heads.present,
            Of::Members => heads.members,
            Of::Seats => heads.seats,
        };
        let needed = self.needed(base);
        let outcome = match casting {
            _ if self.settled_by_casting() && tally.yes == tally.no && voting > 0 => match casting {
                Some(Way::For) => Outcome::Carried,
                Some(Way::Against) => Outcome::Lost,
                _ => Outcome::Tied,
            },
            _ if tally.yes >= needed && tally.yes > 0 => Outcome::Carried,
            _ => Outcome::Lost,
        };
        Reckoning { outcome, needed, base }
    }

    /// Whether equality leaves the question open for a casting vote: only where half of those voting decides.
    pub fn settled_by_casting(&self) -> bool {
        self.base == Of::Voting && self.more_than && u64::from(self.of) * 2 == u64::from(self.over)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn veto() -> Majority {
        Majority { name: "veto".to_owned(), of: 2, over: 3, more_than: false, base: Of::Members }
    }

    fn tally(yes: u32, no: u32, abstained: u32) -> Tally {
        Tally { yes, no, abstained, not_voting: 0 }
    }

    #[test]
    fn two_thirds_of_a_panel_are_as_the_act_has_them() {
        let table =
            [(10, 7), (11, 8), (12, 8), (13, 9), (14, 10), (15, 10), (16, 11), (17, 12), (18, 12), (19, 13), (20, 14)];
        for (members, needed) in table {
            assert_eq!(veto().needed(members), needed, "of {members}");
        }
    }

    #[test]
    fn a_veto_needs_members_whoever_is_present() {
        let heads = Heads { present: 9, members: 13, seats: 13 };
        assert_eq!(veto().reckon(tally(9, 0, 0), heads, None).outcome, Outcome::Carried);
        assert_eq!(veto().reckon(tally(8, 0, 1), heads, None).outcome, Outcome::Lost);
        // A casting vote is no member's vote, and equality is nothing special here.
        assert_eq!(veto().reckon(tally(8, 8, 0), heads, Some(Way::For)).outcome, Outcome::Lost);
        // A vacancy shrinks the members, not the seats.
        let vacant = Heads { members: 12, ..heads };
        assert_eq!(veto().reckon(tally(8, 0, 0), vacant, None).outcome, Outcome::Carried);
    }

    #[test]
    fn a_simple_majority_is_of_those_who_vote() {
        let heads = Heads { present: 11, members: 13, seats: 13 };
        let table = [
            (tally(3, 2, 6), None, Outcome::Carried),
            (tally(2, 3, 6), None, Outcome::Lost),
            (tally(5, 5, 1), None, Outcome::Tied),
            (tally(5, 5, 1), Some(Way::For), Outcome::Carried),
            (tally(5, 5, 1), Some(Way::Against), Outcome::Lost),
            (tally(5, 5, 1), Some(Way::Abstained), Outcome::Tied),
            (tally(1, 0, 10), None, Outcome::Carried),
            (tally(0, 0, 11), None, Outcome::Lost),
            // A casting vote where there is no tie changes nothing.
            (tally(6, 5, 0), Some(Way::Against), Outcome::Carried),
        ];
        for (count, casting, outcome) in table {
            assert_eq!(Majority::simple().reckon(count, heads, casting).outcome, outcome, "{count:?} {casting:?}");
        }
    }

    #[test]
    fn shares_of_those_present_count_abstentions() {
        let present = Majority { name: "suspend".to_owned(), of: 1, over: 2, more_than: true, base: Of::Present };
        let heads = Heads { present: 10, members: 12, seats: 12 };
        assert_eq!(present.reckon(tally(5, 1, 4), heads, None).outcome, Outcome::Lost);
        assert_eq!(present.reckon(tally(6, 1, 3), heads, None).outcome, Outcome::Carried);
    }

    proptest! {
        #[test]
        fn one_vote_more_never_loses(yes in 0_u32..2_000, no in 0_u32..2_000, of in 1_u32..10, over in 1_u32..10) {
            let rule = Majority { name: String::new(), of: of.min(over), over, more_than: false, base: Of::Members };
            let heads = Heads { present: 3_000, members: 2_000, seats: 2_000 };
            let carried = |yes| rule.reckon(tally(yes, no, 0), heads, None).outcome == Outcome::Carried;
            prop_assert!(!carried(yes) || carried(yes + 1));
        }

        #[test]
        fn what_is_needed_is_the_least_that_carries(base in 1_u32..5_000, of in 1_u32..10, over in 1_u32..10, more: bool) {
            let of = of.min(over);
            let rule = Majority { name: String::new(), of, over, more_than: more, base: Of::Members };
            let enough = |votes: u32| {
                let (left, right) = (u64::from(votes) * u64::from(over), u64::from(base) * u64::from(of));
                if more { left > right } else { left >= right }
            };
            let needed = rule.needed(base);
            prop_assert!(enough(needed) && (needed == 0 || !enough(needed - 1)));
        }
    }
}
