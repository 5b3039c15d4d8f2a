"""Asks every rule about documents that are already in memory: an edit before it is written, an example of a rule."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from sscctl.domain.finding import Finding
from sscctl.rules._examine import GROUPS, examine, finding
from sscctl.rules._rule import Document, Member
from sscctl.rules.books import RULES
from sscctl.rules.waivers import Excuse, apply_waivers
from sscctl.rules.world import World


def judge_documents(documents: Mapping[str, Document], world: World) -> tuple[Finding, ...]:
    """Return every breach in these documents (path to value) that no waiver excuses, without lines."""
    found: list[Finding] = []
    claims: list[tuple[str, str, Member]] = []
    waivers: list[Excuse] = []
    for path, document in sorted(documents.items()):
        examined = examine(path, document, world)
        found += examined.findings
        waivers += (Excuse(path, *waiver) for waiver in examined.waivers)
        claims += (
            (code, claim.key, Member(path, examined.id, claim.pointer, claim.value)) for code, claim in examined.claims
        )
    claims.sort(key=lambda claim: claim[:2])
    for (code, key), group in groupby(claims, key=lambda claim: claim[:2]):
        members = [member for _, _, member in group]
        found += (finding(member.path, code, breach) for member, breach in GROUPS[code][1](key, members, world))
    excused: set[tuple[str, str]] = set()

    def excuse(path: str, rule: str) -> int:
        excused.add((path, rule))
        return sum(1 for one in found if (one.path, one.code) == (path, rule))

    wrong = [
        finding(waiver.path, code, breach)
        for waiver, code, breach in apply_waivers(waivers, world.today, RULES, excuse)
    ]
    return tuple(one for one in (*found, *wrong) if (one.path, one.code) not in excused)
