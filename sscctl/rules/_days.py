"""Dates in the words of a message."""

from __future__ import annotations

from sscctl.domain.partial_date import PartialDate
from sscctl.text import Text


def when(on: PartialDate) -> Text:
    """When something happened, to follow on a verb: `on 2021-11-05`, `in 2021`, `by 2023-10-02`, `between … and …`."""
    first, interval, last = on.text.partition("/")
    if not interval:
        return Text(on.text, f"on {on.text}" if on.is_day else f"in {on.text}")
    if on.has_start:
        return Text(f"mellan {first} och {last}", f"between {first} and {last}")
    return Text(f"senast {last}", f"by {last}")
