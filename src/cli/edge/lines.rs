//! Lines for a terminal in which no command, option or id is broken where it fits into one.

use runplan::wrap::{Page, columns};
use std::io::IsTerminal as _;

/// Stands for a blank that stays within its line; nothing that is shown holds it.
const BOUND: char = '\u{1}';

/// Columns of standard error, where that is a terminal: `COLUMNS` if it is set, else the terminal's; 20 at least.
pub fn width() -> Option<usize> {
    let stderr = std::io::stderr();
    if !stderr.is_terminal() {
        return None;
    }
    let set = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let own = || terminal_size::terminal_size_of(stderr).map(|(width, _)| width.0.into());
    set.filter(|columns| *columns > 0).or_else(own).map(|columns: usize| columns.max(20))
}

/// A text in lines of so many columns, after its label, the others under the first. A longer word stands alone.
pub fn wrapped(label: &str, text: &str, width: usize) -> String {
    let indent = columns(label).min(width / 4);
    let mut page = Page::new(width);
    for (at, line) in text.lines().enumerate() {
        let under = " ".repeat(indent);
        let first = if at == 0 { label } else { &under };
        page.wrap(&bound(line, width.saturating_sub(indent)), first, &under);
    }
    page.text.replace(BOUND, " ")
}

/// The text with its blanks bound within what is quoted, and between an option and its value, where that fits into a line.
fn bound(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(['`', '\'']) {
        let quote = if rest[start..].starts_with('`') { '`' } else { '\'' };
        // Within a word it is an apostrophe.
        let opens = !rest[..start].ends_with(|c: char| c.is_alphanumeric());
        let end = rest[start + 1..].find(quote).map(|at| start + 1 + at + 1).filter(|_| opens);
        let Some(end) = end else {
            out.push_str(&rest[..=start]);
            rest = &rest[start + 1..];
            continue;
        };
        let (before, quoted) = (&rest[..start], &rest[start..end]);
        let fits = columns(quoted) <= width;
        // An option stays beside its value.
        let option = before.strip_suffix(' ').filter(|before| {
            let word = before.rsplit(' ').next().unwrap_or_default();
            word.starts_with("--") && columns(word) + 1 + columns(quoted) <= width
        });
        match option {
            Some(option) => {
                out.push_str(option);
                out.push(BOUND);
            }
            None => out.push_str(before),
        }
        if fits {
            out.extend(quoted.chars().map(|c| if c == ' ' { BOUND } else { c }));
        } else {
            out.push_str(quoted);
        }
        rest = &rest[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::wrapped;
    use runplan::wrap::columns;

    /// What is told in the real program.
    const TEXTS: [&str; 7] = [
        "no week keeps every rule: the long run on Sunday needs the day after it for rest, and `rest.min` is 3",
        "take Sunday out of the run days: --set 'runs.days=[\"tue\", \"thu\"]' --set 'runs.long=[]'",
        "write `runplan rules` with one of `legs-before-key-run`, `legs-after-long-run`, `legs-back-to-back`",
        "add `--days tue,thu,sun` or `--runs 3`, or take what is usual with `--yes`",
        "it's a runner's word; don't break `runplan week --set 'strength.minutes=30' --format json -o week.json` badly",
        "watches have no name of their own for: Zoë's 小林 美咲 stretch",
        "an unclosed ` and an unclosed ' are words like others, however long the line that they stand in may be",
    ];

    #[test]
    fn no_line_is_longer_and_nothing_is_lost() {
        for text in TEXTS {
            for width in 20..130 {
                for label in ["error: ", "hint: ", "note: "] {
                    let lines = wrapped(label, text, width);
                    let longest = |line: &str| line.split_whitespace().map(columns).max().unwrap_or(0);
                    for line in lines.lines() {
                        let is_one = longest(line) + label.len() >= width.min(columns(line.trim()));
                        assert!(columns(line) <= width || is_one, "{width}: {lines}");
                    }
                    let joined = lines.split_whitespace().collect::<Vec<_>>().join(" ");
                    assert_eq!(joined, format!("{label}{text}"), "{width}");
                }
            }
        }
    }

    #[test]
    fn a_command_stays_in_its_line_where_it_fits() {
        for (text, whole) in [
            (TEXTS[3], "`--days tue,thu,sun`"),
            (TEXTS[3], "`--runs 3`"),
            (TEXTS[1], "--set 'runs.long=[]'"),
            (TEXTS[1], "--set 'runs.days=[\"tue\", \"thu\"]'"),
            (TEXTS[0], "`rest.min`"),
        ] {
            for width in 40..100 {
                let lines = wrapped("hint: ", text, width);
                assert!(lines.lines().any(|line| line.contains(whole)), "{width}: {lines}");
            }
        }
        let lines = wrapped("hint: ", TEXTS[4], 80);
        assert!(
            lines
                .lines()
                .any(|line| line
                    .contains("`runplan week --set 'strength.minutes=30' --format json -o week.json`")),
            "{lines}"
        );
    }
}
