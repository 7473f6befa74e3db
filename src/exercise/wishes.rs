//! The exercises that a runner names in the profile: those to leave out, and those with a weight that goes once.
//!
//! A profile is read without the catalogue, so what its names mean, and whether they mean anything, is known here.

use crate::exercise::Exercise;
use crate::input::reader::list;
use crate::input::{Place, Problem};
use crate::profile::{OneRm, StrengthWishes};
use crate::word::nearest;

impl Exercise {
    /// The exercise that a runner calls so: by its id; else the barbell's, where `deadlift` is `barbell-deadlift`; else the
    /// only one of the catalogue whose id ends so. One of the runner's `own` has to be called by its whole id.
    ///
    /// # Errors
    /// The ids that end so, where they are none or several.
    pub fn named<'a>(name: &str, own: &'a [Self]) -> Result<&'a Self, Vec<&'static str>> {
        let by_id = || Self::find(name, own);
        let of_barbell = || Self::find(&format!("barbell-{name}"), &[]);
        if let Some(exercise) = by_id().or_else(of_barbell) {
            return Ok(exercise);
        }
        let ends = |of: &&Self| of.id.strip_suffix(name).is_some_and(|before| before.ends_with('-'));
        match Self::catalogue().iter().filter(ends).collect::<Vec<_>>().as_slice() {
            [exercise] => Ok(exercise),
            several => Err(several.iter().map(|exercise| &*exercise.id).collect()),
        }
    }
}

impl StrengthWishes {
    /// The weight of an exercise that goes once, by its id; `None` where the runner does not say it.
    #[must_use]
    pub fn one_rm(&self, exercise_id: &str) -> Option<OneRm> {
        let is_meant =
            |name: &str| Exercise::named(name, &[]).is_ok_and(|exercise| exercise.id == exercise_id);
        let by_name = || self.one_rm.iter().find(|(name, _)| is_meant(name)).map(|(_, weight)| weight);
        self.one_rm.get(exercise_id).or_else(by_name).copied()
    }

    /// Whether the runner leaves an exercise out, by its id or by its movement.
    #[must_use]
    pub fn avoids(&self, exercise: &Exercise) -> bool {
        self.avoid.iter().flatten().any(|name| means(name, exercise))
    }

    /// What is wrong with the names of exercises; the problems have no places, only keys.
    ///
    /// Where the profile names a file of `own` exercises and none are given, nobody has read it, and any name may be there.
    #[must_use]
    pub fn problems(&self, own: &[Exercise]) -> Vec<Problem> {
        if self.exercises.is_some() && own.is_empty() {
            return Vec::new();
        }
        let mut problems = Vec::new();
        for (at, name) in self.avoid.iter().flatten().enumerate() {
            if !Exercise::catalogue().iter().chain(own).any(|exercise| means(name, exercise)) {
                let (key, what) = (format!("strength.avoid[{at}]"), "an exercise or a movement");
                let patterns = Exercise::catalogue().iter().chain(own).map(|exercise| &*exercise.pattern);
                let ending = Exercise::named(name, own).ok().map(|exercise| &*exercise.id);
                // Whether it stands in quotes nobody knows here, so the hint alone says what to write.
                problems.push(unknown(key, name, what, ids(own).chain(patterns), ending).mend(None));
            }
        }
        let mut seen: Vec<(&str, &str)> = Vec::new();
        for name in self.one_rm.keys() {
            let key = format!("strength.one_rm.{name}");
            match Exercise::named(name, own) {
                Ok(exercise) => {
                    if let Some((_, other)) = seen.iter().find(|(id, _)| *id == exercise.id) {
                        let message = format!("`{other}` and `{name}` are the same exercise");
                        let problem = Problem::at(key, &Place::default(), message);
                        let other = format!("strength.one_rm.{other}");
                        problems.push(problem.hint("leave one of the two out").and(
                            other,
                            &Place::default(),
                            "the other one",
                        ));
                    }
                    seen.push((&exercise.id, name));
                }
                Err(several) if !several.is_empty() => {
                    let message = format!("`{name}` may be several exercises");
                    let hint = format!("write one of {}", list(several));
                    problems.push(Problem::at(key, &Place::default(), message).hint(hint));
                }
                Err(_) => {
                    problems.push(unknown(key, name, "an exercise", ids(own).chain(barbell_lifts()), None));
                }
            }
        }
        problems
    }
}

