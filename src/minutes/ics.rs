//! The forward plan as a calendar (RFC 5545), for the calendars of members, officers and the public.
//!
//! Written by hand: a calendar of ours needs one component, folding and escaping, which is less than a dependency would
//! bring. Times are in UTC, so that no time zone has to be described.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};

use crate::meeting::body::Body;
use crate::meeting::plan::{Change, Kind, Plan, Planned, What, days_of};
use crate::text::harmless;

/// The longest line, in bytes without its end.
const WIDTH: usize = 75;

/// The meetings of a plan that have a date. `stamp` is when the calendar was made; those for members alone are left out
/// unless `private` asks for them, and are marked as private then.
pub fn calendar(plan: &Plan, body: &Body, stamp: DateTime<Utc>, private: bool) -> String {
    let mut lines = vec!["BEGIN:VCALENDAR".to_owned(), "VERSION:2.0".to_owned()];
    lines.push(format!("PRODID:-//quorate//{}//EN", env!("CARGO_PKG_VERSION")));
    lines.push("CALSCALE:GREGORIAN".to_owned());
    lines.push("METHOD:PUBLISH".to_owned());
    lines.push(format!("X-WR-CALNAME:{}", escaped(&body.name)));
    let shown = plan.meetings.iter().filter(|planned| private || !planned.private);
    for (planned, date) in shown.filter_map(|planned| Some((planned, planned.date?))) {
        lines.extend(event(planned, date, plan, body, stamp));
    }
    let dropped = plan.changes.iter().filter(|change| change.what == What::Dropped && (private || !change.private));
    for change in dropped.filter(|change| change.item.is_none()) {
        lines.extend(cancelled(change, plan, body, stamp).into_iter().flatten());
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn event(planned: &Planned, date: NaiveDate, plan: &Plan, body: &Body, stamp: DateTime<Utc>) -> Vec<String> {
    let called = planned.called().map_or_else(|| body.name.clone(), |called| format!("{}: {called}", body.name));
    let items: Vec<&str> =
        planned.note.iter().chain(planned.items.iter().map(|item| &item.title)).map(String::as_str).collect();
    let fixed = planned.kind != Kind::IfNeeded && planned.time.is_some();
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        // The same as long as the meeting has its key, so that a calendar moves the meeting and does not add another.
        format!("UID:{}@{}.quorate", planned.key, body.id),
        format!("DTSTAMP:{}", utc(stamp)),
        format!("SEQUENCE:{}", moves(plan, date)),
        begin(planned, date, body),
        format!("SUMMARY:{}", escaped(&called)),
        format!("STATUS:{}", if fixed { "CONFIRMED" } else { "TENTATIVE" }),
        format!("CLASS:{}", if planned.private { "PRIVATE" } else { "PUBLIC" }),
    ];
    if !planned.venue.is_empty() {
        lines.push(format!("LOCATION:{}", escaped(&planned.venue.join(", "))));
    }
    if !items.is_empty() {
        lines.push(format!("DESCRIPTION:{}", escaped(&items.join("\n"))));
    }
    lines.push("END:VEVENT".to_owned());
    lines
}

/// The event of a meeting that was dropped, so that calendars which have it strike it out; nothing where the plan has it
/// again.
fn cancelled(change: &Change, plan: &Plan, body: &Body, stamp: DateTime<Utc>) -> Option<Vec<String>> {
    let (key, date) = (change.key.as_ref()?, change.meeting?);
    if plan.meetings.iter().any(|planned| planned.key == *key) {
        return None;
    }
    let called = change.from.as_ref().map_or_else(|| body.name.clone(), |called| format!("{}: {called}", body.name));
    Some(vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{key}@{}.quorate", body.id),
        format!("DTSTAMP:{}", utc(stamp)),
        format!("SEQUENCE:{}", moves(plan, date)),
        format!("DTSTART;VALUE=DATE:{}", date.format("%Y%m%d")),
        format!("SUMMARY:{}", escaped(&called)),
        "STATUS:CANCELLED".to_owned(),
        format!("CLASS:{}", if change.private { "PRIVATE" } else { "PUBLIC" }),
        "END:VEVENT".to_owned(),
    ])
}

/// How often the plan notes that a meeting was changed, on any of the days that it was planned for: a later one replaces
/// an earlier one.
fn moves(plan: &Plan, date: NaiveDate) -> usize {
    let days = days_of(&plan.changes, date);
    let about =
        |change: &&Change| change.meeting.is_some_and(|day| days.contains(&day)) || change.new_day() == Some(date);
    plan.changes.iter().filter(about).count()
}

/// When it begins: a time in UTC, or the whole day where no time is known.
fn begin(planned: &Planned, date: NaiveDate, body: &Body) -> String {
    let local = planned.time.and_then(|time| body.zone.from_local_datetime(&date.and_time(time)).earliest());
    match local {
        Some(local) => format!("DTSTART:{}", utc(local.to_utc())),
        None => format!("DTSTART;VALUE=DATE:{}", date.format("%Y%m%d")),
    }
}

