//! Lines through workers and out again in their order: blocks go round the workers in turn, and come back in turn.
//!
//! Memory does not grow with the input: each worker has at most a block before it and one behind it.

use super::failure::Failure;
use memchr::{memchr, memrchr};
use std::io::{BufRead as _, BufReader, ErrorKind, Read, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, ScopedJoinHandle};

/// Bytes of a block, about; what comes of it is some forty times as long.
const BLOCK: usize = 8 << 10;
/// Bytes of a line at most.
pub const LONGEST: usize = 1 << 20;
/// Blocks that wait before and behind a worker.
const WAITING: usize = 1;
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
    /// How many there are.
    pub count: u64,
    /// The lines, each with its end.
    pub bytes: Vec<u8>,
}

/// Behind a worker: the lines it answered with what came of them, and the way back for the text.
type Behind = (Receiver<(u64, Vec<u8>)>, SyncSender<Vec<u8>>);

/// How far it is, for everyone to see.
#[derive(Debug, Default)]
pub struct Progress {
    /// Lines that were written.
    pub lines: AtomicU64,
    /// Whether to stop: the reader went away, or the user asked.
    pub stop: AtomicBool,
    /// Whether the user asked.
    pub interrupted: AtomicBool,
}

/// Sends every line of the inputs through workers; `work` turns a block into its answers, `start` makes what a worker
/// keeps, `done` gets it back at the end.
pub fn through<W: Send>(
    inputs: Vec<Input>,
    threads: usize,
    progress: &Progress,
    out: &mut impl Write,
    start: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, &Lines, &mut Vec<u8>) + Sync,
) -> Result<Vec<W>, Failure> {
    std::thread::scope(|scope| {
        let (mut before, mut behind) = (Vec::new(), Vec::new());
        let mut workers: Vec<ScopedJoinHandle<'_, W>> = Vec::new();
        for _ in 0..threads {
            let (to, from): (SyncSender<Lines>, Receiver<Lines>) = sync_channel(WAITING);
            let (give, take) = sync_channel::<(u64, Vec<u8>)>(WAITING);
            let (give_back, take_back) = sync_channel::<Vec<u8>>(WAITING);
            let (start, work) = (&start, &work);
            let worker = Builder::new().spawn_scoped(scope, move || {
                let mut kept = start();
                for lines in from {
                    // A few large texts go round: new ones would be strewn among what is remembered.
                    let mut text = take_back.try_recv().unwrap_or_else(|_| Vec::with_capacity(64 * BLOCK));
                    work(&mut kept, &lines, &mut text);
                    if give.send((lines.count, text)).is_err() {
                        break; // nobody reads any more
                    }
                }
                kept
            });
            before.push(to);
            behind.push((take, give_back));
            let Ok(worker) = worker else {
                // What the system gives is for the reader and the work too.
                let half = workers.len().div_ceil(2);
                before.truncate(half);
                behind.truncate(half);
                for worker in workers.drain(half..) {
                    drop(worker.join());
                }
                break;
            };
            workers.push(worker);
        }
        if workers.is_empty() {
            return Err(no_thread());
        }
        let reading = Builder::new()
            .spawn_scoped(scope, move || read(inputs, &before, progress))
            .map_err(|_| no_thread())?;
        let written = write(&behind, progress, out);
        progress.stop.store(true, Ordering::Relaxed);
        drop(behind);
        let read = reading.join().unwrap_or(Ok(()));
        let kept: Vec<W> = workers.into_iter().filter_map(|worker| worker.join().ok()).collect();
        written?;
        read.map(|()| kept)
    })
}

fn no_thread() -> Failure {
    Failure::asked("the system starts no thread", "end other programs, or raise its limits")
}

/// Reads blocks of whole lines and deals them out.
fn read(inputs: Vec<Input>, workers: &[SyncSender<Lines>], progress: &Progress) -> Result<(), Failure> {
    let (mut block, mut number, mut turn) = (Lines { first: 1, ..Lines::default() }, 1, 0);
    let mut deal = |block: &mut Lines, next: u64| {
        let empty = Lines { first: next, count: 0, bytes: Vec::with_capacity(BLOCK + 4096) };
        let full = std::mem::replace(block, empty);
        let sent = full.bytes.is_empty() || workers[turn % workers.len()].send(full).is_ok();
        turn += 1;
        sent
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
            block.count += 1;
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
fn write(workers: &[Behind], progress: &Progress, out: &mut impl Write) -> Result<(), Failure> {
    for turn in 0.. {
        let (answers, give_back) = &workers[turn % workers.len()];
        let Ok((count, mut text)) = answers.recv() else { break };
        let mut rest = text.as_slice();
        while !rest.is_empty() && !progress.stop.load(Ordering::Relaxed) {
            let end =
                rest.get(..PIECE).and_then(|piece| memrchr(b'\n', piece)).or_else(|| memchr(b'\n', rest));
            let (piece, more) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
            match out.write_all(piece) {
                Ok(()) => rest = more,
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Err(Failure::Closed),
                Err(error) => {
                    let error = anyhow::Error::new(error).context("cannot write the answers");
                    return Err(Failure::Written(error));
                }
            }
        }
        progress.lines.fetch_add(count, Ordering::Relaxed);
        text.clear();
        // A worker that has one already, or is done, does without.
        let _ = give_back.try_send(text);
        if progress.stop.load(Ordering::Relaxed) {
            break;
        }
    }
    out.flush().map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::Closed,
        _ => Failure::Written(anyhow::Error::new(error).context("cannot write the answers")),
    })
}
