//! Who is here: as a pane, or on one line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::inset;
use super::paint::Words;
use super::screen::Screen;
use super::theme::{Role, Theme};
use crate::app::floor::stack;
use crate::app::veto;
use crate::app::view::Row;
use crate::meeting::body::Rules;
use crate::meeting::event::{Mode, Presence, Sitting};
use crate::meeting::id::PersonId;
use crate::meeting::people::{Group, GroupKind, Name, Person};
use crate::meeting::state::State;
use crate::minutes::document::item_number;

/// Draws the roll as a pane:
///
/// ```text
/// Roll
/// Presiding: Claire George
/// 10 present, quorum not set
/// Not accounted for 1
///  ? C Wallwork
/// Present 10
///  ● M Jamil for D Jones
/// Apologies 1
///  ○ D Jones
/// Officers 2 · Others 6 · Public 14
/// Findings 2
/// ! The owner of an action is not named.
/// ```
///
/// Lists become running text where the rows don't suffice for a line each.
pub(super) fn pane(screen: &Screen<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let area = inset(area, 1);
    let roll = Roll::of(screen);
    let heading = Words::of("Roll", theme.style(Role::Heading));
    let mut head = vec![heading, presiding(screen.state, theme), quorum(screen.state, theme)];
    head.extend(needed(screen.state, theme));
    head.extend(floor(screen, theme));
    let foot = foot(screen, &roll, theme);
    let taken: u16 = head.iter().chain(&foot).map(|words| words.height(area.width, 3)).sum();
    let rows = usize::from(area.height.saturating_sub(taken));
    let spread = roll.lists.iter().map(|list| list.people.len() + 1).sum::<usize>() <= rows;
    let lists = roll.lists.iter().flat_map(|list| list.words(theme, spread));
    let flush = |words| (Words::default(), words);
    let mut y = area.y;
    for (mark, words) in head.into_iter().map(flush).chain(lists).chain(foot.into_iter().map(flush)) {
        let most = if spread { 3 } else { 8 };
        let rows = area.bottom().saturating_sub(y).min(most);
        if rows > 0 {
            let x = mark.put(buf, area, area.x, y);
            let hung = Rect { x, width: area.right().saturating_sub(x), ..area };
            y = words.put_lines(buf, hung, y, rows);
        }
    }
    // The rest is for rows that are left over: whole where it fits, and no finding is passed over for being long.
    for words in spare(screen, theme) {
        y = words.put_lines(buf, area, y, area.bottom().saturating_sub(y));
    }
}

/// Draws the roll on one line, what asks for action first:
///
/// ```text
/// ? 1 unaccounted · 2 findings · 10 present, quorum not set · George presides · 4 sent apologies
/// ```
pub(super) fn line(screen: &Screen<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let area = inset(area, 1);
    let roll = Roll::of(screen);
    let mut parts = Vec::new();
    let unaccounted = roll.lists.first().filter(|list| list.what == What::Unaccounted);
    if let Some(list) = unaccounted {
        parts.push(Words::of(&format!("? {} unaccounted", list.people.len()), theme.style(Role::RollAbsent)));
    }
    if screen.findings > 0 {
        parts.push(findings(screen.findings, theme));
    }
    let open = floor(screen, theme).len().saturating_sub(1);
    if open > 0 {
        let text = if open == 1 { "▪ 1 motion open".to_owned() } else { format!("▪ {open} motions open") };
        parts.push(Words::of(&text, theme.style(Role::Text)));
    }
    // Nothing is told before that there is no quorum.
    let at = if is_short(screen.state) { 0 } else { parts.len() };
    parts.insert(at, quorum(screen.state, theme));
    parts.extend(needed(screen.state, theme));
    if let Some(person) = screen.state.presiding().and_then(|id| screen.state.person(id)) {
        let words = Words::of(&format!("{} presides", person.name.surname), theme.style(Role::Text));
        parts.push(words.and(unseen(screen.state, person), theme.style(Role::Warning)));
    }
    for list in roll.lists.iter().filter(|list| !matches!(list.what, What::Unaccounted | What::Present)) {
        let what =
            if list.what == What::Apologies { "sent apologies".into() } else { list.what.label().to_lowercase() };
        let text = format!("{} {what}", list.people.len());
        parts.push(Words::of(&text, theme.style(list.what.role())));
    }
    let mut words = Words::default();
    for part in &parts {
        if !words.is_empty() {
            if words.width() + part.width() + 3 > area.width {
                continue;
            }
            words.add(" · ", theme.style(Role::TextDim));
        }
        words.append(part);
    }
    words.put(buf, area, area.x, area.y);
}

