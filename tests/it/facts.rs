//! What season, profile, race and health make of a request.

mod limits;
mod runs;

use runplan::facts::request::Request;
use runplan::rules::Example;

/// The request of a runner with these runs and facts; nothing else of the line counts.
fn request(line: &str) -> Request<'static> {
    let example = Example::parse(line).unwrap_or_else(|error| panic!("{line}: {error}"));
    Request::from(&example)
}
