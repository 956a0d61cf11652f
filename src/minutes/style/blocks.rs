//! In which order the blocks of the minutes stand: of the head, of an item, of a decision, and after the items.
//!
//! A list names every block that the house prints, in its order; what it leaves out does not print. Blocks that no
//! minutes may do without are missed when the style is read.

use std::ops::Range;

use crate::problem::did_you_mean;
use crate::source::Spanned;

/// A block that a list of a style may name.
pub trait Named: Copy + PartialEq + 'static {
    /// Every block of the list, with the name that a style gives it.
    const ALL: &'static [(&'static str, Self)];
    /// The blocks that no list may leave out; of several in a row, one.
    const NEEDED: &'static [&'static [Self]] = &[];
    /// Blocks that print the same, so that a list has one or the other.
    const SAME: &'static [(Self, Self)] = &[];

    /// Its name in a style.
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, block)| *block == self).map_or("", |(name, _)| name)
    }
}

/// Makes the blocks of a list with their names.
macro_rules! blocks {
    ($(#[$about:meta])* $type:ident { $($(#[$doc:meta])* $block:ident = $name:literal),* $(,)? } $($rules:tt)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type {
            $($(#[$doc])* $block),*
        }

        impl Named for $type {
            const ALL: &'static [(&'static str, Self)] = &[$(($name, Self::$block)),*];
            $($rules)*
        }
    };
}

blocks! {
    /// A block of the head of the minutes.
    HeadBlock {
        /// That they are a draft or of a rehearsal.
        Marks = "marks",
        /// The title: body, venue and date.
        Title = "title",
        /// The corrections with which a later meeting approved them.
        Corrections = "corrections",
        /// Other meetings that this one belongs with.
        Links = "links",
        /// Who was there, in the groups of the body's file and in their order.
        Attendance = "attendance",
        /// Of these groups, the members alone.
        Members = "members",
        /// The officers alone.
        Officers = "officers",
        /// All others alone.
        Others = "others",
        /// Who sent apologies, and substitutes; they stand here and not under an item.
        Apologies = "apologies",
        /// How many of the public watched.
        Public = "public",
        /// When the meeting began and ended.
        Times = "times",
    }
    const NEEDED: &'static [&'static [Self]] =
        &[&[Self::Marks], &[Self::Title], &[Self::Corrections], &[Self::Attendance, Self::Members]];
    const SAME: &'static [(Self, Self)] = &[
        (Self::Attendance, Self::Members),
        (Self::Attendance, Self::Officers),
        (Self::Attendance, Self::Others),
    ];
}

impl HeadBlock {
    /// As it stands where a style says nothing.
    pub(super) const USUAL: [Self; 6] =
        [Self::Marks, Self::Title, Self::Corrections, Self::Links, Self::Attendance, Self::Public];

    /// Whether it says who was there, which some houses do under the first item.
    pub const fn is_attendance(self) -> bool {
        match self {
            Self::Attendance | Self::Members | Self::Officers | Self::Others | Self::Apologies | Self::Public => true,
            Self::Marks | Self::Title | Self::Corrections | Self::Links | Self::Times => false,
        }
    }
}

blocks! {
    /// A block of an item.
    ItemBlock {
        /// Its number and title.
        Heading = "heading",
        /// Who was there, where that stands under the first item.
        Attendance = "attendance",
        /// What is known of it, such as site and applicant.
        Details = "details",
        /// That it was not taken, or is still to come.
        NotTaken = "not-taken",
        /// Before which item it was taken out of its turn.
        OutOfTurn = "out-of-turn",
        /// Why it was urgent.
        Urgency = "urgency",
        /// Who sent apologies, under the item for them.
        Apologies = "apologies",
        /// What was received and who presented it.
        Received = "received",
        /// What the law puts before the body: a precept, a candidate.
        Statutory = "statutory",
        /// What the paper recommends.
        Recommended = "recommended",
        /// Meetings to come, under the item for them.
        Plan = "plan",
        /// What was said, moved, voted and decided, in the order in which it happened.
        Business = "business",
        /// What everybody reads of what was decided in private.
        Restricted = "restricted",
        /// Together with which item it was decided.
        DecidedWith = "decided-with",
        /// That it was put off, withdrawn or taken with another.
        Became = "became",
    }
    const NEEDED: &'static [&'static [Self]] = &[&[Self::Heading], &[Self::Business], &[Self::Restricted]];
}

