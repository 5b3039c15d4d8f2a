"""What an editing command is about to do, before anything of it is planned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscctl.text import Text

if TYPE_CHECKING:
    from sscctl.diffing.report import Report
    from sscctl.editing.desk import Desk
    from sscctl.errors import Refused
    from sscctl.writing.file_change import FileChange

Plan = Callable[["Desk"], "Desk"]
"""What becomes of the registry; it may be asked for twice, as what was shown is planned anew under the lock."""


def _nothing(_: object) -> Iterable[Text]:
    return ()


def _not_told(_: Desk, __: Sequence[str]) -> Iterable[Text]:
    return ()


def _not_refused(_: Sequence[FileChange], __: Report) -> None:
    return None


def _no_more(_: Sequence[FileChange]) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Task:
    """What is about to be done.

    `doing` is the head of what is shown, what the lock is held for, and the subject of a commit: `Lägg ned Arvika`.
    `notes` tells of the planned desk what else should be known before one agrees, and `behind` what of the task is
    behind the errors that files with these paths would have. `refusal` is why it must not be
    written, by the files and by what their changes mean, though the rules have nothing against it. `more` is what
    stands beside the rest in JSON, `last` the lines that end what is told to a person, and `trial` the option by which
    nothing is written.
    """

    doing: Text
    notes: Callable[[Desk], Iterable[Text]] = _nothing
    behind: Callable[[Desk, Sequence[str]], Iterable[Text]] = _not_told
    refusal: Callable[[Sequence[FileChange], Report], Refused | None] = _not_refused
    trial: str = "--dry-run"
    more: Callable[[Sequence[FileChange]], Mapping[str, object]] = _no_more
    last: Callable[[Sequence[FileChange]], Iterable[Text]] = _nothing
