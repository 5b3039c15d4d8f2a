"""What an edition would break, as text, as Markdown for a review, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from sscctl.cli.console import Style, styled
from sscctl.cli.language import said, t
from sscctl.cli.render.changes_markdown import safe
from sscctl.cli.visible import visible
from sscctl.publishing.contract.check import Verdict
from sscctl.publishing.contract.difference import Weight
from sscctl.text import Text

_HEADS = {
    Weight.BREAKING: Text("Bryter för den som läser utgåvan:", "Breaks those who read the edition:"),
    Weight.ADDITIVE: Text("Kommer till:", "Is added:"),
}
_SUMS = {
    Weight.BREAKING: Text("Kontraktet bryts.", "The contract is broken."),
    Weight.ADDITIVE: Text("Kontraktet hålls; något har kommit till.", "The contract is kept; something was added."),
    Weight.NONE: Text("Kontraktet hålls; inget skiljer.", "The contract is kept; nothing differs."),
}


def as_text(verdict: Verdict, against: str) -> str:
    """The differences by weight, then the verdict and the version."""
    lines: list[str] = []
    for weight, group in groupby(verdict.differences, key=lambda one: one.weight):
        lines.append(styled(said(_HEADS[weight]), Style.ERROR if weight is Weight.BREAKING else Style.STRONG))
        for one in group:
            place = f" {one.place}" if one.place else ""
            lines.append(f"  {visible(one.path + place)}: {visible(said(one.message))}")
        lines.append("")
    return "\n".join([*lines, said(_SUMS[verdict.weight]), _version(verdict, visible(against))])


def as_markdown(verdict: Verdict, against: str) -> str:
    """The same for a comment on a change; what comes from data is made harmless."""
    lines = [f"**{said(_SUMS[verdict.weight])}** {_version(verdict, safe(against))}"]
    for weight, group in groupby(verdict.differences, key=lambda one: one.weight):
        lines += ["", said(_HEADS[weight]), ""]
        lines += [f"- {safe(f'{one.path} {one.place}'.strip())}: {safe(said(one.message))}" for one in group]
    return "\n".join(lines)


def as_json(verdict: Verdict, against: str) -> str:
    """The same as `schemas/output/contract-check.schema.json` promises it."""
    content = {
        "against": against,
        "verdict": verdict.weight.value,
        "kept": verdict.is_kept,
        "version": {"before": verdict.before, "needed": verdict.needed, "declared": verdict.declared},
        "differences": [*_differences(verdict)],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _differences(verdict: Verdict) -> Iterator[dict[str, str]]:
    for one in verdict.differences:
        yield {"weight": one.weight.value, "path": one.path, "place": one.place, "message": one.message.en}


def _version(verdict: Verdict, against: str) -> str:
    before, needed, declared = verdict.before, verdict.needed, verdict.declared
    if needed == before:
        return t(f"Mot {against}: version {before} räcker.", f"Against {against}: version {before} will do.")
    return t(
        f"Mot {against} (version {before}) behövs version {needed}; utgåvan säger {declared}.",
        f"Against {against} (version {before}) version {needed} is needed; the edition says {declared}.",
    )
