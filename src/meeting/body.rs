//! The body that meets: its seats, people and rules, as they were when the record began.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::calendar::{Diary, Notice, QuestionDeadline};
use super::contest::Won;
use super::fact::Consequence;
use super::id::{PersonId, SeatId};
use super::majority::{Majority, Of};
use super::people::{Group, Party, Person};

/// A committee, panel, council or board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Key of the body, which is also the name of its folder.
    pub id: String,
    /// Full name as printed: "Cambridgeshire Police and Crime Panel".
    pub name: String,
    /// What the minutes call it: "Panel" in "The Panel AGREED".
    pub short: String,
    /// The time zone that its times are printed in.
    pub zone: Tz,
    /// Everybody on its lists.
    pub people: Vec<Person>,
    /// Its seats, in the order of its roll.
    pub seats: Vec<Seat>,
    /// Its attendance groups, in the order of the minutes' head.
    pub groups: Vec<Group>,
    /// People who come and go together.
    #[serde(default)]
    pub parties: Vec<Party>,
    /// Who is chair when the meeting begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PersonId>,
    /// Who is vice-chair when the meeting begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vice_chair: Option<PersonId>,
    /// Its rules of procedure, as far as they are known.
    #[serde(default)]
    pub rules: Rules,
}

/// What kind of member sits in a seat.
///
/// Co-opted and independent are different things: a panel may co-opt a councillor
/// (Police Reform and Social Responsibility Act 2011, Schedule 6, paragraphs 4, 22 and 23).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SeatKind {
    /// A councillor whom an authority appointed.
    #[default]
    #[serde(rename = "councillor")]
    Councillor,
    /// A councillor whom the body co-opted.
    #[serde(rename = "co-opted-councillor")]
    CoOptedCouncillor,
    /// An independent member.
    #[serde(rename = "independent")]
    Independent,
}

/// One place on the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Its key.
    pub id: SeatId,
    /// Who holds it; nobody where it is vacant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<PersonId>,
    /// The appointing authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// The political group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What kind of member sits in it.
    #[serde(default)]
    pub kind: SeatKind,
    /// Those on the body's list who may stand in, in order of preference.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub substitutes: Vec<PersonId>,
    /// Whether its holder votes; unset where the papers do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<bool>,
    /// Who may stand in, where this seat has a rule of its own: as where independent members have no substitutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<SubstituteScheme>,
}

/// What a share is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Base {
    /// All seats, vacant ones too.
    #[serde(rename = "all-seats")]
    AllSeats,
    /// Seats that somebody holds.
    #[serde(rename = "members-in-post")]
    MembersInPost,
    /// Seats that vote.
    #[serde(rename = "voting-seats")]
    VotingSeats,
}

/// How many must be present. Fractions are rounded up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quorum {
    /// A fixed number of members.
    #[serde(rename = "number")]
    Number(u32),
    /// A fraction of a base, rounded up.
    #[serde(rename = "fraction")]
    Fraction {
        /// Upper number.
        of: u32,
        /// Lower number, never 0.
        over: u32,
        /// What it is a fraction of.
        base: Base,
    },
}

/// Who may stand in for a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SubstituteScheme {
    /// Only those on the body's list for that seat.
    #[serde(rename = "named")]
    Named,
    /// Only those on the body's list for that seat who are of the member's political group.
    #[serde(rename = "named-same-group")]
    NamedSameGroup,
    /// Any member of the authority that appointed the member.
    #[serde(rename = "same-authority")]
    SameAuthority,
    /// Whomever the authority that appointed the member appoints.
    #[serde(rename = "by-authority")]
    ByAuthority,
    /// Anybody of the same political group.
    #[serde(rename = "same-group")]
    SameGroup,
    /// Nobody.
    #[serde(rename = "none")]
    None,
}

/// By which law the public is excluded from a body's meetings, and by which its agenda binds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Access {
    /// Sections 100A to 100K of the Local Government Act 1972 and its Schedule 12A: principal councils, their committees,
    /// joint committees, police and crime panels.
    #[serde(rename = "1972-act")]
    Act1972,
    /// Section 1 of the Public Bodies (Admission to Meetings) Act 1960: parish and town councils, of whose meetings a
    /// summons gives the business (1972 Act, Schedule 12, paragraph 10(2)).
    #[serde(rename = "1960-act")]
    Act1960,
}

/// A ground on which a body excludes the public by resolution besides those of its Act, such as regulation 14(2) of the
/// Licensing Act 2003 (Hearings) Regulations 2005.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnGround {
    /// What commands call it: "hearing".
    pub name: String,
    /// The provision, as resolutions cite it.
    pub law: String,
    /// What it asks for, in its own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// A category of interest, in the body's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterestKind {
    /// Its name as printed before "interest": "disclosable pecuniary".
    pub name: String,
    /// What it bars from.
    pub consequence: Consequence,
}

