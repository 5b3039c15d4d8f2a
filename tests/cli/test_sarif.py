"""`--format sarif`: SARIF 2.1.0 as Microsoft's validator and GitHub want it, whatever the data hold."""

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
from tests.cli.reports import FAULTY, MULTITOOL, hostile, objections, report, written

NO_ADDRESS = {"SARIF2005"}
"""What we are asked for and lack: a web page about the tool. That it is missed shows that the validator has looked."""


def run_of(text: str) -> Any:  # noqa: ANN401  JSON
    """Read a report, hold it to the standard's own schema, and return its one run."""
    content = json.loads(text)
    schema = json.loads((MULTITOOL.parent / "sarif-2.1.0.json").read_text("utf-8-sig"))
    Draft202012Validator(schema).validate(content)
    assert content["version"] == "2.1.0"
    (run,) = content["runs"]
    return run


def shown(message: str) -> str:
    """What a viewer makes of a plain text message (3.11.5 and 3.11.6): no placeholder may stand in it, and no link."""
    assert not re.search(r"\[(?:[^\[\]\\]|\\.)*\]\(", message)
    rest = re.sub(r"\{\{|\}\}", "", message)
    assert "{" not in rest
    assert "}" not in rest
    return message.replace("{{", "{").replace("}}", "}")


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = registry(tmp_path_factory.mktemp("sarif"), FAULTY)
    committed(root.parent, "Begin", "2026-11-01T12:00:00+01:00")
    return root


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_validator_objects_to_nothing_but_that_we_have_no_web_page(faulty: Path, tmp_path: Path, lang: str) -> None:
    text = report(faulty, "sarif", lang=lang)
    assert run_of(text)["language"] == {"sv": "sv-SE", "en": "en-GB"}[lang]
    assert objections(text, tmp_path) == NO_ADDRESS


def test_a_registry_without_faults_is_a_run_without_results(tmp_path: Path) -> None:
    text = report(registry(tmp_path / "clean"), "sarif")
    assert run_of(text)["results"] == run_of(text)["tool"]["driver"]["rules"] == []
    assert objections(text, tmp_path) == NO_ADDRESS


def test_each_result_says_what_json_says(faulty: Path) -> None:
    run = run_of(report(faulty, "sarif"))
    findings = json.loads(report(faulty, "json"))["findings"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    told = []
    for result in run["results"]:
        ((place,),) = [[location["physicalLocation"] for location in result["locations"]]]
        assert rules[result["ruleIndex"]] == result["ruleId"]
        path = place["artifactLocation"]["uri"].removeprefix("registry/")
        told.append(
            (result["ruleId"], result["level"], path, place["region"]["startLine"], place["region"]["startColumn"])
        )
    assert told == [(f["code"], f["severity"], f["path"], f["line"], f["column"]) for f in findings]
    assert all(
        found["message"] in shown(result["message"]["text"])
        for found, result in zip(findings, run["results"], strict=True)
    )
    assert {f["severity"] for f in findings} == {"error", "warning", "note"}


def test_a_rule_explains_itself_without_an_address(faulty: Path) -> None:
    rules = {rule["id"]: rule for rule in run_of(report(faulty, "sarif"))["tool"]["driver"]["rules"]}
    rule = rules["SSC101"]
    assert re.fullmatch(r"([A-Z][a-z]+)+", rule["name"])
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert "```yaml" in rule["help"]["markdown"]
    assert rule["fullDescription"]["text"] == rule["help"]["text"]
    assert all("helpUri" not in one for one in rules.values())


def test_a_hostile_name_is_words_and_nothing_else(tmp_path: Path) -> None:
    root = hostile(tmp_path / "hostile")
    text = report(root, "sarif")
    messages = [shown(result["message"]["text"]) for result in run_of(text)["results"]]
    findings = json.loads(report(root, "json"))["findings"]
    assert sum("](" in found["message"] for found in findings)
    for found, message in zip(findings, messages, strict=True):
        assert visible(found["message"]).replace("](", "] (") in message
    assert objections(text, tmp_path) == NO_ADDRESS


def test_columns_count_code_points_and_are_said_to(tmp_path: Path) -> None:
    town = 'town: "😀 Åå", kind: kiosk'
    text = report(written(tmp_path / "emoji", f"id: exempelstad-torget\nsources: {{page: {{{town}}}}}\n"), "sarif")
    run = run_of(text)
    assert run["columnKind"] == "unicodeCodePoints"
    columns = {result["locations"][0]["physicalLocation"]["region"].get("startColumn") for result in run["results"]}
    assert any(column and column >= len("sources: {page: {" + town) - len("kind: kiosk") for column in columns)


UNQUOTED = """\
id: exempelstad-torget
name: Torget
municipality: 0180
town: no
lifecycle:
  - {event: opened, on: 2021-11-01, source: page}
opening_hours:
  - {valid_from: "2021-11-01", weekly: {mon: [10:00-16:00], tue: []}, source: page}
addresses:
  - {valid_from: "2021-11-01", street: Exempelgatan 1, postcode: 11000, post_town: Stockholm, source: page}
sources:
  page: {url: "https://exempel.se/torget", date: "2026-10-01"}
"""


def repaired(text: str, results: list[Any]) -> str:
    """Make every replacement that the results propose, the last in the file first."""
    lines = text.split("\n")
    replacements = [
        replacement
        for result in results
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
        for replacement in change["replacements"]
    ]
    for one in sorted(replacements, key=lambda one: one["deletedRegion"]["startColumn"], reverse=True):
        region = one["deletedRegion"]
        line = lines[region["startLine"] - 1]
        start, end = region["startColumn"] - 1, region["endColumn"] - 1
        lines[region["startLine"] - 1] = line[:start] + one["insertedContent"]["text"] + line[end:]
    return "\n".join(lines)


def test_what_only_wants_quotes_carries_its_repair(tmp_path: Path) -> None:
    root = written(tmp_path / "unquoted", UNQUOTED)
    text = report(root, "sarif")
    results = run_of(text)["results"]
    assert objections(text, tmp_path) == NO_ADDRESS
    for wanted in ('municipality: "0180"', 'town: "no"', 'on: "2021-11-01"', 'postcode: "11000"'):
        assert wanted in repaired(UNQUOTED, results)
    (root / OFFICE_PATH).write_text(repaired(UNQUOTED, results), "utf-8")
    codes = {result["ruleId"] for result in run_of(report(root, "sarif"))["results"]}
    assert not codes & {"SSC001", "SSC005", "SSC006", "SSC007"}


def test_what_takes_thought_carries_no_repair(tmp_path: Path) -> None:
    typed = UNQUOTED.replace("0180", '"0180"').replace("on: 2021-11-01", 'on: "2021-11-31"').replace(": no", ": Stad")
    results = run_of(report(written(tmp_path / "thought", typed.replace("11000", '"11000"')), "sarif"))["results"]
    assert "SSC006" in {result["ruleId"] for result in results}
    assert not [result for result in results if "fixes" in result]
