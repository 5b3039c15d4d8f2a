"""The canonical form of a document: one text for one content, pleasant to read and to review."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.editing.key_order import ORDER
from sscctl.editing.rendering import WIDTH, Renderer, Value

__all__ = ["WIDTH", "Value", "render", "schema_line"]


def schema_line(kind: str, path: str) -> str:
    """The first line of the document at `path` (from the registry's root): it tells editors where the schema lies."""
    up = "../" * (path.count("/") + 1)
    return f"# yaml-language-server: $schema={up}schemas/{kind}.schema.json"


def render(document: Mapping[str, Value], kind: str, schema_line: str = "") -> str:
    """Write a document as YAML, with `schema_line` at the top.

    Keys stand in the order of the kind's schema. A group of several lines has a blank line around it. Lists and
    mappings that hold only scalars, or lists of them, stand on one line where they fit; the others take a line for
    each entry. A text that is too long for its line is folded between words, unless a space could be lost: then it is
    quoted whole. Raises `ValueError` for a number that is not finite, `KeyError` for an unknown kind.
    """
    return (f"{schema_line}\n" if schema_line else "") + written(document, kind, Renderer())


def written(document: Mapping[str, Value], kind: str, renderer: Renderer) -> str:
    """Write a document as a renderer has it."""
    shape = ORDER[kind]
    text = ""
    several = False
    for number, key in enumerate(shape.sort(document)):
        above = len(renderer.remarks[(key,)].above) if (key,) in renderer.remarks else 0
        lines = list(renderer.entry(key, document[key], shape, 0, (key,)))
        is_long = len(lines) - above > 1
        if number and (several or is_long):
            text += "\n"
        several = is_long
        text += "".join(f"{line}\n" for line in lines)
    below = renderer.remarks[()].below if () in renderer.remarks else ()
    return "".join([text or "{}\n", *(f"{line}\n" for line in below)])
