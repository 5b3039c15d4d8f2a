"""No rule fails on a document that its schema has passed, whatever stands in it."""

from __future__ import annotations

import random

import pytest

from sscctl.reading.kinds import kind_of
from tests.builders import laid_over
from tests.mutants import FULL, Json, mutant
from tests.rules.judging import JUDGE, findings

MUTANTS = 120
"""Of each document, about half of which their schemas pass."""


@pytest.mark.parametrize("path", FULL)
def test_every_rule_answers(path: str) -> None:
    whole: Json = laid_over(FULL)[path]
    kind, chance = str(kind_of(path)), random.Random(f"rules {path}")
    judged = 0
    for _ in range(MUTANTS):
        tree = mutant(whole, chance)
        if JUDGE.is_valid(kind, tree):
            gone = dict.fromkeys(key for key in whole if key not in tree)
            for finding in findings({path: {**gone, **tree}}):
                assert finding.message.sv
                assert finding.message.en
            judged += 1
    assert judged
