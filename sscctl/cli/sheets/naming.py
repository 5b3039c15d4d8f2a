"""Offices as a table names them: by id, by name, with `Servicekontoret` before it, or as the file itself adds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from sscctl.cli.edit_fields import desk, known, name_of, office_field
from sscctl.cli.hours_fields import offices_field
from sscctl.cli.office_ids import removed_ids, unused
from sscctl.cli.prompts import Field
from sscctl.cli.sheets.kind import Column
from sscctl.domain.collation import folded
from sscctl.domain.office import Office
from sscctl.domain.registry import Registry
from sscctl.editing.desk import Desk
from sscctl.editing.offices import OnDesk
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.versions import office_paths
from sscctl.text import Text

_TITLE = "Servicekontoret "


class Names:
    """The names of offices, looked up once for all rows; `newcomers` are those that the file adds, with their ids."""

    def __init__(self) -> None:
        self.newcomers: dict[str, str] = {}

    @cached_property
    def _by_name(self) -> Mapping[str, list[Office]]:
        found: dict[str, list[Office]] = {}
        for office in known().registry.offices.values():
            found.setdefault(folded(office.name), []).append(office)
        return found

    def called(self, name: str) -> Sequence[Office]:
        """The offices that have a name."""
        return self._by_name.get(folded(name.removeprefix(_TITLE)), ())

    def like(self, name: str) -> str | None:
        """The id of an office whose name looks like this one."""
        near = get_close_matches(folded(name), self._by_name, n=1, cutoff=0.8)
        return self._by_name[near[0]][0].id if near else None

    def meant(self, text: str) -> str:
        """The id of the office that is meant; the text itself where that cannot be told."""
        if text in self.newcomers or text in known().registry.offices:
            return self.newcomers.get(text, text)
        bare = text.removeprefix(_TITLE)
        named = self.called(bare)
        return self.newcomers.get(bare) or (named[0].id if len(named) == 1 else bare)

    def unused_id(self, text: str) -> str:
        """Check an id for a new office; the history is asked once for all rows."""
        return unused(text, lambda ident: ident in self._paths, lambda ident: ident in self._removed)

    @cached_property
    def _paths(self) -> Mapping[str, str]:
        return office_paths(desk().base)

    @cached_property
    def _removed(self) -> frozenset[str]:
        return removed_ids()

    def office(self) -> Field[str]:
        """Which office."""
        asked = office_field(None)
        return replace(asked, check=lambda text: self._new(text) or asked.check(self.meant(text)))

    def offices(self, today: date) -> Field[tuple[str, ...]]:
        """Which office, or which: as `sscctl hours set` takes them."""
        asked = offices_field(None, today)

        def check(text: str) -> tuple[str, ...]:
            return (new,) if (new := self._new(text)) else asked.check(self.meant(text))

        return replace(asked, check=check)

    def _new(self, text: str) -> str | None:
        return self.newcomers.get(text) or self.newcomers.get(text.removeprefix(_TITLE))


def office_column(which: Field[object]) -> Column:
    """The column that says which office."""
    meaning = Text("kontorets id eller namn", "the office's id or name")
    return Column("office", Text("Kontor", "Office"), which, meaning, (Text("Servicekontor", "Offices"),))


def of_office(ident: str, note: Text) -> Text:
    """A note with the office that it is on before it."""
    return Text(f"{name_of(ident)}: {note.sv}", f"{name_of(ident)}: {note.en}")


def planned_registry(planned: Desk) -> Registry:
    """The registry as it would be: the one that lies on disk, with the offices that the desk changes."""
    there = known().registry
    changed = (
        OnDesk(planned, path).office for path, data in planned.files.items() if data and kind_of(path) is Kind.OFFICE
    )
    return replace(there, offices={**there.offices, **{office.id: office for office in changed}})
