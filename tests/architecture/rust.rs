//! Just enough of the Rust language to know which paths a file names, whatever way it spells them.

use std::collections::BTreeMap;

/// A path as the compiler would see it: groups opened, names from `use` and `super` followed back to where they came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path {
    /// `std`, `fs`, `read`; a glob ends in `*`.
    pub(crate) segments: Vec<String>,
    /// Counted from 1.
    pub(crate) line: usize,
    /// Whether it stands in a module that is compiled for tests only.
    pub(crate) in_test: bool,
}

impl Path {
    /// Whether this path is `prefix`, lies below it, or is a glob that takes it in.
    pub(crate) fn touches(&self, prefix: &str) -> bool {
        let wanted: Vec<&str> = prefix.split("::").collect();
        let own: Vec<&str> = self.segments.iter().map(String::as_str).collect();
        match own.split_last() {
            Some((&"*", above)) if !above.is_empty() => above.starts_with(&wanted) || wanted.starts_with(above),
            _ => own.starts_with(&wanted),
        }
    }
}

/// A word or a mark of the program text, with its line.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// What a stretch of program text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Comment,
    /// Between quotation marks, these included.
    Quoted,
    /// A word or a mark of the language.
    Code,
}

/// All of `source` but its blanks, cut into stretches.
fn stretches(source: &str) -> Vec<(Kind, Token)> {
    let text: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(&c) = text.get(at) {
        let rest = &text[at..];
        let (kind, length) = stretch(c, rest);
        let words: String = rest[..length].iter().collect();
        let lines = words.matches('\n').count();
        if !words.trim().is_empty() {
            found.push((kind, Token { text: words, line }));
        }
        at += length;
        line += lines;
    }
    found
}

fn stretch(c: char, rest: &[char]) -> (Kind, usize) {
    match c {
        '/' if rest.get(1) == Some(&'/') => (Kind::Comment, line_comment(rest)),
        '/' if rest.get(1) == Some(&'*') => (Kind::Comment, block_comment(rest)),
        '"' => (Kind::Quoted, quoted(rest)),
        '\'' => (Kind::Quoted, character_or_lifetime(rest)),
        _ => match raw_string(rest) {
            Some(length) => (Kind::Quoted, length),
            None if is_word(c) => (Kind::Code, rest.iter().take_while(|c| is_word(**c)).count()),
            None if rest.starts_with(&[':', ':']) => (Kind::Code, 2),
            None => (Kind::Code, 1),
        },
    }
}

/// The words and marks of `source` without its comments and without what stands between quotation marks.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    stretches(source).into_iter().filter(|(kind, _)| *kind == Kind::Code).map(|(_, token)| token).collect()
}

