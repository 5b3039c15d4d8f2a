"""Ids that offices had before they were renamed: what was published under one stays to be found there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sscctl.publishing.office_record import Published


def former_ids(offices: Sequence[Published]) -> Iterator[tuple[str, Published]]:
    """Yield each office that was renamed with its former id: a predecessor of which there is no document."""
    there = {one.office.id for one in offices}
    for one in offices:
        if one.office.predecessor and one.office.predecessor not in there:
            yield one.office.predecessor, one


def by_id(offices: Sequence[Published]) -> Iterator[tuple[str, Published]]:
    """Yield each office with every id that it is found by: its own, and after all of these the former ones."""
    yield from ((one.office.id, one) for one in offices)
    yield from former_ids(offices)
