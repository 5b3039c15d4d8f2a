"""The network as a whole: the registry's own settings, and the network as others counted it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sscctl.domain.partial_date import PartialDate
from sscctl.domain.provenance import Source, Waiver
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom to credit for data that is published along, and under which licence."""

    text: str
    licence: str
    url: str | None = None
    concerns: str | None = None


@dataclass(frozen=True, slots=True)
class StaggeredClosing:
    """Offices that close one weekday a week, no two of them the same (Stockholm from 2023-10-02)."""

    offices: tuple[str, ...]
    since: date


@dataclass(frozen=True, slots=True)
class Settings:
    """`registry.yaml`: what the registry calls itself, and the policies it keeps.

    `closed_days` names the day classes on which offices are closed unless a deviation says otherwise; `half_days` gives
    those on which they close early, with the minute after midnight from which they are closed. `guard` holds
    the limits in per cent past which a change needs a second look.
    """

    format: int
    title: Text
    publisher: str
    licence: str
    time_zone: str
    description: Text | None = None
    base_url: str | None = None
    attributions: tuple[Attribution, ...] = ()
    closed_days: tuple[str, ...] = ()
    half_days: Mapping[str, int] = field(default_factory=dict)
    guard: Mapping[str, int] | None = None
    staggered_closing: StaggeredClosing | None = None
    sources: tuple[Source, ...] = ()
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many offices a source counted on a day; `scope` is given where it counted only a part of the network."""

    on: PartialDate | None
    offices: int | None
    scope: str | None = None
    note: Text | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """`network.yaml`: the network as others counted it; `tables` keeps visits, funds and practices as they stand."""

    counts: tuple[Count, ...] = ()
    tables: Mapping[str, tuple[Mapping[str, object], ...]] | None = None
    sources: tuple[Source, ...] = ()
    waivers: tuple[Waiver, ...] = ()
