"""Weighs changes: what a visitor notices first, and what they add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sscctl.domain.change import ORDINARY_HOURS, Change, ChangeKind, Topic

_WEIGHT = {kind: weight for weight, kind in enumerate(ChangeKind)}
_LOSING = (ChangeKind.CLOSES, ChangeKind.VANISHES)
_WINNING = (ChangeKind.OPENS, ChangeKind.REOPENS)


def in_order(changes: Iterable[Change]) -> list[Change]:
    """What a visitor notices first, by weight; then the rest. Within one weight by day, subject and field."""
    return sorted(
        changes,
        key=lambda change: (
            not change.visible,
            _WEIGHT[change.kind],
            change.effective,
            change.subject,
            change.field,
            change.agency or "",
        ),
    )


def hours_lost(changes: Sequence[Change]) -> tuple[frozenset[str], int]:
    """The offices that lose open hours for good and yet stay, and the minutes a week that they lose in all."""
    closing = {change.subject for change in changes if change.kind in _LOSING}
    cut = [
        (change.subject, change.hours.lost - change.hours.won)
        for change in changes
        if change.kind is ChangeKind.HOURS_CUT and change.hours and change.visible and change.through is None
    ]
    staying = [(subject, lost) for subject, lost in cut if subject not in closing]
    return frozenset(subject for subject, _ in staying), sum(lost for _, lost in staying)


@dataclass(frozen=True, slots=True)
class Summary:
    """What changes add up to.

    `lost` and `won` are open minutes a week by the differences that last: weeks that are shorter or longer, and the
    weeks of offices that close or open, each office once. `untold` are the offices at which some of it is not known,
    so that more may be lost or won. Differences that pass are not in the sums.
    """

    kinds: Mapping[ChangeKind, int]
    visible: int
    hidden: int
    corrections: int
    offices: tuple[str, ...]
    lost: int
    won: int
    untold: tuple[str, ...]


def summed(changes: Sequence[Change]) -> Summary:
    """Add up the changes."""
    lost = won = 0
    untold: set[str] = set()
    lasting = [change for change in changes if change.visible and change.through is None]
    closing = {change.subject for change in lasting if change.kind in _LOSING}
    for change in lasting:
        if change.hours is not None and change.field == ORDINARY_HOURS and change.subject not in closing:
            lost, won = lost + change.hours.lost, won + change.hours.won
            is_told = change.hours.is_whole
        elif change.kind in (*_LOSING, *_WINNING) and change.closing is not None:
            minutes = change.closing.minutes
            is_told = minutes is not None
            lost += (minutes or 0) if change.kind in _LOSING else 0
            won += (minutes or 0) if change.kind in _WINNING else 0
        else:
            continue
        if not is_told:
            untold.add(change.subject)
    return Summary(
        kinds=Counter(change.kind for change in changes if change.visible),
        visible=sum(change.visible for change in changes),
        hidden=sum(not change.visible for change in changes),
        corrections=sum(change.correction for change in changes),
        offices=tuple(sorted({office for change in changes for office in _concerned(change)})),
        lost=lost,
        won=won,
        untold=tuple(sorted(untold)),
    )


def _concerned(change: Change) -> tuple[str, ...]:
    """The office that the change is of, or those that a change of an agreement reaches."""
    return (change.subject,) if change.topic is Topic.OFFICE else change.offices
