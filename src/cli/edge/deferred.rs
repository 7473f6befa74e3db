//! Arguments of a command that are put together when it is the one that was asked for.

use crate::cli::edge::stderr::options;
use clap::{ArgMatches, Args, Command, Error, FromArgMatches};

/// What a command is for, its examples (in the long help only), how it is written, and its options.
pub const TEMPLATE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// The arguments of one command of many: all of them together would take longer to put together than a week to plan.
#[derive(Debug)]
pub struct Later<T>(pub Box<T>);

impl<T: FromArgMatches> FromArgMatches for Later<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches(matches).map(|args| Self(Box::new(args)))
    }

    fn from_arg_matches_mut(matches: &mut ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches_mut(matches).map(|args| Self(Box::new(args)))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}

impl<T: Args> Args for Later<T> {
    fn augment_args(command: Command) -> Command {
        command.defer(whole::<T>)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// A command with its arguments.
fn whole<T: Args>(command: Command) -> Command {
    // The list of commands says what each is for; a comment on the arguments does not.
    let about = command.get_about().cloned();
    let command = T::augment_args(command).help_template(TEMPLATE).args(options());
    match about {
        Some(about) => command.about(about),
        None => command,
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::Cli;
    use clap::CommandFactory as _;
    use std::collections::BTreeMap;

    #[test]
    fn an_option_has_the_same_letter_everywhere_and_a_letter_one_option() {
        let mut all = Cli::command();
        all.build();
        let (mut of_letter, mut of_name) = (BTreeMap::new(), BTreeMap::new());
        for command in all.get_subcommands() {
            for option in command.get_arguments().filter(|of| !of.is_positional()) {
                let name = option.get_long().expect("every option has a long name");
                let letter = option.get_short();
                let same = of_name.entry(name.to_owned()).or_insert(letter);
                assert_eq!(*same, letter, "{}: --{name}", command.get_name());
                if let Some(letter) = letter {
                    let same = of_letter.entry(letter).or_insert_with(|| name.to_owned());
                    assert_eq!(same, name, "{}: -{letter}", command.get_name());
                }
            }
        }
        assert!(of_letter.len() > 4, "{of_letter:?}");
    }
}
