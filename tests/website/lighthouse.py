"""What Lighthouse says of three pages: nothing to mend for accessibility, good practice and search engines."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import CHECKOUT
from tests.website.browser import ARGUMENTS, CHROMIUM, served
from tests.website.sample import LONG
from tests.website.sites import files_of, made_up

NODE = CHECKOUT / ".venv/bin/node"
LIGHTHOUSE = CHECKOUT / "tests/npm/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("accessibility", "best-practices", "seo")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The made-up site where it knows its own address, as it would on the web."""
    files: dict[str, bytes] = {}
    with served(files) as top:
        files.update(files_of(made_up(base_url=top)))
        yield f"{top}/webb"


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("path", ["index.html", "kontor/allt.html", "en/network.html"])
def test_lighthouse_finds_nothing_to_mend(address: str, tmp_path: Path, path: str) -> None:
    """How fast a page is shown is only asked in the long run: a busy machine would be judged, not the page."""
    categories = (*CATEGORIES, "performance") if LONG else CATEGORIES
    report = tmp_path / "report.json"
    subprocess.run(
        [
            *(NODE, LIGHTHOUSE, f"{address}/{path}", "--quiet", "--output=json", f"--output-path={report}"),
            *("--no-enable-error-reporting", f"--only-categories={','.join(categories)}"),
            f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
        ],
        env={**os.environ, "CHROME_PATH": CHROMIUM, "TMPDIR": str(tmp_path)},
        check=True,
        capture_output=True,
    )
    told = json.loads(report.read_text("utf-8"))
    failed = {
        name: (audit["title"], audit.get("details", {}).get("items", [])[:2])
        for name, audit in told["audits"].items()
        if audit["score"] not in (None, 1) and audit["scoreDisplayMode"] == "binary"
    }
    scores = {name: one["score"] for name, one in told["categories"].items()}
    assert scores.keys() == set(categories)
    assert {name: score for name, score in scores.items() if name != "performance" and score != 1} == {}, failed
    if LONG:
        assert scores["performance"] >= 0.98
        assert told["audits"]["cumulative-layout-shift"]["numericValue"] < 0.005
