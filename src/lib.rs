//! `runplan` plans a runner's training week: strength, mobility and rest around the key runs, provably
//! the best week under its rules, and says why.
//!
//! It is a pure function. A profile, a season and a Monday go in; the best week comes out, or the smallest set of rules
//! and facts that cannot hold together. For the command line see the
//! [README](https://docs.rs/crate/runplan/latest/source/README.md).
//!
//! # From a profile to a week
//!
//! ```
//! use runplan::input::document;
//! use runplan::{Outcome, Request, export, plan, profile};
//!
//! // 1. A text becomes a document, and that a profile. Both name every problem, with its place, at once.
//! let text = r#"
//!     name   = "Maya"
//!     season = "race-prep"
//!     [runs]
//!     days    = ["tue", "wed", "fri", "sun"]
//!     long    = "sun"
//!     speed   = "wed"
//!     minutes = { easy = 40, speed = 50, long = 90 }
//! "#;
//! let (document, problems) = document::toml(text, 0);
//! assert!(problems.is_empty());
//! let profile = profile::read(&document).expect("a profile without contradictions");
//!
//! // 2. With a Monday it is a request. Seasons of their own and blocked days could follow.
//! let monday = document::date("2026-11-23").expect("a date");
//! let request = Request::new(profile, monday).check().expect("what its season needs");
//!
//! // 3. The best week, with reasons; or why there is none, and what would help.
//! let outcome = plan::plan(&request);
//! match &outcome {
//!     Outcome::Week(week) => {
//!         assert_eq!(week.days.iter().filter(|day| day.rest).count(), 3);
//!         assert_eq!(week.run_minutes(), 220);
//!     }
//!     Outcome::Refused(refusal) => panic!("{}", refusal.message),
//! }
//!
//! // 4. Any of the formats, JSON here.
//! let format = export::format("json").expect("a format");
//! let json = format.document(&outcome, &export::Options::default()).expect("a document");
//! assert!(json.starts_with("{\n  \"schema\": \"runplan.week/1\""));
//! ```
//!
//! What is wrong with a profile has a place and a hint:
//!
//! ```
//! use runplan::input::document;
//! use runplan::profile;
//!
//! let (document, _) = document::toml("season = 'bse'\n[runs]\ndays = ['tue']", 0);
//! let problems = profile::read(&document).expect_err("no such season");
//! assert_eq!(problems[0].marks[0].key, "season");
//! assert_eq!(problems[0].marks[0].mend.as_deref(), Some("\"base\""), "what to write there");
//! ```
//!
//! And a question about the week that was not chosen:
//!
//! ```
//! # use runplan::{Day, Request, week::kind::Kind, input::document, profile, rules::MONDAY};
//! use runplan::explain::why_not::{Answer, why_not};
//!
//! # let (document, _) = document::toml("season = 'base'\n[runs]\ndays = ['tue', 'sun']\nlong = 'sun'", 0);
//! # let profile = profile::read(&document).expect("a profile");
//! # let request = Request::new(profile, MONDAY).check().expect("a request");
//! let asked = why_not(&request, Kind::Legs, Day::Sat).expect("there is a week");
//! let Answer::Forbidden(rules) = asked.answer else { panic!("{}", asked.message) };
//! assert_eq!(rules[0].id, "legs-before-key-run");
//! ```
//!
//! # Where to look
//!
//! | for | see |
//! |---|---|
//! | a profile, its keys and ranges | [`profile::Profile`], [`profile::KEYS`] |
//! | many profiles, line by line | [`batch::Batch`] |
//! | what a week says of itself | [`plan::Plan`] |
//! | weeks that know their neighbours, and whole plans | [`plan::chain`], [`cycle`] |
//! | "why" and "why not" | [`explain::why_not`] |
//! | plans of others against the rules | [`import`], [`check::check`] |
//! | the rules with source and grade | [`rules::RULES`] |
//! | seasons and exercises, built in or read | [`season::Season`], [`exercise`] |
//! | formats, JSON Schemas | [`export::FORMATS`], [`export::SESSION_FORMATS`], [`docs::schema`] |
//!
//! # Conventions
//!
//! - Durations are whole minutes; rests and holds are seconds. Times of day are minutes after midnight, 0 to 1439.
//! - A week is seven days from Monday on, and lists of days start there. Dates are without a zone.
//! - Load is effort (0 to 10) × minutes, in no unit. Percentages are of the weight that goes once (1RM), RIR are
//!   repetitions in reserve.
//! - `Option` in a profile is "not said", and the season or a default counts; what counts is in [`facts::limits::Limits`].
//! - A higher score is worse, and levels are compared in the order of [`week::score::Level`].
//! - Ranges of numbers are checked by the readers; a value made by hand is taken as it is.
//!
//! # Layers
//!
//! A folder is a layer. It uses only those below it in this table; a test reads the imports and holds the code to it.
//!
//! | layer | what it is |
//! |---|---|
//! | [`batch`] | many profiles: a line in, a line out |
//! | [`docs`] | tables, schemas and the starter profile, all from the registries |
//! | [`export`] | formats: finished values in, bytes out |
//! | [`compare`] | two or three weeks side by side |
//! | [`replan`] | a week in which a day fell away, planned again |
//! | [`overlay`] | strength around a plan of somebody else's |
//! | [`cycle`] | all weeks of a plan |
//! | [`check`] | plans of others against the rules |
//! | [`plan`] | the finished week as one value, and how it is made |
//! | [`explain`] | findings, reasons, fixes, "why not" |
//! | [`prescription`] | sessions: exercises, doses, minutes |
//! | [`solve`] | rules to tables, branch and bound, the smallest conflict |
//! | [`rules`] | what a rule is and what it sees; every rule, one a file |
//! | [`import`] | other people's plans |
//! | [`facts`] | a request, and what season, race, health and time make of it |
//! | [`exercise`], [`season`] | the data of `plans/*.toml`, and readers of a runner's own |
//! | [`profile`] | keys, reading, contradictions |
//! | [`input`] | texts to documents with places: TOML, JSON, YAML, calendars; every problem at once |
//! | [`week`] | days, sessions, races, phases, scores, loads, hours: plain values |
//! | [`cache`], [`word`], [`wrap`] | fixed-size cache, closed vocabularies, wrapped lines |
//!
//! # Invariants
//!
//! 1. The library reads no file, clock, environment or terminal and writes to none; the date is an argument.
//! 2. clap and anyhow live only in the command line: the library builds without the feature `cli`.
//! 3. The search knows what a rule looks at ([`rules::Looks`]), never a rule. Rules know no search and no layout.
//!    No engine file names a rule by its id.
//! 4. An export gets finished values and returns text. It cannot fail and cannot score.
//! 5. Same input, same bytes: no hash maps, ties broken by rule.
//! 6. The finished week is checked again by code that is not the search: [`explain::findings`] asks the same rules about
//!    the whole week, and tests show that both agree.

#![forbid(unsafe_code)]

pub mod batch;
pub mod cache;
pub mod check;
pub mod compare;
pub mod cycle;
pub mod docs;
pub mod exercise;
pub mod explain;
pub mod export;
pub mod facts;
pub mod import;
pub mod input;
pub mod overlay;
pub mod plan;
pub mod prescription;
pub mod profile;
pub mod replan;
pub mod rules;
pub mod season;
pub mod solve;
pub mod week;
pub mod word;
pub mod wrap;

// The central types, by a path that stays when modules move.
pub use check::Report;
pub use cycle::Cycle;
pub use export::Format;
pub use facts::Facts;
pub use facts::limits::Limits;
pub use facts::request::Request;
pub use input::Problem;
pub use plan::{Outcome, Plan, Refusal};
pub use profile::Profile;
pub use rules::Rule;
pub use season::Season;
pub use week::day::{Day, Days};
pub use week::score::Score;
pub use week::{DayPlan, Week};
