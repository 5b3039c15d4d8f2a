"""Phrases that name days: `mån–tors`, `vardagar utom onsdagar`, `första och tredje måndagen i månaden`, `Mo[1],We`."""

from __future__ import annotations

from sscctl.domain.hours import WEEKDAYS, Weekday, Weeks
from sscctl.text import Text
from sscctl.wording.clauses import Who
from sscctl.wording.cursor import Cursor
from sscctl.wording.scan import DAYLIKE
from sscctl.wording.times import SAID
from sscctl.wording.tokens import Kind, Token

STARTS_DAYS = DAYLIKE | {Kind.ORDINAL}
_JOINS = (Kind.COMMA, Kind.AND)


def read_days(cursor: Cursor, *, of_month: bool = False, adjacent: bool = True) -> Who:
    """Read the days named here, as many as are joined to one another.

        days  = group {("," | "och") group} ["utom" group {("," | "och") group}] ["i månaden"]
        group = ["endast"] ["helgfria"] [ordinal {"," ordinal}] (day ["–" day] | "övriga dagar" | "helgdagar") ["[1,3]"]

    `adjacent` lets days follow without a comma between, as they do before their hours. `of_month` tells that the text
    has said already that ordinals count within the month.
    """
    who, first = Who(), cursor.see()
    ordinals = _read_groups(cursor, who, adjacent=adjacent)
    if cursor.kind() is Kind.NOT or (cursor.kind(1) is Kind.NOT and cursor.kind() in (Kind.COMMA, Kind.OPEN)):
        _read_exception(cursor, who)
    if _names_a_day_twice(who):
        cursor.object(first, Text("samma dag nämns två gånger", "names a day twice"), last=cursor.last)
        who.broken = True
    if ordinals and not of_month and not cursor.took(Kind.OF_MONTH):
        who.unplaced = ordinals
    return who


def _names_a_day_twice(who: Who) -> bool:
    """Whether two groups share a day in the same weeks: `alla dagar ons` is no list of days."""
    named = [(day, weeks) for days, weeks in who.groups for day in days]
    return len(set(named)) < len(named)


def _read_groups(cursor: Cursor, who: Who, *, adjacent: bool) -> Token | None:
    """Read group after group; return the first ordinal among them."""
    ordinals: Token | None = None
    numbers: tuple[int, ...] = ()
    while True:
        own, first = _read_ordinals(cursor, who)
        numbers, ordinals = own or numbers, ordinals or first
        if own and cursor.kind() is Kind.WEEK:
            _object_to_weeks_of_month(cursor, who, first or cursor.last)
            return None
        _read_group(cursor, who, Weeks(nth=numbers) if numbers else None)
        if cursor.kind() is Kind.ONLY and cursor.kind(1) not in STARTS_DAYS:
            cursor.take()
            who.only = True
        if not adjacent and len(who.groups) == 1 and _hours_follow_comma(cursor):
            return ordinals
        if not cursor.skipped(_JOINS, STARTS_DAYS) or (cursor.last.kind not in _JOINS and not adjacent):
            return ordinals


def _hours_follow_comma(cursor: Cursor) -> bool:
    """Whether what comes after the comma is a day with its own hours: "stängt onsdagar, torsdagar 10–12"."""
    if cursor.kind() is not Kind.COMMA or cursor.kind(1) is not Kind.DAYS:
        return False
    ahead = 4 if cursor.kind(2) is Kind.TO and cursor.kind(3) is Kind.DAYS else 2
    return cursor.kind(ahead + (cursor.kind(ahead) is Kind.COLON)) in SAID


def _read_ordinals(cursor: Cursor, who: Who) -> tuple[tuple[int, ...], Token | None]:
    numbers: set[int] = set()
    first: Token | None = None
    while cursor.kind() is Kind.ORDINAL:
        token = cursor.take()
        if token.meaning.refusal:
            cursor.refuse(token, token.meaning.refusal)
            who.broken = True
        first = first or token
        numbers.update(token.meaning.numbers)
        cursor.skipped(_JOINS, (Kind.ORDINAL,))
    if first and not numbers <= {1, 2, 3, 4, 5}:
        cursor.object(first, Text("en månad har högst fem sådana", "a month has five of them at most"))
        who.broken = True
    return tuple(sorted(numbers)), first


def _object_to_weeks_of_month(cursor: Cursor, who: Who, first: Token) -> None:
    """`första veckan i månaden` is the first full one to some, and that with the first day to others."""
    cursor.take()
    cursor.took(Kind.OF_MONTH)
    message = Text(
        "veckorna i en månad kan räknas på flera sätt", "the weeks of a month can be counted in several ways"
    )
    cursor.object(first, message, Text("första måndagen i månaden", "first Monday of the month"), cursor.last)
    who.broken = True


def _read_group(cursor: Cursor, who: Who, weeks: Weeks | None) -> None:
    if cursor.took(Kind.ONLY):
        who.only = True
    if cursor.took(Kind.HOLIDAY_FREE):
        who.holiday_free = True
    match cursor.kind():
        case Kind.HOLIDAYS:
            who.holidays = cursor.take()
        case Kind.REST:
            who.rest = cursor.take()
            who.groups.append((who.rest.meaning.days, weeks))
        case Kind.DAYS:
            days = _read_range(cursor, who)
            if cursor.kind() is Kind.NTH:
                nth = cursor.take()
                weeks = Weeks(nth=nth.meaning.numbers)
                if nth.meaning.refusal:
                    cursor.refuse(nth, nth.meaning.refusal)
                    who.broken = True
            who.groups.append((days, weeks))
        case _:
            cursor.object(cursor.last, Text("här saknas dagen", "the day is missing here"), Text("måndagar", "Mondays"))


def _read_range(cursor: Cursor, who: Who) -> tuple[Weekday, ...]:
    first = cursor.take()
    if cursor.kind() is not Kind.TO or cursor.kind(1) is not Kind.DAYS:
        return first.meaning.days
    cursor.take()
    last = cursor.take()
    if len(first.meaning.days) > 1 or len(last.meaning.days) > 1 or first.meaning.days == last.meaning.days:
        cursor.object(
            first,
            Text("går inte från en veckodag till en annan", "does not go from one weekday to another"),
            Text("måndag–fredag", "Monday–Friday"),
            last,
        )
        who.broken = True
        return ()
    start = WEEKDAYS.index(first.meaning.days[0])
    count = (WEEKDAYS.index(last.meaning.days[0]) - start) % 7 + 1
    return tuple(WEEKDAYS[(start + number) % 7] for number in range(count))


def _read_exception(cursor: Cursor, who: Who) -> None:
    """Read `utom onsdagar`, in brackets or after a comma too; `utom helgdagar` is noted."""
    in_brackets = cursor.took(Kind.OPEN)
    cursor.took(Kind.COMMA)
    first = cursor.take()
    if cursor.kind() not in DAYLIKE:
        cursor.object(first, Text("utom vad?", "except what?"), Text("utom onsdagar", "except Wednesdays"))
        return
    excepted = Who()
    _read_groups(cursor, excepted, adjacent=False)
    who.broken |= excepted.broken
    who.holiday_free |= excepted.holidays is not None
    who.without = excepted.days
    if not set(who.without) < set(who.days):
        message = Text("undantaget hör inte till dagarna", "the exception is not among the days")
        cursor.object(first, message, last=cursor.last)
        who.broken = True
    who.groups = [(tuple(day for day in days if day not in who.without), weeks) for days, weeks in who.groups]
    if in_brackets:
        cursor.took(Kind.SHUT)
