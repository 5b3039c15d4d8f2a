"""An edit in a visitor's words: what it changes, what it causes, what else it touches, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import fill
from typing import TYPE_CHECKING

from sscctl.cli.console import Style, columns, is_terminal, styled
from sscctl.cli.language import said, t
from sscctl.cli.render import changes, changes_json
from sscctl.cli.render import findings as plain
from sscctl.cli.render.changes_words import label, sentence
from sscctl.cli.visible import visible, visible_json
from sscctl.diffing.findings import State
from sscctl.domain.finding import Finding, Severity
from sscctl.rules._check import Report
from sscctl.writing.file_change import FileChange

if TYPE_CHECKING:
    from sscctl.cli._edit_look import Look
    from sscctl.writing.commit import Committed

_MOST_NOTES = 5
_MOST_LINES = 30
"""So many changes are named in a commit's message; of more, only the number of the rest."""

_LONGEST_SUBJECT = 72
"""Characters in the first line of a commit's message."""


def as_text(look: Look, *, dry_run: bool) -> str:
    """The head, the change, what is new among the findings, what else to know, and which files it concerns."""
    parts = [styled(visible(said(look.task.doing)), Style.STRONG)]
    if not look.files:
        return "\n".join([*parts, t("Inget ändras: så står det redan.", "Nothing changes: it says so already.")])
    if look.told.changes:
        parts += [_folded(line) for line in changes.as_text(look.told).split("\n")[1:]]
    elif not look.told.unreadable:
        parts.append(t("En besökare märker ingenting av ändringen.", "A visitor will not notice the change."))
    if look.notes:
        parts += ["", styled(t("Att tänka på", "Also to consider"), Style.STRONG)]
        parts += [_folded(f"  {visible(said(note))}") for note in look.notes]
    found = list(_findings(look))
    parts += ["", *found] if found else []
    parts += ["", *(_file(change) for change in look.files)]
    if look.refusal is None:
        parts += [_folded(visible(said(line))) for line in look.task.last(look.files)]
    if dry_run:
        option = look.task.trial
        parts.append(t(f"Inget har skrivits ({option}).", f"Nothing was written ({option})."))
    return "\n".join(parts)


def _findings(look: Look) -> Iterator[str]:
    """The errors and warnings that the edit causes in full, what it mends a line each, all else counted."""
    worst = look.findings(State.NEW, Severity.ERROR, Severity.WARNING)
    yield from plain.entries(Report(worst, 0, 0), look.desk.snapshot)
    for finding in look.findings(State.FIXED, *Severity):
        mended = styled(t("åtgärdat", "fixed"), Style.GOOD)
        yield f"{visible(finding.path)}: {finding.code} {mended}: {visible(said(finding.message))}"
    notes = look.findings(State.NEW, Severity.NOTE)
    for finding in notes[:_MOST_NOTES]:
        label = styled(f"{finding.code} {t('notis', 'note')}", Style.NOTE)
        yield _folded(f"{visible(finding.path)}:{finding.line}: {label}: {visible(said(finding.message))}")
    if (rest := len(notes) - _MOST_NOTES) > 0:
        yield t(f"… och {rest} till", f"… and {rest} more")
    if older := len(look.findings(State.UNCHANGED, Severity.ERROR)):
        yield t(
            f"Registret har sedan tidigare {older} fel som ändringen inte rör.",
            f"The registry has {older} older error{'s' if older > 1 else ''} that the change does not concern.",
        )


def _folded(line: str) -> str:
    """A line as a terminal shows it well: folded between words, what follows a little further in."""
    if not is_terminal() or len(line) <= columns():
        return line
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return fill(line, columns(), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _file(change: FileChange) -> str:
    if change.before is None:
        return visible(t(f"Ny fil: {change.path}", f"New file: {change.path}"))
    if change.after is None:
        return visible(t(f"Tas bort: {change.path}", f"Removed: {change.path}"))
    return visible(t(f"Ändras: {change.path}", f"Changed: {change.path}"))


def written(committed: Committed | None) -> str:
    """What became of it."""
    if committed is None:
        return styled(t("Skrivet.", "Written."), Style.GOOD)
    return styled(
        visible(
            t(
                f"Incheckat på {committed.branch} som {committed.id[:12]}.",
                f"Committed on {committed.branch} as {committed.id[:12]}.",
            )
        ),
        Style.GOOD,
    )


def message(look: Look, subject: str | None) -> str:
    """What a commit says: the subject, each change in a visitor's words, and what the change rests on."""
    told = look.told
    lines = [f"- {label(change, told.names)[0]}: {sentence(change, told.names)}" for change in told.changes]
    if len(lines) > _MOST_LINES:
        rest = len(lines) - _MOST_LINES
        lines = [*lines[:_MOST_LINES], t(f"- och {rest} till", f"- and {rest} more")]
    doing = said(look.task.doing)
    paragraphs = [
        subject or _in_brief(doing),
        doing if not subject and _in_brief(doing) != doing else "",
        "\n".join(lines),
        "\n".join(f"Source: {c}" for c in look.desk.cited),
    ]
    return "\n\n".join(visible_paragraph for one in paragraphs if (visible_paragraph := one.strip())) + "\n"


def _in_brief(words: str) -> str:
    """The words as far as the first line of a commit's message has room for them, cut between two of them."""
    if len(words) <= _LONGEST_SUBJECT:
        return words
    kept = words[:_LONGEST_SUBJECT].rpartition(" ")[0] or words[: _LONGEST_SUBJECT - 1]
    return f"{kept[: _LONGEST_SUBJECT - 1].rstrip(' ,;:')}…"


def as_json(look: Look, *, written: bool = False, committed: Committed | None = None) -> str:
    """What `schemas/output/edit.schema.json` promises."""
    told = json.loads(changes_json.as_json(look.told))
    return visible_json(
        {
            "doing": look.task.doing.en,
            "written": written,
            "refused": look.refusal is not None,
            "files": [{"path": change.path, "becomes": _becomes(change)} for change in look.files],
            "changes": told["changes"],
            "summary": told["summary"],
            "access": told["access"],
            "guard": told["guard"],
            "notes": [{"sv": note.sv, "en": note.en} for note in look.notes],
            "findings": _trees(look.findings(State.NEW, *Severity)),
            "fixed": _trees(look.findings(State.FIXED, *Severity)),
            "older": {weight: len(look.findings(State.UNCHANGED, weight)) for weight in Severity},
            "sources": list(look.desk.cited),
            "commit": {"id": committed.id, "branch": committed.branch} if committed else None,
            **look.task.more(look.files),
        }
    )


def _becomes(change: FileChange) -> str:
    if change.before is None:
        return "new"
    return "removed" if change.after is None else "changed"


def _trees(found: tuple[Finding, ...]) -> list[dict[str, object]]:
    return [plain.tree(finding) for finding in found]
