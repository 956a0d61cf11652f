//! Runs a program in a pseudo-terminal and reads its screen, as a person at the keyboard would.
//!
//! Nothing here sleeps. A wait ends when the screen shows what is waited for, when the program ends, or at a deadline
//! (20 seconds, or the seconds in `QUORATE_TEST_DEADLINE`), and then the test fails and shows the screen.
//!
//! A program can't tell `esc` and a letter sent right after it from that letter with Alt, so wait for the effect of
//! `esc` before going on. Questions to the terminal (where is the cursor?) get no answer. When a program ends, Linux may
//! throw away what it said last before it is read; where that matters start it [in a shell](Launch::in_shell).

use std::ffi::OsString;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

use super::keys;

/// What to run, in what terminal, with what around it.
pub(crate) struct Launch {
    program: OsString,
    arguments: Vec<OsString>,
    columns: u16,
    rows: u16,
    home: Option<PathBuf>,
    folder: Option<PathBuf>,
    environment: Vec<(String, String)>,
}

impl Launch {
    /// The built `quorate`, in a terminal of 80 by 24.
    pub(crate) fn quorate<A: Into<OsString>>(arguments: impl IntoIterator<Item = A>) -> Self {
        Self::program(env!("CARGO_BIN_EXE_quorate"), arguments)
    }

    /// Any program, in a terminal of 80 by 24.
    pub(crate) fn program<A: Into<OsString>>(
        program: impl Into<OsString>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        Self {
            program: program.into(),
            arguments: arguments.into_iter().map(Into::into).collect(),
            columns: 80,
            rows: 24,
            home: None,
            folder: None,
            environment: Vec::new(),
        }
    }

    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    /// The user's own folder; a fresh one that goes with the [`Screen`] if none is given.
    pub(crate) fn home(mut self, home: impl AsRef<Path>) -> Self {
        self.home = Some(home.as_ref().to_owned());
        self
    }

    /// The folder to start in; the user's own if none is given.
    pub(crate) fn folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.folder = Some(folder.as_ref().to_owned());
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Starts the program from a shell, as a clerk does. When the program has ended, the shell shows `[exit 0]`, or
    /// whatever the code is, and waits for Enter.
    #[cfg(unix)]
    pub(crate) fn in_shell(mut self) -> Self {
        let script = r#""$0" "$@"; echo "[exit $?]"; read line"#;
        let program = std::mem::replace(&mut self.program, "/bin/sh".into());
        self.arguments.splice(0..0, ["-c".into(), script.into(), program]);
        self
    }

    pub(crate) fn start(self) -> Screen {
        let fresh = tempfile::tempdir().expect("a folder for the test");
        let home = self.home.clone().unwrap_or_else(|| fresh.path().to_owned());
        let pair = native_pty_system().openpty(size(self.columns, self.rows)).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(self.command(&home)).expect("the program starts");
        // Held open here, the program's end of the terminal would never be seen to close.
        drop(pair.slave);
        let seen = Arc::new(Seen::new(self.columns, self.rows));
        let reader = pair.master.try_clone_reader().expect("the terminal can be read");
        let for_reader = Arc::clone(&seen);
        thread::spawn(move || for_reader.follow(reader));
        let writer = pair.master.take_writer().expect("the terminal can be written to");
        Screen { child, master: pair.master, writer, seen, _fresh: fresh }
    }

    fn command(&self, home: &Path) -> CommandBuilder {
        let mut command = CommandBuilder::new(&self.program);
        command.args(&self.arguments);
        command.env_clear();
        // Without the first no program starts on Windows; with the second coverage reaches the program under test.
        for name in ["SystemRoot", "LLVM_PROFILE_FILE"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        for (name, below) in [
            ("HOME", ""),
            ("USERPROFILE", ""),
            ("APPDATA", "config"),
            ("LOCALAPPDATA", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "runtime"),
        ] {
            command.env(name, if below.is_empty() { home.to_owned() } else { home.join(below) });
        }
        // Set by the terminal library from the user's own account when it is missing.
        command.env("SHELL", "/bin/sh");
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_GB.UTF-8");
        command.env("TZ", "Europe/London");
        for (name, value) in &self.environment {
            command.env(name, value);
        }
        command.cwd(self.folder.as_deref().unwrap_or(home));
        command
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has at least one row and column")
}

fn deadline() -> Duration {
    let told = std::env::var("QUORATE_TEST_DEADLINE").ok();
    Duration::from_secs(told.and_then(|seconds| seconds.parse().ok()).unwrap_or(20))
}

/// What has come from the program so far, and a bell that rings when more comes.
struct Seen {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    parser: vt100::Parser,
    output: Vec<u8>,
    ended: bool,
}

impl State {
    /// Whether the last thing said was where the cursor goes, or that it goes: the end of a frame.
    fn frame_ended(&self) -> bool {
        const SHOWN: &[u8] = b"\x1b[?25h\x1b[";
        if self.output.ends_with(b"\x1b[?25l") {
            return true;
        }
        let last = self.output.split_at(self.output.len().saturating_sub(24)).1;
        let place = last.windows(SHOWN.len()).rposition(|bytes| bytes == SHOWN).map(|at| at + SHOWN.len());
        let place = place.and_then(|from| last.get(from..)).unwrap_or_default();
        place
            .split_last()
            .is_some_and(|(end, cell)| *end == b'H' && cell.iter().all(|byte| byte.is_ascii_digit() || *byte == b';'))
    }
}

impl Seen {
    fn new(columns: u16, rows: u16) -> Self {
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        Self { state: Mutex::new(State { parser, output: Vec::new(), ended: false }), changed: Condvar::new() }
    }

    /// A test that failed elsewhere must not turn into a second failure here.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn follow(&self, mut reader: Box<dyn Read + Send>) {
        let mut bytes = [0; 4096];
        // On Linux the end of the program is an error of reading, elsewhere an empty read.
        while let Ok(length @ 1..) = reader.read(&mut bytes) {
            let new = bytes.get(..length).unwrap_or(&bytes);
            let mut state = self.lock();
            state.parser.process(new);
            state.output.extend_from_slice(new);
            self.changed.notify_all();
        }
        self.lock().ended = true;
        self.changed.notify_all();
    }

    /// Waits until `wanted` holds; the error is the state in which it never came to hold.
    fn wait(&self, wanted: impl Fn(&State) -> bool) -> Result<(), MutexGuard<'_, State>> {
        let waiting = |state: &mut State| !wanted(state) && !state.ended;
        let (state, _) =
            self.changed.wait_timeout_while(self.lock(), deadline(), waiting).unwrap_or_else(PoisonError::into_inner);
        if wanted(&state) { Ok(()) } else { Err(state) }
    }
}

