//! The ways out that change the runs: shorter, fewer, easy instead of fast, on another day.

use super::fix::{Changes, list};
use crate::facts::changes::Planned;
use crate::profile::{KINDS, Keep, Minutes, Profile, Speed};
use crate::week::day::{Day, Days, and};
use crate::week::session::{LONG_FROM_MINUTES, Run};
use crate::word::Word;

/// Minutes of the shortest run that is worth its way.
const SHORTEST_RUN: u16 = 15;
/// By how much a run stays under what makes it long.
const SHORT_OF_LONG: u16 = 5;

/// Runs that fit into their days, alone or with strength beside them: all of a kind, where several are too long, or one.
pub(super) fn shorter_runs(changes: &mut Changes<'_>) {
    let need = changes.days_in_need();
    for of in 0..KINDS.len() {
        let days = too_long(changes, of);
        if days.len() > 1 && days.iter().any(|(day, _)| need.contains(*day)) {
            short_runs(changes, of);
        }
    }
    let strength = changes.facts.limits.strength_minutes;
    for day in need.iter() {
        let run = changes.facts.runs[day.index()].minutes;
        let Some(room) = changes.room(day) else { continue };
        for minutes in [room, room.saturating_sub(strength)] {
            if (SHORTEST_RUN..run).contains(&minutes) {
                run_of(changes, day, minutes, "");
            }
        }
    }
}

/// All runs of a kind, so short that each fits into its day.
pub(super) fn short_runs(changes: &mut Changes<'_>, kind: usize) {
    if let Some(minutes) = too_long(changes, kind).into_iter().map(|(_, room)| room).min() {
        runs_of(changes, kind, minutes);
    }
}

/// The days with a run of a kind that does not fit, and the minutes that would.
fn too_long(changes: &Changes<'_>, of: usize) -> Vec<(Day, u16)> {
    let days = Day::ALL.iter().filter(|day| kind(changes.facts.runs[day.index()]) == Some(of));
    let room = |day: &Day| {
        let fits = SHORTEST_RUN..changes.facts.runs[day.index()].minutes;
        Some((*day, changes.room(*day).filter(|room| fits.contains(room))?))
    };
    days.filter_map(room).collect()
}

/// The place among the kinds of which minutes are said of the kind that a run's minutes are taken from.
fn kind(planned: Planned) -> Option<usize> {
    let by = if planned.declared == Run::Easy { Run::Easy } else { planned.run };
    [Run::Easy, Run::Speed, Run::Long].into_iter().position(|run| run == by)
}

/// An easy run that is long by its minutes, short of that.
pub(super) fn not_long(changes: &mut Changes<'_>) {
    if !changes.names("runs.minutes") {
        return;
    }
    let minutes = LONG_FROM_MINUTES - SHORT_OF_LONG;
    let is_lengthened = |day: &Day| {
        let Planned { declared, run, .. } = changes.facts.runs[day.index()];
        declared == Run::Easy && run == Run::Long
    };
    let days: Days = Day::ALL.iter().copied().filter(is_lengthened).collect();
    days.iter().for_each(|day| run_of(changes, day, minutes, ", no long run any more"));
    if days.len() > 1 {
        runs_of(changes, 0, minutes);
    }
}

fn run_of(changes: &mut Changes<'_>, day: Day, minutes: u16, then: &str) {
    let message = format!("make {}'s run {minutes} minutes{then}", day.name());
    changes.add(format!("runs.minutes.{}={minutes}", day.id()), message, |p| {
        p.runs.minutes.get_or_insert_default().days[day.index()] = Some(minutes);
    });
}

fn runs_of(changes: &mut Changes<'_>, kind: usize, minutes: u16) {
    let name = KINDS[kind];
    changes.add(
        format!("runs.minutes.{name}={minutes}"),
        format!("make {name} runs {minutes} minutes"),
        |p| {
            let Minutes { easy, speed, long, .. } = p.runs.minutes.get_or_insert_default();
            *[easy, speed, long][kind] = Some(minutes);
        },
    );
}

/// One run day less of those that the runner keeps.
pub(super) fn one_kept_less(changes: &mut Changes<'_>) {
    if let Some(Keep::Days(now @ 1..)) = changes.profile.runs.keep {
        keep(changes, now, now - 1);
    }
}

/// Fewer of the run days that the season lets stand.
pub(super) fn fewer_kept(changes: &mut Changes<'_>) {
    let run_days = u8::try_from(changes.profile.runs.count()).unwrap_or(0);
    let now = match changes.facts.keep {
        Keep::Days(days) => days.min(run_days),
        Keep::All if changes.facts.season.runs_keep == Keep::All => return,
        Keep::All => run_days,
    };
    if ["runs.keep", "runs.days", "season"].into_iter().any(|key| changes.names(key)) {
        (0..now).rev().for_each(|then| keep(changes, now, then));
    }
}

fn keep(changes: &mut Changes<'_>, now: u8, then: u8) {
    let message = format!("keep {then} run days instead of {now}");
    changes.add(format!("runs.keep={then}"), message, |p| p.runs.keep = Some(Keep::Days(then)));
}

/// As many kept run days as the least rest allows.
pub(super) fn keep_what_rest_leaves(changes: &mut Changes<'_>) {
    let Keep::Days(now) = changes.facts.keep else { return };
    let most = run_days_beside_rest(changes);
    if now > most {
        keep(changes, now, most);
    }
}

