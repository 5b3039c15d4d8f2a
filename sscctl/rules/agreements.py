"""SSC408–SSC411: whom an agreement is between, and what it must say of its tasks."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.agency import Role
from sscctl.domain.agreement import Agreement, AgreementKind
from sscctl.domain.finding import Severity
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

SERVICE = (AgreementKind.SERVICE, AgreementKind.PILOT)
"""The kinds of agreement that SFS 2019:212 speaks of."""

_CASES = {
    "id-card": "skatteverket",
    "passport-handout": "polismyndigheten",
    "lost-property": "polismyndigheten",
    "covid-certificate": None,
}
"""The cases of SFS 2019:214 s. 3 with the agency each belongs to; the last one's the ordinance does not name."""


def is_local(party: str, world: World) -> bool:
    """Whether a party is a municipality (its code of four digits) or a region (its county's code of two)."""
    known = {2: world.reference.county, 4: world.reference.municipality}.get(len(party))
    return party.isdigit() and known is not None and known(party) is not None


@BOOK.document_rule("SSC408", Severity.ERROR, of=Agreement)
def wrong_performer(agreement: Agreement, world: World) -> Iterator[Breach]:
    """A service agreement is performed by another than the operator, or has a party that does not exist.

    At a state service office the operator's own staff do the work (SFS 2019:212, section 1). Agreements concluded
    before the operator took over are not asked about.

    Svenska: Ett serviceavtal utförs av någon annan än huvudmannen, eller har en part som inte finns.

    På ett statligt servicekontor är det huvudmannens egen personal som utför arbetet (1 § SFS 2019:212). Avtal som
    slöts innan huvudmannen tog över ifrågasätts inte.

    Bad:
        agreements/takeover-2019: {performer: skatteverket}
    Good:
        agreements/takeover-2019: {performer: statens-servicecenter}
    """
    parties = ((("performer",), agreement.performer), *_principals(agreement))
    for pointer, party in parties:
        if party not in world.context.agencies and not is_local(party, world):
            yield Breach(
                pointer,
                Text(f"det finns ingen part {party}", f"there is no party {party}"),
                Text(
                    "ange namnet på en fil i agencies/, en kommuns kod (fyra siffror) eller en regions (två)",
                    "give the name of a file in agencies/, a municipality's code (four digits) or a region's (two)",
                ),
            )
    operators = [agency for agency in world.context.agencies.values() if agency.role is Role.OPERATOR]
    if agreement.kind not in SERVICE or not operators or agreement.performer in {agency.id for agency in operators}:
        return
    taken_over = operators[0].role_since
    if not (taken_over and agreement.concluded and agreement.concluded.last < taken_over.first):
        yield Breach(
            ("performer",),
            Text(
                f"utföraren är {agreement.performer}, inte {operators[0].id}",
                f"the performer is {agreement.performer}, not {operators[0].id}",
            ),
            Text(
                "huvudmannen är utförare; myndigheten vars service det gäller är uppdragsgivare (principals)",
                "the operator is the performer; the agency whose service it is stands among the principals",
            ),
        )


def _principals(agreement: Agreement) -> Iterator[tuple[tuple[str, int], str]]:
    for index, party in enumerate(agreement.principals):
        yield ("principals", index), party


@BOOK.document_rule("SSC409", Severity.ERROR, of=Agreement)
def no_tasks(agreement: Agreement, world: World) -> Iterator[Breach]:
    """A service agreement lists no task.

    The agreement itself must list the tasks it covers (SFS 2019:212, section 2), so an empty list is an error. That the
    registry does not know them is a gap and a warning: nobody can tell what a visitor may get done.

    Svenska: Ett serviceavtal anger ingen uppgift.

    Avtalet ska självt ange vilka uppgifter det omfattar (2 § SFS 2019:212), så en tom lista är ett fel. Att registret
    inte känner dem är en lucka och en varning: ingen kan veta vad en besökare kan få gjort.

    Bad:
        agreements/takeover-2019: {tasks: null}
    Good:
        agreements/takeover-2019:
          tasks: [{id: guidance, title: {sv: Vägledning, en: Guidance}}]
    """
    if agreement.kind in SERVICE and not agreement.tasks:
        yield Breach(
            (),
            Text("avtalet anger inga uppgifter", "the agreement lists no tasks"),
            Text("för in de uppgifter som avtalet räknar upp", "enter the tasks that the agreement lists"),
            Severity.WARNING,
        )


