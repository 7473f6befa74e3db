//! Text for a terminal that knows ASCII alone: drawing and dashes give way, what others wrote stays.

use std::borrow::Cow;

/// The characters of this program beyond ASCII, and what stands for them.
const INSTEAD: [(char, &str); 24] = [
    ('▁', "."),
    ('▂', ":"),
    ('▃', "-"),
    ('▄', "="),
    ('▅', "+"),
    ('▆', "*"),
    ('▇', "#"),
    ('█', "@"),
    ('·', "|"),
    ('•', "*"),
    ('–', "-"),
    ('—', "-"),
    ('‐', "-"),
    ('‑', "-"),
    ('−', "-"),
    ('×', "x"),
    ('÷', "/"),
    ('½', ".5"),
    ('…', "..."),
    ('→', "->"),
    ('’', "'"),
    ('′', "'"),
    ('≥', ">="),
    ('\u{fffd}', "?"),
];

/// The text as the locale can show it.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !alone() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match INSTEAD.iter().find(|(known, _)| *known == c) {
            Some((_, instead)) => plain.push_str(instead),
            None => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

/// Whether the locale is one that knows ASCII alone; where none is named nothing is known against UTF-8.
fn alone() -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(std::env::var_os);
    let Some(locale) = { named }.find(|locale| !locale.is_empty()) else { return false };
    match locale.to_string_lossy().split_once('.') {
        Some((_, charset)) => !charset.to_lowercase().replace('-', "").starts_with("utf8"),
        None => locale == "C" || locale == "POSIX",
    }
}
