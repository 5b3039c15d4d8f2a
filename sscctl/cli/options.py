"""The options that commands share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from sscctl.cli.language import t
from sscctl.errors import WrongUsage
from sscctl.reading.cache import Cache
from sscctl.reading.repository import Repository
from sscctl.text import Text

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(slots=True)
class _Start:
    root: str | None = None


start = _Start()
"""What the root command was told; the commands that follow read it."""


def repository() -> Repository:
    """The registry that `--root` names, or the nearest from here upwards."""
    return Repository.find(Path(start.root) if start.root is not None else None)


def cache(found: Repository) -> Cache:
    """What earlier runs on this registry remember."""
    return Cache.of(found.root)


def day(text: str | None, option: str = "") -> date:
    """Read the date that `option` was given; today in Stockholm where it was not."""
    if text is None:
        return datetime.now(STOCKHOLM).date()
    try:
        if _DATE.fullmatch(text):
            found = date.fromisoformat(text)
            refuse_far(found)
            return found
    except ValueError:
        pass  # 30 February
    at = f"{option}: " if option else ""
    raise WrongUsage(
        Text(f"{at}{text} är inget datum", f"{at}{text} is no date"),
        Text("skriv ett datum som ÅÅÅÅ-MM-DD, till exempel 2026-11-22", "write a date as YYYY-MM-DD, as in 2026-11-22"),
    )


def refuse_far(found: date) -> None:
    """Refuse a day so far away that those around it may not exist: a slip of the pen."""
    if not 1000 <= found.year < 9000:
        told = found.isoformat()[:10]
        raise WrongUsage(
            Text(f"{told} ligger för långt bort i tiden", f"{told} is too far away in time"),
            Text("se efter att årtalet är rätt", "see that the year is right"),
        )


_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
_DAY_ALONE = len("2026-11-23")


def instant(text: str | None, on: date | None = None) -> datetime:
    """Read a time option as Stockholm's wall clock, or with an offset of its own; now where it is not given.

    A clock alone, and now, is meant on the day `on`, or today; a day alone is no time.
    """
    now = datetime.now(STOCKHOLM)
    written = "now" if text is None else text.strip().replace(" ", "T")
    if written in ("now", "nu"):
        if on is None:
            return now
        written = f"{now:%H:%M}"
    try:
        if clock := _CLOCK.fullmatch(written):
            written = f"{on or now.date()}T{clock[1]:0>2}:{clock[2]}"
        found = datetime.fromisoformat(written if len(written) > _DAY_ALONE else "")
    except ValueError:
        raise WrongUsage(
            Text(f"{text} är ingen tidpunkt", f"{text} is no time"),
            Text("skriv dag och klockslag som 2026-11-23T10:30", "write day and time as 2026-11-23T10:30"),
        ) from None
    refuse_far(found)
    return found.replace(tzinfo=STOCKHOLM) if found.tzinfo is None else found.astimezone(STOCKHOLM)


def complete_office(incomplete: str) -> list[str]:
    """Office ids that begin like this."""
    return _ids("offices", incomplete)


def complete_agency(incomplete: str) -> list[str]:
    """Agency ids that begin like this."""
    return _ids("agencies", incomplete)


def _ids(folder: str, beginning: str) -> list[str]:
    """Ids from the names of the files alone; a name that is no id is not offered to a shell."""
    files = (repository().root / folder).rglob("*.yaml")
    return sorted({file.stem for file in files if file.stem.startswith(beginning) and _ID.fullmatch(file.stem)})


On = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar=t("DATUM", "DATE"),
        help=t("Vad som gäller den dagen (förval: i dag).", "What holds on that day (default: today)."),
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar=t("REV|DATUM|TIDPUNKT", "REV|DATE|INSTANT"),
        help=t(
            "Vad registret sade då: en revision, ett datum eller en tidpunkt.",
            "What the registry said then: a revision, a date or an instant.",
        ),
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today", metavar=t("DATUM", "DATE"), help=t("Dagen som reglerna utgår från.", "The day that the rules go by.")
    ),
]
OfficeId = Annotated[
    str,
    typer.Argument(
        metavar=t("KONTOR", "OFFICE"), help=t("Kontorets id.", "The office's id."), autocompletion=complete_office
    ),
]
