"""Releases of the base registry, put into a real store, and a reader who checks what they are given."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import signal
from datetime import date, timedelta
from functools import cache

from sscctl.publishing.edition import Artefact
from sscctl.publishing.manifest import manifest
from sscctl.publishing.press import make
from sscctl.publishing.store.bucket import Bucket
from sscctl.publishing.store.credentials import access
from sscctl.publishing.store.publishing import Shown, Wish, publish
from sscctl.publishing.store.release import CURRENT, Release, read, release
from sscctl.writing.steps import watcher
from tests.builders import TODAY
from tests.publishing.editions import edition
from tests.publishing.store.seaweed import BUCKET, Server

NOTHING = Wish()
FILES = ("agencies.json", "offices.csv", "offices.geojson", "offices.json", "offices/exempelstad-torget.json")


@cache
def of_day(number: int) -> Release:
    """The release of a day, of a few files: a later number is a later release."""
    one = edition(day=day(number))
    files = [*_files(), manifest(one, _files(), {})]
    return release(one, {f"v1/{artefact.path}": artefact for artefact in files})


@cache
def _files() -> tuple[Artefact, ...]:
    return tuple(artefact for artefact in make(edition()).artefacts if artefact.path in FILES)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def bucket(server: Server, prefix: str, *, port: int | None = None) -> Bucket:
    """The objects below a prefix; by another `port`, where something stands between."""
    environment = dict(server.environment)
    if port is not None:
        environment["AWS_ENDPOINT_URL"] = f"http://127.0.0.1:{port}"
    return Bucket(f"s3://{BUCKET}/{prefix}", access(environment))


def put(into: Bucket, number: int, wish: Wish = NOTHING) -> Shown:
    """Publish the release of a day."""
    return publish(into, of_day(number), wish)


def publish_until(server: Server, prefix: str, one: Release, step: int) -> None:
    """Publish, and kill this very process when that step has been taken."""
    taken = itertools.count()

    def told(_: str) -> None:
        if next(taken) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    watcher.told = told
    publish(bucket(server, prefix), one, NOTHING)


def what_a_reader_gets(of: Bucket) -> str | None:
    """The day of the release that is shown, every file of it held to the manifest; `None` where nothing is shown."""
    found = of.read(CURRENT)
    if found is None:
        return None
    told = read(found[0])
    manifest = of.read(f"{told['release']}v1/manifest.json")
    assert manifest is not None, "the manifest is missing"
    assert told["manifest"] == {
        "path": f"{told['release']}v1/manifest.json",
        "sha256": hashlib.sha256(manifest[0]).hexdigest(),
        "bytes": len(manifest[0]),
    }
    tree = json.loads(manifest[0])
    for entry in tree["files"]:
        data = of.read(f"{told['release']}v1/{entry['path']}")
        assert data is not None, f"{entry['path']} is missing"
        assert hashlib.sha256(data[0]).hexdigest() == entry["sha256"], f"{entry['path']} is another's"
    assert tree["meta"]["validAt"] == told["validAt"]
    return str(told["validAt"])
