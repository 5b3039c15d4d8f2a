"""Days with the weeks beside them, and breaks: `varannan onsdag från 2026-01-07`, `stängt för lunch 12–13`."""

from __future__ import annotations

from sscctl.domain.hours import Spans, Weeks
from sscctl.text import Text
from sscctl.wording.clauses import Scope, Who
from sscctl.wording.cursor import Cursor
from sscctl.wording.days import STARTS_DAYS, read_days
from sscctl.wording.qualifiers import read_number, read_qualifier, read_start, starts_qualifier, tells_parity
from sscctl.wording.times import SAID, STARTS_HOURS, read_hours
from sscctl.wording.tokens import Kind, Token

Every = tuple[int, Token, Token]
"""Every so many weeks, counted from a date that has not been told yet, and from where to where it says so."""


def starts_days(cursor: Cursor) -> bool:
    """Whether days are named here."""
    match cursor.kind():
        case Kind.EVERY:
            return cursor.kind(1) is Kind.DAYS
        case Kind.EACH:
            return cursor.kind(1) in (Kind.ORDINAL, Kind.CLOCK) and cursor.kind(2) is Kind.DAYS
        case Kind.OF_MONTH:
            return cursor.kind(1) is Kind.ORDINAL
        case kind:
            return kind in STARTS_DAYS


def read_who(cursor: Cursor, *, adjacent: bool) -> tuple[Who, Scope, Every | None]:
    """Read days with the weeks that stand right beside them; every n-th may still lack the date it counts from."""
    of_month = cursor.took(Kind.OF_MONTH)
    every: Every | None = None
    is_broken = False
    if cursor.kind() is Kind.EVERY or (cursor.kind() is Kind.EACH and cursor.kind(3) is not Kind.OF_MONTH):
        first = cursor.see()
        number = read_number(cursor)
        every = (number, first, cursor.last) if number else None
        is_broken = number is None
    cursor.took(Kind.EACH)
    who = read_days(cursor, of_month=of_month, adjacent=adjacent)
    who.broken |= is_broken
    if every and (start := read_start(cursor)):
        return who, Scope(Weeks(every=every[0], start=start)), None
    if adjacent and cursor.kind() is Kind.COMMA and cursor.kind(1) is Kind.WEEKS and _is_said(cursor, 2):
        cursor.take()
    scope = read_scope(cursor)
    return who, scope, still_lacking(every, scope)


def still_lacking(every: Every | None, scope: Scope) -> Every | None:
    """`every` if its date is still to come; odd or even weeks told beside "varannan" say as much."""
    return None if every and every[0] == 2 and tells_parity(scope) else every


def _is_said(cursor: Cursor, ahead: int) -> bool:
    """Whether hours follow there: "onsdag, udda veckor, 10–14" speaks of one day."""
    return cursor.kind(ahead + (cursor.kind(ahead) in (Kind.COLON, Kind.COMMA))) in SAID


def read_scope(cursor: Cursor) -> Scope:
    """Read weeks told here, in brackets too; no limit where something else stands here."""
    if starts_qualifier(cursor):
        return read_qualifier(cursor)
    if cursor.kind() is Kind.OPEN and cursor.kind(1) is Kind.WEEKS and cursor.kind(2) is Kind.SHUT:
        cursor.take()
        scope = read_qualifier(cursor)
        cursor.take()
        return scope
    return Scope()


def is_cut(cursor: Cursor, ahead: int = 0) -> bool:
    """Whether a break is told here: `lunch 12–13`, `stängt 12–13`, `stängt för lunch`."""
    kind, following = cursor.kind(ahead), cursor.kind(ahead + 1)
    return kind is Kind.LUNCH or (kind is Kind.CLOSED and (following in STARTS_HOURS or following is Kind.LUNCH))


def read_cut(cursor: Cursor) -> Spans:
    """Read a break; without its times it is a problem, and no break."""
    first = cursor.take()
    cursor.took(Kind.LUNCH, Kind.CLOSED)
    cursor.took(Kind.COLON)
    if cursor.kind() not in STARTS_HOURS:
        cursor.object(first, Text("vilka tider?", "at which times?"), Text("12.00–13.00", "12:00–13:00"), cursor.last)
        return ()
    spans = read_hours(cursor)
    cursor.took(Kind.LUNCH)
    return spans
