"""Spreads work over the machine's processors when there is enough of it to be worth starting them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sscctl.reading.counters import counters

if TYPE_CHECKING:
    from multiprocessing.pool import AsyncResult, Pool

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_WORTH_IT = 100  # below some 100 documents starting processes costs more than it saves
_CHUNK = 32

_work: Callable[[Any], Any] | None = None


def spread(work: Callable[[_Item], _Result], items: Iterable[_Item], many: int) -> Iterator[_Result]:
    """Yield `work(item)` for each item, in order; `many` is about how many there are.

    With enough of them, processes are forked, so that `work` may close over what is already loaded; where the system
    cannot fork, or has one processor, all is done here.
    """
    if many < _WORTH_IT or (os.cpu_count() or 1) < 2 or not hasattr(os, "fork"):
        yield from map(work, items)
        return
    from multiprocessing import get_context  # noqa: PLC0415  7 ms, which little work would not earn back

    global _work  # noqa: PLW0603  forked children find the work here: a closure cannot be sent to them
    _work = work
    try:
        with get_context("fork").Pool(os.cpu_count()) as pool:
            yield from _in_order(pool, iter(items))
    finally:
        _work = None


def _in_order(pool: Pool, items: Iterator[_Item]) -> Iterator[Any]:
    """Hand the items out in chunks, some ahead of what is taken, so that neither memory nor a processor runs dry.

    The items are drawn in this thread: they may come from a database that no other thread may touch.
    """
    ahead = 4 * (os.cpu_count() or 1)
    waiting: deque[AsyncResult[tuple[list[Any], dict[str, int]]]] = deque()
    while chunk := list(islice(items, _CHUNK)):
        waiting.append(pool.apply_async(_call, (chunk,)))
        if len(waiting) > ahead:
            yield from _taken(waiting.popleft())
    while waiting:
        yield from _taken(waiting.popleft())


def _taken(answer: AsyncResult[tuple[list[Any], dict[str, int]]]) -> list[Any]:
    """The results of a chunk; what it cost in its own process is counted here."""
    results, cost = answer.get()
    counters.add(cost)
    return results


def _call(items: list[Any]) -> tuple[list[Any], dict[str, int]]:
    if _work is None:
        raise RuntimeError("no work was handed over")
    counters.reset()
    return [_work(item) for item in items], counters.as_dict()
