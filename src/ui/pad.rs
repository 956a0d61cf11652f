//! An open pad, laid over the meeting where it leaves the line being typed in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::frame::{framed, put_count};
use super::hints::{self, tone};
use super::layout::inset;
use super::paint::{self, Words, cells};
use super::prompt;
use super::theme::{Role, Theme};
use crate::app::view::{PadView, Prompt, Row, Tone};
use crate::text;

/// The fewest rows in which a pad is of use: frame, two rows, hints.
const LEAST: u16 = 6;

/// The fewest columns that a pad takes.
const NARROW: u16 = 40;

/// The most rows that the sentence above the rows takes.
const LEAD: u16 = 3;

/// How many columns of each of its rows may stay empty, because a word would not fit.
const BREAKS: u16 = 8;

/// How many columns are kept free for what is yet to be typed.
const TYPED: u16 = 20;

/// The most columns that a pad takes of a screen so wide: of a wide one, enough for a sentence on one row, so that the
/// minutes still show beside it.
fn widest(screen: u16) -> u16 {
    (screen / 3 * 2).clamp(72, 110)
}

/// Where a pad lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Away from this row, where it can be.
    Off(Option<u16>),
    /// Away from this row if all of the pad fits there; nothing is being typed in it.
    Beside(Option<u16>),
    /// Above the command line, which it completes.
    Bottom,
}

/// Draws a pad over `body`, and says where its cursor is:
///
/// ```text
/// ┌ Attendance ───────────────────────────┐
/// │ Everybody present: Enter              │
/// │ a ● A Bradnam                         │
/// │ b ○ D Jones                 apologies │
/// │ p present  a apologies  Esc back      │
/// └───────────────────────────────── 2/14 ┘
/// ```
pub(super) fn draw(pad: &PadView, theme: &Theme, body: Rect, anchor: Anchor, buf: &mut Buffer) -> Option<Position> {
    let wanted = wanted(pad, theme, body.width, widest(body.width));
    let area = match anchor {
        Anchor::Off(row) => place(body, wanted.width, wanted.height, row),
        Anchor::Beside(row) => {
            let beside = place(body, wanted.width, wanted.height, row);
            if beside.height >= wanted.height { beside } else { lowest(body, wanted.width, wanted.height) }
        }
        Anchor::Bottom => {
            let height = wanted.height.min(body.height);
            Rect { y: body.bottom() - height, width: wanted.width, height, ..body }
        }
    };
    fill(pad, theme, area, buf)
}

/// Draws a pad in the middle of `body`, where there is nothing else, and says where its cursor is.
pub(super) fn draw_amid(pad: &PadView, theme: &Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
    let Size { width, height } = wanted(pad, theme, body.width, body.width);
    let height = height.min(body.height);
    let (x, y) = (body.x + (body.width - width) / 2, body.y + (body.height - height) / 3);
    fill(pad, theme, Rect { x, y, width, height }, buf)
}

/// The size that a pad would like on a screen so wide, of which it takes no more than `widest`; it may be higher.
fn wanted(pad: &PadView, theme: &Theme, screen: u16, widest: u16) -> Size {
    let width = width(pad).clamp(NARROW, widest.max(NARROW)).min(screen);
    Size { width, height: height(pad, theme, width) }
}

/// How high a pad so wide would like to be.
fn height(pad: &PadView, theme: &Theme, width: u16) -> u16 {
    let inner = width.saturating_sub(4);
    let lead = lead(pad, theme).map_or(0, |lead| lead.height(inner, LEAD));
    let hints = hint_rows(&hints::lines(&pad.hints, theme, inner));
    let rows = u16::try_from(pad.rows.len()).unwrap_or(u16::MAX);
    let foot = foot(pad, theme).map_or(0, |foot| foot.height(inner, 3));
    rows.saturating_add(lead + hints + foot + asked(pad, inner) + 2)
}

