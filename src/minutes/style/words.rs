//! The words that sentences are put together from and that stand in no phrase: "and", months, pronouns, small numbers.

use serde::{Deserialize, Serialize};

use crate::meeting::people::Pronoun;
use crate::minutes::phrase::Form;

/// Small words, in the language of the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Words {
    /// What stands between the last two of a list.
    pub and: String,
    /// The article before a consonant; empty where the language has none.
    pub a: String,
    /// The article before a vowel.
    pub an: String,
    /// What stands before an officer's post in place of their name.
    pub the: String,
    /// Of a time before noon.
    pub am: String,
    /// Of a time from noon on.
    pub pm: String,
    /// The months, January first.
    pub months: [String; 12],
    /// What stands after the days of the month, 1 to 31, where dates have it: 19th.
    pub ordinals: [String; 31],
    /// The days of the week, Monday first.
    pub weekdays: [String; 7],
    /// The numbers from none to ten.
    pub numbers: [String; 11],
    /// he, him, his.
    pub he: [String; 3],
    /// she, her, her.
    pub she: [String; 3],
    /// they, them, their.
    pub they: [String; 3],
}

impl Default for Words {
    fn default() -> Self {
        let own = str::to_owned;
        Self {
            and: own("and"),
            a: own("a"),
            an: own("an"),
            the: own("the"),
            am: own("am"),
            pm: own("pm"),
            months: [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ]
            .map(own),
            ordinals: std::array::from_fn(|day| own(ordinal(day + 1))),
            weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map(own),
            numbers: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map(own),
            he: ["he", "him", "his"].map(own),
            she: ["she", "her", "her"].map(own),
            they: ["they", "them", "their"].map(own),
        }
    }
}

/// What English has after a number: 1st, 2nd, 3rd, 4th.
const fn ordinal(day: usize) -> &'static str {
    match (day, day % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

impl Words {
    /// The word for somebody in place of their name.
    pub fn pronoun(&self, pronoun: Pronoun, form: Form) -> &str {
        let [subject, object, owner] = match pronoun {
            Pronoun::He => &self.he,
            Pronoun::She => &self.she,
            Pronoun::They => &self.they,
        };
        match form {
            Form::Him => object,
            Form::His => owner,
            _ => subject,
        }
    }

    /// A number as a word, from none to ten; beyond them its figures.
    pub fn number(&self, number: usize) -> String {
        self.numbers.get(number).cloned().unwrap_or_else(|| number.to_string())
    }

    /// Words with the article before them.
    pub fn with_article(&self, text: &str) -> String {
        let vowel = text.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
        let article = if vowel { &self.an } else { &self.a };
        match article.as_str() {
            "" => text.to_owned(),
            // "An other interest" is one word; in the name of a category of interests it is two.
            "an" if text.starts_with("other ") && text.split(' ').count() == 2 => format!("an{text}"),
            article => format!("{article} {text}"),
        }
    }

    /// "A", "A and B", "A, B and C", or "A, B, and C" with the serial comma.
    pub fn join(&self, parts: &[String], serial_comma: bool) -> String {
        let and = &self.and;
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [first, second] => format!("{first} {and} {second}"),
            [rest @ .., last] => format!("{}{} {and} {last}", rest.join(", "), if serial_comma { "," } else { "" }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list(parts: &[&str], serial: bool) -> String {
        Words::default().join(&parts.iter().map(|&part| part.to_owned()).collect::<Vec<_>>(), serial)
    }

    #[test]
    fn lists_read_as_they_are_said() {
        for (parts, serial, wanted) in [
            (&[][..], true, ""),
            (&["A"], true, "A"),
            (&["A", "B"], true, "A and B"),
            (&["A", "B", "C"], true, "A, B, and C"),
            (&["A", "B", "C"], false, "A, B and C"),
        ] {
            assert_eq!(list(parts, serial), wanted);
        }
    }

    #[test]
    fn an_article_is_the_one_that_is_said_or_none() {
        let english = Words::default();
        for (text, wanted) in [
            ("interest", "an interest"),
            ("personal interest", "a personal interest"),
            ("other interest", "another interest"),
        ] {
            assert_eq!(english.with_article(text), wanted);
        }
        let none = Words { a: String::new(), an: String::new(), ..english };
        assert_eq!(none.with_article("buddiant"), "buddiant");
    }

    proptest! {
        #[test]
        fn a_list_names_everybody_in_order(parts in proptest::collection::vec("[A-Z][a-z]{1,8}", 0..9), serial: bool) {
            let joined = Words::default().join(&parts, serial);
            let split = joined.replace(", and ", ", ").replace(" and ", ", ");
            let back: Vec<&str> = split.split(", ").filter(|part| !part.is_empty()).collect();
            prop_assert_eq!(back, parts);
        }
    }
}
