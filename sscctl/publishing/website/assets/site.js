// Enhances the pages: search as you type, what is open now in Swedish time, and the nearest offices.
// Everything here is also said without it; nothing is stored, and nothing is asked of other sites.

const FOLDED = { å: "a", ä: "a", æ: "a", ö: "o", ø: "o", đ: "d", ŋ: "n", ŧ: "t" };
const MINUTES = 1440;
const SHOWN = 30;

/** A text as people type it who have no å, ä or ö at hand. */
export function folded(text) {
  return text.normalize("NFC").toLowerCase().replace(/[åäæöøđŋŧ]/g, (char) => FOLDED[char])
    .normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Stockholm", hourCycle: "h23",
  year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
});

/** The day (number since 1970) and the minute that the clocks of Stockholm show at an instant. */
export function inStockholm(instant) {
  const part = Object.fromEntries(CLOCK.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return { day: Date.UTC(part.year, part.month - 1, part.day) / 864e5, minute: part.hour * 60 + part.minute };
}

/** The hours of an office on a day: [start, end] in minutes, [] closed, null unknown or out of what is told. */
export function hoursOn(data, office, day) {
  const away = day - Date.parse(data.monday) / 864e5;
  let week = Math.floor(away / 7);
  if (away < 0) return null;
  for (const [length, which] of office.days ?? []) {
    if (week < length) {
      const text = data.weeks[which][away % 7];
      if (text === "?") return null;
      return text ? text.split(",").map((span) => span.split("-").map(Number)) : [];
    }
    week -= length;
  }
  return null;
}

/** Is it open: until when, else when next; `open` is null where the day's hours are unknown. */
export function openness(data, office, { day, minute }) {
  const hours = hoursOn(data, office, day);
  if (hours === null) return { open: null };
  if (hours.some(([start, end]) => start <= minute && minute < end)) {
    return { open: true, until: closing(data, office, day, minute) };
  }
  return { open: false, next: opening(data, office, day, minute) };
}

function closing(data, office, day, minute) {
  for (let hours = hoursOn(data, office, day); ; hours = hoursOn(data, office, day)) {
    const span = (hours ?? []).find(([start, end]) => start <= minute && minute < end);
    if (!span) return { day, minute };
    if (span[1] < MINUTES) minute = span[1];
    else [day, minute] = [day + 1, 0];
  }
}

function opening(data, office, day, minute) {
  for (;;) {
    const hours = hoursOn(data, office, day);
    if (hours === null) return null;
    const span = hours.find(([start]) => start > minute);
    if (span) return { day, minute: span[0] };
    [day, minute] = [day + 1, -1];
  }
}

/** Kilometres between two points in thousandths of a degree, on the mean sphere. */
export function kilometres([a, b], [c, d]) {
  const rad = Math.PI / 180000;
  const along = Math.sin((c - a) * rad / 2) ** 2
    + Math.cos(a * rad) * Math.cos(c * rad) * Math.sin((d - b) * rad / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(along)));
}

const WORDS = {
  sv: {
    days: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    openUntil: (time) => `Öppet nu, stänger ${time}`,
    opens: (when) => `Stängt nu, öppnar ${when}`,
    closed: "Stängt nu", shut: "stängt", but: (date, hours) => `Den här veckan (${date}): ${hours}`,
    today: (time) => time, tomorrow: (time) => `i morgon ${time}`,
    nearest: (place) => `Närmast ${place}`,
    me: "din plats",
    found: (n, shown) => n === 1 ? "1 träff" : n > shown ? `${n} träffar, de första ${shown} visas` : `${n} träffar`,
    none: "Inga träffar. Pröva en större ort eller titta i listan nedanför.",
    unknownCode: "Vi känner inte till postnumret. Pröva med orten.",
    refused: "Din plats gick inte att läsa. Skriv en ort eller ett postnummer i stället.",
    straight: "fågelvägen", close: "under 1 km",
    status: { planned: "planerat", suspended: "tillfälligt stängt", closed: "nedlagt", unknown: "osäkert", proposed: "föreslaget", cancelled: "blev inte av" },
    prefix: "Servicekontoret ", place: "kommun", office: "kontor/", municipality: "kommun/",
  },
  en: {
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    openUntil: (time) => `Open now, closes ${time}`,
    opens: (when) => `Closed now, opens ${when}`,
    closed: "Closed now", shut: "closed", but: (date, hours) => `This week (${date}): ${hours}`,
    today: (time) => time, tomorrow: (time) => `tomorrow ${time}`,
    nearest: (place) => `Nearest to ${place}`,
    me: "where you are",
    found: (n, shown) => n === 1 ? "1 result" : n > shown ? `${n} results, the first ${shown} are shown` : `${n} results`,
    none: "No results. Try a larger town, or look in the list below.",
    unknownCode: "We do not know that postcode. Try the town.",
    refused: "Your position could not be read. Write a town or a postcode instead.",
    straight: "in a straight line", close: "less than 1 km",
    status: { planned: "planned", suspended: "closed for now", closed: "closed for good", unknown: "not certain", proposed: "proposed", cancelled: "never opened" },
    prefix: "Servicekontoret ", place: "municipality", office: "en/office/", municipality: "en/municipality/",
  },
};

