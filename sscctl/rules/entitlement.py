"""SSC416, SSC419: whether the agreement that an entry names entitles the agency to take part at the office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sscctl.domain.agreement import Agreement, AgreementKind, Scope
from sscctl.domain.finding import Severity
from sscctl.domain.office import Office
from sscctl.domain.registry import WITHOUT_PARTICIPATION
from sscctl.rules._rule import Book, Breach, Claim, Document, Member, Members
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()


@BOOK.world_rule("SSC416", Severity.ERROR)
def part_on_an_intention(office: Office, world: World) -> Iterator[Breach]:
    """An agency takes part under a letter of intent or a co-location agreement.

    An intention gives nobody the right to act for another, and a shared roof is no shared work (SFS 2019:212).

    Svenska: En myndighet medverkar med stöd av en avsiktsförklaring eller ett avtal om samlokalisering.

    En avsikt ger ingen rätt att agera åt någon annan, och ett gemensamt tak är inget gemensamt arbete (SFS 2019:212).

    Bad:
        participations: [{agency: migrationsverket, agreement: intent-2022, valid_from: "2022-11-01"}]
        agreements/intent-2022:
          kind: letter_of_intent
          performer: statens-servicecenter
          principals: [migrationsverket]
    Good:
        participations: [{agency: migrationsverket, agreement: service-2023, valid_from: "2023-11-01"}]
        agreements/service-2023:
          kind: service
          performer: statens-servicecenter
          principals: [migrationsverket]
    """
    for index, own in enumerate(office.participations):
        agreement = world.context.agreements.get(own.agreement or "")
        if agreement and agreement.kind in WITHOUT_PARTICIPATION:
            kind = _INTENTION if agreement.kind is AgreementKind.LETTER_OF_INTENT else _PREMISES
            words = Text(f"{agreement.id} är {kind.sv}", f"{agreement.id} is {kind.en}")
            advice = Text("ange det serviceavtal som gäller", "name the service agreement that holds")
            yield Breach(("participations", index, "agreement"), words, advice)


_INTENTION = Text("en avsiktsförklaring", "a letter of intent")
_PREMISES = Text("ett avtal om lokaler", "an agreement on premises")

_LIST, _THERE, _TAKES_PART = "list", "is there", "takes part"


def _named_and_naming(document: Document, world: World) -> Iterable[Claim]:
    """Under each agreement that lists offices: its list, the offices listed that exist, those that take part."""
    if isinstance(document, Agreement):
        if document.scope is Scope.LIST or document.offices:
            yield Claim(document.id, ("offices",) if document.offices else (), (_LIST, *document.offices))
    elif isinstance(document, Office):
        for agreement in world.context.listed.get(document.id, ()):
            yield Claim(agreement, (), (_THERE,))
        for index, own in enumerate(document.participations):
            named = world.context.agreements.get(own.agreement or "")
            if named and named.scope is Scope.LIST:
                yield Claim(named.id, ("participations", index, "agreement"), (_TAKES_PART,))


@BOOK.group_rule("SSC419", Severity.ERROR, by=_named_and_naming)
def office_not_listed(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """An agency takes part at an office that the agreement does not list, or the list names no office that exists.

    An agreement on some offices gives no right at others. A list that names none, or one that is not in the registry,
    hides where the agreement holds.

    Svenska: En myndighet medverkar på ett kontor som avtalet inte räknar upp, eller så finns inget sådant kontor.

    Ett avtal om vissa kontor ger ingen rätt på andra. En lista utan kontor, eller med ett som inte finns i registret,
    döljer var avtalet gäller.

    Bad:
        participations: [{agency: skatteverket, agreement: takeover-2019, valid_from: "2021-11-01"}]
        agreements/takeover-2019: {scope: list, offices: []}
    Good:
        participations: [{agency: skatteverket, agreement: takeover-2019, valid_from: "2021-11-01"}]
        agreements/takeover-2019: {scope: list, offices: [exempelstad-torget]}
    """
    there = {member.id for member in members if member.value[0] == _THERE}
    lists = [member for member in members if member.value[0] == _LIST]
    for member in lists:
        if len(member.value) == 1:
            words = Text(
                "avtalet gäller vissa kontor, men nämner inga", "the agreement is on some offices, but names none"
            )
            yield member, Breach(member.pointer, words, Text("räkna upp dem i offices", "list them in `offices`"))
        for index, office in enumerate(map(str, member.value[1:])):
            if office not in there:
                words = Text(f"det finns inget kontor {office}", f"there is no office {office}")
                advice = Text("ange namnet på en fil i offices/", "give the name of a file in offices/")
                yield member, Breach((*member.pointer, index), words, advice)
    for member in members:
        if member.value[0] == _TAKES_PART and member.id not in there:
            words = Text(f"{key} räknar inte upp detta kontor", f"{key} does not list this office")
            advice = _LIST_IT
            yield member, Breach(member.pointer, words, advice)


_LIST_IT = Text(
    "lägg till kontoret i avtalets offices, eller ange rätt avtal",
    "add the office to the agreement's `offices`, or name the right agreement",
)
