//! People of a pack against those of the body's file, despite slips of spelling. Which of two is meant is never guessed.

use strsim::damerau_levenshtein;

use super::found::Finding;
use super::gather::Pack;
use super::roll::BELOW;
use crate::meeting::body::Body;
use crate::meeting::name::Name;
use crate::meeting::people;
use crate::text::fold;

/// What a person said of a name that was asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The name as the pack prints it.
    pub printed: String,
    /// The key of the person it means; nothing where it is somebody else.
    pub means: Option<String>,
}

/// Whom a name means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Means<'a> {
    /// This person, by the same name.
    This(&'a people::Person),
    /// One of these, perhaps.
    Perhaps(Vec<&'a people::Person>),
    Nobody,
}

/// Whom of the body a name means.
pub(super) fn means<'a>(printed: &str, body: &'a Body, answers: &[Answer]) -> Means<'a> {
    let answer = answers.iter().find(|answer| fold(&answer.printed) == fold(printed));
    match answer.map(|answer| answer.means.as_deref()) {
        Some(Some(key)) => {
            if let Some(person) = body.people.iter().find(|person| person.id.as_str() == key) {
                return Means::This(person);
            }
        }
        Some(None) => return Means::Nobody,
        None => {}
    }
    let printed = Name::read(printed);
    let same: Vec<&people::Person> = body.people.iter().filter(|person| is_same(&printed, &person.name)).collect();
    if let [person] = same.as_slice() {
        return Means::This(person);
    }
    let near: Vec<&people::Person> = body.people.iter().filter(|person| is_near(&printed, &person.name)).collect();
    match (same.is_empty(), near.is_empty()) {
        (false, _) => Means::Perhaps(same),
        (true, false) => Means::Perhaps(near),
        (true, true) => Means::Nobody,
    }
}

/// The same surname, and nothing against it in what stands before.
fn is_same(printed: &Name, known: &Name) -> bool {
    if fold(&printed.surname) != fold(&known.surname) {
        return false;
    }
    if printed.forename.is_empty() {
        return printed.initials.is_empty() || fold(&printed.initials) == fold(&known.initials);
    }
    fold(&printed.forename) == fold(&known.forename)
        || (known.forename.is_empty() && fold(&printed.initials) == fold(&known.initials))
}

/// A surname that differs by a slip, or the same with other words before it that begin alike.
fn is_near(printed: &Name, known: &Name) -> bool {
    let (one, other) = (fold(&printed.surname), fold(&known.surname));
    let slips = match one.chars().count().min(other.chars().count()) {
        0..=3 => 0,
        4..=5 => 1,
        _ => 2,
    };
    let given = |name: &Name| fold(if name.forename.is_empty() { &name.initials } else { &name.forename });
    let (first, second) = (given(printed), given(known));
    let begins = |text: &str| text.chars().next();
    let alike = first.is_empty()
        || second.is_empty()
        || begins(&first) == begins(&second)
        || first.split(' ').any(|word| word.len() > 1 && second.split(' ').any(|other| other == word));
    damerau_levenshtein(&one, &other) <= slips && alike
}

/// What there is to ask and to say about the people of a pack, given the body's file.
pub(super) fn compare(pack: &Pack, body: &Body, answers: &[Answer]) -> Vec<Finding> {
    let people = &pack.people;
    let mut findings = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for found in people.iter().filter(|found| !found.value.vacant) {
        let printed = &found.value.member.name;
        match means(printed, body, answers) {
            Means::This(person) => named.push(person.id.as_str()),
            Means::Perhaps(near) => {
                named.extend(near.iter().map(|person| person.id.as_str()));
                let known = near.iter().map(|person| (person.id.as_str().to_owned(), person.name.full())).collect();
                findings.push(Finding::Question { printed: printed.clone(), line: found.line, known });
            }
            Means::Nobody => {
                let what = format!("{printed} is listed, and the body's file has nobody of that name; {BELOW}");
                findings.push(Finding::gap_at(found.line, what));
            }
        }
    }
    // Who did not come to one meeting may have a seat all the same.
    let listed = !pack.attended && people.iter().any(|found| found.value.list.seated());
    for seat in body.seats.iter().filter(|_| listed) {
        let Some(holder) = seat.holder.as_ref().filter(|holder| !named.contains(&holder.as_str())) else { continue };
        if let Some(person) = body.people.iter().find(|person| person.id == *holder) {
            let what =
                format!("{} has a seat in the body's file and is not on the agenda's membership", person.name.full());
            findings.push(Finding::gap(what));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::body;

    #[test]
    fn slips_are_asked_about_and_namesakes_told_apart() {
        let text = "[body]\nname = \"Any Panel\"\n\
                    [[seat]]\nmember = \"Councillor Marge Beuttell\"\n[[seat]]\nmember = \"Councillor Dennis Jones\"\n\
                    [[seat]]\nmember = { title = \"Councillor\", forename = \"Baiju Thaittala\", initials = \"B\", surname = \"Varkey\" }\n\
                    [[seat]]\nmember = \"Councillor Alan Sharp\"\n[[seat]]\nmember = \"Councillor A Dunn\"\n[[seat]]\nmember = \"Councillor B Dunn\"\n";
        let body = body("body.toml", text).0.expect("a body").body;
        let shown = |printed: &str| match means(printed, &body, &[]) {
            Means::This(person) => format!("={}", person.id),
            Means::Perhaps(near) => near.iter().fold(String::new(), |shown, person| shown + "?" + person.id.as_str()),
            Means::Nobody => "nobody".to_owned(),
        };
        for (printed, wanted) in [
            ("Councillor M Beuttell", "=beuttell"),
            ("Councillor M Beutell", "?beuttell"),
            ("Councillor D Jones", "=jones"),
            ("Councillor B Jones", "nobody"),
            ("Councillor B Thaitala Varkey", "?varkey"),
            ("Varkey", "=varkey"),
            ("Council Alan Sharp", "?sharp"),
            ("Councillor Dunn", "?dunn?b-dunn"),
            ("Councillor B Dunn", "=b-dunn"),
            ("Councillor E Sharpe", "nobody"),
            ("Zoe Other", "nobody"),
        ] {
            assert_eq!(shown(printed), wanted, "{printed}");
        }
        let told = Answer { printed: "councillor m BEUTELL".to_owned(), means: Some("beuttell".to_owned()) };
        assert!(matches!(means("Councillor M Beutell", &body, &[told]), Means::This(_)));
        let told = Answer { printed: "Councillor M Beutell".to_owned(), means: None };
        assert_eq!(means("Councillor M Beutell", &body, &[told]), Means::Nobody);
    }
}
