"""Spreads work over the machine's processors when there is enough of it to be worth starting them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sscctl.errors import InputOutput
from sscctl.reading.counters import counters
from sscctl.text import Text

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_WORTH_IT = 100  # below some 100 documents starting processes costs more than it saves
_CHUNK = 32

_ENDED = Text("en av sscctl:s processer avslutades utifrån", "one of sscctl's processes was ended from without")
_MEMORY = Text("kör igen; systemet kan ha haft ont om minne", "run it again; the system may have been short of memory")

_work: Callable[[Any], Any] | None = None


def spread(work: Callable[[_Item], _Result], items: Iterable[_Item], many: int) -> Iterator[_Result]:
    """Yield `work(item)` for each item, in order; `many` is about how many there are.

    With enough of them, processes are forked, so that `work` may close over what is already loaded; where the system
    cannot fork, or has one processor, all is done here. Raises `InputOutput` where one of the processes is ended from
    without, as a system does that runs out of memory.
    """
    if many < _WORTH_IT or (os.cpu_count() or 1) < 2 or not hasattr(os, "fork"):
        yield from map(work, items)
        return
    from concurrent.futures.process import (  # noqa: PLC0415  takes longer than little work would earn back
        BrokenProcessPool,
        ProcessPoolExecutor,
    )
    from multiprocessing import get_context  # noqa: PLC0415

    global _work  # noqa: PLW0603  forked children find the work here: a closure cannot be sent to them
    _work = work
    pool = ProcessPoolExecutor(os.cpu_count(), get_context("fork"))
    try:
        yield from _in_order(pool, iter(items))
    except BrokenProcessPool as problem:
        raise InputOutput(_ENDED, _MEMORY) from problem
    finally:
        _work = None
        pool.shutdown(cancel_futures=True)


def _in_order(pool: Executor, items: Iterator[_Item]) -> Iterator[Any]:
    """Hand the items out in chunks, some ahead of what is taken, so that neither memory nor a processor runs dry.

    The items are drawn in this thread: they may come from a database that no other thread may touch.
    """
    ahead = 4 * (os.cpu_count() or 1)
    waiting: deque[Future[tuple[list[Any], dict[str, int]]]] = deque()
    while chunk := list(islice(items, _CHUNK)):
        waiting.append(pool.submit(_call, chunk))
        if len(waiting) > ahead:
            yield from _taken(waiting.popleft())
    while waiting:
        yield from _taken(waiting.popleft())


def _taken(answer: Future[tuple[list[Any], dict[str, int]]]) -> list[Any]:
    """The results of a chunk; what it cost in its own process is counted here."""
    results, cost = answer.result()
    counters.add(cost)
    return results


def _call(items: list[Any]) -> tuple[list[Any], dict[str, int]]:
    if _work is None:
        raise RuntimeError("no work was handed over")
    counters.reset()
    return [_work(item) for item in items], counters.as_dict()
