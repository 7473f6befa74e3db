//! Free text of a training plan, such as "Easy 5 mi + strength", by a small vocabulary.
//!
//! Guarantees that nothing is dropped silently: a part of the text in which no word is known comes back as such.

use super::amounts::{Token, amounts, tokens};
use crate::race::Distance;
use crate::session::{Run, Strength};

/// What a word of a plan means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// A run.
    Run,
    /// A long run.
    Long,
    /// An easy run.
    Easy,
    /// A speed run.
    Speed,
    /// A shake-out.
    ShakeOut,
    /// A race.
    Race,
    /// Strength of a kind that is not said.
    Strength,
    /// Strength with leg work.
    Full,
    /// Upper body and core.
    Upper,
    /// Mobility.
    Mobility,
    /// Cross-training.
    Cross,
    /// Rest.
    Rest,
}

/// A meaning, its name for people, and its words.
pub type Row = (Term, &'static str, &'static [&'static str]);

/// The words that are known, by what they mean.
pub const VOCABULARY: &[Row] = &[
    (Term::Long, "long run", &["long", "lr"]),
    (Term::Easy, "easy run", &["easy", "recovery", "endurance", "aerobic", "base", "steady", "strides"]),
    (
        Term::Speed,
        "speed run",
        &[
            "speed",
            "tempo",
            "interval",
            "intervals",
            "threshold",
            "fartlek",
            "hill",
            "hills",
            "track",
            "repeats",
            "reps",
            "sprint",
            "sprints",
            "progression",
            "cruise",
            "vo",
            "pace",
            "mp",
            "hmp",
        ],
    ),
    (Term::ShakeOut, "shake-out", &["shakeout", "shake"]),
    (Term::Race, "race", &["race", "marathon", "ultramarathon"]),
    (
        Term::Run,
        "a run, easy if nothing else is said",
        &["run", "runs", "running", "jog", "jogging", "country"],
    ),
    (
        Term::Strength,
        "strength of unknown kind",
        &["strength", "lift", "lifting", "gym", "weights", "weight", "resistance"],
    ),
    (Term::Full, "strength with legs", &["full", "legs", "leg", "lower", "squats", "deadlifts"]),
    (Term::Upper, "upper body and core", &["upper", "core", "abs", "arms"]),
    (Term::Mobility, "mobility", &["mobility", "stretch", "stretching", "yoga", "foam", "pilates"]),
    (
        Term::Cross,
        "cross-training",
        &[
            "cross",
            "crosstrain",
            "xt",
            "bike",
            "biking",
            "cycle",
            "cycling",
            "ride",
            "spin",
            "swim",
            "swimming",
            "row",
            "rowing",
            "elliptical",
            "brick",
            "hike",
            "hiking",
        ],
    ),
    (Term::Rest, "rest", &["rest", "off"]),
];

/// Words after which a race is only its pace.
const NOT_THE_RACE: [&str; 4] = ["pace", "effort", "simulation", "prep"];

/// One session as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub what: What,
    /// Minutes, where they are said.
    pub minutes: Option<u16>,
    /// Metres, where they are said.
    pub metres: Option<u32>,
}

/// What a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A run.
    Run(Run),
    /// A race, of a distance where it is said.
    Race(Option<Distance>),
    /// Strength, of a kind where it is said.
    Strength(Option<Strength>),
    /// Mobility.
    Mobility,
    /// Cross-training.
    Cross,
    /// Rest, said in so many words.
    Rest,
}

/// What a text came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The sessions.
    pub entries: Vec<Entry>,
    /// Parts in which no word is known.
    pub unknown: Vec<String>,
    /// Whether the text offers a choice, of which the first part was taken.
    pub choice: bool,
}

/// Reads the text of a day or of a session.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut reading = Reading::default();
    for part in parts(text) {
        let (part, choice) = first_choice(part);
        reading.choice |= choice;
        let found = segment(part);
        if found.is_empty() {
            if part.chars().any(char::is_alphanumeric) {
                reading.unknown.push(part.trim().to_owned());
            }
        } else {
            reading.entries.extend(found);
        }
    }
    if reading.entries.iter().any(|entry| entry.what != What::Rest) {
        reading.entries.retain(|entry| entry.what != What::Rest);
    }
    reading
}

/// The parts of a text that are sessions of their own: between `+`, `&`, `;`, line ends, "and", "then", "plus", "with".
fn parts(text: &str) -> Vec<&str> {
    let strong = ['+', '&', ';', '\n', '\r', '|'];
    let mut parts = Vec::new();
    for piece in text.split(strong) {
        let mut rest = piece;
        while let Some((at, word)) = [" and ", " then ", " plus ", " with "]
            .iter()
            .filter_map(|word| find_ignoring_case(rest, word).map(|at| (at, word)))
            .min_by_key(|(at, _)| *at)
        {
            parts.push(&rest[..at]);
            rest = &rest[at + word.len()..];
        }
        parts.push(rest);
    }
    parts
}

fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    // The word is ASCII, so a match starts and ends between characters.
    text.as_bytes().windows(word.len()).position(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// What stands before an "or".
fn first_choice(part: &str) -> (&str, bool) {
    match find_ignoring_case(part, " or ") {
        Some(at) => (&part[..at], true),
        None => (part, false),
    }
}

/// The meanings of a word.
fn term(word: &str) -> Option<Term> {
    VOCABULARY.iter().find(|(_, _, words)| words.contains(&word)).map(|(term, ..)| *term)
}

/// The sessions of one part.
fn segment(part: &str) -> Vec<Entry> {
    let tokens = tokens(part);
    let word = |at: usize| match tokens.get(at) {
        Some(Token::Word(word)) => word.as_str(),
        _ => "",
    };
    let (mut terms, mut distance) = (Vec::new(), None);
    let body = (0..tokens.len()).any(|at| word(at) == "body");
    let gym = (0..tokens.len()).any(|at| term(word(at)) == Some(Term::Strength));
    for at in 0..tokens.len() {
        let next = word(at + 1);
        match term(word(at)) {
            // "Race pace" and "marathon pace" are speeds, not races.
            Some(Term::Race) if NOT_THE_RACE.contains(&next) => terms.push(Term::Speed),
            // "Cross country" is running; "off road" is no rest.
            Some(Term::Cross) if next == "country" => {}
            Some(Term::Rest) if matches!(next, "road" | "trail") => {}
            // "Full" and "upper" say something about strength only.
            Some(Term::Full | Term::Upper)
                if matches!(word(at), "full" | "lower" | "upper") && !(body || gym) => {}
            Some(term) => terms.push(term),
            None => {}
        }
        distance = distance.or_else(|| distance_of(word(at), word(at.wrapping_sub(1))));
    }
    let has = |term: Term| terms.contains(&term);
    let mut amounts = amounts(&tokens);
    if let [Token::Number(number)] = tokens.as_slice() {
        // Nothing but a number is a distance in the plan's own unit.
        amounts.metres = u32::try_from(*number).ok().filter(|number| *number > 0);
    }
    let intervals = tokens.windows(3).any(|window| {
        let times =
            matches!(&window[1], Token::Word(x) if x == "x") || matches!(window[1], Token::Sign('×' | '*'));
        times && matches!((&window[0], &window[2]), (Token::Number(_), Token::Number(_)))
    });
    let lifts = has(Term::Strength);
    let other = lifts || has(Term::Full) || has(Term::Upper) || has(Term::Mobility) || has(Term::Cross);
    let adjective = has(Term::Long) || has(Term::Easy) || has(Term::Speed) || has(Term::ShakeOut);
    let runs = has(Term::Run)
        || has(Term::Race)
        || !other && (adjective || intervals || amounts.metres.is_some())
        || !other && !has(Term::Rest) && amounts.minutes.is_some();
    let mut found = Vec::new();
    let mut push = |what: What| found.push(what);
    if runs {
        push(if has(Term::Race) && !adjective {
            What::Race(distance)
        } else if has(Term::Long) {
            What::Run(Run::Long)
        } else if has(Term::Speed) || intervals {
            What::Run(Run::Speed)
        } else if has(Term::ShakeOut) {
            What::Run(Run::ShakeOut)
        } else if has(Term::Race) {
            What::Race(distance)
        } else {
            What::Run(Run::Easy)
        });
    }
    if lifts || !runs && (has(Term::Full) || has(Term::Upper)) {
        push(What::Strength(if has(Term::Full) {
            Some(Strength::Full)
        } else {
            has(Term::Upper).then_some(Strength::Upper)
        }));
    }
    if has(Term::Mobility) {
        push(What::Mobility);
    }
    if has(Term::Cross) {
        push(What::Cross);
    }
    if found.is_empty() && has(Term::Rest) {
        found.push(What::Rest);
    }
    found.into_iter().map(|what| Entry { what, minutes: amounts.minutes, metres: amounts.metres }).collect()
}

/// The race distance that a word names.
fn distance_of(word: &str, before: &str) -> Option<Distance> {
    match word {
        "half" | "hm" => Some(Distance::Half),
        "marathon" if before != "half" => Some(Distance::Marathon),
        "ultra" | "ultramarathon" => Some(Distance::Ultra),
        _ => None,
    }
}
