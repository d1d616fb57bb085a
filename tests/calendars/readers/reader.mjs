// Imports calendar files one after the other, by the parser of Thunderbird, into a store by UID and SEQUENCE.
//
// Arguments: the module of ical.js, then files. Output: for each of them a line of JSON, the whole store after it was imported.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [parser, ...files] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(parser));

// A day as 2026-12-01, a moment as 2026-12-01T17:00:00Z; nothing else is expected.
const moment = (time) => {
  if (!time.isDate && time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`not in UTC: ${time}`);
  return time.toString();
};

// What a calendar keeps of an event.
const read = (event) => {
  const value = (name) => event.getFirstPropertyValue(name);
  return {
    sequence: value("sequence"),
    stamp: moment(value("dtstamp")),
    start: moment(value("dtstart")),
    end: value("dtend") ? moment(value("dtend")) : null,
    title: value("summary"),
    body: value("description"),
    status: value("status"),
    alarms: event.getAllSubcomponents("valarm").map((alarm) => -alarm.getFirstPropertyValue("trigger").toSeconds() / 60),
  };
};

const store = {};
for (const name of files) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(name, "utf8")));
  for (const event of calendar.getAllSubcomponents("vevent")) {
    const uid = event.getFirstPropertyValue("uid");
    const fresh = read(event);
    const old = store[uid];
    const isNewer =
      !old || fresh.sequence > old.sequence || (fresh.sequence === old.sequence && fresh.stamp >= old.stamp);
    if (isNewer) store[uid] = fresh;
  }
  console.log(JSON.stringify(store));
}
