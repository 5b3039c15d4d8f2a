"""Runs the real tool as a process, the way a person or a script does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
POWERLESS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""What goes before a command that permissions shall bind: the superuser has to lay down what makes him free."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave, each channel apart."""

    code: int
    stdout: str
    stderr: str


def sscctl(*arguments: str, cwd: Path = CHECKOUT, env: Mapping[str, str] | None = None) -> Outcome:
    """Run `sscctl` in `cwd`, in English and 100 columns unless `env` says otherwise."""
    done = subprocess.run(
        [sys.executable, "-m", "sscctl", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "COLUMNS": "100", **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=100,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def write_files(root: Path, files: Mapping[str, bytes]) -> Path:
    """Write a registry's files: those under `schemas/` beside the root, all others in it; return the root."""
    for path, data in files.items():
        place = root.parent / path if path.startswith("schemas/") else root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return root
