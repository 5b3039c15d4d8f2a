"""`sscctl upcoming`: what takes effect soon."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import said, t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, On, cache, day, repository
from sscctl.cli.render.tables import markdown, table
from sscctl.querying.upcoming import Coming, ComingKind, upcoming
from sscctl.reading.load import Loaded, load
from sscctl.text import Text


class Format(StrEnum):
    """How the answer is given."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


_KINDS: Mapping[ComingKind, Text] = {
    ComingKind.OPENING: Text("öppnar", "opens"),
    ComingKind.CLOSING: Text("läggs ned", "closes for good"),
    ComingKind.SUSPENSION: Text("stänger tillfälligt", "closes for a time"),
    ComingKind.MOVE: Text("flyttar", "moves"),
    ComingKind.HOURS: Text("nya öppettider", "new hours"),
    ComingKind.DEVIATION: Text("avvikande öppettider", "other hours"),
    ComingKind.PARTICIPATION_BEGINS: Text("myndighet ansluter", "agency joins"),
    ComingKind.PARTICIPATION_ENDS: Text("myndighet lämnar", "agency leaves"),
    ComingKind.CO_LOCATION: Text("samlokalisering", "co-location"),
    ComingKind.AGREEMENT_BEGINS: Text("avtal börjar gälla", "agreement begins"),
    ComingKind.AGREEMENT_ENDS: Text("avtal upphör", "agreement ends"),
}


def run(
    days: Annotated[int, typer.Option("--days", min=1, help=t("Hur många dagar framåt.", "How many days ahead."))] = 90,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """List what takes effect in the coming days, by date: the first day that is different."""
    found = repository()
    loaded = load(found.snapshot(as_of), cache(found))
    tell_unreadable(loaded)
    coming = upcoming(loaded.registry, day(on), days)
    if form is Format.JSON:
        emit(json.dumps({"events": [_tree(one) for one in coming]}, ensure_ascii=False, indent=1))
        return
    if not coming:
        emit(t(f"Inget träder i kraft inom {days} dagar.", f"Nothing takes effect within {days} days."))
        return
    headings = (t("datum", "date"), t("kontor eller avtal", "office or agreement"), t("vad", "what"), t("mer", "more"))
    rows = [_row(one, loaded) for one in coming]
    emit(markdown(headings, rows) if form is Format.MARKDOWN else table(headings, rows))


def _row(one: Coming, loaded: Loaded) -> tuple[str, str, str, str]:
    office = loaded.registry.offices[one.office].name if one.office else one.subject
    subject = one.subject if one.office else ""
    more = "; ".join(part for part in (subject, said(one.note) if one.note else "") if part)
    return one.on.text if one.on.has_start else one.date.isoformat(), office, said(_KINDS[one.kind]), more


def _tree(one: Coming) -> dict[str, object]:
    fields: dict[str, object | None] = {
        "date": one.date.isoformat(),
        "on": one.on.text,
        "office": one.office,
        "kind": one.kind.value,
        "subject": one.subject or None,
        "note": {"sv": one.note.sv, "en": one.note.en} if one.note else None,
    }
    return {name: value for name, value in fields.items() if value is not None or name == "office"}
