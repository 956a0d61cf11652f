//! The phrases of what a meeting opens with: apologies, substitutes, interests, earlier minutes and actions.

use super::chapter;

chapter! { $ opening "Apologies, interests, earlier minutes and actions"
    /// Apologies.
    Apologies = "apologies" Sentence (members: People)
        "No apologies were received." | "Apologies were received from {members:surnames}." | "Apologies were received from {members:surnames}.";
    /// What stands after the name of somebody who sent apologies. Nothing by default: a reason may be private.
    ApologyTag = "apology-tag" Label (reason: Text, substitutes: People, authority: Text) "";
    /// What opens the apologies where several stand a line each.
    ApologiesLeadIn = "apologies-lead-in" Sentence () "Apologies for absence were received from:";
    /// One of them, with what stands after their name.
    ApologyLine = "apology-line" Label (member: People, tag: Text) "{member:full}[{tag}]";
    /// A substitute; with times where they did not sit throughout.
    Substitute = "substitute" Sentence (substitute: People, member: People, from: Time, until: Time)
        "{substitute:formal} was in attendance as substitute for {member:formal}[ from {from}][ until {until}].";
    /// Several substitutes in one sentence, where the house has it so.
    SubstitutesRespectively = "substitutes-respectively" Sentence (substitutes: People, members: People)
        "{substitutes:formal} were in attendance as substitutes for {members:formal} respectively.";
    /// A substitute for a vacant seat.
    SubstituteForNobody = "substitute-vacancy" Sentence (substitute: People, authority: Text)
        "{substitute:formal} was in attendance as a substitute[ for {authority}].";

    /// Nobody stood in for anybody, where substitutes have an item of their own.
    NoSubstitutes = "no-substitutes" Sentence () "There were no substitutes.";

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
    /// Minutes of which nothing was recorded.
    MinutesUntold = "minutes-untold" Sentence () "Nothing is recorded of the minutes of the previous meeting.";
    /// No minutes to deal with.
    NoMinutes = "no-minutes" Sentence () "There were no minutes to agree.";

    /// What opens the review of earlier actions.
    ReviewLeadIn = "review-lead-in" Sentence (by: People) "{by} reported on the actions of earlier meetings:";
    /// The same where nobody is named who reported on them.
    ReviewAlone = "review-lead-in-alone" Sentence () "The following was reported on the actions of earlier meetings:";
    /// A report on an earlier action.
    Update = "update" Label (topic: Text, text: Text) "[*{topic}* – ]{text}";
    /// Nothing to review.
    NoActions = "no-actions" Sentence () "There were no actions to review.";
}
