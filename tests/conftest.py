"""What every test stands on: the same world on every machine, and Hypothesis without chance unless asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("ci", derandomize=True, database=None, deadline=None, max_examples=100, print_blob=True)
settings.register_profile(
    "long",  # pytest --hypothesis-profile=long
    deadline=timedelta(seconds=10),
    max_examples=5_000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci")

STRANGE = ("GIT_", "SSCCTL_", "LC_", "PYTEST_ADDOPTS")
"""Beginnings of the names of variables that would let a developer's machine speak into the tests."""

KEPT = {"SSCCTL_UPDATE_SNAPSHOTS"}


@pytest.fixture(scope="session", autouse=True)
def same_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give every test, and each process it starts, an empty home, no git configuration, and plain UTF-8."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in set(os.environ) - KEPT:
            if name.startswith(STRANGE) or name in {"LANGUAGE", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"}:
                patch.delenv(name)
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_COUNT", "1")  # a pipeline's checkout may belong to another user than its tests
        patch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
        patch.setenv("GIT_CONFIG_VALUE_0", "*")
        for who in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{who}_NAME", "Test Testsson")
            patch.setenv(f"GIT_{who}_EMAIL", "test@example.org")
        yield
