//! A folder of files, one a session.

use crate::cli::edge::Failure;
use crate::cli::edge::output::{FileArgs, tell_written};
use crate::cli::edge::stderr::{name, tell};
use crate::cli::edge::streams::write_bytes;
use crate::cli::edge::target::{Target, cannot};
use chrono::NaiveDate;
use runplan::export::fit::not_on_watch;
use runplan::export::{Options, SessionFile, SessionFormat};
use runplan::plan::{Plan, PlannedDay, PlannedSession};
use runplan::week::dates::monday_of;
use runplan::week::day::Day;
use runplan::week::kind::Kind;
use runplan::word::Word as _;
use std::collections::BTreeSet;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

/// The days of some weeks.
pub fn days<'p>(plans: &[&'p Plan]) -> Vec<&'p PlannedDay> {
    plans.iter().flat_map(|plan| &plan.days).collect()
}

/// A folder that the files of sessions go to.
pub struct Folder<'a> {
    path: &'a Path,
    file: &'a FileArgs,
    format: &'static SessionFormat,
}

impl<'a> Folder<'a> {
    /// The folder that was named. Fails where there can be none.
    pub fn find(file: &'a FileArgs, format: &'static SessionFormat) -> Result<Self, Failure> {
        let is_file = |path: &Path| {
            let has_ending =
                path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(format.ending));
            !path.is_dir() && (path.exists() || has_ending)
        };
        let path = file.file().filter(|path| !is_file(path)).ok_or_else(|| {
            let message = format!("in {} each session is a file of its own", format.name);
            Failure::usage(
                message,
                "name a folder for them: `-o week/`; or write one day with `runplan session`",
            )
        })?;
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        if let Some(parent) = parent.filter(|parent| !parent.is_dir()) {
            let error = anyhow::anyhow!("the directory {} does not exist", name(parent));
            return Err(cannot(path, error));
        }
        Ok(Self { path, file, format })
    }

    /// Writes the sessions of some weeks, and takes away files of ours that are of these weeks and not of the plan any more.
    pub fn write(
        &self,
        days: &[&PlannedDay],
        is_planned: impl Fn(NaiveDate) -> bool,
        options: &Options,
    ) -> Result<(), Failure> {
        let files: Vec<SessionFile> = days.iter().flat_map(|day| self.format.day(day, options)).collect();
        if !self.path.is_dir() {
            std::fs::create_dir(self.path).map_err(|error| cannot(self.path, error.into()))?;
        }
        // All are looked at before the first is written.
        let place = |file: &SessionFile| self.path.join(&file.name);
        let targets = files.iter().map(|file| self.file.target(&place(file), self.format));
        let targets: Vec<Target> = targets.collect::<Result<_, _>>()?;
        for (target, file) in targets.iter().zip(&files) {
            target.write(&file.bytes)?;
        }
        let written: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let gone = self.stale(&written, is_planned);
        for path in &gone {
            std::fs::remove_file(path).map_err(|error| cannot(path, error.into()))?;
        }
        self.tell(files.len(), gone.len());
        tell_not_on_watch(days.iter().flat_map(|day| &day.sessions));
        Ok(())
    }

    /// Files of ours with dates that were planned, and that were not written now.
    fn stale(&self, written: &BTreeSet<&str>, is_planned: impl Fn(NaiveDate) -> bool) -> Vec<PathBuf> {
        let entries = self.path.read_dir().into_iter().flatten().flatten();
        let is_stale = |path: &PathBuf| {
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
            let monday = self.format.date(name).and_then(monday_of);
            let is_planned = monday.is_some_and(&is_planned) && !written.contains(name);
            is_planned
                && path.is_file()
                && std::fs::read(path).is_ok_and(|bytes| (self.format.is_own)(&bytes))
        };
        entries.map(|entry| entry.path()).filter(is_stale).collect()
    }

    fn tell(&self, written: usize, gone: usize) {
        let files = |number: usize| format!("{number} file{}", if number == 1 { "" } else { "s" });
        let away = match gone {
            0 => String::new(),
            gone => format!("; {} of sessions that are not in the plan any more went", files(gone)),
        };
        tell_written(&format!("{} to {}{away}", files(written), name(self.path)));
        if written == 0 {
            let hint = "runs are yours: they go to a calendar with `-o week.ics`".to_owned();
            tell("note", "there is no strength and no mobility in it, so there is no file", &[hint]);
        }
    }
}

/// Writes the sessions of one day: into a folder, or the one that matters most into a file.
pub fn write_day(
    plan: &Plan,
    day: Day,
    format: &'static SessionFormat,
    file: &FileArgs,
    options: &Options,
) -> Result<(), Failure> {
    let day = &plan.days[day.index()];
    let mut files = format.day(day, options);
    // Whatever the hour, strength is what a watch is worn for.
    files.sort_by_key(|file| file.id.kind != Kind::Strength);
    let Some((first, others)) = files.split_first() else {
        let has_one = |day: &&PlannedDay| !format.day(day, options).is_empty();
        let days: Vec<&str> = plan.days.iter().filter(has_one).map(|day| day.day.name()).collect();
        let hint = match days.as_slice() {
            [] => "runs are yours: they go to a calendar with `runplan week -o week.ics`".to_owned(),
            days => format!("there is one on {}", days.join(", ")),
        };
        return Err(Failure::usage(
            format!("{} has no strength and no mobility for a watch", day.day.name()),
            hint,
        ));
    };
    if file.is_folder() {
        return Folder::find(file, format)?.write(&[day], |_| false, options);
    }
    match file.file() {
        Some(path) => {
            file.target(path, format)?.write(&first.bytes)?;
            tell_written(&name(path));
        }
        None if std::io::stdout().is_terminal() => {
            let message = format!("{} is for a file: a terminal cannot show it", format.name);
            return Err(Failure::usage(
                message,
                format!("name one: `-o {}.{}`", day.day.id(), format.ending),
            ));
        }
        None => write_bytes(&first.bytes)?,
    }
    if let Some(other) = others.first() {
        let hint = format!("name a folder for both: `-o {}/`", day.day.id());
        tell("note", &format!("this is {}; {} is a file of its own", first.what, other.what), &[hint]);
    }
    tell_not_on_watch(day.sessions.iter().filter(|session| session.id == first.id));
    Ok(())
}

/// Says which exercises a watch has no name for.
fn tell_not_on_watch<'p>(sessions: impl Iterator<Item = &'p PlannedSession>) {
    let workouts = sessions.filter_map(|session| session.workout.as_deref());
    let names: BTreeSet<&str> = workouts.flat_map(not_on_watch).collect();
    if !names.is_empty() {
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        let message = format!("watches have no name of their own for: {names} [exercise-not-on-watch]");
        tell(
            "note",
            &message,
            &["they stand there under these names, and count as unknown exercises".to_owned()],
        );
    }
}
