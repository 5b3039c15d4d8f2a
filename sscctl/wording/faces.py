"""From two clocks as people write them to a span of the day, unless they can mean more than one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from sscctl.domain.clocktime import MINUTES_A_DAY, TimeSpan, clock
from sscctl.text import Text
from sscctl.wording.tokens import Face, Refusal

NO_SUCH_TIME = Text("det finns inget sådant klockslag", "there is no such time of day")

_NOON = MINUTES_A_DAY // 2
_MORNING = 7 * 60
"""No office opens earlier; a bare 1 to 6 is as likely to be meant after noon."""

_MIDDAY = 10 * 60
"""The nearer to this a reading begins, the likelier it is, and the earlier it is named."""


def read_span(start: Face, end: Face) -> TimeSpan | Refusal:
    """The span from one clock to the other within a day, or why there is not just one such.

    Bare hours are read by the 24-hour clock where that gives office hours: 8–12 and 9–15 are clear, 10–4 and 1–5 are
    not. `1–5pm` takes over the half of the day from its end, `10–4pm` cannot. `24` and `0` are midnight at either end.
    """
    for face in (start, end):
        if not _is_time(face):
            return Refusal(NO_SUCH_TIME)
    pairs = [
        (first, last)
        for first, last in product(_starts(start, end), _ends(end, start))
        if first < last and (last - first <= _NOON or _is_plain(start, end))
    ]
    if len(pairs) == 1 and not _is_doubtful(start, end, pairs[0]):
        return TimeSpan(*pairs[0])
    if pairs:
        return _ambiguous(pairs, start, end)
    first, last = min(_starts(start, end)), min(_ends(end, start))
    evening, night = said_in((first, MINUTES_A_DAY)), said_in((0, last))
    return Refusal(
        Text("den slutar innan den har börjat", "it ends before it has begun"),
        Text(f"{evening.sv}, och {night.sv} dagen efter", f"{evening.en}, and {night.en} on the day after"),
    )


def end_of(face: Face) -> int | None:
    """When it is, as the end of something that has begun, by the 24-hour clock if nothing else is said."""
    return _minutes(face, face.half) or MINUTES_A_DAY if _is_time(face) else None


def read_span_within(half: str, start: Face, end: Face) -> TimeSpan | Refusal:
    """The span that begins in a half of the day, as in "eftermiddag 1–4"; `half` is `am` or `pm`."""
    if half == "pm" and _is_bare(start) and _is_bare(end):
        start, end = replace(start, half="pm"), replace(end, half="pm")
    read = read_span(start, end)
    if isinstance(read, TimeSpan) and (read.start >= _NOON) is not (half == "pm"):
        return Refusal(Text("börjar inte den tiden på dagen", "does not begin at that time of day"))
    return read


def said_in(span: tuple[int, int]) -> Text:
    """`10.00–16.00`, in English with colons."""
    start, end = clock(span[0]), clock(span[1])
    return Text(f"{start}–{end}".replace(":", "."), f"{start}–{end}")


def _is_time(face: Face) -> bool:
    if face.half:
        return 1 <= face.hour <= 12 and (face.minute or 0) < 60
    return face.hour * 60 + (face.minute or 0) <= MINUTES_A_DAY and (face.minute or 0) < 60


def _is_bare(face: Face) -> bool:
    """Whether it could be meant by the 12-hour clock without saying so."""
    return face.half is None and not face.full and 1 <= face.hour <= 12


def _minutes(face: Face, half: str | None) -> int:
    hour = face.hour if half is None else face.hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + (face.minute or 0)


def _starts(start: Face, end: Face) -> set[int]:
    if not _is_bare(start) or _is_certain(end):
        return {_minutes(start, start.half) % MINUTES_A_DAY}
    morning, afternoon = _minutes(start, "am"), _minutes(start, "pm")
    if end.half is None and _minutes(start, None) < _minutes(end, None) and not _is_early(start):
        return {_minutes(start, None)}
    if end.half == "pm" and afternoon < _minutes(end, "pm") and morning < _MORNING:
        return {afternoon}
    return {morning, afternoon}


def _ends(end: Face, start: Face) -> set[int]:
    if _is_bare(start) and (end.hour, end.half) == (12, "am"):  # as many mean noon by it
        return {_NOON + (end.minute or 0), MINUTES_A_DAY}
    if not _is_bare(end) or _is_certain(start):
        return {_minutes(end, end.half) or MINUTES_A_DAY}
    if start.half is None and _minutes(start, None) < _minutes(end, None) and not _is_early(start):
        return {_minutes(end, None)}
    return {_minutes(end, "am") or MINUTES_A_DAY, _minutes(end, "pm")}


def _is_certain(face: Face) -> bool:
    """Whether it can only be meant by the 24-hour clock, and so the other one is too."""
    return face.half is None and not _is_bare(face)


def _is_plain(start: Face, end: Face) -> bool:
    """Whether both say themselves which half of the day they are in, or one of them that the clock has 24 hours."""
    return not (_is_bare(start) or _is_bare(end)) or _is_certain(start) or _is_certain(end)


def _is_early(face: Face) -> bool:
    return _is_bare(face) and _minutes(face, None) < _MORNING


def _is_doubtful(start: Face, end: Face, only: tuple[int, int]) -> bool:
    """Whether a reading that stands alone still rests on a guess: that 10–4 means until 16."""
    if start.half or end.half:
        return False
    return only != (_minutes(start, None) % MINUTES_A_DAY, _minutes(end, None) or MINUTES_A_DAY)


def _ambiguous(pairs: list[tuple[int, int]], start: Face, end: Face) -> Refusal:
    likely = sorted(pairs, key=lambda pair: (abs(pair[0] - _MIDDAY), pair))
    readings = [said_in(pair) for pair in likely[:3]]
    if len(readings) == 1:
        first, last = _minutes(start, None), _minutes(end, None)
        overnight = said_in((first, last))
        readings.append(Text(f"{overnight.sv} nästa dag", f"{overnight.en} the next day"))
    return Refusal(
        Text(
            f"kan betyda {' eller '.join(text.sv for text in readings)}",
            f"can mean {' or '.join(text.en for text in readings)}",
        ),
        readings[0],
    )
