//! What the README shows beside its commands: the tour in an empty folder, the picture, the answers, its links.
//! `RUNPLAN_REWRITE=1 cargo test --test readme` writes the picture and what the tour shows anew.
#![allow(missing_docs)]

use runplan::rules::{RULES, Rule};
use runplan::week::score::Level;
use runplan::word::Word as _;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("a README")
}

fn rewriting() -> bool {
    std::env::var_os("RUNPLAN_REWRITE").is_some()
}

/// The part under a heading, up to the next one of its kind.
fn section<'r>(readme: &'r str, heading: &str) -> &'r str {
    let start = readme.find(&format!("\n## {heading}\n")).expect("a heading") + 1;
    let end = readme[start + 3..].find("\n## ").map_or(readme.len(), |at| start + 3 + at);
    &readme[start..end]
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn runplan(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runplan"));
    command.current_dir(folder).args(arguments);
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("LC_ALL", "C.UTF-8").env("COLUMNS", "80");
    command.env_remove("RUNPLAN_PROFILE");
    command
}

/// All that a command prints, in its order; an exit code other than 0 first.
fn printed(mut command: Command) -> String {
    let (mut reader, writer) = std::io::pipe().expect("a pipe");
    command.stdout(writer.try_clone().expect("a pipe")).stderr(writer);
    let mut child = command.spawn().expect("it starts");
    drop(command); // and with it our ends of the pipe
    let mut text = String::new();
    reader.read_to_string(&mut text).expect("text");
    match child.wait().expect("it ends").code() {
        Some(0) => text,
        code => format!("? {}\n{text}", code.map_or("signal".to_owned(), |code| code.to_string())),
    }
}

/// Runs what a section shows, block by block in one folder: a `console` block is a command and what it prints, any other
/// block with a file name behind its language is that file. Comes back as it should stand.
fn run(section: &str, folder: &Path) -> (String, usize) {
    let (mut made, mut count) = (String::new(), 0);
    let mut lines = section.lines();
    while let Some(line) = lines.next() {
        let _ = writeln!(made, "{line}");
        let Some(info) = line.strip_prefix("```") else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if info == "console,ignore" {
            let mut command = block[0].strip_prefix("$ runplan ").expect("a command of ours").to_owned();
            let _ = writeln!(made, "{}", block[0]);
            for more in &block[1..] {
                let Some(rest) = command.strip_suffix('\\') else { break };
                command = format!("{rest} {}", more.strip_prefix("> ").expect("the rest of it"));
                let _ = writeln!(made, "{more}");
            }
            let arguments: Vec<&str> = command.split_whitespace().collect();
            made += &printed(runplan(folder, &arguments));
            count += 1;
        } else {
            let text = block.iter().fold(String::new(), |text, line| text + line + "\n");
            if let Some((_, name)) = info.split_once(' ') {
                fs::write(folder.join(name), &text).expect("written");
            }
            made += &text;
        }
        made += "```\n";
    }
    (made, count)
}

#[test]
fn the_tour_goes_as_it_is_shown() {
    let readme = readme();
    let shown = section(&readme, "A five-minute tour");
    let folder = folder("tour");
    let (made, count) = run(shown, &folder);
    assert!(count >= 6, "{count} commands");
    if rewriting() {
        fs::write(root().join("README.md"), readme.replace(shown, &made)).expect("written");
    } else {
        for (shown, made) in shown.lines().zip(made.lines()) {
            assert_eq!(shown, made, "`RUNPLAN_REWRITE=1 cargo test --test readme` writes it anew");
        }
        assert_eq!(shown.lines().count(), made.lines().count());
    }
    assert!(folder.join("week.ics").is_file(), "the calendar of its end");
}

#[test]
fn the_picture_is_what_the_program_draws() {
    let command = "runplan week --profile examples/marathoner.toml --week 2026-W48 --format svg";
    assert!(readme().contains(&command.replace("--format svg", "-o week.svg")), "it says how it was made");
    let arguments: Vec<&str> = command.split(' ').skip(1).collect();
    let made = printed(runplan(root(), &arguments));
    assert!(made.starts_with("<svg"));
    let file = root().join("examples/week.svg");
    if rewriting() {
        fs::write(file, made).expect("written");
    } else {
        assert!(fs::read_to_string(file).expect("a picture") == made, "examples/week.svg is old");
    }
}

