"""A difference between two editions, as one of their readers meets it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sscctl.text import Text


class Weight(StrEnum):
    """What a difference does to a reader who was written for the earlier edition."""

    BREAKING = "breaking"
    ADDITIVE = "additive"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: in which published file, where in it (empty for the file as a whole), and what it is."""

    weight: Weight
    path: str
    place: str
    message: Text


def breaking(path: str, place: str, message: Text) -> Difference:
    """A difference that a reader may fail on."""
    return Difference(Weight.BREAKING, path, place, message)


def additive(path: str, place: str, message: Text) -> Difference:
    """A difference that a reader does not see unless they look for it."""
    return Difference(Weight.ADDITIVE, path, place, message)


def version_for(before: str, weight: Weight) -> str:
    """The version that the later edition's contract is to have at least (semver.org), given the earlier one's."""
    major, minor, patch = (int(part) for part in before.split("."))
    if weight is Weight.BREAKING:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if weight is Weight.ADDITIVE else f"{major}.{minor}.{patch}"
