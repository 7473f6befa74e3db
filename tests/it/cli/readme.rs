//! The README and the two pages behind it are true: their commands, the tour in an empty folder, the picture, the answers,
//! the links. `RUNPLAN_REWRITE=1 cargo test readme` writes the picture and what the tour shows anew,
//! `TRYCMD=overwrite cargo test readme` what the other commands print.
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

/// The pages: the README and the two behind it.
const PAGES: [&str; 3] = ["README.md", "examples/README.md", "plans/README.md"];

fn page(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn rewriting() -> bool {
    std::env::var_os("RUNPLAN_REWRITE").is_some()
}

/// The part under a heading, up to the next one of its kind.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let start = page.find(&format!("\n## {heading}\n")).expect("a heading") + 1;
    let end = page[start + 3..].find("\n## ").map_or(page.len(), |at| start + 3 + at);
    &page[start..end]
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

/// Where the tour stands: it begins on one page and goes on, in the same folder, on another.
const TOUR: [(&str, &str); 2] =
    [("README.md", "A one-minute tour"), ("examples/README.md", "The tour goes on")];
/// Where commands with other tools stand: `.ci/client-tests/check_cookbook.py` runs them.
const COOKBOOK: (&str, &str) = ("examples/README.md", "Cookbook");

#[test]
fn the_tour_goes_as_it_is_shown() {
    let folder = folder("tour");
    let mut commands = 0;
    for (path, heading) in TOUR {
        let page = page(path);
        let shown = section(&page, heading);
        let (made, count) = run(shown, &folder);
        commands += count;
        if rewriting() {
            fs::write(root().join(path), page.replace(shown, &made)).expect("written");
        } else {
            for (shown, made) in shown.lines().zip(made.lines()) {
                assert_eq!(shown, made, "{path}: `RUNPLAN_REWRITE=1 cargo test readme` writes it anew");
            }
            assert_eq!(shown.lines().count(), made.lines().count(), "{path}");
        }
    }
    assert!(commands >= 7, "{commands} commands");
    assert!(folder.join("week.ics").is_file(), "the calendar of its first minute");
}

#[test]
fn commands_print_what_stands_below_them() {
    let tests = trycmd::TestCases::new();
    tests.env("XDG_CONFIG_HOME", "/nonexistent").env("COLUMNS", "80").env("LC_ALL", "C.UTF-8");
    for path in PAGES {
        tests.case(path);
    }
}

#[test]
fn no_command_is_left_out() {
    const IGNORED: &str = "```console,ignore\n";
    for path in PAGES {
        let page = page(path);
        let mut elsewhere = page.matches(IGNORED).count();
        for (of, heading) in TOUR.into_iter().chain([COOKBOOK]) {
            if of == path {
                elsewhere -= section(&page, heading).matches(IGNORED).count();
            }
        }
        assert_eq!(elsewhere, 0, "{path}: commands that neither the tour nor the cookbook runs");
    }
}

#[test]
fn the_pictures_are_what_the_program_draws() {
    for (said, command, file) in [
        (
            "runplan week --profile examples/marathoner.toml --week 2026-W48 -o week.svg",
            "week --profile examples/marathoner.toml --week 2026-W48 --format svg",
            "examples/week.svg",
        ),
        (
            "runplan cycle --profile examples/half-plan.toml --format svg",
            "cycle --profile examples/half-plan.toml --format svg",
            "examples/plan.svg",
        ),
    ] {
        let readme = page("README.md");
        assert!(readme.contains(said) && readme.contains(file), "it shows {file}, and how it was made");
        let made = printed(runplan(root(), &command.split(' ').collect::<Vec<_>>()));
        assert!(made.starts_with("<svg"));
        if rewriting() {
            fs::write(root().join(file), made).expect("written");
        } else {
            assert!(fs::read_to_string(root().join(file)).expect("a picture") == made, "{file} is old");
        }
    }
}

#[test]
fn commands_that_stand_alone_run() {
    let pages = PAGES.map(page);
    let blocks = pages.iter().flat_map(|page| page.split("```sh\n").skip(1));
    let lines = blocks.flat_map(|block| block[..block.find("```").expect("its end")].lines());
    let mut count = 0;
    // Pipes are the cookbook's.
    for line in lines.filter(|line| line.starts_with("runplan ") && !line.contains(['|', '<', '>'])) {
        let arguments: Vec<&str> = line.split_whitespace().skip(1).collect();
        let printed = printed(runplan(root(), &arguments));
        assert!(!printed.starts_with("? "), "{line}: {printed}");
        count += 1;
    }
    assert!(count > 1, "{count}");
}

#[test]
fn the_readme_is_short_and_names_every_command() {
    let readme = page("README.md");
    assert!(
        readme.len() <= 20_000,
        "{} bytes: what is not for the first visit goes to another page",
        readme.len()
    );
    let commands = section(&readme, "Commands");
    let help = printed(runplan(root(), &["--help"]));
    let listed =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    for name in names.filter(|name| !name.is_empty() && *name != "help") {
        assert!(commands.contains(&format!("`runplan {name}")), "{name} is missing");
    }
}

#[test]
fn every_profile_is_named() {
    let examples = page("examples/README.md");
    let profiles = section(&examples, "Profiles");
    for entry in fs::read_dir(root().join("examples")).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.file_name().expect("a name").display();
            assert!(profiles.contains(&format!("({name})")), "{name} is missing");
        }
    }
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

/// Where answers stand.
const ANSWERS: [(&str, &str); 2] = [("README.md", "Six questions"), ("examples/README.md", "More questions")];

#[test]
fn every_answer_names_its_rules_with_the_grade_that_they_have() {
    let sections = ANSWERS.map(|(path, heading)| section(&page(path), heading).to_owned());
    let answers: Vec<&str> = sections.iter().flat_map(|section| section.split("\n### ").skip(1)).collect();
    assert_eq!(answers.len(), 15);
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
            let linked = after.split_once(&format!("plans/README.md#{word})"));
            let after = linked.expect("a link to the rule").1;
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
    let readme = page("README.md");
    let lines = section(&readme, "How it decides").lines();
    let named: Vec<&str> =
        lines.filter_map(|line| line.split_once(". `")?.1.split_once('`')).map(|(level, _)| level).collect();
    assert_eq!(named, Level::OF_A_WEEK.iter().map(|level| level.id()).collect::<Vec<_>>());
}

/// A heading as GitHub makes an anchor of it.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    kept.chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

/// The anchors of a page, each made once; what looks like a heading in a block of code is none.
fn anchors(path: &str, text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let prose = text.split("```").step_by(2);
    for heading in prose.flat_map(str::lines).filter(|line| line.starts_with('#')) {
        let anchor = anchor(heading.trim_start_matches('#').trim());
        assert!(anchors.insert(anchor.clone()), "{path}: two headings are `{anchor}`");
    }
    anchors
}

#[test]
fn every_link_leads_somewhere() {
    for path in PAGES.into_iter().chain(["CONTRIBUTING.md", "CHANGELOG.md"]) {
        let text = page(path);
        let folder = root().join(path).parent().expect("a folder").to_owned();
        for (at, _) in text.match_indices("](") {
            let target = &text[at + 2..];
            let target = &target[..target.find(')').expect("its end")];
            if target.starts_with("https://") {
                continue;
            }
            let (file, name) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { root().join(path) } else { folder.join(file) };
            assert!(file.exists(), "{path}: no file `{target}`");
            if !name.is_empty() {
                let there = fs::read_to_string(&file).expect("a page");
                assert!(anchors(target, &there).contains(name), "{path}: no heading `{target}`");
            }
        }
    }
}
