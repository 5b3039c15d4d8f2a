"""A showcase: the old tree until the new one stands, and nothing removed that is not ours."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from sscctl.errors import InputOutput, Integrity, Refused
from sscctl.writing import disk, exchange
from sscctl.writing.showcase import Showcase
from sscctl.writing.steps import watcher
from tests.writing.manner import MANNER, litter, show, shown, tree


def test_it_makes_the_folder_and_marks_it(tmp_path: Path) -> None:
    show(tmp_path / "deep" / "down", "A")
    assert shown(tmp_path / "deep/down") == "A"
    assert (tmp_path / "deep/down/.marker").read_bytes() == b"ours\n"


def test_the_new_tree_takes_the_place_of_the_old_one_with_nothing_left_over(tmp_path: Path) -> None:
    for edition in "ABCA":
        show(tmp_path, edition)
        assert shown(tmp_path) == edition
        assert litter(tmp_path) == set()


def test_a_file_of_the_shown_tree_can_be_read(tmp_path: Path) -> None:
    show(tmp_path, "A")
    with Showcase.opened(tmp_path, MANNER) as opened:
        assert opened.read("offices/x.json") == b"A offices/x.json"
        assert opened.read("offices/z.json") is None
        assert opened.read("a.json/x") is None


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077], ids=["open", "usual", "private"])
def test_nobody_else_may_write_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        show(tmp_path / "new" / "out", "A")
    finally:
        os.umask(before)
    for path in (tmp_path / "new").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o755 if path.is_dir() else 0o644) & ~umask, path


class TestWhatIsNotOurs:
    def test_a_strange_file_in_the_tree_stops_it_and_stays(self, tmp_path: Path) -> None:
        show(tmp_path, "A")
        (tmp_path / "v1/offices/notes.txt").write_text("mine")
        with pytest.raises(Refused, match=r"notes\.txt"):
            show(tmp_path, "B")
        assert (tmp_path / "v1/offices/notes.txt").read_text() == "mine"
        assert (tmp_path / "v1/a.json").read_bytes() == b"A a.json"
        assert litter(tmp_path) == set()

    def test_a_strange_file_in_what_a_killed_run_left_stays(self, tmp_path: Path) -> None:
        show(tmp_path, "A")
        (tmp_path / ".v1.next").mkdir()
        (tmp_path / ".v1.next/notes.txt").write_text("mine")
        with pytest.raises(Refused, match=r"notes\.txt"):
            show(tmp_path, "B")
        assert (tmp_path / ".v1.next/notes.txt").read_text() == "mine"

    def test_a_tree_with_a_broken_catalogue_is_left_alone(self, tmp_path: Path) -> None:
        show(tmp_path, "A")
        (tmp_path / "v1/manifest.json").write_text("[")
        with pytest.raises(Refused):
            show(tmp_path, "B")

    @pytest.mark.parametrize("name", ["v1", ".v1.next", ".v1.former"])
    def test_a_link_in_the_place_of_a_tree_is_not_followed(self, tmp_path: Path, name: str) -> None:
        target = tmp_path / "elsewhere"
        target.mkdir()
        (target / "manifest.json").write_text("[]")
        out = tmp_path / "out"
        out.mkdir()
        (out / name).symlink_to(target)
        with pytest.raises(Refused, match="plain folder"):
            show(out, "A")
        assert (target / "manifest.json").exists()

    def test_a_link_in_the_place_of_a_folder_of_the_tree_is_not_followed(self, tmp_path: Path) -> None:
        show(tmp_path / "out", "A")
        elsewhere = tmp_path / "elsewhere"
        (tmp_path / "out/v1/offices").rename(elsewhere)
        (tmp_path / "out/v1/offices").symlink_to(elsewhere)
        with pytest.raises(Refused):
            show(tmp_path / "out", "B")
        assert (elsewhere / "x.json").read_bytes() == b"A offices/x.json"

    def test_a_link_in_the_place_of_a_file_goes_and_what_it_points_at_stays(self, tmp_path: Path) -> None:
        show(tmp_path / "out", "A")
        precious = tmp_path / "precious"
        precious.write_text("mine")
        (tmp_path / "out/v1/a.json").unlink()
        (tmp_path / "out/v1/a.json").symlink_to(precious)
        show(tmp_path / "out", "B")
        assert shown(tmp_path / "out") == "B"
        assert precious.read_text() == "mine"

    def test_a_marker_that_is_a_link_is_not_written_through(self, tmp_path: Path) -> None:
        precious = tmp_path / "precious"
        precious.write_text("mine")
        (tmp_path / "out").mkdir()
        (tmp_path / "out/.marker").symlink_to(precious)
        with pytest.raises(OSError, match="symbolic"):
            show(tmp_path / "out", "A")
        assert precious.read_text() == "mine"

    def test_what_somebody_writes_into_the_old_tree_in_the_last_moment_stays(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        show(tmp_path, "A")

        def told(step: str) -> None:
            if step == "neighbour checked":
                (tmp_path / "v1/notes.txt").write_text("mine")

        monkeypatch.setattr(watcher, "told", told)
        show(tmp_path, "B")
        assert shown(tmp_path) == "B"
        assert (tmp_path / ".v1.next/notes.txt").read_text() == "mine"


class TestFailures:
    def test_a_full_disk_at_any_step_before_the_switch_leaves_the_old_tree_and_no_litter(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        show(tmp_path, "A")
        for fatal in ("marked", "neighbour made", "file written", "files written", "neighbour checked"):
            monkeypatch.setattr(watcher, "told", _fails_at(fatal))
            with pytest.raises(OSError, match="full"):
                show(tmp_path, "B")
            assert shown(tmp_path) == "A"
            assert litter(tmp_path) == set()

    def test_a_failure_after_the_switch_leaves_the_new_tree_and_the_next_run_clears_up(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for fatal in ("shown", "former emptied", "former removed"):
            show(tmp_path, "A")
            monkeypatch.setattr(watcher, "told", _fails_at(fatal))
            with pytest.raises(OSError, match="full"):
                show(tmp_path, "B")
            assert shown(tmp_path) == "B"
            monkeypatch.undo()
            show(tmp_path, "C")
            assert shown(tmp_path) == "C"
            assert litter(tmp_path) == set()

    def test_a_file_that_does_not_read_back_as_it_was_written_is_not_shown(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        show(tmp_path, "A")
        whole = disk.write_new
        monkeypatch.setattr(disk, "write_new", lambda name, data, parent: whole(name, data[:-1], parent))
        with pytest.raises(Integrity):
            show(tmp_path, "B")
        assert shown(tmp_path) == "A"
        assert litter(tmp_path) == set()

    def test_two_at_once_the_second_is_turned_away(self, tmp_path: Path) -> None:
        with Showcase.opened(tmp_path, MANNER) as first:
            with pytest.raises(InputOutput, match="somebody else"):
                show(tmp_path, "B")
            first.show(tree("A"))
        assert shown(tmp_path) == "A"


def _fails_at(fatal: str) -> object:
    def told(step: str) -> None:
        if step == fatal:
            raise OSError(28, "full")

    return told


@pytest.mark.slow
@pytest.mark.parametrize("can_exchange", [True, False], ids=["exchange", "renames"])
def test_a_reader_meets_whole_files_of_one_edition_or_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(exchange, "swap", lambda *_: False)
    show(tmp_path, "A")
    seen: set[bytes] = set()
    missing = 0
    done = threading.Event()

    def read() -> None:
        nonlocal missing
        while not done.is_set():
            try:
                seen.add((tmp_path / "v1/offices/x.json").read_bytes())
            except FileNotFoundError:
                missing += 1

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for edition in "BA" * 20:
            show(tmp_path, edition)
    finally:
        done.set()
        reader.join()
    assert seen <= {b"A offices/x.json", b"B offices/x.json"}
    assert not (can_exchange and missing)
