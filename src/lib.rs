//! `runplan` plans a runner's training week: strength, mobility and rest around the key runs, provably best, and says why.
//!
//! It is a pure function. A profile, a season and a Monday go in; the best week comes out, or the smallest set of rules
//! and facts that cannot hold together.
//!
//! ```
//! use runplan::{day::Days, document, plan::{plan, Outcome}, profile, rules::MONDAY, solve::Situation};
//!
//! let (document, problems) = document::toml("season = 'race-prep'\n[runs]\ndays = ['tue', 'thu', 'sun']\nlong = 'sun'", 0);
//! assert!(problems.is_empty());
//! let profile = profile::read(&document).expect("a profile without contradictions");
//! let situation = Situation::new(profile, None, MONDAY, Days::NONE).expect("a season and what it needs");
//! let Outcome::Week(week) = plan(&situation) else { panic!("no week keeps every rule") };
//! assert_eq!(week.days.iter().filter(|day| day.rest).count(), 2);
//! ```
//!
//! # Layers
//!
//! A module uses only those above it in this list; `tests/layers.rs` holds it to that.
//!
//! | layer | modules | what they are |
//! |---|---|---|
//! | words | [`word`], [`day`], [`session`], [`score`], [`clock`], [`load`], [`lines`], [`memory`] | closed vocabularies and plain values |
//! | calendar | [`race`], [`phase`], [`week`] | race dates, seasons as a closed set, a placed week |
//! | input | [`problem`], [`document`], [`reader`], [`profile`], [`exercise`], [`season`], `ical`, `busy` | texts to typed values, every problem at once |
//! | facts | [`limits`], [`draft`], [`facts`], [`workout`], [`training`], [`written`] | what season, race and health make of the profile; a session as blocks of exercises; a plan that someone wrote |
//! | rules | [`rule`], [`warning`], [`rules`] | what a rule is; every rule, one a file |
//! | search | [`solve`], [`prescription`] | rules to tables, the best week, the smallest conflict; exercises for its sessions |
//! | answer | [`explain`], [`mend`], [`reason`], [`plan`], [`question`], [`check`], [`compare`] | the second look, reasons, the finished value, "why not" |
//! | output | [`export`], [`docs`] | formats; tables and pages from the registries |
//! | many | [`batch`] | a line in, a line out |
//!
//! # Invariants
//!
//! 1. The library reads no file, clock, environment or terminal and writes to none; the date is an argument.
//! 2. clap and anyhow live only in the command line: the library builds without the feature `cli`.
//! 3. The search knows what a rule looks at ([`rule::Looks`]), never a rule. Rules know no search and no layout.
//! 4. An export sees a [`plan::Plan`] and returns text. It cannot fail and cannot score.
//! 5. Same input, same bytes: no hash maps, ties broken by rule.
//! 6. The finished week is checked again by code that is not the search: [`explain::findings`] asks the same rules about
//!    the whole week, and tests show that both agree.

pub mod batch;
#[cfg(feature = "calendar")]
pub mod busy;
pub mod check;
pub mod clock;
pub mod compare;
pub mod day;
pub mod docs;
pub mod document;
pub mod draft;
pub mod exercise;
pub mod explain;
pub mod export;
pub mod facts;
#[cfg(feature = "calendar")]
mod ical;
pub mod limits;
pub mod lines;
pub mod load;
pub mod memory;
pub mod mend;
pub mod phase;
pub mod plan;
pub mod prescription;
pub mod problem;
pub mod profile;
pub mod question;
pub mod race;
pub mod reader;
pub mod reason;
pub mod rule;
pub mod rules;
pub mod score;
pub mod season;
pub mod session;
pub mod solve;
pub mod training;
pub mod warning;
pub mod week;
pub mod word;
pub mod workout;
pub mod written;
