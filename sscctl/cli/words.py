"""The words that people read for the values of the domain."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.domain.event import EventKind, Status
from sscctl.domain.finding import Severity
from sscctl.domain.hours import Weekday
from sscctl.domain.office import Booking, CoLocationStatus, HostRole, Level, OfficeKind
from sscctl.domain.partial_date import PartialDate
from sscctl.text import Text

STATUS: Mapping[Status, Text] = {
    Status.PROPOSED: Text("föreslaget", "proposed"),
    Status.PLANNED: Text("planerat", "planned"),
    Status.OPEN: Text("öppet", "open"),
    Status.SUSPENDED: Text("tillfälligt stängt", "closed for now"),
    Status.CLOSED: Text("nedlagt", "closed"),
    Status.CANCELLED: Text("inställt", "cancelled"),
    Status.UNKNOWN: Text("okänt", "unknown"),
}

OFFICE_KIND: Mapping[OfficeKind, Text] = {
    OfficeKind.OFFICE: Text("kontor", "office"),
    OfficeKind.MOBILE: Text("mobilt", "mobile"),
    OfficeKind.TEMPORARY: Text("tillfälligt", "temporary"),
}

EVENT: Mapping[EventKind, Text] = {
    EventKind.PROPOSED: Text("föreslogs", "proposed"),
    EventKind.PLANNED: Text("planerades", "planned"),
    EventKind.COMMISSIONED: Text("uppdrag gavs", "commissioned"),
    EventKind.OPENED: Text("öppnade", "opened"),
    EventKind.INAUGURATED: Text("invigdes", "inaugurated"),
    EventKind.OBSERVED: Text("sågs", "was seen"),
    EventKind.SUSPENDED: Text("stängde tillfälligt", "closed for a time"),
    EventKind.REOPENED: Text("öppnade igen", "reopened"),
    EventKind.REOPENING_ANNOUNCED: Text("återöppning aviserades", "reopening announced"),
    EventKind.MOVED: Text("flyttade", "moved"),
    EventKind.CLOSING_ANNOUNCED: Text("nedläggning aviserades", "closing announced"),
    EventKind.CLOSING_DECIDED: Text("nedläggning beslutades", "closing decided"),
    EventKind.CLOSED: Text("lades ned", "closed"),
    EventKind.CANCELLED: Text("ställdes in", "cancelled"),
}

CO_LOCATION: Mapping[CoLocationStatus, Text] = {
    CoLocationStatus.PROPOSED: Text("föreslagen", "proposed"),
    CoLocationStatus.UNDER_STUDY: Text("utreds", "under study"),
    CoLocationStatus.PLANNED: Text("planerad", "planned"),
    CoLocationStatus.AGREED: Text("avtalad", "agreed"),
    CoLocationStatus.ACTIVE: Text("pågår", "active"),
    CoLocationStatus.ENDED: Text("avslutad", "ended"),
    CoLocationStatus.DECLINED: Text("avböjd", "declined"),
}

CO_LOCATION_KIND: Mapping[str, Text] = {
    "driving_test": Text("körprov", "driving tests"),
    "municipal_service": Text("kommunal service", "municipal service"),
    "agency_office": Text("myndighetskontor", "agency office"),
    "library": Text("bibliotek", "library"),
    "police": Text("polis", "police"),
    "shop": Text("butik", "shop"),
    "other": Text("annat", "other"),
}

ROLE: Mapping[HostRole, Text] = {
    HostRole.HOST: Text("servicekontoret är värd", "the office is host"),
    HostRole.GUEST: Text("servicekontoret är gäst", "the office is guest"),
    HostRole.SHARED: Text("gemensam lokal", "shared premises"),
}

LEVEL: Mapping[Level, Text] = {
    Level.GENERAL: Text("allmän information", "general information"),
    Level.GUIDANCE: Text("vägledning", "guidance"),
    Level.OWN_MATTER: Text("hjälp med eget ärende", "help with one's own matter"),
    Level.HANDLING: Text("handläggning", "handling"),
}

BOOKING: Mapping[Booking, Text] = {
    Booking.DROP_IN: Text("utan bokning", "no booking needed"),
    Booking.BOOKED: Text("bokat besök", "booked visits"),
    Booking.BOTH: Text("med eller utan bokning", "with or without booking"),
}

FACILITY: Mapping[str, Text] = {
    "video_meeting_room": Text("videomötesrum", "video meeting room"),
    "wheelchair": Text("rullstolsanpassat", "wheelchair access"),
    "hearing_loop": Text("hörslinga", "hearing loop"),
    "customer_computers": Text("kunddatorer", "computers for visitors"),
    "accessible_toilet": Text("tillgänglig toalett", "accessible toilet"),
    "queue_system": Text("nummerlappar", "queue tickets"),
    "guard": Text("vakt", "guard"),
}

SEVERITY: Mapping[Severity, Text] = {
    Severity.ERROR: Text("fel", "error"),
    Severity.WARNING: Text("varning", "warning"),
    Severity.NOTE: Text("notis", "note"),
}

WEEKDAY: Mapping[Weekday, Text] = {
    Weekday.MON: Text("måndag", "Monday"),
    Weekday.TUE: Text("tisdag", "Tuesday"),
    Weekday.WED: Text("onsdag", "Wednesday"),
    Weekday.THU: Text("torsdag", "Thursday"),
    Weekday.FRI: Text("fredag", "Friday"),
    Weekday.SAT: Text("lördag", "Saturday"),
    Weekday.SUN: Text("söndag", "Sunday"),
}


def when(on: PartialDate | None) -> Text:
    """A date as a person says it: `2021-11`, `by 2023-10-02`, `at an unknown time`."""
    if on is None:
        return Text("okänt datum", "date unknown")
    if not on.has_start:
        return Text(f"senast {on.last}", f"by {on.last}")
    if "/" in on.text:
        first, _, last = on.text.partition("/")
        return Text(f"mellan {first} och {last}", f"between {first} and {last}")
    return Text(on.text, on.text)
