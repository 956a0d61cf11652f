//! The days of the calendar, against those that were proclaimed.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn bank_holidays_are_those_that_were_proclaimed() {
    for (year, wanted) in [
        (2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
        (2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26"),
        (2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"),
        (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-26 12-28"),
        (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-26 12-27 12-28"),
        (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27"),
        (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
        (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
        (2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"),
        (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28"),
        (2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
        (2029, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26"),
        (2030, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"),
    ] {
        let wanted: Vec<NaiveDate> = wanted.split(' ').map(|end| day(&format!("{year}-{end}"))).collect();
        assert_eq!(holidays(year), wanted, "{year}");
    }
}

#[test]
fn easter_day_is_that_of_the_tables() {
    for wanted in ["1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2038-04-25", "2076-04-19"] {
        assert_eq!(easter(day(wanted).year()), Some(day(wanted)), "{wanted}");
    }
}

#[test]
fn the_worked_example_of_september_2023() {
    let diary = Diary::default();
    let (published, meeting) = (day("2023-09-12"), day("2023-09-20"));
    assert_eq!(diary.clear_days(published, meeting, Counted::Working), 5);
    let between = published.iter_days().skip(1).take_while(|day| *day < meeting);
    let counted: Vec<u32> = between.filter(|day| diary.is_working(*day)).map(|day| day.day()).collect();
    assert_eq!(counted, [13, 14, 15, 18, 19]);
    let notice = Notice { clear_days: 5, counted: Counted::Working };
    assert_eq!(diary.publish_by(meeting, notice), Some(published));
    let third = Within::WorkingDaysAfterPublication(3);
    assert_eq!(diary.questions_by(third, Some(published), meeting), Some(day("2023-09-15")));
    assert_eq!(diary.questions_by(third, None, meeting), None);
}

#[test]
fn clear_days_leave_out_what_does_not_count() {
    let closed = [day("2026-12-24")];
    let plain = Diary::default();
    let shut = Diary { closed: &closed };
    for (diary, published, meeting, counted, wanted) in [
        (plain, "2026-07-01", "2026-07-01", Counted::Working, 0),
        (plain, "2026-07-01", "2026-07-02", Counted::Working, 0),
        (plain, "2026-07-03", "2026-07-01", Counted::Working, 0),
        // Over Christmas 2026: 24, 29, 30 and 31 December; the 28th stands for Boxing Day.
        (plain, "2026-12-23", "2027-01-01", Counted::Working, 4),
        (shut, "2026-12-23", "2027-01-01", Counted::Working, 3),
        // Saturdays count where only Sundays and breaks are left out.
        (plain, "2026-07-09", "2026-07-14", Counted::Working, 2),
        (plain, "2026-07-09", "2026-07-14", Counted::WithoutBreaks, 3),
        // From Maundy Thursday to Easter Tuesday nothing counts: of 1 to 8 April 2026 the 1st and the 8th.
        (plain, "2026-03-31", "2026-04-09", Counted::WithoutBreaks, 2),
        (plain, "2026-03-31", "2026-04-09", Counted::Working, 4),
        // About the bank holiday of Monday 25 May 2026 neither Saturday nor Tuesday counts.
        (plain, "2026-05-21", "2026-05-28", Counted::WithoutBreaks, 2),
        (plain, "2026-12-22", "2026-12-31", Counted::WithoutBreaks, 2),
    ] {
        assert_eq!(
            diary.clear_days(day(published), day(meeting), counted),
            wanted,
            "{published} to {meeting}, {counted:?}"
        );
    }
}

#[test]
fn questions_close_as_the_body_says() {
    let diary = Diary::default();
    let meeting = day("2026-04-08");
    for (within, wanted) in [
        // Three clear working days before 8 April 2026: 1, 2 and 7 April.
        (Within::ClearWorkingDaysBefore(3), "2026-03-31"),
        (Within::DaysBefore(7), "2026-04-01"),
        (Within::WorkingDaysAfterPublication(1), "2026-03-30"),
    ] {
        assert_eq!(diary.questions_by(within, Some(day("2026-03-27")), meeting), Some(day(wanted)), "{within:?}");
    }
}

proptest::proptest! {
    /// Publication on the last day for it leaves the clear days asked for, and one working day later does not.
    #[test]
    fn the_last_day_for_publication_is_the_last(offset in 0_u64..8_000, clear in 1_u32..16, breaks: bool) {
        let diary = Diary::default();
        let meeting = day("2012-01-01") + Days::new(offset);
        let counted = if breaks { Counted::WithoutBreaks } else { Counted::Working };
        let last = diary.publish_by(meeting, Notice { clear_days: clear, counted }).unwrap();
        proptest::prop_assert!(diary.is_working(last));
        proptest::prop_assert!(diary.clear_days(last, meeting, counted) >= clear);
        let later = last.iter_days().skip(1).find(|day| diary.is_working(*day)).unwrap();
        proptest::prop_assert!(later >= meeting || diary.clear_days(later, meeting, counted) < clear);
    }
}
