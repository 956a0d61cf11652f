//! The public's exclusion and return, and what everybody may read of what was decided without it.

use crate::meeting::agenda::PRIVATE_TITLE;
use crate::meeting::body::Access;
use crate::meeting::fact::{
    Audience, Business, Confidence, Content, Exclusion, Fact, Fate, Ground, Paragraph, Prejudice, Restricted,
};
use crate::meeting::id::FactId;
use crate::meeting::privacy::Stub;
use crate::meeting::state::Item;
use crate::minutes::block::{Line, Part, Run, Table};
use crate::minutes::phrase::{Phrase, Value};
use crate::minutes::style::ActionRow;

use super::number::numbers;
use super::{Build, paragraph};

/// Whether something may have happened under an item before its business began.
fn goes_before(content: &Content) -> bool {
    matches!(
        content,
        Content::Movement(_)
            | Content::Tenure(_)
            | Content::Declaration(_)
            | Content::Passage(_)
            | Content::Pause(_)
            | Content::Mark(_)
            | Content::Note(_)
    )
}

/// From how many things a resolution keeps the public out, counting the rest of the meeting by itself as none.
fn named(exclusion: &Exclusion) -> usize {
    match exclusion.business.as_slice() {
        [only] => usize::from(only.item.is_some()),
        several => several.len(),
    }
}

impl<'a> Build<'a> {
    /// The title of an item as these minutes print it.
    pub(super) fn title_of(self, item: &Item) -> String {
        if item.agenda.title != PRIVATE_TITLE {
            return item.agenda.title.clone();
        }
        item.public_title.clone().unwrap_or_else(|| self.style.label(Phrase::PrivateItem))
    }

    /// The resolution or duty, and the paper of an item that it was passed for before anything else was done.
    pub(super) fn exclusion(self, item: &'a Item, id: FactId, exclusion: &'a Exclusion) -> Vec<Part> {
        let mut parts = self.excluded(exclusion);
        if self.excluded_first(item) == Some(id) {
            parts.extend(self.paper(item));
        }
        parts
    }

    /// What kept the public out of the whole of an item from its beginning, where that stands under the item itself.
    pub(super) fn excluded_first(self, item: &Item) -> Option<FactId> {
        let first = self.state.facts_of(item).find(|fact| !goes_before(&fact.content))?;
        let covers = matches!(&first.content, Content::Exclusion(exclusion) if exclusion.covers(&item.agenda.id));
        covers.then_some(first.id)
    }

    fn excluded(self, exclusion: &'a Exclusion) -> Vec<Part> {
        let resolution = self.resolution(exclusion);
        let parts = match &exclusion.ground {
            Ground::Exempt => resolution.into_iter().chain(self.exempted(exclusion)).collect(),
            Ground::Confidential { because } => self.confidential(exclusion, *because).into_iter().collect(),
            Ground::Prejudicial { .. } | Ground::Other { .. } | Ground::NotExcluded => Vec::from_iter(resolution),
        };
        self.moved(exclusion).into_iter().chain(parts).collect()
    }

    fn resolution(self, exclusion: &'a Exclusion) -> Option<Part> {
        let line = self.resolution_line(exclusion);
        (!line.is_empty()).then_some(Part::Decision { line, taken: true })
    }

    /// What was resolved about the public; nothing for a duty to keep it out, on which nobody votes.
    fn resolution_line(self, exclusion: &'a Exclusion) -> Line {
        match &exclusion.ground {
            Ground::Exempt => self.exemption(exclusion),
            Ground::Confidential { .. } => Line::new(),
            Ground::Prejudicial { because } => self.prejudicial(exclusion, because.as_ref()),
            Ground::Other { law, words, because } => {
                let bare = |text: &'a Option<String>| Value::text(text.as_deref().map(|it| it.trim_end_matches('.')));
                let values = [
                    ("business", self.business(exclusion)),
                    ("law", bare(law)),
                    ("words", bare(words)),
                    ("reason", bare(because)),
                ];
                self.fill.line(Phrase::ExclusionOther, &values)
            }
            Ground::NotExcluded => self.fill.line(Phrase::NotExcluded, &[("business", self.business(exclusion))]),
        }
    }

