"""SSC415, SSC417–SSC418: from when until when an agreement holds, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sscctl.domain.agreement import Agreement, AgreementKind, Scope
from sscctl.domain.finding import Severity
from sscctl.domain.registry import in_force
from sscctl.rules._days import when
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_NAMED_OFFICES = 8


@BOOK.document_rule("SSC415", Severity.WARNING, of=Agreement)
def pilot_without_end(agreement: Agreement, world: World) -> Iterator[Breach]:
    """A pilot has no last day, or has passed it without an end or a successor.

    A pilot is for a time. Once that is over, either something followed, or the service stopped, and a visitor needs
    to know which.

    Svenska: Ett försök saknar sista dag, eller har passerat den utan avslut eller efterföljare.

    Ett försök pågår en tid. När den är slut har antingen något följt efter eller servicen upphört, och en besökare
    behöver veta vilket.

    Bad:
        agreements/takeover-2019: {kind: pilot, valid_through: "2022-01"}
    Good:
        agreements/takeover-2019: {kind: pilot, valid_through: "2022-01", ended: {on: "2022-01-31"}}
    """
    if agreement.kind is not AgreementKind.PILOT or agreement.ended or agreement.superseded_by:
        return
    last = agreement.period.last
    if last is None:
        words = Text("försöket har ingen sista dag", "the pilot has no last day")
        yield Breach((), words, Text("ange valid_through", "give `valid_through`"))
    elif last < world.today:
        words = Text(f"försöket löpte ut {last}; vad följde?", f"the pilot ran out on {last}; what followed?")
        advice = Text("ange ended eller superseded_by", "give `ended` or `superseded_by`")
        yield Breach(("valid_through",), words, advice)


@BOOK.document_rule("SSC417", Severity.ERROR, of=Agreement)
def terms_at_odds(agreement: Agreement, world: World) -> Iterator[Breach]:
    """An agreement's days contradict one another, or it and its successor do not name each other.

    Whether an agreement holds on a day is worked out from its days. Whoever reads a superseded agreement must find
    what holds instead. That a superseded agreement has no last day is a gap, and a warning.

    Svenska: Ett avtals datum strider mot varandra, eller så anger det och dess efterföljare inte varandra.

    Om ett avtal gäller en viss dag räknas ut ur dess datum. Den som läser ett ersatt avtal ska hitta det som gäller i
    stället. Att ett ersatt avtal saknar sista dag är en lucka och ger en varning.

    Bad:
        agreements/takeover-2019: {valid_from: "2019-06-01", valid_through: "2019-05-31"}
    Good:
        agreements/takeover-2019: {valid_from: "2019-06-01", valid_through: "2027-05-31"}
    """
    last, ended = agreement.period.last, agreement.ended
    check = Text("kontrollera båda datumen mot avtalet", "check both days against the agreement")
    for name, on in (("valid_from", agreement.since), ("concluded", agreement.concluded)):
        if on and last and on.has_start and on.first > last:
            words = Text(f"{name} {on} ligger efter sista dagen {last}", f"{name} {on} lies after the last day, {last}")
            yield Breach((name,), words, check)
    if ended and last and ended.on.has_start and ended.on.first > last:
        words = Text(
            f"upphörde {when(ended.on).sv}, efter sista dagen {last}",
            f"ended {when(ended.on).en}, after the last day, {last}",
        )
        yield Breach(("ended", "on"), words, check)
    if ended and agreement.since and ended.on.last < agreement.since.first:
        start = when(agreement.since)
        words = Text(
            f"upphörde {when(ended.on).sv}, men började gälla {start.sv}",
            f"ended {when(ended.on).en}, but began {start.en}",
        )
        yield Breach(("ended", "on"), words, check)
    yield from _unanswered(agreement, world)
    if agreement.superseded_by and last is None and ended is None:
        words = Text("ersatt, men utan sista dag: gäller fortfarande", "superseded, but with no last day: still holds")
        advice = Text("ange valid_through eller ended", "give `valid_through` or `ended`")
        yield Breach(("superseded_by",), words, advice, Severity.WARNING)


def _unanswered(agreement: Agreement, world: World) -> Iterator[Breach]:
    """The names of a successor or a predecessor that does not name this agreement in turn; one may replace several."""
    for name, other in (("superseded_by", agreement.superseded_by), ("supersedes", agreement.supersedes)):
        named = world.context.agreements.get(other or "")
        if other and (named is None or named.id == agreement.id):
            words = Text(f"det finns inget annat avtal {other}", f"there is no other agreement {other}")
            yield Breach((name,), words, Text("ange namnet på en fil i agreements/", "name a file in agreements/"))
        elif named and agreement.id not in (named.supersedes, named.superseded_by):
            first = world.context.agreements.get(named.supersedes or "")
            if name == "superseded_by" and first and first.superseded_by == named.id:
                continue
            answer = "supersedes" if name == "superseded_by" else "superseded_by"
            words = Text(f"{other} anger inte detta avtal", f"{other} does not name this agreement")
            yield Breach((name,), words, Text(f"skriv {answer} i {other}", f"write `{answer}` in {other}"))


@BOOK.document_rule("SSC418", Severity.WARNING, of=Agreement)
def ends_soon(agreement: Agreement, world: World) -> Iterator[Breach]:
    """An agreement ends soon, and nothing is to follow it.

    When it ends, the service at the offices it touches ends with it. How far ahead to look is up to whoever asks; 180
    days unless told.

    Svenska: Ett avtal löper snart ut, och inget ska följa på det.

    När det löper ut upphör servicen på de kontor som det berör. Hur långt fram det letas avgör den som frågar; 180
    dagar om inget annat sägs.

    Bad:
        agreements/takeover-2019: {valid_through: "2026-12-31"}
    Good:
        agreements/takeover-2019: {valid_through: "2027-12-31"}
    """
    last = in_force(agreement).last
    if last is None or agreement.superseded_by or agreement.kind is AgreementKind.LETTER_OF_INTENT:
        return
    if world.today <= last <= world.today + timedelta(days=world.horizon_days):
        where = _touched(agreement)
        yield Breach(
            ("ended", "on") if agreement.ended else ("valid_through",),
            Text(f"löper ut {last} och berör {where.sv}", f"ends on {last} and touches {where.en}"),
            Text(
                "ange ett nytt avtal i superseded_by om det finns", "name the new agreement in `superseded_by`, if any"
            ),
        )


def _touched(agreement: Agreement) -> Text:
    """The offices of an agreement in words."""
    if agreement.scope is Scope.ALL:
        return Text("alla kontor", "all offices")
    if not agreement.offices:
        return Text("kontor som avtalet inte räknar upp", "offices that it does not list")
    names = ", ".join(agreement.offices[:_NAMED_OFFICES])
    more = len(agreement.offices) - _NAMED_OFFICES
    return Text(f"{names} och {more} till", f"{names} and {more} more") if more > 0 else Text(names, names)
