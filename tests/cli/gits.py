"""Git repositories with a small registry, in which git calls sscctl as it is told to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.base_registry import OFFICE_PATH
from tests.builders import CHECKOUT
from tests.cli.registries import Changes, committed, registry
from tests.process import Outcome, sscctl

OFFICE = f"registry/{OFFICE_PATH}"


class Repository:
    """A repository at `top` with the base registry in it, and git's own tools."""

    def __init__(self, top: Path, changes: Changes | None = None) -> None:
        self.top = top
        registry(top, changes)
        committed(top, "Begin", "2026-01-01T12:00:00+01:00")

    def git(self, *arguments: str, lang: str = "en") -> Outcome:
        """Run git here as a person does."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.top,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "SSCCTL_LANG": lang},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    def sscctl(self, *arguments: str) -> Outcome:
        """Run sscctl here."""
        return sscctl(*arguments, cwd=self.top, env={"SSCCTL_LANG": "en"})

    def set_up(self) -> None:
        """Let git call sscctl."""
        outcome = self.sscctl("git", "setup", "--yes")
        assert outcome.code == 0, outcome

    def edit(self, *pairs: tuple[str, str], path: str = OFFICE) -> None:
        """Replace texts, each of which must be there, in a file."""
        text = (self.top / path).read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (self.top / path).write_text(text, "utf-8")

    def branch(self, name: str, *pairs: tuple[str, str], path: str = OFFICE) -> None:
        """Commit an edit on a new branch from main, and stay there."""
        assert self.git("checkout", "-q", "-b", name, "main").code == 0
        self.edit(*pairs, path=path)
        outcome = self.git("commit", "-q", "--no-verify", "-a", "-m", name)
        assert outcome.code == 0, outcome

    def text(self, path: str = OFFICE) -> str:
        return (self.top / path).read_text("utf-8")


MONDAY = 'mon: ["10:00-16:00"]'
TUESDAY = 'tue: ["10:00-16:00"]'
STREET = "street: Exempelgatan 1"


def program() -> str:
    """How sscctl is called from where the tests run."""
    return str(Path(sys.executable).with_name("sscctl"))
