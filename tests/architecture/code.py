"""The package's source as the architecture tests see it: read, never imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sscctl"


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module by its full name; `inside` tells whether a function has to be called first."""

    target: str
    line: int
    inside: bool


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package; `path` is relative to `sscctl/`, `name` is what Python calls it."""

    path: str
    name: str
    text: str
    tree: ast.Module

    @property
    def part(self) -> str:
        """The folder, or for a file beside the folders the file: `reading`, `errors`."""
        return self.path.split("/")[0].removesuffix(".py")

    def imports(self) -> Iterator[Import]:
        """Yield everything imported, wherever in the file, under `if TYPE_CHECKING` too."""
        yield from _imports(self.tree, inside=False)


@cache
def modules() -> tuple[Module, ...]:
    """All modules of the package, in order of their paths."""
    return tuple(_read(file) for file in sorted(PACKAGE.rglob("*.py")))


@cache
def names() -> frozenset[str]:
    """The names of all modules of the package."""
    return frozenset(module.name for module in modules())


def _read(file: Path) -> Module:
    text = file.read_text("utf-8")
    name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    return Module(file.relative_to(PACKAGE).as_posix(), name, text, ast.parse(text, str(file)))


def _imports(node: ast.AST, *, inside: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import(names=aliases):
                for alias in aliases:
                    yield Import(alias.name, child.lineno, inside)
            case ast.ImportFrom(module=str(origin), names=aliases):
                for target in sorted({_exact(origin, alias.name) for alias in aliases}):
                    yield Import(target, child.lineno, inside)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                yield from _imports(child, inside=True)
            case _:
                yield from _imports(child, inside=inside)


def _exact(origin: str, imported: str) -> str:
    """`from sscctl.reading import load` names the module `sscctl.reading.load`, not only its package."""
    place = ROOT.joinpath(*origin.split("."), imported)
    is_module = origin.split(".")[0] == "sscctl" and (place.is_dir() or place.with_suffix(".py").is_file())
    return f"{origin}.{imported}" if is_module else origin
