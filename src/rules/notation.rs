//! Weeks in one line: how rules show what breaks and what keeps them.
//!
//! Seven days, Monday first, each `-` or parts joined by `+`: a run (`easy`, `long`, `speed`, `race`, `shakeout`, with
//! minutes behind it if they matter: `long120`; with `runs.per_week` the planner chose them), `full`, `lower` or `upper`, or another kind by its word, such as `mobility`. Then facts as `key=value`, the
//! key as in a profile, a list with commas; `season=none` leaves the season open, `race=+6` is a race six days after
//! Monday, `block=tue` blocks a day, `off=2026-11-09..2026-11-22` is a time off, `fixed=football@fri+sun` a fixed session on its days, `fixed=yoga@tue@2026-11-24` one of that date alone, `shifts.pattern=early,night` is a rota, `busy=tue@09:00-17:00` is time that a calendar takes, `past=40,90` says that each of the five weeks before held runs of these
//! minutes, `weeks=10` that ten weeks before did, `was=-,easy,…` is the week as it stood where it is
//! planned again, with days that are `over`, `pin`ned, `missed` or `lost`, `written=yes` that somebody else wrote the runs, and `plan.past`, `plan.loaded`, `plan.easier`, `plan.allowed`, `plan.class` what came before it in a plan.

use crate::facts::course::Course;
use crate::facts::earlier::Earlier;
use crate::facts::request::Request;
use crate::facts::run_minutes::default_minutes;
use crate::facts::runs::{Runs, WrittenRun};
use crate::facts::written::FixedWeek;
use crate::input::document::{Node, Value, setting};
use crate::input::{Place, Problem};
use crate::profile::{self, Equipment, Profile, window};
use crate::rules::notation_nodes::{days_on, fixed_sessions, races, text, times_off};
use crate::week::dates::days_after;
use crate::week::day::{Day, Days};
use crate::week::hours::Busy;
use crate::week::kind::Kind;
use crate::week::session::{Class, Experience, Run, Session, Strength};
use crate::week::{DayPlan, Week};
use crate::word::Word;

pub use crate::rules::notation_nodes::MONDAY;

/// How many weeks `past=` speaks of.
const PAST_WEEKS: usize = 5;

/// A week with its runner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The runner, with the week's runs as declared ones.
    pub profile: Profile,
    /// What is placed.
    pub week: Week,
    /// Days blocked for this week.
    pub block: Days,
    /// What calendars take of the week.
    pub busy: Option<Busy>,
    /// Run minutes of the weeks before, the oldest first; empty where nothing was said.
    pub past: Vec<[u16; 7]>,
    /// What the weeks before came to, where it is a week of a plan.
    pub course: Option<Course>,
    /// Whether somebody else wrote the runs.
    pub written: bool,
    /// The week as it stood, where it is planned again.
    pub earlier: Option<Earlier>,
}

impl From<&Example> for Request<'static> {
    /// The week of an example: its runner on [`MONDAY`], with the built-in seasons and exercises.
    fn from(example: &Example) -> Self {
        let request = Self {
            busy: example.busy.clone(),
            course: example.course.clone(),
            ..Self::new(example.profile.clone(), MONDAY).with_block(example.block)
        };
        if example.profile.runs.per_week.is_some() {
            return request.with_runs(Runs::Settled(example.week.map(|day| day.run)));
        }
        if !example.written && example.earlier.is_none() {
            return request;
        }
        let minutes = |day: usize| example.profile.runs.minutes.and_then(|minutes| minutes.days[day]);
        let run = |day: usize| {
            let run = example.week[day].run;
            let usual = if run.is_run() { default_minutes(run, Experience::Intermediate) } else { 0 };
            WrittenRun { run, minutes: minutes(day).unwrap_or(usual) }
        };
        let runs = std::array::from_fn(run);
        let Some(earlier) = example.earlier else {
            return request.with_runs(Runs::Written(runs)).with_fixed(FixedWeek::default());
        };
        // What stands on a day that is over stands whatever is placed.
        let mut fixed = FixedWeek::default();
        for day in earlier.frozen.iter() {
            fixed[day.index()].plan = DayPlan { run: Run::Off, ..example.week[day.index()] };
        }
        request.with_runs(Runs::Laid(vec![runs])).with_fixed(fixed).with_earlier(earlier)
    }
}

