//! Words in -ise and -ize: which of them a house writes.
//!
//! The dictionary has them in -ise. Most of them may be written with a z as well (-ise, -ize); some never are
//! (`advertise`, `revise`), and those are told by the letters before the ending.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Which of the two a house writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Endings {
    /// With an s.
    #[default]
    Ise,
    /// With a z.
    Ize,
    /// Either.
    Both,
}

/// What follows the s or z.
const ENDINGS: [&str; 13] =
    ["e", "ed", "er", "ers", "es", "ing", "able", "ation", "ations", "ational", "e's", "er's", "ation's"];

/// How the letters before -se end where no z may stand, whatever comes before: "raise", "noise", "disguise", "likewise".
const NEVER_AFTER: [&str; 4] = ["ai", "oi", "ui", "wi"];

/// The letters before -se in the other words with which none may stand.
const NEVER: [&str; 50] = [
    "adverti",
    "advi",
    "ani",
    "appri",
    "ari",
    "ceri",
    "chasti",
    "chemi",
    "circumci",
    "compri",
    "compromi",
    "conci",
    "cri",
    "demi",
    "despi",
    "devi",
    "di",
    "disenfranchi",
    "enfranchi",
    "enterpri",
    "exci",
    "exerci",
    "experti",
    "franchi",
    "improvi",
    "inci",
    "merchandi",
    "mi",
    "moonri",
    "morti",
    "paradi",
    "practi",
    "preci",
    "premi",
    "pri",
    "promi",
    "remi",
    "repri",
    "revi",
    "ri",
    "sunri",
    "supervi",
    "surmi",
    "surpri",
    "televi",
    "treati",
    "upri",
    "vali",
    "vi",
    "deni",
];

/// What may stand before those.
const BEFORE: [&str; 8] = ["", "un", "in", "im", "over", "under", "mis", "re"];

impl Endings {
    /// How the dictionary may have the word: as it is, unless the house writes it with the other letter, and in -ise where
    /// the house may write -ize.
    pub(super) fn of_dictionary(self, word: &str) -> impl Iterator<Item = Cow<'_, str>> {
        let foreign = self == Self::Ize && swapped(word, 's', "z").is_some();
        let other = if self == Self::Ise { None } else { swapped(word, 'z', "s") };
        (!foreign).then_some(Cow::Borrowed(word)).into_iter().chain(other.map(Cow::Owned))
    }

    /// A word of the dictionary as the house writes it.
    pub(super) fn of_house(self, word: String) -> String {
        match self {
            Self::Ize => swapped(&word, 's', "z").unwrap_or(word),
            Self::Ise | Self::Both => word,
        }
    }
}

/// The word with the other letter in its ending, if it has such an ending and may have either.
fn swapped(word: &str, from: char, to: &str) -> Option<String> {
    let plain = word.replace('’', "'");
    let (stem, ending) = ENDINGS.iter().find_map(|ending| {
        let stem = plain.strip_suffix(ending)?.strip_suffix(from)?;
        stem.ends_with('i').then_some((stem, *ending))
    })?;
    let stem_small = stem.to_lowercase();
    let never = |before: &&str| stem_small.strip_prefix(*before).is_some_and(|rest| NEVER.contains(&rest));
    let stays = NEVER_AFTER.iter().any(|end| stem_small.ends_with(end)) || BEFORE.iter().any(never);
    (!stays).then(|| format!("{stem}{to}{ending}"))
}
