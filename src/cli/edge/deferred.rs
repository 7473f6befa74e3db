//! Arguments of a command that are built only when that command is used.

use crate::cli::edge::stderr::options;
use clap::{ArgMatches, Args, Command, Error, FromArgMatches};

/// The help of a command: its purpose, its examples (in the long help only), its usage and its options.
pub const TEMPLATE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// The arguments of one command, built when it is used: building those of all commands takes longer than planning a week.
#[derive(Debug)]
pub struct Deferred<T>(pub Box<T>);

impl<T: FromArgMatches> FromArgMatches for Deferred<T> {
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

impl<T: Args> Args for Deferred<T> {
    fn augment_args(command: Command) -> Command {
        command.defer(with_args::<T>)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// A command with its arguments.
fn with_args<T: Args>(command: Command) -> Command {
    // The list of commands says what each is for; a comment on the arguments does not.
    let about = command.get_about().cloned();
    let command = T::augment_args(command).help_template(TEMPLATE).args(options());
    match about {
        Some(about) => command.about(about),
        None => command,
    }
}
