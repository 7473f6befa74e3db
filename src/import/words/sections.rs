//! The sections of a text, between `+`, lines and words such as "and", and the ways of a choice between them.

/// How a section of a text follows the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Link {
    /// A session of its own.
    #[default]
    New,
    /// On a line of its own: a length alone is that of the session before it.
    Line,
    /// Within the session before it.
    Within,
}

/// A section of a text.
pub(super) struct Section<'t> {
    pub text: &'t str,
    pub link: Link,
}

/// Words between the sections of a text.
const PARTING_WORDS: [(&str, Link); 14] = [
    (" and ", Link::New),
    (" then ", Link::New),
    (" plus ", Link::New),
    (" & ", Link::New),
    (" und ", Link::New),
    (" et ", Link::New),
    (" with ", Link::Within),
    (" w/ ", Link::Within),
    (" consisting of", Link::Within),
    (" incl ", Link::Within),
    (" incl. ", Link::Within),
    (" including ", Link::Within),
    (" mit ", Link::Within),
    (" avec ", Link::Within),
];

/// The sections of a text, in order.
pub(super) fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections = Vec::new();
    let (mut start, mut link) = (0, Link::New);
    let ends = text.char_indices().filter(|(_, c)| matches!(c, '+' | ';' | '\n' | '\r' | '|'));
    for (end, c) in ends.chain([(text.len(), '+')]) {
        let mut rest = &text[start..end];
        // What a whole consists of is within it, on lines of its own too.
        if link == Link::Line && find_ignoring_case(&text[..start], "consisting of").is_some() {
            link = Link::Within;
        }
        while let Some((at, len, inside)) = parting_word(rest) {
            sections.push(Section { text: &rest[..at], link });
            (rest, link) = (&rest[at + len..], inside);
        }
        sections.push(Section { text: rest, link });
        start = (end + c.len_utf8()).min(text.len());
        link = if c == '+' { Link::New } else { Link::Line };
    }
    sections
}

/// The first parting word of a text: where it starts, how long it is, and how what follows is linked.
fn parting_word(text: &str) -> Option<(usize, usize, Link)> {
    let words = PARTING_WORDS.iter();
    words.filter_map(|(word, link)| find_outside(text, word).map(|at| (at, word.len(), *link))).min()
}

/// The byte at which an ASCII word starts in a text, ignoring case, outside of parentheses that are closed behind it: what stands in
/// them is one remark, or what is repeated.
fn find_outside(text: &str, word: &str) -> Option<usize> {
    let last_close = text.rfind(')').unwrap_or(0);
    let (mut from, mut depth) = (0, 0_usize);
    while let Some(at) = find_ignoring_case(&text[from..], word).map(|at| from + at) {
        for byte in text[from..at].bytes() {
            depth = match byte {
                b'(' => depth + 1,
                b')' => depth.saturating_sub(1),
                _ => depth,
            };
        }
        if depth == 0 || at > last_close {
            return Some(at);
        }
        // The word is a blank and more, none of which is a parenthesis or a part of a character.
        from = at + 1;
    }
    None
}

/// The byte at which an ASCII word starts in a text, ignoring case.
fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    // The word is ASCII, so a match starts and ends between characters.
    text.as_bytes().windows(word.len()).position(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// The ways of a section, between the words for "or".
pub(super) fn ways(section: &str) -> Vec<&str> {
    let mut ways = Vec::new();
    let mut rest = section;
    let next = |text: &str| {
        let found = [" or ", "(or ", " oder ", " ou "].into_iter().filter_map(|or| {
            Some((
                if or.starts_with('(') { find_ignoring_case(text, or) } else { find_outside(text, or) }?,
                or.len(),
            ))
        });
        found.min()
    };
    while let Some((at, len)) = next(rest) {
        ways.push(&rest[..at]);
        rest = &rest[at + len..];
    }
    ways.push(rest);
    ways
}
