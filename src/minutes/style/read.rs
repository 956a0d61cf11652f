//! Reading a `[style]` table over the default.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::blocks::{self, Named, Stated};
use super::table::Headings;
use super::{
    ActionRow, AttendanceForm, AttendancePlace, Brackets, DECISION_SLOTS, DateFormat, DecisionForm, Declarations,
    FINER_KINDS, FirstMention, ItemOrder, LateDeclarations, ListOrder, Marker, Motions, Movements, OfficeSpeaks,
    PeopleForm, PlanForm, ReadyMade, STATUTORY, Style, Substitutes, SubstitutesPlace, TextItalics, TimeFormat,
    TopicEmphasis, Updates, VerbEmphasis, VoteForm, Wording, Words, marker::within_item,
};
use crate::meeting::agenda::KINDS;
use crate::meeting::fact::Verb;
use crate::minutes::phrase::{COUNTS, Phrase, Slot, Spec, Template};
use crate::problem::{Problems, did_you_mean};
use crate::source::{self, Source, Spanned};
use crate::spelling::{Endings, list};

/// One reading of a file: the whole `[style]` table, or its wording alone.
struct File<T>(Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for File<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Tables<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Tables<T> {
            type Value = File<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<File<T>, A::Error> {
                let mut style = None;
                while let Some(key) = map.next_key::<String>()? {
                    if key == "style" {
                        style = Some(map.next_value()?);
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(File(style))
            }
        }
        deserializer.deserialize_map(Tables(std::marker::PhantomData))
    }
}

type Phrases = BTreeMap<Spanned<String>, Spanned<Texts>>;

#[derive(serde::Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
struct Table {
    language: Option<Spanned<String>>,
    spelling: Option<Endings>,
    known_words: Vec<Spanned<String>>,
    words: Words,
    bullet: Option<Spanned<String>>,
    votes: Option<VoteForm>,
    brackets: Option<Brackets>,
    decision_form: Option<DecisionForm>,
    first_mention: Option<FirstMention>,
    attenders: Option<PeopleForm>,
    apology_list: Option<PeopleForm>,
    substitutes_place: Option<SubstitutesPlace>,
    plan: Option<PlanForm>,
    amendments: Option<Marker>,
    updates: Option<Updates>,
    run_on: Option<bool>,
    verbs: Option<VerbEmphasis>,
    topics: Option<TopicEmphasis>,
    text_italics: Option<TextItalics>,
    date: Option<DateFormat>,
    short_date: Option<DateFormat>,
    time: Option<TimeFormat>,
    serial_comma: Option<bool>,
    members: Option<ListOrder>,
    apologies: Option<ListOrder>,
    substitutes: Option<Substitutes>,
    movements: Option<Movements>,
    attendance: Option<AttendanceForm>,
    attendance_place: Option<AttendancePlace>,
    declarations: Option<Declarations>,
    late_declarations: Option<LateDeclarations>,
    chair_speaks: Option<OfficeSpeaks>,
    motions: Option<Motions>,
    #[serde(deserialize_with = "within_item")]
    highlights: Option<Marker>,
    #[serde(deserialize_with = "within_item")]
    discussion: Option<Marker>,
    rows: Option<Marker>,
    parts: Option<Marker>,
    conditions: Option<Marker>,
    order: Option<ItemOrder>,
    action_rows: Option<Vec<ActionRow>>,
    head: Option<Stated>,
    item: Option<Stated>,
    decided: Option<Stated>,
    decision_headings: Option<Vec<Spanned<String>>>,
    end: Option<Stated>,
    title_venue: Option<bool>,
    full_stops: Option<bool>,
    columns: ColumnTable,
    titles: Option<BTreeMap<String, String>>,
    decision: Vec<Decision>,
    phrases: Phrases,
}

#[derive(serde::Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
struct ColumnTable {
    plan: Option<[String; 2]>,
    actions: Option<Headings>,
    undertakings: Option<[String; 4]>,
    attendance: Option<[String; 3]>,
    declarations: Option<[String; 4]>,
    register: Option<[String; 6]>,
}

#[derive(serde::Deserialize)]
struct Decision {
    name: Spanned<String>,
    verb: Verb,
    words: Spanned<String>,
    #[serde(default, rename = "for")]
    kinds: Vec<Spanned<String>>,
}

/// The wording alone, whatever is wrong beside it.
struct WordingOnly(Phrases);

impl<'de> Deserialize<'de> for WordingOnly {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = WordingOnly;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<WordingOnly, A::Error> {
                let mut phrases = Phrases::new();
                while let Some(key) = map.next_key::<String>()? {
                    if key == "phrases" {
                        phrases = map.next_value()?;
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(WordingOnly(phrases))
            }
        }
        deserializer.deserialize_map(Keys)
    }
}

/// What a file gives a phrase: one text, or one for each count.
enum Texts {
    Plain(String),
    Counted(Vec<(Spanned<String>, Spanned<String>)>),
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Texts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, or a table with none, one and many")
            }

            fn visit_str<E>(self, text: &str) -> Result<Texts, E> {
                Ok(Texts::Plain(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Texts, A::Error> {
                let mut forms = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    forms.push(entry);
                }
                Ok(Texts::Counted(forms))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

pub(super) fn read(file: &str, text: &str) -> (Style, Problems) {
    let mut style = Style::default();
    let (table, problems) = source::read::<File<Table>>(file, text);
    let mut reader = Reader { source: Source { file, text }, problems };
    match table {
        Some(File(Some(mut table))) => {
            reader.phrases(&mut style, &std::mem::take(&mut table.phrases));
            reader.signs(&mut style, &table);
            reader.blocks("head", table.head.as_ref(), &mut style.head);
            reader.blocks("item", table.item.as_ref(), &mut style.item);
            reader.blocks("decided", table.decided.as_ref(), &mut style.decided);
            reader.blocks("end", table.end.as_ref(), &mut style.end);
            if let Some(stated) = &table.decision_headings {
                style.decision_headings = reader.kinds(stated, &KINDS);
            }
            let decisions = std::mem::take(&mut table.decision);
            if !decisions.is_empty() {
                let stated = reader.decisions(&decisions);
                style.decisions.retain(|ready| {
                    let free = |kind: &String| !stated.iter().any(|stated| stated.kinds.contains(kind));
                    ready.kinds.iter().any(|kind| STATUTORY.contains(&kind.as_str())) && ready.kinds.iter().all(free)
                });
                style.decisions.splice(..0, stated);
            }
            state(&mut style, table);
        }
        Some(File(None)) => {}
        // Something beside the wording is wrong and has been said; the wording is looked at all the same.
        None => {
            if let (Some(File(Some(WordingOnly(phrases)))), _) = source::read::<File<WordingOnly>>(file, text) {
                reader.phrases(&mut style, &phrases);
            }
        }
    }
    (style, reader.problems.sorted().into_iter().cloned().collect())
}

fn state(style: &mut Style, table: Table) {
    fn put<T>(place: &mut T, stated: Option<T>) {
        if let Some(stated) = stated {
            *place = stated;
        }
    }
    style.words = table.words;
    put(&mut style.spelling, table.spelling);
    put(&mut style.votes, table.votes);
    put(&mut style.brackets, table.brackets);
    put(&mut style.decision_form, table.decision_form);
    put(&mut style.first_mention, table.first_mention);
    put(&mut style.attenders, table.attenders);
    put(&mut style.apology_list, table.apology_list);
    put(&mut style.substitutes_place, table.substitutes_place);
    put(&mut style.plan, table.plan);
    put(&mut style.amendments, table.amendments);
    put(&mut style.updates, table.updates);
    put(&mut style.run_on, table.run_on);
    put(&mut style.verbs, table.verbs);
    put(&mut style.topics, table.topics);
    put(&mut style.text_italics, table.text_italics);
    put(&mut style.date, table.date);
    put(&mut style.short_date, table.short_date);
    put(&mut style.time, table.time);
    put(&mut style.serial_comma, table.serial_comma);
    put(&mut style.members, table.members);
    put(&mut style.apologies, table.apologies);
    put(&mut style.substitutes, table.substitutes);
    put(&mut style.movements, table.movements);
    put(&mut style.attendance, table.attendance);
    put(&mut style.attendance_place, table.attendance_place);
    put(&mut style.declarations, table.declarations);
    put(&mut style.late_declarations, table.late_declarations);
    put(&mut style.chair_speaks, table.chair_speaks);
    put(&mut style.motions, table.motions);
    put(&mut style.highlights, table.highlights);
    put(&mut style.discussion, table.discussion);
    put(&mut style.rows, table.rows);
    put(&mut style.parts, table.parts);
    put(&mut style.conditions, table.conditions);
    put(&mut style.order, table.order);
    put(&mut style.action_rows, table.action_rows);
    put(&mut style.title_venue, table.title_venue);
    put(&mut style.full_stops, table.full_stops);
    put(&mut style.columns.plan, table.columns.plan);
    put(&mut style.columns.actions, table.columns.actions.map(|Headings(columns)| columns));
    put(&mut style.columns.undertakings, table.columns.undertakings);
    put(&mut style.columns.attendance, table.columns.attendance);
    put(&mut style.columns.declarations, table.columns.declarations);
    put(&mut style.columns.register, table.columns.register);
    put(&mut style.titles, table.titles);
}

struct Reader<'a> {
    source: Source<'a>,
    problems: Problems,
}

impl Reader<'_> {
    fn say(&mut self, span: &Range<usize>, what: impl AsRef<str>, hint: impl Into<String>) {
        self.problems.push(self.source.problem(span, what).hint(hint));
    }

    /// The words of the house, each of which must have a letter in it.
    fn known_words(&mut self, stated: &[Spanned<String>]) -> Vec<String> {
        let mut known = Vec::new();
        for word in stated {
            match list::check(word.get_ref()) {
                Ok(word) => known.push(word),
                Err(why) => self.say(&word.span(), why, "Write a word or a name as it stands in minutes"),
            }
        }
        known
    }

    /// The settings that are signs of their own: the tag of the language, what stands before the members of a list.
    fn signs(&mut self, style: &mut Style, table: &Table) {
        style.known_words = self.known_words(&table.known_words);
        if let Some(stated) = &table.language {
            let parts = || stated.get_ref().split('-');
            let sound = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|it| it.is_ascii_alphanumeric());
            if parts().all(sound) && parts().next().is_some_and(|first| first.len() >= 2) {
                style.language.clone_from(stated.get_ref());
            } else {
                let what = format!("\"{}\" is no tag of a language", stated.get_ref());
                self.say(&stated.span(), what, "Write en-GB for English, cy for Welsh, gd for Gaelic");
            }
        }
        if let Some(stated) = &table.bullet {
            let mut signs = stated.get_ref().chars();
            match (signs.next(), signs.next()) {
                (Some(sign), None) if !sign.is_alphanumeric() && !sign.is_whitespace() => style.bullet = sign,
                _ => self.say(&stated.span(), "a bullet is one sign", "Write, for example, bullet = \"•\""),
            }
        }
    }

    fn phrases(&mut self, style: &mut Style, phrases: &Phrases) {
        for (name, texts) in phrases {
            let Some(&phrase) = Phrase::ALL.iter().find(|phrase| phrase.spec().name == name.get_ref().as_str()) else {
                let known = Phrase::ALL.iter().map(|phrase| phrase.spec().name);
                let hint = did_you_mean(name.get_ref(), known).map_or_else(
                    || "Phrases are called, for example, `title`, `apologies` or `decision-heading`".to_owned(),
                    |near| format!("Did you mean `{near}`?"),
                );
                self.say(&name.span(), format!("there is no phrase `{}`", name.get_ref()), hint);
                continue;
            };
            if let Some(old) = style.phrases.get(&phrase).cloned()
                && let Some(wording) = self.wording(phrase.spec(), &texts.span(), texts.get_ref(), &old)
            {
                style.phrases.insert(phrase, wording);
            }
        }
    }

    fn wording(&mut self, spec: &Spec, span: &Range<usize>, texts: &Texts, old: &Wording) -> Option<Wording> {
        match texts {
            Texts::Plain(text) => {
                let wording = Wording::plain(self.template(text, span, spec.slots)?);
                // One text says what is said of one and of many; of none there is nothing to fill its slots with.
                Some(if spec.counts() { Wording { none: Arc::clone(&old.none), ..wording } } else { wording })
            }
            Texts::Counted(_) if !spec.counts() => {
                self.say(span, format!("`{}` counts nothing and has one text", spec.name), "Write it as \"text\"");
                None
            }
            Texts::Counted(forms) => self.counted(spec, span, forms),
        }
    }

    fn counted(
        &mut self,
        spec: &Spec,
        span: &Range<usize>,
        forms: &[(Spanned<String>, Spanned<String>)],
    ) -> Option<Wording> {
        for (form, _) in forms.iter().filter(|(form, _)| !COUNTS.contains(&form.get_ref().as_str())) {
            let near = did_you_mean(form.get_ref(), COUNTS).map(|near| format!("Did you mean `{near}`?"));
            let hint = near.unwrap_or_else(|| "Known here: none, one, many".to_owned());
            self.say(&form.span(), format!("`{}` has no form `{}`", spec.name, form.get_ref()), hint);
        }
        let [none, one, many] = COUNTS.map(|count| {
            let stated = forms.iter().find(|(form, _)| form.get_ref() == count);
            if stated.is_none() {
                self.say(span, format!("`{count}` is missing from `{}`", spec.name), format!("Add {count} = \"...\""));
            }
            stated.and_then(|(_, text)| self.template(text.get_ref(), &text.span(), spec.slots)).map(Arc::new)
        });
        Some(Wording { none: none?, one: one?, many: many? })
    }

    fn template(&mut self, text: &str, span: &Range<usize>, slots: &[Slot]) -> Option<Template> {
        match Template::parse(text, slots) {
            Ok(template) => Some(template),
            Err(faults) => {
                // Text that the file spells with escapes cannot be pointed into, so it is pointed at as a whole.
                let start = self.source.text.get(span.clone()).and_then(|raw| raw.find(text)).map(|at| span.start + at);
                for fault in faults {
                    let place = start.map_or_else(|| span.clone(), |at| at + fault.range.start..at + fault.range.end);
                    self.say(&place, fault.what, fault.hint);
                }
                None
            }
        }
    }

    /// A list of blocks in the order of the house.
    fn blocks<B: Named>(&mut self, setting: &str, stated: Option<&Stated>, place: &mut Vec<B>) {
        let Some(stated) = stated else { return };
        let (blocks, faults) = blocks::read(setting, stated);
        if faults.is_empty() {
            *place = blocks;
        }
        for (span, what, hint) in faults {
            self.say(&span, what, hint);
        }
    }

    /// Kinds of item, of which those that are not `known` are said.
    fn kinds(&mut self, stated: &[Spanned<String>], known: &[&str]) -> Vec<String> {
        for kind in stated.iter().filter(|kind| !known.contains(&kind.get_ref().as_str())) {
            let near = did_you_mean(kind.get_ref(), known.iter().copied());
            let near = near.map(|near| format!("Did you mean \"{near}\"?"));
            let hint = near.unwrap_or_else(|| format!("Choose from {}", known.join(", ")));
            self.say(&kind.span(), format!("there is no kind of item \"{}\"", kind.get_ref()), hint);
        }
        stated.iter().map(|kind| kind.get_ref().clone()).collect()
    }

    fn decisions(&mut self, stated: &[Decision]) -> Vec<ReadyMade> {
        let mut names = BTreeSet::new();
        let mut decisions = Vec::new();
        for decision in stated {
            if !names.insert(decision.name.get_ref().as_str()) {
                let what = format!("there are two decisions called `{}`", decision.name.get_ref());
                self.say(&decision.name.span(), what, "Give one of them another name");
            }
            let kinds = self.kinds(&decision.kinds, &kinds().collect::<Vec<_>>());
            if let Some(words) = self.template(decision.words.get_ref(), &decision.words.span(), DECISION_SLOTS) {
                decisions.push(ReadyMade { name: decision.name.get_ref().clone(), verb: decision.verb, words, kinds });
            }
        }
        decisions
    }
}

/// The kinds of item that a ready-made decision may be for.
fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.into_iter().chain(FINER_KINDS)
}
