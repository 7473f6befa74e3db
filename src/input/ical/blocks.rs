//! The blocks of an iCalendar file (`BEGIN:VEVENT` … `END:VEVENT`) with their properties as they stand, each with its line.
//!
//! We read the lines ourselves: a warning must name the line and the words that cannot be read, and the library forgets
//! both (`INTERVAL=0` and `BYHOUR=300` come back as good rules).

/// Properties that are kept; the rest of a file says nothing about time or title.
const KEPT: &[&str] = &[
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "EXRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "UID",
    "SUMMARY",
    "STATUS",
    "TRANSP",
    "X-MICROSOFT-CDO-BUSYSTATUS",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "X-LIC-LOCATION",
    "X-MICROSOFT-CDO-TZID",
    "X-WR-TIMEZONE",
    "NAME",
];
/// Other properties of RFC 5545 and 7986: a line that starts with one is no part of the text before it.
const KNOWN: &[&str] = &[
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "CALSCALE",
    "METHOD",
    "ATTACH",
    "CATEGORIES",
    "CLASS",
    "COMMENT",
    "DESCRIPTION",
    "GEO",
    "LOCATION",
    "PERCENT-COMPLETE",
    "PRIORITY",
    "RESOURCES",
    "COMPLETED",
    "DUE",
    "FREEBUSY",
    "TZNAME",
    "TZURL",
    "TZUNTIL",
    "ATTENDEE",
    "CONTACT",
    "ORGANIZER",
    "RELATED-TO",
    "URL",
    "ACTION",
    "REPEAT",
    "TRIGGER",
    "CREATED",
    "DTSTAMP",
    "LAST-MODIFIED",
    "SEQUENCE",
    "REQUEST-STATUS",
    "COLOR",
    "IMAGE",
    "CONFERENCE",
    "REFRESH-INTERVAL",
    "SOURCE",
    "ACKNOWLEDGED",
];
/// Properties that hold dates and moments.
const DATES: &[&str] = &["DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"];
/// Properties that hold free text, in which some programs leave line breaks as they are.
const FREE_TEXT: &[&str] = &["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "X-ALT-DESC"];

/// One property: `DTSTART;TZID=Europe/Berlin:20261123T090000`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Property {
    /// The name in capitals.
    pub name: String,
    /// What stands between the name and the colon: `;TZID=Europe/Berlin`.
    pub(super) parameters: String,
    /// What stands after the colon, as it is written; empty where there is no colon.
    pub value: String,
    /// The line of the text, from 1.
    pub line: usize,
}

/// One block of a calendar.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    /// The name in capitals: `VEVENT`.
    pub kind: String,
    /// The line of its `BEGIN`, from 1.
    pub line: usize,
    /// The number, in its calendar, of the block around it.
    pub parent: Option<usize>,
    /// The properties that matter here, in the order of the file.
    pub properties: Vec<Property>,
}

impl Property {
    /// A parameter, such as `TZID`, without quotes.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.split(';').find_map(|part| {
            let (key, value) = part.split_once('=')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').trim())
        })
    }

    /// What is shown of a property that cannot be read: its value, or the whole where it has none.
    pub fn shown(&self) -> String {
        let value = self.value.trim();
        if value.is_empty() { format!("{}{}", self.name, self.parameters) } else { value.to_owned() }
    }

    /// The value as text: without the escapes of iCalendar or of quoted-printable.
    fn text(&self) -> String {
        let quoted =
            self.parameter("ENCODING").is_some_and(|way| way.eq_ignore_ascii_case("QUOTED-PRINTABLE"));
        let value = if quoted { unquoted(&self.value) } else { self.value.clone() };
        let mut text = String::with_capacity(value.len());
        let mut rest = value.chars();
        while let Some(letter) = rest.next() {
            match letter {
                '\\' => match rest.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => text.push('\\'),
                },
                other => text.push(other),
            }
        }
        text
    }
}

