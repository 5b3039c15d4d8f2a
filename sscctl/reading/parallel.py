"""Spreads work over the machine's processors when there is enough of it to be worth starting them."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import Any, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_WORTH_IT = 300  # below some 300 documents starting processes costs more than it saves
_CHUNK = 50

_work: Callable[[Any], Any] | None = None


def spread(work: Callable[[_Item], _Result], items: Iterable[_Item], many: int) -> Iterator[_Result]:
    """Yield `work(item)` for each item, in order; `many` is about how many there are.

    With enough of them, processes are forked, so that `work` may close over what is already loaded; where the system
    cannot fork, or has one processor, all is done here.
    """
    if many < _WORTH_IT or (os.cpu_count() or 1) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, items)
        return
    global _work  # noqa: PLW0603  forked children find the work here: a closure cannot be sent to them
    _work = work
    try:
        with closing(multiprocessing.get_context("fork").Pool(os.cpu_count())) as pool:
            yield from pool.imap(_call, items, _CHUNK)
    finally:
        _work = None


def _call(item: Any) -> Any:  # noqa: ANN401  whatever the work takes and gives
    if _work is None:
        raise RuntimeError("no work was handed over")
    return _work(item)
