//! The phrases of business without the public.

use super::chapter;

chapter! { $ private "Business without the public"
    /// Who moved that the public be excluded.
    ExclusionMoved = "exclusion-moved" Sentence (mover: People, seconder: People)
        "{mover:formal} proposed[ and {seconder:formal} seconded] that the press and public be excluded.";
    /// The resolution to exclude the public: from the rest of the meeting, from one item, from several.
    Exclusion = "exclusion" Sentence (business: Text, paragraphs: Text, test: Text)
        "RESOLVED: That under Section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for {business} on the grounds that it involves the likely disclosure of exempt information[ as defined in {paragraphs} of Part 1 of Schedule 12A to the Act][, and that {test}]."
        | "RESOLVED: That under Section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for the following item of business on the grounds that it involves the likely disclosure of exempt information[ as defined in {paragraphs} of Part 1 of Schedule 12A to the Act][, and that {test}]: {business}."
        | "RESOLVED: That under Section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for the following items of business on the grounds that they involve the likely disclosure of exempt information[ as defined in {paragraphs} of Part 1 of Schedule 12A to the Act][, and that {test}]:";
    /// The resolution of a body under the 1960 Act.
    ExclusionPrejudicial = "exclusion-prejudicial" Sentence (business: Text, reason: Text)
        "RESOLVED: That under Section 1(2) of the Public Bodies (Admission to Meetings) Act 1960, the press and public be excluded from the meeting for {business}, since publicity would be prejudicial to the public interest[ {reason}].";
    /// The resolution of a body under another law, or under one that is not known.
    ExclusionOther = "exclusion-other" Sentence (business: Text, law: Text, words: Text, reason: Text)
        "RESOLVED: That[ under {law},] the press and public be excluded from the meeting for {business}[, since {words}][, because {reason}].";
    /// Its reason where the business is confidential by nature.
    PrejudiceConfidential = "prejudice-confidential" Label () "by reason of the confidential nature of the business";
    /// Its reason where the resolution states a special one.
    PrejudiceSpecial = "prejudice-special" Label (reason: Text) "for the special reason that {reason}";
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
    /// The part of a confirmation hearing that may be private.
    Deliberation = "deliberation" Label () "the deliberation";
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
    Readmission = "readmission" Sentence (time: Time) "The press and public were readmitted to the meeting.";
    /// What everybody reads of a decision taken in private.
    DecisionRestricted = "decision-restricted" Sentence (body: Text, title: Text)
        "The decision of the {body} is restricted due to exempt information contained within the decision.";
    /// The same of a body under the 1960 Act, to which nothing is exempt information.
    DecisionInPrivate = "decision-in-private" Sentence (body: Text, title: Text)
        "The decision of the {body} was taken while the press and public were excluded.";
    /// What everybody reads of an undertaking given in private.
    ActionRestricted = "action-restricted" Sentence (body: Text, title: Text) "An action was agreed in private.";
    /// What became in private of a motion that was moved in public.
    DealtWithInPrivate = "dealt-with-in-private" Sentence (body: Text, what: Text)
        "The {what} was dealt with while the press and public were excluded.";
    /// What everybody reads of either where a title was typed for it.
    PublicTitle = "restricted-title" Sentence (body: Text, title: Text) "{title}";
    /// That title, for those who may read the rest.
    PublicTitleShown = "restricted-title-shown" Label (title: Text) "(In the public minutes: {title})";
    /// What everybody reads of business that was taken in private, as the proper officer summarised it (Local Government
    /// Act 1972, section 100C(2)).
    PublicSummary = "public-summary" Sentence (body: Text, text: Text) "Summary of the business taken in private: {text}.";
    /// An item whose title is private.
    PrivateItem = "private-item" Label () "Private business";
    /// The mark on minutes of the private part.
    PrivateMark = "private-mark" Label () "PRIVATE: not for publication";
}
