//! Business without the public: its exclusion and return, and what it must not read.

use crate::app::refs;
use crate::app::session::{Answer, Question, Request, Stop};
use crate::meeting::agenda::ItemKind;
use crate::meeting::body::{Access, OwnGround};
use crate::meeting::command::{Command, Private, Refusal};
use crate::meeting::event::Old;
use crate::meeting::fact::{Business, Confidence, Exclusion, Fact, Ground, Paragraph, Prejudice};
use crate::meeting::id::{FactId, ItemId};
use crate::minutes::phrase::Phrase;

use super::mend::reworded;
use super::{Act, Area, Arg, BECAUSE, Call, Context, Kind, Spec, may, need};

const AREA: Area = Area::Private;
const BUSINESS: Arg = may("BUSINESS", Kind::Words);
const MOVER: Arg = may("MOVER", Kind::Person).after(&["moved", "moved by", "proposed by"]);
const SECONDER: Arg = may("SECONDER", Kind::Person).after(&["seconded", "seconded by", "and seconded by"]);
const TEST: Arg = may("TEST", Kind::Choice(&["noted"])).after(&["test"]);

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "exclude",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[BUSINESS, MOVER, SECONDER, TEST, BECAUSE],
        help: "The public is excluded from items, “rest” or “deliberation”: “under” paragraphs or an own ground, or “because” of a reason.",
        example: "exclude 12 under 3; 13 part appendix B under 1 moved Jamil seconded Barkham test noted",
        run: |call| exclude(call, resolution(call)),
    },
    Spec {
        name: "confidential",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[BUSINESS, may("REASON", Kind::Choice(&["department", "law"])).after(&["because"])],
        help: "The public is out for confidential business, which needs no resolution (from a department, or by law).",
        example: "confidential 14 because department",
        run: confidential,
    },
    Spec {
        name: "not-exclude",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[BUSINESS, MOVER, SECONDER],
        help: "It is agreed not to exclude the public after all.",
        example: "not-exclude 14",
        run: |call| exclude(call, Ground::NotExcluded),
    },
    Spec {
        name: "readmit",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("TIME", Kind::Time)],
        help: "The public comes back.",
        example: "readmit",
        run: |call| {
            let readmit = Command::Private(Private::Readmit { item: call.room()? });
            Ok(Act { at: call.time("TIME")?, ..Act::of(readmit) })
        },
    },
    Spec {
        name: "private-since",
        aliases: &["private"],
        area: AREA,
        context: Context::Any,
        args: &[may("TIME", Kind::Time), may("SINCE", Kind::Time).after(&["since"])],
        help: "The public was out from a time on; shows what was recorded for everybody since, to be redacted.",
        example: "private-since 14:10",
        run: private_since,
    },
    Spec {
        name: "redact",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[
            may("REF", Kind::Fact),
            may("TIME", Kind::Time).after(&["since"]),
            may("OLD", Kind::Choice(OLD)).after(&["and"]),
            BECAUSE,
        ],
        help: "Takes words out of the public record for good: of a fact, of an entry such as #41, or all since a time.",
        example: "redact 9(1) and keep because \"the public was out\"",
        run: redact,
    },
    Spec {
        name: "publish",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("REF", Kind::Fact), need("TEXT", Kind::Text)],
        help: "Words for everybody what they heard and the private part corrected; only these words become public.",
        example: "publish 14(1) asked when the lease ends.",
        run: publish,
    },
    Spec {
        name: "public-title",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[
            may("REF", Kind::Fact),
            may("ITEM", Kind::Item).after(&["item"]),
            need("TITLE", Kind::Text).after(&["to", "as"]),
        ],
        help: "Says what everybody may read of a decision, undertaking or item of the private part.",
        example: "public-title 14(d1) as A contract was let.",
        run: public_title,
    },
];

const OLD: &[&str] = &["keep", "dispose"];

/// The ground of a resolution: one of the body's own, what was said of it, or else by the law that the body is under.
/// Where nobody says what that is, none is guessed.
fn resolution(call: &Call<'_>) -> Ground {
    let pieces = || call.text("BUSINESS").split(';').filter_map(|piece| led(piece, "under").1);
    let reason = call.some("REASON");
    if let Some(own) = pieces().find_map(|name| own_ground(call, name)) {
        return Ground::Other { law: Some(own.law.clone()), words: own.words.clone(), because: reason };
    }
    let described = pieces().next().is_some();
    let prejudice = reason.as_deref().map(|reason| match reason {
        "confidential" => Prejudice::Confidential,
        reason => Prejudice::Special(reason.to_owned()),
    });
    match (call.state().body().rules.access, prejudice) {
        (None, Some(because)) => {
            let because = match because {
                Prejudice::Confidential => "of the confidential nature of the business".to_owned(),
                Prejudice::Special(reason) => reason,
            };
            Ground::Other { law: None, words: None, because: Some(because) }
        }
        (None, None) if !described && !expects_exempt(call) => Ground::Other { law: None, words: None, because: None },
        (Some(Access::Act1960), None) if !described => Ground::Prejudicial { because: None },
        (_, Some(because)) => Ground::Prejudicial { because: Some(because) },
        (_, None) => Ground::Exempt,
    }
}

