"""A disk that is really full, and one that can only be read: mounted in a name space of its own, without root."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.process import CHECKOUT
from tests.reading.clone import Clone
from tests.writing.outcome import settled

DRIVE = """
import sys
from pathlib import Path
from tests.writing.driver import work
from sscctl.errors import SscctlError
try:
    work(Path(sys.argv[1]), sys.argv[2])
except SscctlError as problem:
    print(problem.message.en)
    sys.exit(problem.exit_code)
"""
MOUNTED = """
set -e
mount -t tmpfs -o size=4m none "$1"
cp -r "$2" "$1/clone"
{before}
set +e
"{python}" -c '{drive}' "$1/clone" "$3"
code=$?
{after}
rm -rf "$4"
cp -r "$1/clone" "$4"
exit $code
"""


def in_a_mount(tmp_path: Path, what: str, before: str, after: str = "") -> tuple[int, str, Path]:
    """Run in a clone on a file system of its own; the exit code, what was said, and a copy of the clone then."""
    clone = Clone(tmp_path / "clone", options=("--template=",))
    (tmp_path / "mount").mkdir()
    script = MOUNTED.format(before=before, after=after, python=sys.executable, drive=DRIVE.replace("'", '"'))
    places = (tmp_path / "mount", clone.top, what, tmp_path / "after")
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", *map(str, places)],
        cwd=CHECKOUT,
        env={
            **os.environ,
            "PYTHONPATH": str(CHECKOUT),
            "TMPDIR": str(tmp_path),
            "GIT_CONFIG_GLOBAL": _settings(tmp_path),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr, tmp_path / "after"


def _settings(tmp_path: Path) -> str:
    (tmp_path / "gitconfig").write_text("[user]\n\tname = A\n\temail = a@example.se\n[safe]\n\tdirectory = *\n")
    return str(tmp_path / "gitconfig")


@pytest.fixture(autouse=True)
def _names() -> None:
    done = subprocess.run(["unshare", "--user", "--map-root-user", "--mount", "true"], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this system lets nobody have name spaces of their own")


@pytest.mark.slow
@pytest.mark.parametrize("what", ["write", "commit", "branch"])
@pytest.mark.parametrize("left", [0, 8, 20, 48])
def test_a_full_disk(tmp_path: Path, what: str, left: int) -> None:
    before = f'dd if=/dev/zero of="$1/ballast" bs=4k count=4000 2>/dev/null || :; truncate -s -{left}k "$1/ballast"'
    code, said, after = in_a_mount(tmp_path, what, before, 'rm "$1/ballast"')
    assert (code, settled(after, what)) in {(0, "new"), (6, "old")}, said
    assert code == 0 or "/mount/clone" in said or "registry" in said or "offices" in said, said
    if left == 0:
        assert code == 6
        assert "full" in said or "No space left" in said or "unable to" in said


@pytest.mark.parametrize("what", ["write", "commit"])
@pytest.mark.parametrize("part", [".", "registry", ".git"])
def test_a_part_that_can_only_be_read(tmp_path: Path, what: str, part: str) -> None:
    place = f'"$1/clone/{part}"'
    before = f"mount --bind {place} {place}; mount -o remount,bind,ro {place}"
    code, said, after = in_a_mount(tmp_path, what, before)
    assert code == 6, said
    assert "can only be read" in said or "Read-only" in said
    assert settled(after, what) == "old"


@pytest.mark.parametrize("most", [1, 64, 700])
@pytest.mark.parametrize("what", ["write", "commit"])
def test_files_that_may_not_grow(tmp_path: Path, what: str, most: int) -> None:
    clone = Clone(tmp_path / "clone", options=("--template=",))
    done = subprocess.run(
        [sys.executable, "-c", DRIVE, str(clone.top), what],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert (done.returncode, settled(clone.top, what)) in {(0, "new"), (6, "old")}, done.stdout
