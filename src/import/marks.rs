//! The marks of Markdown in the text of a plan: emphasis says nothing, and what is struck through is not done.

/// A text without emphasis: `**5 km**`, `_easy_` and `` `rest` `` are what stands between the marks. A star between numbers stays.
pub(super) fn without_emphasis(text: &str) -> String {
    let mut text = text.replace('`', "");
    for mark in ["***", "___", "**", "__", "*", "_"] {
        text = unwrapped(&text, mark);
    }
    text
}

/// A text without what is struck through, and what that is.
pub(super) fn without_struck(text: &str) -> (String, Vec<String>) {
    let (mut rest, mut left, mut struck) = (text, String::new(), Vec::new());
    while let Some((before, within)) = rest.split_once("~~") {
        let Some((gone, after)) = within.split_once("~~") else { break };
        left.push_str(before);
        struck.extend(Some(gone.trim().to_owned()).filter(|gone| !gone.is_empty()));
        rest = after;
    }
    left.push_str(rest);
    (left, struck)
}

/// A text without the pairs of a mark. The first of a pair stands before a word and behind none, the second
/// the other way round.
fn unwrapped(text: &str, mark: &str) -> String {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_within = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !mark.contains(c));
    let ends = |at: usize| (text[..at].chars().next_back(), text[at + mark.len()..].chars().next());
    let all: Vec<usize> = text.match_indices(mark).map(|(at, _)| at).collect();
    let mut gone = Vec::new();
    let mut open = None;
    for at in all {
        let (before, after) = ends(at);
        match open {
            Some(start) if is_within(before) && !is_word(after) => {
                gone.extend([start, at]);
                open = None;
            }
            None if !is_word(before) && is_within(after) => open = Some(at),
            _ => {}
        }
    }
    let (mut left, mut from) = (String::with_capacity(text.len()), 0);
    for at in &gone {
        left.push_str(&text[from..*at]);
        from = at + mark.len();
    }
    left.push_str(&text[from..]);
    left
}
