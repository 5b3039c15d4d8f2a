"""Bytes to a document's tree: the YAML reader, then the schema; what a cache miss costs."""

from __future__ import annotations

from sscctl.reading.counters import counters
from sscctl.reading.kinds import Kind
from sscctl.reading.parse_result import Parsed
from sscctl.reading.schemas import Judge
from sscctl.reading.yaml12 import parse


def parse_document(kind: Kind, data: bytes, judge: Judge) -> Parsed:
    """Read a document; never raises, whatever the bytes are.

    Faults of form that leave the meaning clear (a word that should be quoted) come with the tree; a document that its
    schema does not pass has none.
    """
    counters.files_parsed += 1
    read = parse(data)
    if not isinstance(read.tree, dict):
        return Parsed(None, read.faults)
    counters.documents_checked += 1
    if judge.is_valid(kind, read.tree):
        return Parsed(read.tree, read.faults)
    return Parsed(None, (*read.faults, *judge.faults(kind, read.tree)))
