"""Imports calendar files one after the other, by the parser of Python's world, into a store by UID and SEQUENCE.

Arguments: files. Output: for each of them a line of JSON, the whole store after it was imported.
"""

import datetime
import json
import sys

from icalendar import Calendar


def moment(value):
    """A day as 2026-12-01, a moment as 2026-12-01T17:00:00Z; nothing else is expected."""
    if isinstance(value, datetime.datetime):
        if value.utcoffset() != datetime.timedelta(0):
            raise ValueError(f"not in UTC: {value!r}")
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


def read(event):
    """What a calendar keeps of an event."""
    if event.errors:
        raise ValueError(f"{event['UID']}: {event.errors}")
    end = event.get("DTEND")
    return {
        "sequence": int(event["SEQUENCE"]),
        "stamp": moment(event["DTSTAMP"].dt),
        "start": moment(event["DTSTART"].dt),
        "end": moment(end.dt) if end is not None else None,
        "title": str(event["SUMMARY"]),
        "body": str(event["DESCRIPTION"]),
        "status": str(event["STATUS"]),
        "alarms": [-int(alarm["TRIGGER"].dt.total_seconds() / 60) for alarm in event.walk("VALARM")],
    }


def main(files):
    store = {}
    for name in files:
        with open(name, "rb") as file:
            calendar = Calendar.from_ical(file.read())
        for event in calendar.walk("VEVENT"):
            uid, new = str(event["UID"]), read(event)
            old = store.get(uid)
            if old is None or (new["sequence"], new["stamp"]) >= (old["sequence"], old["stamp"]):
                store[uid] = new
        print(json.dumps(store))


main(sys.argv[1:])
