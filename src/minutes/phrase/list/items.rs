//! The phrases of items as such: what became of one, and that there was nothing to say on it.

use super::chapter;

chapter! { $ items "Items"
    /// An item that was put off.
    ItemDeferred = "item-deferred" Sentence (to: Text, reason: Text) "This item was deferred[ to {to}][ because {reason}].";
    /// An item that was withdrawn.
    ItemWithdrawn = "item-withdrawn" Sentence (reason: Text) "This item was withdrawn[ because {reason}].";
    /// An item that was taken as part of another.
    ItemMerged = "item-merged" Sentence (item: Text) "This item was considered with {item}.";
    /// An item that was taken before one that stands before it.
    TakenBefore = "taken-before" Sentence (item: Text) "This item was taken before {item}.";
    /// One thing that is known of an item.
    ItemFact = "item-fact" Label (label: Text, value: Text) "{label}: {value}";
    /// An item that was not taken.
    ItemSkipped = "item-skipped" Sentence () "This item was not taken.";
    /// An item that the meeting has not come to, in a draft made before its close.
    ItemToCome = "item-to-come" Sentence () "(Not yet taken.)";
    /// What stands under an item that was taken, where nothing is recorded. Nothing by default: the closing list tells.
    ItemNothing = "item-nothing" Sentence () "";
    /// Nobody had anything to say on a report.
    NoDiscussion = "no-discussion" Sentence () "There were no questions or comments.";
    /// Nothing to record under an item of no particular kind.
    Nothing = "nothing" Sentence () "There was nothing to record under this item.";
}
