//! The agenda's file, with a remark at each gap.

use std::fmt::Write;

use chrono::NaiveDate;

use super::Given;
use super::derive;
use super::found::{Finding, Sure};
use super::gather::{Before, Pack, missing};
use super::item::Item;
use super::names::{Means, means};
use super::people::List;
use super::plan::Row;
use super::report::Report;
use super::review::{commented, topics};
use super::roll;
use crate::load::checker::{LINE, PASSAGE};
use crate::load::kind;
use crate::load::when;
use crate::load::written::{line, quoted};
use crate::meeting::agenda::Office;
use crate::text::{cut, fold};

/// How a gap is marked, so that a clerk can look for it.
pub(super) const GAP: &str = "# GAP";

/// Writes the agenda. With `plain` only what no check can object to: titles, numbers and pages.
pub(super) fn agenda(pack: &Pack, given: &Given<'_>, questions: &[Finding], plain: bool) -> Option<String> {
    let date = pack.head.date.as_ref()?.value;
    let body = pack.head.body.as_ref().map_or("", |found| found.value.as_str());
    let mut text = format!(
        "# {body}, {}: read by quorate from {}.\n{REMARK}\n[meeting]\ndate = {date}\n",
        date.format("%-d %B %Y"),
        given.file
    );
    if let Some(file) = given.beside {
        text.push_str(&line("body", file));
    }
    head(pack, given, &mut text, plain);
    if !plain {
        before(pack, &mut text);
    }
    notices(pack, &mut text, plain);
    // Items that are missing are said where they would stand.
    let said_below = |gap: &&Finding| matches!(gap, Finding::Gap { what, .. } if what.ends_with(" not in the text") || what.ends_with(roll::BELOW));
    for finding in questions.iter().chain(&pack.gaps).filter(|gap| !said_below(gap)) {
        asked(finding, &mut text);
    }
    text.push_str(&roll::unlisted(pack, given));
    if !pack.has_agenda {
        text.push_str("\n# GAP: there is no agenda in this text. The items below are those of the reports in it.\n");
        planned(pack, &mut text);
    }
    if !has_review(pack) && !plain {
        text.push_str(&commented(pack));
    }
    let mut used = pack.skipped.iter().peekable();
    for (place, item) in (1..).zip(&pack.items) {
        if let Some((before, after, at)) = used.peek()
            && *at == item.title.line
        {
            _ = write!(text, "\n{GAP} (line {at}): {}.\n", missing(*before, *after));
            used.next();
        }
        self::item(item, place, pack, given, &mut text, plain);
    }
    if !plain {
        for row in &pack.plan {
            plan(row, &mut text);
        }
    }
    Some(text)
}

const REMARK: &str = "\
# Remarks that begin with GAP or QUESTION stand where something was not found or is not sure; take them away as you settle
# them. The lines in brackets are those of the text.
";

/// Text on one line, without what would break a remark.
fn remark(text: &str) -> String {
    cut(&crate::text::clean_line(text).text, 600).into_owned()
}

fn head(pack: &Pack, given: &Given<'_>, text: &mut String, plain: bool) {
    match &pack.head.time {
        Some(time) => text.push_str(&line("time", &time.value.format("%H:%M").to_string())),
        None => text.push_str("# GAP: no time was found. 00:00 stands for it until you write it.\ntime = \"00:00\"\n"),
    }
    for (key, found) in [("venue", &pack.head.venue), ("contact", &pack.head.contact)] {
        match found.as_ref().filter(|found| found.value.chars().count() <= LINE) {
            Some(found) => {
                if found.sure == Sure::Unsure {
                    _ = writeln!(text, "{GAP} (line {}): this may not be the {key}.", found.line);
                }
                text.push_str(&line(key, &found.value));
            }
            None => _ = writeln!(text, "{GAP}: no {key} was found.\n#{key} = \"\""),
        }
    }
    let (Some(known), false) = (given.known, plain) else { return };
    for (key, office, holder) in
        [("chair", Office::Chair, &known.body.chair), ("vice-chair", Office::ViceChair, &known.body.vice_chair)]
    {
        let printed = pack.people.iter().find(|found| found.value.member.office == Some(office));
        let Some(Means::This(person)) =
            printed.map(|found| means(&found.value.member.name, &known.body, given.answers))
        else {
            continue;
        };
        let sits = known.body.seats.iter().any(|seat| seat.holder.as_ref() == Some(&person.id));
        if sits && holder.as_ref() != Some(&person.id) {
            text.push_str(&line(key, person.id.as_str()));
        }
    }
}

