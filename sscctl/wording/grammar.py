"""The sentences in which people tell opening hours, read from left to right into clauses.

    text      = statement {("," | "och" | "även" | ";" | "." | line) statement}
    statement = [qualifier [":"]] (days [qualifier] [":"] said | said days | "utom" days | "24/7") {tail}
    said      = hours | "stängt" | break | "till" clock
    break     = ["stängt"] "lunch" hours | "stängt" hours ["lunch"]
    tail      = qualifier | break | "i månaden"; each in brackets too

Days, hours and qualifiers are told where they are read. Reading goes on after a part that cannot be read, so that one
look shows all that is wrong. It is written by hand because the comma joins days, hours and statements alike, and "to",
"on" and "andra" mean two things: what comes next decides, up to four tokens on, where a generated LALR(1) parser has to
decide at once; and because what to say of an error, and where to go on, is a matter of sense rather than of states.
"""

from __future__ import annotations

from sscctl.domain.hours import WEEKDAYS
from sscctl.text import Text
from sscctl.wording.clauses import Action, Scope, Who
from sscctl.wording.cursor import Cursor
from sscctl.wording.days import STARTS_DAYS
from sscctl.wording.draft import Draft
from sscctl.wording.faces import said_in
from sscctl.wording.phrases import Every, is_cut, read_cut, read_scope, read_who, starts_days
from sscctl.wording.qualifiers import read_qualifier, starts_qualifier
from sscctl.wording.suggest import near_word
from sscctl.wording.tail import read_tail
from sscctl.wording.times import ALL_DAY, SAID, STARTS_HOURS, read_end_alone, read_hours
from sscctl.wording.tokens import Kind, Refusal, Token


