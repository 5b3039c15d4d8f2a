"""`sscctl publish`, run as people and scripts run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.builders import CHECKOUT, registry_files
from tests.cli.publishing import ON, commit, git, is_whole, publish, published
from tests.process import sscctl, write_files
from tests.publishing.contract import objections, schema_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base registry on disk, in no git repository."""
    return write_files(tmp_path / "checkout/registry", registry_files())


class TestSummary:
    def test_it_tells_people_what_was_published_and_where(self, root: Path) -> None:
        outcome = publish(root, pages=True)
        assert (outcome.code, outcome.stderr) == (0, "")
        lines = outcome.stdout.splitlines()
        assert lines[0].split() == ["Valid", "on", "2026-11-22"]
        assert "1: 1 open" in lines[2]
        assert "0 errors" in lines[3]
        assert str(len(published(root))) in lines[4]
        out = root.parents[1] / "out"
        assert lines[5] == f"Pages     {sum(1 for file in (out / 'webb').rglob('*') if file.is_file())}"
        assert lines[6] == f"Published to {out / 'v1'}/"
        assert lines[7:9] == [f"Web page   {out.as_uri()}/webb/index.html", f"Open data  {out.as_uri()}/v1/"]
        assert lines[9:] == ["Without a web address (--base-url) there is no catalog.rdf for the data portal."]

    def test_in_swedish_too(self, root: Path) -> None:
        outcome = publish(root, "--base-url", "https://exempel.se/data/", env={"SSCCTL_LANG": "sv"}, pages=True)
        assert "Kontor" in outcome.stdout
        assert "1 öppet" in outcome.stdout
        assert "Publicerat i " in outcome.stdout
        assert "Webbsidan   https://exempel.se/data/webb/\n" in outcome.stdout
        assert outcome.stdout.endswith("https://exempel.se/data/v1/\n")

    def test_machines_get_it_as_its_schema_promises(self, root: Path) -> None:
        summary = json.loads(publish(root, "--format", "json").stdout)
        schema = json.loads((CHECKOUT / "schemas/output/publish.schema.json").read_text("utf-8"))
        Draft202012Validator(schema).validate(summary)
        assert summary["offices"] == {"open": 1}
        assert {file["path"]: file["bytes"] for file in summary["files"]} == {
            path: len(data) for path, data in published(root).items()
        }


class TestRevision:
    def test_a_clean_checkout_is_named_and_dated_by_its_commit(self, root: Path) -> None:
        revision = commit(root)
        publish(root)
        meta = json.loads(published(root)["offices.json"])["meta"]
        assert (meta["dataVersion"], meta["generatedAt"]) == (revision, "2026-11-20T08:30:00Z")
        assert meta["dirty"] is False

    def test_a_changed_one_says_so(self, root: Path) -> None:
        revision = commit(root)
        write_files(root, registry_files(town="Annanstad"))
        outcome = publish(root)
        meta = json.loads(published(root)["offices.json"])["meta"]
        assert (meta["dataVersion"], meta["dirty"]) == (revision, True)
        assert "with changes" in outcome.stdout

    def test_an_earlier_one_can_be_published(self, root: Path) -> None:
        revision = commit(root)
        write_files(root, registry_files(town="Annanstad"))
        commit(root)
        assert publish(root, "--as-of", revision).code == 0
        record = json.loads(published(root)["offices/exempelstad-torget.json"])
        assert record["meta"]["dataVersion"] == revision
        assert record["office"]["town"] == "Exempelstad"

    def test_one_that_does_not_exist_leaves_no_folder(self, root: Path) -> None:
        commit(root)
        assert publish(root, "--as-of", "no-such-revision").code == 4
        assert not (root.parents[1] / "out").exists()

    def test_the_same_revision_gives_the_same_bytes_in_another_clone(self, root: Path, tmp_path: Path) -> None:
        commit(root)
        publish(root)
        first = published(root)
        git(root, "clone", "-q", ".", str(tmp_path / "other/checkout"))
        other = tmp_path / "other/checkout/registry"
        assert publish(other, env={"TZ": "Asia/Tokyo", "LC_ALL": "C", "SSCCTL_LANG": "sv"}).code == 0
        assert published(other) == first

    def test_a_source_date_epoch_dates_it(self, root: Path) -> None:
        publish(root, env={"SOURCE_DATE_EPOCH": "1700000000"})
        assert json.loads(published(root)["offices.json"])["meta"]["generatedAt"] == "2023-11-14T22:13:20Z"


_KILLED = """
import os, signal
from sscctl.writing.steps import watcher
count = 0
def told(step):
    global count
    count += step == {step!r}
    if count == {number}:
        os.kill(os.getpid(), signal.SIGKILL)
watcher.told = told
from sscctl.cli.main import main
main()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("step", "number", "town"),
    [
        ("file written", 9, "Exempelstad"),
        ("files written", 1, "Exempelstad"),
        ("neighbour checked", 2, "Exempelstad"),
        ("former emptied", 2, "Annanstad"),
    ],
)
def test_killed_it_leaves_one_edition_whole(root: Path, step: str, number: int, town: str) -> None:
    publish(root, pages=True)
    write_files(root, registry_files(town="Annanstad"))
    program = _KILLED.format(step=step, number=number)
    out = str(root.parents[1] / "out")
    arguments = ["--root", str(root), "publish", "--out", out, *ON]
    done = subprocess.run([sys.executable, "-c", program, *arguments], cwd=CHECKOUT, capture_output=True, check=False)
    assert done.returncode == -9, done.stderr
    assert is_whole(root)
    assert json.loads(published(root)["offices.json"])["offices"][0]["town"] == town
    assert publish(root, pages=True).code == 0
    assert is_whole(root)
    assert {path.name for path in (root.parents[1] / "out").iterdir()} == {
        "v1",
        "webb",
        "index.html",
        ".sscctl-edition",
    }


def test_a_second_run_loads_no_library_that_it_does_not_need(root: Path) -> None:
    program = (
        "import sys\nfrom sscctl.cli.app import run\nassert run(sys.argv[1:]) == 0\n"
        "heavy = {'yaml', 'jsonschema', 'jsonschema_rs', 'git', 'rich', 'tabulate', 'phonenumbers'}\n"
        "sys.stderr.write(','.join(sorted(heavy & sys.modules.keys())))"
    )
    publish(root)
    arguments = ["--root", str(root), "publish", "--out", str(root.parents[1] / "out"), *ON]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_the_real_registry_is_published_and_every_file_keeps_its_schema(tmp_path: Path) -> None:
    out = tmp_path / "out"
    outcome = sscctl(
        "--root", str(CHECKOUT / "registry"), "publish", "--out", str(out), *ON, "--allow-errors", "-o", "json"
    )
    assert outcome.code == 0, outcome.stderr
    files = {path.relative_to(out / "v1").as_posix(): path.read_bytes() for path in (out / "v1").rglob("*.*json")}
    checked = [path for path in files if schema_of(path)]
    assert len(checked) == 9 + sum(json.loads(outcome.stdout)["offices"].values())
    assert [found for path in checked for found in objections(path, files[path])] == []
