"""Bytes to a tree of JSON values, with everything its form can be blamed for; the only importer of yaml.

Built on the stream of parsing events, with budgets and without recursion, so that no input exhausts the program.
Scalars are typed by JSON's grammar alone (see `scalars`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.error import MarkedYAMLError

from sscctl.domain.finding import Fault
from sscctl.reading import form_faults as words
from sscctl.reading.budgets import MAX_BYTES, MAX_DEPTH, MAX_NODES
from sscctl.reading.character_faults import BYTE_ORDER_MARK, SURROGATE
from sscctl.reading.characters import Blemish, blemishes, is_familiar, parseable
from sscctl.reading.laxities import laxities, may_be_lax
from sscctl.reading.lines import Lines
from sscctl.reading.outline import Event, Kind, Outline
from sscctl.reading.scalars import quote, quote_key
from sscctl.reading.syntax_faults import begins_at_fault, is_bad_escape, syntax
from sscctl.reading.tree_builder import Charge, Stop, Tree, TreeBuilder

try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # PyYAML built without libyaml gives the same answers, some ten times slower
    _Parser = yaml.SafeLoader  # type: ignore[assignment,misc]

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "Parsed", "Tree", "events", "parse", "quote", "quote_key"]

_FAILURES = (yaml.YAMLError, ValueError, OverflowError)  # PyYAML's own parser raises the last two for bad escapes
_BEYOND_UNICODE = re.compile(r"\\U(?!000|0010)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document's tree and the faults of its form; `tree` is None where it cannot be read as one mapping.

    Faults come in the order of the file, with line and column. Of repeated keys the tree has the first.
    """

    tree: Tree | None
    faults: tuple[Fault, ...]


def parse(data: bytes) -> Parsed:
    """Read a file's bytes; never raises, and takes time in proportion to their number.

    A byte order mark is a fault, but no column counts it.
    """
    if len(data) > MAX_BYTES:
        return Parsed(None, (words.too_large(len(data), MAX_BYTES).at((), 1, 1),))
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return Parsed(None, (_undecodable(data, error.start),))
    if is_familiar(data):
        tree, charges, _ = _read(text)
        return Parsed(tree, tuple(_faults(text, charges, _laxities(text))))
    if text[:4:2] == "\0\0" or text[1:4:2] == "\0\0":
        return Parsed(None, (words.other_encoding("UTF-16").at((), 1, 1),))
    body = text.removeprefix("\ufeff")
    readable = parseable(body)
    tree, charges, escaped = _read(readable)
    faults = _faults(body, charges, [*_laxities(readable), *blemishes(body), *escaped])
    if body != text:
        faults.insert(0, BYTE_ORDER_MARK.at((), 1, 1))
    return Parsed(tree, tuple(faults))


def events(text: str) -> Iterator[Event]:
    """Yield the steps through a text's first document, as far as it can be read and the budgets allow.

    The text is one that `parseable` has returned.
    """
    depth = nodes = 0
    try:
        for event in _stream(text):
            kind = _KINDS.get(event.__class__)
            if kind is None:
                continue
            depth += _DEEPER[kind]
            nodes += kind is not Kind.END
            if depth > MAX_DEPTH or nodes > MAX_NODES:
                return
            start, end = event.start_mark.index, event.end_mark.index
            if getattr(event, "style", None) in ("|", ">"):
                end = start + len(text[start:end].rstrip())
            yield Event(kind, start, end, getattr(event, "value", ""))
            if depth == 0:
                return
    except _FAILURES:
        return


_KINDS: dict[type[yaml.Event], Kind] = {
    yaml.ScalarEvent: Kind.SCALAR,
    yaml.AliasEvent: Kind.SCALAR,
    yaml.MappingStartEvent: Kind.MAPPING,
    yaml.SequenceStartEvent: Kind.SEQUENCE,
    yaml.MappingEndEvent: Kind.END,
    yaml.SequenceEndEvent: Kind.END,
}
_DEEPER = {Kind.SCALAR: 0, Kind.MAPPING: 1, Kind.SEQUENCE: 1, Kind.END: -1}


