"""One at a time; who holds the lock is told, and a dead holder holds nothing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sscctl.errors import InputOutput
from sscctl.reading.gitplace import find_git
from sscctl.text import Text
from sscctl.writing import lock as module
from sscctl.writing.home import Home
from sscctl.writing.lock import holder, locked
from tests.process import CHECKOUT
from tests.reading.clone import Clone

HOLD = """
import sys
from pathlib import Path
from sscctl.writing.lock import locked
with locked(Path(sys.argv[1]), "office set arvika"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(params=["with git", "without git"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "with git":
        return Clone(tmp_path / "clone").registry
    (tmp_path / "registry").mkdir()
    return tmp_path / "registry"


def hold(root: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_who_waits_in_vain_is_told_who_holds_it(root: Path) -> None:
    with hold(root) as other:
        with pytest.raises(InputOutput) as problem, locked(root, "test", patience=0.1):
            pass
        said = problem.value.message.en
        assert f"process {other.pid} since 20" in said
        assert said.endswith(": office set arvika")
        found = holder(Home.of(root))
        assert found is not None
        assert (found.process, found.host, found.doing) == (other.pid, socket.gethostname(), "office set arvika")
        other.kill()


def test_a_dead_holder_holds_nothing(root: Path) -> None:
    with hold(root) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        with locked(root, "test", patience=0):
            pass


def test_who_waits_hears_of_it_once_and_goes_on_when_it_is_free(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SILENCE", 0.05)
    told: list[Text] = []

    def hear(words: Text) -> None:
        told.append(words)
        other.kill()

    with hold(root) as other, locked(root, "test", tell=hear):
        assert [words.en.partition(" since")[0] for words in told] == [f"Waiting for process {other.pid}"]


def test_who_has_it_need_not_wait_for_himself_but_another_thread_must(root: Path) -> None:
    problems: list[BaseException] = []

    def try_it() -> None:
        try:
            with locked(root, "another", patience=0):
                pass
        except InputOutput as problem:
            problems.append(problem)

    with locked(root, "one"), locked(root, "the same", patience=0):
        thread = threading.Thread(target=try_it)
        thread.start()
        thread.join()
    assert len(problems) == 1
    assert holder(Home.of(root)) is None


def test_nothing_of_it_lies_in_the_tree(root: Path) -> None:
    before = sorted(root.rglob("*"))
    with locked(root, "test"):
        assert sorted(root.rglob("*")) == before
    place = find_git(root)
    if place is not None:
        assert list((place.own / "sscctl").iterdir()) == [place.own / "sscctl/lock"]


def test_another_host_and_an_unknown_holder_are_told_as_such(root: Path) -> None:
    home = Home.of(root)
    for note, words in (
        ('{"process": 7, "host": "far\\u001b", "doing": "publish"}', "process 7 on far\x1b since"),
        ("", "an unknown process"),
        ("[1]", "an unknown process"),
    ):
        with locked(root, "test"):
            home.lock.write_text(note)
            with pytest.raises(InputOutput) as problem:
                _in_a_thread(root)
            assert words in problem.value.message.en


def test_a_lock_that_cannot_be_made_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    (tmp_path / "registry").mkdir()
    with pytest.raises(InputOutput, match="cache/sscctl"), locked(tmp_path / "registry", "test"):
        pass


def _in_a_thread(root: Path) -> None:
    problems: list[InputOutput] = []

    def work() -> None:
        try:
            with locked(root, "another", patience=0):
                pass
        except InputOutput as problem:
            problems.append(problem)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    raise problems[0]
