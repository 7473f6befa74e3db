//! `runplan completions`: a script that completes commands, flags and the words that stand as their values.
//!
//! The words are put into the commands here alone, so that no other command has to list them when it starts.

use crate::cli::edge::Failure;
use crate::cli::edge::audience::Audience;
use crate::cli::edge::streams::print;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;
use runplan::docs::schema::SCHEMAS;
use runplan::exercise::Exercise;
use runplan::profile::Equipment;
use runplan::rules::RULES;
use runplan::week::day::Day;
use runplan::week::phase::Phase;
use runplan::week::race::Distance;
use runplan::week::session::{Experience, Placement};
use runplan::word::Word;
use std::fmt::Write as _;
use std::process::ExitCode;

/// Prints a completion script.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan completions bash > ~/.local/share/bash-completion/completions/runplan
  runplan completions zsh > ~/.zfunc/_runplan          with ~/.zfunc in $fpath
  runplan completions fish > ~/.config/fish/completions/runplan.fish
  runplan completions elvish > ~/.config/elvish/lib/runplan.elv   and `use runplan` in rc.elv
  runplan completions powershell >> $PROFILE")]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Runs the command; `program` makes the whole program as clap knows it.
pub fn run(args: &Args, program: fn() -> Command) -> Result<ExitCode, Failure> {
    print(&script(args.shell, program), Audience::Other)?;
    Ok(ExitCode::SUCCESS)
}

/// The script for a shell.
fn script(shell: Shell, program: fn() -> Command) -> String {
    // Kept to the end, as clap's values have to be; the program does nothing after this.
    let commands: Vec<&'static str> =
        program().get_subcommands().map(|sub| &*sub.get_name().to_owned().leak()).collect();
    let mut command = program();
    // Arguments are put together late; here all of them are needed.
    command.build();
    command = command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        sub.mut_args(|arg| told(&name, &commands, arg))
    });
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "runplan", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    // What clap's own scripts leave out: a season that is a word or a file, and words that stand without a flag; in
    // two shells the words of flags too.
    match shell {
        Shell::Zsh => zsh(&script),
        Shell::Fish => fish(&script, &command),
        Shell::Elvish => elvish(&script, &command),
        Shell::PowerShell => powershell(&script, &command),
        _ => script, // bash takes file names where no word fits
    }
}

fn zsh(script: &str) -> String {
    let seasons = ids::<Phase>().join(" ");
    let function =
        format!("\n_runplan_season() {{\n    compadd -- {seasons}\n    _files\n}}\n\n_runplan() {{");
    script
        .replace(&format!(":SEASON:({seasons})"), ":SEASON:_runplan_season")
        .replacen("\n_runplan() {", &function, 1)
}

fn fish(script: &str, command: &Command) -> String {
    let seasons = |files: &str| format!(" -r {files} -a \"{}\\t", Phase::ALL[0].id());
    let mut script = script.replace(&seasons("-f"), &seasons("-F"));
    for sub in command.get_subcommands() {
        let words: Vec<_> = sub.get_positionals().flat_map(possible).collect();
        if !words.is_empty() {
            let (name, words) = (sub.get_name(), words.join(" "));
            let _ = writeln!(
                script,
                "complete -c runplan -n \"__fish_runplan_using_subcommand {name}\" -f -a \"{words}\""
            );
        }
    }
    script
}

fn elvish(script: &str, command: &Command) -> String {
    let rows = rows(command, |key, words| format!("        &'{key}'= [{}]\n", words.join(" ")));
    script
        .replacen(
            "    var completions = [",
            &format!("    var values = [\n{rows}    ]\n    var completions = ["),
            1,
        )
        .replacen(
            "    $completions[$command]\n",
            "    var asked = $command' '$words[-2]
    if (has-key $values $asked) {
        all $values[$asked]
    } else {
        if (has-key $values $command) { all $values[$command] }
        if (has-key $completions $command) { $completions[$command] }
    }
",
            1,
        )
}

fn powershell(script: &str, command: &Command) -> String {
    let quoted = |words: &[String]| format!("'{}'", words.join("', '"));
    let rows = rows(command, |key, words| format!("        '{key}' = @({})\n", quoted(words)));
    let before = format!(
        "    $values = @{{
{rows}    }}
    $previous = $commandElements | Where-Object {{ $_.Extent.EndOffset -lt $cursorPosition }} | Select-Object -Last 1
    $asked = \"$command $($previous.Extent.Text)\"
    if ($values.ContainsKey($asked)) {{
        return $values[$asked] -like \"$wordToComplete*\"
    }}
    if ($values.ContainsKey($command)) {{
        $values[$command] -like \"$wordToComplete*\"
    }}

    $completions = @("
    );
    script.replacen("    $completions = @(", &before, 1)
}

