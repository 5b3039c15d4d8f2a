"""What formatting has made of the files, as text for people and as JSON for machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sscctl.cli.console import Style, styled
from sscctl.cli.language import said
from sscctl.cli.visible import visible, visible_json
from sscctl.text import Text
from sscctl.writing.file_change import FileChange


@dataclass(frozen=True, slots=True)
class Left:
    """A file that could not be formatted, and why."""

    path: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many files were looked at, those that differ from their canonical form, and those that have none."""

    files: int
    changes: tuple[FileChange, ...]
    refused: tuple[Left, ...]
    is_written: bool


def as_json(outcome: Outcome) -> str:
    """The outcome as `schemas/output/fmt.schema.json` promises it."""
    return visible_json(
        {
            "files": outcome.files,
            "changed": [change.path for change in outcome.changes],
            "refused": [
                {"path": one.path, "message": one.reason.en, "message_sv": one.reason.sv} for one in outcome.refused
            ],
            "written": outcome.is_written,
        }
    )


def as_text(outcome: Outcome, *, with_lines: bool) -> str:
    """A line for each file that differs, with the lines that change where these are wanted, and how many there are."""
    return "\n".join(_lines(outcome, with_lines=with_lines))


def _lines(outcome: Outcome, *, with_lines: bool) -> Iterator[str]:
    for change in outcome.changes:
        yield visible(change.path)
        if with_lines:
            yield from _differences(change)
    for one in outcome.refused:
        yield f"{visible(one.path)}: {styled(visible(said(one.reason)), Style.ERROR)}"
    yield said(_summary(outcome))


def _summary(outcome: Outcome) -> Text:
    count, files = len(outcome.changes), outcome.files
    if outcome.is_written:
        return Text(
            f"{count} av {files} filer skrevs om.",
            f"{count} of {files} files {'was' if count == 1 else 'were'} rewritten.",
        )
    return Text(
        f"{count} av {files} filer har en annan form.",
        f"{count} of {files} files {'has' if count == 1 else 'have'} another form.",
    )


def _differences(change: FileChange) -> Iterator[str]:
    """Yield the lines that go and those that come, with one around them."""
    import difflib  # noqa: PLC0415  only who is shown lines

    before, after = ((data or b"").decode("utf-8", "replace").split("\n") for data in (change.before, change.after))
    for line in [*difflib.unified_diff(before, after, lineterm="", n=1)][2:]:
        style = {"-": Style.ERROR, "+": Style.GOOD, "@": Style.NOTE}.get(line[:1])
        shown = visible(line)
        yield f"  {styled(shown, style) if style else shown}"
