//! The phrases of decisions and what goes with them.

use super::chapter;

chapter! { $ decisions "Decisions"
    /// The heading before decisions; empty for none.
    DecisionHeading = "decision-heading" Label () "ACTION";
    /// A decision.
    Decision = "decision" Label (words: Text) "{words}";
    /// A decision in the words of a motion, which begin with “That”.
    /// What the slots say here stands in no brackets behind it.
    Resolved = "resolved" Label (body: Text, words: Text, how: Text, moved: Text, votes: Text) "RESOLVED: {words}";
    /// What stands in brackets after a decision: who moved it, the count, how it was agreed.
    InBrackets = "in-brackets" Label (text: Text) "({text})";
    /// Where decisions stand in tables: the column of the words.
    DecisionColumnWords = "decision-column-words" Label () "DECISION";
    /// Where decisions stand in tables: the column of who moved it.
    DecisionColumnMoved = "decision-column-moved" Label () "MOVED";
    /// Where decisions stand in tables: the column of the vote.
    DecisionColumnVotes = "decision-column-votes" Label () "VOTE";
    /// What stands before the verb of a decision that everybody voted for.
    Unanimously = "unanimously" Label () "unanimously";
    /// What stands after a decision that nobody voted against.
    NobodyAgainst = "nobody-against" Label () "nobody voting against";
    /// What stands after a decision by show of hands.
    ShowOfHands = "show-of-hands" Label () "by show of hands";
    /// Words that have not been put to the meeting.
    DecisionPending = "decision-pending" Label (words: Text) "{words} (not yet decided)";
    /// The heading before the reasons for a decision.
    Reasons = "reasons" Label () "Reasons for the decision";
    /// The heading before the conditions of a decision.
    Conditions = "conditions" Label () "Conditions";
    /// Members who asked for their dissent to be recorded.
    Dissent = "dissent" Sentence (members: People) "{members:formal} asked that {members:his} dissent be recorded.";
    /// What stands after a decision that has effect although the vote was against it.
    Stands = "stands" Label (reason: Text) "which stands although the vote was against it[: {reason}]";
    /// What stands after a decision that was taken outside the meeting.
    Outside = "outside" Label (by: Text, on: Text) "decided outside the meeting[ by {by}][ on {on}]";
    /// What opens a decision in parts where nothing else does.
    DecisionLead = "decision-lead" Sentence (body: Text) "The {body} *AGREED*:";
    /// The words of a decision to send something to another body.
    DecisionRefer = "decision-refer" Sentence (body: Text, what: Text, to: Text, due: Text)
        "The {body} *AGREED* to *REFER* {what} to {to}[, with a reply by {due}].";
    /// The words of a decision to advise another body.
    DecisionRecommend = "decision-recommend" Sentence (body: Text, what: Text, to: Text, due: Text)
        "The {body} *AGREED* to *RECOMMEND* to {to} that {what}[, with a reply by {due}].";
    /// The words of a decision to leave something to an officer.
    DecisionDelegate = "decision-delegate" Sentence (body: Text, what: Text, to: Text, with: Text)
        "The {body} *AGREED* to *DELEGATE* {what} to {to}[, in consultation with {with}].";
    /// The words of a decision to put something off.
    DecisionDefer = "decision-defer" Sentence (body: Text, what: Text, due: Text)
        "The {body} *AGREED* to *DEFER* {what}[ to {due}].";
    /// The words of a decision to sit beyond the finish time.
    DecisionExtend = "decision-extend" Sentence (body: Text, until: Time) "The {body} *AGREED* that the meeting continue until {until}.";
    /// The row of totals of a table.
    Total = "total" Label () "Total";
    /// A recommendation to somebody else who decides.
    Recommendation = "recommendation" Sentence (body: Text, to: Text, text: Text) "The {body} made the following recommendation to {to}: {text}";
    /// What stands after something recorded once the meeting had closed.
    AfterMeeting = "after-meeting" Label () " (recorded after the meeting)";
}
