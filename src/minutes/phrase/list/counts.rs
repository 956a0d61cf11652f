//! The phrases of counts: votes in words, in lines and in tables.

use super::chapter;

chapter! { $ counts "Counts of votes"
    /// How many votes, for `yes_votes` and `no_votes` in `votes`.
    SomeVotes = "some-votes" Label (count: Number) "no votes" | "one vote" | "{count} votes";
    /// How many abstentions, for `abstentions` in `votes`.
    SomeAbstentions = "some-abstentions" Label (count: Number) "no abstentions" | "one abstention" | "{count} abstentions";
    /// Where counts stand in lines: those for.
    VoteLineFor = "vote-line-for" Label (votes: Number) "For: {votes}";
    /// Where counts stand in lines: those against.
    VoteLineAgainst = "vote-line-against" Label (votes: Number) "Against: {votes}";
    /// Where counts stand in lines: those who abstained.
    VoteLineAbstained = "vote-line-abstained" Label (votes: Number) "Abstentions: {votes}";
    /// Where counts stand in lines: those who did not vote. In brackets it is left out where there were none.
    VoteLineNot = "vote-line-not-voting" Label (votes: Number) "[Not voting: {votes}]";
    /// Where counts stand in tables: the column of those for.
    VoteColumnFor = "vote-column-for" Label () "FOR";
    /// Where counts stand in tables: the column of those against.
    VoteColumnAgainst = "vote-column-against" Label () "AGAINST";
    /// Where counts stand in tables: the column of those who abstained.
    VoteColumnAbstained = "vote-column-abstained" Label () "ABSTENTIONS";
    /// Where counts stand in tables: the column of those who did not vote, left out where there were none.
    VoteColumnNot = "vote-column-not-voting" Label () "NOT VOTING";
}
