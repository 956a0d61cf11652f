//! The package: a ZIP archive of XML parts, the same bytes for the same parts.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::xml::Xml;

/// What compresses well enough; higher levels take longer for little.
const LEVEL: i64 = 6;

/// A package while it is written.
pub(super) struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    /// A package without parts.
    pub(super) fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Adds the part `name`, as `write` writes it.
    pub(super) fn part(&mut self, name: &str, write: impl FnOnce(&mut Xml<'_>) -> io::Result<()>) -> io::Result<()> {
        self.start(name)?;
        let mut buffer = io::BufWriter::new(&mut self.0);
        write(&mut Xml::begin(&mut buffer)?)?;
        buffer.flush()
    }

    /// Adds the part `name`, which says `text` whatever the document is.
    pub(super) fn fixed(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.start(name)?;
        self.0.write_all(text.as_bytes())
    }

    /// The bytes of the whole package.
    pub(super) fn finish(self) -> io::Result<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }

    /// Nothing of the clock or the machine goes into the archive.
    fn start(&mut self, name: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            .last_modified_time(DateTime::DEFAULT)
            .system(System::Unix)
            .unix_permissions(0o644);
        Ok(self.0.start_file(name, options)?)
    }
}
