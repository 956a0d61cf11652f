//! The phrases of elections to an office.

use super::chapter;

chapter! { $ elections "Elections"
    /// Who asked for nominations.
    NominationsAsked = "nominations-asked" Sentence (presider: People, role: Text) "{presider:office} asked for nominations for the role of {role}.";
    /// The same where it is not recorded who presided.
    NominationsInvited = "nominations-invited" Sentence (role: Text) "Nominations were invited for the role of {role}.";
    /// A nomination.
    Nomination = "nomination" Sentence (nominee: People, absence: Text, proposer: People, seconder: People)
        "{nominee:full}[ ({absence})] was nominated[ by {proposer:formal}][ and seconded by {seconder:formal}].";
    /// How it is said that a nominee was not there.
    InAbsence = "in-absence" Label (nominee: People) "in {nominee:his} absence";
    /// The outcome where there was one nomination.
    ElectedUnopposed = "elected-unopposed" Sentence (elected: People, role: Text, year: Text)
        "There were no other nominations and therefore {elected:full} was appointed {role}[ for the municipal year {year}].";
    /// The outcome where there were several nominations.
    ElectedByVote = "elected-by-vote" Sentence (elected: People, role: Text, year: Text)
        "Upon being put to the vote, {elected:full} was appointed {role}[ for the municipal year {year}].";
    /// The outcome where nobody was elected.
    NobodyElected = "nobody-elected" Sentence (role: Text) "No appointment of {role:a} was made.";
    /// The outcome where every other nominee withdrew.
    ElectedRemaining = "elected-remaining" Sentence (elected: People, role: Text, year: Text)
        "There being no other nominee, {elected:full} was appointed {role}[ for the municipal year {year}].";
    /// The outcome after votes that were told of.
    ElectedAfterVotes = "elected-after-votes" Sentence (elected: People, role: Text, year: Text)
        "{elected:full} was therefore appointed {role}[ for the municipal year {year}].";
    /// A nominee withdraws.
    NomineeWithdrew = "nominee-withdrew" Sentence (nominee: People) "{nominee:formal} withdrew.";
    /// The votes of one round.
    NomineesVotedOn = "nominees-voted-on" Sentence (method: Text, votes: Text, abstained: Number)
        "On being put to the vote[ {method}][ there were {votes}][, {abstained} abstaining].";
    /// The votes for one nominee.
    NomineeVotes = "nominee-votes" Label (votes: Number, nominee: People, voters: People)
        "no votes for {nominee:formal}"
        | "{votes} vote for {nominee:formal}[ ({voters:formal})]"
        | "{votes} votes for {nominee:formal}[ ({voters:formal})]";
    /// The casting vote in an election.
    NomineeCasting = "nominee-casting" Sentence (presider: People, nominee: People)
        "There being an equality of votes, {presider:formal} gave the casting vote for {nominee:formal}.";
    /// A lot settled what was equal.
    DrawnByLot = "drawn-by-lot" Sentence () "There being an equality of votes, lots were drawn.";
    /// Those who left after a round.
    NomineesOut = "nominees-out" Sentence (nominees: People) "{nominees:formal} took no further part in the election.";
    /// How votes were taken: by ballot.
    ByBallot = "by-ballot" Label () "by ballot";
    /// How votes were taken: by name.
    ByNames = "by-names" Label () "by recorded vote";
    /// Nobody was nominated.
    NoNominations = "no-nominations" Sentence (role: Text) "There were no nominations for the role of {role}.";
}
