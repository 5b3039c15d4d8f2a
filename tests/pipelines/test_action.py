"""The GitHub Action: what it runs, what it may do, and what an untrusted pull request cannot make of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_ID
from tests.builders import CHECKOUT
from tests.cli.gits import MONDAY, Repository
from tests.pipelines.steps import ACTION, STEPS, WORKFLOWS, Runner, program

FILES = ("action.yml", ".github/workflows/registry.yml", ".github/workflows/registry-comment.yml")
TELL, CHECK, COMMENT, FETCH, PUBLISH = (
    "Tell what changes for visitors",
    "Check the registry against every rule",
    "Comment on the pull request, or update the comment",
    "Fetch the pull request as data",
    "Publish the edition",
)

GH = f"""#!{sys.executable}
import json, os, pathlib, subprocess, sys
place = pathlib.Path(os.environ["RUNNER_TEMP"])
arguments = sys.argv[1:]
method = arguments[arguments.index("--method") + 1] if "--method" in arguments else "GET"
address = next(each for each in arguments if each.startswith("repos/"))
body = next((each.removeprefix("body=@") for each in arguments if each.startswith("body=@")), None)
with (place / "calls").open("a") as calls:
    text = pathlib.Path(body).read_text() if body else None
    calls.write(json.dumps([method, address, text]) + "\\n")
if method == "GET":
    answer = (place / ("comments.json" if "/comments" in address else "pulls.json")).read_text()
    done = subprocess.run(["jq", "-r", arguments[arguments.index("--jq") + 1]], input=answer, text=True, stdout=1)
    sys.exit(done.returncode)
"""


def tool(*arguments: str) -> None:
    """Run one of the tools that judge pipelines; it must have nothing against ours."""
    path = Path(sys.executable).with_name(arguments[0])
    done = subprocess.run([str(path), *arguments[1:]], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


class TestFiles:
    @pytest.mark.parametrize(("schema", "files"), [("github-actions", FILES[:1]), ("github-workflows", FILES[1:])])
    def test_they_fit_github_s_own_schemas(self, schema: str, files: tuple[str, ...]) -> None:
        tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)

    def test_an_auditor_of_workflows_finds_nothing(self) -> None:
        tool("zizmor", "--offline", "--no-progress", "--quiet", "--min-severity", "medium", *FILES)

    @pytest.mark.parametrize("name", STEPS)
    def test_the_shell_is_sound_and_takes_values_from_the_environment_alone(self, name: str, tmp_path: Path) -> None:
        script = STEPS[name]["run"]
        assert "${{" not in script
        place = tmp_path / "step.sh"
        place.write_text(f"#!/bin/bash\n{script}", "utf-8")
        tool("shellcheck", "--norc", "--enable=all", "--exclude=SC2154,SC2250,SC2312", str(place))

    def test_a_workflow_may_do_nothing_and_each_job_only_what_it_needs(self) -> None:
        assert {name: flow["permissions"] for name, flow in WORKFLOWS.items()} == {
            "registry": {},
            "registry-comment": {},
        }
        given = {name: job["permissions"] for flow in WORKFLOWS.values() for name, job in flow["jobs"].items()}
        assert given == {
            "check": {"contents": "read"},
            "publish": {"contents": "read"},
            "deploy": {"pages": "write", "id-token": "write"},
            "comment": {"contents": "read", "pull-requests": "write"},
        }

    def test_what_a_pull_request_starts_has_no_secret_and_no_way_to_write(self) -> None:
        flow = WORKFLOWS["registry"]
        assert set(flow[True]) == {"pull_request", "push"}  # `on` is true to a reader of YAML 1.1
        assert flow["jobs"]["check"]["if"] == "github.event_name == 'pull_request'"
        for name in FILES:
            assert "secrets." not in (CHECKOUT / name).read_text("utf-8")
        for flow in WORKFLOWS.values():
            for job in flow["jobs"].values():
                checkouts = [step for step in job["steps"] if "actions/checkout@" in step.get("uses", "")]
                assert all(step["with"]["persist-credentials"] is False for step in checkouts)
        tokens = [name for name, step in STEPS.items() if "GH_TOKEN" in step.get("env", {})]
        assert tokens == [FETCH, COMMENT]

    def test_only_the_task_that_comments_gets_to_the_steps_with_a_token(self) -> None:
        assert STEPS[FETCH]["if"] == "inputs.task == 'comment'"
        assert STEPS[COMMENT]["if"] == "steps.pull.outputs.number != ''"
        assert ACTION["inputs"]["task"]["default"] == "check"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A pull request as GitHub checks it out: the merge of a branch that closes an office on Mondays."""
    made = Repository(tmp_path / "clone")
    made.branch("monday", (MONDAY, "mon: []"))
    made.git("checkout", "-q", "main")
    assert made.git("merge", "-q", "--no-ff", "-m", "Merge; $(touch pwned) `touch pwned`", "monday").code == 0
    return made


@pytest.fixture
def runner(repository: Repository, tmp_path: Path) -> Runner:
    made = Runner(repository.top, tmp_path / "runner")
    program(made.programs, "gh", GH)
    return made


REGISTRY = {"REGISTRY": "registry", "LANGUAGE": "en", "BASE": ""}


