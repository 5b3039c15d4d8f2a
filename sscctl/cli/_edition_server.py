"""A server for one folder on the loopback alone, which can tell the pages it serves that they are out of date."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

LOOPBACK = "127.0.0.1"
_SCRIPT, _STATE = "/-/reload.js", "/-/edition"
_RELOAD = Path(__file__).with_name("_reload.js")
_TAG = f'<script type="module" src="{_SCRIPT}"></script>\n</head>'.encode()

TYPES: Mapping[str, str] = {
    ".atom": "application/atom+xml",
    ".csv": "text/csv; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".parquet": "application/vnd.apache.parquet",
    ".rdf": "application/rdf+xml",
    ".sqlite": "application/vnd.sqlite3",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
}


class EditionServer:
    """Serves a folder from the moment it is made until it is left; `OSError` where the port is taken."""

    def __init__(self, folder: Path, port: int, *, reloads: bool) -> None:
        self._server = _Server((LOOPBACK, port), partial(_Handler, directory=str(folder)))
        self._server.reloads = reloads
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.2}, daemon=True)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{LOOPBACK}:{self._server.server_address[1]}/"

    def changed(self) -> None:
        """Have the open pages load themselves anew."""
        self._server.edition += 1

    def wait(self) -> None:
        """Serve until the process is interrupted."""
        while self._thread.is_alive():
            self._thread.join(0.5)

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End, and free the port."""
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    reloads = False
    edition = 0
    daemon_threads = True


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012  as the standard library has it
    server_version = "sscctl"
    sys_version = ""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer only who asks for this machine by its own name: a page elsewhere cannot have its name lead here."""
        server = cast(_Server, self.server)
        port = server.server_address[1]
        if self.headers.get("Host") not in (f"{LOOPBACK}:{port}", f"localhost:{port}"):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        path = self.path.partition("?")[0]
        if server.reloads and path == _SCRIPT:
            return self._plain(_RELOAD.read_bytes(), TYPES[".js"])
        if server.reloads and path == _STATE:
            return self._plain(str(server.edition).encode(), "text/plain")
        file = Path(self.translate_path(self.path))
        if path.endswith("/"):
            file /= "index.html"
        if server.reloads and file.suffix == ".html" and file.is_file():
            return self._plain(file.read_bytes().replace(b"</head>", _TAG, 1), TYPES[".html"])
        return super().send_head()

    def _plain(self, data: bytes, media_type: str) -> BytesIO:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def end_headers(self) -> None:
        """Have nothing kept: what is served changes under the same address."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the standard library's name
        """Say nothing: the person looks at the pages, not at the requests."""
