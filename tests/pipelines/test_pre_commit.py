"""The hooks for pre-commit, run by pre-commit itself in a real repository; nothing is fetched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.base_registry import OFFICE_ID
from tests.builders import CHECKOUT
from tests.cli.gits import MONDAY, OFFICE, Repository, program
from tests.process import Outcome

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository that uses the hooks as others would, but with the program that is installed here."""
    made = Repository(tmp_path / "clone")
    hooks = [
        {**hook, "language": "system", "entry": hook["entry"].replace("sscctl", program(), 1)}
        for hook in HOOKS.values()
    ]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (made.top / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    made.git("add", ".pre-commit-config.yaml")
    made.git("commit", "-q", "-m", "Use pre-commit")
    return made


def pre_commit(repository: Repository, *arguments: str) -> Outcome:
    home = repository.top.parent / "home"
    done = subprocess.run(
        [str(PRE_COMMIT), *arguments],
        cwd=repository.top,
        env={
            **os.environ,
            "PRE_COMMIT_HOME": str(home),
            "SSCCTL_LANG": "en",
            "PATH": f"{PRE_COMMIT.parent}:{os.environ['PATH']}",
        },
        capture_output=True,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_the_manifest_is_one(repository: Repository) -> None:
    assert pre_commit(repository, "validate-manifest", str(CHECKOUT / ".pre-commit-hooks.yaml")).code == 0
    assert HOOKS["sscctl-validate"]["files"] == "^registry/"
    assert HOOKS["sscctl-validate"]["types"] == ["yaml"]


def test_what_is_right_passes_and_what_is_no_document_is_not_looked_at(repository: Repository) -> None:
    assert pre_commit(repository, "run", "--all-files").code == 0
    (repository.top / "README.md").write_text("More.\n", "utf-8")
    repository.git("add", "README.md")
    outcome = pre_commit(repository, "run")
    assert outcome.code == 0
    assert "(no files to check)Skipped" in outcome.stdout


def test_an_error_that_is_staged_stops_the_commit(repository: Repository) -> None:
    assert pre_commit(repository, "install").code == 0
    repository.edit(('municipality: "0180"', 'municipality: "9999"'))
    repository.git("add", OFFICE)
    outcome = repository.git("commit", "-m", "Move to nowhere")
    assert outcome.code == 1
    assert f"offices/{OFFICE_ID}.yaml:5:15: SSC101 error" in outcome.stderr
    assert "Nothing was committed." in outcome.stderr


def test_what_is_not_staged_is_put_aside(repository: Repository) -> None:
    repository.edit((MONDAY, "mon: []"))
    repository.git("add", OFFICE)
    repository.edit(('municipality: "0180"', 'municipality: "9999"'))
    assert pre_commit(repository, "run").code == 0
    assert '"9999"' in repository.text()


def test_a_file_that_is_removed_is_missed_too(repository: Repository) -> None:
    repository.git("rm", "-q", "registry/agencies/skatteverket.yaml")
    outcome = pre_commit(repository, "run")
    assert outcome.code == 1
    assert "skatteverket" in outcome.stdout
