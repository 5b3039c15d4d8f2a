"""Asks the rules about what changed, and enters the answers in the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sscctl.domain.finding import Fault, Finding
from sscctl.reading.cache import Cache
from sscctl.reading.calendar import Calendar
from sscctl.reading.decode import decode
from sscctl.reading.kinds import kind_of
from sscctl.reading.load import Raw, Reader, load_context
from sscctl.reading.packing import pack
from sscctl.reading.parallel import spread
from sscctl.reading.snapshot import Snapshot
from sscctl.rules._examine import GROUPS, Examined, examine, finding, findings_of_form
from sscctl.rules._rule import Member
from sscctl.rules.books import RULES
from sscctl.rules.ledger import Group, Ledger
from sscctl.rules.waivers import Excuse, apply_waivers
from sscctl.rules.world import World


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one file gave: its own findings and claims, and its parsed content where that is new."""

    path: str
    blob: str
    packed: str | None
    form: tuple[Finding, ...]
    examined: Examined | None


class _Members(Collection[Member]):
    """The members of one group, read only when asked for."""

    def __init__(self, ledger: Ledger, group: Group) -> None:
        self._ledger = ledger
        self._group = group

    def __len__(self) -> int:
        """How many there are; none is read."""
        return self._ledger.count_claims(self._group)

    def __iter__(self) -> Iterator[Member]:
        """The members, by path."""
        return (Member(*claim) for claim in self._ledger.claims(self._group))

    def __contains__(self, member: object) -> bool:
        """Whether it is one of them."""
        return any(own == member for own in self)


def update(
    ledger: Ledger,
    snapshot: Snapshot,
    cache: Cache,
    today: date,
    changed: Mapping[str, str | None],
    *,
    everything: bool,
) -> None:
    """Bring the ledger from what it was to the snapshot: `changed` is every path that differs, `None` for one gone.

    With `everything`, `changed` is all there is (refused paths too), and what was known before is forgotten.
    """
    reader = Reader(snapshot, cache, None if everything else ledger.files_outside("offices"))
    context, _ = load_context(reader)
    world = World(context, reader.reference(), Calendar(), today)
    if everything:
        ledger.clear()
        cache.forget_others(reader.fingerprint)
    touched = set() if everything else _forget(ledger, changed)
    touched |= _enter_files(ledger, reader, world, changed, None if everything else {})
    for group, members in _groups(ledger, None if everything else touched):
        ledger.clear_group(group)
        ledger.enter_findings(_located(snapshot, _judge(group, members, world)), group)
    if everything:
        for path, faults in reader.reference_faults().items():
            ledger.enter_findings(findings_of_form(path, faults))
    _excuse(ledger, snapshot, today)


def _forget(ledger: Ledger, changed: Iterable[str]) -> set[Group]:
    """Forget the documents that changed, and return the groups they were in."""
    touched = {group for path in changed for group in ledger.groups_of(path)}
    for path in changed:
        ledger.forget(path)
    return touched


def _enter_files(
    ledger: Ledger,
    reader: Reader,
    world: World,
    changed: Mapping[str, str | None],
    known: Mapping[str, Fault] | None,
) -> set[Group]:
    """Enter every file that is there with what it breaks by itself, and return the groups it lays claim to.

    `known` spares the snapshot a look at files that did not change: their refusals are entered already.
    """
    touched: set[Group] = set()
    refused = reader.snapshot.faults(known)
    for path in changed.keys() & refused.keys():
        ledger.enter_findings(findings_of_form(path, [refused[path]]))
    there = {path: blob for path, blob in changed.items() if blob is not None and path not in refused}
    for path, blob in there.items():
        ledger.enter_file(path, blob)
    for answer in _answers(reader, world, {path: blob for path, blob in there.items() if kind_of(path)}):
        ledger.enter_findings(answer.form)
        if answer.packed is not None:
            reader.cache.remember([(answer.blob, answer.packed)], reader.fingerprint)
        if answer.examined is not None:
            touched |= _enter(ledger, answer.path, answer.examined)
    return touched


def _groups(ledger: Ledger, touched: set[Group] | None) -> Iterator[tuple[Group, Collection[Member]]]:
    """The groups to judge: those touched, or all of them, which are then read through once."""
    if touched is not None:
        yield from ((group, _Members(ledger, group)) for group in sorted(touched))
        return
    for group, claims in ledger.all_claims():
        yield group, [Member(*claim) for claim in claims]


def _excuse(ledger: Ledger, snapshot: Snapshot, today: date) -> None:
    """Apply the waivers anew; one that is wrong, has expired or excuses nothing is itself a finding."""
    of_waivers: Group = ("SSC8", "")
    ledger.excuse_nothing()
    ledger.clear_group(of_waivers)
    waivers = [Excuse(*waiver) for waiver in ledger.waivers()]
    for waiver, code, breach in apply_waivers(waivers, today, RULES, ledger.excuse):
        ledger.enter_findings(_located(snapshot, [finding(waiver.path, code, breach)]), of_waivers)


def _answers(reader: Reader, world: World, blobs: Mapping[str, str]) -> Iterator[_Answer]:
    """Read and examine each document; on all processors where there are many."""

    def work(raw: Raw) -> _Answer:
        parsed = reader.parse(raw)
        packed = pack(parsed) if raw.remembered is None else None
        kind = kind_of(raw.path)
        if parsed.tree is None or kind is None:
            form = findings_of_form(raw.path, parsed.faults)
            return _Answer(raw.path, raw.blob, packed, tuple(_placed(raw.data, tuple(form))), None)
        document, faults = decode(kind, parsed.tree)
        examined = examine(raw.path, document, world)
        form = findings_of_form(raw.path, (*parsed.faults, *faults))
        examined = replace(examined, findings=tuple(_placed(raw.data, examined.findings)))
        return _Answer(raw.path, raw.blob, packed, tuple(_placed(raw.data, tuple(form))), examined)

    reader.misses(blobs)
    yield from spread(work, reader.raws(blobs), len(blobs))


def _enter(ledger: Ledger, path: str, examined: Examined) -> set[Group]:
    ledger.enter_findings(examined.findings)
    ledger.enter_claims(path, examined.id, ((code, *claim) for code, claim in examined.claims))
    ledger.enter_waivers(path, examined.waivers)
    return {(code, claim.key) for code, claim in examined.claims}


def _judge(group: Group, members: Collection[Member], world: World) -> Iterator[Finding]:
    code, key = group
    _, judge = GROUPS[code]
    for member, breach in judge(key, members, world):
        yield finding(member.path, code, breach)


def _located(snapshot: Snapshot, findings: Iterable[Finding]) -> Iterator[Finding]:
    for found in findings:
        yield from _placed(snapshot.read(found.path), (found,))


def _placed(data: bytes, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Give findings their line and column; the reader of YAML gave its own already."""
    if all(found.line is not None for found in findings):
        yield from findings
        return
    from sscctl.reading.positions import locate  # noqa: PLC0415  brings in yaml: only where a line must be found

    marks = locate(data, {found.pointer for found in findings})
    for found in findings:
        if found.line is not None:
            yield found
            continue
        mark = marks[found.pointer]
        end = mark.end_column if mark.end_line == mark.line else None
        yield replace(found, line=mark.line, column=mark.column, end_column=end)
