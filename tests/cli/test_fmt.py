"""`sscctl fmt` writes the canonical form, and leaves alone what it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.cli.promises import kept
from tests.cli.registries import registry
from tests.process import CHECKOUT, sscctl

AMISS = b'\xef\xbb\xbfname: "B"  # the name\r\nid: 0114\r\n'
FORM = b'id: "0114"\nname: B  # the name\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return registry(tmp_path, {})


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_registry_of_this_project_has_the_form() -> None:
    done = sscctl("--root", str(CHECKOUT / "registry"), "fmt", "--check")
    assert (done.code, done.stderr) == (0, "")


class TestAFileInAnotherForm:
    @pytest.fixture
    def root(self, root: Path) -> Path:
        (root / OFFICE_PATH).write_bytes(AMISS)
        return root

    def test_is_rewritten_and_no_other(self, root: Path) -> None:
        before = files(root)
        done = sscctl("--root", str(root), "fmt")
        assert done.code == 0
        assert OFFICE_PATH in done.stdout
        assert files(root) == {**before, OFFICE_PATH: FORM}
        assert sscctl("--root", str(root), "fmt", "--check").code == 0

    def test_is_named_by_check_which_writes_nothing(self, root: Path) -> None:
        before = files(root)
        done = sscctl("--root", str(root), "--lang", "sv", "fmt", "--check")
        assert done.code == 1
        assert done.stdout.splitlines()[0] == OFFICE_PATH
        assert "har en annan form" in done.stdout
        assert files(root) == before

    def test_is_shown_line_by_line_by_a_dry_run_which_writes_nothing(self, root: Path) -> None:
        before = files(root)
        done = sscctl("--root", str(root), "fmt", "--dry-run")
        assert done.code == 0
        assert '  +id: "0114"' in done.stdout.splitlines()
        assert files(root) == before

    def test_is_told_to_machines(self, root: Path) -> None:
        told = kept("fmt", sscctl("--root", str(root), "fmt", "--check", "-o", "json").stdout)
        assert (told["changed"], told["written"]) == ([OFFICE_PATH], False)

    def test_is_passed_over_where_others_are_named(self, root: Path) -> None:
        assert sscctl("--root", str(root), "fmt", "--check", "agencies").code == 0
        assert sscctl("--root", str(root), "fmt", "--check", "offices").code == 1
        assert sscctl("--root", str(root), "fmt", "--check", str(root / OFFICE_PATH)).code == 1


class TestAFileThatCannotBeFormatted:
    @pytest.fixture
    def root(self, root: Path) -> Path:
        (root / OFFICE_PATH).write_bytes(b"name: &a B\n")
        (root / "registry.yaml").write_bytes((root / "registry.yaml").read_bytes().replace(b"\n", b"\r\n"))
        return root

    def test_is_left_alone_and_told_of_while_the_others_are_written(self, root: Path) -> None:
        before = files(root)
        done = sscctl("--root", str(root), "fmt")
        assert done.code == 5
        assert "Anchors (&name) are not allowed" in done.stdout
        assert OFFICE_PATH in done.stderr
        assert files(root) == {**before, "registry.yaml": before["registry.yaml"].replace(b"\r\n", b"\n")}

    def test_makes_a_check_fail(self, root: Path) -> None:
        done = sscctl("--root", str(root), "fmt", "--check", "-o", "json")
        assert done.code == 1
        assert [one["path"] for one in kept("fmt", done.stdout)["refused"]] == [OFFICE_PATH]


def test_a_path_outside_the_registry_is_an_error(root: Path) -> None:
    assert sscctl("--root", str(root), "fmt", "nothing.yaml").code == 4


def test_no_schema_is_read(root: Path) -> None:
    done = sscctl("--root", str(root), "fmt", "--check", env={"PYTHONVERBOSE": "1"})
    assert "import 'jsonschema" not in done.stderr
