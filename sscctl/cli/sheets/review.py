"""A plan that is reviewed before it is applied: its digest, and what may not be written without a word for it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sscctl.errors import Refused, WrongUsage
from sscctl.text import Text
from sscctl.writing.file_change import FileChange

if TYPE_CHECKING:
    from sscctl.diffing.report import Report

_LENGTH = 32
_DIGEST = re.compile(f"[0-9a-f]{{{_LENGTH}}}")


def digest(files: Iterable[FileChange]) -> str:
    """The digest of a plan: of every file that it changes, as it was and as it becomes; 32 digits of SHA-256.

    What other files say is no part of it: a plan is the same as long as what it changes is.
    """
    whole = hashlib.sha256()
    for change in files:
        for part in (change.path.encode(), change.before, change.after):
            whole.update(b"-" if part is None else hashlib.sha256(part).digest())
    return whole.hexdigest()[:_LENGTH]


def as_digest(text: str) -> str:
    """Read a digest; WrongUsage for what can be none."""
    wanted = text.strip().lower()
    if not _DIGEST.fullmatch(wanted):
        raise WrongUsage(
            Text(f"--only: {text} är ingen kontrollsumma", f"--only: {text} is no digest"),
            Text(f"skriv de {_LENGTH} tecken som --plan visar", f"write the {_LENGTH} characters that --plan shows"),
        )
    return wanted


def refusal(files: Sequence[FileChange], told: Report, only: str | None, *, allow_loss: bool) -> Refused | None:
    """Why a plan without errors must not be written: it is not the one that was reviewed, or it takes away much."""
    if files and only is not None and digest(files) != only:
        return Refused(
            Text(
                "planen är inte den som granskades: filen eller registret har ändrats sedan dess",
                "the plan is not the one that was reviewed: the file or the registry has changed since",
            ),
            Text("granska den nya planen med --plan", "review the new plan with --plan"),
        )
    if not allow_loss and told.impact.exceeded:
        return Refused(
            Text("planen tar bort mer än spärren tillåter", "the plan takes away more than the guard allows"),
            Text("är det meningen, lägg till --allow-loss", "where that is meant, add --allow-loss"),
        )
    return None


def for_reviewer(files: Sequence[FileChange], undated: date | None) -> Iterator[Text]:
    """The digest, for the one who reviews; `undated` is the day that sources bear which do not say theirs."""
    if files:
        found = digest(files)
        yield Text(f"Planens kontrollsumma: {found}", f"Digest of the plan: {found}")
        yield Text(
            "Just den planen skrivs, och ingen annan, med samma kommando och --only i stället för --plan.",
            "This very plan is written, and no other, by the same command with --only in place of --plan.",
        )
        if undated:
            yield Text(
                f"Källor utan eget datum får dagens. Lägg till --source-date {undated} om den skrivs en annan dag.",
                f"Sources without a date bear today's. Add --source-date {undated} where it is written another day.",
            )
