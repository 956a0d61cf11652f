//! Text typed by the pen, as the command line that records it.

use chrono::{DateTime, Utc};

use crate::app::command::{point, topic_and_text};
use crate::app::session::Session;
use crate::meeting::agenda::ItemKind;

impl Session {
    /// The command line that records `text`, typed by the pen since `started` (UTC), where the pen is.
    ///
    /// In a review of actions a topic before a dash makes it an update. Elsewhere it is a point, whose speakers and
    /// topic are read when the line is run. Run the line next: it takes `started` over.
    pub fn typed(&mut self, text: &str, started: Option<DateTime<Utc>>) -> String {
        self.started = started;
        let text = point::one_line(text);
        let verb = if self.is_update(&text) { "update" } else { "point" };
        format!("{verb} {text}")
    }

    /// Whether text names a topic under review. What names several is one too, and is asked about.
    fn is_update(&self, text: &str) -> bool {
        let Some(item) = self.pen().item.as_ref().and_then(|item| self.state().item(item)) else { return false };
        let ItemKind::Review { topics } = &item.agenda.kind else { return false };
        match topic_and_text(item, text) {
            Ok(Some((topic, _))) => topics.iter().any(|known| known.title == topic),
            Ok(None) => false,
            Err(_) => true,
        }
    }
}
