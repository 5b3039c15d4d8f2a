"""Agencies (myndigheter) and the services they answer for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sscctl.domain.partial_date import PartialDate
from sscctl.domain.provenance import Source, Waiver
from sscctl.text import Text


class AgencyKind(StrEnum):
    """What sort of body it is."""

    STATE_AGENCY = "state_agency"
    COUNTY_BOARD = "county_board"


class Role(StrEnum):
    """What the agency is to the network: runs it (huvudman), takes part (samverkansmyndighet), may share premises."""

    OPERATOR = "operator"
    PARTICIPATING = "participating"
    CO_LOCATION_CANDIDATE = "co_location_candidate"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: E.164, or a national short number; `display` is the agency's own grouping."""

    number: str | None
    short_number: str | None
    display: str | None
    sources: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """How to print it: as the agency groups it, else as it is dialled."""
        return self.display or self.number or self.short_number or ""


@dataclass(frozen=True, slots=True)
class Service:
    """What a visitor can get done (tjänst)."""

    id: str
    name: Text
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency (myndighet): answers in law for its services. `name_en` is missing where no source has one."""

    id: str
    kind: AgencyKind
    name_sv: str
    name_en: str | None = None
    abbreviation: str | None = None
    organisation_number: str | None = None
    web: str | None = None
    email: str | None = None
    phones: tuple[Phone, ...] = ()
    wikidata: str | None = None
    county: str | None = None
    role: Role = Role.NONE
    role_since: PartialDate | None = None
    services: tuple[Service, ...] = ()
    sources: tuple[Source, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def name(self) -> Text:
        """The name in both languages; the Swedish one stands in where the English is missing."""
        return Text(self.name_sv, self.name_en or self.name_sv)
