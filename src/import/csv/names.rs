//! The names of days, in the languages in which plans are headed.

use crate::import::csv::dates::dates_like;
use crate::import::letters;
use crate::week::day::Day;
use crate::word::Word;

/// Days from Monday in English, German, French, Spanish, Italian and Dutch, without accents.
const NAMES: [(&str, [&str; 7]); 6] = [
    ("English", ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
    ("German", ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"]),
    ("French", ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]),
    ("Spanish", ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"]),
    ("Italian", ["lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"]),
    ("Dutch", ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]),
];

/// The cells that name days, each with its day, in the language that names most of them; English before others.
pub(super) fn days(cells: &[String]) -> (&'static str, Vec<(usize, Day)>) {
    let mut best = ("English", Vec::new());
    let mut most = 0;
    for (at, (language, _)) in NAMES.iter().enumerate() {
        let named: Vec<(usize, Day)> =
            cells.iter().enumerate().filter_map(|(column, cell)| Some((column, day(cell, at)?))).collect();
        let different = Day::ALL.iter().filter(|day| named.iter().any(|(_, of)| of == *day)).count();
        if different > most {
            (best, most) = ((*language, named), different);
        }
    }
    best
}

/// The day that a text names, in whatever language.
pub(super) fn day_in_any_language(text: &str) -> Option<Day> {
    (0..NAMES.len()).find_map(|language| day(text, language))
}

/// The day that a cell names, by its first word: `Monday`, `Mon 4 Jan`, `Mon, Jan 4`.
pub(super) fn day_of_cell(cell: &str) -> Option<Day> {
    let word = cell.trim_start_matches(|c: char| !c.is_alphabetic());
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let (first, rest) = word.split_at(word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len()));
    day_in_any_language(first).filter(|_| rest.trim_matches(['.', ',', ' ']).is_empty() || dates_like(rest))
}

/// A day in a language: any beginning of its name from two letters on, and the letters that only one day has.
fn day(cell: &str, language: usize) -> Option<Day> {
    let word = plain(cell.trim().trim_matches(|c: char| !c.is_alphabetic()));
    match (language, word.as_str()) {
        // "5 mi" is a length.
        (_, "mi") if cell.trim().starts_with(|c: char| c.is_ascii_digit()) => return None,
        (0, "m") => return Some(Day::Mon),
        (0, "w" | "weds") => return Some(Day::Wed),
        (0, "f") => return Some(Day::Fri),
        (1, "sonnabend") => return Some(Day::Sat),
        _ => {}
    }
    let at = NAMES[language].1.iter().position(|name| name.starts_with(&word));
    at.map(Day::of).filter(|_| word.len() >= 2)
}

/// A word in lower case without accents.
pub(super) fn plain(word: &str) -> String {
    word.to_lowercase().chars().map(letters::plain).collect()
}
