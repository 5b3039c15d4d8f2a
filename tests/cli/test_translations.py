"""No text without its translation: what people read stands in both languages, with the same values in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from string import Formatter
from typing import NamedTuple

import pytest

from sscctl.cli import words
from sscctl.cli._commands import COMMANDS
from sscctl.domain.hours import Weekday
from sscctl.text import Text
from tests.architecture.code import Module, modules

SAME = {"geojson", "geoparquet", "id", "km", "position", "revision", "status", "text", "under"}
"""Words that are spelled alike in Swedish and English."""

LANGUAGES = {"swedish", "english"}
"""Variables that hold words of one language alone."""

ONE_SIDED = {"verb"}
"""Variables that hold a word of one language, which the other one does not need."""

MACHINES = {"cli/render/gitlab.py", "cli/render/junit.py", "cli/render/sarif.py"}
"""Formats for machines, whose few words the format itself prescribes, or has in English alone."""

TRANSLATOR = "cli/_swedish.py"
"""Knows the command-line library's own English, to translate it."""

PRINTS = {"emit", "tell", "tell_plain", "styled"}
WORDS = re.compile(r"[^\W\d_]{2,}")
PHRASE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
CODE = re.compile(r"<[a-z!?]|\{[^}]*;")
"""HTML and CSS."""

CLI = [module for module in modules() if module.part == "cli" and module.path not in {TRANSLATOR, *MACHINES}]


class Pair(NamedTuple):
    """Both languages of one text as the source has them, with the line they stand on."""

    sv: ast.expr
    en: ast.expr
    line: int


def pairs(tree: ast.AST) -> Iterator[Pair]:
    """Yield each `Text(sv, en)` and `t(sv, en)`, by position or by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Text", "t"}:
            named = {keyword.arg: keyword.value for keyword in node.keywords}
            given = [*node.args, *(named[name] for name in ("sv", "en") if name in named)]
            if len(given) == 2:
                yield Pair(given[0], given[1], node.lineno)


def spelled(node: ast.expr) -> str | None:
    """The words of a literal, values left out; None for what is no literal."""
    match node:
        case ast.Constant(value=str(text)):
            return "".join(part for part, _ in parts(text))
        case ast.JoinedStr(values=values):
            return "".join(str(part.value) for part in values if isinstance(part, ast.Constant))
        case ast.BinOp(left=left, right=right):
            both = (spelled(left), spelled(right))
            return None if None in both else "".join(part for part in both if part)
        case _:
            return None


def parts(text: str) -> list[tuple[str, str | None]]:
    """A template as pairs of words and the name of the value that follows; text with a lone brace is no template."""
    try:
        return [(words, name) for words, name, *_ in Formatter().parse(text)]
    except ValueError:
        return [(text, None)]


def values(node: ast.expr) -> set[str]:
    """The names of the values that a literal is filled with, whichever functions and attributes they pass through."""
    if isinstance(node, ast.Constant):
        named = {name for _, name in parts(str(node.value)) if name is not None}
        return {re.sub(r"^(sv|en)$", "*", name) for name in named}
    calls = {id(part.func) for part in ast.walk(node) if isinstance(part, ast.Call)}
    names = (part for part in ast.walk(node) if isinstance(part, ast.Name) and id(part) not in calls)
    return {name.id for name in names if not name.id.isupper()} - ONE_SIDED


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_both_languages_say_something_with_the_same_values(module: Module) -> None:
    wrong = []
    for sv, en, line in pairs(module.tree):
        texts = (spelled(sv), spelled(en))
        if None in texts:
            continue
        if bool(texts[0]) != bool(texts[1]):
            wrong.append(f"line {line}: one language is silent")
        elif values(sv) != values(en) and not (values(sv) | values(en)) & LANGUAGES:
            wrong.append(f"line {line}: {sorted(values(sv))} in Swedish, {sorted(values(en))} in English")
    assert wrong == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_the_languages_are_not_the_same_but_for_a_few_words(module: Module) -> None:
    same = [
        f"line {line}: {text}"
        for sv, en, line in pairs(module.tree)
        if (text := spelled(sv)) is not None
        and text == spelled(en)
        and not {word.casefold() for word in WORDS.findall(text)} <= SAME
    ]
    assert same == []


@pytest.mark.parametrize("module", CLI, ids=lambda module: module.path)
def test_what_is_printed_or_explained_is_no_bare_string(module: Module) -> None:
    """Neither given to the console or to `help=`, nor (as a phrase) standing elsewhere in the code of commands."""
    assert [f"line {text.lineno}: {text.value!r}" for text in _bare(module.tree)] == []


def _bare(tree: ast.AST) -> Iterator[ast.Constant]:
    for text, printed in _strings(tree, printed=False):
        told = str(text.value).replace("sscctl", "")
        if (WORDS if printed else PHRASE).search(told) and not CODE.search(told):
            yield text


def _strings(node: ast.AST, *, printed: bool) -> Iterator[tuple[ast.Constant, bool]]:
    """Yield the strings outside `Text`, `t`, docstrings, errors and logs; and whether the console gets them at once."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Expr(value=ast.Constant()) | ast.Raise() | ast.AnnAssign(annotation=ast.Constant()):
                continue
            case (
                ast.Call(func=ast.Name(id="Text" | "t"))
                | ast.Call(func=ast.Attribute(value=ast.Name(id="_LOG" | "re")))
            ):
                continue
            case ast.Call(func=ast.Name(id=name), args=[first, *rest]) if name in PRINTS:
                yield from _strings(ast.Expression(first), printed=True)
                for argument in (*rest, *(keyword.value for keyword in child.keywords)):
                    yield from _strings(ast.Expression(argument), printed=False)
            case ast.keyword(arg="help", value=value):
                yield from _strings(ast.Expression(value), printed=True)
            case ast.Constant(value=str()):
                yield child, printed
            case ast.Call() if printed:  # a function makes what is printed; its arguments may be keys and names
                yield from _strings(child, printed=False)
            case _:
                yield from _strings(child, printed=printed)


def test_every_command_has_a_summary_in_both_languages() -> None:
    assert [name for name, text in COMMANDS.items() if not (text.sv and text.en) or text.sv == text.en] == []


TABLES = {name: table for name, table in vars(words).items() if name.isupper() and isinstance(table, Mapping)}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_value_of_the_domain_has_words(table: Mapping[object, Text]) -> None:
    """A kind that is added to the domain cannot be forgotten here."""
    (kind,) = {type(key) for key in table}
    if issubclass(kind, Enum):
        assert set(table) == set(kind)
    assert [key for key, text in table.items() if not (text.sv and text.en)] == []


def test_the_scan_sees_what_it_is_for() -> None:
    tree = ast.parse(
        'emit("hello")\nemit(t("hej", "hello"))\ntyper.Option(help="A word.")\nx = "two words"\nx = "key"\n'
        'tell_plain(f"{label} of {x}")\nemit(styled(f"Hej {name}", Style.STRONG))\nemit(render(x, "office"))'
    )
    assert [text.value for text in _bare(tree)] == ["hello", "A word.", "two words", " of ", "Hej "]
    text = ast.parse('t(f"{a.sv} av {b}", f"{a.en} of {c}")')
    (pair,) = pairs(text)
    assert (values(pair.sv), values(pair.en)) == ({"a", "b"}, {"a", "c"})
    assert Weekday.MON in words.WEEKDAY
