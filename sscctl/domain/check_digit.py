"""The check digit of Swedish identity and organisation numbers."""

from __future__ import annotations


def has_right_check_digit(digits: str) -> bool:
    """Whether the last of the digits is the check digit of the others (Luhn's formula, ISO/IEC 7812-1 annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 * (doubled > 9)
    return total % 10 == 0
