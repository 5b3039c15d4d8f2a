"""One document held against every rule that asks about one document, and what it lays claim to for the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sscctl.domain.finding import Fault, Finding, Severity
from sscctl.domain.office import Office
from sscctl.rules._rule import Breach, Claim, Document
from sscctl.rules.books import BOOKS, RULES
from sscctl.rules.world import World

GROUPS = {code: group for book in BOOKS for code, group in book.group.items()}
_OFFICE = [entry for book in BOOKS for entry in book.office]
_WORLD = [entry for book in BOOKS for entry in book.world]
_DOCUMENT = [entry for book in BOOKS for entry in book.document]


@dataclass(frozen=True, slots=True)
class Examined:
    """What one document breaks, claims and excuses.

    Claims stand with the code of the rule that asked; waivers are place in the document, rule, and last day (ISO).
    """

    id: str
    findings: tuple[Finding, ...]
    claims: tuple[tuple[str, Claim], ...]
    waivers: tuple[tuple[int, str, str], ...]


def examine(path: str, document: Document, world: World) -> Examined:
    """Ask every rule about one document."""
    return Examined(
        id=getattr(document, "id", ""),
        findings=tuple(finding(path, code, breach) for code, breach in _breaches(document, world)),
        claims=tuple((code, claim) for code, (claims, _) in GROUPS.items() for claim in claims(document, world)),
        waivers=tuple(
            (index, waiver.rule, waiver.valid_through.isoformat()) for index, waiver in enumerate(document.waivers)
        ),
    )


def _breaches(document: Document, world: World) -> Iterator[tuple[str, Breach]]:
    if isinstance(document, Office):
        for code, of_office in _OFFICE:
            for breach in of_office(document):
                yield code, breach
        for code, in_world in _WORLD:
            for breach in in_world(document, world):
                yield code, breach
    else:
        for code, kind, judge in _DOCUMENT:
            if isinstance(document, kind):
                for breach in judge(document, world):
                    yield code, breach


def finding(path: str, code: str, breach: Breach) -> Finding:
    """A breach, with its file and its rule's weight."""
    severity = breach.severity or RULES[code].severity
    return Finding(path, code, severity, breach.pointer, breach.message, breach.advice)


def findings_of_form(path: str, faults: Iterable[Fault]) -> Iterator[Finding]:
    """Faults that reading found, with their file; a fault without a weight of its own has its rule's."""
    for fault in faults:
        rule = RULES.get(fault.code)
        severity = fault.severity or (rule.severity if rule else Severity.ERROR)
        yield Finding(path, fault.code, severity, fault.pointer, fault.message, fault.advice, fault.line, fault.column)
