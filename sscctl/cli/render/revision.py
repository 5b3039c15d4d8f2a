"""A revision in few words; what its author wrote is made visible by whoever prints it."""

from __future__ import annotations

from sscctl.cli.language import t
from sscctl.diffing.biography import Moment
from sscctl.domain.openness import STOCKHOLM
from sscctl.text import Text

CUT = Text(
    "Klonen är grund: vad registret visste före dess första revision syns inte här. "
    "Hämta resten: git fetch --unshallow",
    "The clone is shallow: what the registry knew before its first revision is not seen here. "
    "Fetch the rest: git fetch --unshallow",
)


def day_of(moment: Moment) -> str:
    """The day, in Stockholm, on which it was committed."""
    if moment.revision is None:
        return t("nu, ej sparat i git", "now, not committed")
    return f"{moment.revision.instant.astimezone(STOCKHOLM):%Y-%m-%d}"


def short_id(moment: Moment) -> str:
    """The beginning of its id; a dash for what is not committed."""
    return moment.revision.id[:8] if moment.revision else "–"


def stamp(moment: Moment) -> str:
    """Its short id, what its author said it does, and who that was."""
    if moment.revision is None:
        return t("ej sparat i git", "not committed")
    return f"{short_id(moment)} {moment.revision.subject} ({moment.revision.author})"


def moment_tree(moment: Moment) -> dict[str, str | None]:
    """It as JSON; every value is null for what is not committed."""
    revision = moment.revision
    return {
        "revision": revision.id if revision else None,
        "instant": revision.instant.astimezone(STOCKHOLM).isoformat() if revision else None,
        "author": revision.author if revision else None,
        "subject": revision.subject if revision else None,
    }
