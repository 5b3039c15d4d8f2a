"""The words that are understood, Swedish, English and OpenStreetMap's, each with what it means.

Words are matched without regard to case; a phrase is words with a space between. Swedish words are understood without
their dots and rings too, where that makes no other word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from sscctl.domain.hours import WEEKDAYS, Weekday, Weeks
from sscctl.wording.lexemes import lexemes, spell
from sscctl.wording.refusals import REFUSALS, THE_LAST
from sscctl.wording.tokens import Face, Kind, Meaning

MON, TUE, WED, THU, FRI, SAT, SUN = WEEKDAYS

_DAYS: Mapping[Weekday, str] = {
    MON: "måndag måndagen måndagar måndagarna månd mån må m monday mondays mon mo",
    TUE: "tisdag tisdagen tisdagar tisdagarna tisd tis ti tuesday tuesdays tues tue tu",
    WED: "onsdag onsdagen onsdagar onsdagarna onsd ons on wednesday wednesdays weds wed we w",
    THU: "torsdag torsdagen torsdagar torsdagarna torsd tors tor to thursday thursdays thurs thur thu th",
    FRI: "fredag fredagen fredagar fredagarna fred fre fr f friday fridays fri",
    SAT: "lördag lördagen lördagar lördagarna lörd lör lö l saturday saturdays sat sa",
    SUN: "söndag söndagen söndagar söndagarna sönd sön sö sunday sundays sun su",
}

_GROUPS: Mapping[tuple[Weekday, ...], str] = {
    WEEKDAYS[:5]: """
        vardag, vardagen, vardagar, vardagarna, vard, arbetsdag, arbetsdagar, weekday, weekdays, working day,
        working days, workdays, business days, business day
    """,
    WEEKDAYS[5:]: "helg, helgen, helger, helgerna, veckoslut, weekend, weekends, the weekend",
    WEEKDAYS: """
        alla dagar, alla veckodagar, alla veckans dagar, alla dagar i veckan, veckans alla dagar, varje dag, dagligen,
        dagl, hela veckan, sju dagar i veckan, 7 dagar i veckan, veckans sju dagar, daily,
        every day, everyday, each day, all days, all week, every day of the week, seven days a week, 7 days a week
    """,
}

_REST: Mapping[tuple[Weekday, ...], str] = {
    WEEKDAYS: """
        övriga dagar, övr dagar, övr. dagar, övrig tid, övr. tid, övriga veckodagar, andra dagar, resten av veckan,
        resterande dagar, i övrigt, annars, other days, all other days, the other days, rest of the week,
        the rest of the week, otherwise
    """,
    WEEKDAYS[:5]: "övriga vardagar, övr vardagar, övr. vardagar, andra vardagar, other weekdays, all other weekdays",
}

_NUMBERS: Mapping[int, str] = {
    1: "första, first",
    2: "andra, second",
    3: "tredje, third",
    4: "fjärde, fourth",
    5: "femte, fifth",
    6: "sjätte, sixth",
}

_LAST = "sista, siste, näst sista, last, second last, last but one"

_PLAIN: Mapping[Kind, str] = {
    Kind.HOLIDAYS: """
        helgdag, helgdagar, helgdagarna, röd dag, röda dagar, allmän helgdag, allmänna helgdagar, ph, public holiday,
        public holidays, bank holiday, bank holidays, holidays, national holidays
    """,
    Kind.HOLIDAY_FREE: "helgfri, helgfria, helgfritt",
    Kind.ONLY: "endast, bara, enbart, only",
    Kind.NOT: "ej, inte, icke, utom, förutom, med undantag för, except, except for, excluding, not, but not, men inte",
    Kind.OF_MONTH: """
        i månaden, varje månad, i varje månad, per månad, månadens, månatligen, of the month, of each month,
        of every month, in the month, in each month, each month, every month, a month, monthly
    """,
    Kind.EACH: "var, varje, every, each",
    Kind.WEEK: "vecka, veckan, veckor, veckorna, week, weeks, v, vv",
    Kind.FROM: "från, från och med, fr o m, fr.o.m, fr.o.m., from, med början, since",
    Kind.ROUND: "dygnet runt, hela dygnet, round the clock, around the clock, 24 hours, 24 timmar, 24 h",
    Kind.ALWAYS: "24/7",
    Kind.BETWEEN: "mellan, between",
    Kind.CLOSED: """
        stängt, stängd, stängda, off, closed, håller stängt, har stängt, ej öppet, inte öppet, not open, är stängt,
        helt stängt, helstängt, shut
    """,
    Kind.LUNCH: """
        lunch, lunchen, lunchstängt, lunchstängning, lunchpaus, lunchrast, lunchuppehåll, lunch break, lunchbreak,
        lunchtime, lunch closing
    """,
    Kind.TO: """
        till, til, till och med, t o m, tom, t.o.m, t.o.m., t.om., t.om, fram till, through, thru, until,
        till and including, untill
    """,
    Kind.AND: "och, o, samt, and, as well as, respektive, resp",
    Kind.ALSO: "även, också, dessutom, plus, also, additionally, in addition",
    Kind.NOISE: """
        öppet, öppen, öppna, öppettid, öppettider, öppettiderna, öppethållande, öppethållning, ordinarie, normalt,
        vanligtvis, kl, klockan, tid, tider, tiden, dag, dagar, är, vi, har, håller, vårt, våra, kontor, kontoret,
        kontorets, servicekontor, servicekontoret, drop-in, drop in, dropin, besök, besöka, oss, besökstid,
        besökstider, du, ni, kan, utan bokning, utan tidsbokning, utan föranmälan, ingen bokning krävs, expeditionstid,
        expeditionstider, expeditionen, expedition, mottagning, mottagningstid, mottagningstider, receptionen, gäller,
        för, på, i, under, den, det, de, följande, alla, men, dock, hela, hela dagen, året runt, året om, välkommen,
        välkomna, varmt välkommen, varmt välkomna, hjärtligt välkommen, hjärtligt välkomna, välkommen in, välkomna in,
        till oss, hos oss, svensk tid, lokal tid, local time, för besök, besökare, open, opening, opens, hours, hour,
        time, times, office, offices, the, our, we, are, is, have, at, of, in, for, a, during, normally, regular,
        usually, ordinary, visiting, visit, visitors, service, business, all, but, however, o'clock, welcome, walk-in,
        walk-ins, walk in, without appointment, no appointment needed, no booking required, all year, all year round,
        we are, we are open, we have, we're, we open, day, days, as follows, i veckan, och framåt, onwards, hrs, h
    """,
}

_FACES: Mapping[Face, str] = {
    Face(12, 0, half="pm"): "noon, midday, 12 noon, klockan tolv på dagen",
    Face(12, 0, half="am"): "midnight, midnatt, 12 midnight",
}

_HALVES: Mapping[tuple[Kind, str], str] = {
    (Kind.HALF, "am"): "am, a.m, a.m., fm, f.m, f.m., på förmiddagen, in the morning, på morgonen",
    (Kind.HALF, "pm"): "pm, p.m, p.m., em, e.m, e.m., på eftermiddagen, in the afternoon",
    (Kind.PART, "am"): "förmiddag, förmiddagen, förmiddagar, förmiddagarna, morgon, morgnar, morning, mornings",
    (Kind.PART, "pm"): """
        eftermiddag, eftermiddagen, eftermiddagar, eftermiddagarna, kväll, kvällen, kvällar, kvällarna, afternoon,
        afternoons, evening, evenings
    """,
}

_ODD = "udda veckor, udda v, udda vecka, ojämna veckor, ojämn vecka, ojämna vecka, odd weeks, odd week"
_EVEN = "jämna veckor, jämna v, jämn vecka, jämna vecka, even weeks, even week"
_PARITIES: Mapping[int, str] = {
    1: f"{_ODD}, odd numbered weeks, odd-numbered weeks, veckor med udda nummer, week 01-53/2, week 1-53/2",
    0: f"{_EVEN}, even numbered weeks, even-numbered weeks, veckor med jämnt nummer, week 02-52/2, week 2-52/2",
}

_EVERY_WEEK = "alla veckor, varje vecka, samtliga veckor, all weeks, every week, each week"
_FORTNIGHTLY = """
    varannan, var annan, vartannan, varannan vecka, every other, every other week, alternate, alternate weeks,
    fortnightly, every fortnight
