//! Remarks by which the program left something to the clerk: what it did not find, was not sure of, or could not know.

/// How such a remark begins, or what it holds behind its first sentence.
const BEGINS: [&str; 4] = ["GAP:", "GAP (", "QUESTION:", "QUESTION ("];
const HOLDS: &str = "TO FILL IN:";

/// The lines of a file on which such remarks still stand, from 1.
pub fn remarks_left(text: &str) -> Vec<usize> {
    let is_left = |line: &str| {
        let remark = line.trim_start().strip_prefix('#').map(str::trim_start);
        remark.is_some_and(|remark| remark.contains(HOLDS) || BEGINS.iter().any(|begins| remark.starts_with(begins)))
    };
    text.lines().enumerate().filter(|(_, line)| is_left(line)).map(|(place, _)| place + 1).collect()
}

/// That such remarks stand in a file, as a clause without a full stop; nothing where none does.
pub fn left_to_settle(lines: &[usize]) -> Option<String> {
    let (last, others) = lines.split_last()?;
    let others: Vec<String> = others.iter().map(usize::to_string).collect();
    Some(if others.is_empty() {
        format!("1 remark (GAP, QUESTION or TO FILL IN) is not settled yet, on line {last}")
    } else {
        let count = lines.len();
        format!(
            "{count} remarks (GAP, QUESTION or TO FILL IN) are not settled yet, on lines {} and {last}",
            others.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_that_ask_for_something_are_counted_until_they_are_gone() {
        let text = "# Look it through, complete what is marked TO FILL IN, and\n\
                    # Remarks that begin with GAP or QUESTION stand\n\
                    [meeting]\n# GAP: no time\n# TO FILL IN: the papers\n\n\
                    # QUESTION (line 4): is it?\ntitle = \"GAP: analysis\"\n# Deferred. TO FILL IN: its title\n";
        let lines = remarks_left(text);
        assert_eq!(lines, [4, 5, 7, 9]);
        assert!(left_to_settle(&lines).is_some_and(|says| says.ends_with("on lines 4, 5, 7 and 9")));
        assert_eq!(left_to_settle(&remarks_left("# All is settled.\n")), None);
    }
}
