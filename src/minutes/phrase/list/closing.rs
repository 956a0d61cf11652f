//! The phrases of meetings to come, of the table of decisions, of pauses and of the end.

use super::chapter;

chapter! { $ closing "What follows, pauses and the end"
    /// A meeting to come.
    PlanDate = "plan-date" Label (date: Date, time: Time, label: Text) "{date:caps}[ - {label}][ {time}]";
    /// A meeting to come whose date is not known.
    PlanUndated = "plan-undated" Label (time: Time, label: Text) "TBC[ - {label}][ {time}]";
    /// What this meeting added to a meeting to come.
    PlanAdded = "plan-added" Label (items: Text, month: Text) "{items} to the {month} agenda";
    /// In the table of decisions: the item, named in the first of its rows.
    DecisionRow = "decision-row" Label (row: Text, title: Text, minute: Text) "[{row} ][{title}]";
    /// In the table of decisions: the day of the meeting, named in the first row.
    DecisionDate = "decision-date" Label (row: Text, date: Date) "[{date:short}]";
    /// In the table of decisions: what a meeting heard of an action that an earlier one left.
    UpdateRow = "update-row" Label (date: Date, text: Text) "[{date:short}: ]{text}";
    /// In the table of decisions: an undertaking.
    UndertakingRow = "undertaking-row" Sentence (owner: Text, text: Text, due: Text) "{owner} to {text}[ by {due}].";
    /// The heading over topics for reports to come.
    TopicsHeading = "topics-heading" Label () "Topics for future reports";
    /// A meeting to come where they stand in sentences.
    PlanSentence = "plan-sentence" Sentence (date: Date, time: Time, venue: Text, items: Text)
        "[{date:weekday}][ at {time}][, {venue}][: {items}].";
    /// What the register calls a decision.
    RegisterDecision = "register-decision" Label () "Decision";
    /// What the register calls an undertaking.
    RegisterUndertaking = "register-undertaking" Label () "Undertaking";
    /// An adjournment.
    Adjournment = "adjournment" Sentence (from: Time, to: Time, until: Text, reason: Text)
        "The meeting was adjourned at {from}[ until {until}][ because {reason}].[ It resumed at {to}.]";
    /// A short break.
    Recess = "recess" Sentence (from: Time, to: Time, until: Text, reason: Text)
        "The meeting took a recess at {from}[ because {reason}].[ It resumed at {to}.]";
    /// An adjournment for want of a quorum.
    InquorateAdjourned = "inquorate-adjourned" Sentence (from: Time, to: Time, until: Text, reason: Text)
        "There being no quorum, the meeting was adjourned at {from}[ until {until}][ because {reason}].[ It resumed at {to}.]";
    /// A close for want of a quorum.
    InquorateClosed = "inquorate-closed" Sentence (from: Time, reason: Text) "There being no quorum[ because {reason}], the meeting was closed at {from}.";
    /// A time on another day than that on which the meeting began.
    OtherDay = "other-day" Label (time: Time, date: Date) "{time} on {date}";
    /// The earlier meeting whose business this one goes on with.
    Follows = "follows" Sentence (date: Date) "This meeting followed that of {date}.";
    /// The earlier meeting that was adjourned to this day.
    AdjournedFrom = "adjourned-from" Sentence (date: Date) "This was the meeting of {date}, which had been adjourned to this day.";
    /// A meeting that is held with this one.
    Companion = "companion" Sentence (meeting: Text) "This meeting was held together with {meeting}.";
    /// When the meeting began and ended.
    Times = "times" Sentence (began: Time, ended: Time) "The meeting began at {began}[ and ended at {ended}]";
    /// What stands below, for whoever signs.
    Signature = "signature" Label () "CHAIR";
}
