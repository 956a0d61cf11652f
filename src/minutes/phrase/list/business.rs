//! The phrases of business in the room: questions, reports, points, and what is announced, tabled or presented.

use super::chapter;

chapter! { $ business "Business in the room"
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
    /// A question or statement from the public that came too late to be put.
    LateSubmission = "late-submission" Sentence (by: People, text: Text)
        "A submission[ by {by}] came too late to be put to the meeting[: {text}].";
    /// A supplementary question.
    Supplementary = "supplementary" Sentence (asker: Text, text: Text) "{asker} asked a supplementary question: “{text}”";

    /// No complaints.
    NoComplaints = "no-complaints" Sentence (body: Text, year: Text, since: Date) "[During the year {year} ]no public complaints were received that met the criteria for recording.";

    /// What the body received.
    Received = "received" Sentence (body: Text, receives: Text, recommendation: Text, by: People, number: Text, minute: Text, title: Text)
        "The {body} received {receives}.";
    /// What the body received, where a list of what it is for follows.
    ReceivedFor = "received-for" Sentence (body: Text, receives: Text, by: People, number: Text, minute: Text, title: Text)
        "The {body} received {receives}:";
    /// What the body received at its own request.
    ReceivedOnRequest = "received-on-request" Sentence (body: Text, receives: Text, recommendation: Text, by: People, number: Text, minute: Text, title: Text)
        "The {body} received {receives}, which it had requested.";
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
}
