//! A plan that was read becomes weeks whose sessions stand.

use crate::facts::request::Request;
use crate::facts::run_minutes::default_minutes;
use crate::facts::runs::WrittenRun;
use crate::facts::written::{FixedDay, WrittenPlan, WrittenWeek};
use crate::import::{ForeignDay, ForeignPlan, ForeignWeek, Remark, SECONDS_A_KILOMETRE};
use crate::overlay::long_runs::tied;
use crate::profile::{PlanWishes, Profile};
use crate::rules;
use crate::season::Season;
use crate::week::DayPlan;
use crate::week::day::{Day, Days, listed};
use crate::week::pace::shown;
use crate::week::race::Race;
use crate::week::session::{Class, Experience, Run};
use crate::word::Word as _;

/// The weeks of a plan, and what was taken for what. `races` are those that it names and those that are named beside it.
pub(super) fn written(
    plan: &ForeignPlan,
    profile: &Profile,
    season: Option<&Season>,
    races: Vec<Race>,
    pace: Option<u32>,
) -> (WrittenPlan, Vec<Remark>) {
    let level = profile.level.unwrap_or(Experience::Intermediate);
    let mut remarks = Vec::new();
    let mut ties: Vec<(&ForeignWeek, [Day; 2])> = Vec::new();
    let alone = Profile { plan: PlanWishes::default(), ..profile.clone() };
    let mut weeks = Vec::with_capacity(plan.weeks.len());
    for foreign in &plan.weeks {
        let mut week = week(foreign, &races, pace.unwrap_or(SECONDS_A_KILOMETRE), level);
        if let Some(days) = tied(&week, foreign) {
            week.protected = days.into_iter().collect();
            ties.push((foreign, days));
        }
        week.class = week.class.max(Some(class(foreign, &alone, season)));
        weeks.push(week);
    }
    remarks.extend(long_run_tie(&ties));
    remarks.extend(distances(plan, pace));
    let monday = plan.weeks.first().map(|week| week.monday).unwrap_or_default();
    (WrittenPlan { monday, weeks, races }, remarks)
}

/// How heavy strength is in a week of the season, whoever looks at it: where a plan steps up to that, days are chosen as if it
/// were so heavy already.
fn class(foreign: &ForeignWeek, profile: &Profile, season: Option<&Season>) -> Class {
    let request = Request::new(profile, foreign.monday).with_season(season);
    rules::facts(&request).class
}

fn week(foreign: &ForeignWeek, races: &[Race], pace: u32, level: Experience) -> WrittenWeek {
    let mut week = WrittenWeek {
        outside: Day::ALL.iter().copied().filter(|day| !foreign.scope.contains(*day)).collect(),
        unread: Day::ALL.iter().copied().filter(|day| foreign.days[day.index()].unread).collect(),
        class: foreign.days.iter().filter_map(|day| day.class).max(),
        ..WrittenWeek::NOTHING
    };
    for (index, day) in foreign.days.iter().enumerate() {
        let race = races.iter().filter(|_| foreign.own.is_none());
        let race = race.copied().find(|race| usize::try_from(race.days_from(foreign.monday)) == Ok(index));
        let run = if race.is_some() { Run::Race } else { day.plan.run };
        let minutes = day.minutes_at(pace);
        let usual =
            |run: Run| race.filter(|_| run == Run::Race).map_or(default_minutes(run, level), Race::minutes);
        if run.is_run() {
            if run != Run::Race && (!day.timed || minutes == 0) {
                week.untimed.insert(Day::of(index));
            }
            week.runs[index] = WrittenRun { run, minutes: if minutes == 0 { usual(run) } else { minutes } };
            week.outside.remove(Day::of(index));
        }
        if race.is_some() {
            // The race takes the place of whatever the cell was to say.
            week.unread.remove(Day::of(index));
        }
        week.fixed[index] = fixed(day);
    }
    week
}

/// The sessions of a day besides its run.
fn fixed(day: &ForeignDay) -> FixedDay {
    FixedDay { plan: DayPlan { run: Run::Off, ..day.plan }, minutes: day.others }
}

/// The note that two runs of a week are both protected as long runs.
fn long_run_tie(ties: &[(&ForeignWeek, [Day; 2])]) -> Option<Remark> {
    let (week, days) = ties.first()?;
    let more = ties.len() - 1;
    let weeks = match more {
        0 => format!("in {}", week.label),
        1 => format!("in {} and one more week", week.label),
        more => format!("in {} and {more} more weeks", week.label),
    };
    let days: Days = days.iter().copied().collect();
    let message = format!(
        "{weeks} two runs, on {}, are about equally long: both are protected as long runs",
        listed(days.iter())
    );
    Some(Remark {
        id: "long-run-tie",
        note: true,
        source: week.source,
        line: days.iter().next().and_then(|day| week.days[day.index()].line).or(week.line),
        at: Some((week.monday, days.iter().next().unwrap_or(Day::Sun))),
        message,
        hint: "write `long` beside the one that it is".to_owned(),
    })
}

/// The note that distances count at some pace.
fn distances(plan: &ForeignPlan, pace: Option<u32>) -> Option<Remark> {
    let first = plan.weeks.iter().find(|week| week.days.iter().any(|day| day.metres > 0))?;
    let day = Day::ALL.iter().copied().find(|day| first.days[day.index()].metres > 0)?;
    let (count, hint) = match pace {
        Some(pace) => (shown(pace), "leave it so, or give another one with `--pace`"),
        None => {
            (shown(SECONDS_A_KILOMETRE), "give yours with `--pace`, as in `--pace 6:30` or `--pace 10:00/mi`")
        }
    };
    Some(Remark {
        id: "pace-assumed",
        note: true,
        source: first.source,
        line: first.days[day.index()].line.or(first.line),
        at: Some((first.monday, day)),
        message: format!("distances count at {count} a kilometre where minutes are needed"),
        hint: hint.to_owned(),
    })
}
