//! From files, flags, environment and clock to a situation that can be planned.

use super::failure::{Failure, say};
use anyhow::Context as _;
use chrono::{DateTime, Datelike, Days as DateDays, Local, NaiveDate, NaiveDateTime, Weekday};
use clap::Args;
use runplan::day::{Day, Days};
use runplan::document::{self, Node, Value, setting};
use runplan::phase::{Phase, SYNONYMS};
use runplan::problem::{Place, Problem};
use runplan::profile::{self, Profile};
use runplan::reader::unknown_word;
use runplan::season::Season;
use runplan::session::Placement;
use runplan::solve::Situation;
use runplan::word::{Word, nearest};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The runner that stands in where there is no profile.
const EXAMPLE: &str = include_str!("../../examples/marathoner.toml");
/// The largest file that is read.
const MOST_BYTES: u64 = 1 << 20;

/// Where the profile comes from, and what flags change about it.
#[derive(Debug, Args)]
pub struct ProfileArgs {
    /// The runner's profile, TOML or JSON; - is standard input [default: `$RUNPLAN_PROFILE`, ./runplan.toml, the configuration folder]
    #[arg(long, short, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// The season: a name, or your own season file
    #[arg(long, short, value_name = "SEASON")]
    season: Option<String>,
    /// Where strength goes: stack, separate or easy-days
    #[arg(long, value_name = "PLACEMENT")]
    placement: Option<String>,
    /// Sets any key of the profile, as in `strength.minutes=30`
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Blocks a day this week; its run is set aside
    #[arg(long, value_name = "DAY")]
    block: Vec<String>,
    /// The week: a date in it, 2026-W48, this or next
    #[arg(long, short, value_name = "WHEN", default_value = "this")]
    week: String,
    /// The present moment, as in 2026-11-22T08:00 [default: the clock, or `SOURCE_DATE_EPOCH`]
    #[arg(long, value_name = "MOMENT")]
    now: Option<String>,
}

/// What was read: the profile with flags applied, the week, and the season file if one was named.
pub struct Asked {
    profile: Profile,
    own_season: Option<Season>,
    monday: NaiveDate,
    block: Days,
}

impl ProfileArgs {
    /// Reads everything, and reports every problem of it at once.
    pub fn read(&self) -> Result<Asked, Failure> {
        if self.now.is_some() {
            self.now()?;
        }
        let monday = self.monday()?;
        let (name, text) = self.text()?;
        let (mut node, mut problems) = parsed(&name, &text);
        let mut sources = vec![(name, text)];
        for expression in &self.set {
            sources.push(("--set".to_owned(), expression.clone()));
            let set = setting(expression, sources.len() - 1)
                .and_then(|setting| node.set(setting.path, &setting.places, setting.node));
            problems.extend(set.err());
        }
        let mut own_season = None;
        for (flag, key, word) in
            [("--season", "season", &self.season), ("--placement", "strength.placement", &self.placement)]
        {
            let Some(word) = word else { continue };
            if key == "season" && is_path(word) {
                let (name, text) = read_text(Path::new(word))?;
                let (node, mut found) = document::toml(&text, sources.len());
                sources.push((name, text));
                match Season::read(&node) {
                    Ok(season) => own_season = Some(season),
                    Err(more) => found.extend(more),
                }
                problems.extend(found);
                continue;
            }
            sources.push((flag.to_owned(), word.clone()));
            let place = Place { source: sources.len() - 1, span: Some(0..word.len()) };
            let value = Node { value: Value::Text(word.clone()), place };
            let known =
                if key == "season" { Phase::parse(word).is_some() } else { Placement::parse(word).is_some() };
            if known {
                problems.extend(node.set(key, &[], value).err());
            } else if key == "season" {
                problems.push(unknown_season(word, &value));
            } else {
                problems.push(unknown_word::<Placement>(word, key, &value));
            }
        }
        let (mut block, mut block_places) = (Days::NONE, Vec::new());
        for word in &self.block {
            sources.push(("--block".to_owned(), word.clone()));
            let place = Place { source: sources.len() - 1, span: Some(0..word.len()) };
            match Day::parse(word) {
                Some(day) => {
                    block.insert(day);
                    block_places.push((day, place));
                }
                None => {
                    problems.push(unknown_word::<Day>(word, "", &Node { value: Value::Bool(true), place }));
                }
            }
        }
        // What could be read is checked too, so that one run shows everything; where the syntax broke it would be noise.
        let season_broken = own_season.is_none() && self.season.as_deref().is_some_and(is_path);
        let (profile, more) = profile::read_all(&node);
        let asked = Asked { profile, own_season, monday, block };
        let broken = problems.clone();
        problems
            .extend(more.into_iter().filter(|problem| !broken.iter().any(|syntax| hides(syntax, problem))));
        let syntax = broken.iter().any(|problem| problem.marks.iter().any(|mark| mark.key.is_empty()));
        let planned = if season_broken || syntax { Vec::new() } else { asked.unchecked().problems() };
        for mut problem in planned {
            for mark in &mut problem.marks {
                let day = mark.key.strip_prefix("time.").and_then(Day::parse);
                let flag = block_places.iter().find(|(blocked, _)| Some(*blocked) == day);
                mark.place =
                    flag.map_or_else(|| profile::place_of(&node, &mark.key), |(_, place)| place.clone());
            }
            // A key that could not be read says nothing about the week.
            let key = |problem: &Problem| problem.marks.first().map(|mark| mark.key.clone());
            if !problems.iter().any(|other| key(other) == key(&problem)) {
                problems.push(problem);
            }
        }
        if problems.is_empty() {
            return Ok(asked);
        }
        problems.sort_by_key(Problem::order);
        Err(Failure::Input(problems, sources))
    }

