// Reads OSM opening_hours texts with the engine `opening_hours` and writes when each is open, as local wall-clock times.
// One JSON object a line comes in, {osm, first, last} (ISO dates, both included); one array of [from, to] a line goes out.
import { createInterface } from "node:readline";
import OpeningHours from "opening_hours";

const place = { lat: 59.33, lon: 18.07, address: { country_code: "se", state: "Stockholms län" } };
const two = (number) => String(number).padStart(2, "0");
const local = (at) =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
const midnight = (text, days) => {
  const [year, month, day] = text.split("-").map(Number);
  return new Date(year, month - 1, day + days);
};

for await (const line of createInterface({ input: process.stdin })) {
  const { osm, first, last } = JSON.parse(line);
  const hours = new OpeningHours(osm, place, { locale: "en" });
  const open = hours.getOpenIntervals(midnight(first, 0), midnight(last, 1));
  console.log(JSON.stringify(open.map(([from, to]) => [local(from), local(to)])));
}
