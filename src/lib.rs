//! `runplan` plans a runner's training week: strength, mobility and rest around the key runs, provably best, and says why.
//!
//! It is a pure function. A profile, a season and a Monday go in; the best week comes out, or the smallest set of rules
//! and facts that cannot hold together. For the command line see the
//! [README](https://docs.rs/crate/runplan/latest/source/README.md).
//!
//! # From a profile to a week
//!
//! ```
//! use runplan::plan::{Outcome, plan};
//! use runplan::{day::Days, document, export, profile, solve::Situation};
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
//! // 2. With a Monday it is a situation. No season file of its own, no day blocked.
//! let monday = document::date("2026-11-23").expect("a date");
//! let situation = Situation::new(profile, None, monday, Days::NONE).expect("what its season needs");
//!
//! // 3. The best week, with reasons; or why there is none, and what would help.
//! let outcome = plan(&situation);
//! match &outcome {
//!     Outcome::Week(week) => {
//!         assert_eq!(week.days.iter().filter(|day| day.rest).count(), 3);
//!         assert_eq!(week.run_minutes(), 220);
//!     }
//!     Outcome::Refused(refusal) => panic!("{}", refusal.message),
//! }
//!
//! // 4. Any of the formats, JSON here.
//! let format = export::Format::find("json").expect("a format");
//! let json = format.document(&outcome, &export::Look::default()).expect("a document");
//! assert!(json.starts_with("{\n  \"schema\": \"runplan.week/1\""));
//! ```
//!
//! What is wrong with a profile has a place and a hint:
//!
//! ```
//! use runplan::{document, profile};
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
//! # use runplan::{day::{Day, Days}, document, profile, rules::MONDAY, solve::Situation};
//! use runplan::question::{Answer, Wanted, why_not};
//!
//! # let (document, _) = document::toml("season = 'base'\n[runs]\ndays = ['tue', 'sun']\nlong = 'sun'", 0);
//! # let profile = profile::read(&document).expect("a profile");
//! # let situation = Situation::new(profile, None, MONDAY, Days::NONE).expect("a situation");
//! let asked = why_not(&situation, Wanted::Legs, Day::Sat).expect("there is a week");
//! let Answer::Forbidden(rules) = asked.answer else { panic!("{}", asked.message) };
//! assert_eq!(rules[0].id, "legs-before-key-run");
//! ```
//!
//! # Where to look
//!
//! | for | see |
//! |---|---|
//! | a profile, its keys and ranges | [`profile::Profile`], [`profile::TABLES`], [`docs::keys`] |
//! | many profiles, line by line | [`batch::Batch`] |
//! | what a week says of itself | [`plan::Plan`] |
//! | "why" and "why not" | [`question::why`], [`question::why_not`] |
//! | plans of others against the rules | [`written`], [`check::check`] |
//! | the rules with source and grade | [`rules::RULES`] |
//! | seasons and exercises, built in or read | [`season::Season`], [`exercise`] |
//! | formats, JSON Schemas | [`export::FORMATS`], [`docs::schema`] |
//!
//! # Conventions
//!
//! - Durations are whole minutes; rests and holds are seconds. Times of day are minutes after midnight, 0 to 1439.
//! - A week is seven days from Monday on, and lists of days start there. Dates are without a zone.
//! - Load is effort (0 to 10) × minutes, in no unit. Percentages are of the weight that goes once (1RM), RIR are
//!   repetitions in reserve.
//! - `Option` in a profile is "not said", and the season or a default counts; what counts is in [`limits::Limits`].
//! - A higher score is worse, and levels are compared in the order of [`score::Level`].
//! - Ranges of numbers are checked by the readers; a value made by hand is taken as it is.
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
