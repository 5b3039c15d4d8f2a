"""Many writers at a time, and readers among them: nothing that was acknowledged is lost, and nothing is mixed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sscctl.reading.repository import Repository
from tests.process import CHECKOUT
from tests.reading.clone import Clone

PROCESSES, COMMITS = (32, 100) if os.environ.get("SSCCTL_LONG") else (8, 25)

WRITE = """
import json, sys
from pathlib import Path
from sscctl.reading.repository import Repository
from sscctl.writing.commit import commit
from sscctl.writing.file_change import FileChange
from sscctl.writing.lock import locked

root, who, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for turn in range(number):
    repository = Repository.find(root)
    with locked(repository.place, f"edit {who}-{turn}", patience=600):
        changes = []
        for name in ("one", "two"):
            before = (repository.root / f"offices/{name}.yaml").read_bytes()
            changes.append(FileChange(f"offices/{name}.yaml", before, before + f"- {who}-{turn}\\n".encode()))
        changes.append(FileChange(f"offices/of-{who}-{turn}.yaml", None, b"id: x\\n"))
        done = commit(repository, changes, f"Edit {who}-{turn}")
    print(json.dumps([f"{who}-{turn}", done.id]), flush=True)
"""


def started(clone: Clone, who: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-S", "-P", "-c", WRITE, str(clone.top), str(who), str(COMMITS)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_every_acknowledged_commit_is_there_and_no_reader_ever_sees_a_mixture(memory: Path) -> None:
    clone = Clone(memory / "clone")
    for name in ("one", "two"):
        clone.write(f"registry/offices/{name}.yaml", "")
    clone.commit("Begin")
    processes = [started(clone, who) for who in range(PROCESSES)]
    reads = 0
    while any(process.poll() is None for process in processes):
        snapshot = Repository.find(clone.top).snapshot("HEAD")
        one, two = (snapshot.read(f"offices/{name}.yaml") for name in ("one", "two"))
        assert one == two
        assert len([path for path in snapshot.blobs() if "/of-" in path]) == one.count(b"\n")
        reads += 1
    acknowledged: dict[str, str] = {}
    for process in processes:
        said = process.communicate()[0]
        assert process.returncode == 0
        acknowledged.update(json.loads(line) for line in said.splitlines())
    assert len(acknowledged) == PROCESSES * COMMITS
    history = clone.git("rev-list", "--first-parent", "HEAD").split()
    assert sorted(acknowledged.values()) == sorted(history[:-2])
    lines = (clone.registry / "offices/one.yaml").read_text().splitlines()
    assert sorted(lines) == sorted(f"- {each}" for each in acknowledged)
    assert clone.git("status", "--porcelain") == ""
    clone.git("fsck", "--strict")
    assert reads > 10
