//! Problems with their lines and carets, for `quorate check`.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Problem, Problems, Severity};

/// All problems, sorted, each with its line of the file and a caret under the place, and a last line feed.
///
/// Plain text without escape sequences unless `colour`. Nothing for no problems.
pub fn render(problems: &Problems, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for problem in problems.sorted() {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&renderer.render(&[group(problem)]));
        out.push('\n');
    }
    out
}

fn group(problem: &Problem) -> Group<'_> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(problem.what.as_str());
    let mut group = match (&problem.place, &problem.excerpt) {
        (Some(place), Some(excerpt)) => title.element(
            Snippet::source(excerpt.line.as_str())
                .line_start(place.line)
                .path(place.file.as_str())
                .annotation(AnnotationKind::Primary.span(within(excerpt.marked.clone(), &excerpt.line))),
        ),
        (Some(place), None) => {
            let origin = annotate_snippets::Origin::path(place.file.as_str()).line(place.line);
            title.element(origin.char_column(place.column))
        }
        (None, _) => Group::with_title(title),
    };
    if let Some(hint) = &problem.hint {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    group
}

/// The range cut to the line and widened to whole characters, because a caret cannot point outside or between them.
fn within(marked: std::ops::Range<usize>, line: &str) -> std::ops::Range<usize> {
    let floor = |at: usize| (0..=at.min(line.len())).rev().find(|&at| line.is_char_boundary(at)).unwrap_or(0);
    let start = floor(marked.start);
    start..floor(marked.end).max(start)
}
