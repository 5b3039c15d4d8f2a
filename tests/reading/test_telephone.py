"""Telephone numbers that can and cannot exist in Sweden."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sscctl.reading.telephone import is_valid_number, is_valid_short_number


@pytest.mark.parametrize(
    ("number", "is_valid"),
    [
        pytest.param("+46771456000", True, id="a number of one rate from all over the country"),
        pytest.param("+4687869000", True, id="a switchboard in Stockholm"),
        pytest.param("+46102231000", True, id="a number that belongs to no place"),
        pytest.param("+46771451", False, id="too few digits"),
        pytest.param("+4777145100012", False, id="too many, and Norwegian"),
        pytest.param("+4781549300", False, id="a Norwegian number"),
        pytest.param("0771456000", False, id="without a country code"),
        pytest.param("", False, id="nothing"),
        pytest.param("växeln", False, id="words"),
    ],
)
def test_a_number(number: str, is_valid: bool) -> None:
    assert is_valid_number(number) is is_valid


@pytest.mark.parametrize(
    ("number", "is_valid"),
    [
        pytest.param("112", True, id="the emergency number"),
        pytest.param("114 14", True, id="the police, spaced as they print it"),
        pytest.param("11414", True, id="the police, not spaced"),
        pytest.param("1177", True, id="medical advice"),
        pytest.param("99999", False, id="a number that nobody has"),
        pytest.param("polisen", False, id="words"),
    ],
)
def test_a_short_number(number: str, is_valid: bool) -> None:
    assert is_valid_short_number(number) is is_valid


def test_the_library_is_loaded_only_when_a_number_is_asked_about() -> None:
    program = "import sys, sscctl.reading.telephone; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
