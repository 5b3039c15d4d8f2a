"""What takes effect soon: as a table, as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sscctl.cli.language import said, t
from sscctl.cli.render.changes_dates import hours_of, loosely, spoken
from sscctl.cli.render.entries import address, co_location, schedule
from sscctl.cli.render.numbers import OFFICE, OFFICES, counted
from sscctl.cli.render.tables import markdown, table
from sscctl.cli.visible import visible_json
from sscctl.domain.agreement import Scope
from sscctl.domain.registry import Registry
from sscctl.querying.coming import Coming, ComingKind
from sscctl.text import Text

_KINDS: Mapping[ComingKind, Text] = {
    ComingKind.CLOSING: Text("läggs ned", "closes for good"),
    ComingKind.SUSPENSION: Text("stänger tillfälligt", "closes for a time"),
    ComingKind.CANCELLATION: Text("blir inte av", "does not come to be"),
    ComingKind.OPENING: Text("öppnar", "opens"),
    ComingKind.REOPENING: Text("öppnar igen", "reopens"),
    ComingKind.MOVE: Text("flyttar", "moves"),
    ComingKind.HOURS: Text("nya öppettider", "new hours"),
    ComingKind.HOURS_END: Text("öppettider okända", "hours unknown"),
    ComingKind.DEVIATION: Text("avvikande öppettider", "other hours"),
    ComingKind.PARTICIPATION_BEGINS: Text("myndighet ansluter", "agency joins"),
    ComingKind.PARTICIPATION_ENDS: Text("myndighet lämnar", "agency leaves"),
    ComingKind.CO_LOCATION_BEGINS: Text("delar lokal", "shares roof"),
    ComingKind.CO_LOCATION_ENDS: Text("delar inte längre lokal", "no longer shares roof"),
    ComingKind.AGREEMENT_BEGINS: Text("avtal börjar gälla", "agreement begins"),
    ComingKind.AGREEMENT_ENDS: Text("avtal upphör", "agreement ends"),
}
_PLANNED: Mapping[ComingKind, Text] = {
    ComingKind.CLOSING: Text("nedläggning aviserad", "closing announced"),
    ComingKind.OPENING: Text("planeras öppna", "planned to open"),
    ComingKind.REOPENING: Text("planeras öppna igen", "planned to reopen"),
}

Events = Sequence[Coming]


def as_table(events: Events, registry: Registry) -> str:
    """For a person: a date, where, what, and what is more to say."""
    return table(_headings(), _rows(events, registry))


def as_markdown(events: Events, registry: Registry) -> str:
    """The same for a page."""
    return markdown(_headings(), _rows(events, registry))


def _headings() -> tuple[str, ...]:
    return t("datum", "date"), t("var", "where"), t("vad", "what"), t("mer", "more")


def _rows(events: Events, registry: Registry) -> list[tuple[str, ...]]:
    return [
        (loosely(one.on), _where(one, registry), said(_what(one)), "; ".join(_more(one, registry))) for one in events
    ]


def _what(one: Coming) -> Text:
    return _PLANNED.get(one.kind, _KINDS[one.kind]) if one.is_planned else _KINDS[one.kind]


def _where(one: Coming, registry: Registry) -> str:
    if one.office:
        return registry.offices[one.office].name
    if one.scope is Scope.ALL:
        return t("alla kontor", "all offices")
    return said(counted(one.offices, OFFICE, OFFICES)) if one.offices else "–"


def _more(one: Coming, registry: Registry) -> Iterator[str]:
    def named(agency: str) -> str:
        known = registry.context.agencies.get(agency)
        return said(known.name) if known else agency

    yield from _of_visit(one, registry)
    if one.shared:
        yield co_location(one.shared, named)
    if one.kind in (ComingKind.PARTICIPATION_BEGINS, ComingKind.PARTICIPATION_ENDS):
        yield named(one.subject)
    if one.agencies:
        names = ", ".join(map(named, one.agencies))
        joins = one.kind is ComingKind.AGREEMENT_BEGINS
        yield t(f"{names} ansluter", f"{names} join") if joins else t(f"{names} lämnar", f"{names} leave")
    if one.note:
        yield said(one.note).rstrip(".")
    elif one.office is None:
        yield one.subject


def _of_visit(one: Coming, registry: Registry) -> Iterator[str]:
    """What a visitor has to know of it."""
    if one.last_day:
        yield t(f"sista besöksdag {spoken(one.last_day)}", f"last day for visitors {spoken(one.last_day)}")
    if one.address:
        yield address(one.address)
    yield from map(schedule, one.schedules)
    if one.spans is not None:
        yield hours_of(one.spans)
    if one.through and one.through != one.day:
        yield t(f"till och med {spoken(one.through)}", f"through {spoken(one.through)}")
    if one.successors:
        places = (registry.offices[there].name if there in registry.offices else there for there in one.successors)
        names = ", ".join(places)
        yield t(f"besökare hänvisas till {names}", f"visitors are referred to {names}")


def as_json(events: Events, registry: Registry) -> str:
    """The events as `schemas/output/upcoming.schema.json` promises them; what is unknown or does not apply is null."""
    return visible_json({"events": [_tree(one, registry) for one in events]})


def _tree(one: Coming, registry: Registry) -> dict[str, object]:
    office = registry.offices.get(one.office or "")
    return {
        "date": one.day.isoformat(),
        "on": one.on.text,
        "office": one.office,
        "name": office.name if office else None,
        "kind": one.kind.value,
        "planned": one.is_planned,
        "subject": one.subject or None,
        "agencies": list(one.agencies),
        "scope": one.scope.value if one.scope else None,
        "last_day": one.last_day.isoformat() if one.last_day else None,
        "through": one.through.isoformat() if one.through else None,
        "hours": [str(span) for span in one.spans] if one.spans is not None else None,
        "street": one.address.street if one.address else None,
        "decision": one.decision,
        "successors": list(one.successors),
        "note": {"sv": one.note.sv, "en": one.note.en} if one.note else None,
    }
