//! Season file → [`Season`], with every problem of the file.

use super::{Dose, DoseKind, Lift, MaintainHeavy, Season, Share};
use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, Table, list};
use crate::profile::value::{MINUTES, REST, VOLUME};
use crate::week::phase::Phase;
use crate::week::session::{Class, Experience, Keep};
use crate::word::Word;
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// Accepted counts a week.
pub const WEEK: RangeInclusive<i64> = 0..=7;
/// Accepted weeks of a rotation.
pub const WEEKS: RangeInclusive<i64> = 1..=52;
/// Accepted minutes of core work.
pub const CORE: RangeInclusive<i64> = 0..=60;
/// Accepted plyometric contacts, and hard days.
pub const CONTACTS: RangeInclusive<i64> = 0..=200;
/// Accepted sets.
pub const SETS: RangeInclusive<i64> = 1..=10;
/// Accepted repetitions of a lift.
pub const REPS: RangeInclusive<i64> = 1..=50;
/// Accepted repetitions or seconds of anything else.
pub const AMOUNT: RangeInclusive<i64> = 1..=240;
/// Accepted percent of 1RM.
pub const PERCENT: RangeInclusive<i64> = 1..=100;
/// Accepted repetitions in reserve.
pub const RIR: RangeInclusive<i64> = 0..=10;
/// Accepted percent of one side.
pub const SHARE: RangeInclusive<i64> = 0..=100;

impl Season {
    /// Reads a season file that leaves nothing out, as the built-in ones are.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn read_whole(node: &Node) -> Result<Self, Vec<Problem>> {
        read(node, None)
    }

    /// Reads a runner's own season file.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn read(node: &Node) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::default();
        let phase = match node.entry("phase") {
            Some(entry) => reader.word_of(&entry.node, || "phase".to_owned()),
            None => None,
        };
        match phase {
            Some(phase) => read(node, Some(Self::builtin(phase))),
            None if node.entry("phase").is_none() => {
                reader.missing(node, "phase", "say which season it is built on, such as `phase = \"base\"`");
                Err(reader.problems)
            }
            None => Err(reader.problems),
        }
    }
}

