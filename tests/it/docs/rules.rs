//! The rules as a page, each with a week that breaks it and what is said of it.

use runplan::docs::rules::{grade, limit, sentence};
use runplan::explain::day::load;
use runplan::explain::findings::breaches;
use runplan::explain::warnings::shortfalls;
use runplan::facts::request::Request;
use runplan::rules::session_notation::Line;
use runplan::rules::{self, Check, Example, Known, Limit, RULES, Rule, Seen, Warning};
use std::fmt::Write as _;

/// The rules as Markdown: a list of all by kind, then a section for each, with a week that breaks it and what is said of it.
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
            Check::Steer(_) | Check::SteerOrWarn(..) | Check::SteerAndWarn(..) | Check::Session(_) => {
                "breaks it"
            }
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
        Check::Warn(_, check) | Check::SteerOrWarn(_, _, check) | Check::SteerAndWarn(_, _, check) => {
            let load = load(&facts, &example.week);
            let known = Known { past: &example.past, ..Known::PLANNED };
            let warnings = check(&Seen { facts: &facts, week: &example.week, load: &load, known });
            let breaches = breaches(rule, &facts, &example.week);
            let breaches = breaches.iter().map(|finding| sentence(&finding.message(&facts, &example.week)));
            breaches.chain(warnings.iter().map(warning)).collect()
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

#[test]
fn something_is_said_of_every_line_that_breaks_a_rule() {
    for rule in RULES {
        for line in rule.breaks {
            let said = says(rule, line);
            assert!(!said.is_empty() && !said.contains(&String::new()), "{}: `{line}`", rule.id);
        }
    }
}
