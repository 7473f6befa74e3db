//! What the runner says was lost of a week, and what of it cannot be so.

use crate::facts::Facts;
use crate::input::{Place, Problem};
use crate::plan::PlannedSession;
use crate::replan::standing::Standing;
use crate::week::Week;
use crate::week::day::{Day, Days, listed};
use crate::week::kind::Kind;
use crate::week::session::Run;
use crate::word::Word as _;
use chrono::{NaiveDate, NaiveDateTime};

/// What the runner says about the week that is planned again; each with its place on the command line.
#[derive(Clone, Debug, Default)]
pub struct Losses {
    /// The present moment, where the runner is.
    pub now: NaiveDateTime,
    /// Days ahead on which there is no training any more.
    pub block: Vec<(Day, Place)>,
    /// Sessions that were missed.
    pub missed: Vec<(Missed, Place)>,
    /// Days whose sessions the runner has put on another day.
    pub moved: Vec<([Day; 2], Place)>,
    /// Days that are to stay as they are.
    pub pin: Vec<(Day, Place)>,
}

/// What was missed of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The day.
    pub day: Day,
    /// The kind that was missed, run or strength; `None` for all of the day.
    pub what: Option<Kind>,
}

/// What was said and cannot be so.
pub(super) fn problems(
    facts: &Facts<'_>,
    standing: &Standing,
    losses: &Losses,
    today: Day,
    over: Days,
) -> Vec<Problem> {
    let week = standing.week();
    let mut problems = Vec::new();
    let mut wrong = |key: &str, place: &Place, message: String, hint: String| {
        problems.push(Problem::at(key, place, message).hint(hint));
    };
    let name = |day: Day| dated(standing.monday, day);
    let when = if today.index() == 0 && losses.now.date() < standing.monday {
        "the week has not begun".to_owned()
    } else {
        format!("it is {}, {}", name(today), losses.now.format("%H:%M"))
    };
    for (day, place) in &losses.block {
        if over.contains(*day) {
            let message = format!("{} is over: {when}", name(*day));
            wrong("--block", place, message, format!("say what was missed: `--missed {}`", day.id()));
        } else if week[day.index()].run == Run::Race {
            let message = format!("the race is on {}", name(*day));
            wrong(
                "--block",
                place,
                message,
                "a race that falls away is another `[race] date`, or none".to_owned(),
            );
        } else if losses.pin.iter().any(|(pinned, _)| pinned == day) {
            let message = format!("{} is blocked and pinned", name(*day));
            wrong("--block", place, message, "leave one of the two out".to_owned());
        }
    }
    let is_blocked = |day: Day| {
        let by_flag = losses.block.iter().any(|(blocked, _)| *blocked == day);
        by_flag || !over.contains(day) && (facts.blocked.contains(day) || standing.blocked.contains(day))
    };
    for (day, place) in &losses.pin {
        if is_blocked(*day) && losses.block.iter().all(|(blocked, _)| blocked != day) {
            let message = format!("{} is blocked or off, and pinned", name(*day));
            wrong("--pin", place, message, "leave it out: nothing is placed there anyway".to_owned());
        }
        if losses.moved.iter().any(|(days, _)| days.contains(day)) {
            let message = format!("{} is pinned, and `--moved` changes it", name(*day));
            wrong("--pin", place, message, "leave one of the two out".to_owned());
        }
    }
    for (Missed { day, what }, place) in &losses.missed {
        let of_day = week[day.index()];
        let holds = what.map_or(!of_day.is_rest(), |kind| of_day.holds(kind));
        if *day > today || losses.now.date() < standing.monday {
            let message = format!("{} is still ahead: {when}", name(*day));
            wrong("--missed", place, message, format!("block it: `--block {}`", day.id()));
        } else if of_day.run == Run::Race && *what != Some(Kind::Strength) {
            let message = format!("{} was the race", name(*day));
            wrong(
                "--missed",
                place,
                message,
                "a race is not made up: name the next one with `[race] date`".to_owned(),
            );
        } else if !holds {
            let lacks =
                what.map_or("nothing", |kind| if kind == Kind::Run { "no run" } else { "no strength" });
            let message = format!("there was {lacks} on {}: {}", name(*day), shown(standing, *day));
            wrong("--missed", place, message, trained(&week, over, *what));
        }
    }
    problems.extend(moved_problems(standing, losses, is_blocked));
    problems
}

