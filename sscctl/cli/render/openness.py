"""Whether an office is open, as a sentence and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sscctl.cli.console import Style, styled
from sscctl.cli.language import said, t
from sscctl.cli.render.tables import table
from sscctl.cli.visible import visible
from sscctl.cli.words import WEEKDAY
from sscctl.domain.hours import Weekday
from sscctl.domain.office import Office
from sscctl.domain.openness import Openness


def as_text(office: Office, answer: Openness) -> str:
    """One line a person can act on: the office, and whether to go there."""
    style = {True: Style.GOOD, False: Style.ERROR, None: Style.WARNING}[answer.is_open]
    return f"{visible(office.full_name)}: {styled(visible(sentence(answer)), style)}"


def sentence(answer: Openness) -> str:
    """`Öppet till 16.00.` · `Stängt. Öppnar måndag 10.00.` · `Det är okänt …`."""
    if answer.is_open:
        if answer.until is None:
            return t("Öppet dygnet runt.", "Open around the clock.")
        return t(f"Öppet till {_when(answer.until, answer.at)}.", f"Open until {_when(answer.until, answer.at)}.")
    if answer.is_open is None:
        return t("Öppettiderna den dagen är okända.", "The hours of that day are unknown.")
    reason = f" ({said(answer.day.reason)})" if answer.day.reason else ""
    closed = t(f"Stängt{reason}.", f"Closed{reason}.")
    if answer.next:
        return closed + t(f" Öppnar {_when(answer.next, answer.at)}.", f" Opens {_when(answer.next, answer.at)}.")
    if answer.unknown_from:
        return closed + t(
            f" Öppettiderna från {answer.unknown_from} är okända.",
            f" The hours from {answer.unknown_from} on are unknown.",
        )
    return closed


def _when(then: datetime, now: datetime) -> str:
    """A time as people say it: with the weekday where it is another day, with the date where it is not this week."""
    clock = f"{then:%H.%M}" if t("sv", "en") == "sv" else f"{then:%H:%M}"
    days = (then.date() - now.date()).days
    if days == 0:
        return clock
    if days == 1 and clock in ("00.00", "00:00"):
        return t("midnatt", "midnight")
    weekday = said(WEEKDAY[Weekday.of(then.date())])
    return f"{weekday} {clock}" if days < 7 else f"{weekday} {then.date()} {clock}"


def as_tree(office: Office, answer: Openness) -> dict[str, object]:
    """The answer as `schemas/output/open.schema.json` promises it; instants carry Stockholm's offset."""
    return {
        "office": office.id,
        "at": answer.at.isoformat(),
        "open": answer.is_open,
        "until": answer.until.isoformat() if answer.until else None,
        "next": answer.next.isoformat() if answer.next else None,
        "unknown_from": answer.unknown_from.isoformat() if answer.unknown_from else None,
        "reason": {"sv": answer.day.reason.sv, "en": answer.day.reason.en} if answer.day.reason else None,
    }


def as_json(office: Office, answer: Openness) -> str:
    """The same as text."""
    return json.dumps(as_tree(office, answer), ensure_ascii=False, indent=1)


def all_as_text(is_open: Sequence[tuple[Office, Openness]], unknown: int, at: datetime) -> str:
    """Every office that is open, with its closing time; how many are unknown is told."""
    headings = (t("kontor", "office"), t("id", "id"), t("öppet till", "open until"))
    rows = [(office.name, office.id, _when(answer.until, at) if answer.until else "") for office, answer in is_open]
    count = t(
        f"{len(is_open)} kontor är öppna; av {unknown} är dagens öppettider okända.",
        f"{len(is_open)} offices are open; of {unknown} the day's hours are unknown.",
    )
    return f"{table(headings, rows)}\n\n{count}".lstrip("\n") if rows else count
