"""Which paths belong to a registry, how large each may be, and why a path that looks like data is refused.

What lies in a registry's folder is one of three things: a document or table that belongs, something that is plainly
no data (a README, an editor's lock), or something that looks like data and would be missed. The last is a fault:
nothing is silently ignored.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

SCHEMAS = "schemas"
"""The reserved folder of a snapshot: the schemas, which lie beside the registry's root."""

REGISTRY_FILE = "registry.yaml"
DOCUMENT_LIMIT = 256 * 1024
SCHEMA_LIMIT = 1024 * 1024
REFERENCE_LIMIT = 32 * 1024 * 1024
LONGEST_ID = 60
DEEPEST = 8

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_NAME = r"[a-z0-9]+(?:[._-][a-z0-9]+)*"
_BELONGS = re.compile(
    rf"(?:registry|network|(?:agencies|agreements|decisions)/{_SLUG}|offices/(?:{_SLUG}/)*{_SLUG})\.yaml"
    rf"|reference/{_NAME}\.(?:csv|geojson)|{SCHEMAS}/{_NAME}\.json"
)
_FOLDERS = frozenset({"agencies", "agreements", "decisions", "offices", "reference"})
DEVICES = re.compile(r"con|nul|prn|aux|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for devices."""


class Refusal(StrEnum):
    """Why a path may not be read. The value stands in a snapshot's standing where a blob id would."""

    SYMLINK = "!symlink"
    FOLDER = "!folder"
    SPECIAL = "!special"
    LARGE = "!large"
    NESTED = "!nested"
    DEEP = "!deep"
    NAME = "!name"
    ENDING = "!ending"
    PLACE = "!place"
    RESERVED = "!reserved"


class Verdict(NamedTuple):
    """What a path is: `refusal` is None for one that belongs; `path` is then the path, else the path to blame."""

    path: str
    refusal: Refusal | None


def limit(path: str) -> int:
    """Return the largest size in bytes of a path that belongs."""
    if path.startswith("reference/"):
        return REFERENCE_LIMIT
    return SCHEMA_LIMIT if path.startswith(f"{SCHEMAS}/") else DOCUMENT_LIMIT


def belongs(path: str) -> bool:
    """Say whether `path` may be a document, a table or a schema of a registry, by its name alone."""
    return _BELONGS.fullmatch(path) is not None and _has_lawful_stem(path)


@lru_cache(maxsize=4096)
def _has_lawful_stem(path: str) -> bool:
    stem = path.rpartition("/")[2].partition(".")[0]
    return len(stem) <= LONGEST_ID and DEVICES.fullmatch(stem) is None and path.count("/") < DEEPEST


def judge(path: str) -> Verdict | None:
    """Say what a file at `path` in the registry's root is; None for one that is plainly no data and is left alone."""
    if path.startswith(f"{SCHEMAS}/"):
        return Verdict(SCHEMAS, Refusal.RESERVED)
    if belongs(path):
        return Verdict(path, None)
    parts = path.split("/")
    if is_left_alone(parts[0], at_root=True) or any(is_left_alone(part, at_root=False) for part in parts):
        return None
    for depth, part in enumerate(parts[:-1], start=1):
        if part == ".git":
            return Verdict("/".join(parts[: depth - 1]), Refusal.NESTED) if depth > 1 else None
        folder = judge_folder("/".join(parts[:depth]))
        if folder is not None:
            return folder
    if not looks_like_data(path):
        return None
    return Verdict(path, _objection(path, parts))


def _objection(path: str, parts: list[str]) -> Refusal:
    ending = path.rpartition(".")[2]
    if ending.casefold() == "yml":
        return Refusal.ENDING
    if len(parts) == 1:
        return Refusal.NAME if fold(path) in {REGISTRY_FILE, "network.yaml"} else Refusal.PLACE
    if parts[0] not in _FOLDERS and parts[0] != SCHEMAS:
        return Refusal.PLACE
    if (parts[0] == "reference") is (ending.casefold() == "yaml"):
        return Refusal.PLACE
    if parts[0] != "offices" and len(parts) > 2:
        return Refusal.PLACE
    return Refusal.NAME


def judge_folder(path: str) -> Verdict | None:
    """Say why a folder may not be looked into; None where it may."""
    if path == SCHEMAS:
        return Verdict(path, Refusal.RESERVED)
    if _has_data_ending(path):
        return Verdict(path, Refusal.FOLDER)
    return Verdict(path, Refusal.DEEP) if path.count("/") + 1 >= DEEPEST else None


def judge_symlink(path: str) -> Verdict | None:
    """Say why a symbolic link is refused; None for one that leads to nothing that could be data (README.md)."""
    name = path.rpartition("/")[2]
    if is_left_alone(name, at_root="/" not in path) or ("." in name and not looks_like_data(path)):
        return None
    return Verdict(path, Refusal.SYMLINK)


def is_left_alone(name: str, *, at_root: bool) -> bool:
    """Say whether nobody would take `name` for data: an editor's lock; at the root, anything hidden."""
    return name.startswith(".") if at_root else name.startswith(".#")


def looks_like_data(path: str) -> bool:
    """Say whether a file of this name would be missed if it were left out."""
    ending = path.rpartition(".")[2].casefold()
    return _has_data_ending(path) or (path.startswith("reference/") and ending in {"csv", "geojson"})


def _has_data_ending(path: str) -> bool:
    return path.casefold().endswith((".yaml", ".yml"))


def judge_schema(name: str) -> Verdict | None:
    """Say what a file directly in the schemas' folder is; what is not JSON is left alone."""
    path = f"{SCHEMAS}/{name}"
    if belongs(path):
        return Verdict(path, None)
    return Verdict(path, Refusal.NAME) if "/" not in name and name.casefold().endswith(".json") else None


def fold(path: str) -> str:
    """Return what a file system that knows neither case nor Unicode forms would make of `path`."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def shown(path: str) -> str:
    r"""Return a file system's path as text: bytes that are not UTF-8 become `\xNN`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
