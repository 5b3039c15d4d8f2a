"""Git's own three-way merge of texts, for what cannot be merged by its values."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from sscctl.editing.merge.pieces import MARKER, conflict, written
from sscctl.reading.gitprocess import PATIENCE, git_program, no_answer


class Blend(NamedTuple):
    """A merged file, and how many conflicts it holds; `None` where the files are no texts, and `data` is ours."""

    data: bytes
    conflicts: int | None


def blend(base: bytes, ours: bytes, theirs: bytes, size: int = MARKER) -> Blend:
    """Merge by lines, with markers of `size` letters; no configuration but git's own is heeded.

    Raises `CannotBeDoneHere` where git is missing or does not answer.
    """
    with tempfile.TemporaryDirectory(prefix="sscctl-merge-") as folder:
        for name, data in (("base", base), ("ours", ours), ("theirs", theirs)):
            (Path(folder) / name).write_bytes(data)
        program = git_program(Path(folder))
        command = [program, "merge-file", "-p", f"--marker-size={size}", "-L", "ours", "-L", "base", "-L", "theirs"]
        try:
            done = subprocess.run(
                [*command, "ours", "base", "theirs"],
                cwd=folder,
                env=_environment(program, folder),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise no_answer() from None
    if done.returncode > 127:
        return Blend(ours, None)
    return Blend(done.stdout, done.returncode)


def as_one_conflict(ours: bytes, theirs: bytes, size: int = MARKER) -> bytes:
    """Both files as one conflict, from the first line that differs to the last."""
    blocks = [[(line,) for line in side.decode("utf-8", "surrogateescape").splitlines()] for side in (ours, theirs)]
    return written(conflict(*blocks), size).encode("utf-8", "surrogateescape")


def _environment(program: str, folder: str) -> dict[str, str]:
    """All that git gets to know: no repository around the folder, and nobody's configuration."""
    return {
        **{name: os.environ[name] for name in ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP") if name in os.environ},
        "LC_ALL": "C",
        "PATH": str(Path(program).parent),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CEILING_DIRECTORIES": str(Path(folder).parent),
    }