#[test]
fn commands_that_stand_alone_run() {
    let readme = readme();
    let mut count = 0;
    for block in readme.split("```sh\n").skip(1) {
        let block = &block[..block.find("```").expect("its end")];
        // Pipes are the cookbook's.
        for line in
            block.lines().filter(|line| line.starts_with("runplan ") && !line.contains(['|', '<', '>']))
        {
            let arguments: Vec<&str> = line.split_whitespace().skip(1).collect();
            let printed = printed(runplan(root(), &arguments));
            assert!(!printed.starts_with("? "), "{line}: {printed}");
            count += 1;
        }
    }
    assert!(count > 0, "none was found");
}

fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id).copied()
}

/// Texts between backticks, each with what follows it.
fn quoted(text: &str) -> Vec<(&str, &str)> {
    let ends: Vec<usize> = text.match_indices('`').map(|(at, _)| at).collect();
    assert!(ends.len().is_multiple_of(2), "a backtick is left over: {text}");
    ends.chunks(2).map(|pair| (&text[pair[0] + 1..pair[1]], &text[pair[1] + 1..])).collect()
}

/// Words with hyphens that are no rules.
const OTHERS: [&str; 3] = ["easy-days", "maintain-heavy", "race-prep"];
/// Studies that an answer may name, though no rule rests on them.
const STUDIES: [&str; 5] =
    ["Wu 2024", "Toresdahl 2020", "Eihara 2022", "Eddens 2018", "Balsalobre-Fernández 2016"];

#[test]
fn every_answer_names_its_rules_with_the_grade_that_they_have() {
    let readme = readme();
    let answers: Vec<&str> = section(&readme, "Questions runners ask").split("\n### ").skip(1).collect();
    assert!(answers.len() >= 10, "{} answers", answers.len());
    for answer in answers {
        let (question, body) = answer.split_once('\n').expect("a question and its answer");
        assert!(question.ends_with('?'), "{question}");
        let mut named = 0;
        let mut sources = String::new();
        for (word, after) in quoted(body) {
            let Some(rule) = rule(word) else {
                let kebab = word.contains('-') && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
                assert!(!kebab || OTHERS.contains(&word), "{question}: `{word}` is no rule");
                continue;
            };
            let grade = rule.grade.map_or("–", |grade| grade.id());
            assert!(after.starts_with(&format!(" ({grade})")), "{question}: `{word}` has grade {grade}");
            sources += rule.source;
            named += 1;
        }
        assert!(named > 0, "{question}: names no rule");
        // A year behind a name is a source: one of those of the rules named.
        let words: Vec<&str> =
            body.split_whitespace().map(|word| word.trim_matches(|c| "(),.;:".contains(c))).collect();
        for pair in words.windows(2) {
            if pair[1].len() == 4
                && pair[1].starts_with(['1', '2'])
                && pair[1].bytes().all(|b| b.is_ascii_digit())
            {
                let study = pair.join(" ");
                // A source may name several years of one author.
                let known = pair.iter().all(|word| sources.contains(word)) || STUDIES.contains(&&*study);
                assert!(known, "{question}: {study} is no source of the rules that it names");
            }
        }
    }
}

#[test]
fn the_levels_stand_in_their_order() {
    let readme = readme();
    let lines = section(&readme, "How it decides").lines();
    let named: Vec<&str> =
        lines.filter_map(|line| line.split_once(". `")?.1.split_once('`')).map(|(level, _)| level).collect();
    assert_eq!(named, Level::ALL.iter().map(|level| level.id()).collect::<Vec<_>>());
}

/// A heading as GitHub makes an anchor of it.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    kept.chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

#[test]
fn every_link_leads_somewhere() {
    for file in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        let text = fs::read_to_string(root().join(file)).expect(file);
        let headings =
            text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
        let anchors: BTreeSet<String> = headings.map(anchor).collect();
        for (at, _) in text.match_indices("](") {
            let target = &text[at + 2..];
            let target = &target[..target.find(')').expect("its end")];
            if let Some(name) = target.strip_prefix('#') {
                assert!(anchors.contains(name), "{file}: no heading `{name}`");
            } else if !target.starts_with("https://") {
                let path = target.split('#').next().expect("a path");
                assert!(root().join(path).exists(), "{file}: no file `{target}`");
            }
        }
    }
}