/// An argument with the words it takes, or with what else it is.
fn told(command: &str, commands: &[&'static str], arg: Arg) -> Arg {
    if let Some(words) = words(command, commands, arg.get_id().as_str()) {
        return arg.value_parser(PossibleValuesParser::new(words));
    }
    let is_file = arg.get_value_names().is_some_and(|names| names.iter().any(|name| name.as_str() == "FILE"));
    if !arg.get_action().takes_values() {
        return arg;
    }
    // A date, a number, a time: files in its place would mislead.
    arg.value_hint(if is_file { ValueHint::FilePath } else { ValueHint::Other })
}

/// The words of an argument, where they are known and not in its definition already.
fn words(command: &str, commands: &[&'static str], arg: &str) -> Option<Vec<&'static str>> {
    Some(match (command, arg) {
        (_, "season") | ("seasons", "name") => ids::<Phase>(),
        ("rules", "id") => RULES.iter().map(|rule| rule.id).collect(),
        ("exercises", "id") => Exercise::catalogue().iter().map(|exercise| &*exercise.id).collect(),
        ("schema", "name") => SCHEMAS.iter().map(|schema| schema.name).collect(),
        ("man", "command") => commands.to_vec(),
        (_, "week") => vec!["this", "next"],
        (_, "placement") => ids::<Placement>(),
        (_, "day" | "block") | ("init", "days" | "long" | "speed") => ids::<Day>(),
        (_, "distance") => ids::<Distance>(),
        (_, "level") => ids::<Experience>(),
        (_, "equipment") => ids::<Equipment>(),
        _ => return None,
    })
}

fn ids<T: Word>() -> Vec<&'static str> {
    T::ALL.iter().map(|word| word.id()).collect()
}

fn possible(arg: &Arg) -> Vec<String> {
    if !arg.get_action().takes_values() {
        return Vec::new();
    }
    arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

/// Words by what was written before them: `runplan;week --season`, `runplan;why-not;legs`.
fn rows(command: &Command, row: impl Fn(&str, &[String]) -> String) -> String {
    let mut rows = String::new();
    for sub in command.get_subcommands() {
        let path = format!("runplan;{}", sub.get_name());
        for arg in sub.get_opts() {
            let words = possible(arg);
            let short = arg.get_short().map(|short| format!("-{short}"));
            let long = arg.get_long().map(|long| format!("--{long}"));
            for flag in short.into_iter().chain(long).filter(|_| !words.is_empty()) {
                rows += &row(&format!("{path} {flag}"), &words);
            }
        }
        let mut before = vec![path];
        for arg in sub.get_positionals() {
            let words = possible(arg);
            if words.is_empty() {
                break;
            }
            rows.extend(before.iter().map(|path| row(path, &words)));
            before = before
                .iter()
                .flat_map(|path| words.iter().map(move |word| format!("{path};{word}")))
                .collect();
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{Shell, script};
    use crate::cli::Cli;
    use clap::{CommandFactory as _, ValueEnum as _};

    #[test]
    fn every_shell_completes_seasons_and_rules() {
        for shell in Shell::value_variants() {
            let script = script(*shell, Cli::command);
            for word in ["race-prep", "legs-before-key-run", "easy-days", "why-not", "single-leg-calf-raise"]
            {
                assert!(script.contains(word), "{shell}: {word}");
            }
        }
    }

    #[test]
    fn a_season_is_a_word_or_a_file() {
        let zsh = script(Shell::Zsh, Cli::command);
        assert!(zsh.contains("\n_runplan_season() {") && zsh.contains(":SEASON:_runplan_season"));
        assert!(
            script(Shell::Fish, Cli::command).contains(
                " -l season -d 'The season: a name, or your own season file' -r -F -a \"off-season"
            )
        );
        assert!(script(Shell::Bash, Cli::command).contains("-o default runplan"));
        assert!(script(Shell::Elvish, Cli::command).contains("has-key $values $asked"));
        assert!(script(Shell::PowerShell, Cli::command).contains("$values.ContainsKey($asked)"));
    }
}
