"""A week of an office: a small table with today marked, and deviations explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import fill, wrap

from sscctl.cli.console import Style, columns, styled
from sscctl.cli.glyphs import glyph
from sscctl.cli.language import said, t
from sscctl.cli.render.reasons import reason, sentence
from sscctl.cli.visible import visible, visible_json
from sscctl.cli.words import WEEKDAY
from sscctl.domain.hours import DayHours, Spans, Weekday
from sscctl.domain.office import Office

_OFTEN = 3
"""A reason that as many days share is told once, below them."""


def as_text(office: Office, days: Sequence[DayHours], today: date) -> str:
    """The week for a person: a line a day, today with an arrow."""
    year, week, _ = days[0].day.isocalendar()
    heading = t(f"{office.full_name}, vecka {week} {year}", f"{office.full_name}, week {week} of {year}")
    reasons = Counter(reason(day) for day in days if day.reason)
    notes = [words for words, times in reasons.items() if times >= _OFTEN]
    alone = max(reasons.values(), default=0) == len(days)
    lines = [styled(visible(heading), Style.STRONG)]
    for day in days:
        lines += _lines(day, today, notes, alone=alone)
    below = [*_notes(notes, alone=alone), *(fill(hint, columns()) for hint in _hints(office, days))]
    return "\n".join([*lines, *([""] if below else []), *below])


def _lines(hours: DayHours, today: date, notes: Sequence[str], *, alone: bool) -> Iterator[str]:
    marker = glyph("→", ">") if hours.day == today else " "
    start = f"{marker} {said(WEEKDAY[Weekday.of(hours.day)]):<9} {hours.day}  "
    words, why = day_words(hours), reason(hours)
    if why in notes:
        why = "" if alone else f"[{notes.index(why) + 1}]"
    elif why:
        why = f"({why})"
    style = Style.GOOD if hours.spans else Style.FAINT
    told = f"{words}  {why}" if why else words
    first, *rest = wrap(told, max(20, columns() - len(start)), break_long_words=False)
    plain = first.removeprefix(words) if first.startswith(words) else ""
    yield start + styled(first.removesuffix(plain), style) + plain
    yield from (" " * len(start) + line for line in rest)


def _notes(notes: Sequence[str], *, alone: bool) -> Iterator[str]:
    for number, words in enumerate(notes, start=1):
        mark = "" if alone else f"[{number}] "
        yield from wrap(sentence(words), columns(), initial_indent=mark, subsequent_indent=" " * len(mark))


def _hints(office: Office, days: Sequence[DayHours]) -> Iterator[str]:
    """What is known beside the hours of each day, where some of these are unknown."""
    unknown = next((day.day for day in days if day.spans is None), None)
    if unknown is None:
        return
    schedule = office.hours.schedule_on(unknown)
    if schedule and schedule.days_per_week is not None:
        number = schedule.days_per_week
        yield t(
            f"Öppet {number} {'dag' if number == 1 else 'dagar'} i veckan; vilka är inte känt.",
            f"Open {number} {'day' if number == 1 else 'days'} a week; which is not known.",
        )
    if any(other.undated for other in office.hours.schedules):
        yield t(
            f"En källa utan datum anger öppettider: se `sscctl show {office.id}`.",
            f"A source without a date gives hours: see `sscctl show {office.id}`.",
        )


def day_words(hours: DayHours) -> str:
    """The hours of a day: `10.00–16.00`, closed, or unknown; then the other ways to come in."""
    words = t("okänt", "unknown") if hours.spans is None else _clock_words(hours.spans) or t("stängt", "closed")
    if hours.by_appointment:
        words += t("; efter bokning ", "; by appointment ") + _clock_words(hours.by_appointment)
    if hours.self_service:
        words += t("; självbetjäning ", "; self-service ") + _clock_words(hours.self_service)
    return words


def _clock_words(spans: Spans) -> str:
    text = ", ".join(str(span) for span in spans).replace("-", glyph("–", "-"))
    return t(text.replace(":", "."), text)


def as_json(office: Office, days: Sequence[DayHours]) -> str:
    """The week as `schemas/output/week.schema.json` promises it; a day that is unknown has no `hours`."""
    year, week, _ = days[0].day.isocalendar()
    return visible_json({"office": office.id, "week": f"{year}-W{week:02}", "days": [_day(day) for day in days]})


def _day(hours: DayHours) -> dict[str, object]:
    fields: dict[str, object] = {"date": hours.day.isoformat(), "state": hours.state}
    if hours.spans is not None:
        fields["hours"] = [str(span) for span in hours.spans]
    if hours.by_appointment:
        fields["by_appointment"] = [str(span) for span in hours.by_appointment]
    if hours.self_service:
        fields["self_service"] = [str(span) for span in hours.self_service]
    fields["reason"] = {"sv": hours.reason.sv, "en": hours.reason.en} if hours.reason else None
    return fields
