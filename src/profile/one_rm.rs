//! `[strength.one_rm]`: the weight of an exercise that goes once, and what is a part of it.

use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::Reader;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::RangeInclusive;

/// Accepted weights in kilograms.
pub const ONE_RM_KG: RangeInclusive<i64> = 1..=500;
/// Kilograms of a pound.
const POUND: f64 = 0.453_592_37;
/// The path of the table.
const PATH: &str = "strength.one_rm";
/// How a weight is written.
const WAYS: &str = "write kilograms as a number, such as `100`, or text such as \"220 lb\"";

/// What a weight is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Kilograms.
    Kilograms,
    /// Pounds.
    Pounds,
}

impl Unit {
    /// The smallest step by which such a weight is loaded, in thousandths of the unit.
    const fn step(self) -> u32 {
        match self {
            Self::Kilograms => 2_500,
            Self::Pounds => 5_000,
        }
    }
}

/// A weight to lift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight {
    /// Thousandths of the unit.
    pub thousandths: u32,
    /// The unit.
    pub unit: Unit,
}

impl Weight {
    /// It in kilograms, whatever its unit.
    #[must_use]
    pub fn kilograms(self) -> f64 {
        let number = f64::from(self.thousandths) / 1000.0;
        if self.unit == Unit::Pounds { number * POUND } else { number }
    }
}

impl fmt::Display for Weight {
    /// `80 kg`, `72.5 kg`, `175 lb`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Kilograms => "kg",
            Unit::Pounds => "lb",
        };
        write!(f, "{} {unit}", f64::from(self.thousandths) / 1000.0)
    }
}

/// The weight of an exercise that goes once, as its runner counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OneRm(pub Weight);

impl OneRm {
    /// So many percent of it, rounded down to what can be loaded: 2.5 kg or 5 lb. Under one such step nothing is left.
    #[must_use]
    pub fn at(&self, percent: u8) -> Weight {
        let Weight { thousandths, unit } = self.0;
        let part = u64::from(thousandths) * u64::from(percent) / 100;
        let steps = u32::try_from(part / u64::from(unit.step())).unwrap_or(u32::MAX);
        Weight { thousandths: steps.saturating_mul(unit.step()), unit }
    }

    /// A number of units, if it is in range.
    fn new(number: f64, unit: Unit) -> Option<Self> {
        let kilograms = if unit == Unit::Pounds { number * POUND } else { number };
        #[allow(clippy::cast_precision_loss)]
        let range = *ONE_RM_KG.start() as f64..=*ONE_RM_KG.end() as f64;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let thousandths = |number: f64| (number * 1000.0).round() as u32;
        range.contains(&kilograms).then(|| Self(Weight { thousandths: thousandths(number), unit }))
    }
}

/// Weights by the names of exercises, in lower case; which names there are, only the catalogue knows.
pub(super) fn one_rms(reader: &mut Reader, node: Option<&Node>) -> BTreeMap<String, OneRm> {
    let mut all = BTreeMap::new();
    let Some(node) = node else { return all };
    let Value::Table(entries) = &node.value else {
        let message = format!("this is {}, not weights by exercise", node.kind());
        let hint = "write `[strength.one_rm]` and below it `back-squat = 100`";
        reader.problems.push(Problem::at(PATH, &node.place, message).hint(hint));
        return all;
    };
    for entry in entries {
        let (key, path) = (&entry.key, format!("{PATH}.{}", entry.key));
        let mut wrong = |message: String, hint: &str| {
            reader.problems.push(Problem::at(&path, &entry.place, message).hint(hint));
        };
        let name = key.to_ascii_lowercase();
        if name.is_empty() || name.contains(|c: char| c != '-' && !c.is_ascii_alphanumeric()) {
            wrong(
                format!("`{key}` is no id"),
                "write it as `runplan exercises` does, such as `barbell-back-squat`",
            );
        } else if all.contains_key(&name) {
            wrong(format!("`{name}` stands here twice"), "leave one of the two out");
        }
        match weight(&entry.node) {
            Ok(weight) => {
                all.insert(name, weight);
            }
            Err((message, hint)) => {
                reader.problems.push(Problem::at(path, &entry.node.place, message).hint(hint));
            }
        }
    }
    all
}

