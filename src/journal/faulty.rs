//! A disk for tests, which fails on demand.
//!
//! This is a test double. It is part of the library so that the tests of other parts can prove,
//! too, what a crash leaves of a record.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::store::{Pair, Store};

/// What goes wrong at the chosen operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does nothing and reports an error.
    Fail,
    /// A write leaves the first half of its bytes; a sync makes half of what waits safe. Then error.
    Tear,
    /// Reports an error, and whatever was not yet safe is gone, as after a failed write-back.
    Forget,
    /// The disk is full: a write leaves half and says so, and so does everything after it.
    Full,
    /// The program is killed or the power fails: half is written, and nothing works from then on.
    Stop,
}

impl Fault {
    /// Every kind.
    pub const ALL: [Fault; 5] = [Fault::Fail, Fault::Tear, Fault::Forget, Fault::Full, Fault::Stop];
}

/// A disk in memory. Clones are the same disk.
#[derive(Debug, Clone, Default)]
pub struct FaultyDisk(Arc<Mutex<Disk>>);

#[derive(Debug, Default)]
struct Disk {
    files: BTreeMap<String, File>,
    /// Operations since the last [`FaultyDisk::heal`].
    done: usize,
    plan: Option<(usize, Fault)>,
    /// What has gone wrong for good.
    down: Option<io::ErrorKind>,
    log: Vec<String>,
}

#[derive(Debug, Default, Clone)]
struct File {
    /// What reading gives now.
    written: Vec<u8>,
    /// What a power cut leaves.
    synced: Vec<u8>,
}

impl FaultyDisk {
    /// An empty disk without a fault.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets operation number `at` (counted from 0, from now on) go wrong.
    pub fn plan(&self, at: usize, fault: Fault) {
        let mut disk = self.lock();
        disk.done = 0;
        disk.plan = Some((at, fault));
    }

    /// Takes the fault away and begins to count operations anew.
    pub fn heal(&self) {
        let mut disk = self.lock();
        disk.done = 0;
        disk.plan = None;
        disk.down = None;
    }

    /// How many operations were asked of it since it was last told what to do.
    pub fn operations(&self) -> usize {
        self.lock().done
    }

    /// The writes and syncs so far, as `append NAME` and so on.
    pub fn log(&self) -> Vec<String> {
        self.lock().log.clone()
    }

    /// The power fails: of what is not yet safe in each file, the first `keep` hundredths survive.
    pub fn cut_power(&self, keep: usize) {
        for file in self.lock().files.values_mut() {
            let waiting = file.written.strip_prefix(file.synced.as_slice()).unwrap_or_default();
            let survive = waiting.len() * keep.min(100) / 100;
            let survivors = waiting.get(..survive).unwrap_or_default().to_vec();
            file.synced.extend(survivors);
            file.written.clone_from(&file.synced);
        }
    }

    /// What a file holds; nothing if it doesn't exist.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        self.lock().files.get(name).map(|file| file.written.clone()).unwrap_or_default()
    }

    /// Puts bytes into a file, safely.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        let file = File { written: bytes.to_vec(), synced: bytes.to_vec() };
        self.lock().files.insert(name.to_owned(), file);
    }

    /// The file with this name.
    pub fn store(&self, name: &str) -> FaultyStore {
        FaultyStore { disk: self.clone(), name: name.to_owned() }
    }

    /// The two files of the record with this name.
    pub fn pair(&self, name: &str) -> Pair<FaultyStore> {
        Pair::new(self.store(&format!("{name}.record.jsonl")), self.store(&format!("{name}.exempt.jsonl")))
    }

    fn lock(&self) -> MutexGuard<'_, Disk> {
        // A test that failed while it held the disk has said so already.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Disk {
    /// Counts an operation, and says what goes wrong with it.
    fn count(&mut self, what: &str, name: &str) -> io::Result<Option<Fault>> {
        let at = self.done;
        self.done += 1;
        self.log.push(format!("{what} {name}"));
        if let Some(kind) = self.down {
            return Err(kind.into());
        }
        let fault = self.plan.filter(|(planned, _)| *planned == at).map(|(_, fault)| fault);
        match fault {
            Some(Fault::Full) => self.down = Some(io::ErrorKind::StorageFull),
            Some(Fault::Stop) => self.down = Some(io::ErrorKind::Other),
            _ => {}
        }
        Ok(fault)
    }

    /// Does to a file what the fault leaves of adding `bytes` or, if there are none, of a sync.
    fn spoil(&mut self, name: &str, fault: Fault, bytes: &[u8]) -> io::Error {
        let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
        let file = self.files.entry(name.to_owned()).or_default();
        match fault {
            Fault::Fail => {}
            Fault::Forget => file.written.clone_from(&file.synced),
            Fault::Tear | Fault::Full | Fault::Stop if bytes.is_empty() => {
                let waiting = file.written.strip_prefix(file.synced.as_slice()).unwrap_or_default();
                let safe = waiting.get(..waiting.len() / 2).unwrap_or_default().to_vec();
                file.synced.extend(safe);
            }
            Fault::Tear | Fault::Full | Fault::Stop => file.written.extend_from_slice(half),
        }
        self.down.map_or_else(|| io::Error::other("input/output error"), io::Error::from)
    }
}

