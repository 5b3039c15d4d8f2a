"""SSC405–SSC407, SSC420: who is there at an open office, and on what terms."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.event import Status
from sscctl.domain.finding import Severity
from sscctl.domain.office import Booking, Level, Office
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_CORE = ("forsakringskassan", "pensionsmyndigheten", "skatteverket")
"""Every service officer handles their matters (practice core-agencies)."""

_EMPLOYMENT, _MANDATE = "arbetsformedlingen", "sfs-2022-811"
"""SFS 2022:811, section 20: the agency must have a service agreement."""

_ID_CARD = "id-card"
"""Taken at booked visits only (practice id-card-booking)."""


def _is_open(office: Office, world: World) -> bool:
    return office.status_on(world.today) is Status.OPEN


@BOOK.world_rule("SSC405", Severity.ERROR)
def nobody_takes_part(office: Office, world: World) -> Iterator[Breach]:
    """No agency takes part at an open office.

    An office is there to give the agencies' service; one without any is either closed, or its entries are missing or
    have all run out.

    Svenska: Ingen myndighet medverkar på ett öppet kontor.

    Ett kontor finns för att ge myndigheternas service. Ett utan någon är antingen stängt, eller så saknas posterna
    eller har alla löpt ut.

    Bad:
        participations: []
        agreements/takeover-2019: {valid_through: "2025-12-31"}
    Good:
        participations: [{agency: skatteverket, valid_from: "2021-11-01"}]
        agreements/takeover-2019: {valid_through: "2025-12-31"}
    """
    if not world.context.attending(office, world.today) and _is_open(office, world):
        yield Breach(
            ("participations",) if office.participations else (),
            Text("kontoret är öppet, men ingen myndighet medverkar", "the office is open, but no agency takes part"),
            Text("lägg till de myndigheter som en källa nämner", "add the agencies that a source names"),
        )


@BOOK.world_rule("SSC406", Severity.WARNING)
def core_agency_absent(office: Office, world: World) -> Iterator[Breach]:
    """An open office lacks Försäkringskassan, Pensionsmyndigheten or Skatteverket.

    Every service officer handles their matters (practice core-agencies, told on 20 March 2020). Where nobody takes
    part at all, SSC405 says so instead.

    Svenska: Ett öppet kontor saknar Försäkringskassan, Pensionsmyndigheten eller Skatteverket.

    Alla servicehandläggare hanterar deras ärenden (praxis core-agencies, känd den 20 mars 2020). Där ingen medverkar
    alls säger SSC405 det i stället.

    Bad:
        participations: [{agency: skatteverket, valid_from: "2021-11-01"}]
        agreements/takeover-2019: {valid_through: "2025-12-31"}
    Good:
        agreements/takeover-2019: {valid_through: "2027-12-31"}
    """
    present = world.context.attending(office, world.today)
    absent = [agency for agency in _CORE if agency not in present]
    if absent and present and _is_open(office, world):
        known = world.context.agencies
        names = ", ".join(known[agency].name_sv if agency in known else agency for agency in absent)
        yield Breach(
            ("participations",) if office.participations else (),
            Text(f"kontoret saknar {names}", f"the office lacks {names}"),
            Text("lägg till dem om en källa nämner dem", "add them where a source names them"),
        )


@BOOK.world_rule("SSC407", Severity.WARNING)
def employment_service_absent(office: Office, world: World) -> Iterator[Breach]:
    """An open office lacks Arbetsförmedlingen.

    Since 1 December 2022 the agency must have a service agreement with the operator (SFS 2022:811, section 20). The
    section does not say at which offices, so this may be right: where the agreement that holds names no offices either,
    it is only a note.

    Svenska: Ett öppet kontor saknar Arbetsförmedlingen.

    Sedan den 1 december 2022 ska myndigheten ha ett serviceavtal med huvudmannen (20 § SFS 2022:811). Paragrafen säger
    inte på vilka kontor, så det kan stämma; om avtalet som gäller inte heller anger några kontor är det bara en notis.

    Bad:
        agreements/takeover-2019: {principals: [forsakringskassan, pensionsmyndigheten, skatteverket]}
        decisions/sfs-2022-811:
          kind: ordinance
          title: {sv: Förordning med instruktion för Arbetsförmedlingen}
          in_force: "2022-12-01"
    Good:
        decisions/sfs-2022-811:
          kind: ordinance
          title: {sv: Förordning med instruktion för Arbetsförmedlingen}
          in_force: "2022-12-01"
    """
    mandate = world.context.decisions.get(_MANDATE)
    if mandate is None or mandate.in_force is None or world.today < mandate.in_force:
        return
    present = world.context.attending(office, world.today)
    if present and _EMPLOYMENT not in present and _is_open(office, world):
        yield Breach(
            ("participations",) if office.participations else (),
            Text("kontoret saknar Arbetsförmedlingen", "the office lacks Arbetsförmedlingen"),
            Text(
                f"lägg till myndigheten om en källa nämner den (avtal krävs sedan {mandate.in_force})",
                f"add the agency where a source names it (an agreement is required since {mandate.in_force})",
            ),
            Severity.NOTE if _is_left_open(world) else None,
        )


def _is_left_open(world: World) -> bool:
    """Whether an agreement with the agency holds of which nobody knows at which offices."""
    return any(
        _EMPLOYMENT in agreement.principals and agreement.scope is None and world.today in agreement.period
        for agreement in world.context.agreements.values()
    )


@BOOK.world_rule("SSC420", Severity.WARNING)
def handled_without_means(office: Office, world: World) -> Iterator[Breach]:
    """Matters are handled without access to the agency's case system, or identity cards are taken without booking.

    Who handles a matter must be able to see it; the agreement says whether the staff can. An identity card is applied
    for at a booked visit, so a visitor who drops in is turned away.

    Svenska: Ärenden handläggs utan tillgång till myndighetens system, eller id-kort tas emot utan bokning.

    Den som handlägger ett ärende måste kunna se det, och avtalet säger om personalen kan det. Ansökan om id-kort görs
    vid ett bokat besök, så den som kommer utan bokning får vända.

    Bad:
        services: [{agency: skatteverket, service: id-card, available: true, booking: drop_in}]
    Good:
        services: [{agency: skatteverket, service: id-card, available: true, booking: booked}]
    """
    for index, own in enumerate(office.participations):
        if world.today not in own.period:
            continue
        agreement = world.context.agreements.get(own.agreement or "")
        if own.level is Level.HANDLING and not (agreement and agreement.case_system_access):
            yield Breach(("participations", index, "level"), _BLIND.format(agency=own.agency), _GIVE_ACCESS)
        if _ID_CARD in own.services and own.booking is not Booking.BOOKED:
            yield Breach(("participations", index), _UNBOOKED, _BOOK_IT)
    for index, service in enumerate(office.services):
        if service.service == _ID_CARD and service.available and service.booking is not Booking.BOOKED:
            yield Breach(("services", index), _UNBOOKED, _BOOK_IT)


_BLIND = Text(
    "handläggning åt {agency} utan känd tillgång till dess system",
    "handling for {agency} without known access to its system",
)
_GIVE_ACCESS = Text(
    "ange case_system_access i avtalet, eller en annan nivå",
    "note `case_system_access` in the agreement, or give another level",
)
_UNBOOKED = Text("id-kort utan bokat besök", "identity cards without a booked visit")
_BOOK_IT = Text("ange booking: booked om källan säger det", "give booking: booked where the source says so")
