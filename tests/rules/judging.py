"""The base registry with other facts laid over it, held against every rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement
from sscctl.domain.decision import Decision
from sscctl.domain.finding import Finding, Pointer
from sscctl.domain.network import Network, Settings
from sscctl.domain.registry import Context
from sscctl.reading.cache import Cache
from sscctl.reading.calendar import Calendar
from sscctl.reading.decode import Document, decode
from sscctl.reading.kinds import kind_of
from sscctl.reading.reference import Reference
from sscctl.reading.schemas import Judge, packaged
from sscctl.reading.snapshot import MemorySnapshot
from sscctl.rules._check import check
from sscctl.rules._examine import findings_of_form
from sscctl.rules.judge import judge_documents
from sscctl.rules.world import World
from tests.base_registry import OFFICE_PATH
from tests.builders import TODAY, files_of, laid_over, reference_files

Changes = Mapping[str, Mapping[str, object]]

JUDGE = Judge(packaged())


def findings(changes: Changes, today: date = TODAY) -> tuple[Finding, ...]:
    """What the rules find once `changes` (path to top-level keys) are laid over the base registry.

    The changed documents must fit their schemas.
    """
    trees = laid_over(changes)
    documents: dict[str, Document] = {}
    found: list[Finding] = []
    for path, tree in trees.items():
        kind = kind_of(path)
        assert kind
        assert JUDGE.is_valid(kind, tree), [fault.message.en for fault in JUDGE.faults(kind, tree)]
        documents[path], faults = decode(kind, tree)
        found += findings_of_form(path, faults)
    return (*found, *judge_documents(documents, world_of(documents, today)))


def of_office(code: str, today: date = TODAY, **replacing: object) -> list[Finding]:
    """What the rule `code` finds in the base office once these keys are replaced."""
    return [found for found in findings({OFFICE_PATH: replacing}, today) if found.code == code]


def told(code: str, **replacing: object) -> list[tuple[Pointer, str]]:
    """Where the rule `code` trips on the base office with these keys replaced, and what it says in English."""
    return [(one.pointer, one.message.en) for one in findings({OFFICE_PATH: replacing}) if one.code == code]


def read_whole(changes: Changes, texts: Mapping[str, str], today: date = TODAY) -> tuple[Finding, ...]:
    """What reading and the rules find when the registry lies there as files; `texts` are files written by hand."""
    files = files_of(laid_over(changes)) | {path: text.encode() for path, text in texts.items()}
    return check(MemorySnapshot(files), today, Cache.of(None)).findings


def world_of(documents: Mapping[str, Document], today: date = TODAY) -> World:
    """The world in which these documents, and no others, are true."""
    context = Context(
        next((one for one in documents.values() if isinstance(one, Settings)), None),
        next((one for one in documents.values() if isinstance(one, Network)), None),
        {one.id: one for one in documents.values() if isinstance(one, Agency)},
        {one.id: one for one in documents.values() if isinstance(one, Agreement)},
        {one.id: one for one in documents.values() if isinstance(one, Decision)},
    )
    return World(context, _reference(), Calendar(), today)


@cache
def _reference() -> Reference:
    return Reference(reference_files().get)
