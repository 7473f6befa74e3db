//! Whether a document is one that this program wrote: what may take its place without a question.

use crate::export::csv::COLUMNS;
use crate::export::ics::replace::is_own_calendar;
use crate::export::intervals::IDENTITY;
use crate::overlay::csv::original;
use crate::plan::NOTICE;

/// Bytes that are nobody's work: a word, or what `echo` left in a file.
const FEW: usize = 16;
/// Columns of a table that every version had.
const STABLE: usize = 10;

/// Whether a text is a document of this program in any of its formats, or nothing to speak of. Calendars are known by
/// their PRODID, tables by their columns, all others by the notice that each of them carries.
#[must_use]
pub fn is_own(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim();
    if is_calendar(text) {
        return is_own_calendar(text);
    }
    let events = || text.starts_with('[') && text.contains(&format!("\"external_id\": \"{IDENTITY}"));
    let refusal = || text.starts_with('{') && text.contains("\"schema\"") && text.contains("\"runplan.");
    // New columns come at the end: those of an older or a newer version begin alike.
    let table = || text.lines().next().is_some_and(|head| head.starts_with(&COLUMNS[..STABLE].join(",")));
    // Somebody else's table with what this program added to it.
    let overlaid = || original(text) != text;
    text.len() < FEW || text.contains(NOTICE) || table() || events() || refusal() || overlaid()
}

/// Whether a text is a calendar, whoever wrote it.
fn is_calendar(text: &str) -> bool {
    text.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

#[cfg(test)]
mod tests {
    use super::is_own;

    #[test]
    fn documents_of_others_are_theirs() {
        let ours =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//runplan//runplan 0.0.1//EN\r\nEND:VCALENDAR\r\n";
        for own in [
            "",
            " \n",
            "old",
            "{\"schema\":\"runplan.refusal/1\"}\n",
            "{\n  \"schema\": \"runplan.week/1\"\n}\n",
            ours,
            &ours.replace("\r\n", "\n"),
            &format!("\u{feff}{ours}"),
            &ours.replace("PRODID", "prodid"),
            &ours.replace("PRODID:", "PRODID;X-A=b:"),
            &ours.replace("//runplan 0", "//runpl\r\n an 0"),
            "date,day,runner,season,week,kind,type,class,key,start,minutes,rpe,load\r\n",
            "# A week\n\n*Planned training, not medical advice.*\n",
            "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,easy 40 + strength 20 min (full),rest,rest,rest,rest,rest\n",
        ] {
            assert!(is_own(own), "{own:?}");
        }
        let theirs = ours.replace("-//runplan//", "-//Somebody//");
        for other in [
            theirs.clone(),
            theirs.replace("VERSION", "DESCRIPTION:PRODID:-//runplan//\r\nVERSION"),
            theirs.replace("END:VC", "BEGIN:VEVENT\r\nPRODID:-//runplan//x\r\nEND:VEVENT\r\nEND:VC"),
            theirs.replace(
                "END:VC",
                "BEGIN:VEVENT\r\nDESCRIPTION:a\r\n PRODID:-//runplan//x\r\nEND:VEVENT\r\nEND:VC",
            ),
            theirs.replace("Somebody", "not runplan"),
            theirs.replace("\r\nEND:VC", "\r\nX-WR-CALDESC:Planned training, not medical advice.\r\nEND:VC"),
            theirs.to_lowercase(),
            format!("{ours}{theirs}"),
            format!("{theirs}{ours}"),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n".to_owned(),
            ours.replace("PRODID:-//runplan//", "PRODID:-//runplanner//"),
            "{\"name\": \"package\", \"version\": \"1.0.0\"}".to_owned(),
            "name = \"Maya\"\n[runs]\ndays = [\"tue\"]\n".to_owned(),
            "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,rest,rest,rest,rest,rest,rest\n".to_owned(),
            "<!doctype html><html><body>My page</body></html>".to_owned(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>".to_owned(),
            "# My diary\n\nToday I ran.\n".to_owned(),
        ] {
            assert!(!is_own(&other), "{other:?}");
        }
    }
}