/// What was said of sessions that the runner moved, and cannot be so.
fn moved_problems(standing: &Standing, losses: &Losses, is_blocked: impl Fn(Day) -> bool) -> Vec<Problem> {
    let week = standing.week();
    let mut problems = Vec::new();
    let mut wrong = |key: &str, place: &Place, message: String, hint: String| {
        problems.push(Problem::at(key, place, message).hint(hint));
    };
    let name = |day: Day| dated(standing.monday, day);
    for ([from, to], place) in &losses.moved {
        if from == to {
            wrong(
                "--moved",
                place,
                format!("`--moved {0}:{0}` names one day twice", from.id()),
                "name two days".to_owned(),
            );
        } else if week[from.index()].is_rest() {
            let message = format!("there is nothing to move on {}: {}", name(*from), shown(standing, *from));
            wrong("--moved", place, message, trained(&week, Days::ALL, None));
        } else if [from, to].iter().any(|day| week[day.index()].run == Run::Race) {
            let message = format!("`--moved {}:{}`: a race stays where it is", from.id(), to.id());
            wrong("--moved", place, message, "name two other days".to_owned());
        } else if is_blocked(*to) {
            let message = format!("{} is blocked, and {}'s sessions are to go there", name(*to), name(*from));
            wrong("--moved", place, message, "leave `--block` out, or name another day".to_owned());
        } else if losses.missed.iter().any(|(missed, _)| missed.day == *from || missed.day == *to) {
            let message = format!("`--moved {}:{}`: one of the two was missed too", from.id(), to.id());
            wrong(
                "--moved",
                place,
                message,
                "say of a day that it was moved, or that it was missed".to_owned(),
            );
        }
    }
    let twice = |[a, b]: &[Day; 2]| {
        losses
            .moved
            .iter()
            .filter(|([from, to], _)| [from, to].contains(&a) || [from, to].contains(&b))
            .count()
            > 1
    };
    if let Some((days, place)) = losses.moved.iter().find(|(days, _)| twice(days)) {
        let message = format!(
            "`--moved {}:{}`: one of the two is in another `--moved` too",
            days[0].id(),
            days[1].id()
        );
        wrong("--moved", place, message, "move each day once".to_owned());
    }
    problems
}

/// A day with its date: `Thursday, 26 November`.
fn dated(monday: NaiveDate, day: Day) -> String {
    let date = monday.checked_add_days(chrono::Days::new(day.index() as u64)).unwrap_or(monday);
    format!("{}, {}", day.name(), date.format("%-d %B"))
}

/// What stands on a day.
fn shown(standing: &Standing, day: Day) -> String {
    let sessions = &standing.days[day.index()].sessions;
    let name = |session: &PlannedSession| format!("{} {} min", session.session.name(), session.minutes);
    match sessions.as_slice() {
        [] => "it is a rest day".to_owned(),
        sessions => format!("it has {}", sessions.iter().map(name).collect::<Vec<_>>().join(" + ")),
    }
}

/// Which days of a set have sessions, or those of a kind.
fn trained(week: &Week, among: Days, kind: Option<Kind>) -> String {
    let holds = |day: &Day| kind.map_or(!week[day.index()].is_rest(), |kind| week[day.index()].holds(kind));
    let days: Vec<Day> = among.iter().filter(holds).collect();
    let what = kind.map_or("sessions", |kind| if kind == Kind::Run { "a run" } else { "strength" });
    match days.len() {
        0 => format!("no day that is over has {what}"),
        1 => format!("the day with {what} is {}", listed(days)),
        _ => format!("the days with {what} are {}", listed(days)),
    }
}