"""


@cache
def vocabulary() -> Mapping[str, Meaning]:
    """Every word and phrase with its meaning; a plain spelling gives way to a word that is spelled so."""
    exact: dict[str, Meaning] = {}
    for phrase, meaning in _entries():
        exact.setdefault(" ".join(spell(lexeme.text) for lexeme in lexemes(phrase)), meaning)
    return {**{phrase.translate(_WITHOUT_MARKS): meaning for phrase, meaning in exact.items()}, **exact}


@cache
def phrase_lengths() -> Mapping[str, tuple[int, ...]]:
    """Of how many words and signs the phrases are that begin with a word, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in vocabulary():
        words = phrase.split(" ")
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


_WITHOUT_MARKS = str.maketrans("åäöé", "aaoe")


def _entries() -> Iterator[tuple[str, Meaning]]:
    for day, words in _DAYS.items():
        yield from ((word, Meaning(Kind.DAYS, days=(day,))) for word in words.split())
    for days, phrases in _GROUPS.items():
        yield from _each(phrases, Meaning(Kind.DAYS, days=days))
    for days, phrases in _REST.items():
        yield from _each(phrases, Meaning(Kind.REST, days=days))
    for number, ordinals in _NUMBERS.items():
        yield from _each(ordinals, Meaning(Kind.ORDINAL, numbers=(number,)))
    yield from _each(_LAST, Meaning(Kind.ORDINAL, refusal=THE_LAST))
    for face, phrases in _FACES.items():
        yield from _each(phrases, Meaning(Kind.CLOCK, face=face))
    for (kind, half), phrases in _HALVES.items():
        yield from _each(phrases, Meaning(kind, face=Face(0, half=half)))
    for parity, phrases in _PARITIES.items():
        yield from _each(phrases, Meaning(Kind.WEEKS, weeks=Weeks(parity=parity)))
    yield from _each(_EVERY_WEEK, Meaning(Kind.WEEKS))
    yield from _each(_FORTNIGHTLY, Meaning(Kind.EVERY, numbers=(2,)))
    for refusal, phrases in REFUSALS.items():
        yield from _each(phrases, Meaning(Kind.REFUSED, refusal=refusal))
    for kind, phrases in _PLAIN.items():
        yield from _each(phrases, Meaning(kind))


def _each(phrases: str, meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    return ((" ".join(phrase.split()), meaning) for phrase in phrases.split(","))
