//! `runplan man`: manual pages, made from what the commands say about themselves.

use super::failure::Failure;
use super::output::to_stdout;
use clap::Command;
use runplan::word::nearest;
use std::process::ExitCode;

/// What holds for all commands, in the words of a manual page.
const MORE: &str = ".SH \"EXIT STATUS\"
.TP
.B 0
done
.TP
.B 1
the answer is no: no week keeps every rule, a check found errors, a line of a batch was refused or wrong
.TP
.B 2
it could not be asked: usage, profile, a file that cannot be read
.TP
.B 3
the output could not be written
.SH ENVIRONMENT
.TP
.B RUNPLAN_PROFILE
The profile, where no flag names one.
.TP
.B SOURCE_DATE_EPOCH
The present moment, in seconds since 1970.
.TP
.B COLUMNS
Columns of the page.
.TP
.B NO_COLOR
No colour, where it is set.
.SH FILES
.TP
.I ./runplan.toml
The profile of this folder.
.TP
.I $XDG_CONFIG_HOME/runplan/profile.toml
The profile where there is none here.
";

/// Prints a manual page.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan man | man -l -
  runplan man week > runplan-week.1")]
pub struct Args {
    /// The command; without it, the program
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// Runs the command.
pub fn run(args: &Args, mut command: Command) -> Result<ExitCode, Failure> {
    command.build();
    let named = match args.command.as_deref() {
        None => command,
        Some(name) => command.find_subcommand(name).cloned().ok_or_else(|| {
            let near = nearest(name, command.get_subcommands().map(Command::get_name));
            let hint = near
                .map_or_else(|| "`runplan --help` lists them".to_owned(), |near| format!("write `{near}`"));
            Failure::asked(format!("`{name}` is not a command"), hint)
        })?,
    };
    to_stdout(&page(named))?;
    Ok(ExitCode::SUCCESS)
}

fn page(command: Command) -> String {
    // In help examples come first, on a page last.
    let examples = command.get_before_long_help().cloned().unwrap_or_default();
    let command = command.after_long_help(examples);
    let man = clap_mangen::Man::new(command).manual("runplan");
    let mut text = Vec::new();
    // Writing to memory cannot fail.
    let _ = man.render(&mut text);
    String::from_utf8_lossy(&text).into_owned() + MORE
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::cli::Cli;
    use clap::CommandFactory as _;

    #[test]
    fn every_command_has_a_page() {
        let mut command = Cli::command();
        command.build();
        let commands: Vec<_> = command.get_subcommands().cloned().collect();
        assert!(commands.len() > 12);
        for command in commands {
            let text = page(command.clone());
            let examples = command.get_before_long_help().is_none() || text.contains("Examples:");
            assert!(examples, "{}", command.get_name());
            for head in [".SH NAME", ".SH SYNOPSIS", ".SH \"EXIT STATUS\""] {
                assert!(text.contains(head), "{}: {head}", command.get_name());
            }
        }
    }
}
