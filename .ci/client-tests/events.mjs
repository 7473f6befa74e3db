// The events of the calendar files named on standard input, as ical.js reads them: UID, start, end, title.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

const iso = (time) => time.toString().slice(0, time.isDate ? 10 : 16);
const found = {};
for (const file of readFileSync(0, "utf8").split("\n")) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  found[file] = events.map((event) => [event.uid, iso(event.startDate), iso(event.endDate), event.summary]);
}
process.stdout.write(JSON.stringify(found));
