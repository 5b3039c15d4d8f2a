"""Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), which code scanners and editors read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from sscctl import __version__
from sscctl.cli.language import LANGUAGE, said
from sscctl.cli.render.sarif_fixes import fixes
from sscctl.cli.visible import visible, visible_json
from sscctl.diffing.findings import State, Tracked
from sscctl.domain.finding import Finding, Severity
from sscctl.reading.snapshot import Snapshot
from sscctl.rules._rule import Rule
from sscctl.rules.books import RULES
from sscctl.text import Language

Json = dict[str, object]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "sscctlFinding/v1"
_TOP = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_STATES = {State.NEW: "new", State.UNCHANGED: "unchanged", State.FIXED: "absent"}
_LANGUAGES = {Language.SWEDISH: "sv-SE", Language.ENGLISH: "en-GB"}


def as_sarif(tracked: Sequence[Tracked], snapshot: Snapshot) -> str:
    """One run; where revisions were compared each result has its `baselineState`, and what was fixed is `absent`."""
    codes = sorted({one.finding.code for one in tracked})
    places = {code: place for place, code in enumerate(codes)}
    quoted = fixes([one.finding for one in tracked if one.state is not State.FIXED], snapshot)
    run: Json = {
        "tool": {
            "driver": {
                "name": "sscctl",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(RULES[code]) if code in RULES else {"id": code} for code in codes],
            }
        },
        "invocations": [{"executionSuccessful": True}],
        "language": _LANGUAGES[LANGUAGE],
        "originalUriBaseIds": {_TOP: {"description": {"text": "The top level of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, places, snapshot.prefix, quoted) for one in tracked],
    }
    return visible_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> Json:
    explained = rule.documentation
    examples = f"Bad:\n\n```yaml\n{explained.bad}\n```\n\nGood:\n\n```yaml\n{explained.good}\n```"
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("_")),
        "shortDescription": {"text": _plain(said(explained.summary))},
        "fullDescription": {"text": _plain(said(explained.why))},
        "help": {"text": _plain(said(explained.why)), "markdown": f"{said(explained.why)}\n\n{examples}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(one: Tracked, places: Mapping[str, int], prefix: str, quoted: Mapping[Finding, Json]) -> Json:
    finding = one.finding
    artifact = {"uri": quote(prefix + finding.path), "uriBaseId": _TOP}
    words = said(finding.message) + (f" ({said(finding.advice)})" if finding.advice else "")
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(visible(words))},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, **_region(finding)}}],
        "partialFingerprints": {FINGERPRINT: one.fingerprint},
    }
    if one.state is not None:
        result["baselineState"] = _STATES[one.state]
    if finding in quoted:
        change = {"artifactLocation": artifact, "replacements": [quoted[finding]]}
        description = said(finding.advice) if finding.advice else finding.code
        result["fixes"] = [{"description": {"text": _plain(visible(description))}, "artifactChanges": [change]}]
    return result


def _region(finding: Finding) -> Json:
    if finding.line is None:
        return {}
    ends = {"startColumn": finding.column, "endColumn": finding.end_column}
    return {"region": {"startLine": finding.line, **{name: at for name, at in ends.items() if at is not None}}}


def _plain(text: str) -> str:
    """Escape a plain text message: braces hold placeholders (3.11.5), `[text](address)` would be a link (3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