def _laxities(text: str) -> list[Blemish]:
    """Return what the parser has let pass and should not have."""
    return [*laxities(text, events(text))] if may_be_lax(text) else []


def _stream(text: str) -> Iterator[Any]:
    """Return the parser's events; it raises where it gives up."""
    return iter(_Parser(text).get_event, None)


def _nothing(_: object) -> None:
    """Take an event that says nothing."""


def _read(text: str) -> tuple[dict[str, Tree] | None, list[Charge], list[Blemish]]:
    """Build the tree of a text that `parseable` has returned; tell what there is against it."""
    builder = TreeBuilder(text)
    take: dict[type[yaml.Event], Callable[[Any], None]] = {
        yaml.ScalarEvent: builder.scalar,
        yaml.MappingStartEvent: builder.mapping,
        yaml.MappingEndEvent: builder.end,
        yaml.SequenceStartEvent: builder.sequence,
        yaml.SequenceEndEvent: builder.end,
        yaml.AliasEvent: builder.alias,
        yaml.DocumentStartEvent: builder.document,
        yaml.DocumentEndEvent: _nothing,
        yaml.StreamStartEvent: _nothing,
        yaml.StreamEndEvent: _nothing,
    }
    try:
        for event in _stream(text):
            take[event.__class__](event)
    except Stop:
        return None, builder.charges, builder.escaped
    except _FAILURES as error:
        builder.charges += _failure(text, error)
        return None, builder.charges, builder.escaped
    tree = builder.finish()
    if not builder.is_readable:
        return None, builder.charges, builder.escaped
    if isinstance(tree, dict):
        return tree, builder.charges, builder.escaped
    return None, [_no_mapping(text, tree)], builder.escaped


def _no_mapping(text: str, tree: Tree) -> Charge:
    """Say that a document is empty, a list or a scalar."""
    if tree is None:
        return Charge(0, (), words.EMPTY)
    return Charge(next(events(text)).start, (), words.NOT_A_MAPPING)


def _failure(text: str, error: Exception) -> list[Charge]:
    """Say why the parser gave up; a tab is told of by its own fault."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        beyond = _BEYOND_UNICODE.search(text)
        return [Charge(beyond.start() if beyond else 0, (), SURROGATE)]
    problem, context = error.problem or "", error.context or ""
    offset = error.problem_mark.index
    if is_bad_escape(problem):
        return [Charge(max(text.rfind("\\", 0, offset), 0), (), SURROGATE)]
    if text.startswith("\t", offset):
        return []
    begun = error.context_mark
    if begun and begins_at_fault(problem, context, is_far=begun.line < error.problem_mark.line):
        offset = begun.index
    return [Charge(offset, (), syntax(problem, context))]


def _faults(text: str, charges: list[Charge], found: Sequence[Blemish] = ()) -> list[Fault]:
    """Give charges and blemishes their lines and columns, in the order of the file."""
    if not charges and not found:
        return []
    lines = Lines(text)
    faults = []
    outline = Outline(events(parseable(text)) if found or any(c.complaint is None for c in charges) else ())
    firsts = outline.first_of_equals()
    for charge in charges:
        complaint = charge.complaint
        if complaint is None:
            first, _ = lines.place(firsts.get(charge.offset, 0))
            complaint = words.duplicate_key(charge.repeated_key, first)
        faults.append(complaint.at(charge.pointer, *lines.place(charge.offset)))
    faults += [b.complaint.at(outline.innermost(b.offset), *lines.place(b.offset)) for b in found]
    return sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0))


_ENCODINGS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def _undecodable(data: bytes, offset: int) -> Fault:
    """Say where and why bytes are not UTF-8."""
    for mark, name in _ENCODINGS:
        if data.startswith(mark):
            return words.other_encoding(name).at((), 1, 1)
    before = data[:offset].decode().removeprefix("\ufeff")
    return words.not_utf8(data[offset]).at((), *Lines(before).place(len(before)))
