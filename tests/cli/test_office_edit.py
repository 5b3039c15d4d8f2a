"""`sscctl office edit`: whatever the editor does, the text is checked, and it is never lost."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.cli.offices import Registry
from tests.process import Outcome

OFFICE = f"registry/{OFFICE_PATH}"

Edit = Callable[..., Outcome]


@pytest.fixture
def there(tmp_path: Path) -> Registry:
    return Registry(tmp_path / "top")


@pytest.fixture
def edit(there: Registry, tmp_path: Path) -> Iterator[Edit]:
    """Edit the office with an editor that does what the Python code says to the `file` and its `text`."""
    drafts = tmp_path / "drafts"
    drafts.mkdir()

    def run(code: str, *options: str) -> Outcome:
        script = tmp_path / "an editor"
        script.write_text(
            f"import os, pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\ntext = file.read_text('utf-8')\n{code}\n",
            "utf-8",
        )
        command = f"{sys.executable} '{script}' --wait"
        return there.edit_with("office", "edit", "exempelstad-torget", *options, VISUAL=command, TMPDIR=str(drafts))

    yield run
    shutil.rmtree(drafts)


def kept(outcome: Outcome) -> str:
    """The text that was kept, from where it is told to be."""
    return Path(outcome.stderr.partition("Your text is kept: ")[2].splitlines()[0]).read_bytes().decode()


def drafts(there: Registry) -> list[Path]:
    return list((there.top.parent / "drafts").iterdir())


def test_what_was_changed_is_told_and_written(there: Registry, edit: Edit) -> None:
    outcome = edit("file.write_text(text.replace('name: Torget', 'name: Torg'))", "--commit")
    assert outcome.code == 0, outcome
    assert "Changes its name" in outcome.stdout or "Renamed" in outcome.stdout
    assert "name: Torg\n" in there.text()
    assert there.git("status", "--short").stdout == ""
    assert drafts(there) == []


def test_an_editor_may_put_another_file_in_its_place(there: Registry, edit: Edit) -> None:
    code = (
        "new = file.with_suffix('.new'); new.write_text(text.replace('name: Torget', 'name: Torg')); new.replace(file)"
    )
    assert edit(code).code == 0
    assert "name: Torg\n" in there.text()


def test_a_text_as_it_was_changes_nothing(there: Registry, edit: Edit) -> None:
    outcome = edit("")
    assert outcome.code == 0
    assert outcome.stderr.splitlines()[1:] == ["The text is as it was; nothing changes."]
    assert drafts(there) == []


@pytest.mark.parametrize(
    ("code", "exit_code", "words"),
    [
        pytest.param("file.write_text(text + 'tawn: x')", 5, "SSC002", id="an unknown key"),
        pytest.param("file.write_text(text + 'a: [')", 5, "SSC001", id="no YAML"),
        pytest.param("file.write_bytes(b'\\xff' + text.encode())", 5, "SSC", id="no UTF-8"),
        pytest.param("file.write_text('')", 5, "SSC", id="nothing"),
        pytest.param("file.write_text(text.replace('id: ', 'id: nya-'))", 5, "SSC003", id="another id"),
        pytest.param("file.write_text('x' * 300_000)", 5, "the text is too large", id="too much"),
        pytest.param("file.write_text('x' + text); sys.exit(3)", 3, "ended with code 3", id="the editor fails"),
        pytest.param(
            "file.write_text('x' + text); os.kill(os.getpid(), 9)", 3, "ended with code -9", id="it is killed"
        ),
    ],
)
def test_a_text_that_cannot_be_written_is_kept(
    there: Registry, edit: Edit, code: str, exit_code: int, words: str
) -> None:
    outcome = edit(code)
    assert outcome.code == exit_code, outcome
    assert words in outcome.stdout + outcome.stderr
    assert "Your text is kept: " in outcome.stderr
    assert there.git("status", "--short").stdout == ""
    if "write_bytes" not in code:
        assert kept(outcome) != there.text()


@pytest.mark.parametrize(
    ("code", "is_kept"),
    [
        pytest.param("sys.exit(1)", False, id="nothing was written"),
        pytest.param("(file.parent / '.torget.swp').write_text('mine'); sys.exit(1)", True, id="but beside it"),
    ],
)
def test_a_copy_as_it_was_is_kept_only_with_what_the_editor_left_beside_it(
    there: Registry, edit: Edit, code: str, is_kept: bool
) -> None:
    outcome = edit(code)
    assert outcome.code == 3
    assert ("Your text is kept: " in outcome.stderr, bool(drafts(there))) == (is_kept, is_kept)


def test_even_where_the_program_is_killed_the_text_is_where_it_was_told_to_be(there: Registry, edit: Edit) -> None:
    outcome = edit("file.write_text(text + '# mine\\n'); os.kill(os.getppid(), 9)")
    assert outcome.code == -9
    draft = Path(outcome.stderr.partition("You edit a copy: ")[2].strip())
    assert draft.read_text("utf-8").endswith("# mine\n")
    assert there.git("status", "--short").stdout == ""


def test_a_dry_run_keeps_the_text_and_writes_nothing(there: Registry, edit: Edit) -> None:
    outcome = edit("file.write_text(text.replace('name: Torget', 'name: Torg'))", "--dry-run")
    assert outcome.code == 0
    assert "name: Torg\n" in kept(outcome)
    assert "name: Torget\n" in there.text()


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(there: Registry, edit: Edit) -> None:
    mine = "file.write_text(text + '# mine\\n')"
    theirs = f"other = pathlib.Path({str(there.top / OFFICE)!r}); other.write_text(other.read_text() + '# theirs\\n')"
    outcome = edit(f"{mine}\n{theirs}")
    assert outcome.code == 5
    assert "has changed while you wrote" in outcome.stderr
    assert kept(outcome).endswith("# mine\n")
    assert there.text().endswith("# theirs\n")


def test_no_shell_sees_the_command(there: Registry, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    outcome = there.edit_with("office", "edit", "Torget", VISUAL=f"true; touch {canary}", EDITOR="false")
    assert outcome.code in (0, 3)
    assert not canary.exists()


@pytest.mark.parametrize(
    ("editor", "code", "words"),
    [
        ("no-such-editor", 3, "there is no program no-such-editor"),
        ("'", 2, "$VISUAL is no command"),
        ("/", 3, "/ cannot be started"),
    ],
)
def test_an_editor_that_cannot_be_started_is_told(
    there: Registry, tmp_path: Path, editor: str, code: int, words: str
) -> None:
    (tmp_path / "drafts").mkdir()
    outcome = there.edit_with("office", "edit", "Torget", VISUAL=editor, TMPDIR=str(tmp_path / "drafts"))
    assert outcome.code == code
    assert words in outcome.stderr
    assert drafts(there) == []
