//! Rules about the days before a meeting: notice, questions from the public, days on which the offices are closed.

use std::ops::Range;

use crate::load::table::{DeadlineTable, NoticeTable, RulesTable};
use crate::meeting::calendar::{Counted, Notice, QuestionDeadline, Within};
use crate::source::Spanned;

use super::Roster;

const COUNTED: [(&str, Counted); 2] = [("working-days", Counted::Working), ("without-breaks", Counted::WithoutBreaks)];

/// The most days of notice that a body may ask for.
const MOST: u32 = 100;

impl Roster<'_, '_> {
    /// Sets the rules about days that the file gives; the others stay as they are.
    pub(super) fn set_days(&mut self, table: &RulesTable) {
        let notice = table.notice.as_ref().and_then(|notice| self.notice(notice.get_ref()));
        let deadline = table.question_deadline.as_ref().and_then(|deadline| self.deadline(deadline));
        let closed = table.closed_days.as_ref().map(|days| {
            let days = days.iter().filter_map(|day| self.checker.date(day).ok().flatten());
            days.collect::<Vec<_>>()
        });
        let rules = &mut self.body.rules;
        rules.notice = notice.or(rules.notice);
        rules.question_deadline = deadline.or(rules.question_deadline);
        rules.closed_days = closed.unwrap_or_else(|| std::mem::take(&mut rules.closed_days));
    }

    fn notice(&mut self, table: &NoticeTable) -> Option<Notice> {
        let counted = self.checker.choice(&table.counted, "way of counting clear days", &COUNTED);
        let clear_days = self.days(*table.clear_days.get_ref(), &table.clear_days.span());
        Some(Notice { clear_days: clear_days?, counted: counted? })
    }

    fn deadline(&mut self, value: &Spanned<DeadlineTable>) -> Option<QuestionDeadline> {
        let table = value.get_ref();
        let time = match &table.time {
            Some(time) => Some(self.checker.time(time).ok().flatten()?),
            None => None,
        };
        let given = [
            (&table.working_days_after_publication, Within::WorkingDaysAfterPublication as fn(u32) -> Within),
            (&table.clear_working_days_before, Within::ClearWorkingDaysBefore),
            (&table.days_before, Within::DaysBefore),
        ];
        let mut given = given.into_iter().filter_map(|(days, within)| Some((days.as_ref()?, within)));
        let (Some((days, within)), None) = (given.next(), given.next()) else {
            let hint = "Give one of working-days-after-publication, clear-working-days-before and days-before";
            self.checker.error(&value.span(), "this does not say by which day questions are received", hint);
            return None;
        };
        Some(QuestionDeadline { within: within(self.days(*days.get_ref(), &days.span())?), time })
    }

    fn days(&mut self, days: i64, span: &Range<usize>) -> Option<u32> {
        let some = u32::try_from(days).ok().filter(|days| (1..=MOST).contains(days));
        if some.is_none() {
            self.checker.error(
                span,
                format!("{days} is no number of days"),
                format!("Write a number from 1 to {MOST}"),
            );
        }
        some
    }
}
