//! Lists of members set as tables: the authority beside each member, the substitute in a column behind.

use super::cells::flat;
use super::lines::Line;
use super::people::{Block, List, party_heading};
use crate::text::fold;

/// Somebody in such a table.
pub(super) struct Row {
    pub(super) list: List,
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) authority: Option<String>,
    pub(super) party: Option<String>,
}

/// Words of the heads of columns.
const HEADS: [&str; 15] = [
    "council",
    "authority",
    "member",
    "members",
    "substitute",
    "substitutes",
    "substitute member",
    "name",
    "representing",
    "organisation",
    "constituent council",
    "portfolio",
    "councillor",
    "local authority",
    "role",
];
/// Words that only names of organisations have.
const BODIES: [&str; 20] = [
    "council",
    "mbc",
    "bc",
    "cc",
    "dc",
    "borough",
    "authority",
    "lep",
    "partnership",
    "representative",
    "trust",
    "constabulary",
    "university",
    "nhs",
    "healthwatch",
    "diocese",
    "school",
    "college",
    "federation",
    "association",
];

/// Heads of the column of names.
const NAMES: [&str; 10] = [
    "member",
    "members",
    "name",
    "councillor",
    "cabinet member",
    "panel member",
    "board member",
    "representative",
    "committee member",
    "member name",
];
/// Heads of the column of those for whom members sit.
const AUTHORITIES: [&str; 8] = [
    "council",
    "authority",
    "local authority",
    "constituent council",
    "representing",
    "organisation",
    "nominating body",
    "appointed by",
];
/// Heads of other columns.
const OTHERS: [&str; 10] =
    ["portfolio", "role", "party", "political party", "political group", "group", "ward", "post", "title", "position"];

/// What a column holds by its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Authority,
    Party,
    Substitute,
    Other,
}

fn column(head: &str) -> Option<Column> {
    match head {
        head if NAMES.contains(&head) => Some(Column::Name),
        head if AUTHORITIES.contains(&head) => Some(Column::Authority),
        "party" | "political party" | "political group" | "group" => Some(Column::Party),
        head if head.starts_with("substitute") || head == "deputy" => Some(Column::Substitute),
        head if OTHERS.contains(&head) => Some(Column::Other),
        _ => None,
    }
}

/// The columns of a table by the heads on a line, where one is of names.
fn heads(line: &Line) -> Option<Vec<(usize, Column)>> {
    let columns = line.columns();
    let heads: Vec<(usize, Column)> =
        columns.iter().map_while(|(at, text)| Some((*at, column(&fold(text))?))).collect();
    (heads.len() > 1 && heads.len() == columns.len() && heads.iter().any(|(_, column)| *column == Column::Name))
        .then_some(heads)
}

/// Whether a table of members begins at a line: its heads stand side by side, or one below the other.
pub(super) fn begins(line: &Line, below: &[Line]) -> bool {
    let head = |line: &Line| column(&line.folded);
    let stacked =
        || head(line) == Some(Column::Name) && below.first().and_then(head).is_some_and(|next| next != Column::Name);
    heads(line).is_some() || (line.text.len() < 30 && stacked())
}

/// Whether a line is one of the heads of a table that only began.
pub(super) fn goes_on(block: &Block<'_>, line: &Line) -> bool {
    let open = block.inline.is_empty() && !block.lines.is_empty() && block.lines.len() < 6;
    open && column(&line.folded).is_some() && block.lines.iter().all(|line| column(&line.folded).is_some())
}

/// The rows of a table whose columns have heads.
fn headed(block: &Block<'_>) -> Option<Vec<Row>> {
    let at = block.lines.iter().take(4).position(|line| heads(line).is_some());
    let Some(at) = at else { return stacked(block) };
    let heads = heads(block.lines.get(at)?)?;
    let mut rows = Vec::new();
    let mut standing = None;
    for line in block.lines.iter().skip(at + 1).filter(|line| self::heads(line).is_none()) {
        let of = |at: usize| heads.iter().rposition(|(head, _)| at + 3 >= *head).and_then(|place| heads.get(place));
        let cells = line.columns();
        let cells: Vec<(Column, &str)> = cells.iter().filter_map(|(at, text)| Some((of(*at)?.1, *text))).collect();
        row(block.list, line.number, &cells, &mut standing, &mut rows);
    }
    (!rows.is_empty()).then_some(rows)
}

