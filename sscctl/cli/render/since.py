"""What changed among the findings since a revision: as text, as JSON, and as GitHub annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sscctl.cli.console import Style, styled
from sscctl.cli.language import said, t
from sscctl.cli.render import findings as plain
from sscctl.cli.visible import visible, visible_json
from sscctl.diffing.findings import State, Tracked
from sscctl.domain.finding import Finding, Severity
from sscctl.reading.snapshot import Snapshot
from sscctl.reading.standing import Revision
from sscctl.rules._check import Report


def news(report: Report, tracked: Sequence[Tracked]) -> Report:
    """The report with only what is new."""
    return replace(report, findings=tuple(_in(tracked, State.NEW)))


def as_text(report: Report, tracked: Sequence[Tracked], snapshot: Snapshot, since: Revision) -> str:
    """The new findings in full, the fixed ones a line each, the old ones counted."""
    new = news(report, tracked)
    fixed = [_fixed(finding) for finding in _in(tracked, State.FIXED)]
    total = f"{t('nytt: ', 'new: ')}{plain.summary(new)}"
    return "\n".join([*plain.entries(new, snapshot), *fixed, *([""] if fixed else []), total, summary(tracked, since)])


def _fixed(finding: Finding) -> str:
    label = styled(t("åtgärdat", "fixed"), Style.GOOD)
    path = visible(f"./{finding.path}" if finding.path.startswith("::") else finding.path)
    return f"{path}: {finding.code} {label}: {visible(said(finding.message))}"


def as_json(report: Report, tracked: Sequence[Tracked], since: Revision) -> str:
    """What `plain.as_json` gives, with each finding's state, and what was fixed beside it."""
    content = plain.content(report)
    present = [one for one in tracked if one.state is not State.FIXED]
    content["findings"] = [{**plain.tree(one.finding), "state": one.state} for one in present]
    content["fixed"] = [plain.tree(finding) for finding in _in(tracked, State.FIXED)]
    content["since"] = {"revision": since.id, **{state.value: _weights(_in(tracked, state)) for state in State}}
    return visible_json(content)


def as_github(report: Report, tracked: Sequence[Tracked], prefix: str, since: Revision) -> str:
    """An annotation for each new finding; the old and the fixed ones are counted."""
    return f"{plain.as_github(news(report, tracked), prefix)}\n::notice::{summary(tracked, since)}"


def summary(tracked: Sequence[Tracked], since: Revision) -> str:
    """How many are new, fixed and unchanged, and since when."""
    count = Counter(one.state for one in tracked)
    new, fixed, unchanged = (count[state] for state in (State.NEW, State.FIXED, State.UNCHANGED))
    return t(
        f"sedan {since.id[:8]}: {new} nya, {fixed} åtgärdade, {unchanged} oförändrade",
        f"since {since.id[:8]}: {new} new, {fixed} fixed, {unchanged} unchanged",
    )


def _in(tracked: Sequence[Tracked], state: State) -> list[Finding]:
    return [one.finding for one in tracked if one.state is state]


def _weights(findings: list[Finding]) -> dict[str, int]:
    count = Counter(finding.severity for finding in findings)
    return {severity.value: count[severity] for severity in Severity}
