//! A program in a pseudo-terminal, and what is typed into it.

use nix::pty::openpty;
use nix::sys::termios::{Termios, tcgetattr};
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How it ended: all that the terminal showed, the code, and the terminal before and after.
pub struct Ended {
    pub shown: String,
    pub code: Option<i32>,
    pub before: Termios,
    pub after: Termios,
}

/// Runs a program in a terminal, and types each text when a prompt more is shown.
pub fn typed(mut command: Command, keys: &[&str]) -> Ended {
    let pty = openpty(None, None).expect("a terminal");
    let before = tcgetattr(&pty.slave).expect("its state");
    let stream = || Stdio::from(pty.slave.try_clone().expect("a stream"));
    command.stdin(stream()).stdout(stream()).stderr(stream());
    let mut child = command.spawn().expect("it starts");
    drop(command);
    let mut terminal = File::from(pty.master);
    let mut reader = terminal.try_clone().expect("a stream");
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(length @ 1..) = reader.read(&mut bytes) {
            if send.send(bytes[..length].to_vec()).is_err() {
                break;
            }
        }
    });
    let (mut shown, end) = (Vec::new(), Instant::now() + Duration::from_secs(60));
    let collect = |shown: &mut Vec<u8>| {
        if let Ok(bytes) = receive.recv_timeout(Duration::from_millis(50)) {
            shown.extend(bytes);
        }
    };
    for keys in keys {
        let from = shown.len();
        while !String::from_utf8_lossy(&shown[from..]).contains("> ") && Instant::now() < end {
            collect(&mut shown);
        }
        terminal.write_all(keys.as_bytes()).expect("typed");
    }
    let code = loop {
        collect(&mut shown);
        match child.try_wait().expect("it runs") {
            Some(status) => break status.code(),
            None => assert!(Instant::now() < end, "it hangs: {}", String::from_utf8_lossy(&shown)),
        }
    };
    collect(&mut shown);
    let after = tcgetattr(&pty.slave).expect("its state");
    Ended { shown: String::from_utf8_lossy(&shown).into_owned(), code, before, after }
}