impl Example {
    /// Reads one line; without `season=…` it is race prep, without equipment there is a gym; `strength.equipment=-` says nothing
    /// about it.
    ///
    /// # Errors
    /// The first thing in the line that is not understood.
    pub fn parse(line: &str) -> Result<Self, String> {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.len() < 7 {
            return Err(format!("`{line}` has fewer than seven days"));
        }
        let mut node = Node::empty();
        let mut block = Days::NONE;
        let mut past = Vec::new();
        let mut course: Option<Course> = None;
        let mut busy: Option<Busy> = None;
        let mut season = Some("race-prep");
        let mut written = false;
        let mut earlier: Option<Earlier> = None;
        let chooses = words.iter().any(|word| word.starts_with("runs.per_week="));
        let says_equipment = words.iter().any(|word| word.starts_with("strength.equipment="));
        let mut week = [DayPlan::EMPTY; 7];
        let (mut run_days, mut speed) = (Vec::new(), Vec::new());
        for (day, word) in Day::ALL.iter().zip(&words) {
            let (plan, minutes) = parse_day(word)?;
            week[day.index()] = plan;
            if let Some(minutes) = minutes {
                put(&mut node, &format!("runs.minutes.{}", day.id()), whole(minutes))?;
            }
            match plan.run {
                Run::Easy => run_days.push(*day),
                Run::Long => {
                    run_days.push(*day);
                    if !chooses {
                        put(&mut node, "runs.long", text(day.id()))?;
                    }
                }
                Run::Speed => {
                    run_days.push(*day);
                    speed.push(*day);
                }
                Run::Off | Run::Race | Run::ShakeOut => {}
            }
        }
        put_runs(&mut node, chooses, &run_days, &speed)?;
        for fact in &words[7..] {
            let (key, value) = fact.split_once('=').ok_or_else(|| format!("`{fact}` is not KEY=VALUE"))?;
            match key {
                "season" => season = Some(value).filter(|value| *value != "none"),
                "block" => {
                    block.insert(Day::parse(value).ok_or_else(|| format!("`{value}` is not a day"))?);
                }
                "busy" => {
                    let (day, hours) = value.split_once('@').unwrap_or((value, "00:00-24:00"));
                    let day = Day::parse(day).ok_or_else(|| format!("`{day}` is not a day"))?;
                    let window = window(hours).map_err(|(message, _)| message)?;
                    busy.get_or_insert_default().0[day.index()].push(window);
                }
                "race" => {
                    put(&mut node, "race.date", days_on(value)?)?;
                }
                "off" => put(&mut node, key, times_off(value))?,
                "races" => put(&mut node, key, races(value)?)?,
                "fixed" => put(&mut node, key, fixed_sessions(value)?)?,
                "written" => written = value == "yes",
                "was" | "over" | "pin" | "missed" | "lost" => {
                    earlier = Some(as_it_stood(earlier, key, value)?);
                }
                "past" => past = past_weeks(value)?,
                "weeks" => {
                    let weeks = value.parse().map_err(|_| format!("`{value}` is not a number of weeks"))?;
                    past.resize(weeks, past.last().copied().unwrap_or_default());
                }
                "plan.past" | "plan.loaded" | "plan.easier" | "plan.allowed" | "plan.class" => {
                    course = Some(came_before(course.unwrap_or(Course::START), key, value)?);
                }
                "strength.equipment" if value == "-" => {} // nothing is said
                "strength.days" | "mobility.days" | "cross.days" | "runs.days" | "runs.long"
                | "shifts.pattern"
                    if !value.starts_with('[') =>
                {
                    put(&mut node, key, list(value))?;
                }
                _ if key.starts_with("time.") && value.contains(':') => put(&mut node, key, list(value))?,
                _ => {
                    let setting = setting(fact, 0).map_err(|problem| problem.to_string())?;
                    node.set(setting.path, &setting.places, setting.node)
                        .map_err(|problem| problem.to_string())?;
                }
            }
        }
        if let Some(season) = season {
            put(&mut node, "season", text(season))?;
        }
        let mut profile = profile::read(&node)
            .map_err(|problems| problems.iter().map(Problem::to_string).collect::<String>())?;
        if !says_equipment && profile.places.is_empty() {
            profile.strength.equipment = Some(vec![Equipment::Gym]);
        }
        with_fixed(&mut week, &profile);
        if let Some(earlier) = &mut earlier {
            with_fixed(&mut earlier.week, &profile);
        }
        Ok(Self { profile, week, block, busy, past, course, written, earlier })
    }
}

/// Puts the runs into a profile: their days, or, where the planner chooses those, how many are fast.
fn put_runs(node: &mut Node<'_>, chooses: bool, run_days: &[Day], speed: &[Day]) -> Result<(), String> {
    if chooses {
        return put(node, "runs.speed", whole(u16::try_from(speed.len()).unwrap_or(0)));
    }
    put(node, "runs.days", days(run_days))?;
    put(node, "runs.speed", days(speed))
}

/// The course with one more fact about what came before the week in a plan.
fn came_before(mut course: Course, key: &str, value: &str) -> Result<Course, String> {
    match key {
        "plan.past" => course.past = past_weeks(value)?,
        "plan.loaded" => course.has_loaded = value == "yes",
        "plan.easier" => course.cutback = value == "yes",
        "plan.allowed" => {
            course.allowed = value.parse().map_err(|_| format!("`{value}` is not a number of days"))?;
        }
        _ => course.class = Some(Class::parse(value).ok_or_else(|| format!("`{value}` is not a class"))?),
    }
    Ok(course)
}

