//! `runplan config`: which profile was taken, and where each value comes from.

use crate::cli::edge::Failure;
use crate::cli::edge::excerpt::on_one_line;
use crate::cli::edge::output::{Form, width as columns};
use crate::cli::edge::profile_args::{Flagged, ProfileArgs};
use crate::cli::edge::profile_path::{How, config_file, found};
use crate::cli::edge::stderr::name as path_name;
use crate::cli::edge::week_args::WhenArgs;
use runplan::facts::limits::Limits;
use runplan::facts::request::Request;
use runplan::input::Place;
use runplan::input::document::{Entry, Node, Value};
use runplan::rules;
use runplan::week::kind::Kind;
use runplan::word::Word as _;
use runplan::wrap::Page;
use serde_json::json;
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr as _;

/// Shows where values come from.
#[derive(Debug, clap::Args)]
#[command(before_long_help = "\
Examples:
  runplan config
  runplan config --set strength.minutes=30 --season taper
  runplan config --format json | jq -r '.values[] | select(.from == \"season\") | .key'")]
pub struct Args {
    #[command(flatten)]
    profile: ProfileArgs,
    #[command(flatten)]
    when: WhenArgs,
    /// The form
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// A value and where it comes from.
struct Origin {
    key: String,
    value: String,
    from: &'static str,
    /// The file or flag, or the season.
    name: String,
    line: Option<usize>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let (how, found) = found(args.profile.profile.as_deref())?;
    // Whatever is wrong with it is told as everywhere.
    let asked = args.profile.read_found(&args.when, found.clone())?;
    let flagged = args.profile.document(found)?;
    let mut origins = Vec::new();
    given(&flagged, &flagged.node, "", &mut origins);
    left_open(&asked.alone(), &mut origins);
    let name = &flagged.sources[0].0;
    args.format.print(|| text(how, name, &origins), || document(how, name, &origins))
}

/// The keys that file and flags give.
fn given(flagged: &Flagged, node: &Node, path: &str, origins: &mut Vec<Origin>) {
    let Value::Table(entries) = &node.value else { return };
    for entry in entries {
        let key = if path.is_empty() { entry.key.to_string() } else { format!("{path}.{}", entry.key) };
        if matches!(entry.node.value, Value::Table(_)) {
            given(flagged, &entry.node, &key, origins);
            continue;
        }
        let Place { source, span } = &entry.node.place;
        let (name, text) = &flagged.sources[*source];
        let line = span
            .as_ref()
            .and_then(|span| text.get(..span.start))
            .map(|before| before.matches('\n').count() + 1);
        let from = if *source == 0 { "profile" } else { "flag" };
        let line = line.filter(|_| *source == 0);
        origins.push(Origin { key, value: shown(&entry.node), from, name: name.clone(), line });
    }
}

/// What nobody said: the season's numbers, and what is usual.
fn left_open(request: &Request<'_>, origins: &mut Vec<Origin>) {
    let facts = rules::facts(request);
    let (limits, season) = (&facts.limits, request.season());
    let by_race = request.profile.race.is_some();
    let apart = Limits::spends_rest(limits.placement, season.phase);
    let number = |number: u8| number.to_string();
    let rows = [
        ("season", season.phase.id().to_owned(), if by_race { "race" } else { "usual" }),
        ("level", limits.level.id().to_owned(), "usual"),
        ("strength.sessions", number(limits.strength_target), "season"),
        ("strength.legs_max", number(limits.legs_max), "season"),
        ("strength.minutes", limits.strength_minutes.to_string(), "season"),
        ("strength.placement", limits.placement.id().to_owned(), "usual"),
        ("rest.min", number(limits.rest_min), "season"),
        ("rest.target", number(limits.rest_target), if apart { "placement" } else { "season" }),
    ];
    let extras = Kind::EXTRAS.map(|kind| {
        let from = if kind.is_on_request() { "usual" } else { "season" };
        (format!("{kind}.sessions"), number(limits.target(kind)), from)
    });
    let rows = rows.map(|(key, value, from)| (key.to_owned(), value, from));
    for (key, value, from) in rows.into_iter().chain(extras) {
        if origins.iter().any(|origin| origin.key == key) {
            continue;
        }
        let name = match from {
            "season" => season.name.to_string(),
            "race" => "race.date".to_owned(),
            "placement" => limits.placement.id().to_owned(),
            _ => String::new(),
        };
        origins.push(Origin { key, value, from, name, line: None });
    }
}

/// Columns from which on a row is one line, whatever its length: people look for a key with its value.
const WIDE: usize = 80;

/// A value in a few words.
pub fn shown(node: &Node) -> String {
    match &node.value {
        Value::Text(text) | Value::Other(text) => text.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Date(date) => date.to_string(),
        Value::List(items) if items.is_empty() => "none".to_owned(),
        Value::List(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Table(entries) => {
            let told = |entry: &Entry| format!("{} {}", entry.key, shown(&entry.node));
            entries.iter().map(told).collect::<Vec<_>>().join(" ")
        }
    }
}

fn how_found(how: How) -> &'static str {
    match how {
        How::Flag => "named by `--profile`",
        How::Environment => "named by `$RUNPLAN_PROFILE`",
        How::Here => "found here",
        How::Folder => "found in the configuration folder",
        How::Example => "no profile was found: the example runner stands in",
    }
}

fn text(how: How, name: &str, origins: &[Origin]) -> String {
    let mut page = Page::new(columns());
    page.line(&format!("Profile: {}, {}", on_one_line(name), how_found(how)));
    let folder = config_file().map_or_else(String::new, |path| format!(", {}", path_name(&path)));
    let order = format!("Looked for in this order: --profile, $RUNPLAN_PROFILE, ./runplan.toml{folder}");
    page.paragraph(&order);
    page.gap();
    // Columns are counted as they are shown.
    let told = |origin: &Origin| [on_one_line(&origin.key), on_one_line(&origin.value)];
    let rows: Vec<_> = origins.iter().map(|origin| (told(origin), origin)).collect();
    let width = |of: usize| rows.iter().map(|(told, _)| told[of].width()).max().unwrap_or(0);
    let (keys, values) = (width(0), width(1).min(30));
    for ([key, value], Origin { from, name, line, .. }) in &rows {
        let from = match (*from, line) {
            ("profile", Some(line)) => format!("{}:{line}", on_one_line(name)),
            ("profile" | "flag", _) => on_one_line(name),
            ("season", _) => format!("season {}", on_one_line(name)),
            ("race", _) => "from race.date".to_owned(),
            ("placement", _) => format!("placement {name}"),
            _ => "usual".to_owned(),
        };
        let gap = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
        let row = format!("  {key}{}  {value}{}  {from}", gap(key, keys), gap(value, values));
        if row.width() <= page.width || page.width >= WIDE {
            page.line(&row);
        } else {
            // Where the columns do not fit beside each other they stand below each other.
            page.line(&format!("  {key}"));
            page.indented(value, "    ");
            page.indented(&from, "    ");
        }
    }
    page.text
}

fn document(how: How, name: &str, origins: &[Origin]) -> serde_json::Value {
    let values: Vec<_> = origins
        .iter()
        .map(|Origin { key, value, from, name, line }| {
            let name = Some(name).filter(|name| !name.is_empty());
            json!({"key": key, "value": value, "from": from, "name": name, "line": line})
        })
        .collect();
    let found = match how {
        How::Flag => "flag",
        How::Environment => "environment",
        How::Here => "here",
        How::Folder => "folder",
        How::Example => "example",
    };
    json!({"schema": "runplan.config/1", "profile": {"name": name, "found": found}, "values": values})
}
