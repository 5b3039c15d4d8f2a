"""A foreign clone's schemas can be anything at all: broken, hostile, or asking for other machines."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.schemas import Judge, packaged
from tests.base_registry import OFFICE_PATH, base

BROKEN: Mapping[str, tuple[bytes, str]] = {
    "no JSON": (b"{", "office.schema.json"),
    "nested without end": (b'{"not":' * 100_000 + b"{}" + b"}" * 100_000, "office.schema.json"),
    "no schema": (b'{"type": "offise"}', "office.schema.json"),
    "a list": (b"[1]", "office.schema.json"),
    "a name that is not there": (b'{"$ref": "nowhere.schema.json"}', "office.schema.json"),
    "a place that is not there": (b'{"$ref": "common.schema.json#/$defs/nothing"}', "office.schema.json"),
    "a file of the machine": (b'{"$ref": "file:///etc/hostname"}', "office.schema.json"),
    "a pattern that is none": (b'{"pattern": "("}', "office.schema.json"),
    "a pattern that looks behind": (b'{"pattern": "(?<=a)b"}', "office.schema.json"),
    "patterns for keys": (b'{"patternProperties": {"(a+)+$": {}}}', "office.schema.json"),
}


@pytest.mark.parametrize(("schema", "name"), BROKEN.values(), ids=BROKEN)
def test_a_broken_schema_is_named(schema: bytes, name: str) -> None:
    judge = Judge({**packaged(), "office.schema.json": schema})
    with pytest.raises(CannotBeDoneHere, match=name):
        judge.is_valid("office", {})


def test_of_two_schemas_the_broken_one_is_named() -> None:
    judge = Judge({**packaged(), "common.schema.json": b'{"$defs": {"line": {"type": "txet"}}}'})
    with pytest.raises(CannotBeDoneHere, match=r"common\.schema\.json"):
        judge.is_valid("office", {})


def test_a_missing_schema_is_named() -> None:
    with pytest.raises(CannotBeDoneHere, match=r"office\.schema\.json is broken: it is missing"):
        Judge({}).is_valid("office", {})


def test_a_schema_that_refers_to_itself_ends() -> None:
    judge = Judge({"office.schema.json": b'{"allOf": [{"$ref": "#"}], "type": "string"}'})
    assert not judge.is_valid("office", {})
    with pytest.raises(CannotBeDoneHere, match="without end"):
        judge.faults("office", {})


def test_a_pattern_that_would_run_for_years_is_answered_at_once() -> None:
    judge = Judge({"office.schema.json": b'{"pattern": "^([0-9]+-?)+$"}'})
    text = "1" * 5000 + "x"
    assert not judge.is_valid("office", text)
    assert [fault.code for fault in judge.faults("office", text)] == ["SSC001"]


def test_a_reference_to_another_machine_is_not_followed(canary: list[str], canary_url: str) -> None:
    for reference in (canary_url, f"{canary_url}#/$defs/line"):
        judge = Judge({**packaged(), "office.schema.json": json.dumps({"$ref": reference}).encode()})
        with pytest.raises(CannotBeDoneHere):
            judge.is_valid("office", {})
    base_url = json.dumps({"$id": canary_url, "properties": {"id": {"$ref": "common.schema.json#/$defs/id"}}})
    with pytest.raises(CannotBeDoneHere):
        Judge({**packaged(), "office.schema.json": base_url.encode()}).is_valid("office", {})
    assert not canary


def test_no_connection_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", connect)
    judge = Judge(packaged())
    assert judge.is_valid("office", base()[OFFICE_PATH])
    assert judge.faults("office", {})


@pytest.fixture
def canary() -> list[str]:
    return []


@pytest.fixture
def canary_url(canary: list[str]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            canary.append(self.path)
            self.send_error(404)

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/line.schema.json"
        server.shutdown()
        thread.join()
