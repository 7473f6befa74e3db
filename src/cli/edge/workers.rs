//! Lines through workers and out again in their order: who is free takes the next block, so that a core which is slower or
//! busy with something else holds up nobody.
//!
//! Memory does not grow with the input: a few blocks for each worker are on their way.

use crate::cli::edge::Failure;
use memchr::{memchr, memchr_iter, memrchr};
use std::io::{BufRead as _, BufReader, ErrorKind, Read, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, ScopedJoinHandle};

/// Bytes of a block, about; what comes of it is some forty times as long.
const BLOCK: usize = 8 << 10;
/// Bytes of a line at most.
pub const LONGEST: usize = 1 << 20;
/// Blocks on their way, for each worker: one before it, one in its hands, one behind it.
const ON_THEIR_WAY: usize = 3;
/// Bytes that are written between two looks at whether to stop; whole lines.
const PIECE: usize = 64 << 10;
/// Stands for a line that is too long; no text holds it.
pub const TOO_LONG: &[u8] = b"\xff too long";

/// Where lines come from.
pub type Input = BufReader<Box<dyn Read + Send>>;

/// Some lines.
#[derive(Debug, Default)]
pub struct Lines {
    /// The number of the first one.
    pub first: u64,
    /// The lines, each with its end.
    pub bytes: Vec<u8>,
}

/// A block on its way to a worker, and where the text goes that comes of it.
type Task = (Lines, SyncSender<Vec<u8>>);

/// The text that comes of a block; in the order of the blocks.
type Answer = Receiver<Vec<u8>>;

/// How far it is, for everyone to see.
#[derive(Debug, Default)]
pub struct Progress {
    /// Lines that were written.
    pub lines: AtomicU64,
    /// Whether to stop: all is written, the reader went away, or the user asked.
    pub stop: AtomicBool,
    /// Whether the user asked.
    pub interrupted: AtomicBool,
    /// Whether nothing comes any more.
    pub done: AtomicBool,
}

/// Sends every line of the inputs through workers; `start` makes what a worker keeps, `work` turns a block into its
/// answers; what the workers kept comes back at the end.
pub fn through<W: Send>(
    inputs: Vec<Input>,
    threads: usize,
    progress: &Progress,
    out: &mut impl Write,
    start: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, &Lines, &mut Vec<u8>) + Sync,
) -> Result<Vec<W>, Failure> {
    // A few large texts go round: new ones would be strewn among what is remembered.
    let texts = Mutex::new(Vec::new());
    let worker = |tasks: &Mutex<Receiver<Task>>| {
        let mut kept = start();
        // The lock is given back before the work begins.
        let next = || locked(tasks).recv();
        while let Ok((lines, give)) = next() {
            if !progress.stop.load(Ordering::Relaxed) {
                let text = locked(&texts).pop();
                let mut text = text.unwrap_or_else(|| Vec::with_capacity(64 * BLOCK));
                work(&mut kept, &lines, &mut text);
                // Where nobody reads any more there is nothing left to do.
                let _ = give.send(text);
            }
        }
        kept
    };
    std::thread::scope(|scope| {
        let mut many = threads;
        let (tasks, workers) = loop {
            let (tasks, taken) = sync_channel(many);
            let taken = Arc::new(Mutex::new(taken));
            let workers: Vec<ScopedJoinHandle<'_, W>> = (0..many)
                .map_while(|_| {
                    let taken = Arc::clone(&taken);
                    Builder::new().spawn_scoped(scope, move || worker(&taken)).ok()
                })
                .collect();
            if workers.len() == many {
                break (tasks, workers);
            }
            // What the system gives is for the reader and the work too.
            many = workers.len() / 2;
            drop(tasks);
            for worker in workers {
                drop(worker.join());
            }
            if many == 0 {
                return Err(no_thread());
            }
        };
        let (order, answers) = sync_channel(ON_THEIR_WAY * many);
        let reading = Builder::new()
            .spawn_scoped(scope, move || read(inputs, &tasks, &order, progress))
            .map_err(|_| no_thread())?;
        let written = write(answers, &texts, progress, out);
        progress.stop.store(true, Ordering::Relaxed);
        let read = reading.join().unwrap_or(Ok(()));
        let kept: Vec<W> = workers.into_iter().filter_map(|worker| worker.join().ok()).collect();
        written?;
        read.map(|()| kept)
    })
}

