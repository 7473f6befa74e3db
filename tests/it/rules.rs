//! What rules say of weeks written in one line.

mod amounts;
mod lines;
mod messages;
mod warnings;

use runplan::facts::request::Request;
use runplan::rules::Example;

/// A week in one line as the rules see it.
fn seen<T>(line: &str, look: impl FnOnce(&Request<'_>, &Example) -> T) -> T {
    let example = Example::parse(line).unwrap_or_else(|error| panic!("{line}: {error}"));
    let request = Request::from(&example);
    look(&request, &example)
}
