//! Lists of members set as tables: the authority beside each member, the substitute in a column behind.

use super::lines::Line;
use super::people::{Block, List};
use crate::text::fold;

/// Somebody in such a table.
pub(super) struct Row {
    pub(super) list: List,
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) authority: Option<String>,
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
const BODIES: [&str; 14] = [
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
];

/// The rows of a table. Nothing where a list has no column of authorities: then every column has names.
pub(super) fn seats(block: &Block<'_>) -> Option<Vec<Row>> {
    let has_columns = |line: &&&Line| line.columns().len() > 1;
    let told =
        block.lines.iter().filter(has_columns).filter(|line| line.columns().iter().any(|(_, text)| is_body(text)));
    if told.count() < 2 {
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
            rows.push(Row { list, line: line.number, name: (*text).to_owned(), authority });
        }
    }
    Some(rows)
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
    }
}
