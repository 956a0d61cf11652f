//! On what grounds of its own a body excludes the public.

use crate::load::table::ExclusionTable;
use crate::meeting::body::OwnGround;
use crate::source::Spanned;

use super::Roster;

impl Roster<'_, '_> {
    /// The grounds, each named once. Words that end a sentence are the resolution's own.
    pub(super) fn exclusions(&mut self, tables: &[Spanned<ExclusionTable>]) -> Vec<OwnGround> {
        let mut grounds: Vec<OwnGround> = Vec::new();
        for table in tables.iter().map(Spanned::get_ref) {
            let name = self.checker.word(&table.name, "name of a ground");
            let law = self.checker.line(&table.law, "provision");
            let words = self.checker.maybe(table.words.as_ref(), "words of a provision");
            if grounds.iter().any(|ground| ground.name.eq_ignore_ascii_case(&name)) {
                let what = format!("the ground '{name}' is listed twice");
                self.checker.error(&table.name.span(), what, "List it once");
            } else if name.parse::<u32>().is_ok() {
                let hint = "Name it by a word such as \"hearing\": numbers are paragraphs of Schedule 12A";
                self.checker.error(&table.name.span(), format!("'{name}' is no name of a ground"), hint);
            } else {
                let words = words.map(|words| words.trim_end_matches('.').to_owned());
                grounds.push(OwnGround { name, law, words });
            }
        }
        grounds
    }
}
