"""A file is replaced in one step, under git's own lock, and only if it is what it was taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from sscctl.errors import InputOutput, Refused
from sscctl.writing.replacing import replace


def test_it_is_written_removed_and_made_with_its_folders(tmp_path: Path) -> None:
    place = tmp_path / "a/b/file"
    replace(place, b"one", before=None)
    assert place.read_bytes() == b"one"
    replace(place, b"two", before=b"one", mode=0o755)
    assert place.stat().st_mode & 0o777 == 0o755
    replace(place, b"three", before=b"two")
    assert place.stat().st_mode & 0o777 == 0o755
    replace(place, None, before=b"three")
    assert list(place.parent.iterdir()) == []


def test_it_is_left_alone_where_it_has_changed_in_the_meantime(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_bytes(b"new")
    with pytest.raises(Refused):
        replace(place, b"mine", before=b"old")
    with pytest.raises(Refused):
        replace(place, None, before=None)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("file", b"new")]


def test_a_lock_of_somebody_else_s_is_respected_and_stays(tmp_path: Path) -> None:
    (tmp_path / "file.lock").write_bytes(b"theirs")
    with pytest.raises(InputOutput, match="somebody else"):
        replace(tmp_path / "file", b"mine", before=None)
    assert [each.name for each in tmp_path.iterdir()] == ["file.lock"]
    assert (tmp_path / "file.lock").read_bytes() == b"theirs"


def test_a_link_leads_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    (tmp_path / "dotfiles/config").write_bytes(b"old")
    (tmp_path / "config").symlink_to("dotfiles/config")
    replace(tmp_path / "config", b"new", before=b"old")
    assert (tmp_path / "config").readlink() == Path("dotfiles/config")
    assert (tmp_path / "dotfiles/config").read_bytes() == b"new"
