//! Free text as words, numbers and signs.

use crate::import::letters::plain;

/// A word, a number (in thousandths), or a sign; a dash between blanks is `—`, a stroke `⁄`, a minus `−`.
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
            let starts = i;
            let mut word = String::new();
            while at(i).is_alphabetic() {
                word.extend(at(i).to_lowercase().map(plain));
                i += 1;
            }
            let follows_digit = starts > 0 && at(starts - 1).is_ascii_digit();
            let follows_unit =
                matches!(tokens.last(), Some(Token::Word(unit)) if LENGTHS.contains(&unit.as_str()));
            let pace = pace_of_daniels(&word).filter(|_| c.is_uppercase());
            if let Some(pace) = pace.filter(|_| follows_digit || follows_unit) {
                pace.clone_into(&mut word);
            }
            // "Zone 2" is "Z2".
            let digit = (i..letters.len()).find(|i| !at(*i).is_whitespace()).unwrap_or(i);
            if word == "zone" && at(digit).is_ascii_digit() {
                "z".clone_into(&mut word);
                i = digit;
            }
            // "Z2" and "F45" are names, "3x10" is none.
            if word.chars().count() == 1 && word != "x" && !follows_digit {
                while at(i).is_ascii_digit() {
                    word.push(at(i));
                    i += 1;
                }
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
            // "5-K" is "5k".
            let is_thousand = c == '-'
                && i > 0
                && at(i - 1).is_ascii_digit()
                && at(i + 1).eq_ignore_ascii_case(&'k')
                && !at(i + 2).is_alphabetic();
            let between = i > 0 && at(i - 1).is_whitespace() && at(i + 1).is_whitespace();
            // "Marathon-pace" and "race_pace" are two words.
            let joins = matches!(c, '-' | '_' | '‐' | '‑')
                && i > 0
                && at(i - 1).is_alphabetic()
                && at(i + 1).is_alphabetic();
            let is_minus =
                matches!(c, '-' | '−') && (i == 0 || at(i - 1).is_whitespace()) && at(i + 1).is_ascii_digit();
            if !c.is_whitespace() && !joins && !is_thousand {
                tokens.push(Token::Sign(match c {
                    '-' | '–' | '—' if between => '—',
                    '/' if between => '⁄',
                    _ if is_minus => '−',
                    c => c,
                }));
            }
            i += 1;
        }
    }
    with_times(tokens)
}

/// The tokens with `x` for "sets of" before what is repeated: `2 sets of (6 x 500 m, …)`.
fn with_times(mut tokens: Vec<Token>) -> Vec<Token> {
    let is_one = |tokens: &[Token], at: usize| {
        matches!(word(tokens, at), "sets" | "set" | "rounds")
            && word(tokens, at + 1) == "of"
            && matches!(tokens.get(at + 2), Some(Token::Sign('(' | '[')))
            && matches!(tokens.get(at.wrapping_sub(1)), Some(Token::Number(_)))
    };
    for at in (0..tokens.len()).rev() {
        if is_one(&tokens, at) {
            tokens.splice(at..at + 2, [Token::Word("x".to_owned())]);
        }
    }
    tokens
}

/// Units behind which a capital letter is a pace of Daniels.
const LENGTHS: [&str; 9] = ["mi", "mile", "miles", "km", "k", "min", "mins", "minutes", "h"];

/// The word for a pace of Daniels, written as one capital letter right behind a length: `6E`, `3T`.
fn pace_of_daniels(letter: &str) -> Option<&'static str> {
    match letter {
        "e" => Some("easy"),
        "l" => Some("long"),
        "t" => Some("threshold"),
        "i" => Some("interval"),
        "r" => Some("repeat"),
        _ => None,
    }
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

/// The word at a place; empty for everything else.
pub(super) fn word(tokens: &[Token], at: usize) -> &str {
    match tokens.get(at) {
        Some(Token::Word(word)) => word,
        _ => "",
    }
}

/// Whether a repeat stands among the tokens, such as `6 x 400` or `3 x (1 mi, …)`.
pub(super) fn repeats(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| {
        let is_open = usize::from(matches!(tokens.get(at + 1), Some(Token::Sign('(' | '['))));
        is_times(tokens, at) && matches!(tokens.get(at + 1 + is_open), Some(Token::Number(_)))
    })
}

/// Whether a sign for "times" stands at a place, behind a number.
pub(super) fn is_times(tokens: &[Token], at: usize) -> bool {
    let behind_number = at.checked_sub(1).is_some_and(|at| matches!(tokens[at], Token::Number(_)));
    behind_number && (word(tokens, at) == "x" || matches!(tokens.get(at), Some(Token::Sign('×' | '*'))))
}
