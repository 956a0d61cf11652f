//! Help, computed from the table: for one command, for all, and as the README's reference.

use std::fmt::Write as _;

use super::{Area, Kind, Spec, all};

/// How a command is typed: `elect [PERSON] [by PROPOSER] [seconded SECONDER] [for OFFICE]`.
pub fn usage(spec: &Spec) -> String {
    let mut usage = spec.name.to_owned();
    for arg in spec.args {
        // Where its leading words say all, its name is how they are shown.
        let lead = arg.leads.first().filter(|_| arg.kind != Kind::Said);
        let lead = lead.map_or_else(String::new, |lead| format!("{lead} "));
        let shown = format!("{lead}{}", arg.name);
        // A name that shows brackets of its own says what may be left out itself.
        let bare = arg.needed || arg.name.starts_with('[');
        let shown = if bare { shown } else { format!("[{shown}]") };
        usage.push(' ');
        usage.push_str(&shown);
    }
    usage
}

/// Help for one command.
pub fn page(spec: &Spec) -> String {
    let mut page = format!("{}\n\n{}\n\nFor example: {}\n", usage(spec), spec.help, spec.example);
    if !spec.aliases.is_empty() {
        let _ = writeln!(page, "Also: {}", spec.aliases.join(", "));
    }
    page
}

/// Every command with its one line of help, by area: the text of `quorate help commands`.
pub fn overview() -> String {
    let mut text = String::new();
    for (area, specs) in by_area() {
        let _ = writeln!(text, "{}{}", if text.is_empty() { "" } else { "\n" }, area.title());
        for spec in specs {
            let _ = writeln!(text, "  {}\n      {}", usage(spec), spec.help);
        }
    }
    text.push_str("\nAny unambiguous beginning of a name will do. People: a surname, initials, an office, a handle; lists with commas and “and”.\n");
    text.push_str("Facts: 9(3) is point 3 of item 9, 9(h1) a highlight, 9(d1) a decision, 9(u1) an undertaking, #41 entry 41, “last” the last one.\n");
    text
}

/// The reference of the README, as Markdown.
pub fn markdown() -> String {
    let mut text = String::new();
    for (area, specs) in by_area() {
        let _ = write!(text, "### {}\n\n| Command | What it does | Example |\n| --- | --- | --- |\n", area.title());
        for spec in specs {
            let also = if spec.aliases.is_empty() { String::new() } else { format!(" (also {})", codes(spec.aliases)) };
            let row = [format!("`{}`{also}", usage(spec)), spec.help.to_owned(), format!("`{}`", spec.example)];
            let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
        text.push('\n');
    }
    text
}

fn codes(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn by_area() -> Vec<(Area, Vec<&'static Spec>)> {
    let mut areas: Vec<(Area, Vec<&'static Spec>)> = Vec::new();
    for spec in all() {
        match areas.iter_mut().find(|(area, _)| *area == spec.area) {
            Some((_, specs)) => specs.push(spec),
            None => areas.push((spec.area, vec![spec])),
        }
    }
    areas
}
