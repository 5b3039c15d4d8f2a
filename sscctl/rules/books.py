"""The families of rules, written out; a code is never used twice."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.rules import (
    agreement_law,
    agreement_terms,
    agreements,
    attendance,
    closing,
    closing_authority,
    co_location,
    contact,
    deviations,
    driving_exams,
    entitlement,
    form,
    hours,
    identity,
    lifecycle,
    missing_hours,
    neighbours,
    organisation_numbers,
    overdue,
    participation,
    personal,
    place,
    position,
    postcodes,
    privacy,
    reference,
    shared_premises,
    sources,
    staggered_closing,
    succession,
    waivers,
)
from sscctl.rules._rule import Book, Rule

BOOKS: tuple[Book, ...] = (
    agreement_law.BOOK,
    agreement_terms.BOOK,
    agreements.BOOK,
    attendance.BOOK,
    closing.BOOK,
    closing_authority.BOOK,
    co_location.BOOK,
    contact.BOOK,
    deviations.BOOK,
    driving_exams.BOOK,
    entitlement.BOOK,
    form.BOOK,
    hours.BOOK,
    identity.BOOK,
    lifecycle.BOOK,
    missing_hours.BOOK,
    neighbours.BOOK,
    organisation_numbers.BOOK,
    overdue.BOOK,
    participation.BOOK,
    personal.BOOK,
    place.BOOK,
    position.BOOK,
    postcodes.BOOK,
    privacy.BOOK,
    reference.BOOK,
    shared_premises.BOOK,
    sources.BOOK,
    staggered_closing.BOOK,
    succession.BOOK,
    waivers.BOOK,
)

RULES: Mapping[str, Rule] = dict(sorted((code, rule) for book in BOOKS for code, rule in book.rules.items()))
"""Every rule by its code, in the order of the codes."""
