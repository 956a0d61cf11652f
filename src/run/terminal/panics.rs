//! What the clerk sees when the program itself is at fault: the terminal as it was, and one message without a word of
//! the meeting.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::sync::Once;

use super::give_back;

/// Makes a panic on any thread give the terminal back before anything is printed; to be called once, at the start.
///
/// The text of the panic is not printed, since it may quote what is being minuted, also by a command without a screen. A
/// stack of calls is printed when `RUST_BACKTRACE` asks for it.
pub fn install_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        panic::set_hook(Box::new(|info| {
            give_back();
            // A closed terminal can't be told anything, and the panic goes on all the same.
            let _ = tell(info, &mut io::stderr());
        }));
    });
}

fn tell(info: &PanicHookInfo<'_>, out: &mut impl Write) -> io::Result<()> {
    let place = info.location().map(|at| format!("{}, line {}", at.file(), at.line()));
    writeln!(out, "{}", message(place.as_deref()))?;
    let calls = Backtrace::capture();
    if calls.status() == BacktraceStatus::Captured {
        writeln!(out, "{calls}")?;
    }
    out.flush()
}

/// The message for a fault at `place` in the program text.
pub(super) fn message(place: Option<&str>) -> String {
    let place = place.unwrap_or("an unknown place");
    format!(
        "quorate has stopped because of a fault of its own ({place}). Every fact shown as saved is in the record: \
         give the same command again to go on, and please report this line."
    )
}
