//! Pasted text: it is text, and a pasted command waits for Enter.

use super::Desk;
use crate::app::sample;

#[test]
fn pasted_text_is_never_a_command() {
    let mut desk = Desk::new(sample::busy());
    let before = desk.model.session().meeting().next();
    desk.paste(":undo\nit all").keys("f6").keys("esc f5").paste("*=j");
    assert_eq!(desk.model.session().meeting().next(), before);
    desk.keys("esc");
    assert_eq!(desk.model.editor().text(), ":undo\nit all*=j");
}

#[test]
fn a_pasted_command_waits_in_the_command_line_for_enter() {
    let mut desk = Desk::new(sample::busy());
    let before = desk.model.session().meeting().next();
    desk.paste(":mark a fire alarm\n");
    assert_eq!(desk.model.session().meeting().next(), before, "nothing is run by being pasted");
    desk.keys("enter");
    assert_eq!(desk.model.session().meeting().next(), before + 1);
    // What is no command, or stands behind other text, is text.
    desk.paste(":-) said the Chair");
    assert_eq!(desk.model.editor().text(), ":-) said the Chair");
    desk.paste(":undo");
    assert_eq!(desk.model.editor().text(), ":-) said the Chair:undo");
}
