"""What changes, topics and fields are called in reports of changes."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.cli.language import said
from sscctl.cli.words import BOOKING, FACILITY, LEVEL, OFFICE_KIND
from sscctl.domain.change import ChangeKind, Topic
from sscctl.domain.office import Booking, Level, OfficeKind
from sscctl.text import Text

HEADINGS: Mapping[ChangeKind, Text] = {
    ChangeKind.VANISHES: Text("Försvinner ur registret", "Vanishes from the registry"),
    ChangeKind.CLOSES: Text("Läggs ned", "Closes"),
    ChangeKind.SUSPENDS: Text("Stänger tillfälligt", "Closes for a time"),
    ChangeKind.CLOSING_ANNOUNCED: Text("Nedläggning aviserad", "Closing announced"),
    ChangeKind.OPENING_POSTPONED: Text("Öppnar senare än sagt", "Opens later than was said"),
    ChangeKind.CANCELLED: Text("Blir inte av", "Does not come to be"),
    ChangeKind.MOVES: Text("Flyttar", "Moves"),
    ChangeKind.HOURS_CUT: Text("Kortare öppettider", "Shorter hours"),
    ChangeKind.AGENCY_LEAVES: Text("Myndighet lämnar", "Agency leaves"),
    ChangeKind.HOURS_CHANGED: Text("Andra öppettider", "Other hours"),
    ChangeKind.DEVIATION: Text("Avvikande dagar", "Days with other hours"),
    ChangeKind.ADDRESS: Text("Annan adress", "Other address"),
    ChangeKind.STAYS: Text("Finns kvar", "Stays"),
    ChangeKind.OPENS: Text("Öppnar", "Opens"),
    ChangeKind.REOPENS: Text("Öppnar igen", "Reopens"),
    ChangeKind.HOURS_EXTENDED: Text("Längre öppettider", "Longer hours"),
    ChangeKind.AGENCY_JOINS: Text("Myndighet ansluter", "Agency joins"),
    ChangeKind.PARTICIPATION: Text("Annan service", "Other service"),
    ChangeKind.PLANNED: Text("Planeras", "Planned"),
    ChangeKind.RENAMED: Text("Byter namn", "Renamed"),
    ChangeKind.CO_LOCATION: Text("Samlokalisering", "Co-location"),
    ChangeKind.DETAIL: Text("Andra uppgifter", "Other details"),
    ChangeKind.ADDED: Text("Nytt i registret", "New in the registry"),
    ChangeKind.REMOVED: Text("Borttaget ur registret", "Removed from the registry"),
    ChangeKind.STATUS: Text("Status", "Status"),
    ChangeKind.CHANGED: Text("Ändrade uppgifter", "Changed facts"),
}
"""What a group of changes of one kind is headed."""

TOPICS: Mapping[Topic, Text] = {
    Topic.OFFICE: Text("kontor", "office"),
    Topic.AGREEMENT: Text("avtal", "agreement"),
    Topic.AGENCY: Text("myndighet", "agency"),
    Topic.DECISION: Text("beslut", "decision"),
    Topic.REGISTRY: Text("registrets inställningar", "the registry's settings"),
    Topic.NETWORK: Text("hela nätet", "the network as a whole"),
    Topic.REFERENCE: Text("referensdata", "reference data"),
}
"""What sort of thing a change is about."""

_FIELDS: Mapping[str, Text] = {
    "addresses": Text("adress", "address"),
    "agency": Text("ny myndighet", "new agency"),
    "agreement": Text("nytt avtal", "new agreement"),
    "booking": Text("bokning", "booking"),
    "co_locations": Text("samlokalisering", "co-location"),
    "concluded": Text("ingått", "concluded"),
    "contact": Text("kontakt", "contact"),
    "date": Text("datum", "date"),
    "decision": Text("nytt beslut", "new decision"),
    "deviations": Text("avvikande dagar", "days with other hours"),
    "disagreements": Text("vad andra källor säger", "what other sources say"),
    "document": Text("handling", "document"),
    "email": Text("e-post", "email"),
    "facilities": Text("utrustning", "facilities"),
    "file": Text("fil", "file"),
    "id": Text("id", "id"),
    "kind": Text("slag", "kind"),
    "level": Text("nivå", "level"),
    "lifecycle": Text("livscykel", "life"),
    "municipality": Text("kommun", "municipality"),
    "name": Text("namn", "name"),
    "offices": Text("kontor", "offices"),
    "opening_hours": Text("om öppettiderna", "on the hours"),
    "other_hours": Text("andra tider", "other times"),
    "appointment": Text("efter bokning", "by appointment"),
    "self_service": Text("självservice", "self-service"),
    "participations": Text("deltagande", "participation"),
    "phone": Text("telefon", "telephone"),
    "phones": Text("telefon", "telephones"),
    "policies": Text("regler", "policies"),
    "predecessor": Text("föregångare", "predecessor"),
    "principals": Text("uppdragsgivare", "principals"),
    "reference": Text("beteckning", "reference"),
    "remarks": Text("anmärkningar", "remarks"),
    "retrieved": Text("hämtad", "retrieved"),
    "scope": Text("omfattning", "scope"),
    "services": Text("tjänster", "services"),
    "sources": Text("källor", "sources"),
    "title": Text("rubrik", "title"),
    "town": Text("ort", "town"),
    "url": Text("adress på webben", "web address"),
    "valid_from": Text("gäller från", "valid from"),
    "valid_through": Text("gäller till och med", "valid through"),
    "waivers": Text("undantag", "waivers"),
    "web": Text("webb", "web"),
}


def field(path: str, agency: str = "") -> str:
    """A field in words: `contact, web`; what has no words of its own is named as in the file."""
    first, *rest = path.split("/")
    parts = [_FIELDS.get(first, Text(first, first))]
    if first == "sources" and rest:
        parts = [Text(f"källa {rest[0]}", f"source {rest[0]}")]
        rest = rest[1:]
    if first == "participations" and rest:
        parts = [Text(agency, agency)]
        rest = rest[1:]
    parts += [FACILITY.get(part) or _FIELDS.get(part) or Text(part, part) for part in rest]
    return ", ".join(map(said, parts))


def word(path: str, value: str) -> str:
    """A value that is one of a few words, in the language of this process; any other value as it is."""
    last = path.rpartition("/")[2]
    if last == "level" and value in set(Level):
        return said(LEVEL[Level(value)])
    if last == "booking" and value in set(Booking):
        return said(BOOKING[Booking(value)])
    if path == "kind" and value in set(OfficeKind):
        return said(OFFICE_KIND[OfficeKind(value)])
    return value
