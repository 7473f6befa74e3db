//! The files of plans that a command names.

use crate::cli::edge::Failure;
use crate::cli::edge::read_file::{PLAN, read_text};
use crate::cli::edge::stderr::{say, to_programs};
use runplan::import::{self, ForeignPlan, joined};
use std::path::PathBuf;
use std::process::ExitCode;

/// Reports every failure, a blank line between them; the last one's exit code.
pub fn report_all(failures: Vec<Failure>) -> Option<ExitCode> {
    let mut last = None;
    for failure in failures {
        if last.is_some() && !to_programs() {
            say("\n");
        }
        last = Some(failure.report());
    }
    last
}

/// The plans of some files, and the files that are none.
pub struct PlanFiles {
    /// The plans; those that follow each other are joined.
    pub plans: Vec<ForeignPlan>,
    /// The files that could not be all.
    pub failures: Vec<Failure>,
    /// The names of all files.
    pub names: Vec<String>,
}

/// Fails where standard input is named more than once.
pub fn check_stdin_once<'a>(files: impl Iterator<Item = &'a PathBuf>) -> Result<(), Failure> {
    if files.filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure::usage("standard input can be read only once", "name files, or give one `-`"));
    }
    Ok(())
}

/// Reads the plans of all files; one that cannot be read does not stop the others.
pub fn read_plans(files: &[PathBuf]) -> PlanFiles {
    let mut all = PlanFiles { plans: Vec::new(), failures: Vec::new(), names: Vec::new() };
    for path in files {
        match read_text(path, PLAN) {
            Ok((name, text)) => {
                let (more, problems) = import::read(&text, all.names.len());
                all.plans.extend(more);
                if !problems.is_empty() {
                    let mut sources = vec![(String::new(), String::new()); all.names.len()];
                    sources.push((name.clone(), text));
                    all.failures.push(Failure::Input(problems, sources));
                }
                all.names.push(name);
            }
            Err(failure) => {
                all.failures.push(failure);
                all.names.push(path.display().to_string());
            }
        }
    }
    all.plans = joined(all.plans);
    all
}
