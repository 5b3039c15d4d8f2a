"""SSC010: where a document's facts come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement, Ending
from sscctl.domain.finding import Pointer, Severity
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Office
from sscctl.rules._rule import Book, Breach, Claim, Document, Member, Members
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()


class _Sourced(Protocol):
    """A fact that names its sources."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the document's sources."""


def _unfounded(document: Document, world: World) -> Iterable[Claim]:
    sources = document.sources
    if isinstance(document, Settings) and not sources:
        return
    if not any(source.url or source.document for source in sources):
        yield Claim("nothing to read", ("sources",))
        return
    for source in sources:
        if not (source.url or source.document):
            yield Claim("nothing to read in one", ("sources", source.id))
    if not any(source.date or source.retrieved for source in sources):
        yield Claim("no date", ("sources",))
    known = {source.id for source in sources}
    for pointer, named in _references(document):
        yield from (Claim("not there", (*pointer, "source"), (name,)) for name in named if name not in known)


def _references(document: Document) -> Iterator[tuple[Pointer, tuple[str, ...]]]:
    """Every fact that names its sources: where it stands, and the names."""
    lists: dict[str, Iterable[_Sourced]] = {}
    match document:
        case Office():
            lists = {
                "lifecycle": document.lifecycle,
                "addresses": document.addresses,
                "opening_hours": document.hours.schedules,
                "deviations": document.hours.deviations,
                "participations": document.participations,
                "co_locations": document.co_locations,
                "services": document.services,
                "remarks": document.remarks,
                "disagreements": document.disagreements,
            }
            for index, address in enumerate(document.addresses):
                if address.position:
                    yield ("addresses", index, "position"), address.position.sources
        case Agency():
            lists = {"phones": document.phones, "services": document.services}
        case Agreement(ended=Ending() as ended):
            yield ("ended",), ended.sources
        case Network():
            lists = {"counts": document.counts}
        case _:
            pass
    for key, facts in lists.items():
        yield from (((key, index), fact.sources) for index, fact in enumerate(facts))


@BOOK.group_rule("SSC010", Severity.ERROR, by=_unfounded)
def unfounded(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """A document has no source that can be looked up, names one that is not there, or has none with a date.

    Whoever doubts a fact must be able to read it where it was found, and see how old it is. A source without an
    address or a reference cannot be looked up (a warning, while there are others); that no source has a date is a gap
    and so only a note.

    Svenska: Ett dokument har ingen källa som går att slå upp, nämner en som inte finns, eller saknar datum på källorna.

    Den som tvivlar på en uppgift måste kunna läsa den där den hittades och se hur gammal den är. En källa utan adress
    eller beteckning går inte att slå upp (en varning, så länge det finns andra). Att ingen källa har datum är en
    lucka, och därför bara en notis.

    Bad:
        sources: {}
    Good:
        sources:
          page: {url: "https://exempel.se/kontor/torget", date: "2026-10-01"}
    """
    message, advice, severity = _UNFOUNDED[key]
    for member in members:
        yield (
            member,
            Breach(member.pointer, message.format(name=member.value[0] if member.value else ""), advice, severity),
        )


_UNFOUNDED = {
    "nothing to read": (
        Text("här finns ingen källa med adress eller beteckning", "there is no source with an address or a reference"),
        Text(
            "ange var uppgifterna är hämtade, med url eller document och ett datum",
            "say where the facts were found, with a url or document and a date",
        ),
        Severity.ERROR,
    ),
    "nothing to read in one": (
        Text("källan har varken adress eller beteckning", "the source has neither an address nor a reference"),
        Text("lägg till url eller document", "add a url or a document"),
        Severity.WARNING,
    ),
    "not there": (
        Text(
            "källan {name} finns inte bland dokumentets källor", "the source {name} is not among the document's sources"
        ),
        Text("lägg till den under sources, eller rätta namnet", "add it under sources, or mend its name"),
        Severity.ERROR,
    ),
    "no date": (
        Text("ingen källa säger från vilken dag den är", "no source says of which day it is"),
        Text("lägg till date eller retrieved på minst en källa", "add a date or retrieved to at least one source"),
        Severity.NOTE,
    ),
}
