"""What a check-up finds: good, worth knowing, or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sscctl.text import Text


class State(StrEnum):
    """How grave it is; only `wrong` is a reason to act before going on."""

    GOOD = "good"
    NOTE = "note"
    WRONG = "wrong"
    MENDED = "mended"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: its name for scripts, its state, what was seen, and what to do about it."""

    name: str
    state: State
    seen: Text
    advice: Text | None = None


def good(name: str, seen: Text) -> Check:
    """All is well."""
    return Check(name, State.GOOD, seen)


def note(name: str, seen: Text, advice: Text | None = None) -> Check:
    """Worth knowing."""
    return Check(name, State.NOTE, seen, advice)


def wrong(name: str, seen: Text, advice: Text | None = None) -> Check:
    """Something has to be done."""
    return Check(name, State.WRONG, seen, advice)


MEND = Text("sscctl doctor --mend rättar det", "sscctl doctor --mend mends it")
