"""What stands around made-up offices: settings, official counts, agencies, agreements, decisions, reference data.

Reference data, agencies and the acts are the registry's own files. What would name its offices is made up instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from sscctl.editing.canonical import Value, render, schema_line
from sscctl.reading.kinds import kind_of
from tests.base_registry import base
from tests.benchmark.office_file import CLOSING, MIGRATION_OFFICES, is_closed, office_id, opening

NAMES_OFFICES = b"\noffices:"


def context_files(registry: Path, counties: Mapping[str, str], many: int) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file but the offices'; `counties` is code to name, `many` how many offices."""
    for folder in ("reference", "agencies", "decisions"):
        for file in sorted((registry / folder).iterdir()):
            data = file.read_bytes()
            if NAMES_OFFICES not in data:
                yield f"{folder}/{file.name}", data
    for path, tree in _documents(counties, many).items():
        kind = kind_of(path)
        if kind is None:
            raise ValueError(f"no kind of document lies at {path}")
        yield path, render(tree, kind, schema_line(kind, path)).encode()


def _documents(counties: Mapping[str, str], many: int) -> dict[str, Mapping[str, Value]]:
    settings = cast("Mapping[str, Value]", base()["registry.yaml"])
    decisions = [_opening(code, name) for code, name in counties.items()] + [_closing()]
    return {
        "registry.yaml": settings,
        "network.yaml": _network(many),
        **{f"agreements/{agreement['id']}.yaml": agreement for agreement in _agreements(many)},
        **{f"decisions/{decision['id']}.yaml": decision for decision in decisions},
    }


def _network(many: int) -> dict[str, Value]:
    still_open = sum(not is_closed(number) for number in range(1, many + 1))
    return {
        "counts": [{"on": "2026-10-01", "offices": still_open, "source": "count"}],
        "sources": {"count": {"url": "https://exempel.se/antal", "date": "2026-10-01"}},
    }


def _agreements(many: int) -> list[dict[str, Value]]:
    named: list[Value] = [office_id(number) for number in range(1, min(many, MIGRATION_OFFICES) + 1)]
    return [
        _agreement("takeover-2019", "2019-06-01", ["forsakringskassan", "pensionsmyndigheten", "skatteverket"]),
        _agreement("arbetsformedlingen-2022", "2022-12-01", ["arbetsformedlingen"]),
        {**_agreement("migrationsverket-2023", "2023-04-18", ["migrationsverket"]), "scope": "list", "offices": named},
    ]


def _agreement(ident: str, since: str, principals: list[Value]) -> dict[str, Value]:
    return {
        "id": ident,
        "kind": "service",
        "title": {"sv": f"Serviceavtal {ident}", "en": f"Service agreement {ident}"},
        "performer": "statens-servicecenter",
        "principals": principals,
        "concluded": since,
        "valid_from": since,
        "scope": "all",
        "tasks": [
            {
                "id": "guidance",
                "title": {"sv": "Vägledning", "en": "Guidance"},
                "public_authority": False,
                "personal_data": False,
            }
        ],
        "legal_basis": [{"act": "sfs-2019-212", "section": "1"}],
        "case_system_access": True,
        "sources": {"agreement": {"document": f"Avtal {ident}", "date": since}},
    }


def _opening(county: str, name: str) -> dict[str, Value]:
    return {
        **_decision(opening(county), "2018-06-01"),
        "title": {"sv": f"Kontor i {name}", "en": f"Offices in {name}"},
        "content": {"sv": "Nya servicekontor öppnar.", "en": "New service offices open."},
    }


def _closing() -> dict[str, Value]:
    return {
        **_decision(CLOSING, "2025-04-10"),
        "title": {"sv": "Servicekontor avvecklas", "en": "Service offices wound down"},
        "content": {"sv": "Vart tjugonde kontor läggs ned.", "en": "One office in twenty closes."},
        "consulted": ["municipality", "region", "county_board"],
    }


def _decision(ident: str, day: str) -> dict[str, Value]:
    return {
        "id": ident,
        "kind": "own_decision",
        "date": day,
        "body": "board",
        "decided_by": "statens-servicecenter",
        "sources": {"decision": {"document": f"Beslut {ident}", "date": day}},
    }
