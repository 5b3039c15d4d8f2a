"""How each value is merged: as a whole, key by key, or entry by entry; and what makes an entry the same entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from sscctl.reading.kinds import Kind, kind_of


@dataclass(frozen=True, slots=True)
class Whole:
    """What both sides changed is a conflict, wherever in it they did: a day's hours, a position, a text in words."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping that is merged key by key; a key that `below` does not name has a value that is a whole.

    Keys that stand in one set of `together` describe one thing between them: both sides may add to it, but where one
    changes what stood there, it is theirs alone.
    """

    below: Mapping[str, Sort] = field(default_factory=lambda: MappingProxyType({}))
    together: tuple[frozenset[str], ...] = ()

    def under(self, key: str) -> Sort:
        """How the value of `key` is merged."""
        return self.below.get(key, WHOLE)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping whose keys are ids: each value is a thing of its own."""

    each: Fields


@dataclass(frozen=True, slots=True)
class Records:
    """A list of mappings that are told apart by the values of the keys `by`; where these repeat, by those of `or_by`.

    Where an entry still has its double, the list is a whole.
    """

    by: tuple[str, ...]
    or_by: tuple[str, ...] = ()
    each: Fields = field(default_factory=Fields)


@dataclass(frozen=True, slots=True)
class Names:
    """A list of single values, each there or not; one that stands alone may do so without the list."""


Sort: TypeAlias = Whole | Fields | Keyed | Records | Names
"""How a value is merged."""

WHOLE = Whole()
NAMES = Names()
_SOURCED = Fields({"source": NAMES})
_SOURCES = Keyed(Fields())
_WAIVERS = Records(("rule",), ("rule", "reason"))
_REMARKS = Records(("on", "text"), each=_SOURCED)

_EVENT = Fields(
    {"successors": NAMES, "consulted": NAMES, "source": NAMES},
    (frozenset({"last_day", "expected", "decision", "body"}),),
)
_ADDRESS = Fields({"source": NAMES}, (frozenset({"street", "postcode", "post_town", "locality", "position"}),))
_SCHEDULES = Records(
    ("valid_from", "weeks", "undated"),
    ("valid_from", "weeks", "undated", "source"),
    Fields({"weekly": Fields(), "source": NAMES}),
)
_DEVIATION = Fields({"source": NAMES}, (frozenset({"hours", "reason"}),))
_PARTICIPATION = Fields({"services": NAMES, "source": NAMES})
_CO_LOCATION = Fields({"opening_hours": _SCHEDULES, "source": NAMES})

SORTS: Mapping[Kind, Fields] = {
    Kind.OFFICE: Fields(
        {
            "lifecycle": Records(("event", "on"), ("event", "on", "source"), _EVENT),
            "addresses": Records(("valid_from",), ("valid_from", "source"), _ADDRESS),
            "opening_hours": _SCHEDULES,
            "other_hours": Records(
                ("access", "valid_from"),
                ("access", "valid_from", "source"),
                Fields({"weekly": Fields(), "source": NAMES}),
            ),
            "deviations": Records(("on", "valid_from", "valid_through"), each=_DEVIATION),
            "participations": Records(("agency", "agreement", "valid_from"), each=_PARTICIPATION),
            "co_locations": Records(
                ("party", "municipality", "other", "kind", "valid_from"),
                ("party", "municipality", "other", "kind", "valid_from", "agreement", "role"),
                _CO_LOCATION,
            ),
            "services": Records(("agency", "service", "valid_from"), each=_SOURCED),
            "facilities": Fields(),
            "contact": Fields(),
            "remarks": _REMARKS,
            "disagreements": Records(("field", "value"), each=_SOURCED),
            "sources": _SOURCES,
            "waivers": _WAIVERS,
        }
    ),
    Kind.AGENCY: Fields(
        {
            "also_known_as": NAMES,
            "phones": Records(("number", "short_number", "kind"), each=_SOURCED),
            "services": Records(("id",), each=_SOURCED),
            "sources": _SOURCES,
        }
    ),
    Kind.AGREEMENT: Fields(
        {
            "principals": NAMES,
            "offices": NAMES,
            "tasks": Records(("id",), each=Fields({"access": NAMES, "source": NAMES})),
            "legal_basis": Records(("act", "section")),
            "yearly_reports": NAMES,
            "sources": _SOURCES,
            "waivers": _WAIVERS,
        }
    ),
    Kind.DECISION: Fields(
        {
            "amended_by": Records(("reference",), each=Fields({"sections": NAMES})),
            "preparatory": NAMES,
            "points": Records(("section",), ("section", "text"), _SOURCED),
            "offices": NAMES,
            "municipalities": NAMES,
            "consulted": NAMES,
            "gaps": NAMES,
            "sources": _SOURCES,
        }
    ),
    Kind.REGISTRY: Fields(
        {
            "attributions": Records(("concerns", "text")),
            "policies": Fields(
                {"closed_days": NAMES, "staggered_closing": Fields({"offices": NAMES, "source": NAMES})}
            ),
            "sources": _SOURCES,
        }
    ),
    Kind.NETWORK: Fields(
        {
            "counts": Records(("on", "scope"), ("on", "scope", "source"), _SOURCED),
            "visits": Records(("year", "period", "matters"), ("year", "period", "matters", "source"), _SOURCED),
            "funds": Records(("year", "period"), ("year", "period", "source"), _SOURCED),
            "practices": Records(("id",), each=_SOURCED),
            "test_place_counts": Records(("on",), ("on", "source"), _SOURCED),
            "remarks": _REMARKS,
            "sources": _SOURCES,
        }
    ),
}
"""How the documents of each kind are merged."""


def kind_in(path: str) -> Kind | None:
    """The kind of the document at a path that begins at or above the registry's root; `None` where it is none."""
    steps = path.split("/")
    kinds = (kind_of("/".join(steps[start:])) for start in range(len(steps)))
    return next((kind for kind in kinds if kind), None)
