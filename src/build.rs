//! How the program is linked; the build script of the package, no part of the library.
//!
//! On Linux the program is linked to fixed addresses. Its tables (time zones above all) are full of pointers, and a
//! program that may be loaded anywhere has all 34,000 of them corrected at every start: half of what starting
//! `runplan week` takes (2.25 ms beside 1.24). The price: the program's own addresses are the same in every run, so
//! randomised layout (ASLR) protects its libraries, heap and stack, but not its code. It reads a runner's own files and
//! holds no `unsafe` of its own.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
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
