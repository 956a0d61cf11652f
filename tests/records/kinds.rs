//! Every kind that a record may hold, by a match that stops compiling when there is a new one.

use std::collections::BTreeSet;

use quorate::meeting::agenda::{AgendaItem, ItemKind, Office, Pledge};
use quorate::meeting::event::{Entry, Event, ItemState, Mode, Old, Presence, Sitting, Turning};
use quorate::meeting::fact::{
    Accuracy, Audience, Basis, Confidence, Consequence, Content, Fate, Ground, Held, Method, Move, Owner, Paragraph,
    PassageKind, PauseKind, Prejudice, Procedure, Proposal, Restricted, Section, Speaker, Standing, Take, Turn, Verb,
    Way,
};
use quorate::meeting::majority::Of;
use quorate::meeting::people::Pronoun;
use quorate::meeting::stage::Reached;

/// What was met so far: the type and its kind.
pub(crate) type Seen = BTreeSet<(&'static str, &'static str)>;

/// Makes a function that names a value's kind, and the list of all kinds of its type.
macro_rules! kinds {
    ($($meet:ident: $type:ident { $($kind:ident),* $(,)? })*) => {
        $(fn $meet(seen: &mut Seen, value: &$type) {
            // A kind that is not listed here is an error of the compiler: list it, and put it into the corpus.
            #[allow(clippy::enum_glob_use, reason = "the names of the kinds are what is listed")]
            let kind = match value { $($type::$kind { .. } => stringify!($kind)),* };
            seen.insert((stringify!($type), kind));
        })*

        /// Every kind of every type.
        pub(crate) fn all() -> Seen {
            BTreeSet::from([$($((stringify!($type), stringify!($kind))),*),*])
        }
    };
}

kinds! {
    event: Event {
        Opened, Adopted, Turned, Person, Seated, ItemAdded, ItemState, ItemTitle, ItemPaper, Recorded, Changed, Moved, Struck, Plan,
        Overruled, Clock, Retimed, TurnedAnew, Undone, Redone, Stub, PublicTitle, Published, Redacted, Withheld, Kept,
        Stage, Asked,
    }
    stage: Reached { Draft, Checked, Published, Approved, Signed }
    old: Old { Kept, Disposed }
    restricted: Restricted { Decision, Action, Motion }
    ground: Ground { Exempt, Confidential, Prejudicial, Other, NotExcluded }
    prejudice: Prejudice { Confidential, Special }
    confidence: Confidence { Department, Law }
    paragraph: Paragraph { Individual, Identity, Affairs, Labour, Privilege, Orders, Crime }
    turning: Turning { Presence, Mode, Substitute, Presiding, Office, Public, Room, Sitting, Item, Finish, Clerk }
    presence: Presence { Unaccounted, Present, Apologies, Absent, Left }
    mode: Mode { InRoom, Remote }
    sitting: Sitting { Before, Sitting, Adjourned, Closed }
    audience: Audience { Public, Private }
    office: Office { Chair, ViceChair }
    item_state: ItemState { Open, Skipped, Deferred, Withdrawn, Merged }
    item_kind: ItemKind {
        Election, Apologies, Substitutes, Declarations, Minutes, Review, Questions, Complaints, Precept, Hearing, Report, Plan,
        Business,
    }
    pledge: Pledge { Undertaking, Recommendation }
    pronoun: Pronoun { He, She, They }
    content: Content {
        Point, LeadIn, Movement, Tenure, Nil, Declaration, Minutes, Update, Question, Motion, Election, Contest, Decision, Action,
        Recommendation, Passage, Pause, Table, Mark, Note, Exclusion, Readmission,
    }
    section: Section { Paragraph, Highlights, Discussion, Remark }
    speaker: Speaker { None, Unknown, Person, Party, Body, Office }
    moved: Move { Arrived, Left, Returned, Disconnected, Reconnected }
    held: Held { InTheChair, BackInTheChair, CoOpted, Accepted, Resigned, Removed }
    accuracy: Accuracy { Agreed, Amended, Deferred }
    standing: Standing { Open, InHand, TooEarly, Done, Declined, NotOurs }
    owner: Owner { Person, Party, Named }
    proposal: Proposal { Appointment, Substantive, Amendment, Procedural }
    procedure: Procedure {
        NextBusiness, PutTheQuestion, AdjournDebate, Adjourn, Extend, ChangeOrder, WayOfVoting, SuspendRule, Other,
    }
    fate: Fate { Open, Carried, Lost, Withdrawn, Lapsed, Accepted, Fallen, NotPut }
    method: Method { Assent, Unopposed, Unanimous, NobodyAgainst, Hands, Vote, Names, Ballot }
    way: Way { For, Against, Abstained, NotVoting }
    consequence: Consequence { Stay, StayNoVote, SpeakThenLeave, Leave }
    of: Of { Voting, Present, Members, Seats }
    verb: Verb {
        Agree, Note, Receive, Approve, Endorse, Adopt, Recommend, Defer, Refer, Refuse, Delegate, Veto, VetoTooHigh,
        VetoTooLow, NoDecision,
    }
    basis: Basis { Declared, Vote, Motion, Stands, Outside }
    passage: PassageKind {
        Announcement, Tribute, Silence, Tabled, Presentation, Advice, Petition, Deputation, Speaker, Together, Informal,
        LateSubmission, Summary,
    }
    pause: PauseKind { Adjourned, Recess, Inquorate }
}

