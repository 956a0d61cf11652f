//! `quorate` runs a committee meeting from the terminal.
//!
//! The clerk opens the agenda, steps through it while the meeting happens, and records who is there, what is said,
//! moved and decided, and who promises what. Minutes and tables are views of that one record. What a clerk needs to
//! know is in the README; this page is for whoever changes the program.
//!
//! # The parts
//!
//! A part imports only from parts on lower levels, and parts on one level never import each other, but that [`source`]
//! says its problems with [`problem`] and in the clean text of [`text`]. `tests/architecture` reads the source and fails
//! where this is broken.
//!
//! | level | part | what it is |
//! |---|---|---|
//! | 7 | `main` | arguments in, exit code out |
//! | 6 | [`run`] | the only part that touches the world: terminal, clock, disk, signals, threads |
//! | 5 | [`ui`] | the model onto cells; draws and nothing else |
//! | 4 | [`app`] | keys become command lines, command lines change the model, effects are asked for |
//! | 3 | [`load`], [`register`] | bodies, agendas, plans, published packs and drafts that came back, from text, with every problem at once; what many records come to |
//! | 2 | [`minutes`], [`journal`] | the state as blocks and text; entries as bytes |
//! | 1 | [`meeting`], [`spelling`] | the domain: commands, events, state, findings. No I/O, no clock, no async; which words are known |
//! | 0 | [`problem`], [`text`], [`source`] | what is wrong and where; widths and harmless text; TOML with places |
//!
//! # How a key becomes a minute
//!
//! ```text
//! key -> app: keymap -> command line -> Session::run -> meeting: decide -> events
//!                                                                |
//!            ui <- Model <- meeting: apply <---------------------+--> Effect::Record -> run: recorder thread
//!                                                                          journal: line, chain, append, sync
//! export: journal lines -> meeting: apply -> minutes: blocks -> writers
//! a draft that came back: load: paragraphs -> app: paired with blocks -> command lines, tried out, offered
//! ```
//!
//! - A command is decided and applied in memory at once; the recorder thread makes it durable. Until its sync returns
//!   an entry counts as unsaved and the screen says so. No key press waits for the disk.
//! - Everything that happened is an [`Event`](meeting::event::Event) in an [`Entry`](meeting::event::Entry). Applying is
//!   total and returns what it touched as it was, which is all that undoing needs.
//! - Every warning is a [`Finding`](meeting::findings::Finding), kept up to date by what an entry touches.
//! - No sentence of the minutes is built outside [`minutes`]: phrases come from the house style, writers only spell
//!   blocks.
//!
//! # Inside the domain
//!
//! What follows from what was recorded is worked out in one place each, and everything else asks there:
//!
//! - who is there, who sits for whom, who presides: timelines in [`meeting::state`]; who may substitute:
//!   [`meeting::substitution`];
//! - who may vote under an item and who counts towards the quorum: [`meeting::electorate`], which asks
//!   [`meeting::interests`] what declared interests bar from;
//! - whether a count carries: [`meeting::majority`] for one motion, [`meeting::contest`] for several against each other;
//!   what had effect in the room is stored with the vote;
//! - what may be read by everybody: every event by its audience, and what the room was closed for in
//!   [`meeting::privacy`], and what is written for everybody of private business in [`meeting::summary`];
//! - pauses, when the meeting must end, and who writes it down: [`meeting::course`];
//! - what differs between the minutes and a draft that came back, and what would record it: [`mod@app::compare`];
//! - how far the minutes have come, from a draft to signed, and what still alters them: [`meeting::stage`];
//! - working days, clear days and deadlines: [`meeting::calendar`]; whether papers came in time: [`meeting::notice`];
//! - the forward plan, what a meeting does to it, and what got lost on the way: [`meeting::plan`];
//! - what a clerk checks in the week before, a row for each check: [`meeting::ready`];
//! - precepts, hearings and their calendar: [`meeting::panel`]. Whatever differs between bodies is a rule in
//!   [`meeting::body`], and an unset rule is never guessed.
//!
//! # What must stay true
//!
//! - Nothing on a key press grows with the length of the meeting. Lists that may be long are
//!   [`Sequence`](meeting::sequence::Sequence)s; the minutes on the screen are pulled outward from the pen.
//! - Every kind of event declares its audience, and what is private is written to the private file only. Exports fold
//!   the public file afresh and never open the other.
//! - Stored names are written out in `serde` attributes. A record that any release wrote opens in every later one.
//! - Time is an argument. Only `run` reads the clock.
//! - Text from outside is cleaned on entry and made harmless at every exit.

pub mod app;
pub mod journal;
pub mod load;
pub mod meeting;
pub mod minutes;
pub mod problem;
pub mod register;
pub mod run;
pub mod source;
pub mod spelling;
pub mod text;
pub mod ui;