/// As many easy runs left out as the least rest asks for.
pub(super) fn run_on_what_rest_leaves(changes: &mut Changes<'_>) {
    let most = usize::from(run_days_beside_rest(changes));
    let over = changes.profile.runs.count().saturating_sub(most);
    if over > 0 {
        leave_out(changes, over);
    }
}

/// Run days beside the season's least rest, or beside a single rest day where the runner's own minimum can give way.
fn run_days_beside_rest(changes: &Changes<'_>) -> u8 {
    7 - changes.profile.rest_min.map_or(changes.facts.limits.rest_min, |_| 1)
}

/// Days with an easy run.
fn easy_days(profile: &Profile) -> Days {
    profile.runs.days.iter().filter(|day| profile.runs.kind(*day) == Run::Easy).collect()
}

/// One easy run less.
pub(super) fn fewer_runs(changes: &mut Changes<'_>) {
    leave_out(changes, 1);
}

/// Several easy runs less, as few as will do.
pub(super) fn several_runs(changes: &mut Changes<'_>) {
    let most = changes.profile.runs.per_week.map_or(easy_days(changes.profile).len(), |now| (now - 1).into());
    for count in 2..=most {
        leave_out(changes, count);
    }
}

fn leave_out(changes: &mut Changes<'_>, count: usize) {
    if let Some(now) = changes.profile.runs.per_week {
        let then = now.saturating_sub(u8::try_from(count).unwrap_or(now));
        if then > 0 && changes.names("runs.per_week") {
            let message = format!("run {} a week instead of {}", times(then), times(now));
            changes.add(format!("runs.per_week={then}"), message, |p| p.runs.per_week = Some(then));
        }
        return;
    }
    if !changes.names("runs.days") {
        return;
    }
    for out in easy_days(changes.profile).subsets(count) {
        let days: Days = changes.profile.runs.days.iter().filter(|day| !out.contains(*day)).collect();
        let whose: Vec<_> = out.iter().map(|day| format!("{}'s", day.name())).collect();
        let message = format!("leave out {} run{}", and(&whose), if count == 1 { "" } else { "s" });
        changes.add(format!("runs.days={}", list(days)), message, |p| p.runs.days = days);
    }
}

fn speed(changes: &Changes<'_>) -> Days {
    if changes.names("runs.speed") { changes.profile.runs.speed_days() } else { Days::NONE }
}

fn speed_on(profile: &mut Profile, days: Days) {
    profile.runs.speed = Some(Speed::Days(days));
}

pub(super) fn easy_speed(changes: &mut Changes<'_>) {
    if let Some(Speed::Runs(now @ 1..)) = changes.profile.runs.speed.filter(|_| changes.names("runs.speed")) {
        let then = now - 1;
        let message = format!("run fast {} a week", times(then));
        changes.add(format!("runs.speed={then}"), message, |p| p.runs.speed = Some(Speed::Runs(then)));
    }
    let speed = speed(changes);
    for day in speed.iter() {
        let mut rest = speed;
        rest.remove(day);
        let message = format!("make {}'s speed run easy", day.name());
        changes.add(format!("runs.speed={}", list(rest)), message, |p| speed_on(p, rest));
    }
}

pub(super) fn no_speed(changes: &mut Changes<'_>) {
    if speed(changes).len() > 1 {
        changes.add("runs.speed=[]".to_owned(), "make every speed run easy".to_owned(), |p| {
            speed_on(p, Days::NONE);
        });
    }
}

pub(super) fn move_speed(changes: &mut Changes<'_>) {
    let speed = speed(changes);
    for day in speed.iter() {
        for to in easy_days(changes.profile).iter() {
            let mut moved = speed;
            moved.remove(day);
            moved.insert(to);
            let message = format!("move the speed run from {} to {}", day.name(), to.name());
            changes.add(format!("runs.speed={}", list(moved)), message, |p| speed_on(p, moved));
        }
    }
}

pub(super) fn move_long(changes: &mut Changes<'_>) {
    let Some(long) = changes.profile.runs.long.filter(|_| changes.names("runs.long")) else { return };
    let chooses = changes.profile.runs.per_week.is_some();
    if chooses && !long.is_empty() {
        for to in possible(changes.profile).without(long).iter() {
            let days = long.and(std::iter::once(to).collect());
            let message = format!("let the long run be on {} too", to.name());
            changes.add(format!("runs.long={}", list(days)), message, |p| p.runs.long = Some(days));
        }
    }
    for from in long.iter().filter(|_| !chooses) {
        let mut others = long;
        others.remove(from);
        for to in easy_days(changes.profile).iter() {
            let message = format!("move the long run from {} to {}", from.name(), to.name());
            let days = others.and(std::iter::once(to).collect());
            let value = if others.is_empty() { to.id().to_owned() } else { list(days) };
            changes.add(format!("runs.long={value}"), message, |p| p.runs.long = Some(days));
        }
    }
}

/// More days on which a run is possible.
pub(super) fn more_run_days(changes: &mut Changes<'_>) {
    if changes.profile.runs.per_week.is_none() || !changes.names("runs.days") {
        return;
    }
    let now = possible(changes.profile);
    for day in Days::ALL.without(now).iter() {
        let days = now.and(std::iter::once(day).collect());
        let message = format!("let a run be on {} too", day.name());
        changes.add(format!("runs.days={}", list(days)), message, |p| p.runs.days = days);
    }
}

/// Days on which a run is possible, where the search chooses.
fn possible(profile: &Profile) -> Days {
    if profile.runs.days.is_empty() { Days::ALL } else { profile.runs.days }
}

/// So many times, in words.
fn times(number: u8) -> String {
    match number {
        0 => "not at all".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}
