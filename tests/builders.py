"""Ways to lay other facts over the base registry, and to get domain values and files from it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

from sscctl.domain.office import Office
from sscctl.editing.canonical import Value, render, schema_line
from sscctl.reading.decode import decode
from sscctl.reading.kinds import Kind, kind_of
from tests.base_registry import OFFICE_PATH, Tree, base

TODAY = date(2026, 11, 22)
CHECKOUT = Path(__file__).parents[1]


def week(*days: str) -> dict[str, list[str]]:
    """Hours of a week in shorthand: one text for Monday to Friday, or one a day from Monday on.

    A day is `closed`, spans set apart by commas, or `?` where nothing is known.
    """
    given = days * 5 if len(days) == 1 else days
    named = zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), given, strict=False)
    return {weekday: spans(hours) for weekday, hours in named if hours != "?"}


def spans(hours: str) -> list[str]:
    """Hours of a day in shorthand: `closed`, or spans set apart by commas."""
    return [] if hours == "closed" else hours.split(", ")


def deviation(day: str, hours: str, reason: str = "Personalmöte") -> Tree:
    """Other hours on a day, or on the days `FIRST..LAST`."""
    first, _, last = day.partition("..")
    when: Tree = {"valid_from": first, "valid_through": last} if last else {"on": first}
    return {**when, "hours": spans(hours), "reason": {"sv": reason, "en": "Staff meeting"}}


def base_documents() -> dict[str, Tree]:
    """The trees of the base registry by path, fresh at each call."""
    return deepcopy(base())


def laid_over(changes: Mapping[str, Mapping[str, object]]) -> dict[str, Tree]:
    """The base registry with `changes` laid over its documents by path: top-level keys replace, new paths are added.

    A key whose new value is `None` is taken away.
    """
    documents = base_documents()
    for path, change in changes.items():
        merged = {**documents.get(path, _fresh(path)), **change}
        documents[path] = {key: value for key, value in merged.items() if value is not None}
    return documents


def office(**replacing: object) -> Office:
    """The base office, decoded, with whole top-level keys replaced; `None` takes a key away."""
    tree = laid_over({OFFICE_PATH: replacing})[OFFICE_PATH]
    document, faults = decode(Kind.OFFICE, tree)
    assert isinstance(document, Office)
    assert not faults
    return document


def reference_files() -> dict[str, bytes]:
    """The registry's own files of official codes, test places and boundaries, by path."""
    return dict(_reference_files())


def registry_files(**replacing: object) -> dict[str, bytes]:
    """The base registry as files by path, reference data included, with keys of the office replaced."""
    return files_of(laid_over({OFFICE_PATH: replacing}))


def files_of(documents: Mapping[str, Tree]) -> dict[str, bytes]:
    """The trees as files in their canonical form, with the reference data beside them."""
    return {**reference_files(), **{path: _text(path, tree).encode() for path, tree in documents.items()}}


def _text(path: str, tree: Tree) -> str:
    kind = kind_of(path)
    assert kind
    return render(cast("Mapping[str, Value]", tree), kind, schema_line(kind, path))


@cache
def _reference_files() -> dict[str, bytes]:
    folder = CHECKOUT / "registry"
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.glob("reference/*.*"))}


def _fresh(path: str) -> Tree:
    """What a document that the base registry lacks starts from; an office has a name, a municipality and no life."""
    folder, _, name = path.rpartition("/")
    ident = name.removesuffix(".yaml")
    fresh: Tree = {"id": ident, "sources": {"page": {"url": f"https://exempel.se/{ident}", "date": "2026-10-01"}}}
    return {**fresh, "name": ident, "municipality": "0180", "lifecycle": []} if folder.startswith("offices") else fresh
