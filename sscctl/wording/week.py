"""One week put together from clauses: what is said of fewer days goes before what is said of many."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.hours import WEEKDAYS, Spans, Weekday
from sscctl.text import Text
from sscctl.wording.clauses import Action, Clause
from sscctl.wording.cursor import Cursor
from sscctl.wording.faces import said_in
from sscctl.wording.names import DAY_NAMES
from sscctl.wording.times import BOTH_NEEDED


class Week:
    """The hours of the weekdays as far as they are said; what is said twice and differs is a problem."""

    def __init__(self, cursor: Cursor, *, replacing: bool) -> None:
        self._cursor = cursor
        self._replacing = replacing
        self._said: dict[Weekday, tuple[Spans, Clause]] = {}
        self._later: list[Clause] = []

    def add(self, clause: Clause) -> None:
        """Add a clause; breaks, other ends, and what is said of the other days, wait until all is known."""
        if clause.rest or clause.action in (Action.CUT, Action.UNTIL):
            self._later.append(clause)
            return
        for day in clause.days:
            self._say(day, clause)

    def hours(self) -> Mapping[Weekday, Spans]:
        """The hours of every weekday that something is said of, from Monday on."""
        only = next((clause for _, clause in self._said.values() if clause.only), None)
        for clause in self._later:
            if clause.rest and clause.action is not Action.UNTIL:
                for day in clause.days:
                    self._said.setdefault(day, (clause.spans, clause))
        if only:
            for day in WEEKDAYS:
                self._said.setdefault(day, ((), only))
        for clause in self._later:
            if clause.action is Action.UNTIL:
                self._end(clause)
        for clause in self._later:
            if clause.action is Action.CUT:
                self._cut(clause)
        return {day: self._said[day][0] for day in WEEKDAYS if day in self._said}

    def _say(self, day: Weekday, clause: Clause) -> None:
        if day not in self._said:
            self._said[day] = (clause.spans, clause)
            return
        spans, earlier = self._said[day]
        if self._replacing and (clause.replaces or not clause.spans):
            self._said[day] = (clause.spans, clause)
        elif clause.adds or (self._replacing and spans):
            self._extend(day, clause)
        elif _breadth(clause) == _breadth(earlier):
            self._repeat(day, clause)
        elif spans and clause.spans and not _meet(spans, clause.spans):
            self._cannot_tell(day, clause)
        elif _breadth(clause) < _breadth(earlier):
            self._said[day] = (clause.spans, clause)

    def _extend(self, day: Weekday, clause: Clause) -> None:
        spans, _ = self._said[day]
        if not spans or not clause.spans or _meet(spans, clause.spans):
            self._contradict(day, clause)
        else:
            self._said[day] = (tuple(sorted((*spans, *clause.spans))), clause)

    def _repeat(self, day: Weekday, clause: Clause) -> None:
        if self._said[day][0] != clause.spans:
            self._extend(day, clause)

    def _cannot_tell(self, day: Weekday, clause: Clause) -> None:
        """Hours that come after others: 10–16 on weekdays, then 17–19 on Wednesdays."""
        name = DAY_NAMES[day]
        both = tuple(sorted((*self._said[day][0], *clause.spans)))
        alone, added = _said_of(clause.spans), _said_of(both)
        self._cursor.object(
            clause.first,
            Text(
                f"kan betyda att {name.sv} är {alone.sv} eller {added.sv}",
                f"can mean that {name.en} is {alone.en} or {added.en}",
            ),
            Text(f"skriv {name.sv} för sig: {name.sv} {added.sv}", f"write {name.en} by itself: {name.en} {added.en}"),
            clause.last,
        )

    def _contradict(self, day: Weekday, clause: Clause) -> None:
        name, before = DAY_NAMES[day], _said_of(self._said[day][0])
        self._cursor.object(
            clause.first,
            Text(f"{name.sv} har redan sagts vara {before.sv}", f"{name.en} has been said to be {before.en}"),
            Text("säg det en gång", "say it once"),
            clause.last,
        )

    def _end(self, clause: Clause) -> None:
        """Let the days end at another time than was told; it is a problem if nothing was, or nothing open is left."""
        end = clause.spans[0].end
        for day in clause.days:
            spans, earlier = self._said.get(day, ((), clause))
            begun = [span for span in spans if span.start < end]
            if not begun or (begun[-1] != spans[-1] and begun[-1].end < end):
                self._cursor.object(clause.first, BOTH_NEEDED, Text("10.00–16.00", "10:00–16:00"), clause.last)
                return
            self._said[day] = ((*begun[:-1], TimeSpan(begun[-1].start, end)), earlier)

    def _cut(self, clause: Clause) -> None:
        """Take a break out of the days' hours; it is a problem if it touches none, or leaves nothing of a day."""
        fits = False
        for day in clause.days:
            spans, earlier = self._said.get(day, ((), clause))
            left = tuple(piece for span in spans for piece in _without(span, clause.spans))
            if left and (left != spans or _parts(spans, clause.spans)):
                self._said[day] = (left, earlier)
                fits = True
            elif spans and not left:
                fits = False
                break
        if not fits:
            self._cursor.object(
                clause.first,
                Text("ligger inte inom öppettiderna", "does not lie within the opening hours"),
                last=clause.last,
            )


def _parts(spans: Spans, breaks: Spans) -> bool:
    """Whether the breaks are what lies between spans already: 10–12 and 13–16, closed for lunch 12–13."""
    between = {(one.end, other.start) for one, other in pairwise(spans)}
    return all((pause.start, pause.end) in between for pause in breaks)


def _without(span: TimeSpan, breaks: Spans) -> Spans:
    """What is left of a span, the breaks being sorted."""
    pieces: list[TimeSpan] = []
    start = span.start
    for pause in breaks:
        if pause.start > start and min(pause.start, span.end) > start:
            pieces.append(TimeSpan(start, min(pause.start, span.end)))
        start = max(start, pause.end)
    if start < span.end:
        pieces.append(TimeSpan(start, span.end))
    return tuple(pieces)


def _breadth(clause: Clause) -> float:
    """Of how many days it is said; in some weeks only is narrower than in all."""
    return len(clause.days) * (0.1 if clause.scope.weeks else 1)


def _meet(some: Spans, others: Spans) -> bool:
    return any(span.overlaps(other) for span in some for other in others)


def _said_of(spans: Spans) -> Text:
    texts = [said_in((span.start, span.end)) for span in spans]
    if not texts:
        return Text("stängt", "closed")
    return Text(" och ".join(text.sv for text in texts), " and ".join(text.en for text in texts))
