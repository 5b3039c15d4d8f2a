"""`publish --to`, run as a pipeline runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import registry_files
from tests.cli.promises import kept
from tests.cli.publishing import ON, commit
from tests.process import Outcome, sscctl, write_files
from tests.publishing.store.releases import bucket, what_a_reader_gets
from tests.publishing.store.seaweed import BUCKET, Server


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = write_files(tmp_path / "checkout/registry", registry_files())
    commit(place)
    return place


def publish(root: Path, server: Server, prefix: str, *options: str, on: tuple[str, ...] = ON) -> Outcome:
    to = f"s3://{BUCKET}/{prefix}"
    env = {**server.environment, "HOME": str(root.parent)}
    return sscctl("--root", str(root), "publish", "--to", to, *on, "--no-pages", *options, cwd=root, env=env)


def test_a_release_is_shown_and_told(root: Path, server: Server, prefix: str) -> None:
    outcome = publish(root, server, prefix, "-o", "json")
    assert (outcome.code, outcome.stderr) == (0, "")
    told = kept("publish", outcome.stdout)["store"]
    assert told["address"] == f"s3://{BUCKET}/{prefix}"
    assert told["new"]
    assert what_a_reader_gets(bucket(server, prefix)) == "2026-11-22"
    again = publish(root, server, prefix)
    assert again.code == 0
    assert "Was shown already: s3://" in again.stdout
    assert "secret" not in outcome.stdout + again.stdout + again.stderr


def test_a_rollback_is_refused_with_exit_7(root: Path, server: Server, prefix: str) -> None:
    assert publish(root, server, prefix).code == 0
    earlier = ("--on", "2026-11-21", "--today", "2026-11-22")
    outcome = publish(root, server, prefix, on=earlier)
    assert (outcome.code, outcome.stdout) == (7, "")
    assert "would be a rollback" in outcome.stderr
    assert publish(root, server, prefix, "--allow-rollback", on=earlier).code == 0
    assert what_a_reader_gets(bucket(server, prefix)) == "2026-11-21"


def test_the_guard_holds_there_too(root: Path, server: Server, prefix: str) -> None:
    assert publish(root, server, prefix).code == 0
    (root / "offices/exempelstad-torget.yaml").unlink()
    commit(root)
    outcome = publish(root, server, prefix, "--allow-errors", "--allow-rollback")
    assert outcome.code == 5
    assert "1 office vanishes" in outcome.stderr


@pytest.mark.parametrize(
    ("to", "env", "end"),
    [
        pytest.param("s3://offices/x", {"AWS_ACCESS_KEY_ID": ""}, (3, "there are no keys"), id="no keys"),
        pytest.param("ftp://offices", {}, (2, "no address of an object store"), id="no address"),
        pytest.param("s3://offices/x", {"AWS_ENDPOINT_URL": "http://127.0.0.1:1"}, (7, "fails on"), id="nobody there"),
    ],
)
def test_what_cannot_be_done(root: Path, server: Server, to: str, env: dict[str, str], end: tuple[int, str]) -> None:
    code, said = end
    environment = {**server.environment, "HOME": str(root.parent), **env}
    outcome = sscctl("--root", str(root), "publish", "--to", to, *ON, "--no-pages", cwd=root, env=environment)
    assert (outcome.code, outcome.stdout) == (code, "")
    assert said in outcome.stderr


def test_changes_that_are_not_committed_stay_at_home(root: Path, server: Server, prefix: str) -> None:
    write_files(root, registry_files(town="Annanstad"))
    outcome = publish(root, server, prefix)
    assert outcome.code == 3
    assert "only what is committed" in outcome.stderr
    assert json.loads(publish(root, server, prefix, "--as-of", "HEAD", "-o", "json").stdout)["store"]["new"]
