"""Phrases that tell hours: `10–12 och 13–16`, `mellan 10 och 16`, `10am to 4pm`, `dygnet runt`."""

from __future__ import annotations

from dataclasses import replace

from sscctl.domain.clocktime import MINUTES_A_DAY, TimeSpan
from sscctl.domain.hours import Spans
from sscctl.text import Text
from sscctl.wording.cursor import Cursor
from sscctl.wording.faces import NO_SUCH_TIME, end_of, read_span, read_span_within
from sscctl.wording.tokens import Face, Kind, Refusal, Token

STARTS_HOURS = frozenset({Kind.CLOCK, Kind.BETWEEN, Kind.ROUND, Kind.PART})
SAID = STARTS_HOURS | {Kind.CLOSED, Kind.LUNCH}
"""What can be said of days: hours, closed, a break."""

_JOINS = (Kind.COMMA, Kind.AND, Kind.ALSO)

BOTH_NEEDED = Text(
    "här behövs både när det öppnar och när det stänger", "both the opening and the closing time are needed"
)

ALL_DAY = TimeSpan(0, MINUTES_A_DAY)


def read_hours(cursor: Cursor) -> Spans:
    """Read the spans told here, sorted; one that cannot be read is a problem and left out.

    hours = span {["," | "och"] span}
    span  = ["förmiddag" [":"]] ["mellan"] clock ("–" | "till" | "och") clock | "dygnet runt"
    """
    first = cursor.see()
    spans: list[TimeSpan] = []
    while True:
        span = _read_span(cursor)
        if span and any(span.overlaps(other) for other in spans):
            cursor.object(first, Text("tiderna går in i varandra", "the times run into one another"), last=cursor.last)
        elif span:
            spans.append(span)
        if not cursor.skipped(_JOINS, STARTS_HOURS):
            return tuple(sorted(spans))


def _read_span(cursor: Cursor) -> TimeSpan | None:
    first = cursor.see()
    if cursor.took(Kind.ROUND):
        return ALL_DAY
    half = _read_part(cursor)
    between = cursor.took(Kind.BETWEEN)
    start = _read_face(cursor)
    joined = cursor.kind() is Kind.TO or (between and cursor.kind() is Kind.AND)
    if start is None or not joined or cursor.kind(1) is not Kind.CLOCK:
        _object_to_half(cursor, first)
        return None
    cursor.take()
    end = _read_face(cursor)
    if end is None:
        return None
    last = cursor.last
    if _is_open_ended(cursor, last):
        cursor.refuse(first, Refusal(Text("slutet är öppet", "the end is left open")), cursor.take())
        return None
    read = read_span(start, end) if half is None else read_span_within(half, start, end)
    if isinstance(read, Refusal):
        cursor.refuse(first, read, last)
        return None
    return read


def _read_part(cursor: Cursor) -> str | None:
    """Read the part of the day that its hours follow: `am` for the morning, `pm` for the afternoon or evening."""
    face = cursor.take().meaning.face if cursor.kind() is Kind.PART else None
    if face:
        cursor.took(Kind.COLON)
    return face.half if face else None


def _read_face(cursor: Cursor) -> Face | None:
    if cursor.kind() is not Kind.CLOCK:
        return None
    face = cursor.take().meaning.face
    if face and cursor.kind() is Kind.HALF and face.half is None:
        half = cursor.take().meaning.face
        return replace(face, half=half.half if half else None)
    return face


def _is_open_ended(cursor: Cursor, last: Token) -> bool:
    """OpenStreetMap's `10:00-16:00+`."""
    return cursor.see().text == "+" and cursor.see().start == last.end and cursor.kind(1) is not Kind.CLOCK


def read_end_alone(cursor: Cursor) -> Spans:
    """Read `till 18`, which tells no more than when it closes: from midnight on until then, by the 24-hour clock."""
    first = cursor.take()
    face = _read_face(cursor)
    end = end_of(face) if face else None
    if end is None:
        cursor.object(first, NO_SUCH_TIME, last=cursor.last)
        return ()
    return (TimeSpan(0, end),)


def _object_to_half(cursor: Cursor, first: Token) -> None:
    """Say of a lone clock that both ends are needed; a dash or plus without an end belongs to it."""
    last = cursor.take() if cursor.kind() is Kind.TO or _is_open_ended(cursor, cursor.last) else cursor.last
    cursor.object(first, BOTH_NEEDED, Text("10.00–16.00", "10:00–16:00"), last)
