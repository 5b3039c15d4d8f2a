"""Publishing to an object store: `sscctl publish --to s3://bucket/prefix`."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sscctl.cli.language import t
from sscctl.cli.progress import progress
from sscctl.publishing.edition import TREE, Artefact, Edition
from sscctl.publishing.press import GUARDED, Print, ask_guard
from sscctl.publishing.store.bucket import Bucket
from sscctl.publishing.store.credentials import access
from sscctl.publishing.store.publishing import Shown, Wish, current, publish, retire
from sscctl.publishing.store.release import release
from sscctl.publishing.website.paths import TREE as PAGES


@dataclass(frozen=True, slots=True)
class Stored:
    """What was stored where, what is shown there now, and the releases that were removed."""

    address: str
    shown: Shown
    removed: Sequence[str]


@dataclass(frozen=True, slots=True)
class Order:
    """Where to, how, and what to remove after it; `limits` are the guard's, `None` where it is not asked."""

    address: str
    rollback: bool
    unconditional: bool
    keep_days: int | None
    limits: Mapping[str, int] | None


def store(order: Order, edition: Edition, printed: Print, pages: Sequence[Artefact]) -> Stored:
    """Put the edition and its pages into the store and show them; then remove what is older than it is to keep."""
    bucket = Bucket(order.address, access(os.environ))
    files = {f"{TREE}/{artefact.path}": artefact for artefact in printed.artefacts}
    files |= {f"{PAGES}/{artefact.path}": artefact for artefact in pages}
    made = release(edition, files)
    told = current(bucket)
    if order.limits is not None and told is not None:
        before = bucket.read(f"{told['release']}{TREE}/{GUARDED}")
        ask_guard(before[0] if before else b"", printed, edition.day, order.limits)
    with progress(t("Lagrar", "Storing")) as tell:
        shown = publish(bucket, made, Wish(order.rollback, order.unconditional), tell)
    removed = () if order.keep_days is None else retire(bucket, order.keep_days, datetime.now(UTC))
    return Stored(bucket.address, shown, removed)
