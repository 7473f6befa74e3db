//! Ordered parallel map over input lines: idle workers take the next block, answers are written in input order.
//!
//! Memory does not grow with the input: a few blocks for each worker are on their way.

use crate::cli::edge::Failure;
use memchr::{memchr, memchr_iter, memrchr};
use std::io::{BufRead as _, BufReader, ErrorKind, Read, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::Builder;

/// Bytes of a block, about; its answer is some forty times as long.
const BLOCK: usize = 8 << 10;
/// Bytes of a line at most.
pub const LONGEST: usize = 1 << 20;
/// Blocks on their way, for each worker: one before it, one in its hands, one behind it.
const ON_THEIR_WAY: usize = 3;
/// Bytes that are written between two looks at whether to stop; whole lines.
const PIECE: usize = 64 << 10;
/// Stands for a line that is too long; no text holds it.
pub const TOO_LONG: &[u8] = b"\xff too long";

/// An input of lines.
pub type Input = BufReader<Box<dyn Read + Send>>;

/// Some lines that follow each other.
#[derive(Debug, Default)]
pub struct Block {
    /// The number of the first line, from 1.
    pub first: u64,
    /// The lines, each with its end.
    pub bytes: Vec<u8>,
}

/// A block on its way to a worker, and where its answer goes.
struct Task {
    block: Block,
    answer: SyncSender<Vec<u8>>,
}

/// The answer to a block, which its worker sends.
type Answer = Receiver<Vec<u8>>;

/// The progress of a batch, shared by all threads.
#[derive(Debug, Default)]
pub struct Progress {
    /// Lines that were written; whoever writes some holds it, and whoever holds it knows that whole ones were.
    pub lines: Mutex<u64>,
    /// The same, to be looked at while somebody writes.
    shown: AtomicU64,
    /// Whether to stop: all is written, the reader went away, or a signal came.
    pub stop: AtomicBool,
    /// Whether a signal came.
    pub interrupted: AtomicBool,
}

impl Progress {
    /// Lines that were written.
    pub fn written(&self) -> u64 {
        self.shown.load(Ordering::Relaxed)
    }

    /// Writes some whole lines; false, and nothing is written, where it is time to stop.
    pub fn write(&self, piece: &[u8], out: &mut impl Write) -> std::io::Result<bool> {
        let mut lines = locked(&self.lines);
        if self.stop.load(Ordering::Relaxed) {
            return Ok(false);
        }
        out.write_all(piece).and_then(|()| out.flush())?;
        *lines += memchr_iter(b'\n', piece).count() as u64;
        self.shown.store(*lines, Ordering::Relaxed);
        Ok(true)
    }

    /// Waits for ever where a signal came, which is about to end the program.
    pub fn give_way(&self) {
        while self.interrupted.load(Ordering::Relaxed) {
            std::thread::park();
        }
    }
}

/// The workers of a batch, and the progress that they share with who started them.
#[derive(Debug)]
pub struct Workers<'p> {
    /// The workers at most; fewer where the system starts no more threads.
    pub most: usize,
    /// The progress of the batch.
    pub progress: &'p Progress,
}

