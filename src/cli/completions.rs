//! `runplan completions`: a script for a shell, which then completes commands, flags, and the words of this program.

use super::failure::Failure;
use super::output::to_stdout;
use clap::builder::PossibleValuesParser;
use clap::{Command, ValueHint};
use clap_complete::Shell;
use runplan::day::Day;
use runplan::docs::schema::SCHEMAS;
use runplan::exercise::Exercise;
use runplan::phase::Phase;
use runplan::rules::RULES;
use runplan::session::Placement;
use runplan::word::Word;
use std::process::ExitCode;

/// Prints a script for a shell.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan completions bash > ~/.local/share/bash-completion/completions/runplan
  runplan completions zsh > ~/.zfunc/_runplan
  runplan completions fish > ~/.config/fish/completions/runplan.fish")]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Runs the command.
pub fn run(args: &Args, command: Command) -> Result<ExitCode, Failure> {
    let mut command = with_words(command);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "runplan", &mut script);
    to_stdout(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}

fn ids<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.id()).collect()
}

/// The words that an argument of a command takes; none where it takes anything. Only here, since listing them costs what
/// no other command should pay.
fn words(command: &str, argument: &str) -> Vec<&'static str> {
    match (command, argument) {
        ("rules", "id") => RULES.iter().map(|rule| rule.id).collect(),
        ("exercises", "id") => Exercise::catalogue().iter().map(|exercise| &*exercise.id).collect(),
        ("schema", "name") => SCHEMAS.iter().map(|schema| schema.name).collect(),
        ("seasons", "name") | (_, "season") => ids::<Phase>(),
        (_, "placement") => ids::<Placement>(),
        (_, "day" | "block" | "days" | "long" | "speed") => ids::<Day>(),
        _ => Vec::new(),
    }
}

/// The commands with the words of their arguments, and files where files are meant.
fn with_words(mut command: Command) -> Command {
    // Arguments are put together late; here all of them are needed.
    command.build();
    command.mut_subcommands(|command| {
        let name = command.get_name().to_owned();
        command.mut_args(|argument| {
            let words = words(&name, argument.get_id().as_str());
            let file = ["profile", "output", "file", "files", "busy", "plan"];
            if !words.is_empty() {
                argument.value_parser(PossibleValuesParser::new(words))
            } else if file.contains(&argument.get_id().as_str()) {
                argument.value_hint(ValueHint::FilePath)
            } else {
                argument
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::with_words;
    use crate::cli::Cli;
    use clap::{CommandFactory as _, ValueEnum as _};
    use clap_complete::Shell;

    #[test]
    fn every_shell_knows_seasons_days_rules_formats_and_exercises() {
        for shell in Shell::value_variants() {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut with_words(Cli::command()), "runplan", &mut script);
            let script = String::from_utf8(script).expect("text");
            // These scripts complete flags and their values, but no words that stand alone, or no values at all.
            let no_values = [Shell::Elvish, Shell::PowerShell].contains(shell);
            let alone = *shell != Shell::Fish;
            let words = ["race-prep", "ndjson", "easy-days"].map(|word| (word, true));
            for (word, known) in
                words.into_iter().chain([("legs-before-key-run", alone), ("goblet-squat", alone)])
            {
                assert!(no_values || !known || script.contains(word), "{shell}: {word}");
            }
            assert!(script.contains("why-not"), "{shell}");
        }
    }
}
