"""A document in the canonical form, with its comments; a text that would say anything else, or less, is thrown away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import cast

from sscctl.editing.canonical import written
from sscctl.editing.formatting_comments import attach
from sscctl.editing.key_order import ORDER
from sscctl.editing.merge.values import same
from sscctl.editing.rendering import Renderer, Value
from sscctl.editing.splice_ground import Ground
from sscctl.editing.splice_source import refuse_unclear, unclear
from sscctl.errors import Refused
from sscctl.reading.character_faults import TAB
from sscctl.reading.characters import parseable
from sscctl.reading.kinds import Kind
from sscctl.reading.yaml12 import parse
from sscctl.text import Text

_LINE_END = re.compile(r"\r\n?|\n")


def formatted(data: bytes, kind: Kind) -> bytes:
    """Return a file in the canonical form: order of keys, quotation marks, indentation, blank lines and line ends.

    Comments stay with the values that they belong to. Formatting twice is formatting once. Raises `Refused` where
    the file has faults of form that leave its meaning unclear, or where value and comments could not all be kept.
    """
    given = parse(data)
    if given.tree is None:
        refuse_unclear(given)
    body = _LINE_END.sub("\n", data.decode().removeprefix("\ufeff"))
    text = body if body.endswith("\n") else f"{body}\n"
    read = parse(text.encode())
    refuse_unclear(read, (TAB.message,))
    if parseable(text) != text or given.tree != read.tree:
        raise unclear(Text("den innehåller otillåtna tecken", "it holds characters that are not allowed"))
    tree = cast("Mapping[str, Value]", read.tree)
    ground = Ground.of(text)
    comments = attach(ground, ORDER[kind])
    renderer = Renderer(remarks=comments.remarks, spread=comments.spread)
    try:
        after = "".join(f"{line}\n" for line in comments.top) + written(tree, kind, renderer)
    except ValueError as error:
        raise _lost(Text(str(error), str(error))) from error
    if not same(cast("Value", parse(after.encode()).tree), tree):
        raise _lost(Text("betydelsen skulle ändras", "its meaning would change"))
    if _said(ground) != _said(Ground.of(after)):
        raise _lost(Text("en kommentar skulle försvinna", "a comment would be lost"))
    return after.encode()


def _said(ground: Ground) -> Counter[str]:
    """Every comment, and how often."""
    return Counter(ground.text[comment.start : comment.end].rstrip() for comment in ground.comments)


def _lost(why: Text) -> Refused:
    return Refused(
        Text(f"filen går inte att formatera: {why.sv}", f"the file cannot be formatted: {why.en}"),
        Text("flytta kommentarerna till egna rader", "move the comments to lines of their own"),
    )