/// Reads a season; what is left out comes from `base`, and is a problem where there is none.
fn read(node: &Node, base: Option<&Season>) -> Result<Season, Vec<Problem>> {
    let mut reader = Reader::default();
    let r = &mut reader;
    let top = r.table(
        Some(node),
        "",
        &[
            "name", "phase", "summary", "runs", "strength", "dose", "plyo", "core", "mobility", "rest",
            "hard_days",
        ],
    );
    let runs =
        r.table(top.get("runs"), "runs", &["usual", "keep", "speed_max", "volume", "volume_before_marathon"]);
    let strength_keys = [
        "target", "max", "legs_min", "legs_max", "minutes", "minutes_usual", "rotation_weeks", "class",
        "lifts", "maintain-heavy", "share",
    ];
    let strength = r.table(top.get("strength"), "strength", &strength_keys);
    let plyo = r.table(top.get("plyo"), "plyo", &["sessions", "contacts"]);
    let core = r.table(top.get("core"), "core", &["minutes"]);
    let mobility = r.table(top.get("mobility"), "mobility", &["sessions", "minutes"]);
    let rest = r.table(top.get("rest"), "rest", &["min", "target"]);
    let phase = or(r.word(&top, "phase"), base.map(|b| b.phase), r, node, "phase").unwrap_or(Phase::Base);
    let mut number = Numbers { r, node };
    let season = Season {
        phase,
        name: number.text(&top, "name", base.map(|b| b.name.clone())),
        summary: number.text(&top, "summary", base.map(|b| b.summary.clone())),
        runs_usual: number.pair(&runs, "usual", WEEK, base.map(|b| b.runs_usual)),
        runs_keep: keep(number.r, &runs).or(base.map(|b| b.runs_keep)).unwrap_or(Keep::All),
        speed_max: number.one(&runs, "speed_max", WEEK, base.map(|b| b.speed_max)),
        volume: number.r.percent(&runs, "volume", VOLUME).or(base.map(|b| b.volume)).unwrap_or(100),
        volume_before_marathon: before_marathon(number.r, &runs)
            .or(base.and_then(|b| b.volume_before_marathon)),
        strength_target: number.one(&strength, "target", WEEK, base.map(|b| b.strength_target)),
        strength_max: number.one(&strength, "max", WEEK, base.map(|b| b.strength_max)),
        legs_min: number.one(&strength, "legs_min", WEEK, base.map(|b| b.legs_min)),
        legs_max: number.one(&strength, "legs_max", WEEK, base.map(|b| b.legs_max)),
        minutes: number.one(&strength, "minutes", MINUTES, base.map(|b| b.minutes)),
        minutes_usual: number.pair(&strength, "minutes_usual", MINUTES, base.map(|b| b.minutes_usual)),
        rotation_weeks: number.one(&strength, "rotation_weeks", WEEKS, base.map(|b| b.rotation_weeks)),
        class: number.r.word(&strength, "class").or(base.map(|b| b.class)).unwrap_or(Class::Light),
        lifts: lifts(number.r, &strength)
            .map(Cow::Owned)
            .or(base.map(|b| b.lifts.clone()))
            .unwrap_or_default(),
        maintain_heavy: heavy(number.r, &strength).or(base.and_then(|b| b.maintain_heavy.clone())),
        doses: doses(number.r, top.get("dose"), base),
        share: share(number.r, &strength).or(base.and_then(|b| b.share)),
        plyo_sessions: number.one(&plyo, "sessions", WEEK, base.map(|b| b.plyo_sessions)),
        plyo_contacts: number.by_experience(
            plyo.get("contacts"),
            "plyo.contacts",
            base.map(|b| b.plyo_contacts),
        ),
        core_minutes: number.pair(&core, "minutes", CORE, base.map(|b| b.core_minutes)),
        mobility_sessions: number.one(&mobility, "sessions", WEEK, base.map(|b| b.mobility_sessions)),
        mobility_minutes: number.one(&mobility, "minutes", MINUTES, base.map(|b| b.mobility_minutes)),
        rest_min: number.one(&rest, "min", REST, base.map(|b| b.rest_min)),
        rest_target: number.one(&rest, "target", REST, base.map(|b| b.rest_target)),
        hard_days: number.by_experience(top.get("hard_days"), "hard_days", base.map(|b| b.hard_days)),
    };
    contradictions(&season, r, node);
    if reader.problems.is_empty() { Ok(season) } else { Err(reader.problems) }
}

/// Numbers of one season file that cannot hold together.
fn contradictions(season: &Season, r: &mut Reader, node: &Node) {
    let pairs = [
        ("rest.min", season.rest_min, "rest.target", season.rest_target),
        ("strength.target", season.strength_target, "strength.max", season.strength_max),
        ("strength.legs_min", season.legs_min, "strength.legs_max", season.legs_max),
    ];
    for (low_key, low, high_key, high) in pairs {
        if low > high {
            let place =
                |key| node.entry(key).map_or_else(|| node.place.clone(), |entry| entry.node.place.clone());
            let message = format!("`{low_key} = {low}` is more than `{high_key} = {high}`");
            let hint = format!("lower `{low_key}` or raise `{high_key}`");
            r.problems.push(Problem::at(low_key, &place(low_key), message).hint(hint).and(
                high_key,
                &place(high_key),
                "the other number",
            ));
        }
    }
}

fn or<T>(read: Option<T>, base: Option<T>, r: &mut Reader, node: &Node, key: &str) -> Option<T> {
    let value = read.or(base);
    if value.is_none() && r.problems.is_empty() {
        r.missing(node, key, "every number of a season must be given");
    }
    value
}

