"""Makes a registry of any number of offices in a git repository: `python -m tests.benchmark.generate 150 FOLDER`.

The same number gives the same bytes and the same commit, on every machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from sscctl.reading.reference import Reference
from tests.benchmark.context_files import context_files
from tests.benchmark.office_file import office_file, office_path
from tests.benchmark.sites import sites

CHECKOUT = Path(__file__).resolve().parents[2]

GIT_ALONE = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "safe.directory",
    "GIT_CONFIG_VALUE_0": "*",
}
"""Variables under which git has its own defaults and nobody's settings."""


def files(many: int, checkout: Path = CHECKOUT) -> Iterator[tuple[str, bytes]]:
    """Yield path (from the repository's top) and content of a registry of `many` offices."""
    registry = checkout / "registry"
    for schema in sorted((checkout / "schemas").glob("*.schema.json")):
        yield f"schemas/{schema.name}", schema.read_bytes()

    def read(path: str) -> bytes:
        return (registry / path).read_bytes()

    counties = {county.code: county.name for county in Reference(read).counties.values()}
    for path, data in context_files(registry, counties, many):
        yield f"registry/{path}", data
    for number, site in enumerate(sites(read, many), start=1):
        yield f"registry/{office_path(number, site)}", office_file(number, site)


def make(many: int, folder: Path) -> None:
    """Make the repository in `folder`, which has to be empty or absent: one commit, nothing departs from it."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    command = ["git", "fast-import", "--quiet"]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, env={**os.environ, **GIT_ALONE}) as importing:
        if importing.stdin is None:
            raise OSError("git takes no input")
        _stream(importing.stdin, files(many), f"Make a registry of {many} offices")
    if importing.returncode:
        raise OSError(f"git fast-import failed with {importing.returncode}")
    git(folder, "reset", "--quiet", "--hard")


def git(folder: Path, *arguments: str) -> None:
    """Run git in `folder`, with none of this machine's settings."""
    subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **GIT_ALONE}, check=True)


def _stream(into: IO[bytes], named: Iterable[tuple[str, bytes]], message: str) -> None:
    """Write one commit in the language of `git fast-import`; git packs it as a clone would have it."""
    head = f"commit refs/heads/main\ncommitter Test Testsson <test@example.org> 1795305600 +0000\ndata {len(message)}\n"
    into.write(f"{head}{message}\n".encode())
    for path, data in named:
        into.write(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data))
    into.write(b"done\n")


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
