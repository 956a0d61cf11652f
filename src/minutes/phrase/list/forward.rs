//! The phrases of the forward plan as a paper of its own.

use super::chapter;

chapter! { $ forward "The forward plan"
    /// What the forward plan is called, where its file gives it no title.
    PaperForward = "paper-forward" Label () "Forward plan";
    /// The title of the forward plan, a line each.
    ForwardTitle = "forward-title" Label (body: Text, title: Text) "{body:caps}\n{title:caps}";
    /// The heading of a meeting that has a table of its own.
    ForwardMeeting = "forward-meeting" Label (date: Date, time: Time, label: Text) "[{label}: ]{date:weekday}[, {time}]";
    /// The heading of a meeting without a date that has a table of its own.
    ForwardUndated = "forward-undated" Label (time: Time, label: Text) "[{label}: ]date to be confirmed[, {time}]";
    /// What a meeting is called that is for the members alone.
    ForwardPrivate = "forward-private" Label (label: Text) "[{label} – ]private";
    /// The theme of a meeting, or of an item.
    ForwardTheme = "forward-theme" Label (topic: Text) "Theme: {topic}";
    /// The columns of a meeting's own table, a line each: the number, the item with its purpose, whose report it is.
    ForwardColumns = "forward-columns" Label () "No.\nItem\nReport of";
    /// The columns of the plan for spreadsheets, a line each.
    ForwardRegister = "forward-register" Label () "Date\nTime\nMeeting\nVenue\nItem\nPurpose\nReport of\nTheme";
    /// The heading over the topics without a date.
    ForwardTopics = "forward-topics" Label () "Topics without a date";
    /// A topic without a date.
    ForwardTopic = "forward-topic" Label (title: Text, owner: Text) "{title}[ ({owner})]";
    /// The heading over what was changed.
    ForwardChanges = "forward-changes" Label () "Changes to the plan";
    /// In a change: an item, and the day that it was planned for.
    ForwardOfItem = "forward-of-item" Label (title: Text, date: Date) "“{title}”[, planned for {date},]";
    /// In a change: a meeting.
    ForwardOfMeeting = "forward-of-meeting" Label (date: Date, label: Text) "the meeting[ of {date}][ ({label})]";
    /// In a change: where it was decided.
    ForwardDecided = "forward-decided" Label (date: Date, minute: Text) "decided on {date}[, minute {minute}]";
    /// A meeting or item moved; without a day, to one that is not known yet.
    ForwardMoved = "forward-moved" Sentence (what: Text, day: Date, where: Text, reason: Text)
        "{what} moved[ to {day}][ ({where})][: {reason}].";
    /// A meeting or item is no longer planned.
    ForwardDropped = "forward-dropped" Sentence (what: Text, where: Text, reason: Text)
        "{what} is no longer planned[ ({where})][: {reason}].";
    /// A meeting or item was added.
    ForwardAdded = "forward-added" Sentence (what: Text, where: Text, reason: Text)
        "{what} was added[ ({where})][: {reason}].";
    /// The time, venue or name of a meeting changed.
    ForwardChanged = "forward-changed" Sentence (what: Text, from: Text, to: Text, where: Text, reason: Text)
        "{what} changed[ from {from}][ to {to}][ ({where})][: {reason}].";
    /// When the plan was last brought up to date.
    ForwardUpdated = "forward-updated" Label (date: Date) "Updated: {date}";
}