function clockIn(language) {
  return (minute) => [Math.floor(minute / 60) % 24, minute % 60]
    .map((part) => String(part).padStart(2, "0")).join(language === "sv" ? "." : ":");
}

function date(day, language) {
  return new Intl.DateTimeFormat(language === "sv" ? "sv-SE" : "en-GB", { timeZone: "UTC", day: "numeric", month: "long" }).format(day * 864e5);
}

function spoken(hours, language) {
  return hours.map((span) => span.map(clockIn(language)).join("–")).join(", ") || WORDS[language].shut;
}

/** What is said of an answer, in a language: "Öppet nu, stänger 16.00". */
export function said(answer, now, language) {
  const words = WORDS[language];
  const clock = clockIn(language);
  if (answer.open === null) return "";
  if (answer.open) return words.openUntil(clock(answer.until.minute));
  if (!answer.next) return words.closed;
  const { day, minute } = answer.next;
  const ahead = day - now.day;
  if (ahead === 0) return words.opens(words.today(clock(minute)));
  if (ahead === 1) return words.opens(words.tomorrow(clock(minute)));
  if (ahead < 7) return words.opens(`${words.days[(day + 3) % 7]} ${clock(minute)}`);
  return words.opens(`${date(day, language)} ${clock(minute)}`);
}

/** The offices that a text finds: every word of it begins a word of the office's. */
export function search(data, text) {
  const wanted = folded(text).split(" ").filter(Boolean);
  if (!wanted.length) return [];
  const whole = wanted.join(" ");
  return data.offices.map((office) => [office, rank(data, office, wanted, whole)])
    .filter(([, score]) => score > 0).sort((a, b) => b[1] - a[1]).map(([office]) => office);
}

function rank(data, office, wanted, whole) {
  office.words ??= [office.name, office.town, place(data, office.place)?.[1] ?? "", office.street ?? "",
    ...(office.agencies ?? []).flatMap((id) => data.agencies[id] ?? []),
    ...(office.services ?? []).flatMap((id) => data.services.find((own) => own[2] === id) ?? [])].map(folded);
  const all = office.words.map((words) => words.split(" "))
    .flatMap((words) => [...words, ...words.slice(1).map((word, before) => words[before] + word)]);
  if (!wanted.every((word) => all.some((own) => own.startsWith(word)))) return 0;
  const exact = office.words.slice(0, 3).includes(whole) ? 4 : office.words.slice(0, 3).some((own) => own.startsWith(whole)) ? 2 : 1;
  return exact + (office.status === "open" ? 0.5 : 0);
}

function place(data, code) {
  return data.places.find((one) => one[0] === code);
}

/** The open offices nearest to a point, with how far they are. */
export function nearest(data, at, count = 6) {
  return data.offices.filter((office) => office.status === "open" && office.at)
    .map((office) => [office, kilometres(at, office.at)]).sort((a, b) => a[1] - b[1]).slice(0, count);
}

/** The town that a postcode lies in or after, as [name, latitude, longitude]; undefined where there is none. */
export function town(postcodes, code) {
  let found;
  for (const [first, which] of postcodes.runs) {
    if (first > code) break;
    found = postcodes.towns[which];
  }
  return found;
}

