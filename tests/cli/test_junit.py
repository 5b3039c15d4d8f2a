"""`--format junit`: what Jenkins and Ant both read, with a verdict that is the exit code's."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml, TestSuite
from lxml import etree

from sscctl.cli.render.junit import legal
from sscctl.cli.visible import visible
from sscctl.rules.books import RULES
from tests.base_registry import OFFICE_PATH
from tests.cli.registries import committed, registry
from tests.cli.reports import FAULTY, breaches_of_xsd, hostile, report, validate

SCHEMAS = pytest.mark.parametrize("schema", ["jenkins-junit", "JUnit"], ids=["Jenkins", "Ant"])


def suites(text: str) -> dict[str, TestSuite]:
    """Read a report with a parser that is not ours: the suites by name."""
    return {suite.name: suite for suite in JUnitXml.fromstring(text.encode())}


def output(text: str, path: str) -> str:
    """What the suite of a file writes on its output."""
    (suite,) = (one for one in ET.fromstring(text) if one.get("name") == f"registry/{path}")
    return suite.findtext("system-out") or ""


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = registry(tmp_path_factory.mktemp("junit"), FAULTY)
    committed(root.parent, "Begin", "2026-11-01T12:00:00+01:00")
    return root


@SCHEMAS
@pytest.mark.parametrize("options", [[], ["--strict"], ["--since", "HEAD"], ["offices"]], ids=" ".join)
def test_the_schema_passes_it(faulty: Path, schema: str, options: list[str]) -> None:
    assert breaches_of_xsd(report(faulty, "junit", *options), schema) == []


def test_the_schema_is_not_one_that_passes_everything(faulty: Path) -> None:
    text = report(faulty, "junit").replace("<testcase ", "<testkase ").replace("</testcase>", "</testkase>")
    assert breaches_of_xsd(text, "jenkins-junit")
    assert breaches_of_xsd(text, "JUnit")


def test_each_document_is_a_suite_and_each_rule_it_is_held_to_a_test(faulty: Path) -> None:
    found = suites(report(faulty, "junit"))
    files = {path.relative_to(faulty.parent).as_posix() for path in faulty.rglob("*.yaml")}
    assert set(found) == files
    names = [case.name for case in found[f"registry/{OFFICE_PATH}"]]
    assert names == [f"{code} {RULES[code].name}" for code in RULES if f"{code} {RULES[code].name}" in names]
    assert {"SSC101", "SSC207", "SSC605", "SSC301"} <= {name[:6] for name in names}
    assert "SSC605" not in {case.name[:6] for case in found["registry/agencies/trafikverket.yaml"]}
    assert [suite.tests for suite in found.values()] == [len(list(suite)) for suite in found.values()]


@pytest.mark.parametrize(
    ("options", "failing"), [([], {"error"}), (["--strict"], {"error", "warning"})], ids=["by errors", "strictly"]
)
def test_a_test_fails_where_the_command_does(faulty: Path, options: list[str], failing: set[str]) -> None:
    findings = json.loads(report(faulty, "json"))["findings"]
    wanted = {(f"registry/{f['path']}", f["code"]) for f in findings if f["severity"] in failing}
    found = suites(report(faulty, "junit", *options))
    failed = [(name, case.name[:6]) for name, suite in found.items() for case in suite if case.result]
    assert sorted(failed) == sorted(wanted)
    assert Counter(name for name, _ in failed) == {n: s.failures for n, s in found.items() if s.failures}
    assert validate(faulty, "-o", "junit", *options).code == bool(failed)


def test_what_does_not_fail_stands_in_the_output(faulty: Path) -> None:
    said = output(report(faulty, "junit"), OFFICE_PATH)
    assert re.search(r"\d+:\d+: SSC605 warning: ", said)
    assert "SSC101" not in said


def test_what_is_old_does_not_fail(faulty: Path) -> None:
    text = report(faulty, "junit", "--since", "HEAD")
    assert not [case.name for suite in suites(text).values() for case in suite if case.result]
    assert re.search(r"SSC101 error: .+ \[not new\]", output(text, OFFICE_PATH))


def test_only_what_is_asked_for_is_a_suite(faulty: Path) -> None:
    assert all(name.startswith("registry/offices/") for name in suites(report(faulty, "junit", "offices")))


@SCHEMAS
def test_a_hostile_name_is_words_and_nothing_else(tmp_path: Path, schema: str) -> None:
    root = hostile(tmp_path)
    text = report(root, "junit")
    assert breaches_of_xsd(text, schema) == []
    said = "\n".join(ET.fromstring(text).itertext())
    for found in json.loads(report(root, "json"))["findings"]:
        assert visible(found["message"]).replace("\uffff", "<U+FFFF>").replace("\ufffe", "<U+FFFE>") in said


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_becomes_xml_that_says_it_visibly(text: str) -> None:
    element = ET.Element("a", b=legal(text))
    element.text = legal(text)
    written = io.BytesIO()
    ET.ElementTree(element).write(written, encoding="utf-8")
    read = etree.fromstring(written.getvalue())
    assert read.get("b") == (read.text or "") == legal(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", legal(text))
