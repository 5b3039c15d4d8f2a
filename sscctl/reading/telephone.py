"""Whether a telephone number can exist, by the `phonenumbers` library.

Validity only: how it prints numbers is another matter, and wrong for those that begin with 0771.
"""

from __future__ import annotations

from functools import lru_cache

REGION = "SE"


@lru_cache(maxsize=1024)
def is_valid_number(number: str) -> bool:
    """Whether `number`, in international form (`+46771456000`), is a number that Sweden's numbering plan gives out."""
    import phonenumbers  # the library costs 30 ms: only those who meet a number pay

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number_for_region(parsed, REGION)


@lru_cache(maxsize=64)
def is_valid_short_number(number: str) -> bool:
    """Whether `number` is a listed short number of Sweden, such as 112 or 11414, spaced or not."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, REGION)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_short_number_for_region(parsed, REGION)
