"""A commit of ours: what it holds, who made it, what it says, and what it leaves as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sscctl.errors import CannotBeDoneHere, InputOutput, Refused, WrongUsage
from sscctl.writing.file_change import FileChange
from tests.reading.clone import Clone
from tests.writing.commits import MESSAGE, made, unchanged
from tests.writing.driver import CHANGES

ARVIKA = "registry/offices/arvika.yaml"
NAMES = ("EMAIL", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path / "clone")


def test_it_holds_the_changes_on_top_of_what_was_there(clone: Clone) -> None:
    before = clone.git("rev-parse", "HEAD")
    done = made(clone)
    assert (clone.git("rev-parse", "HEAD"), clone.git("rev-parse", "HEAD~1")) == (done.id, before)
    assert done.branch == "main"
    assert clone.git("diff-tree", "-r", "--name-status", "--no-commit-id", "HEAD").split() == [
        *("D", "registry/agencies/csn.yaml"),
        *("M", ARVIKA),
        *("A", "registry/offices/new/abisko.yaml"),
    ]
    assert clone.git("status", "--porcelain") == ""
    assert clone.git("log", "-1", "--format=%B") == MESSAGE.strip()
    assert clone.git("reflog", "-1", "--format=%gs") == "commit: Open Abisko"
    clone.git("fsck", "--strict")


def test_who_made_it_is_whom_git_s_settings_name(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    clone.git("config", "user.name", "Åsa Öberg")
    clone.git("config", "user.email", "asa@example.se")
    made(clone)
    assert clone.git("log", "-1", "--format=%an <%ae> %cn <%ce>") == " ".join(["Åsa Öberg <asa@example.se>"] * 2)
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Another")
    made(clone, [FileChange("offices/x.yaml", None, b"x")])
    assert clone.git("log", "-1", "--format=%an <%ae> %cn") == "Another <asa@example.se> Åsa Öberg"


@pytest.mark.parametrize("missing", ["user.name", "user.email"])
def test_without_a_name_and_an_address_nothing_is_committed(
    clone: Clone, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: str
) -> None:
    (tmp_path / "gitconfig").write_text("[user]\n" + ("email = a@b.se\n" if missing == "user.name" else "name = A\n"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(CannotBeDoneHere, match=r"git does not know who you are: no (name|email) was given") as problem:
        made(clone)
    assert f"git config --global {missing}" in (problem.value.advice or problem.value.message).en
    unchanged(clone)


def test_what_else_is_changed_or_staged_stays_so(clone: Clone) -> None:
    clone.write("README.md", "staged\n")
    clone.git("add", "README.md")
    clone.write("README.md", "changed since\n")
    clone.write("registry/offices/stockholm/kista.yaml", "id: changed\n")
    clone.write("registry/offices/untracked.yaml", "id: untracked\n")
    clone.git("rm", "-q", "--cached", "registry/README.md")
    before = clone.git("status", "--porcelain", "--untracked-files=all")
    made(clone)
    assert clone.git("status", "--porcelain", "--untracked-files=all") == before
    assert clone.git("diff", "--cached", "--name-only").split() == ["README.md", "registry/README.md"]
    assert clone.git("show", ":README.md") == "staged"


@pytest.mark.parametrize("how", ["changed", "staged", "staged and put back", "removed from the index", "untracked"])
def test_a_touched_file_with_work_of_somebody_s_in_it_is_refused_by_name(clone: Clone, how: str) -> None:
    changes = [FileChange("offices/arvika.yaml", b"id: work\n", b"id: edited\n"), CHANGES[1]]
    if how == "untracked":
        changes = [FileChange("offices/mine.yaml", b"id: work\n", b"id: edited\n")]
        clone.write("registry/offices/mine.yaml", "id: work\n")
    elif how == "removed from the index":
        clone.git("rm", "-q", "--cached", ARVIKA)
        changes = [CHANGES[0]]
    else:
        clone.write(ARVIKA, "id: work\n")
    if "staged" in how:
        clone.git("add", ARVIKA)
    if how == "staged and put back":
        clone.write(ARVIKA, "id: arvika\n")
        changes = [CHANGES[0]]
    before = clone.git("status", "--porcelain", "--untracked-files=all")
    with pytest.raises(CannotBeDoneHere, match=r"offices/(arvika|mine)\.yaml has changes that were not committed"):
        made(clone, changes)
    unchanged(clone, before)


def test_a_file_that_is_not_what_it_was_is_refused(clone: Clone) -> None:
    with pytest.raises(CannotBeDoneHere, match="changed in the meantime"):
        made(clone, [FileChange("offices/arvika.yaml", b"id: other\n", b"x")])
    unchanged(clone)


@pytest.mark.parametrize(
    "message",
    [
        "",
        " \n",
        "x" * 73,
        "a\nb",
        "a\rb",
        "a\x1b[31m",
        "a\u202eb",
        "a\0b",
        "\ud800",
        "a\n\nb\x07",
        "a\n\n" + "b" * 70_000,
    ],
    ids=["empty", "blank", "long", "two lines", "CR", "escape", "bidi", "NUL", "surrogate", "bell", "70 kB"],
)
def test_a_message_that_is_no_subject_and_body_is_refused(clone: Clone, message: str) -> None:
    with pytest.raises(WrongUsage):
        made(clone, message=message)
    unchanged(clone)


def test_nothing_to_commit_is_refused(clone: Clone) -> None:
    with pytest.raises(Refused):
        made(clone, [FileChange("offices/arvika.yaml", b"x", b"x")])


def test_a_program_keeps_its_mode(clone: Clone) -> None:
    (clone.top / ARVIKA).chmod(0o755)
    clone.commit()
    made(clone, [CHANGES[0]])
    assert clone.git("ls-tree", "HEAD", ARVIKA).split()[0] == "100755"
    assert clone.git("status", "--porcelain") == ""


def test_hooks_monitors_and_other_programs_of_the_clone_do_not_run(clone: Clone, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    for name in (
        "pre-commit",
        "commit-msg",
        "prepare-commit-msg",
        "post-commit",
        "reference-transaction",
        "post-index-change",
    ):
        hook = clone.write(f".git/hooks/{name}", f"#!/bin/sh\necho {name} >> {canary}\n")
        hook.chmod(0o755)
    program = clone.write(".git/program", f"#!/bin/sh\necho $0 $@ >> {canary}\ncat\n")
    program.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.editor",
        "core.pager",
        "core.sshCommand",
        "gpg.program",
        "gpg.ssh.program",
        "core.askPass",
    ):
        clone.git("config", key, str(program))
    clone.git("config", "filter.x.clean", str(program))
    clone.write(".git/info/attributes", "README.md filter=x\n")
    later = (clone.top / "README.md").stat().st_mtime_ns + 10**9
    os.utime(clone.top / "README.md", ns=(later, later))  # git looks twice at what is as young as its index
    os.utime(clone.top / ".git/index", ns=(later, later))
    quiet = ("-c", "filter.x.clean=", "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null")
    clone.git(*quiet, "update-index", "--refresh")
    os.utime(clone.top / ".git/index", ns=(later, later))
    made(clone)
    made(clone, [FileChange("offices/x.yaml", None, b"x")], branch="other")
    assert not canary.exists()


def test_a_change_within_the_grain_of_the_clock_is_still_seen_afterwards(clone: Clone) -> None:
    place = clone.write("README.md", "About!\n")
    clone.git("add", "README.md")
    clone.git("commit", "-q", "-m", "About")
    os.utime(clone.top / ".git/index", ns=(place.stat().st_mtime_ns,) * 2)
    before = place.stat()
    place.write_text("ABOUT!\n")
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    clone.git("config", "core.trustctime", "false")
    made(clone)
    assert clone.git("status", "--porcelain") == "M README.md"


def test_a_filter_on_a_touched_file_is_refused(clone: Clone) -> None:
    clone.git("config", "filter.x.clean", "cat")
    clone.write(".gitattributes", "*.yaml filter=x\n")
    clone.commit()
    with pytest.raises(CannotBeDoneHere, match=r"the filter x\) on registry/"):
        made(clone)
    unchanged(clone, commits=2)


def test_git_at_work_is_waited_for_and_then_told(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sscctl.writing.indexing.PATIENCE", 0.1)
    clone.write(".git/index.lock", "")
    with pytest.raises(InputOutput, match="git is at work here"):
        made(clone)
    (clone.top / ".git/index.lock").unlink()
    unchanged(clone)
    made(clone)