/// Draws a pad that fills `area`.
fn fill(pad: &PadView, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let inner = framed(&pad.title, "", theme, Role::Pad, area, buf);
    let mut rest = inset(inner, 1);
    let whole = area.height >= height(pad, theme, area.width);
    if let Some(lead) = lead(pad, theme).filter(|_| whole || rest.height > 5) {
        let y = lead.put_lines(buf, rest, rest.y, LEAD);
        rest = Rect { y, height: rest.bottom() - y, ..rest };
    }
    let hints = hints::lines(&pad.hints, theme, rest.width);
    let asked = asked(pad, rest.width);
    // A short list is shown whole, such as the numbers of a count; of a long one two rows will do.
    let short = u16::try_from(pad.rows.len()).ok().filter(|rows| *rows <= 4);
    let list_rows = short.unwrap_or(2);
    let said = short.and(foot(pad, theme)).map_or(0, |foot| foot.height(rest.width, 2));
    let below = bottom(&mut rest, hint_rows(&hints), asked.max(list_rows) + said);
    for (y, line) in (below.top()..below.bottom()).zip(&hints) {
        line.put(buf, below, below.x, y);
    }
    let typed = bottom(&mut rest, asked, 0);
    if let Some(foot) = foot(pad, theme) {
        let rows = foot.height(rest.width, 3);
        let below = bottom(&mut rest, rows, short.unwrap_or(1));
        foot.put_lines(buf, below, below.y, below.height);
    }
    list(pad, theme, rest, buf);
    put_count(&counted(pad, rest.height.into()), theme, Role::Pad, area, buf);
    ask(pad.prompt.as_ref()?, theme, typed, buf)
}

/// How many rows the line being typed takes in a pad so wide: a long question stands above its answer.
fn asked(pad: &PadView, width: u16) -> u16 {
    pad.prompt.as_ref().map_or(0, |prompt| if cells(&prompt.label) > width / 2 { 2 } else { 1 })
}

/// Draws the line being typed, and says where its cursor is.
fn ask(prompt: &Prompt, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let roles = [Role::Label, Role::Typing];
    if area.height < 2 {
        return prompt::draw(prompt, roles, theme, area, buf);
    }
    paint::put_cut(buf, area, area.x, area.y, &prompt.label, theme.style(Role::Label));
    let below = Rect { y: area.y + 1, height: 1, ..area };
    prompt::draw(&Prompt { label: String::new(), ..prompt.clone() }, roles, theme, below, buf)
}

/// Whether letters go to the pad; otherwise they go on into the text below it.
pub(super) fn takes_letters(pad: &PadView) -> bool {
    pad.prompt.is_some()
        || pad.hints.iter().any(|hint| hint.key.chars().count() == 1)
        || pad.rows.iter().any(|row| row.key.is_some())
}

fn lead(pad: &PadView, theme: &Theme) -> Option<Words> {
    pad.lead.as_ref().map(|lead| Words::of(lead, theme.style(Role::TextDim)))
}

fn foot(pad: &PadView, theme: &Theme) -> Option<Words> {
    let (tone, text) = pad.foot.as_ref()?;
    let style = if *tone == Tone::Plain { Style::new() } else { theme.style(hints::tone(*tone)) };
    Some(Words::of(text, style))
}

fn hint_rows(hints: &[Words]) -> u16 {
    u16::try_from(hints.len()).unwrap_or(4).min(4)
}

/// Takes rows off the bottom, leaving at least so many.
fn bottom(rest: &mut Rect, rows: u16, leave: u16) -> Rect {
    let rows = rows.min(rest.height.saturating_sub(leave));
    rest.height -= rows;
    Rect { y: rest.bottom(), height: rows, ..*rest }
}

/// Where a pad goes: at the right, in the larger part above or below the row to avoid, if it is of use there.
fn place(body: Rect, width: u16, wanted: u16, avoid: Option<u16>) -> Rect {
    let above = avoid.map_or(body.height, |y| y.saturating_sub(body.y)).min(body.height);
    let below = avoid.map_or(0, |y| body.bottom().saturating_sub(y + 1));
    let (y, room) = if below >= wanted || below > above { (body.bottom() - below, below) } else { (body.y, above) };
    let (y, room) = if room >= LEAST.min(wanted) { (y, room) } else { (body.y, body.height) };
    let height = wanted.min(room);
    Rect { x: body.right().saturating_sub(width), y, width, height }
}

/// At the bottom right, as high as it would like.
fn lowest(body: Rect, width: u16, wanted: u16) -> Rect {
    let height = wanted.min(body.height);
    Rect { x: body.right().saturating_sub(width), y: body.bottom() - height, width, height }
}

