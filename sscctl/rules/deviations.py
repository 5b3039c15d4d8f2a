"""SSC603, SSC606, SSC607: deviations held against the calendar, the ordinary hours and the life of the office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sscctl.domain.event import Status
from sscctl.domain.finding import Severity
from sscctl.domain.hours import Deviation, Weekday
from sscctl.domain.office import Office
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_A_YEAR = timedelta(days=365)
_CLASSES = {"public_holidays", "midsummer_eve", "christmas_eve", "new_years_eve"}
"""Every class of day that the calendar knows: where the policy closes them all, nothing is left undecided."""


@BOOK.world_rule("SSC603", Severity.WARNING)
def open_on_a_closed_day(office: Office, world: World) -> Iterator[Breach]:
    """An office is open on a public holiday or an eve, and no deviation for that very day says so.

    By the registry's policy offices are closed on public holidays and on Midsummer's, Christmas and New Year's Eve.
    Longer deviations such as summer hours easily open such a day by mistake: only one for the day itself says that it
    is meant. A holiday that the policy does not decide needs a deviation as well.

    Svenska: Ett kontor har öppet en helgdag eller afton utan att en avvikelse för just den dagen säger det.

    Enligt registrets policy är kontoren stängda på helgdagar och på midsommar-, jul- och nyårsafton. Längre avvikelser,
    som sommartider, öppnar lätt en sådan dag av misstag: bara en avvikelse för dagen själv säger att det är meningen.
    En helgdag som policyn inte bestämmer behöver också en avvikelse.

    Bad:
        deviations:
          - valid_from: "2027-06-21"
            valid_through: "2027-08-13"
            hours: ["10:00-13:00"]
            reason: {sv: Sommartider, en: Summer hours}
    Good:
        deviations:
          - valid_from: "2027-06-21"
            valid_through: "2027-08-13"
            hours: ["10:00-13:00"]
            reason: {sv: Sommartider, en: Summer hours}
          - {on: "2027-06-25", hours: [], reason: {sv: Midsommarafton, en: "Midsummer's Eve"}}
    """
    settings = world.context.settings
    if settings is None:
        return
    for index, deviation in enumerate(office.hours.deviations):
        if deviation.hours and deviation.days > 1:
            for day in deviation.each_day():
                holiday = world.calendar.holiday(day)
                if holiday and office.hours.deviation_on(day) is deviation and _is_working_day(office, day):
                    message = Text(f"öppet {day}, som är {holiday[1].sv}", f"open on {day}, which is {holiday[1].en}")
                    yield Breach(("deviations", index), message, _SAY_SO.format(day=day))
    yield from _undecided(office, world, settings.closed_days)


def _undecided(office: Office, world: World, closed_days: tuple[str, ...]) -> Iterator[Breach]:
    """The first of the coming twelve months' holidays that the policy is silent on while the office has hours."""
    if set(closed_days) >= _CLASSES or office.status_on(world.today) is not Status.OPEN:
        return
    for number in range(_A_YEAR.days):
        day = world.today + timedelta(days=number)
        holiday = world.calendar.holiday(day)
        if holiday and holiday[0] not in closed_days and office.hours.deviation_on(day) is None:
            schedule = office.hours.schedule_on(day)
            if schedule and office.hours.on(day).spans:
                message = Text(
                    f"öppet {day}, som är {holiday[1].sv}, och ingen policy säger annat",
                    f"open on {day}, which is {holiday[1].en}, and no policy says otherwise",
                )
                index = office.hours.schedules.index(schedule)
                yield Breach(("opening_hours", index), message, _SAY_SO.format(day=day))
                return


@BOOK.world_rule("SSC606", Severity.NOTE)
def old_deviation(office: Office, world: World) -> Iterator[Breach]:
    """A deviation ended more than a year ago.

    What is over helps no visitor and makes the file longer than it need be; the history keeps it.

    Svenska: En avvikelse tog slut för mer än ett år sedan.

    Det som är över hjälper ingen besökare och gör filen onödigt lång; historiken har det kvar.

    Bad:
        deviations:
          - {on: "2025-10-31", hours: [], reason: {sv: Utbildning, en: Training}}
    Good:
        deviations:
          - {on: "2026-10-30", hours: [], reason: {sv: Utbildning, en: Training}}
    """
    for index, deviation in enumerate(office.hours.deviations):
        last = deviation.period.last
        if last and last < world.today - _A_YEAR:
            message = Text("avvikelsen tog slut {day}", "the deviation ended on {day}")
            yield Breach(("deviations", index), message.format(day=last), Text("den kan tas bort", "it can be removed"))


@BOOK.world_rule("SSC607", Severity.WARNING)
def idle_deviation(office: Office, world: World) -> Iterator[Breach]:
    """A deviation lies outside all ordinary hours or the office's open time, or closes a day that is closed anyway.

    A deviation changes the ordinary hours of a day. Where there are none to change, the date is most likely wrong;
    and offices are closed on public holidays and eves without saying so.

    Svenska: En avvikelse ligger utanför ordinarie öppettider eller kontorets livstid, eller stänger en stängd dag.

    En avvikelse ändrar en dags ordinarie öppettider. Finns inga att ändra är datumet troligen fel, och på helgdagar och
    aftnar är kontoren stängda utan att det behöver sägas.

    Bad:
        deviations:
          - {on: "2026-12-24", hours: [], reason: {sv: Julafton, en: Christmas Eve}}
    Good:
        deviations:
          - {on: "2026-12-23", hours: [], reason: {sv: Dagen före julafton, en: The day before Christmas Eve}}
    """
    periods = [schedule.period for schedule in office.hours.schedules if not schedule.undated]
    for index, deviation in enumerate(office.hours.deviations):
        if periods and not any(period.overlaps(deviation.period) for period in periods):
            yield Breach(("deviations", index), _OUTSIDE, _CHECK)
        elif all(office.status_on(day) in (Status.CLOSED, Status.CANCELLED) for day in deviation.each_day()):
            yield Breach(("deviations", index), _AFTERWARDS, _CHECK)
        elif not deviation.hours and _is_closed_anyway(deviation, office, world):
            yield Breach(("deviations", index), _CLOSED_ANYWAY, Text("ta bort avvikelsen", "remove the deviation"))


def _is_closed_anyway(deviation: Deviation, office: Office, world: World) -> bool:
    """Whether the network is closed on every day of it, and no longer deviation would open one."""
    closed = world.context.settings.closed_days if world.context.settings else ()
    for day in deviation.each_day():
        holiday = world.calendar.holiday(day)
        if not holiday or holiday[0] not in closed:
            return False
        if any(other is not deviation and day in other.period for other in office.hours.deviations):
            return False
    return True


def _is_working_day(office: Office, day: date) -> bool:
    """Whether the ordinary hours do not say that the office is closed on that weekday; weekends are closed anyway."""
    schedule = office.hours.schedule_on(day)
    spans = schedule.weekly.get(Weekday.of(day)) if schedule else None
    return bool(spans) or (spans is None and day.weekday() < 5)


_SAY_SO = Text(
    "lägg till en avvikelse för {day}, med hours: [] om det är stängt",
    "add a deviation for {day}, with hours: [] if it is closed",
)
_OUTSIDE = Text("inga ordinarie öppettider gäller då", "no ordinary hours hold then")
_AFTERWARDS = Text("kontoret är nedlagt då", "the office has closed by then")
_CHECK = Text("kontrollera datumet mot källan", "check the date against the source")
_CLOSED_ANYWAY = Text("då är kontoren stängda ändå", "offices are closed then anyway")
