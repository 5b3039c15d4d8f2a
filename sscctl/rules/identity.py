"""SSC003 and SSC004: what a document is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement
from sscctl.domain.decision import Decision
from sscctl.domain.event import Status
from sscctl.domain.finding import Severity
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Office
from sscctl.rules._rule import Book, Breach, Claim, Document, Member, Members
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_KINDS = {Office: "office", Agency: "agency", Agreement: "agreement", Decision: "decision"}
_LOOKS_LIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "-": ""})


def _names(document: Document, world: World) -> Iterable[Claim]:
    if not isinstance(document, Settings | Network):
        yield Claim(f"{_KINDS[type(document)]}/{document.id}", ("id",))


@BOOK.group_rule("SSC003", Severity.ERROR, by=_names)
def strange_id(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """An id is no plain slug, or is not the name of its file.

    The id stands in addresses, file names and other documents, so it is written in a-z, 0-9 and hyphens, with å and ä
    as a and ö as o. When the file has another name, nobody finds the office that an agreement speaks of.

    Svenska: Ett id är skrivet på fel sätt eller är inte filens namn.

    Id:t står i adresser, filnamn och andra dokument. Därför skrivs det med a–z, 0–9 och bindestreck, med å och ä som a
    och ö som o. Heter filen något annat hittar ingen kontoret som ett avtal talar om.

    Bad:
        id: exempelstad-torg
    Good:
        id: exempelstad-torget
    """
    ident = key.partition("/")[2]
    for member in members:
        name = member.path.rpartition("/")[2].removesuffix(".yaml")
        if name != ident:
            message = Text(
                "id är {ident}, men filen heter {name}.yaml", "the id is {ident}, but the file is {name}.yaml"
            )
            advice = Text(
                "en ny fil får filnamnet som id; en fil som bytt namn får tillbaka det gamla",
                "a new file takes its name as id; a file that was renamed takes its old name back",
            )
            yield member, Breach(member.pointer, message.format(ident=ident, name=name), advice)


def _likenesses(document: Document, world: World) -> Iterable[Claim]:
    if isinstance(document, Settings | Network):
        return
    kind, ident = _KINDS[type(document)], document.id.casefold()
    closed = isinstance(document, Office) and document.status_on(world.today) in (Status.CLOSED, Status.CANCELLED)
    yield Claim(f"{kind}/{ident}", ("id",), (closed,))
    skeleton = ident.translate(_LOOKS_LIKE).replace("rn", "m").replace("vv", "w")
    yield Claim(f"{kind} like {skeleton}", ("id",))


@BOOK.group_rule("SSC004", Severity.ERROR, by=_likenesses)
def id_used_twice(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """Two documents have the same id, or ids that look the same.

    An id is for ever: links, feeds and other registers keep it, also when an office has closed. A new office under
    an old id would inherit its visitors, its hours and its history.

    Svenska: Två dokument har samma id, eller id som ser likadana ut.

    Ett id gäller för alltid: länkar, flöden och andra register behåller det, också när kontoret har lagts ned. Ett nytt
    kontor med ett gammalt id skulle ärva det gamlas besökare, öppettider och historia.

    Bad:
        offices/nya/exempelstad-torget:
          id: exempelstad-torget
    Good:
        offices/exempelstad-nya-torget:
          id: exempelstad-nya-torget
    """
    if len(members) < 2:
        return
    everyone = list(members)
    for member in everyone:
        others = [other for other in everyone if other.path != member.path]
        if " like " not in key:
            message = Text("id {id} har också {paths}", "the id {id} is also that of {paths}")
            if any(other.value[0] for other in others):
                message = Text(
                    "id {id} har använts av ett kontor som är nedlagt: {paths}",
                    "the id {id} was used by an office that has closed: {paths}",
                )
            paths = ", ".join(other.path for other in others)
            advice = Text("ge det nya ett eget id", "give the new one an id of its own")
            yield member, Breach(member.pointer, message.format(id=member.id, paths=paths), advice)
        elif any(other.id.casefold() != member.id.casefold() for other in others):
            message = Text("id {id} ser ut som {ids}", "the id {id} looks like {ids}")
            ids = ", ".join(sorted({other.id for other in others} - {member.id}))
            advice = Text("välj id som går att skilja åt", "choose ids that can be told apart")
            yield member, Breach(member.pointer, message.format(id=member.id, ids=ids), advice, Severity.WARNING)
