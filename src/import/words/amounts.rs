//! Distances and durations in free text: "5 mi", "1:30 h", "45'", "20,5 km"; repeats and paces are no lengths.

use crate::import::measures::{MILE, MOST_METRES, MOST_MINUTES};
use crate::import::words::token::{Token, is_times, word};
use crate::import::words::vocabulary::{COUNTED, NO_LENGTH_AFTER};

/// The length of a session, as far as a text says it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Amounts {
    /// Minutes.
    pub minutes: Option<u16>,
    /// Metres.
    pub metres: Option<u32>,
    /// Thousandths of the plan's own unit.
    pub bare: Option<u32>,
    /// Whether a length stands there that no session can have: none, less than none, days, or a time that may be a pace.
    pub is_odd: bool,
}

impl Amounts {
    /// Whether any length is said.
    pub const fn any(&self) -> bool {
        self.minutes.is_some() || self.metres.is_some() || self.bare.is_some()
    }
}

/// "3 m" are miles; from this number on they are minutes, …
const MINUTES_FROM: u64 = 27;
/// … from this on metres.
const METRES_FROM: u64 = 100;
/// Minutes a kilometre between which a distance and a duration can belong to one run.
const PACES: std::ops::RangeInclusive<u64> = 2..=15;

/// The distance and the duration of a chunk, the largest of each that stands in it. A number alone counts in the plan's
/// own unit where no length is said and it stands by itself or beside the word of a run (`run`).
pub(super) fn amounts(tokens: &[Token], run: bool) -> Amounts {
    let mut lengths = Lengths::default();
    for (at, token) in tokens.iter().enumerate() {
        if let Token::Number(number) = token
            && !is_no_length(tokens, at)
        {
            lengths.add(*number, tokens, at);
        }
    }
    let bare = lengths.bare(tokens, run);
    let Lengths { metres, mut seconds, clocks, below, zero, .. } = lengths;
    if metres > 0 && seconds > 0 && !PACES.contains(&(seconds * 1000 / 60 / metres)) {
        seconds = 0; // a rest between repeats, or the last minutes of it
    }
    let (most_metres, most_minutes) = (u64::from(MOST_METRES), u64::from(MOST_MINUTES));
    let some = |number: u64, most: u64| u32::try_from(number).ok().filter(|_| (1..=most).contains(&number));
    let minutes = some(seconds.div_ceil(60), most_minutes).and_then(|minutes| u16::try_from(minutes).ok());
    let metres_read = some(metres, most_metres);
    let bare_read = bare.and_then(|bare| some(bare, most_metres));
    let has_any = minutes.is_some() || metres_read.is_some() || bare_read.is_some();
    let is_far =
        metres > most_metres || seconds > most_minutes * 60 || bare.is_some_and(|bare| bare > most_metres);
    let is_none = zero && (run || tokens.len() > 1) || bare == Some(0);
    Amounts {
        minutes,
        metres: metres_read,
        bare: bare_read,
        is_odd: below || is_far || !has_any && (is_none || clocks && run),
    }
}

/// Whether a number is no length by what stands before it: of "6 x 400 m" and of a pace such as "@ 5:30/km" nothing is.
fn is_no_length(tokens: &[Token], at: usize) -> bool {
    if is_share(tokens, at) {
        return true;
    }
    match at.checked_sub(1).map(|before| &tokens[before]) {
        Some(Token::Word(word)) => NO_LENGTH_AFTER.contains(&word.as_str()),
        Some(Token::Sign(':')) => matches!(tokens.get(at.wrapping_sub(2)), Some(Token::Number(_))),
        Some(Token::Sign(sign)) => matches!(sign, '×' | '*' | '@' | '/' | '\'' | '’' | '′'),
        _ => false,
    }
}

/// Whether a number is a share: "90%", and the first of "50 to 90%".
fn is_share(tokens: &[Token], at: usize) -> bool {
    let joins =
        word(tokens, at + 1) == "to" || matches!(tokens.get(at + 1), Some(Token::Sign('-' | '–' | '—')));
    let is_percent = |at: usize| tokens.get(at) == Some(&Token::Sign('%'));
    is_percent(at + 1) || joins && matches!(tokens.get(at + 2), Some(Token::Number(_))) && is_percent(at + 3)
}

/// The longest distance and duration among the numbers of a chunk so far, and the numbers without a unit.
#[derive(Default)]
struct Lengths {
    metres: u64,
    seconds: u64,
    /// Numbers without a unit, in thousandths.
    alone: Vec<u64>,
    /// Whether a number is a time such as `1:30` that may be a pace.
    clocks: bool,
    /// Whether a length is less than nothing.
    below: bool,
    /// Whether a length is nothing.
    zero: bool,
}

