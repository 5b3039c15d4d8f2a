"""Where every value and key of a document lies in its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from sscctl.domain.finding import Pointer
from sscctl.reading.characters import composed


class Kind(Enum):
    """What a step of the parser through a document is."""

    SCALAR = auto()
    MAPPING = auto()
    SEQUENCE = auto()
    END = auto()


class Event(NamedTuple):
    """One step of the parser; offsets count characters from 0, and `end` is one past the last."""

    kind: Kind
    start: int
    end: int
    text: str = ""


class Place(NamedTuple):
    """A value and its key: offsets from the first character to one past the last.

    The key's are -1 where there is none: for list items and for the document. `repeats` is where the first equal key
    of the same mapping begins, if this is not the first.
    """

    pointer: Pointer
    start: int
    end: int
    key_start: int = -1
    key_end: int = -1
    repeats: int | None = None

    @property
    def begin(self) -> int:
        """Where the key begins, or else the value."""
        return self.start if self.key_start < 0 else self.key_start


class Outline:
    """The places of a document in the order they begin; of equal keys each has one, under the same pointer."""

    __slots__ = ("_begins", "places")

    def __init__(self, events: Iterable[Event]) -> None:
        self.places = _Walk().through(events)
        self._begins = [place.begin for place in self.places]

    def innermost(self, offset: int) -> Pointer:
        """Return the pointer of the smallest value that lies around an offset, its key counted; `()` outside of all."""
        for index in range(bisect_right(self._begins, offset) - 1, -1, -1):
            place = self.places[index]
            if offset < place.end or offset < place.key_end:
                return place.pointer
        return ()

    def first_of_equals(self) -> dict[int, int]:
        """Return, for the offset of each repeated key, where the first of its equals begins."""
        return {place.key_start: place.repeats for place in self.places if place.repeats is not None}


class _Level:
    """A list or mapping that has begun; what lies within a list or mapping used as a key has no pointer."""

    __slots__ = ("count", "key", "keys", "place")

    def __init__(self, place: int | None, *, is_mapping: bool) -> None:
        self.place = place
        self.keys: dict[str, int] | None = {} if is_mapping else None
        self.key: tuple[str | None, Event] | None = None
        self.count = 0


class _Walk:
    """One walk through the events; never recurses."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._levels: list[_Level] = []
        self._last_end = 0

    def through(self, events: Iterable[Event]) -> tuple[Place, ...]:
        """Return all places; lists and mappings that a broken file leaves open end where reading ended."""
        for event in events:
            if event.start < event.end or event.kind is Kind.SCALAR:  # in block, an end has no sign of its own
                self._last_end = event.end
            if event.kind is Kind.END:
                self._close(event)
            else:
                self._node(event)
        while self._levels:
            self._close(Event(Kind.END, 0, 0))
        return tuple(self._places)

    def _node(self, event: Event) -> None:
        """Take a key or a value."""
        level = self._levels[-1] if self._levels else None
        if level and level.keys is not None and level.key is None:
            if event.kind is Kind.SCALAR:
                level.key = (composed(event.text), event)
            else:
                self._levels.append(_Level(None, is_mapping=event.kind is Kind.MAPPING))
            return
        place = self._record(level, event)
        if event.kind is not Kind.SCALAR:
            self._levels.append(_Level(place, is_mapping=event.kind is Kind.MAPPING))

    def _record(self, level: _Level | None, event: Event) -> int | None:
        """Remember a value's place and return its number; None where it has no pointer."""
        if level is None:
            self._places.append(Place((), event.start, event.end))
        elif level.place is None:
            level.key = None
            return None
        elif level.keys is None:
            self._places.append(Place((*self._places[level.place].pointer, level.count), event.start, event.end))
            level.count += 1
        else:
            return self._record_field(level, level.keys, level.place, event)
        return len(self._places) - 1

    def _record_field(self, level: _Level, keys: dict[str, int], parent: int, event: Event) -> int | None:
        """Remember the place of a mapping's value."""
        key, at = level.key or (None, event)
        level.key = None
        if key is None:
            return None
        first = keys.setdefault(key, at.start)
        pointer = (*self._places[parent].pointer, key)
        repeats = None if first == at.start else first
        self._places.append(Place(pointer, event.start, event.end, at.start, at.end, repeats))
        return len(self._places) - 1

    def _close(self, event: Event) -> None:
        """End the innermost list or mapping."""
        level = self._levels.pop()
        if level.place is not None:
            self._places[level.place] = self._places[level.place]._replace(end=self._last_end)
        elif self._levels and self._levels[-1].keys is not None and self._levels[-1].key is None:
            self._levels[-1].key = (None, event)