/// A running program and the screen it draws on. It is killed when this is dropped.
pub(crate) struct Screen {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    seen: Arc<Seen>,
    _fresh: tempfile::TempDir,
}

impl Screen {
    /// Sends these characters as they are, as fast as they go.
    #[track_caller]
    pub(crate) fn send(&mut self, text: &str) {
        let sent = self.writer.write_all(text.as_bytes()).and_then(|()| self.writer.flush());
        if let Err(error) = sent {
            fail(&self.seen.lock(), &format!("{text:?} could not be sent: {error}"));
        }
    }

    /// Presses one key in the spelling of `keys.toml`.
    #[track_caller]
    pub(crate) fn key(&mut self, key: &str) {
        match keys::encode(key) {
            Ok(bytes) => self.send(&bytes),
            Err(why) => panic!("{why}"),
        }
    }

    /// Pastes, between the marks by which a program knows a paste.
    #[track_caller]
    pub(crate) fn paste(&mut self, text: &str) {
        self.send(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Waits until the screen shows `text` (on one line).
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) {
        let shown = |state: &State| state.parser.screen().contents().contains(text);
        if let Err(state) = self.seen.wait(shown) {
            fail(&state, &format!("the screen never showed {text:?}"));
        }
    }

    /// Waits until `wanted` holds of the screen.
    #[track_caller]
    pub(crate) fn wait_until(&self, wanted: impl Fn(&vt100::Screen) -> bool) {
        if let Err(state) = self.seen.wait(|state| wanted(state.parser.screen())) {
            fail(&state, "the screen never became what was waited for");
        }
    }

    /// Waits until `wanted` holds of a screen that is drawn to its end, and not of one half old and half new.
    #[track_caller]
    pub(crate) fn wait_for_frame(&self, wanted: impl Fn(&vt100::Screen) -> bool) {
        if let Err(state) = self.seen.wait(|state| state.frame_ended() && wanted(state.parser.screen())) {
            fail(&state, "the screen never became what was waited for");
        }
    }

    /// Waits until the program has ended, having read all it said.
    #[track_caller]
    pub(crate) fn wait_exit(&mut self) -> ExitStatus {
        // A Windows console stays open when its program ends, so there the program itself is waited for, undated.
        if cfg!(unix) {
            let ended = self.seen.wait(|state| state.ended);
            if let Err(state) = ended {
                fail(&state, "the program did not end");
            }
        }
        self.child.wait().expect("the program can be waited for")
    }

    /// Kills the program so that it can do nothing more (SIGKILL), as a power cut would.
    pub(crate) fn kill(&mut self) {
        // `Child::kill` hangs up first, which a program may answer.
        let child: &mut dyn Child = self.child.as_mut();
        let killed = match child.downcast_mut::<std::process::Child>() {
            Some(child) => child.kill(),
            None => child.kill(),
        };
        killed.expect("the program can be killed");
    }

    /// Changes the size of the terminal, of which the program is told.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.seen.lock().parser.set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).expect("the terminal can be resized");
    }

    /// The text on the screen now, without the blanks at the ends of lines.
    pub(crate) fn contents(&self) -> String {
        self.seen.lock().parser.screen().contents()
    }

    /// What `look` sees on the screen now: colours, cursor, modes.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.seen.lock().parser.screen())
    }

    /// Every byte the program has sent, escape sequences included.
    pub(crate) fn output(&self) -> Vec<u8> {
        self.seen.lock().output.clone()
    }

    /// The number of the process, if it still has one.
    pub(crate) fn process(&self) -> Option<u32> {
        self.child.process_id()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            self.kill();
            let _ = self.child.wait();
        }
    }
}

#[track_caller]
fn fail(state: &State, why: &str) -> ! {
    let ended = if state.ended { " (the program has ended)" } else { "" };
    let (rows, columns) = state.parser.screen().size();
    let shown = state.parser.screen().contents();
    panic!("{why}{ended}; the screen of {columns}x{rows}:\n{shown}\n-- end of screen --");
}
