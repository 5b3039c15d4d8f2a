// Reads calendars, one as JSON a line on standard input, with ical.js, and writes what it makes of each as a line of
// JSON: every occurrence as [identity, start, end], in seconds since 1970.
import { createInterface } from "node:readline";
const { default: ICAL } = await import("ical.js");

function occurrences(event) {
  const found = [];
  const add = (start, end) => found.push([event.uid, start.toUnixTime(), end.toUnixTime()]);
  if (!event.isRecurring()) {
    add(event.startDate, event.endDate);
    return found;
  }
  const steps = event.iterator();
  for (let next = steps.next(); next; next = steps.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    add(startDate, endDate);
  }
  return found;
}

for await (const line of createInterface({ input: process.stdin })) {
  const calendar = new ICAL.Component(ICAL.parse(JSON.parse(line)));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  console.log(JSON.stringify({
    zones: calendar.getAllSubcomponents("vtimezone").length,
    occurrences: events.flatMap(occurrences),
    texts: events.map((event) => [event.summary, event.description, event.location]),
  }));
}
