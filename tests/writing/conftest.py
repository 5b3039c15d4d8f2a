"""A place in memory for tests that stop writes thousands of times."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder where flushing costs nothing, where there is one: what a killed process leaves is the same there."""
    place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="sscctl-tests-", dir=place))
    yield folder
    shutil.rmtree(folder)
