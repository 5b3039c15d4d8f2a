"""Offices (servicekontor) and what belongs to one: who takes part, who shares the premises, what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sscctl.domain.agency import Phone
from sscctl.domain.event import Event, Status
from sscctl.domain.hours import OpeningHours, Schedule
from sscctl.domain.lifecycle import status_on
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.place import Address
from sscctl.domain.provenance import Disagreement, Source, Waiver
from sscctl.text import Text


class OfficeKind(StrEnum):
    """A fixed office, an itinerant one (mobil), or one for a time (tillfällig)."""

    OFFICE = "office"
    MOBILE = "mobile"
    TEMPORARY = "temporary"


class Level(StrEnum):
    """How far the office's staff go for an agency (RiR 2022:28): information, guidance, own matters, handling."""

    GENERAL = "general"
    GUIDANCE = "guidance"
    OWN_MATTER = "own_matter"
    HANDLING = "handling"


class Booking(StrEnum):
    """How a visitor gets to it: drop-in, a booked visit, or either."""

    DROP_IN = "drop_in"
    BOOKED = "booked"
    BOTH = "both"


class CoLocationStatus(StrEnum):
    """How far a shared roof has come."""

    PROPOSED = "proposed"
    UNDER_STUDY = "under_study"
    PLANNED = "planned"
    AGREED = "agreed"
    ACTIVE = "active"
    ENDED = "ended"
    DECLINED = "declined"


class HostRole(StrEnum):
    """Whether the office is host (värd) or guest (gäst), or both hold the premises."""

    HOST = "host"
    GUEST = "guest"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Participation:
    """An agency's services given by the office's own staff for a period (servicesamverkan, SFS 2019:212)."""

    agency: str
    agreement: str | None = None
    since: PartialDate | None = None
    period: Period = Period()
    level: Level | None = None
    booking: Booking | None = None
    services: tuple[str, ...] = ()
    note: Text | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoLocation:
    """Another body under the same roof in its own name (samlokalisering); no work is done for it.

    Exactly one of `party` (an agency), `municipality` (a code) and `other` (a name) is given.
    """

    status: CoLocationStatus
    party: str | None = None
    municipality: str | None = None
    other: str | None = None
    agreement: str | None = None
    role: HostRole | None = None
    kind: str | None = None
    since: PartialDate | None = None
    period: Period = Period()
    opening_hours: tuple[Schedule, ...] | None = None
    test_place: str | None = None
    lease_through: date | None = None
    informed: date | None = None
    note: Text | None = None
    sources: tuple[str, ...] = ()

    @property
    def whom(self) -> str:
        """The other body's id, code or name, whichever is given."""
        return self.party or self.municipality or self.other or ""


@dataclass(frozen=True, slots=True)
class OfficeService:
    """That a named service can, or cannot, be had at this office."""

    agency: str
    service: str
    available: bool
    booking: Booking | None = None
    since: PartialDate | None = None
    note: Text | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A fact that matters and has no field of its own (anmärkning)."""

    text: Text
    on: PartialDate | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the office itself: functions, never persons."""

    phone: Phone | None = None
    email: str | None = None
    web: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A state service office (statligt servicekontor), past, present or future.

    `name` is without the word Servicekontoret. `municipality` is the official code. What no source says is absent.
    """

    id: str
    name: str
    municipality: str
    kind: OfficeKind = OfficeKind.OFFICE
    town: str | None = None
    predecessor: str | None = None
    lifecycle: tuple[Event, ...] = ()
    addresses: tuple[Address, ...] = ()
    hours: OpeningHours = OpeningHours()
    participations: tuple[Participation, ...] = ()
    co_locations: tuple[CoLocation, ...] = ()
    services: tuple[OfficeService, ...] = ()
    facilities: Mapping[str, bool] = field(default_factory=dict)
    contact: Contact = Contact()
    remarks: tuple[Remark, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    sources: tuple[Source, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def county(self) -> str:
        """The county's code: the first two digits of the municipality's."""
        return self.municipality[:2]

    @property
    def full_name(self) -> str:
        """The name on the door: `Servicekontoret Odenplan`."""
        return f"Servicekontoret {self.name}"

    def status_on(self, day: date) -> Status:
        """What the office is on `day`."""
        return status_on(self.lifecycle, day)

    def address_on(self, day: date) -> Address | None:
        """Where the office is on `day`; where several addresses hold, the one that began last."""
        holding = [address for address in self.addresses if day in address.period]
        return max(holding, key=lambda a: a.period.start or date.min, default=None)