/// One file on a [`FaultyDisk`].
#[derive(Debug, Clone)]
pub struct FaultyStore {
    disk: FaultyDisk,
    name: String,
}

impl FaultyStore {
    /// Counts an operation that changes nothing.
    fn look(&self, what: &str) -> io::Result<MutexGuard<'_, Disk>> {
        let mut disk = self.disk.lock();
        match disk.count(what, &self.name)? {
            None => Ok(disk),
            Some(_) => Err(io::Error::other("input/output error")),
        }
    }

    /// Counts an operation that changes the file `name`, and does it.
    fn change(&self, what: &str, name: &str, bytes: &[u8], act: impl FnOnce(&mut File)) -> io::Result<()> {
        let mut disk = self.disk.lock();
        if let Some(fault) = disk.count(what, name)? {
            return Err(disk.spoil(name, fault, bytes));
        }
        act(disk.files.entry(name.to_owned()).or_default());
        Ok(())
    }
}

impl Store for FaultyStore {
    fn place(&self) -> &str {
        &self.name
    }

    fn length(&mut self) -> io::Result<u64> {
        let disk = self.look("length")?;
        let len = disk.files.get(&self.name).map_or(0, |file| file.written.len());
        Ok(u64::try_from(len).unwrap_or(u64::MAX))
    }

    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        let disk = self.look("read")?;
        Ok(disk.files.get(&self.name).map(|file| file.written.clone()).unwrap_or_default())
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.change("append", &self.name, bytes, |file| {
            file.written.extend_from_slice(bytes);
        })
    }

    fn sync(&mut self) -> io::Result<()> {
        self.change("sync", &self.name, &[], |file| {
            file.synced.clone_from(&file.written);
        })
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        let len = usize::try_from(len).unwrap_or(usize::MAX);
        let act = |file: &mut File| file.written.truncate(len);
        self.change("truncate", &self.name, &[], act)
    }

    fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut disk = self.disk.lock();
        let fault = disk.count("replace", &self.name)?;
        let file = disk.files.entry(self.name.clone()).or_default();
        // Under its own name the file is always whole. Only what happens after it took its name can be told too late.
        if matches!(fault, None | Some(Fault::Forget)) {
            *file = File { written: bytes.to_vec(), synced: bytes.to_vec() };
        }
        fault.map_or(Ok(()), |_| Err(disk.down.map_or_else(|| io::Error::other("input/output error"), io::Error::from)))
    }

    fn keep_old(&mut self, n: u64, bytes: &[u8]) -> io::Result<()> {
        let name = format!("{}.before-{n}", self.name);
        self.change("keep old", &name, bytes, |file| {
            *file = File { written: bytes.to_vec(), synced: bytes.to_vec() };
        })
    }

    fn set_aside(&mut self, bytes: &[u8]) -> io::Result<()> {
        let name = format!("{}.torn", self.name);
        self.change("set aside", &name, bytes, |file| {
            file.written.extend_from_slice(bytes);
            file.synced.clone_from(&file.written);
        })
    }
}