/// What is before the meeting under the room's item, what is to be dealt with first on top; nothing where nothing is.
fn floor(screen: &Screen<'_>, theme: &Theme) -> Vec<Words> {
    let stack = screen.state.room_item().map_or_else(Vec::new, |item| stack(screen.state, item));
    let heading = (!stack.is_empty()).then(|| Words::of("Before the meeting", theme.style(Role::Label)));
    let row = |row: Row| {
        let words = Words::of(&format!("{} {} ", row.mark, row.text), theme.style(Role::Text));
        words.and(&format!("({})", row.note), theme.style(Role::TextDim))
    };
    heading.into_iter().chain(stack.into_iter().map(row)).collect()
}

/// What stands below the lists.
fn foot(screen: &Screen<'_>, roll: &Roll, theme: &Theme) -> Vec<Words> {
    let mut foot = Vec::new();
    if !roll.groups.is_empty() {
        foot.push(Words::of(&roll.groups.join(" · "), theme.style(Role::RollPresent)));
    }
    let vacant = screen.state.body().seats.iter().filter(|seat| seat.holder.is_none()).count();
    if vacant > 0 {
        foot.push(Words::of(&format!("Vacant {vacant}"), theme.style(Role::TextDim)));
    }
    if screen.findings > 0 {
        foot.push(findings(screen.findings, theme));
    }
    foot
}

/// The findings in words, and which rules are not set.
fn spare(screen: &Screen<'_>, theme: &Theme) -> Vec<Words> {
    let warning = |text: &&str| Words::of("! ", theme.style(Role::Warning)).and(text, theme.style(Role::Text));
    let mut spare: Vec<Words> = screen.margin.iter().take(5).map(warning).collect();
    let unset = unset(&screen.state.body().rules);
    if !unset.is_empty() {
        spare.push(Words::of(&format!("Not set: {unset}"), theme.style(Role::TextDim)));
    }
    spare
}

fn findings(count: usize, theme: &Theme) -> Words {
    let text = if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") };
    Words::of(&text, theme.style(Role::Warning))
}

fn presiding(state: &State, theme: &Theme) -> Words {
    match state.presiding().and_then(|id| state.person(id)) {
        Some(person) => {
            let words = Words::of("Presiding: ", theme.style(Role::Label));
            words
                .and(&listed(&person.name), theme.style(Role::Text))
                .and(unseen(state, person), theme.style(Role::Warning))
        }
        None => Words::of("Nobody presides", theme.style(Role::TextDim)),
    }
}

/// What is said of somebody who presides and is not known to be there, once the meeting sits.
fn unseen(state: &State, person: &Person) -> &'static str {
    let there = state.presence(&person.id) == Presence::Present;
    if there || state.sitting() != Sitting::Sitting { "" } else { ", not marked present" }
}

/// How many members are here and how many must be.
fn quorum(state: &State, theme: &Theme) -> Words {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let present = number(state.members_present().count());
    let counting = number(state.electorate(state.room_item()).counting());
    let Some(quorum) = state.body().quorum() else {
        let words = Words::of(&format!("{present} present"), theme.style(Role::Text));
        let words = words.and(&voting(state), theme.style(Role::Text));
        return words.and(", quorum not set", theme.style(Role::TextDim));
    };
    let count = if counting < present { format!(", {counting} may take part") } else { String::new() };
    let (text, role) = if counting < quorum {
        (format!("{present} present{count}, NO QUORUM ({quorum})"), Role::Error)
    } else {
        (format!("{present} present{count}, quorum {quorum}"), Role::Text)
    };
    Words::of(&text, theme.style(role)).and(&voting(state), theme.style(Role::Text))
}

