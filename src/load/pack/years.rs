//! Years that cannot be meant: of Acts that are cited with a year that is not theirs, and such as 2017/87.

use super::found::Finding;
use crate::load::kind;
use crate::text::fold;

/// Acts that committees' papers cite, with the years of those of the name. What is not here is not judged.
const ACTS: [(&str, &[u16]); 9] = [
    ("police reform and social responsibility act", &[2011]),
    ("localism act", &[2011]),
    ("crime and disorder act", &[1998]),
    ("freedom of information act", &[2000]),
    ("public bodies (admission to meetings) act", &[1960]),
    ("local government and housing act", &[1989]),
    ("policing and crime act", &[2009, 2017]),
    ("equality act", &[2006, 2010]),
    ("data protection act", &[1984, 1998, 2018]),
];

/// How many lines a citation may run over.
const LINES: usize = 3;

/// Every year that cannot be meant, a sentence each with its line.
pub fn odd_years(text: &str) -> Vec<Finding> {
    let lines: Vec<(usize, String)> = (1..)
        .zip(text.lines())
        .map(|(number, line)| (number, fold(&line.split_whitespace().collect::<Vec<_>>().join(" "))))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, (number, line)) in lines.iter().enumerate() {
        if let Some(year) = kind::odd_year(line) {
            let what = format!("\"{year}\" is not a year such as 2017/18; correct it where it was taken over");
            found.push(Finding::gap_at(*number, what));
        }
        let near = lines.iter().skip(at).take(LINES).map(|(_, line)| line.as_str());
        let near = near.collect::<Vec<_>>().join(" ");
        found.extend(ACTS.iter().filter_map(|(name, years)| odd(&near, line.len(), name, years)).map(
            |(name, year)| {
                let what = format!("this cites a \"{name} {year}\", and there is no such Act; check the year");
                Finding::gap_at(*number, what)
            },
        ));
    }
    found
}

/// The name of the Act and the year that it is cited with, where it begins within the first `line` bytes.
fn odd(near: &str, line: usize, name: &str, years: &[u16]) -> Option<(String, u16)> {
    near.match_indices(name).filter(|(at, _)| *at < line).find_map(|(at, _)| {
        let after = near.get(at + name.len()..)?.trim_start();
        let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
        let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
        (!years.contains(&year)).then(|| (titled(name), year))
    })
}

/// The name as it is written: "Police Reform and Social Responsibility Act".
fn titled(name: &str) -> String {
    let word = |word: &str| match word {
        "and" | "of" | "to" => word.to_owned(),
        _ => {
            let (bracket, rest) = word.split_at(usize::from(word.starts_with('(')));
            let mut letters = rest.chars();
            let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
            format!("{bracket}{first}{}", letters.as_str())
        }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
