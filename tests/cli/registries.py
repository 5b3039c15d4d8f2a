"""Small registries on disk for the commands to work on."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.builders import files_of, laid_over, week
from tests.process import CHECKOUT, Outcome, sscctl, write_files

TODAY = "2026-11-22"

Changes = Mapping[str, Mapping[str, object]]

OFFICES: Changes = {
    "offices/alvsbyn.yaml": {
        "name": "Älvsbyn",
        "municipality": "2560",
        "lifecycle": [{"event": "opened", "on": "2022-03", "source": "page"}],
        "contact": {"phone": "+46771123456", "email": "alvsbyn@exempel.se"},
        "services": [{"agency": "skatteverket", "service": "id-card", "available": True, "source": "page"}],
    },
    "offices/orebro.yaml": {
        "name": "Örebro",
        "municipality": "1880",
        "lifecycle": [
            {"event": "opened", "on": "2019-06-01", "source": "page"},
            {
                "event": "closing_decided",
                "on": "2026-01-15",
                "last_day": "2026-06-30",
                "successors": ["exempelstad-torget"],
                "source": "page",
            },
        ],
        "addresses": [
            {"valid_from": "2019-06-01", "street": "Storgatan 1 | hörnet", "postcode": "70210", "post_town": "Örebro"}
        ],
    },
    "offices/akersberga.yaml": {
        "name": "Åkersberga",
        "municipality": "0117",
        "lifecycle": [{"event": "planned", "on": "2026-05-01", "expected": "2027", "source": "page"}],
    },
    "offices/arvikabussen.yaml": {
        "name": "Arvikabussen",
        "kind": "mobile",
        "municipality": "1784",
        "lifecycle": [{"event": "opened", "on": "../2023-10-02", "source": "page"}],
        "opening_hours": [{"valid_from": "2023-10-02", "weekly": week("10:00-15:00"), "source": "page"}],
        "participations": [
            {"agency": "migrationsverket", "valid_from": "2024-01-01", "level": "guidance", "source": "page"}
        ],
        "co_locations": [
            {"party": "trafikverket", "role": "host", "kind": "driving_test", "status": "agreed", "source": "page"},
            {"municipality": "1784", "role": "guest", "kind": "library", "status": "active", "source": "page"},
        ],
    },
}
"""Offices beside the base registry's own (Torget in Stockholm, open since 2021), of several kinds and fates."""


def registry(folder: Path, changes: Changes | None = None) -> Path:
    """Write the base registry with `changes` laid over it and the schemas beside it; return its root."""
    return write_files(folder / "registry", {**_schemas(), **files_of(laid_over(changes or {}))})


def committed(top: Path, message: str, when: str) -> str:
    """Commit all that lies in `top`, a git repository from now on; return the id."""
    _git(top, when, "init", "-q", "-b", "main")
    _git(top, when, "add", "-A")
    _git(top, when, "commit", "-q", "-m", message)
    return _git(top, when, "rev-parse", "HEAD")


def on(root: Path, *arguments: str, lang: str = "en") -> Outcome:
    """Run `sscctl` on the registry at `root`."""
    return sscctl("--root", str(root), "--lang", lang, *arguments)


@cache
def _schemas() -> dict[str, bytes]:
    return {f"schemas/{file.name}": file.read_bytes() for file in sorted((CHECKOUT / "schemas").glob("*.json"))}


def _git(top: Path, when: str, *arguments: str) -> str:
    env = {**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    done = subprocess.run(["git", *arguments], cwd=top, env=env, capture_output=True, text=True, check=True)
    return done.stdout.strip()
