//! A clerk's folder, with a chain of meetings begun from an invented pack.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// The meeting of September, on the agenda of the pack.
pub(crate) const SEPTEMBER: &str = "quorate script 1
date 2026-09-23
13:20 present dean, marsh, thorne, pell, okafor, vardey, quill
13:30 call-to-order
13:30 next
13:31 next
13:31 nil
13:32 next
13:32 minutes amended \"Item 3, first line - “hedges” to be amended to “hedgerows”\"
13:33 next
13:34 update figure - It was being counted. [in-hand]
13:35 next
13:35 nil
13:40 next
13:41 point thorne asked for figures. / dean would send the figures on hedges to Members by the next meeting.
13:42 undertake from last
13:43 recommend The Commissioner: report back on the Rural Crime Board
13:44 decide
13:50 next
13:51 decide
13:55 next
13:56 plan change number 1 on 2 December 2026
13:57 plan put number 1 items Public Questions; Budget Considerations; Trust in Policing
13:58 decide
14:10 close
";

/// The record of the meeting of September.
pub(crate) const RECORD: &str = "panel/2026-09-23.record.jsonl";

pub(crate) struct Desk(TempDir);

pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The invented pack imported, and its meeting recorded.
    pub(crate) fn recorded() -> Self {
        let desk = Self::new();
        desk.imported();
        desk.meet("2026-09-23", SEPTEMBER);
        desk
    }

    /// Imports the invented pack.
    pub(crate) fn imported(&self) {
        let pack = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/panel.txt")).unwrap();
        self.write("pack.txt", &pack);
        self.good("import pack.txt -o panel");
    }

    /// Holds the meeting of a day.
    pub(crate) fn meet(&self, day: &str, script: &str) {
        self.write("meeting.script", script);
        self.good(&format!("replay panel/{day}.toml meeting.script --record panel/{day}.record.jsonl --by RA"));
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.0.path().join(name)).unwrap();
    }

    /// Changes a file in one place.
    pub(crate) fn slip(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "no “{from}” in {text}");
        self.write(name, &text.replacen(from, to, 1));
    }

    pub(crate) fn run(&self, arguments: &str) -> Said {
        let mut command = Command::cargo_bin("quorate").unwrap();
        command.current_dir(self.0.path()).args(arguments.split_whitespace()).env("NO_COLOR", "1");
        for name in ["HOME", "USERPROFILE", "QUORATE_DATA", "QUORATE_CONFIG"] {
            command.env(name, self.0.path());
        }
        command.env_remove("QUORATE_CLOCK").env_remove("QUORATE_KILL_AFTER");
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// What the program says, where nothing is wrong. Marks that a file was written with may still stand there.
    pub(crate) fn good(&self, arguments: &str) -> String {
        let said = self.run(arguments);
        let marks = |block: &str| block.starts_with("warning: ") && block.contains("not settled yet");
        let wrong: Vec<&str> = blocks(&said.err).into_iter().filter(|block| !marks(block)).collect();
        assert_eq!((said.code, wrong), (Some(0), Vec::new()), "{arguments}: {}", said.out);
        said.out
    }

    /// What a check of the week before says, on one line, with its mark.
    pub(crate) fn check(&self, agenda: &str, check: &str) -> String {
        let said = self.run(&format!("ready {agenda} --on 2026-09-01"));
        assert_eq!(said.err, "", "{}", said.out);
        let mut lines = said.out.lines().skip_while(|line| line.split_whitespace().nth(1) != Some(check));
        let first = lines.next().unwrap_or_else(|| panic!("no {check}: {}", said.out)).to_owned();
        let more = lines.take_while(|line| line.starts_with("     "));
        flat(&more.fold(first, |all, line| format!("{all} {line}")))
    }
}

/// The problems of a report, each with its place and hint.
fn blocks(report: &str) -> Vec<&str> {
    let starts = report.match_indices("warning: ").chain(report.match_indices("error: ")).map(|(at, _)| at);
    let mut starts: Vec<usize> = starts.filter(|at| *at == 0 || report[..*at].ends_with('\n')).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).copied().chain([report.len()]);
    let before = starts.first().map_or(report, |first| &report[..*first]);
    let found = starts.iter().zip(ends).map(|(start, end)| &report[*start..end]);
    [before].into_iter().filter(|text| !text.trim().is_empty()).chain(found).collect()
}

pub(crate) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
