"""Repositories with a registry in which offices are edited."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from tests.cli.gits import Repository
from tests.cli.registries import TODAY, Changes, committed
from tests.process import CHECKOUT, Outcome, sscctl

NEWS = "https://www.exempel.se/nyheter/1"
HARBOUR: Changes = {
    "offices/exempelstad-hamnen.yaml": {
        "name": "Hamnen",
        "lifecycle": [{"event": "opened", "on": "2020-03-01", "source": "page"}],
        "co_locations": [
            {"party": "trafikverket", "role": "host", "kind": "other", "status": "active", "source": "page"}
        ],
    },
    "decisions/ssc-nedlaggning-2026.yaml": {
        "kind": "own_decision",
        "title": {"sv": "Beslut om nedläggning", "en": "Decision on a closing"},
        "date": "2026-10-15",
        "body": "board",
        "decided_by": "statens-servicecenter",
        "offices": ["exempelstad-torget"],
        "consulted": ["municipality", "region", "county_board"],
    },
}
DECISION = "ssc-nedlaggning-2026"


class Registry(Repository):
    """The base registry, or the real one, in a repository; commands run on the same day for all."""

    @classmethod
    def real(cls, top: Path) -> Registry:
        """A copy of the registry that this repository keeps."""
        found = cls.__new__(cls)
        found.top = top
        for folder in ("registry", "schemas"):
            shutil.copytree(CHECKOUT / folder, top / folder)
        committed(top, "Begin", "2026-01-01T12:00:00+01:00")
        return found

    def edit_with(self, *arguments: str, lang: str = "en", **environment: str) -> Outcome:
        """Run an editing command."""
        return sscctl(*arguments, "--today", TODAY, cwd=self.top, env={"SSCCTL_LANG": lang, **environment})

    def everything(self) -> str:
        """A digest of every file there is, git's own included."""
        digest = hashlib.sha256()
        for path in sorted(self.top.rglob("*")):
            if path.is_file() and not path.is_symlink():
                digest.update(f"{path}\0".encode() + path.read_bytes())
        return digest.hexdigest()