    /// The profile's text and the name it is known by.
    fn text(&self) -> Result<(String, String), Failure> {
        let named = std::env::var_os("RUNPLAN_PROFILE").filter(|path| !path.is_empty()).map(PathBuf::from);
        if let Some(path) = self.profile.as_ref().or(named.as_ref()) {
            return read_text(path);
        }
        for path in std::iter::once(PathBuf::from("runplan.toml")).chain(config_file()) {
            // A link that leads nowhere is an error to be told, not a profile to be passed over.
            if path.symlink_metadata().is_ok() {
                return read_text(&path);
            }
        }
        say(
            "note: no profile found; this is the built-in example runner\nhint: write runplan.toml, or name a file with `--profile FILE`\n",
        );
        Ok(("built-in example".to_owned(), EXAMPLE.to_owned()))
    }

    fn monday(&self) -> Result<NaiveDate, Failure> {
        let today = || self.now();
        let monday = match self.week.to_ascii_lowercase().as_str() {
            "this" => monday_of(today()?),
            "next" => monday_of(today()?).and_then(|monday| monday.checked_add_days(DateDays::new(7))),
            _ => iso_week(&self.week).or_else(|| document::date(&self.week).and_then(monday_of)),
        };
        monday.ok_or_else(|| {
            Failure::asked(
                format!("`{}` is not a week of the calendar", self.week),
                "write a date such as 2026-11-23, a week such as 2026-W48, `this` or `next`",
            )
        })
    }

    fn now(&self) -> Result<NaiveDate, Failure> {
        if let Some(now) = &self.now {
            let moment = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];
            let parsed = moment.iter().find_map(|form| NaiveDateTime::parse_from_str(now, form).ok());
            let date = parsed.map(|moment| moment.date()).or_else(|| document::date(now));
            return date.ok_or_else(|| {
                Failure::asked(
                    format!("`{now}` is not a moment"),
                    "write it as 2026-11-22T08:00 or 2026-11-22",
                )
            });
        }
        match std::env::var("SOURCE_DATE_EPOCH") {
            Ok(epoch) => {
                let moment =
                    epoch.trim().parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
                moment.map(|moment| moment.date_naive()).ok_or_else(|| {
                    Failure::asked(
                        format!("`SOURCE_DATE_EPOCH={epoch}` is not a number of seconds"),
                        "set it to seconds since 1970, or unset it",
                    )
                })
            }
            Err(_) => Ok(Local::now().date_naive()),
        }
    }
}

impl Asked {
    /// The situation; reading checked it.
    pub fn situation(&self) -> Situation<'_> {
        self.unchecked()
    }

    fn unchecked(&self) -> Situation<'_> {
        let mut profile = self.profile.clone();
        profile.season = self.own_season.as_ref().map_or(profile.season, |season| Some(season.phase));
        Situation { profile, season: self.own_season.as_ref(), monday: self.monday, block: self.block }
    }
}

