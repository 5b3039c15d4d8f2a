"""The person's own hooks, for who asks for them: git's, run by git, before and after a commit of ours."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from sscctl.errors import Refused
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.gitprocess import git_program
from sscctl.text import Text
from sscctl.writing.plumbing import Plumbing
from sscctl.writing.troubles import failing

_KNOWN = ("GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES")


def check(git: Plumbing, folder: Path, message: bytes) -> bytes:
    """Run `pre-commit` on an index that holds what will be committed, then `commit-msg`; Refused where one says no.

    `git` knows where the new objects are, and `folder` is the home's. The message is what `commit-msg` makes of it;
    what `pre-commit` changes is not taken along.
    """
    file = folder / "message"
    with failing(file):
        file.write_bytes(message)
    for name, arguments in (("pre-commit", ()), ("commit-msg", (str(file),))):
        done = _git(git.place, name, *arguments, known={key: git.environment[key] for key in _KNOWN})
        if done.returncode:
            said = done.stdout.decode("utf-8", "replace").strip()
            raise Refused(
                Text(f"kroken {name} säger nej: {said}", f"the hook {name} says no: {said}"),
                Text("inget har checkats in", "nothing was committed"),
            )
    with failing(file):
        return file.read_bytes()


def after(place: GitPlace) -> None:
    """Run `post-commit`, whose answer changes nothing any more."""
    _git(place, "post-commit", known={})


def _git(place: GitPlace, name: str, *arguments: str, known: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    program = git_program(place.top)
    own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    with failing(program):
        return subprocess.run(
            [program, "hook", "run", "--ignore-missing", name, "--", *arguments],
            cwd=place.top,
            env={**own, "GIT_DIR": str(place.own), "GIT_EDITOR": ":", **known},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
