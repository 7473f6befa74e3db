//! What the program knows, as tables and pages made from the registries: rules and formats here, the rest beside.

pub mod exercises;
pub mod keys;
pub mod schema;
pub mod seasons;
pub mod starter;

use crate::export::FORMATS;
use crate::rules::{Limit, RULES, Rule};
use crate::word::Word;
use crate::wrap::{paragraph, wrap};
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
    let mut out = String::new();
    let mut kind = "";
    for rule in RULES {
        if rule.kind() != kind {
            kind = rule.kind();
            let _ = writeln!(out, "{}{kind}", if out.is_empty() { "" } else { "\n" });
        }
        let _ = writeln!(out, "  {} (grade {})", rule.id, grade(rule));
        paragraph(&mut out, rule.summary, "      ", width);
    }
    out.push('\n');
    paragraph(
        &mut out,
        "Levels are compared from the top; a lower one never outweighs a higher one. `runplan rules ID` says more.",
        "",
        width,
    );
    out
}

/// One rule as a page.
#[must_use]
pub fn rule_text(rule: &Rule, width: usize) -> String {
    let mut out = format!("{} ({})\n\n", rule.id, rule.kind());
    paragraph(&mut out, &sentence(rule.summary), "  ", width);
    out.push('\n');
    let mut row = |name: &str, text: &str| {
        if !text.is_empty() {
            wrap(&mut out, text, &format!("  {name:<9}"), "           ", width);
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
    out
}

fn meaning(grade: crate::rules::Grade) -> &'static str {
    match grade {
        crate::rules::Grade::A => "meta-analysis or randomised trial on the question",
        crate::rules::Grade::B => "cohort study, consensus or small crossover study",
        crate::rules::Grade::C => "expert opinion or common practice",
    }
}

/// A summary as a sentence of its own.
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

/// The rules as a Markdown table.
#[must_use]
pub fn rules_markdown() -> String {
    let mut out = "| rule | level | what it says | source | grade |\n|---|---|---|---|---|\n".to_owned();
    for rule in RULES {
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {} | {} |",
            rule.id,
            rule.kind(),
            rule.summary,
            rule.source,
            grade(rule)
        );
    }
    out
}

/// The formats as a Markdown table.
#[must_use]
pub fn formats_markdown() -> String {
    let mut out = "| format | ending | what it is |\n|---|---|---|\n".to_owned();
    for format in FORMATS {
        let _ = writeln!(out, "| `{}` | `.{}` | {} |", format.name, format.ending, format.summary);
    }
    out
}
