"""What must hold. The families of rules, written out; a code is never used twice."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.rules import (
    agreements,
    co_location,
    form,
    hours,
    lifecycle,
    participation,
    place,
    privacy,
    reference,
    waivers,
)
from sscctl.rules._rule import Book, Rule

BOOKS: tuple[Book, ...] = (
    form.BOOK,
    reference.BOOK,
    place.BOOK,
    lifecycle.BOOK,
    participation.BOOK,
    agreements.BOOK,
    co_location.BOOK,
    hours.BOOK,
    privacy.BOOK,
    waivers.BOOK,
)

RULES: Mapping[str, Rule] = dict(sorted((code, rule) for book in BOOKS for code, rule in book.rules.items()))
"""Every rule by its code, in the order of the codes."""
