"""Decisions (beslut): acts, ordinances, inquiries, government decisions and the operator's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sscctl.domain.partial_date import PartialDate
from sscctl.domain.provenance import Source, Waiver
from sscctl.text import Text


class DecisionKind(StrEnum):
    """What sort of document it is."""

    ACT = "act"
    ORDINANCE = "ordinance"
    DIRECTIVE = "directive"
    INQUIRY = "inquiry"
    BILL = "bill"
    GOVERNMENT_DECISION = "government_decision"
    OWN_DECISION = "own_decision"
    AUDIT = "audit"
    PARLIAMENT = "parliament"
    REPORT = "report"


class Body(StrEnum):
    """Who decided: the operator's board (styrelsen) or director-general (generaldirektören), or somebody else."""

    BOARD = "board"
    DIRECTOR_GENERAL = "director_general"
    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    OTHER = "other"


class Consulted(StrEnum):
    """Who is heard before an office closes."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    COUNTY_BOARD = "county_board"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: what it is called, when it was taken and by whom, and what it is about."""

    id: str
    kind: DecisionKind
    title_sv: str
    title_en: str | None = None
    reference: str | None = None
    on: PartialDate | None = None
    body: Body | None = None
    decided_by: str | None = None
    in_force: date | None = None
    repealed_by: str | None = None
    content: Text | None = None
    offices: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    consulted: tuple[Consulted, ...] = ()
    sources: tuple[Source, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def title(self) -> Text:
        """The title in both languages; the Swedish one stands in where the English is missing."""
        return Text(self.title_sv, self.title_en or self.title_sv)
