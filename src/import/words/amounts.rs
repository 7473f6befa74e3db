//! Distances and durations in free text: "5 mi", "1:30 h", "45'", "20,5 km"; repeats and paces are no lengths.

use crate::import::words::vocabulary::{COUNTED, NO_LENGTH_AFTER};

/// A word, a number (in thousandths), or a sign; a dash or stroke between blanks is `—`.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Word(String),
    Number(u64),
    Sign(char),
}

impl std::fmt::Display for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Number(number) if number % 1000 == 0 => write!(f, "{}", number / 1000),
            Self::Number(number) => {
                write!(f, "{}.{}", number / 1000, format!("{:03}", number % 1000).trim_end_matches('0'))
            }
            Self::Sign(sign) => write!(f, "{sign}"),
        }
    }
}

/// The words, numbers and signs of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let at = |i: usize| letters.get(i).copied().unwrap_or(' ');
    let mut tokens = Vec::new();
    let mut i = 0;
    while i < letters.len() {
        let c = letters[i];
        if c.is_alphabetic() {
            let mut word = String::new();
            while at(i).is_alphabetic() {
                word.extend(at(i).to_lowercase());
                i += 1;
            }
            // "S&C" is one word to those who write it.
            if word == "s"
                && at(i) == '&'
                && at(i + 1).eq_ignore_ascii_case(&'c')
                && !at(i + 2).is_alphabetic()
            {
                "strength".clone_into(&mut word);
                i += 2;
            }
            // "Don't" is one word too.
            if matches!(at(i), '\'' | '’')
                && at(i + 1).eq_ignore_ascii_case(&'t')
                && !at(i + 2).is_alphabetic()
            {
                word.push('t');
                i += 2;
            }
            tokens.push(Token::Word(word));
        } else if c.is_ascii_digit() {
            let (number, after) = number(&letters, i);
            tokens.push(Token::Number(number));
            i = after;
        } else {
            let between = i > 0 && at(i - 1).is_whitespace() && at(i + 1).is_whitespace();
            // "Marathon-pace" and "race_pace" are two words.
            let joins = matches!(c, '-' | '_' | '‐' | '‑')
                && i > 0
                && at(i - 1).is_alphabetic()
                && at(i + 1).is_alphabetic();
            if !c.is_whitespace() && !joins {
                tokens.push(Token::Sign(if between && matches!(c, '-' | '–' | '—' | '/') {
                    '—'
                } else {
                    c
                }));
            }
            i += 1;
        }
    }
    tokens
}

/// A number in thousandths and where it ends. A comma before one or two digits is a decimal comma, before three it parts
/// thousands.
fn number(letters: &[char], mut i: usize) -> (u64, usize) {
    let digit = |i: usize| letters.get(i).and_then(|c| c.to_digit(10)).map(u64::from);
    let mut whole = 0_u64;
    while let Some(d) = digit(i) {
        whole = whole.saturating_mul(10).saturating_add(d);
        i += 1;
        let group = letters.get(i) == Some(&',')
            && (1..=3).all(|by| digit(i + by).is_some())
            && digit(i + 4).is_none();
        if group {
            i += 1;
        }
    }
    let mut thousandths = whole.saturating_mul(1000);
    if matches!(letters.get(i), Some('.' | ',')) && digit(i + 1).is_some() {
        let mut unit = 100;
        i += 1;
        while let Some(d) = digit(i) {
            thousandths = thousandths.saturating_add(d * unit);
            unit /= 10;
            i += 1;
        }
    }
    (thousandths, i)
}

/// How long a session is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Amounts {
    /// Minutes.
    pub minutes: Option<u16>,
    /// Metres.
    pub metres: Option<u32>,
    /// Thousandths of the plan's own unit.
    pub bare: Option<u32>,
}

/// Whether it holds a repeat such as `6 x 400`.
pub(super) fn repeats(tokens: &[Token]) -> bool {
    tokens.windows(3).any(|window| {
        let times =
            matches!(&window[1], Token::Word(x) if x == "x") || matches!(window[1], Token::Sign('×' | '*'));
        times && matches!((&window[0], &window[2]), (Token::Number(_), Token::Number(_)))
    })
}

/// Metres in a mile.
pub(super) const MILE: u64 = 1609;
/// "3 m" are miles; from this number on they are minutes, …
const MINUTES_FROM: u64 = 27;
/// … from this on metres.
const METRES_FROM: u64 = 100;
/// Minutes a kilometre between which a distance and a duration can belong to one run.
const PACES: std::ops::RangeInclusive<u64> = 2..=15;