impl ItemBlock {
    /// As it stands where a style says nothing: every block.
    pub(super) const USUAL: [Self; 15] = [
        Self::Heading,
        Self::Attendance,
        Self::Details,
        Self::NotTaken,
        Self::OutOfTurn,
        Self::Urgency,
        Self::Apologies,
        Self::Received,
        Self::Statutory,
        Self::Recommended,
        Self::Plan,
        Self::Business,
        Self::Restricted,
        Self::DecidedWith,
        Self::Became,
    ];

    /// Whether it is of the paper behind the item, which is received once the public is out where they must be.
    pub const fn is_paper(self) -> bool {
        matches!(self, Self::Received | Self::Statutory | Self::Recommended | Self::Plan)
    }
}

blocks! {
    /// A block of a decision.
    DecidedBlock {
        /// What became of the motion that it rests on, and its count.
        Outcome = "outcome",
        /// The heading of the house, such as ACTION.
        Heading = "heading",
        /// Its words, parts and conditions.
        Words = "words",
        /// Which other items it decides.
        Also = "also",
        /// The count in lines or a table.
        Count = "count",
        /// Its reasons.
        Reasons = "reasons",
        /// Who asked for their dissent to be recorded.
        Dissent = "dissent",
    }
    const NEEDED: &'static [&'static [Self]] = &[&[Self::Words], &[Self::Dissent]];
}

impl DecidedBlock {
    /// As it stands where a style says nothing: every block.
    pub(super) const USUAL: [Self; 7] =
        [Self::Outcome, Self::Heading, Self::Words, Self::Also, Self::Count, Self::Reasons, Self::Dissent];
}

blocks! {
    /// A block that stands after the items.
    EndBlock {
        /// The table of decisions.
        Actions = "actions",
        /// The table of undertakings.
        Undertakings = "undertakings",
        /// Topics for reports to come.
        Topics = "topics",
        /// When the meeting began and ended.
        Times = "times",
        /// What stands below, for whoever signs.
        Signature = "signature",
    }
}

impl EndBlock {
    /// As it stands where a style says nothing.
    pub(super) const USUAL: [Self; 4] = [Self::Actions, Self::Undertakings, Self::Times, Self::Signature];
}

/// A list of blocks as a file states it.
pub(super) type Stated = Spanned<Vec<Spanned<String>>>;

/// Something wrong with a list: where, what, what to do.
pub(super) type Fault = (Range<usize>, String, String);

/// The blocks of a stated list, and all that is wrong with it.
pub(super) fn read<B: Named>(setting: &str, stated: &Stated) -> (Vec<B>, Vec<Fault>) {
    let mut blocks: Vec<B> = Vec::new();
    let mut faults = Vec::new();
    let named = |block: B| format!("`{}`", block.name());
    for name in stated.get_ref() {
        let text = name.get_ref().as_str();
        let Some((_, block)) = B::ALL.iter().find(|(known, _)| *known == text) else {
            faults.push((name.span(), format!("there is no block `{text}` in `{setting}`"), known::<B>(text)));
            continue;
        };
        let same = B::SAME.iter().find_map(|(one, other)| {
            let other = if one == block { other } else { Some(one).filter(|_| other == block)? };
            blocks.contains(other).then_some(*other)
        });
        if blocks.contains(block) {
            let what = format!("`{text}` stands in `{setting}` twice");
            faults.push((name.span(), what, "Leave one of them out".to_owned()));
        } else if let Some(other) = same {
            let what = format!("`{text}` and {} print the same in `{setting}`", named(other));
            faults.push((name.span(), what, "Leave one of them out".to_owned()));
        } else {
            blocks.push(*block);
        }
    }
    for needed in B::NEEDED.iter().filter(|needed| !needed.iter().any(|block| blocks.contains(block))) {
        let either: Vec<String> = needed.iter().map(|block| named(*block)).collect();
        let what = format!("{} is missing from `{setting}`", either.join(" or "));
        faults.push((stated.span(), what, "No minutes do without it: say where it stands".to_owned()));
    }
    (blocks, faults)
}

fn known<B: Named>(text: &str) -> String {
    let names = || B::ALL.iter().map(|(name, _)| *name);
    let all = || format!("Known here: {}", names().collect::<Vec<_>>().join(", "));
    did_you_mean(text, names()).map_or_else(all, |near| format!("Did you mean `{near}`?"))
}
