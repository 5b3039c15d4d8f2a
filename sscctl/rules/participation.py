"""SSC401–SSC404: each entry on an agency that takes part at an office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from sscctl.domain.event import EventKind, Status
from sscctl.domain.finding import Severity
from sscctl.domain.lifecycle import certain_periods, turns
from sscctl.domain.office import Office, Participation
from sscctl.domain.period import Period
from sscctl.domain.registry import WITHOUT_PARTICIPATION, in_force
from sscctl.rules._days import when
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()


@BOOK.world_rule("SSC401", Severity.ERROR)
def unknown_agency_or_agreement(office: Office, world: World) -> Iterator[Breach]:
    """A participation or a service names an agency or an agreement that does not exist.

    The agency answers in law for what a visitor gets; the agreement says what the operator's staff may do for it.
    An entry without an agreement is a gap: many sources name the agencies only.

    Svenska: En medverkan eller en tjänst anger en myndighet eller ett avtal som inte finns.

    Myndigheten ansvarar för det som besökaren får, och avtalet säger vad huvudmannens personal får göra åt den. En
    post utan avtal är en lucka: många källor nämner bara myndigheterna.

    Bad:
        participations:
          - {agency: forsakringskasan, agreement: takeover-2019, valid_from: "2021-11-01"}
    Good:
        participations:
          - {agency: forsakringskassan, agreement: takeover-2019, valid_from: "2021-11-01"}
    """
    for index, own in enumerate(office.participations):
        if own.agency not in world.context.agencies:
            yield Breach(("participations", index, "agency"), _NO_AGENCY.format(id=own.agency), _FILE_IN_AGENCIES)
        if own.agreement and own.agreement not in world.context.agreements:
            words = Text(f"det finns inget avtal {own.agreement}", f"there is no agreement {own.agreement}")
            advice = Text("ange namnet på en fil i agreements/", "give the name of a file in agreements/")
            yield Breach(("participations", index, "agreement"), words, advice)
    for index, service in enumerate(office.services):
        if service.agency not in world.context.agencies:
            yield Breach(("services", index, "agency"), _NO_AGENCY.format(id=service.agency), _FILE_IN_AGENCIES)


_NO_AGENCY = Text("det finns ingen myndighet {id}", "there is no agency {id}")
_FILE_IN_AGENCIES = Text("ange namnet på en fil i agencies/", "give the name of a file in agencies/")


@BOOK.world_rule("SSC402", Severity.ERROR)
def outside_the_agreement(office: Office, world: World) -> Iterator[Breach]:
    """An agency takes part under an agreement that it is no party to, or on days when the agreement does not hold.

    Without an agreement the operator's staff may not act for the agency. An entry that goes on without a last day
    though its agreement has run out is a gap, and a warning.

    Svenska: En myndighet medverkar med stöd av ett avtal som den inte är part i, eller när avtalet inte gäller.

    Utan avtal får huvudmannens personal inte agera åt myndigheten. En post utan sista dag vars avtal har löpt ut är
    en lucka och ger en varning.

    Bad:
        participations:
          - {agency: skatteverket, agreement: takeover-2019, valid_from: "2018-01-01"}
    Good:
        participations:
          - {agency: skatteverket, agreement: takeover-2019, valid_from: "2021-11-01"}
    """
    for index, own in enumerate(office.participations):
        agreement = world.context.agreements.get(own.agreement or "")
        if agreement is None or agreement.kind in WITHOUT_PARTICIPATION:
            continue
        if own.agency not in agreement.principals:
            words = Text(f"{own.agency} är inte part i {agreement.id}", f"{own.agency} is no party to {agreement.id}")
            advice = Text(
                "ange det avtal som myndigheten är part i", "name the agreement that the agency is a party to"
            )
            yield Breach(("participations", index, "agency"), words, advice)
        began, last = agreement.since or agreement.concluded, in_force(agreement).last
        if own.since and began and own.since.last < began.first:
            words = Text(
                f"börjar {when(own.since).sv}, men {agreement.id} börjar {when(began).sv}",
                f"begins {when(own.since).en}, but {agreement.id} {when(began).en}",
            )
            yield Breach(("participations", index, "valid_from"), words, _WITHIN)
        if last and own.period.last is None and last < world.today:
            words = Text(
                f"har ingen sista dag, men {agreement.id} löpte ut {last}", f"{agreement.id} ran out on {last}"
            )
            yield Breach(("participations", index), words, _WITHIN, Severity.WARNING)
        elif last and own.period.last and own.period.last > last:
            words = Text(
                f"slutar {own.period.last}, men {agreement.id} slutar {last}",
                f"ends on {own.period.last}, but {agreement.id} on {last}",
            )
            yield Breach(("participations", index, "valid_through"), words, _WITHIN)


_WITHIN = Text(
    "håll posten inom avtalets tid, eller ange det avtal som gällde",
    "keep the entry within the agreement's days, or name the agreement that held",
)


@BOOK.world_rule("SSC403", Severity.ERROR)
def part_in_a_closed_office(office: Office, world: World) -> Iterator[Breach]:
    """An agency takes part on days when the office is not open any more, or not yet.

    Nobody gives service in an office that is closed. An entry without a last day in an office that has closed is a
    gap, and a warning.

    Svenska: En myndighet medverkar när kontoret inte längre, eller inte ännu, är öppet.

    Ingen ger service på ett nedlagt kontor. En post utan sista dag på ett kontor som lagts ned är en lucka och ger en
    varning.

    Bad:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: closed, on: "2025-05-31", last_day: "2025-05-30"}
        participations:
          - {agency: skatteverket, agreement: takeover-2019, valid_from: "2021-11-01", valid_through: "2026-12-31"}
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: closed, on: "2025-05-31", last_day: "2025-05-30"}
        participations:
          - {agency: skatteverket, agreement: takeover-2019, valid_from: "2021-11-01", valid_through: "2025-05-30"}
    """
    if not office.participations:
        return
    gone = certain_periods(office.lifecycle, (Status.CLOSED, Status.CANCELLED))
    first = next(iter(turns(office.lifecycle)), None)
    opened = first.on if first and first.event.kind is EventKind.OPENED else None
    left = Text("avsluta posten med kontorets sista besöksdag", "end the entry with the office's last day for visitors")
    for index, own in enumerate(office.participations):
        since, last = own.since, own.period.last
        if since and opened and since.last < opened.first:
            words = Text(
                f"börjar {when(since).sv}, men kontoret öppnade {when(opened).sv}",
                f"begins {when(since).en}, but the office opened {when(opened).en}",
            )
            yield Breach(("participations", index, "valid_from"), words, _AS_OPEN)
        elif since and any(since.first in span and since.last in span for span in gone):
            words = Text(
                f"börjar {when(since).sv}, men kontoret är då stängt",
                f"begins {when(since).en}, but the office is closed then",
            )
            yield Breach(("participations", index, "valid_from"), words, _AS_OPEN)
        elif last and any(last in span for span in gone):
            words = Text(f"till {last}, men kontoret är då stängt", f"through {last}, but the office is closed then")
            yield Breach(("participations", index, "valid_through"), words, left)
        elif last is None and any(world.today in span for span in gone):
            words = Text("har ingen sista dag, men kontoret är stängt", "has no last day, but the office is closed")
            yield Breach(("participations", index), words, left, Severity.WARNING)


_AS_OPEN = Text(
    "kontrollera dagen mot kontorets händelser (lifecycle)", "check the day against the office's events (lifecycle)"
)


@BOOK.office_rule("SSC404", Severity.ERROR)
def agency_takes_part_twice(office: Office) -> Iterator[Breach]:
    """An agency has two entries that hold on the same day.

    Two entries may differ in level, booking or agreement; a visitor must get one answer.

    Svenska: En myndighet har två poster som gäller samma dag.

    Två poster kan skilja sig i nivå, bokning eller avtal. En besökare ska få ett svar.

    Bad:
        participations:
          - {agency: skatteverket, agreement: takeover-2019, valid_from: "2021-11-01", level: general}
          - {agency: skatteverket, agreement: takeover-2019, valid_from: "2024-01-01", level: guidance}
    Good:
        participations:
          - agency: skatteverket
            agreement: takeover-2019
            valid_from: "2021-11-01"
            valid_through: "2023-12-31"
            level: general
          - {agency: skatteverket, agreement: takeover-2019, valid_from: "2024-01-01", level: guidance}
    """
    for (_, one), (index, other) in combinations(enumerate(office.participations), 2):
        if one.agency == other.agency and _at_once(one, other):
            words = Text(
                f"{one.agency} har redan en post samma tid", f"{one.agency} has an entry for the same days already"
            )
            yield Breach(("participations", index), words, _ONE_AT_A_TIME)


def _at_once(one: Participation, other: Participation) -> bool:
    return _certain(one).overlaps(_certain(other))


def _certain(own: Participation) -> Period:
    """The days on which an entry holds for certain: where nothing tells when it began, its last, or days to come."""
    if own.since:
        return Period(own.since.last, own.period.end)
    return Period(own.period.last or date.max, own.period.end)


_ONE_AT_A_TIME = Text(
    "sätt valid_through för den ena till dagen före den andra, eller slå ihop dem",
    "set the one's valid_through to the day before the other, or make them one",
)
