"""Whether an office is open, as a sentence and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sscctl.cli.console import Style, styled
from sscctl.cli.language import said, t
from sscctl.cli.render.numbers import OFFICE, OFFICES, counted, grouped
from sscctl.cli.render.reasons import reason
from sscctl.cli.render.tables import table
from sscctl.cli.visible import visible, visible_json
from sscctl.cli.words import WEEKDAY
from sscctl.domain.event import Status
from sscctl.domain.hours import Access, Weekday
from sscctl.domain.office import Office
from sscctl.domain.openness import Openness
from sscctl.text import Text


def as_text(office: Office, answer: Openness) -> str:
    """One line a person can act on: the office, and whether to go there."""
    style = {True: Style.GOOD, False: Style.ERROR, None: Style.WARNING}[answer.is_open]
    if answer.is_open is None and office.status_on(answer.day.day) is Status.UNKNOWN:
        words = t("Det är okänt om kontoret är i drift.", "It is not known whether the office is in operation.")
    else:
        words = sentence(answer)
    return f"{visible(office.full_name)}: {styled(words, style)}"


def sentence(answer: Openness) -> str:
    """`Öppet till 16.00.` · `Stängt. Öppnar måndag 10.00.` · `Öppettiderna den dagen är okända. Öppnar senast …`."""
    if answer.is_open:
        if answer.until is None:
            return t("Öppet dygnet runt.", "Open around the clock.")
        return t(f"Öppet till {when(answer.until, answer.at)}.", f"Open until {when(answer.until, answer.at)}.")
    if answer.is_open is None:
        unknown = t("Öppettiderna den dagen är okända.", "The hours of that day are not known.") + _otherwise(answer)
        return unknown + (_at_latest(answer.at_latest, answer.at, "") if answer.at_latest else "")
    why = f" ({reason(answer.day)})" if answer.day.reason else ""
    closed = t(f"Stängt{why}.", f"Closed{why}.") + _otherwise(answer)
    if answer.next:
        return closed + t(f" Öppnar {when(answer.next, answer.at)}.", f" Opens {when(answer.next, answer.at)}.")
    if answer.at_latest:
        till_then = t(
            f"; tiderna från {answer.unknown_from} till dess är okända",
            f"; the hours from {answer.unknown_from} until then are not known",
        )
        return closed + _at_latest(answer.at_latest, answer.at, till_then)
    if answer.unknown_from:
        return closed + t(
            f" Öppettiderna från {answer.unknown_from} är okända.",
            f" The hours from {answer.unknown_from} on are not known.",
        )
    return closed


def _at_latest(opening: datetime, now: datetime, till_then: str) -> str:
    then = when(opening, now)
    return t(f" Öppnar senast {then}{till_then}.", f" Opens {then} at the latest{till_then}.")


def _otherwise(answer: Openness) -> str:
    return f" {said(_OTHERWISE[answer.otherwise])}" if answer.otherwise else ""


_OTHERWISE = {
    Access.APPOINTMENT: Text("Bokade besök tas emot nu.", "Visits by appointment are possible now."),
    Access.SELF_SERVICE: Text("Självbetjäning är möjlig nu.", "Self-service is possible now."),
}


def when(then: datetime, now: datetime) -> str:
    """A time as people say it: with the weekday where it is another day, with the date where it is not this week."""
    clock = t(f"{then:%H.%M}", f"{then:%H:%M}")
    days = (then.date() - now.date()).days
    if days == 0:
        return clock
    if days == 1 and then.hour == then.minute == 0:
        return t("midnatt", "midnight")
    weekday = said(WEEKDAY[Weekday.of(then.date())])
    return (
        f"{weekday} {clock}"
        if days < 7
        else t(f"{weekday} {then:%Y-%m-%d} kl. ", f"{weekday} {then:%Y-%m-%d} at ") + clock
    )


def as_tree(office: Office, answer: Openness) -> dict[str, object]:
    """The answer as `schemas/output/open.schema.json` promises it; instants carry Stockholm's offset."""
    return {
        "office": office.id,
        "at": answer.at.isoformat(),
        "open": answer.is_open,
        "otherwise": answer.otherwise.value if answer.otherwise else None,
        "until": answer.until.isoformat() if answer.until else None,
        "next": answer.next.isoformat() if answer.next else None,
        "unknown_from": answer.unknown_from.isoformat() if answer.unknown_from else None,
        "at_latest": answer.at_latest.isoformat() if answer.at_latest else None,
        "reason": {"sv": answer.day.reason.sv, "en": answer.day.reason.en} if answer.day.reason else None,
    }


def as_json(office: Office, answer: Openness) -> str:
    """The same as text."""
    return visible_json(as_tree(office, answer))


Answers = Sequence[tuple[Office, Openness]]


def all_as_json(is_open: Answers, unknown: int, at: datetime) -> str:
    """Every office that is open, and of how many in operation the day is unknown."""
    offices = [as_tree(office, answer) for office, answer in is_open]
    return visible_json({"at": at.isoformat(), "offices": offices, "unknown": unknown})


def all_as_text(is_open: Answers, unknown: int, at: datetime) -> str:
    """Every office that is open, with its closing time; of how many nobody can tell is told."""
    headings = (t("kontor", "office"), t("öppet till", "open until"), "id")
    rows = [(office.name, when(answer.until, at) if answer.until else "", office.id) for office, answer in is_open]
    lines = [table(headings, rows).rstrip("\n"), ""] if rows else []
    return "\n".join([*lines, _count(len(is_open), unknown), *([_unknown(unknown)] if unknown else [])])


def _count(number: int, unknown: int) -> str:
    if number:
        verb = "is" if number == 1 else "are"
        return t(f"{grouped(number)} kontor har öppet.", f"{said(counted(number, OFFICE, OFFICES))} {verb} open.")
    if unknown:
        return t("Inget kontor har säkert öppet.", "No office is open for certain.")
    return t("Inget kontor har öppet.", "No office is open.")


def _unknown(number: int) -> str:
    offices = counted(number, OFFICE, OFFICES)
    return t(f"För {offices.sv} är dagens öppettider okända.", f"The day's hours of {offices.en} are not known.")
