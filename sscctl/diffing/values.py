"""Documents as values: what differs between two trees when order and layout mean nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from sscctl.domain.change import Fact
from sscctl.domain.partial_date import PartialDate

Tree = Mapping[str, Fact]


class Difference(NamedTuple):
    """A field that differs; of lists, what only the one or the other holds."""

    field: str
    before: Fact
    after: Fact


def same_form(value: Fact) -> str:
    """A text that is equal for values that mean the same: neither the order of keys nor that of a list counts."""
    return json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"))


def _ordered(value: Fact) -> Fact:
    if isinstance(value, Mapping):
        return {key: _ordered(value[key]) for key in sorted(value)}
    if isinstance(value, str) or not isinstance(value, Sequence):
        return value
    return sorted((_ordered(item) for item in value), key=lambda item: json.dumps(item, ensure_ascii=False))


def differences(before: Tree, after: Tree, fields: Iterable[str] | None = None) -> Iterator[Difference]:
    """Yield the fields that differ, by name; the parts of a mapping each by itself, as `contact/web`.

    A part that is new or gone, such as a source, is one difference.
    """
    names = sorted(before.keys() | after.keys()) if fields is None else fields
    for name in names:
        yield from _of_field(name, before.get(name), after.get(name))


def _of_field(name: str, before: Fact, after: Fact) -> Iterator[Difference]:
    if same_form(before) == same_form(after):
        return
    is_whole = "/" in name and (before is None or after is None)
    if not is_whole and _is_plain(before) and _is_plain(after):
        old, new = before or {}, after or {}
        if isinstance(old, Mapping) and isinstance(new, Mapping) and not _is_bilingual(old) and not _is_bilingual(new):
            for key in sorted(old.keys() | new.keys()):
                yield from _of_field(f"{name}/{key}", old.get(key), new.get(key))
            return
    if _is_list(before) and _is_list(after):
        yield Difference(name, *only(before, after))
        return
    yield Difference(name, before, after)


def _is_plain(value: Fact) -> bool:
    return value is None or isinstance(value, Mapping)


def _is_bilingual(value: Mapping[str, Fact]) -> bool:
    return bool(value) and value.keys() <= {"sv", "en"}


def _is_list(value: Fact) -> bool:
    return value is None or (isinstance(value, Sequence) and not isinstance(value, str))


def items(value: Fact) -> tuple[Fact, ...]:
    """The items of a list; none of what is no list."""
    return tuple(value) if isinstance(value, Sequence) and not isinstance(value, str) else ()


def only(before: Fact, after: Fact) -> tuple[list[Fact], list[Fact]]:
    """What only the one list holds, and what only the other does, in their order; equal items cancel one another."""
    old, new = items(before), items(after)
    return _without(old, new), _without(new, old)


def _without(some: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    left = Counter(map(same_form, others))
    kept: list[Fact] = []
    for item in some:
        form = same_form(item)
        if left[form]:
            left[form] -= 1
        else:
            kept.append(item)
    return kept


def effective(before: Fact, after: Fact) -> PartialDate | None:
    """From when entries hold that differ: the one start that is new, else the day after the one end that is new."""
    starts, ends = ({*_dates(after, key)} - {*_dates(before, key)} for key in ("valid_from", "valid_through"))
    if len(starts) == 1:
        return starts.pop()
    if starts or len(ends) != 1:
        return None
    last = ends.pop().last
    return PartialDate.on(last + timedelta(days=1)) if last < date.max else None


def _dates(entries: Fact, key: str) -> Iterator[PartialDate]:
    for entry in items(entries):
        text = entry.get(key) if isinstance(entry, Mapping) else None
        if isinstance(text, str):
            with suppress(ValueError):
                yield PartialDate.parse(text)