/// How many may vote on the room's item, where it is not all of those who count.
fn voting(state: &State) -> String {
    let electorate = state.electorate(state.room_item());
    let (counting, entitled) = (electorate.counting(), electorate.entitled.len());
    let told = if state.body().quorum().is_some() { counting } else { counting + electorate.barred.len() };
    if entitled < told { format!(", {entitled} may vote") } else { String::new() }
}

/// Whether the meeting sits without a quorum.
fn is_short(state: &State) -> bool {
    let counting = u32::try_from(state.electorate(state.room_item()).counting()).unwrap_or(u32::MAX);
    state.sitting() == Sitting::Sitting && state.body().quorum().is_some_and(|needed| counting < needed)
}

/// How many votes a veto needs, where the room is at something that may be vetoed.
fn needed(state: &State, theme: &Theme) -> Option<Words> {
    let text = veto::brief(state, state.room_item()?)?;
    Some(Words::of(&text, theme.style(Role::Label)))
}

/// The rules that are not set, quorum aside, which has a line of its own.
fn unset(rules: &Rules) -> String {
    let names: Vec<String> =
        rules.unset().into_iter().filter(|name| *name != "quorum").map(|name| name.replace('-', " ")).collect();
    names.join(", ")
}

/// A name as lists have it: "M Jamil", "Claire George".
fn listed(name: &Name) -> String {
    let Name { title, forename, initials, surname, .. } = name;
    let first = [initials, forename, title].into_iter().find(|part| !part.is_empty());
    first.map_or_else(|| surname.clone(), |first| format!("{first} {surname}"))
}

/// What a list of members has in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Unaccounted,
    Present,
    Left,
    Apologies,
    Absent,
}

impl What {
    const ALL: [Self; 5] = [Self::Unaccounted, Self::Present, Self::Left, Self::Apologies, Self::Absent];

    const fn presence(self) -> Presence {
        match self {
            Self::Unaccounted => Presence::Unaccounted,
            Self::Present => Presence::Present,
            Self::Left => Presence::Left,
            Self::Apologies => Presence::Apologies,
            Self::Absent => Presence::Absent,
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Unaccounted => "Not accounted for",
            Self::Present => "Present",
            Self::Left => "Left",
            Self::Apologies => "Apologies",
            Self::Absent => "Absent",
        }
    }

    const fn mark(self) -> &'static str {
        match self {
            Self::Unaccounted => "?",
            Self::Present => "●",
            Self::Left => "‹",
            Self::Apologies => "○",
            Self::Absent => "×",
        }
    }

    const fn role(self) -> Role {
        match self {
            Self::Unaccounted | Self::Absent => Role::RollAbsent,
            Self::Present => Role::RollPresent,
            Self::Left => Role::RollLeft,
            Self::Apologies => Role::RollApologies,
        }
    }
}

/// A member as the roll has them.
struct Member {
    name: String,
    /// For whom, and how, where that needs saying.
    note: String,
    substitute: bool,
    interest: bool,
}

struct List {
    what: What,
    people: Vec<Member>,
}

struct Roll {
    /// Those that hold anybody, what asks for action first.
    lists: Vec<List>,
    /// The other groups of which somebody is here, as the house calls them, and the public, each with how many.
    groups: Vec<String>,
}

