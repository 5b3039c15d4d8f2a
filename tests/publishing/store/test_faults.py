"""Whatever goes wrong on the way to the store, a reader gets one edition whole, and the next run gets through."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from multiprocessing import get_context

import pytest

from sscctl.errors import Integrity
from tests.publishing.store.faults import Fault, Plan, proxy
from tests.publishing.store.releases import bucket, day, of_day, publish_until, put, what_a_reader_gets
from tests.publishing.store.seaweed import Server

EVERY = 10_000
PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.publishing.store.releases"])
KILLS = 100

Way = tuple[int, Plan]


@pytest.fixture(scope="module")
def way(server: Server) -> Iterator[Way]:
    with proxy(server.port) as found:
        yield found


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the client give up in seconds: what it does before that is its library's business."""
    monkeypatch.setattr("sscctl.publishing.store.bucket._IN_ALL", timedelta(seconds=2))
    monkeypatch.setattr("sscctl.publishing.store.bucket._PATIENCE", timedelta(seconds=5))


def whole(server: Server, prefix: str, *days: int) -> None:
    """A reader gets one of these days' editions, every file of it."""
    assert what_a_reader_gets(bucket(server, prefix)) in {day(number).isoformat() for number in days}


def requests_of_a_run(server: Server, way: Way, prefix: str) -> int:
    """How many requests it takes to publish when nothing goes wrong."""
    port, plan = way
    plan.spoil(None)
    put(bucket(server, f"{prefix}-counted", port=port), 0)
    return plan.seen


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.casefold())
class TestAFault:
    def test_of_one_request(self, server: Server, way: Way, prefix: str, fault: Fault) -> None:
        port, plan = way
        number = requests_of_a_run(server, way, prefix)
        put(bucket(server, prefix), 0)
        last = range(number - 3, number)
        for turn, at in enumerate([*range(0, number - 3, max(number // 5, 1)), *last], 1):
            plan.spoil(fault, at)
            with suppress(Integrity):
                put(bucket(server, prefix, port=port), turn)
            whole(server, prefix, *range(turn + 1))
            plan.spoil(None)
            put(bucket(server, prefix, port=port), turn)
            whole(server, prefix, turn)

    def test_that_does_not_go_away(self, server: Server, way: Way, prefix: str, fault: Fault) -> None:
        port, plan = way
        put(bucket(server, prefix), 0)
        for turn, at in enumerate((0, 5, len(of_day(0).objects) + 4), 1):
            plan.spoil(fault, at, EVERY)
            with suppress(Integrity):
                put(bucket(server, prefix, port=port), turn)
            whole(server, prefix, *range(turn + 1))
        plan.spoil(None)
        put(bucket(server, prefix), 9)
        whole(server, prefix, 9)


def test_a_killed_publisher_leaves_one_edition_whole(server: Server, prefix: str) -> None:
    """Killed at each step in turn, from the first object to the write that shows the release, over and over."""
    into = bucket(server, prefix)
    put(into, 0)
    steps, killed, shown = 0, 0, 0
    for turn in range(1, KILLS + 1):
        at = steps
        if kill_at(server, prefix, turn, at):
            killed += 1
            steps += 1
        else:
            steps, shown = 0, turn
        found = what_a_reader_gets(into)
        assert found in {day(number).isoformat() for number in range(shown, turn + 1)}
        if found == day(turn).isoformat():
            shown = turn
    assert killed > KILLS // 2
    put(into, KILLS + 1)
    whole(server, prefix, KILLS + 1)


def kill_at(server: Server, prefix: str, number: int, step: int) -> bool:
    """Publish in a process that kills itself at a step; whether it came to that.

    It is forked from one in which no library has started a thread yet.
    """
    child = PROCESSES.Process(target=publish_until, args=(server, prefix, of_day(number), step))
    child.start()
    child.join()
    assert child.exitcode in (0, -signal.SIGKILL)
    return child.exitcode != 0
