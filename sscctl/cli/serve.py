"""`sscctl serve`: the pages and the data on a local port, made anew whenever the registry changes."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from sscctl.cli._edition_server import EditionServer
from sscctl.cli._editions import edition_of
from sscctl.cli.console import emit, tell
from sscctl.cli.language import t
from sscctl.cli.options import On, cache, day, repository
from sscctl.errors import InputOutput, NotFound, SscctlError
from sscctl.publishing.press import make, make_pages, show
from sscctl.publishing.website.paths import TREE as PAGES
from sscctl.reading.repository import Repository
from sscctl.text import Text


def run(
    folder: Annotated[
        str | None,
        typer.Argument(
            metavar=t("[MAPP]", "[DIR]"),
            help=t(
                "En utgåva som redan är publicerad (förval: registret, som det är).",
                "An edition that is already published (default: the registry as it is).",
            ),
        ),
    ] = None,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, help=t("Porten; 0 tar en ledig.", "The port; 0 takes a free one.")),
    ] = 8000,
    on: On = None,
) -> None:
    """Show the pages and the data on this machine only, and show changes of the registry as they are saved."""
    with ExitStack() as stack:
        if folder is not None:
            server = _listening(_existing(folder), port, reloads=False)
            _tell_where(stack.enter_context(server))
            server.wait()
            return
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sscctl-serve-"))).resolve()
        found = repository()
        standing = _standing(found, on)
        server = _listening(place, port, reloads=True)
        _publish(found, place, on)
        _tell_where(stack.enter_context(server))
        while True:
            time.sleep(1)
            now = _standing(found, on)
            if now != standing:
                standing = now
                _again(lambda: _publish(found, place, on), server)


def _tell_where(server: EditionServer) -> None:
    where = f"{server.address}{PAGES}/index.html"
    emit(where)
    tell(Text("Avsluta med Ctrl-C.", "Stop with Ctrl-C."))


def _existing(folder: str) -> Path:
    place = Path(folder)
    if not place.is_dir():
        raise NotFound(Text(f"mappen {folder} finns inte", f"there is no folder {folder}"))
    if not (place / PAGES / "index.html").is_file():
        raise NotFound(
            Text(f"i mappen {folder} finns ingen publicerad webbsida", f"there is no published web page in {folder}"),
            Text(f"publicera först: sscctl publish --out {folder}", f"publish first: sscctl publish --out {folder}"),
        )
    return place.resolve()


def _listening(place: Path, port: int, *, reloads: bool) -> EditionServer:
    try:
        return EditionServer(place, port, reloads=reloads)
    except OSError:
        raise InputOutput(
            Text(f"porten {port} går inte att använda", f"port {port} cannot be used"),
            Text("välj en annan med --port; 0 tar en ledig", "choose another with --port; 0 takes a free one"),
        ) from None


def _standing(found: Repository, on: str | None) -> object:
    """What the pages depend on, to be compared: the registry's files, and the day."""
    try:
        return found.snapshot().standing(), day(on)
    except (SscctlError, OSError) as error:  # a file that is being written: the next second tells more
        return str(error), day(on)


def _publish(found: Repository, place: Path, on: str | None) -> None:
    """Publish for this machine: links are relative, whatever address the registry names."""
    edition = replace(edition_of(found, found.snapshot(), cache(found), on), base_url=None)
    printed = make(edition)
    show(printed, place, edition.day, None, make_pages(edition, printed))


def _again(publish: Callable[[], None], server: EditionServer) -> None:
    """Publish once more; what the registry cannot be made of just now is told, and the old pages stand."""
    try:
        publish()
    except SscctlError as error:
        tell(error.message)
        return
    server.changed()
    tell(Text("Registret har ändrats; sidorna är nya.", "The registry has changed; the pages are new."))
