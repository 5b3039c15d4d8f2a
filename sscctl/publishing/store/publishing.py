"""A release put into the store and shown: all of it lies there before the one write that shows it.

A reader who follows `current.json` gets one edition whole, the earlier or the later, whatever happens to who publishes.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from sscctl.errors import Integrity
from sscctl.publishing.store.bucket import Bucket, Conflict, Stored
from sscctl.publishing.store.release import ALWAYS_ASK, CURRENT, RELEASES, Release, Stowed, age, read, written
from sscctl.text import Text
from sscctl.writing.steps import reached

_AT_ONCE = 8
_KEPT = 20
"""So many earlier releases are named by `current.json`; readers may go back to any of them that is still there."""
_TRIES = 5
_PROBES = "probes/"


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: to show an older release than the one that holds, to do without conditional writes."""

    rollback: bool = False
    unconditional: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What was done: the release that holds now, how many objects had to be written, and whether anything changed."""

    name: str
    written: int
    is_new: bool


def _to_nobody(done: int, of: int) -> None:
    del done, of


def publish(bucket: Bucket, release: Release, wish: Wish, tell: Callable[[int, int], None] = _to_nobody) -> Shown:
    """Store the release and show it; `tell` hears how many of how many objects lie there.

    Raises `Integrity` (exit 7) where the store fails, would show an older release than it does, or cannot write under
    a condition: then the release that held before holds still.
    """
    before = bucket.read(CURRENT)
    _refuse_rollback(before, release, wish)
    if not wish.unconditional:
        _refuse_unconditional(bucket)
    number = _store(bucket, release, tell)
    reached("release stored")
    is_new = _show(bucket, release, wish)
    reached("release shown")
    return Shown(release.name, number, is_new)


def _store(bucket: Bucket, release: Release, tell: Callable[[int, int], None]) -> int:
    """Write what is not there yet, and see that all of it is."""
    there = {one.path: one.size for one in bucket.listing(release.name)}
    missing = [one for one in release.objects if there.get(one.path) != len(one.data)]
    done = len(release.objects) - len(missing)

    def put(one: Stowed) -> None:
        bucket.overwrite(one.path, one.data, one.attributes)  # the name tells the content: nobody writes another

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(put, missing):
            done += 1
            tell(done, len(release.objects))
            reached("object stored")
    there = {one.path: one.size for one in bucket.listing(release.name)}
    if any(there.get(one.path) != len(one.data) for one in release.objects):
        raise Integrity(
            Text("objektlagret har inte allt som skrevs", "the object store has not got all that was written"),
            Text("kör igen", "run again"),
        )
    return len(missing)


def _show(bucket: Bucket, release: Release, wish: Wish) -> bool:
    for _ in range(_TRIES):
        before = bucket.read(CURRENT)
        told = read(before[0]) if before else {}
        if told.get("release") == release.name:
            return False
        _refuse_rollback(before, release, wish)
        earlier = [str(told["release"]), *_texts(told.get("previous"))][:_KEPT] if told else []
        data = written(release.told, [name for name in earlier if name != release.name])
        try:
            if wish.unconditional:
                bucket.overwrite(CURRENT, data, ALWAYS_ASK)
            elif before is None:
                bucket.create(CURRENT, data, ALWAYS_ASK)
            else:
                bucket.exchange(CURRENT, data, ALWAYS_ASK, before[1])
        except Conflict:  # somebody was faster, or the store did it and its answer was lost: look again
            continue
        return True
    raise Integrity(
        Text("andra publicerar hela tiden samtidigt", "others publish at the same time, over and over"),
        Text("kör igen om en stund", "run again in a while"),
    )


def _refuse_rollback(before: tuple[bytes, str | None] | None, release: Release, wish: Wish) -> None:
    if before is None or wish.rollback:
        return
    told = read(before[0])
    if age(told) > release.age:
        shown = told.get("generatedAt")
        raise Integrity(
            Text(
                f"i objektlagret ligger en nyare utgåva, från {shown}: den här vore en tillbakarullning",
                f"the object store shows a later edition, of {shown}: this one would be a rollback",
            ),
            Text("är det avsikten, kör igen med --allow-rollback", "if that is meant, run again with --allow-rollback"),
        )


def _refuse_unconditional(bucket: Bucket) -> None:
    """See that the store heeds the conditions of a write; a probe is written for that and removed."""
    path = f"{_PROBES}{uuid.uuid4().hex}"
    try:
        bucket.overwrite(path, b"1", ALWAYS_ASK)
        heeds = _conflicts(lambda: bucket.create(path, b"2", ALWAYS_ASK))
        heeds = heeds and _conflicts(lambda: bucket.exchange(path, b"3", ALWAYS_ASK, '"0"'))
    finally:
        bucket.remove([path])
    if not heeds:
        raise Integrity(
            Text(
                "objektlagret kan inte skriva på villkor: två som publicerar samtidigt skulle skriva över varandra",
                "the object store has no conditional writes: two who publish at once would overwrite each other",
            ),
            Text(
                "se till att bara en publicerar och kör igen med --unconditional",
                "see to it that only one publishes, and run again with --unconditional",
            ),
        )


def _conflicts(write: Callable[[], None]) -> bool:
    try:
        write()
    except Conflict:
        return True
    return False


def retire(bucket: Bucket, days: int, now: datetime) -> Sequence[str]:
    """Remove releases that nothing refers to and that were stored more than `days` ago; return their names.

    The one that holds and the one before it always stay. A release that is being stored is younger than a day, which is
    the least that `days` may be. Probes as old, which somebody who was killed has left, go with them.
    """
    current = bucket.read(CURRENT)
    if current is None:
        return ()
    told = read(current[0])
    kept = {str(told["release"]), *_texts(told.get("previous"))[:1]}
    found: dict[str, list[Stored]] = {}
    for one in bucket.listing(RELEASES):
        found.setdefault("/".join(one.path.split("/")[:3]) + "/", []).append(one)
    limit = now - timedelta(days=max(days, 1))
    gone = [name for name, objects in found.items() if name not in kept and _newest(objects) < limit]
    for name in gone:
        bucket.remove([one.path for one in found[name]])
    bucket.remove([one.path for one in bucket.listing(_PROBES) if one.modified < limit])
    return sorted(gone)


def _newest(objects: Iterable[Stored]) -> datetime:
    return max(one.modified for one in objects)


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def current(bucket: Bucket) -> Mapping[str, object] | None:
    """What the store shows; `None` where nothing was published yet."""
    found = bucket.read(CURRENT)
    return read(found[0]) if found else None
