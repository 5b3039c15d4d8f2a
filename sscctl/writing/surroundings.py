"""Looks at what sscctl stands on: git and whom it knows, the cache, the schemas, and what `git setup` sets up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sscctl.errors import SscctlError
from sscctl.reading.cache import Cache
from sscctl.reading.gitplace import GitPlace, small_file
from sscctl.reading.kinds import Kind
from sscctl.reading.load import Reader
from sscctl.reading.repository import Repository
from sscctl.text import Text
from sscctl.writing import wiring
from sscctl.writing.health import Check, good, note, wrong
from sscctl.writing.plumbing import Plumbing

OLDEST = (2, 36)
"""The git that first waits for the disk as it is told (`core.fsync`)."""

_VERSION = re.compile(r"git version (\d+)\.(\d+)\S*")


def examine(repository: Repository) -> Iterator[Check]:
    """Each of them."""
    if repository.place is not None:
        yield from _git(Plumbing(repository.place))
        yield _setup(repository.place)
    yield _cache(repository)
    yield _schemas(repository)


def _git(git: Plumbing) -> Iterator[Check]:
    try:
        said = git.run("version").line
        who = git.ask("var", "GIT_AUTHOR_IDENT")
    except SscctlError as problem:
        yield wrong("git", problem.message, problem.advice)
        return
    found = _VERSION.match(said)
    if found is None or (int(found[1]), int(found[2])) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        yield note(
            "git",
            Text(f"{said} är äldre än {oldest}", f"{said} is older than {oldest}"),
            Text(
                "efter ett strömavbrott kan den senaste incheckningen saknas; uppgradera git",
                "after a power cut the last commit may be missing; upgrade git",
            ),
        )
    else:
        yield good("git", Text(f"{said} räcker", f"{said} will do"))
    if who.code:
        yield note(
            "identity",
            Text(f"git vet inte vem du är: {who.reason}", f"git does not know who you are: {who.reason}"),
            Text(
                "för --commit: git config --global user.name och user.email",
                "for --commit: git config --global user.name and user.email",
            ),
        )
    else:
        name = who.line.rpartition(">")[0] + ">"
        yield good("identity", Text(f"du checkar in som {name}", f"you commit as {name}"))


def _setup(place: GitPlace) -> Check:
    drivers = b'[merge "sscctl"]' in small_file(place.common / "config")
    hooks = all(wiring.is_own_hook(small_file(place.common / "hooks" / name)) for name in wiring.HOOKS)
    if drivers and hooks:
        return good(
            "setup", Text("git jämför, slår ihop och kontrollerar kontor", "git compares, merges and checks offices")
        )
    return note(
        "setup",
        Text("git anropar inte sscctl här", "git does not call sscctl here")
        if not drivers
        else Text("git anropar inte sscctl före incheckning", "git does not call sscctl before a commit"),
        Text("sscctl git setup ställer in det", "sscctl git setup sets it up"),
    )


def _cache(repository: Repository) -> Check:
    place = str(Cache.of(repository.root).database.execute("PRAGMA database_list").fetchone()[2])
    if place:
        return good("cache", Text(f"cachen ligger i {place}", f"the cache lies in {place}"))
    return note(
        "cache",
        Text(
            "cachen kan inte skrivas, så varje körning läser allt", "the cache cannot be written, so each run reads all"
        ),
        Text("se till att mappen i XDG_CACHE_HOME kan skrivas", "see that the folder in XDG_CACHE_HOME can be written"),
    )


def _schemas(repository: Repository) -> Check:
    try:
        judge = Reader(repository.snapshot(), Cache.of(None)).judge
        for kind in Kind:
            judge.is_valid(kind, {})
    except SscctlError as problem:
        return wrong("schemas", problem.message, problem.advice)
    return good("schemas", Text("registrets scheman är hela", "the registry's schemas are whole"))
