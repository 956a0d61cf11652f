//! The phrases of a police and crime panel's business: complaints, precepts, hearings, and the report on a precept.

use super::chapter;

chapter! { $ panel "A police and crime panel"
    /// How many complaints were received in a year, where the papers say.
    ComplaintsReceived = "complaints-received" Sentence (year: Text, count: Number)
        "[During the year {year} ]no public complaints were received."
        | "[During the year {year} ]one public complaint was received."
        | "[During the year {year} ]{count:words} public complaints were received.";
    /// The precept that is reviewed.
    Precept = "precept" Sentence (body: Text, year: Text, figure: Text, date: Date)
        "The {body} reviewed the proposed precept[ for {year}][, {figure}][, of which it was notified on {date}].";
    /// The revised precept that is reviewed after a veto.
    RevisedPrecept = "revised-precept" Sentence (body: Text, year: Text, figure: Text, date: Date)
        "The {body} reviewed the revised precept[ for {year}][, {figure}][, of which it was notified on {date}].";
    /// The post of a chief constable whose appointment is heard.
    ChiefConstable = "chief-constable" Label () "Chief Constable";
    /// The post of a deputy commissioner whose appointment is heard.
    DeputyCommissioner = "deputy-commissioner" Label () "Deputy Police and Crime Commissioner";
    /// The post of a chief executive whose appointment is heard.
    ChiefExecutive = "chief-executive" Label () "Chief Executive";
    /// The post of a chief finance officer whose appointment is heard.
    ChiefFinanceOfficer = "chief-finance-officer" Label () "Chief Finance Officer";
    /// Who is heard for what post.
    Hearing = "hearing" Sentence (body: Text, candidates: Text, post: Text, date: Date)
        "The {body} held a confirmation hearing on the proposed appointment[ of {candidates}] as {post}[, of which it was notified \
         on {date}].";
    /// Why a recommendation is made.
    RecommendationReason = "recommendation-reason" Sentence (reason: Text) "The reason was that {reason}.";
    /// The title of a report on a precept, a line each.
    ReportTitle = "report-title" Label (body: Text, year: Text)
        "{body:caps}\nREPORT ON THE PROPOSED PRECEPT[ FOR {year:caps}]";
    /// The title of a report on a precept that was revised after a veto.
    ReportTitleRevised = "report-title-revised" Label (body: Text, year: Text)
        "{body:caps}\nSECOND REPORT, ON THE REVISED PRECEPT[ FOR {year:caps}]";
    /// In a report on a precept: the days, a line each.
    ReportDays = "report-days" Label (notified: Date, reviewed: Date, due: Date)
        "[Precept notified: {notified}\n]Panel meeting: {reviewed}\nReport due by: {due}\nDate of this report: ____________________";
    /// In a report on a precept: by what law it is made.
    ReportPurpose = "report-purpose" Sentence (body: Text)
        "This report is made to the Police and Crime Commissioner under Schedule 5 to the Police Reform and Social Responsibility Act 2011. It says what the {body} decided on the precept notified to it.";
    /// In a report on a precept: the heading over what was decided.
    ReportDecided = "report-decided" Label () "Decision";
    /// In a report on a precept: the votes for a veto.
    ReportVotes = "report-votes" Sentence (votes: Number, needed: Number, members: Number)
        "{votes} of the {members} persons who were members of the panel voted for the veto, which needed {needed}.";
    /// In a report on a precept: the heading over recommendations.
    ReportRecommendations = "report-recommendations" Label () "Recommendations";
    /// In a report on a precept: there are no recommendations.
    ReportNoRecommendations = "report-no-recommendations" Sentence () "The report makes no recommendations.";
    /// In a report on a precept: a recommendation.
    ReportRecommendation = "report-recommendation" Sentence (text: Text) "{text}";
    /// In a report on a precept: the heading over what follows.
    ReportNext = "report-next" Label () "Response";
    /// In a report that vetoes a precept as too high: what follows.
    ReportAfterTooHigh = "report-after-too-high" Sentence (date: Date)
        "The proposed precept may not be issued. The Commissioner responds to this report by {date} with a revised precept, which must be lower, and publishes the response.";
    /// In a report that vetoes a precept as too low: what follows.
    ReportAfterTooLow = "report-after-too-low" Sentence (date: Date)
        "The proposed precept may not be issued. The Commissioner responds to this report by {date} with a revised precept, which must be higher, and publishes the response.";
    /// In a report that vetoes nothing: what follows.
    ReportAfter = "report-after" Sentence (date: Date)
        "The Commissioner has regard to this report, gives the panel a response and publishes it.";
    /// In a report on a revised precept: what follows.
    ReportAfterRevised = "report-after-revised" Sentence (date: Date)
        "The Commissioner has regard to this report, gives the panel a response and publishes it by {date}.";
    /// In a report on a precept: where it is signed.
    ReportSigned = "report-signed" Label (body: Text)
        "Signed: ____________________\n\nChair of the {body}";
    /// In a report on a precept: none was before the meeting.
    ReportNothing = "report-nothing" Sentence () "No precept was before this meeting.";
}
