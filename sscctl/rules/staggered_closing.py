"""SSC608: offices that take turns in closing one weekday."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sscctl.domain.finding import Severity
from sscctl.domain.hours import WEEKDAYS, Weekday
from sscctl.domain.office import Office
from sscctl.rules._rule import Book, Breach, Claim, Document, Member, Members
from sscctl.rules.hours import WEEKDAY_NAMES
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()


def _closed_weekdays(document: Document, world: World) -> Iterable[Claim]:
    settings = world.context.settings
    staggered = settings.staggered_closing if settings else None
    if staggered is None or not isinstance(document, Office) or document.id not in staggered.offices:
        return
    day = max(world.today, staggered.since)
    for index, schedule in enumerate(document.hours.schedules):
        if not schedule.undated and day in schedule.period:
            for weekday in WEEKDAYS[:5]:
                if schedule.weekly.get(weekday) == ():
                    yield Claim(weekday.value, ("opening_hours", index, "weekly", weekday.value))


@BOOK.group_rule("SSC608", Severity.WARNING, by=_closed_weekdays)
def closed_together(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """Two of the offices that close on different weekdays close on the same one.

    Since 2023-10-02 five offices in Stockholm close one weekday a week each, never two on the same, so that there is
    always an open one nearby. Which offices these are stands in `registry.yaml`.

    Svenska: Två av de kontor som ska ha olika stängda veckodagar har stängt på samma.

    Sedan 2023-10-02 har fem kontor i Stockholm stängt en veckodag var, aldrig två på samma dag, så att ett öppet alltid
    finns nära. Vilka kontor det är står i `registry.yaml`.

    Bad:
        registry:
          policies:
            closed_days: [public_holidays]
            guard: {offices_percent: 5, county_offices_percent: 25, weekly_hours_percent: 10}
            staggered_closing: {offices: [exempelstad-torget, exempelby], since: "2023-10-02"}
        opening_hours: [{valid_from: "2023-10-02", weekly: {mon: ["10:00-16:00"], tue: []}, source: page}]
        offices/exempelby:
          opening_hours: [{valid_from: "2023-10-02", weekly: {tue: [], wed: ["10:00-16:00"]}, source: page}]
    Good:
        registry:
          policies:
            closed_days: [public_holidays]
            guard: {offices_percent: 5, county_offices_percent: 25, weekly_hours_percent: 10}
            staggered_closing: {offices: [exempelstad-torget, exempelby], since: "2023-10-02"}
        opening_hours: [{valid_from: "2023-10-02", weekly: {mon: ["10:00-16:00"], tue: []}, source: page}]
        offices/exempelby:
          opening_hours: [{valid_from: "2023-10-02", weekly: {mon: [], tue: ["10:00-16:00"]}, source: page}]
    """
    if len(members) < 2:
        return
    everyone = list(members)
    name = WEEKDAY_NAMES[Weekday(key)]
    for member in everyone:
        others = ", ".join(sorted({other.id for other in everyone} - {member.id}))
        if others:
            message = Text(f"stängt på {name.sv}ar, liksom {others}", f"closed on {name.en}s, like {others}")
            advice = Text("välj en veckodag då de andra har öppet", "choose a weekday on which the others are open")
            yield member, Breach(member.pointer, message, advice)