/// Which row is chosen and how many lie above and below what is shown, where not all are seen.
fn counted(pad: &PadView, height: usize) -> String {
    let Some(chosen) = pad.chosen.filter(|_| pad.total.is_none()) else {
        return pad.total.map(|total| format!("{total} in all")).unwrap_or_default();
    };
    let hidden = pad.rows.len().saturating_sub(height);
    if hidden == 0 {
        return String::new();
    }
    let above = first_shown(pad, height);
    let more = [("↑", above), ("↓", hidden - above)].map(|(way, count)| match count {
        0 => String::new(),
        count => format!(" {way}{count} more"),
    });
    format!("{}/{}{}", chosen + 1, pad.rows.len(), more.concat())
}

/// The first row that is shown of a list with room for so many.
fn first_shown(pad: &PadView, height: usize) -> usize {
    let chosen = pad.chosen.unwrap_or_default();
    chosen.saturating_sub(height / 2).min(pad.rows.len().saturating_sub(height))
}

/// How wide a pad would like to be.
fn width(pad: &PadView) -> u16 {
    // A long list is not measured to its end; its rows are cut where they must be.
    let rows = pad.rows.iter().take(100).map(|row| {
        let note = if row.note.is_empty() { 0 } else { cells(&row.note).saturating_add(2) };
        cells(&row.text).saturating_add(note).saturating_add(4)
    });
    let typed = pad.prompt.iter().map(|prompt| prompt::width(prompt).saturating_add(TYPED));
    // A long lead is shown whole where three rows are enough for it; words break before the end of a row.
    let lead = pad.lead.iter().map(|lead| cells(lead) / LEAD + BREAKS);
    rows.chain(typed).chain(lead).max().unwrap_or(0).saturating_add(6)
}

/// The rows, scrolled so that the chosen one is among them.
fn list(pad: &PadView, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let height = usize::from(area.height);
    let first = first_shown(pad, height);
    let keyed = pad.rows.iter().skip(first).take(height).any(|row| row.key.is_some());
    let marks = pad.rows.iter().skip(first).take(height).map(|row| cells(&row.mark)).max().unwrap_or(0);
    for (y, (index, row)) in (area.top()..area.bottom()).zip(pad.rows.iter().enumerate().skip(first)) {
        let line = Rect { y, height: 1, ..area };
        put_row(row, keyed, marks, theme, line, buf);
        if pad.chosen == Some(index) {
            buf.set_style(line, theme.style(Role::PadChosen));
        }
    }
}

