//! The days by which the steps of a precept and of an appointment are taken.

use chrono::{Datelike, Days, NaiveDate};

/// The days of one year's precept: 2011 Act, Schedule 5, and SI 2012/2271, regulations 3 to 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// By when the commissioner notifies the panel of the proposed precept: 1 February.
    pub notified: NaiveDate,
    /// By when the panel reviews it and reports, or has no veto any more (regulation 4): 8 February.
    pub report: NaiveDate,
    /// By when the commissioner responds to a veto with a revised precept (regulation 5): 15 February.
    pub response: NaiveDate,
    /// By when the panel reviews that and reports again (regulation 6): 22 February.
    pub second_report: NaiveDate,
    /// By when the commissioner responds and publishes (regulation 7): 1 March.
    pub last: NaiveDate,
}

impl Calendar {
    /// The days of the precept that is dealt with about `day`: those of its year, or from April of the next.
    pub fn about(day: NaiveDate) -> Self {
        let year = if day.month() >= 4 { day.year().saturating_add(1) } else { day.year() };
        let on = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MAX);
        Self { notified: on(2, 1), report: on(2, 8), response: on(2, 15), second_report: on(2, 22), last: on(3, 1) }
    }

    /// Whether a meeting on a revised precept on `day` comes between the response and the second report.
    pub fn fits_second_meeting(&self, day: NaiveDate) -> bool {
        (self.response..=self.second_report).contains(&day)
    }
}

/// By when the panel reports on a proposed appointment: three weeks, which begin with the day on which it was notified
/// (2011 Act, Schedule 1, paragraph 10(4), and Schedule 8, paragraph 4(4)). The days about an election do not count
/// (paragraphs 11(4) and 5(8)); they are not known here.
pub fn hearing_report_due(notified: NaiveDate) -> NaiveDate {
    notified.checked_add_days(Days::new(20)).unwrap_or(NaiveDate::MAX)
}

/// Words of a plan which say that a revised precept will be before the meeting.
const SECOND: [&str; 2] = ["veto", "revised precept"];

impl Calendar {
    /// That a day lies outside the days of the Acts for an item of a plan by what the item is called, as a clause;
    /// nothing where it does not, or where the item is about nothing of the kind.
    pub fn outside(&self, day: NaiveDate, item: &str) -> Option<String> {
        let shown = |day: NaiveDate| day.format("%-d %B %Y").to_string();
        let item = item.to_lowercase();
        if SECOND.iter().any(|word| item.contains(word)) {
            return (!self.fits_second_meeting(day)).then(|| {
                let (response, report) = (shown(self.response), shown(self.second_report));
                format!(
                    "{} is no day for a revised precept: the Commissioner responds to a veto by {response} and the \
                     report is due by {report}",
                    shown(day)
                )
            });
        }
        // Precepts come before a panel from the notification on; what a plan has of them in the rest of the year is
        // something else about them.
        let season = day > self.report && day <= self.last;
        (season && item.contains("precept")).then(|| {
            format!("{} is too late for a precept, which is reported on by {}", shown(day), shown(self.report))
        })
    }
}