fn before(pack: &Pack, text: &mut String) {
    let Some(Before { date, last, runs_on, .. }) = &pack.before else { return };
    let day = pack.head.date.as_ref().map(|found| found.value);
    if let Some(date) = date.as_ref().filter(|date| day.is_none_or(|day| date.value < day)) {
        _ = writeln!(text, "last-meeting = {}", date.value);
    }
    if let Some(last) = last {
        _ = writeln!(text, "last-minute = {}", last.value);
        if *runs_on {
            _ = writeln!(
                text,
                "first-minute = {} # the numbers of those minutes run on from earlier ones; 1 where they begin anew",
                last.value + 1
            );
        } else {
            _ = writeln!(text, "#first-minute = {} # where the numbers run on", last.value + 1);
        }
    }
}

fn notices(pack: &Pack, text: &mut String, plain: bool) {
    let notices: Vec<&str> = pack
        .notices
        .iter()
        .map(|found| found.value.as_str())
        .filter(|notice| notice.chars().count() <= PASSAGE)
        .collect();
    if notices.is_empty() || plain {
        return;
    }
    text.push_str("notices = [\n");
    for notice in notices {
        _ = writeln!(text, "    {},", quoted(notice));
    }
    text.push_str("]\n");
}

fn asked(finding: &Finding, text: &mut String) {
    match finding {
        Finding::Question { printed, line, known } => {
            let known: Vec<String> = known.iter().map(|(key, name)| format!("{} ({key})", remark(name))).collect();
            _ = write!(text, "\n# QUESTION (line {line}): is \"{}\" {}?\n", remark(printed), known.join(" or "));
        }
        Finding::Gap { what, line: Some(line) } => _ = write!(text, "\n{GAP} (line {line}): {}.\n", remark(what)),
        Finding::Gap { what, line: None } => _ = write!(text, "\n{GAP}: {}.\n", remark(what)),
        Finding::Found { .. } => {}
    }
}

/// What the plan had for this meeting and is on no report: to be taken if right.
fn planned(pack: &Pack, text: &mut String) {
    let Some(row) = &pack.planned else { return };
    let kinds = ["apologies", "declarations", "minutes", "review", "questions", "plan"];
    let known = |title: &String| {
        pack.items.iter().any(|item| {
            let (kind, other) = (kind::guess(title, false), kind::guess(&item.title.value, false));
            fold(&item.title.value) == fold(title) || kind == other && kinds.contains(&kind)
        })
    };
    // What is up for review stands with its topics further on.
    let suggested = |title: &&String| !known(title) && kind::guess(title, false) != "review";
    let titles: Vec<&String> = row.items.iter().filter(suggested).collect();
    if titles.is_empty() {
        return;
    }
    _ = writeln!(
        text,
        "# The plan (line {}) names these too. Take the # away from those that are on the agenda.",
        row.line
    );
    for title in titles {
        _ = writeln!(text, "#[[item]]\n#{}", line("title", title).trim_end());
    }
}

fn has_review(pack: &Pack) -> bool {
    pack.items.iter().any(|item| kind::guess(&item.title.value, false) == "review")
}

