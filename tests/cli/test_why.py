"""`sscctl why`: the source, the decision, the commit and the author behind a value, now and before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.cli.pasts import FIRST, SECOND, SOURCES, two_revisions
from tests.cli.promises import kept
from tests.cli.registries import committed, on, registry


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_revisions(tmp_path_factory.mktemp("past"))


def held(root: Path, field: str, *arguments: str) -> list[tuple[object, str | None, list[str | None]]]:
    """Each value, newest first, with the subject of its revision and the addresses of its sources."""
    told = kept("why", on(root, "why", OFFICE_ID, field, "-o", "json", *arguments).stdout)
    return [
        (one["value"], one["since"]["subject"], [source["url"] for source in one["sources"]]) for one in told["values"]
    ]


PAGE, PRESS = (source["url"] for source in SOURCES.values())
NOW, THEN = ("Exempelgatan 2", "Tell of the closing", [PRESS]), ("Exempelgatan 1", "Begin", [PAGE])


@pytest.mark.parametrize(
    ("field", "options", "expected"),
    [
        pytest.param("street", [], [NOW, THEN], id="a friendly name"),
        pytest.param("gata", [], [NOW, THEN], id="in Swedish"),
        pytest.param("addresses/0/street", [], [NOW, THEN], id="the way through the file"),
        pytest.param("street", ["--as-of", "2023-09-01"], [THEN], id="as it was known then"),
        pytest.param(
            "status",
            ["--on", "2024-01-01"],
            [("closed", "Tell of the closing", [PRESS]), ("open", "Begin", [PAGE])],
            id="of a day, the registry changed its mind",
        ),
        pytest.param("status", ["--on", "2023-09-01"], [("open", "Begin", [PAGE])], id="of another day it did not"),
        pytest.param("mon", [], [(["10:00-16:00"], "Begin", [PAGE])], id="a weekday"),
        pytest.param("name", [], [("Torget", "Begin", [])], id="a field without a source"),
    ],
)
def test_each_value(past: Path, field: str, options: list[str], expected: list[tuple[object, str, list[str]]]) -> None:
    assert held(past, field, *options) == expected


def test_as_text_with_the_title_of_the_decision(past: Path) -> None:
    lines = on(past, "why", OFFICE_ID, "opened").stdout.splitlines()
    assert [line for line in lines if "since" not in line] == [
        f"Servicekontoret Torget ({OFFICE_ID}): opened",
        "",
        "2021-11-01",
        "  decision: Decision on an office in Exempelstad (EX 2021-00001, 2021-06-01, ssc-exempelbeslut-2021)",
        "  source: page (2021-11-01): https://exempel.se/kontor/torget",
    ]


def test_the_words_of_show_in_swedish(past: Path) -> None:
    text = on(past, "why", OFFICE_ID, "öppettider", lang="sv").stdout
    assert "2021-11-01: måndag–fredag 10–16" in text
    assert "(Test Testsson)" in text


def test_agencies_name_their_agreement_and_those_of_all_offices(past: Path) -> None:
    text = on(past, "why", OFFICE_ID, "agencies", "--on", "2023-01-01").stdout
    assert "2022-01-01: Swedish Migration Agency, guidance" in text
    assert "At all offices: Swedish Social Insurance Agency" in text
    assert "agreement: Service agreement on all offices (takeover-2019)" in text
    only = kept("why", on(past, "why", OFFICE_ID, "skatteverket", "-o", "json", "--on", "2023-01-01").stdout)
    assert (only["values"], [one["id"] for one in only["agreements"]]) == ([], ["takeover-2019"])
    assert on(past, "why", OFFICE_ID, "skatteverket", "--on", "2024-01-01").code == 4


@pytest.mark.parametrize("field", ["colour", "phone", "addresses/9", "", "/", "../..", "[red]"])
def test_a_field_that_never_was_names_those_there_are(past: Path, field: str) -> None:
    outcome = on(past, "why", OFFICE_ID, "--", field)
    assert (outcome.code, outcome.stdout) == (4, "")
    assert "there are: name, kind, municipality, town, status, opened" in outcome.stderr


def test_a_source_that_was_removed_still_shows_its_address(tmp_path: Path) -> None:
    root = registry(tmp_path, {OFFICE_PATH: FIRST})
    committed(tmp_path, "Begin", "2023-08-15T12:00:00+02:00")
    new = {"press": {"url": "https://exempel.se/ny", "date": "2024-01-01"}}
    registry(tmp_path, {OFFICE_PATH: {"addresses": SECOND["addresses"], "sources": new}})
    committed(tmp_path, "Go on", "2024-01-02T12:00:00+01:00")
    (now, then) = held(root, "street")
    assert (now[2], then[2]) == (["https://exempel.se/ny"], [PAGE])


def test_better_grounds_for_the_same_value(tmp_path: Path) -> None:
    root = registry(tmp_path, {OFFICE_PATH: FIRST})
    committed(tmp_path, "Begin", "2023-08-15T12:00:00+02:00")
    registry(tmp_path, {OFFICE_PATH: {**FIRST, "addresses": [{**_address(), "source": "press"}]}})
    committed(tmp_path, "Confirm", "2023-10-16T12:00:00+02:00")
    assert held(root, "street") == [("Exempelgatan 1", "Begin", [PRESS])]
    assert "grounds from: 2023-10-16" in on(root, "why", OFFICE_ID, "street").stdout


def _address() -> dict[str, object]:
    return {"valid_from": "2021-11-01", "street": "Exempelgatan 1"}


@pytest.mark.parametrize(
    ("arguments", "status", "street"),
    [
        pytest.param(["--on", "2023-11-01", "--as-of", "2023-09-01"], "open", "Exempelgatan 1", id="what was known"),
        pytest.param(["--on", "2024-01-01", "--as-of", "2023-09-01"], "open", "Exempelgatan 1", id="of a day to come"),
        pytest.param(["--on", "2023-11-01"], "open", "Exempelgatan 2", id="what is known now of that day"),
        pytest.param(["--on", "2024-01-01"], "closed", "Exempelgatan 2", id="and of a later one"),
    ],
)
def test_show_on_both_axes(past: Path, arguments: list[str], status: str, street: str) -> None:
    shown = kept("show", on(past, "show", OFFICE_ID, "-o", "json", *arguments).stdout)
    assert (shown["status"], shown["address"]["street"]) == (status, street)
