"""Where an edition may be published to: an empty folder, or one that sscctl has published to before."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from sscctl.errors import Refused
from sscctl.publishing.edition import TREE
from sscctl.publishing.manifest import PATH
from sscctl.text import Text

MARKER = ".sscctl-edition"
NOTE = b"sscctl publishes here; what its manifest lists may be replaced or removed at any time.\n"


def destination(out: Path, root: Path) -> Path:
    """The folder that `out` names, links resolved; `root` is the registry's own.

    Refused (exit 5) for a folder that must not be published to, whatever lies in it: the file system's root, the
    home folder, the registry, one that contains it or lies in it, anything of git's own; and for one that is neither
    empty nor marked as ours, by its marker or by the manifest of an edition.
    """
    place, root = out.resolve(), root.resolve()
    if place == Path(place.anchor):
        raise _refused(place, Text("det är filsystemets rot", "it is the root of the file system"))
    if place == _home():
        raise _refused(place, Text("det är din hemkatalog", "it is your home folder"))
    if place in (root, *root.parents):
        raise _refused(place, Text("där ligger registret", "the registry lies there"))
    if root in place.parents or ".git" in place.parts:
        raise _refused(
            place, Text("det är registrets eller gits egen mapp", "it is the registry's or git's own folder")
        )
    found = _mode(place)
    if found is None:
        return place
    if not S_ISDIR(found):
        raise _refused(place, Text("det är ingen mapp", "it is no folder"))
    if any(place.iterdir()) and not _is_ours(place):
        raise _refused(
            place,
            Text("där ligger redan annat än en utgåva", "something else than an edition lies there"),
            Text(
                f"välj en tom mapp; ska just den användas, lägg en fil {MARKER} i den",
                f"choose an empty folder; if it is to be this one, put a file {MARKER} in it",
            ),
        )
    return place


def _is_ours(place: Path) -> bool:
    marks = (_mode(place / MARKER), _mode(place / TREE / PATH))
    return any(mode is not None and S_ISREG(mode) for mode in marks)


def _mode(path: Path) -> int | None:
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _home() -> Path | None:
    try:
        return Path(os.path.realpath(Path.home()))
    except RuntimeError:  # nobody has told where it is
        return None


def _refused(place: Path, why: Text, advice: Text | None = None) -> Refused:
    return Refused(
        Text(f"det går inte att publicera till {place}: {why.sv}", f"cannot publish to {place}: {why.en}"),
        advice or Text("välj en annan mapp, till exempel public", "choose another folder, such as public"),
    )
