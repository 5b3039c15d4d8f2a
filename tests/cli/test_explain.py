"""`sscctl explain`: why a rule is there."""

from __future__ import annotations

import json
import re

import pytest

from sscctl.rules.books import RULES
from tests.cli.promises import kept
from tests.process import sscctl


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_without_a_code_every_rule_is_listed_in_order(lang: str) -> None:
    outcome = sscctl("--lang", lang, "explain")
    rows = [re.split(r" {2,}", line) for line in outcome.stdout.splitlines()]
    assert (outcome.code, outcome.stderr) == (0, "")
    assert [row[0] for row in rows[1:]] == list(RULES)
    assert [row[2] for row in rows[1:]] == [getattr(rule.documentation.summary, lang) for rule in RULES.values()]


def test_json_of_all_and_of_one_keeps_its_promise() -> None:
    every = kept("explain", sscctl("explain", "-o", "json").stdout)
    one = kept("explain", sscctl("--lang", "sv", "explain", "ssc602", "-o", "json").stdout)
    assert [rule["code"] for rule in every] == list(RULES)
    assert one == next(rule for rule in every if rule["code"] == "SSC602")


@pytest.mark.parametrize(("lang", "bad", "good"), [("sv", "Fel:", "Rätt:"), ("en", "Bad:", "Good:")])
def test_one_rule_is_explained_with_both_examples(lang: str, bad: str, good: str) -> None:
    rule = RULES["SSC602"]
    text = sscctl("--lang", lang, "explain", "SSC602").stdout
    parts = [rule.code, *getattr(rule.documentation.why, lang).split(), bad, *rule.documentation.bad.split()]
    assert " ".join([*parts, good, *rule.documentation.good.split()]).partition(" ")[2] in " ".join(text.split())


def test_markdown_of_one_rule_has_its_examples_in_fences() -> None:
    rule = RULES["SSC602"]
    text = sscctl("explain", "SSC602", "-o", "markdown").stdout
    assert text.startswith(f"## SSC602: {rule.documentation.summary.en}\n")
    assert re.findall(r"```yaml\n(.*?)\n```", text, re.DOTALL) == [rule.documentation.bad, rule.documentation.good]


def test_markdown_of_all_is_one_table() -> None:
    lines = sscctl("explain", "-o", "markdown").stdout.splitlines()
    assert len(lines) == len(RULES) + 2
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {4}


def test_every_rule_speaks_both_languages() -> None:
    rules = json.loads(sscctl("explain", "-o", "json").stdout)
    silent = [rule["code"] for rule in rules for part in ("summary", "why") if not all(rule[part].values())]
    same = [rule["code"] for rule in rules if rule["summary"]["sv"] == rule["summary"]["en"]]
    assert (silent, same) == ([], [])