impl Workers<'_> {
    /// Writes the answers to all lines of the inputs, in their order. `start` makes the state of a worker, `work` turns a
    /// block into its answer; the states of all workers come back at the end.
    pub fn map_lines<W: Send>(
        &self,
        inputs: Vec<Input>,
        out: &mut impl Write,
        start: impl Fn() -> W + Sync,
        work: impl Fn(&mut W, &Block, &mut Vec<u8>) + Sync,
    ) -> Result<Vec<W>, Failure> {
        // A few large texts go round: new ones would be strewn among what is remembered.
        let texts = Mutex::new(Vec::new());
        let open = AtomicUsize::new(0);
        let worker = |tasks: &Mutex<Receiver<Task>>| {
            let mut state = start();
            // The lock is given back before the work begins.
            let next = || locked(tasks).recv();
            while let Ok(Task { block, answer }) = next() {
                if !self.progress.stop.load(Ordering::Relaxed) {
                    let text = locked(&texts).pop();
                    let mut text = text.unwrap_or_else(|| Vec::with_capacity(64 * BLOCK));
                    work(&mut state, &block, &mut text);
                    // Where nobody reads any more there is nothing left to do.
                    let _ = answer.send(text);
                }
                open.fetch_sub(1, Ordering::Relaxed);
            }
            state
        };
        std::thread::scope(|scope| {
            let (tasks, taken) = sync_channel(self.most);
            let (order, answers) = sync_channel(ON_THEIR_WAY * self.most);
            let taken = Arc::new(Mutex::new(taken));
            let (worker, open) = (&worker, &open);
            let start_worker = move || {
                let taken = Arc::clone(&taken);
                Builder::new().spawn_scoped(scope, move || worker(&taken))
            };
            let first = start_worker().map_err(no_thread)?;
            // More workers only help, and only where there is more to do than there are workers.
            let reading = move || {
                let mut workers = vec![first];
                let mut more = self.most;
                let read = read(inputs, tasks, order, self.progress, &mut || {
                    if open.fetch_add(1, Ordering::Relaxed) >= workers.len() && workers.len() < more {
                        match start_worker() {
                            Ok(worker) => workers.push(worker),
                            Err(_) => more = workers.len(),
                        }
                    }
                });
                (read, workers)
            };
            let reader = Builder::new().spawn_scoped(scope, reading).map_err(no_thread)?;
            let written = write(answers, &texts, self.progress, out);
            self.progress.stop.store(true, Ordering::Relaxed);
            let (read, workers) = reader.join().unwrap_or_else(|_| (Ok(()), Vec::new()));
            let states = workers.into_iter().filter_map(|worker| worker.join().ok()).collect();
            written?;
            read.map(|()| states)
        })
    }
}

/// Locks, ignoring poison: the data is valid after every panic.
fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The failure of a system that starts no thread.
fn no_thread(_: std::io::Error) -> Failure {
    Failure::usage("the system starts no thread", "end other programs, or raise its limits")
}

/// Reads blocks of whole lines, for the next idle worker; `dealt` is called before each.
#[allow(clippy::needless_pass_by_value)] // the channels end with it
fn read(
    inputs: Vec<Input>,
    tasks: SyncSender<Task>,
    order: SyncSender<Answer>,
    progress: &Progress,
    dealt: &mut impl FnMut(),
) -> Result<(), Failure> {
    let (mut block, mut number) = (Block { first: 1, ..Block::default() }, 1);
    // False where nobody takes blocks any more.
    let mut deal = |block: &mut Block, next: u64| {
        let empty = Block { first: next, bytes: Vec::with_capacity(BLOCK + 4096) };
        let block = std::mem::replace(block, empty);
        let (answer, take) = sync_channel(1);
        if block.bytes.is_empty() {
            return true;
        }
        dealt();
        order.send(take).is_ok() && tasks.send(Task { block, answer }).is_ok()
    };
    for mut input in inputs {
        while !progress.stop.load(Ordering::Relaxed) {
            let more = match add_line(&mut input, &mut block.bytes) {
                Ok(more) => more,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => {
                    deal(&mut block, number);
                    let error = anyhow::Error::new(error).context("cannot read the input");
                    return Err(Failure::Usage(error, Some("check where it comes from".to_owned())));
                }
            };
            if !more {
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

/// Adds the next line with its end, or [`TOO_LONG`] in place of one that is; false at the end of the input.
fn add_line(input: &mut Input, bytes: &mut Vec<u8>) -> std::io::Result<bool> {
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
        while !rest.is_empty() {
            let end =
                rest.get(..PIECE).and_then(|piece| memrchr(b'\n', piece)).or_else(|| memchr(b'\n', rest));
            let (piece, more) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
            if !progress.write(piece, out).map_err(not_written)? {
                break;
            }
            rest = more;
        }
        text.clear();
        locked(texts).push(text);
        if progress.stop.load(Ordering::Relaxed) {
            break;
        }
    }
    out.flush().map_err(not_written)
}

/// The failure of writing the answers.
pub fn not_written(error: std::io::Error) -> Failure {
    Failure::output(error, "cannot write the answers")
}
