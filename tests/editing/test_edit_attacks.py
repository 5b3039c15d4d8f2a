"""What is hostile or broken is refused, or edited rightly; nothing else happens, whatever the bytes are."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.editing.edit import Edit, Put
from sscctl.editing.formatting import formatted
from sscctl.editing.merge.values import same
from sscctl.editing.splice import applied, splice
from sscctl.errors import NotFound, Refused
from sscctl.reading.kinds import Kind
from sscctl.reading.yaml12 import parse
from tests.editing.random_edits import document, edit
from tests.editing.styles import Scribe, Style
from tests.reading.attacks.hostile import ATTACKS

SIGNS = [
    *"{}[],:#&*!|>'\"%@`-?\n \t\r",
    "\n  ",
    ": ",
    "- ",
    " #",
    "\n\n",
    "---\n",
    "...\n",
    "\ufeff",
    "\u2028",
    "é",
    "\0",
]


@pytest.mark.parametrize("data", [attack.data for attack in ATTACKS.values()], ids=list(ATTACKS))
def test_attacks_are_refused_or_edited_rightly(data: bytes) -> None:
    assert_done_rightly(data, [Put(("name",), "B")])


@given(st.integers(0, 2**40))
def test_a_text_with_faults_is_refused_or_edited_rightly(seed: int) -> None:
    random = Random(seed)
    tree = document(random)
    text = Scribe(Style.drawn(random), random).document(tree).decode()
    for _ in range(20):
        spoilt = text
        for _ in range(random.choice([1, 1, 2, 5])):
            at = random.randrange(len(spoilt) + 1)
            spoilt = spoilt[:at] + random.choice([*SIGNS, ""]) + spoilt[at + random.choice([0, 0, 1, 7]) :]
        read = parse(spoilt.encode()).tree
        assert_done_rightly(spoilt.encode(), [edit(random, read)] if isinstance(read, dict) else [Put(("name",), "B")])


def assert_done_rightly(data: bytes, edits: list[Edit]) -> None:
    read = parse(data)
    try:
        after = formatted(data, Kind.OFFICE)
    except Refused:
        pass
    else:
        assert same(parse(after).tree, read.tree)
        assert formatted(after, Kind.OFFICE) == after
    try:
        after = splice(data, edits, Kind.OFFICE)
    except (Refused, NotFound):
        pass
    else:
        assert same(parse(after).tree, applied(read.tree, edits))