/// The rows of a table whose cells came out one below the other.
fn stacked(block: &Block<'_>) -> Option<Vec<Row>> {
    let table = flat(&block.lines, |head| column(head).is_some(), |_| false)?;
    let columns: Vec<Column> = table.heads.iter().filter_map(|head| column(head)).collect();
    let mut rows = Vec::new();
    for cells in &table.rows {
        let line = cells.first()?.0;
        let cells: Vec<(Column, &str)> =
            columns.iter().zip(cells).map(|(column, (_, text))| (*column, text.as_str())).collect();
        // A cell that was left empty moves all behind it.
        let moved = cells.iter().any(|(column, text)| *column == Column::Name && is_body(text));
        if moved {
            return None;
        }
        row(block.list, line, &cells, &mut None, &mut rows);
    }
    columns.contains(&Column::Name).then_some(rows)
}

fn row(list: List, line: usize, cells: &[(Column, &str)], standing: &mut Option<String>, rows: &mut Vec<Row>) {
    let cell = |wanted: Column| cells.iter().find(|(column, _)| *column == wanted).map(|(_, text)| (*text).to_owned());
    // An authority before the names holds for the rows below it too.
    *standing = cell(Column::Authority).or(standing.take());
    let party = cell(Column::Party);
    for (column, list) in [(Column::Name, list), (Column::Substitute, List::Substitutes)] {
        if let Some(name) = cell(column) {
            let party = party.clone().filter(|_| column == Column::Name);
            rows.push(Row { list, line, name, authority: standing.clone(), party });
        }
    }
}

