//! The phrases around the minutes: what a document is called, what runs along its pages, what its tables are called.

use super::chapter;

chapter! { $ printed "Around the minutes"
    /// What a paper is called in the properties of its document and in the window that shows it.
    DocumentTitle = "document-title" Label (paper: Text, body: Text, date: Date) "{paper} – {body} – {date}";
    /// What the minutes are called.
    PaperMinutes = "paper-minutes" Label () "Minutes";
    /// What the tables of decisions and undertakings are called as a paper of their own.
    PaperActions = "paper-actions" Label () "Decisions and undertakings";
    /// What a panel's report on a precept is called.
    PaperPreceptReport = "paper-precept-report" Label () "Report on the precept";
    /// What stands at the head of every printed page.
    RunningHead = "running-head" Label (body: Text, date: Date, mark: Text) "{body} – {date}[ – {mark}]";
    /// What stands at the foot of every printed page.
    PageNumber = "page-number" Label (page: Text, pages: Text) "Page {page} of {pages}";
    /// Where whoever signs puts their initials on every printed page.
    Initials = "initials" Label () "Initials: ____________";
    /// What the table of decisions is called by what reads it aloud.
    TableDecisions = "table-decisions" Label () "Decisions";
    /// What the table of undertakings is called by what reads it aloud.
    TableUndertakings = "table-undertakings" Label () "Undertakings";
    /// What the table of meetings to come is called by what reads it aloud.
    TablePlan = "table-plan" Label () "Meetings to come";
    /// What the table of attendance is called by what reads it aloud.
    TableAttendance = "table-attendance" Label () "Attendance of members";
    /// What the table of declarations is called by what reads it aloud.
    TableDeclarations = "table-declarations" Label () "Declarations of interest";
    /// What a table of votes is called by what reads it aloud.
    TableVotes = "table-votes" Label () "Votes";
    /// What a table inside a minute is called by what reads it aloud.
    TableInside = "table-inside" Label (title: Text) "{title}";
    /// What the table of the items that are dealt with in private is called by what reads it aloud.
    TableExcluded = "table-excluded" Label () "Private business";
}
