"""`sscctl upcoming` and `sscctl stale`, as a person and a program get them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.cli.pasts import two_revisions
from tests.cli.promises import kept
from tests.cli.registries import OFFICES, on, registry
from tests.process import sscctl

COMING = {
    OFFICE_PATH: {
        "deviations": [
            {
                "valid_from": "2026-07-06",
                "valid_through": "2026-07-19",
                "hours": [],
                "reason": {"sv": "Semesterstängt", "en": "Summer closure"},
            }
        ],
        "participations": [{"agency": "migrationsverket", "valid_from": "2026-08-01", "source": "page"}],
    },
    "offices/orebro.yaml": OFFICES["offices/orebro.yaml"],
    "agreements/takeover-2019.yaml": {"valid_through": "2026-08-31"},
}
ENGLISH = """
date           where        what             more
1 July 2026    Örebro       closes for good  last day for visitors 30 June 2026; visitors are referred to Torget
6 July 2026    Torget       other hours      closed; through 19 July 2026; Summer closure
1 August 2026  Torget       agency joins     Swedish Migration Agency
"""
SWEDISH = [
    "1 juli 2026",
    "läggs ned",
    "sista besöksdag 30 juni 2026",
    "Semesterstängt",
    "1 augusti 2026",
    "avtal upphör",
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("coming"), COMING)


def test_upcoming_as_text(root: Path) -> None:
    lines = on(root, "upcoming", "--on", "2026-06-15").stdout.splitlines()
    told = [" ".join(line.split()) for line in lines]
    assert told[:4] == [" ".join(line.split()) for line in ENGLISH.strip().splitlines()]
    assert told[4].startswith("1 September 2026 all offices agreement ends Swedish Social Insurance Agency, ")
    assert len(told) == 5


def test_upcoming_in_swedish(root: Path) -> None:
    text = on(root, "upcoming", "--on", "2026-06-15", lang="sv").stdout
    assert [words for words in SWEDISH if words not in text] == []


def test_upcoming_as_markdown(root: Path) -> None:
    lines = on(root, "upcoming", "--on", "2026-06-15", "-o", "markdown").stdout.splitlines()
    assert (len(lines), {line.count("|") for line in lines}) == (6, {5})


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(
            ["--on", "2026-06-15"], ["closing", "deviation", "participation_begins", "agreement_ends"], id="90"
        ),
        pytest.param(["--on", "2026-06-15", "--days", "16"], ["closing"], id="the last day is within"),
        pytest.param(["--on", "2026-06-15", "--days", "15"], [], id="the day before is not"),
        pytest.param(["--on", "2026-07-01", "--days", "4"], [], id="what took effect that day has come"),
    ],
)
def test_upcoming_as_json(root: Path, arguments: list[str], expected: list[str]) -> None:
    events = kept("upcoming", on(root, "upcoming", "-o", "json", *arguments).stdout)["events"]
    assert [event["kind"] for event in events] == expected


def test_upcoming_as_it_was_known(tmp_path: Path) -> None:
    root = two_revisions(tmp_path)
    asked = ("upcoming", "-o", "json", "--on", "2023-10-20")
    assert kept("upcoming", on(root, *asked, "--as-of", "2023-09-01").stdout)["events"] == []
    (closing,) = kept("upcoming", on(root, *asked).stdout)["events"]
    assert (closing["date"], closing["kind"], closing["last_day"]) == ("2023-12-30", "closing", "2023-12-29")


def test_the_closures_of_april_2025() -> None:
    events = kept("upcoming", sscctl("upcoming", "--on", "2025-04-11", "--days", "100", "-o", "json").stdout)["events"]
    assert {event["kind"] for event in events} == {"closing"}
    assert [event["office"] for event in events] == [
        "kungalv", "amal", "arvika", "filipstad", "lindesberg", "motala", "bollnas", "landskrona", "vaxjo-araby",
    ]  # fmt: skip


@pytest.mark.parametrize("days", ["0", "-1", "x", "99999999"])
def test_days_that_are_none(root: Path, days: str) -> None:
    assert on(root, "upcoming", "--days", days).code == 2


def test_nothing_to_come_is_said(root: Path) -> None:
    assert on(root, "upcoming", "--on", "8999-12-31").stdout == "Nothing takes effect within 90 days.\n"


@pytest.mark.parametrize(
    ("age", "before"),
    [
        ("365d", "2025-03-31"),
        ("365", "2025-03-31"),
        ("1m", "2026-02-28"),
        ("13m", "2025-02-28"),
        ("2y", "2024-03-31"),
        ("1å", "2025-03-31"),
        ("99999d", "1752-06-16"),
        ("99999y", "0001-01-01"),
    ],
)
def test_an_age(root: Path, age: str, before: str) -> None:
    told = kept("stale", on(root, "stale", "--older-than", age, "--on", "2026-03-31", "-o", "json").stdout)
    assert told["before"] == before


@pytest.mark.parametrize("age", ["", "x", "1w", "-1d", "1 000d", "1.5y", "\x1b[31m"])
def test_no_age(root: Path, age: str) -> None:
    assert on(root, "stale", f"--older-than={age}").code == 2


def test_stale_as_text(root: Path) -> None:
    lines = on(root, "stale", "--on", "2028-01-01").stdout.splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        "last office facts source",
        "1 October 2026 Torget address page",
        "1 October 2026 Torget life page",
        "1 October 2026 Torget hours page",
        "1 October 2026 Torget agencies page",
        "",
        "4 groups of facts at 1 office",
    ]


def test_stale_in_swedish_and_markdown(root: Path) -> None:
    assert "4 uppgifter vid 1 kontor" in on(root, "stale", "--on", "2028-01-01", lang="sv").stdout
    assert on(root, "stale", "--on", "2028-01-01", "-o", "markdown").stdout.count("\n") == 6
    assert on(root, "stale", "--on", "2026-10-02").stdout == "All facts are newer than that.\n"