class TestCheck:
    def test_the_summary_tells_what_changes_for_visitors(self, runner: Runner) -> None:
        assert runner.step(TELL, **REGISTRY, AFTER="HEAD").code == 0
        report = runner.output("report")
        assert report is not None
        text = Path(report).read_text("utf-8")
        assert text.startswith("<!-- sscctl diff -->\n")
        assert "Monday closed" in text
        assert (runner.place / "summary.md").read_text("utf-8") == text

    def test_it_passes_where_nothing_new_is_wrong(self, runner: Runner) -> None:
        outcome = runner.step(CHECK, **REGISTRY, STRICT="false")
        assert outcome.code == 0
        assert "::error" not in outcome.stdout

    def test_a_new_error_fails_with_its_line(self, runner: Runner, repository: Repository) -> None:
        repository.branch("nowhere", ('municipality: "0180"', 'municipality: "9999"'))
        repository.git("checkout", "-q", "main")
        repository.git("merge", "-q", "--no-ff", "-m", "Merge", "nowhere")
        outcome = runner.step(CHECK, **REGISTRY, STRICT="false")
        assert outcome.code == 1
        assert f"::error file=registry/offices/{OFFICE_ID}.yaml,line=5," in outcome.stdout

    @pytest.mark.parametrize("base", ["--help", "-x", "--output=pwned", "$(touch pwned)", "a b", "`touch pwned`"])
    def test_a_revision_that_looks_like_something_else_is_a_revision(self, runner: Runner, base: str) -> None:
        outcome = runner.step(TELL, **{**REGISTRY, "BASE": base}, AFTER="HEAD")
        assert outcome.code == 4
        assert not list(runner.top.rglob("pwned"))


class TestComment:
    """One comment, kept up to date; jq stands in for the one that gh brings along."""

    @pytest.fixture(autouse=True)
    def server(self, runner: Runner, repository: Repository) -> str:
        """The repository on the server, with the pull request 7; the checkout is of the default branch."""
        merge, head = (repository.git("rev-parse", name).stdout.strip() for name in ("main", "monday"))
        repository.git("reset", "-q", "--hard", "main^1")
        repository.git("update-ref", "refs/pull/7/merge", merge)
        place = runner.place / "server/org"
        place.mkdir(parents=True)
        repository.git("clone", "-q", "--mirror", str(repository.top), str(place / "registry"))
        repository.git("update-ref", "-d", "refs/pull/7/merge")
        pulls = [{"number": 3, "head": {"sha": "0" * 40}}, {"number": 7, "head": {"sha": head}}]
        (runner.place / "pulls.json").write_text(json.dumps(pulls))
        (runner.place / "comments.json").write_text("[]")
        return head

    def comment(self, runner: Runner, head: str) -> None:
        assert runner.step(FETCH, GH_TOKEN="t", HEAD_SHA=head).code == 0
        number = runner.output("number")
        if number is None:
            return
        assert runner.step(TELL, **REGISTRY, AFTER="refs/sscctl/pull").code == 0
        report = runner.output("report") or ""
        assert runner.step(COMMENT, GH_TOKEN="t", NUMBER=number, REPORT=report).code == 0

    def test_the_first_time_a_comment_is_made(self, runner: Runner, server: str) -> None:
        self.comment(runner, server)
        method, address, text = runner.calls()[-1]
        assert (method, address) == ("POST", "repos/org/registry/issues/7/comments")
        assert "Monday closed" in text

    def test_after_that_the_same_comment_is_updated(self, runner: Runner, server: str) -> None:
        mark = "<!-- sscctl diff -->\nold"
        stranger, bot = {"login": "stranger"}, {"login": "github-actions[bot]"}
        comments = [{"id": 1, "user": stranger, "body": mark}, {"id": 2, "user": bot, "body": "another"}]
        comments += [{"id": 3, "user": bot, "body": mark}, {"id": 4, "user": bot, "body": mark}]
        (runner.place / "comments.json").write_text(json.dumps(comments))
        self.comment(runner, server)
        assert [call[:2] for call in runner.calls() if call[0] != "GET"] == [
            ["PATCH", "repos/org/registry/issues/comments/3"]
        ]

    @pytest.mark.parametrize(
        "pulls",
        [[], [{"number": 3, "head": {"sha": "1" * 40}}], [{"number": 7, "head": {"sha": "1" * 40}}]],
        ids=["closed by now", "in conflict", "with other commits by now"],
    )
    def test_a_pull_request_that_is_another_by_now_gets_no_comment(self, runner: Runner, pulls: list[object]) -> None:
        (runner.place / "pulls.json").write_text(json.dumps(pulls))
        self.comment(runner, "1" * 40)
        assert [call[0] for call in runner.calls()] == ["GET"]

    def test_no_file_of_the_pull_request_is_checked_out(
        self, runner: Runner, repository: Repository, server: str
    ) -> None:
        self.comment(runner, server)
        assert MONDAY in repository.text()
        assert repository.git("status", "--porcelain").stdout == ""


def test_main_is_published(runner: Runner, repository: Repository) -> None:
    values = {"REGISTRY": "registry", "LANGUAGE": "en", "OUT": "public", "BASE_URL": "https://exempel.se/data"}
    outcome = runner.step(PUBLISH, **values)
    assert outcome.code == 0, outcome
    assert (repository.top / "public/v1/offices.json").is_file()
