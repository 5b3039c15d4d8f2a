"""An agency (myndighet) entered in the registry."""

from __future__ import annotations

from dataclasses import dataclass

from sscctl.domain.agency import AgencyKind, Role
from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk, place_of
from sscctl.editing.offices import entry
from sscctl.editing.sources import Origin, entry_for, words_of
from sscctl.errors import Refused
from sscctl.reading.kinds import Kind
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class NewAgency:
    """What is known of an agency as it is entered; `county` is the code of a county administrative board's county."""

    id: str
    kind: AgencyKind
    name_sv: str
    name_en: str | None = None
    abbreviation: str | None = None
    organisation_number: str | None = None
    web: str | None = None
    email: str | None = None
    phone: str | None = None
    county: str | None = None
    role: Role | None = None
    role_since: str | None = None

    def tree(self, source: str) -> dict[str, Value]:
        """The document without its sources; the phone and the role name theirs."""
        phones: list[Value] = []
        if self.phone:
            phones = [{"number": self.phone, "kind": "published", "source": source}]
        role = entry(kind=self.role.value, since=self.role_since, source=source) if self.role else None
        return entry(
            id=self.id,
            kind=self.kind.value,
            name=entry(sv=self.name_sv, en=self.name_en),
            abbreviation=self.abbreviation,
            organisation_number=self.organisation_number,
            web=self.web,
            email=self.email,
            phones=phones,
            county=self.county,
            role=role,
        )


def add_agency(desk: Desk, new: NewAgency, origin: Origin) -> Desk:
    """Enter the agency; Refused where the id is taken."""
    if desk.find(Kind.AGENCY, new.id):
        raise Refused(
            Text(f"myndigheten {new.id} finns redan", f"there is an agency {new.id} already"),
            Text("ändra den med sscctl agency set", "change it with sscctl agency set"),
        )
    source, made = entry_for({}, origin)
    if made is None:
        raise TypeError(origin)
    tree = {**new.tree(source), "sources": {source: made}}
    return desk.cite(words_of(made)).create(place_of(Kind.AGENCY, new.id), tree)
