"""A release is stored whole, shown by one write, and nobody loses what another has shown."""

from __future__ import annotations

import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from urllib.request import Request, urlopen

import pytest
from obstore import sign

from sscctl.errors import CannotBeDoneHere, Integrity, WrongUsage
from sscctl.publishing.press import make
from sscctl.publishing.store.bucket import Bucket, Conflict
from sscctl.publishing.store.credentials import Access
from sscctl.publishing.store.publishing import Wish, publish, retire
from sscctl.publishing.store.release import ALWAYS_ASK, CURRENT, RELEASES, release
from tests.publishing.editions import REVISION, edition, undated
from tests.publishing.store.releases import bucket, day, of_day, put, what_a_reader_gets
from tests.publishing.store.seaweed import Server


def test_a_reader_gets_all_of_it(server: Server, prefix: str) -> None:
    into = bucket(server, prefix)
    assert what_a_reader_gets(into) is None
    shown = put(into, 0)
    assert (shown.is_new, shown.written) == (True, len(of_day(0).objects))
    assert shown.name.startswith(f"{RELEASES}{REVISION}/2026-11-22-")
    assert what_a_reader_gets(into) == "2026-11-22"


def test_the_same_release_is_not_written_twice(server: Server, prefix: str) -> None:
    into = bucket(server, prefix)
    put(into, 0)
    shown = put(into, 0)
    assert (shown.is_new, shown.written) == (False, 0)


def test_a_later_release_takes_over_and_the_earlier_stays_to_be_read(server: Server, prefix: str) -> None:
    into = bucket(server, prefix)
    for number in range(3):
        put(into, number)
    assert what_a_reader_gets(into) == day(2).isoformat()
    current = into.read(CURRENT)
    assert current
    assert json.loads(current[0])["previous"] == [of_day(1).name, of_day(0).name]
    assert into.read(f"{of_day(0).name}v1/manifest.json")


def test_a_rollback_is_refused_unless_asked_for(server: Server, prefix: str) -> None:
    into = bucket(server, prefix)
    put(into, 1)
    with pytest.raises(Integrity, match="rollback"):
        put(into, 0)
    assert what_a_reader_gets(into) == day(1).isoformat()
    assert put(into, 0, Wish(rollback=True)).is_new
    assert what_a_reader_gets(into) == day(0).isoformat()


def test_two_who_publish_at_once_leave_the_later_one_shown(server: Server, prefix: str) -> None:
    def attempt(number: int) -> bool:
        try:
            return put(bucket(server, prefix), number).is_new
        except Integrity:
            return False

    with ThreadPoolExecutor(4) as pool:
        done = [*pool.map(attempt, (0, 3, 1, 2))]
    assert done[1]
    assert what_a_reader_gets(bucket(server, prefix)) == day(3).isoformat()


def test_only_what_nothing_refers_to_is_removed(server: Server, prefix: str) -> None:
    into = bucket(server, prefix)
    for number in range(4):
        put(into, number)
    later = datetime.now(UTC) + timedelta(days=10)
    assert [*retire(into, 30, later)] == []
    assert [*retire(into, 5, later)] == sorted([of_day(0).name, of_day(1).name])
    assert what_a_reader_gets(into) == day(3).isoformat()
    assert into.read(f"{of_day(2).name}v1/manifest.json")
    assert into.read(f"{of_day(1).name}v1/manifest.json") is None
    assert [*retire(into, 0, datetime.now(UTC))] == []


def test_what_a_killed_probe_left_goes_with_the_releases(server: Server, prefix: str) -> None:
    into = bucket(server, prefix)
    put(into, 0)
    into.create("probes/left", b"1", ALWAYS_ASK)
    retire(into, 5, datetime.now(UTC))
    assert [one.path for one in into.listing("probes/")] == ["probes/left"]
    retire(into, 5, datetime.now(UTC) + timedelta(days=10))
    assert [*into.listing("probes/")] == []


