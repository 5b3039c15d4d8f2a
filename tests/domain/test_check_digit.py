"""The check digit of identity and organisation numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.check_digit import has_right_check_digit


@pytest.mark.parametrize(
    ("digits", "is_right"),
    [
        pytest.param("8112289874", True, id="a personal identity number of the examples"),
        pytest.param("8112189876", True, id="another of them"),
        pytest.param("2021005521", True, id="an agency's organisation number"),
        pytest.param("2021005522", False, id="its last digit changed"),
        pytest.param("2021005251", False, id="two digits that changed places"),
    ],
)
def test_the_last_digit_checks_the_others(digits: str, is_right: bool) -> None:
    assert has_right_check_digit(digits) is is_right


@given(st.from_regex(r"\A[0-9]{9}\Z"))
def test_nine_digits_have_one_tenth(digits: str) -> None:
    assert sum(has_right_check_digit(f"{digits}{last}") for last in range(10)) == 1


@given(st.from_regex(r"\A[0-9]{10}\Z"), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(digits: str, place: int, step: int) -> None:
    wrong = digits[:place] + str((int(digits[place]) + step) % 10) + digits[place + 1 :]
    assert not (has_right_check_digit(digits) and has_right_check_digit(wrong))
