//! The rules as tables and pages: to read, for programs, and each with a week that breaks it.

use crate::rules::{Grade, Limit, RULES, Rule};
use crate::word::Word;
use crate::wrap::Page;
use serde_json::{Value, json};

/// The grade of a rule as text; a dash where there is nothing to grade.
#[must_use]
pub fn grade(rule: &Rule) -> &'static str {
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
#[must_use]
pub fn sentence(text: &str) -> String {
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
