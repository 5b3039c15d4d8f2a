"""The clauses gathered while a text is read, and in which weeks the next one will hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sscctl.domain.hours import WEEKDAYS, Spans
from sscctl.text import Text
from sscctl.wording.clauses import Action, Clause, Scope, Who
from sscctl.wording.cursor import Cursor
from sscctl.wording.qualifiers import BROKEN, joined
from sscctl.wording.tokens import Token

_CONTRADICTION = Text("säger emot det som står före", "contradicts what stands before")

_EXAMPLE = Text("… onsdagar 10.00–14.00", "… Wednesdays 10:00–14:00")
_WITH_A_BREAK = Text(
    "måndag–fredag 10.00–16.00, lunchstängt 12.00–13.00", "Monday–Friday 10:00–16:00, closed for lunch 12:00–13:00"
)


class Draft:
    """Clauses in the order of the text. What contradicts itself is noted as a problem and not added."""

    def __init__(self, cursor: Cursor, *, is_osm: bool) -> None:
        self._cursor = cursor
        self._is_osm = is_osm
        self.clauses: list[Clause] = []
        self.holidays_off = False
        self.adds = False
        """Whether the next clause is joined by "och" or "även"."""
        self._replaces = False
        self._scope, self._is_heading = Scope(), False
        self._is_doubtful = False  # whether weeks that were told before may or may not hold on
        self._led: tuple[Token, Token] | None = None  # where the scope is told, until something is said within it
        self._sentence = 0
        self._cuts: list[tuple[Spans, Token, Token]] = []

    @property
    def in_sentence(self) -> int:
        """How many clauses the sentence has so far."""
        return len(self.clauses) - self._sentence

    @property
    def is_limited(self) -> bool:
        """Whether weeks or dates were told before what follows."""
        return self._scope != Scope()

    def lead(self, scope: Scope, first: Token, *, is_heading: bool) -> None:
        """Let all that follows hold within the scope, to the sentence's end; under a heading to the next one.

        A scope within which nothing is said is a problem. `first` is where it stands.
        """
        self._end_scope()
        scope = BROKEN if self._scope.broken and not self.in_sentence else scope
        self._led = None if scope.broken else (first, self._cursor.last)
        self._scope, self._is_heading, self._is_doubtful = scope, is_heading, False
        self._sentence = len(self.clauses)

    def break_sentence(self) -> None:
        """The sentence is limited in a way that was not understood: neither its start nor its rest can be used."""
        self.limit(self._sentence, BROKEN, self._cursor.last)
        self.lead(BROKEN, self._cursor.last, is_heading=False)

    def end_sentence(self) -> None:
        """What follows stands for itself."""
        if not self._is_heading:
            self._end_scope()
            self._is_doubtful |= self._scope.weeks is not None and self.in_sentence > 0 and not self._is_osm
            self._scope = Scope()
        self._sentence = len(self.clauses)
        self.adds, self._replaces = False, True

    def _end_scope(self) -> None:
        if self._led:
            first, last = self._led
            self._cursor.object(first, Text("vad gäller då?", "what holds then?"), _EXAMPLE, last)
            self._led = None

    def add(self, who: Who, action: Action, spans: Spans, inner: Scope, first: Token) -> None:
        """Add what is said of some days, `inner` being the weeks named beside them."""
        self._led = None
        adds, replaces = self.adds, self._replaces
        self.adds = self._replaces = False
        self.holidays_off |= who.holiday_free or (who.holidays is not None and action is Action.CLOSED)
        if who.broken or (action is not Action.CLOSED and not spans):
            return  # what should have been read there is a problem already
        if who.holidays and action is not Action.CLOSED:
            self._cursor.object(
                who.holidays,
                Text(
                    "tider på helgdagar hör inte till ordinarie veckor",
                    "hours on holidays are no part of ordinary weeks",
                ),
                Text("ange dagarna som avvikelser", "give the days as deviations"),
            )
        if who.rest and action is Action.OPEN and who.rest.meaning.days == WEEKDAYS:
            self._cursor.object(
                who.rest,
                Text(
                    "kan betyda övriga vardagar eller lördag och söndag också",
                    "can mean other weekdays or the weekend too",
                ),
                Text("övriga vardagar", "other weekdays"),
            )
            return
        last = self._cursor.last
        if self._is_doubtful and inner == Scope() and any(weeks is None for _, weeks in who.groups):
            self._cursor.object(
                first,
                Text("gäller veckorna som står före det här också?", "do the weeks told before hold for this too?"),
                Text("upprepa veckorna, eller skriv alla veckor", "repeat the weeks, or write all weeks"),
                last,
            )
        for days, nth in [*who.groups, *([(who.without, None)] if action is Action.OPEN else [])]:
            scope = joined(self._scope, inner)
            scope = joined(scope, Scope(nth)) if scope else None
            if scope is None:
                self._cursor.object(first, _CONTRADICTION, last=last)
            elif days and not scope.broken:
                is_without = days is who.without
                self.clauses.append(
                    Clause(
                        days,
                        Action.CLOSED if is_without else action,
                        () if is_without else spans,
                        scope,
                        first,
                        last,
                        rest=who.rest is not None,
                        only=who.only and action is Action.OPEN,
                        adds=adds,
                        replaces=replaces,
                    )
                )

    def limit(self, start: int, scope: Scope, first: Token) -> None:
        """Let the clauses from number `start` on hold only within the scope; within a broken one they are lost."""
        if scope.broken:
            del self.clauses[start:]
        for number, clause in enumerate(self.clauses[start:], start):
            met = joined(clause.scope, scope)
            if met is None:
                self._cursor.object(first, _CONTRADICTION)
                return
            self.clauses[number] = replace(clause, scope=met)

    def cut(self, spans: Spans, first: Token, start: int = 0) -> None:
        """Take the spans out of what the clauses from number `start` on have opened; before any, out of all to come."""
        targets = [clause for clause in self.clauses[start:] if clause.action is Action.OPEN]
        last = self._cursor.last
        if not spans:
            return
        if not targets:
            self._cuts.append((spans, first, last))
        before = self.clauses[self._sentence : start]
        if any(clause.action is Action.OPEN and _meet(clause.spans, spans) for clause in before) and not any(
            clause.action is Action.CUT for clause in before
        ):
            self._cursor.object(
                first,
                Text(
                    "är det så bara den sista dagen, eller alla?", "is that so on the last day only, or on all of them?"
                ),
                Text("sätt ett komma före om det är alla", "put a comma before it if it is all"),
                last,
            )
        self._cut(targets, spans, first, last)

    def finish(self) -> None:
        """End the text: take the lunches that were told first out of all hours."""
        self._end_scope()
        targets = [clause for clause in self.clauses if clause.action is Action.OPEN]
        for spans, first, last in self._cuts:
            if not targets:
                self._cursor.object(first, Text("vilka dagar?", "on which days?"), _WITH_A_BREAK, last)
            self._cut(targets, spans, first, last)

    def _cut(self, targets: Sequence[Clause], spans: Spans, first: Token, last: Token) -> None:
        self.clauses += [
            replace(clause, action=Action.CUT, spans=spans, first=first, last=last, only=False) for clause in targets
        ]


def _meet(some: Spans, others: Spans) -> bool:
    return any(span.overlaps(other) for span in some for other in others)
