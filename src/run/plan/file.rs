//! The plan's file and what lies beside it.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime};

use crate::load;
use crate::meeting::Meeting;
use crate::meeting::agenda::Agenda;
use crate::meeting::body::{Body, Rules};
use crate::meeting::event::{FORMAT, Opened};
use crate::meeting::plan::Plan;
use crate::minutes::style::Style;
use crate::problem::{Problem, Problems};

use crate::run::papers::{body_of, read_text, style_beside};
use crate::run::places::folder_of;

/// What the file is called.
pub const NAME: &str = "plan.toml";

/// A plan with the body that it belongs to.
#[derive(Clone, Debug)]
pub struct PlanFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// What it says.
    pub plan: Plan,
    /// The body whose plan it is.
    pub body: Body,
    /// The body's house style.
    pub style: Style,
    /// What is odd about it.
    pub warnings: Problems,
}

/// The file that a person means: itself, or that of a folder.
pub fn named(path: &Path) -> PathBuf {
    if path.is_dir() { path.join(NAME) } else { path.to_owned() }
}

/// Reads a plan and its body. Fails with every problem of the plan, or of the body.
pub fn open(path: &Path) -> Result<PlanFile, Problems> {
    let path = named(path);
    if !path.is_file() {
        let problem = Problem::error(format!("there is no plan: no file '{}'", path.display()));
        return Err(problem.hint("Name a plan.toml, or the folder of a body that has one").into());
    }
    let text = read_text(&path)?;
    let body = body_of(&path, None)?.body;
    let (plan, warnings) = load::plan(&path.display().to_string(), &text, body.rules.diary());
    let Some(plan) = plan else { return Err(warnings) };
    let style = house_style(&path)?;
    Ok(PlanFile { path, text, plan, body, style, warnings })
}

/// The body's own house style: that of the file it names, or the one in its own.
fn house_style(plan: &Path) -> Result<Style, Problem> {
    let path = folder_of(plan).join("body.toml");
    let text = read_text(&path)?;
    let (name, text) = match style_beside(&path, &text)? {
        Some(style) => style,
        None => (path.display().to_string(), text),
    };
    Ok(Style::read(&name, &text).0)
}

/// What a plan's text says, where it has no errors.
pub fn read(name: &str, text: &str, rules: &Rules) -> Option<Plan> {
    load::plan(name, text, rules.diary()).0
}

impl PlanFile {
    /// A meeting of the body without any business, which the plan is printed for as on `day`.
    pub fn meeting(&self, day: NaiveDate) -> Meeting {
        Meeting::new(Opened {
            format: FORMAT,
            program: String::new(),
            body: self.body.clone(),
            agenda: Agenda::bare(day, NaiveTime::MIN),
            style: self.style.to_text(),
            practice: false,
            stated: None,
        })
    }
}