class Grammar:
    """Reads a text once: what it says is in the draft, what could not be read in the cursor's problems.

    With `one_day` the text is about a day that is known already, and names none.
    """

    def __init__(self, text: str, *, is_osm: bool = False, one_day: bool = False) -> None:
        self.cursor = Cursor(text)
        self.draft = Draft(self.cursor, is_osm=is_osm)
        self._one_day = one_day
        self._is_lost = self._was_lost = False  # words right before were not understood, so others may lack their days

    def read(self) -> None:
        """Read the whole text."""
        while not self.cursor.is_done:
            self._statement()
        self.draft.finish()

    def _statement(self) -> None:
        cursor, draft = self.cursor, self.draft
        kind = cursor.kind()
        self._was_lost, self._is_lost = self._is_lost, False
        if starts_qualifier(cursor):
            self._qualifier()
        elif starts_days(cursor):
            self._days_first()
        elif kind in STARTS_HOURS:
            self._hours_first()
        elif is_cut(cursor):
            self._cut_first()
        elif kind is Kind.CLOSED:
            self._closed_first()
        elif kind is Kind.NOT:
            self._exception()
        elif kind is Kind.ALWAYS:
            draft.add(Who([(WEEKDAYS, None)]), Action.OPEN, (ALL_DAY,), Scope(), cursor.take())
        elif kind in (Kind.STOP, Kind.LINE):
            cursor.take()
            draft.end_sentence()
        else:
            self._sign_or_stranger()

    def _sign_or_stranger(self) -> None:
        cursor, draft = self.cursor, self.draft
        token = cursor.take()
        match token.kind:
            case Kind.AND | Kind.ALSO:
                draft.adds = True
                if cursor.kind() in (None, Kind.STOP, Kind.LINE):
                    cursor.object(token, Text("här saknas något efteråt", "something is missing after this"))
            case Kind.COMMA | Kind.COLON | Kind.OPEN | Kind.SHUT:
                pass
            case Kind.REFUSED if token.meaning.refusal:
                self._is_lost = True
                self._refuse(token, token.meaning.refusal)
            case Kind.STRANGE:
                self._is_lost = True
                while cursor.skipped((Kind.TO,), (Kind.STRANGE,)):
                    cursor.take()
                suggestion = near_word(token.text) if cursor.last is token else None
                cursor.object(token, Text("förstås inte", "is not understood"), suggestion, cursor.last)
            case _:
                cursor.object(token, Text("betyder inget här", "means nothing here"))

    def _refuse(self, token: Token, refusal: Refusal) -> None:
        """Refuse a known word and all of its kind that follow: `juni–augusti`; with some words the whole sentence."""
        cursor = self.cursor
        while (
            (refusal.whole and cursor.kind() not in (None, Kind.STOP, Kind.LINE, Kind.SHUT))
            or cursor.see().meaning.refusal == refusal
            or (cursor.kind() is Kind.TO and cursor.see(1).meaning.refusal == refusal)
        ):
            cursor.take()
        cursor.refuse(token, refusal, cursor.last)
        if refusal.limits:
            self.draft.break_sentence()

    def _qualifier(self) -> None:
        """Weeks or dates before what they limit; after it where nothing else comes, and only if that is one thing."""
        cursor, draft = self.cursor, self.draft
        first = cursor.see()
        scope = read_qualifier(cursor)
        last = cursor.last
        self._is_lost = scope.broken
        cursor.took(Kind.COLON)
        follows = cursor.kind() in SAID | {Kind.NOT} or starts_days(cursor)
        if follows or draft.in_sentence == 0:
            draft.lead(scope, first, is_heading=cursor.kind() is Kind.LINE)
        elif draft.in_sentence == 1:
            draft.limit(len(draft.clauses) - 1, scope, first)
        else:
            cursor.object(
                first,
                Text(
                    "gäller det allt som står före eller bara det sista? Skriv det först",
                    "is that for all that stands before or for the last part? Write it first",
                ),
                last=last,
            )

    def _read_who(self, *, adjacent: bool) -> tuple[Who, Scope, Every | None]:
        cursor = self.cursor
        first = cursor.see()
        found = read_who(cursor, adjacent=adjacent)
        if self._one_day:
            message = Text("dagen är redan bestämd", "the day is given already")
            cursor.object(first, message, Text("10.00–16.00", "10:00–16:00"), cursor.last)
        return found

    def _days_first(self) -> None:
        cursor, draft = self.cursor, self.draft
        first = cursor.see()
        start = len(draft.clauses)
        who, inner, every = self._read_who(adjacent=True)
        draft.adds |= cursor.kind() is Kind.ALSO
        cursor.skipped((Kind.COLON, Kind.LINE, Kind.COMMA, Kind.SHUT, Kind.ALSO), SAID)
        if cursor.kind() in STARTS_HOURS:
            draft.add(who, Action.OPEN, read_hours(cursor), inner, first)
        elif is_cut(cursor):
            draft.add(who, Action.CUT, read_cut(cursor), inner, first)
        elif cursor.took(Kind.CLOSED):
            draft.add(who, Action.CLOSED, (), inner, first)
        elif cursor.kind() is Kind.TO and cursor.kind(1) is Kind.CLOCK:
            draft.add(who, Action.UNTIL, read_end_alone(cursor), inner, first)
        else:
            cursor.object(
                first,
                Text("här saknas tider", "the hours are missing"),
                Text("… 10.00–16.00, eller … stängt", "… 10:00–16:00, or … closed"),
                cursor.last,
            )
        read_tail(cursor, draft, start, who, every)

    def _hours_first(self) -> None:
        """Hours before their days; without days only where the day is known."""
        cursor, draft = self.cursor, self.draft
        first, start = cursor.see(), len(draft.clauses)
        spans = read_hours(cursor)
        if not draft.clauses and not self._was_lost:
            cursor.skipped((Kind.COMMA, Kind.OPEN), STARTS_DAYS | {Kind.EVERY})
        if starts_days(cursor):
            who, inner, every = self._read_who(adjacent=False)
            draft.add(who, Action.OPEN, spans, inner, first)
            read_tail(cursor, draft, start, who, every)
        elif self._one_day:
            draft.add(Who([(WEEKDAYS, None)]), Action.OPEN, spans, Scope(), first)
            read_tail(cursor, draft, start, Who(), None)
        elif spans and not self._was_lost:
            hours = [said_in((span.start, span.end)) for span in spans]
            cursor.object(
                first,
                Text("vilka dagar?", "on which days?"),
                Text(
                    f"måndag–fredag {' och '.join(text.sv for text in hours)}",
                    f"Monday–Friday {' and '.join(text.en for text in hours)}",
                ),
                cursor.last,
            )

    def _closed_first(self) -> None:
        cursor, draft = self.cursor, self.draft
        first, start = cursor.take(), len(draft.clauses)
        cursor.skipped((Kind.COLON,), STARTS_DAYS)
        if not starts_days(cursor):
            inner = read_scope(cursor)
            alone = not draft.clauses and cursor.kind() in (None, Kind.STOP, Kind.LINE)
            if self._was_lost or cursor.kind() is Kind.REFUSED:
                return
            if alone or (draft.in_sentence == 0 and (draft.is_limited or inner != Scope())):
                draft.add(Who([(WEEKDAYS, None)]), Action.CLOSED, (), inner, first)
                return
            message = Text("vilka dagar är stängda?", "which days are closed?")
            cursor.object(first, message, Text("övriga dagar stängt", "other days closed"))
            return
        who, inner, every = self._read_who(adjacent=False)
        if cursor.kind() in STARTS_HOURS and len(who.groups) > 1:
            cursor.object(
                first,
                Text("stängt hela de dagarna, eller de tiderna?", "closed on those days, or at those times?"),
                Text("skriv dagarna först: onsdagar stängt", "write the days first: Wednesdays closed"),
                cursor.last,
            )
            read_hours(cursor)
        elif cursor.kind() in STARTS_HOURS:
            draft.add(who, Action.CUT, read_hours(cursor), inner, first)
        else:
            draft.add(who, Action.CLOSED, (), inner, first)
        read_tail(cursor, draft, start, who, every)

    def _exception(self) -> None:
        """`ej onsdagar` by itself: those days are closed."""
        cursor, draft = self.cursor, self.draft
        first, start = cursor.take(), len(draft.clauses)
        if not starts_days(cursor):
            cursor.object(first, Text("utom vad?", "except what?"), Text("onsdagar stängt", "Wednesdays closed"))
            return
        who, inner, every = self._read_who(adjacent=False)
        if cursor.kind() in STARTS_HOURS:
            cursor.object(
                first,
                Text("stängt de dagarna, eller andra tider?", "closed on those days, or other hours?"),
                Text("onsdagar 10.00–18.00", "Wednesdays 10:00–18:00"),
                cursor.last,
            )
            read_hours(cursor)
        draft.add(who, Action.CLOSED, (), inner, first)
        read_tail(cursor, draft, start, who, every)

    def _cut_first(self) -> None:
        """A break as a statement of its own is for the days it names, or else for all days before it."""
        cursor, draft = self.cursor, self.draft
        first, start = cursor.see(), len(draft.clauses)
        spans = read_cut(cursor)
        if starts_days(cursor):
            who, inner, every = self._read_who(adjacent=False)
            draft.add(who, Action.CUT, spans, inner, first)
            read_tail(cursor, draft, start, who, every)
        else:
            draft.cut(spans, first)
