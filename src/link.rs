//! How the program is linked; the build script of the package, no part of the library.
//!
//! Three wishes, each put to the linker with an empty program first, since what one linker takes another does not know:
//!
//! * On Linux the program is linked to fixed addresses. Its tables (time zones above all) are full of pointers, and a program
//!   that may be loaded anywhere has all 34,000 of them corrected at every start: a third of the time and memory of
//!   `runplan week`. The same goes for one that shares no library (`+crt-static`).
//! * GCC's unwinder goes into the program instead of being looked for, mapped and bound at every start (40,000
//!   instructions). `-static-libgcc` does nothing here, since rustc asks for `gcc_s` by name; so the name is answered by a
//!   linker script that leads to the archive.
//! * What `runplan week` runs stands together. The kernel maps 64 KB around every page that is touched: the fifth of the
//!   program that a week needs, spread over all of it, brings in three quarters.

use std::{
    env,
    error::Error,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Parts of the names of what a week runs.
const WEEK: &str = include_str!("link.order");

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/link.rs");
    println!("cargo::rerun-if-changed=src/link.order");
    let is = |key: &str, value: &str| env::var(key).is_ok_and(|is| is == value);
    if !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return Ok(());
    }
    let stands_alone =
        env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|all| all.split(',').any(|of| of == "crt-static"));
    let dir = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo gives a build script a directory")?);
    fs::write(dir.join("libgcc_s.so"), "INPUT(-lgcc_eh)\n")?;
    fs::write(dir.join("week.ld"), together())?;
    fs::write(dir.join("empty.rs"), "fn main() {}\n")?;
    let mut wishes = if stands_alone {
        // `-no-pie` takes back the whole `-static-pie` of rustc, so that `-static` has to be said again.
        vec![vec!["-static".to_owned(), "-no-pie".to_owned()]]
    } else {
        vec![vec!["-no-pie".to_owned()], vec![format!("-L{}", dir.display())]]
    };
    if is("PROFILE", "release") {
        wishes.push(vec![format!("-T{}", dir.join("week.ld").display())]);
    }
    let mut taken = Vec::new();
    for wish in wishes {
        let before = taken.len();
        taken.extend(wish);
        if !links(&dir, &taken) {
            taken.truncate(before);
        }
    }
    for wish in taken {
        println!("cargo::rustc-link-arg-bins={wish}");
    }
    Ok(())
}

/// A linker script that puts the functions of a week in front of all others.
fn together() -> String {
    let parts = WEEK.lines().filter(|part| !part.is_empty() && !part.starts_with('#'));
    let parts: Vec<String> = parts.map(|part| format!("    *(.text.*{part}*)\n")).collect();
    format!(
        "SECTIONS {{\n  .text.week : {{\n{}    *(.text.main)\n  }}\n}}\nINSERT BEFORE .text;\n",
        parts.concat()
    )
}

/// Whether an empty program is linked with these arguments, by the compiler and the linker that cargo is about to use.
fn links(dir: &Path, arguments: &[String]) -> bool {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc")));
    rustc.arg("--target").arg(env::var_os("TARGET").unwrap_or_default());
    if let Some(linker) = env::var_os("RUSTC_LINKER") {
        rustc.arg("-C").arg(["linker=".into(), linker].into_iter().collect::<OsString>());
    }
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    rustc.args(flags.split('\u{1f}').filter(|flag| !flag.is_empty()));
    rustc.args(arguments.iter().flat_map(|argument| ["-C".to_owned(), format!("link-arg={argument}")]));
    rustc.arg("-o").arg(dir.join("empty")).arg(dir.join("empty.rs"));
    rustc.output().is_ok_and(|said| said.status.success())
}
