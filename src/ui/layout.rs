//! Where everything goes, by the size of the screen.
//!
//! From 100 columns on, three panes side by side:
//!
//! ```text
//! PRACTICE  Police and Crime Panel · 19 July 2023        32 min · 14:32 · saved #41
//! Agenda            │ 11  Delivery of the Police and     │ Roll
//! ✓   1 Election    │     Crime Plan                     │ Claire George presides
//! ✓   2 Election    │ The Panel received an update ...   │ Present 10
//! ▶  12 Rules       │ 1) Councillor Gilderdale asked     │  ● A Bradnam
//!  ✎ 11 Delivery    │ ✎ what could be done to help_      │ Apologies 4
//! F2 next  F3 nil  F4 decide                                    ? help  : command
//! ```
//!
//! Below that the agenda becomes a strip under the bar and the roll one line above the message, and the minutes have the
//! whole width. On few rows what is not the minutes goes first, and it all comes back with the rows.

use ratatui::layout::Rect;

/// From how many columns on there are three panes.
pub const WIDE: u16 = 100;

/// How many columns of a wide screen the minutes keep before the agenda has more than it needs.
const MINUTES: u16 = 64;

/// The fewest columns and rows that a meeting can be run on.
pub const LEAST: (u16, u16) = (20, 5);

/// Where each panel goes; a panel without cells is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The line at the top.
    pub bar: Rect,
    /// What must not be overlooked.
    pub banner: Rect,
    /// The agenda: a pane, or a strip where `wide` is false.
    pub agenda: Rect,
    /// The minutes.
    pub minutes: Rect,
    /// The roll: a pane, or a line where `wide` is false.
    pub roll: Rect,
    /// News and the command line.
    pub message: Rect,
    /// What keys do.
    pub hints: Rect,
    /// Whether there are three panes side by side.
    pub wide: bool,
}

impl Areas {
    /// Between bar and message: what pads and pages may lie over.
    pub fn body(&self) -> Rect {
        if self.wide { self.agenda.union(self.minutes).union(self.roll) } else { self.minutes }
    }
}

/// What panels would like of a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Rows of what must not be overlooked.
    pub banner: u16,
    /// Rows of news and the command line.
    pub message: u16,
    /// Columns of the agenda, so that no title is cut.
    pub agenda: u16,
}

/// The areas of a screen with panels that would like so much; none where the screen is too small.
pub fn areas(area: Rect, wanted: Wanted) -> Option<Areas> {
    let Wanted { banner, message, .. } = wanted;
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return None;
    }
    let wide = area.width >= WIDE;
    let mut rest = area;
    let mut areas = Areas { bar: top(&mut rest, 1), wide, ..Areas::default() };
    areas.banner = top(&mut rest, banner.min(if area.height < 12 { 1 } else { 2 }));
    areas.hints = bottom(&mut rest, u16::from(area.height >= 7));
    // A message line that comes and goes would move the text under the clerk's eyes, so it stays where there is room.
    let kept = u16::from(area.height >= 14);
    areas.message = bottom(&mut rest, message.max(kept).min(area.height / 4).max(message.min(1)));
    if wide {
        columns(&mut areas, rest, wanted.agenda);
    } else {
        areas.agenda = top(&mut rest, u16::from(area.height >= 9));
        areas.roll = bottom(&mut rest, u16::from(area.height >= 11));
        areas.minutes = rest;
    }
    Some(areas)
}

/// Three panes with a column between each two. The agenda has what its titles ask for, as far as the minutes can spare it.
fn columns(areas: &mut Areas, rest: Rect, wanted: u16) {
    let roll = if rest.width < 120 { 28 } else { 30 };
    let least = (rest.width / 5).clamp(24, 30);
    let spare = rest.width.saturating_sub(roll + 2 + MINUTES).min(rest.width / 10 * 3);
    let agenda = wanted.min(spare).max(least);
    let minutes = rest.width.saturating_sub(agenda + roll + 2);
    areas.agenda = Rect { width: agenda, ..rest };
    areas.minutes = Rect { x: rest.x + agenda + 1, width: minutes, ..rest };
    areas.roll = Rect { x: rest.right().saturating_sub(roll), width: roll, ..rest };
}

/// Takes rows off the top, leaving at least one.
fn top(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height.saturating_sub(1));
    let taken = Rect { height: rows, ..*rest };
    rest.y += rows;
    rest.height -= rows;
    taken
}

/// Takes rows off the bottom, leaving at least one.
fn bottom(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height.saturating_sub(1));
    rest.height -= rows;
    Rect { y: rest.bottom(), height: rows, ..*rest }
}

/// `area` without so many columns at either side, as far as it has them.
pub(super) fn inset(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width / 2);
    Rect { x: area.x + columns, width: area.width - 2 * columns, ..area }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn three_panes_from_100_columns_on() {
        let areas = |area, agenda| areas(area, Wanted { agenda, ..Wanted::default() });
        let wide = areas(Rect::new(0, 0, 100, 30), 80).unwrap();
        assert!(wide.wide);
        assert_eq!((wide.agenda.width, wide.minutes.width, wide.roll.width), (24, 46, 28));
        for (screen, wanted, given) in
            [(140, 0, 28), (140, 35, 35), (140, 80, 42), (120, 80, 24), (200, 50, 50), (200, 90, 60)]
        {
            let width = areas(Rect::new(0, 0, screen, 45), wanted).unwrap().agenda.width;
            assert_eq!(width, given, "of {screen} columns {wanted} are wanted");
        }
        let narrow = areas(Rect::new(0, 0, 99, 30), 80).unwrap();
        assert!(!narrow.wide);
        assert_eq!((narrow.agenda.height, narrow.roll.height, narrow.minutes.width), (1, 1, 99));
    }

    #[test]
    fn the_minutes_have_most_of_80_by_24() {
        let areas = areas(Rect::new(0, 0, 80, 24), Wanted::default()).unwrap();
        assert_eq!(areas.minutes, Rect::new(0, 2, 80, 19));
        assert_eq!((areas.roll.y, areas.message.y, areas.hints.y), (21, 22, 23));
    }

    #[test]
    fn a_notice_does_not_move_the_minutes_where_there_is_room() {
        let area = Rect::new(0, 0, 80, 24);
        assert_eq!(areas(area, Wanted::default()), areas(area, Wanted { message: 1, ..Wanted::default() }));
    }

    proptest! {
        #[test]
        fn panels_lie_side_by_side_inside_the_screen(w in 0_u16..250, h in 0_u16..80, banner in 0_u16..5, message in 0_u16..9, agenda in 0_u16..300) {
            let area = Rect::new(3, 2, w, h);
            let Some(areas) = areas(area, Wanted { banner, message, agenda }) else {
                prop_assert!(w < LEAST.0 || h < LEAST.1);
                return Ok(());
            };
            let all = [areas.bar, areas.banner, areas.agenda, areas.minutes, areas.roll, areas.message, areas.hints];
            for (index, one) in all.iter().enumerate() {
                prop_assert!(one.area() == 0 || one.intersection(area) == *one);
                for other in &all[index + 1..] {
                    prop_assert_eq!(one.intersection(*other).area(), 0);
                }
            }
            prop_assert!(areas.minutes.area() > 0 && areas.bar.area() > 0);
            prop_assert!(message == 0 || areas.message.area() > 0 || h < 6);
            prop_assert!(banner == 0 || areas.banner.area() > 0);
        }
    }
}
