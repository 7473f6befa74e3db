//! The long runs of a week that names none: the longest run, or two that are as good as equally long.

use crate::facts::written::WrittenWeek;
use crate::import::ForeignWeek;
use crate::week::day::Day;
use crate::week::session::Run;
use crate::word::Word as _;

/// Tenths by which the longest run is longer than any other, at least, so that it alone is the long run (practice).
const TENTHS: u32 = 12;
/// Runs of a week from which on two of them are the long ones, whatever their length …
const FEW_RUNS: usize = 3;
/// … and minutes from which on they are with fewer.
const LONG_ENOUGH: u16 = 60;

/// The two runs that are both protected as long runs: no long run is named, and the second longest comes close to the longest.
/// Of three alike none is the long run.
pub(super) fn tied(week: &WrittenWeek, foreign: &ForeignWeek) -> Option<[Day; 2]> {
    let run = |day: &Day| week.runs[day.index()];
    let is_named = |day: &Day| {
        let assumed = foreign.days[day.index()].long_assumed;
        run(day).run == Run::Race || run(day).run == Run::Long && !assumed
    };
    if !foreign.whole() || Day::ALL.iter().any(is_named) {
        return None;
    }
    let known = |day: &Day| run(day).run.is_run() && !week.untimed.contains(*day);
    let longest = Day::ALL.iter().filter(|day| known(day)).map(|day| run(day).minutes).max()?;
    let runs = week.runs.iter().filter(|written| written.run.is_run()).count();
    let comes_close = |day: &Day| {
        known(day)
            && matches!(run(day).run, Run::Easy | Run::Long)
            && u32::from(run(day).minutes) * TENTHS > u32::from(longest) * 10
    };
    let close: Vec<Day> = Day::ALL.iter().copied().filter(comes_close).collect();
    let is_longest = close.iter().any(|day| run(day).minutes == longest);
    match close[..] {
        [one, other] if is_longest && (runs >= FEW_RUNS || longest >= LONG_ENOUGH) => Some([one, other]),
        _ => None,
    }
}
