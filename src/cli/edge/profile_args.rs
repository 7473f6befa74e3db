//! The profile and the flags of a command, read into a request that can be planned or the standard of a check.

use crate::cli::edge::exercise_file;
use crate::cli::edge::plan_args::PlanInput;
use crate::cli::edge::profile_path::{How, found};
use crate::cli::edge::read_file::{PROFILE, read_text};
use crate::cli::edge::request_input::RequestInput;
use crate::cli::edge::season_word::{is_path, unknown_season};
use crate::cli::edge::stderr::tell;
use crate::cli::edge::week_args::WhenArgs;
use crate::cli::edge::{Failure, Sources};
use clap::Args;
use runplan::check::Standard;
use runplan::input::document::{self, Node, Value, setting};
use runplan::input::reader::unknown_word;
use runplan::input::{Place, Problem};
use runplan::profile::{self, Profile};
use runplan::season::Season;
use runplan::week::day::{Day, Days};
use runplan::week::phase::Phase;
use runplan::week::session::Placement;
use runplan::word::Word;
use std::path::{Path, PathBuf};

/// The name of the profile where there is none.
const NOBODY: &str = "no profile";

/// The profile, and what flags change about it; alike on every command that plans or checks.
#[derive(Debug, Args)]
pub struct ProfileArgs {
    /// The runner's profile, TOML or JSON; - is standard input [default: `$RUNPLAN_PROFILE`, ./runplan.toml, the configuration folder]
    #[arg(long, short, value_name = "FILE")]
    pub profile: Option<PathBuf>,
    /// The season: a name, or your own season file
    #[arg(long, short, value_name = "SEASON")]
    pub season: Option<String>,
    /// Where strength goes: stack, separate or easy-days
    #[arg(long, value_name = "PLACEMENT")]
    pub placement: Option<String>,
    /// Where strength is done this week: a name of `[places]`
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// Sets any key of the profile, as in `strength.minutes=30`
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    /// Blocks a day this week; its run is set aside
    #[arg(long, value_name = "DAY")]
    pub block: Vec<String>,
}

/// A profile as a document with the flags put in, and every problem so far.
pub struct Flagged {
    /// The profile as a document.
    pub node: Node<'static>,
    /// The texts that its places point into; the first is the profile.
    pub sources: Sources,
    problems: Vec<Problem>,
    own_season: Option<Season>,
    block: Days,
    block_places: Vec<(Day, Place)>,
}

impl ProfileArgs {
    /// Reads everything for one week, and reports every problem of it at once.
    pub fn read(&self, when: &WhenArgs) -> Result<RequestInput, Failure> {
        let asked = self.read_all(when)?;
        asked.plan.as_ref().map_or(Ok(()), |plan| plan.has(asked.monday))?;
        Ok(asked)
    }

    /// The same for a plan, whether or not it has the week.
    pub fn read_all(&self, when: &WhenArgs) -> Result<RequestInput, Failure> {
        // A wrong week is told before a profile is looked for.
        when.week.monday()?;
        let (how, mut found) = found(self.profile.as_deref())?;
        if how == How::Example && when.plan.plan.is_some() {
            // With somebody else's plan nothing needs to be known of the runner.
            found = (NOBODY.to_owned(), String::new());
        } else if how == How::Example {
            let hint = "write your own with `runplan init`, or name a file with `--profile FILE`";
            tell("note", "no profile found; this is the built-in example runner", &[hint.to_owned()]);
        }
        self.read_found(when, found)
    }

