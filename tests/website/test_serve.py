"""`sscctl serve`: on this machine alone, with the right types, and anew when the registry changes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from sscctl.cli._edition_server import EditionServer
from tests.builders import registry_files
from tests.cli.registries import on
from tests.process import CHECKOUT, write_files


@contextmanager
def serving(root: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run `sscctl serve`; its address, and the process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "sscctl", "--root", str(root), "serve", "--port", "0", *arguments],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "SSCCTL_LANG": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        yield process.stdout.readline().strip(), process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def get(address: str, **headers: str) -> tuple[str, str]:
    """The media type and the text of an answer."""
    with urlopen(Request(address, headers=headers), timeout=20) as answer:
        return answer.headers["Content-Type"], answer.read().decode()


@pytest.mark.slow
def test_the_registry_is_served_and_an_open_page_shows_what_is_changed(tmp_path: Path, page: Page) -> None:
    root = write_files(tmp_path / "registry", registry_files())
    with serving(root) as (address, process):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/webb/index\.html", address)
        top = address.removesuffix("/webb/index.html")
        assert get(f"{top}/v1/offices.json")[0] == "application/json"
        assert get(f"{top}/")[1].startswith("<!doctype html>")
        page.goto(f"{top}/webb/kontor/exempelstad-torget.html")
        write_files(root, registry_files(name="Bron"))
        expect(page.locator("h1")).to_have_text("Servicekontoret Bron", timeout=60_000)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)
        assert process.returncode == 130
        assert "The registry has changed" in told


@pytest.mark.slow
def test_a_registry_that_cannot_be_read_for_a_while_leaves_the_old_pages(tmp_path: Path) -> None:
    root = write_files(tmp_path / "registry", registry_files())
    with serving(root) as (address, process):
        (root / "registry.yaml").write_text(":")
        time.sleep(4)
        assert process.poll() is None
        assert "Exempelstad" in get(address)[1]


@pytest.mark.slow
def test_a_port_that_is_taken_and_a_folder_that_is_not_there_are_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"webb/index.html": b"<head></head>"})
    with EditionServer(tmp_path, 0, reloads=False) as server:
        port = server.address.rpartition(":")[2].strip("/")
        taken = on(tmp_path, "serve", str(tmp_path), "--port", port)
        assert (taken.code, f"port {port} cannot be used" in taken.stderr) == (6, True)
    missing = on(tmp_path, "serve", str(tmp_path / "none"))
    assert (missing.code, "there is no folder" in missing.stderr) == (4, True)
    (tmp_path / "empty").mkdir()
    empty = on(tmp_path, "serve", str(tmp_path / "empty"))
    assert (empty.code, "publish first: sscctl publish --out" in empty.stderr) == (4, True)


class TestServer:
    @pytest.fixture
    def address(self, tmp_path: Path) -> Iterator[str]:
        write_files(tmp_path, {"index.html": b"<head></head>", "a/hours.ics": b"x", "a/o.geojson": b"{}"})
        with EditionServer(tmp_path, 0, reloads=False) as server:
            yield server.address

    def test_says_of_what_type_files_are(self, address: str) -> None:
        assert get(f"{address}a/hours.ics")[0] == "text/calendar; charset=utf-8"
        assert get(f"{address}a/o.geojson")[0] == "application/geo+json"

    def test_serves_an_existing_edition_as_it_is(self, address: str) -> None:
        assert get(address)[1] == "<head></head>"

    @pytest.mark.parametrize("path", ["../secret", "%2e%2e/%2e%2e/etc/passwd", "-/reload.js"])
    def test_serves_nothing_else(self, address: str, path: str) -> None:
        with pytest.raises(HTTPError, match="404"):
            get(address + path)

    def test_answers_no_page_from_elsewhere(self, address: str) -> None:
        with pytest.raises(HTTPError, match="421"):
            get(address, Host="evil.example")
