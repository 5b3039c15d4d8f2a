"""An office on the desk: its document as it is written, and as the value that it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sscctl.domain.decision import Decision
from sscctl.domain.event import Status
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk
from sscctl.editing.edit import Edit
from sscctl.editing.entries import Entries, Tree, text_of
from sscctl.editing.sources import Origin, cite
from sscctl.errors import Refused
from sscctl.reading.decode import Document, decode
from sscctl.reading.kinds import Kind
from sscctl.text import Text

LIFECYCLE, ADDRESSES = "lifecycle", "addresses"


@dataclass(frozen=True, slots=True)
class OnDesk:
    """The office `ident` of a desk: where its document lies and what it says."""

    desk: Desk
    path: str

    @classmethod
    def of(cls, desk: Desk, ident: str) -> OnDesk:
        """Find the office; NotFound (exit 4) where there is none."""
        return cls(desk, desk.path(Kind.OFFICE, ident))

    @property
    def tree(self) -> Tree:
        """The document as it is written."""
        return self.desk.tree(self.path)

    @property
    def office(self) -> Office:
        """The document as a value; Refused where it cannot be understood."""
        found = _decoded(self.desk, self.path, Kind.OFFICE)
        if not isinstance(found, Office):
            raise TypeError(found)
        return found

    def status_on(self, day: date) -> Status:
        """What the office is on `day`."""
        return self.office.status_on(day)

    def edit(self, *edits: Edit) -> OnDesk:
        """The same office with some edits."""
        return OnDesk(self.desk.edit(self.path, *edits), self.path)

    def cite(self, origin: Origin | None) -> tuple[OnDesk, str | None]:
        """The same office with a source, and that source's id in its document; nothing where no source is given."""
        if origin is None:
            return self, None
        desk, source = cite(self.desk, self.path, origin)
        return OnDesk(desk, self.path), source


def decision_on(desk: Desk, ident: str) -> Decision:
    """A decision as a value; NotFound where there is none."""
    found = _decoded(desk, desk.path(Kind.DECISION, ident), Kind.DECISION)
    if not isinstance(found, Decision):
        raise TypeError(found)
    return found


def _decoded(desk: Desk, path: str, kind: Kind) -> Document:
    try:
        return decode(kind, desk.tree(path))[0]
    except (AttributeError, KeyError, TypeError, ValueError):  # its schema would not pass it
        raise Refused(
            Text(f"{path} har fel som måste rättas först", f"{path} has faults that must be mended first"),
            Text(f"sscctl validate {path} visar dem", f"sscctl validate {path} shows them"),
        ) from None


def with_event(office: OnDesk, event: Tree) -> OnDesk:
    """Put an event among those of the office's life: after all that came no later."""
    events = Entries(office.tree, LIFECYCLE)
    index = len(events.items)
    while index and _day(events.items[index - 1]) > _day(event):
        index -= 1
    events.insert(index, event)
    return office.edit(*events.edits)


def entry(**fields: Value) -> dict[str, Value]:
    """An entry of a list with the fields that have a value."""
    return {key: value for key, value in fields.items() if value is not None and value not in ([], "")}


def _day(event: Tree) -> date:
    """The first day of an event; one without a readable day stays where it is."""
    try:
        return PartialDate.parse(text_of(event, "on") or "").first
    except ValueError:
        return date.min
