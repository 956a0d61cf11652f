//! From events to the entry that records them, each under its audience.

use crate::meeting::command::When;
use crate::meeting::event::{Entry, Event};
use crate::meeting::fact::{Audience, Content, Fact, Note, Restricted};
use crate::meeting::id::FactId;
use crate::meeting::machine::Meeting;
use crate::meeting::stage::{Reached, Stage};

use super::private::{restricted, stands_for};

impl Meeting {
    /// The entry that records events, each under its audience, where what is said in it is for `room` at most.
    ///
    /// Reasons and titles given in private with what is public by its kind go to a private note beside it, and what
    /// was decided and promised in private leaves a stub that everybody may read. Minutes that were checked or published
    /// are a draft again with whatever alters them.
    pub fn entry_for(&self, events: Vec<Event>, when: When, by: &str, room: Audience) -> Entry {
        let state = self.state();
        let room = room.or(state.room_when(when)).or(self.touched(&events));
        let (mut public, mut private, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
        let redaction = events.iter().any(|event| matches!(event, Event::Redacted { .. }));
        let altered = matches!(state.stage(), Stage::Checked | Stage::Published)
            && events.iter().any(|event| event.alters_minutes(state));
        let (asked, events): (Vec<_>, Vec<_>) = events.into_iter().partition(|it| matches!(it, Event::Asked { .. }));
        for mut event in events {
            match event.audience(state, room) {
                Audience::Private => private.push(event),
                Audience::Public => {
                    // A redaction and its reason are written for everybody, and so is a resolution.
                    if room == Audience::Private && !redaction && !event.resolves() {
                        remarks.extend(event.strip());
                    }
                    public.push(event);
                }
            }
        }
        private.extend(self.remark(&remarks));
        if !redaction {
            let stubs = self.stubs(&public, &private);
            public.extend(stubs);
        }
        public.extend(altered.then_some(Event::Stage { reached: Reached::Draft }));
        // Who asked for something private may tell what it was.
        let open = private.is_empty() && room == Audience::Public;
        if open { &mut public } else { &mut private }.extend(asked);
        Entry { n: self.next(), at: when.now, when: when.at, by: by.to_owned(), public, private }
    }

    /// Private where the events change or strike what is private already: what follows from it tells of it.
    fn touched(&self, events: &[Event]) -> Audience {
        let mut changed = events.iter().filter_map(|event| match event {
            Event::Changed { id, .. } | Event::Struck { id, .. } => self.state().fact(*id),
            _ => None,
        });
        if changed.any(|fact| fact.audience == Audience::Private) { Audience::Private } else { Audience::Public }
    }

    /// What everybody reads already of a fact needs no stub, whatever the private part makes of it.
    fn is_told(&self, of: FactId) -> bool {
        self.state().fact(of).and_then(Fact::heard).and_then(restricted).is_some()
    }

    /// Reasons and the like that were given in private, as a note.
    fn remark(&self, remarks: &[String]) -> Option<Event> {
        let state = self.state();
        let item = state.item(state.room_item().or_else(|| state.top().get(0))?).filter(|_| !remarks.is_empty())?;
        let content = Content::Note(Note { text: format!("Said in private: {}", remarks.join("; ")) });
        Some(Event::Recorded { item: item.agenda.id.clone(), index: item.facts.len(), content })
    }

    fn stubs(&self, public: &[Event], private: &[Event]) -> Vec<Event> {
        let first = u32::try_from(public.len()).unwrap_or(u32::MAX);
        let stub = |(ordinal, event): (u32, &Event)| match event {
            Event::Recorded { item, content, .. } => {
                let what = restricted(content).filter(|what| *what != Restricted::Motion)?;
                Some((FactId::new(self.next(), ordinal), item.clone(), what))
            }
            Event::Changed { id, content } => {
                let fact = self.state().fact(*id)?;
                let what = stands_for(fact, content).filter(|_| self.state().stub(*id).is_none() && !self.is_told(*id));
                Some((*id, fact.item.clone(), what?))
            }
            _ => None,
        };
        let new = (first..).zip(private).filter_map(stub);
        let new = new.map(|(of, item, what)| Event::Stub { of, item, what, title: None, withdrawn: false });
        let struck = public.iter().chain(private).filter_map(|event| self.stub_gone(event));
        new.chain(struck).collect()
    }

    /// What everybody reads of something decided in private goes with it when it is struck out.
    fn stub_gone(&self, event: &Event) -> Option<Event> {
        let Event::Struck { id, .. } = event else { return None };
        let stub = self.state().stub(*id)?;
        Some(Event::Stub { of: *id, item: stub.item.clone(), what: stub.what, title: None, withdrawn: true })
    }
}
