"""Domain values as JSON's own: what is unknown is left out, dates keep the precision of their source."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.text import Text

Json: TypeAlias = str | int | float | bool | list["Json"] | dict[str, "Json"] | None
Record: TypeAlias = dict[str, Json]

_PRECISIONS = {4: "year", 7: "month", 10: "day"}


def known(**fields: Json) -> Record:
    """The fields that are known, in the order given; a trailing underscore makes a name of a Python word."""
    return {name.rstrip("_"): value for name, value in fields.items() if value is not None}


def texts(values: Iterable[str]) -> list[Json] | None:
    """The texts as a list; `None` where there are none."""
    return [str(value) for value in values] or None


def both(text: Text | None) -> Record | None:
    """The words in both languages."""
    return {"sv": text.sv, "en": text.en} if text else None


def name_in(sv: str, en: str | None) -> Record:
    """A name whose English form no source may have."""
    return known(sv=sv, en=en)


def day(value: date | None) -> str | None:
    """A civil date as ISO 8601 writes it."""
    return value.isoformat() if value else None


def partial(value: PartialDate | None) -> Record | None:
    """A date as precise as its source: how it was put, how precise that is, and the days it may be.

    `earliest` is missing where a source only says that something had happened by `latest`.
    """
    if value is None:
        return None
    if "/" in value.text:
        precision = "interval" if value.has_start else "no_later_than"
    else:
        precision = _PRECISIONS[len(value.text)]
    earliest = value.first.isoformat() if value.has_start else None
    return known(value=value.text, precision=precision, earliest=earliest, latest=value.last.isoformat())


def span(since: PartialDate | None, period: Period) -> Record:
    """The two ends of a period, both days included; an end that is open or unknown is left out."""
    start = since or (PartialDate.on(period.start) if period.start else None)
    last = PartialDate.on(period.last) if period.last else None
    return known(validFrom=partial(start), validThrough=partial(last))


def dumps(value: Json) -> str:
    """The value on one line; `ValueError` for a number that JSON has not got (RFC 8259, 6)."""
    return _ENCODER.encode(value)


def page(fields: Record) -> bytes:
    """A whole file: each field, and each item of a list, on a line of its own, for readers, `grep` and `diff`."""
    return f"{_broken(fields, depth=2)}\n".encode()


def _broken(value: Json, depth: int) -> str:
    if depth and isinstance(value, dict) and value:
        fields = ",\n".join(f"{dumps(name)}: {_broken(field, depth - 1)}" for name, field in value.items())
        return f"{{\n{fields}\n}}"
    if depth and isinstance(value, list) and value and isinstance(value[0], dict):
        items = ",\n".join(map(dumps, value))
        return f"[\n{items}\n]"
    return dumps(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
