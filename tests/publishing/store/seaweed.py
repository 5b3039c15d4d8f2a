"""A real object store on the loopback, for as long as the tests need one."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

WEED = Path(sys.executable).with_name("weed")
KEYS = {"AWS_ACCESS_KEY_ID": "testkey", "AWS_SECRET_ACCESS_KEY": "testsecret0123", "AWS_REGION": "us-east-1"}
BUCKET = "offices"
_PATIENCE = 60
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Server:
    """A running store."""

    port: int

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> Mapping[str, str]:
        """What tells a client where it is and what opens it."""
        return {**KEYS, "AWS_ENDPOINT_URL": self.endpoint}


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """Start a store that keeps its objects in `folder`, and end it by its id."""
    folder.mkdir(parents=True, exist_ok=True)
    identity = {
        "name": "tests",
        "credentials": [{"accessKey": KEYS["AWS_ACCESS_KEY_ID"], "secretKey": KEYS["AWS_SECRET_ACCESS_KEY"]}],
        "actions": ["Admin"],
    }
    (folder / "s3.json").write_text(json.dumps({"identities": [identity]}))
    with ExitStack() as stack:
        log = stack.enter_context((folder / "log").open("wb"))
        for _ in range(_TRIES):  # somebody may take a port between our look and the store's
            ports = _free_ports(8)
            process = subprocess.Popen(
                _command(folder, *ports), stdout=log, stderr=log, cwd=folder, start_new_session=True
            )
            stack.callback(_end, process, ports)
            if _answers(ports[3], process):
                yield Server(ports[3])
                return
        raise RuntimeError((folder / "log").read_text("utf-8", "replace")[-2000:])


def _command(folder: Path, master: int, volume: int, filer: int, s3: int, *grpc: int) -> list[str]:
    return [
        str(WEED), "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false",
        f"-master.port={master}", f"-volume.port={volume}", f"-filer.port={filer}", f"-s3.port={s3}",
        f"-master.port.grpc={grpc[0]}", f"-volume.port.grpc={grpc[1]}", f"-filer.port.grpc={grpc[2]}",
        f"-s3.port.grpc={grpc[3]}", "-s3", f"-s3.config={folder / 's3.json'}", "-volume.max=8",
        "-master.volumeSizeLimitMB=64", "-s3.autoCreateBucket", "-s3.port.iceberg=0", "-s3.port.lance=0",
    ]  # fmt: skip


def _end(process: subprocess.Popen[bytes], ports: list[int]) -> None:
    """At once: asked to end it takes 20 seconds over putting in order what nobody will read again."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for port in ports:
        for left in Path("/tmp").glob(f"seaweedfs-*-{port}.sock"):  # it has no option for where these lie
            left.unlink()


def _answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    """Wait for the store; whether it came up."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/status", timeout=2):
                return True
        except HTTPError:
            return True
        except (URLError, OSError):
            time.sleep(0.1)
    return False


def _free_ports(number: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in sockets]
