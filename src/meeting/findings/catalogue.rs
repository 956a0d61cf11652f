//! The catalogue of findings: stable names, what each rule is, and the remedy.

/// When a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// While the meeting is on: it is counted in the margin at once.
    Now,
    /// At the close: it is normal until then.
    Close,
}

/// A rule that findings come from.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, which never changes: what `overrule` takes.
    pub name: &'static str,
    /// When it matters.
    pub urgency: Urgency,
    /// What it holds the record to.
    pub rule: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

macro_rules! catalogue {
    ($($name:literal $urgency:ident: $rule:literal -> $remedy:literal;)*) => {
        /// Every rule, in the order of the alphabet.
        pub const CATALOGUE: &[Rule] = &[
            $(Rule { name: $name, urgency: Urgency::$urgency, rule: $rule, remedy: $remedy },)*
        ];
    };
}

catalogue! {
    "acted-before-acceptance" Now: "A member of a council does nothing as one before they made the declaration of acceptance of office (Local Government Act 1972, section 83(1))." -> "Tell the chair. Record the declaration with “accept-office”, with the time where it was made before; or have it moved or voted again.";
    "action-without-owner" Close: "Every undertaking says who is to act." -> "Open the undertaking and name its owner.";
    "adjourned-not-resumed" Close: "A meeting that adjourned resumes, or is closed." -> "Resume it when it sits again, or close it.";
    "altered-after-check" Close: "Minutes that are altered after they were checked are checked again." -> "Have them checked and record it with checked.";
    "amended-without-words" Close: "A motion that was amended has its new words." -> "Record how it reads with reword.";
    "amendment-after-vote" Now: "An amendment comes before the vote on its motion." -> "Strike it out, or take the vote again.";
    "amendment-open" Now: "Amendments are dealt with before their motion is put." -> "Record what became of the amendment.";
    "apologies-and-present" Close: "Nobody who sent apologies is recorded as coming or going." -> "Mark them as having left rather than as apologising, or strike the movement out.";
    "approved-too-early" Close: "Minutes are approved by a later meeting." -> "Take the approval back with undo, and record the right one.";
    "business-not-summoned" Now: "A parish council transacts only the business that its summons specifies, which is sent three clear days before (Local Government Act 1972, Schedule 12, paragraph 10(2))." -> "Tell the chair: put it on the agenda of the next meeting; or overrule where nothing is decided.";
    "clock-jumped" Close: "The times of the record come from a clock that runs evenly." -> "Check the times recorded around the jump.";
    "corrections-cited" Close: "The corrections with which minutes were approved are before whoever signs them." -> "Nothing is altered: the signed text prints them at its head. Sign it, or overrule.";
    "declaration-item-gone" Now: "A declared interest names items that are on the agenda." -> "Correct the declaration.";
    "declaration-kind" Close: "A declared interest is of a kind that the body's rules list." -> "Correct its kind, or overrule.";
    "declaration-without-item" Close: "A declared interest names the items that it is in, or all business." -> "Correct its items: ask the member which were meant.";
    "declaration-without-nature" Close: "A declared interest says its nature, unless it is sensitive (Localism Act 2011, sections 31 and 32)." -> "Correct its nature, or that it is sensitive.";
    "decided-after-close" Now: "What the meeting decided was decided before it closed." -> "Record when it happened, with the time before it (“at 15:50 decide …”), or reopen the meeting if it went on.";
    "decided-inquorate" Now: "Enough members are present when something is decided (the body's own rule)." -> "Tell the chair, and decide it again when enough are there; or overrule.";
    "decision-not-put" Close: "A draft decision is put, or struck out." -> "Put it, or strike it out.";
    "decision-without-verb" Close: "A decision says what it does." -> "Word it anew: agreed, noted, approved or whatever was done.";
    "declared-otherwise" Now: "What the chair declares is what the count comes to by the rule that applies." -> "Tell the chair; take the vote again, correct the count, or overrule.";
    "deferred-to-when" Close: "An item that is put off says to when, or to which meeting." -> "Defer it again with “to”, or overrule.";
    "earlier-minutes-date" Now: "The minutes before the meeting are those of the last meeting held." -> "Check the date with the chair, and correct the agenda; or overrule.";
    "election-unfinished" Close: "An election that is on the agenda has a result." -> "Record who was elected, or defer the item.";
    "ends-before-it-begins" Now: "The meeting ends after it begins." -> "Correct the time that is wrong.";
    "exclusion-without-law" Now: "A resolution to exclude the public cites the law that allows it." -> "Set “access” in the body's rules, or its own ground as [[rules.exclusion]], and adopt it; then take the resolution back with “undo”, or strike it out, and record it again.";
    "exclusion-without-paragraph" Now: "A resolution to exclude the public states the description of exempt information (Local Government Act 1972, section 100A(5))." -> "Take it back with “undo” and name the paragraph, or strike it out and record it again.";
    "exclusion-without-reason" Now: "A parish council excludes the public for the confidential nature of the business or for special reasons that the resolution states (Public Bodies (Admission to Meetings) Act 1960, section 1(2))." -> "Take it back with “undo” and give the reason: “exclude 9 because …”; or strike it out and record it again.";
    "exempt-in-public" Now: "An item expected to be taken in private is taken after the public was excluded (Local Government Act 1972, section 100A)." -> "Record the exclusion with “exclude”, that it is “confidential”, or with “not-exclude” that the public stays.";
    "figure-elsewhere" Close: "A percentage in the reasons for a decision is one that stands elsewhere under its item, where percentages do." -> "Check the figure, and correct whichever is wrong; or overrule.";
    "finish-time" Now: "The meeting ends by the finish time of the body's rules." -> "Tell the chair: extend the meeting, or put off what is left.";
    "finished-late" Close: "A meeting that sits beyond the finish time of the body's rules has agreed to." -> "Record the extension at the time it was agreed, or overrule.";
    "first-minute-number" Close: "Minutes are numbered on from the meeting before, or anew from 1." -> "Correct first-minute in the agenda, or overrule.";
    "half-typed" Close: "What is typed is recorded, or cleared away." -> "Go there, and end the text with Enter or clear it.";
    "inquorate" Now: "Enough members are present (the body's own rule)." -> "Tell the chair; adjourn, or go on informally with a note.";
    "hearing-in-private" Now: "A confirmation hearing is held in public; only its deliberation may be private (Police Reform and Social Responsibility Act 2011, Schedule 1, paragraph 10, and Schedule 8, paragraph 6)." -> "Tell the chair and readmit the public. If it was only the deliberation, strike the resolution out and record it with “exclude deliberation”, or overrule.";
    "hearing-report-late" Now: "The report on a proposed appointment is made within three weeks, which begin with the day of notification (Police Reform and Social Responsibility Act 2011, Schedules 1 and 8)." -> "Tell the chair; overrule where days about an election do not count.";
    "interested-mover" Now: "Nobody moves or seconds anything under an item in which they may not take part or vote." -> "Correct who moved it, strike it out, or overrule.";
    "interested-not-back" Close: "Whoever left for the length of an item is recorded as back before they speak or vote again." -> "Record when they returned, with the time before it: at 14:05 return NAME.";
    "interested-present" Now: "Whoever must leave for an interest is away while the item is taken (the body's own rule)." -> "Press the key for as-declared when they leave, record it with the time, or overrule.";
    "interested-speaker" Now: "Whoever must leave for an interest does not speak on the item (Localism Act 2011, section 31)." -> "Tell the Monitoring Officer; correct the speaker, or overrule.";
    "interested-voter" Now: "Whoever has an interest that bars from voting does not vote (Localism Act 2011, section 31)." -> "Tell the chair at once: have the vote taken again, correct it, or overrule.";
    "item-not-taken" Close: "Every item of the agenda is taken, skipped or deferred." -> "Take it, or skip or defer it.";
    "item-without-decision" Close: "An item with a paper ends with an outcome." -> "Record what was decided, even if only to note; where a motion was lost, what was decided instead (refused, deferred), or that nothing was.";
    "left-before-beginning" Now: "Nobody leaves before the meeting begins; whoever does was not there." -> "Correct the time of the entry: correct #12 14:20; or mark them as absent or as having sent apologies.";
    "majority-out-of-reach" Now: "A majority of all members is put when enough are there to reach it (Police Reform and Social Responsibility Act 2011, Schedule 5, for a veto)." -> "Tell the chair before the vote; or overrule.";
    "mark-without-name" Close: "A time mark is named, so that it says something later." -> "Name it, or strike it out.";
    "member-unaccounted" Now: "Every member is present, absent, or has sent apologies." -> "Mark them in the attendance pad.";
    "minutes-not-dealt-with" Close: "Every set of earlier minutes before the meeting is agreed or deferred." -> "Record what became of it.";
    "minutes-of-other-date" Now: "The minutes that are agreed are those before the meeting." -> "Ask the chair which were meant, and correct or strike out the entry; or overrule.";
    "motion-open" Close: "Whatever is moved is voted on, withdrawn, or falls." -> "Record what became of it: the vote, or that it was withdrawn or not seconded.";
    "motion-without-mover" Close: "Whatever is carried was moved by somebody, where the body's rules ask for a seconder: a motion, and what was voted on without one." -> "Record who moved it: as a motion that is then voted on; or overrule.";
    "motion-without-seconder" Close: "Whatever is carried was seconded, where the body's rules ask for it." -> "Record who seconded it, or overrule.";
    "mover-not-member" Now: "Whoever moves or seconds is a member with a vote." -> "Correct who moved or seconded it with “edit”, or overrule.";
    "no-presider" Now: "Somebody presides while the meeting sits (Local Government Act 1972, Schedule 12)." -> "Record who took the chair.";
    "not-unanimous" Now: "Unanimous means that everybody voted for it, and nobody against that none voted against." -> "Take the vote again as nobody-against or with its count, or correct the member's own vote.";
    "nothing-recorded" Close: "An item that was taken says what happened, even if nothing did." -> "Press the nil key, or write what was said.";
    "notice-too-short" Now: "The agenda is published as many clear days before the meeting as the body's rules ask for (Local Government Act 1972, sections 100A(6) and 100B(3), or Schedule 12, paragraph 10(2))." -> "Tell the chair and the Monitoring Officer before anything is decided; or overrule.";
    "party-stays-for-internal" Now: "Those whom the body scrutinises leave before its own business." -> "Record that they left, or overrule.";
    "plan-date-closed" Close: "Meetings of the plan are on working days." -> "Correct the plan, or overrule where the body meets on such days.";
    "plan-date-twice" Close: "No two meetings of the plan are on one day." -> "Correct the plan.";
    "plan-date-past" Close: "Meetings of the plan are yet to come." -> "Correct the plan.";
    "possible-undertaking" Close: "A promise that somebody made is captured as an undertaking." -> "Turn the point into an undertaking, or overrule.";
    "precept-notified-late" Now: "A proposed precept is notified by 1 February (Police Reform and Social Responsibility Act 2011, Schedule 5; SI 2012/2271)." -> "Check the date in the agenda; tell the chair, and overrule.";
    "precept-report-late" Now: "A precept is reported on by 8 February, and a revised one by 22 February (SI 2012/2271, regulations 4 and 6)." -> "Tell the chair: a veto that is reported later has no effect.";
    "private-at-close" Close: "The public is readmitted, or the minutes say that the meeting ended in private." -> "Record the readmission with its time, or overrule.";
    "private-at-open-item" Now: "The public is excluded only from the business that the resolution names (Local Government Act 1972, section 100A(4) and (5))." -> "Readmit the public, or exclude it from this item too.";
    "private-correction" Close: "What the public heard is corrected for everybody, or stands as they heard it." -> "Word it for everybody with “publish”, or overrule.";
    "private-without-ground" Now: "The room is closed to the public only on a ground that is recorded (Local Government Act 1972, section 100A)." -> "Record the resolution with “exclude”, or that it is “confidential”; or let the public back with “readmit”, and overrule for the time that is past.";
    "private-without-summary" Close: "Where leaving private words out leaves no coherent record of an item, the proper officer writes a summary for everybody (Local Government Act 1972, section 100C(2))." -> "Write it with “public-summary”, give what was decided a “public-title”, or overrule.";
    "presider-interested" Now: "Whoever presides has declared no interest in the item before the meeting." -> "Ask who takes the chair for the item and record it, or overrule.";
    "second-precept-meeting" Close: "A meeting on a precept is planned by 8 February, and one on a revised precept lies between the response of 15 February and the report of 22 February (SI 2012/2271, regulations 4 to 6)." -> "Correct the plan, or overrule where an earlier response is agreed.";
    "quorum-lost-to-interests" Now: "Enough members may take part in the item (the body's own rule)." -> "Tell the chair: put the item off, or ask for dispensations.";
    "recorded-vote-askers" Now: "A recorded vote is taken when enough members ask for it (the body's own rule)." -> "Record who else asked, or overrule.";
    "remote-not-set" Now: "The body's rules say whether members who attend remotely count." -> "Ask the Monitoring Officer, and set remote-counts in body.toml; or overrule.";
    "reply-without-date" Close: "What is sent to another body asks for a reply by a day, where the body's rules want one (reply-dates)." -> "Decide it again with “reply”, or overrule.";
    "slot-unfilled" Close: "No words are left between braces." -> "Write what belongs there.";
    "speaker-not-present" Close: "Those who speak are recorded as present." -> "Mark them present, or correct the speaker.";
    "speaker-unknown" Close: "Every speaker is named." -> "Say who it was.";
    "still-open" Close: "The meeting has an end." -> "Close it when the chair does.";
    "substitute-and-member" Now: "A substitute sits only while the member does not." -> "End the substitution, or mark the member as not present.";
    "substitute-counted" Now: "A majority of all members counts members, where the body's rules say that substitutes are none." -> "Tell the chair and the Monitoring Officer; take the vote by name, or overrule.";
    "substitute-for-nobody" Close: "A substitute sits for a member who is away." -> "Record the member's apologies or absence, or end the substitution.";
    "substitute-not-eligible" Now: "A substitute is one whom the body's scheme allows. What was decided stands all the same (Local Government Act 1972, Schedule 12, paragraph 43)." -> "Ask the Monitoring Officer; end the substitution, or overrule.";
    "substitute-not-listed" Close: "A substitute is on the body's list, or there is a reason." -> "Give the reason, or overrule.";
    "substitute-without-notice" Close: "Notice was given of every substitute, where the body's rules ask for it." -> "Record the notice as the reason for the substitution, or overrule.";
    "supplementary-unanswered" Close: "A supplementary question is answered, or the minutes say that it will be." -> "Record what was said with “answer”, if only that the reply will be in writing; or overrule.";
    "tie-unsettled" Now: "An equality of votes is settled by a casting vote, or leaves the motion lost (Local Government Act 1972, Schedule 12, paragraph 39(2))." -> "Record casting for, against or none.";
    "topic-not-reviewed" Close: "Every action up for review is reported on." -> "Record the update, even if it is only that there is none.";
    "to-write-up" Close: "Every jotting is written up." -> "Go through them with write-up.";
    "two-motions-open" Now: "One motion is before the meeting at a time." -> "Deal with the earlier one, or put both against each other with contest.";
    "urgent-without-reason" Now: "Business that was not on the agenda in time is urgent by reason of special circumstances, which the minutes give (Local Government Act 1972, section 100B(4)(b))." -> "Give the chair's reason with “urgent”, or overrule.";
    "verb-not-recommended" Close: "What is decided is what the paper asks for." -> "Check the words and the verb of the decision, or overrule.";
    "veto-not-available" Now: "A veto is of a proposed precept, or of the first candidate for Chief Constable (Police Reform and Social Responsibility Act 2011, Schedules 5 and 8; SI 2012/2271)." -> "Record what was decided in other words: “reject” for a revised precept, “recommend” for a candidate.";
    "veto-short-of-members" Now: "A veto has the votes of the share of all members that the body's rule “veto” asks for (Police Reform and Social Responsibility Act 2011, Schedules 5 and 8: two thirds)." -> "Tell the chair; take the vote by name or count it, with “rule veto”.";
    "veto-without-direction" Now: "A veto of a precept says whether it is too high or too low (SI 2012/2271, regulation 5)." -> "Ask, and say it with “verb veto-too-high” or “verb veto-too-low”.";
    "vote-miscounted" Now: "For, against, abstaining and not voting add up to those who could vote." -> "Count again, or say who did not vote.";
    "voter-not-entitled" Now: "Those who vote are members in the room, with a vote." -> "Correct the vote or the attendance, or overrule.";
    "withdrawn-yet-decided" Close: "Nothing is decided under an item that was withdrawn." -> "Take the item up again, or strike the decision out.";
}

/// The rule of a name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    CATALOGUE.iter().find(|rule| rule.name == name)
}
