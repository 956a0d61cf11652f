//! Words that nobody knows: what may be meant, and what is right all the same.

use crate::app::session::{Request, Stop};
use crate::meeting::command::Refusal;
use crate::spelling::list;

use super::{Act, Area, Call, Kind, Spec, may, named, need, replace};

const AREA: Area = Area::Mend;

pub(super) const COMMANDS: &[Spec] = &[
    Spec::always(
        AREA,
        "spell",
        &[may("WORD", Kind::Word), may("NEW", Kind::Text).after(&["as"])],
        ["Suggests words for one that is not known; with “as”, replaces it in the last fact.", "spell hunting"],
        spell,
    ),
    Spec::always(
        AREA,
        "know",
        &[need("WORD", Kind::Text)],
        ["Takes a word into your own list, so that it is marked no longer.", "know Speedwatch"],
        know,
    ),
];

fn spell(call: &Call<'_>) -> Result<Act, Stop> {
    match (call.some("WORD"), call.some("NEW")) {
        (Some(word), Some(new)) => replace::respell(call, &word, &new),
        (None, Some(_)) => {
            Err(Refusal::new("It is not clear which word is meant.", "Write “spell OLD as NEW”.").into())
        }
        (word, None) => Ok(Act::ask(Request::Spell(word))),
    }
}

fn know(call: &Call<'_>) -> Result<Act, Stop> {
    let word = list::check(call.text("WORD"));
    let word = word.map_err(|why| Refusal::new(format!("{why}."), "Write it as it stands in the minutes."))?;
    Ok(Act::ask(Request::Know(word)))
}

/// Where in a command line, in bytes, the text begins that its command takes for the minutes; nothing where it takes none.
pub(in crate::app) fn prose_of(line: &str) -> Option<usize> {
    let (name, rest) = line.trim_start().split_once(' ')?;
    let prose = |spec: &Spec| spec.args.iter().any(|arg| matches!(arg.kind, Kind::Text | Kind::Offer | Kind::Update));
    named(name).filter(|spec| spec.area != Area::Screen && prose(spec)).map(|_| line.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_command_begins_after_its_name() {
        assert_eq!(prose_of("note teh"), Some(5));
        assert_eq!(prose_of("pad teh"), None);
        assert_eq!(prose_of("export teh"), None);
        assert_eq!(prose_of("no"), None);
    }
}