    /// Reads a profile that was found, given by its name and text, with the flags and the week.
    pub fn read_found(&self, when: &WhenArgs, found: (String, String)) -> Result<RequestInput, Failure> {
        let monday = when.week.monday()?;
        let busy = when.busy.read(monday)?;
        let folder = Path::new(&found.0).parent().unwrap_or(Path::new("")).to_owned();
        let mut flagged = self.document(found)?;
        for (flag, key, word) in when.plan.words() {
            flagged.set_word(flag, key, &word);
        }
        // What could be read is checked too, so that one run shows everything; where the syntax broke it would be noise.
        let season_broken = flagged.own_season.is_none() && self.season.as_deref().is_some_and(is_path);
        let (mut profile, more) = if when.plan.plan.is_some() {
            profile::read_keys(&flagged.node)
        } else {
            profile::read_all(&flagged.node)
        };
        // Who names the race here means its seasons, whatever the profile says for a single week.
        if when.plan.race.is_some() && self.season.is_none() {
            profile.season = None;
        }
        let Flagged { node, mut sources, mut problems, own_season, block, block_places } = flagged;
        let exercises = exercise_file::of_profile(&profile, &folder, &mut sources, &mut problems)?;
        let is_readable = problems.is_empty() && more.is_empty();
        let plan = if is_readable { self.plan(&profile, own_season.as_ref(), when, &folder)? } else { None };
        let asked = RequestInput {
            plan,
            profile,
            own_season,
            monday,
            block,
            busy,
            calendars: when.busy.clone(),
            exercises,
        };
        let syntax = problems.iter().any(|problem| problem.marks.iter().any(|mark| mark.key.is_empty()));
        add(&mut problems, more);
        // Of somebody else's plan nothing is known until it is read.
        let unread = asked.plan.is_none() && (when.plan.plan.is_some() || asked.profile.plan_file.is_some());
        let planned = if season_broken || syntax || unread { Vec::new() } else { asked.alone().problems() };
        for mut problem in planned {
            for mark in &mut problem.marks {
                let day = mark.key.strip_prefix("time.").and_then(Day::parse);
                let flag = block_places.iter().find(|(blocked, _)| Some(*blocked) == day);
                mark.place =
                    flag.map_or_else(|| profile::place_of(&node, &mark.key), |(_, place)| place.clone());
            }
            // A key that could not be read says nothing about the week.
            let key = problem.marks.first().map_or("", |mark| mark.key.as_str());
            // Two keys say that there are runs.
            let keys = if key == "runs.days" { [key, "runs.per_week"] } else { [key; 2] };
            if !problems.iter().any(|other| keys.iter().any(|key| other.is_about(key))) {
                problems.push(problem);
            }
        }
        done(asked, problems, sources)
    }

    /// The plan of somebody else's that a flag or the profile names.
    fn plan(
        &self,
        profile: &Profile,
        own_season: Option<&Season>,
        when: &WhenArgs,
        folder: &Path,
    ) -> Result<Option<PlanInput>, Failure> {
        let by_name =
            || self.season.as_deref().and_then(Phase::parse).map(|phase| Season::builtin(phase).clone());
        let standard = Standard {
            numbers: true,
            season: own_season.cloned().or_else(by_name),
            race: profile.race.filter(|_| when.plan.race.is_some()),
            profile: Some(profile.clone()),
            ..Standard::default()
        };
        let mut plan = when.plan.read(&standard, folder)?;
        if let Some(PlanInput { overlay, .. }) = &mut plan {
            overlay.flags = when.plan.flags(self.profile.as_deref(), self.season.as_deref(), &self.set);
        }
        Ok(plan)
    }

    /// Reads the standard that a plan is checked against: only what is named counts, no profile is looked for. `race` is a
    /// race beside the plan, as `--race` takes it.
    pub fn standard(&self, race: Option<&str>) -> Result<Standard, Failure> {
        let (name, text) =
            self.profile.as_deref().map(|path| read_text(path, PROFILE)).transpose()?.unwrap_or_default();
        let (node, problems) = parsed(&name, &text);
        let mut flagged = self.flagged(node, vec![(name, text)], problems)?;
        if let Some(date) = race {
            flagged.set_word("--race", "race.date", date);
        }
        let named = self.profile.is_some();
        let (profile, more) =
            if named { profile::read_all(&flagged.node) } else { profile::read_keys(&flagged.node) };
        let Flagged { sources, mut problems, own_season, block, .. } = flagged;
        add(&mut problems, more);
        let by_name = || {
            let phase = self.season.as_deref().and_then(Phase::parse);
            phase.map(|phase| Season::builtin(phase).clone())
        };
        let strength = &profile.strength;
        let counts =
            [strength.sessions, strength.min, strength.legs_min, strength.legs_max, profile.rest_min];
        let standard = Standard {
            numbers: named || counts.iter().any(Option::is_some),
            season: own_season.or_else(by_name),
            placement: self.placement.as_deref().and_then(Placement::parse),
            race: profile.race.filter(|_| race.is_some()),
            profile: (named || !self.set.is_empty()).then_some(profile),
            block,
            all: false,
        };
        done(standard, problems, sources)
    }

