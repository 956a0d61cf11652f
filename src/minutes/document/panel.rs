//! What stands first under a precept, a hearing and the complaints of a year.

use chrono::NaiveDate;

use crate::meeting::agenda::ItemKind;
use crate::meeting::state::Item;
use crate::minutes::block::Part;
use crate::minutes::offer::post_named;
use crate::minutes::phrase::{Phrase, Value};

use super::{Build, paragraph};

impl<'a> Build<'a> {
    /// What is before the body, as the agenda has it.
    pub(super) fn statutory(self, item: &'a Item) -> Vec<Part> {
        let date = |day: Option<NaiveDate>| ("date", day.map_or(Value::Empty, Value::Date));
        let body = ("body", self.short());
        let one = match &item.agenda.kind {
            ItemKind::Precept(precept) => {
                let phrase = if precept.revised { Phrase::RevisedPrecept } else { Phrase::Precept };
                let year = ("year", Value::text(precept.year.as_deref()));
                let figure = ("figure", Value::text(precept.proposed.as_deref()));
                self.sentence(phrase, &[body, year, figure, date(precept.notified)])
            }
            ItemKind::Hearing(hearing) => {
                let candidates = ("candidates", Value::from(self.fill.names().join(&hearing.candidates)));
                let post = ("post", Value::from(post_named(hearing.post, self.style)));
                self.sentence(Phrase::Hearing, &[body, candidates, post, date(hearing.notified)])
            }
            ItemKind::Complaints { year, received: Some(received), outcomes } if *received > 0 => {
                let count = usize::try_from(*received).unwrap_or(usize::MAX);
                let values = [("year", Value::text(year.as_deref())), ("count", Value::Number(count))];
                let first = paragraph(self.fill.counted(Phrase::ComplaintsReceived, count, &values));
                let rest =
                    outcomes.iter().map(|line| Part::Bullet(vec![crate::minutes::block::Run::plain(line.clone())]));
                return first.into_iter().chain(rest).collect();
            }
            _ => None,
        };
        one.into_iter().collect()
    }
}