/// Reads numbers that fall back to a base season.
struct Numbers<'r> {
    r: &'r mut Reader,
    node: &'r Node<'r>,
}

impl Numbers<'_> {
    fn text(&mut self, table: &Table<'_>, key: &str, base: Option<Cow<'static, str>>) -> Cow<'static, str> {
        self.r.text(table, key).map(Cow::Owned).or(base).unwrap_or_default()
    }

    fn one<T: TryFrom<i64> + Default>(
        &mut self,
        table: &Table<'_>,
        key: &str,
        range: RangeInclusive<i64>,
        base: Option<T>,
    ) -> T {
        let read = self.r.whole(table, key, range);
        or(read, base, self.r, self.node, &table.path(key)).unwrap_or_default()
    }

    fn pair<T: TryFrom<i64> + Default + Copy>(
        &mut self,
        table: &Table<'_>,
        key: &str,
        range: RangeInclusive<i64>,
        base: Option<[T; 2]>,
    ) -> [T; 2] {
        let read = table.get(key).and_then(|node| pair_of(self.r, node, &table.path(key), range));
        or(read, base, self.r, self.node, &table.path(key)).unwrap_or_default()
    }

    fn by_experience(&mut self, node: Option<&Node>, path: &str, base: Option<[u8; 3]>) -> [u8; 3] {
        let names: Vec<_> = Experience::ALL.iter().map(|level| level.id()).collect();
        let table = self.r.table(node, path, &names);
        let mut numbers = [0; 3];
        for (i, name) in names.iter().enumerate() {
            numbers[i] = self.one(&table, name, CONTACTS, base.map(|b| b[i]));
        }
        numbers
    }
}

fn pair_of<T: TryFrom<i64> + Copy>(
    r: &mut Reader,
    node: &Node,
    path: &str,
    range: RangeInclusive<i64>,
) -> Option<[T; 2]> {
    if let Value::List(items) = &node.value {
        let [low, high] = items.as_slice() else {
            let problem = Problem::at(path, &node.place, "this is not two numbers");
            r.problems.push(problem.hint("write the least and the most, such as `[3, 5]`"));
            return None;
        };
        let path = || path.to_owned();
        let pair = [r.whole_of::<i64>(low, path, range.clone())?, r.whole_of(high, path, range)?];
        if pair[0] > pair[1] {
            let message = format!("`{}` is more than `{}`", pair[0], pair[1]);
            r.problems.push(Problem::at(path(), &node.place, message).hint("write the least first"));
            return None;
        }
        return Some([T::try_from(pair[0]).ok()?, T::try_from(pair[1]).ok()?]);
    }
    r.whole_of(node, || path.to_owned(), range).map(|one| [one, one])
}

/// Says which keys of a table are missing that only make sense together.
fn needs(r: &mut Reader, table: &Table<'_>, keys: &[&str], node: Option<&Node>) {
    for key in keys.iter().filter(|key| table.get(key).is_none()) {
        if let Some(node) = node {
            r.missing(node, &table.path(key), &format!("give all of {}", list(keys.iter().copied())));
        }
    }
}

fn keep(r: &mut Reader, runs: &Table<'_>) -> Option<Keep> {
    let node = runs.get("keep")?;
    match &node.value {
        Value::Text(text) if text.eq_ignore_ascii_case("all") => Some(Keep::All),
        _ => r.whole_of(node, || runs.path("keep"), WEEK).map(Keep::Days),
    }
}

fn before_marathon(r: &mut Reader, runs: &Table<'_>) -> Option<[u16; 2]> {
    let table = r.table(
        Some(runs.get("volume_before_marathon")?),
        "runs.volume_before_marathon",
        &["week_before", "earlier"],
    );
    needs(r, &table, &["week_before", "earlier"], runs.get("volume_before_marathon"));
    Some([r.percent(&table, "week_before", VOLUME)?, r.percent(&table, "earlier", VOLUME)?])
}

