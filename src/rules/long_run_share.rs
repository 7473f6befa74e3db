//! The long run is a large part of the week.

use super::rule::{Check, Grade, Limit, Rule};
use super::warning::{Seen, Subject, Warning};
use crate::week::day::{Day, Days};
use crate::week::phase::Phase;
use crate::week::race::Distance;
use crate::week::session::Run;
use crate::word::Word;

/// Percent of the week's run minutes at most, with 2, 3, 4, 5, and 6 or more runs.
const SHARE: [u32; 5] = [70, 55, 45, 37, 32];
/// Percent that it may be more when training for a marathon, which long runs make; for an ultra unchecked.
const MARATHON_MORE: u32 = 8;
/// Minutes at most.
const MINUTES: u16 = 150;
/// Minutes at most when training for a marathon.
const MARATHON_MINUTES: u16 = 180;

pub(super) const RULE: Rule = Rule {
    id: "long-run-share",
    summary: "the long run is over 70, 55, 45, 37, 32 % of the week's run minutes (with 2, 3, 4, 5, 6 \
              runs; for a marathon 8 points more, then a note), or over 150 minutes (marathon 180); for \
              an ultra unchecked",
    rationale: "one run should not carry the week",
    source: "Daniels, relaxed; practice for the marathon and the ultra",
    grade: Some(Grade::C),
    limit: Limit::Numbers(&[
        ("percent with 2 runs", SHARE[0]),
        ("with 3", SHARE[1]),
        ("with 4", SHARE[2]),
        ("with 5", SHARE[3]),
        ("with 6 and more", SHARE[4]),
        ("points more, marathon", MARATHON_MORE),
        ("minutes", MINUTES as u32),
        ("minutes, marathon", MARATHON_MINUTES as u32),
    ]),
    check: Check::Warn(Subject::Week, warnings),
    breaks: &[
        "- easy30 - - - - long120",
        "- easy90 - easy80 - easy80 long160",
        "- easy30 - - - - long120 race=+90 race.distance=marathon",
    ],
    keeps: &[
        "- easy40 - easy40 - easy40 long90",
        "easy80 easy80 - easy80 easy80 - long150",
        "- easy30 - - - - long120 season=taper",
        "- easy30 - - - - long106 race=+90 race.distance=marathon",
        "- easy30 - - - - long120 race=+90 race.distance=ultra",
    ],
};

fn warnings(seen: &Seen<'_>) -> Vec<Warning> {
    // In a week with days off the other runs were let go.
    if !seen.known.timed || !seen.facts.is_whole() {
        return Vec::new();
    }
    if matches!(seen.facts.season.phase, Phase::Taper | Phase::RaceWeek | Phase::Recovery) {
        return Vec::new();
    }
    let long = |day: &Day| seen.week[day.index()].run == Run::Long;
    let Some(day) =
        Day::ALL.iter().copied().filter(long).max_by_key(|day| seen.facts.runs[day.index()].minutes)
    else {
        return Vec::new();
    };
    let minutes = seen.facts.runs[day.index()].minutes;
    let days: Days = std::iter::once(day).collect();
    let marathon = match seen.facts.race.and_then(|race| race.distance) {
        Some(Distance::Ultra) => return Vec::new(),
        distance => distance == Some(Distance::Marathon),
    };
    let runs = seen.week.iter().filter(|day| day.run.is_run()).count();
    let all = seen.run_minutes(|_| true) + seen.second_minutes();
    let mut warnings = Vec::new();
    if runs >= 2 {
        let most = SHARE[(runs - 2).min(SHARE.len() - 1)] + if marathon { MARATHON_MORE } else { 0 };
        if u32::from(minutes) * 100 > most * all {
            let share = (u32::from(minutes) * 100).div_ceil(all); // over the most, and shown so
            let message = format!(
                "the long run is {share} % of the week's run minutes; with {runs} runs {most} % at most are usual"
            );
            let hint = "shorten the long run, or lengthen the others";
            let warning = Warning::new(RULE.id, message, hint).on(days);
            warnings.push(if marathon { warning.note() } else { warning });
        }
    }
    let most = if marathon { MARATHON_MINUTES } else { MINUTES };
    if minutes > most {
        let message = format!("the long run takes {minutes} minutes; {most} at most are usual");
        warnings.push(Warning::new(RULE.id, message, "shorten the long run").on(days));
    }
    warnings
}
