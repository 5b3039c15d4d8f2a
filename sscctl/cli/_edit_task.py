"""What an editing command is about to do, before anything of it is planned."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscctl.text import Text

if TYPE_CHECKING:
    from sscctl.editing.desk import Desk

Plan = Callable[["Desk"], "Desk"]
"""What becomes of the registry; it may be asked for twice, as what was shown is planned anew under the lock."""


def _nothing(_: Desk) -> Iterable[Text]:
    return ()


@dataclass(frozen=True, slots=True)
class Task:
    """What is about to be done.

    `doing` is the head of what is shown, what the lock is held for, and the subject of a commit: `Lägg ned Arvika`.
    `notes` tells of the planned desk what else should be known before one agrees.
    """

    doing: Text
    notes: Callable[[Desk], Iterable[Text]] = _nothing
