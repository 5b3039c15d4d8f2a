"""How a clone's git is told to call sscctl: what stands in its configuration, its attributes and its hooks.

The commands name the program by its full path, for git runs them in the clone, whatever is on the path there; and they
fall back on git's own ways where the program is gone.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sscctl.reading.gitplace import GitPlace, small_file
from sscctl.reading.gitprocess import PATIENCE, git_program
from sscctl.writing.blocks import with_block, without_block
from sscctl.writing.replacing import replace

HOOKS = ("pre-commit", "pre-merge-commit")
"""The hooks that git runs before it commits: the second before a merge that had no conflict."""

_HOOK = """#!/bin/sh
# sscctl git setup: checks what is about to be committed{how}
exec {line}
"""
_OWN_HOOK = re.compile(_HOOK.format(how="[a-z ()]*", line=".+ git hook"))
_NEW_FOLDER = " (new folder)"
_CONFIG = """[diff "sscctl"]
\ttextconv = {textconv}
[merge "sscctl"]
\tname = offices by their values
\tdriver = {driver}
"""
_TEXTCONV = 'f() { %s git textconv -- "$1" 2>/dev/null || cat -- "$1"; }; f'
_DRIVER = (
    "%s git merge-file -- %%O %%A %%B %%L %%P; r=$?; case $r in 126|127) "
    "git merge-file --marker-size=%%L -L ours -L base -L theirs %%A %%O %%B;; *) exit $r;; esac"
)
_DOCUMENTS = (
    ("registry.yaml", "merge"), ("network.yaml", "merge"), ("agencies/*.yaml", "merge"), ("agreements/*.yaml", "merge"),
    ("decisions/*.yaml", "merge"), ("offices/**/*.yaml", "diff merge"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is written, or removed where `after` is `None`; `before` is what it holds now."""

    path: Path
    before: bytes | None
    after: bytes | None
    is_program: bool = False
    made_folder: bool = False

    def apply(self) -> None:
        """Do it, unless the file has changed since it was read."""
        replace(self.path, self.after, before=self.before, mode=0o755 if self.is_program else None)
        if self.after is None and self.made_folder and not any(self.path.parent.iterdir()):
            self.path.parent.rmdir()


def config_lines(program: str) -> str:
    """The section that stands in the configuration; `program` is a command in the shell's own words."""
    return _CONFIG.format(textconv=_quoted(_TEXTCONV % program), driver=_quoted(_DRIVER % program.replace("%", "%%")))


def attribute_lines(prefix: str) -> str:
    """Which files are compared and merged so, for a registry at `prefix` (`registry/`) below the top level."""
    return "".join(
        f"{_pattern(f'/{prefix}', path)} {' '.join(f'{driver}=sscctl' for driver in drivers.split())}\n"
        for path, drivers in _DOCUMENTS
    )


def command(program: str | tuple[str, ...]) -> str:
    """A program with its arguments as the shell reads it."""
    return shlex.join((program,) if isinstance(program, str) else program)


def line_for_other_hooks(program: str, prefix: str) -> str:
    """What a hook of somebody else's would have to call."""
    return f"{_hook_line(program, prefix)} || exit 1"


def _hook_line(program: str, prefix: str) -> str:
    return f"{program} --root {shlex.quote(f'./{prefix}')} git hook"


def set_up(place: GitPlace, program: str, prefix: str, *, attributes: bool, hooks: bool) -> Iterator[Change]:
    """What has to be written, in the order it is written; nothing where all is there already."""
    wanted: Mapping[Path, str] = {place.common / "config": config_lines(program)}
    if attributes:
        wanted = {**wanted, place.common / "info" / "attributes": attribute_lines(prefix)}
    for path, lines in wanted.items():
        before = _read(path)
        after = with_block(_text(before), lines, had_folder=path.parent.is_dir()).encode("utf-8", "surrogateescape")
        if after != before:
            yield Change(path, before, after)
    for name in HOOKS if hooks else ():
        path = place.common / "hooks" / name
        before = _read(path)
        own = before is not None and is_own_hook(before)
        if before is not None and not own:
            continue
        is_new = not path.parent.is_dir() or (own and _NEW_FOLDER.encode() in (before or b""))
        line = _hook_line(program, prefix)
        after = _HOOK.format(line=line, how=_NEW_FOLDER if is_new else "").encode("utf-8", "surrogateescape")
        if after != before:
            yield Change(path, before, after, is_program=True)


def hooks_elsewhere(place: GitPlace) -> str | None:
    """The folder that git is configured to take hooks from instead of its own; `None` where it is not."""
    program = git_program(place.top)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        [program, "config", "--null", "--get", "core.hooksPath"],
        cwd=place.top,
        env={**environment, "GIT_DIR": str(place.own)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return done.stdout.decode("utf-8", "surrogateescape").rstrip("\0") or None


def lines_in_gitattributes(place: GitPlace, prefix: str) -> list[str]:
    """The lines of the work tree's attributes that name sscctl, each with its file."""
    folders = {place.top, place.top / prefix, place.top / prefix / "offices"}
    return [
        f"{path.relative_to(place.top)}: {line}"
        for path in sorted(folder / ".gitattributes" for folder in folders)
        for line in small_file(path).decode("utf-8", "replace").splitlines()
        if not line.startswith("#") and re.search(r"(?<!\S)(?:diff|merge)=sscctl(?!\S)", line)
    ]


def foreign_hooks(place: GitPlace) -> list[Path]:
    """The hooks of somebody else's that stand where ours would."""
    paths = [place.common / "hooks" / name for name in HOOKS]
    return [path for path in paths if (found := _read(path)) is not None and not is_own_hook(found)]


def undo(place: GitPlace) -> Iterator[Change]:
    """What has to be written for everything to be as it was before `set_up`."""
    for path in (place.common / "config", place.common / "info" / "attributes"):
        before = _read(path)
        found = without_block(_text(before))
        if found.lines is not None:
            after = None if found.content is None else found.content.encode("utf-8", "surrogateescape")
            yield Change(path, before, after, made_folder=not found.had_folder)
    for name in HOOKS:
        path = place.common / "hooks" / name
        before = _read(path)
        if before is not None and is_own_hook(before):
            yield Change(path, before, None, made_folder=_NEW_FOLDER.encode() in before)


def is_own_hook(content: bytes) -> bool:
    """Whether a hook is one that `set_up` wrote, for whichever program."""
    return _OWN_HOOK.fullmatch(content.decode("utf-8", "surrogateescape")) is not None


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _text(content: bytes | None) -> str | None:
    return None if content is None else content.decode("utf-8", "surrogateescape")


def _quoted(value: str) -> str:
    """A value as git's configuration reads it back (git-config(1), Values)."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _pattern(folder: str, path: str) -> str:
    """A folder and a pattern below it as gitattributes(5) reads them; what means something to it stands for itself."""
    literal = re.sub(r"([\\*?\[\]])", r"\\\1", folder)
    if re.search(r'["\s]', literal):
        escaped = literal.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
        return f'"{escaped}{path}"'
    return f"{literal}{path}"
