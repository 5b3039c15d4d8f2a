"""SSC412–SSC414: what the law asks of an agreement: a copy, a yearly report, an act in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sscctl.domain.agreement import Agreement, AgreementKind
from sscctl.domain.decision import Decision
from sscctl.domain.finding import Pointer, Severity
from sscctl.domain.partial_date import PartialDate
from sscctl.rules._days import when
from sscctl.rules._rule import Book, Breach
from sscctl.rules.agreements import SERVICE, is_local
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_COVID_CASE, _COVID_CASE_SINCE = "covid-certificate", date(2022, 1, 1)
"""SFS 2022:35 added the case; on which day is not known, but its number is of that year."""

_OLD_ACT = "sfs-2004-543"
"""What a samtjänst agreement rests on, also where it does not say so."""


def _with_a_local_party(agreement: Agreement, world: World) -> bool:
    parties = (agreement.performer, *agreement.principals)
    return agreement.kind in SERVICE and any(is_local(party, world) for party in parties)


@BOOK.document_rule("SSC412", Severity.WARNING, of=Agreement)
def no_copy_sent(agreement: Agreement, world: World) -> Iterator[Breach]:
    """A municipality or region is a party, and no copy to Kammarkollegiet is noted.

    The parties send a copy of a new or changed agreement at once (SFS 2019:214, section 4). What the operator does
    for other state agencies is exempt.

    Svenska: En kommun eller region är part, och ingen kopia till Kammarkollegiet är noterad.

    Parterna ska genast sända en kopia av ett nytt eller ändrat avtal (4 § SFS 2019:214). Det som huvudmannen gör åt
    andra statliga myndigheter är undantaget.

    Bad:
        agreements/takeover-2019: {principals: ["0180"]}
    Good:
        agreements/takeover-2019: {principals: ["0180"], copy_to_kammarkollegiet: "2019-06-03"}
    """
    if agreement.copy_to_kammarkollegiet is None and _with_a_local_party(agreement, world):
        yield Breach(
            (),
            Text("ingen kopia till Kammarkollegiet är noterad", "no copy to Kammarkollegiet is noted"),
            Text(
                "ange copy_to_kammarkollegiet: dagen då kopian sändes",
                "give `copy_to_kammarkollegiet`: the day on which the copy was sent",
            ),
        )


@BOOK.document_rule("SSC413", Severity.NOTE, of=Agreement)
def no_yearly_report(agreement: Agreement, world: World) -> Iterator[Breach]:
    """A municipality or region is a party, and no yearly report is noted.

    The parties report every year how the work was run (SFS 2019:214, section 4), the first time the year after the
    agreement began.

    Svenska: En kommun eller region är part, och ingen årlig redovisning är noterad.

    Parterna ska varje år redovisa hur verksamheten har bedrivits (4 § SFS 2019:214), första gången året efter att
    avtalet började gälla.

    Bad:
        agreements/takeover-2019: {principals: ["0180"]}
    Good:
        agreements/takeover-2019: {principals: ["0180"], yearly_reports: ["2020", "2021"]}
    """
    began = agreement.since or agreement.concluded
    due = began is None or began.last.year < world.today.year
    if due and not agreement.yearly_reports and _with_a_local_party(agreement, world):
        yield Breach(
            (),
            Text("ingen årlig redovisning är noterad", "no yearly report is noted"),
            Text("ange i yearly_reports de år som redovisats", "give the years reported in `yearly_reports`"),
        )


@BOOK.document_rule("SSC414", Severity.ERROR, of=Agreement)
def law_not_in_force(agreement: Agreement, world: World) -> Iterator[Breach]:
    """An agreement rests on an act that was not in force on the day it was concluded.

    Since 1 June 2019 agreements rest on SFS 2019:212; the older act on samtjänst (SFS 2004:543) carries only those
    concluded before. The case of covid certificates came with SFS 2022:35.

    Svenska: Ett avtal vilar på en lag som inte gällde den dag det slöts.

    Sedan den 1 juni 2019 vilar avtal på SFS 2019:212. Den äldre lagen om samtjänst (SFS 2004:543) bär bara dem som
    slöts dessförinnan. Fallet med vaccinationsbevis kom med SFS 2022:35.

    Bad:
        agreements/takeover-2019: {concluded: "2019-05-20"}
    Good:
        agreements/takeover-2019: {concluded: "2019-06-01"}
    """
    acts: list[tuple[Pointer, str]] = [
        (("legal_basis", index, "act"), basis.act) for index, basis in enumerate(agreement.legal_basis)
    ]
    for pointer, named in acts:
        if named not in world.context.decisions:
            words = Text(f"det finns ingen författning {named}", f"there is no act {named}")
            yield Breach(pointer, words, Text("ange namnet på en fil i decisions/", "name a file in decisions/"))
    on = agreement.concluded
    if on is None:
        return
    if agreement.kind is AgreementKind.SAMTJANST and not acts:
        acts = [((), _OLD_ACT)]
    for pointer, named in acts:
        act = world.context.decisions.get(named)
        if act and (wrong := _not_in_force(act, on, world)):
            yield Breach(pointer, wrong, _OTHER_ACT)
    for index, task in enumerate(agreement.tasks):
        if task.ordinance_case == _COVID_CASE and on.last < _COVID_CASE_SINCE:
            words = Text(f"fanns inte när avtalet slöts {when(on).sv}", f"did not exist when concluded {when(on).en}")
            yield Breach(("tasks", index, "ordinance_case"), words, _OTHER_ACT)


def _not_in_force(act: Decision, on: PartialDate, world: World) -> Text | None:
    """Why an act cannot have carried an agreement of that day; `None` where it can."""
    name = act.reference or act.id
    if act.in_force and on.last < act.in_force:
        return Text(
            f"avtalet slöts {when(on).sv}, men {name} gäller från {act.in_force}",
            f"concluded {when(on).en}, but {name} is in force from {act.in_force} on",
        )
    newer = world.context.decisions.get(act.repealed_by or "")
    if newer and newer.in_force and on.first >= newer.in_force:
        return Text(
            f"avtalet slöts {when(on).sv}, men {name} upphävdes {newer.in_force} av {newer.reference or newer.id}",
            f"concluded {when(on).en}, but {name} was repealed on {newer.in_force} by {newer.reference or newer.id}",
        )
    return None


_OTHER_ACT = Text(
    "kontrollera dagen då avtalet slöts och vilken författning det vilar på",
    "check the day it was concluded, and which act it rests on",
)
