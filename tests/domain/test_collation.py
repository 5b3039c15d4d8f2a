"""Names sorted and matched as Swedish readers expect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.collation import folded, swedish_key


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["Arvika", "Zinkgruvan", "Åmål", "Ånge", "Älmhult", "Örebro", "Östersund"], id="å, ä, ö after z"),
        pytest.param(["Ale", "alingsås", "Alvesta"], id="case does not matter"),
        pytest.param(["Ides", "Idés", "Idet"], id="an acute accent only breaks ties"),
        pytest.param(["Mora", "Mora norra"], id="the shorter first"),
    ],
)
def test_sorted(names: list[str]) -> None:
    assert sorted(names, key=swedish_key) == names


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Åmål", "amal"), ("ÖREBRO", "orebro"), ("A\u030amål", "amal"), ("Idé", "ide"), ("Suorvá", "suorva")],
)
def test_folded_to_what_people_type(name: str, typed: str) -> None:
    assert folded(name) == typed


@given(st.text())
def test_folding_is_idempotent(name: str) -> None:
    assert folded(folded(name)) == folded(name)
