"""`sscctl validate`: what is wrong, where, and with which exit code."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from sscctl.cli.visible import width
from tests.base_registry import OFFICE_PATH
from tests.cli.promises import kept
from tests.cli.registries import OFFICES, TODAY, on, registry
from tests.process import Outcome, sscctl

ENTRY = re.compile(
    r"(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?P<code>SSC\d{3}) (?P<weight>\w+): (?P<words>.+)"
)


def broken(folder: Path, old: str, new: str, path: str = OFFICE_PATH) -> Path:
    """Write the base registry with a few characters of one file replaced."""
    root = registry(folder)
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")
    return root


def validate(root: Path, *options: str, lang: str = "en") -> Outcome:
    return on(root, "validate", "--today", TODAY, *options, lang=lang)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_registry_without_faults_is_told_in_one_line(tmp_path: Path, lang: str) -> None:
    said = {"sv": "0 fel, 0 varningar, 0 notiser i 26 filer\n", "en": "0 errors, 0 warnings, 0 notes in 26 files\n"}
    assert validate(registry(tmp_path), lang=lang) == Outcome(0, said[lang], "")


@pytest.mark.parametrize(
    ("old", "new", "place", "marked"),
    [
        pytest.param('"0180"', "0180", "5:15 SSC005", "0", id="a code without quotes"),
        pytest.param('"0180"', '"9999"', "5:15 SSC101", '"9999"', id="a municipality that is none"),
        pytest.param("kind: office", "kind: kiosk", "4:7 SSC001", "kiosk", id="a value that is not among the choices"),
        pytest.param("town:", "name: Torg\ntown:", "6:1 SSC001", "n", id="a key that stands there already"),
        pytest.param("name: Torget\n", "", "2:1 SSC001", "i", id="a key that is missing"),
        pytest.param("name: T", "name: &a T", "3:7 SSC001", "&", id="an anchor"),
        pytest.param("name: Torget", "name: [", "3:7 SSC001", "[", id="a list that never ends"),
        pytest.param("    street", "\tstreet", "14:1 SSC001", r"\x09", id="a tab, which is shown as what it is"),
        pytest.param("name: Torget", 'name: "Åäö\\eget"', "3:11 SSC008", "\\", id="an escape past Swedish letters"),
        pytest.param("name: Torget", "name: Tor\u200bget", "3:10 SSC008", "<U+200B>", id="a space without width"),
        pytest.param("id: exempelstad-torget", "id: torget", "2:5 SSC003", "torget", id="an id that is not the file's"),
        pytest.param('"11000"', '"110 00"', "15:15 SSC104", '"110 00"', id="a postcode with a space"),
        pytest.param('mon: ["10:00', 'mon: ["17:00', "23:13 SSC601", '"17:00-16:00"', id="hours that end too early"),
    ],
)
def test_a_broken_file_is_shown_with_code_line_column_and_caret(
    tmp_path: Path, old: str, new: str, place: str, marked: str
) -> None:
    outcome = validate(broken(tmp_path, old, new))
    assert (outcome.code, outcome.stderr) == (1, "")
    assert (f"{OFFICE_PATH}:{place} error", marked) in entries(outcome.stdout)


def entries(text: str) -> list[tuple[str, str]]:
    """Read the text for people: each finding's path, line, column, code and severity, and what its carets underline."""
    found = []
    for entry in text.split("\n\n")[:-1]:
        head, source, carets, *_ = entry.split("\n")
        match = ENTRY.fullmatch(head)
        assert match
        assert source.partition(" | ")[0].strip() == match["line"]
        marked = "".join(letter for at, letter in enumerate(source) if carets[width(source[:at]) :][:1] == "^")
        found.append((f"{match['path']}:{match['line']}:{match['column']} {match['code']} {match['weight']}", marked))
    return found


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        pytest.param(OFFICE_PATH, "name: Torget", "naem: Torget", "SSC002", id="a key misspelt"),
        pytest.param("registry.yaml", "title:", "titel:", "SSC001", id="settings without a title"),
        pytest.param("agencies/trafikverket.yaml", "202100-6297", "202100-6298", "SSC108", id="a wrong check digit"),
    ],
)
def test_json_keeps_its_promise(tmp_path: Path, path: str, old: str, new: str, code: str) -> None:
    outcome = validate(broken(tmp_path, old, new, path), "-o", "json")
    content = kept("validate", outcome.stdout)
    assert (outcome.code, outcome.stderr) == (1, "")
    assert (path, code, "error") in {(one["path"], one["code"], one["severity"]) for one in content["findings"]}
    counts = Counter(one["severity"] for one in content["findings"])
    assert content["summary"] == {weight: counts[weight] for weight in ("error", "warning", "note")}


def test_json_is_the_same_in_both_languages(tmp_path: Path) -> None:
    root = registry(tmp_path, OFFICES)
    assert validate(root, "-o", "json", lang="sv") == validate(root, "-o", "json", lang="en")


