//! `runplan set`: one key of the profile file changed, all else as it stands there.

mod edit;

use crate::cli::config::shown;
use crate::cli::edge::Failure;
use crate::cli::edge::audience::Audience;
use crate::cli::edge::profile_args::is_json;
use crate::cli::edge::profile_path::path;
use crate::cli::edge::read_file::{PROFILE, read_whole};
use crate::cli::edge::stderr::{is_quiet, name, say, tell, to_programs};
use crate::cli::edge::streams::print;
use crate::cli::edge::target::{Target, cannot};
use runplan::input::Problem;
use runplan::input::document::{self, Node, setting};
use runplan::profile::{Profile, read_all};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Changes a key of the profile.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan set runs.days tue,sat,sun
  runplan set strength.minutes 30
  runplan set time.sun 08:00-12:00 --profile maya.toml
  runplan set race.date 2027-02-14
  runplan set runs.speed --remove")]
pub struct Args {
    /// The key, as in `strength.minutes`
    key: String,
    /// Its value, as `--set` takes it: words and lists need no quotes
    #[arg(required_unless_present = "remove", conflicts_with = "remove")]
    value: Option<String>,
    /// Takes the key out
    #[arg(long)]
    remove: bool,
    /// The profile, TOML; - is standard input, and then the new text is printed [default: the one that every command finds]
    #[arg(long, short, value_name = "FILE")]
    profile: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let path = there(args.profile.as_deref())?;
    let piped = path.as_os_str() == "-";
    let target = if piped { None } else { Some(Target::find(&path, true)?) };
    // Of two that change one profile the second sees what the first wrote.
    let turn = target.as_ref().map(Target::turn).transpose()?;
    let (shown_name, whole) = read_whole(&path, PROFILE)?;
    let text = whole.trim_start_matches('\u{feff}');
    let mark = &whole[..whole.len() - text.len()];
    if is_json(&shown_name, text) {
        return Err(Failure::usage(
            format!("{} is JSON, and `set` changes TOML alone", name(Path::new(&shown_name))),
            "change it in an editor; `runplan init` writes a TOML profile",
        ));
    }
    let change = args.change(&shown_name, text)?;
    let new = format!("{mark}{}", change.text);
    if new != whole || piped {
        match &target {
            None => print(&new, Audience::Other)?,
            Some(_) if path.metadata().is_ok_and(|there| there.permissions().readonly()) => {
                return Err(cannot(&path, anyhow::anyhow!("it may only be read")));
            }
            Some(target) => target.write(new.as_bytes())?,
        }
    }
    drop(turn);
    let said = format!("{}: {} → {}", args.key(), change.before, change.after);
    if to_programs() {
        tell("note", &said, &[]);
    } else if !is_quiet() {
        say(&format!("{said}\n"));
    }
    Ok(ExitCode::SUCCESS)
}

/// The path of the profile that is to be changed. Fails where there is none.
fn there(named: Option<&Path>) -> Result<PathBuf, Failure> {
    let Some((_, path)) = path(named) else {
        return Err(Failure::usage(
            "there is no profile to change",
            "write your first one with `runplan init`, or name a file with `--profile FILE`",
        ));
    };
    if path.as_os_str() != "-" && path.symlink_metadata().is_err() {
        return Err(Failure::usage(
            format!("{} is not there", name(&path)),
            "name another profile, or write your first one with `runplan init`",
        ));
    }
    Ok(path)
}

/// A new text of a profile, and what a key was and is.
struct Change {
    text: String,
    before: String,
    after: String,
}

/// What stands for a key that a profile does not have.
const UNSAID: &str = "not said";

impl Args {
    fn key(&self) -> &str {
        self.key.trim()
    }

    /// The text of the profile with the change. Fails where it would be no profile any more.
    fn change(&self, file: &str, text: &str) -> Result<Change, Failure> {
        let expression = format!("{}={}", self.key, self.value.as_deref().unwrap_or("0"));
        let sources = || vec![(file.to_owned(), text.to_owned()), ("set".to_owned(), expression.clone())];
        let wrong = |mut problems: Vec<Problem>| {
            problems.sort_by_key(Problem::order);
            Failure::Input(problems, sources())
        };
        let (node, problems) = document::toml(text, 0);
        if !problems.is_empty() {
            return Err(wrong(problems));
        }
        let node = node.into_owned();
        let setting = setting(&expression, 1).map_err(|problem| wrong(vec![problem]))?;
        let entry = edit::entry(&node, setting.path);
        let told = |node: &Node<'_>| shown(node);
        let before = entry.map_or_else(|| UNSAID.to_owned(), |entry| told(&entry.node));
        let after = if self.remove { UNSAID.to_owned() } else { told(&setting.node) };
        let (new, wanted) = if self.remove {
            let Some(entry) = entry else {
                return Err(Failure::usage(
                    format!("`{}` is not in {}", setting.path, name(Path::new(file))),
                    "run `runplan config` for what is",
                ));
            };
            (edit::without(text, setting.path, entry), None)
        } else {
            let mut wanted = node.clone();
            let put = wanted.set(setting.path, &setting.places, setting.node.clone());
            put.map_err(|problem| wrong(vec![problem]))?;
            let (wanted, problems) = read_all(&wanted);
            if !problems.is_empty() {
                return Err(wrong(problems));
            }
            (edit::with(text, setting.path, entry, &setting.node), Some(wanted))
        };
        let new = new.filter(|new| wanted.as_ref().is_none_or(|wanted| is_profile(new, wanted)));
        let Some(new) = new else {
            return Err(Failure::usage(
                format!("`{}` cannot be changed where it stands in {}", setting.path, name(Path::new(file))),
                "change it in an editor",
            ));
        };
        // What is missed without the key has its place in the new text.
        let (left, _) = document::toml(&new, 0);
        let (_, problems) = read_all(&left);
        if !problems.is_empty() {
            return Err(Failure::Input(problems, vec![(file.to_owned(), new.clone())]));
        }
        Ok(Change { text: new, before, after })
    }
}

/// Whether a text is a profile that says this.
fn is_profile(text: &str, wanted: &Profile) -> bool {
    let (node, problems) = document::toml(text, 0);
    problems.is_empty() && read_all(&node).0 == *wanted
}