/// The rest: what `source` says to people, in comments and between quotation marks.
pub(crate) fn words_for_people(source: &str) -> Vec<(Kind, Token)> {
    stretches(source).into_iter().filter(|(kind, _)| *kind != Kind::Code).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn line_comment(rest: &[char]) -> usize {
    rest.iter().take_while(|c| **c != '\n').count()
}

fn block_comment(rest: &[char]) -> usize {
    let (mut at, mut depth) = (2, 1);
    while depth > 0 && at < rest.len() {
        let step = match (rest[at], rest.get(at + 1)) {
            ('/', Some('*')) => {
                depth += 1;
                2
            }
            ('*', Some('/')) => {
                depth -= 1;
                2
            }
            _ => 1,
        };
        at += step;
    }
    at.min(rest.len())
}

fn quoted(rest: &[char]) -> usize {
    let mut at = 1;
    while let Some(&c) = rest.get(at) {
        match c {
            '"' => return at + 1,
            '\\' => at += 2,
            _ => at += 1,
        }
    }
    rest.len()
}

fn character_or_lifetime(rest: &[char]) -> usize {
    match (rest.get(1), rest.get(2)) {
        (Some('\\'), _) => {
            let body = rest.iter().skip(3).take_while(|c| **c != '\'').count();
            (body + 4).min(rest.len())
        }
        (Some(_), Some('\'')) => 3,
        _ => 1,
    }
}

/// The length of a raw string (`r"…"`, `br#"…"#`) that begins here; `None` when none does.
fn raw_string(rest: &[char]) -> Option<usize> {
    let prefix = match rest {
        ['b' | 'c', 'r', ..] => 2,
        ['r', ..] => 1,
        _ => return None,
    };
    let hashes = rest[prefix..].iter().take_while(|c| **c == '#').count();
    let open = prefix + hashes;
    if rest.get(open) != Some(&'"') {
        return None;
    }
    let closing =
        |at: usize| rest[at] == '"' && rest[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes;
    let end = (open + 1..rest.len()).find(|at| closing(*at));
    Some(end.map_or(rest.len(), |at| at + 1 + hashes))
}

/// Every path in `source`, the file of the module `module` (`["ui", "theme"]`).
pub(crate) fn paths(source: &str, module: &[String]) -> Vec<Path> {
    let mut reader = Reader {
        tokens: tokens(source),
        at: 0,
        inline: Vec::new(),
        depth: 0,
        module: module.to_vec(),
        aliases: BTreeMap::new(),
        found: Vec::new(),
    };
    reader.read();
    let aliases = reader.aliases;
    let mut found = reader.found;
    for path in &mut found {
        path.segments = follow(std::mem::take(&mut path.segments), &aliases);
    }
    found
}

/// Replaces a first name that a `use` brought in by the path it stands for; a few times, as names may stand on names.
fn follow(mut segments: Vec<String>, aliases: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    for _ in 0..4 {
        let Some(target) = segments.first().and_then(|first| aliases.get(first)) else {
            break;
        };
        if target.first() == segments.first() {
            break;
        }
        segments.splice(0..1, target.iter().cloned());
    }
    segments
}

struct Inline {
    name: String,
    depth: usize,
    test: bool,
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    inline: Vec<Inline>,
    depth: usize,
    module: Vec<String>,
    aliases: BTreeMap<String, Vec<String>>,
    found: Vec<Path>,
}

impl Reader {
    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }

    fn read(&mut self) {
        while self.at < self.tokens.len() {
            let before = self.at.checked_sub(1).map_or("", |at| self.text(at)).to_owned();
            match self.text(self.at).to_owned().as_str() {
                "{" => self.depth += 1,
                "}" => self.close(),
                "mod" if self.text(self.at + 2) == "{" => self.open_module(),
                "use" => {
                    self.at += 1;
                    self.tree(&[], true);
                    continue;
                }
                word if begins_path(word) && before != "." => {
                    self.tree(&[], false);
                    continue;
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.inline.last().is_some_and(|inline| inline.depth == self.depth) {
            self.inline.pop();
        }
    }

    fn open_module(&mut self) {
        let from = self.at.saturating_sub(12);
        let attribute = (from..self.at).rev().map(|at| self.text(at));
        let test = attribute.take_while(|text| !matches!(*text, ";" | "{" | "}")).any(|text| text == "test");
        let name = self.text(self.at + 1).to_owned();
        self.inline.push(Inline { name, depth: self.depth, test });
        self.depth += 1;
        self.at += 2;
    }

    /// One path or tree of paths, from the current token on; leaves are recorded, and named when they stand in a `use`.
    fn tree(&mut self, above: &[String], naming: bool) {
        let mut segments = above.to_vec();
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        if self.text(self.at) == "::" {
            self.at += 1;
        }
        loop {
            match self.text(self.at) {
                "{" if naming => return self.group(&segments),
                "*" if naming => {
                    segments.push("*".to_owned());
                    self.at += 1;
                    break;
                }
                word if begins_path(word) => {
                    segments.push(word.to_owned());
                    self.at += 1;
                }
                _ => break,
            }
            let goes_on = self.text(self.at) == "::" && {
                let next = self.text(self.at + 1);
                begins_path(next) || (naming && matches!(next, "{" | "*"))
            };
            if !goes_on {
                break;
            }
            self.at += 1;
        }
        self.leaf(segments, line, naming);
    }

    fn group(&mut self, above: &[String]) {
        self.at += 1;
        while self.at < self.tokens.len() && self.text(self.at) != "}" {
            if self.text(self.at) == "," {
                self.at += 1;
            } else {
                let before = self.at;
                self.tree(above, true);
                self.at = self.at.max(before + 1);
            }
        }
        self.at += 1;
    }

    fn leaf(&mut self, segments: Vec<String>, line: usize, naming: bool) {
        let mut segments = self.absolute(segments);
        if segments.last().is_some_and(|last| last == "self") {
            segments.pop();
        }
        if naming {
            let renamed = (self.text(self.at) == "as").then(|| self.text(self.at + 1).to_owned());
            self.at += if renamed.is_some() { 2 } else { 0 };
            if let Some(name) = renamed.or_else(|| segments.last().cloned()) {
                self.aliases.insert(name, segments.clone());
            }
        }
        let in_test = self.inline.iter().any(|inline| inline.test);
        self.found.push(Path { segments, line, in_test });
    }

    /// `self::` and `super::` written out from `crate`.
    fn absolute(&self, segments: Vec<String>) -> Vec<String> {
        let relative = segments.iter().take_while(|s| *s == "super" || *s == "self").count();
        if relative == 0 || (segments.len() == 1 && segments[0] == "self") {
            return segments;
        }
        let ups = segments.iter().take(relative).filter(|s| *s == "super").count();
        let inline = self.inline.iter().map(|inline| inline.name.clone());
        let mut whole: Vec<String> = self.module.iter().cloned().chain(inline).collect();
        whole.truncate(whole.len().saturating_sub(ups));
        whole.insert(0, "crate".to_owned());
        whole.extend(segments.into_iter().skip(relative));
        whole
    }
}

/// Whether a token can be a segment of a path.
fn begins_path(text: &str) -> bool {
    const KEYWORDS: [&str; 20] = [
        "as", "mod", "use", "pub", "fn", "let", "impl", "for", "in", "match", "if", "else", "return", "move", "mut",
        "ref", "where", "dyn", "struct", "enum",
    ];
    text.starts_with(|c: char| c.is_alphabetic() || c == '_') && !KEYWORDS.contains(&text)
}