/// One row: letter, mark, text, and its note at the right.
fn put_row(row: &Row, keyed: bool, marks: u16, theme: &Theme, line: Rect, buf: &mut Buffer) {
    let style = if row.tone == Tone::Plain { Style::new() } else { theme.style(tone(row.tone)) };
    let mut x = line.x;
    if keyed && row.tone != Tone::Heading {
        let key = row.key.map(String::from).unwrap_or_default();
        paint::put(buf, line, x, line.y, &key, theme.style(Role::PadKey));
        x += 2;
    }
    if marks > 0 && row.tone != Tone::Heading {
        paint::put(buf, line, x, line.y, &row.mark, style);
        x += marks + 1;
    }
    let room = line.right().saturating_sub(x);
    let note = text::harmless_line(&row.note);
    let wish = room.saturating_sub(cells(&row.text).saturating_add(2)).max(room / 2);
    let note = text::cut(&note, wish.into());
    let note = Words::of(&note, theme.style(Role::TextDim));
    let gap = if note.is_empty() { 0 } else { note.width() + 2 };
    let texts = Rect { width: line.width.saturating_sub(gap), ..line };
    paint::put_cut(buf, texts, x, line.y, &row.text, style);
    paint::put_right(buf, line, line.y, &note);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_keeps_its_lead_and_a_long_question_its_end() {
        let theme = Theme::default();
        let body = Rect::new(0, 0, 80, 20);
        let shown = |pad: &PadView| {
            let mut buf = Buffer::empty(body);
            draw(pad, &theme, body, Anchor::Off(None), &mut buf);
            buf.content().iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
        };
        let hints = vec![crate::app::view::Hint { key: "q".into(), text: "question".into() }];
        let mut pad =
            PadView { title: "Questions".into(), lead: Some("q: a question.".into()), hints, ..PadView::default() };
        assert!(shown(&pad).contains("q: a question."));
        let label = "In which items, by number; nothing for the business as a whole".to_owned();
        pad.prompt = Some(Prompt { label: label.clone(), text: "9, 11".into(), cursor: 5, ..Prompt::default() });
        assert!(shown(&pad).contains(&label));
        assert!(shown(&pad).contains("9, 11"));
    }

    #[test]
    fn rows_that_are_not_shown_are_counted() {
        let theme = Theme::default();
        let shown = |chosen: usize, height: u16| {
            let rows = (0..20).map(|row| Row { text: format!("row {row}"), ..Row::default() }).collect();
            let pad = PadView { rows, chosen: Some(chosen), ..PadView::default() };
            let body = Rect::new(0, 0, 80, height);
            let mut buf = Buffer::empty(body);
            draw(&pad, &theme, body, Anchor::Off(None), &mut buf);
            let frame = (0..80).map(|x| buf[(x, height - 1)].symbol()).collect::<String>();
            frame.chars().filter(|letter| !"─┘└ ".contains(*letter)).collect::<String>()
        };
        assert_eq!(shown(0, 12), "1/20↓10more");
        assert_eq!(shown(10, 12), "11/20↑5more↓5more");
        assert_eq!(shown(19, 12), "20/20↑10more");
        assert_eq!(shown(19, 22), "", "all are seen");
    }

    #[test]
    fn names_are_whole_where_the_screen_has_room_for_them() {
        let theme = Theme::default();
        let long = "A sample agenda of a body with a name that takes some eighty columns of it".to_owned();
        let pad = PadView { rows: vec![Row { text: long.clone(), ..Row::default() }], ..PadView::default() };
        let body = Rect::new(0, 0, 100, 20);
        let mut buf = Buffer::empty(body);
        draw_amid(&pad, &theme, body, &mut buf);
        assert!(buf.content().iter().map(ratatui::buffer::Cell::symbol).collect::<String>().contains(&long));
    }

    #[test]
    fn a_long_lead_widens_its_pad_and_a_wide_pad_that_is_whole_counts_no_rows() {
        let theme = Theme::default();
        let hint = |key: &str| crate::app::view::Hint { key: key.into(), text: "does what it does".into() };
        let row = Row { text: "a choice ".repeat(9), ..Row::default() };
        let pad = PadView {
            lead: Some(format!("{}at last", "Nine of the ten present may vote. ".repeat(4))),
            rows: vec![row],
            chosen: Some(0),
            hints: ["a", "b", "c", "d"].map(hint).to_vec(),
            ..PadView::default()
        };
        for screen in [80, 140] {
            let body = Rect::new(0, 0, screen, 20);
            let mut buf = Buffer::empty(body);
            draw(&pad, &theme, body, Anchor::Off(None), &mut buf);
            let seen: String = buf.content().iter().map(ratatui::buffer::Cell::symbol).collect();
            assert!(seen.contains("at last") && !seen.contains("1/1"), "{screen}: {seen}");
        }
    }

    #[test]
    fn a_pad_leaves_the_line_being_typed_in_sight() {
        let body = Rect::new(0, 2, 80, 19);
        assert_eq!(place(body, 60, 12, Some(18)), Rect::new(20, 2, 60, 12));
        assert_eq!(place(body, 60, 12, Some(4)), Rect::new(20, 5, 60, 12));
        assert_eq!(place(body, 60, 40, Some(4)), Rect::new(20, 5, 60, 16));
        assert_eq!(place(body, 60, 40, None), Rect::new(20, 2, 60, 19));
        let low = Rect::new(0, 1, 40, 7);
        assert_eq!(place(low, 40, 12, Some(4)), low, "of use only over everything");
    }

    #[test]
    fn a_pad_with_nothing_typed_under_it_has_all_the_room() {
        let body = Rect::new(0, 2, 80, 19);
        assert_eq!(lowest(body, 60, 40), Rect::new(20, 2, 60, 19));
        assert_eq!(lowest(body, 60, 15), Rect::new(20, 6, 60, 15));
    }
}
