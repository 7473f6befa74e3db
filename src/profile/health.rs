//! Health matters that change the plan.

use crate::input::Problem;
use crate::input::document::{Node, Value};
use crate::input::reader::{Reader, list, unknown_word};
use crate::word::{Word, words};
use std::fmt;

/// Health matters that change the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Health {
    /// Pain when running, and where.
    pub pain: Option<Pain>,
    /// Weeks since giving birth, 0 to 520.
    pub postpartum_weeks: Option<u16>,
    /// Pregnant.
    pub pregnant: Option<bool>,
}

/// Weeks after a birth before runs are planned again (Goom 2019).
pub const EARLY_POSTPARTUM_WEEKS: u16 = 12;

impl Health {
    /// Whether a birth is less than 12 weeks ago.
    #[must_use]
    pub fn is_early_postpartum(&self) -> bool {
        self.postpartum_weeks.is_some_and(|weeks| weeks < EARLY_POSTPARTUM_WEEKS)
    }

    /// Whether anything hurts, wherever it does.
    #[must_use]
    pub fn hurts(&self) -> bool {
        self.pain.is_some_and(|pain| pain != Pain::No)
    }

    /// The place that hurts, where one is named.
    #[must_use]
    pub const fn pain_place(&self) -> Option<PainPlace> {
        match self.pain {
            Some(Pain::At(place)) => Some(place),
            _ => None,
        }
    }
}

/// Whether something hurts; where it does, the place may be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pain {
    /// Nothing hurts.
    No,
    /// Something hurts, and the place is not said.
    Somewhere,
    /// A place hurts.
    At(PainPlace),
}

impl From<bool> for Pain {
    fn from(hurts: bool) -> Self {
        if hurts { Self::Somewhere } else { Self::No }
    }
}

impl fmt::Display for Pain {
    /// As it is written: `false`, `true`, or the place.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::No => f.pad("false"),
            Self::Somewhere => f.pad("true"),
            Self::At(place) => place.fmt(f),
        }
    }
}

words! {
    /// A place that can hurt.
    PainPlace("place of pain") {
        /// Knee.
        Knee = "knee",
        /// Achilles tendon.
        Achilles = "achilles",
        /// Calf.
        Calf = "calf",
        /// Shin.
        Shin = "shin",
        /// Foot.
        Foot = "foot",
        /// Hip.
        Hip = "hip",
        /// Back.
        Back = "back",
    }
}

/// True, false or a place that hurts.
pub(super) fn pain(reader: &mut Reader, node: &Node, path: &str) -> Option<Pain> {
    let ways =
        || format!("write `true`, `false` or one of {}", list(PainPlace::ALL.iter().map(|of| of.id())));
    let problem = match &node.value {
        Value::Bool(hurts) => return Some((*hurts).into()),
        Value::Text(text) => {
            if let Some(place) = PainPlace::parse(text) {
                return Some(Pain::At(place));
            }
            if let Ok(hurts) = text.trim().to_ascii_lowercase().parse::<bool>() {
                let problem = Problem::at(path, &node.place, format!("`{hurts}` stands in quotes"));
                problem.hint(format!("write `{hurts}` without them")).mend(Some(hurts.to_string()))
            } else {
                let mut problem = unknown_word::<PainPlace>(text, path, node);
                let is_near = problem.marks.first().is_some_and(|mark| mark.mend.is_some());
                problem.hint = problem.hint.filter(|_| is_near).or_else(|| Some(ways()));
                problem
            }
        }
        _ => {
            let message = format!("this is {}, not `true`, `false` or a place that hurts", node.kind());
            Problem::at(path, &node.place, message).hint(ways())
        }
    };
    reader.problems.push(problem);
    None
}

#[cfg(test)]
mod tests {
    use super::{Pain, PainPlace};
    use crate::input::document;
    use crate::profile::read_all;

    #[test]
    fn pain_is_a_yes_a_no_or_a_place() {
        let read = |value: &str| {
            let text = format!("[runs]\ndays = []\n[health]\npain = {value}");
            let (profile, problems) = read_all(&document::toml(&text, 0).0);
            let said = |of: &crate::input::Problem| {
                format!("{}; {}", of.message, of.hint.as_deref().unwrap_or_default())
            };
            (profile.health, problems.iter().map(said).collect::<Vec<_>>())
        };
        for (value, pain, hurts) in [
            ("false", Pain::No, false),
            ("true", Pain::Somewhere, true),
            ("'knee'", Pain::At(PainPlace::Knee), true),
            ("' Achilles'", Pain::At(PainPlace::Achilles), true),
        ] {
            let (health, problems) = read(value);
            assert_eq!((health.pain, health.hurts(), problems.len()), (Some(pain), hurts, 0), "{value}");
        }
        assert_eq!(read("'back'").0.pain_place(), Some(PainPlace::Back));
        let places = "`knee`, `achilles`, `calf`, `shin`, `foot`, `hip`, `back`";
        let ways = format!("write `true`, `false` or one of {places}");
        for (value, said) in [
            ("'kneee'", "`kneee` is not a place of pain; did you mean `knee`?; write `knee`".to_owned()),
            ("'everywhere'", format!("`everywhere` is not a place of pain; {ways}")),
            ("'true'", "`true` stands in quotes; write `true` without them".to_owned()),
            ("3", format!("this is a whole number, not `true`, `false` or a place that hurts; {ways}")),
            ("['knee', 'hip']", format!("this is a list, not `true`, `false` or a place that hurts; {ways}")),
        ] {
            let (health, problems) = read(value);
            assert_eq!((health.pain, problems), (None, vec![said]), "{value}");
        }
    }
}