impl Roll {
    fn of(screen: &Screen<'_>) -> Self {
        let state = screen.state;
        let mut lists: Vec<List> = What::ALL.map(|what| List { what, people: Vec::new() }).into();
        for seat in &state.body().seats {
            let substitute = state.substitute(&seat.id);
            let holder = seat.holder.as_ref();
            // A member whose place is taken is listed too: as one who sent apologies, unless they said otherwise.
            for (id, standing_in) in holder.map(|id| (id, false)).into_iter().chain(substitute.map(|id| (id, true))) {
                let Some(person) = state.person(id) else { continue };
                let presence = state.presence(id);
                if !standing_in && substitute.is_some() && presence == Presence::Unaccounted {
                    continue;
                }
                let held = holder.filter(|_| standing_in).and_then(|holder| state.person(holder));
                let list = lists.iter_mut().find(|list| list.what.presence() == presence);
                if let Some(list) = list {
                    list.people.push(member(screen, person, held, standing_in));
                }
            }
        }
        lists.retain(|list| !list.people.is_empty());
        Self { lists, groups: groups(state) }
    }
}

fn member(screen: &Screen<'_>, person: &Person, held: Option<&Person>, substitute: bool) -> Member {
    let mut note = held.map(|holder| format!(" for {}", listed(&holder.name))).unwrap_or_default();
    note.push_str(&since(screen.state, &person.id).map(|time| format!(" since {time}")).unwrap_or_default());
    if screen.state.mode(&person.id) == Mode::Remote {
        note.push_str(" (remote)");
    }
    let interest = screen.interests.iter().find(|(id, _)| *id == person.id);
    let away = screen.state.withdrawn_for(&person.id).and_then(|item| screen.state.item(item));
    let why = match (away, interest) {
        (Some(item), _) => format!(" (for item {})", item_number(screen.state, item)),
        (None, Some((_, follows))) => format!(" (interest: {follows})"),
        (None, None) => String::new(),
    };
    note.push_str(&why);
    let interest = interest.is_some();
    Member { name: listed(&person.name), note, substitute, interest }
}

/// Since when somebody has been where they are, where they came or went while the meeting was on.
fn since(state: &State, person: &PersonId) -> Option<String> {
    let change = state.presences(person)?.last()?;
    state.movement_of(change.by)?;
    Some(state.local(change.at.time).format("%H:%M").to_string())
}

/// How many of each group are here, without the members; and of the public, where that is known.
fn groups(state: &State) -> Vec<String> {
    let counted = |group: &Group| {
        let here = |person: &&Person| {
            person.group.as_ref() == Some(&group.id) && state.presence(&person.id) == Presence::Present
        };
        let count = state.people().filter(here).count();
        // The heading of a list in the minutes says that they are present, which goes without saying here.
        (count > 0).then(|| format!("{} {count}", group.label.trim_end_matches(" Present")))
    };
    let groups = state.body().groups.iter().filter(|group| group.kind != GroupKind::Members);
    let public = state.public_count().map(|count| format!("Public {count}"));
    groups.filter_map(counted).chain(public).collect()
}

impl List {
    /// A heading and a line for each; or all as running text. Each with its mark, behind which its lines hang.
    fn words(&self, theme: &Theme, spread: bool) -> Vec<(Words, Words)> {
        let heading = format!("{} {}", self.what.label(), self.people.len());
        let heading = (Words::default(), Words::of(&heading, theme.style(Role::Label)));
        let mark = |before: &str| Words::of(&format!("{before}{} ", self.what.mark()), theme.style(self.what.role()));
        if spread {
            let line = |member: &Member| (mark(" "), Words::default().and_member(member, self.what, theme));
            return std::iter::once(heading).chain(self.people.iter().map(line)).collect();
        }
        let mut words = Words::default();
        for (index, member) in self.people.iter().enumerate() {
            words.add(if index == 0 { "" } else { ", " }, theme.style(Role::TextDim));
            words = words.and_member(member, self.what, theme);
        }
        vec![heading, (mark(""), words)]
    }
}

impl Words {
    fn and_member(self, member: &Member, what: What, theme: &Theme) -> Self {
        let role = match what {
            What::Present if member.interest => Role::RollInterest,
            What::Present if member.substitute => Role::RollSubstitute,
            _ => what.role(),
        };
        self.and(&member.name, theme.style(role)).and(&member.note, theme.style(Role::TextDim))
    }
}
