//! Tests of problems, suggestions and their rendering.

use super::*;

fn place(line: usize, column: usize) -> Place {
    Place { file: "body.toml".into(), line, column }
}

#[test]
fn a_problem_is_one_line_with_its_place_and_its_hint() {
    let problem =
        Problem::error("`quorum` is text here").at(place(3, 10)).hint("Write a number, without quotation marks.");
    let wanted = "body.toml:3:10: `quorum` is text here. Write a number, without quotation marks.";
    assert_eq!(problem.to_string(), wanted);
    assert_eq!(Problem::error("Is it there?").to_string(), "Is it there?");
}

#[test]
fn problems_sort_by_place_and_know_errors_from_warnings() {
    let mut problems = Problems::new();
    problems.push(Problem::warning("c").at(place(10, 1)));
    problems.extend([Problem::warning("b").at(place(9, 2)), Problem::warning("a")]);
    assert!(!problems.has_errors());
    problems.push(Problem::error("d").at(place(9, 1)));
    assert!(problems.has_errors());
    let order: Vec<&str> = problems.sorted().iter().map(|problem| problem.what.as_str()).collect();
    assert_eq!(order, ["a", "d", "b", "c"]);
}

#[test]
fn suggestions_are_near_or_not_made() {
    let keys = ["quorum", "name", "venue", "usual-attendees", "start", "role"];
    for (word, wanted) in [
        ("qurom", Some("quorum")),
        ("QUORUM", Some("quorum")),
        ("usual_attendees", Some("usual-attendees")),
        ("usual", Some("usual-attendees")),
        ("venu", Some("venue")),
        ("roll", Some("role")),
        ("nmae", Some("name")),
        ("minutes", None),
        ("x", None),
        ("", None),
    ] {
        assert_eq!(did_you_mean(word, keys), wanted, "{word}");
    }
}

#[test]
fn an_ambiguous_beginning_is_not_a_suggestion() {
    assert_eq!(did_you_mean("present", ["presentation", "presentable"]), None);
}

#[test]
fn a_rendering_points_under_the_place() {
    let mut problems = Problems::new();
    let line = "Siân = \"five\"".to_owned();
    let marked = 8..14;
    problems
        .push(Problem::error("this is text").at(place(3, 8)).hint("Write a number").excerpt(Excerpt { line, marked }));
    let wanted = "error: this is text\n --> body.toml:3:8\n  |\n3 | Siân = \"five\"\n  |        ^^^^^^\n  |\n  = help: Write a number\n";
    assert_eq!(render(&problems, false), wanted);
    assert!(render(&problems, true).contains('\u{1b}'));
}

#[test]
fn a_rendering_survives_odd_marks() {
    for marked in [0..0, 1..2, 2..2, 6..6, 50..90, 0..90] {
        for line in ["", "Siân", "日本"] {
            let excerpt = Excerpt { line: line.into(), marked: marked.clone() };
            let problem = Problem::warning("odd").at(place(1, 1)).excerpt(excerpt);
            assert!(render(&problem.into(), false).starts_with("warning: odd\n"));
        }
    }
}

#[test]
fn a_problem_without_a_line_still_says_where() {
    let problems = Problems::from(Problem::error("not a file of ours").at(place(4, 2)));
    assert!(render(&problems, false).contains("body.toml:4:2"));
    assert_eq!(render(&Problem::error("no such file").into(), false), "error: no such file\n");
}
