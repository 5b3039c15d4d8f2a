"""Documents with a change or two that nobody thought of: what readers and rules must bear."""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, TypeAlias

from sscctl.domain.finding import Pointer
from tests.base_registry import OFFICE_PATH

Json: TypeAlias = Any

SAID = {"sv": "Ett", "en": "One"}
FULL: dict[str, dict[str, object]] = {
    OFFICE_PATH: {
        "predecessor": "exempelstad-hamnen",
        "lifecycle": [
            {
                "event": "closing_decided",
                "on": "../2026-01",
                "last_day": "2026-06-30",
                "successors": ["exempelby"],
                "consulted": ["municipality"],
                "body": "board",
                "basis": "planned",
                "note": SAID,
            },
            {"event": "observed", "on": "2025/2026", "status": "open"},
        ],
        "opening_hours": [
            {"weekly": {"mon": ["10:00-12:00", "13:00-24:00"]}, "weeks": {"every": 2, "from": "2026-01-01"}},
            {"days_per_week": 3, "weeks": "odd", "undated": True},
            {"weekly": {"fri": []}, "weeks": {"nth": [1, 3]}, "source": ["page"]},
        ],
        "deviations": [
            {"on": "2026-12-23", "hours": ["10:00-13:00"], "reason": SAID},
            {"valid_from": "2026-07-01", "valid_through": "2026-07-02", "hours": [], "reason": SAID},
        ],
        "participations": [{"agency": "migrationsverket", "level": "guidance", "booking": "both", "services": ["id"]}],
        "co_locations": [{"municipality": "0180", "status": "active", "lease_through": "2027", "opening_hours": []}],
        "services": [{"agency": "skatteverket", "service": "id-card", "available": False}],
        "disagreements": [{"field": "name", "value": "Torg", "note": SAID, "source": "page"}],
        "remarks": [{"text": SAID, "on": "2021"}],
        "waivers": [{"rule": "SSC609", "reason": "Försök", "valid_through": "2026-12-31"}],
    },
    "registry.yaml": {},
    "network.yaml": {
        "visits": [{"year": "2024", "visits": 3, "change_percent": 1.5}],
        "practices": [{"id": "a", "rule": SAID}],
    },
    "agencies/skatteverket.yaml": {"phones": [{"number": "+46771567567", "kind": "published"}], "wikidata": "Q836916"},
    "agreements/takeover-2019.yaml": {"yearly_reports": ["2024"], "ended": {"on": "2026"}, "offices": ["exempelby"]},
    "decisions/sfs-2019-212.yaml": {
        "amended_by": [{"reference": "SFS 2019:997", "in_force": "2020-01-01", "sections": ["1"]}],
        "points": [{"section": "2", "text": SAID}],
        "gaps": ["Resten"],
    },
}
VALUES: tuple[Any, ...] = (
    *("", "a", "0180", "180", "2026-01-01", "2026-13-01", "2026", "../2026", "10:00-16:00", "24:00-25:00", "all"),
    *(
        "2026-01-01\n",
        "10:00-16:00\n",
        "a\n",
        "å",
        "a--b",
        "a-",
        "-",
        "Q1",
        "\u2028",
        "a\u0000",
        "😀",
        "x" * 61,
        "x" * 2001,
    ),
    *(0, 1, -1, 2, 7, 8, 180, 1.0, 1.5, -0.0, 10**18, 10**30, True, False, None, [], {}, [[]], [1], ["a"], ["a", "a"]),
    *({"sv": "a"}, {"sv": "a", "en": "b"}, {"on": "2026"}, {"every": 2}, {"nth": [1]}, [{}]),
)


def places(tree: Json, pointer: Pointer = ()) -> Iterator[Pointer]:
    """Every place in a tree, the root first."""
    yield pointer
    if isinstance(tree, dict | list):
        for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from places(value, (*pointer, key))


def at(tree: Json, pointer: Pointer) -> Json:
    for step in pointer:
        tree = tree[step]
    return tree


def mutant(tree: Json, chance: random.Random) -> Json:
    """The tree with a value replaced, taken away, doubled or set beside the others."""
    tree = deepcopy(tree)
    pointer = chance.choice([pointer for pointer in places(tree) if pointer])
    parent, key = at(tree, pointer[:-1]), pointer[-1]
    match chance.randrange(4):
        case 0:
            del parent[key]
        case 1 if isinstance(parent, list):
            parent.append(deepcopy(parent[int(key)]))
        case 1:
            parent[chance.choice(("on", "valid_from", "name", "x", f"{key}s", "sources"))] = chance.choice(VALUES)
        case _:
            parent[key] = chance.choice(VALUES)
    return tree
