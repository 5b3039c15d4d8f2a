"""The names that people have for the facts of an office, and where in a document each stands on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from sscctl.diffing.biography import Found, look_up
from sscctl.diffing.entries import Entry, Tree, decoded
from sscctl.domain.collation import folded
from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.finding import Pointer
from sscctl.domain.hours import OtherSchedule, Schedule, Weekday
from sscctl.domain.lifecycle import status_on, turns
from sscctl.domain.office import CoLocation, OfficeService, Participation
from sscctl.domain.place import Address

Locate = Callable[[Tree, date], Found]

_NOWHERE = Found(None, ())


def _at(*pointer: str | int) -> Locate:
    return lambda tree, _: _found(tree, [pointer])


def _found(tree: Tree, pointers: Sequence[Pointer]) -> Found:
    """The one value, or the list of several; those that are absent are left out."""
    there = [pointer for pointer in pointers if look_up(tree, pointer) is not None]
    values = [look_up(tree, pointer) for pointer in there]
    if not values:
        return _NOWHERE
    return Found(values[0] if len(values) == 1 else values, tuple(there))


def _entries(tree: Tree, topic: str) -> Iterator[tuple[Pointer, Entry]]:
    entries = tree.get(topic)
    for place, entry in enumerate(entries if isinstance(entries, list) else ()):
        if (one := decoded(topic, entry)) is not None:
            yield (topic, place), one


def _address(*below: str) -> Locate:
    """The address that holds on the day, else the last to begin; of it one part."""

    def locate(tree: Tree, day: date) -> Found:
        known = [(pointer, one) for pointer, one in _entries(tree, "addresses") if isinstance(one, Address)]
        order = [(day in one.period, one.period.start or date.min, pointer) for pointer, one in known]
        return _found(tree, [(*max(order)[2], *below)]) if order else _NOWHERE

    return locate


def _hours(*below: str) -> Locate:
    """The ordinary schedules of the day's period, else those that no source dates, else all."""

    def locate(tree: Tree, day: date) -> Found:
        known = [(pointer, one) for pointer, one in _entries(tree, "opening_hours") if isinstance(one, Schedule)]
        now = [pointer for pointer, one in known if not one.undated and day in one.period]
        undated = [pointer for pointer, one in known if one.undated]
        return _found(tree, [(*pointer, *below) for pointer in now or undated or [pointer for pointer, _ in known]])

    return locate


def _holding(topic: str, agency: str | None = None) -> Locate:
    """The entries of a list that hold on the day, of one agency where it is given; else all of them."""

    def locate(tree: Tree, day: date) -> Found:
        known = [(pointer, one) for pointer, one in _entries(tree, topic) if agency in (None, _party(one))]
        now = [pointer for pointer, one in known if _holds(one, day)]
        return _found(tree, now or [pointer for pointer, _ in known])

    return locate


def _party(entry: Entry) -> str | None:
    return entry.agency if isinstance(entry, Participation | OfficeService) else None


def _holds(entry: Entry, day: date) -> bool:
    match entry:
        case Participation() | CoLocation():
            return day in entry.period
        case OtherSchedule():
            return day in entry.schedule.period
        case _:
            return True


def _events(tree: Tree) -> list[tuple[Pointer, Event]]:
    return [(pointer, one) for pointer, one in _entries(tree, "lifecycle") if isinstance(one, Event)]


def _status(tree: Tree, day: date) -> Found:
    """What the office is on the day, and the event that made it so, or that may have."""
    events = _events(tree)
    if not events:
        return _NOWHERE
    status = status_on(tuple(event for _, event in events), day)
    begun = [turn for turn in turns(event for _, event in events) if turn.on.first <= day]
    made = [turn.event for turn in begun if turn.status is status] or [turn.event for turn in begun]
    places = [pointer for pointer, event in events if made and event is made[-1]]
    return Found(status.value, tuple(places)) if places else Found(Status.UNKNOWN.value, ())


