"""SSC304, SSC306–SSC307: how an office is closed: by which decision, after hearing whom, and when."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.event import EventKind, Status
from sscctl.domain.finding import Severity
from sscctl.domain.lifecycle import statuses_between, turns
from sscctl.domain.office import Office
from sscctl.rules._days import when
from sscctl.rules._rule import Book, Breach
from sscctl.rules.closing_authority import deciding_body
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()


@BOOK.world_rule("SSC304", Severity.WARNING)
def closing_without_decision(office: Office, world: World) -> Iterator[Breach]:
    """A closing was decided, but by which decision or by whom is not recorded.

    The decision is what a visitor, a municipality or a court can ask for. An event that names a decision which the
    registry does not have is an error.

    Svenska: En nedläggning har beslutats, men vilket beslut eller vem som fattade det framgår inte.

    Beslutet är det som en besökare, en kommun eller en domstol kan begära ut. En händelse som anger ett beslut som
    inte finns i registret är ett fel.

    Bad:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: closing_decided, on: "2026-10-15", last_day: "2027-03-31"}
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: closing_decided, on: "2026-10-15", last_day: "2027-03-31", decision: ssc-exempelbeslut-2021}
    """
    for index, event in enumerate(office.lifecycle):
        decision = world.context.decisions.get(event.decision) if event.decision else None
        if event.decision and decision is None:
            yield Breach(
                ("lifecycle", index, "decision"),
                Text(f"det finns inget beslut {event.decision}", f"there is no decision {event.decision}"),
                Text("ange namnet på en fil i decisions/", "give the name of a file in decisions/"),
                Severity.ERROR,
            )
        elif event.kind is EventKind.CLOSING_DECIDED and decision is None:
            yield Breach(
                ("lifecycle", index),
                Text("nedläggningen är beslutad, men inget beslut anges", "the closing is decided, but by no decision"),
                Text("ange beslutet med decision", "name the decision with `decision`"),
            )
        elif event.kind is EventKind.CLOSING_DECIDED and deciding_body(event, world) is None:
            yield Breach(
                ("lifecycle", index),
                Text(f"vem som fattade {event.decision} framgår inte", f"who took {event.decision} is not recorded"),
                Text(
                    "ange body: board eller director_general, i händelsen eller i beslutet",
                    "give body: board or director_general, in the event or in the decision",
                ),
            )


@BOOK.world_rule("SSC306", Severity.WARNING)
def nobody_consulted(office: Office, world: World) -> Iterator[Breach]:
    """A closing was decided in 2025 or later, and nobody is noted as heard.

    The operator hears the municipality, the region and the county administrative board before it closes an office
    (practice closure-consultation).

    Svenska: En nedläggning beslutades 2025 eller senare utan att samråd finns noterat.

    Huvudmannen hör kommunen, regionen och länsstyrelsen innan ett kontor läggs ned (praxis closure-consultation).

    Bad:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: closing_decided, on: "2026-10-15"}
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: closing_decided, on: "2026-10-15", consulted: [municipality, region, county_board]}
    """
    for index, event in enumerate(office.lifecycle):
        if event.kind is not EventKind.CLOSING_DECIDED or event.consulted:
            continue
        decision = world.context.decisions.get(event.decision or "")
        on = event.on or (decision.on if decision else None)
        if on and on.first.year >= 2025 and not (decision and decision.consulted):
            yield Breach(
                ("lifecycle", index),
                Text(
                    f"nedläggningen beslutades {when(on).sv}, men ingen är noterad som hörd",
                    f"the closing was decided {when(on).en}, but nobody is noted as heard",
                ),
                Text(
                    "ange consulted (municipality, region, county_board), i händelsen eller i beslutet",
                    "give consulted (municipality, region, county_board), in the event or in the decision",
                ),
            )


@BOOK.office_rule("SSC307", Severity.NOTE)
def closed_before_the_decision(office: Office) -> Iterator[Breach]:
    """An office had closed before its closing was decided.

    That has happened, so it is no error; but it may be a slip in one of the dates, and those who were to be heard
    were heard too late.

    Svenska: Ett kontor hade stängt innan nedläggningen beslutades.

    Det har hänt, så det är inget fel. Men det kan vara ett skrivfel i något av datumen, och de som skulle höras
    hördes för sent.

    Bad:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: closed, on: "2025-03-25"}
          - {event: closing_decided, on: "2025-04-10"}
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: closing_decided, on: "2025-04-10", last_day: "2025-05-30"}
    """
    for index, event in enumerate(office.lifecycle):
        if event.kind is not EventKind.CLOSING_DECIDED or event.on is None:
            continue
        if statuses_between(office.lifecycle, event.on.first, event.on.first) == {Status.CLOSED}:
            closed = [turn.on for turn in turns(office.lifecycle) if turn.status is Status.CLOSED]
            since = next(on for on in reversed(closed) if on.first <= event.on.first)
            yield Breach(
                ("lifecycle", index),
                Text(
                    f"nedläggningen beslutades {when(event.on).sv}, men kontoret lades ned {when(since).sv}",
                    f"the closing was decided {when(event.on).en}, but the office had closed {when(since).en}",
                ),
                Text("kontrollera båda datumen mot källan", "check both dates against the source"),
            )
