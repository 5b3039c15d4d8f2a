"""What a stranger can put into a clone, or a machine into the environment, to have git run a program."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.reading.clone import Clone

Trap = Callable[[Clone, str], object]
"""Sets a trap in a clone that runs the given command."""

HOOKS = (
    "applypatch-msg", "post-checkout", "post-commit", "post-index-change", "post-merge", "post-rewrite", "pre-auto-gc",
    "pre-commit", "pre-push", "pre-rebase", "prepare-commit-msg", "reference-transaction", "fsmonitor-watchman",
)  # fmt: skip


def settings(*pairs: str) -> Trap:
    """Set `name=value` pairs in the clone's configuration; `{}` in a value is the command."""

    def trap(clone: Clone, command: str) -> None:
        for pair in pairs:
            name, _, value = pair.partition("=")
            clone.git("config", "--local", name, value.replace("{}", command))

    return trap


def attributes(text: str, *pairs: str, place: str = "registry/.gitattributes") -> Trap:
    """Give every file these attributes, and set the pairs."""

    def trap(clone: Clone, command: str) -> None:
        clone.write(place, f"* {text}\n")
        settings(*pairs)(clone, command)

    return trap


def hooks(clone: Clone, command: str, folder: str = ".git/hooks") -> None:
    for name in HOOKS:
        clone.write(f"{folder}/{name}", f"#!/bin/sh\n{command}\n").chmod(0o755)


def included(condition: str) -> Trap:
    def trap(clone: Clone, command: str) -> None:
        clone.write("settings.txt", f'[core]\n\tfsmonitor = "{command}; :"\n[filter "x"]\n\tclean = "{command}; cat"\n')
        clone.write("registry/.gitattributes", "* filter=x\n")
        clone.git("config", "--local", condition, str(clone.top / "settings.txt"))

    return trap


def worktree_settings(clone: Clone, command: str) -> None:
    settings("core.repositoryFormatVersion=1", "extensions.worktreeConfig=true")(clone, command)
    clone.write(".git/config.worktree", f'[core]\n\tfsmonitor = "{command}; :"\n')


def promised(*pairs: str) -> Trap:
    """Let an object be missing that a remote has promised, so that git would fetch it."""

    def trap(clone: Clone, command: str) -> None:
        missing = clone.git("rev-parse", "HEAD:registry/offices/arvika.yaml")
        settings(
            "core.repositoryFormatVersion=1", "extensions.partialClone=origin", "remote.origin.promisor=true", *pairs
        )(clone, command)
        (clone.top / ".git/objects" / missing[:2] / missing[2:]).unlink()

    return trap


def submodule(clone: Clone, command: str) -> None:
    """A submodule whose own settings are hostile: `git status` looks into it with these."""
    below = "registry/offices/below"
    clone.git("init", "-q", below)
    clone.write(f"{below}/x.yaml", "")
    clone.git("-C", below, "add", "x.yaml")
    clone.git("-C", below, "commit", "-q", "-m", "x")
    clone.git("-c", "advice.addEmbeddedRepo=false", "add", below)
    clone.git("commit", "-q", "-m", "submodule")
    clone.git("-C", below, "config", "core.fsmonitor", f"{command}; :")
    clone.git("-C", below, "config", "filter.x.clean", f"{command}; cat")
    clone.write(f"{below}/.gitattributes", "* filter=x\n")
    clone.write(f"{below}/x.yaml", "changed")


def bare_inside(clone: Clone, command: str) -> None:
    """A folder that looks like a repository itself."""
    below = clone.top / "registry/offices"
    clone.git("init", "-q", "--bare", str(clone.top / "registry/bare"))
    for entry in (clone.top / "registry/bare").iterdir():
        entry.rename(below / entry.name)
    clone.write(
        "registry/offices/config", f'[core]\n\tbare = true\n\tfsmonitor = "{command}; :"\n\tpager = "{command}"\n'
    )
    os.chdir(below)


def signed(clone: Clone, command: str) -> None:
    """A commit with a signature, which `git log` hands to a program if it is told to."""
    raw = clone.git("cat-file", "commit", "HEAD")
    head, _, message = raw.partition("\n\n")
    body = f"{head}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n{message}\n"
    clone.write("raw.txt", body)
    made = clone.git("hash-object", "-t", "commit", "-w", "raw.txt")
    clone.git("update-ref", "refs/heads/main", made)
    script = clone.write("gpg.sh", f"#!/bin/sh\n{command}\n")
    script.chmod(0o755)
    settings("log.showSignature=true", f"gpg.program={script}", f"gpg.openpgp.program={script}")(clone, command)


def program_called_git(folder: str) -> Trap:
    def trap(clone: Clone, command: str) -> None:
        clone.write(f"{folder}/git", f"#!/bin/sh\n{command}\n").chmod(0o755)
        os.chdir(clone.top)
        first = "." if folder == "." else str(clone.top / folder)
        os.environ["PATH"] = f"{first}{os.pathsep}{os.environ['PATH']}"

    return trap


def surroundings(**values: str) -> Trap:
    def trap(_: Clone, command: str) -> None:
        os.environ.update({name: value.replace("{}", command) for name, value in values.items()})

    return trap


