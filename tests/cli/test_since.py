"""`validate --since`: only what is new fails; what was there is counted, and what is gone is told."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.cli.promises import kept
from tests.cli.registries import OFFICES, committed, registry
from tests.cli.reports import multitool, report, validate
from tests.cli.test_annotations import read

BUS = "offices/arvikabussen.yaml"
NEW, FIXED, UNCHANGED = ["SSC009", "SSC104"], ["SSC504"], 9
"""What the edit of `changed` brings in and puts right, and how many findings it leaves as they were."""


def replaced(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry with faults, all committed."""
    root = registry(tmp_path_factory.mktemp("since"), OFFICES)
    committed(root.parent, "Begin", "2026-11-01T12:00:00+01:00")
    return root


@pytest.fixture(scope="module")
def changed(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, where lines have moved, a warning and an error have come, and an error has gone."""
    root = shutil.copytree(begun.parent, tmp_path_factory.mktemp("changed") / "clone") / "registry"
    replaced(root, BUS, "name: Arvikabussen", '# Moved lines.\n\nname: "Arvikabussen "')
    replaced(root, BUS, "kind: driving_test", "kind: agency_office")
    replaced(root, OFFICE_PATH, '"11000"', '"110 00"')
    return root


def test_json_tells_each_state(changed: Path) -> None:
    content = kept("validate", report(changed, "json", "--since", "HEAD"))
    states = Counter(one["state"] for one in content["findings"])
    assert sorted(one["code"] for one in content["findings"] if one["state"] == "new") == NEW
    assert [one["code"] for one in content["fixed"]] == FIXED
    assert (states["unchanged"], sum(content["since"]["unchanged"].values())) == (UNCHANGED, UNCHANGED)
    assert content["since"]["new"] == {"error": 1, "warning": 1, "note": 0}
    assert content["since"]["fixed"] == {"error": 1, "warning": 0, "note": 0}
    assert content["summary"] == Counter(one["severity"] for one in content["findings"]) | {"note": 0}


@pytest.mark.parametrize(
    ("lang", "total", "changes"),
    [
        ("en", "new: 1 error, 1 warning, 0 notes in 30 files", "2 new, 1 fixed, 9 unchanged"),
        ("sv", "nytt: 1 fel, 1 varning, 0 notiser i 30 filer", "2 nya, 1 åtgärdade, 9 oförändrade"),
    ],
)
def test_text_shows_the_new_names_the_fixed_and_counts_the_old(
    changed: Path, lang: str, total: str, changes: str
) -> None:
    outcome = validate(changed, "--since", "HEAD", lang=lang)
    *entries, counts, since = outcome.stdout.splitlines()
    assert (outcome.code, outcome.stderr, counts) == (1, "", total)
    assert re.fullmatch(rf"(since|sedan) [0-9a-f]{{8}}: {changes}", since)
    told = [line for line in entries if re.match(r"[^ ]+\.yaml:", line)]
    assert [re.search(r"SSC\d+ \w+", line)[0] for line in told] == {  # type: ignore[index]
        "en": ["SSC009 warning", "SSC104 error", "SSC504 fixed"],
        "sv": ["SSC009 varning", "SSC104 fel", "SSC504 åtgärdat"],
    }[lang]


def test_github_is_given_the_new_ones_and_two_sums(changed: Path) -> None:
    lines = [read(line) for line in report(changed, "github", "--since", "HEAD").splitlines()]
    assert [(level, properties.get("title")) for level, properties, _ in lines] == [
        ("error", "SSC104"),
        ("warning", "SSC009"),
        ("notice", None),
        ("notice", None),
    ]
    assert lines[-1][2].endswith("2 new, 1 fixed, 9 unchanged")


def test_sarif_tells_the_state_that_microsoft_s_own_tool_works_out(changed: Path, tmp_path: Path) -> None:
    """It is given the two reports without any state. To it a result is `updated` when only its lines have moved."""
    ours = json.loads(report(changed, "sarif", "--since", "HEAD"))["runs"][0]["results"]
    assert {result["baselineState"] for result in ours} == {"new", "unchanged", "absent"}
    (tmp_path / "before.sarif").write_text(report(changed, "sarif", "--as-of", "HEAD"), "utf-8")
    (tmp_path / "now.sarif").write_text(report(changed, "sarif"), "utf-8")
    multitool(
        *("match-results-forward", "now.sarif", "--previous", "before.sarif", "--output-file-path", "both.sarif"),
        cwd=tmp_path,
    )
    theirs = json.loads((tmp_path / "both.sarif").read_text("utf-8-sig"))["runs"][0]["results"]

    def states(results: list[dict[str, str]]) -> list[tuple[str, str, str]]:
        kept = {"updated": "unchanged"}
        known = [(one["ruleId"], one["baselineState"], str(one["partialFingerprints"])) for one in results]
        return sorted((rule, kept.get(state, state), prints) for rule, state, prints in known)

    assert states(ours) == states(theirs)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        pytest.param([], 1, id="a new error"),
        pytest.param([BUS], 0, id="a new warning"),
        pytest.param([BUS, "--strict"], 1, id="a new warning, asked strictly"),
        pytest.param(["offices/orebro.yaml", "--strict"], 0, id="old warnings and errors, asked strictly"),
        pytest.param(["--statistics"], 1, id="a new error, counted only"),
        pytest.param(["--as-of", "HEAD"], 0, id="a revision against itself"),
    ],
)
def test_the_exit_code_heeds_what_is_new(changed: Path, options: list[str], code: int) -> None:
    assert validate(changed, "--since", "HEAD", *options).code == code


def test_statistics_count_what_is_new(changed: Path) -> None:
    content = kept("validate", validate(changed, "--since", "HEAD", "--statistics", "-o", "json").stdout)
    assert sorted(one["code"] for one in content["statistics"]) == NEW


@pytest.mark.parametrize(
    "revision", ["-x", "--output=caught", "--help", "-", "", "nowhere", "HEAD:registry", "HEAD\nx", "a..b", "@{-9}"]
)
def test_a_revision_that_is_none_is_said_so_and_is_never_an_option(begun: Path, revision: str) -> None:
    before = sorted(begun.parent.rglob("*"))
    outcome = validate(begun, f"--since={revision}")
    assert (outcome.code, outcome.stdout) == (4, "")
    assert outcome.stderr.startswith("Error: there is no revision ")
    assert sorted(begun.parent.rglob("*")) == before


@pytest.mark.parametrize("revision", ["-x", "--output=caught", "--", "--strict"])
def test_nor_is_it_one_when_it_stands_apart(begun: Path, revision: str) -> None:
    assert validate(begun, "--since", revision).code in (2, 4)
    assert not list(begun.parent.rglob("caught"))


def test_a_day_means_the_last_revision_of_that_day(changed: Path) -> None:
    assert json.loads(report(changed, "json", "--since", "2026-11-01"))["since"]["new"]["error"] == 1
    assert validate(changed, "--since", "2026-10-31").code == 4


def test_without_git_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    outcome = validate(registry(tmp_path), "--since", "HEAD")
    assert (outcome.code, outcome.stdout) == (3, "")


def test_each_side_is_judged_by_its_own_schemas(begun: Path, tmp_path: Path) -> None:
    root = shutil.copytree(begun.parent, tmp_path / "clone") / "registry"
    schema = root.parent / "schemas/office.schema.json"
    schema.write_text(schema.read_text("utf-8").replace('"mobile"', '"bus"'), "utf-8")
    fixed = {"SSC311", "SSC504", "SSC510"}  # nothing more is found in a document that its schema does not pass
    content = json.loads(report(root, "json", "--since", "HEAD"))
    assert {one["path"] for one in content["findings"] if one["state"] == "new"} == {BUS}
    assert {one["code"] for one in content["fixed"]} == fixed
    committed(root.parent, "Buses are no mobile offices", "2026-11-02T12:00:00+01:00")
    replaced(root, BUS, "kind: mobile", "kind: bus")
    schema.write_text(schema.read_text("utf-8").replace('"bus"', '"mobile"'), "utf-8")
    replaced(root, BUS, "kind: bus", "kind: mobile")
    content = json.loads(report(root, "json", "--since", "HEAD"))
    assert {one["code"] for one in content["findings"] if one["state"] == "new"} == fixed
    assert {one["path"] for one in content["fixed"]} == {BUS}


def test_only_what_differs_is_read_and_the_next_check_remembers_all_that_it_knew(begun: Path, tmp_path: Path) -> None:
    root = shutil.copytree(begun.parent, tmp_path / "clone") / "registry"
    replaced(root, BUS, "name: Arvikabussen", "name: Bussen")
    replaced(root, "agencies/trafikverket.yaml", "202100-6297", "202100-6298")
    validate(root)
    compared = validate(root, "--since", "HEAD", "--stats", "json")
    assert (compared.code, json.loads(compared.stderr)["files_parsed"]) == (1, 2)
    assert json.loads(validate(root, "--stats", "json").stderr)["files_parsed"] == 0
