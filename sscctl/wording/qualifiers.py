"""Phrases that tell in which weeks, or from when until when: `udda veckor`, `varannan vecka från 2026-01-07`."""

from __future__ import annotations

from datetime import date

from sscctl.domain.hours import Weeks
from sscctl.domain.period import Period
from sscctl.text import Text
from sscctl.wording.clauses import Scope
from sscctl.wording.cursor import Cursor
from sscctl.wording.tokens import Kind, Token

BROKEN = Scope(broken=True)

_ODD_OR_EVEN = Text("udda veckor eller jämna veckor", "odd weeks or even weeks")


_DATES = (Kind.DATE, Kind.DAY_OF_YEAR)


def starts_qualifier(cursor: Cursor, ahead: int = 0) -> bool:
    """Whether weeks or dates are told here, or so many tokens ahead, other than of one weekday ("varannan onsdag")."""
    following = cursor.kind(ahead + 1)
    match cursor.kind(ahead):
        case Kind.EVERY:
            return following is not Kind.DAYS
        case Kind.EACH:
            return following in (Kind.ORDINAL, Kind.CLOCK) and cursor.kind(ahead + 2) is Kind.WEEK
        case Kind.TO:
            return following in _DATES
        case kind:
            return kind in (Kind.WEEKS, Kind.WEEK, Kind.FROM, *_DATES)


def read_qualifier(cursor: Cursor) -> Scope:
    """Read weeks and dates, as many as stand here; with one that cannot be read the scope is broken.

    qualifier = "udda veckor" | ("varannan" | "var tredje") "vecka" "från" date | ["från"] date ["–" date] | "till" date
    """
    scope = Scope()
    while starts_qualifier(cursor):
        first = cursor.see()
        match first.kind:
            case Kind.WEEKS:
                found = Scope(weeks=cursor.take().meaning.weeks)
            case Kind.EVERY | Kind.EACH:
                found = _read_every(cursor)
            case Kind.WEEK:
                found = _object_to_week_numbers(cursor)
            case _:
                found = _read_period(cursor)
        met = joined(scope, found)
        if met is None:
            cursor.object(first, Text("säger emot det som står före", "contradicts what stands before"))
        scope = met or BROKEN
        if cursor.kind() is Kind.COMMA and starts_qualifier(cursor, 1):
            tells_weeks = cursor.kind(1) in (Kind.WEEKS, Kind.EVERY, Kind.EACH)
            if tells_weeks == (scope.weeks is not None):
                break
            cursor.take()
    return scope


def read_number(cursor: Cursor) -> int | None:
    """Read `varannan`, `var tredje`, `var 3:e`, `every 3`: the number, or `None` for a problem."""
    first = cursor.take()
    if first.kind is Kind.EACH:
        cursor.take()
    meaning = cursor.last.meaning
    bare = meaning.face.hour if meaning.face and meaning.face.minute is None else 0
    number = meaning.numbers[0] if meaning.numbers else bare
    if not 2 <= number <= 53:
        cursor.object(first, Text("inget antal veckor", "no number of weeks"), _ODD_OR_EVEN, cursor.last)
        return None
    return number


def read_start(cursor: Cursor) -> date | None:
    """Read `från 2026-01-07`, in brackets too, where weeks are counted from; `None` where it does not stand here."""
    ahead = 1 if cursor.kind() is Kind.OPEN else 0
    if cursor.kind(ahead) is Kind.FROM:
        ahead += 1
    if cursor.kind(ahead) is not Kind.DATE or cursor.kind(ahead + 1) is Kind.TO:
        return None
    in_brackets = cursor.took(Kind.OPEN)
    cursor.took(Kind.FROM)
    found = cursor.take().meaning.date
    if in_brackets:
        cursor.took(Kind.SHUT)
    return found


def object_to_no_start(cursor: Cursor, first: Token, last: Token | None = None) -> None:
    """Say that every other week is not enough."""
    cursor.object(
        first,
        Text(
            "från vilken vecka räknat? Skriv udda eller jämna veckor, eller ett datum att räkna från",
            "counted from which week? Write odd or even weeks, or a date to count from",
        ),
        _ODD_OR_EVEN,
        last,
    )


def _read_every(cursor: Cursor) -> Scope:
    first = cursor.see()
    number = read_number(cursor)
    cursor.took(Kind.WEEK)
    last = cursor.last
    start = read_start(cursor)
    if number is None:
        return BROKEN
    if start is None and number == 2 and (parity := _read_parity(cursor)):
        return parity
    if start is None:
        object_to_no_start(cursor, first, last)
        return BROKEN
    return Scope(Weeks(every=number, start=start))


def tells_parity(scope: Scope) -> bool:
    """Whether it says odd or even weeks: of "varannan vecka" nothing is missing then."""
    return scope.weeks is not None and scope.weeks.parity is not None


def _read_parity(cursor: Cursor) -> Scope | None:
    """Read odd or even weeks right after "varannan vecka", in brackets or after a comma too."""
    ahead = 1 if cursor.kind() in (Kind.OPEN, Kind.COMMA) else 0
    found = Scope(weeks=cursor.see(ahead).meaning.weeks)
    if not tells_parity(found):
        return None
    in_brackets = cursor.take().kind is Kind.OPEN if ahead else False
    cursor.take()
    if in_brackets:
        cursor.took(Kind.SHUT)
    return found


def _read_period(cursor: Cursor) -> Scope:
    first = cursor.see()
    is_from = cursor.took(Kind.FROM)
    start = None if cursor.kind() is Kind.TO else cursor.take()
    end = cursor.take() if cursor.kind(1) in _DATES and cursor.took(Kind.TO) else None
    given = [token for token in (start, end) if token]
    if end is None and not is_from:
        cursor.object(
            first,
            Text("en enda dag är ingen period", "a single day is no period"),
            Text("ange dagen som en avvikelse", "give the day as a deviation"),
        )
        return BROKEN
    if any(token.kind is not Kind.DATE for token in given):
        cursor.object(
            first,
            Text(
                "vilket år? Skriv första och sista dag med årtal", "which year? Write the first and last day with years"
            ),
            Text("2026-06-15–2026-08-15", "2026-06-15–2026-08-15"),
            cursor.last,
        )
        return BROKEN
    period = Period.through(start.meaning.date if start else None, end.meaning.date if end else None)
    if period.is_empty:
        cursor.object(first, Text("slutar innan den börjar", "ends before it begins"), last=cursor.last)
        return BROKEN
    return Scope(period=period)


def _object_to_week_numbers(cursor: Cursor) -> Scope:
    first = cursor.take()
    while cursor.skipped((Kind.COMMA, Kind.AND), (Kind.CLOCK, Kind.TO)):
        cursor.take()
    cursor.object(
        first,
        Text("veckor efter nummer är dagar i ett visst år", "weeks by number are days of a certain year"),
        Text(
            "skriv första och sista dag: 2026-06-29–2026-08-09", "write the first and last day: 2026-06-29–2026-08-09"
        ),
        cursor.last,
    )
    return BROKEN


def joined(outer: Scope, inner: Scope) -> Scope | None:
    """What holds in both scopes; `None` where they name different weeks or no common day."""
    if outer.weeks and inner.weeks and outer.weeks != inner.weeks:
        return None
    period = outer.period.meet(inner.period)
    return None if period.is_empty else Scope(outer.weeks or inner.weeks, period, outer.broken or inner.broken)
