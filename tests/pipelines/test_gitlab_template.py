"""The GitLab template: what it runs in a merge request and on the default branch."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.builders import CHECKOUT
from tests.cli.gits import MONDAY, Repository
from tests.pipelines.steps import GITLAB, Runner, program
from tests.pipelines.test_action import tool
from tests.process import Outcome

TEMPLATE = ".gitlab/sscctl.gitlab-ci.yml"
JOBS = {name: job for name, job in GITLAB.items() if name not in {"variables", ".sscctl"}}

CURL = f"""#!{sys.executable}
import json, os, pathlib, sys
place = pathlib.Path(os.environ["RUNNER_TEMP"])
arguments = sys.argv[1:]
method = arguments[arguments.index("--request") + 1] if "--request" in arguments else "GET"
address = arguments[-1]
body = next((each.removeprefix("body@") for each in arguments if each.startswith("body@")), None)
header = arguments[arguments.index("--header") + 1]
with (place / "calls").open("a") as calls:
    text = pathlib.Path(body).read_text() if body else None
    calls.write(json.dumps([method, address, text, header]) + "\\n")
if method == "GET":
    print((place / ("notes.json" if "/notes" in address else "user.json")).read_text())
"""


def script(lines: Sequence[str]) -> str:
    return "\n".join(lines)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "clone")
    made.branch("monday", (MONDAY, "mon: []"))
    return made


@pytest.fixture
def runner(repository: Repository, tmp_path: Path) -> Runner:
    made = Runner(repository.top, tmp_path / "runner")
    program(made.programs, "curl", CURL)
    program(made.programs, "python", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    (made.place / "user.json").write_text('{"id": 5}')
    (made.place / "notes.json").write_text("[]")
    return made


def job(runner: Runner, repository: Repository, name: str, **environment: str) -> Outcome:
    """Run a job's script; where GitLab would fetch sscctl and what it needs, the checkout's own is taken."""
    own = f"home={CHECKOUT}\n{GITLAB['.sscctl']['before_script'][-1]}\n"
    base = repository.git("rev-parse", "main").stdout.strip()
    given = {
        "SSCCTL_REGISTRY": "registry",
        "SSCCTL_LANGUAGE": "en",
        "SSCCTL_BASE_URL": "",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "CI_API_V4_URL": "https://gitlab.example/api/v4",
        "CI_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_IID": "7",
        **environment,
    }
    return runner.run(own + script(JOBS[name]["script"]), "bash", "-eo", "pipefail", **given)


def test_it_fits_gitlab_s_own_schema() -> None:
    tool("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", TEMPLATE)


@pytest.mark.parametrize("name", JOBS)
def test_its_shell_is_sound(name: str, tmp_path: Path) -> None:
    place = tmp_path / "job.sh"
    place.write_text(script(["#!/bin/sh", *GITLAB[".sscctl"]["before_script"], *JOBS[name]["script"]]), "utf-8")
    tool("shellcheck", "--norc", "--shell=dash", str(place))


def test_no_text_of_a_merge_request_is_used() -> None:
    text = (CHECKOUT / TEMPLATE).read_text("utf-8")
    for name in ("TITLE", "DESCRIPTION", "SOURCE_BRANCH", "COMMIT_MESSAGE", "COMMIT_REF_NAME", "COMMIT_TITLE"):
        assert name not in text


def test_a_merge_request_is_checked_and_its_errors_are_reports(runner: Runner, repository: Repository) -> None:
    assert job(runner, repository, "sscctl:validate").code == 0
    assert json.loads((repository.top / "gl-code-quality-report.json").read_text("utf-8")) == []
    repository.branch("nowhere", ('municipality: "0180"', 'municipality: "9999"'))
    outcome = job(runner, repository, "sscctl:validate")
    assert outcome.code == 1
    assert "SSC101 error" in outcome.stdout
    (issue,) = json.loads((repository.top / "gl-code-quality-report.json").read_text("utf-8"))
    assert issue["check_name"] == "SSC101"
    assert "SSC101" in (repository.top / "junit.xml").read_text("utf-8")


def test_without_a_token_the_report_is_an_artifact(runner: Runner, repository: Repository) -> None:
    outcome = job(runner, repository, "sscctl:diff")
    assert outcome.code == 0
    assert "no comment is made" in outcome.stdout
    assert "Monday closed" in (repository.top / "sscctl-diff.md").read_text("utf-8")
    assert runner.calls() == []


NOTES = "https://gitlab.example/api/v4/projects/1/merge_requests/7/notes"


@pytest.mark.parametrize(
    ("notes", "method", "address"),
    [
        ([], "POST", NOTES),
        ([{"id": 2, "author": {"id": 9}, "body": "<!-- sscctl diff -->"}], "POST", NOTES),
        ([{"id": 3, "author": {"id": 5}, "body": "<!-- sscctl diff -->\nold"}], "PUT", f"{NOTES}/3"),
    ],
    ids=["none yet", "one of somebody else's", "one of ours"],
)
def test_with_a_token_one_comment_is_made_and_then_updated(
    runner: Runner, repository: Repository, notes: list[object], method: str, address: str
) -> None:
    (runner.place / "notes.json").write_text(json.dumps(notes))
    outcome = job(runner, repository, "sscctl:diff", SSCCTL_TOKEN="secret")
    assert outcome.code == 0, outcome
    called, where, text, header = runner.calls()[-1]
    assert (called, where, header) == (method, address, "PRIVATE-TOKEN: secret")
    assert text.startswith("<!-- sscctl diff -->\n")
    assert "secret" not in outcome.stdout + outcome.stderr


def test_the_default_branch_is_published(runner: Runner, repository: Repository) -> None:
    for address in ("", "https://exempel.se/data"):
        assert job(runner, repository, "pages", SSCCTL_BASE_URL=address).code == 0
        assert (repository.top / "public/v1/offices.json").is_file()
