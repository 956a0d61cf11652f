//! Who and how many were there when something was decided, and what that makes of a count.

use serde::{Deserialize, Serialize};

use crate::meeting::id::PersonId;
use crate::meeting::majority::{Heads, Majority, Reckoning};

use super::voted::{Tally, Vote, Way, none};

/// What had effect in the room when something was decided. Stored, so that later changes of code cannot alter it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// Who presided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presiding: Option<PersonId>,
    /// How many members were present.
    pub present: u32,
    /// How many of them could vote.
    pub entitled: u32,
    /// How many were needed, where the body's rules say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
    /// How many members there were, wherever they were.
    #[serde(default, skip_serializing_if = "none")]
    pub members: u32,
    /// How many seats there were, vacant ones too.
    #[serde(default, skip_serializing_if = "none")]
    pub seats: u32,
    /// Members who were in the room and could not vote, for an interest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barred: Vec<PersonId>,
    /// Those of them who could vote, but sat as substitutes where the body's rules say that a substitute is none of the
    /// members of whom a share is taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_members: Vec<PersonId>,
}

/// How many of the votes for something do not count towards a share of the members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uncounted {
    /// Votes of substitutes who voted for it by name.
    pub named: u32,
    /// Substitutes who may have voted for it: how they voted is not recorded.
    pub unnamed: u32,
}

impl Uncounted {
    /// How many of `yes` are certain to count.
    pub fn of(self, yes: u32) -> u32 {
        yes.saturating_sub(self.named).saturating_sub(self.unnamed)
    }

    /// Which they are, as a clause; nothing where all count.
    pub fn clause(self) -> Option<String> {
        match (self.named, self.unnamed) {
            (0, 0) => None,
            (named, 0) => Some(format!("{named} by substitutes not counted")),
            (named, unnamed) => {
                let most = named.saturating_add(unnamed);
                Some(format!("up to {most} by substitutes not counted: vote by name"))
            }
        }
    }
}

impl Circumstances {
    /// The numbers that a majority may be a share of.
    pub fn heads(&self) -> Heads {
        Heads { present: self.entitled, members: self.members, seats: self.seats }
    }

    /// What a count comes to by a rule. A share of the members is had when it is certain: whoever is no member and is not
    /// known to have voted otherwise is taken to be one of those who were for it.
    pub fn reckon(&self, rule: &Majority, tally: Tally, votes: &[Vote], casting: Option<Way>) -> Reckoning {
        let yes = self.uncounted(rule, tally, votes).of(tally.yes);
        rule.reckon(Tally { yes, ..tally }, self.heads(), casting)
    }

    /// How many of those counted as for something do not count towards a rule's share of the members.
    pub fn uncounted(&self, rule: &Majority, tally: Tally, votes: &[Vote]) -> Uncounted {
        if !rule.base.is_of_members() {
            return Uncounted::default();
        }
        let way = |person: &PersonId| votes.iter().find(|vote| vote.person == *person).map(|vote| vote.way);
        let number = |wanted: Option<Way>| {
            let those = self.not_members.iter().filter(|person| way(person) == wanted);
            u32::try_from(those.count()).unwrap_or(u32::MAX)
        };
        // Where every vote is known by name, whoever is not named did not vote.
        let whole = u32::try_from(votes.len()).is_ok_and(|named| named >= tally.total());
        let unnamed = if whole { 0 } else { number(None).min(tally.yes) };
        Uncounted { named: number(Some(Way::For)), unnamed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::majority::{Of, Outcome};

    fn rule(base: Of) -> Majority {
        Majority { name: "veto".into(), of: 2, over: 3, more_than: false, base }
    }

    /// Eleven of thirteen members' seats are filled in the room, two of them by substitutes.
    fn room() -> Circumstances {
        let not_members = vec!["sub-1".into(), "sub-2".into()];
        Circumstances { present: 11, entitled: 11, members: 13, seats: 13, not_members, ..Circumstances::default() }
    }

    fn named(members: u32, substitutes: &[Way]) -> Vec<Vote> {
        let member = |n| Vote { person: format!("member-{n}").into(), way: Way::For };
        let substitute = |(n, way): (u32, &Way)| Vote { person: format!("sub-{n}").into(), way: *way };
        (1..=members).map(member).chain((1..).zip(substitutes).map(substitute)).collect()
    }

    #[test]
    fn thirteen_members_need_nine_who_are_members() {
        use Way::{Abstained, Against, For};
        // The members who voted for it by name, how the substitutes voted, and how many votes count.
        for (members, substitutes, counted) in [
            (9, [For, For].as_slice(), 9),
            (9, &[Against, Abstained], 9),
            (8, &[For, For], 8),
            (8, &[For, Against], 8),
            (7, &[For, For], 7),
            (9, &[], 9),
        ] {
            let votes = named(members, substitutes);
            let tally = Tally::of(&votes);
            let reckoning = room().reckon(&rule(Of::Members), tally, &votes, None);
            let outcome = if counted >= 9 { Outcome::Carried } else { Outcome::Lost };
            assert_eq!((reckoning.outcome, reckoning.needed), (outcome, 9), "{members} {substitutes:?}");
        }
    }

    #[test]
    fn a_count_without_names_carries_only_where_it_is_certain() {
        for (yes, own, carried) in [
            (11, [].as_slice(), true),
            (10, &[], false),
            (9, &[], false),
            // Once it is known how the substitutes voted, the count is what it is.
            (9, &[Way::Against, Way::Abstained], true),
            (10, &[Way::Against], true),
            (10, &[Way::For], false),
            (8, &[Way::Against, Way::Against], false),
        ] {
            let votes = named(0, own);
            let tally = Tally { yes, no: 11 - yes, ..Tally::default() };
            let reckoning = room().reckon(&rule(Of::Members), tally, &votes, None);
            assert_eq!(reckoning.outcome == Outcome::Carried, carried, "{yes} {own:?}");
        }
    }

    #[test]
    fn substitutes_count_where_the_share_is_not_of_members_or_the_rules_let_them() {
        let tally = Tally { yes: 9, no: 2, ..Tally::default() };
        let simple = room().reckon(&Majority::simple(), tally, &[], None);
        assert_eq!(simple.outcome, Outcome::Carried);
        assert_eq!(room().uncounted(&rule(Of::Present), tally, &[]), Uncounted::default());
        let all = Circumstances { not_members: Vec::new(), ..room() };
        assert_eq!(all.reckon(&rule(Of::Members), tally, &[], None).outcome, Outcome::Carried);
    }
}
