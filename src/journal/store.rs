//! What the recorder needs of a file.

use std::io;

/// One file of a record, as the recorder sees it: bytes are added at its end and made safe.
///
/// The file need not exist yet: then it is empty, and the first [`append`](Store::append) makes it.
/// After any error from `append` or [`sync`](Store::sync) the recorder never writes to that store
/// again, because a failed sync can't be repeated: the system may have dropped the bytes and call
/// the second try a success.
pub trait Store {
    /// The name by which the clerk knows the file.
    fn place(&self) -> &str;

    /// How many bytes it holds now, also those that somebody else wrote.
    ///
    /// It is an error if what can be found under the name is no longer the file that was opened.
    fn length(&mut self) -> io::Result<u64>;

    /// Everything it holds; nothing, if it does not exist.
    fn read_all(&mut self) -> io::Result<Vec<u8>>;

    /// Writes at the end. After an error any part of the bytes may be there.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Returns when all that was written survives a power cut.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts the file to its first `len` bytes; safe only after the next [`sync`](Store::sync).
    fn truncate(&mut self, len: u64) -> io::Result<()>;

    /// Puts these bytes in place of everything it holds. Whenever the machine stops, either all of them are there or what
    /// was there before; they are safe when it returns.
    fn replace(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Keeps the record as it was before redaction `n` in a file of its own beside this one, as closely guarded as this
    /// one, in place of one that a redaction left which was never done. It is safe when it returns.
    fn keep_old(&mut self, n: u64, bytes: &[u8]) -> io::Result<()>;

    /// Keeps bytes that are about to be cut in a `.torn` file beside this one, as closely guarded
    /// as this one, behind whatever is there already. They are safe when it returns.
    fn set_aside(&mut self, bytes: &[u8]) -> io::Result<()>;
}

/// The two files of a record, or anything that comes once for each of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pair<T> {
    /// For the record itself, `.record.jsonl`.
    pub public: T,
    /// For what was said in private, `.exempt.jsonl`.
    pub private: T,
}

impl<T> Pair<T> {
    /// The two of them.
    pub fn new(public: T, private: T) -> Self {
        Pair { public, private }
    }
}