    /// Puts the flags into the profile.
    fn flagged(
        &self,
        node: Node<'static>,
        sources: Sources,
        problems: Vec<Problem>,
    ) -> Result<Flagged, Failure> {
        let mut flagged = Flagged {
            node,
            sources,
            problems,
            own_season: None,
            block: Days::NONE,
            block_places: Vec::new(),
        };
        for expression in &self.set {
            flagged.sources.push(("--set".to_owned(), expression.clone()));
            let set = setting(expression, flagged.sources.len() - 1)
                .and_then(|setting| flagged.node.set(setting.path, &setting.places, setting.node));
            flagged.problems.extend(set.err());
        }
        match self.season.as_deref() {
            Some(word) if is_path(word) => flagged.season_file(Path::new(word))?,
            Some(word) if Phase::parse(word).is_none() => {
                let value = flagged.word("--season", word);
                flagged.problems.push(unknown_season(word, &value));
            }
            Some(word) => flagged.set_word("--season", "season", word),
            None => {}
        }
        if let Some(word) = self.placement.as_deref() {
            flagged.set_word("--placement", "strength.placement", word);
        }
        if let Some(word) = self.place.as_deref() {
            flagged.set_word("--place", "strength.place", word);
        }
        for word in self.block.iter().flat_map(|words| words.split(',')) {
            let value = flagged.word("--block", word);
            let days = Day::meant(word);
            if days.is_empty() {
                flagged.problems.push(unknown_word::<Day>(word, "", &value));
            }
            for day in days {
                flagged.block.insert(day);
                flagged.block_places.push((day, value.place.clone()));
            }
        }
        Ok(flagged)
    }

    /// The document of a profile that was found, with the flags put in.
    pub fn document(&self, (name, text): (String, String)) -> Result<Flagged, Failure> {
        let (node, problems) = parsed(&name, &text);
        self.flagged(node, vec![(name, text)], problems)
    }
}

impl Flagged {
    /// The word of a flag as a value with its place.
    fn word(&mut self, flag: &str, word: &str) -> Node<'static> {
        self.sources.push((flag.to_owned(), word.to_owned()));
        let place = Place { source: self.sources.len() - 1, span: Some(0..word.len()) };
        Node {
            value: document::date(word).map_or_else(|| Value::Text(word.to_owned().into()), Value::Date),
            place,
        }
    }

    /// Sets a key of the profile to the word of a flag.
    fn set_word(&mut self, flag: &str, key: &str, word: &str) {
        let value = self.word(flag, word);
        self.problems.extend(self.node.set(key, &[], value).err());
    }

    /// Reads the season file that a flag names.
    fn season_file(&mut self, path: &Path) -> Result<(), Failure> {
        let (name, text) = read_text(path, PROFILE)?;
        let (node, problems) = document::toml(&text, self.sources.len());
        match Season::read(&node) {
            Ok(season) => self.own_season = Some(season),
            Err(more) => self.problems.extend(more),
        }
        self.problems.extend(problems);
        self.sources.push((name, text));
        Ok(())
    }
}

/// Adds the problems of what was read, but those that a broken syntax explains.
fn add(problems: &mut Vec<Problem>, more: Vec<Problem>) {
    let broken = problems.clone();
    problems.extend(more.into_iter().filter(|problem| !broken.iter().any(|syntax| hides(syntax, problem))));
}

/// The answer, or every problem in reading order.
fn done<T>(read: T, mut problems: Vec<Problem>, sources: Sources) -> Result<T, Failure> {
    if problems.is_empty() {
        return Ok(read);
    }
    problems.sort_by_key(Problem::order);
    Err(Failure::Input(problems, sources))
}

/// Whether a profile is JSON, by the ending of its name or by how it begins.
pub fn is_json(name: &str, text: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
        || text.trim_start().starts_with('{')
}

/// A profile or season as a document, TOML or JSON.
pub fn parsed(name: &str, text: &str) -> (Node<'static>, Vec<Problem>) {
    if !is_json(name, text) {
        let (node, problems) = document::toml(text, 0);
        return (node.into_owned(), problems);
    }
    match document::json(text, 0) {
        Ok(node) => (node.into_owned(), Vec::new()),
        Err(problem) => (Node::empty(), vec![problem]),
    }
}

/// Whether a syntax problem explains another one: at the same place, or something missing after it.
fn hides(syntax: &Problem, other: &Problem) -> bool {
    let (Some(a), Some(b)) = (syntax.marks.first(), other.marks.first()) else { return false };
    if !a.key.is_empty() || a.place.source != b.place.source {
        return false;
    }
    let overlap = match (&a.place.span, &b.place.span) {
        (Some(a), Some(b)) => a.start < b.end.max(b.start + 1) && b.start < a.end.max(a.start + 1),
        _ => false,
    };
    overlap || other.message.ends_with("is missing")
}
