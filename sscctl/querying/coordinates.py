"""A point on Earth as people write it and as maps give it: `59.33,18.07`, `59,33 18,07`, `59°20′N 18°4′Ö`."""

from __future__ import annotations

import re

from sscctl.domain.place import Point
from sscctl.errors import WrongUsage
from sscctl.text import Text

_NUMBER = r"([-+]?[0-9]{1,3}(?:%s[0-9]+)?)"
_PLAIN = tuple(
    re.compile(rf"{_NUMBER % point}{between}{_NUMBER % point}")
    for point, between in ((r"\.", " ?[,;] ?"), ("[.,]", " ?; ?"), ("[.,]", ",? "))
)
_ANGLE = (
    "([0-9]{1,3}(?:[.,][0-9]+)?)(?: ?°)?"
    "(?: ?([0-9]{1,2}(?:[.,][0-9]+)?) ?['′’])?(?: ?([0-9]{1,2}(?:[.,][0-9]+)?) ?[\"″”])?"
)
_LETTER, _BETWEEN = "([NSEÖOWV])", "(?: ?[,;] ?| ?)"
_LETTERS_LAST = re.compile(f"{_ANGLE} ?{_LETTER}{_BETWEEN}{_ANGLE} ?{_LETTER}", re.IGNORECASE)
_LETTERS_FIRST = re.compile(f"{_LETTER} ?{_ANGLE}{_BETWEEN}{_LETTER} ?{_ANGLE}", re.IGNORECASE)
_DEGREES = re.compile(f"{_ANGLE}{_BETWEEN}{_ANGLE}")
_AROUND = re.compile(r"(?:geo: ?)?\(?([^()]*)\)?", re.IGNORECASE)

_NORTH_SOUTH, _EAST_WEST = "NS", "EÖOWV"
"""Öst and väst in Swedish; the weather service has O for east."""


def coordinates(text: str) -> Point | None:
    """Read latitude and longitude, in that order where no letters say otherwise; `None` for what is no such pair.

    A decimal comma is understood where a semicolon, a blank or a letter parts the two. `text` has single blanks at
    most. WrongUsage is raised for what is nowhere on Earth.
    """
    around = _AROUND.fullmatch(text)
    inside = around[1].strip() if around else text
    pair = _plain(inside) or _marked(inside)
    if pair is None:
        return None
    latitude, longitude = pair
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise WrongUsage(
            Text(f"{text} ligger ingenstans på jorden", f"{text} is nowhere on Earth"),
            Text("skriv latitud och longitud som 59.33,18.07", "write latitude and longitude as 59.33,18.07"),
        )
    return Point(latitude, longitude)


def _plain(text: str) -> tuple[float, float] | None:
    match = next((match for pattern in _PLAIN if (match := pattern.fullmatch(text))), None)
    return (_number(match[1]), _number(match[2])) if match else None


def _marked(text: str) -> tuple[float, float] | None:
    """Two angles with letters for their directions, or with the sign for degrees."""
    if match := _LETTERS_LAST.fullmatch(text):
        first, second = match.groups()[:4], match.groups()[4:]
    elif match := _LETTERS_FIRST.fullmatch(text):
        first, second = (*match.groups()[1:4], match[1]), (*match.groups()[5:], match[5])
    elif "°" in text and (match := _DEGREES.fullmatch(text)):
        first, second = (*match.groups()[:3], "N"), (*match.groups()[3:], "E")
    else:
        return None
    ways = [(way or "").upper() for *_, way in (first, second)]
    if ways[0] in _EAST_WEST:
        first, second, ways = second, first, ways[::-1]
    is_pair = ways[0] in _NORTH_SOUTH and ways[1] in _EAST_WEST
    return (_degrees(*first), _degrees(*second)) if is_pair else None


def _degrees(degrees: str | None, minutes: str | None, seconds: str | None, way: str | None) -> float:
    size = sum(_number(part or "0") / unit for part, unit in ((degrees, 1), (minutes, 60), (seconds, 3600)))
    return -size if (way or "").upper() in ("S", "W", "V") else size


def _number(text: str) -> float:
    return float(text.replace(",", "."))
