//! The list of phrases, with their slots and their English defaults.

use super::declare::phrases;
use super::moved::with_motions;
use super::panel::with_panel;
use super::{Kind, Role, Slot, Spec};

with_panel! {
    /// The mark at the head of minutes that nobody has approved.
    Draft = "draft" Label () "DRAFT";
    /// The mark at the head of the minutes of a rehearsal.
    Practice = "practice" Label () "PRACTICE: not a record of a meeting";
    /// The title, a line each.
    Title = "title" Label (body: Text, venue: Text, date: Date) "MINUTES OF A MEETING OF THE\n{body:caps}\n[HELD AT {venue:caps}\n]ON {date:caps}";
    /// The label of an attendance list.
    AttendanceLabel = "attendance-label" Label (group: Text) "{group}:";
    /// The list of members present.
    MembersPresent = "members-present" Label (members: Text) "{members}.";
    /// What stands after the chair's name in the list of members.
    ChairTag = "chair-tag" Label () " (Chair)";
    /// What stands after the vice-chair's name in the list of members.
    ViceChairTag = "vice-chair-tag" Label () " (Vice-Chair)";
    /// What stands after a substitute's name in the list of members.
    SubstituteTag = "substitute-tag" Label (member: People) "";
    /// What stands after an independent member's name in the list of members.
    IndependentTag = "independent-tag" Label () "";
    /// What stands after the name of a member who attends remotely.
    RemoteTag = "remote-tag" Label () " (attending remotely)";
    /// An officer or visitor in the head of the minutes.
    Attender = "attender" Label (person: People, post: Text, organisation: Text) "{person:full}[ {post}][, {organisation}]";
    /// Seats that nobody holds. Nothing by default.
    Vacancies = "vacancies" Label (count: Number, seats: Text) "" | "" | "";
    /// How many members of the public watched.
    PublicPresent = "public-present" Sentence (count: Number) "" | "One member of the public was present." | "{count:words} members of the public were present.";
    /// In the head: a member came late.
    HeadArrived = "head-arrived" Sentence (members: People, time: Time, item: Text) "{members:formal} joined the meeting at {time}[ (item {item})].";
    /// In the head: a member left early.
    HeadLeft = "head-left" Sentence (members: People, time: Time, item: Text) "{members:formal} left the meeting at {time}[ (item {item})].";
    /// In the table of attendance: a member who was there.
    GridPresent = "grid-present" Label () "Present";
    /// In the table of attendance: a substitute who was there.
    GridSubstitute = "grid-substitute" Label (member: People) "Present as substitute for {member:formal}";
    /// In the table of attendance: a member who sent apologies.
    GridApologies = "grid-apologies" Label () "Apologies";
    /// In the table of attendance: a member who was absent.
    GridAbsent = "grid-absent" Label () "Absent";
    /// In the table of attendance: a member whose place was taken.
    GridSubstituted = "grid-substituted" Label (substitutes: People) "Substituted by {substitutes:formal}";
    /// In the table of attendance: a seat that nobody holds.
    GridVacant = "grid-vacant" Label (authority: Text) "Vacant[ ({authority})]";
    /// In the table of attendance: when somebody was there.
    GridSpan = "grid-span" Label (from: Time, until: Time) "{from}[ – {until}]";
    /// The chair, as in the middle of a sentence.
    TheChair = "the-chair" Label () "the Chair";
    /// The vice-chair, as in the middle of a sentence.
    TheViceChair = "the-vice-chair" Label () "the Vice Chair";
    /// The chair's office, as a role.
    RoleChair = "role-chair" Label () "Chair";
    /// The vice-chair's office, as a role.
    RoleViceChair = "role-vice-chair" Label () "Vice Chair";
    /// A member's place on the body, as a role.
    RoleMember = "role-member" Label (body: Text) "a member of the {body}";
    /// The body, as in the middle of a sentence.
    TheBody = "the-body" Label (body: Text) "the {body}";
    /// A speaker whom nobody recognised.
    Unknown = "unknown" Label () "?";
    /// An item's number in its heading.
    ItemNumber = "item-number" Label (number: Text) "{number}.";
    /// An item, as other items refer to it.
    ItemReference = "item-reference" Label (number: Text, minute: Text, title: Text) "item {number} ({title})";
    /// A point, as tables refer to it.
    PointReference = "point-reference" Label (item: Text, point: Number) "{item}({point})";

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
    /// Nobody had anything to say on a report.
    NoDiscussion = "no-discussion" Sentence () "There were no questions or comments.";
    /// Nothing to record under an item of no particular kind.
    Nothing = "nothing" Sentence () "There was nothing to record under this item.";

    /// Who asked for nominations.
    NominationsAsked = "nominations-asked" Sentence (presider: People, role: Text) "{presider:office} asked for nominations for the role of {role}.";
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

    /// Apologies.
    Apologies = "apologies" Sentence (members: People)
        "No apologies were received." | "Apologies were received from {members:surnames}." | "Apologies were received from {members:surnames}.";
    /// What stands after the name of somebody who sent apologies. Nothing by default: a reason may be private.
    ApologyTag = "apology-tag" Label (reason: Text, substitutes: People) "";
    /// A substitute; with times where they did not sit throughout.
    Substitute = "substitute" Sentence (substitute: People, member: People, from: Time, until: Time)
        "{substitute:formal} was in attendance as substitute for {member:formal}[ from {from}][ until {until}].";
    /// Several substitutes in one sentence, where the house has it so.
    SubstitutesRespectively = "substitutes-respectively" Sentence (substitutes: People, members: People)
        "{substitutes:formal} were in attendance as substitutes for {members:formal} respectively.";
    /// A substitute for a vacant seat.
    SubstituteForNobody = "substitute-vacancy" Sentence (substitute: People, authority: Text)
        "{substitute:formal} was in attendance as a substitute[ for {authority}].";

    /// Nobody declared an interest.
    NoDeclarations = "no-declarations" Sentence () "No declarations of interest were declared.";
    /// An interest declared, by how many items it is in.
    Declaration = "declaration" Sentence (member: People, interest: Text, items: Text, nature: Text)
        "{member:formal} declared {interest:a}[ as {nature}]."
        | "{member:formal} declared {interest:a}[ in {items}][ as {nature}]."
        | "{member:formal} declared {interest:a}[ in {items}][ as {nature}].";
    /// An interest declared by somebody who is no member of the body.
    OfficerDeclaration = "officer-declaration" Sentence (member: People, post: Text, interest: Text, items: Text, nature: Text)
        "{member:full}[, {post},] declared {interest:a}[ in {items}][ as {nature}].";
    /// A sensitive interest, whose nature nobody prints.
    SensitiveDeclaration = "sensitive-declaration" Sentence (member: People, interest: Text, items: Text)
        "{member:formal} declared {interest:a}[ in {items}], the nature of which is sensitive.";
    /// An interest among others in the same item, under its heading.
    GroupedDeclaration = "grouped-declaration" Sentence (member: People, interest: Text, nature: Text) "{member:formal} declared {interest:a}[ as {nature}].";
    /// Whoever declared an interest, in a table.
    GroupedMember = "declaring-member" Label (member: People) "{member:formal}";
    /// The heading of the interests in an item, where they are grouped.
    InterestsHeading = "interests-heading" Label (number: Text, minute: Text, title: Text) "Item {number} – {title}";
    /// The interest itself.
    Interest = "interest" Label (kind: Text) "[{kind} ]interest";
    /// What stands for the reason of a sensitive interest in a table.
    SensitiveInterest = "sensitive-interest" Label () "Sensitive interest";
    /// A part of what an interest is in.
    InterestPart = "interest-part" Label (items: Text, part: Text) "[{items}, ]{part}";
    /// What an interest is in that is in everything.
    AllBusiness = "all-business" Label () "all the business of the meeting";
    /// What stands after a declaration by somebody who may take part all the same.
    Dispensation = "dispensation" Sentence (member: People, dispensation: Text) "({member:formal} had been granted a dispensation[ {dispensation}].)";

    /// Minutes agreed as they stood.
    MinutesAgreed = "minutes-agreed" Sentence (date: Date) "Minutes of the meeting held on {date} were agreed as an accurate record.";
    /// Minutes agreed with amendments, which follow.
    MinutesAmended = "minutes-amended" Sentence (date: Date)
        "Minutes of the meeting held on {date} were agreed as an accurate record."
        | "Minutes of the meeting held on {date} were agreed as an accurate record subject to the following amendment:"
        | "Minutes of the meeting held on {date} were agreed as an accurate record subject to the following amendments:";
    /// One amendment.
    Amendment = "amendment" Label (place: Text, change: Text) "[{place} – ]{change}";
    /// Minutes put off.
    MinutesDeferred = "minutes-deferred" Sentence (date: Date, reason: Text)
        "Consideration of the minutes of the meeting held on {date} was deferred[ because {reason}].";
    /// No minutes to deal with.
    NoMinutes = "no-minutes" Sentence () "There were no minutes to agree.";

    /// What opens the review of earlier actions.
    ReviewLeadIn = "review-lead-in" Sentence (by: People) "{by} had taken several questions from the previous meeting and acted upon them:";
    /// A report on an earlier action.
    Update = "update" Label (topic: Text, text: Text) "[*{topic}* – ]{text}";
    /// Nothing to review.
    NoActions = "no-actions" Sentence () "There were no actions to review.";

    /// No public questions.
    NoQuestions = "no-questions" Sentence () "There were no public questions or statements received for the meeting.";
    /// A question from the public.
    Question = "question" Sentence (asker: Text, text: Text) "{asker} asked: “{text}”";
    /// A question that a member asked after giving notice.
    NoticeQuestion = "notice-question" Sentence (asker: Text, text: Text) "Having given notice, {asker} asked: “{text}”";
    /// A statement from the public.
    Statement = "statement" Sentence (asker: Text, text: Text) "{asker} made a statement: “{text}”";
    /// An answer that is a sentence of its own, rather than words that follow the speaker's name.
    Answer = "answer" Sentence (speaker: People, text: Text) "[{speaker} answered: ]“{text}”";
    /// A supplementary question.
    Supplementary = "supplementary" Sentence (asker: Text, text: Text) "{asker} asked a supplementary question: “{text}”";

    /// No complaints.
    NoComplaints = "no-complaints" Sentence (year: Text) "[During the year {year} ]no public complaints were received that met the criteria for recording.";

    /// What the body received.
    Received = "received" Sentence (body: Text, receives: Text) "The {body} received {receives}.";
    /// What the paper recommends. Nothing by default: the decision says what became of it.
    Recommended = "recommended" Sentence (body: Text, recommendation: Text) "";
    /// What opens the highlights.
    HighlightsLeadIn = "highlights-lead-in" Sentence (by: People, subject: Text) "{by} highlighted several points from the report:";
    /// What opens the highlights where it is not said who presented them.
    HighlightsAlone = "highlights-lead-in-alone" Sentence (subject: Text) "The following points were highlighted from the report:";
    /// What opens the discussion.
    DiscussionLeadIn = "discussion-lead-in" Sentence (body: Text, by: People, subject: Text)
        "The {body} made comment, asked questions, and received responses from {by}[ regarding {subject}], these included:";
    /// What opens a discussion in which nobody answers for the paper.
    DiscussionAlone = "discussion-lead-in-alone" Sentence (body: Text, subject: Text)
        "The {body} made comment and asked questions[ regarding {subject}], these included:";
    /// A point.
    Point = "point" Label (topic: Text, turns: Text) "[*{topic}* – ]{turns}";
    /// One speaker's part of a point.
    Turn = "turn" Sentence (speaker: People, text: Text) "[{speaker} ]{text}";
    /// The mark before a jotting.
    ToWriteUp = "to-write-up" Label () "TO WRITE UP: ";

    /// An announcement.
    Announcement = "announcement" Sentence (by: People, text: Text) "{by} announced that {text}.";
    /// A tribute.
    Tribute = "tribute" Sentence (by: People, text: Text) "{by} paid tribute to {text}.";
    /// Silence.
    Silence = "silence" Sentence (text: Text) "Those present stood in silence[ in memory of {text}].";
    /// A paper that was laid before the meeting.
    Tabled = "tabled" Sentence (by: People, text: Text) "The following was tabled[ by {by}]: {text}.";
    /// A presentation.
    Presentation = "presentation" Sentence (body: Text, by: People, text: Text) "The {body} received a presentation[ from {by}] on {text}.";
    /// An officer's advice.
    Advice = "advice" Sentence (by: People, text: Text) "{by} advised that {text}.";
    /// A petition, by how many signed it.
    Petition = "petition" Sentence (by: People, text: Text, signatures: Number, outcome: Text)
        "A petition {text} was presented[ by {by}].[ It was {outcome}.]"
        | "A petition {text}, signed by one person, was presented[ by {by}].[ It was {outcome}.]"
        | "A petition {text}, signed by {signatures} people, was presented[ by {by}].[ It was {outcome}.]";
    /// A deputation.
    Deputation = "deputation" Sentence (body: Text, by: People, text: Text) "The {body} received a deputation[ from {by}][ on {text}].";
    /// Somebody who is not a member spoke.
    Speaker = "speaker" Sentence (body: Text, by: People, role: Text, text: Text) "{by}[ ({role})] addressed the {body}[ and said that {text}].";
    /// A speaker of whom only the role is known.
    SpeakerOfRole = "speaker-of-role" Label (role: Text) "{role:a}";
    /// Why an item that was not on the agenda was urgent (Local Government Act 1972, section 100B(4)(b)).
    Urgency = "urgency" Sentence (by: People, text: Text)
        "In accordance with section 100B(4)(b) of the Local Government Act 1972, {by:office} was of the opinion that by reason of special circumstances this item should be considered as a matter of urgency. Reason for urgency: {text}.";
    /// Items considered together.
    Together = "together" Sentence (items: Text) "This item was considered together with {items}.";
    /// Members talked without a quorum.
    Informal = "informal" Sentence (text: Text) "Being inquorate, Members discussed this item informally and made no decision[: {text}].";

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

    /// The heading before decisions; empty for none.
    DecisionHeading = "decision-heading" Label () "ACTION";
    /// A decision.
    Decision = "decision" Label (words: Text) "{words}";
    /// A decision in the words of a motion, which begin with “That”.
    Resolved = "resolved" Label (body: Text, words: Text) "RESOLVED: {words}";
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
    /// The words of a decision to sit beyond the finish time.
    DecisionExtend = "decision-extend" Sentence (body: Text, until: Time) "The {body} *AGREED* that the meeting continue until {until}.";
    /// The row of totals of a table.
    Total = "total" Label () "Total";
    /// A recommendation to somebody else who decides.
    Recommendation = "recommendation" Sentence (body: Text, to: Text, text: Text) "The {body} made the following recommendation to {to}: {text}";
    /// What stands after something recorded once the meeting had closed.
    AfterMeeting = "after-meeting" Label () " (recorded after the meeting)";

    /// Who moved that the public be excluded.
    ExclusionMoved = "exclusion-moved" Sentence (mover: People, seconder: People)
        "{mover:formal} proposed[ and {seconder:formal} seconded] that the press and public be excluded.";
    /// The resolution to exclude the public: from the rest of the meeting, from one item, from several.
    Exclusion = "exclusion" Sentence (business: Text, paragraphs: Text, test: Text)
        "RESOLVED: That under Section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for {business} on the grounds that it involves the likely disclosure of exempt information[ as defined in {paragraphs} of Part 1 of Schedule 12A to the Act][, and that {test}]."
        | "RESOLVED: That under Section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for the following item of business on the grounds that it involves the likely disclosure of exempt information[ as defined in {paragraphs} of Part 1 of Schedule 12A to the Act][, and that {test}]: {business}."
        | "RESOLVED: That under Section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for the following items of business on the grounds that they involve the likely disclosure of exempt information[ as defined in {paragraphs} of Part 1 of Schedule 12A to the Act][, and that {test}]:";
    /// That the public-interest test was met (Schedule 12A, paragraph 10).
    InterestTest = "interest-test" Label ()
        "in all the circumstances of the case the public interest in maintaining the exemption outweighs the public interest in disclosing the information";
    /// The descriptions that apply, by their numbers.
    ExemptParagraphs = "exempt-paragraphs" Label (numbers: Text) "" | "paragraph {numbers}" | "paragraphs {numbers}";
    /// A description in the words of the statute.
    ExemptDescription = "exempt-description" Label (number: Number, words: Text) "Paragraph {number}: {words}";
    /// The first column of the table of business that the public is excluded from.
    ExclusionItems = "exclusion-items" Label () "ITEM";
    /// The second column of that table.
    ExclusionParagraphs = "exclusion-paragraphs" Label () "PARAGRAPHS";
    /// All business that is left.
    RestOfMeeting = "rest-of-meeting" Label () "the remainder of the meeting";
    /// Part of an item.
    PartOfItem = "part-of-item" Label (part: Text, item: Text) "{part} of {item}";
    /// The public is excluded as the law requires, without a resolution.
    Confidential = "confidential" Sentence (business: Text, reason: Text)
        "Under Section 100A(2) of the Local Government Act 1972, the press and public were excluded from the meeting for {business}, since confidential information would be disclosed in breach of the obligation of confidence[: {reason}].";
    /// Information that a department gave in confidence.
    ConfidentialDepartment = "confidential-department" Label ()
        "it was furnished by a Government department upon terms which forbid its disclosure to the public";
    /// Information that the law keeps.
    ConfidentialLaw = "confidential-law" Label () "its disclosure to the public is prohibited by or under an enactment or by the order of a court";
    /// The public stayed after all.
    NotExcluded = "not-excluded" Sentence (business: Text) "It was agreed not to exclude the press and public for {business}.";
    /// The public came back.
    Readmission = "readmission" Sentence (time: Time) "RESOLVED: That the press and public be readmitted to the meeting.";
    /// What everybody reads of a decision taken in private.
    DecisionRestricted = "decision-restricted" Sentence (body: Text, title: Text)
        "The decision of the {body} is restricted due to exempt information contained within the decision.";
    /// What everybody reads of an undertaking given in private.
    ActionRestricted = "action-restricted" Sentence (body: Text, title: Text) "An action was agreed in private.";
    /// What became in private of a motion that was moved in public.
    DealtWithInPrivate = "dealt-with-in-private" Sentence (body: Text, what: Text) "The {what} was dealt with while the press and public were excluded.";
    /// What everybody reads of either where a title was typed for it.
    PublicTitle = "restricted-title" Sentence (body: Text, title: Text) "{title}";
    /// That title, for those who may read the rest.
    PublicTitleShown = "restricted-title-shown" Label (title: Text) "(In the public minutes: {title})";
    /// An item whose title is private.
    PrivateItem = "private-item" Label () "Private business";
    /// The mark on minutes of the private part.
    PrivateMark = "private-mark" Label () "PRIVATE: not for publication";

    /// A meeting to come.
    PlanDate = "plan-date" Label (date: Date, time: Time) "{date:caps}[ {time}]";
    /// A meeting to come whose date is not known.
    PlanUndated = "plan-undated" Label (time: Time) "TBC[ {time}]";
    /// A row of the table of decisions.
    DecisionRow = "decision-row" Label (row: Text, title: Text) "[{row} ]{title}";
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
