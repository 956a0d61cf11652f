//! What stands around the blocks: the head of the file, its style sheet, and what runs along printed pages.

use crate::minutes::sheet::{Foot, Sheet};
use crate::text::harmless_line;

use super::spell;

/// How the page looks, on a screen and on paper.
const STYLE: &str = include_str!("page.css");

/// The file up to its body.
pub(super) fn head(sheet: &Sheet) -> String {
    let mut html = "<!DOCTYPE html>\n<html".to_owned();
    if !sheet.language.is_empty() {
        html.push_str(" lang=\"");
        spell::text(&mut html, &sheet.language);
        html.push('"');
    }
    html.push_str(">\n<head>\n<meta charset=\"utf-8\">\n");
    html.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    spell::text(&mut html, &harmless_line(&sheet.title));
    html.push_str("</title>\n<style>\n");
    html.push_str(STYLE);
    html.push_str(&printed(sheet));
    html.push_str("</style>\n</head>\n<body>\n");
    html
}

/// What runs along every printed page.
fn printed(sheet: &Sheet) -> String {
    let foot: Vec<String> = sheet.foot.iter().map(part).collect();
    let boxes = [
        ("top-center", quoted(&sheet.head)),
        ("bottom-left", quoted(&sheet.initials)),
        ("bottom-right", foot.join(" ")),
    ];
    let mut css = "@page {\n  size: A4; margin: 25mm 20mm;\n".to_owned();
    css.push_str("  font: 10pt/1.3 Arial, \"Liberation Sans\", Helvetica, sans-serif;\n");
    for (place, content) in boxes.iter().filter(|(_, content)| !content.is_empty()) {
        css.extend(["  @", place, " { content: ", content, "; }\n"]);
    }
    css.push_str("}\n");
    css
}

fn part(part: &Foot) -> String {
    match part {
        Foot::Text(text) => quoted(text),
        Foot::Page => "counter(page)".to_owned(),
        Foot::Pages => "counter(pages)".to_owned(),
    }
}

/// Text as a string of the style sheet, out of which nothing in it can lead; nothing for no text.
fn quoted(text: &str) -> String {
    let spelt: String = harmless_line(text)
        .chars()
        .map(|letter| match letter {
            ' ' => " ".to_owned(),
            letter if letter.is_ascii() && !letter.is_ascii_alphanumeric() => format!("\\{:x} ", u32::from(letter)),
            letter => letter.to_string(),
        })
        .collect();
    if spelt.is_empty() { spelt } else { format!("\"{spelt}\"") }
}
