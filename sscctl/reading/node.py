"""A place in a document's tree that knows where it stands, and gathers what cannot be understood there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from sscctl.domain.clocktime import TimeSpan, read_clocks
from sscctl.domain.finding import Fault, Pointer
from sscctl.domain.hours import Spans
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.text import Text

_Chosen = TypeVar("_Chosen", bound=StrEnum)
_Read = TypeVar("_Read")


class Node:
    """A mapping in a document that its schema has passed.

    Each method reads one key: `None` (or nothing) where it is absent, or where its value is none that the calendar or
    the clock knows; the latter is added to `faults`.
    """

    __slots__ = ("faults", "pointer", "tree")

    def __init__(self, tree: Mapping[str, Any], faults: list[Fault], pointer: Pointer = ()) -> None:
        self.tree = tree
        self.faults = faults
        self.pointer = pointer

    def text(self, key: str) -> str | None:
        """A string."""
        value: str | None = self.tree.get(key)
        return value

    def required(self, key: str) -> str:
        """A string the schema demands."""
        value: str = self.tree[key]
        return value

    def flag(self, key: str) -> bool | None:
        """True or false."""
        value: bool | None = self.tree.get(key)
        return value

    def number(self, key: str) -> int | None:
        """A whole number."""
        value: int | None = self.tree.get(key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings, or one string standing for a list of one."""
        value = self.tree.get(key, ())
        return (value,) if isinstance(value, str) else tuple(value)

    def both(self, key: str) -> Text | None:
        """A text in both languages; one stands in for the other where it is missing."""
        value = self.tree.get(key)
        if value is None:
            return None
        return Text(value.get("sv") or value["en"], value.get("en") or value["sv"])

    def choice(self, kind: type[_Chosen], key: str) -> _Chosen | None:
        """One of the words of `kind`."""
        value = self.tree.get(key)
        return None if value is None else kind(value)

    def day(self, key: str) -> date | None:
        """A civil date."""
        return self._read(key, date.fromisoformat, _NO_DAY)

    def partial(self, key: str) -> PartialDate | None:
        """A date as precise as its source."""
        return self._read(key, PartialDate.parse, _NO_DAY)

    def last_day(self, key: str) -> date | None:
        """The last possible day of a date as precise as its source."""
        found = self.partial(key)
        return found.last if found else None

    def period(self) -> Period:
        """`valid_from` through `valid_through`: all days on which it may hold.

        It starts on the first possible day, or the day a source first saw it, and ends on the last possible one.
        """
        since, last = self.partial("valid_from"), self.partial("valid_through")
        start = None if since is None else since.first if since.has_start else since.last
        return Period.through(start, last.last if last else None)

    def child(self, key: str) -> Node | None:
        """A mapping."""
        value = self.tree.get(key)
        return None if value is None else Node(value, self.faults, (*self.pointer, key))

    def children(self, key: str) -> Iterator[Node]:
        """A list of mappings."""
        for index, item in enumerate(self.tree.get(key, ())):
            yield Node(item, self.faults, (*self.pointer, key, index))

    def named(self, key: str) -> Iterator[tuple[str, Node]]:
        """A mapping of mappings."""
        for name, item in self.tree.get(key, {}).items():
            yield name, Node(item, self.faults, (*self.pointer, key, name))

    def spans(self, key: str) -> Spans | None:
        """A list of `HH:MM-HH:MM`; `()` is closed, `None` is absent. Each that runs backwards is a fault."""
        value = self.tree.get(key)
        if value is None:
            return None
        found = []
        for index, text in enumerate(value):
            start, end = read_clocks(text)
            if start < end:
                found.append(TimeSpan(start, end))
            else:
                self.faults.append(
                    Fault(
                        "SSC601",
                        (*self.pointer, key, index),
                        Text(
                            f"öppettiden {text} slutar inte efter att den börjat",
                            f"the hours {text} do not end later than they begin",
                        ),
                        Text(
                            "skriv starttiden före sluttiden, till exempel 10:00-16:00",
                            "write the start before the end, as in 10:00-16:00",
                        ),
                    )
                )
        return tuple(sorted(found))

    def _read(self, key: str, read: Callable[[str], _Read], wrong: Text) -> _Read | None:
        value = self.tree.get(key)
        if value is None:
            return None
        try:
            return read(value)
        except ValueError:
            self.faults.append(Fault("SSC006", (*self.pointer, key), wrong.format(value=value), _DAY_ADVICE))
            return None


_NO_DAY = Text("{value} är inget datum i kalendern", "{value} is no date in the calendar")
_DAY_ADVICE = Text(
    "skriv ett verkligt datum som ÅÅÅÅ-MM-DD, och det tidigare före det senare",
    "write a real date as YYYY-MM-DD, and the earlier before the later",
)
