//! The files that belong to a record: its two halves, the unfinished text, and the lock.

mod draft;
mod folder;
mod lock;
mod store;

#[cfg(test)]
mod tests;

pub use draft::{Draft, DraftFile};
pub(super) use folder::options;
pub use folder::{Access, owner_only_notice, sync_folder_of};
pub use lock::{Holder, Lock, Locked};
pub use store::FileStore;
