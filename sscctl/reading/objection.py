"""What a schema objects to: which keyword, at which place of the document, and under which code it is reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sscctl.domain.finding import Pointer


@dataclass(frozen=True, slots=True)
class Objection:
    """That `value` at `pointer` fails `keyword` of `schema`, which asks for `expected`; `code` names the finding.

    For an unknown key `value` is that key and `expected` the known ones; for a missing one `expected` is that key.
    """

    keyword: str
    expected: Any
    value: Any
    schema: Mapping[str, Any]
    pointer: Pointer
    code: str

    @property
    def rank(self) -> int:
        """Which of several objections to one place matters most, the lowest first."""
        return _ORDER.index(self.keyword) if self.keyword in _ORDER else len(_ORDER)

    @property
    def place(self) -> tuple[object, ...]:
        """What one fault is enough for: a value, or a missing key."""
        return (*self.pointer, "", self.expected) if self.keyword == "required" else self.pointer

    @property
    def key(self) -> str:
        """The key the value stands under; the document itself has none."""
        return next((step for step in reversed(self.pointer) if isinstance(step, str)), "")


_ORDER = ("type", "additionalProperties", "unevaluatedProperties", "required", "enum", "const", "pattern", "not")


def code_of(schemas: Mapping[str, Any], name: str, steps: Iterable[str | int], pointer: Pointer) -> str:
    """The code of a finding: the innermost `x-code` for the value that `steps` into the schema `name` lead to.

    Without one it is SSC001; a value right under the document has the code that its absence would have.
    """
    code: str | None = None
    below: str | int = ""
    for step, tree, _ in _places(schemas, name, steps):
        if below == "properties" or step in ("items", "additionalProperties", "propertyNames"):
            code = None  # what follows is about a value inside the one before
        if isinstance(tree, Mapping):
            code = tree.get("x-code", code)
        below = step
    if code is None and len(pointer) == 1:
        code = schemas[name].get("x-required-codes", {}).get(pointer[0])
    return code or "SSC001"


def known_keys(schemas: Mapping[str, Any], name: str, steps: Iterable[str | int]) -> tuple[str, ...]:
    """The keys that the schema at `steps` knows, those of the schemas it is put together from among them."""
    *_, (_, tree, file) = _places(schemas, name, steps)
    return tuple(dict.fromkeys(_keys(schemas, tree, file, depth=8)))


def _keys(schemas: Mapping[str, Any], tree: Any, name: str, depth: int) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(tree, Mapping) or not depth:
        return
    yield from tree.get("properties", ())
    if "$ref" in tree:
        yield from _keys(schemas, *_target(schemas, tree["$ref"], name), depth - 1)
    parts = [part for keyword in ("allOf", "anyOf", "oneOf") for part in tree.get(keyword, ())]
    for part in (*parts, tree.get("if"), tree.get("then"), tree.get("else")):
        yield from _keys(schemas, part, name, depth - 1)


def _places(schemas: Mapping[str, Any], name: str, steps: Iterable[str | int]) -> Iterator[tuple[str | int, Any, str]]:
    """Each step, the part of a schema it leads to, and its file; references are followed where there is no other way.

    jsonschema leaves references out of the steps it reports.
    """
    tree = schemas[name]
    yield "", tree, name
    for step in steps:
        while isinstance(tree, Mapping) and step not in tree and "$ref" in tree:
            tree, name = _target(schemas, tree["$ref"], name)
            yield "$ref", tree, name
        try:
            tree = tree[step]
        except (LookupError, TypeError):
            return
        yield step, tree, name


def _target(schemas: Mapping[str, Any], reference: str, name: str) -> tuple[Any, str]:
    """What a reference such as `common.schema.json#/$defs/line` points at; nothing where it is of another sort."""
    file, _, path = reference.partition("#")
    tree = schemas.get(file or name, {})
    for step in path.split("/")[1:]:
        tree = tree.get(step, {}) if isinstance(tree, Mapping) else {}
    return tree, file or name
