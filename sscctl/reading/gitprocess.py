"""Runs git's plumbing on a neutral folder with an environment of ours: what a clone or a hook sets does not apply."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.counters import counters
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.neutral import NeutralFolder
from sscctl.text import Text

PATIENCE = 120
"""Seconds that git may take for one answer before it is ended."""

_INHERITED = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP")
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_PAGER": "cat",
    "GIT_EDITOR": ":",
}


def git_program(avoid: Path) -> str:
    """Return git's absolute path: the first on PATH that is not relative, not here, not inside the folder `avoid`."""
    here = Path.cwd()
    name = "git.exe" if sys.platform == "win32" else "git"
    for entry in os.environ.get("PATH", os.defpath).split(os.pathsep):
        folder = Path(entry)
        if not folder.is_absolute() or folder == here or folder.resolve().is_relative_to(avoid):
            continue
        if os.access(folder / name, os.X_OK) and (folder / name).is_file():
            return str(folder / name)
    raise CannotBeDoneHere(
        Text(sv="git finns inte på den här datorn", en="git is not installed on this computer"),
        Text(sv="installera git", en="install git"),
    )


@dataclass(slots=True)
class Running:
    """A git process that works while the caller does something else."""

    process: subprocess.Popen[bytes]
    input: bytes

    def finish(self, *, lawful: tuple[int, ...] = (0,)) -> bytes:
        """Return what git wrote; CannotBeDoneHere with git's own words if it failed or never answered."""
        with self.process:
            try:
                output, complaint = self.process.communicate(self.input, timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise no_answer() from None
            except BaseException:
                self.process.kill()
                raise
        if self.process.returncode not in lawful:
            raise failed(complaint)
        return output


class Git:
    """One repository's git, for reading only."""

    def __init__(self, place: GitPlace) -> None:
        self.place = place

    @cached_property
    def program(self) -> str:
        """The absolute path of git."""
        return git_program(self.place.top)

    @cached_property
    def folder(self) -> NeutralFolder:
        """The git folder that git is shown instead of the clone's own."""
        return NeutralFolder(self.place)

    @cached_property
    def environment(self) -> dict[str, str]:
        """All that git gets to know of the environment."""
        inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        return {
            **inherited,
            **_ENVIRONMENT,
            "PATH": str(Path(self.program).parent),
            "GIT_DIR": str(self.folder.path),
            "GIT_WORK_TREE": str(self.place.top),
            "GIT_INDEX_FILE": str(self.place.index),
        }

    def start(self, *arguments: str, given: bytes = b"") -> Running:
        """Begin a command; every argument that came from outside must be an id, or stand after `--`."""
        return Running(self.popen(*arguments), given)

    def popen(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Begin a command whose pipes the caller works."""
        counters.git_processes += 1
        return subprocess.Popen(
            [self.program, "--no-pager", "--no-replace-objects", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.place.top,
            env=self.environment,
        )

    def run(self, *arguments: str, given: bytes = b"", lawful: tuple[int, ...] = (0,)) -> bytes:
        """Run a command to its end."""
        return self.start(*arguments, given=given).finish(lawful=lawful)

    def identify(self, names: Sequence[str]) -> list[tuple[str, str] | None]:
        """Return id and type of each object (a commit's id, `HEAD:registry`), None for what is not there."""
        if any("\n" in name for name in names):  # a folder's name can hold a line end, which git's protocol cannot
            return [None] * len(names)
        given = "".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape")
        lines = self.run("cat-file", "--batch-check", given=given).decode("utf-8", "replace").split("\n")
        parts = [line.rsplit(" ", 2) for line in lines[:-1]]
        return [(each[0], each[1]) if len(each) == 3 and each[2].isdigit() else None for each in parts]


def no_answer() -> CannotBeDoneHere:
    """Say that git was ended because it did not answer."""
    return CannotBeDoneHere(
        Text(sv="git svarade inte inom {seconds} s", en="git did not answer within {seconds} s").format(
            seconds=PATIENCE
        ),
        Text(
            sv="se efter om disken eller förrådet är trasigt: git fsck",
            en="see whether the disk or the repository is broken: git fsck",
        ),
    )


def failed(complaint: bytes) -> CannotBeDoneHere:
    """Say in git's own words why it failed."""
    words = complaint.decode("utf-8", "replace").strip().splitlines()
    reason = words[-1].removeprefix("fatal: ") if words else "?"
    return CannotBeDoneHere(
        Text(sv="git kan inte läsa förrådet: {reason}", en="git cannot read the repository: {reason}").format(
            reason=reason
        ),
        Text(sv="se efter med: git fsck", en="look closer with: git fsck"),
    )
