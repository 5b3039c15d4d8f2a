"""Documents against their schemas: the code, the place and the words of what is wrong."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from sscctl.domain.finding import Pointer
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.schemas import Judge, packaged
from tests.base_registry import OFFICE_PATH, base
from tests.builders import CHECKOUT, laid_over

JUDGE = Judge(packaged())


def judged(**replacing: object) -> list[tuple[str, Pointer, str, str]]:
    """What is wrong with the base office once these keys are replaced: code, pointer, message and advice in English."""
    tree = laid_over({OFFICE_PATH: replacing})[OFFICE_PATH]
    assert not JUDGE.is_valid("office", tree)
    return [
        (fault.code, fault.pointer, fault.message.en, fault.advice.en if fault.advice else "")
        for fault in JUDGE.faults("office", tree)
    ]


BOTH = {"sv": "Möte", "en": "Meeting"}
SOURCES_ADVICE = "give at least one source with a url or document and a date"

FAULTS: dict[str, tuple[dict[str, object], list[tuple[str, Pointer, str, str]]]] = {
    "an unknown key is pointed at, and the nearest known one is named": (
        {"adress": []},
        [("SSC002", ("adress",), "the key adress is unknown", "do you mean addresses?")],
    ),
    "an unknown key deep down is pointed at too": (
        {"addresses": [{"street": "Exempelgatan 1", "postkod": "11000"}]},
        [("SSC002", ("addresses", 0, "postkod"), "the key postkod is unknown", "do you mean postcode?")],
    ),
    "where no known key is near, all are named": (
        {"contact": {"fax": "08"}},
        [("SSC002", ("contact", "fax"), "the key fax is unknown", "known keys here: phone, email, web")],
    ),
    "a municipality's code that is a number has lost its zero": (
        {"municipality": 180},
        [
            (
                "SSC005",
                ("municipality",),
                "municipality is a number (180), but is to be text",
                'write the code in quotes with all its digits, as in "0180"',
            )
        ],
    ),
    "a code of the wrong length has its own advice": (
        {"municipality": "180"},
        [
            (
                "SSC005",
                ("municipality",),
                'municipality does not have the right form: "180"',
                'write four digits, as in "0180"',
            )
        ],
    ),
    "a date that is a number": (
        {"lifecycle": [{"event": "opened", "on": 2021}]},
        [("SSC006", ("lifecycle", 0, "on"), "on is a number (2021), but is to be text", "put the value in quotes")],
    ),
    "a date that is not ISO": (
        {"deviations": [{"on": "24/12 2026", "hours": [], "reason": BOTH}]},
        [
            (
                "SSC006",
                ("deviations", 0, "on"),
                'on does not have the right form: "24/12 2026"',
                'write a day as "2025-05-30"',
            )
        ],
    ),
    "hours without minutes": (
        {"opening_hours": [{"weekly": {"mon": ["10-16"]}}]},
        [
            (
                "SSC006",
                ("opening_hours", 0, "weekly", "mon", 0),
                'mon does not have the right form: "10-16"',
                'write the hours as "10:00-16:00"',
            )
        ],
    ),
    "hours that are no list": (
        {"opening_hours": [{"weekly": {"mon": "10:00-16:00"}}]},
        [
            (
                "SSC001",
                ("opening_hours", 0, "weekly", "mon"),
                'mon is text ("10:00-16:00"), but is to be a list',
                'write a list: ["…"]',
            )
        ],
    ),
    "sources are missing": ({"sources": None}, [("SSC010", (), "sources is missing", SOURCES_ADVICE)]),
    "sources are an empty list": (
        {"sources": []},
        [("SSC010", ("sources",), "sources is a list ([]), but is to be keys with values", SOURCES_ADVICE)],
    ),
    "a name is missing, and so is the id": (
        {"id": None, "name": None},
        [("SSC003", (), "id is missing", ""), ("SSC001", (), "name is missing", "")],
    ),
    "an id with Swedish letters": (
        {"id": "åmål"},
        [
            (
                "SSC003",
                ("id",),
                'id does not have the right form: "åmål"',
                "write a-z, 0-9 and single hyphens; å, ä become a, ö becomes o",
            )
        ],
    ),
    "the id of a source with a capital": (
        {"sources": {"Page": {"url": "https://exempel.se", "date": "2026"}}},
        [
            (
                "SSC003",
                ("sources", "Page"),
                'Page does not have the right form: "Page"',
                "write a-z, 0-9 and single hyphens; å, ä become a, ö becomes o",
            )
        ],
    ),
    "a word that is none of those allowed": (
        {"kind": "ofice"},
        [("SSC001", ("kind",), 'kind is "ofice"; allowed are office, mobile, temporary', "do you mean office?")],
    ),
    "a text that is too long": (
        {"town": "x" * 101},
        [("SSC001", ("town",), "town has 101 characters; at most 100 fit", "")],
    ),
    "a text of two lines": (
        {"town": "Exempel\nstad"},
        [("SSC001", ("town",), "town holds a character that is not allowed: U+000A", "write the text on one line")],
    ),
    "an observation without what was seen": (
        {"lifecycle": [{"event": "observed", "on": "2026"}]},
        [("SSC001", ("lifecycle", 0), "status is missing", "")],
    ),
    "a deviation on a day and in a period": (
        {
            "deviations": [
                {
                    "on": "2026-12-23",
                    "valid_from": "2026-12-23",
                    "valid_through": "2026-12-23",
                    "hours": [],
                    "reason": BOTH,
                }
            ]
        },
        [("SSC001", ("deviations", 0), "here is to stand either on, or valid_from and valid_through", "")],
    ),
    "of alternative forms the one that was meant is spoken of": (
        {"opening_hours": [{"weeks": {"nth": [6]}}]},
        [("SSC001", ("opening_hours", 0, "weeks", "nth", 0), "nth is 6, but is to be at most 5", "")],
    ),
    "of alternative forms none was meant": (
        {"opening_hours": [{"weeks": "every"}]},
        [("SSC001", ("opening_hours", 0, "weeks"), 'weeks has none of the allowed forms: "every"', "")],
    ),
    "two wrongs are two faults": (
        {"town": "", "kind": 3},
        [
            ("SSC001", ("kind",), "kind is 3; allowed are office, mobile, temporary", ""),
            ("SSC001", ("town",), "town is empty", ""),
        ],
    ),
}


@pytest.mark.parametrize(("replacing", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_said_where_it_stands(
    replacing: dict[str, object], expected: list[tuple[str, Pointer, str, str]]
) -> None:
    assert judged(**replacing) == expected


@pytest.mark.parametrize("path", base())
def test_every_document_of_the_base_registry_is_valid(path: str) -> None:
    assert JUDGE.is_valid(str(kind_of(path)), base()[path])


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_document_has_a_schema(kind: Kind) -> None:
    assert not JUDGE.is_valid(kind, [])
    assert JUDGE.faults(kind, [])


def test_making_a_judge_loads_neither_library() -> None:
    script = (
        "import sys; from sscctl.reading.schemas import Judge, packaged; Judge(packaged());"
        "print([name for name in ('jsonschema', 'jsonschema_rs', 'referencing') if name in sys.modules])"
    )
    assert _run(script) == "[]"


def test_a_valid_document_does_not_load_the_library_for_words() -> None:
    script = (
        "import sys; from sscctl.reading.schemas import Judge, packaged;"
        "from tests.base_registry import OFFICE_PATH, base;"
        "print(Judge(packaged()).is_valid('office', base()[OFFICE_PATH]), 'jsonschema' in sys.modules)"
    )
    assert _run(script) == "True False"


def _run(script: str) -> str:
    done = subprocess.run([sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_schemas_in_deeper_folders_are_for_other_things() -> None:
    files: dict[str, Any] = {f"schemas/{name}": data for name, data in packaged().items()}
    judge = Judge({**files, "schemas/output/office.schema.json": b"false"})
    assert judge.is_valid("office", base()[OFFICE_PATH])
