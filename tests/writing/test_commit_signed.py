"""Who has told git to sign signs; by a program of their own, never by one that a clone brings along."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from sscctl.errors import CannotBeDoneHere
from tests.reading.clone import Clone
from tests.writing.commits import made, unchanged


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path / "clone")


@pytest.fixture
def key(tmp_path: Path) -> Path:
    done = subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "key")],
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0
    return tmp_path / "key"


def test_who_has_told_git_to_sign_signs(clone: Clone, key: Path, tmp_path: Path) -> None:
    for name, value in (("commit.gpgSign", "true"), ("gpg.format", "ssh"), ("user.signingKey", str(key))):
        clone.git("config", name, value)
    made(clone)
    (tmp_path / "signers").write_text(f"* {key.with_suffix('.pub').read_text()}")
    clone.git("-c", f"gpg.ssh.allowedSignersFile={tmp_path / 'signers'}", "verify-commit", "HEAD")


def test_a_program_that_the_clone_brings_along_is_not_asked(clone: Clone, key: Path, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    program = clone.write(".git/program", f"#!/bin/sh\necho > {canary}\n")
    program.chmod(0o755)
    for name, value in (
        *(("commit.gpgSign", "true"), ("gpg.format", "ssh"), ("user.signingKey", str(key))),
        *(
            ("gpg.ssh.program", str(program)),
            ("gpg.program", str(program)),
            ("gpg.ssh.defaultKeyCommand", str(program)),
        ),
    ):
        clone.git("config", name, value)
    made(clone)
    assert not canary.exists()
    assert "SSH SIGNATURE" in clone.git("cat-file", "commit", "HEAD")


def test_a_key_that_is_not_there_is_told_and_nothing_is_committed(clone: Clone) -> None:
    for name, value in (("commit.gpgSign", "true"), ("gpg.format", "ssh"), ("user.signingKey", "/nowhere/key")):
        clone.git("config", name, value)
    with pytest.raises(CannotBeDoneHere, match="git could not commit") as problem:
        made(clone)
    assert "commit.gpgSign" in (problem.value.advice or problem.value.message).en
    unchanged(clone)