    /// What was resolved about the public under an item, where the house has it among its decisions.
    pub(super) fn resolutions_listed(self, item: &'a Item) -> impl Iterator<Item = Line> + 'a {
        let listed = self.style.action_rows.contains(&ActionRow::Exclusions);
        let here = self.state.exclusions().filter(move |(fact, _)| listed && fact.item == item.agenda.id);
        here.map(move |(_, exclusion)| self.resolution_line(exclusion)).filter(|line| !line.is_empty())
    }

    fn moved(self, exclusion: &'a Exclusion) -> Option<Part> {
        exclusion.mover.as_ref()?;
        let values = [("mover", self.persons(&exclusion.mover)), ("seconder", self.persons(&exclusion.seconder))];
        self.sentence(Phrase::ExclusionMoved, &values)
    }

    fn confidential(self, exclusion: &'a Exclusion, because: Option<Confidence>) -> Option<Part> {
        let because = because.map(|because| match because {
            Confidence::Department => Phrase::ConfidentialDepartment,
            Confidence::Law => Phrase::ConfidentialLaw,
        });
        let reason = because.map_or(Value::Empty, |phrase| Value::from(self.style.label(phrase)));
        self.sentence(Phrase::Confidential, &[("business", self.business(exclusion)), ("reason", reason)])
    }

    fn prejudicial(self, exclusion: &'a Exclusion, because: Option<&'a Prejudice>) -> Line {
        let reason = because.map_or(Value::Empty, |because| match because {
            Prejudice::Confidential => Value::from(self.style.label(Phrase::PrejudiceConfidential)),
            Prejudice::Special(reason) => {
                Value::from(self.fill.text(Phrase::PrejudiceSpecial, &[("reason", Value::text(Some(reason)))]))
            }
        });
        let values = [("business", self.business(exclusion)), ("reason", reason)];
        self.fill.line(Phrase::ExclusionPrejudicial, &values)
    }

    /// The descriptions that a resolution states, each once.
    fn described(exclusion: &Exclusion) -> Vec<Paragraph> {
        let mut all: Vec<Paragraph> = exclusion.business.iter().flat_map(|it| it.paragraphs.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The words of a resolution that cites exempt information.
    fn exemption(self, exclusion: &'a Exclusion) -> Line {
        let test = if exclusion.tested { self.style.label(Phrase::InterestTest) } else { String::new() };
        let values = [
            ("business", self.business(exclusion)),
            ("paragraphs", Value::from(self.numbers(&Self::described(exclusion)))),
            ("test", Value::from(test)),
        ];
        self.fill.counted(Phrase::Exclusion, named(exclusion), &values)
    }

    /// Below it, the business as a table where there are several items, and the descriptions in full.
    fn exempted(self, exclusion: &'a Exclusion) -> Vec<Part> {
        let table = (exclusion.business.len() > 1).then(|| self.business_table(exclusion));
        let described = Self::described(exclusion).into_iter().filter_map(|it| self.description(it));
        table.into_iter().chain(described).collect()
    }

    fn description(self, described: Paragraph) -> Option<Part> {
        let values = [("number", Value::Number(described.number())), ("words", Value::text(Some(described.words())))];
        self.sentence(Phrase::ExemptDescription, &values)
    }

    fn business_table(self, exclusion: &'a Exclusion) -> Part {
        let columns = [Phrase::ExclusionItems, Phrase::ExclusionParagraphs].map(|phrase| self.style.label(phrase));
        let row = |business: &Business| {
            let numbers: Vec<String> = business.paragraphs.iter().map(|it| it.number().to_string()).collect();
            [self.business_name(business), numbers.join(", ")].map(|text| vec![vec![Run::plain(text)]]).to_vec()
        };
        Part::Table(Table {
            name: self.style.label(Phrase::TableExcluded),
            columns: columns.to_vec(),
            rows: exclusion.business.iter().map(row).collect(),
        })
    }

    fn numbers(self, paragraphs: &[Paragraph]) -> String {
        let numbers: Vec<String> = paragraphs.iter().map(|it| it.number().to_string()).collect();
        let listed = self.fill.names().join(&numbers);
        let line = self.fill.counted(Phrase::ExemptParagraphs, numbers.len(), &[("numbers", Value::from(listed))]);
        crate::minutes::block::plain(&line)
    }

    fn business(self, exclusion: &'a Exclusion) -> Value<'a> {
        let names: Vec<String> = exclusion.business.iter().map(|business| self.business_name(business)).collect();
        Value::from(self.fill.names().join(&names))
    }

    fn business_name(self, business: &Business) -> String {
        let Some(item) = business.item.as_ref().and_then(|id| self.state.item(id)) else {
            return self.style.label(Phrase::RestOfMeeting);
        };
        let title = self.title_of(item);
        let [number, minute] = numbers(self.state, self.style, item);
        let values = [number, minute, ("title", Value::from(title))];
        let whole = self.fill.text(Phrase::ItemReference, &values);
        match business.part.as_deref() {
            Some(part) => {
                self.fill.text(Phrase::PartOfItem, &[("part", Value::text(Some(part))), ("item", Value::from(whole))])
            }
            None => whole,
        }
    }

    /// The public's return, after what everybody may read of what was decided while it was out.
    pub(super) fn readmission(self, item: &'a Item, fact: &Fact) -> Vec<Part> {
        let time = Value::Time(self.state.local(fact.when).time());
        let sentence = self.sentence(Phrase::Readmission, &[("time", time)]);
        let stubs = if self.readmitted(item) == Some(fact.id) { self.stubs(item) } else { Vec::new() };
        stubs.into_iter().chain(sentence).collect()
    }

    /// The last return of the public under an item. It stands near the end, so the search is short.
    pub(super) fn readmitted(self, item: &'a Item) -> Option<FactId> {
        const NEAR: usize = 64;
        let mut recent = self.state.facts_of(item).rev().take(NEAR);
        recent.find(|fact| matches!(fact.content, Content::Readmission)).map(|fact| fact.id)
    }

    /// Whether what prints is the stub of a fact, because the fact itself is not for those who read this: it is not
    /// here at all, or only as the draft that the public heard.
    pub(super) fn is_withheld(self, of: FactId) -> bool {
        match self.state.fact(of) {
            None => self.state.stub(of).is_some(),
            Some(fact) => {
                let draft = match &fact.content {
                    Content::Decision(decision) => decision.basis.is_none(),
                    Content::Motion(motion) => motion.fate == Fate::Open,
                    _ => false,
                };
                draft && fact.audience == Audience::Public && self.state.stub(of).is_some()
            }
        }
    }

    /// What everybody may read of what was decided and promised in private under an item. What became of a motion stands
    /// with the motion.
    pub(super) fn stubs(self, item: &'a Item) -> Vec<Part> {
        let stubs = self.state.stubs_of(&item.agenda.id).filter(|(_, stub)| stub.what != Restricted::Motion);
        stubs.filter_map(|(of, stub)| self.stub(of, stub, "")).collect()
    }

    /// What everybody may read of what became in private of a motion, which a sentence calls `what`.
    pub(super) fn motion_stub(self, of: FactId, what: &str) -> Option<Part> {
        self.stub(of, self.state.stub(of)?, what)
    }

    fn stub(self, of: FactId, stub: &Stub, what: &str) -> Option<Part> {
        if self.is_withheld(of) {
            let line = self.stub_line(stub, what);
            return match stub.what {
                Restricted::Decision if !line.is_empty() => Some(Part::Decision { line, taken: true }),
                _ => paragraph(line),
            };
        }
        // Those who may read the fact see the title that the others will.
        self.state.content(of)?;
        let title = Value::Runs(self.words(stub.title.as_deref()?));
        self.sentence(Phrase::PublicTitleShown, &[("title", title)])
    }

    fn stub_line(self, stub: &Stub, what: &str) -> Line {
        let title = stub.title.as_deref().map_or(Value::Empty, |title| Value::Runs(self.words(title)));
        let phrase = match (&stub.title, stub.what) {
            (Some(_), _) => Phrase::PublicTitle,
            (None, Restricted::Decision) if self.state.body().rules.access == Some(Access::Act1960) => {
                Phrase::DecisionInPrivate
            }
            (None, Restricted::Decision) => Phrase::DecisionRestricted,
            (None, Restricted::Action) => Phrase::ActionRestricted,
            (None, Restricted::Motion) => Phrase::DealtWithInPrivate,
        };
        self.fill.line(phrase, &[("body", self.short()), ("title", title), ("what", Value::text(Some(what)))])
    }

    /// The rows that stand in tables for what was decided in private under an item.
    pub(super) fn restricted_decisions(self, item: &'a Item) -> impl Iterator<Item = Line> + 'a {
        let stubs = self.state.stubs_of(&item.agenda.id);
        let withheld = stubs.filter(move |(of, stub)| stub.what == Restricted::Decision && self.is_withheld(*of));
        withheld.map(move |(_, stub)| self.stub_line(stub, ""))
    }

    /// The undertakings given in private that have a title for everybody, each with its item.
    pub(super) fn titled_actions(self) -> impl Iterator<Item = (&'a Item, &'a str)> {
        let items = self.state.items();
        items.flat_map(move |item| self.titled_actions_of(item).map(move |title| (item, title)))
    }

    /// The titles of the undertakings given in private under an item that have one for everybody.
    pub(super) fn titled_actions_of(self, item: &'a Item) -> impl Iterator<Item = &'a str> {
        let stubs = self.state.stubs_of(&item.agenda.id);
        let withheld = stubs.filter(move |(of, stub)| stub.what == Restricted::Action && self.is_withheld(*of));
        withheld.filter_map(|(_, stub)| stub.title.as_deref())
    }
}
