"""The shell in our pipelines, run with programs of the tests' own in place of those that reach the network."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.builders import CHECKOUT
from tests.process import Outcome

ACTION = yaml.safe_load((CHECKOUT / "action.yml").read_text("utf-8"))
WORKFLOWS = {
    name: yaml.safe_load((CHECKOUT / f".github/workflows/{name}.yml").read_text("utf-8"))
    for name in ("registry", "registry-comment")
}
GITLAB = yaml.safe_load((CHECKOUT / ".gitlab/sscctl.gitlab-ci.yml").read_text("utf-8"))
STEPS: Mapping[str, Mapping[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}


def program(folder: Path, name: str, text: str) -> None:
    """Make a program that is found before others of its name."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / name
    place.write_text(text, "utf-8")
    place.chmod(place.stat().st_mode | stat.S_IXUSR)


class Runner:
    """A machine that runs steps in the folder `top`, with our sscctl, and `gh` or `curl` as a script says."""

    def __init__(self, top: Path, place: Path) -> None:
        self.top = top
        self.place = place
        self.programs = place / "bin"
        self.environment = {
            **os.environ,
            "PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(CHECKOUT),
            "RUNNER_TEMP": str(place),
            "GITHUB_STEP_SUMMARY": str(place / "summary.md"),
            "GITHUB_OUTPUT": str(place / "output"),
            "GITHUB_REPOSITORY": "org/registry",
            "GITHUB_SERVER_URL": str(place / "server"),
        }
        ours = f'#!/bin/sh\nexec {sys.executable} -P -m sscctl "$@"\n'
        program(place / "sscctl/bin", "sscctl", ours)

    def run(self, script: str, *shell: str, **environment: str) -> Outcome:
        """Run a script as GitHub does where a step says `shell: bash`, unless another shell is named."""
        done = subprocess.run(
            [*(shell or ("bash", "--noprofile", "--norc", "-eo", "pipefail")), "-c", script],
            cwd=self.top,
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    def step(self, name: str, **environment: str) -> Outcome:
        """Run a step of the action; what it takes from the environment must be given."""
        wanted = STEPS[name].get("env", {})
        assert wanted.keys() == environment.keys()
        return self.run(STEPS[name]["run"], **environment)

    def output(self, name: str) -> str | None:
        """What a step has put out under a name."""
        given = Path(self.environment["GITHUB_OUTPUT"])
        lines = given.read_text("utf-8").splitlines() if given.exists() else []
        return next((line.partition("=")[2] for line in lines if line.startswith(f"{name}=")), None)

    def calls(self) -> list[Any]:
        """What the programs in the network's place were called with."""
        place = self.place / "calls"
        return [json.loads(line) for line in place.read_text("utf-8").splitlines()] if place.exists() else []
