"""Compares what was noted of an office's life beyond what it is on a day: announcements, plans, moves, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from sscctl.diffing._maker import Maker
from sscctl.diffing.life import COMING, GONE
from sscctl.diffing.values import Tree, items, same_form
from sscctl.domain.change import Change, ChangeKind, Closing, Fact
from sscctl.domain.event import Event, EventKind
from sscctl.domain.lifecycle import turns
from sscctl.domain.office import Office

_ANNOUNCING = frozenset((EventKind.CLOSING_ANNOUNCED, EventKind.CLOSING_DECIDED))
_PLANNING = frozenset((EventKind.PROPOSED, EventKind.PLANNED, EventKind.COMMISSIONED))


class Version(NamedTuple):
    """An office, and its document as it is written."""

    office: Office
    tree: Tree


def compare_events(
    before: Version, after: Version, told: Collection[Event], maker: Maker, *, moved: bool
) -> Iterator[Change]:
    """Yield the events that only one side has and that brought no change of status (`told` are those that did).

    A visitor notices that a closing is announced, that the office moves (unless that was told: `moved`) and when an
    office that is to come shall open. The rest, and what was only worded in another way, is for the record.
    """
    gone, come = _differing(before), _differing(after)
    gone, come = _apart(gone, come), _apart(come, gone)
    rest: list[Fact] = []
    reworded = _shared([event for event, _ in gone], [event for event, _ in come])
    for event, fact in come:
        kind = None if _meaning(event) in reworded else _kind(event, after.office, moved, maker.today)
        is_told = event in told or (moved and event.kind is EventKind.MOVED)
        if is_told and _meaning(event) not in reworded:
            continue
        if kind is None:
            rest.append(fact)
            continue
        yield maker.make(
            kind,
            "lifecycle",
            None,
            event.kind.value,
            on=event.expected if kind is ChangeKind.PLANNED else event.on,
            closing=Closing(decision=event.decision, successors=event.successors),
        )
    left = [fact for event, fact in gone if event not in told]
    if left or rest:
        yield maker.make(ChangeKind.CHANGED, "lifecycle", left, rest)


def _kind(event: Event, office: Office, moved: bool, today: date) -> ChangeKind | None:
    status = office.status_on(today)
    if event.kind in _ANNOUNCING and not any(turn.status in GONE for turn in turns(office.lifecycle)):
        return ChangeKind.CLOSING_ANNOUNCED
    if event.kind is EventKind.MOVED and not moved:
        return ChangeKind.MOVES
    if event.kind in _PLANNING and event.expected and status in COMING:
        return ChangeKind.PLANNED
    return None


_Told = tuple[Event, Fact]


def _differing(version: Version) -> list[_Told]:
    return list(zip(version.office.lifecycle, items(version.tree.get("lifecycle")), strict=True))


def _apart(some: list[_Told], others: list[_Told]) -> list[_Told]:
    left = Counter(same_form(fact) for _, fact in others)
    kept = []
    for event, fact in some:
        form = same_form(fact)
        if left[form]:
            left[form] -= 1
        else:
            kept.append((event, fact))
    return kept


def _meaning(event: Event) -> tuple[object, ...]:
    return event.kind, event.on, event.status, event.expected, event.last_day, event.successors, event.decision


def _shared(some: list[Event], others: list[Event]) -> set[tuple[object, ...]]:
    return {_meaning(event) for event in some} & {_meaning(event) for event in others}
