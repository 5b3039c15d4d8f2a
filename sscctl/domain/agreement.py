"""Agreements (avtal): who performs what for whom, where and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.provenance import Source, Waiver
from sscctl.text import Text


class AgreementKind(StrEnum):
    """Serviceavtal (SFS 2019:212), försök, avsiktsförklaring, samlokaliseringsavtal, or samtjänst (SFS 2004:543)."""

    SERVICE = "service"
    PILOT = "pilot"
    LETTER_OF_INTENT = "letter_of_intent"
    CO_LOCATION = "co_location"
    SAMTJANST = "samtjanst"


class Scope(StrEnum):
    """At which offices it holds: all of them, or those it lists."""

    ALL = "all"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Task:
    """A task the agreement covers (SFS 2019:212 s. 2); `None` where no source says whether it is of that sort.

    `ordinance_case` names the case of SFS 2019:214 s. 3 that lets the task be an exercise of public authority.
    """

    id: str
    title: Text
    public_authority: bool | None = None
    personal_data: bool | None = None
    access: tuple[str, ...] = ()
    ordinance_case: str | None = None


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """The act or ordinance (a decision's id) and the section an agreement rests on."""

    act: str
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """That an agreement was ended before its time, and when."""

    on: PartialDate
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement between the one who performs (utförare) and the principals (uppdragsgivare).

    `period` is when it holds; where only a partial date is known it starts on the first possible day.
    """

    id: str
    kind: AgreementKind
    performer: str
    principals: tuple[str, ...]
    title: Text | None = None
    concluded: PartialDate | None = None
    since: PartialDate | None = None
    period: Period = Period()
    scope: Scope | None = None
    offices: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    legal_basis: tuple[LegalBasis, ...] = ()
    reference: str | None = None
    supersedes: str | None = None
    superseded_by: str | None = None
    ended: Ending | None = None
    case_system_access: bool | None = None
    copy_to_kammarkollegiet: date | None = None
    yearly_reports: tuple[int, ...] = ()
    note: Text | None = None
    sources: tuple[Source, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def covers(self, office: str) -> bool:
        """Whether the agreement speaks of the office, by name or of all."""
        return self.scope is Scope.ALL or office in self.offices
