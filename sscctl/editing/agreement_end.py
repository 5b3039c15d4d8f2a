"""An agreement ends: what rests on it at the offices ends with it."""

from __future__ import annotations

from dataclasses import dataclass

from sscctl.domain.partial_date import PartialDate
from sscctl.editing.agreements import AgreementOnDesk, both, offices_that_name
from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk, ident_of
from sscctl.editing.edit import Edit, Put
from sscctl.editing.entries import Entries, Tree
from sscctl.editing.offices import OnDesk
from sscctl.editing.sources import Origin, cite
from sscctl.errors import Refused
from sscctl.reading.node import Node
from sscctl.text import Text

_RESTING = ("participations", "co_locations")


@dataclass(frozen=True, slots=True)
class Resting:
    """What at one office rests on an agreement: an agency or another body, from when, and its place in the list."""

    office: str
    whom: str
    begins: PartialDate | None
    ends: PartialDate | None


def end_agreement(desk: Desk, ident: str, on: PartialDate, origin: Origin, note: Text | None = None) -> Desk:
    """End the agreement on its last day `on`, and with it every entry at an office that rests on it and goes on.

    An entry that begins only later is left alone: it needs another agreement, or has to go. Refused where the
    agreement has ended already, or begins after that day.
    """
    at_hand = AgreementOnDesk.of(desk, ident)
    agreement, last = at_hand.agreement, at_hand.days.last
    if agreement.ended and agreement.ended.on == on:
        return desk
    if last and on.first > last:
        raise Refused(Text(f"{ident} upphörde redan {last}", f"{ident} ended on {last} already"))
    if agreement.since and on.last < agreement.since.first:
        raise Refused(
            Text(f"{ident} börjar gälla först {agreement.since}", f"{ident} begins only on {agreement.since}")
        )
    desk, source = cite(desk, at_hand.path, origin)
    ended: dict[str, Value] = {"on": on.text}
    if note:
        ended["note"] = both(note)
    desk = desk.edit(at_hand.path, Put(("ended",), {**ended, "source": source}))
    for path in offices_that_name(desk, ident):
        _ = OnDesk(desk, path).office  # Refused where the document cannot be understood
        desk = desk.edit(path, *_ends(desk.tree(path), ident, on))
    return desk


def resting(desk: Desk, ident: str) -> list[Resting]:
    """Everything at offices that rests on the agreement, by office."""
    found = []
    for path in offices_that_name(desk, ident):
        tree = desk.tree(path)
        for key in _RESTING:
            for item in Entries(tree, key).items:
                if item.get("agreement") == ident:
                    node = Node(item, [])
                    whom = next((str(item[name]) for name in _WHOM if name in item), "")
                    found.append(
                        Resting(ident_of(path), whom, node.partial("valid_from"), node.partial("valid_through"))
                    )
    return found


_WHOM = ("agency", "party", "municipality", "other")


def _ends(tree: Tree, ident: str, on: PartialDate) -> list[Edit]:
    edits: list[Edit] = []
    for key in _RESTING:
        entries = Entries(tree, key)
        for index, item in enumerate(entries.items):
            node = Node(item, [])
            begins, ends = node.partial("valid_from"), node.partial("valid_through")
            if item.get("agreement") != ident or (begins and begins.has_start and begins.first > on.last):
                continue
            if ends is None or ends.last > on.last:
                entries.put(index, "valid_through", on.text)
        edits += entries.edits
    return edits