impl Lengths {
    /// Adds the number (in thousandths) at a place by what stands after it.
    fn add(&mut self, number: u64, tokens: &[Token], at: usize) {
        let after = tokens.get(at + 2);
        if at.checked_sub(1).is_some_and(|before| tokens[before] == Token::Sign('−')) {
            // "@ MP - 10 s" is a pace.
            self.below |= !matches!(word(tokens, at + 1), "s" | "sec" | "secs" | "seconds");
            return;
        }
        // Of "6-8 x 100 m" nothing is a length.
        let is_range = matches!(tokens.get(at + 1..at + 3), Some([Token::Sign('-' | '–'), Token::Number(_)]));
        if is_range && is_times(tokens, at + 3) {
            return;
        }
        self.zero |= number == 0 && !matches!(tokens.get(at + 1), Some(Token::Sign(':')));
        match tokens.get(at + 1) {
            Some(Token::Word(unit)) => self.add_with_unit(number, unit, tokens, at),
            // "45'", but not the pace "5'30".
            Some(Token::Sign('\'' | '′' | '’')) if !matches!(after, Some(Token::Number(_))) => {
                self.add_minutes(number);
            }
            Some(Token::Sign(':')) => {
                let seconds = clock(&tokens[at..]);
                self.clocks |= seconds == 0;
                self.seconds = self.seconds.max(seconds);
            }
            Some(Token::Sign('-')) if matches!(word(tokens, at + 2), "miler" | "mile" | "mi") => {
                self.add_miles(number);
            }
            Some(Token::Sign('-')) if matches!(word(tokens, at + 2), "k" | "km") => {
                self.metres = self.metres.max(number);
            }
            Some(Token::Sign('-' | '–' | '—')) | None => self.alone.push(number),
            Some(Token::Sign(_) | Token::Number(_)) => {}
        }
    }

    /// Adds a number with the word after it.
    fn add_with_unit(&mut self, number: u64, unit: &str, tokens: &[Token], at: usize) {
        match unit {
            "km" | "k" | "kms" | "kilometers" | "kilometres" => self.metres = self.metres.max(number),
            "mi" | "mile" | "miles" | "ml" | "miler" => self.add_miles(number),
            // "5 m" are miles, "45m" are minutes, "400 m" are metres; after hours they are minutes.
            "m" if word(tokens, at.wrapping_sub(1)).starts_with('h') => {}
            "m" if number < MINUTES_FROM * 1000 => self.add_miles(number),
            "m" if number < METRES_FROM * 1000 => self.add_minutes(number),
            "m" | "meters" | "metres" => self.metres = self.metres.max(number / 1000),
            "min" | "mins" | "minute" | "minutes" => self.add_minutes(number),
            "h" | "hr" | "hrs" | "hour" | "hours" => {
                let more = match tokens.get(at + 2) {
                    Some(Token::Number(minutes)) => minutes / 1000 * 60,
                    _ => 0,
                };
                self.seconds = self.seconds.max(number.saturating_mul(3600) / 1000 + more);
            }
            unit if COUNTED.contains(&unit) => {}
            _ => self.alone.push(number),
        }
    }

    fn add_miles(&mut self, thousandths: u64) {
        self.metres = self.metres.max(thousandths.saturating_mul(MILE.into()) / 1000);
    }

    fn add_minutes(&mut self, thousandths: u64) {
        self.seconds = self.seconds.max(thousandths.saturating_mul(60) / 1000);
    }

    /// The number that counts in the plan's own unit: the only one, or the larger of a range such as "8-10".
    fn bare(&self, tokens: &[Token], run: bool) -> Option<u64> {
        if self.metres > 0 || self.seconds > 0 {
            return None;
        }
        let range = tokens.windows(3).find(|of| {
            let joins = matches!(&of[1], Token::Sign('-' | '–' | '—')) || word(of, 1) == "to";
            joins && matches!((&of[0], &of[2]), (Token::Number(_), Token::Number(_)))
        });
        match self.alone.as_slice() {
            [number] if run || tokens.len() == 1 => Some(*number),
            [one, other] if range.is_some() && (run || tokens.len() == 3) => Some(*one.max(other)),
            _ => None,
        }
    }
}

/// Minutes from which `45:00` is no pace: nobody takes so long for a kilometre or a mile.
const NO_PACE_FROM: u64 = 20;

/// Seconds of `1:30:00`, `1:30 h` or `45:00`; 0 for what may be a pace.
fn clock(tokens: &[Token]) -> u64 {
    match tokens {
        [Token::Number(h), _, Token::Number(m), Token::Sign(':'), Token::Number(s), ..] => {
            h / 1000 * 3600 + m / 1000 * 60 + s / 1000
        }
        [Token::Number(h), _, Token::Number(m), Token::Word(unit), ..] if unit.starts_with('h') => {
            h / 1000 * 3600 + m / 1000 * 60
        }
        [Token::Number(m), _, Token::Number(s), ..] if *m >= NO_PACE_FROM * 1000 => m / 1000 * 60 + s / 1000,
        _ => 0,
    }
}
