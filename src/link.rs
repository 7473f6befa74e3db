//! How the program is linked; the build script of the package, no part of the library.
//!
//! On Linux it is linked to fixed addresses. Its tables (time zones above all) are full of pointers, and a program that may
//! be loaded anywhere has all 34,000 of them corrected at every start: a third of the time and memory of `runplan week`.
//!
//! GCC's unwinder goes into the program instead of being looked for, mapped and bound at every start (40,000 instructions),
//! where the compiler's own library has it. `-static-libgcc` does nothing here, since rustc asks for `gcc_s` by name; so the
//! name is answered by a linker script that leads to the archive.

use std::{env, error::Error, fs, path::Path, process::Command};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/link.rs");
    let is = |key: &str, value: &str| env::var(key).is_ok_and(|is| is == value);
    let stands_alone =
        env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|all| all.split(',').any(|of| of == "crt-static"));
    if !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") || stands_alone {
        return Ok(());
    }
    println!("cargo::rustc-link-arg-bins=-no-pie");
    if is("HOST", &env::var("TARGET")?) && has_unwinder() {
        let dir = env::var("OUT_DIR")?;
        fs::write(Path::new(&dir).join("libgcc_s.so"), "INPUT(-lgcc_eh)\n")?;
        println!("cargo::rustc-link-arg-bins=-L{dir}");
    }
    Ok(())
}

/// Whether the compiler that links knows its unwinder as an archive: it answers with a path then, else with the bare name.
fn has_unwinder() -> bool {
    Command::new("cc")
        .arg("-print-file-name=libgcc_eh.a")
        .output()
        .is_ok_and(|said| said.status.success() && said.stdout.contains(&b'/'))
}