fn item(item: &Item, place: usize, pack: &Pack, given: &Given<'_>, text: &mut String, plain: bool) {
    let report = item.report.as_ref();
    let title: String = item.title.value.chars().take(LINE).collect();
    let title = if title.trim().is_empty() { "(without a title)".to_owned() } else { title };
    let kind = kind::guess(&title, item.pages.is_some() || report.is_some());
    _ = write!(text, "\n[[item]] # {kind}\n");
    if let Some(remark) = item.remark {
        _ = writeln!(text, "# {remark}");
    }
    if item.title.sure == Sure::Unsure {
        _ = writeln!(text, "{GAP} (line {}): this title was not where titles usually are; check it.", item.title.line);
    }
    text.push_str(&line("title", &title));
    if let Some(number) = item.number.as_ref().filter(|number| **number != place.to_string()) {
        text.push_str(&line("number", number));
    }
    if let Some(pages) = item.pages.as_ref().filter(|pages| pages.len() < 20) {
        text.push_str(&line("pages", pages));
    }
    if plain {
        return parts(item, text);
    }
    if kind == "minutes" {
        sets(&title, item, pack, text);
    }
    if item.closed {
        match item.private.as_slice() {
            [] => {
                _ = writeln!(
                    text,
                    "{GAP}: this is taken without the public, and no paragraph of Schedule 12A was found for it.\n#private = [3]"
                );
            }
            numbers => _ = writeln!(text, "private = {numbers:?}"),
        }
    }
    if let Some(report) = report {
        self::report(report, kind, given, text);
    } else if let Some(author) = author_under(item).or(item.lead.as_deref()) {
        text.push_str(&line("author", author));
    }
    if kind == "minutes" {
        decisions(pack, text);
    }
    // Topics may be tables of their own, behind which the item has nothing more.
    if kind == "review" {
        text.push_str(&topics(pack));
    }
    parts(item, text);
}

/// Whose report it is, where that stands under the title.
fn author_under(item: &Item) -> Option<&str> {
    let first = item.under.split(['\n', '.']).next()?;
    let rest = ["Report of ", "Report by ", "Report from "].iter().find_map(|start| first.strip_prefix(start))?;
    let author = rest.strip_prefix("the ").unwrap_or(rest).trim();
    // "(attached)" and "(to follow)" say where the report is.
    let place = ["attach", "enclos", "to follow", "herewith"];
    let told = |inside: &str| place.iter().any(|word| inside.to_lowercase().contains(word));
    let author = author.rsplit_once(" (").filter(|(_, inside)| told(inside)).map_or(author, |(author, _)| author);
    (!author.is_empty() && author.len() < 200).then_some(author)
}

/// The minutes' dates are those of the title, unless they cannot be.
fn sets(title: &str, item: &Item, pack: &Pack, text: &mut String) {
    let day = pack.head.date.as_ref().map(|found| found.value);
    let (titled, under) = (when::dates_in(title), when::dates_in(&item.under));
    let early = |dates: &[NaiveDate]| dates.iter().all(|date| day.is_none_or(|day| *date < day));
    if let (true, Some(date), true) = (titled.is_empty(), under.first(), early(&under)) {
        _ = writeln!(text, "sets = [{date}] # as it says under the title");
        return;
    }
    let dates = titled;
    if dates.iter().any(|date| day.is_some_and(|day| *date >= day)) {
        _ = writeln!(text, "{GAP}: the title names a day that is not before this meeting.\nsets = []");
        return;
    }
    let last = pack
        .before
        .as_ref()
        .and_then(|before| before.date.as_ref())
        .filter(|last| day.is_none_or(|day| last.value < day));
    match (dates.is_empty(), last) {
        (true, Some(last)) => {
            _ = writeln!(text, "sets = [{}] # the minutes in the pack, from line {}", last.value, last.line);
        }
        (true, None) => _ = writeln!(text, "{GAP}: the title does not say of which day these minutes are.\nsets = []"),
        (false, Some(last)) if !dates.contains(&last.value) && last.line == 0 => {
            _ = writeln!(text, "{GAP}: the last meeting recorded was on {}.", last.value.format("%-d %B %Y"));
        }
        (false, Some(last)) if !dates.contains(&last.value) => {
            _ = writeln!(
                text,
                "{GAP} (line {}): the minutes in the pack are of {}.",
                last.line,
                last.value.format("%-d %B %Y")
            );
        }
        (false, _) => {}
    }
}