/// What is behind a lock; who panicked with it left it whole.
fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

fn no_thread() -> Failure {
    Failure::asked("the system starts no thread", "end other programs, or raise its limits")
}

/// Reads blocks of whole lines, for who is free.
fn read(
    inputs: Vec<Input>,
    tasks: &SyncSender<Task>,
    order: &SyncSender<Answer>,
    progress: &Progress,
) -> Result<(), Failure> {
    let (mut block, mut number) = (Lines { first: 1, ..Lines::default() }, 1);
    let deal = |block: &mut Lines, next: u64| {
        let empty = Lines { first: next, bytes: Vec::with_capacity(BLOCK + 4096) };
        let full = std::mem::replace(block, empty);
        let (give, take) = sync_channel(1);
        full.bytes.is_empty() || order.send(take).is_ok() && tasks.send((full, give)).is_ok()
    };
    for mut input in inputs {
        while !progress.stop.load(Ordering::Relaxed) {
            let found = match line(&mut input, &mut block.bytes) {
                Ok(found) => found,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => {
                    deal(&mut block, number);
                    let error = anyhow::Error::new(error).context("cannot read the input");
                    return Err(Failure::Asked(error, Some("check where it comes from".to_owned())));
                }
            };
            if !found {
                break;
            }
            number += 1;
            // Who waits for an answer before the next line gets it.
            let pauses = input.buffer().is_empty();
            if (pauses || block.bytes.len() >= BLOCK) && !deal(&mut block, number) {
                return Ok(());
            }
        }
    }
    deal(&mut block, number);
    Ok(())
}

/// Adds the next line with its end; one that is too long is passed over and stands there as [`TOO_LONG`].
fn line(input: &mut Input, bytes: &mut Vec<u8>) -> std::io::Result<bool> {
    let start = bytes.len();
    let mut long = false;
    loop {
        let there = input.fill_buf()?;
        if there.is_empty() {
            if bytes.len() == start && !long {
                return Ok(false);
            }
            break;
        }
        let end = memchr(b'\n', there);
        let part = &there[..end.unwrap_or(there.len())];
        long |= bytes.len() - start + part.len() > LONGEST;
        if long {
            bytes.truncate(start);
        } else {
            bytes.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    if long {
        bytes.extend_from_slice(TOO_LONG);
    }
    bytes.push(b'\n');
    Ok(true)
}

/// Writes the answers in their order, whole lines at a time.
fn write(
    answers: Receiver<Answer>,
    texts: &Mutex<Vec<Vec<u8>>>,
    progress: &Progress,
    out: &mut impl Write,
) -> Result<(), Failure> {
    for answer in answers {
        let Ok(mut text) = answer.recv() else { break };
        let mut rest = text.as_slice();
        while !rest.is_empty() && !progress.stop.load(Ordering::Relaxed) {
            let end =
                rest.get(..PIECE).and_then(|piece| memrchr(b'\n', piece)).or_else(|| memchr(b'\n', rest));
            let (piece, more) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
            match out.write_all(piece) {
                Ok(()) => {
                    let lines = memchr_iter(b'\n', piece).count();
                    progress.lines.fetch_add(lines as u64, Ordering::Relaxed);
                    rest = more;
                }
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Err(Failure::Closed),
                Err(error) => {
                    let error = anyhow::Error::new(error).context("cannot write the answers");
                    return Err(Failure::Written(error));
                }
            }
        }
        text.clear();
        locked(texts).push(text);
        if progress.stop.load(Ordering::Relaxed) {
            break;
        }
    }
    out.flush().map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::Closed,
        _ => Failure::Written(anyhow::Error::new(error).context("cannot write the answers")),
    })
}
