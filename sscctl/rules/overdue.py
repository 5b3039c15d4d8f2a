"""SSC308, SSC309, SSC311: what is said of an office, and time has gone past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.finding import Severity
from sscctl.domain.lifecycle import certain_periods
from sscctl.domain.office import Office
from sscctl.rules._days import when
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_YEAR = timedelta(days=366)
_PLANS = (EventKind.PLANNED, EventKind.COMMISSIONED)
_BREAKS = (EventKind.SUSPENDED, EventKind.REOPENING_ANNOUNCED, EventKind.OBSERVED)


@BOOK.world_rule("SSC308", Severity.WARNING)
def planned_opening_gone_by(office: Office, world: World) -> Iterator[Breach]:
    """A planned office should have opened by now.

    Either it opened and no source was entered, or the plan came to nothing, or it has a new day. A plan that names
    no day is asked about after two years.

    Svenska: Ett planerat kontor borde ha öppnat vid det här laget.

    Antingen har det öppnat utan att någon källa förts in, eller så blev planen inte av eller fick ett nytt datum. En
    plan utan datum ifrågasätts efter två år.

    Bad:
        lifecycle:
          - {event: planned, on: "2021-09-29", expected: "2023"}
    Good:
        lifecycle:
          - {event: planned, on: "2021-09-29", expected: "2023"}
          - {event: cancelled, on: "2024-02-23"}
    """
    plans = [(index, event) for index, event in enumerate(office.lifecycle) if event.kind in _PLANS]
    if not plans or office.status_on(world.today) is not Status.PLANNED:
        return
    advice = Text(
        "lägg till opened eller cancelled om en källa berättar det, eller den nya planen",
        "add opened or cancelled where a source tells, or the new plan",
    )
    expected = [(event.expected, index) for index, event in plans if event.expected]
    if expected:
        day, index = max(expected)
        if day.last < world.today:
            words = Text(
                f"skulle öppna {when(day).sv} men är ännu planerat", f"was to open {when(day).en} but is still planned"
            )
            yield Breach(("lifecycle", index, "expected"), words, advice)
        return
    made = max(((event.on, index) for index, event in plans if event.on), default=None)
    if made and made[0].last < world.today - 2 * _YEAR:
        words = Text(
            f"planerades {when(made[0]).sv}, utan datum för öppning", f"planned {when(made[0]).en}, with no opening day"
        )
        yield Breach(("lifecycle", made[1]), words, advice)


@BOOK.world_rule("SSC309", Severity.WARNING)
def closed_for_a_long_time(office: Office, world: World) -> Iterator[Breach]:
    """An office has been closed for a time for more than a year, with no day to open again.

    Visitors are told to wait for an office that may never return.

    Svenska: Ett kontor har varit tillfälligt stängt i mer än ett år utan datum för återöppning.

    Besökarna uppmanas att vänta på ett kontor som kanske aldrig kommer tillbaka.

    Bad:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: suspended, on: "2025-02-14"}
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: suspended, on: "2025-02-14", expected: "2027-03"}
    """
    breaks = [(index, event) for index, event in enumerate(office.lifecycle) if event.kind in _BREAKS]
    if not breaks or office.status_on(world.today) is not Status.SUSPENDED:
        return
    spell = next(span for span in certain_periods(office.lifecycle, (Status.SUSPENDED,)) if world.today in span)
    returns = any(event.expected and event.expected.last >= world.today for _, event in breaks)
    if spell.start and spell.start < world.today - _YEAR and spell.end is None and not returns:
        yield Breach(
            ("lifecycle", max(index for index, _ in breaks)),
            Text(
                f"tillfälligt stängt sedan {spell.start}, utan datum för återöppning",
                f"closed for a time since {spell.start}, with no day to open again",
            ),
            Text(
                "ange expected, eller lägg till reopened eller closed om en källa berättar det",
                "give `expected`, or add reopened or closed where a source tells",
            ),
        )


@BOOK.world_rule("SSC311", Severity.WARNING)
def not_seen_for_long(office: Office, world: World) -> Iterator[Breach]:
    """Nothing is known of an open office for more than a year.

    It counts as open because no source says otherwise, and no source has been entered for long. What counts is the
    latest day of an event; where an event has happened "no later than" a day, the date of its source.

    Svenska: Om ett öppet kontor har inget varit känt på mer än ett år.

    Det räknas som öppet därför att ingen källa säger annat, och ingen källa har förts in på länge. Det som räknas är
    den senaste händelsens dag, och där en händelse har inträffat "senast" en dag, källans datum.

    Bad:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: observed, on: "2024-04-12", status: open}
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: observed, on: "2026-04-12", status: open}
    """
    known = [
        (day, index) for index, event in enumerate(office.lifecycle) if (day := _known(event, office, world.today))
    ]
    if known and max(known)[0] < world.today - _YEAR and office.status_on(world.today) is Status.OPEN:
        day, index = max(known)
        yield Breach(
            ("lifecycle", index),
            Text(f"senast känt {day}", f"last known on {day}"),
            Text(
                "lägg till observed med en färsk källa, till exempel kontorets sida",
                "add observed with a fresh source, such as the office's page",
            ),
        )


def _known(event: Event, office: Office, today: date) -> date | None:
    """The latest day through `today` for which the event tells something."""
    if event.on is None or event.on.first > today:
        return None
    day = min(event.on.last, today)
    if event.on.has_start:
        return day
    dated = (source.date or source.retrieved for source in office.sources if source.id in event.sources)
    return min(day, max((source.last for source in dated if source), default=day))
