"""Brings what is known of the registry up to date: only what changed is read and asked again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sscctl.domain.finding import Finding, Severity
from sscctl.reading.cache import Cache, program_fingerprint
from sscctl.reading.snapshot import Snapshot, Standing
from sscctl.rules.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: the findings that stand, how many are excused, and how many files were looked at."""

    findings: tuple[Finding, ...]
    waived: int
    files: int

    def count(self, severity: Severity) -> int:
        """How many findings weigh this much."""
        return sum(1 for finding in self.findings if finding.severity is severity)


def check(snapshot: Snapshot, today: date, cache: Cache, *, keep: bool = True) -> Report:
    """Check a snapshot on the day `today` and return what stands.

    What the cache knows of the registry is brought to the snapshot's state first. Where one office changed, that
    office is read and asked, and the groups it is or was in; where anything else changed (an agency, an agreement,
    reference data, the schemas, the program, the day) everything is asked again, of documents that are remembered.
    Without `keep` the answer is not held for the next run: for a look at another revision.
    """
    ledger = Ledger(cache.database if keep else Cache.of(None).database)
    standing = snapshot.standing()
    asked = json.dumps([program_fingerprint(), today.isoformat()])
    changed: Mapping[str, str | None]
    with ledger:
        before = ledger.recall("standing")
        if ledger.recall("asked") != asked or before is None:
            changed, everything = {}, True
        else:
            changed = snapshot.changed_since(Standing.from_json(before), ledger.files)
            everything = any(not path.startswith("offices/") for path in changed)
        if changed or everything:
            from sscctl.rules._update import update  # noqa: PLC0415  brings in every rule: only when one must be asked

            if everything:
                changed = {**snapshot.blobs(), **dict.fromkeys(snapshot.faults())}
            update(ledger, snapshot, cache, today, changed, everything=everything)
            ledger.keep("asked", asked)
        if before != (now := standing.to_json()):
            ledger.keep("standing", now)
    return Report(tuple(ledger.findings()), ledger.count_waived(), ledger.count_files())
