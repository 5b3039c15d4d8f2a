"""`sscctl log`: the life of an office on both axes, what happened and when the registry learned it."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import LANGUAGE, t
from sscctl.cli.options import OfficeId, cache, repository
from sscctl.cli.render.revision import instant, stamp
from sscctl.cli.render.tables import markdown, table
from sscctl.diffing.biography import Learned, Tree, Version, life
from sscctl.querying.select import find_office
from sscctl.reading.load import load
from sscctl.reading.versions import versions


class Format(StrEnum):
    """How a life is told."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def run(
    office: OfficeId,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
) -> None:
    """Tell what happened to an office, and when the registry learned or withdrew each fact."""
    found = repository()
    loaded = load(found.snapshot(), cache(found))
    name = find_office(loaded.registry, office)
    told = life(Version(*version) for version in versions(found, loaded.paths[name]))
    if form is Format.JSON:
        emit(json.dumps({"events": [_tree(name, one) for one in told]}, ensure_ascii=False, indent=1))
        return
    headings = (t("datum", "date"), t("vad", "what"), t("registret", "the registry"), t("revision", "revision"))
    rows = [
        (one.date or "–", f"{_TOPICS[one.topic]}: {words(one.entry)}", _learned(one), stamp(one.revision))
        for one in told
    ]
    emit(markdown(headings, rows) if form is Format.MARKDOWN else table(headings, rows))


_TOPICS = {
    "lifecycle": t("livscykel", "life"),
    "addresses": t("adress", "address"),
    "opening_hours": t("öppettider", "hours"),
    "deviations": t("avvikelse", "deviation"),
    "participations": t("myndighet", "agency"),
    "co_locations": t("samlokalisering", "co-location"),
    "services": t("tjänst", "service"),
    "remarks": t("anmärkning", "remark"),
}


def _learned(one: Learned) -> str:
    if one.withdrawn:
        return t(f"tog bort det {instant(one.revision)}", f"withdrew it {instant(one.revision)}")
    return t(f"fick veta det {instant(one.revision)}", f"learned it {instant(one.revision)}")


def words(entry: Tree) -> str:
    """An entry in short: its values in their order, without its date and its sources; texts in one language."""
    parts = [_value(value) for key, value in entry.items() if key not in ("on", "valid_from", "source", "basis")]
    return "; ".join(part for part in parts if part)


def _value(value: object) -> str:
    if isinstance(value, dict):
        if value.keys() <= {"sv", "en"}:
            return str(value.get(LANGUAGE) or next(iter(value.values()), ""))
        return ", ".join(f"{key} {_value(item)}" for key, item in value.items())
    if isinstance(value, list):
        return " ".join(_value(item) for item in value) or t("stängt", "closed")
    return str(value)


def _tree(office: str, one: Learned) -> dict[str, object]:
    return {
        "date": one.date or None,
        "office": office,
        "kind": one.topic,
        "entry": one.entry,
        "withdrawn": one.withdrawn,
        "revision": one.revision.id if one.revision else None,
        "learned": one.revision.instant.isoformat() if one.revision else None,
        "subject": one.revision.subject if one.revision else None,
    }
