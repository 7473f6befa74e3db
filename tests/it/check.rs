//! Weeks and plans as they were printed or written, against the rules.

mod agreement;
mod field_cases;
mod foreign_plans;
mod printed_weeks;

use runplan::check::{Report, Standard, check};
use runplan::import;

/// A plan as it is read, held to the rules.
fn checked(text: &str) -> Report {
    let (plans, problems) = import::read(text, 0);
    assert!(problems.is_empty(), "{problems:?}");
    check(&import::joined(plans), &Standard::default())
}
