//! The numbers that a week of this program was planned with.

use crate::facts::limits::Limits;
use crate::input::document::Node;
use crate::input::reader::{Reader, Table};
use crate::profile::Profile;
use crate::season::Season;
use crate::week::kind::Kind;
use crate::week::phase::Phase;
use crate::week::run_days::RunDays;
use crate::week::session::{Class, Experience, Placement};
use crate::word::Word;

/// The numbers that the week was planned with; `None` with a problem where one is missing.
pub(super) fn limits(reader: &mut Reader, node: &Node, placement: Placement, phase: Phase) -> Option<Limits> {
    let limits = reader.object(Some(node), "limits");
    let read = read_limits(reader, &limits, placement, phase);
    if read.is_none() && reader.problems.is_empty() {
        reader.missing(node, "limits", "leave `limits` whole as it was printed, or take all of it out");
    }
    read
}

fn read_limits(
    reader: &mut Reader,
    limits: &Table<'_>,
    placement: Placement,
    phase: Phase,
) -> Option<Limits> {
    let strength = reader.object(limits.get("strength"), "limits.strength");
    let rest = reader.object(limits.get("rest"), "limits.rest");
    // Weeks that were printed before there was a choice have no such key.
    let run_days = reader.word::<RunDays>(limits, "run_days").unwrap_or(RunDays::Named);
    let mut count = |table: &Table<'_>, key: &str| reader.whole::<u8>(table, key, 0..=7);
    let strength_min = count(&strength, "min");
    let strength_target = count(&strength, "target");
    let legs_min = count(&strength, "legs_min");
    let legs_floor = count(&strength, "legs_floor");
    let legs_max = count(&strength, "legs_max");
    let rest_min = count(&rest, "min");
    let rest_target = count(&rest, "target");
    let extras = Kind::EXTRAS.map(|kind| (kind, count(limits, kind.id())));
    let strength_minutes = reader.whole::<u16>(&strength, "minutes", 1..=600);
    let class = reader.word::<Class>(&strength, "class");
    let level = reader.word::<Experience>(limits, "level");
    let age = reader.whole::<u8>(limits, "age", 5..=110);
    let wraps = reader.yes(limits, "wraps");
    // Every key was read before the first that is missing ends it, so that each problem is named.
    let (class, level, legs_max, rest) = (class?, level?, legs_max?, [rest_min?, rest_target?]);
    let season = Season::builtin(phase);
    let read = Limits {
        strength_min: strength_min?,
        strength_target: strength_target?,
        legs_min: legs_min?,
        legs_floor: legs_floor?,
        legs_max,
        strength_minutes: strength_minutes?,
        class,
        level,
        age,
        wraps: wraps?,
        placement,
        run_days,
        ..Limits::resolve(season, &Profile::default(), class, level, legs_max, season.minutes, rest)
    };
    extras.into_iter().try_fold(read, |limits, (kind, target)| Some(limits.with_target(kind, target?)))
}