impl Block {
    /// The properties of a name.
    pub fn all<'b>(&'b self, name: &'b str) -> impl Iterator<Item = &'b Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// The first property of a name.
    pub fn get(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// The text of a property; empty where there is none.
    pub fn text(&self, name: &str) -> String {
        self.get(name).map(Property::text).unwrap_or_default()
    }

    /// Whether the block is an event.
    pub fn is_event(&self) -> bool {
        self.kind == "VEVENT"
    }

    /// Whether the block is an event that takes place.
    pub fn is_on(&self) -> bool {
        self.is_event() && !self.text("STATUS").trim().eq_ignore_ascii_case("CANCELLED")
    }
}

/// The calendars of a text, which may hold several one after the other: the blocks of each, the calendar itself first.
pub(crate) fn calendars(text: &str) -> Vec<Vec<Block>> {
    let (mut calendars, mut open) = (Vec::<Vec<Block>>::new(), Vec::new());
    for (line, text) in logical_lines(text) {
        let (name, parameters, value) = parts(&text);
        let is_kept = KEPT.contains(&name.as_str());
        if name == "BEGIN" && value.trim().eq_ignore_ascii_case("VCALENDAR") {
            calendars.push(Vec::new());
            open.clear();
        } else if open.is_empty() {
            // What stands outside of any calendar is none.
            continue;
        }
        let Some(blocks) = calendars.last_mut() else { continue };
        match name.as_str() {
            "BEGIN" if !value.is_empty() => {
                let parent = open.last().copied();
                open.push(blocks.len());
                let kind = value.trim().to_ascii_uppercase();
                blocks.push(Block { kind, line, parent, properties: Vec::new() });
            }
            "END" => drop(open.pop()),
            _ if is_kept => {
                let (parameters, value) = (parameters.to_owned(), value.to_owned());
                if let Some(block) = open.last().and_then(|at| blocks.get_mut(*at)) {
                    block.properties.push(Property { name, parameters, value, line });
                }
            }
            _ => {}
        }
    }
    calendars
}

/// The lines of a text with their numbers from 1: folded ones made whole, and what a line break tore from a title put back.
fn logical_lines(text: &str) -> Vec<(usize, String)> {
    // Some old programs end lines with a carriage return alone.
    let text = if text.contains('\n') { text.to_owned() } else { text.replace('\r', "\n") };
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (at, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let line = if at == 0 { line.trim_start_matches('\u{feff}') } else { line };
        match lines.last_mut() {
            Some((_, before)) if before.ends_with('=') && is_quoted(before) => {
                before.pop();
                before.push_str(line);
            }
            Some((_, before)) if line.starts_with([' ', '\t']) => before.push_str(&line[1..]),
            _ if line.trim().is_empty() => {}
            Some((_, before)) if is_free_text(before) && !is_property(line) => {
                before.push_str("\\n");
                before.push_str(line);
            }
            _ => lines.push((at + 1, line.to_owned())),
        }
    }
    lines
}

/// The name of a line in capitals, its parameters and its value.
fn parts(line: &str) -> (String, &str, &str) {
    let name_ends = line.find([':', ';']).unwrap_or(line.len());
    let name = line[..name_ends].trim().to_ascii_uppercase();
    let mut quoted = false;
    let colon = line.char_indices().find_map(|(at, letter)| {
        quoted ^= letter == '"';
        (letter == ':' && !quoted).then_some(at)
    });
    // A quotation mark without its partner hides every colon behind it.
    let colon = colon.or_else(|| line.find(':'));
    // Dates start with digits; names of zones may have a colon that nobody put into quotation marks: `TZID=UTC+02:00`.
    let is_date = |at: usize| line[at + 1..].bytes().take_while(u8::is_ascii_digit).count() >= 4;
    let last = line.rfind(':').filter(|last| DATES.contains(&name.as_str()) && is_date(*last));
    let colon = colon.filter(|at| is_date(*at)).or(last).or(colon).unwrap_or(line.len());
    (name, &line[name_ends.min(colon)..colon], line.get(colon + 1..).unwrap_or_default())
}

/// Whether a line is free text encoded so that a `=` at its end goes on in the next.
fn is_quoted(line: &str) -> bool {
    let head = line.split(':').next().unwrap_or_default();
    head.len() < line.len() && head.to_ascii_uppercase().contains("QUOTED-PRINTABLE")
}

/// Whether a line starts free text.
fn is_free_text(line: &str) -> bool {
    let name = &line[..line.find([':', ';']).unwrap_or(0)];
    FREE_TEXT.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether a line is a property, and not the next line of a text: programs write names in capitals and no space after
/// the colon, so `Warm-up: 10 min` and `Duration: 40 min` are text.
fn is_property(line: &str) -> bool {
    let Some(ends) = line.find([':', ';']) else { return false };
    let (name, value) = (&line[..ends], &line[ends + 1..]);
    let capitals = !name.bytes().any(|letter| letter.is_ascii_lowercase());
    let token = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let upper = name.to_ascii_uppercase();
    let known = KEPT.contains(&upper.as_str()) || KNOWN.contains(&upper.as_str());
    let spaced = value.starts_with(' ') || value.is_empty();
    token && if known || upper.starts_with("X-") { capitals || !spaced } else { capitals && !spaced }
}

/// A quoted-printable text as it was meant; what is no escape stays.
fn unquoted(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escape = (*first == b'=').then(|| after.get(..2)).flatten();
        let byte = escape
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| error.into_bytes().iter().map(|byte| char::from(*byte)).collect())
}
