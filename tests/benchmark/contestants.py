"""The commands that are timed on one made-up registry: sscctl's own, git's, and those of other checkers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmark.measure import Command

CHECKOUT = Path(__file__).resolve().parents[2]

TODAY = "2026-11-22"
"""The day on which the made-up offices are right."""

SSCCTL = "sscctl validate"
WARM = "sscctl validate, nothing changed"
CHANGED = "sscctl validate, one file changed"
NOTHING = "sscctl --help"
PASS = "python -c pass"
GIT_STATUS = "git status"
CHECK_JSONSCHEMA = "check-jsonschema"
YAMLLINT = "yamllint"
SOURCEMETA = "@sourcemeta/jsonschema"
SOURCEMETA_FAST = "@sourcemeta/jsonschema --fast"

_KEPT = "refs/bench/changed"
_QUIET_YAMLLINT = "{extends: default, rules: {line-length: {max: 120}, document-start: disable, truthy: disable}}"
_NPM = CHECKOUT / "tests/npm/node_modules/.bin/jsonschema"


@dataclass(frozen=True, slots=True)
class Place:
    """A made-up registry of `size` offices in `folder`, and where sscctl's cache of it lies."""

    size: int
    folder: Path
    cache: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables that every command runs under: this machine's, without anybody's settings."""
        kept = ("PATH", "HOME", "TMPDIR", "PYTHONPATH")
        return {
            **{name: os.environ[name] for name in kept if name in os.environ},
            "LANG": "C.UTF-8",
            "XDG_CACHE_HOME": str(self.cache),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
        }

    @property
    def office_files(self) -> tuple[str, ...]:
        """Every office's path from the repository's top."""
        found = (self.folder / "registry/offices").glob("*/*.yaml")
        return tuple(sorted(path.relative_to(self.folder).as_posix() for path in found))

    def command(self, name: str, *arguments: str) -> Command:
        """A command that runs at the repository's top."""
        return Command(name, arguments, self.folder, self.environment)

    def sscctl(self, name: str, *arguments: str) -> Command:
        """A command of sscctl's."""
        return self.command(name, str(Path(sys.executable).with_name("sscctl")), *arguments)

    def warm(self) -> Command:
        """`sscctl validate` after one like it."""
        return self.sscctl(WARM, "validate", "--today", TODAY)

    def cold(self) -> Command:
        """`sscctl validate` that knows nothing from before."""
        return replace(self.warm(), name=SSCCTL, before=lambda: shutil.rmtree(self.cache, ignore_errors=True))

    def after_a_change(self) -> Command:
        """`sscctl validate` after one office's file became other than it ever was."""
        return replace(self.warm(), name=CHANGED, before=self.change)

    def nearest(self) -> Command:
        """The offices nearest to a town."""
        return self.sscctl("sscctl near", "near", "Umeå", "--on", TODAY)

    def open_now(self) -> Command:
        """Every office that is open at an instant."""
        return self.sscctl("sscctl open", "open", "--at", "2026-11-23T11:00")

    def hours_of_days(self) -> Command:
        """Every office's hours, day by day for four weeks."""
        query = "SELECT count(*), sum(open_minutes) FROM hours_by_day"
        return self.sscctl("sscctl sql, hours of four weeks", "sql", "--timeout", "100", "--on", TODAY, query)

    def hours_of_a_year(self) -> Command:
        """Every office's hours, day by day for a year, by the engine alone: no command asks for so much at once."""
        script = CHECKOUT / "tests/benchmark/year_of_hours.py"
        return self.command("hours of a year, every office", sys.executable, str(script), TODAY)

    def difference(self) -> Command:
        """What one office's new name means to a visitor."""
        return replace(self.sscctl("sscctl diff, one file changed", "diff"), before=self.change)

    def difference_of_commits(self) -> Command:
        """The same between two commits, of which git looks at no file."""
        return replace(self.sscctl("sscctl diff, two commits", "diff", "HEAD", _KEPT), before=self.keep_a_change)

    def published(self, name: str, *options: str) -> Command:
        """The edition anew, in a folder beside the registry; the guard is not what is measured."""
        out = str(self.folder.with_name(f"{self.folder.name}-published"))
        return self.sscctl(name, "publish", "--out", out, "--on", TODAY, "--allow-errors", "--allow-loss", *options)

    def change(self) -> None:
        """Give one office a name it never had."""
        file = self.folder / self.office_files[self.size // 2]
        before, _, after = file.read_text("utf-8").partition("\nname: ")
        name, _, rest = after.partition("\n")
        letters = name.rstrip("x")
        file.write_text(f"{before}\nname: {letters}{'x' * (len(name) - len(letters) + 1)}\n{rest}", "utf-8")

    def keep_a_change(self) -> None:
        """Change an office, in a commit beside the branch."""
        self.change()
        made = self._git("-c", "user.name=bench", "-c", "user.email=bench@example.org", "stash", "create").strip()
        self._git("update-ref", _KEPT, made)

    def _git(self, *arguments: str) -> str:
        command = ["git", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def python_pass(self) -> Command:
        """The interpreter that runs sscctl, doing nothing."""
        return self.command(PASS, sys.executable, "-c", "pass")

    def git_status(self) -> Command:
        """What git needs to know that nothing changed."""
        return self.command(GIT_STATUS, "git", "status", "--porcelain")

    def check_jsonschema(self) -> Command:
        """The schema alone, on every office; it looks for the other schemas beside the one it is given."""
        schema = self.folder / "schemas/office.schema.json"
        tool = str(Path(sys.executable).with_name("check-jsonschema"))
        given = ("--base-uri", schema.as_uri(), "--schemafile", str(schema))
        return self.command(CHECK_JSONSCHEMA, tool, *given, *self.office_files)

    def yamllint(self) -> Command:
        """Form alone, with rules that the files keep, so that nothing is printed."""
        tool = str(Path(sys.executable).with_name("yamllint"))
        return self.command(YAMLLINT, tool, "-d", _QUIET_YAMLLINT, "registry/offices")

    def sourcemeta(self, *, fast: bool = False) -> Command:
        """The schema alone, on every office."""
        schemas = ("schemas/office.schema.json", "--resolve", "schemas/common.schema.json")
        options = ("--fast",) if fast else ()
        name = SOURCEMETA_FAST if fast else SOURCEMETA
        return self.command(name, str(_NPM), "validate", *options, *schemas, "registry/offices")


def has_npm_rival() -> bool:
    """Whether the checker from npm is installed (`make bench` does that)."""
    return _NPM.exists()


def counts(command: Command) -> dict[str, int]:
    """What `sscctl validate` counts of its own work, as `--stats json` tells."""
    command.before()
    done = subprocess.run(
        (*command.arguments, "--stats", "json"),
        cwd=command.folder,
        env=dict(command.environment),
        capture_output=True,
        check=True,
        text=True,
    )
    told: dict[str, int] = json.loads(done.stderr.splitlines()[-1])
    return told
