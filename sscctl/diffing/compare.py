"""Compares two registries: everything that differs, what a visitor notices first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sscctl.diffing._maker import Maker
from sscctl.diffing.attendance import compare_everywhere
from sscctl.diffing.offices import OfficeComparer
from sscctl.diffing.pairing import Pair, pairs
from sscctl.diffing.sides import Entry, Sides
from sscctl.diffing.significance import in_order
from sscctl.diffing.values import differences
from sscctl.domain.agreement import Agreement, Scope
from sscctl.domain.change import Change, ChangeKind, Topic
from sscctl.domain.decision import Decision
from sscctl.domain.partial_date import PartialDate
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.paths import SCHEMAS

_TOPICS = {
    Kind.OFFICE: Topic.OFFICE,
    Kind.AGREEMENT: Topic.AGREEMENT,
    Kind.AGENCY: Topic.AGENCY,
    Kind.DECISION: Topic.DECISION,
    Kind.REGISTRY: Topic.REGISTRY,
    Kind.NETWORK: Topic.NETWORK,
}


_NOTICED = ("policies/closed_days", "policies/half_days")
"""Fields beside those of offices that a visitor notices: when the whole network is closed."""


def compare(sides: Sides, today: date) -> Sequence[Change]:
    """Everything that differs between the two sides, seen from `today`; weightiest first.

    Values are compared, never text. Reading follows the change: beside the documents that differ, only what a
    difference makes necessary is read.
    """
    return in_order([*_documents(sides, today), *_everywhere(sides, today), *_other_files(sides, today)])


def _documents(sides: Sides, today: date) -> Iterator[Change]:
    for pair in pairs(sides):
        entry = pair.after or pair.before
        if entry is None:
            continue
        maker = Maker(_TOPICS[entry.kind], _ident(entry), today)
        if entry.kind is Kind.OFFICE:
            yield from OfficeComparer(sides, maker).compare(pair)
        else:
            yield from _fields(pair, maker)


def _ident(entry: Entry) -> str:
    ident = entry.tree.get("id")
    return ident if isinstance(ident, str) else entry.path


def _fields(pair: Pair, maker: Maker) -> Iterator[Change]:
    """Field by field; a document that begins or ends to be is one change."""
    before, after = pair
    if before is None or after is None:
        kind = ChangeKind.REMOVED if after is None else ChangeKind.ADDED
        entry = after or before
        title = None if entry is None else entry.tree.get("title", entry.tree.get("name"))
        values = (title, None) if after is None else (None, title)
        yield maker.make(kind, maker.topic.value, *values, on=_begins(after), visible=False)
        return
    for field, was, will in differences(before.tree, after.tree):
        on = _begins(after) if field == "valid_from" else None
        yield maker.make(ChangeKind.CHANGED, field, was, will, on=on, visible=field.startswith(_NOTICED))


def _begins(entry: Entry | None) -> PartialDate | None:
    match entry.document if entry else None:
        case Agreement() as agreement:
            return agreement.since or agreement.concluded
        case Decision() as decision:
            return decision.on
        case _:
            return None


def _everywhere(sides: Sides, today: date) -> Iterator[Change]:
    """The agencies that join or leave because an agreement on all offices is another than it was.

    Offices that name other participants than they did are compared one by one.
    """
    entries = (*sides.before.entries.values(), *sides.after.entries.values())
    agreements = (entry.document for entry in entries if isinstance(entry.document, Agreement))
    if any(agreement.scope is Scope.ALL for agreement in agreements):
        offices = (sides.offices_before, sides.offices_after)
        contexts = (sides.before.context, sides.after.context)
        yield from compare_everywhere(*offices, *contexts, today)


def _other_files(sides: Sides, today: date) -> Iterator[Change]:
    """Reference data: that a file differs."""
    old, new = sides.before.changed, sides.after.changed
    for path in sorted(old.keys() | new.keys()):
        if kind_of(path) is None and not path.startswith(f"{SCHEMAS}/"):
            kind = ChangeKind.CHANGED
            if path not in old or path not in new:
                kind = ChangeKind.ADDED if path in new else ChangeKind.REMOVED
            maker = Maker(Topic.REFERENCE, path, today)
            yield maker.make(kind, "file", old.get(path), new.get(path), visible=False)
