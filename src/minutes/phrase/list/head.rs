//! The phrases of the head of the minutes: the title, who was there, and how people, items and points are named.

use super::chapter;

chapter! { $ head "The head of the minutes, and how things are named"
    /// The mark at the head of minutes that nobody has approved.
    Draft = "draft" Label () "DRAFT";
    /// The mark on minutes that were checked.
    DraftChecked = "draft-checked" Label (by: People, date: Date) "DRAFT – checked[ by {by:office}] on {date}";
    /// The mark on minutes that were published as a draft.
    DraftPublished = "draft-published" Label () "DRAFT for approval";
    /// The mark on minutes that a later meeting approved. Nothing by default.
    Approved = "approved" Label (body: Text, date: Date) "";
    /// The mark on minutes that were signed, with the last entry of their record and its sum.
    Signed = "signed" Label (by: Text, date: Date, entry: Number, sum: Text)
        "Signed by {by} on {date} – record entry {entry}, sum {sum}";
    /// What opens the corrections with which a later meeting approved the minutes.
    Corrections = "corrections" Sentence (body: Text, date: Date)
        "" | "The {body} approved these minutes on {date} with the following correction:"
        | "The {body} approved these minutes on {date} with the following corrections:";
    /// The mark at the head of the minutes of a rehearsal.
    Practice = "practice" Label () "PRACTICE: not a record of a meeting";
    /// The title, a line each.
    Title = "title" Label (body: Text, venue: Text, date: Date, time: Time) "MINUTES OF A MEETING OF THE\n{body:caps}\n[HELD AT {venue:caps}\n]ON {date:caps}";
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
    /// What stands after the name of a member who attended remotely for a part of the meeting.
    RemotePartTag = "remote-part-tag" Label (from: Time, until: Time) " (attending remotely[ from {from}][ until {until}])";
    /// An officer or visitor in the head of the minutes.
    Attender = "attender" Label (person: People, post: Text, organisation: Text) "{person:full}[, {post}][, {organisation}]";
    /// Seats that nobody holds. Nothing by default.
    Vacancies = "vacancies" Label (count: Number, seats: Text) "" | "" | "";
    /// Members who were absent without apologies. Nothing by default.
    AbsentMembers = "absent-members" Sentence (members: People) "" | "" | "";
    /// How many members of the public watched.
    PublicPresent = "public-present" Sentence (count: Number) "" | "One member of the public was present." | "{count:words} members of the public were present.";
    /// In the head: a member came late.
    HeadArrived = "head-arrived" Sentence (members: People, time: Time, item: Text, minute: Text) "{members:formal} joined the meeting at {time}[ (item {item})].";
    /// In the head: a member left early.
    HeadLeft = "head-left" Sentence (members: People, time: Time, item: Text, minute: Text) "{members:formal} left the meeting at {time}[ (item {item})].";
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
    /// The number of a minute wherever it is printed. The municipal year is the agenda's: "2023/24", "2023", "23".
    MinuteNumber = "minute-number" Label (number: Text, year: Text, yy: Text, month: Text, municipal: Text, municipal_year: Text, municipal_yy: Text)
        "{number}";
    /// An item's number in its heading: that of its minute, and that on the agenda; `top` is empty for an item below another.
    ItemNumber = "item-number" Label (number: Text, top: Text, agenda: Text) "{number}.";
    /// An item's heading, with its number on the agenda and when it was taken.
    ItemTitle = "item-title" Label (title: Text, agenda: Text, time: Time) "{title}";
    /// An item, as other items refer to it.
    ItemReference = "item-reference" Label (number: Text, minute: Text, title: Text) "item {number} ({title})";
    /// A point, as tables refer to it.
    PointReference = "point-reference" Label (item: Text, point: Number) "{item}({point})";
}
