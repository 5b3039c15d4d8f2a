"""Whatever edits can be tried: with `--dry-run` not a byte is written, whatever else is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.core import TyperGroup

from sscctl.cli._commands import COMMANDS
from sscctl.cli._lazy import real_command
from tests.cli.offices import DECISION, HARBOUR, NEWS, Registry
from tests.cli.registries import TODAY
from tests.process import sscctl

SOURCE = ("--source", NEWS)
TRIES = {
    "office add": ("--name", "Nya", "--municipality", "Solna", "--on", "2027-02-01", *SOURCE),
    "office set": ("Torget", "facilities.guard", "true"),
    "office move": (
        *("Torget", "--from", "2027-01-01", "--street", "Nygatan 2", "--postcode", "113 22"),
        *("--post-town", "Stockholm", *SOURCE),
    ),
    "office close": ("Torget", "--on", "2027-03-01", "--decision", DECISION, "--successor", "Hamnen", *SOURCE),
    "office suspend": ("Torget", "--from", "2026-12-01", *SOURCE),
    "office reopen": ("Hamnen", "--on", "2027-01-01", *SOURCE),
    "office rename": ("exempelstad-torget", "exempelstad-stortorget"),
    "office edit": ("Torget",),
    "hours set": ("Torget", "mån–fre 9–15", "--from", "2027-01-11", *SOURCE),
    "hours deviate": ("Torget", "2026-12-23", "10-13", "--reason", "Utbildning", "--reason-en", "Training", *SOURCE),
    "hours clear": ("Hamnen", "2026-12-22"),
    "agreement add": (
        *("migrationsverket-2027", "--kind", "service", "--principal", "migrationsverket", "--from", "2027-01-01"),
        *("--offices", "exempelstad-torget", *SOURCE),
    ),
    "agreement set": ("takeover-2019", "reference", "Dnr 1"),
    "agreement end": ("takeover-2019", "--on", "2027-12-31", *SOURCE),
    "agency add": ("kronofogden", "--name", "Kronofogden", "--name-en", "Enforcement Authority", *SOURCE),
    "agency set": ("skatteverket", "abbreviation", "SKV"),
    "apply": ("avvikelser.csv",),
    "fmt": (),
}
TABLE = f"Office;Day;Hours;Reason;Source\nexempelstad-torget;2026-12-23;10-13;Klämdag;{NEWS}\n"


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
    """One office is closed for a time and has a deviation, so that each command has something to do."""
    there = Registry(tmp_path_factory.mktemp("tried") / "top", HARBOUR)
    (there.top / "avvikelser.csv").write_text(TABLE, "utf-8")
    done = ("hours", "deviate", "Hamnen", "2026-12-22", "10-13", "--reason", "Utbildning", "--reason-en", "Training")
    closed = ("office", "suspend", "Hamnen", "--from", "2026-11-01")
    for command in (done, closed):
        outcome = there.edit_with(*command, *SOURCE, "--commit")
        assert outcome.code == 0, outcome
    return there


@pytest.mark.slow
@pytest.mark.parametrize("command", TRIES)
def test_nothing_is_written(there: Registry, command: str) -> None:
    options = () if command == "fmt" else ("--today", TODAY, "--yes", "--branch", "new")
    before = there.everything()
    env = {"SSCCTL_LANG": "en", "TMPDIR": str(there.top.parent), "VISUAL": "sed -i 's/name: Torget/name: Torg/'"}
    outcome = sscctl(*command.split(), *TRIES[command], *options, "--dry-run", cwd=there.top, env=env)
    assert outcome.code == 0, outcome
    assert outcome.stdout
    assert there.everything() == before
