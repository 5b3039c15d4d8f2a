"""What of git's settings a commit heeds: conversions of content, and signing.

Where the person has told git to sign (`commit.gpgSign`), a commit of ours is signed too, with the key that git's
settings name. But the program that signs is run only as the person's own settings name it: one that the clone brings
along in its own configuration is not heard.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sscctl.text import Text
from sscctl.writing.plumbing import Plumbing

_OWN = {"system", "global"}
_TRUE = {"true", "yes", "on", "1", ""}
_PROGRAMS = {
    "gpg.program": "gpg",
    "gpg.openpgp.program": "gpg",
    "gpg.x509.program": "gpgsm",
    "gpg.ssh.program": "ssh-keygen",
    "gpg.ssh.defaultkeycommand": "",
}
"""What of the settings names a program, and git's own choice."""


@dataclass(frozen=True)
class Settings:
    """Every setting with its scope (system, global, local, worktree), in the order git reads them: the last holds."""

    said: tuple[tuple[str, str, str], ...]

    @classmethod
    def of(cls, git: Plumbing) -> Settings:
        """Ask git, which runs nothing for that."""
        words = git.run("config", "--list", "--null", "--show-scope").output.decode("utf-8", "surrogateescape")
        parts = words.split("\0")[:-1]
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return cls(tuple((scope, *_split(setting)) for scope, setting in pairs if scope != "command"))

    def value(self, key: str, *, own: bool = False) -> str | None:
        """The value that holds; `own` hears only the person's and the computer's settings."""
        found = [value for scope, name, value in self.said if name == key and (scope in _OWN or not own)]
        return found[-1] if found else None

    @cached_property
    def converts_line_ends(self) -> bool:
        """Whether git keeps other line ends than lie in the work tree."""
        return (self.value("core.autocrlf") or "false").casefold() in _TRUE | {"input"}

    def has_filter(self, name: str) -> bool:
        """Whether a filter by that name would run a program when something is committed."""
        return any(self.value(f"filter.{name}.{what}") for what in ("clean", "process"))

    def unfiltered(self, git: Plumbing) -> Plumbing:
        """A git that runs no filter, not even on files that only might have changed when it writes an index."""
        names = sorted({name.rpartition(".")[0] for _, name, _ in self.said if name.startswith("filter.")})
        ends = (("clean", ""), ("process", ""), ("smudge", ""), ("required", "false"))
        return replace(git, overruled={f"{name}.{end}": value for name in names for end, value in ends})

    @cached_property
    def signing(self) -> tuple[str, ...]:
        """What `git commit-tree` is told of signing."""
        return ("-S",) if (self.value("commit.gpgsign") or "false").casefold() in _TRUE else ()

    def signer(self, git: Plumbing) -> Plumbing:
        """The git that makes the commit; one that signs keeps no lock, for agents outlive it."""
        if not self.signing:
            return git
        heard = [(key, self.value(key, own=True) or default) for key, default in _PROGRAMS.items()]
        own = tuple(f"{key}={value}" for key, value in heard if self.value(key) != self.value(key, own=True))
        return replace(git, lock=None, switches=own)

    @cached_property
    def environment(self) -> Mapping[str, str]:
        """What the program that signs needs to know: all that the person's own does, but nothing said to git."""
        return (
            {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} if self.signing else {}
        )

    @cached_property
    def advice(self) -> Text | None:
        """What to do where signing may have failed."""
        if not self.signing:
            return None
        return Text(
            "commit.gpgSign är på: se till att git kan signera, eller slå av det",
            "commit.gpgSign is on: see that git can sign, or switch it off",
        )


def _split(setting: str) -> tuple[str, str]:
    key, newline, value = setting.partition("\n")
    return (key, value if newline else "true")
