//! How long those who are not members may speak, how items below others are numbered, and which stand on every agenda.

use crate::load::table::{SpeakingTable, StandingTable, Text};
use crate::meeting::body::{SpeakingTime, StandingItems};
use crate::minutes::document::sub_marker;
use crate::source::Spanned;

use super::Roster;

/// The longest time that a rule may give, in minutes.
const LONGEST: i64 = 240;

impl Roster<'_, '_> {
    pub(super) fn minutes(&mut self, value: &Spanned<i64>) -> Option<u32> {
        let minutes =
            u32::try_from(*value.get_ref()).ok().filter(|minutes| (1..=LONGEST).contains(&i64::from(*minutes)));
        if minutes.is_none() {
            let what = format!("nobody can speak for {} minutes", value.get_ref());
            self.checker.error(&value.span(), what, format!("Write whole minutes, from 1 to {LONGEST}"));
        }
        minutes
    }

    pub(super) fn speaking(&mut self, tables: &[Spanned<SpeakingTable>]) -> Vec<SpeakingTime> {
        let mut times: Vec<SpeakingTime> = Vec::new();
        for table in tables.iter().map(Spanned::get_ref) {
            let (role, minutes) = (self.checker.line(&table.role, "role"), self.minutes(&table.minutes));
            if times.iter().any(|time| time.role.eq_ignore_ascii_case(&role)) {
                self.checker.error(
                    &table.role.span(),
                    format!("'{role}' is given a time twice"),
                    "Take one of them away",
                );
            } else if let Some(minutes) = minutes {
                times.push(SpeakingTime { role, minutes });
            }
        }
        times
    }

    pub(super) fn standing_items(&mut self, table: &StandingTable) -> StandingItems {
        let mut titles = |titles: &[Text]| -> Vec<String> {
            titles.iter().map(|title| self.checker.line(title, "title of a standing item")).collect()
        };
        StandingItems {
            before: titles(&table.before),
            after: titles(&table.after),
            annual_before: titles(&table.annual_before),
            annual_after: titles(&table.annual_after),
        }
    }

    pub(super) fn sub_items(&mut self, sample: &Text) -> Option<String> {
        let text = self.checker.line(sample, "sample of a number");
        if sub_marker(&text).is_some() {
            return Some(text);
        }
        let hint = "Write the first number below item 7, such as \"7.1\", \"7a\" or \"7(i)\"";
        self.checker.error(&sample.span(), format!("'{text}' is no number below item 7"), hint);
        None
    }
}
