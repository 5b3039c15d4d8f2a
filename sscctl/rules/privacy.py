"""SSC704–SSC706: what must be right before the registry is published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sscctl.domain.agency import Agency
from sscctl.domain.event import Status
from sscctl.domain.finding import Severity
from sscctl.domain.network import Count, Network, Settings
from sscctl.domain.office import Office
from sscctl.rules._rule import Book, Breach, Claim, Document, Member, Members
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

MAY_DIFFER = 3
"""Offices that the registry may have more or fewer than the last official count."""

_CC_BY = re.compile(r"\bby[ /-]4\.0", re.IGNORECASE)


@BOOK.document_rule("SSC704", Severity.WARNING, of=Agency)
def no_english_name(agency: Agency, world: World) -> Iterator[Breach]:
    """An agency has no English name for the English pages.

    Visitors who read English would meet the Swedish name and could not tell what the agency does. Each agency has an
    official English name.

    Svenska: En myndighet saknar engelskt namn för de engelska sidorna.

    Besökare som läser engelska möter då det svenska namnet och kan inte veta vad myndigheten gör. Varje myndighet har
    ett officiellt engelskt namn.

    Bad:
        agencies/exempelverket:
          kind: state_agency
          name: {sv: Exempelverket}
    Good:
        agencies/exempelverket:
          kind: state_agency
          name: {sv: Exempelverket, en: The Example Agency}
    """
    if not agency.name_en:
        yield Breach(
            ("name",),
            Text(f"{agency.name_sv} saknar engelskt namn", f"{agency.name_sv} has no English name"),
            Text(
                "skriv name.en som i Utrikes namnbok eller på myndighetens webbplats",
                "write name.en as the agency's own site or Utrikes namnbok has it",
            ),
        )


@BOOK.document_rule("SSC705", Severity.ERROR, of=Settings)
def unnamed_geonames(settings: Settings, world: World) -> Iterator[Breach]:
    """GeoNames and its licence are not named though its points are published.

    The points of towns and postcodes in the reference data are GeoNames', under CC BY 4.0: they may be published as
    long as their maker and the licence are named.

    Svenska: GeoNames och dess licens nämns inte fast dess punkter publiceras.

    Punkterna för orter och postnummer i referensdata är GeoNames, under CC BY 4.0: de får publiceras om upphovet och
    licensen anges.

    Bad:
        registry:
          attributions: []
    Good:
        registry:
          attributions:
            - text: Place and postcode points from GeoNames (geonames.org)
              licence: CC BY 4.0
              url: https://www.geonames.org/
              concerns: reference/postcodes.csv
    """
    if not world.reference.has_postcodes and not world.reference.municipalities:
        return
    lines = [f"{line.text} {line.licence} {line.url}" for line in settings.attributions]
    named = [line for line in lines if "geonames" in line.casefold()]
    if any(_CC_BY.search(line) for line in named):
        return
    wrong = (
        Text("raden om GeoNames saknar licensen", "the line on GeoNames lacks the licence")
        if named
        else Text("GeoNames nämns inte bland attributions", "GeoNames is not named among the attributions")
    )
    yield Breach(
        ("attributions",) if settings.attributions else (),
        wrong,
        Text(
            "lägg till ”Place and postcode points: GeoNames (geonames.org), CC BY 4.0” med licensens adress",
            "add “Place and postcode points: GeoNames (geonames.org), CC BY 4.0” with the licence's address",
        ),
    )


@BOOK.declared("SSC703", Severity.ERROR)
def stale_edition() -> None:
    """A published file is not what the registry gives now.

    Whoever reads the edition would learn what no longer holds. `sscctl publish --check` holds each file against the
    registry, byte by byte, and writes nothing.

    Svenska: En publicerad fil är inte vad registret ger nu.

    Den som läser utgåvan skulle få veta det som inte längre gäller. `sscctl publish --check` jämför varje fil med
    registret, byte för byte, och skriver inget.

    Bad:
        # offices/arvika.yaml has a new last day, and the folder was published before.
    Good:
        # The folder was published from the same revision for the same day.
    """


def _open_or_count(document: Document, world: World) -> Iterable[Claim]:
    """Every office that is open today, and the network's last count of them."""
    if isinstance(document, Office) and document.status_on(world.today) is Status.OPEN:
        yield Claim("open", ())
    if isinstance(document, Network) and (last := _last_count(document, world)):
        yield Claim("open", ("counts", last[0], "offices"))


def _last_count(network: Network, world: World) -> tuple[int, Count] | None:
    """The last count of the whole network until today, by the first day it can be of."""
    whole = [
        (count.on, index)
        for index, count in enumerate(network.counts)
        if count.offices is not None and count.scope is None and count.on and count.on.first <= world.today
    ]
    if not whole:
        return None
    _, index = max(whole)
    return index, network.counts[index]


@BOOK.group_rule("SSC706", Severity.WARNING, by=_open_or_count)
def count_astray(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """The registry has over 3 open offices more or fewer than the last official count.

    Either offices are missing or closed here, or the network has changed since it was counted. Whoever uses the
    registry should know how much of the network it holds.

    Svenska: Registret har över 3 öppna kontor fler eller färre än den senaste officiella räkningen.

    Antingen saknas kontor här, eller så har nätet ändrats sedan det räknades. Den som använder registret bör veta hur
    stor del av nätet det rymmer.

    Bad:
        network:
          counts: [{on: "2026-10-01", offices: 9}]
    Good:
        network:
          counts: [{on: "2026-10-01", offices: 4}]
    """
    last = _last_count(world.context.network, world) if world.context.network else None
    if last is None:
        return
    index, count = last
    here, official = len(members) - 1, count.offices or 0
    if abs(here - official) > MAY_DIFFER:
        pointer = ("counts", index, "offices")
        # Only counted, never read: an office that opens or closes need not cost a look at all the others.
        yield (
            Member("network.yaml", "", pointer, ()),
            Breach(
                pointer,
                Text(
                    f"{here} kontor är öppna i registret den {world.today}, men {official} räknades {count.on}",
                    f"the registry has {here} open offices on {world.today}, but {official} were counted on {count.on}",
                ),
                Text(
                    "lägg till kontor som saknas, avsluta dem som lagts ned, eller lägg till en nyare räkning",
                    "add offices that are missing, end those that have closed, or add a later count",
                ),
            ),
        )
