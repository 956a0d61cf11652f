//! The phrases of who comes and goes, who takes the chair, and who takes up or gives up office.

use super::chapter;

chapter! { $ comings "Coming, going and taking office"
    /// Members left.
    Left = "left" Sentence (members: People, manner: Text, reason: Text, time: Time) "(At this point {members} left the meeting[ {manner}][ because {reason}].)";
    /// Members left for the length of an item, because of an interest in it.
    LeftForItem = "left-for-item" Sentence (members: People, reason: Text, item: Text)
        "{members:formal} left the meeting for the item[ because {reason}] and took no part in the discussion or the vote.";
    /// Members left for the length of an item once they had spoken on it, as the public may.
    SpokeThenLeft = "spoke-then-left" Sentence (members: People, reason: Text, item: Text)
        "Having spoken, {members:formal} left the meeting[ because {reason}] and did not vote on the item.";
    /// People who are no members left for the length of an item.
    OthersLeftForItem = "others-left-for-item" Sentence (members: People, reason: Text, item: Text)
        "{members} left the meeting while the item was considered[ because {reason}].";
    /// Members came.
    Arrived = "arrived" Sentence (members: People, manner: Text, reason: Text, time: Time) "({members} joined the meeting at {time}.)";
    /// Members came back.
    Returned = "returned" Sentence (members: People, manner: Text, reason: Text, time: Time) "(At this point {members} returned to the meeting.)";
    /// Members lost their connection.
    Disconnected = "disconnected" Sentence (members: People, manner: Text, reason: Text, time: Time) "({members} lost the connection to the meeting at {time}.)";
    /// Members were connected again.
    Reconnected = "reconnected" Sentence (members: People, manner: Text, reason: Text, time: Time) "({members} rejoined the meeting remotely at {time}.)";
    /// A party left.
    PartyLeft = "party-left" Sentence (party: People, manner: Text, reason: Text, time: Time)
        "({party:caps} LEFT THE MEETING[ {manner:caps}][ BECAUSE {reason:caps}])";
    /// A party came.
    PartyArrived = "party-arrived" Sentence (party: People, manner: Text, reason: Text, time: Time) "({party:caps} JOINED THE MEETING)";
    /// A party came back.
    PartyReturned = "party-returned" Sentence (party: People, manner: Text, reason: Text, time: Time) "({party:caps} RETURNED TO THE MEETING)";
    /// Somebody takes the chair.
    InTheChair = "in-the-chair" Sentence (person: People) "({person:formal} in the Chair.)";
    /// Somebody takes the chair for an item.
    InTheChairForItem = "in-the-chair-for-item" Sentence (person: People) "({person:formal} took the Chair for this item.)";
    /// Somebody takes the chair again.
    BackInTheChair = "back-in-the-chair" Sentence (person: People) "({person:formal} resumed the Chair.)";
    /// Somebody is co-opted to a seat.
    CoOpted = "co-opted" Sentence (person: People, authority: Text) "{person:full} was co-opted to the vacant seat[ of {authority}].";
    /// Somebody accepts office.
    AcceptedOffice = "accepted-office" Sentence (person: People, role: Text) "{person:full} made the declaration of acceptance of office[ as {role}].";
    /// Somebody resigns.
    Resigned = "resigned" Sentence (person: People, role: Text, reason: Text) "{person:full} resigned as {role}[ because {reason}].";
    /// Somebody is removed from office.
    Removed = "removed" Sentence (person: People, role: Text, reason: Text) "{person:full} was removed from the office of {role}[ because {reason}].";
}
