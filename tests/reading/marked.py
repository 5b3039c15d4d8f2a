"""Sources with a sign where a fault is expected, so that a table of examples shows the place itself."""

from __future__ import annotations

from sscctl.domain.finding import Fault
from sscctl.reading.yaml12 import parse

SIGN = "▶"


def unmarked(source: str) -> tuple[bytes, list[tuple[int, int]]]:
    """The bytes without the signs, and the line and column of each sign, from 1."""
    places = []
    text = ""
    for number, piece in enumerate(source.split(SIGN)):
        if number:
            before = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
            places.append((before.count("\n") + 1, len(before) - before.rfind("\n")))
        text += piece
    return text.encode(), places


def placed(faults: tuple[Fault, ...]) -> list[tuple[str, int | None, int | None]]:
    """What is expected of faults in most tables: code, line and column."""
    return [(fault.code, fault.line, fault.column) for fault in faults]


def expect(source: str, *codes: str) -> None:
    """Demand one fault for each sign, with these codes in turn, and no other."""
    data, places = unmarked(source)
    assert len(places) == len(codes), "as many signs as codes"
    expected = [(code, *place) for code, place in zip(codes, places, strict=True)]
    assert placed(parse(data).faults) == expected
