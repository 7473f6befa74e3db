//! The word of `--season`: a name, or the runner's own season file.

use crate::cli::edge::Failure;
use crate::cli::edge::read_file::{PROFILE, read_text};
use runplan::input::document::{self, Node, Value};
use runplan::input::reader::unknown_word;
use runplan::input::{Place, Problem};
use runplan::season::Season;
use runplan::week::phase::{Phase, SYNONYMS};
use runplan::word::nearest;
use std::path::Path;

/// A season of the runner's own, or what is wrong with its name or its file.
pub fn season_file(word: &str) -> Result<Season, Failure> {
    if !is_path(word) {
        let place = Place { source: 0, span: Some(0..word.len()) };
        let node = Node { value: Value::Text(word.into()), place };
        let sources = vec![("--season".to_owned(), word.to_owned())];
        return Err(Failure::Input(vec![unknown_season(word, &node)], sources));
    }
    let (name, text) = read_text(Path::new(word), PROFILE)?;
    let (node, mut problems) = document::toml(&text, 0);
    match Season::read(&node) {
        Ok(season) if problems.is_empty() => return Ok(season),
        Ok(_) => {}
        Err(more) => problems.extend(more),
    }
    Err(Failure::Input(problems, vec![(name, text)]))
}

/// Whether `--season` names a file rather than a season.
pub fn is_path(word: &str) -> bool {
    word.contains('/')
        || word.contains('\\')
        || Path::new(word).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

/// A season that nobody knows; synonyms count for the nearest name.
pub fn unknown_season(word: &str, node: &Node) -> Problem {
    let synonym = nearest(word, SYNONYMS.iter().map(|(name, _)| *name));
    let mut problem = unknown_word::<Phase>(word, "season", node);
    if let (Some(near), None) = (synonym, &problem.marks[0].mend) {
        problem.message = format!("`{word}` is not a season; did you mean `{near}`?");
        problem.hint = Some(format!("write `{near}`"));
    }
    problem
}
