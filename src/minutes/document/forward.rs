//! The forward plan as a paper of its own: in one table like that of the minutes, or, where it says whose reports the
//! items are or what they are for, in a table for every meeting.

use chrono::NaiveDate;

use crate::meeting::plan::{Change, Plan, PlanItem, Planned, What};
use crate::meeting::state::State;
use crate::minutes::block::{Block, Cell, Emphasis, Line, Part, Run, Table};
use crate::minutes::phrase::{Phrase, Value, capitalised};
use crate::minutes::style::Style;

use super::{Build, paragraph};

/// The forward plan.
pub fn forward_plan(plan: &Plan, state: &State, style: &Style) -> Vec<Block> {
    let build = Build::new(state, style);
    let mut parts = vec![build.forward_title(plan)];
    let long = |item: &PlanItem| item.owner.is_some() || item.purpose.is_some();
    if plan.meetings.iter().any(|planned| planned.items.iter().any(long)) {
        parts.extend(plan.in_order().into_iter().flat_map(|planned| build.forward_meeting(planned)));
    } else if !plan.meetings.is_empty() {
        parts.push(Part::Table(Table {
            name: style.label(Phrase::TablePlan),
            columns: style.columns.plan.to_vec(),
            rows: plan.in_order().into_iter().map(|planned| build.forward_row(planned)).collect(),
        }));
    }
    let topics: Vec<Line> = plan.topics.iter().map(|topic| build.forward_topic(topic)).collect();
    parts.extend(listed(style.label(Phrase::ForwardTopics), topics));
    let changes: Vec<Line> = plan.changes.iter().map(|change| build.forward_change(change)).collect();
    parts.extend(listed(style.label(Phrase::ForwardChanges), changes));
    parts.extend(plan.note.as_ref().and_then(|note| paragraph(plain(note))));
    let updated = |day| build.sentence(Phrase::ForwardUpdated, &[("date", Value::Date(day))]);
    parts.extend(plan.updated.and_then(updated));
    parts.into_iter().map(Block::of).collect()
}

/// The forward plan for spreadsheets: a row for every item.
pub fn forward_register(plan: &Plan, state: &State, style: &Style) -> Block {
    let build = Build::new(state, style);
    Block::of(Part::Table(Table {
        name: style.label(Phrase::PaperForward),
        columns: lines(&style.label(Phrase::ForwardRegister)),
        rows: plan.in_order().into_iter().flat_map(|planned| build.forward_register_rows(planned)).collect(),
    }))
}

/// A change as the plan has it, in plain words.
pub fn forward_change(change: &Change, state: &State, style: &Style) -> String {
    crate::minutes::block::plain(&Build::new(state, style).forward_change(change))
}

/// What the plan is called.
pub fn forward_name(plan: &Plan, style: &Style) -> String {
    plan.title.clone().unwrap_or_else(|| style.label(Phrase::PaperForward))
}