/// Whether the agenda gives a description of exempt information for what is named, or the law does for a hearing.
fn expects_exempt(call: &Call<'_>) -> bool {
    let named = business(call, true).unwrap_or_default();
    named.iter().any(|business| !business.paragraphs.is_empty())
}

/// The ground of a name that the body's rules have.
fn own_ground<'a>(call: &Call<'a>, name: &str) -> Option<&'a OwnGround> {
    let mut grounds = call.state().body().rules.exclusions.iter();
    grounds.find(|ground| ground.name.eq_ignore_ascii_case(name.trim()))
}

fn exclude(call: &Call<'_>, ground: Ground) -> Result<Act, Stop> {
    let exclusion = Exclusion {
        business: business(call, ground == Ground::Exempt)?,
        ground,
        mover: call.some_person("MOVER")?,
        seconder: call.some_person("SECONDER")?,
        tested: call.values.get("TEST").is_some(),
    };
    Ok(Act::of(Command::Private(Private::Exclude { item: call.room()?, exclusion })))
}

fn confidential(call: &Call<'_>) -> Result<Act, Stop> {
    if call.state().body().rules.access == Some(Access::Act1960) {
        let hint = "Resolve it: “exclude 9 because confidential” (Public Bodies (Admission to Meetings) Act 1960, section 1(2)).";
        return Err(Refusal::new("This body excludes the public only by resolution.", hint).into());
    }
    let because = match call.text("REASON") {
        "" => None,
        "department" => Some(Confidence::Department),
        "law" => Some(Confidence::Law),
        other => {
            let hint = "It is “department” or “law” (Local Government Act 1972, section 100A(3)).";
            return Err(Refusal::new(format!("“{other}” makes nothing confidential."), hint).into());
        }
    };
    exclude(call, Ground::Confidential { because })
}

/// What the public is excluded from: pieces with semicolons between, or the room's item.
fn business(call: &Call<'_>, described: bool) -> Result<Vec<Business>, Refusal> {
    let text = call.text("BUSINESS");
    if text.is_empty() {
        return Ok(vec![whole(call, call.room()?, described)]);
    }
    let mut all = Vec::new();
    for piece in text.split(';').map(str::trim).filter(|piece| !piece.is_empty()) {
        all.extend(pieces(call, piece, described)?);
    }
    Ok(all)
}

/// One piece, such as “12 and 13 part the appendix under 1 and 3”.
fn pieces(call: &Call<'_>, piece: &str, described: bool) -> Result<Vec<Business>, Refusal> {
    let (piece, under) = led(piece, "under");
    let (piece, part) = led(piece, "part");
    let under = under.filter(|name| own_ground(call, name).is_none());
    let paragraphs = under.map(paragraphs).transpose()?;
    let given = |mut business: Business| {
        business.paragraphs = paragraphs.clone().unwrap_or(business.paragraphs);
        business.part = part.map(str::to_owned).or(business.part);
        business
    };
    if matches!(piece, "rest" | "the rest") {
        return Ok(vec![given(Business::default())]);
    }
    if piece == "deliberation" {
        return Ok(vec![given(deliberation(call, described)?)]);
    }
    if piece.is_empty() {
        return Ok(vec![given(whole(call, call.room()?, described))]);
    }
    // A title may have a comma or an “and” in it.
    if let Ok(item) = refs::item(call.state(), piece) {
        return Ok(vec![given(whole(call, item, described))]);
    }
    let items = piece.split(',').flat_map(|piece| piece.split(" and ")).map(str::trim);
    let items = items.filter(|piece| !piece.is_empty());
    items.map(|item| Ok(given(whole(call, refs::item(call.state(), item)?, described)))).collect()
}

/// The deliberation on a hearing, which itself is held in public: a confirmation hearing, or one of a body that excludes
/// the public on a ground of its own.
fn deliberation(call: &Call<'_>, described: bool) -> Result<Business, Refusal> {
    let item = call.room()?;
    let hearing = call.state().item(&item).is_some_and(|item| matches!(item.agenda.kind, ItemKind::Hearing(_)));
    if !hearing && call.state().body().rules.exclusions.is_empty() {
        return Err(Refusal::new(
            "The room is not at a confirmation hearing.",
            "Name the item, and the part of it with “part”.",
        ));
    }
    let part = Some(call.session.style().label(Phrase::Deliberation));
    let paragraphs = if described && hearing { vec![Paragraph::Individual, Paragraph::Identity] } else { Vec::new() };
    Ok(Business { item: Some(item), part, paragraphs })
}

/// The whole of an item, under the descriptions that the agenda expects.
fn whole(call: &Call<'_>, item: ItemId, described: bool) -> Business {
    let expected = call.state().item(&item).filter(|_| described).map(|item| item.agenda.private.clone());
    Business { item: Some(item), part: None, paragraphs: expected.unwrap_or_default() }
}