/// The week as it stood with one more fact about it; the week itself is the first.
fn as_it_stood(earlier: Option<Earlier>, key: &str, value: &str) -> Result<Earlier, String> {
    if key == "was" {
        let mut week = [DayPlan::EMPTY; 7];
        for (day, word) in week.iter_mut().zip(value.split(',')) {
            *day = parse_day(word)?.0;
        }
        return Ok(Earlier::from(week));
    }
    let mut earlier = earlier.ok_or_else(|| format!("`{key}={value}` stands before `was=`"))?;
    let days = named_days(value)?;
    match key {
        "missed" => earlier.missed = days,
        "lost" => earlier.lost = days,
        _ => {
            earlier.frozen.extend(days.iter());
            earlier.over.extend(days.iter().filter(|_| key == "over"));
        }
    }
    Ok(earlier)
}

/// Days with commas between them.
fn named_days(text: &str) -> Result<Days, String> {
    text.split(',').map(|day| Day::parse(day).ok_or_else(|| format!("`{day}` is not a day"))).collect()
}

/// Minutes by day, Monday first, for each of the weeks before.
fn past_weeks(minutes: &str) -> Result<Vec<[u16; 7]>, String> {
    let mut week = [0; 7];
    for (day, minutes) in week.iter_mut().zip(minutes.split(',')) {
        *day = minutes.parse().map_err(|_| format!("`{minutes}` is not minutes"))?;
    }
    Ok(vec![week; PAST_WEEKS])
}

/// Gives the days of the week what the runner's fixed sessions make of them.
fn with_fixed(week: &mut Week, profile: &Profile) {
    for (at, day) in week.iter_mut().enumerate() {
        day.other = profile.other_on(days_after(MONDAY, at));
    }
}

fn parse_day(word: &str) -> Result<(DayPlan, Option<u16>), String> {
    let mut plan = DayPlan::EMPTY;
    let mut minutes = None;
    if word == "-" {
        return Ok((plan, minutes));
    }
    for part in word.split('+') {
        let extra = || Kind::EXTRAS.into_iter().find(|kind| kind.id() == part).and_then(Session::of);
        if let Some(session) = Strength::parse(part).map(Session::Strength).or_else(extra) {
            plan = plan.with(session);
            continue;
        }
        let digits = part.find(|c: char| c.is_ascii_digit()).unwrap_or(part.len());
        let (run, rest) = part.split_at(digits);
        plan.run = Run::parse(run).ok_or_else(|| format!("`{part}` is not a run or session"))?;
        if !rest.is_empty() {
            minutes = Some(rest.parse().map_err(|_| format!("`{rest}` is not minutes"))?);
        }
    }
    Ok((plan, minutes))
}

fn put<'t>(node: &mut Node<'t>, key: &str, value: Node<'t>) -> Result<(), String> {
    node.set(key, &[], value).map_err(|problem| problem.to_string())
}

fn whole(number: u16) -> Node<'static> {
    Node { value: Value::Whole(number.into()), place: Place::default() }
}

fn days(days: &[Day]) -> Node<'static> {
    Node { value: Value::List(days.iter().map(|day| text(day.id())).collect()), place: Place::default() }
}

fn list(words: &str) -> Node<'_> {
    Node { value: Value::List(words.split(',').map(text).collect()), place: Place::default() }
}

#[cfg(test)]
mod tests {
    use super::Example;

    #[test]
    fn what_is_not_understood_is_named() {
        let days = "- easy - full - - long60";
        for (facts, named) in [
            ("season", "`season` is not KEY=VALUE"),
            ("block=someday", "`someday` is not a day"),
            ("busy=someday@09:00-10:00", "`someday` is not a day"),
            ("busy=tue@09:00", "09:00"),
            ("race=soon", "`soon` is not a number of days"),
            ("race=99999999999", "`99999999999` leaves the calendar"),
            ("past=40,long", "`long` is not minutes"),
            ("plan.class=hard", "`hard` is not a class"),
            ("plan.allowed=few", "`few` is not a number of days"),
            ("over=mon", "`over=mon` stands before `was=`"),
            ("was=-,nap", "`nap` is not a run or session"),
            ("was=- pin=someday", "`someday` is not a day"),
            ("strength.minuts=30", "strength.minuts"),
            ("runs.long.x=1", "`x` cannot be set"),
            ("strength=1 strength.days=mon", "`days` cannot be set"),
            ("=1", "=1"),
            ("time.tue=0", "time.tue"),
        ] {
            let told = Example::parse(&format!("{days} {facts}")).expect_err(facts);
            assert!(told.contains(named), "{facts}: {told}");
        }
        for (line, named) in [
            ("- - -", "`- - -` has fewer than seven days"),
            ("- nap - - - - -", "`nap` is not a run or session"),
            ("- easy99999 - - - - -", "`99999` is not minutes"),
        ] {
            assert_eq!(Example::parse(line).expect_err(line), named);
        }
    }
}
