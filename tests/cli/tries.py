"""Every command that edits, with something for it to do."""

from __future__ import annotations

from pathlib import Path

from tests.cli.offices import DECISION, HARBOUR, NEWS, Registry
from tests.cli.registries import TODAY

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
_TABLE = f"Office;Day;Hours;Reason;Source\nexempelstad-torget;2026-12-23;10-13;Klämdag;{NEWS}\n"


def arguments(command: str, *more: str) -> tuple[str, ...]:
    """The command as it is called, on the same day for all and without a question."""
    options = () if command == "fmt" else ("--today", TODAY, "--yes", *more)
    return (*command.split(), *TRIES[command], *options)


def environment(top: Path) -> dict[str, str]:
    """English, an editor that edits by itself, and temporary files beside the registry."""
    return {"SSCCTL_LANG": "en", "TMPDIR": str(top.parent), "VISUAL": "sed -i 's/name: Torget/name: Torg/'"}


def prepared(top: Path) -> Registry:
    """One office is closed for a time and has a deviation, so that each command has something to do."""
    there = Registry(top, HARBOUR)
    (there.top / "avvikelser.csv").write_text(_TABLE, "utf-8")
    done = ("hours", "deviate", "Hamnen", "2026-12-22", "10-13", "--reason", "Utbildning", "--reason-en", "Training")
    closed = ("office", "suspend", "Hamnen", "--from", "2026-11-01")
    for command in (done, closed):
        outcome = there.edit_with(*command, *SOURCE, "--commit")
        assert outcome.code == 0, outcome
    return there
