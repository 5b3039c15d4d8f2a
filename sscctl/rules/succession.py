"""SSC310, SSC312: who came before: the office that this one took over from, and another operator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sscctl.domain.agency import Role
from sscctl.domain.event import EventKind, Status
from sscctl.domain.finding import Severity
from sscctl.domain.office import Office
from sscctl.rules._days import when
from sscctl.rules._rule import Book, Breach, Claim, Document, Member, Members
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_EARLIER, _LATER, _THERE = "predecessor", "successor", "there"


def _kin(document: Document, world: World) -> Iterable[Claim]:
    """Every office that an office says it followed on, or that followed on it, and that the office itself is there."""
    if not isinstance(document, Office):
        return
    after = (successor for event in document.lifecycle for successor in event.successors)
    yield Claim(document.id, (), (_THERE, *after))
    if document.predecessor:
        yield Claim("", ("predecessor",), (_EARLIER, document.predecessor))
        yield Claim(document.predecessor, ("predecessor",), (_EARLIER,))
    for index, event in enumerate(document.lifecycle):
        for place, successor in enumerate(event.successors):
            yield Claim("", ("lifecycle", index, "successors", place), (_LATER, successor))


@BOOK.group_rule("SSC310", Severity.ERROR, by=_kin)
def broken_succession(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """Two offices do not agree that the one took over from the other, or one of them does not exist.

    Whoever knows the old office by its id must find the new one, and back. One office may take over from several; it
    then names one of them as its predecessor. An office never follows on itself, by whatever detour. A predecessor
    without a document is the id that the office had before it was renamed, or a slip: that is a note.

    Svenska: Två kontor är inte överens om att det ena tog över efter det andra, eller så saknas det ena.

    Den som känner det gamla kontoret ska hitta det nya, och tvärtom. Ett kontor kan ta över efter flera och anger då
    ett av dem som föregångare. Ett kontor följer aldrig på sig självt, inte heller på omvägar. En föregångare utan
    dokument är det id som kontoret hade innan det bytte, eller ett skrivfel: det är en notis.

    Bad:
        predecessor: exempelstad-hamnen
        offices/exempelstad-hamnen:
          lifecycle: [{event: closed, on: "2021-10-31"}]
    Good:
        predecessor: exempelstad-hamnen
        offices/exempelstad-hamnen:
          lifecycle: [{event: closed, on: "2021-10-31", successors: [exempelstad-torget]}]
    """
    if key:
        yield from _one_sided(key, members)
        return
    claims = [(member, str(member.value[0]), str(member.value[1])) for member in members]
    taken_over = {(member.id, other) for member, side, other in claims if side == _LATER}
    predecessor = {member.id: other for member, side, other in claims if side == _EARLIER}
    rounds = _rounds(predecessor)
    for member, side, other in claims:
        own = member.id
        if side == _EARLIER and own in rounds:
            yield member, Breach(member.pointer, _ROUND, _CHECK)
        elif side == _LATER and not (predecessor.get(other) == own or (predecessor.get(other), other) in taken_over):
            yield member, Breach(member.pointer, _NOT_PRECEDED.format(other=other), _BOTH_WAYS)


def _one_sided(ident: str, members: Members) -> Iterator[tuple[Member, Breach]]:
    """Those that name a predecessor which does not name them, or of which there is no document."""
    if len(members) < 2 and all(member.value[0] == _THERE for member in members):
        return
    there = [member for member in members if member.value[0] == _THERE]
    for member in members:
        if member.value[0] == _THERE or any(member.id in other.value[1:] for other in there):
            continue
        if there:
            yield member, Breach(member.pointer, _NOT_FOLLOWED.format(other=ident), _BOTH_WAYS)
        else:
            yield member, Breach(member.pointer, _NO_DOCUMENT.format(other=ident), _RENAMED, Severity.NOTE)


def _rounds(predecessor: Mapping[str, str]) -> set[str]:
    """The offices whose predecessors lead back to themselves."""
    found: set[str] = set()
    done: set[str] = set()
    for start in predecessor:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in way and at not in done:
            way[at] = None
            at = predecessor.get(at)
        if at is not None and at in way:
            found.update(list(way)[list(way).index(at) :])
        done.update(way)
    return found


_ROUND = Text("kontoret följer på sig självt", "the office follows on itself")
_NOT_FOLLOWED = Text(
    "kontoret {other} anger inte detta som efterföljare", "the office {other} does not name this one as its successor"
)
_NO_DOCUMENT = Text("det finns inget kontor {other}", "there is no office {other}")
_NOT_PRECEDED = Text(
    "det finns inget kontor {other} som anger en föregångare som det tog över efter",
    "there is no office {other} that names the office it took over from",
)
_RENAMED = Text(
    "inget behöver ändras om kontoret hade det id:t tidigare; rätta annars namnet",
    "nothing needs to be changed if the office had that id before; otherwise mend the name",
)
_CHECK = Text("kontrollera predecessor i vart och ett av kontoren", "check `predecessor` in each of the offices")
_BOTH_WAYS = Text(
    "skriv successors i det gamla kontorets nedläggning och predecessor i det nya, eller rätta namnet",
    "write `successors` in the old office's closing and `predecessor` in the new one, or mend the name",
)


@BOOK.world_rule("SSC312", Severity.NOTE)
def open_under_another_operator(office: Office, world: World) -> Iterator[Breach]:
    """An office was open before today's operator took the offices over.

    What then applied (hours, agencies, agreements) was decided by others, and does not follow from the agreements of
    today's operator.

    Svenska: Ett kontor var öppet innan dagens huvudman tog över kontoren.

    Det som gällde då (öppettider, myndigheter, avtal) bestämdes av andra och följer inte av dagens huvudmans avtal.

    Bad:
        lifecycle:
          - {event: opened, on: "2011-01"}
          - {event: observed, on: "2026-10-01", status: open}
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: observed, on: "2026-10-01", status: open}
    """
    seen = [
        (event.on, index)
        for index, event in enumerate(office.lifecycle)
        if event.on and (event.kind in _OPENINGS or event.status is Status.OPEN)
    ]
    operator = next((agency for agency in world.context.agencies.values() if agency.role is Role.OPERATOR), None)
    if not seen or operator is None or operator.role_since is None:
        return
    on, index = min(seen, key=lambda found: found[0].last)
    if on.last < operator.role_since.first:
        yield Breach(
            ("lifecycle", index),
            Text(
                f"öppet {when(on).sv}, innan {operator.name.sv} tog över {when(operator.role_since).sv}",
                f"open {when(on).en}, before {operator.name.en} took over {when(operator.role_since).en}",
            ),
            Text(
                "inget behöver ändras; räkna bara inte med dagens avtal för tiden före",
                "nothing needs to be changed; just do not count on today's agreements for the time before",
            ),
        )


_OPENINGS = (EventKind.OPENED, EventKind.INAUGURATED, EventKind.REOPENED)
