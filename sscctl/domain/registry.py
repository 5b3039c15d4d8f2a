"""The registry (registret): the immutable whole, and who takes part where and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement, AgreementKind, Scope
from sscctl.domain.decision import Decision
from sscctl.domain.event import Status
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Office, Participation
from sscctl.domain.period import Period


@dataclass(frozen=True, slots=True)
class Context:
    """All of the registry but its offices: what an office's own facts are held against.

    The mappings go by id. `settings` is `registry.yaml`, `network` is `network.yaml`; each is `None` where the file is
    missing or cannot be read. `listed` gives the ids of the agreements that name an office, by the office's id.
    """

    settings: Settings | None = None
    network: Network | None = None
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    listed: Mapping[str, Sequence[str]] = field(init=False, repr=False, compare=False)
    _everywhere: tuple[tuple[Agreement, Period], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Turn the agreements' lists round once, so that no office has to look through them all."""
        listed: dict[str, list[str]] = {}
        for agreement in self.agreements.values():
            for office in agreement.offices:
                listed.setdefault(office, []).append(agreement.id)
        everywhere = (
            (agreement, in_force(agreement))
            for agreement in self.agreements.values()
            if agreement.scope is Scope.ALL and agreement.kind not in WITHOUT_PARTICIPATION
        )
        object.__setattr__(self, "listed", listed)
        object.__setattr__(self, "_everywhere", tuple(everywhere))

    def participations(self, office: Office) -> Iterator[Participation]:
        """Yield who takes part at the office: its own entries, then one for each agreement on all offices.

        An agreement on all offices adds an entry for each principal that the office does not itself name under that
        agreement. Letters of intent and co-location agreements give nobody a part (SFS 2019:212).
        """
        yield from office.participations
        named = {(own.agency, own.agreement) for own in office.participations}
        for agreement, period in self._everywhere:
            for agency in agreement.principals:
                if (agency, agreement.id) not in named:
                    yield Participation(agency, agreement.id, agreement.since, period)

    def attending(self, office: Office, day: date) -> set[str]:
        """The agencies that take part on `day` if the office is open: `taking_part` without its details."""
        found = {own.agency for own in office.participations if day in own.period}
        named = {(own.agency, own.agreement) for own in office.participations}
        for agreement, period in self._everywhere:
            if day in period:
                found.update(agency for agency in agreement.principals if (agency, agreement.id) not in named)
        return found

    def taking_part(self, office: Office, day: date) -> tuple[Participation, ...]:
        """Who takes part on `day`, one entry an agency, by agency id; nobody where the office is not open."""
        if office.status_on(day) is not Status.OPEN:
            return ()
        holding = {own.agency: own for own in reversed(tuple(self.participations(office))) if day in own.period}
        return tuple(holding[agency] for agency in sorted(holding))


WITHOUT_PARTICIPATION = (AgreementKind.LETTER_OF_INTENT, AgreementKind.CO_LOCATION)
"""The kinds of agreement that let nobody act for an agency (SFS 2019:212)."""


def in_force(agreement: Agreement) -> Period:
    """The days on which an agreement may hold: through its last day, or the day it was ended before that."""
    return agreement.period.meet(Period.through(None, agreement.ended.on.last if agreement.ended else None))


@dataclass(frozen=True, slots=True)
class Registry:
    """Every office by id, and the context they stand in."""

    offices: Mapping[str, Office]
    context: Context

    def open_offices(self, day: date) -> Iterator[Office]:
        """Yield the offices that are open on `day`, by id."""
        return (office for office in self.offices.values() if office.status_on(day) is Status.OPEN)