/// Rules of procedure. What is unset is not known, is shown once as not set, and is never guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// How many must be present (Local Government Act 1972 section 106: the body's own standing orders).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    /// Whether whoever presides has a second or casting vote (1972 Act, Schedule 12, paragraph 39(2), unless varied).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub casting_vote: Option<bool>,
    /// Whether a motion needs a seconder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconder: Option<bool>,
    /// Who may substitute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitutes: Option<SubstituteScheme>,
    /// The notice that must be given of a substitute, in the words of the rule: "by noon on the day before".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute_notice: Option<String>,
    /// Whether members who attend remotely count and vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote_counts: Option<bool>,
    /// When the meeting must end unless extended, in the body's time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish: Option<NaiveTime>,
    /// Whether an amendment may itself be amended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amend_amendments: Option<bool>,
    /// How one of several nominees or alternatives is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contests: Option<Won>,
    /// How many members must ask for a recorded vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_vote: Option<u32>,
    /// Whether a substitute is one of "the members" of whom a majority of all members is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitutes_are_members: Option<bool>,
    /// The categories of interest of the body's code of conduct, each with what it bars from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<InterestKind>,
    /// Rules by which certain motions carry, besides the simple majority of those voting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub majorities: Vec<Majority>,
    /// Phrases that sound like somebody undertaking to do something, in place of the program's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undertakings: Vec<String>,
    /// How the items below another are numbered where the agenda does not number them, by a sample for item 7: "7.1",
    /// "7a", "7(i)".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_items: Option<String>,
    /// How many minutes somebody who is not a member may speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaking_minutes: Option<u32>,
    /// How many minutes those of a role may speak, where that differs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speaking: Vec<SpeakingTime>,
    /// Whether what is sent or recommended to another body asks for a reply by a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_dates: Option<bool>,
    /// By which law the public is excluded. Where it is not set, no Act is cited but that whose descriptions are named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// Other grounds on which the public is excluded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<OwnGround>,
    /// Whether a member acts only once they made the declaration of acceptance of office (Local Government Act 1972,
    /// section 83): a member of a council, not one of its committees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance: Option<bool>,
    /// Whether minutes are numbered from 1 again in each municipal year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yearly_numbers: Option<bool>,
    /// The items that stand on every agenda.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing_items: Option<StandingItems>,
    /// How long before a meeting its agenda is published (Local Government Act 1972, sections 100A(6) and 100B(3), or
    /// Schedule 12, paragraph 10(2); or longer, where the body says so).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// By when questions from the public are received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question_deadline: Option<QuestionDeadline>,
    /// Days on which nothing is done besides bank holidays, such as the days between Christmas and New Year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed_days: Vec<NaiveDate>,
}

/// The titles of the items that stand on every agenda, as the next one is written with them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingItems {
    /// Before the business of the meeting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<String>,
    /// After it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// Before all others, at the annual meeting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annual_before: Vec<String>,
    /// After the business and before the other standing items, at the annual meeting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annual_after: Vec<String>,
}

/// How long those of a role may speak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakingTime {
    /// The role, in the body's words: "parish council".
    pub role: String,
    /// How many minutes.
    pub minutes: u32,
}

impl Rules {
    /// How many minutes somebody of this role may speak, where the body's rules say so.
    pub fn may_speak(&self, role: Option<&str>) -> Option<u32> {
        let named = |time: &&SpeakingTime| role.is_some_and(|role| time.role.eq_ignore_ascii_case(role.trim()));
        self.speaking.iter().find(named).map(|time| time.minutes).or(self.speaking_minutes)
    }
}

impl Rules {
    /// The days as the body counts them.
    pub fn diary(&self) -> Diary<'_> {
        Diary { closed: &self.closed_days }
    }

    /// The names of the rules about the days before a meeting that are not set.
    pub fn unset_before(&self) -> Vec<&'static str> {
        let rules = [("notice", self.notice.is_none()), ("question-deadline", self.question_deadline.is_none())];
        rules.into_iter().filter_map(|(name, unset)| unset.then_some(name)).collect()
    }

    /// The names, as written in `body.toml`, of the rules that are not set.
    pub fn unset(&self) -> Vec<&'static str> {
        [
            ("quorum", self.quorum.is_none()),
            ("casting-vote", self.casting_vote.is_none()),
            ("seconder", self.seconder.is_none()),
            ("substitutes", self.substitutes.is_none()),
            ("remote-counts", self.remote_counts.is_none()),
            ("finish", self.finish.is_none()),
            ("recorded-vote", self.recorded_vote.is_none()),
            ("access", self.access.is_none()),
            ("interests", self.interests.is_empty()),
            // Only a share of all members asks whether substitutes are members.
            (
                "substitutes-are-members",
                self.substitutes_are_members.is_none() && self.majorities.iter().any(|rule| rule.base == Of::Members),
            ),
        ]
        .into_iter()
        .filter_map(|(name, unset)| unset.then_some(name))
        .collect()
    }
}

impl Rules {
    /// A category of interest by its name, in any case.
    pub fn interest(&self, name: &str) -> Option<&InterestKind> {
        self.interests.iter().find(|kind| kind.name.eq_ignore_ascii_case(name.trim()))
    }

    /// A rule by which motions carry, by its name.
    pub fn majority(&self, name: &str) -> Option<&Majority> {
        self.majorities.iter().find(|rule| rule.name.eq_ignore_ascii_case(name.trim()))
    }
}

impl Body {
    /// Seats that somebody holds.
    pub fn members_in_post(&self) -> u32 {
        u32::try_from(self.base(Base::MembersInPost)).unwrap_or(u32::MAX)
    }

    /// How many members must be present, where the body's rules say so.
    pub fn quorum(&self) -> Option<u32> {
        match self.rules.quorum? {
            Quorum::Number(number) => Some(number),
            Quorum::Fraction { of, over, base } => {
                let whole = u64::try_from(self.base(base)).unwrap_or(u64::MAX);
                let needed = (whole * u64::from(of)).div_ceil(u64::from(over.max(1)));
                u32::try_from(needed).ok()
            }
        }
    }

    fn base(&self, base: Base) -> usize {
        let counts = |seat: &&Seat| match base {
            Base::AllSeats => true,
            Base::MembersInPost => seat.holder.is_some(),
            Base::VotingSeats => seat.votes != Some(false),
        };
        self.seats.iter().filter(counts).count()
    }
}
