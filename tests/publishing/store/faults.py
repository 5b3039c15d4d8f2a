"""A proxy before the store that spoils one request, or every request from one on, in the way it is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_HOP = {"connection", "keep-alive", "transfer-encoding"}


class Fault(StrEnum):
    """What happens to a request."""

    DROPPED = "dropped before it reaches the store"
    LOST = "done, and its answer lost"
    TRUNCATED = "done, and its answer cut short"
    SLOW = "done, and answered late"
    GARBLED = "done, and answered with nonsense"
    FORBIDDEN = "403"
    NOT_FOUND = "404"
    CONFLICT = "409"
    PRECONDITION = "412"
    TOO_MANY = "429"
    INTERNAL = "500"
    BAD_GATEWAY = "502"
    UNAVAILABLE = "503"
    TIMEOUT = "504"
    MOVED = "301"


@dataclass
class Plan:
    """Which requests are spoiled and how; `seen` counts them all."""

    fault: Fault | None = None
    first: int = 0
    last: int = 0
    seen: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next(self) -> Fault | None:
        with self.lock:
            number = self.seen
            self.seen += 1
        return self.fault if self.first <= number <= self.last else None

    def spoil(self, fault: Fault | None, first: int = 0, last: int | None = None) -> None:
        """From now on: only the request with that number, or all from `first` through `last`."""
        with self.lock:
            self.fault, self.first, self.last, self.seen = fault, first, first if last is None else last, 0


class _Proxy(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, upstream: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.upstream = upstream
        self.plan = Plan()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Proxy

    def handle_any(self) -> None:
        fault = self.server.plan.next()
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.close_connection = fault is not None
        if fault is Fault.DROPPED:
            return
        if fault is not None and fault.value.isdigit():
            self.answer(int(fault.value), {}, b"<Error><Code>Spoilt</Code><Message>spoilt</Message></Error>")
            return
        status, headers, data = self.ask(body)
        if fault is Fault.LOST:
            return
        if fault is Fault.SLOW:
            time.sleep(0.3)
        if fault is Fault.GARBLED:
            self.wfile.write(b"this is no HTTP\r\n\r\n")
            return
        self.answer(status, headers, data, cut=fault is Fault.TRUNCATED)

    def ask(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        upstream = HTTPConnection("127.0.0.1", self.server.upstream, timeout=30)
        try:
            upstream.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.casefold() not in _HOP:
                    upstream.putheader(name, value)
            upstream.endheaders(body or None)
            answer = upstream.getresponse()
            kept = {name: value for name, value in answer.getheaders() if name.casefold() not in _HOP}
            return answer.status, kept, answer.read()
        finally:
            upstream.close()

    def answer(self, status: int, headers: dict[str, str], data: bytes, *, cut: bool = False) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            if name.casefold() != "content-length":
                self.send_header(name, value)
        length = headers.get("Content-Length", str(len(data))) if self.command == "HEAD" else str(len(data))
        self.send_header("Content-Length", str(int(length) + 10) if cut else length)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data[: len(data) // 2] if cut else data)

    do_GET = do_PUT = do_HEAD = do_DELETE = do_POST = handle_any  # noqa: N815

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        del format, arguments


@contextmanager
def proxy(port: int) -> Iterator[tuple[int, Plan]]:
    """Stand before the store at `port`; yield the port to ask, and the plan."""
    server = _Proxy(port)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.server_address[1], server.plan
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