/// The weight that a value says, or what is wrong with it.
fn weight(node: &Node) -> Result<OneRm, (String, &'static str)> {
    #[allow(clippy::cast_precision_loss)]
    let (number, unit) = match &node.value {
        Value::Whole(number) => (*number as f64, Unit::Kilograms),
        Value::Number(number) => (*number, Unit::Kilograms),
        Value::Text(text) => {
            let text = text.trim();
            let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
            let (number, unit) = text.split_at(end);
            let number = number.parse::<f64>().map_err(|_| (format!("`{text}` is no weight"), WAYS))?;
            match unit.trim().to_ascii_lowercase().as_str() {
                "kg" => (number, Unit::Kilograms),
                "lb" | "lbs" => (number, Unit::Pounds),
                "" => return Err((format!("`{text}` has no unit"), WAYS)),
                _ => return Err((format!("`{}` is neither `kg` nor `lb`", unit.trim()), WAYS)),
            }
        }
        _ => return Err((format!("this is {}, not a weight", node.kind()), WAYS)),
    };
    let shown = || match &node.value {
        Value::Text(text) => text.trim().to_owned(),
        _ => format!("{number} kg"),
    };
    OneRm::new(number, unit)
        .ok_or_else(|| (format!("`{}` is out of range", shown()), "write 1 to 500 kg, or 3 to 1100 lb"))
}

#[cfg(test)]
mod tests {
    use super::{OneRm, Unit};
    use crate::input::document;
    use crate::profile::read_all;

    fn read(values: &str) -> (Vec<String>, Vec<String>) {
        let text = format!("[runs]\ndays = []\n[strength]\none_rm = {values}");
        let (profile, problems) = read_all(&document::toml(&text, 0).0);
        let weights = profile.strength.one_rm.iter().map(|(name, of)| format!("{name} {}", of.0));
        (weights.collect(), problems.into_iter().map(|problem| problem.message).collect())
    }

    #[test]
    fn weights_are_kilograms_or_have_a_unit() {
        let (weights, problems) = read(
            "{ back-squat = 100, Deadlift = 122.5, row = '60.25 KG', press = '95lbs', a = '220 lb', b = '1.0 kg', c = 500 }",
        );
        assert_eq!(problems, [""; 0]);
        let all =
            "a 220 lb, b 1 kg, back-squat 100 kg, c 500 kg, deadlift 122.5 kg, press 95 lb, row 60.25 kg";
        assert_eq!(weights.join(", "), all);
    }

    #[test]
    fn what_is_no_weight_is_told() {
        for (value, message) in [
            ("{ a = 0 }", "`0 kg` is out of range"),
            ("{ a = 0.9 }", "`0.9 kg` is out of range"),
            ("{ a = 501 }", "`501 kg` is out of range"),
            ("{ a = -80 }", "`-80 kg` is out of range"),
            ("{ a = nan }", "`NaN kg` is out of range"),
            ("{ a = inf }", "`inf kg` is out of range"),
            ("{ a = '1200 lb' }", "`1200 lb` is out of range"),
            ("{ a = '100' }", "`100` has no unit"),
            ("{ a = '100 stone' }", "`stone` is neither `kg` nor `lb`"),
            ("{ a = '72,5 kg' }", "`,5 kg` is neither `kg` nor `lb`"),
            ("{ a = 'heavy' }", "`heavy` is no weight"),
            ("{ a = '1.2.3 kg' }", "`1.2.3 kg` is no weight"),
            ("{ a = '' }", "`` is no weight"),
            ("{ a = true }", "this is true or false, not a weight"),
            ("{ a = [100] }", "this is a list, not a weight"),
            ("{ 'back squat' = 100 }", "`back squat` is no id"),
            ("{ row = 60, ROW = 70 }", "`row` stands here twice"),
            ("100", "this is a whole number, not weights by exercise"),
        ] {
            assert_eq!(read(value).1, [message], "{value}");
        }
    }

    #[test]
    fn a_part_is_rounded_down_to_what_can_be_loaded() {
        let at =
            |number: f64, unit, percent| OneRm::new(number, unit).expect("in range").at(percent).to_string();
        for (number, percent, weight) in [
            (100.0, 80, "80 kg"),
            (97.0, 75, "72.5 kg"),
            (99.9, 50, "47.5 kg"),
            (100.0, 100, "100 kg"),
            (2.0, 90, "0 kg"),
        ] {
            assert_eq!(at(number, Unit::Kilograms, percent), weight);
        }
        assert_eq!(at(220.0, Unit::Pounds, 80), "175 lb");
        assert_eq!(at(225.0, Unit::Pounds, 75), "165 lb");
    }
}