/// The kinds in these entries.
pub(crate) fn in_entries(entries: &[Entry]) -> Seen {
    let mut seen = Seen::new();
    for each in entries.iter().flat_map(|entry| entry.public.iter().chain(&entry.private)) {
        in_event(&mut seen, each);
    }
    seen
}

fn in_event(seen: &mut Seen, each: &Event) {
    event(seen, each);
    match each {
        Event::Opened(opened) => opened.agenda.items.iter().for_each(|item| in_item(seen, item)),
        Event::Turned { turning, .. } | Event::TurnedAnew { turning, .. } => in_turning(seen, turning),
        Event::Person { person } => pronoun(seen, &person.pronoun),
        Event::ItemAdded { item, .. } => in_item(seen, item),
        Event::ItemState { state, .. } => item_state(seen, state),
        Event::Stub { what, .. } => restricted(seen, what),
        Event::Redacted { old: becomes, .. } => old(seen, becomes),
        Event::Stage { reached } => {
            stage(seen, reached);
            if let Reached::Checked { by: Some(by) } = reached {
                owner(seen, by);
            }
        }
        Event::Kept { event, .. } => in_event(seen, event),
        Event::Recorded { content, .. } | Event::Changed { content, .. } | Event::Published { content, .. } => {
            in_content(seen, content);
        }
        _ => {}
    }
}

fn in_item(seen: &mut Seen, item: &AgendaItem) {
    item_kind(seen, &item.kind);
    if let ItemKind::Review { topics } = &item.kind {
        let origins = topics.iter().filter_map(|topic| topic.origin.as_ref());
        origins.for_each(|origin| pledge(seen, &origin.pledge));
    }
    item.items.iter().for_each(|item| in_item(seen, item));
}

fn in_turning(seen: &mut Seen, each: &Turning) {
    turning(seen, each);
    match each {
        Turning::Presence { to, .. } => presence(seen, to),
        Turning::Mode { to, .. } => mode(seen, to),
        Turning::Office { office: to, .. } => office(seen, to),
        Turning::Room { to } => audience(seen, to),
        Turning::Sitting { to } => sitting(seen, to),
        Turning::Substitute { .. }
        | Turning::Presiding { .. }
        | Turning::Public { .. }
        | Turning::Item { .. }
        | Turning::Finish { .. }
        | Turning::Clerk { .. } => {}
    }
}

fn in_turns<'a>(seen: &mut Seen, turns: impl IntoIterator<Item = &'a Turn>) {
    turns.into_iter().for_each(|turn| speaker(seen, &turn.speaker));
}

fn in_content(seen: &mut Seen, each: &Content) {
    content(seen, each);
    match each {
        Content::Point(point) => {
            section(seen, &point.section);
            in_turns(seen, &point.turns);
        }
        Content::LeadIn(lead_in) => speaker(seen, &lead_in.by),
        Content::Movement(movement) => moved(seen, &movement.moved),
        Content::Tenure(tenure) => held(seen, &tenure.held),
        Content::Minutes(outcome) => accuracy(seen, &outcome.accuracy),
        Content::Update(update) => update.standing.iter().for_each(|it| standing(seen, it)),
        Content::Question(question) => in_turns(seen, question.answer.iter().chain(&question.supplementary_answer)),
        Content::Motion(motion) => {
            proposal(seen, &motion.proposal);
            if let Proposal::Procedural { procedure: how } = &motion.proposal {
                procedure(seen, how);
            }
            fate(seen, &motion.fate);
            motion.takes.iter().for_each(|take| in_take(seen, take));
        }
        Content::Decision(decision) => {
            verb(seen, &decision.verb);
            decision.basis.iter().for_each(|it| basis(seen, it));
            if let Some(Basis::Declared { method: how, .. }) = &decision.basis {
                method(seen, how);
            }
            if let Some(Basis::Vote { take }) = &decision.basis {
                in_take(seen, take);
            }
        }
        Content::Declaration(declaration) => declaration.consequence.iter().for_each(|it| consequence(seen, it)),
        Content::Action(action) => {
            standing(seen, &action.standing);
            action.owner.iter().for_each(|it| owner(seen, it));
        }
        Content::Passage(it) => {
            passage(seen, &it.kind);
            it.by.iter().for_each(|it| owner(seen, it));
        }
        Content::Pause(it) => pause(seen, &it.kind),
        Content::Election(election) => office(seen, &election.office),
        Content::Exclusion(exclusion) => {
            ground(seen, &exclusion.ground);
            if let Ground::Confidential { because: Some(because) } = &exclusion.ground {
                confidence(seen, because);
            }
            if let Ground::Prejudicial { because: Some(because) } = &exclusion.ground {
                prejudice(seen, because);
            }
            let paragraphs = exclusion.business.iter().flat_map(|business| &business.paragraphs);
            paragraphs.for_each(|it| paragraph(seen, it));
        }
        Content::Nil
        | Content::Contest(_)
        | Content::Readmission
        | Content::Recommendation(_)
        | Content::Table(_)
        | Content::Mark(_)
        | Content::Note(_) => {}
    }
}

fn in_take(seen: &mut Seen, take: &Take) {
    method(seen, &take.method);
    take.votes.iter().for_each(|vote| way(seen, &vote.way));
    take.majority.iter().for_each(|rule| of(seen, &rule.base));
}
