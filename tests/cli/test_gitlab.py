"""`--format gitlab`: Code Quality issues whose fingerprints tell GitLab what is new."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sscctl.cli.visible import visible
from tests.base_registry import OFFICE_PATH
from tests.cli.registries import committed, registry
from tests.cli.reports import FAULTY, hostile, report
from tests.typescript import objections_of_types

ISSUES = ("{ Issue } from 'codeclimate-types'", "Issue[]")
# After https://docs.gitlab.com/ci/testing/code_quality/: what GitLab asks of a report of one's own.
ASKED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "pattern": r"^[^\x00-\x1f]+$"},
            "check_name": {"type": "string", "pattern": "^SSC[0-9]{3}$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
                },
            },
        },
    },
}


def issues(text: str) -> Any:  # noqa: ANN401  JSON
    content = json.loads(text)
    Draft202012Validator(ASKED).validate(content)
    prints = [issue["fingerprint"] for issue in content]
    assert len(set(prints)) == len(prints)  # GitLab keeps one of those that are alike
    return content


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    root = registry(tmp_path / "faulty", FAULTY)
    committed(root.parent, "Begin", "2026-11-01T12:00:00+01:00")
    return root


def test_each_issue_says_what_json_says(faulty: Path) -> None:
    weights = {"major": "error", "minor": "warning", "info": "note"}
    told = [
        (one["check_name"], weights[one["severity"]], one["location"]["path"], one["location"]["lines"]["begin"])
        for one in issues(report(faulty, "gitlab"))
    ]
    findings = json.loads(report(faulty, "json"))["findings"]
    assert told == [(f["code"], f["severity"], f"registry/{f['path']}", f["line"] or 1) for f in findings]
    assert {severity for _, severity, _, _ in told} == {"error", "warning", "note"}


def test_it_is_of_code_climate_s_types(faulty: Path, tmp_path: Path) -> None:
    text = report(faulty, "gitlab")
    assert objections_of_types(text, tmp_path, *ISSUES) == ""


def test_the_types_are_not_ones_that_pass_everything(faulty: Path, tmp_path: Path) -> None:
    text = report(faulty, "gitlab").replace('"minor"', '"mini"')
    assert "Type '\"mini\"' is not assignable" in objections_of_types(text, tmp_path, *ISSUES)


def test_a_clean_registry_is_an_empty_report(tmp_path: Path) -> None:
    assert issues(report(registry(tmp_path), "gitlab")) == []


def test_moved_lines_leave_the_fingerprints_as_they_are(faulty: Path) -> None:
    before = issues(report(faulty, "gitlab"))
    for path in faulty.glob("offices/*.yaml"):
        path.write_text("# About this office.\n\n" + path.read_text("utf-8"), "utf-8")
    after = issues(report(faulty, "gitlab"))
    assert [one["fingerprint"] for one in after] == [one["fingerprint"] for one in before]
    moved = [
        one["location"]["lines"]["begin"] - two["location"]["lines"]["begin"]
        for one, two in zip(after, before, strict=True)
    ]
    assert set(moved) == {0, 2}


def test_since_a_revision_only_what_is_new_is_an_issue(faulty: Path) -> None:
    place = faulty / OFFICE_PATH
    place.write_text(place.read_text("utf-8").replace('"11000"', '"110 00"'), "utf-8")
    assert [one["check_name"] for one in issues(report(faulty, "gitlab", "--since", "HEAD"))] == ["SSC104"]


def test_a_hostile_name_is_words_and_nothing_else(tmp_path: Path) -> None:
    root = hostile(tmp_path / "hostile")
    text = report(root, "gitlab")
    findings = json.loads(report(root, "json"))["findings"]
    for found, issue in zip(findings, issues(text), strict=True):
        assert visible(found["message"]) in issue["description"]
    assert objections_of_types(text, tmp_path, *ISSUES) == ""
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