function start(document) {
  const language = document.body.dataset.lang;
  const words = WORDS[language];
  const root = document.body.dataset.root;
  const files = {};
  const load = (name) => files[name] ??= fetch(`${root}finder/${name}.json`).then((answer) => answer.json());
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  function tell(data, now) {
    for (const element of document.querySelectorAll("[data-office]")) {
      const office = data.offices.find((one) => one.id === element.dataset.office);
      if (!office) continue;
      const answer = openness(data, office, now);
      element.textContent = said(answer, now, language);
      element.classList.toggle("open", answer.open === true);
    }
  }

  /** Today's row, and in the ordinary week the days of this one that are not as it says; in a week of some weeks only where it holds. */
  function mark(data, now) {
    const today = (now.day + 3) % 7;
    const office = data?.offices.find((one) => one.id === document.querySelector(".state [data-office]")?.dataset.office);
    for (const table of document.querySelectorAll("table[data-week]")) {
      for (const row of table.querySelectorAll("tr[data-days]")) {
        const days = row.dataset.days.split(" ").map(Number);
        const told = office ? days.map((day) => hoursOn(data, office, now.day - today + day)) : [];
        const differs = told.map((hours) => hours !== null && hours.map((span) => span.join("-")).join() !== row.dataset.spans);
        const holds = table.dataset.week === "all" || !differs[days.indexOf(today)];
        if (days.includes(today) && holds) row.setAttribute("aria-current", "date");
        else row.removeAttribute("aria-current");
        row.querySelectorAll(".but").forEach((note) => note.remove());
        if (table.dataset.week === "some") continue;
        days.forEach((day, number) => differs[number] && row.lastElementChild.append(
          make("span", { className: "but", textContent: words.but(date(now.day - today + day, language), spoken(told[number], language)) })));
      }
    }
  }

  function card(office, far) {
    const link = make("a", { className: "card-name", href: `${root}${words.office}${office.id}.html` },
      make("span", { lang: "sv", textContent: words.prefix + office.name }));
    const where = [office.street, office.town].filter(Boolean).join(", ");
    const parts = [link];
    if (office.status !== "open") parts.push(make("span", { className: `tag ${office.status}`, textContent: words.status[office.status] }));
    const distance = far === undefined ? "" : ` · ${far < 1 ? words.close : `${far.toFixed(far < 10 ? 1 : 0).replace(".", language === "sv" ? "," : ".")} km`}`;
    parts.push(make("span", { className: "card-where", textContent: where + distance }));
    if (office.status === "open") {
      const now = make("span", { className: "now" });
      now.dataset.office = office.id;
      parts.push(now);
    }
    return make("li", { className: "card" }, ...parts);
  }

  const field = document.getElementById("sok");
  const answer = document.getElementById("svar");
  const list = document.getElementById("traffar");
  const refresh = async () => {
    const now = inStockholm(new Date());
    mark(null, now);
    if (!document.querySelector("[data-office]")) return;
    const data = await load("offices");
    mark(data, now);
    tell(data, now);
  };
  const show = (text, cards) => {
    answer.textContent = text;
    list.replaceChildren(...cards);
    list.hidden = !cards.length;
    refresh();
  };
  const near = (data, at, name) => show(`${words.nearest(name)} (${words.straight})`,
    nearest(data, at).map(([office, far]) => card(office, far)));

  async function look() {
    const text = field.value.trim();
    if (!text) return show("", []);
    const data = await load("offices");
    const code = text.replace(/^se?[- ]/i, "").replace(/\s/g, "");
    if (/^[0-9]{5}$/.test(code)) {
      const found = town(await load("postcodes"), Number(code));
      if (field.value.trim() !== text) return;
      return found ? near(data, found.slice(1), `${code.slice(0, 3)} ${code.slice(3)} ${found[0]}`) : show(words.unknownCode, []);
    }
    if (/^[0-9\s]+$/.test(text)) return show("", []);
    const found = search(data, text);
    if (field.value.trim() !== text) return;
    if (found.length) return show(words.found(found.length, SHOWN), found.slice(0, SHOWN).map((office) => card(office)));
    const wanted = folded(text).replace(/ (kommun|stad|municipality)$/, "");
    const there = data.places.find((one) => folded(one[1]) === wanted) ?? data.places.find((one) => wanted.length > 1 && folded(one[1]).startsWith(wanted));
    const other = data.towns.find((one) => folded(one[0]) === wanted) ?? data.towns.find((one) => wanted.length > 1 && folded(one[0]).startsWith(wanted));
    if (there) return near(data, there.slice(2), there[1]);
    if (other) return near(data, other.slice(1), other[0]);
    return show(words.none, []);
  }

  if (field) {
    field.addEventListener("input", look);
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      look();
    });
    const here = document.getElementById("har");
    here.hidden = !navigator.geolocation;
    here.addEventListener("click", () => navigator.geolocation.getCurrentPosition(
      async ({ coords }) => near(await load("offices"), [coords.latitude * 1000, coords.longitude * 1000], words.me),
      () => show(words.refused, []),
      { maximumAge: 600000, timeout: 10000 },
    ));
    const asked = new URLSearchParams(location.search).get("q");
    if (asked && !field.value) field.value = asked;
    if (field.value) look();
  }
  refresh();
  setInterval(refresh, 60000);
}

if (typeof document !== "undefined") start(document);
