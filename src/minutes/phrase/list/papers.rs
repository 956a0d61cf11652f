//! The phrases of the papers around the minutes: the agenda, undertakings by owner, decisions, attendance.

use super::chapter;

chapter! { $ papers "Other papers"
    /// What the agenda is called.
    PaperAgenda = "paper-agenda" Label () "Agenda";
    /// What the list of decisions is called.
    PaperDecisions = "paper-decisions" Label () "Decisions";
    /// What the undertakings of each owner are called.
    PaperUndertakings = "paper-undertakings" Label () "Undertakings";
    /// What the sheet of attendance is called.
    PaperAttendance = "paper-attendance" Label () "Attendance";
    /// The paper of what everybody may read of business taken in private.
    PaperSummary = "paper-summary" Label () "Public summary of private business";
    /// What the minutes item by item are called.
    PaperItems = "paper-items" Label () "Minutes by item";
    /// The title of a paper beside the minutes, a line each.
    PaperHead = "paper-head" Label (paper: Text, body: Text, date: Date) "{body:caps}\n{paper:caps}\n{date:weekday}";
    /// The title of the agenda, a line each.
    AgendaTitle = "agenda-title" Label (body: Text, date: Date, time: Time, venue: Text)
        "{body:caps}\nAGENDA\n{date:weekday}, {time}[\n{venue}]";
    /// In the agenda: whom to write to.
    AgendaContact = "agenda-contact" Label (contact: Text) "Contact: {contact}";
    /// In the agenda: the number of an item.
    AgendaNumber = "agenda-number" Label (number: Text) "{number}.";
    /// In the agenda: an item.
    AgendaItem = "agenda-item" Label (title: Text, pages: Text, private: Text) "{title}[ ({private})][ (pages {pages})]";
    /// In the agenda: an item for which the public is expected to be excluded, by what description of exempt information.
    AgendaExempt = "agenda-exempt" Label (paragraphs: Text) "exempt: {paragraphs}";
    /// In the agenda: an item that is expected to be taken in private as confidential business.
    AgendaConfidential = "agenda-confidential" Label () "confidential";
    /// In the agenda: what an item is for.
    AgendaPurpose = "agenda-purpose" Sentence (body: Text, receives: Text) "To receive {receives}.";
    /// In the agenda: the heading over the members.
    AgendaMembers = "agenda-members" Label () "Membership";
    /// In the agenda: the heading over the substitutes.
    AgendaSubstitutes = "agenda-substitutes" Label () "Substitutes";
    /// In the agenda: a member or substitute, and the authority that appointed them.
    AgendaMember = "agenda-member" Label (person: People, authority: Text, office: Text)
        "{person:full}[ ({office})][, {authority}]";
    /// In the agenda: a seat that nobody holds.
    AgendaVacancy = "agenda-vacancy" Label (authority: Text) "Vacant[, {authority}]";
    /// In the undertakings by owner: the heading over what nobody is named for.
    NoOwner = "no-owner" Label () "Nobody named";
    /// In the undertakings by owner: what is to be done, where it was promised, and by when.
    OwnedUndertaking = "owned-undertaking" Sentence (text: Text, due: Text, minute: Text, title: Text)
        "{text}[, by {due}][ (minute {minute}, {title})].";
    /// In the undertakings by owner: there are none.
    NoUndertakings = "no-undertakings" Sentence () "Nothing was undertaken at this meeting.";
    /// In the list of decisions: there are none.
    NoDecisions = "no-decisions" Sentence () "Nothing was decided at this meeting.";
    /// In the public summary: nobody wrote one.
    NoSummaries = "no-summaries" Sentence () "No summary of private business was written.";
    /// In the minutes item by item: what stands before each item.
    ItemDivider = "item-divider" Label (number: Text) "==== agenda item {number} ====";
}
