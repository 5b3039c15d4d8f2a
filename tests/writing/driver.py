"""Writes or commits three files in a clone, in a process of its own, forked for each line that it reads.

A line says `TOP WHAT PATH`: the clone, `write`, `commit` or `branch`, and where git is looked for. The answer is the
process's number; it begins when the next line comes, so that a tracer can be attached before. At its end follow the
exit code (negative: the signal) and what it said.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sscctl.errors import SscctlError
from sscctl.reading.repository import Repository
from sscctl.writing.commit import commit
from sscctl.writing.file_change import FileChange
from sscctl.writing.lock import locked
from sscctl.writing.transaction import write

BRANCH = "hours/longer"
CHANGES = (
    FileChange("offices/arvika.yaml", b"id: arvika\n", b"id: arvika\nname: Arvika\n"),
    FileChange("offices/new/abisko.yaml", None, b"id: abisko\n"),
    FileChange("agencies/csn.yaml", b"id: csn\n", None),
)


def work(top: Path, what: str) -> None:
    """Do what a command would do under its lock."""
    repository = Repository.find(top)
    with locked(repository.place or repository.root, "office set", patience=60):
        if what == "write":
            write(repository.root, CHANGES)
        else:
            commit(repository, CHANGES, "Open Abisko\n\nSource: a\n", BRANCH if what == "branch" else None)


def _child(start: int, said: int, top: str, what: str, path: str) -> None:
    code = 99
    os.environ["PATH"] = path
    os.read(start, 1)
    try:
        work(Path(top), what)
        code = 0
    except SscctlError as problem:
        os.write(said, f"{problem.message.en}\n".encode())
        code = problem.exit_code
    except BaseException as problem:  # noqa: BLE001  the parent has to know
        os.write(said, f"{type(problem).__name__}: {problem}\n".encode())
    finally:
        os._exit(code)


def main() -> None:
    for line in sys.stdin:
        top, what, path = line.split()
        (start_out, start_in), (said_out, said_in) = os.pipe(), os.pipe()
        number = os.fork()
        if number == 0:
            _child(start_out, said_in, top, what, path)
        os.close(said_in)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        sys.stdin.readline()
        os.write(start_in, b"x")
        code = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
        said = b"" if code < 0 else os.read(said_out, 4096)
        for descriptor in (start_out, start_in, said_out):
            os.close(descriptor)
        sys.stdout.write(f"{code} {said.decode().strip()!r}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
