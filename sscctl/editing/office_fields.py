"""Which fields of an office are set by hand, and which command changes the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sscctl.editing.fields import fields_of
from sscctl.reading.kinds import Kind
from sscctl.text import Text


def settable() -> Iterator[str]:
    """Yield the fields that can be set in every office."""
    return (field for field in fields_of(Kind.OFFICE) if field not in ELSEWHERE)


_LIFE = Text(
    "statusen följer av händelserna; använd sscctl office close, suspend, reopen eller move",
    "the status follows from the events; use sscctl office close, suspend, reopen or move",
)
_MOVE = Text(
    "använd sscctl office move; en skriven adress rättas fält för fält, till exempel addresses.0.street",
    "use sscctl office move; an address that is there is mended field by field, such as addresses.0.street",
)
_HOURS = Text("använd sscctl hours set", "use sscctl hours set")
_DEVIATE = Text("använd sscctl hours deviate", "use sscctl hours deviate")
_AGREEMENT = Text(
    "använd sscctl agreement add eller end; en skriven post ändras fält för fält, till exempel participations.0.level",
    "use sscctl agreement add or end; an entry that is there is changed field by field, such as participations.0.level",
)
_EDIT = Text("använd sscctl office edit", "use sscctl office edit")

ELSEWHERE: Mapping[str, Text] = {
    "id": Text("använd sscctl office rename", "use sscctl office rename"),
    "status": _LIFE,
    "lifecycle": _LIFE,
    "opened": _LIFE,
    "closed": _LIFE,
    "county": Text("länet följer av kommunen; sätt municipality", "the county follows from municipality; set that"),
    "address": _MOVE,
    "addresses": _MOVE,
    "hours": _HOURS,
    "opening_hours": _HOURS,
    "other_hours": _EDIT,
    "deviations": _DEVIATE,
    "participations": _AGREEMENT,
    "co_locations": _EDIT,
    "services": _EDIT,
    "remarks": _EDIT,
    "disagreements": _EDIT,
    "sources": _EDIT,
    "waivers": _EDIT,
}
"""What a person may want to set and cannot, with the command that does it."""