def test_objects_say_what_they_are_and_how_long_they_hold(server: Server, prefix: str) -> None:
    into = bucket(server, prefix)
    put(into, 0)
    kinds = {one.path.removeprefix(of_day(0).name): one for one in of_day(0).objects}
    assert kinds["v1/offices.json"].attributes == {
        "Content-Type": "application/json",
        "Cache-Control": "public, max-age=31536000, immutable",
    }
    twin = kinds["v1/offices.json.gz"]
    assert twin.attributes["Content-Encoding"] == "gzip"
    assert gzip.decompress(twin.data) == kinds["v1/offices.json"].data
    assert "v1/registry.sqlite.gz" not in kinds


def test_the_store_serves_them_so(server: Server, prefix: str) -> None:
    into = bucket(server, prefix)
    put(into, 0)
    signed = sign(into._store, "GET", f"{of_day(0).name}v1/offices.geojson", timedelta(minutes=5))
    with urlopen(Request(signed)) as answer:
        assert answer.headers["Content-Type"] == "application/geo+json"
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    with urlopen(Request(sign(into._store, "GET", CURRENT, timedelta(minutes=5)))) as answer:
        assert answer.headers["Cache-Control"] == "no-cache"


class WithoutConditions(Bucket):
    """A store that takes every write, whatever its condition."""

    def create(self, path, data, attributes):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        self.overwrite(path, data, attributes)

    def exchange(self, path, data, attributes, tag):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        del tag
        self.overwrite(path, data, attributes)


def test_a_store_without_conditional_writes_is_found_out(server: Server, prefix: str) -> None:
    plain = bucket(server, prefix)
    into = WithoutConditions.__new__(WithoutConditions)
    into.__dict__.update(plain.__dict__)
    with pytest.raises(Integrity, match="no conditional writes"):
        put(into, 0)
    assert [*plain.listing("")] == []
    assert put(into, 0, Wish(unconditional=True)).is_new
    assert what_a_reader_gets(plain) == day(0).isoformat()


def test_what_is_not_committed_is_not_stored() -> None:
    one = undated(edition())
    files = {f"v1/{artefact.path}": artefact for artefact in make(one).artefacts}
    with pytest.raises(CannotBeDoneHere, match="only what is committed"):
        release(one, files)


def test_somebody_elses_current_is_left_alone(server: Server, prefix: str) -> None:
    into = bucket(server, prefix)
    into.overwrite(CURRENT, b'{"theirs": true}', {})
    with pytest.raises(Integrity, match="not ours"):
        put(into, 0)
    assert into.read(CURRENT) == (b'{"theirs": true}', (into.read(CURRENT) or (b"", None))[1])


@pytest.mark.parametrize(
    "address",
    ["https://x/y", "s3://", "s3://A", "s3://bucket/../x", "s3://bucket/a b", "s3://bucket/x?y", "s3://b/x\n"],
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(WrongUsage, match="no address of an object store"):
        Bucket(address, Access("us-east-1", None, "key", "secret"))


def test_a_wrong_key_is_told_and_never_shown(server: Server, prefix: str) -> None:
    wrong = Access("us-east-1", server.endpoint, "testkey", "a-wrong-secret")
    into = Bucket(f"s3://offices/{prefix}", wrong)
    with pytest.raises(Integrity) as caught:
        publish(into, of_day(0), Wish())
    told = f"{caught.value.message} {caught.value.advice} {wrong!r} {into!r}"
    assert "denies access" in told
    assert "a-wrong-secret" not in told
    assert "testkey" not in told


def test_a_condition_that_does_not_hold_is_a_conflict(server: Server, prefix: str) -> None:
    into = bucket(server, prefix)
    into.create("one", b"1", {})
    with pytest.raises(Conflict):
        into.create("one", b"2", {})
    with pytest.raises(Conflict):
        into.exchange("one", b"2", {}, '"0"')
    with pytest.raises(Conflict):
        into.exchange("one", b"2", {}, None)
