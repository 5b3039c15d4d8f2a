"""A git folder of our own that lends a repository's objects and refs, and none of its settings.

A clone from a stranger brings settings that make git run programs: filters, text converters, hooks, monitors, pagers,
fetches of missing objects, included files. To forbid them one by one is to forget one. So git is pointed at a folder
that we made, with our configuration and attributes; only objects, refs and logs lead into the clone. The attributes
that lie in the work tree are overruled by ours, so no conversion happens either: a file is what its bytes are.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
import tempfile
import weakref
from pathlib import Path

from sscctl.errors import CannotBeDoneHere, InputOutput
from sscctl.reading.gitplace import GitPlace, small_file
from sscctl.reading.paths import shown
from sscctl.text import Text

_SHARED = ("objects", "refs", "packed-refs", "logs", "shallow", "reftable")
_OWN_HEADS = re.compile(r"[A-Z][A-Z_]*_HEAD")
_SPLIT_INDEX = "sharedindex."
_FOLDERS = frozenset({"objects", "refs", "logs", "reftable"})
_CONFIG = """[core]
	repositoryformatversion = {version}
	bare = false
	hooksPath = /dev/null
	fsmonitor = false
	untrackedCache = false
	attributesFile = /dev/null
	excludesFile = /dev/null
	sparseCheckout = true
{core}[protocol]
	allow = never
[gc]
	auto = 0
[maintenance]
	auto = false
{extensions}"""
_ATTRIBUTES = "* -text -eol -ident -filter -diff -merge -working-tree-encoding -whitespace\n"


class NeutralFolder:
    """The folder, for as long as this object lives; it is removed with it, at the latest when the program ends."""

    def __init__(self, place: GitPlace) -> None:
        try:
            self.path = Path(tempfile.mkdtemp(prefix="sscctl-git-"))
        except OSError as error:
            raise _no_room(error) from error
        self._finalizer = weakref.finalize(self, _remove, self.path, os.getpid())
        try:
            _fill(self.path, place)
        except OSError as error:
            self.remove()
            raise _no_room(error) from error
        except CannotBeDoneHere:
            self.remove()
            raise

    def remove(self) -> None:
        """Remove the folder now."""
        self._finalizer()


def _remove(path: Path, owner: int) -> None:
    if os.getpid() == owner:  # a fork's copy of this object removes nothing
        shutil.rmtree(path, ignore_errors=True)


def _fill(folder: Path, place: GitPlace) -> None:
    for name in _SHARED:
        _lend(folder, place.common / name, must_be_folder=name in _FOLDERS)
    for entry in place.own.iterdir():
        if _OWN_HEADS.fullmatch(entry.name):
            _lend(folder, entry)
    for entry in (*place.own.glob(f"{_SPLIT_INDEX}*"), *place.common.glob(f"{_SPLIT_INDEX}*")):
        if not (folder / entry.name).is_symlink():
            _lend(folder, entry)
    for inside in (place.own / "index", place.common / "objects" / "info" / "alternates"):
        _must_be(inside, folder=False)
    (folder / "HEAD").write_bytes(small_file(place.own / "HEAD", most=4096))
    (folder / "info").mkdir()
    (folder / "info" / "attributes").write_text(_ATTRIBUTES, encoding="ascii")
    reftable = (folder / "reftable").is_symlink()
    (folder / "config").write_text(
        _CONFIG.format(
            version=1 if reftable else 0,
            core="\tprecomposeUnicode = true\n\tignoreCase = true\n" if sys.platform == "darwin" else "",
            extensions="[extensions]\n\trefStorage = reftable\n" if reftable else "",
        ),
        encoding="ascii",
    )


def _lend(folder: Path, source: Path, *, must_be_folder: bool = False) -> None:
    if _must_be(source, folder=must_be_folder):
        (folder / source.name).symlink_to(source)


def _must_be(path: Path, *, folder: bool) -> bool:
    """Say whether the path is there; CannotBeDoneHere if it is of the wrong kind (git would wait for a FIFO)."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    if (stat.S_ISDIR if folder else stat.S_ISREG)(mode):
        return True
    raise CannotBeDoneHere(
        Text(
            sv="gitförrådet är skadat: {path} är inte vad det ska vara",
            en="the git repository is damaged: {path} is not what it should be",
        ).format(path=shown(str(path))),
        Text(sv="klona om förrådet", en="clone the repository anew"),
    )


def _no_room(error: OSError) -> InputOutput:
    reason = error.strerror or type(error).__name__
    return InputOutput(
        Text(
            sv="en tillfällig mapp för git kan inte skapas: {reason}",
            en="a temporary folder for git cannot be made: {reason}",
        ).format(reason=reason),
        Text(sv="ge plats i mappen för tillfälliga filer (TMPDIR)", en="make room in the temporary folder (TMPDIR)"),
    )