/// Whether a name in lower case is the id of an exercise, or its movement.
#[must_use]
pub fn means(name: &str, exercise: &Exercise) -> bool {
    exercise.id == name || exercise.pattern.eq_ignore_ascii_case(name)
}

/// The ids of all exercises.
fn ids(own: &[Exercise]) -> impl Iterator<Item = &str> {
    Exercise::catalogue().iter().chain(own).map(|exercise| &*exercise.id)
}

/// The ids of lifts with a barbell, without the barbell.
fn barbell_lifts<'a>() -> impl Iterator<Item = &'a str> {
    Exercise::catalogue().iter().filter_map(|exercise| exercise.id.strip_prefix("barbell-"))
}

/// The problem of a name that is none of those known; `other` is what it is likely to mean, else the nearest.
fn unknown<'a>(
    key: String,
    name: &str,
    what: &str,
    known: impl Iterator<Item = &'a str>,
    other: Option<&'a str>,
) -> Problem {
    let near = other.or_else(|| nearest(name, known));
    let (message, hint) = match near {
        Some(near) => (format!("`{name}` is not {what}; did you mean `{near}`?"), format!("write `{near}`")),
        None => (format!("`{name}` is not {what}"), "take one that `runplan exercises` lists".to_owned()),
    };
    Problem::at(key, &Place::default(), message).hint(hint).mend(near.map(ToOwned::to_owned))
}

#[cfg(test)]
mod tests {
    use crate::exercise::Exercise;
    use crate::input::document;
    use crate::profile::{StrengthWishes, read_keys};

    fn wishes(text: &str) -> StrengthWishes {
        let (profile, problems) = read_keys(&document::toml(text, 0).0);
        assert!(problems.is_empty(), "{problems:?}");
        profile.strength
    }

    fn own() -> Vec<Exercise> {
        let text = "[[exercise]]\nid = 'sled-push'\nname = 'Sled push'\nkind = 'double-leg'\npattern = 'sled'\nregion = 'lower-double'";
        Exercise::read(&document::toml(text, 0).0, Exercise::catalogue()).expect("an exercise")
    }

    fn said(wishes: &StrengthWishes, own: &[Exercise]) -> Vec<String> {
        let said = |problem: &crate::input::Problem| {
            format!("{problem}; {}", problem.hint.as_deref().unwrap_or_default())
        };
        wishes.problems(own).iter().map(said).collect()
    }

    #[test]
    fn an_exercise_is_called_by_its_id_or_how_it_ends() {
        let own = own();
        for (name, id) in [
            ("barbell-back-squat", "barbell-back-squat"),
            ("back-squat", "barbell-back-squat"),
            ("deadlift", "barbell-deadlift"),
            ("row", "barbell-row"),
            ("hip-thrust", "barbell-hip-thrust"),
            ("split-squat", "split-squat"),
            ("push-up", "push-up"),
            ("pulldown", "lat-pulldown"),
            ("sled-push", "sled-push"),
        ] {
            assert_eq!(Exercise::named(name, &own).map(|exercise| &*exercise.id), Ok(id));
        }
        assert_eq!(Exercise::named("leg-curl", &[]), Err(vec!["sliding-leg-curl", "lying-leg-curl"]));
        for name in ["", "-", "squat-", "bench", "push"] {
            assert_eq!(Exercise::named(name, &own), Err(Vec::new()), "{name}");
        }
    }