fn report(report: &Report, kind: &str, given: &Given<'_>, text: &mut String) {
    if let Some(author) = &report.author {
        text.push_str(&line("author", &author.value));
        let presenter = derive::person_in(&author.value);
        if let (Some(known), Some(name)) = (given.known, presenter)
            && let Means::This(person) = means(name, &known.body, given.answers)
        {
            _ = writeln!(text, "presenters = [{}]", quoted(person.id.as_str()));
        } else if let Some(party) = given.known.and_then(|known| derive::party(&author.value, &known.body)) {
            text.push_str(&line("answers", party));
        }
    } else {
        _ = writeln!(text, "{GAP} (line {}): whose report this is was not found.", report.line);
    }
    if let Some(contact) = &report.contact {
        _ = writeln!(text, "# Contact officer (line {}): {}", contact.line, remark(&contact.value));
    }
    match report.purpose.as_ref().map(|purpose| (derive::receives(&purpose.value), purpose)) {
        Some((Some(receives), _)) => text.push_str(&line("receives", &receives)),
        Some((None, purpose)) => _ = writeln!(text, "# Purpose (line {}): {}", purpose.line, remark(&purpose.value)),
        None => {}
    }
    let Some(recommendation) = report.recommendation.as_ref().filter(|found| found.value.chars().count() <= PASSAGE)
    else {
        _ = writeln!(text, "{GAP} (line {}): no recommendation was found in this report.", report.line);
        return;
    };
    if recommendation.sure != Sure::Certain {
        _ = writeln!(text, "{GAP} (line {}): the recommendation may go on.", recommendation.line);
    }
    text.push_str(&line("recommendation", &recommendation.value));
    if let Some((offer, document)) = derive::offer(&recommendation.value, kind) {
        if let Some(document) = document {
            text.push_str(&line("document", &document));
        }
        text.push_str(&line("offer", offer));
    }
}

/// What was decided at the meeting before, for the clerk to read.
fn decisions(pack: &Pack, text: &mut String) {
    let Some(before) = &pack.before else { return };
    for decision in &before.decisions {
        let (item, words) = &decision.value;
        _ = writeln!(text, "# Decided (line {}), {}: {}", decision.line, remark(item), remark(words));
    }
}

fn parts(item: &Item, text: &mut String) {
    for part in &item.items {
        let title: String = part.title.value.chars().take(LINE).collect();
        _ = write!(
            text,
            "\n[[item.item]]\n{}",
            line("title", if title.trim().is_empty() { "(without a title)" } else { &title })
        );
        if let Some(pages) = &part.pages {
            text.push_str(&line("pages", pages));
        }
    }
}

fn plan(row: &Row, text: &mut String) {
    text.push_str("\n[[plan]]\n");
    if row.sure == Sure::Unsure {
        _ = writeln!(text, "{GAP} (line {}): check this row; its venue or its items may run together.", row.line);
    }
    text.push_str(&line("date", &row.date.format("%A %-d %B %Y").to_string()));
    if let Some(time) = row.time {
        text.push_str(&line("time", &time.format("%H:%M").to_string()));
    }
    if let Some(label) = &row.label {
        text.push_str(&line("label", label));
    }
    let list = |key: &str, lines: &[String]| {
        let fits: Vec<String> = lines
            .iter()
            .filter(|line| line.chars().count() <= LINE)
            .map(|line| format!("    {},\n", quoted(line)))
            .collect();
        if fits.is_empty() { String::new() } else { format!("{key} = [\n{}]\n", fits.concat()) }
    };
    text.push_str(&list("venue", &row.venue));
    text.push_str(&list("items", &row.items));
}

/// Whether anybody on these lists has a seat.
pub(super) fn seated(pack: &Pack) -> bool {
    pack.people.iter().any(|found| matches!(found.value.list, List::Members | List::Independents))
}
