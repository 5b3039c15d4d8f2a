"""Tables of the agreements and decisions that the network rests on."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.registry import in_force
from sscctl.querying.relations.relation import (
    DATED,
    NOTE,
    NUMBER,
    Relation,
    Row,
    World,
    dated,
    integer,
    noted,
    span_columns,
    spanned,
    text,
)
from sscctl.text import Text


def _agreements(world: World) -> Iterator[Row]:
    for agreement in world.registry.context.agreements.values():
        yield {
            "id": agreement.id,
            "kind": agreement.kind,
            **dict(noted(agreement.title, "title")),
            "performer": agreement.performer,
            "concluded": agreement.concluded,
            **dict(dated(agreement.since, agreement.period)),
            "ended": agreement.ended.on if agreement.ended else None,
            "holds": world.day in in_force(agreement),
            "scope": agreement.scope,
            "reference": agreement.reference,
            "supersedes": agreement.supersedes,
            "superseded_by": agreement.superseded_by,
            "case_system_access": agreement.case_system_access,
            "copy_to_kammarkollegiet": agreement.copy_to_kammarkollegiet,
            **dict(noted(agreement.note)),
        }


def _agreement_principals(world: World) -> Iterator[Row]:
    for agreement in world.registry.context.agreements.values():
        for agency in dict.fromkeys(agreement.principals):
            yield {"agreement": agreement.id, "agency": agency}


def _agreement_offices(world: World) -> Iterator[Row]:
    for agreement in world.registry.context.agreements.values():
        for office in dict.fromkeys(agreement.offices):
            yield {"agreement": agreement.id, "office": office}


def _agreement_tasks(world: World) -> Iterator[Row]:
    for agreement in world.registry.context.agreements.values():
        for number, task in enumerate(agreement.tasks):
            yield {
                "agreement": agreement.id,
                "number": number,
                "id": task.id,
                **dict(noted(task.title, "title")),
                "public_authority": task.public_authority,
                "personal_data": task.personal_data,
                "ordinance_case": task.ordinance_case,
            }


def _agreement_legal_basis(world: World) -> Iterator[Row]:
    for agreement in world.registry.context.agreements.values():
        for number, basis in enumerate(agreement.legal_basis):
            yield {"agreement": agreement.id, "number": number, "act": basis.act, "section": basis.section}


def _decisions(world: World) -> Iterator[Row]:
    for decision in world.registry.context.decisions.values():
        yield {
            "id": decision.id,
            "kind": decision.kind,
            "reference": decision.reference,
            "title_sv": decision.title_sv,
            "title_en": decision.title_en,
            **dict(spanned(decision.on, "date")),
            "decided_by": decision.decided_by,
            "body": decision.body,
            "in_force": decision.in_force,
            "repealed_by": decision.repealed_by,
            **dict(noted(decision.content, "content")),
        }


def _decision_offices(world: World) -> Iterator[Row]:
    for decision in world.registry.context.decisions.values():
        for office in dict.fromkeys(decision.offices):
            yield {"decision": decision.id, "office": office}


_TITLE = (text("title_sv", "titel", "title in Swedish"), text("title_en", "titel på engelska", "title in English"))
_AGREEMENT = text("agreement", "avtalet", "the agreement", "agreements")

RELATIONS = (
    Relation(
        "agreements",
        Text("avtal", "agreements"),
        ("id",),
        (
            text("id", "avtalets id", "the agreement's id"),
            text("kind", "slag", "service, pilot, letter_of_intent, co_location or samtjanst"),
            *_TITLE,
            text("performer", "utföraren", "the agency that performs", "agencies"),
            text("concluded", "när det slöts, som källan ger det", "when it was concluded, as its source gives it"),
            *DATED,
            text("ended", "när det upphörde i förtid", "when it was ended before its time"),
            integer("holds", "1 om det gäller på dagen", "1 where it holds on the day"),
            text("scope", "all eller list (agreement_offices)", "all offices, or those of agreement_offices: list"),
            text("reference", "diarienummer", "reference number"),
            text("supersedes", "avtalet som det ersätter", "the agreement that it replaces", "agreements"),
            text("superseded_by", "avtalet som ersätter det", "the agreement that replaces it", "agreements"),
            integer("case_system_access", "1 om utföraren når ärendesystemen", "1 where case systems may be entered"),
            text("copy_to_kammarkollegiet", "när kopian skickades", "when the copy went to Kammarkollegiet"),
            *NOTE,
        ),
        _agreements,
    ),
    Relation(
        "agreement_principals",
        Text("avtalens uppdragsgivare", "the principals of agreements"),
        ("agreement", "agency"),
        (_AGREEMENT, text("agency", "myndigheten", "the agency", "agencies")),
        _agreement_principals,
    ),
    Relation(
        "agreement_offices",
        Text("kontoren som avtalen räknar upp", "the offices that agreements list"),
        ("agreement", "office"),
        (_AGREEMENT, text("office", "kontoret", "the office", "offices")),
        _agreement_offices,
    ),
    Relation(
        "agreement_tasks",
        Text("uppgifterna som avtalen omfattar", "the tasks that agreements cover"),
        ("agreement", "number"),
        (
            _AGREEMENT,
            NUMBER,
            text("id", "uppgiftens id", "the task's id"),
            *_TITLE,
            integer("public_authority", "1 om den är myndighetsutövning", "1 where it exercises public authority"),
            integer("personal_data", "1 om personuppgifter behandlas", "1 where personal data are processed"),
            text("ordinance_case", "fallet i SFS 2019:214 3 §", "the case of SFS 2019:214 s. 3"),
        ),
        _agreement_tasks,
    ),
    Relation(
        "agreement_legal_basis",
        Text("lagarna som avtalen vilar på", "the acts that agreements rest on"),
        ("agreement", "number"),
        (
            _AGREEMENT,
            NUMBER,
            text("act", "lagen eller förordningen", "the act or ordinance", "decisions"),
            text("section", "paragrafen", "the section"),
        ),
        _agreement_legal_basis,
    ),
    Relation(
        "decisions",
        Text("lagar, förordningar och beslut", "acts, ordinances and decisions"),
        ("id",),
        (
            text("id", "beslutets id", "the decision's id"),
            text("kind", "slag", "act, ordinance, inquiry, government_decision, own_decision, …"),
            text("reference", "beteckning", "reference"),
            *_TITLE,
            *span_columns("date", "när det fattades", "when it was taken"),
            text("decided_by", "vem som beslutade", "who decided"),
            text("body", "vilket organ", "board, director_general, government, parliament or other"),
            text("in_force", "när det trädde i kraft", "when it came into force"),
            text("repealed_by", "vad som upphävde det", "what repealed it"),
            text("content_sv", "innehåll, på svenska", "content, in Swedish"),
            text("content_en", "innehåll, på engelska", "content, in English"),
        ),
        _decisions,
    ),
    Relation(
        "decision_offices",
        Text("kontoren som besluten nämner", "the offices that decisions name"),
        ("decision", "office"),
        (
            text("decision", "beslutet", "the decision", "decisions"),
            text("office", "kontoret", "the office", "offices"),
        ),
        _decision_offices,
    ),
)
