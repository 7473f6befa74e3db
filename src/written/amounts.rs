//! Distances and durations in free text: "5 mi", "1:30 h", "45'"; repeats and paces are no lengths.

/// A word, a number (in thousandths), or a sign.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Word(String),
    Number(u64),
    Sign(char),
}

/// The words, numbers and signs of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(&c) = letters.peek() {
        if c.is_alphabetic() {
            let mut word = String::new();
            while let Some(c) = letters.next_if(|c| c.is_alphabetic()) {
                word.extend(c.to_lowercase());
            }
            tokens.push(Token::Word(word));
        } else if c.is_ascii_digit() {
            let (mut number, mut scale) = (0_u64, None);
            while let Some(c) = letters.next_if(|c| c.is_ascii_digit() || *c == '.' && scale.is_none()) {
                match (c.to_digit(10), scale) {
                    (None, _) => scale = Some(1000),
                    (Some(digit), None) => {
                        number = number.saturating_mul(10).saturating_add(u64::from(digit) * 1000);
                    }
                    (Some(digit), Some(unit)) => {
                        number += u64::from(digit) * (unit / 10);
                        scale = Some(unit / 10);
                    }
                }
            }
            tokens.push(Token::Number(number));
        } else {
            letters.next();
            if !c.is_whitespace() {
                tokens.push(Token::Sign(c));
            }
        }
    }
    tokens
}

/// How long a session is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Amounts {
    /// Minutes.
    pub minutes: Option<u16>,
    /// Metres.
    pub metres: Option<u32>,
}

/// Metres in a mile.
const MILE: u64 = 1609;
/// "3 m" are miles, "400 m" are metres: from this number on.
const METRES_FROM: u64 = 50;

/// Distances and durations, those between commas added up, the largest of each part.
pub(super) fn amounts(tokens: &[Token]) -> Amounts {
    let (mut metres, mut seconds) = (0, 0);
    for part in tokens.split(|token| *token == Token::Sign(',')) {
        let (mut far, mut long) = (0, 0);
        for (at, token) in part.iter().enumerate() {
            let Token::Number(number) = token else { continue };
            let before = at.checked_sub(1).map(|at| &part[at]);
            // Of "6 x 400 m" and of a pace such as "@ 5:30/km" nothing is a length.
            let repeats = matches!(before, Some(Token::Word(x)) if x == "x");
            if repeats || matches!(before, Some(Token::Sign('×' | '*' | '@' | ':' | '/' | '('))) {
                continue;
            }
            match part.get(at + 1) {
                Some(Token::Word(unit)) => match unit.as_str() {
                    "km" | "k" | "kms" | "kilometers" | "kilometres" => far = far.max(*number),
                    "mi" | "mile" | "miles" | "ml" => far = far.max(number.saturating_mul(MILE) / 1000),
                    "m" if *number < METRES_FROM * 1000 => far = far.max(number.saturating_mul(MILE) / 1000),
                    "m" | "meters" | "metres" => far = far.max(number / 1000),
                    "min" | "mins" | "minute" | "minutes" => {
                        long = long.max(number.saturating_mul(60) / 1000);
                    }
                    "h" | "hr" | "hrs" | "hour" | "hours" => {
                        let more = match part.get(at + 2) {
                            Some(Token::Number(minutes)) => minutes / 1000 * 60,
                            _ => 0,
                        };
                        long = long.max(number.saturating_mul(3600) / 1000 + more);
                    }
                    _ => {}
                },
                Some(Token::Sign('\'' | '′' | '’')) => long = long.max(number.saturating_mul(60) / 1000),
                Some(Token::Sign(':')) => long = long.max(clock(&part[at..])),
                _ => {}
            }
        }
        metres += far;
        seconds += long;
    }
    let some = |number: u64| (number > 0).then_some(number);
    Amounts {
        minutes: some(seconds.div_ceil(60)).map(|minutes| u16::try_from(minutes.min(6000)).unwrap_or(6000)),
        metres: some(metres).map(|metres| u32::try_from(metres.min(1_000_000)).unwrap_or(1_000_000)),
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
