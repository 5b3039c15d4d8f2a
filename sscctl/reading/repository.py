"""Finds the registry's root and hands out its snapshots: the door to the files as they are and as they were."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sscctl.errors import CannotBeDoneHere, NotFound, WrongUsage
from sscctl.reading.gitplace import GitPlace, find_git, is_bare, no_history
from sscctl.reading.paths import REGISTRY_FILE, SCHEMAS, shown
from sscctl.reading.snapshot import Snapshot
from sscctl.reading.worktree import WorkTree
from sscctl.text import Text

if TYPE_CHECKING:
    from sscctl.reading.history import History

USUAL_FOLDER = "registry"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(rf"{_DATE.pattern}[T ][0-9]{{2}}:[0-9]{{2}}.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Repository:
    """A registry on disk: its root (the folder that holds registry.yaml), and the git repository it lies in, if any."""

    root: Path
    place: GitPlace | None

    @classmethod
    def find(cls, root: Path | None = None) -> Repository:
        """Return the registry at `root` or in its folder `registry`; without a root, the nearest from here upwards."""
        start = (root or Path.cwd()).resolve()
        for folder in (start,) if root is not None else (start, *start.parents):
            for candidate in (folder, (folder / USUAL_FOLDER).resolve()):
                if _is_file(candidate / REGISTRY_FILE):
                    return cls(candidate, find_git(candidate))
        raise _no_registry(start, given=root is not None)

    @property
    def top(self) -> Path | None:
        """The top level of the git work tree, if there is one."""
        return self.place.top if self.place is not None else None

    @property
    def schemas(self) -> Path | None:
        """The folder of schemas beside the root; one outside the git repository is somebody else's."""
        beside = self.root.parent / SCHEMAS
        if self.place is not None and self.root == self.place.top:
            return None
        return beside if beside.is_dir() or beside.is_symlink() else None

    def snapshot(self, as_of: str | None = None, *, expect_many: bool | None = None) -> Snapshot:
        """Return the work tree; or what the registry was `as_of` a revision, the end of a day, or an instant.

        A day (`2026-11-22`) ends in Sweden; an instant (`2026-11-22T14:00+01:00`) without an offset is Swedish time.
        Both mean the last commit of the main line until then. `expect_many` says how a work tree is read best: see
        `WorkTree`.
        """
        if as_of is None:
            opened = self.history if self.place is not None else None
            return WorkTree(self.root, self.schemas, self.place, opened, expect_many=expect_many)
        history = self.history()
        moment = _moment(as_of)
        revision = history.resolve(as_of) if moment is None else history.at(moment)
        snapshot = history.snapshot(revision)
        if snapshot.standing().tree is None:
            raise NotFound(
                Text(
                    sv="det fanns inget register här i revision {id}",
                    en="there was no registry here in revision {id}",
                ).format(id=revision.id)
            )
        return snapshot

    def history(self) -> History:
        """Return the registry's past; CannotBeDoneHere without a git repository."""
        from sscctl.reading.history import History  # noqa: PLC0415  what git needs is loaded when git is needed

        if self.place is None:
            raise no_history(self.root)
        below = self.root.relative_to(self.place.top).as_posix()
        return History(self.place, "" if below == "." else f"{below}/")


def _moment(text: str) -> date | datetime | None:
    """Read a day or an instant; None for what is neither, and so is a revision."""
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
        if not _INSTANT.fullmatch(text):
            return None
        return datetime.fromisoformat(text)
    except ValueError:
        raise WrongUsage(
            Text(sv="{text} är ingen dag och inget klockslag", en="{text} is no day and no instant").format(
                text=shown(text)
            ),
            Text(
                sv="skriv till exempel 2026-11-22 eller 2026-11-22T14:00+01:00",
                en="write for instance 2026-11-22 or 2026-11-22T14:00+01:00",
            ),
        ) from None


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _no_registry(start: Path, *, given: bool) -> CannotBeDoneHere:
    message = Text(sv="det finns inget register i {place}", en="there is no registry in {place}")
    if not given:
        message = Text(
            sv="det finns inget register i {place} eller i någon mapp ovanför",
            en="there is no registry in {place} or in any folder above it",
        )
    advice = Text(
        sv="ett register är en mapp med filen registry.yaml; gå dit eller ange den med --root",
        en="a registry is a folder that holds registry.yaml; go there, or name it with --root",
    )
    if is_bare(start):
        advice = Text(
            sv="det här är ett gitförråd utan arbetsträd; klona det: git clone",
            en="this is a git repository without a work tree; clone it: git clone",
        )
    return CannotBeDoneHere(message.format(place=shown(str(start))), advice)
