"""A revision in few words."""

from __future__ import annotations

from sscctl.cli.language import t
from sscctl.domain.openness import STOCKHOLM
from sscctl.reading.standing import Revision


def instant(revision: Revision | None) -> str:
    """The day, in Stockholm, on which it was committed."""
    return (
        f"{revision.instant.astimezone(STOCKHOLM):%Y-%m-%d}"
        if revision
        else t("nu (ej sparat i git)", "now (not committed)")
    )


def stamp(revision: Revision | None) -> str:
    """Its short name and what its author said it does; a dash for what is not committed."""
    return f"{revision.id[:8]} {revision.subject}" if revision else "–"