@pytest.mark.parametrize(
    ("changes", "options", "code"),
    [
        pytest.param({}, [], 0, id="nothing is wrong"),
        pytest.param({}, ["--strict"], 0, id="nothing is wrong, asked strictly"),
        pytest.param({"opening_hours": []}, [], 0, id="a warning"),
        pytest.param({"opening_hours": []}, ["--strict"], 1, id="a warning, asked strictly"),
        pytest.param({"municipality": "9999"}, [], 1, id="an error"),
        pytest.param({"municipality": "9999"}, ["-o", "json"], 1, id="an error, for a machine"),
        pytest.param({"municipality": "9999"}, ["--statistics"], 1, id="an error, counted only"),
        pytest.param({"municipality": "9999"}, ["-o", "github"], 1, id="an error, as an annotation"),
    ],
)
def test_the_exit_code_is_the_answer(tmp_path: Path, changes: dict[str, object], options: list[str], code: int) -> None:
    assert validate(registry(tmp_path, {OFFICE_PATH: changes}), *options).code == code


def test_statistics_count_each_rule_the_worst_first(tmp_path: Path) -> None:
    root = registry(tmp_path, OFFICES)
    content = kept("validate", validate(root, "--statistics", "-o", "json").stdout)
    text = validate(root, "--statistics").stdout.splitlines()
    rows = [re.match(r" *(\d+)  (SSC\d{3}) (\w+) +\S", line) for line in text[:-1]]
    assert [{"code": row[2], "severity": row[3], "count": int(row[1])} for row in rows if row] == content["statistics"]
    weights = [one["severity"] for one in content["statistics"]]
    assert weights == sorted(weights, key=["error", "warning", "note"].index)
    assert text[-1].startswith(f"{content['summary']['error']} errors, {content['summary']['warning']} warnings, ")


@pytest.mark.parametrize(
    ("today", "code"),
    [
        pytest.param("2027-06-30", 0, id="on its last day a waiver holds"),
        pytest.param("2027-07-01", 1, id="the day after it does not"),
    ],
)
def test_today_is_the_day_the_rules_go_by(tmp_path: Path, today: str, code: int) -> None:
    waiver = {"rule": "SSC101", "reason": "The code is new.", "valid_through": "2027-06-30"}
    root = registry(tmp_path, {OFFICE_PATH: {"municipality": "0199", "waivers": [waiver]}})
    assert on(root, "validate", "--today", today, OFFICE_PATH).code == code


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    wrong = {"municipality": "9999"}
    agency = {"organisation_number": "202100-6298"}
    changes = {**OFFICES, OFFICE_PATH: wrong, "agencies/trafikverket.yaml": agency}
    return registry(tmp_path_factory.mktemp("paths"), changes)


@pytest.mark.parametrize(
    ("stand", "path", "only"),
    [
        pytest.param(".", OFFICE_PATH, OFFICE_PATH, id="a file, from the root"),
        pytest.param("offices", "exempelstad-torget.yaml", OFFICE_PATH, id="a file, from its folder"),
        pytest.param("agencies", "../offices/exempelstad-torget.yaml", OFFICE_PATH, id="a file, from a neighbour"),
        pytest.param("..", f"registry/{OFFICE_PATH}", OFFICE_PATH, id="a file, from above the root"),
        pytest.param("offices", ".", "offices/", id="the folder one stands in"),
        pytest.param(".", "agencies/", "agencies/", id="a folder with a slash"),
        pytest.param("offices", "..", "", id="the whole registry"),
    ],
)
def test_paths_as_the_person_writes_them_narrow_the_findings(faulty: Path, stand: str, path: str, only: str) -> None:
    arguments = ("--today", TODAY, "-o", "json")
    every = json.loads(sscctl("validate", *arguments, cwd=faulty).stdout)["findings"]
    some = json.loads(sscctl("validate", *arguments, path, cwd=faulty / stand).stdout)["findings"]
    assert some == [finding for finding in every if finding["path"].startswith(only)] != []


def test_a_path_without_faults_gives_0_though_others_have_some(faulty: Path) -> None:
    outcome = validate(faulty, str(faulty / "agencies/skatteverket.yaml"))
    assert outcome == Outcome(0, "0 errors, 0 warnings, 0 notes in 1 file\n", "")


def test_a_path_from_outside_the_registry_is_not_there(faulty: Path) -> None:
    for path in ("/etc/hosts", "nowhere.yaml", "offices/nowhere.yaml"):
        outcome = validate(faulty, path)
        assert (outcome.code, outcome.stdout) == (4, "")
        assert path in outcome.stderr


@pytest.mark.parametrize("text", ["{", '{"type": 7}', '{"$ref": "https://example.org/office.json"}'])
def test_a_broken_schema_is_not_the_datas_fault(tmp_path: Path, text: str) -> None:
    root = registry(tmp_path)
    (tmp_path / "schemas/office.schema.json").write_text(text, "utf-8")
    outcome = validate(root)
    assert (outcome.code, outcome.stdout) == (3, "")
    assert "schema.json is broken" in outcome.stderr


def test_the_real_registry_has_no_errors() -> None:
    outcome = sscctl("validate", "--today", TODAY, "-o", "json")
    content = kept("validate", outcome.stdout)
    assert (outcome.code, content["summary"]["error"]) == (0, 0)
