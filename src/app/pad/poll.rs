//! What a vote comes to while it is being counted: who may vote, who is still to account for, what the rule makes of it.

use crate::app::command::verb_of;
use crate::app::session::Session;
use crate::app::view::Tone;
use crate::meeting::body::Body;
use crate::meeting::electorate::{Bar, Electorate};
use crate::meeting::fact::{Circumstances, Consequence, Tally, Vote};
use crate::meeting::majority::{Majority, Of, Outcome};
use crate::meeting::panel::VETO;

/// Who may vote, and who is there and may not: "10 of the 11 present may vote. Not: Gowing (interest)."
pub(super) fn who_may(session: &Session, electorate: &Electorate) -> String {
    let entitled = electorate.entitled.len();
    if electorate.barred.is_empty() {
        return format!("{entitled} present, all may vote.");
    }
    let barred = electorate.barred.iter();
    let barred = barred.map(|(person, bar)| format!("{} ({})", super::names::shown(session, person), why(*bar)));
    let barred: Vec<String> = barred.collect();
    format!("{entitled} of the {} present may vote. Not: {}.", entitled + barred.len(), barred.join(", "))
}

/// Why somebody may not vote, in a word or two.
pub(super) const fn why(bar: Bar) -> &'static str {
    match bar {
        Bar::Seat => "no vote",
        Bar::Remote => "remote",
        Bar::Acceptance => "office not accepted",
        Bar::Interest { consequence: Consequence::StayNoVote, .. } => "interest",
        Bar::Interest { .. } => "interest, should leave",
    }
}

/// The place of the rule that words are put by under the room's item: the veto's where they are a veto that may be had
/// there, which needs a share of all members. Nothing is more than half of those voting.
pub(super) fn usual(session: &Session, words: &str) -> Option<usize> {
    let state = session.state();
    state.item(session.room()?).filter(|item| item.agenda.kind.may_veto() && verb_of(words).is_veto())?;
    state.body().rules.majorities.iter().position(|rule| rule.name.eq_ignore_ascii_case(VETO))
}

/// The rule of a name, or the simple majority of those voting.
pub(super) fn rule(body: &Body, name: Option<&str>) -> Majority {
    name.and_then(|name| body.rules.majority(name)).cloned().unwrap_or_else(Majority::simple)
}

/// What a count comes to, with its base spelled out, and what is wrong with it: "7 for, 3 against, 1 abstaining: carried,
/// 6 of 10 voting needed." Shares of all members are never given as shares of those present.
pub(super) fn line(rule: &Majority, tally: Tally, votes: &[Vote], room: &Circumstances) -> (Tone, String) {
    let reckoning = room.reckon(rule, tally, votes, None);
    let (needed, base) = (reckoning.needed, reckoning.base);
    let (tone, outcome) = match reckoning.outcome {
        Outcome::Carried => (Tone::Good, "carried"),
        Outcome::Lost => (Tone::Bad, "lost"),
        Outcome::Tied => (Tone::Warning, "equal, the casting vote decides"),
    };
    let measured = match rule.base {
        Of::Voting if reckoning.outcome == Outcome::Tied => {
            format!("{}: {outcome}", counted(tally))
        }
        Of::Voting => format!("{}: {outcome}, {needed} of {base} voting needed", counted(tally)),
        Of::Present => format!("{}: {outcome}, {needed} of {base} present needed", counted(tally)),
        Of::Members => format!("{} of {base} members, need {needed}: {outcome}", tally.yes),
        Of::Seats => format!("{} of {base} seats, need {needed}: {outcome}", tally.yes),
    };
    let measured = match room.uncounted(rule, tally, votes).clause() {
        Some(less) => format!("{measured}; {less}"),
        None => measured,
    };
    match gap(tally.total(), room.entitled) {
        Some(gap) => (Tone::Warning, format!("{measured}. {gap}")),
        None => (tone, format!("{measured}.")),
    }
}

fn counted(tally: Tally) -> String {
    let more = [(tally.abstained, "abstaining"), (tally.not_voting, "not voting")];
    let more = more.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!(", {count} {what}"));
    format!("{} for, {} against{}", tally.yes, tally.no, more.collect::<String>())
}

/// The gap between a count and those who may vote.
fn gap(total: u32, entitled: u32) -> Option<String> {
    match total.cmp(&entitled) {
        std::cmp::Ordering::Less => Some(format!("{} still to account for.", entitled - total)),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(format!("{} more than may vote.", total - entitled)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::fact::Way;

    fn room(entitled: u32) -> Circumstances {
        Circumstances { present: entitled, entitled, members: 13, seats: 13, ..Circumstances::default() }
    }

    fn tally(yes: u32, no: u32, abstained: u32) -> Tally {
        Tally { yes, no, abstained, not_voting: 0 }
    }

    #[test]
    fn the_base_is_spelled_out_and_a_veto_is_no_share_of_those_present() {
        let veto = Majority { name: "veto".into(), of: 2, over: 3, more_than: false, base: Of::Members };
        let simple = Majority::simple();
        let table = [
            (
                &simple,
                tally(7, 3, 1),
                11,
                Tone::Good,
                "7 for, 3 against, 1 abstaining: carried, 6 of 10 voting needed.",
            ),
            (&simple, tally(3, 2, 6), 11, Tone::Good, "3 for, 2 against, 6 abstaining: carried, 3 of 5 voting needed."),
            (
                &simple,
                tally(5, 5, 1),
                11,
                Tone::Warning,
                "5 for, 5 against, 1 abstaining: equal, the casting vote decides.",
            ),
            (
                &simple,
                tally(4, 5, 0),
                11,
                Tone::Warning,
                "4 for, 5 against: lost, 5 of 9 voting needed. 2 still to account for.",
            ),
            (
                &simple,
                tally(9, 3, 0),
                11,
                Tone::Warning,
                "9 for, 3 against: carried, 7 of 12 voting needed. 1 more than may vote.",
            ),
            (&veto, tally(8, 0, 1), 9, Tone::Bad, "8 of 13 members, need 9: lost."),
            (&veto, tally(9, 0, 0), 9, Tone::Good, "9 of 13 members, need 9: carried."),
        ];
        for (rule, tally, entitled, tone, text) in table {
            assert_eq!(line(rule, tally, &[], &room(entitled)), (tone, text.to_owned()));
        }
    }

    #[test]
    fn a_substitute_who_is_no_member_is_left_out_of_a_share_of_them() {
        let veto = Majority { name: "veto".into(), of: 2, over: 3, more_than: false, base: Of::Members };
        let room = Circumstances { not_members: vec!["elm".into()], ..room(9) };
        let told = |votes: &[Vote]| line(&veto, tally(9, 0, 0), votes, &room).1;
        assert_eq!(told(&[]), "9 of 13 members, need 9: lost; up to 1 by substitutes not counted: vote by name.");
        let own = |way| [Vote { person: "elm".into(), way }];
        assert_eq!(told(&own(Way::For)), "9 of 13 members, need 9: lost; 1 by substitutes not counted.");
        assert_eq!(told(&own(Way::Against)), "9 of 13 members, need 9: carried.");
    }
}
