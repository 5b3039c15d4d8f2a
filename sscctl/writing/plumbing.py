"""Git's plumbing for a commit of our own: with the person's settings, and running nothing that a clone brings along.

Names, signing and conversions of line ends are settings that a commit has to heed, so git is shown the clone's own
folder here. What could run a program is switched off by the command line, which no setting overrules: hooks, monitors,
transports. No command is used that would run a filter, a text converter, an editor or a pager.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sscctl.errors import InputOutput
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.gitprocess import PATIENCE, git_program, no_answer
from sscctl.text import Text
from sscctl.writing.troubles import failing

_SWITCHES = (
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "gc.auto=0", "maintenance.auto=false", "protocol.allow=never",
    "core.fsync=committed,index", "core.fsyncMethod=fsync", "user.useConfigOnly=true", "i18n.commitEncoding=UTF-8",
    "advice.graftFileDeprecated=false", "core.warnAmbiguousRefs=false",
)  # fmt: skip
_INHERITED = (
    "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "EMAIL", "USER",
    "LOGNAME", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE",
    "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE",
)  # fmt: skip
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_PAGER": "cat",
    "GIT_EDITOR": ":",
}


_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said: how it ended (negative: by which signal), and its two channels."""

    code: int
    output: bytes
    complaint: bytes

    @property
    def line(self) -> str:
        """The only line of the output."""
        return self.output.decode("utf-8", "surrogateescape").removesuffix("\n")

    @property
    def reason(self) -> str:
        """Git's last words."""
        words = self.complaint.decode("utf-8", "replace").strip().splitlines()
        if self.code < 0:
            return f"signal {-self.code}"
        return words[-1].removeprefix("fatal: ").removeprefix("error: ") if words else f"exit {self.code}"


@dataclass
class Plumbing:
    """One repository's git for writing; `lock` is inherited by every process, `aside` a folder for new objects.

    `overruled` are settings by their keys, which may hold what the command line cannot.
    """

    place: GitPlace
    lock: int | None = None
    aside: Path | None = None
    index: Path | None = None
    switches: Sequence[str] = field(default=())
    overruled: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def program(self) -> str:
        """The absolute path of git."""
        return git_program(self.place.top)

    @property
    def environment(self) -> dict[str, str]:
        """All that git gets to know of the environment."""
        objects = self.place.common / "objects"
        found = {
            **{name: os.environ[name] for name in _INHERITED if name in os.environ},
            **_ENVIRONMENT,
            "PATH": str(Path(self.program).parent),
            "GIT_DIR": str(self.place.own),
            "GIT_WORK_TREE": str(self.place.top),
            "GIT_INDEX_FILE": str(self.index or self.place.index),
        }
        for number, (key, value) in enumerate(self.overruled.items()):
            found |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        found["GIT_CONFIG_COUNT"] = str(len(self.overruled))
        if self.aside is not None:
            escaped = str(objects).replace("\\", "\\\\").replace('"', '\\"')
            found |= {"GIT_OBJECT_DIRECTORY": str(self.aside), "GIT_ALTERNATE_OBJECT_DIRECTORIES": f'"{escaped}"'}
        return found

    def ask(self, *arguments: str, given: bytes = b"", more: Mapping[str, str] | None = None) -> Answer:
        """Run a command to its end, whatever that is; arguments from outside are ids, or stand after `--`."""
        options = [word for switch in (*_SWITCHES, *self.switches) for word in ("-c", switch)]
        try:
            with failing(self.program):
                done = subprocess.run(
                    [self.program, "--no-pager", "--no-replace-objects", *options, *arguments],
                    input=given,
                    capture_output=True,
                    cwd=self.place.top,
                    env={**self.environment, **(more or {})},
                    pass_fds=() if self.lock is None else (self.lock,),
                    timeout=PATIENCE,
                    check=False,
                )
        except subprocess.TimeoutExpired:
            raise no_answer() from None
        return Answer(done.returncode, done.stdout, done.stderr)

    def run(self, *arguments: str, given: bytes = b"", more: Mapping[str, str] | None = None) -> Answer:
        """Run a command that has no reason to fail; InputOutput in git's own words if it does."""
        answer = self.ask(*arguments, given=given, more=more)
        if answer.code:
            raise failed(arguments[0], self.place, answer)
        return answer

    def value(self, ref: str) -> str | None:
        """The commit that a ref (by its full name, or HEAD) leads to; `None` where there is none."""
        answer = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if answer.code not in {0, 1, 128}:
            raise failed("rev-parse", self.place, answer)
        return self._identity("rev-parse", answer) if answer.code == 0 else None

    def identity(self, *arguments: str, given: bytes = b"") -> str:
        """Run a command that answers with the id of one object."""
        return self._identity(arguments[0], self.run(*arguments, given=given))

    def _identity(self, command: str, answer: Answer) -> str:
        """Hear only a whole answer: git takes no notice where a pipe does not take what it writes."""
        if not is_id(answer.line):
            raise failed(command, self.place, answer)
        return answer.line

    def head(self) -> str | None:
        """The branch, by its full name, that HEAD leads to; `None` where it is detached."""
        answer = self.ask("symbolic-ref", "--quiet", "HEAD")
        if answer.code not in {0, 1}:
            raise failed("symbolic-ref", self.place, answer)
        if answer.code == 0 and not answer.line.startswith("refs/"):
            raise failed("symbolic-ref", self.place, answer)
        return answer.line if answer.code == 0 else None


def is_id(text: str) -> bool:
    """Whether it is the whole id of an object."""
    return _ID.fullmatch(text) is not None


def failed(command: str, place: GitPlace, answer: Answer) -> InputOutput:
    """Say in git's own words why it failed."""
    return InputOutput(
        Text(
            f"git {command} misslyckades i {place.own}: {answer.reason}",
            f"git {command} failed in {place.own}: {answer.reason}",
        ),
        Text("rätta det och kör igen", "mend that and run again"),
    )