impl Build<'_> {
    fn forward_title(self, plan: &Plan) -> Part {
        let values = [
            ("body", Value::text(Some(&self.state.body().name))),
            ("title", Value::from(forward_name(plan, self.style))),
        ];
        Part::Title(lines(&self.fill.text(Phrase::ForwardTitle, &values)))
    }

    /// What a meeting is called beside its day; of one for the members alone it says so.
    fn forward_called(self, planned: &Planned) -> String {
        let label = Value::text(planned.called());
        if planned.private {
            return self.fill.text(Phrase::ForwardPrivate, &[("label", label)]);
        }
        planned.called().unwrap_or_default().to_owned()
    }

    /// A meeting as a row of the one table.
    fn forward_row(self, planned: &Planned) -> Vec<Cell> {
        let when = self.forward_when(planned, Phrase::PlanDate, Phrase::PlanUndated);
        let meeting = std::iter::once(when).chain(planned.venue.iter().map(|line| plain(line)));
        let theme = planned.theme.iter().map(|theme| self.forward_theme(theme));
        let note = planned.note.iter().map(|note| vec![Run { text: note.clone(), emphasis: Emphasis::Italic }]);
        let items = planned.items.iter().map(|item| plain(&item.title));
        vec![meeting.chain(note).collect(), theme.chain(items).collect()]
    }

    fn forward_when(self, planned: &Planned, dated: Phrase, undated: Phrase) -> Line {
        let time = ("time", planned.time.map_or(Value::Empty, Value::Time));
        let label = ("label", Value::from(self.forward_called(planned)));
        match planned.date {
            Some(date) => self.fill.line(dated, &[("date", Value::Date(date)), time, label]),
            None => self.fill.line(undated, &[time, label]),
        }
    }

    fn forward_theme(self, theme: &str) -> Line {
        self.fill.line(Phrase::ForwardTheme, &[("topic", Value::text(Some(theme)))])
    }

    /// A meeting under a heading, with a table of its own.
    fn forward_meeting(self, planned: &Planned) -> Vec<Part> {
        let when = self.forward_when(planned, Phrase::ForwardMeeting, Phrase::ForwardUndated);
        let text = crate::minutes::block::plain(&when);
        let mut parts = vec![Part::Heading { level: 1, number: String::new(), text }];
        parts.extend(paragraph(plain(&planned.venue.join(", "))));
        parts.extend(planned.theme.as_ref().and_then(|theme| paragraph(self.forward_theme(theme))));
        parts.extend(planned.note.as_ref().and_then(|note| paragraph(plain(note))));
        let row = |(place, item): (usize, &PlanItem)| {
            let theme = item.theme.iter().map(|theme| self.forward_theme(theme));
            let purpose = item.purpose.iter().map(|purpose| plain(purpose));
            let words = theme.chain(std::iter::once(plain(&item.title))).chain(purpose);
            vec![
                vec![plain(&(place + 1).to_string())],
                words.collect(),
                item.owner.iter().map(|owner| plain(owner)).collect(),
            ]
        };
        if !planned.items.is_empty() {
            parts.push(Part::Table(Table {
                name: self.style.label(Phrase::TablePlan),
                columns: lines(&self.style.label(Phrase::ForwardColumns)),
                rows: planned.items.iter().enumerate().map(row).collect(),
            }));
        }
        parts
    }

    fn forward_topic(self, topic: &PlanItem) -> Line {
        let values = [("title", Value::text(Some(&topic.title))), ("owner", Value::text(topic.owner.as_deref()))];
        self.fill.line(Phrase::ForwardTopic, &values)
    }

    fn forward_change(self, change: &Change) -> Line {
        let day = |day: Option<NaiveDate>| day.map_or(Value::Empty, Value::Date);
        let date = ("date", day(change.meeting));
        let named = change.from.as_deref().or(change.to.as_deref());
        let label = named.filter(|_| matches!(change.what, What::Added | What::Dropped));
        let what = match &change.item {
            Some(item) => self.fill.text(Phrase::ForwardOfItem, &[("title", Value::text(Some(item))), date]),
            None => self.fill.text(Phrase::ForwardOfMeeting, &[date, ("label", Value::text(label))]),
        };
        let minute = ("minute", Value::text(change.minute.as_deref()));
        let decided =
            change.decided.map(|date| self.fill.text(Phrase::ForwardDecided, &[("date", Value::Date(date)), minute]));
        let what = ("what", Value::from(capitalised(&what)));
        let place = ("where", Value::text(decided.as_deref()));
        let reason = ("reason", Value::text(change.why.as_deref().map(|why| why.trim_end_matches('.'))));
        match change.what {
            What::Moved => self.fill.line(Phrase::ForwardMoved, &[what, ("day", day(change.new_day())), place, reason]),
            What::Dropped => self.fill.line(Phrase::ForwardDropped, &[what, place, reason]),
            What::Added => self.fill.line(Phrase::ForwardAdded, &[what, place, reason]),
            What::Changed => {
                let (from, to) = (Value::text(change.from.as_deref()), Value::text(change.to.as_deref()));
                self.fill.line(Phrase::ForwardChanged, &[what, ("from", from), ("to", to), place, reason])
            }
        }
    }

    fn forward_register_rows(self, planned: &Planned) -> Vec<Vec<Cell>> {
        let date = planned.date.map(|date| date.to_string()).unwrap_or_default();
        let time = planned.time.map(|time| time.to_string()).unwrap_or_default();
        let meeting = [date, time, self.forward_called(planned), planned.venue.join(", ")];
        let row = |item: &PlanItem| {
            let theme = item.theme.as_deref().or(planned.theme.as_deref());
            let more = [Some(item.title.as_str()), item.purpose.as_deref(), item.owner.as_deref(), theme];
            let cells = meeting.iter().map(String::as_str).chain(more.map(Option::unwrap_or_default));
            cells.map(|text| vec![plain(text)]).collect()
        };
        if planned.items.is_empty() {
            return vec![row(&PlanItem::default())];
        }
        planned.items.iter().map(row).collect()
    }
}

/// Bullets under a heading; nothing where there are none.
fn listed(heading: String, lines: Vec<Line>) -> Vec<Part> {
    let mut lines = lines.into_iter().filter(|line| !line.is_empty()).peekable();
    let heading = lines.peek().map(|_| Part::Subheading(heading));
    heading.into_iter().chain(lines.map(Part::Bullet)).collect()
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn plain(text: &str) -> Line {
    if text.is_empty() { Line::new() } else { vec![Run::plain(text)] }
}
