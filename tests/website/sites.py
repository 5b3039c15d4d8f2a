"""Sites for the tests: of made-up offices in every state, and of the real registry."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from sscctl.domain.office import Office
from sscctl.publishing.edition import TREE as DATA
from sscctl.publishing.edition import Edition
from sscctl.publishing.press import make
from sscctl.publishing.website.paths import TREE
from sscctl.publishing.website.tree import publish
from sscctl.reading.load import load
from sscctl.reading.reference import Reference
from sscctl.reading.repository import Repository
from tests.builders import CHECKOUT, TODAY, deviation, office, reference_files, week
from tests.publishing.editions import edition, of_offices
from tests.publishing.test_contract import EVERYTHING

PAGE = "page"
NEAR = ("0180", "0184", "1480", "1784", "2482")
"""The municipalities that made-up sites have; five of 290 are enough to look at."""

SEEN = {"event": "observed", "on": "2026-10-01", "status": "open", "source": PAGE}
STATES: Mapping[str, dict[str, object]] = {
    "allt": EVERYTHING,
    "okanda-tider": {"lifecycle": [SEEN], "opening_hours": None, "facilities": None, "addresses": None},
    "nedlagt": {
        "municipality": "1784",
        "lifecycle": [
            {"event": "opened", "on": "2019-06-01", "source": PAGE},
            {"event": "closing_decided", "on": "2026-01-15", "last_day": "2026-06-30", "successors": ["allt"]},
        ],
    },
    "laggs-ned": {
        "municipality": "2482",
        "lifecycle": [SEEN, {"event": "closing_decided", "on": "2026-10-01", "last_day": "2027-03-31"}],
    },
    "stangt-nu": {"lifecycle": [SEEN, {"event": "suspended", "on": "2026-11-01", "source": PAGE}]},
    "planerat": {"lifecycle": [{"event": "planned", "on": "2026-05-01", "expected": "2027", "source": PAGE}]},
    "foreslaget": {"lifecycle": [{"event": "proposed", "on": "2026-05-01", "source": PAGE}]},
    "installt": {
        "lifecycle": [{"event": "planned", "on": "2020"}, {"event": "cancelled", "on": "2021-03", "source": PAGE}]
    },
    "osakert": {"lifecycle": None, "municipality": "1480"},
    "udda-och-jamna": {
        "municipality": "1480",
        "opening_hours": [
            {"valid_from": "2026-01-01", "weekly": week("09:00-12:00"), "weeks": "odd", "source": PAGE},
            {"valid_from": "2026-01-01", "weekly": week("13:00-24:00"), "weeks": "even", "source": PAGE},
        ],
    },
    "natten": {
        "municipality": "0184",
        "opening_hours": [
            {
                "valid_from": "2026-01-01",
                "weekly": {**week("10:00-16:00", "00:00-24:00", "00:00-04:00", "?", "08:00-11:30, 12:30-17:00")}
                | {"sat": ["10:00-14:00"], "sun": []},
                "source": PAGE,
            }
        ],
        "deviations": [deviation("2026-12-07..2026-12-11", "closed"), deviation("2026-12-08", "11:00-12:00")],
    },
    "vissa-dagar": {"opening_hours": [{"undated": True, "days_per_week": 3, "source": PAGE}]},
    "mobilt": {"kind": "mobile", "municipality": "9999", "town": None},
}
"""Offices in every state, with much known and with little; `9999` is the code of no municipality."""


def offices() -> list[Office]:
    """The made-up offices, each named by its state."""
    return [office(**{"name": ident.capitalize(), **more, "id": ident}) for ident, more in STATES.items()]


@cache
def small_reference() -> Reference:
    """Five municipalities with their counties, boundaries and postcodes."""
    files = dict(reference_files())
    counties = {code[:2] for code in NEAR}
    for name, codes in (("municipalities", set(NEAR)), ("counties", counties)):
        head, *rows = files[f"reference/{name}.csv"].splitlines(keepends=True)
        files[f"reference/{name}.csv"] = b"".join(
            [head, *(row for row in rows if row.split(b",")[0].decode() in codes)]
        )
        shapes = json.loads(files[f"reference/{name}.geojson"])
        shapes["features"] = [one for one in shapes["features"] if one["properties"]["code"] in codes]
        files[f"reference/{name}.geojson"] = json.dumps(shapes).encode()
    head, *rows = files["reference/postcodes.csv"].splitlines(keepends=True)
    files["reference/postcodes.csv"] = b"".join([head, *rows[::40]])
    return Reference(files.get)


def made_up(*some: Office, base_url: str | None = None) -> Edition:
    """An edition of these offices, or of all the made-up ones, in a country of five municipalities."""
    return replace(of_offices(*(some or offices()), base_url=base_url), reference=small_reference())


@cache
def real() -> Edition:
    """The registry of the checkout as its files are now."""
    loaded = load(Repository.find(CHECKOUT / "registry").snapshot())
    settings = loaded.registry.context.settings
    assert settings
    return replace(
        edition(day=TODAY), registry=loaded.registry, reference=loaded.reference, settings=settings, base_url=None
    )


def files_of(one: Edition) -> dict[str, bytes]:
    """Every file of an edition, pages and data, by its path from the top of the folder."""
    printed = make(one)
    pages = publish(one, [artefact.path for artefact in printed.artefacts])
    return {
        **{f"{TREE}/{page.path}": page.data for page in pages},
        **{f"{DATA}/{artefact.path}": artefact.data for artefact in printed.artefacts},
    }


def pages_of(one: Edition, data: tuple[str, ...] = ()) -> dict[str, bytes]:
    """The tree of pages alone, by path in it."""
    return {page.path: page.data for page in publish(one, data)}


@cache
def real_files() -> dict[str, bytes]:
    """The real registry's edition, made once a process."""
    return files_of(real())


@cache
def made_up_files() -> dict[str, bytes]:
    """The made-up offices' edition, made once a process."""
    return files_of(made_up())
