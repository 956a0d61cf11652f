//! The thread, with stores that wait until they are told to go on.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::{RecorderThread, Report};
use crate::journal::faulty::{Fault, FaultyDisk, FaultyStore};
use crate::journal::{Entry, Pair, Recorder, Store, read};

/// A store whose syncs say that they have begun and then wait for leave.
struct Gate {
    store: FaultyStore,
    begun: Sender<()>,
    leave: Receiver<()>,
}

impl Store for Gate {
    fn place(&self) -> &str {
        self.store.place()
    }

    fn length(&mut self) -> io::Result<u64> {
        self.store.length()
    }

    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        self.store.read_all()
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.store.append(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.begun.send(()).map_err(io::Error::other)?;
        self.leave.recv().map_err(io::Error::other)?;
        self.store.sync()
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.store.truncate(len)
    }

    fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.store.replace(bytes)
    }

    fn keep_old(&mut self, n: u64, bytes: &[u8]) -> io::Result<()> {
        self.store.keep_old(n, bytes)
    }

    fn set_aside(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.store.set_aside(bytes)
    }
}

fn entry(n: u64) -> Entry {
    Entry {
        n,
        at: "2023-07-19T13:00:00Z".to_owned(),
        when: None,
        by: "jw".to_owned(),
        events: Vec::new(),
        exempt: Vec::new(),
        redaction: None,
    }
}

fn start(disk: &FaultyDisk) -> (RecorderThread<FaultyStore>, UnboundedReceiver<Report>) {
    let (reports, reported) = unbounded_channel();
    (RecorderThread::start(Recorder::begin(disk.pair("m")), reports).unwrap(), reported)
}

#[test]
fn what_waits_during_a_sync_is_written_in_one_go() {
    let disk = FaultyDisk::new();
    let gate = |store| {
        let ((begun, has_begun), (give, leave)) = (channel(), channel());
        (Gate { store, begun, leave }, has_begun, give)
    };
    let Pair { public, private } = disk.pair("m");
    let (public, begun, give) = gate(public);
    let (private, _begun, _give) = gate(private);
    let (reports, mut reported) = unbounded_channel();
    let recorder = Recorder::begin(Pair::new(public, private));
    let thread = RecorderThread::start(recorder, reports).unwrap();

    thread.record(entry(1)).unwrap();
    begun.recv().unwrap(); // the disk is at work on entry 1, and the meeting goes on
    for n in 2..=50 {
        thread.record(entry(n)).unwrap();
    }
    let flushed = thread.flush();
    assert!(reported.try_recv().is_err(), "nothing is acknowledged before its sync returns");
    give.send(()).unwrap();
    begun.recv().unwrap();
    assert_eq!(reported.blocking_recv(), Some(Report::Saved { up_to: 1 }));
    assert!(reported.try_recv().is_err());
    give.send(()).unwrap();
    assert_eq!(flushed.blocking_recv(), Ok(Ok(50)));
    assert_eq!(reported.blocking_recv(), Some(Report::Saved { up_to: 50 }));
    assert!(thread.finish().unwrap().is_empty());
    let syncs = disk.log().into_iter().filter(|line| line.starts_with("sync")).count();
    assert_eq!(syncs, 2);
}

#[test]
fn everything_handed_over_is_written_before_it_ends() {
    let disk = FaultyDisk::new();
    let (thread, mut reported) = start(&disk);
    for n in 1..=100 {
        thread.record(entry(n)).unwrap();
    }
    assert!(thread.finish().unwrap().is_empty());
    disk.cut_power(0);
    assert_eq!(read(&disk.bytes("m.record.jsonl"), None).public.lines.len(), 100);
    let mut last = None;
    while let Ok(report) = reported.try_recv() {
        last = Some(report);
    }
    assert_eq!(last, Some(Report::Saved { up_to: 100 }));
}

#[test]
fn a_flush_of_nothing_is_answered() {
    let (thread, _reported) = start(&FaultyDisk::new());
    assert_eq!(thread.flush().blocking_recv(), Ok(Ok(0)));
}

#[test]
fn trouble_is_said_once_and_nothing_is_lost_by_it() {
    let disk = FaultyDisk::new();
    let home = FaultyDisk::new();
    let (thread, mut reported) = start(&disk);
    thread.record(entry(1)).unwrap();
    assert_eq!(thread.flush().blocking_recv(), Ok(Ok(1)));
    assert_eq!(reported.try_recv(), Ok(Report::Saved { up_to: 1 }));

    disk.plan(0, Fault::Full);
    thread.record(entry(2)).unwrap();
    assert_eq!(thread.flush().blocking_recv(), Ok(Err(1)));
    assert!(matches!(reported.try_recv(), Ok(Report::Trouble { first: 2, .. })));
    thread.record(entry(3)).unwrap();
    assert_eq!(thread.flush().blocking_recv(), Ok(Err(2)));
    assert!(reported.try_recv().is_err(), "said once");

    home.plan(1, Fault::Fail);
    thread.rescue(home.pair("a"));
    assert_eq!(thread.flush().blocking_recv(), Ok(Err(2)));
    assert!(matches!(reported.try_recv(), Ok(Report::Trouble { first: 2, .. })));

    thread.rescue(home.pair("b"));
    thread.record(entry(4)).unwrap();
    assert_eq!(thread.flush().blocking_recv(), Ok(Ok(4)));
    let rescued = Report::Rescued { to: "b.record.jsonl".to_owned() };
    let reports: Vec<Report> = std::iter::from_fn(|| reported.try_recv().ok()).collect();
    assert!(reports.contains(&rescued), "{reports:?}");
    assert!(reports.contains(&Report::Saved { up_to: 4 }), "{reports:?}");
    assert!(thread.finish().unwrap().is_empty());
    assert_eq!(read(&home.bytes("b.record.jsonl"), None).public.lines.len(), 4);
}

#[test]
fn what_could_not_be_saved_comes_back_at_the_end() {
    let disk = FaultyDisk::new();
    disk.plan(0, Fault::Stop);
    let (thread, _reported) = start(&disk);
    thread.record(entry(1)).unwrap();
    thread.record(entry(2)).unwrap();
    let unsaved: Vec<u64> = thread.finish().unwrap().iter().map(|entry| entry.n).collect();
    assert_eq!(unsaved, [1, 2]);
}

#[test]
fn a_lost_mirror_is_said_and_the_record_goes_on() {
    let (disk, stick) = (FaultyDisk::new(), FaultyDisk::new());
    stick.plan(0, Fault::Fail);
    let (reports, mut reported) = unbounded_channel();
    let mut recorder = Recorder::begin(disk.pair("m"));
    recorder.attach_mirror(stick.pair("copy"));
    let thread = RecorderThread::start(recorder, reports).unwrap();
    thread.record(entry(1)).unwrap();
    assert_eq!(reported.blocking_recv(), Some(Report::Saved { up_to: 1 }));
    assert!(matches!(reported.blocking_recv(), Some(Report::MirrorLost(_))));
    thread.record(entry(2)).unwrap();
    assert!(thread.finish().unwrap().is_empty());
    assert_eq!(reported.blocking_recv(), Some(Report::Saved { up_to: 2 }));
}
