"""Every rule's own examples: the bad one trips the rule, the good one does not."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest

from sscctl.domain.finding import Finding
from sscctl.reading.yaml12 import parse
from sscctl.rules._rule import Rule
from sscctl.rules.books import RULES
from tests.base_registry import OFFICE_PATH
from tests.builders import TODAY
from tests.rules.judging import findings, read_whole

EVERY_RULE = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)

OF_DOCUMENTS = [rule for code, rule in RULES.items() if code != "SSC703"]
"""SSC703 is about what was published; `tests/cli/test_publish_check.py` shows it."""

EVERY_RULE_OF_DOCUMENTS = pytest.mark.parametrize("rule", OF_DOCUMENTS, ids=[rule.code for rule in OF_DOCUMENTS])


def judged(rule: Rule, example: str) -> tuple[Finding, ...]:
    """What is found when the example is laid over the base registry.

    Plain keys replace those of the base office; `agreements/takeover-2019`, `registry` and the like lay their mapping
    over that document; `today` sets the day; `text` is the whole office as it would be written by hand.
    """
    read = parse(example.encode())
    assert isinstance(read.tree, dict), read.faults
    tree = cast("dict[str, object]", read.tree)
    today = date.fromisoformat(str(tree.pop("today", TODAY)))
    texts = {OFFICE_PATH: str(tree.pop("text"))} if "text" in tree else {}
    changes: dict[str, dict[str, object]] = {OFFICE_PATH: {}}
    for key, value in tree.items():
        if "/" in key or key in ("registry", "network"):
            changes[f"{key}.yaml"] = cast("dict[str, object]", value)
        else:
            changes[OFFICE_PATH][key] = value
    if texts or rule.code.startswith("SSC0"):
        return read_whole(changes, texts, today)
    return findings(changes, today)


@EVERY_RULE_OF_DOCUMENTS
def test_the_bad_example_trips_the_rule(rule: Rule) -> None:
    found = [finding.code for finding in judged(rule, rule.documentation.bad)]
    assert rule.code in found


@EVERY_RULE_OF_DOCUMENTS
def test_the_good_example_does_not(rule: Rule) -> None:
    found = [finding.message.en for finding in judged(rule, rule.documentation.good) if finding.code == rule.code]
    assert not found


@EVERY_RULE
def test_a_rule_is_explained_in_both_languages(rule: Rule) -> None:
    documentation = rule.documentation
    for text in (documentation.summary, documentation.why):
        assert text.sv
        assert text.en
        assert text.sv != text.en
    for summary in documentation.summary:
        assert summary.endswith(".")
        assert summary.count(". ") == 0, "one sentence"
    assert rule.name == rule.name.lower()


def test_the_base_registry_breaks_no_rule() -> None:
    assert [(one.path, one.code, one.message.en) for one in read_whole({}, {})] == []
