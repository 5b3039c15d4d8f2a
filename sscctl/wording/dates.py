"""Dates as people write them: with a year they are dates, without one only days of some year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sscctl.wording.lexemes import Lexeme
from sscctl.wording.refusals import NO_SUCH_DAY, NO_SUCH_YEAR
from sscctl.wording.tokens import Kind, Meaning, Token

_MONTHS = (
    "januari january jan",
    "februari february feb febr",
    "mars march mar",
    "april apr",
    "maj may",
    "juni june jun",
    "juli july jul",
    "augusti august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "december dec",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}

_YEAR = re.compile(r"(19|20)[0-9]{2}")
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|:[ae])?")


def read_date(piece: Lexeme, words: Sequence[str]) -> tuple[Meaning, int] | None:
    """The date that begins at a piece, and how many it takes: `15 juni 2026`, `June 15`, `2026 Jun 15`, `2026-06-15`.

    `words` are that piece and the two after it as they are spelled. A day that does not exist is refused.
    """
    if piece.kind == "date":
        if not _YEAR.fullmatch(piece.text[:4]):
            return Meaning(Kind.REFUSED, refusal=NO_SUCH_YEAR), 1
        return _found(piece.text[:4], int(piece.text[5:7]), piece.text[8:], 1)
    first, second, third = (*words, "", "")[:3]
    if second in _MONTH:
        if _YEAR.fullmatch(first) and (day := _DAY.fullmatch(third)):
            return _found(first, _MONTH[second], day[1], 3)
        number, month = first, _MONTH[second]
    elif first in _MONTH:
        number, month = second, _MONTH[first]
    else:
        return None
    year = third if _YEAR.fullmatch(third) else None
    day = _DAY.fullmatch(number)
    return _found(year, month, day[1], 3 if year else 2) if day else None


def _found(year: str | None, month: int, day: str, pieces: int) -> tuple[Meaning, int]:
    try:
        found = date(int(year or 2000), month, int(day))  # a leap year stands for those that are not told
    except ValueError:
        return Meaning(Kind.REFUSED, refusal=NO_SUCH_DAY), pieces
    return Meaning(Kind.DATE if year else Kind.DAY_OF_YEAR, date=found), pieces


def with_year_of(first: Token, last: Token) -> Token | None:
    """`15 juni` of `15 juni–15 augusti 2026`, in the year of the second; `None` where it would not come before it."""
    if first.kind is not Kind.DAY_OF_YEAR or not first.meaning.date or not last.meaning.date:
        return None
    try:
        found = first.meaning.date.replace(year=last.meaning.date.year)
    except ValueError:
        return None
    if found > last.meaning.date:
        return None
    return replace(first, meaning=Meaning(Kind.DATE, date=found))
