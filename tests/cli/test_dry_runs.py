"""Whatever edits can be tried: with `--dry-run` not a byte is written, whatever else is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.core import TyperGroup

from sscctl.cli._commands import COMMANDS
from sscctl.cli._lazy import real_command
from tests.cli.offices import Registry
from tests.cli.tries import TRIES, arguments, environment, prepared
from tests.process import sscctl


def editing() -> Iterator[str]:
    """Yield every command that can be tried."""
    for name in COMMANDS:
        command = real_command(name)
        below = command.commands.items() if isinstance(command, TyperGroup) else [("", command)]
        for own, one in below:
            if any("--dry-run" in parameter.opts for parameter in one.params):
                yield f"{name} {own}".strip()


def test_each_command_that_edits_is_tried_here() -> None:
    assert set(editing()) == set(TRIES)


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    return prepared(tmp_path_factory.mktemp("tried") / "top")


@pytest.mark.slow
@pytest.mark.parametrize("command", TRIES)
def test_nothing_is_written(there: Registry, command: str) -> None:
    before = there.everything()
    outcome = sscctl(*arguments(command, "--branch", "new"), "--dry-run", cwd=there.top, env=environment(there.top))
    assert outcome.code == 0, outcome
    assert outcome.stdout
    assert there.everything() == before