/// What stands before and after a word.
fn led<'a>(text: &'a str, word: &str) -> (&'a str, Option<&'a str>) {
    let padded = format!(" {word} ");
    if let Some(after) = text.strip_prefix(padded.trim_start()) {
        return ("", Some(after.trim()));
    }
    match text.split_once(padded.as_str()) {
        Some((before, after)) => (before.trim(), Some(after.trim())),
        None => (text.trim(), None),
    }
}

/// Paragraphs of Part 1 of Schedule 12A as people write them: “3”, “1 and 3”, “paragraphs 1, 2”.
fn paragraphs(text: &str) -> Result<Vec<Paragraph>, Refusal> {
    let skipped = ["and", "paragraph", "paragraphs", "para", "paras"];
    let words = text.split([',', ' ', '&']).map(str::trim).filter(|word| !word.is_empty() && !skipped.contains(word));
    words.map(|word| word.parse().ok().and_then(Paragraph::of).ok_or_else(|| no_paragraph(word))).collect()
}

fn no_paragraph(word: &str) -> Refusal {
    let hint = match word.parse::<u32>() {
        Ok(12..=18) => "That is the Welsh list; in England the descriptions are numbered 1 to 7.",
        Ok(8..=11) => {
            "Paragraphs 8 to 10 are conditions, or it is the list before March 2006; descriptions are 1 to 7."
        }
        _ => "Part 1 of Schedule 12A has paragraphs 1 to 7.",
    };
    Refusal::new(format!("“{word}” is no description of exempt information."), hint)
}

fn private_since(call: &Call<'_>) -> Result<Act, Stop> {
    let time = call.time("TIME")?.or(call.time("SINCE")?);
    let Some(time) = time else {
        return Err(Refusal::new("It is not said since when.", "For example: private-since 14:10").into());
    };
    let act = Act::of(Command::Private(Private::Since { time }));
    Ok(Act { request: Some(Request::Redactions(time)), ..act })
}

fn redact(call: &Call<'_>) -> Result<Act, Stop> {
    let meeting = call.session.meeting();
    let (events, named): (Vec<FactId>, String) = match call.time("TIME")? {
        Some(since) => {
            let named = format!("since {}", call.state().local(since).format("%H:%M"));
            (meeting.public_words_since(since).into_iter().map(|(id, _)| id).collect(), named)
        }
        None => named_words(call)?,
    };
    let because = call.text("REASON").to_owned();
    let old = match call.text("OLD") {
        "keep" => Old::Kept,
        "dispose" => Old::Disposed,
        _ => return Err(Stop::Ask(which_old(&named, events.len(), &because))),
    };
    let notice = "The words are out of the public record. Files exported before may still have them.";
    Ok(Act::of(Command::Private(Private::Redact { events, because, old })).notice(notice))
}

/// The events that a reference means: of a fact, of one event, or of a whole entry, undone ones too.
fn named_words(call: &Call<'_>) -> Result<(Vec<FactId>, String), Refusal> {
    let text = call.values.get("REF").unwrap_or("last");
    let entry = text.strip_prefix('#');
    if let Some(n) = entry.and_then(|entry| entry.parse::<u64>().ok()) {
        let found = call.session.meeting().public_words(|entry| entry.n == n);
        return Ok((found.into_iter().map(|(id, _)| id).collect(), text.to_owned()));
    }
    let id = match entry.and_then(|entry| entry.parse::<FactId>().ok()) {
        Some(id) => id,
        None => call.fact("REF")?,
    };
    Ok((vec![id], format!("#{id}")))
}

fn which_old(named: &str, count: usize, because: &str) -> Question {
    let because = if because.is_empty() { String::new() } else { format!(" because {because}") };
    let shown = ["Keep the old record, for its owner only", "Dispose of the old record"];
    let answer = |(old, shown): (&&str, &str)| Answer::new(format!("redact {named} and {old}{because}"), shown);
    let answers = OLD.iter().zip(shown).map(answer).collect();
    let text = format!(
        "This takes words out of the public record for good ({count} places). Keep the record as it was, for its \
         owner only, or dispose of it?"
    );
    Question { text, answers }
}

/// The words go to what everybody reads of the fact, so that nothing of the private part comes with them.
fn publish(call: &Call<'_>) -> Result<Act, Stop> {
    let of = call.fact("REF")?;
    let told = call.state().fact(of).and_then(Fact::heard);
    let content = match told.filter(|content| content.has_own_words()) {
        Some(told) => reworded(call, told, call.text("TEXT").to_owned())?,
        // What is not worded for everybody is refused, and why is said, where it is decided.
        None => call.state().content(of).cloned().ok_or_else(|| Refusal::new("That was struck out.", refs::HOW))?,
    };
    Ok(Act::of(Command::Private(Private::Publish { of, content: Box::new(content) })))
}

fn public_title(call: &Call<'_>) -> Result<Act, Stop> {
    let title = call.text("TITLE").to_owned();
    let step = match call.values.get("ITEM") {
        Some(_) => Private::TitleItem { item: call.item("ITEM")?, title },
        None => Private::TitleFact { of: call.fact("REF")?, title },
    };
    Ok(Act::of(Command::Private(step)))
}
