"""What `sscctl diff` says of each sort of change: words, never the keys of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.builders import files_of, laid_over
from tests.cli.registries import committed, on, registry
from tests.diffing.comparing import event

OPENED = event("opened", "2021-11-01")
PREMISES = {
    "party": "trafikverket",
    "role": "host",
    "kind": "driving_test",
    "status": "agreed",
    "valid_from": "2027-03-01",
    "source": "page",
}
BEFORE = {"lifecycle": [OPENED], "addresses": []}
AFTER = {
    "lifecycle": [
        OPENED,
        event("moved", "2027-02-01"),
        {**event("observed", "2024"), "status": "open", "note": {"sv": "Enligt en rapport.", "en": "By a report."}},
    ],
    "addresses": [
        {
            "valid_from": "2027-02-01",
            "street": "Nygatan 1",
            "postcode": "11322",
            "post_town": "Exempel",
            "source": "new",
        }
    ],
    "services": [{"agency": "skatteverket", "service": "id-card", "available": True, "source": "new"}],
    "co_locations": [PREMISES],
    "remarks": [{"text": {"sv": "Ramp vid sidan.", "en": "Ramp at the side."}, "source": "new"}],
    "facilities": {"wheelchair": True},
    "sources": {
        "page": {"url": "https://exempel.se/kontor/torget", "date": "2021-11-01"},
        "new": {"url": "https://exempel.se/nytt", "date": "2026-10"},
    },
}


@pytest.fixture(scope="module", params=["sv", "en"])
def said(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[str]]:
    """The language's place, and the lines that tell the changes."""
    folder = tmp_path_factory.mktemp("words")
    root = registry(folder, {OFFICE_PATH: BEFORE})
    committed(folder, "Begin", "2026-11-01T12:00:00+01:00")
    (root / OFFICE_PATH).write_bytes(files_of(laid_over({OFFICE_PATH: AFTER}))[OFFICE_PATH])
    outcome = on(root, "diff", "--today", "2026-11-22", lang=request.param)
    assert (outcome.code, outcome.stderr) == (0, "")
    return ["sv", "en"].index(request.param), outcome.stdout.splitlines()


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            (
                "från 1 februari 2027: Nygatan 1, 113 22 Exempel",
                "from 1 February 2027: Nygatan 1, 113 22 Exempel",
            ),
            id="a move to a first address that is known is one change",
        ),
        pytest.param(
            (
                "genast: tjänster: Skatteverket, id-card: finns",
                "at once: services: Swedish Tax Agency, id-card: available",
            ),
            id="a service",
        ),
        pytest.param(
            (
                "från 1 mars 2027: samlokalisering med Trafikverket: servicekontoret är värd, körprov, avtalad",
                (
                    "from 1 March 2027: co-location with Swedish Transport Administration: "
                    "the office is host, driving tests, agreed"
                ),
            ),
            id="a co-location",
        ),
        pytest.param(
            (
                "genast: livscykel: 2024: sågs öppet; Enligt en rapport",
                "at once: life: 2024: was seen open; By a report",
            ),
            id="an event that changes nothing",
        ),
        pytest.param(
            ("genast: anmärkningar: Ramp vid sidan.", "at once: remarks: Ramp at the side."),
            id="a remark",
        ),
        pytest.param(
            (
                "genast: källa new: https://exempel.se/nytt (2026-10)",
                "at once: source new: https://exempel.se/nytt (2026-10)",
            ),
            id="a source is one change",
        ),
        pytest.param(
            (
                "genast: utrustning, hörslinga: borttaget, förut ja",
                "at once: facilities, hearing loop: removed, was yes",
            ),
            id="a facility",
        ),
    ],
)
def test_a_change_is_told_in_words(said: tuple[int, list[str]], lines: tuple[str, str]) -> None:
    language, told = said
    assert f"    {lines[language]}" in told


def test_the_move_is_not_told_twice(said: tuple[int, list[str]]) -> None:
    language, told = said
    sums = ("Flyttar: 1 · Samlokalisering: 1 · Andra uppgifter: 2", "Moves: 1 · Co-location: 1 · Other details: 2")
    assert told[2] == sums[language]


def test_what_reads_the_same_but_for_its_source_is_given_as_it_is_written(tmp_path: Path) -> None:
    root = registry(tmp_path, {OFFICE_PATH: AFTER})
    committed(tmp_path, "Begin", "2026-11-01T12:00:00+01:00")
    other = {**AFTER, "remarks": [{"text": {"sv": "Ramp vid sidan.", "en": "Ramp at the side."}, "source": "page"}]}
    (root / OFFICE_PATH).write_bytes(files_of(laid_over({OFFICE_PATH: other}))[OFFICE_PATH])
    told = on(root, "diff").stdout
    assert "remarks: text Ramp at the side., source page, was text Ramp at the side., source new" in told
