"""`contract check` and `publish verify`, run as people and pipelines run them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.builders import registry_files
from tests.cli.promises import kept
from tests.cli.publishing import ON, commit, publish
from tests.process import CHECKOUT, Outcome, sscctl, write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registry in git with the schemas of what it publishes beside it, published to `out`."""
    place = write_files(tmp_path / "checkout/registry", registry_files())
    shutil.copytree(CHECKOUT / "schemas", tmp_path / "checkout/schemas", dirs_exist_ok=True)
    commit(place)
    assert publish(place).code == 0
    return place


def check(root: Path, against: str, *options: str) -> Outcome:
    return sscctl("--root", str(root), "contract", "check", "--against", against, *ON[:2], *options, cwd=root)


def out(root: Path) -> Path:
    return root.parents[1] / "out"


def test_nothing_differs_from_what_was_just_published(root: Path) -> None:
    outcome = check(root, str(out(root)))
    assert (outcome.code, outcome.stderr) == (0, "")
    assert outcome.stdout.startswith("The contract is kept; nothing differs.")
    assert check(root, "HEAD").code == 0


def test_an_office_that_vanishes_breaks_readers(root: Path) -> None:
    (root / "offices/exempelstad-torget.yaml").unlink()
    for against in (str(out(root)), "HEAD"):
        outcome = check(root, against, "-o", "json")
        verdict = kept("contract-check", outcome.stdout)
        assert (outcome.code, verdict["verdict"], verdict["kept"]) == (1, "breaking", False)
        assert verdict["version"] == {"before": "1.0.0", "needed": "2.0.0", "declared": "1.0.0"}
        assert {"offices.json", "offices/exempelstad-torget.json"} <= {one["path"] for one in verdict["differences"]}


def test_a_review_is_told_in_markdown(root: Path) -> None:
    (root / "offices/exempelstad-torget.yaml").unlink()
    outcome = check(root, "HEAD", "-o", "markdown")
    assert outcome.stdout.startswith("**The contract is broken.**")
    assert "offices/exempelstad-torget.json" in outcome.stdout


def test_the_schemas_of_a_revision_are_read_from_that_revision(root: Path) -> None:
    schema = root.parent / "schemas/output/v1/office-record.schema.json"
    tree = json.loads(schema.read_text("utf-8"))
    tree["properties"]["fax"] = {"type": "string", "description": "A number that people had."}
    schema.write_text(json.dumps(tree), "utf-8")
    commit(root)
    outcome = check(root, "HEAD")
    assert outcome.code == 1
    assert "schema/office-record.schema.json /fax: the field is gone" in outcome.stdout


@pytest.mark.parametrize(
    ("against", "code", "said"),
    [
        pytest.param("no-such-revision", 4, "there is no revision no-such-revision", id="neither folder nor revision"),
        pytest.param("--output=x", 4, "there is no revision --output=x", id="what looks like an option"),
        pytest.param(".", 4, "no edition lies in .", id="a folder without an edition"),
    ],
)
def test_what_there_is_nothing_to_compare_with(root: Path, against: str, code: int, said: str) -> None:
    outcome = check(root, against)
    assert (outcome.code, outcome.stdout) == (code, "")
    assert said in outcome.stderr


def verify(root: Path, *options: str) -> Outcome:
    return sscctl("publish", "verify", str(out(root)), *options, cwd=root)


def test_a_published_folder_is_verified(root: Path) -> None:
    outcome = verify(root)
    assert (outcome.code, outcome.stderr) == (0, "")
    (out(root) / "v1/offices.csv").write_text("id\n")
    outcome = verify(root)
    assert (outcome.code, outcome.stderr) == (7, "")
    assert outcome.stdout.startswith("v1/offices.csv: size: 3 bytes instead of ")
    problems = kept("publish-verify", verify(root, "-o", "json").stdout)["problems"]
    assert [(one["path"], one["flaw"]) for one in problems] == [("v1/offices.csv", "size")]


def test_an_edition_older_than_asked_for_was_rolled_back(root: Path) -> None:
    assert verify(root, "--not-before", "2026-11-20T08:00:00+00:00").code == 0
    outcome = verify(root, "--not-before", "2026-11-21T00:00")
    assert outcome.code == 7
    assert "v1/manifest.json: older: the edition is of 2026-11-20T08:30:00Z" in outcome.stdout


def test_a_folder_without_an_edition_cannot_be_verified(tmp_path: Path) -> None:
    outcome = sscctl("publish", "verify", str(tmp_path), cwd=tmp_path)
    assert outcome.code == 4
    assert "no edition lies in" in outcome.stderr
