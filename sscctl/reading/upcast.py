"""Lifts documents of older formats to today's, so that a registry's whole history is read by one set of decoders.

`registry.yaml` gives the number of the data model. Each lift takes a document from one number to the next; a change of
the model that old documents do not survive adds one here, with its number, and nothing else in the program knows of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.kinds import Kind
from sscctl.text import Text

FORMAT = 1
"""The data model of this program."""

Tree = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ages:
    """The format that documents have, and the one that the schemas are of which judge them.

    A revision brings its schemas along; where it has none, those of the program judge what its documents are lifted to.
    """

    documents: int = FORMAT
    schemas: int = FORMAT


_PLAIN = re.compile(rb"""^\{?[ \t]*["']?format["']?[ \t]*:[ \t]*([0-9]{1,6})[ \t,}]*\r?$""", re.MULTILINE)


def _closing_by_last_day(tree: Tree) -> Tree:
    """The last day for visitors was `effective` of a decided closing; it is `last_day`, and means that alone."""
    events = tree.get("lifecycle")
    if not isinstance(events, list):
        return tree
    return {**tree, "lifecycle": [_with_last_day(event) for event in events]}


def _with_last_day(event: object) -> object:
    if not isinstance(event, dict) or event.get("event") != "closing_decided" or "last_day" in event:
        return event
    return {("last_day" if key == "effective" else key): value for key, value in event.items()}


_LIFTS: Mapping[int, Mapping[Kind, Callable[[Tree], Tree]]] = {0: {Kind.OFFICE: _closing_by_last_day}}
"""By the format that is left: what has to be done to documents to bring them to the next."""


def format_of(registry_file: bytes) -> int:
    """The number that `registry.yaml` gives; today's where it gives none that can be read, which its schema tells."""
    lines = _PLAIN.findall(registry_file)
    if len(lines) == 1:
        return int(lines[0])
    from sscctl.reading.yaml12 import parse  # noqa: PLC0415  brings in yaml: only where a line does not tell

    tree = parse(registry_file).tree
    number = tree.get("format") if isinstance(tree, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) and number >= 0 else FORMAT


def lifted(kind: Kind, tree: Tree, since: int, until: int = FORMAT) -> Tree:
    """Return a document of the format `since` as it is written in the format `until`; the tree given stays as it is."""
    for number in range(since, until):
        lift = _LIFTS[number].get(kind)
        tree = lift(tree) if lift else tree
        tree = {**tree, "format": number + 1} if kind is Kind.REGISTRY else tree
    return tree


def require_known(number: int) -> None:
    """Raise `CannotBeDoneHere` for a format that only a newer program knows how to read."""
    if number > FORMAT:
        raise CannotBeDoneHere(
            Text(
                sv="registret har format {number}, och denna sscctl läser format {known} och äldre",
                en="the registry is of format {number}, and this sscctl reads format {known} and older",
            ).format(number=number, known=FORMAT),
            Text(
                sv="installera en nyare sscctl; en äldre revision av registret kan läsas med --as-of",
                en="install a newer sscctl; an older revision of the registry can be read with --as-of",
            ),
        )