    #[test]
    fn a_weight_that_goes_once_is_found_by_the_id() {
        let wishes = wishes(
            "[strength.one_rm]\nback-squat = 100\ndeadlift = '220 lb'\ntrap-bar-deadlift = 130\nsled-push = 80",
        );
        assert_eq!(said(&wishes, &own()), [""; 0]);
        let at = |id: &str| wishes.one_rm(id).map(|of| of.at(80).to_string());
        assert_eq!(at("barbell-back-squat").as_deref(), Some("80 kg"));
        assert_eq!(at("barbell-deadlift").as_deref(), Some("175 lb"));
        assert_eq!(at("trap-bar-deadlift").as_deref(), Some("102.5 kg"));
        assert_eq!(at("sled-push").as_deref(), Some("62.5 kg"));
        assert_eq!(at("romanian-deadlift"), None, "only one deadlift is meant");
        assert_eq!(at("barbell-front-squat"), None);
    }

    #[test]
    fn names_that_mean_no_exercise_or_several_are_told() {
        let one = |key: &str| said(&wishes(&format!("[strength.one_rm]\n{key} = 80")), &own());
        let lists = "take one that `runplan exercises` lists";
        for (key, problem) in [
            (
                "back-sqat",
                "`back-sqat` is not an exercise; did you mean `back-squat`?; write `back-squat`".to_owned(),
            ),
            (
                "goblet-squad",
                "`goblet-squad` is not an exercise; did you mean `goblet-squat`?; write `goblet-squat`"
                    .to_owned(),
            ),
            (
                "sled-pusch",
                "`sled-pusch` is not an exercise; did you mean `sled-push`?; write `sled-push`".to_owned(),
            ),
            ("javelin-throw", format!("`javelin-throw` is not an exercise; {lists}")),
            (
                "leg-curl",
                "`leg-curl` may be several exercises; write one of `sliding-leg-curl`, `lying-leg-curl`"
                    .to_owned(),
            ),
        ] {
            assert_eq!(one(key), [format!("strength.one_rm.{key}: {problem}")]);
        }
        let twice = wishes("[strength.one_rm]\nback-squat = 80\nbarbell-back-squat = 90");
        assert_eq!(
            said(&twice, &[]),
            [
                "strength.one_rm.barbell-back-squat: `back-squat` and `barbell-back-squat` are the same exercise; leave one of the two out"
            ]
        );
    }

    #[test]
    fn what_is_left_out_is_an_exercise_or_a_movement() {
        let wishes = wishes("strength.avoid = ['Lateral-Lunge', 'squat', 'sled']");
        assert_eq!(said(&wishes, &own()), [""; 0]);
        let avoids = |id: &str| wishes.avoids(Exercise::find(id, &own()).expect("an exercise"));
        assert!(["lateral-lunge", "air-squat", "split-squat", "sled-push"].into_iter().all(avoids));
        assert!(!["forward-lunge", "step-up", "pogo-hops"].into_iter().any(avoids));
        assert!(!StrengthWishes::default().avoids(&Exercise::catalogue()[0]));
        let not = "is not an exercise or a movement";
        for (name, problem) in [
            (
                "latral-lunge",
                format!("`latral-lunge` {not}; did you mean `lateral-lunge`?; write `lateral-lunge`"),
            ),
            ("squad", format!("`squad` {not}; did you mean `squat`?; write `squat`")),
            (
                "back-squat",
                format!("`back-squat` {not}; did you mean `barbell-back-squat`?; write `barbell-back-squat`"),
            ),
            ("slet", format!("`slet` {not}; did you mean `sled`?; write `sled`")),
            ("knees", format!("`knees` {not}; take one that `runplan exercises` lists")),
        ] {
            let wishes = super::tests::wishes(&format!("strength.avoid = ['hinge', '{name}']"));
            assert_eq!(said(&wishes, &own()), [format!("strength.avoid[1]: {problem}")]);
        }
    }

    #[test]
    fn names_of_a_file_that_nobody_read_are_not_judged() {
        let text =
            "[strength]\nexercises = 'mine.toml'\navoid = 'sled-drag'\n[strength.one_rm]\nsled-drag = 80";
        assert_eq!(said(&wishes(text), &[]), [""; 0]);
        assert_eq!(said(&wishes(text), &own()).len(), 2);
    }
}
