"""SSC605: hours held against whether the office is open at all."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.event import Status
from sscctl.domain.finding import Severity
from sscctl.domain.office import Office
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()


@BOOK.world_rule("SSC605", Severity.WARNING)
def missing_hours(office: Office, world: World) -> Iterator[Breach]:
    """An open office has no hours that hold today, or a closed one has.

    "When is it open?" is what most visitors ask. Hours whose period nobody knows are shown but answer nothing, and
    hours that outlive their office send visitors to a locked door.

    Svenska: Ett öppet kontor saknar öppettider som gäller i dag, eller ett nedlagt kontor har sådana.

    ”När är det öppet?” är vad de flesta besökare undrar. Tider som ingen vet när de gäller visas men ger inget svar,
    och tider som överlever sitt kontor leder besökare till en låst dörr.

    Bad:
        opening_hours: []
    Good:
        opening_hours:
          - {valid_from: "2021-11-01", weekly: {mon: ["10:00-16:00"]}, source: page}
    """
    status = office.status_on(world.today)
    holding = [
        index
        for index, schedule in enumerate(office.hours.schedules)
        if not schedule.undated and world.today in schedule.period
    ]
    if status is Status.OPEN and not holding:
        yield Breach(("opening_hours",) if office.hours.schedules else (), _missing(office), _ADD)
    elif status in (Status.CLOSED, Status.CANCELLED):
        for index in holding:
            yield Breach(("opening_hours", index), _OUTLIVING, _END)


def _missing(office: Office) -> Text:
    schedules = office.hours.schedules
    if not schedules:
        return Text("kontoret är öppet men saknar öppettider", "the office is open but has no hours")
    if all(schedule.undated for schedule in schedules):
        return Text(
            "kontoret är öppet, men ingen vet när dess öppettider gäller",
            "the office is open, but nobody knows when its hours hold",
        )
    return Text("kontoret är öppet, men inga öppettider gäller i dag", "the office is open, but no hours hold today")


_ADD = Text(
    "lägg till öppettider med första dag och källa när de är kända",
    "add hours with their first day and source once they are known",
)
_OUTLIVING = Text("öppettiderna gäller fast kontoret är nedlagt", "the hours hold although the office has closed")
_END = Text("sätt valid_through till sista besöksdagen", "set valid_through to the last day for visitors")
