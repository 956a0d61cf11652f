//! Adding up the columns of a small table, exactly.

use crate::meeting::fact::Grid;

/// A decimal number in hundredths, with whether it was written with them and what stood before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Amount {
    hundredths: i128,
    exact: bool,
    pounds: bool,
}

/// The cells of the row of totals: `label` first, and the sum of every column that holds nothing but amounts.
pub(super) fn totals(grid: &Grid, label: &str) -> Vec<String> {
    let mut cells: Vec<String> = (0..grid.columns.len()).map(|column| sum(grid, column).unwrap_or_default()).collect();
    if let Some(first) = cells.first_mut().filter(|first| first.is_empty()) {
        label.clone_into(first);
    }
    cells
}

/// Whether any column can be added up beside the one that bears the label.
pub fn adds_up(grid: &Grid) -> bool {
    (1..grid.columns.len()).any(|column| sum(grid, column).is_some())
}

/// The sum of a column; nothing where a cell is no amount, or none is. Empty cells count as nothing.
fn sum(grid: &Grid, column: usize) -> Option<String> {
    let cells = grid.rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.trim().is_empty());
    let amounts: Vec<Amount> = cells.map(|cell| amount(cell)).collect::<Option<_>>()?;
    let first = amounts.first()?;
    let hundredths = amounts.iter().try_fold(0_i128, |sum, amount| sum.checked_add(amount.hundredths))?;
    let (exact, pounds) = (amounts.iter().any(|amount| amount.exact), amounts.iter().any(|amount| amount.pounds));
    Some(shown(Amount { hundredths, exact, pounds: pounds || first.pounds }))
}

/// Reads `£1,234.56`, `1234`, `-3.50` or `(12.00)`; nothing where it is written otherwise.
fn amount(text: &str) -> Option<Amount> {
    let text = text.trim();
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let (text, negative) = match (inside, text.strip_prefix('-')) {
        (Some(inside), _) => (inside, true),
        (None, Some(rest)) => (rest, true),
        (None, None) => (text, false),
    };
    let (text, pounds) = text.strip_prefix('£').map_or((text, false), |rest| (rest, true));
    let (text, negative) = text.strip_prefix('-').map_or((text, negative), |rest| (rest, true));
    let (whole, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
    let pence = match part {
        None => 0,
        Some(part) if part.len() == 2 => digits(part)?,
        Some(_) => return None,
    };
    let hundredths = digits(&grouped(whole)?)?.checked_mul(100)?.checked_add(pence)?;
    Some(Amount { hundredths: if negative { -hundredths } else { hundredths }, exact: part.is_some(), pounds })
}

/// The digits of a whole number; commas stand before every three of them, or nowhere.
fn grouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next().filter(|first| !first.is_empty())?;
    let mut rest = groups.clone();
    let sound = groups.next().is_none() || (first.len() <= 3 && rest.all(|group| group.len() == 3));
    sound.then(|| whole.replace(',', ""))
}

fn digits(text: &str) -> Option<i128> {
    let plain = (1..=24).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// An amount with commas before every three digits.
fn shown(amount: Amount) -> String {
    let whole = (amount.hundredths.unsigned_abs() / 100).to_string();
    let mut grouped = String::new();
    for (left, digit) in (0..whole.len()).rev().zip(whole.chars()) {
        grouped.push(digit);
        if left > 0 && left % 3 == 0 {
            grouped.push(',');
        }
    }
    let sign = if amount.hundredths < 0 { "-" } else { "" };
    let pounds = if amount.pounds { "£" } else { "" };
    let pence = if amount.exact { format!(".{:02}", amount.hundredths.unsigned_abs() % 100) } else { String::new() };
    format!("{sign}{pounds}{grouped}{pence}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn grid(columns: &[&str], rows: &[&[&str]]) -> Grid {
        let text = |cells: &&[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        Grid { columns: text(&columns), rows: rows.iter().map(text).collect(), total: true }
    }

    #[test]
    fn columns_of_amounts_are_added_up_to_the_penny() {
        for (cells, expected) in [
            (&["£1,234.56", "£0.44"][..], Some("£1,235.00")),
            (&["0.10", "0.20"], Some("0.30")),
            (&["999", "1"], Some("1,000")),
            (&["£5", "(£7.50)"], Some("-£2.50")),
            (&["-3", "", "3"], Some("0")),
            (&["-£1.00"], Some("-£1.00")),
            (&["12,34"], None),
            (&["1.5"], None),
            (&["1", "tbc"], None),
            (&["", ""], None),
            (&["1e3"], None),
            (&["£"], None),
            (&["99999999999999999999999999"], None),
        ] {
            let rows: Vec<Vec<&str>> = cells.iter().map(|cell| vec!["a payee", *cell]).collect();
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            assert_eq!(sum(&grid(&["Payee", "Amount"], &rows), 1).as_deref(), expected, "{cells:?}");
        }
    }

    #[test]
    fn the_row_of_totals_begins_with_its_label() {
        let payments =
            grid(&["Payee", "Net", "VAT"], &[&["Anytown Ltd", "£10.00", "£2.00"], &["B Smith", "£5.00", ""]]);
        assert_eq!(totals(&payments, "Total"), ["Total", "£15.00", "£2.00"]);
        assert!(adds_up(&payments) && !adds_up(&grid(&["Date", "Place"], &[&["1 May", "Hall"]])));
    }

    proptest! {
        #[test]
        fn an_amount_comes_back_as_it_is_written(hundredths in -1_000_000_000_i128..1_000_000_000) {
            let whole = Amount { hundredths, exact: true, pounds: true };
            prop_assert_eq!(amount(&shown(whole)), Some(whole));
        }
    }
}
