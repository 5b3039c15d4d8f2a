"""jsonschema-rs and jsonschema give one verdict, and what is said of a document points into it."""

from __future__ import annotations

import random

import pytest

from sscctl.domain.finding import Fault
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.schemas import Judge, packaged
from sscctl.text import Text
from tests.builders import laid_over
from tests.mutants import FULL, Json, at, mutant

JUDGE = Judge(packaged())
MUTANTS = 400
"""Of each document; each has one or two changes."""


@pytest.mark.parametrize("path", FULL)
def test_both_libraries_give_one_verdict_on_thousands_of_documents(path: str) -> None:
    whole: Json = laid_over(FULL)[path]
    kind, chance = Kind(str(kind_of(path))), random.Random(path)
    assert JUDGE.is_valid(kind, whole), JUDGE.faults(kind, whole)
    verdicts = []
    for _ in range(MUTANTS):
        tree = mutant(whole, chance)
        if chance.random() < 0.3:
            tree = mutant(tree, chance)
        verdicts.append(JUDGE.is_valid(kind, tree))
        faults = JUDGE.faults(kind, tree)
        assert (faults == NOTHING_TO_SAY) is verdicts[-1], (tree, faults)
        for fault in faults:
            at(tree, fault.pointer)
    assert True in verdicts
    assert False in verdicts


NOTHING_TO_SAY = (
    Fault("SSC001", (), Text("dokumentet passar inte sitt schema", "the document does not fit its schema")),
)
"""What `faults` says of a document in which jsonschema finds nothing wrong."""