fn lifts(r: &mut Reader, strength: &Table<'_>) -> Option<Vec<Lift>> {
    let node = strength.get("lifts")?;
    let Value::List(items) = &node.value else {
        r.problems.push(
            Problem::at("strength.lifts", &node.place, "this is not a list of schemes")
                .hint("write `[[strength.lifts]]`"),
        );
        return None;
    };
    Some(items.iter().filter_map(|item| lift(r, item, "strength.lifts")).collect())
}

fn lift(r: &mut Reader, node: &Node, path: &str) -> Option<Lift> {
    let keys = ["levels", "sets", "reps", "percent", "rir", "rir_max", "per_side", "body_weight"];
    let table = r.table(Some(node), path, &keys);
    let levels = r.words(&table, "levels").unwrap_or_default().into();
    let mut pair = |key: &str, range: RangeInclusive<i64>| {
        table.get(key).and_then(|node| pair_of(r, node, &table.path(key), range))
    };
    let (sets, reps, percent) = (pair("sets", SETS), pair("reps", REPS), pair("percent", PERCENT));
    needs(r, &table, &["sets", "reps"], Some(node));
    let (sets, reps) = (sets?, reps?);
    Some(Lift {
        levels,
        sets,
        reps,
        percent,
        rir: r.whole(&table, "rir", RIR),
        rir_max: r.whole(&table, "rir_max", RIR),
        per_side: r.yes(&table, "per_side").unwrap_or(false),
        body_weight: r.yes(&table, "body_weight").unwrap_or(false),
    })
}

/// Doses; those that are left out are the base season's.
fn doses(r: &mut Reader, node: Option<&Node>, base: Option<&Season>) -> [Option<Dose>; DoseKind::COUNT] {
    let names: Vec<_> = DoseKind::ALL.iter().map(|kind| kind.id()).collect();
    let table = r.table(node, "dose", &names);
    let mut doses = base.map_or([None; DoseKind::COUNT], |base| base.doses);
    for kind in DoseKind::ALL {
        let Some(node) = table.get(kind.id()) else { continue };
        let path = table.path(kind.id());
        let amount = kind.amount();
        let dose = r.table(Some(node), &path, &["sets", amount, "percent", "rir"]);
        needs(r, &dose, &["sets", amount], Some(node));
        let mut pair = |key: &str, range: RangeInclusive<i64>| {
            dose.get(key).and_then(|node| pair_of::<u8>(r, node, &dose.path(key), range))
        };
        let (sets, amount, percent) = (pair("sets", SETS), pair(amount, AMOUNT), pair("percent", PERCENT));
        let rir = r.whole(&dose, "rir", RIR);
        if let (Some(sets), Some(amount)) = (sets, amount) {
            doses[*kind as usize] = Some(Dose { sets, amount, percent, rir });
        }
    }
    doses
}

fn heavy(r: &mut Reader, strength: &Table<'_>) -> Option<MaintainHeavy> {
    let path = "strength.maintain-heavy";
    let table = r.table(
        Some(strength.get("maintain-heavy")?),
        path,
        &["class", "legs_max", "lifts", "single", "minutes"],
    );
    needs(r, &table, &["class", "legs_max", "lifts"], strength.get("maintain-heavy"));
    let mut of = |key: &str| table.get(key).and_then(|node| lift(r, node, path));
    let (lift, single) = (of("lifts"), of("single"));
    let minutes = r.whole(&table, "minutes", MINUTES);
    Some(MaintainHeavy {
        class: r.word(&table, "class")?,
        legs_max: r.whole(&table, "legs_max", WEEK)?,
        lift: lift?,
        single,
        minutes,
    })
}

fn share(r: &mut Reader, strength: &Table<'_>) -> Option<Share> {
    let table = r.table(Some(strength.get("share")?), "strength.share", &["side", "percent"]);
    needs(r, &table, &["side", "percent"], strength.get("share"));
    Some(Share { side: r.word(&table, "side")?, percent: r.whole(&table, "percent", SHARE)? })
}
