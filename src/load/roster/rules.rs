//! Rules of procedure.

use crate::load::checker::suggestion;
use crate::load::table::{RulesTable, Text};
use crate::load::value::QuorumValue;
use crate::meeting::body::{Access, Base, Quorum, SubstituteScheme};
use crate::meeting::contest::Won;
use crate::source::Spanned;

use super::Roster;

const BASES: [(&str, Base); 3] =
    [("all-seats", Base::AllSeats), ("members-in-post", Base::MembersInPost), ("voting-seats", Base::VotingSeats)];

const SCHEMES: [(&str, SubstituteScheme); 6] = [
    ("named", SubstituteScheme::Named),
    ("named-same-group", SubstituteScheme::NamedSameGroup),
    ("same-authority", SubstituteScheme::SameAuthority),
    ("by-authority", SubstituteScheme::ByAuthority),
    ("same-group", SubstituteScheme::SameGroup),
    ("none", SubstituteScheme::None),
];

const CONTESTS: [(&str, Won); 2] = [("most-votes", Won::MostVotes), ("majority", Won::Majority)];

const LAWS: [(&str, Access); 2] = [("1972-act", Access::Act1972), ("1960-act", Access::Act1960)];

const QUORUM_HINT: &str = "Write a number of members, or a share such as \"1/3 of all-seats\"";

impl Roster<'_, '_> {
    /// Sets the rules that the file gives; the others stay as they are.
    pub(super) fn set_rules(&mut self, table: &RulesTable) {
        if let Some(quorum) = table.quorum.as_ref().and_then(|quorum| self.quorum(quorum)) {
            self.body.rules.quorum = Some(quorum);
        }
        let scheme = table.substitutes.as_ref().and_then(|scheme| self.scheme(scheme));
        let notice = self.checker.maybe(table.substitute_notice.as_ref(), "notice of a substitute");
        let contests = table.contests.as_ref().and_then(|won| self.checker.choice(won, "rule for contests", &CONTESTS));
        let access = table.access.as_ref().and_then(|law| self.checker.choice(law, "law on access", &LAWS));
        let finish = table.finish.as_ref().and_then(|finish| self.checker.time(finish).ok()).flatten();
        let phrases = table.undertakings.as_ref().map(|phrases| {
            let phrases = phrases.iter().map(|phrase| self.checker.line(phrase, "phrase"));
            phrases.filter(|phrase| !phrase.is_empty()).collect::<Vec<_>>()
        });
        let recorded_vote = table.recorded_vote.as_ref().and_then(|number| self.members_asking(number));
        let sub_items = table.sub_items.as_ref().and_then(|sample| self.sub_items(sample));
        let speaking_minutes = table.speaking_minutes.as_ref().and_then(|minutes| self.minutes(minutes));
        let speaking = self.speaking(&table.speaking);
        self.set_days(table);
        let interests = self.interests(&table.interests);
        let majorities = self.majorities(&table.majorities);
        let exclusions = self.exclusions(&table.exclusions);
        let standing = table.standing_items.as_ref().map(|table| self.standing_items(table));
        let rules = &mut self.body.rules;
        rules.yearly_numbers = table.yearly_numbers.or(rules.yearly_numbers);
        rules.standing_items = standing.or_else(|| rules.standing_items.take());
        rules.amend_amendments = table.amend_amendments.or(rules.amend_amendments);
        rules.contests = contests.or(rules.contests);
        rules.recorded_vote = recorded_vote.or(rules.recorded_vote);
        rules.substitutes_are_members = table.substitutes_are_members.or(rules.substitutes_are_members);
        if !interests.is_empty() {
            rules.interests = interests;
        }
        if !exclusions.is_empty() {
            rules.exclusions = exclusions;
        }
        if !majorities.is_empty() {
            rules.majorities = majorities;
        }
        if !speaking.is_empty() {
            rules.speaking = speaking;
        }
        rules.reply_dates = table.reply_dates.or(rules.reply_dates);
        rules.access = access.or(rules.access);
        rules.acceptance = table.acceptance.or(rules.acceptance);
        rules.speaking_minutes = speaking_minutes.or(rules.speaking_minutes);
        rules.sub_items = sub_items.or_else(|| rules.sub_items.take());
        rules.casting_vote = table.casting_vote.or(rules.casting_vote);
        rules.seconder = table.seconder.or(rules.seconder);
        rules.remote_counts = table.remote_counts.or(rules.remote_counts);
        rules.substitutes = scheme.or(rules.substitutes);
        rules.substitute_notice = notice.or(rules.substitute_notice.take());
        rules.finish = finish.or(rules.finish);
        rules.undertakings = phrases.unwrap_or_else(|| std::mem::take(&mut rules.undertakings));
    }

    /// Who may stand in, of the body or of one seat.
    pub(super) fn scheme(&mut self, scheme: &Text) -> Option<SubstituteScheme> {
        self.checker.choice(scheme, "rule for substitutes", &SCHEMES)
    }

    fn quorum(&mut self, value: &Spanned<QuorumValue>) -> Option<Quorum> {
        match value.get_ref() {
            QuorumValue::Number(number) => self.number(*number, value),
            QuorumValue::Share(share) => self.share(share, value),
        }
    }

    fn number(&mut self, number: i64, value: &Spanned<QuorumValue>) -> Option<Quorum> {
        let seats = self.body.seats.len();
        match u32::try_from(number) {
            Ok(needed) if needed > 0 && usize::try_from(needed).is_ok_and(|needed| needed <= seats) => {
                Some(Quorum::Number(needed))
            }
            Ok(0) | Err(_) if number <= 0 => {
                self.checker.error(&value.span(), format!("a quorum of {number} is none"), QUORUM_HINT);
                None
            }
            _ => {
                let what = match seats {
                    1 => format!("a quorum of {number} can never be reached with one seat"),
                    _ => format!("a quorum of {number} can never be reached with {seats} seats"),
                };
                self.checker.error(&value.span(), what, "Correct it, or list the seats that are missing");
                None
            }
        }
    }

    fn share(&mut self, share: &str, value: &Spanned<QuorumValue>) -> Option<Quorum> {
        let Some((of, over, base)) = parts(share) else {
            self.checker.error(&value.span(), format!("'{share}' is not a share of the members"), QUORUM_HINT);
            return None;
        };
        if over == 0 || of == 0 || of > over {
            self.checker.error(&value.span(), format!("there is no such share as {of}/{over}"), QUORUM_HINT);
            return None;
        }
        let Some((_, base)) = BASES.iter().find(|(name, _)| *name == base) else {
            let hint = suggestion(base, &BASES.map(|(name, _)| name));
            self.checker.error(&value.span(), format!("'{base}' is nothing to take a share of"), hint);
            return None;
        };
        Some(Quorum::Fraction { of, over, base: *base })
    }
}

/// "1/3 of all-seats" as 1, 3 and "all-seats".
fn parts(share: &str) -> Option<(u32, u32, &str)> {
    let (fraction, base) = share.split_once(" of ")?;
    let (of, over) = fraction.split_once('/')?;
    Some((of.trim().parse().ok()?, over.trim().parse().ok()?, base.trim()))
}
