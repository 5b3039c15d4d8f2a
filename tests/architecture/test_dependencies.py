"""What the project depends on has a floor, a ceiling and a pinned hash, and no address it must come from."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.code import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN_TIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [
    Requirement(text) for text in (*PROJECT["dependency-groups"]["dev"], *PROJECT["build-system"]["requires"])
]
SPARK = [Requirement(text) for text in PROJECT["dependency-groups"]["spark"]]
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-spark.txt")
PINNED = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)( ; (?P<marker>[^\\]+?))?( --hash=sha256:[0-9a-f]{64})+")


def requirements(lock: str) -> list[str]:
    """The requirements of a lock file, each on one line, without comments."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)
    return [" ".join(line.split()) for line in re.sub(r"\\\n", " ", text).splitlines()]


def versions(lock: str) -> dict[str, str]:
    found = [PINNED.fullmatch(line) for line in requirements(lock)]
    return {match["name"]: match["version"] for match in found if match}


def unmet(wanted: Iterable[Requirement], lock: str) -> list[str]:
    locked = versions(lock)
    return [
        str(requirement)
        for requirement in wanted
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0.dev0"))
    ]


@pytest.mark.parametrize("requirement", sorted({*RUN_TIME, *DEVELOPMENT, *SPARK}, key=str), ids=str)
def test_a_dependency_has_a_floor_and_a_ceiling(requirement: Requirement) -> None:
    assert sorted(bound.operator for bound in requirement.specifier) == ["<", ">="]
    assert requirement.url is None


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_file_pins_one_version_by_its_hashes_and_nothing_else(lock: str) -> None:
    lines = requirements(lock)
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_address(lock: str) -> None:
    assert "//" not in (ROOT / lock).read_text("utf-8")


def test_the_lock_files_hold_what_the_project_asks_for() -> None:
    assert unmet(RUN_TIME, "requirements.txt") == []
    assert unmet([*RUN_TIME, *DEVELOPMENT], "requirements-dev.txt") == []
    assert unmet(SPARK, "requirements-spark.txt") == []


def test_what_is_tested_is_what_is_used() -> None:
    assert versions("requirements.txt").items() <= versions("requirements-dev.txt").items()


def test_npm_packages_are_pinned_by_hash_without_an_address() -> None:
    packages = json.loads((ROOT / "tests/npm/package-lock.json").read_text("utf-8"))["packages"]
    installed = {name: package for name, package in packages.items() if name}
    assert installed
    assert [name for name, package in installed.items() if "resolved" in package or "integrity" not in package] == []
