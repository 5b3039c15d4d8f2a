"""Sentences put together in every way that people write them, each with the week that it means."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.hours import WEEKDAYS, Spans, Weekday

NAMES: Mapping[str, list[list[str]]] = {
    "sv": [
        ["måndag", "måndagar", "mån", "mån.", "Måndag", "må"],
        ["tisdag", "tisdagar", "tis", "tis.", "Tisdag", "ti"],
        ["onsdag", "onsdagar", "ons", "ons.", "Onsdag"],
        ["torsdag", "torsdagar", "tors", "tor", "Torsdag"],
        ["fredag", "fredagar", "fre", "fre.", "Fredag", "fr"],
        ["lördag", "lördagar", "lör", "Lördag", "lö", "lordag"],
        ["söndag", "söndagar", "sön", "Söndag", "sö", "sondag"],
    ],
    "en": [
        ["Monday", "Mondays", "Mon", "Mon.", "mon"],
        ["Tuesday", "Tuesdays", "Tue", "Tues", "tue"],
        ["Wednesday", "Wednesdays", "Wed", "wed"],
        ["Thursday", "Thursdays", "Thu", "Thurs", "thu"],
        ["Friday", "Fridays", "Fri", "fri"],
        ["Saturday", "Saturdays", "Sat", "sat"],
        ["Sunday", "Sundays", "Sun", "sun"],
    ],
}
THROUGH = {"sv": ["-", "–", " – ", " till ", " t.o.m. ", " tom "], "en": ["-", "–", " to ", " through ", " thru "]}
UNTIL = {"sv": ["-", "–", " - ", " till "], "en": ["-", "–", " to ", " until "]}
AND = {"sv": [" och ", ", ", " samt ", " & "], "en": [" and ", ", ", " & "]}
BEFORE_HOURS = {"sv": [" ", ": ", " kl ", " kl. ", ", ", " klockan ", " från "], "en": [" ", ": ", ", ", " from "]}
CLOSED = {"sv": [" stängt", ": stängt", " är stängt"], "en": [" closed", ": closed", " off"]}
BETWEEN = {"sv": [", ", "; ", ". ", "\n"], "en": [", ", "; ", ". ", "\n"]}


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, dict[Weekday, Spans]]:
    """A text about some weekdays, no day twice, and what it means."""
    language = draw(st.sampled_from(["sv", "en"]))
    one = st.sampled_from
    week: dict[Weekday, Spans] = {}
    said: list[str] = []
    days = list(range(draw(st.integers(0, 6)), 7))
    while days and (not said or draw(st.booleans())):
        count = draw(st.integers(1, min(4, len(days))))
        group, days = days[:count], days[count:]
        names = [draw(one(NAMES[language][day])) for day in group]
        phrase = (
            f"{names[0]}{draw(one(THROUGH[language]))}{names[-1]}"
            if count > 2 or (count == 2 and draw(st.booleans()))
            else draw(one(AND[language])).join(names)
        )
        spans = draw(_spans())
        joint = draw(one(AND[language]))
        hours = joint.join(_span(draw, span, language) for span in spans)
        said.append(phrase + (draw(one(BEFORE_HOURS[language])) + hours if spans else draw(one(CLOSED[language]))))
        week.update({WEEKDAYS[day]: spans for day in group})
    return draw(one(BETWEEN[language])).join(said), week


@st.composite
def _spans(draw: st.DrawFn) -> Spans:
    """Hours as offices have them: between 7 and 22, on quarter hours."""
    quarters = sorted(draw(st.sets(st.integers(28, 88), max_size=4)))
    return tuple(TimeSpan(a * 15, b * 15) for a, b in zip(quarters[::2], quarters[1::2], strict=False))


def _span(draw: st.DrawFn, span: TimeSpan, language: str) -> str:
    write = draw(st.sampled_from([_bare, _dotted, _colon, _padded, *([_halves] if language == "en" else [])]))
    return f"{write(span.start)}{draw(st.sampled_from(UNTIL[language]))}{write(span.end)}"


def _bare(minutes: int) -> str:
    """`9`, `9.30`."""
    return f"{minutes // 60}" if minutes % 60 == 0 else _dotted(minutes)


def _dotted(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"


def _colon(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _padded(minutes: int) -> str:
    """`0930`."""
    return f"{minutes // 60:02}{minutes % 60:02}"


def _halves(minutes: int) -> str:
    """`9:30am`."""
    half = "am" if minutes < 12 * 60 else "pm"
    minute = f":{minutes % 60:02}" if minutes % 60 else ""
    return f"{(minutes // 60 + 11) % 12 + 1}{minute}{half}"
