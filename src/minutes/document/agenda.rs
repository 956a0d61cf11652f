//! The agenda as a paper of its own: where and when, the items with their pages, notices, membership.

use crate::meeting::agenda::Office;
use crate::meeting::body::Seat;
use crate::meeting::id::PersonId;
use crate::meeting::people::GroupKind;
use crate::meeting::state::{Item, State};
use crate::minutes::block::{Block, Line, Part, Run, plain};
use crate::minutes::phrase::{Phrase, Value};
use crate::minutes::style::Style;

use super::number::agenda_number;
use super::{Build, paragraph};

/// The agenda, with the items that were added since as far as everybody may read them.
pub fn agenda_paper(state: &State, style: &Style) -> Vec<Block> {
    let build = Build::new(state, style);
    let mut parts = vec![build.agenda_title()];
    parts.extend(build.contact());
    parts.extend(state.items().flat_map(|item| build.agenda_item(item)));
    parts.extend(state.agenda().notices.iter().map(|notice| Part::Paragraph(line(notice.clone()))));
    parts.extend(build.membership());
    parts.extend(build.officers());
    parts.into_iter().map(Block::of).collect()
}

fn line(text: String) -> Line {
    vec![Run::plain(text)]
}

impl<'a> Build<'a> {
    fn agenda_title(self) -> Part {
        let agenda = self.state.agenda();
        let values = [
            ("body", Value::text(Some(&self.state.body().name))),
            ("date", Value::Date(agenda.date)),
            ("time", Value::Time(agenda.time)),
            ("venue", Value::text(Some(&agenda.venue))),
        ];
        Part::Title(self.fill.text(Phrase::AgendaTitle, &values).lines().map(str::to_owned).collect())
    }

    fn contact(self) -> Option<Part> {
        let contact = Some(self.state.agenda().contact.as_str()).filter(|contact| !contact.is_empty())?;
        paragraph(self.fill.line(Phrase::AgendaContact, &[("contact", Value::text(Some(contact)))]))
    }

    /// An item: a member of the list of business, and what it is for where the papers say.
    fn agenda_item(self, item: &'a Item) -> Vec<Part> {
        let number = Value::from(agenda_number(self.state, item).trim_end_matches('.').to_owned());
        let values = [
            ("title", Value::from(self.title_of(item))),
            ("pages", Value::text(item.agenda.paper.pages.as_deref())),
            ("private", Value::from(self.expected_private(item))),
        ];
        let marker = self.fill.text(Phrase::AgendaNumber, &[("number", number)]);
        let mut line = self.fill.line(Phrase::AgendaItem, &values);
        if let Some(receives) = item.agenda.paper.receives.as_deref() {
            let receives = Value::text(Some(receives.trim_end_matches('.')));
            let body = Value::text(Some(&self.state.body().short));
            let purpose = self.fill.line(Phrase::AgendaPurpose, &[("body", body), ("receives", receives)]);
            line.extend((!purpose.is_empty()).then(|| Run::plain("\n")).into_iter().chain(purpose));
        }
        vec![Part::ListItem { marker, line }]
    }

    /// How the agenda says that an item is expected to be taken without the public.
    fn expected_private(self, item: &Item) -> String {
        if item.agenda.confidential {
            return self.style.label(Phrase::AgendaConfidential);
        }
        let numbers: Vec<String> = item.agenda.private.iter().map(|it| it.number().to_string()).collect();
        if numbers.is_empty() {
            return String::new();
        }
        let listed = Value::from(self.fill.names().join(&numbers));
        let named = self.fill.counted(Phrase::ExemptParagraphs, numbers.len(), &[("numbers", listed)]);
        self.fill.text(Phrase::AgendaExempt, &[("paragraphs", Value::from(plain(&named)))])
    }

    fn membership(self) -> Vec<Part> {
        let seats = &self.state.body().seats;
        let members: Vec<Line> =
            seats.iter().map(|seat| self.seat_line(seat)).filter(|line| !line.is_empty()).collect();
        let stand_ins = seats.iter().flat_map(|seat| seat.substitutes.iter().map(move |person| (seat, person)));
        let mut substitutes: Vec<Line> = Vec::new();
        for (seat, person) in stand_ins {
            let line = self.seated(person, seat, "");
            if !substitutes.contains(&line) {
                substitutes.push(line);
            }
        }
        let lists = [(Phrase::AgendaMembers, members), (Phrase::AgendaSubstitutes, substitutes)];
        lists.into_iter().flat_map(|(heading, lines)| people(&self.style.label(heading), lines)).collect()
    }

    fn seat_line(self, seat: &'a Seat) -> Line {
        let Some(holder) = &seat.holder else {
            return self.fill.line(Phrase::AgendaVacancy, &[("authority", Value::text(seat.authority.as_deref()))]);
        };
        let office = match holder {
            it if self.state.office(Office::Chair) == Some(it) => self.style.label(Phrase::RoleChair),
            it if self.state.office(Office::ViceChair) == Some(it) => self.style.label(Phrase::RoleViceChair),
            _ => String::new(),
        };
        self.seated(holder, seat, &office)
    }

    fn seated(self, person: &'a PersonId, seat: &'a Seat, office: &str) -> Line {
        let values = [
            ("person", self.persons([person])),
            ("authority", Value::text(seat.authority.as_deref())),
            ("office", Value::from(office.to_owned())),
        ];
        self.fill.line(Phrase::AgendaMember, &values)
    }

    /// The officers who usually attend, under the names of their groups.
    fn officers(self) -> Vec<Part> {
        let body = self.state.body();
        let groups = body.groups.iter().filter(|group| group.kind == GroupKind::Officers);
        let listed = groups.flat_map(|group| {
            let here = body.people.iter().filter(|person| person.usual && person.group.as_ref() == Some(&group.id));
            let lines = here.map(|person| line(self.attender(person))).collect();
            people(&group.label, lines)
        });
        listed.collect()
    }
}

/// People under a heading; nothing where there are none.
fn people(heading: &str, lines: Vec<Line>) -> Vec<Part> {
    if lines.is_empty() {
        return Vec::new();
    }
    let heading = Part::Subheading(heading.to_owned());
    std::iter::once(heading).chain(lines.into_iter().map(Part::Bullet)).collect()
}
