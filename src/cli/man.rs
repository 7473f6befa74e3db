//! `runplan man`: the manual's pages, from the same text as `--help`.

use crate::cli::edge::Failure;
use crate::cli::edge::audience::Audience;
use crate::cli::edge::streams::print;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};
use runplan::word::nearest;
use std::process::ExitCode;

/// Prints a manual page.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan man | man -l -
  runplan man week > runplan-week.1")]
pub struct Args {
    /// The command [default: the program itself]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    /// Lists the commands that have a page
    #[arg(long, conflicts_with = "command")]
    list: bool,
}

const STATUS: [(&str, &str); 5] = [
    ("0", "Done."),
    (
        "1",
        "The answer is no: no week keeps every rule, a plan breaks one, a line of a batch was refused or wrong, or there is a warning and --deny-warnings is set.",
    ),
    ("2", "It could not be asked: a flag, a profile or another file is wrong."),
    ("3", "The output could not be written."),
    ("101", "A bug in runplan, which says so."),
];
const FILES: [(&str, &str); 2] = [
    ("./runplan.toml", "The profile of this folder."),
    (
        "$XDG_CONFIG_HOME/runplan/profile.toml",
        "Your profile anywhere else; ~/.config where XDG_CONFIG_HOME is not set.",
    ),
];
const ENVIRONMENT: [(&str, &str); 7] = [
    ("RUNPLAN_PROFILE", "The profile, where --profile names none; it comes before both files."),
    ("XDG_CONFIG_HOME", "The folder of configuration files."),
    ("SOURCE_DATE_EPOCH", "The present moment in seconds since 1970, where --now names none."),
    ("TZ", "The time zone you live in, for --busy, where --zone names none."),
    ("COLUMNS", "How wide text is written, 40 to 80 columns."),
    ("LC_ALL, LC_CTYPE, LANG", "Where the locale knows ASCII alone, text is written in ASCII."),
    ("NO_COLOR", "Errors without colour."),
];

/// Runs the command; `program` is the whole program as clap knows it.
pub fn run(args: &Args, program: Command) -> Result<ExitCode, Failure> {
    let all = commands(program);
    if args.list {
        let names: String = all.get_subcommands().map(|sub| sub.get_name().to_owned() + "\n").collect();
        print(&names, Audience::Other)?;
        return Ok(ExitCode::SUCCESS);
    }
    print(&page(&all, args.command.as_deref())?, Audience::Other)?;
    Ok(ExitCode::SUCCESS)
}

/// All commands, each with its full name; `help` has no page.
fn commands(program: Command) -> Command {
    let mut all = program.disable_help_subcommand(true);
    all.build();
    all
}

/// The page of a command, or of the program.
fn page(all: &Command, name: Option<&str>) -> Result<String, Failure> {
    let Some(name) = name else { return Ok(rendered(all.clone(), true)) };
    if let Some(command) = all.find_subcommand(name) {
        return Ok(rendered(command.clone(), false));
    }
    let near = nearest(name, all.get_subcommands().map(Command::get_name));
    let hint = near.map_or_else(
        || "`runplan --help` lists them".to_owned(),
        |near| format!("write `runplan man {near}`"),
    );
    Err(Failure::usage(format!("`{name}` is not a command"), hint))
}

fn rendered(command: Command, whole: bool) -> String {
    let examples = command.get_before_long_help().map(ToString::to_string).unwrap_or_default();
    let examples = examples.trim_start_matches("Examples:\n").to_owned();
    // The program's own says the exit codes, which have a section of their own.
    let more = command.get_after_help().filter(|_| !whole).map(ToString::to_string).unwrap_or_default();
    let name = command.get_display_name().unwrap_or("runplan").to_owned();
    let man = Man::new(command);
    // By hand, since an empty date is left out there, and what follows would stand in its place.
    let title = format!(
        ".TH {} 1 \"\" \"runplan {}\" \"Manual of runplan\"\n",
        name.to_uppercase(),
        env!("CARGO_PKG_VERSION")
    );
    let mut out = Vec::new();
    // Writing into memory does not fail.
    let mut all = || {
        man.render_name_section(&mut out)?;
        man.render_synopsis_section(&mut out)?;
        man.render_description_section(&mut out)?;
        if !more.is_empty() {
            Roff::new().control("PP", []).text([roman(more.replace('\n', " "))]).to_writer(&mut out)?;
        }
        man.render_options_section(&mut out)?;
        if whole {
            man.render_subcommands_section(&mut out)?;
        }
        listed("EXIT STATUS", if whole { &STATUS } else { &[] }).to_writer(&mut out)?;
        listed("FILES", if whole { &FILES } else { &[] }).to_writer(&mut out)?;
        listed("ENVIRONMENT", if whole { &ENVIRONMENT } else { &[] }).to_writer(&mut out)?;
        verbatim("EXAMPLES", &examples).to_writer(&mut out)?;
        if !whole {
            Roff::new()
                .control("SH", ["SEE ALSO"])
                .text([bold("runplan"), roman("(1), with exit status, files and environment")])
                .to_writer(&mut out)?;
        }
        Ok::<_, std::io::Error>(())
    };
    let _ = all();
    // Every section defines the apostrophe again; once is enough.
    let page = String::from_utf8_lossy(&out);
    let start = Roff::new().render();
    format!("{start}{title}{}", page.replace(&start, ""))
}

/// A section of names with what they mean; none at all where there are none.
fn listed(title: &str, rows: &[(&str, &str)]) -> Roff {
    let mut roff = Roff::new();
    for (i, (name, text)) in rows.iter().enumerate() {
        if i == 0 {
            roff.control("SH", [title]);
        }
        roff.control("TP", []).text([bold(*name)]).text([roman(*text)]);
    }
    roff
}

/// A section that stands as it is written.
fn verbatim(title: &str, text: &str) -> Roff {
    let mut roff = Roff::new();
    if !text.is_empty() {
        roff.control("SH", [title]).control("nf", []);
        for line in text.lines() {
            roff.text([roman(line.strip_prefix("  ").unwrap_or(line))] as [Inline; 1]);
        }
        roff.control("fi", []);
    }
    roff
}

#[cfg(test)]
mod tests {
    use super::{commands, page};
    use clap::CommandFactory as _;

    #[test]
    fn every_command_has_a_page() {
        let all = commands(crate::cli::Cli::command());
        for command in all.get_subcommands() {
            let name = command.get_name();
            let page = page(&all, Some(name)).expect("a page");
            for part in [
                ".TH RUNPLAN",
                " 1 \"\" \"runplan ",
                ".SH NAME",
                &format!("runplan\\-{} \\-", name.replace('-', "\\-")),
                ".SH SYNOPSIS",
                ".SH DESCRIPTION",
            ] {
                assert!(page.contains(part), "{name}: {part}\n{page}");
            }
            assert_eq!(page.contains(".SH EXAMPLES"), command.get_before_long_help().is_some(), "{name}");
        }
        assert!(all.get_subcommands().count() > 12);
        let page = page(&all, None).expect("a page");
        for part in ["NAME", "SYNOPSIS", "EXAMPLES", "\"EXIT STATUS\"", "FILES", "ENVIRONMENT"] {
            assert!(page.contains(&format!(".SH {part}\n")), "{part}");
        }
    }
}
