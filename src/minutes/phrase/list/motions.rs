//! The phrases of motions and votes.

use super::chapter;

chapter! { $ motions "Motions and votes"
    /// A motion.
    Motion = "motion" Sentence (mover: People, seconder: People, seconded: Text, words: Text)
        "{mover:formal} proposed[, seconded by {seconder:formal},][, which was {seconded},] the following: {words}";
    /// A motion by somebody who is not named.
    MotionUnnamed = "motion-unnamed" Sentence (seconder: People, seconded: Text, words: Text)
        "It was proposed[ and {seconded}][ and seconded by {seconder:formal}]: {words}";
    /// That something was seconded by somebody who is not named.
    Seconded = "seconded" Label () "seconded";
    /// An amendment.
    AmendmentMoved = "amendment-moved" Sentence (mover: People, seconder: People, seconded: Text, words: Text, reads: Text)
        "{mover:formal} proposed[, seconded by {seconder:formal},][, which was {seconded},] an amendment: {words}[ The motion would then read: {reads}]";
    /// An amendment by somebody who is not named.
    AmendmentUnnamed = "amendment-unnamed" Sentence (seconder: People, seconded: Text, words: Text, reads: Text)
        "An amendment was proposed[ and {seconded}][ and seconded by {seconder:formal}]: {words}[ The motion would then read: {reads}]";
    /// What is voted on where it is a motion.
    WhatMotion = "what-motion" Label () "motion";
    /// What a sentence calls a nomination.
    WhatNomination = "what-nomination" Label () "nomination";
    /// What is voted on where it is a motion that was amended.
    WhatSubstantive = "what-substantive" Label () "substantive motion";
    /// What is voted on where it is an amendment.
    WhatAmendment = "what-amendment" Label () "amendment";
    /// What is voted on where it is a part of a motion.
    WhatPart = "what-part" Label (number: Number) "part numbered {number}";
    /// How a motion was carried.
    MotionCarried = "motion-carried" Sentence (what: Text, votes: Text)
        "On being put to the vote, the {what} was carried[ ({votes})].";
    /// How a motion was lost.
    MotionLost = "motion-lost" Sentence (what: Text, votes: Text)
        "On being put to the vote, the {what} was lost[ ({votes})].";
    /// A motion agreed without a vote.
    MotionAgreed = "motion-agreed" Sentence (what: Text) "The {what} was agreed.";
    /// A motion withdrawn.
    MotionWithdrawn = "motion-withdrawn" Sentence (what: Text) "The {what} was withdrawn.";
    /// A motion without a seconder.
    MotionLapsed = "motion-lapsed" Sentence (what: Text) "The {what} was not seconded and fell.";
    /// A motion that fell with another, or because an alternative was chosen.
    MotionFallen = "motion-fallen" Sentence (what: Text) "The {what} fell.";
    /// A motion that was not put, since the meeting went on to its next business.
    MotionNotPut = "motion-not-put" Sentence (what: Text)
        "The {what} was not put to the vote, since it was resolved to go on to the next business.";
    /// An amendment taken into the motion without a vote.
    AmendmentAccepted = "amendment-accepted" Sentence (mover: People)
        "The amendment was accepted[ by {mover:formal}] and became part of the motion.";
    /// What a carried amendment does.
    BecameSubstantive = "became-substantive" Sentence () "The motion as amended became the substantive motion.";
    /// As many for as against.
    VotesEqual = "votes-equal" Sentence (votes: Text) "There was an equality of votes[ ({votes})].";
    /// How a tie was settled.
    CastingVote = "casting-vote" Sentence (presider: People, way: Text, outcome: Text)
        "{presider:office} used {presider:his} casting vote {way}, which was therefore {outcome}.";
    /// A casting vote for the motion.
    CastingFor = "casting-for" Label (what: Text) "for the {what}";
    /// A casting vote against the motion.
    CastingAgainst = "casting-against" Label (what: Text) "against the {what}";
    /// What a tied motion was, where it carried.
    Carried = "carried" Label () "carried";
    /// What a tied motion was, where it was lost.
    Lost = "lost" Label () "lost";
    /// A tie that nobody settled.
    NoCastingVote = "no-casting-vote" Sentence (what: Text, outcome: Text)
        "No casting vote was given, and the {what} was {outcome}.";
    /// A vote taken another time.
    VoteAgain = "vote-again" Sentence () "The vote was taken again.";
    /// How many votes were needed, where it was not the simple majority of those voting.
    VotesNeeded = "votes-needed" Sentence (needed: Number, base: Number, whole: Text)
        "This needed the votes of {needed} of the {base} {whole}.";
    /// Whose number a majority is of: those who voted for or against.
    OfVoting = "of-voting" Label () "members voting";
    /// Whose number a majority is of: those present who may vote.
    OfPresent = "of-present" Label () "members present";
    /// Whose number a majority is of: all members.
    OfMembers = "of-members" Label () "members of the body";
    /// Whose number a majority is of: all seats.
    OfSeats = "of-seats" Label () "seats";
    /// Who asked for a recorded vote.
    VoteAskedFor = "vote-asked-for" Sentence (members: People) "{members:formal} asked for a recorded vote.";
    /// Those who voted for, in a recorded vote.
    VotesFor = "votes-for" Label (members: People, count: Number) "For: {members:formal}.";
    /// Those who voted against, in a recorded vote.
    VotesAgainst = "votes-against" Label (members: People, count: Number) "Against: {members:formal}.";
    /// Those who abstained, in a recorded vote.
    VotesAbstained = "votes-abstained" Label (members: People, count: Number) "Abstained: {members:formal}.";
    /// Those who did not vote, in a recorded vote.
    VotesNot = "votes-not-voting" Label (members: People, count: Number) "Not voting: {members:formal}.";
    /// A member who had their own vote recorded.
    OwnVote = "own-vote" Sentence (member: People, way: Text)
        "{member:formal} asked for it to be recorded that {member:he} {way}.";
    /// Of a member's own vote.
    VotedFor = "voted-for" Label () "voted in favour";
    /// Of a member's own vote.
    VotedAgainst = "voted-against" Label () "voted against";
    /// Of a member's own vote.
    VotedAbstained = "voted-abstained" Label () "abstained";
    /// Of a member's own vote.
    VotedNot = "voted-not" Label () "did not vote";
    /// A motion that was put in parts.
    MotionDivided = "motion-divided" Sentence () "The motion was put in parts.";
    /// One part of a motion.
    MotionPart = "motion-part" Label (number: Number, words: Text) "({number}) {words}";
    /// A vote on words that nobody is recorded to have moved.
    VoteTaken = "vote-taken" Sentence (votes: Text) "On being put to the vote, the following was carried[ ({votes})]:";
    /// Who moved and seconded a decision, in brackets after its words.
    MovedBrackets = "moved-brackets" Label (mover: People, seconder: People)
        "Proposed by {mover:formal}[ and seconded by {seconder:formal}]";
    /// Other items that a decision decides as well.
    DecidedAlso = "decided-also" Sentence (items: Text) "The same was decided for {items}.";
    /// An item that was decided together with another.
    DecidedWith = "decided-with" Sentence (item: Text) "This item was decided together with {item}.";
    /// Motions put against each other.
    ContestCount = "contest-count" Label (words: Text, votes: Number, voters: People)
        "{votes} for “{words}”[ ({voters:formal})]";
    /// A vote between motions put against each other.
    ContestRound = "contest-round" Sentence (counts: Text, abstained: Number)
        "The motions were put against each other[: {counts}][, {abstained} abstaining].";
    /// A motion that left after a vote between several.
    ContestOut = "contest-out" Sentence (words: Text) "“{words}” had the fewest votes and fell.";
    /// How a tie between motions was settled.
    ContestCasting = "contest-casting" Sentence (presider: People, words: Text)
        "{presider:office} used {presider:his} casting vote for “{words}”.";
    /// The motion that was chosen.
    ContestChosen = "contest-chosen" Sentence (words: Text) "“{words}” was chosen and became the substantive motion.";
    /// What stands for a count where everybody voted for it.
    VotesUnanimous = "votes-unanimous" Label () "the voting being unanimous";
    /// What stands for a count where papers were collected.
    VotesByBallot = "votes-by-ballot" Label () "by ballot";
    /// The usual words of a motion to go on to the next business.
    ThatNextBusiness = "that-next-business" Label () "That the meeting proceed to the next business";
    /// The usual words of a motion to vote without more debate.
    ThatPutTheQuestion = "that-put-the-question" Label () "That the question be now put";
    /// The usual words of a motion to adjourn the debate.
    ThatAdjournDebate = "that-adjourn-debate" Label () "That the debate be adjourned";
    /// The usual words of a motion to adjourn the meeting.
    ThatAdjourn = "that-adjourn" Label () "That the meeting be adjourned";
    /// The usual words of a motion to go on beyond the time at which the meeting would end.
    ThatExtend = "that-extend" Label ()
        "That the meeting continue beyond its usual time to complete the business remaining";
    /// The usual words of a motion to change the order of business.
    ThatChangeOrder = "that-change-order" Label () "That the order of business be changed";
    /// The usual words of a motion to vote by name.
    ThatRecordedVote = "that-recorded-vote" Label () "That a recorded vote be taken";
    /// The usual words of a motion to suspend a rule of procedure.
    ThatSuspendRule = "that-suspend-rule" Label () "That the rules of procedure be suspended for this item";
    /// A count of votes. What nobody did stands only outside brackets.
    Votes = "votes" Label (yes: Number, no: Number, abstained: Number, not_voting: Number, yes_votes: Text, no_votes: Text, abstentions: Text)
        "{yes} for, {no} against[, {abstained} abstaining][, {not_voting} not voting]";
}
