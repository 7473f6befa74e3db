//! Pauses between repeats: "60 s rest" is no rest day, and its minutes are no length.

use crate::import::words::token::{Token, is_times, word};
use crate::import::words::vocabulary::{JOGGED, OF_A_PAUSE, PAUSES, SHORT_UNITS};

/// Where repeats stand that a pause may belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Repeats {
    /// Nowhere.
    None,
    /// In an earlier part of the text.
    Before,
    /// In the same part: what is jogged beside them is a pause too.
    Here,
}

/// The tokens without the pauses in them.
pub(super) fn without_pauses(tokens: Vec<Token>, repeats: Repeats) -> Vec<Token> {
    let mut left = vec![true; tokens.len()];
    for at in 0..tokens.len() {
        for gone in pause(&tokens, at, repeats).into_iter().flatten() {
            left[gone] = false;
        }
    }
    tokens.into_iter().zip(left).filter_map(|(token, is_left)| is_left.then_some(token)).collect()
}

/// The places of the pause whose word stands at a place.
fn pause(tokens: &[Token], at: usize, repeats: Repeats) -> Option<std::ops::Range<usize>> {
    let here = word(tokens, at);
    let is_pause = PAUSES.contains(&here) || repeats == Repeats::Here && JOGGED.contains(&here);
    let repeats = repeats > Repeats::None;
    let off_road = here == "off" && matches!(word(tokens, at + 1), "road" | "trail");
    if !is_pause || off_road {
        return None;
    }
    let mut start = at;
    while OF_A_PAUSE.contains(&word(tokens, start.wrapping_sub(1))) {
        start -= 1;
    }
    // "60 s rest", "200 m jog rest", "1:30 rest"; ten minutes of easy running are no pause.
    let is_long = |from: usize| !PAUSES.contains(&here) && is_longer_than_a_pause(&tokens[from..]);
    if let Some(from) = length_before(tokens, start, repeats).filter(|from| !is_long(*from)) {
        return Some(from..at + 1);
    }
    // "Rest 60 s", "rest of 2:00": behind what is repeated.
    if PAUSES.contains(&here) && (repeats || at > 0) {
        let after = at + 1 + usize::from(matches!(word(tokens, at + 1), "of" | "for"));
        let after = after + usize::from(matches!(tokens.get(after), Some(Token::Sign(':' | '='))));
        if let Some(to) = length_after(tokens, after) {
            return Some(start..to);
        }
    }
    (repeats && PAUSES.contains(&here)).then_some(start..at + 1)
}

/// Whether a length is too long for a pause.
fn is_longer_than_a_pause(tokens: &[Token]) -> bool {
    const MOST_MINUTES: u64 = 5;
    // A number alone from 30 on are seconds or metres.
    const SECONDS_FROM: u64 = 30;
    let is_timed =
        word(tokens, 1).starts_with("min") || matches!(tokens.get(1), Some(Token::Sign('\'' | '’' | '′')));
    let is_short = word(tokens, 1).starts_with('s') || word(tokens, 1) == "m";
    match tokens.first() {
        Some(Token::Number(number)) if is_timed => *number > MOST_MINUTES * 1000,
        Some(Token::Number(number)) => {
            !is_short && (MOST_MINUTES * 1000 + 1..SECONDS_FROM * 1000).contains(number)
        }
        _ => false,
    }
}

/// Where a short length starts that ends before a place.
fn length_before(tokens: &[Token], end: usize, repeats: bool) -> Option<usize> {
    let is_number = |at: usize| matches!(tokens.get(at), Some(Token::Number(_)));
    let last = end.checked_sub(1)?;
    let number = match &tokens[last] {
        Token::Word(unit) if SHORT_UNITS.contains(&unit.as_str()) => last.checked_sub(1)?,
        Token::Sign('\'' | '’' | '′' | '"' | '″' | '”') => {
            // Two strokes are seconds as well.
            let quotes =
                tokens[..last].iter().rev().take_while(|of| matches!(of, Token::Sign('\'' | '’' | '′')));
            last.checked_sub(1 + quotes.count())?
        }
        Token::Number(_) if repeats || is_clock(tokens, last) => last,
        _ => return None,
    };
    let is_repeat = |at: usize| at > 0 && is_times(tokens, at - 1);
    let start = if is_clock(tokens, number) { number - 2 } else { number };
    (is_number(start) && !is_repeat(start)).then_some(start)
}

/// Whether the number at a place ends a time such as `1:30`.
fn is_clock(tokens: &[Token], at: usize) -> bool {
    at >= 2 && tokens[at - 1] == Token::Sign(':') && matches!(tokens[at - 2], Token::Number(_))
}

/// Where a short length ends that starts at a place.
fn length_after(tokens: &[Token], start: usize) -> Option<usize> {
    if !matches!(tokens.get(start), Some(Token::Number(_))) {
        return None;
    }
    let mut end = start + 1;
    if tokens.get(end) == Some(&Token::Sign(':')) && matches!(tokens.get(end + 1), Some(Token::Number(_))) {
        end += 2;
    }
    let has_unit = SHORT_UNITS.contains(&word(tokens, end));
    let is_marked = matches!(tokens.get(end), Some(Token::Sign('\'' | '’' | '′' | '"' | '″' | '”')));
    let stands_alone = word(tokens, end).is_empty();
    (has_unit || is_marked || stands_alone).then_some(end + usize::from(has_unit || is_marked))
}
