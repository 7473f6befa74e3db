//! The labels of a grid's rows: which week, or what explains the plan.

/// Words before the number of a week.
const WEEK: [&str; 9] = ["week", "wk", "w", "woche", "kw", "semaine", "semana", "settimana", "no"];
/// Beginnings of labels of rows that explain a plan.
const LEGEND: [&str; 8] = ["key", "legend", "note", "abbrev", "source", "glossary", "hinweis", "*"];
/// Words in a label that name a week of a plan though it has no number.
const NAMED: [&str; 10] =
    ["week", "taper", "race", "recovery", "base", "build", "peak", "rest", "cutback", "deload"];
/// Letters of an abbreviation at most.
const ABBREVIATION: usize = 4;

/// The number of the week that a label names: `3`, `Week 3`, `W3 PM`, `3b`.
pub(super) fn number_of_week(label: &str) -> Option<u32> {
    let label = label.trim().trim_start_matches('#').to_lowercase();
    let word: String = label.chars().take_while(|c| c.is_alphabetic()).collect();
    let rest = if WEEK.contains(&word.as_str()) {
        label[word.len()..].trim_start_matches([' ', '.', '-', ':'])
    } else {
        &label
    };
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    // "10 km" names no week, "2027-01-04" neither.
    let after = rest[digits.len()..].trim_start();
    let is_date = after.starts_with(['-', '/', '.'])
        && after[1..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    let is_length = ["km", "mi", "min", "h"].iter().any(|unit| after.starts_with(unit));
    digits.parse().ok().filter(|_| digits.len() <= 3 && !is_date && !is_length)
}

/// Whether a row explains the plan: its label says so, or a word or two stand in it and no length, behind all weeks or under a name
/// that is no week's.
pub(super) fn explains<'c>(label: &str, cells: impl Iterator<Item = &'c str>, is_after_all: bool) -> bool {
    let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let label = label.to_lowercase();
    if LEGEND.iter().any(|word| label.starts_with(word)) {
        return true;
    }
    let says_how_long = filled.iter().any(|cell| cell.chars().any(|c| c.is_ascii_digit()));
    if filled.len() > 2 || says_how_long {
        return false;
    }
    if label.is_empty() {
        return is_after_all
            && is_abbreviation(filled.first().copied().unwrap_or_default(), filled.len() == 2);
    }
    !NAMED.iter().any(|word| label.contains(word))
}

/// Whether a cell is an abbreviation, with what it means in it or beside it.
fn is_abbreviation(cell: &str, has_meaning: bool) -> bool {
    let (short, meaning) = cell.split_once([':', '=']).unwrap_or((cell, ""));
    let short = short.trim();
    let is_short =
        (1..=ABBREVIATION).contains(&short.chars().count()) && short.chars().all(char::is_uppercase);
    is_short && (has_meaning || !meaning.trim().is_empty())
}
