//! The phrases of the register of actions: what became of everything that was promised and recommended.

use super::chapter;

chapter! { $ followed "The register of actions"
    /// What the register of actions is called.
    PaperFollowed = "paper-followed" Label () "Actions";
    /// The columns of the register, a line each: where it was said, what, who, by when, what became of it.
    FollowedColumns = "followed-columns" Label () "MEETING AND ITEM\nACTION\nOWNER\nDUE\nSTATE AND UPDATES";
    /// The columns of the tracker, a line each: the day of the meeting, the item, what, what became of it.
    FollowedTracker = "followed-tracker" Label () "DATE OF MEETING\nITEM\nACTION\nUPDATE";
    /// What stands for the table of a body without actions.
    FollowedNone = "followed-none" Sentence () "None.";
    /// The state of an action of which nothing has come yet.
    StateOpen = "state-open" Label () "open";
    /// The state of an action that somebody is at work on.
    StateInHand = "state-in-hand" Label () "in hand";
    /// The state of an action of which nothing can be said yet.
    StateTooEarly = "state-too-early" Label () "too early to say";
    /// The state of an action that is done.
    StateDone = "state-done" Label () "done";
    /// The state of an action that will not be done.
    StateDeclined = "state-declined" Label () "declined";
    /// The state of an action that turned out to be for others.
    StateNotOurs = "state-not-ours" Label () "for somebody else";
    /// What stands after the state of an action that is past its day.
    StateOverdue = "state-overdue" Label () "overdue";
}
