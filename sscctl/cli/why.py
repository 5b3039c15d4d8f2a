"""`sscctl why`: where a value comes from, now and each time it was another."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import Style, emit, styled
from sscctl.cli.language import t
from sscctl.cli.log import words
from sscctl.cli.options import OfficeId, cache, repository
from sscctl.cli.render.revision import instant, stamp
from sscctl.cli.visible import visible
from sscctl.diffing.biography import Held, Version, values
from sscctl.domain.finding import Pointer
from sscctl.domain.provenance import Source
from sscctl.errors import NotFound
from sscctl.querying.select import find_office
from sscctl.reading.load import load
from sscctl.reading.versions import versions
from sscctl.text import Text


class Format(StrEnum):
    """How the answer is given."""

    TEXT = "text"
    JSON = "json"


def run(
    office: OfficeId,
    field: Annotated[
        str,
        typer.Argument(
            metavar=t("UPPGIFT", "FIELD"),
            help=t("Till exempel name, addresses/0/street, opening_hours/1.", "Such as name, addresses/0/street."),
        ),
    ],
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
) -> None:
    """Tell the source, the decision, the commit and its author behind a value, newest first."""
    found = repository()
    loaded = load(found.snapshot(), cache(found))
    name = find_office(loaded.registry, office)
    held = values((Version(*version) for version in versions(found, loaded.paths[name])), _pointer(field))[::-1]
    if not held:
        raise NotFound(
            Text(f"{name} har aldrig haft uppgiften {field}", f"{name} never had the field {field}"),
            Text(
                "skriv den som i filen, till exempel addresses/0/street",
                "write it as in the file, as addresses/0/street",
            ),
        )
    sources = {source.id: source for source in loaded.registry.offices[name].sources}
    if form is Format.JSON:
        tree = {"office": name, "field": field, "values": [_tree(one, sources) for one in held]}
        emit(json.dumps(tree, ensure_ascii=False, indent=1))
    else:
        emit("\n\n".join("\n".join(_lines(one, sources)) for one in held))


def _pointer(field: str) -> Pointer:
    steps = field.strip("/").replace(".", "/").split("/")
    return tuple(int(step) if step.isdecimal() else step for step in steps)


def _lines(one: Held, sources: dict[str, Source]) -> list[str]:
    value = t("(ingen uppgift)", "(not known)") if one.value is None else words({"": one.value})
    author = one.revision.author if one.revision else t("du, ej sparat i git", "you, not committed")
    lines = [
        styled(visible(value), Style.STRONG),
        t(f"  sedan {instant(one.revision)}: ", f"  since {instant(one.revision)}: ")
        + visible(f"{stamp(one.revision)} ({author})"),
    ]
    if one.decision:
        lines.append(t("  beslut: ", "  decision: ") + visible(one.decision))
    for name in one.sources:
        source = sources.get(name)
        place = (source.url or source.document or "") if source else ""
        lines.append(t("  källa: ", "  source: ") + visible(f"{name} {place}".rstrip()))
    return lines


def _tree(one: Held, sources: dict[str, Source]) -> dict[str, object]:
    return {
        "value": one.value,
        "revision": one.revision.id if one.revision else None,
        "since": one.revision.instant.isoformat() if one.revision else None,
        "author": one.revision.author if one.revision else None,
        "subject": one.revision.subject if one.revision else None,
        "decision": one.decision,
        "sources": [{"id": name, "url": sources[name].url if name in sources else None} for name in one.sources],
    }