def _date_of(kinds: tuple[EventKind, ...], key: str) -> Locate:
    """A date of the last event of these kinds that carries it."""

    def locate(tree: Tree, _: date) -> Found:
        places = [(*pointer, key) for pointer, event in _events(tree) if event.kind in kinds]
        there = [place for place in places if look_up(tree, place) is not None]
        return _found(tree, there[-1:])

    return locate


_CLOSINGS = (EventKind.CLOSING_DECIDED, EventKind.CLOSED)
_NAMED: Mapping[str, tuple[tuple[str, ...], Locate]] = {
    "name": (("namn",), _at("name")),
    "kind": (("slag",), _at("kind")),
    "municipality": (("kommun",), _at("municipality")),
    "town": (("ort",), _at("town")),
    "predecessor": (("föregångare",), _at("predecessor")),
    "status": ((), _status),
    "opened": (("öppnade", "öppnat"), _date_of((EventKind.OPENED, EventKind.INAUGURATED), "on")),
    "closed": (("nedlagt",), _date_of((EventKind.CLOSED,), "on")),
    "last_day": (("sista besöksdag", "last day"), _date_of(_CLOSINGS, "last_day")),
    "address": (("adress", "besöksadress"), _address()),
    "street": (("gata", "gatuadress"), _address("street")),
    "postcode": (("postnummer",), _address("postcode")),
    "post_town": (("postort",), _address("post_town")),
    "locality": (("lokal", "plats"), _address("locality")),
    "directions": (("vägbeskrivning",), _address("directions")),
    "position": (("läge", "koordinater", "coordinates"), _address("position")),
    "hours": (("öppettider", "opening hours"), _hours()),
    **{day.value: ((), _hours("weekly", day.value)) for day in Weekday},
    "other_hours": (("andra tider",), _holding("other_hours")),
    "deviations": (("avvikelser",), _at("deviations")),
    "agencies": (("myndigheter",), _holding("participations")),
    "co_locations": (("samlokalisering", "samlokaliseringar", "co-location"), _holding("co_locations")),
    "services": (("tjänster",), _at("services")),
    "facilities": (("utrustning",), _at("facilities")),
    "phone": (("telefon",), _at("contact", "phone")),
    "email": (("e-post",), _at("contact", "email")),
    "web": (("webb", "webbplats", "website"), _at("contact", "web")),
    "remarks": (("anmärkningar",), _at("remarks")),
}
_BY_SPELLING = {folded(word): name for name, (words, _) in _NAMED.items() for word in (name, *words)}


def field(text: str, agencies: frozenset[str] = frozenset()) -> Locate:
    """What a person means: a name such as `street` or `öppettider`, an agency's id, or the way through the file.

    That way is written `addresses/0/street`, with dots as well. Whether anything stands there is for each version.
    """
    spelled = _BY_SPELLING.get(folded(text.strip())) or _BY_SPELLING.get(folded(text.strip()).replace("-", "_"))
    if spelled:
        return _NAMED[spelled][1]
    if text in agencies:
        return _holding("participations", text)
    return _at(*pointer(text))


def pointer(text: str) -> Pointer:
    """Read `addresses/0/street`, `/addresses/0/street` or `addresses.0.street`."""
    steps = text.strip().strip("/").replace(".", "/").split("/")
    return tuple(int(step) if step.isascii() and step.isdecimal() and len(step) < 10 else step for step in steps)


def existing(tree: Tree, day: date) -> list[str]:
    """The names that lead to something in this document."""
    return [name for name, (_, locate) in _NAMED.items() if locate(tree, day).value is not None]


def is_agencies(text: str) -> bool:
    """Whether the name means all who take part."""
    return _BY_SPELLING.get(folded(text.strip())) == "agencies"


def status_of(tree: Tree, day: date) -> Status:
    """What the office of this document is on the day."""
    return status_on(tuple(event for _, event in _events(tree)), day)
