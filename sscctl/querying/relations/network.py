"""Tables of the network as others counted it, of the sources of everything, and of the registry itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from sscctl.domain.network import Network
from sscctl.domain.provenance import Source
from sscctl.querying.relations.relation import (
    NOTE,
    NUMBER,
    SOURCES,
    Relation,
    Row,
    World,
    integer,
    noted,
    real,
    span_columns,
    spanned,
    text,
)
from sscctl.text import Text


def _about(world: World) -> Iterator[Row]:
    settings = world.registry.context.settings
    yield {
        "valid_on": world.day,
        **dict(noted(settings.title if settings else None, "title")),
        "publisher": settings.publisher if settings else None,
        "licence": settings.licence if settings else None,
        "attributions": "; ".join(one.text for one in settings.attributions) if settings else None,
    }


def _network(world: World) -> Network:
    return world.registry.context.network or Network()


def _counts(world: World) -> Iterator[Row]:
    for number, count in enumerate(_network(world).counts):
        yield {
            "number": number,
            **dict(spanned(count.on, "counted")),
            "offices": count.offices,
            "scope": count.scope,
            **dict(noted(count.note)),
            "sources": count.sources,
        }


def _table(name: str, *keys: str) -> Callable[[World], Iterator[Row]]:
    """The rows of a table of `network.yaml` that is kept as it stands; what is no text or number is left out."""

    def rows(world: World) -> Iterator[Row]:
        for number, row in enumerate((_network(world).tables or {}).get(name, ())):
            note = row.get("note")
            values = {key: row.get(key) for key in keys}
            yield {
                "number": number,
                **{key: value if isinstance(value, str | int | float) else None for key, value in values.items()},
                "note_sv": note.get("sv") if isinstance(note, Mapping) else None,
                "note_en": note.get("en") if isinstance(note, Mapping) else None,
                "sources": row.get("source"),
            }

    return rows


def _practices(world: World) -> Iterator[Row]:
    for number, row in enumerate((_network(world).tables or {}).get("practices", ())):
        rule = row.get("rule")
        both = {f"rule_{key}": rule.get(key) if isinstance(rule, Mapping) else None for key in ("sv", "en")}
        yield {"number": number, "id": row.get("id"), **both, "since": row.get("since"), "sources": row.get("source")}


def _sources(world: World) -> Iterator[Row]:
    context = world.registry.context
    whole = {"registry": context.settings, "network": context.network}
    for kind, document in whole.items():
        yield from _sources_of(kind, kind, document.sources if document else ())
    for agency in context.agencies.values():
        yield from _sources_of("agency", agency.id, agency.sources)
    for agreement in context.agreements.values():
        yield from _sources_of("agreement", agreement.id, agreement.sources)
    for decision in context.decisions.values():
        yield from _sources_of("decision", decision.id, decision.sources)
    for office in world.registry.offices.values():
        yield from _sources_of("office", office.id, office.sources)


def _sources_of(kind: str, document: str, sources: Iterable[Source]) -> Iterator[Row]:
    for source in {source.id: source for source in sources}.values():
        yield {
            "kind": kind,
            "document": document,
            "id": source.id,
            "url": source.url,
            "paper": source.document,
            "title": source.title,
            **dict(spanned(source.date, "date")),
            "retrieved": source.retrieved,
        }


_YEAR = (text("year", "året", "the year"), text("period", "eller perioden, i ord", "or the period, in words"))

RELATIONS = (
    Relation(
        "about",
        Text("registret självt, en rad", "the registry itself, one row"),
        ("valid_on",),
        (
            text("valid_on", "dagen som tabellerna gäller", "the day that the tables are about"),
            text("title_sv", "titel", "title in Swedish"),
            text("title_en", "titel på engelska", "title in English"),
            text("publisher", "utgivaren", "the publisher", "agencies"),
            text("licence", "licensen", "the licence"),
            text("attributions", "andras data, att ange när de sprids", "others' data, to be credited where they go"),
        ),
        _about,
    ),
    Relation(
        "network_counts",
        Text("hur många kontor andra räknade", "how many offices others counted"),
        ("number",),
        (
            NUMBER,
            *span_columns("counted", "dagen", "the day"),
            integer("offices", "kontor i drift", "offices in operation"),
            text("scope", "vad som räknades, om inte hela nätet", "what was counted, where not the whole network"),
            *NOTE,
            SOURCES,
        ),
        _counts,
    ),
    Relation(
        "network_visits",
        Text("hur många som kom", "how many came"),
        ("number",),
        (
            NUMBER,
            *_YEAR,
            integer("visits", "besök", "visits"),
            text("text", "besök, i källans ord", "visits, in the source's words"),
            integer("matters", "ärenden", "matters"),
            integer("change", "ändring i besök", "change in visits"),
            real("change_percent", "ändring i procent", "change in per cent"),
            integer("satisfied_percent", "nöjda besökare, procent", "satisfied visitors, per cent"),
            *NOTE,
            SOURCES,
        ),
        _table(
            "visits", "year", "period", "visits", "text", "matters", "change", "change_percent", "satisfied_percent"
        ),
    ),
    Relation(
        "network_funds",
        Text("vad nätet fick", "what the network was given"),
        ("number",),
        (
            NUMBER,
            *_YEAR,
            integer("sek_million", "miljoner kronor", "million SEK"),
            integer("change_sek_million", "ändring, miljoner kronor", "change, million SEK"),
            *NOTE,
            SOURCES,
        ),
        _table("funds", "year", "period", "sek_million", "change_sek_million"),
    ),
    Relation(
        "network_practices",
        Text("regler som nätet följer eller har följt", "rules that the network follows or has followed"),
        ("number",),
        (
            NUMBER,
            text("id", "regelns id", "the rule's id"),
            text("rule_sv", "regeln, på svenska", "the rule, in Swedish"),
            text("rule_en", "regeln, på engelska", "the rule, in English"),
            text("since", "sedan när, som källan ger det", "since when, as its source gives it"),
            SOURCES,
        ),
        _practices,
    ),
    Relation(
        "sources",
        Text("varifrån uppgifterna kommer, dokument för dokument", "where facts come from, document by document"),
        ("kind", "document", "id"),
        (
            text("kind", "dokumentets slag", "the document's kind: office, agency, agreement, decision, …"),
            text("document", "dokumentets id", "the document's id"),
            text("id", "källans id", "the source's id"),
            text("url", "adress på webben", "address on the web"),
            text("paper", "eller handling", "or document"),
            text("title", "titel", "title"),
            *span_columns("date", "källans datum", "the source's date"),
            text("retrieved", "när den lästes", "when it was read"),
        ),
        _sources,
    ),
)
