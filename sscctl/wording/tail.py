"""What comes right after a statement and is for that alone: `10–16 (lunchstängt 12–13)`, `10–14 udda veckor`."""

from __future__ import annotations

from sscctl.domain.hours import WEEKDAYS, Weeks
from sscctl.text import Text
from sscctl.wording.clauses import Scope, Who
from sscctl.wording.cursor import Cursor
from sscctl.wording.draft import Draft
from sscctl.wording.phrases import Every, is_cut, read_cut, starts_days, still_lacking
from sscctl.wording.qualifiers import BROKEN, object_to_no_start, read_qualifier, read_start, starts_qualifier
from sscctl.wording.tokens import Kind


def read_tail(cursor: Cursor, draft: Draft, start: int, who: Who, every: Every | None) -> None:
    """Read it for the clauses from number `start` on, which were said of `who`; say what is still missing then.

    `every` are weeks that lack the date they are counted from; it may come now.
    """
    while (
        _is_tail(cursor, 0)
        or (cursor.kind() is Kind.OPEN and _is_tail(cursor, 1))
        or (every and cursor.kind() is Kind.COMMA and cursor.kind(1) in (Kind.WEEKS, Kind.FROM))
    ):
        in_brackets = cursor.took(Kind.OPEN)
        cursor.took(Kind.COMMA)
        first = cursor.see()
        if every and (since := read_start(cursor)):
            draft.limit(start, Scope(Weeks(every=every[0], start=since)), first)
            every = None
        elif is_cut(cursor):
            spans = read_cut(cursor)
            draft.cut(spans, first, 0 if _took_every_day(cursor) else start)
        elif cursor.took(Kind.OF_MONTH):
            _place(cursor, who)
        else:
            scope = read_qualifier(cursor)
            every = still_lacking(every, scope)
            draft.limit(start, scope, first)
            if starts_days(cursor) and not in_brackets:
                message = Text("gäller det dagen före eller efter?", "is that for the day before or after it?")
                cursor.object(first, message, Text("sätt ut ett komma", "put a comma"), cursor.last)
        if in_brackets:
            cursor.took(Kind.SHUT)
    if every or who.unplaced:
        draft.limit(start, BROKEN, cursor.last)
    if every:
        object_to_no_start(cursor, *every[1:])
    if who.unplaced:
        cursor.object(
            who.unplaced,
            Text("räknat från vad? Skriv i månaden om det är så", "counted from what? Write of the month if so"),
            _OF_THE_MONTH,
        )


_OF_THE_MONTH = Text("första måndagen i månaden", "first Monday of the month")


def _place(cursor: Cursor, who: Who) -> None:
    """Take `i månaden` for what the ordinal before it counts in."""
    if who.unplaced is None:
        cursor.object(cursor.last, Text("vilken i månaden?", "which one of the month?"), _OF_THE_MONTH)
    who.unplaced = None


def _took_every_day(cursor: Cursor) -> bool:
    """Take the words that let a break hold on all days that were told: `lunchstängt 12–13 alla dagar`."""
    is_end = cursor.kind(1) in (None, Kind.SHUT, Kind.STOP, Kind.LINE, Kind.COMMA)
    return is_end and cursor.see().meaning.days == WEEKDAYS and cursor.took(Kind.DAYS)


def _is_tail(cursor: Cursor, ahead: int) -> bool:
    return (
        starts_qualifier(cursor, ahead)
        or is_cut(cursor, ahead)
        or (cursor.kind(ahead) is Kind.OF_MONTH and cursor.kind(ahead + 1) is not Kind.ORDINAL)
    )
