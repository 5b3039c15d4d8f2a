"""The registry (registret): the immutable whole, and who takes part where and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement, AgreementKind, Scope
from sscctl.domain.decision import Decision
from sscctl.domain.lifecycle import Status
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Office, Participation


@dataclass(frozen=True, slots=True)
class Context:
    """All of the registry but its offices: what an office's own facts are held against.

    The mappings go by id. `settings` is `registry.yaml`, `network` is `network.yaml`; each is `None` where the file is
    missing or cannot be read.
    """

    settings: Settings | None = None
    network: Network | None = None
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)

    def participations(self, office: Office) -> Iterator[Participation]:
        """Yield who takes part at the office: its own entries, then one for each agreement on all offices.

        An agreement on all offices adds an entry for each principal that the office does not itself name under that
        agreement. Letters of intent and co-location agreements give nobody a part (SFS 2019:212).
        """
        yield from office.participations
        named = {(own.agency, own.agreement) for own in office.participations}
        for agreement in self.agreements.values():
            if agreement.scope is not Scope.ALL or agreement.kind in _WITHOUT_PARTICIPATION:
                continue
            for agency in agreement.principals:
                if (agency, agreement.id) not in named:
                    yield Participation(agency, agreement.id, agreement.since, agreement.period)

    def taking_part(self, office: Office, day: date) -> tuple[Participation, ...]:
        """Who takes part on `day`, one entry an agency, by agency id; nobody where the office is not open."""
        if office.status_on(day) is not Status.OPEN:
            return ()
        holding = {own.agency: own for own in reversed(tuple(self.participations(office))) if day in own.period}
        return tuple(holding[agency] for agency in sorted(holding))


_WITHOUT_PARTICIPATION = (AgreementKind.LETTER_OF_INTENT, AgreementKind.CO_LOCATION)


@dataclass(frozen=True, slots=True)
class Registry:
    """Every office by id, and the context they stand in."""

    offices: Mapping[str, Office]
    context: Context

    def open_offices(self, day: date) -> Iterator[Office]:
        """Yield the offices that are open on `day`, by id."""
        return (office for office in self.offices.values() if office.status_on(day) is Status.OPEN)
