"""`sscctl office edit`: an office in one's own editor; the text is checked when it is saved, and is never lost."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sscctl.cli._edit import Task, carry_out
from sscctl.cli.console import emit, tell
from sscctl.cli.edit_fields import OfficeOrAsk, name_of, office_field
from sscctl.cli.edit_options import How, edits
from sscctl.cli.options import repository
from sscctl.cli.prompts import ask, can_ask, confirm
from sscctl.errors import CannotBeDoneHere, Refused, WrongUsage
from sscctl.reading.budgets import MAX_BYTES
from sscctl.reading.kinds import Kind
from sscctl.text import Text

HELP = Text(
    "Öppna ett kontor i din redigerare ($VISUAL eller $EDITOR). Texten kontrolleras när den har sparats och går aldrig"
    " förlorad.",
    "Open an office in your editor ($VISUAL or $EDITOR). The text is checked once it is saved, and is never lost.",
)
SHORT = Text("Öppna ett kontor i din redigerare.", "Open an office in your editor.")

_USUAL = ("sensible-editor", "nano", "vi")
_LASTING = "/var/tmp"  # noqa: S108  a folder of its own is made in it, that nobody else can enter
"""What lies here outlives the machine's next start (Filesystem Hierarchy Standard 3.0, 5.15)."""

_AT_ONCE = 2.0
"""Seconds. An editor that is done sooner, with the text as it was, has most likely only told a window to open it."""


@edits
def run(how: How, office: OfficeOrAsk = None) -> None:
    """Edit the document of an office."""
    from sscctl.cli._edit_look import Look  # noqa: PLC0415  loaded when it is done
    from sscctl.cli.render.edit import as_text  # noqa: PLC0415
    from sscctl.editing.desk import Desk  # noqa: PLC0415

    command = _editor()
    which = office_field(office)
    ident = ask(which)[which]
    found = repository()
    desk = Desk.of(found.snapshot())
    path = desk.path(Kind.OFFICE, ident)
    before = desk.read(path)
    name = name_of(ident)
    task = Task(Text(f"Ändra {name}", f"Change {name}"))
    with _draft(f"{ident}.yaml", before) as draft:
        while True:
            _open(command, draft)
            text = _saved(draft)
            if text == before:
                tell(Text("Texten är som den var; inget ändras.", "The text is as it was; nothing changes."))
                draft.unlink()
                return

            def plan(desk: Desk, text: bytes = text) -> Desk:
                if desk.read(path) != before:
                    raise Refused(
                        Text(f"{path} har ändrats medan du skrev", f"{path} has changed while you wrote"),
                        Text(f"för in ändringen igen från {draft}", f"enter the change again from {draft}"),
                    )
                return desk.replace(path, text)

            look = Look.of(plan, how, task, found)
            if not look.errors or not can_ask():
                break
            emit(as_text(look, dry_run=how.dry_run))
            if not confirm(Text("Vill du fortsätta redigera?", "Go on editing?")):
                raise Refused(
                    Text("texten har fel, så inget har skrivits", "the text has errors, so nothing was written")
                )
        carry_out(plan, how, task)
        if not how.dry_run:
            draft.unlink()


@contextmanager
def _draft(name: str, data: bytes) -> Iterator[Path]:
    """A copy in a folder that nobody else can look into; it stays, and is told of, unless it is taken away inside."""
    lasting = "TMPDIR" not in os.environ and os.access(_LASTING, os.W_OK)
    folder = Path(tempfile.mkdtemp(prefix="sscctl-", dir=_LASTING if lasting else None))
    draft = folder / name
    draft.write_bytes(data)
    tell(Text(f"Du redigerar en kopia: {draft}", f"You edit a copy: {draft}"))  # for when nothing more can be told
    try:
        yield draft
    finally:
        if draft.exists():
            tell(Text(f"Din text finns kvar: {draft}", f"Your text is kept: {draft}"))
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _editor() -> list[str]:
    """The editor's command, with its own options; no shell ever sees it."""
    for variable in ("VISUAL", "EDITOR"):
        text = os.environ.get(variable, "").strip()
        if not text:
            continue
        try:
            command = shlex.split(text)
        except ValueError:
            command = []
        if not command:
            raise WrongUsage(
                Text(f"${variable} är inget kommando: {text}", f"${variable} is no command: {text}"),
                Text('ange till exempel EDITOR="nano"', 'give for instance EDITOR="nano"'),
            )
        return command
    usual = next((found for name in _USUAL if (found := shutil.which(name))), None)
    if usual is None:
        raise CannotBeDoneHere(
            Text("det finns ingen redigerare", "there is no editor"),
            Text("ange en: export EDITOR=nano", "name one: export EDITOR=nano"),
        )
    return [usual]


def _open(command: list[str], draft: Path) -> None:
    """Have the text edited; an editor that cannot be started, or fails, is told of."""
    before, began = draft.read_bytes(), time.monotonic()
    try:
        code = subprocess.run([*command, str(draft)], check=False).returncode
    except OSError as problem:
        _take_back(draft, before)
        reason = problem.strerror or type(problem).__name__
        words = Text(f"{command[0]} kan inte startas: {reason}", f"{command[0]} cannot be started: {reason}")
        if isinstance(problem, FileNotFoundError):
            words = Text(f"det finns inget program {command[0]}", f"there is no program {command[0]}")
        raise CannotBeDoneHere(
            words,
            Text("ange en annan redigerare med $EDITOR", "name another editor with $EDITOR"),
        ) from None
    if code:
        _take_back(draft, before)
        raise CannotBeDoneHere(
            Text(f"{command[0]} slutade med kod {code}", f"{command[0]} ended with code {code}"),
            Text("inget har skrivits", "nothing was written"),
        )
    if can_ask() and draft.is_file() and draft.read_bytes() == before and time.monotonic() - began < _AT_ONCE:
        question = Text("Har du sparat texten i redigeraren?", "Have you saved the text in the editor?")
        if not confirm(question):
            raise Refused(Text("inget har skrivits", "nothing was written"))


def _take_back(draft: Path, before: bytes) -> None:
    """Take away a copy that is as it was, unless the editor has left something of its own beside it."""
    if draft.is_file() and draft.read_bytes() == before and len(list(draft.parent.iterdir())) == 1:
        draft.unlink()


def _saved(draft: Path) -> bytes:
    """What the editor left; Refused where that is no file, or too large a one."""
    if not draft.is_file():
        raise Refused(Text("redigeraren lämnade ingen fil", "the editor left no file"))
    with draft.open("rb") as file:
        text = file.read(MAX_BYTES + 1)
    if len(text) > MAX_BYTES:
        raise Refused(Text("texten är för stor", "the text is too large"))
    return text