@BOOK.document_rule("SSC410", Severity.ERROR, of=Agreement)
def unlawful_public_authority(agreement: Agreement, world: World) -> Iterator[Breach]:
    """A task is an exercise of public authority outside the cases that the ordinance allows.

    Of state tasks that are an exercise of public authority an agreement may cover four cases only, each for its own
    agency (SFS 2019:214, sections 2 and 3), and must mark them (SFS 2019:212, section 2).

    Svenska: En uppgift är myndighetsutövning utanför de fall som förordningen tillåter.

    Av statliga uppgifter som är myndighetsutövning får ett avtal bara omfatta fyra fall, vart och ett åt sin
    myndighet (2 och 3 §§ SFS 2019:214), och ska ange dem särskilt (2 § SFS 2019:212).

    Bad:
        agreements/takeover-2019:
          tasks:
            - id: parental-benefit
              title: {sv: Beslut om föräldrapenning, en: Decisions on parental benefit}
              public_authority: true
    Good:
        agreements/takeover-2019:
          tasks:
            - id: id-cards
              title: {sv: Beslut om id-kort i enkla fall, en: Decisions on identity cards in simple cases}
              public_authority: true
              ordinance_case: id-card
    """
    if all(is_local(party, world) for party in agreement.principals):
        return
    for index, task in enumerate(agreement.tasks):
        case = task.ordinance_case
        if case is None and task.public_authority:
            words = Text(f"{task.id} är myndighetsutövning", f"{task.id} is an exercise of public authority")
            yield Breach(("tasks", index), words, _NAME_THE_CASE.format(cases=", ".join(_CASES)))
        elif case is not None and not task.public_authority:
            words = Text(f"{case} är inte märkt som myndighetsutövning", f"{case} is not marked as public authority")
            yield Breach(("tasks", index), words, Text("sätt public_authority: true", "set public_authority: true"))
        elif case is not None and (owner := _CASES.get(case)) and owner not in agreement.principals:
            words = Text(f"{case} utförs bara åt {owner}", f"{case} is done for {owner} only")
            yield Breach(("tasks", index, "ordinance_case"), words, _OWNER)


_NAME_THE_CASE = Text(
    "ange ordinance_case ({cases}), eller ta bort uppgiften: annat tillåts inte",
    "give `ordinance_case` ({cases}), or remove the task: nothing else is allowed",
)
_OWNER = Text(
    "lägg till myndigheten i principals, eller rätta fallet", "add the agency to `principals`, or mend the case"
)


@BOOK.document_rule("SSC411", Severity.ERROR, of=Agreement)
def unsaid_access(agreement: Agreement, world: World) -> Iterator[Breach]:
    """A task needs personal data, and the agreement does not say which access that takes.

    The agreement must mark such tasks and state the access they need (SFS 2019:212, section 2).

    Svenska: En uppgift kräver personuppgifter, och avtalet säger inte vilken tillgång som behövs.

    Avtalet ska ange sådana uppgifter särskilt och vilken tillgång de kräver (2 § SFS 2019:212).

    Bad:
        agreements/takeover-2019:
          tasks: [{id: cases, title: {sv: Hjälp i ärenden, en: Help with cases}, personal_data: true}]
    Good:
        agreements/takeover-2019:
          tasks: [{id: cases, title: {sv: Ärenden, en: Cases}, personal_data: true, access: [Läsning av ärendet]}]
    """
    for index, task in enumerate(agreement.tasks):
        if task.personal_data and not task.access:
            words = Text(f"{task.id} kräver personuppgifter", f"{task.id} needs personal data")
            yield Breach(("tasks", index), words, Text("ange tillgången i access", "state which with `access`"))
        elif task.access and not task.personal_data:
            words = Text(f"{task.id} är inte märkt med personuppgifter", f"{task.id} is not marked for personal data")
            yield Breach(("tasks", index), words, Text("sätt personal_data: true", "set personal_data: true"))
