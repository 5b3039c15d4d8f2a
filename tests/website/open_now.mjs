// Asks the page's own script whether offices are open: JSON in, JSON out.
import { readFileSync } from "node:fs";
import { inStockholm, openness } from "./site.mjs";

const { data, instants } = JSON.parse(readFileSync(0, "utf8"));
const told = data.offices.filter((office) => office.days).map((office) => [
  office.id,
  instants.map((instant) => {
    const { open, until, next } = openness(data, office, inStockholm(new Date(instant)));
    return [open, until ? [until.day, until.minute] : null, next ? [next.day, next.minute] : null];
  }),
]);
console.log(JSON.stringify(Object.fromEntries(told)));
