"""One store for all tests of a worker; each test has a prefix of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.publishing.store.seaweed import Server, running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("store")) as found:
        yield found


@pytest.fixture
def prefix(request: pytest.FixtureRequest) -> str:
    return re.sub("[^a-z0-9]+", "-", request.node.nodeid.casefold()).strip("-")[-120:].strip("-")