fn utc(time: DateTime<Utc>) -> String {
    time.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Text as a value: what means something in a calendar stands for itself.
fn escaped(text: &str) -> String {
    let safe = harmless(text);
    safe.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line with its end, broken where it is too long; never within a character.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > WIDTH {
            folded.push_str("\r\n ");
            width = 1;
        }
        folded.push(letter);
        width += letter.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::plan::PlanItem;
    use crate::minutes::sample::body;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn plan() -> Plan {
        let meeting = |key: &str, date: &str, time: Option<&str>| Planned {
            key: key.to_owned(),
            date: Some(day(date)),
            time: time.map(|time| time.parse().unwrap()),
            ..Planned::default()
        };
        let mut summer = meeting("2023-09-13", "2023-09-20", Some("13:30:00"));
        summer.venue = vec!["Civic Suite; Room 1".into(), "Huntingdon".into()];
        summer.items = ["Fish, chips", "A very long title about the scrutiny of “harm”, its causes and what is done"]
            .map(|title| PlanItem { title: title.to_owned(), ..PlanItem::default() })
            .to_vec();
        let winter = meeting("2024-01-31", "2024-01-31", Some("13:30:00"));
        let briefing = Planned { private: true, kind: Kind::Briefing, ..meeting("briefing", "2023-10-02", None) };
        let note =
            Change { meeting: Some(day("2023-09-13")), to: Some("2023-09-20".to_owned()), ..Change::of(What::Moved) };
        let undated = Planned { key: "later".into(), ..Planned::default() };
        Plan { meetings: vec![summer, winter, briefing, undated], changes: vec![note], ..Plan::default() }
    }

    fn written(private: bool) -> String {
        calendar(&plan(), &body(), DateTime::UNIX_EPOCH, private)
    }

    #[test]
    fn meetings_are_events_in_utc() {
        let text = written(false);
        for line in [
            "UID:2023-09-13@",
            "DTSTART:20230920T123000Z",
            "DTSTART:20240131T133000Z",
            "SEQUENCE:1",
            "LOCATION:Civic Suite\\; Room 1\\, Huntingdon",
            "DESCRIPTION:Fish\\, chips\\nA very",
        ] {
            assert!(text.contains(&format!("\r\n{line}")), "no {line} in {text}");
        }
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "neither without a date nor private: {text}");
    }

    #[test]
    fn what_was_dropped_is_cancelled_and_every_move_counts() {
        let mut other = plan();
        let moved = |from: &str, to: &str| Change {
            meeting: Some(day(from)),
            to: Some(to.to_owned()),
            ..Change::of(What::Moved)
        };
        other.changes = vec![moved("2023-09-06", "2023-09-13"), moved("2023-09-13", "2023-09-20")];
        let dropped = |key: &str, private: bool| Change {
            meeting: Some(day("2023-12-06")),
            key: Some(key.to_owned()),
            private,
            ..Change::of(What::Dropped)
        };
        other.changes.extend([dropped("winter", false), dropped("away-day", true), dropped("2024-01-31", false)]);
        let text = calendar(&other, &body(), DateTime::UNIX_EPOCH, false);
        assert!(text.contains("SEQUENCE:2\r\n"), "{text}");
        assert!(text.contains("UID:winter@") && text.matches("STATUS:CANCELLED").count() == 1, "{text}");
        assert!(!text.contains("away-day"), "{text}");
    }

    #[test]
    fn private_events_come_only_when_asked_for_and_are_marked() {
        assert!(!written(false).contains("Briefing") && !written(false).contains("PRIVATE"));
        let text = written(true);
        assert!(text.contains("CLASS:PRIVATE") && text.contains("DTSTART;VALUE=DATE:20231002"), "{text}");
        assert_eq!(text.matches("CLASS:PRIVATE").count(), 1);
    }

    #[test]
    fn lines_are_short_and_unfold_to_what_they_were() {
        let text = written(true);
        assert!(text.split("\r\n").all(|line| line.len() <= WIDTH && !line.contains(['\r', '\n'])), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("“harm”\\, its causes and what is done\r\n"), "{unfolded}");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }

    proptest::proptest! {
        #[test]
        fn any_text_stays_in_its_line(title in ".{0,200}") {
            let mut other = plan();
            other.meetings[0].items[0].title = title;
            let text = calendar(&other, &body(), DateTime::UNIX_EPOCH, true);
            let wanted = calendar(&plan(), &body(), DateTime::UNIX_EPOCH, true);
            let names = |text: &str| text.replace("\r\n ", "").split("\r\n").map(|line| line.split(':').next().unwrap().to_owned()).collect::<Vec<_>>();
            proptest::prop_assert_eq!(names(&text), names(&wanted));
            proptest::prop_assert!(text.split("\r\n").all(|line| line.len() <= WIDTH));
        }
    }
}