/// The rows of a table. Nothing where a list has no column of authorities: then every column has names.
pub(super) fn seats(block: &Block<'_>) -> Option<Vec<Row>> {
    if let Some(rows) = headed(block) {
        return Some(rows);
    }
    if let Some(rows) = with_parties(block) {
        return Some(rows);
    }
    let has_columns = |line: &&&Line| line.columns().len() > 1;
    let in_columns = block.lines.iter().filter(has_columns).count();
    let told =
        block.lines.iter().filter(has_columns).filter(|line| line.columns().iter().any(|(_, text)| is_body(text)));
    let told = told.count();
    if told < 2 && (told == 0 || in_columns > 1 || block.list == List::Members) {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    let (mut substitutes, mut standing): (Option<usize>, Option<String>) = (None, None);
    for line in &block.lines {
        let columns = line.columns();
        if columns.len() > 1 && columns.iter().all(|(_, text)| HEADS.contains(&fold(text).as_str())) {
            substitutes = columns.iter().find(|(_, text)| fold(text).starts_with("substitute")).map(|(at, _)| *at);
            continue;
        }
        // An authority before the names holds for the rows below it too.
        let first = columns.first().filter(|(_, text)| is_body(text));
        standing = first.map(|(_, text)| (*text).to_owned()).or(standing);
        for (place, (at, text)) in columns.iter().enumerate().filter(|(_, (_, text))| !is_body(text)) {
            let beside = columns.get(place + 1).filter(|(_, text)| is_body(text)).map(|(_, text)| (*text).to_owned());
            let list = if substitutes.is_some_and(|from| at + 3 >= from) { List::Substitutes } else { block.list };
            let authority = beside.or_else(|| standing.clone());
            rows.push(Row { list, line: line.number, name: (*text).to_owned(), authority, party: None });
        }
    }
    Some(rows)
}

/// The rows of a table without heads in which parties stand behind the names. A column between them, such as of wards, is
/// no part of the roll.
fn with_parties(block: &Block<'_>) -> Option<Vec<Row>> {
    let in_columns = block.lines.iter().filter(|line| line.columns().len() > 1).count();
    let of_line = |line: &&Line| -> Option<(String, Option<String>)> {
        let columns = line.columns();
        let (_, name) = columns.first().filter(|(_, text)| party_heading(text).is_none())?;
        let party = columns.iter().skip(1).find_map(|(_, text)| party_heading(text));
        Some(((*name).to_owned(), party))
    };
    let rows: Vec<(usize, (String, Option<String>))> =
        block.lines.iter().filter_map(|line| Some((line.number, of_line(line)?))).collect();
    let with_party = rows.iter().filter(|(_, (_, party))| party.is_some()).count();
    // Where names stand side by side under the names of their parties, every line has several, and none a party behind.
    if with_party < 2 || with_party * 2 < in_columns || rows.len() < block.lines.len() {
        return None;
    }
    let row = |(line, (name, party))| Row { list: block.list, line, name, authority: None, party };
    Some(rows.into_iter().map(row).collect())
}

fn is_body(text: &str) -> bool {
    let folded = fold(text);
    let titled = ["councillor ", "cllr "].iter().any(|title| folded.starts_with(title));
    !titled && folded.split(|letter: char| !letter.is_alphanumeric()).any(|word| BODIES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn read(text: &str) -> Option<Vec<String>> {
        let all = lines(text);
        let block = Block { list: List::Members, line: 1, inline: "", lines: all.iter().collect() };
        let show = |row: Row| format!("{:?} {} ({})", row.list, row.name, row.authority.unwrap_or_default());
        seats(&block).map(|rows| rows.into_iter().map(show).collect())
    }

    #[test]
    fn tables_give_authorities_and_substitutes() {
        let text = "Council            Member           Substitute\n\
                    Fen Council        Cllr A Poe       Cllr B Li\n\
                    \x20                  Cllr C Day       Cllr D Eve\n\
                    Hill Council       Cllr E Gant      Cllr F Hay\n";
        assert_eq!(
            read(text).unwrap_or_default(),
            [
                "Members Cllr A Poe (Fen Council)",
                "Substitutes Cllr B Li (Fen Council)",
                "Members Cllr C Day (Fen Council)",
                "Substitutes Cllr D Eve (Fen Council)",
                "Members Cllr E Gant (Hill Council)",
                "Substitutes Cllr F Hay (Hill Council)"
            ]
        );
        let behind = "Councillor Jo Bell (Chair)       Fen MBC\nCouncillor Al Poe     Hill MBC\n";
        assert_eq!(
            read(behind).unwrap_or_default(),
            ["Members Councillor Jo Bell (Chair) (Fen MBC)", "Members Councillor Al Poe (Hill MBC)"]
        );
        assert_eq!(read("Councillor Jo Bell       Councillor Al Poe\n"), None);
        assert_eq!(read("Labour          Green\nCllr Jo Bell    Cllr Al Poe\n"), None);
        let all = lines(
            "Councillor Jo Bell (Chair)        Labour\nCouncillor Al Poe    Fen Ward    Liberal Democrat\nCouncillor Bo Li\n",
        );
        let block = Block { list: List::Members, line: 1, inline: "", lines: all.iter().collect() };
        let show = |row: Row| format!("{} ({})", row.name, row.party.unwrap_or_default());
        let rows: Vec<String> = seats(&block).into_iter().flatten().map(show).collect();
        assert_eq!(
            rows,
            ["Councillor Jo Bell (Chair) (Labour)", "Councillor Al Poe (Liberal Democrat)", "Councillor Bo Li ()"]
        );
        let portfolios = "Cabinet Member              Portfolio\nCouncillor Jo Bell          Parks and Open Spaces\nCouncillor Al Poe           Money\n";
        assert_eq!(
            read(portfolios).unwrap_or_default(),
            ["Members Councillor Jo Bell ()", "Members Councillor Al Poe ()"]
        );
        let stacked = "Name\n\nAuthority\n\nSubstitute\n\nCllr A Poe\n\nFen Council\n\nCllr B Li\n\nCllr C Day\n\nHill Council\n\nCllr D Eve\n";
        assert_eq!(
            read(stacked).unwrap_or_default(),
            [
                "Members Cllr A Poe (Fen Council)",
                "Substitutes Cllr B Li (Fen Council)",
                "Members Cllr C Day (Hill Council)",
                "Substitutes Cllr D Eve (Hill Council)"
            ]
        );
    }
}
