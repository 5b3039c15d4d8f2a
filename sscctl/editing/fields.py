"""A single field set by hand: what a person writes becomes the type of value that the schema gives the field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from sscctl.domain.finding import Pointer
from sscctl.editing.canonical import Value
from sscctl.editing.edit import Delete, Edit, Put
from sscctl.editing.entries import Tree
from sscctl.editing.shapes import Schema, at_root, choices_of, field_of, items_of, properties_of, required_of, types_of
from sscctl.errors import NotFound, WrongUsage
from sscctl.reading.kinds import Kind
from sscctl.text import Text

_TRUE, _FALSE = frozenset(("true", "yes", "ja", "j", "y")), frozenset(("false", "no", "nej", "n"))
_BOTH = {"sv", "en"}


def set_field(kind: Kind, tree: Tree, field: str, text: str) -> Edit:
    """The edit that gives a field the value that is written; an empty text takes the field away.

    `field` is a dotted path: `name`, `name.sv`, `addresses.0.street`. Lists of words are written with commas between
    them, truth as `ja` or `nej`, and texts in two languages as `svenska / English`. Raises `WrongUsage` for a field
    that the schema does not know, a group of fields, or a text that is no such value; `NotFound` for an item of a list
    that is not there.
    """
    pointer, schema = _find(kind, tree, field)
    if pointer == ("id",):
        raise WrongUsage(Text("ett id ändras inte så", "an id is not changed this way"))
    if not text.strip():
        return _without(kind, tree, pointer)
    value = _value(text.strip(), schema, field)
    _refuse_half(kind, tree, pointer)
    return Put(pointer, value)


def credit(kind: Kind, tree: Tree, pointer: Pointer, source: str) -> Edit | None:
    """The edit that names a source for the group of facts around a field, beside those that it has.

    `None` where the group names it already, and where the kind of document has no place for it.
    """
    for depth in range(len(pointer) - 1, 0, -1):
        group = pointer[:depth]
        if "source" in properties_of(_schema_at(kind, group)):
            named = _value_at(tree, (*group, "source"))
            every = [named] if isinstance(named, str) else list(named) if isinstance(named, Sequence) else []
            if source in every:
                return None
            return Put((*group, "source"), [*every, source] if every else source)
    return None


def fields_of(kind: Kind) -> Iterator[str]:
    """Yield the dotted paths that can be set in every document of the kind, those inside lists left out."""
    for name, schema in properties_of(at_root(kind)).items():
        if name == "id" or "object" in types_of(items_of(schema)):
            continue
        inner = properties_of(schema)
        yield from (f"{name}.{below}" for below in inner)
        if not inner and "object" not in types_of(schema):
            yield name


def _find(kind: Kind, tree: Tree, field: str) -> tuple[Pointer, Schema]:
    """The pointer and the schema of a field."""
    schema = at_root(kind)
    here: Value = tree
    steps: Pointer = ()
    for step in field.replace("/", ".").split("."):
        if step.isdigit() and "array" in types_of(schema):
            number = int(step)
            if not isinstance(here, Sequence) or isinstance(here, str) or number >= len(here):
                there = len(here) if isinstance(here, Sequence) and not isinstance(here, str) else 0
                raise _no_item(".".join(map(str, (*steps, step))), there)
            schema, here, steps = items_of(schema), here[number], (*steps, number)
            continue
        below = field_of(schema, step)
        if below is None:
            raise _unknown(steps, step, properties_of(schema))
        schema, steps = below, (*steps, step)
        here = here.get(step) if isinstance(here, Mapping) else None
    return steps, schema


def _schema_at(kind: Kind, pointer: Pointer) -> Schema:
    schema = at_root(kind)
    for step in pointer:
        schema = items_of(schema) if isinstance(step, int) else field_of(schema, str(step)) or {}
    return schema


def _value_at(tree: Value, pointer: Pointer) -> Value:
    for step in pointer:
        if isinstance(tree, Mapping) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, Sequence) and not isinstance(tree, str) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def _without(kind: Kind, tree: Tree, pointer: Pointer) -> Edit:
    *above, last = pointer
    field = ".".join(map(str, pointer))
    if last in required_of(_schema_at(kind, tuple(above))):
        raise WrongUsage(Text(f"{field} måste finnas", f"{field} must be there"))
    if _value_at(tree, pointer) is None:
        raise NotFound(Text(f"{field} har inget värde att ta bort", f"{field} has no value to take away"))
    return Delete(pointer)


def _refuse_half(kind: Kind, tree: Tree, pointer: Pointer) -> None:
    """Refuse a field that would make a group of which other fields must be there too."""
    *above, last = pointer
    if not above or _value_at(tree, tuple(above)) is not None:
        return
    others = [key for key in required_of(_schema_at(kind, tuple(above))) if key != last]
    if others:
        group, more = ".".join(map(str, above)), ", ".join(others)
        is_text = {last, *others} <= _BOTH
        raise WrongUsage(
            Text(f"{group} måste också ha {more}", f"{group} must have {more} as well"),
            Text(f'skriv {group} "svenska / English"', f'write {group} "svenska / English"') if is_text else None,
        )


def _value(text: str, schema: Schema, field: str) -> Value:
    """Turn a text into what the schema wants."""
    words = choices_of(schema)
    if words and text not in words:
        raise _not_among(text, words, field)
    types = types_of(schema)
    if "array" in types:
        return _listed(text, schema, field)
    for name, read in _READERS.items():
        if name in types:
            return read(text, field)
    if "object" in types:
        return _grouped(text, schema, field)
    return text


def _listed(text: str, schema: Schema, field: str) -> Value:
    one = items_of(schema)
    if "object" in types_of(one):
        words = Text(f"{field} är en lista av grupper", f"{field} is a list of groups")
        below = ", ".join(f"{field}.0.{name}" for name in properties_of(one))
        raise WrongUsage(words, Text(f"ange ett fält i en av dem: {below}", f"give a field of one of them: {below}"))
    items = [_value(part.strip(), one, field) for part in text.split(",") if part.strip()]
    return items[0] if len(items) == 1 and "string" in types_of(schema) else items


def _grouped(text: str, schema: Schema, field: str) -> Value:
    known = properties_of(schema)
    if set(known) == _BOTH:
        swedish, slash, english = (part.strip() for part in text.partition(" / "))
        if slash and swedish and english:
            return {"sv": swedish, "en": english}
        raise WrongUsage(
            Text(f"{field} skrivs på båda språken", f"{field} is written in both languages"),
            Text(
                f'skriv {field} "svenska / English", eller ett av dem: {field}.sv, {field}.en',
                f'write {field} "svenska / English", or one of them: {field}.sv, {field}.en',
            ),
        )
    below = ", ".join(f"{field}.{name}" for name in known)
    raise WrongUsage(
        Text(f"{field} är en grupp av fält", f"{field} is a group of fields"),
        Text(f"ange ett av dem: {below}", f"give one of them: {below}") if below else None,
    )


def _truth(text: str, field: str) -> Value:
    if text.casefold() not in _TRUE | _FALSE:
        raise WrongUsage(Text(f"{field}: svara ja eller nej", f"{field}: say yes or no"))
    return text.casefold() in _TRUE


def _whole(text: str, field: str) -> Value:
    try:
        return int(text)
    except ValueError:
        raise WrongUsage(Text(f"{field}: {text} är inget heltal", f"{field}: {text} is no whole number")) from None


def _number(text: str, field: str) -> Value:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise WrongUsage(Text(f"{field}: {text} är inget tal", f"{field}: {text} is no number")) from None


_READERS: Mapping[str, Callable[[str, str], Value]] = {"boolean": _truth, "integer": _whole, "number": _number}


def _unknown(above: Pointer, step: str, known: Mapping[str, Schema]) -> WrongUsage:
    field = ".".join(map(str, (*above, step)))
    if not known:
        inner = ".".join(map(str, above))
        return WrongUsage(Text(f"{inner} har inga fält under sig", f"{inner} has no fields below it"))
    near = get_close_matches(step, known, n=1)
    meant = Text(f"menade du {near[0]}? ", f"did you mean {near[0]}? ") if near else Text("", "")
    every = ", ".join(known)
    return WrongUsage(
        Text(f"det finns inget fält {field}", f"there is no field {field}"),
        Text(f"{meant.sv}välj bland {every}", f"{meant.en}choose among {every}"),
    )


def _no_item(field: str, there: int) -> NotFound:
    last = there - 1
    advice = Text(f"de numreras 0 till {last}", f"they are numbered 0 to {last}") if there else None
    return NotFound(Text(f"det finns inget {field}", f"there is no {field}"), advice)


def _not_among(text: str, words: Sequence[str], field: str) -> WrongUsage:
    near = get_close_matches(text.casefold(), words, n=1)
    meant = Text(f"menade du {near[0]}? ", f"did you mean {near[0]}? ") if near else Text("", "")
    every = ", ".join(words)
    return WrongUsage(
        Text(f"{field}: {text} finns inte att välja", f"{field}: {text} is not among the choices"),
        Text(f"{meant.sv}välj bland {every}", f"{meant.en}choose among {every}"),
    )
