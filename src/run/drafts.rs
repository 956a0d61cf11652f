//! The thread that keeps unfinished text, so that no key waits for a disk.

use std::io;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use tokio::sync::mpsc::UnboundedSender;

use crate::app::model::Draft as Unfinished;
use crate::journal::Trouble;

use super::files::{Draft, DraftFile};
use super::places::RecordFiles;

/// Under this name the application's own form of the draft is in the file.
const TEXTS: &str = "texts";

/// What is to be kept, and beside which record.
type Waiting = (RecordFiles, Unfinished);

/// The thread, seen from outside.
#[derive(Debug)]
pub struct DraftThread {
    drafts: Sender<Waiting>,
    thread: JoinHandle<()>,
}

impl DraftThread {
    /// Starts the thread, which tells `troubles` when a draft could not be kept.
    pub fn start(troubles: UnboundedSender<Trouble>) -> io::Result<Self> {
        let (drafts, waiting) = mpsc::channel::<Waiting>();
        let thread = thread::Builder::new().name("drafts".to_owned()).spawn(move || {
            while let Ok(first) = waiting.recv() {
                // Only the newest is of any use.
                let (files, unfinished) = waiting.try_iter().last().unwrap_or(first);
                if let Err(trouble) = keep(&files, &unfinished) {
                    _ = troubles.send(trouble); // at the end of the program nobody listens any more
                }
            }
        })?;
        Ok(Self { drafts, thread })
    }

    /// Has the draft kept beside a record, or none where there is nothing unfinished. Returns at once.
    pub fn keep(&self, files: &RecordFiles, unfinished: &Unfinished) {
        // If the thread has died, the end of the program tries once more and says so.
        _ = self.drafts.send((files.clone(), unfinished.clone()));
    }

    /// Waits until all that was handed over is kept.
    pub fn finish(self) {
        drop(self.drafts);
        _ = self.thread.join();
    }
}

/// Keeps the unfinished text beside a record: with what is private where any of it is, and then nowhere else.
pub fn keep(files: &RecordFiles, unfinished: &Unfinished) -> Result<(), Trouble> {
    let [open, private] = [files.draft(), files.private_draft()].map(DraftFile::new);
    let (here, there) = if unfinished.private { (private, open) } else { (open, private) };
    if unfinished.is_empty() {
        here.clear()?;
    } else {
        here.save(&to_file(unfinished))?;
    }
    there.clear()
}

/// The unfinished text beside a record, and what is wrong with it.
pub fn load(files: &RecordFiles) -> (Option<Draft>, Option<Trouble>) {
    let (draft, trouble) = DraftFile::new(files.private_draft()).load();
    if draft.is_some() || trouble.is_some() {
        return (draft, trouble);
    }
    DraftFile::new(files.draft()).load()
}

/// The draft as its file holds it. Always for the owner only: half a sentence is nobody else's business, and what was
/// begun in private may still be unfinished when the room is open again.
pub fn to_file(unfinished: &Unfinished) -> Draft {
    let here = unfinished.texts.iter().find(|(place, _)| Some(place) == unfinished.here.as_ref());
    let mut extra = serde_json::Map::new();
    // Of text, places and times JSON can hold everything.
    extra.insert(TEXTS.to_owned(), serde_json::to_value(unfinished).unwrap_or_default());
    let text = here.map(|(_, unfinished)| unfinished.text.clone()).unwrap_or_default();
    Draft { text, private: true, extra, ..Draft::default() }
}

/// The draft that a file held. One of another form gives its text back at the pen.
pub fn from_file(draft: Draft) -> Unfinished {
    let known = draft.extra.get(TEXTS).and_then(|texts| serde_json::from_value(texts.clone()).ok());
    known.unwrap_or_else(|| {
        let place = crate::app::model::Place::Item(draft.item.map(Into::into));
        let text = crate::app::editor::Unfinished { text: draft.text, ..Default::default() };
        Unfinished { here: Some(place.clone()), texts: vec![(place, text)], private: true }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::editor::Unfinished as Typed;
    use crate::app::model::Place;

    fn typed(text: &str) -> Unfinished {
        let place = Place::Item(Some("report".into()));
        let typed = Typed { text: text.to_owned(), ..Typed::default() };
        Unfinished { here: Some(place.clone()), texts: vec![(place, typed)], private: true }
    }

    #[test]
    fn the_newest_text_is_left_behind_and_nothing_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let files = RecordFiles::at(dir.path().join("m.record.jsonl"));
        let (troubles, mut told) = tokio::sync::mpsc::unbounded_channel();
        let thread = DraftThread::start(troubles).unwrap();
        for end in 0..=20 {
            thread.keep(&files, &typed(&"that the Commissioner spoke"[..end]));
        }
        thread.finish();
        let (draft, trouble) = load(&files);
        assert_eq!((draft.map(from_file), trouble), (Some(typed("that the Commissione")), None));
        assert!(told.try_recv().is_err());
    }

    #[test]
    fn text_that_cannot_be_kept_is_told_and_kept_once_it_can_be() {
        let dir = tempfile::tempdir().unwrap();
        let away = dir.path().join("away");
        let files = RecordFiles::at(away.join("m.record.jsonl"));
        let (troubles, mut told) = tokio::sync::mpsc::unbounded_channel();
        let thread = DraftThread::start(troubles).unwrap();
        thread.keep(&files, &typed("lost"));
        assert!(told.blocking_recv().unwrap().what.contains("m.exempt.draft"));
        std::fs::create_dir(&away).unwrap();
        thread.keep(&files, &typed("kept"));
        thread.finish();
        assert_eq!(load(&files).0.map(from_file), Some(typed("kept")));
    }
}
