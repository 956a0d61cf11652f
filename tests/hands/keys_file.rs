//! A meeting as keys, read from a file of `tests/keys`; the first of them says how such a file is written.

use std::collections::BTreeMap;
use std::time::Duration;

/// What the hand does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Press {
    /// Presses a key, in the spelling of `keys.toml`.
    Key(String),
    /// Types text of which each character counts.
    Type(String),
    /// Types or pastes free narrative, which does not count.
    Prose(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Formulaic,
    Handling,
}

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The line of the file, from 1.
    pub(crate) line: usize,
    pub(crate) press: Press,
    kind: Kind,
    /// The task that the key is part of, with the line that begins it.
    task: Option<(String, usize)>,
    /// The minute of the day at which the key is pressed, where that is told.
    minute: Option<u32>,
}

impl Entry {
    fn keystrokes(&self) -> usize {
        match &self.press {
            Press::Key(_) => 1,
            Press::Type(text) => text.chars().count(),
            Press::Prose(_) => 0,
        }
    }
}

/// How many keystrokes a meeting takes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) formulaic: usize,
    pub(crate) handling: usize,
    /// Pieces of prose.
    pub(crate) pieces: usize,
    /// The most that a task takes, by its name.
    pub(crate) tasks: BTreeMap<String, usize>,
}

/// A clock that stands still but for the keys: where it begins, in milliseconds of the day, and how far a key moves it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    pub(crate) start: u64,
    pub(crate) step: u64,
}

/// A meeting as keys.
#[derive(Debug)]
pub(crate) struct KeysFile {
    pub(crate) entries: Vec<Entry>,
}

impl KeysFile {
    pub(crate) fn read(name: &str) -> Self {
        let path = format!("tests/keys/{name}");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut reader = Reader::default();
        for (index, line) in text.lines().enumerate() {
            reader.line(index + 1, line);
        }
        Self { entries: reader.entries }
    }

    pub(crate) fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        let mut tasks: BTreeMap<(&str, usize), usize> = BTreeMap::new();
        for entry in &self.entries {
            match entry.kind {
                Kind::Formulaic => counts.formulaic += entry.keystrokes(),
                Kind::Handling => counts.handling += entry.keystrokes(),
            }
            counts.pieces += usize::from(matches!(entry.press, Press::Prose(_)));
            if let Some((name, line)) = &entry.task {
                *tasks.entry((name, *line)).or_default() += entry.keystrokes();
            }
        }
        for ((name, _), presses) in tasks {
            let most = counts.tasks.entry(name.to_owned()).or_default();
            *most = presses.max(*most);
        }
        counts
    }

    /// The pace at which the two keys whose time is told come half-way through their minutes, where a piece of prose
    /// moves the clock by what `prose` says.
    pub(crate) fn pace(&self, prose: impl Fn(&str) -> usize) -> Pace {
        let (mut moves, mut told) = (0, Vec::new());
        for entry in &self.entries {
            moves += match &entry.press {
                Press::Prose(text) => prose(text),
                Press::Key(_) | Press::Type(_) => entry.keystrokes(),
            };
            if let Some(minute) = entry.minute {
                let middle = Duration::from_secs(u64::from(minute) * 60 + 30).as_millis();
                told.push((u64::try_from(moves).unwrap(), u64::try_from(middle).unwrap()));
            }
        }
        let [(first, from), (last, to)] = told.as_slice() else { panic!("two keys have a time: {told:?}") };
        let step = (to - from) / (last - first);
        Pace { start: from - first * step, step }
    }

    /// Every piece of prose.
    pub(crate) fn prose(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter_map(|entry| match &entry.press {
            Press::Prose(text) => Some(text.as_str()),
            Press::Key(_) | Press::Type(_) => None,
        })
    }
}

#[derive(Default)]
struct Reader {
    entries: Vec<Entry>,
    kind: Option<Kind>,
    task: Option<(String, usize)>,
    minute: Option<u32>,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(number, comment.trim());
        } else if !line.is_empty() {
            let press = match line.split_once(' ') {
                Some(("type", text)) => Press::Type(text.to_owned()),
                Some(("prose", text)) => Press::Prose(text.to_owned()),
                Some(_) => panic!("line {number}: “{line}” is no key"),
                None => Press::Key(line.to_owned()),
            };
            let kind = self.kind.unwrap_or_else(|| panic!("line {number}: formulaic or handling?"));
            if matches!(press, Press::Prose(_)) {
                self.task = None;
            }
            let (task, minute) = (self.task.clone(), self.minute.take());
            self.entries.push(Entry { line: number, press, kind, task, minute });
        }
    }

    fn comment(&mut self, number: usize, comment: &str) {
        self.task = None;
        match (comment, comment.split_once(": ")) {
            ("formulaic", _) => self.kind = Some(Kind::Formulaic),
            ("handling", _) => self.kind = Some(Kind::Handling),
            (_, Some(("task", name))) => self.task = Some((name.to_owned(), number)),
            (_, Some(("clock", time))) => {
                let (hour, minute) = time.split_once(':').unwrap_or_else(|| panic!("line {number}: no time"));
                self.minute = Some(hour.parse::<u32>().unwrap() * 60 + minute.parse::<u32>().unwrap());
            }
            _ => {}
        }
    }
}
