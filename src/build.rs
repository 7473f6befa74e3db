//! The build script of the package, no part of the library: the built-in data, and how the program is linked.
//!
//! The data of `plans/*.toml` is compiled in as Rust, since reading it would take longer than planning a week. A wrong
//! key, word or kind of value there stops the build with file and place. Ranges and contradictions are left to the
//! library's own reader: a test holds what is compiled in to what that reader makes of the files.

#[path = "build/exercises.rs"]
mod exercises;
#[path = "build/expression.rs"]
mod expression;
#[path = "build/seasons.rs"]
mod seasons;

use std::path::Path;
use std::{env, fs};

fn main() {
    for path in ["src/build.rs", "src/build", "plans"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = env::var_os("OUT_DIR").expect("cargo names a folder");
    for (file, expression) in [("seasons.rs", seasons::seasons()), ("exercises.rs", exercises::exercises())] {
        fs::write(Path::new(&out).join(file), expression).expect("the folder can be written to");
    }
    link();
}

/// Links the program to fixed addresses on Linux.
///
/// Its tables (time zones above all) are full of pointers, and a program that may be loaded anywhere has all 34,000 of
/// them corrected at every start: half of what starting `runplan week` takes (2.25 ms beside 1.24). The price: the
/// program's own addresses are the same in every run, so randomised layout (ASLR) protects its libraries, heap and
/// stack, but not its code. It reads a runner's own files and holds no `unsafe` of its own.
fn link() {
    let is = |key: &str, value: &str| env::var(key).is_ok_and(|is| is == value);
    if !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return;
    }
    let features = env::var("CARGO_CFG_TARGET_FEATURE").unwrap_or_default();
    if features.split(',').any(|feature| feature == "crt-static") {
        // `-no-pie` takes back the whole `-static-pie` of rustc, so that `-static` has to be said again.
        println!("cargo::rustc-link-arg-bins=-static");
    }
    println!("cargo::rustc-link-arg-bins=-no-pie");
}
