"""`sscctl show`: everything known of one office on a day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sscctl.reading.yaml12 import parse
from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.builders import deviation, week
from tests.cli.promises import kept
from tests.cli.registries import OFFICES, TODAY, on, registry
from tests.process import CHECKOUT, sscctl

PAST = deviation("2020-01-01", "closed", "Nyårsdagen")
FULL = {
    "name": "Torget",
    "predecessor": "gamla-torget",
    "addresses": [
        {
            "valid_from": "2021-11",
            "street": "Exempelgatan 1",
            "postcode": "11000",
            "post_town": "Stockholm",
            "locality": "Centrum",
            "directions": {"sv": "Bredvid biblioteket.", "en": "Next to the library."},
            "position": {"latitude": 59.34215, "longitude": 18.05432, "precision": "entrance", "source": "page"},
        },
        {"valid_through": "2021-10-31", "street": "Gamla gatan 2", "source": "page"},
    ],
    "opening_hours": [
        {"valid_from": "2021-11", "weekly": week("10:00-16:00", "closed", "10:00-12:00, 13:00-15:00"), "weeks": "odd"},
        {"undated": True, "days_per_week": 3, "source": "page"},
    ],
    "deviations": [deviation("2026-12-23", "10:00-13:00", "Dag före julafton"), PAST],
    "participations": [
        {"agency": "migrationsverket", "valid_from": "2024", "level": "own_matter", "booking": "booked"},
    ],
    "co_locations": [
        {"municipality": "0180", "kind": "library", "role": "guest", "status": "active", "opening_hours": []},
    ],
    "services": [{"agency": "skatteverket", "service": "id-card", "available": False, "source": "page"}],
    "facilities": {"wheelchair": True, "hearing_loop": False},
    "contact": {"phone": "+46771567567", "email": "torget@exempel.se", "web": "https://exempel.se/torget"},
    "lifecycle": [
        {"event": "opened", "on": "2021-11", "source": "page"},
        {
            "event": "closing_decided",
            "on": "2026-10-01",
            "last_day": "2026-12-31",
            "decision": "ssc-exempelbeslut-2021",
            "body": "board",
            "consulted": ["municipality", "region"],
            "successors": ["orebro"],
            "note": {"sv": "Hyran gick upp.", "en": "The rent went up."},
        },
    ],
    "remarks": [{"on": "2025", "text": {"sv": "Brevlåda finns.", "en": "There is a letterbox."}, "source": "page"}],
    "disagreements": [{"field": "addresses/0/street", "value": "Exempelgatan 11", "source": "page"}],
    "sources": {
        "page": {"url": "https://exempel.se/torget", "title": "Torget", "date": "2026-10-01"},
        "letter": {"document": "EX 2026-00002", "retrieved": "2026-11-01"},
    },
}  # fmt: skip
"""An office of which everything is known that an office's file has a place for."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("show"), {**OFFICES, OFFICE_PATH: FULL})


@pytest.mark.parametrize("office", [OFFICE_ID, *(path.split("/")[1].removesuffix(".yaml") for path in OFFICES)])
def test_json_keeps_its_promise(root: Path, office: str) -> None:
    outcome = on(root, "show", office, "-o", "json", "--on", TODAY)
    kept("show", outcome.stdout)
    assert (outcome.code, outcome.stderr) == (0, "")


def test_json_tells_everything_that_the_file_does(root: Path) -> None:
    """Every text of the office's file is found again but the deviation that is past."""
    told = on(root, "show", OFFICE_ID, "-o", "json", "--on", TODAY).stdout
    written = set(texts(FULL)) - set(texts(PAST))
    assert {text for text in written if json.dumps(text, ensure_ascii=False) not in told} == set()


def texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for part in value.values() for text in texts(part)]
        case list():
            return [text for part in value for text in texts(part)]
        case _:
            return []


def test_yaml_says_the_same_as_json(root: Path) -> None:
    as_json = json.loads(on(root, "show", OFFICE_ID, "-o", "json", "--on", TODAY).stdout)
    as_yaml = parse(on(root, "show", OFFICE_ID, "-o", "yaml", "--on", TODAY).stdout.encode())
    assert (as_yaml.tree, as_yaml.faults) == (as_json, ())


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        pytest.param(
            "sv",
            """
            Servicekontoret Torget, 2026-11-22
            Status öppet (öppnade 2021-11), sista besöksdag 2026-12-31
            Kommun Stockholm, Stockholms län
            Adress Exempelgatan 1, Centrum, 110 00 Stockholm
            Bredvid biblioteket.
            Öppettider måndag: 10:00-16:00
            tisdag: stängt
            onsdag: 10:00-12:00, 13:00-15:00
            övriga vardagar okända
            Avvikelser 2026-12-23: 10:00-13:00 (Dag före julafton)
            Migrationsverket, från 2024, hjälp med eget ärende, bokat besök
            Tjänster id-card: nej
            Delar lokal 0180, bibliotek, servicekontoret är gäst (pågår)
            Utrustning rullstolsanpassat: ja
            hörslinga: nej
            Kontakt +46771567567
            Livscykel 2021-11: öppnade
            2026-10-01: nedläggning beslutades, sista besöksdag 2026-12-31, hänvisar till orebro
            Hyran gick upp.
            Föregångare gamla-torget
            Uppgifter 2025: Brevlåda finns.
            Motstridigt addresses/0/street: en annan källa anger Exempelgatan 11
            Källor page (2026-10-01): https://exempel.se/torget
            letter (läst 2026-11-01): EX 2026-00002
            """,
            id="Swedish",
        ),
        pytest.param(
            "en",
            """
            Status open (opened 2021-11), last day for visitors 2026-12-31
            Address Exempelgatan 1, Centrum, 110 00 Stockholm
            Next to the library.
            Tuesday: closed
            Shares roof 0180, library, the office is guest (active)
            Swedish Migration Agency, from 2024, help with one's own matter, booked visits
            Life 2021-11: opened
            The rent went up.
            letter (read 2026-11-01): EX 2026-00002
            """,
            id="English",
        ),
    ],
)
def test_text_says_what_a_visitor_and_a_reviewer_ask_for(root: Path, lang: str, lines: str) -> None:
    outcome = on(root, "show", OFFICE_ID, "--on", "2026-11-22", lang=lang)
    told = [" ".join(line.split()) for line in outcome.stdout.splitlines()]
    assert [line.strip() for line in lines.strip().splitlines() if line.strip() not in told] == []


def test_an_office_goes_by_its_name_too(root: Path) -> None:
    assert on(root, "show", "Älvsbyn", "-o", "json", "--on", TODAY) == on(
        root, "show", "alvsbyn", "-o", "json", "--on", TODAY
    )


def test_every_real_office_keeps_the_promise() -> None:
    for file in sorted((CHECKOUT / "registry/offices").rglob("*.yaml"))[::9]:
        assert kept("show", sscctl("show", file.stem, "-o", "json").stdout)["id"] == file.stem
