//! How the program is linked; the build script of the package, no part of the library.
//!
//! On Linux it is linked to fixed addresses. Its tables (time zones above all) are full of pointers, and a program that may
//! be loaded anywhere has all 34,000 of them corrected at every start: a third of the time and memory of `runplan week`.

fn main() {
    println!("cargo::rerun-if-changed=src/link.rs");
    let is = |key: &str, value: &str| std::env::var(key).is_ok_and(|is| is == value);
    let stands_alone = std::env::var("CARGO_CFG_TARGET_FEATURE")
        .is_ok_and(|all| all.split(',').any(|of| of == "crt-static"));
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && !stands_alone {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