def injected(name: str, value: str) -> Trap:
    return surroundings(GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0=name, GIT_CONFIG_VALUE_0=value)


def hooks_elsewhere(clone: Clone, command: str) -> None:
    hooks(clone, command, "h")
    clone.git("config", "--local", "core.hooksPath", "h")


def submodule_summary(clone: Clone, command: str) -> None:
    submodule(clone, command)
    settings("status.submoduleSummary=true", "diff.submodule=diff")(clone, command)


FILE = "HEAD:registry/registry.yaml"
FETCHING = "cat-file -p HEAD:registry/offices/arvika.yaml"
REQUIRED = "filter.x.required=true"
CLEAN = "filter.x.clean={}; cat"
INFO = ".git/info/attributes"
EXT = "remote.origin.url=ext::sh -c {}"
NOWHERE = "remote.origin.url=ssh://nowhere.invalid/x"

TRAPS: dict[str, tuple[Trap, str]] = {
    "a file system monitor": (settings("core.fsmonitor={}; :"), "status"),
    "a file system monitor of version 2": (settings("core.fsmonitor={}; :", "core.fsmonitorHookVersion=2"), "status"),
    "a clean filter": (attributes("filter=x", CLEAN), "status"),
    "a clean filter on text": (attributes("text eol=crlf filter=x", CLEAN), "status"),
    "a smudge filter": (attributes("filter=x", "filter.x.smudge={}; cat"), f"cat-file --filters {FILE}"),
    "a filter process": (attributes("filter=x", "filter.x.process={}; cat", REQUIRED), "add -n registry"),
    "a filter by the clone's own attributes": (attributes("filter=x", CLEAN, place=INFO), "status"),
    "a text converter": (attributes("diff=x", "diff.x.textconv={}; cat"), "diff HEAD"),
    "a diff program by attribute": (attributes("diff=x", "diff.x.command={};:"), "diff HEAD"),
    "an external diff program": (settings("diff.external={};:"), "diff HEAD"),
    "a merge driver": (attributes("merge=x", "merge.x.driver={}"), ""),
    "an encoding of the work tree": (attributes("working-tree-encoding=UTF-16", "i18n.logOutputEncoding=UTF-16"), ""),
    "a pager": (settings("core.pager={}; cat", "pager.log=true", "pager.status=true"), ""),
    "an editor": (settings("core.editor={}", "sequence.editor={}"), "commit --amend --allow-empty"),
    "an ssh command": (settings("core.sshCommand={}", NOWHERE), "fetch"),
    "a credential helper": (settings("credential.helper=!{}"), "credential fill"),
    "a password prompt": (settings("core.askPass={}"), ""),
    "a proxy program": (settings("core.gitProxy={}", "remote.origin.url=git://nowhere.invalid/x"), "fetch"),
    "hooks": (hooks, "commit --allow-empty -m x"),
    "hooks elsewhere": (hooks_elsewhere, "commit --allow-empty -m x"),
    "a signature program": (signed, "log"),
    "an included file": (included("include.path"), "status"),
    "a file included on a condition": (included("includeIf.gitdir:/**.path"), "status"),
    "settings of the work tree": (worktree_settings, "status"),
    "another work tree": (settings("core.worktree=/nowhere", "core.fsmonitor={}; :"), ""),
    "an alias": (settings("alias.status=!{}", "alias.cat-file=!{}", "alias.rev=!{}"), "rev"),
    "a program for missing objects": (promised("remote.origin.url=.", "remote.origin.uploadpack={};:"), FETCHING),
    "an ext:: address for missing objects": (promised(EXT, "protocol.ext.allow=always"), FETCHING),
    "an ssh command for missing objects": (promised(NOWHERE, "core.sshCommand={}"), FETCHING),
    "a program for borrowed refs": (settings("core.alternateRefsCommand={}"), ""),
    "a diff filter of prompts": (settings("interactive.diffFilter={}"), ""),
    "a trailer program": (settings("trailer.x.command={}", "trailer.x.cmd={}"), ""),
    "a submodule with settings of its own": (submodule, "status"),
    "a summary of submodules": (submodule_summary, "status"),
    "a bare repository inside": (bare_inside, ""),
    "a program called git here": (program_called_git("."), ""),
    "a program called git in the clone": (program_called_git("bin"), ""),
    "a diff program in the environment": (surroundings(GIT_EXTERNAL_DIFF="{};:"), "diff HEAD"),
    "a pager in the environment": (surroundings(GIT_PAGER="{}; cat", PAGER="{}; cat"), ""),
    "a monitor in the environment": (injected("core.fsmonitor", "{}; :"), "status"),
    "an ssh command in the environment": (surroundings(GIT_SSH_COMMAND="{}", GIT_ASKPASS="{}", GIT_EDITOR="{}"), ""),
}  # fmt: skip
"""Each trap, and an ordinary git command that steps into it (nothing where none that only reads does)."""


def trace_files(clone: Clone, canary: Path) -> None:
    """Have git write what it does into a file."""
    for name in ("GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE_SETUP", "GIT_TRACE_PACKET"):
        os.environ[name] = str(canary)
    settings(f"trace2.eventTarget={canary}", f"trace2.normalTarget={canary}")(clone, "")
