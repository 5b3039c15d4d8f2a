"""Bytes to a document's tree: the YAML reader, then the schema; what a cache miss costs."""

from __future__ import annotations

from sscctl.reading.counters import counters
from sscctl.reading.kinds import Kind
from sscctl.reading.parse_result import Parsed
from sscctl.reading.schemas import Judge
from sscctl.reading.upcast import Ages, lifted
from sscctl.reading.yaml12 import parse

TODAY = Ages()


def parse_document(kind: Kind, data: bytes, judge: Judge, ages: Ages = TODAY) -> Parsed:
    """Read a document and lift it to today's format; never raises, whatever the bytes are.

    Faults of form that leave the meaning clear (a word that should be quoted) come with the tree; a document that its
    schema does not pass has none.
    """
    counters.files_parsed += 1
    read = parse(data)
    if not isinstance(read.tree, dict):
        return Parsed(None, read.faults)
    counters.documents_checked += 1
    tree = lifted(kind, read.tree, ages.documents, ages.schemas)
    if judge.is_valid(kind, tree):
        return Parsed(lifted(kind, tree, ages.schemas), read.faults)
    return Parsed(None, (*read.faults, *judge.faults(kind, tree)))
