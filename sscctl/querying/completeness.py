"""Which facts are missing, and of which offices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sscctl.querying.portrait import Portrait
from sscctl.querying.select import MISSING


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact, named as `list --without` names it, and the ids of the offices of which it is not known."""

    fact: str
    known: int
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the offices of which it is known, 0 to 1; 1 where there are no offices."""
        return self.known / (self.known + len(self.missing)) if self.known or self.missing else 1.0


def gaps(portraits: Sequence[Portrait]) -> tuple[Gap, ...]:
    """Every fact that can be missing, in the order of `MISSING`; the ids in the order of the portraits."""
    return tuple(_gap(fact, portraits) for fact in MISSING)


def _gap(fact: str, portraits: Sequence[Portrait]) -> Gap:
    missing = tuple(portrait.office.id for portrait in portraits if MISSING[fact](portrait))
    return Gap(fact, len(portraits) - len(missing), missing)
