"""Documents against their schemas: a verdict by jsonschema-rs at once, the words for what failed by jsonschema.

Nothing is ever fetched: schemas refer to one another by name, and a name that is not among them is a broken schema.
Patterns are matched by one engine that takes time in proportion to the text, whatever pattern a foreign clone brings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sscctl.domain.finding import Fault
from sscctl.errors import CannotBeDoneHere
from sscctl.reading.objection import Objection, code_of, known_keys
from sscctl.reading.schema_words import words
from sscctl.text import Text

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

_SUFFIX = ".schema.json"


class Judge:
    """Judges documents by one set of schemas, such as those of a revision; reads a schema when it is first needed."""

    def __init__(self, schemas: Mapping[str, bytes]) -> None:
        """Take the schemas of documents by path; what lies in deeper folders is for other things."""
        names = {path: path.removeprefix("schemas/") for path in schemas}
        self._files = {
            name: schemas[path] for path, name in names.items() if "/" not in name and name.endswith(_SUFFIX)
        }
        self._trees: dict[str, Any] = {}
        self._swift: dict[str, jsonschema_rs.Validator] = {}
        self._wordy: dict[str, Validator] = {}

    def is_valid(self, kind: str, tree: Any) -> bool:  # noqa: ANN401
        """Whether the tree fits the schema of its kind; raise `CannotBeDoneHere` where that schema is broken."""
        if kind not in self._swift:
            self._swift[kind] = self._prepare(kind)
        return self._swift[kind].is_valid(tree)

    def faults(self, kind: str, tree: Any) -> tuple[Fault, ...]:  # noqa: ANN401
        """Say what is wrong with a tree that is not valid: at each place the one thing that matters most."""
        name = f"{kind}{_SUFFIX}"
        if kind not in self._wordy:
            self._prepare(kind)
            self._wordy[kind] = _wordy(self._trees, name)
        try:
            objections = [
                found for error in self._wordy[kind].iter_errors(tree) for found in self._objections(name, error)
            ]
        except RecursionError as problem:
            raise _broken(name, "it refers to itself without end") from problem
        worst: dict[object, Objection] = {}
        for objection in sorted(objections, key=lambda found: found.rank):
            worst.setdefault(objection.place, objection)
        found = [words(objection) for objection in objections if worst[objection.place] is objection]
        return tuple(found) or (Fault("SSC001", (), _MISFIT),)

    def _prepare(self, kind: str) -> jsonschema_rs.Validator:
        import jsonschema_rs

        name = f"{kind}{_SUFFIX}"
        self._trees = self._trees or {file: _read(file, data) for file, data in self._files.items()}
        if name not in self._trees:
            raise _broken(name, "it is missing")
        try:
            registry = jsonschema_rs.Registry(list(self._trees.items()), retriever=_refuse)
            return _swift(self._trees[name], registry)
        except (ValueError, TypeError, jsonschema_rs.ReferencingError) as problem:
            raise _broken(self._culprit(name), str(problem).partition("\n")[0]) from problem

    def _culprit(self, name: str) -> str:
        """Which of the schemas is no schema; `name`, where each for itself is one."""
        import jsonschema_rs

        for file, tree in self._trees.items():
            try:
                jsonschema_rs.meta.validate(tree)
            except (ValueError, jsonschema_rs.ReferencingError):
                return file
        return name

    def _objections(self, name: str, error: ValidationError) -> Iterator[Objection]:
        chosen = _branch(error)
        if chosen:
            for inner in chosen:
                yield from self._objections(name, inner)
            return
        keyword, schema = str(error.validator), error.schema if isinstance(error.schema, Mapping) else {}
        expected: Any = error.validator_value
        value: Any = error.instance
        pointer, steps = tuple(error.absolute_path), tuple(error.absolute_schema_path)
        code = code_of(self._trees, name, steps, pointer)
        if "propertyNames" in steps:
            pointer = (*pointer, str(value))
        if keyword == "required":
            missing = next(key for key in expected if error.message.startswith(f"{key!r} "))
            code = schema.get("x-required-codes", {}).get(missing, "SSC001")
            yield Objection(keyword, missing, value, schema, pointer, code)
        elif keyword in ("additionalProperties", "unevaluatedProperties"):
            known = known_keys(self._trees, name, steps[:-1])
            for key in value:
                if key not in known:
                    yield Objection(keyword, known, key, schema, (*pointer, key), "SSC002")
        else:
            yield Objection(keyword, expected, value, schema, pointer, code)


def packaged() -> Mapping[str, bytes]:
    """The schemas that this version of the program brings along, by file name."""
    package = Path(__file__).parents[1]
    folder = package / "schemas_packaged"
    if not folder.is_dir():
        folder = package.parent / "schemas"
    return {file.name: file.read_bytes() for file in sorted(folder.glob(f"*{_SUFFIX}"))}


def _branch(error: ValidationError) -> list[ValidationError]:
    """Of alternatives that all failed, what failed in the one that was meant: the only one of the value's own type."""
    branches: dict[object, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    meant = [
        inners
        for inners in branches.values()
        if not any(not inner.path and inner.validator in ("type", "enum", "const", "required") for inner in inners)
    ]
    return meant[0] if len(meant) == 1 else []


def _read(name: str, data: bytes) -> object:
    try:
        tree = json.loads(data)
        barred = _mentions(tree, "patternProperties")  # jsonschema would match its patterns by an engine that can hang
    except (ValueError, RecursionError) as problem:
        raise _broken(name, str(problem)) from problem
    if barred:
        raise _broken(name, "patternProperties is not supported")
    return tree


def _mentions(tree: object, keyword: str) -> bool:
    if isinstance(tree, dict):
        return keyword in tree or any(_mentions(value, keyword) for value in tree.values())
    return isinstance(tree, list) and any(_mentions(value, keyword) for value in tree)


def _refuse(uri: str) -> Any:  # noqa: ANN401  what jsonschema-rs asks of a retriever
    raise ValueError(f"{uri} is not among the schemas")


def _swift(schema: Any, registry: jsonschema_rs.Registry | None = None) -> jsonschema_rs.Validator:  # noqa: ANN401
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(
        schema,
        registry=registry,
        retriever=_refuse,
        pattern_options=jsonschema_rs.RegexOptions(),
        validate_formats=False,
    )


@lru_cache(maxsize=256)
def _matcher(pattern: str) -> jsonschema_rs.Validator:
    return _swift({"pattern": pattern})


def _wordy(trees: Mapping[str, Any], name: str) -> Validator:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError
    from jsonschema.validators import extend
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    def pattern(_: Validator, wanted: str, instance: object, __: object) -> Iterator[ValidationError]:
        if isinstance(instance, str) and not _matcher(wanted).is_valid(instance):
            yield ValidationError(f"{instance!r} does not match {wanted!r}")

    registry: Registry[Any] = Registry().with_resources(
        (file, DRAFT202012.create_resource(tree)) for file, tree in trees.items()
    )
    validator: Validator = extend(Draft202012Validator, {"pattern": pattern})(trees[name], registry=registry)  # type: ignore[no-untyped-call]
    return validator


def _broken(name: str, problem: str) -> CannotBeDoneHere:
    return CannotBeDoneHere(
        Text("schemat {name} är trasigt: {problem}", "the schema {name} is broken: {problem}").format(
            name=name, problem=problem
        ),
        Text("rätta schemat i schemas/", "mend the schema in schemas/"),
    )


_MISFIT = Text("dokumentet passar inte sitt schema", "the document does not fit its schema")