/// Distance and duration of a chunk, the largest that stands in it. A number alone counts in the plan's own unit, or
/// beside the word of a run where no length is said.
pub(super) fn amounts(tokens: &[Token], run: bool) -> Amounts {
    let (mut far, mut long, mut alone) = (0, 0, Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        let Token::Number(number) = token else { continue };
        let before = at.checked_sub(1).map(|at| &tokens[at]);
        // Of "6 x 400 m" and of a pace such as "@ 5:30/km" nothing is a length.
        let no_length = matches!(before, Some(Token::Word(word)) if NO_LENGTH_AFTER.contains(&word.as_str()));
        let after_clock = matches!(before, Some(Token::Sign(':')))
            && matches!(tokens.get(at.wrapping_sub(2)), Some(Token::Number(_)));
        if no_length
            || after_clock
            || matches!(before, Some(Token::Sign('×' | '*' | '@' | '/' | '\'' | '’' | '′')))
        {
            continue;
        }
        match tokens.get(at + 1) {
            Some(Token::Word(unit)) => match unit.as_str() {
                "km" | "k" | "kms" | "kilometers" | "kilometres" => far = far.max(*number),
                "mi" | "mile" | "miles" | "ml" | "miler" => far = far.max(number.saturating_mul(MILE) / 1000),
                // "5 m" are miles, "45m" are minutes, "400 m" are metres; after hours they are minutes.
                "m" if matches!(before, Some(Token::Word(h)) if h.starts_with('h')) => {}
                "m" if *number < MINUTES_FROM * 1000 => far = far.max(number.saturating_mul(MILE) / 1000),
                "m" if *number < METRES_FROM * 1000 => long = long.max(number.saturating_mul(60) / 1000),
                "m" | "meters" | "metres" => far = far.max(number / 1000),
                "min" | "mins" | "minute" | "minutes" => long = long.max(number.saturating_mul(60) / 1000),
                "h" | "hr" | "hrs" | "hour" | "hours" => {
                    let more = match tokens.get(at + 2) {
                        Some(Token::Number(minutes)) => minutes / 1000 * 60,
                        _ => 0,
                    };
                    long = long.max(number.saturating_mul(3600) / 1000 + more);
                }
                unit if COUNTED.contains(&unit) => {}
                _ => alone.push(*number),
            },
            // "45'", but not the pace "5'30".
            Some(Token::Sign('\'' | '′' | '’')) if !matches!(tokens.get(at + 2), Some(Token::Number(_))) =>
            {
                long = long.max(number.saturating_mul(60) / 1000);
            }
            Some(Token::Sign(':')) => long = long.max(clock(&tokens[at..])),
            Some(Token::Sign('-')) if matches!(tokens.get(at + 2), Some(Token::Word(word)) if word == "miler") =>
            {
                far = far.max(number.saturating_mul(MILE) / 1000);
            }
            Some(Token::Sign('-' | '–')) | None => alone.push(*number),
            Some(Token::Sign(_) | Token::Number(_)) => {}
        }
    }
    let range = matches!(tokens, [Token::Number(_), Token::Sign('-' | '–'), Token::Number(_)]);
    let bare = match (alone.as_slice(), far + long) {
        ([number], 0) if run || tokens.len() == 1 => Some(*number),
        ([number, _], 0) if range => Some(*number),
        _ => None,
    };
    if far > 0 && long > 0 && !PACES.contains(&(long * 1000 / 60 / far)) {
        long = 0; // a rest between repeats, or the last minutes of it
    }
    let some = |number: u64| (number > 0).then_some(number);
    let small = |number: u64| u32::try_from(number.min(1_000_000)).unwrap_or(1_000_000);
    Amounts {
        minutes: some(long.div_ceil(60)).map(|minutes| u16::try_from(minutes.min(6000)).unwrap_or(6000)),
        metres: some(far).map(small),
        bare: bare.and_then(some).map(small),
    }
}

/// Seconds of `1:30:00` or `1:30 h`; 0 for what may be a pace.
fn clock(tokens: &[Token]) -> u64 {
    match tokens {
        [Token::Number(h), _, Token::Number(m), Token::Sign(':'), Token::Number(s), ..] => {
            h / 1000 * 3600 + m / 1000 * 60 + s / 1000
        }
        [Token::Number(h), _, Token::Number(m), Token::Word(unit), ..] if unit.starts_with('h') => {
            h / 1000 * 3600 + m / 1000 * 60
        }
        _ => 0,
    }
}
