//! The rules as tables and pages: to read, for programs, and each with a week that breaks it.

use crate::explain::day::load;
use crate::explain::findings::breaches;
use crate::explain::warnings::shortfalls;
use crate::facts::request::Request;
use crate::rules::training::Line;
use crate::rules::{self, Check, Example, Grade, Known, Limit, RULES, Rule, Seen, Warning};
use crate::word::Word;
use crate::wrap::Page;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The grade of a rule as text; a dash where there is nothing to grade.
fn grade(rule: &Rule) -> &'static str {
    rule.grade.map_or("–", Word::id)
}

/// The number of a rule in words; empty where it has none.
#[must_use]
pub fn limit(limit: &Limit) -> String {
    match limit {
        Limit::None => String::new(),
        Limit::Days(1) => "1 day".to_owned(),
        Limit::Days(days) => format!("{days} days"),
        Limit::Key(key) => format!("`{key}`"),
        Limit::ByDistance(rows) => {
            let row = |(what, days): &(&str, crate::week::race::ByDistance)| {
                format!(
                    "{what}: {} / {} / {} / {} days (5k / 10k / half / marathon and ultra)",
                    days[0], days[1], days[2], days[3]
                )
            };
            rows.iter().map(row).collect::<Vec<_>>().join("; ")
        }
        Limit::Numbers(numbers) => {
            numbers.iter().map(|(what, number)| format!("{what}: {number}")).collect::<Vec<_>>().join("; ")
        }
    }
}

/// All rules, a block each: id, level, grade, summary.
#[must_use]
pub fn rules_text(width: usize) -> String {
    let mut page = Page::new(width);
    let mut kind = "";
    for rule in RULES {
        if rule.kind() != kind {
            kind = rule.kind();
            page.head(kind);
        }
        page.line(&format!("  {} (grade {})", rule.id, grade(rule)));
        page.indented(rule.summary, "      ");
    }
    page.closed(
        "Levels are compared from the top; a lower one never outweighs a higher one. `runplan rules ID` says more.",
    )
}

/// One rule as a page.
#[must_use]
pub fn rule_text(rule: &Rule, width: usize) -> String {
    let mut page = Page::new(width);
    page.line(&format!("{} ({})", rule.id, rule.kind()));
    page.gap();
    page.indented(&sentence(rule.summary), "  ");
    page.gap();
    let mut row = |name: &str, text: &str| {
        if !text.is_empty() {
            page.beside(&format!("  {name:<9}"), text);
        }
    };
    row("why", &sentence(rule.rationale));
    row("source", rule.source);
    row(
        "grade",
        &rule.grade.map_or_else(
            || "none: not a claim about training".to_owned(),
            |grade| format!("{grade}, {}", meaning(grade)),
        ),
    );
    row("number", &limit(&rule.limit));
    for example in rule.breaks {
        row("breaks it", &format!(" {example}"));
    }
    for example in rule.keeps {
        row("keeps it", &format!(" {example}"));
    }
    page.text
}

fn meaning(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "meta-analysis or randomised trial on the question",
        Grade::B => "cohort study, consensus or small crossover study",
        Grade::C => "expert opinion or common practice",
    }
}

/// A text without a stop as a sentence of its own.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

/// A rule for programs.
#[must_use]
pub fn rule_json(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "level": rule.kind(),
        "summary": rule.summary,
        "rationale": rule.rationale,
        "source": rule.source,
        "grade": rule.grade.map(Word::id),
        "number": Some(limit(&rule.limit)).filter(|number| !number.is_empty()),
        "breaks": rule.breaks,
        "keeps": rule.keeps,
    })
}

/// The rules as Markdown: a list of all by kind, then a section for each, with a week that breaks it and what is said of it.
#[must_use]
pub fn rules_markdown() -> String {
    let kinds = || RULES.chunk_by(|rule, next| rule.kind() == next.kind());
    let mut out = String::new();
    for rules in kinds() {
        let links: Vec<_> = rules.iter().map(|rule| format!("[`{0}`](#{0})", rule.id)).collect();
        let _ = writeln!(out, "- [{0}](#{0}): {1}", rules[0].kind(), links.join(", "));
    }
    for rules in kinds() {
        let _ = writeln!(out, "\n### {}", rules[0].kind());
        for rule in rules {
            rule_markdown(&mut out, rule);
        }
    }
    out
}

/// A rule as a section of a page.
fn rule_markdown(out: &mut String, rule: &'static Rule) {
    let _ = writeln!(out, "\n#### `{}`\n", rule.id);
    let _ = writeln!(out, "**{}** {}\n", sentence(rule.summary), sentence(rule.rationale));
    let _ = writeln!(out, "- level {}, grade {}", rule.kind(), grade(rule));
    match (&rule.limit, limit(&rule.limit)) {
        (Limit::None, _) => {}
        (Limit::Days(_) | Limit::Key(_), number) => {
            let _ = writeln!(out, "- number: {number}");
        }
        (Limit::ByDistance(_) | Limit::Numbers(_), named) => {
            let _ = writeln!(out, "- {named}");
        }
    }
    let _ = writeln!(out, "- source: {}", rule.source);
    if let Some(line) = rule.breaks.first() {
        let what = match rule.check {
            Check::Steer(_) | Check::Session(_) => "breaks it",
            Check::Change(_) => "changes",
            Check::Warn(..) | Check::Short(_) => "warns of",
        };
        let _ = writeln!(out, "- {what}: `{line}`");
        for said in says(rule, line) {
            let _ = writeln!(out, "  - “{said}”");
        }
    }
}

/// What the program says of a week, or of sessions, in one line: the breaches, changes, warnings or faults of one rule, a
/// sentence each; a line that is none says nothing.
fn says(rule: &'static Rule, line: &str) -> Vec<String> {
    if let Check::Session(faults) = rule.check {
        let Ok(line) = Line::parse(line) else { return Vec::new() };
        return faults(&line.training()).iter().map(|fault| sentence(fault)).collect();
    }
    let Ok(example) = Example::parse(line) else { return Vec::new() };
    let request = Request::from(&example);
    let facts = rules::facts(&request);
    match rule.check {
        Check::Steer(_) | Check::Session(_) => {
            let breaches = breaches(rule, &facts, &example.week);
            breaches.iter().map(|finding| sentence(&finding.message(&facts, &example.week))).collect()
        }
        Check::Change(_) => {
            let changes = facts.changes.iter().filter(|change| change.rule == rule.id);
            changes.map(|change| sentence(&change.message)).collect()
        }
        Check::Warn(_, check) => {
            let load = load(&facts, &example.week);
            let known = Known { past: &example.past, ..Known::PLANNED };
            let warnings = check(&Seen { facts: &facts, week: &example.week, load: &load, known });
            warnings.iter().map(warning).collect()
        }
        Check::Short(_) => {
            let shortfalls = shortfalls(&facts, &example.week);
            let mine = shortfalls.iter().filter(|shortfall| shortfall.rule == rule.id);
            mine.map(|shortfall| warning(&shortfall.warning())).collect()
        }
    }
}

/// A warning with its hint, a sentence each.
fn warning(Warning { message, hint, .. }: &Warning) -> String {
    format!("{} {}", sentence(message), sentence(hint))
}

#[cfg(test)]
mod tests {
    use super::says;
    use crate::rules::RULES;

    #[test]
    fn something_is_said_of_every_line_that_breaks_a_rule() {
        for rule in RULES {
            for line in rule.breaks {
                let said = says(rule, line);
                assert!(!said.is_empty() && !said.contains(&String::new()), "{}: `{line}`", rule.id);
            }
        }
    }
}
