"""Looks after what writing leaves: an interrupted write, a work tree behind its commit, files that lie about.

To look changes nothing. To mend is to take the lock, under which whoever comes next finishes or undoes what was begun.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sscctl.errors import CannotBeDoneHere, SscctlError
from sscctl.reading.paths import shown
from sscctl.reading.repository import Repository
from sscctl.text import Text
from sscctl.writing import git_states, indexing, journal
from sscctl.writing.health import MEND, Check, State, good, note, wrong
from sscctl.writing.home import Home
from sscctl.writing.lock import holder, locked
from sscctl.writing.neighbours import NEW, OLD
from sscctl.writing.recovery import Left, Way, look
from sscctl.writing.troubles import failing


def examine(repository: Repository) -> Iterator[Check]:
    """Look at the lock, the journal, what lies about, git's own lock, and what git has under way."""
    home = Home.of(repository.place or repository.root)
    busy = holder(home)
    if busy is not None:
        who = busy.told
        yield note("lock", Text(f"någon skriver just nu: {who.sv}", f"somebody is writing now: {who.en}"))
        return
    yield good("lock", Text("ingen skriver just nu", "nobody is writing now"))
    left = _journal(home)
    yield left
    if left.state is State.GOOD:
        yield _litter(repository, home)
        yield from _git(repository, home)


def mend(repository: Repository) -> None:
    """Finish or undo what was interrupted, and take away what lies about; a file changed since stays as it is."""
    home = Home.of(repository.place or repository.root)
    with locked(repository.place or repository.root, "doctor --mend", keep=True):
        for path in _strays(repository.root):
            real = path.with_name(path.name[1:].removesuffix(OLD).removesuffix(NEW))
            with failing(path):
                if path.name.endswith(OLD) and not real.exists():
                    path.rename(real)  # the only copy of a file is never removed
                else:
                    path.unlink()
        journal.sweep(home)


def _journal(home: Home) -> Check:
    try:
        left = look(home)
    except SscctlError as problem:
        return wrong(
            "journal",
            problem.message,
            Text(
                f"jämför filerna med git diff och ta sedan bort mappen {shown(str(home.folder))}",
                f"compare the files with git diff, and then remove the folder {shown(str(home.folder))}",
            ),
        )
    if left is None:
        return good("journal", Text("ingen skrivning har avbrutits", "no write was interrupted"))
    return wrong("journal", _interrupted(left), MEND)


def _interrupted(left: Left) -> Text:
    files = ", ".join(shown(file.path) for file in left.journal.files[:3])
    files += " …" if len(left.journal.files) > 3 else ""
    if left.way is Way.BACK:
        return Text(
            f"en skrivning avbröts innan den var förberedd, och ångras: {files}",
            f"a write was interrupted before it was prepared, and will be undone: {files}",
        )
    if left.journal.move is not None:
        commit = left.journal.move.new[:12]
        return Text(
            f"arbetsträdet ligger efter incheckningen {commit}: {files}",
            f"the work tree is behind the commit {commit}: {files}",
        )
    return Text(
        f"en skrivning avbröts och ska göras klar: {files}", f"a write was interrupted and will be finished: {files}"
    )


def _litter(repository: Repository, home: Home) -> Check:
    found = [*map(str, _strays(repository.root)), *(str(home.folder / name) for name in journal.left(home))]
    if not found:
        return good(
            "litter", Text("inget ligger kvar efter avbrutna körningar", "nothing lies about after interrupted runs")
        )
    some = ", ".join(shown(path) for path in found[:3]) + (" …" if len(found) > 3 else "")
    return wrong(
        "litter",
        Text(f"filer ligger kvar efter avbrutna körningar: {some}", f"files lie about after interrupted runs: {some}"),
        MEND,
    )


def _git(repository: Repository, home: Home) -> Iterator[Check]:
    place = repository.place
    if place is None:
        yield note(
            "repository",
            Text(
                "registret ligger inte i ett gitförråd: ingen historik och inga incheckningar",
                "the registry lies in no git repository: no past and no commits",
            ),
        )
        return
    lock = indexing.lock_of(place)
    if lock.exists() and not indexing.is_ours(home, place):
        yield wrong(
            "index-lock",
            Text(f"git har låst sitt index: {shown(str(lock))}", f"git has locked its index: {shown(str(lock))}"),
            Text("om inget git är igång: ta bort filen", "where no git is running: remove the file"),
        )
    try:
        git_states.demand_rest(place)
    except CannotBeDoneHere as problem:
        yield note("repository", problem.message, problem.advice)
    else:
        yield good(
            "repository",
            Text(f"gitförrådet är {shown(str(place.top))}", f"the git repository is {shown(str(place.top))}"),
        )


def _strays(root: Path) -> Iterator[Path]:
    """What lies beside files of the registry without a journal that speaks of it."""
    for folder, _, names in os.walk(root):
        with suppress(OSError):
            for name in sorted(names):
                if name.startswith(".") and name.endswith((NEW, OLD)):
                    yield Path(folder) / name
