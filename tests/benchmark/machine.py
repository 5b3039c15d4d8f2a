"""What the figures were taken on: processors, systems, versions."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from tests.benchmark.contestants import CHECKOUT, has_npm_rival

_PACKAGES = ("pyyaml", "jsonschema-rs", "typer", "check-jsonschema", "yamllint")


def describe() -> Mapping[str, str]:
    """Name to value, in the order a reader would ask."""
    described = {
        "processors": f"{len(os.sched_getaffinity(0))} of {_processor()}",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB",
        "system": f"{platform.system()} {platform.release()}, {platform.libc_ver()[0]} {platform.libc_ver()[1]}",
        "load when begun": f"{os.getloadavg()[0]:.1f}",
        "Python": platform.python_version(),
        "git": _told("git", "--version").removeprefix("git version "),
        "sscctl": _told("git", "-C", str(CHECKOUT), "describe", "--always", "--dirty"),
        **{package: version(package) for package in _PACKAGES},
    }
    if has_npm_rival():
        described["@sourcemeta/jsonschema"] = _told(str(CHECKOUT / "tests/npm/node_modules/.bin/jsonschema"), "version")
        described["node"] = _told("node", "--version").removeprefix("v")
    else:
        described["@sourcemeta/jsonschema"] = "not installed (npm ci --prefix tests/npm)"
    return described


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text("utf-8").splitlines() if described.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _told(*command: str) -> str:
    if not shutil.which(command[0]):
        return "not installed"
    return subprocess.run(command, capture_output=True, check=False, text=True).stdout.strip()