fn parsed(name: &str, text: &str) -> (Node, Vec<Problem>) {
    let is_json = Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
        || text.trim_start().starts_with('{');
    if !is_json {
        return document::toml(text, 0);
    }
    match document::json(text, 0) {
        Ok(node) => (node, Vec::new()),
        Err(problem) => (Node::empty(), vec![problem]),
    }
}

/// A day of the command line.
pub fn day(word: &str) -> Result<Day, Failure> {
    Day::parse(word).ok_or_else(|| {
        let place = Place { source: 0, span: Some(0..word.len()) };
        let node = Node { value: Value::Bool(true), place };
        Failure::Input(vec![unknown_word::<Day>(word, "", &node)], vec![("DAY".to_owned(), word.to_owned())])
    })
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

/// Whether `--season` names a file rather than a season.
fn is_path(word: &str) -> bool {
    word.contains('/')
        || word.contains('\\')
        || Path::new(word).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

/// A season that nobody knows; synonyms count for the nearest name.
fn unknown_season(word: &str, node: &Node) -> Problem {
    let synonym = nearest(word, SYNONYMS.iter().map(|(name, _)| *name));
    let mut problem = unknown_word::<Phase>(word, "season", node);
    if let (Some(near), None) = (synonym, &problem.marks[0].mend) {
        problem.message = format!("`{word}` is not a season; did you mean `{near}`?");
        problem.hint = Some(format!("write `{near}`"));
    }
    problem
}

/// The profile in the runner's configuration folder.
fn config_file() -> Option<PathBuf> {
    use etcetera::BaseStrategy as _;
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.config_dir().join("runplan").join("profile.toml"))
}

/// Reads a text file of a size that a person may have written, or standard input.
fn read_text(path: &Path) -> Result<(String, String), Failure> {
    let stdin = path.as_os_str() == "-";
    let name = if stdin { "standard input".to_owned() } else { path.display().to_string() };
    let result = if stdin {
        take(std::io::stdin().lock(), 0)
    } else {
        File::open(path).and_then(|file| {
            let there = file.metadata()?;
            if there.is_dir() {
                Err(std::io::ErrorKind::IsADirectory.into())
            } else {
                take(file, there.len())
            }
        })
    };
    if result.as_ref().is_err_and(|error| error.kind() == std::io::ErrorKind::IsADirectory) {
        return Err(Failure::asked(format!("{name} is a directory"), "name a file in it"));
    }
    let bytes = result
        .with_context(|| format!("cannot read {name}"))
        .map_err(|error| Failure::Asked(error, Some("check the name and its permissions".to_owned())))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Failure::asked(
            format!("{name} is larger than 1 MiB"),
            "name a profile; it is a page of text",
        ));
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            return Err(Failure::asked(
                format!("{name} is not UTF-8 text: byte {at} is not"),
                "save it as UTF-8",
            ));
        }
    };
    if text.contains('\0') {
        return Err(Failure::asked(format!("{name} is a binary file"), "name a profile, TOML or JSON"));
    }
    let text = text.strip_prefix('\u{feff}').map(ToOwned::to_owned).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Failure::asked(format!("{name} is empty"), "name at least the run days, under `[runs]`"));
    }
    Ok((name, text))
}

/// Reads up to the largest size and one byte more; `expected` is a first guess.
fn take(reader: impl Read, expected: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(MOST_BYTES)).unwrap_or(0) + 1);
    reader.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The Monday of a date's week; the whole week has to lie in the years 1 to 9999, or it could not be written down.
fn monday_of(date: NaiveDate) -> Option<NaiveDate> {
    let monday = date.checked_sub_days(DateDays::new(date.weekday().num_days_from_monday().into()))?;
    let sunday = monday.checked_add_days(DateDays::new(6))?;
    (monday.year() >= 1 && sunday.year() <= 9999 && monday.iso_week().year() <= 9999).then_some(monday)
}

fn iso_week(text: &str) -> Option<NaiveDate> {
    let (year, week) = text.split_once("-W").or_else(|| text.split_once("-w"))?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || week.len() != 2 || !digits(year) || !digits(week) {
        return None;
    }
    NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon).and_then(monday_of)
}
