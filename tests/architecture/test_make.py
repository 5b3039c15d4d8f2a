"""What CONTRIBUTING.md says of make is what make says of itself."""

from __future__ import annotations

import re

from tests.architecture.code import ROOT


def test_every_target_that_make_helps_with_is_explained() -> None:
    offered = set(re.findall(r"^## (make(?: \w+)?) ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    explained = set(
        re.findall(r"^\| `(make(?: \w+)?)` \|", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    )
    assert offered
    assert offered <= explained


def test_a_pipeline_runs_the_same_two_commands() -> None:
    for pipeline in (".github/workflows/ci.yml", ".gitlab-ci.yml"):
        commands = re.findall(
            r"^\s+(?:run:|-) (make\b.*|\.ci/run)$", (ROOT / pipeline).read_text("utf-8"), re.MULTILINE
        )
        assert commands[-2:] == ["make", ".ci/run"]
    assert (ROOT / ".ci/run").read_text("utf-8").rstrip().endswith("make test")
