"""A bucket of an object store: reads, lists and conditional writes, in our words; the one place that talks to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import obstore
from obstore.exceptions import (
    AlreadyExistsError,
    BaseError,
    NotFoundError,
    PermissionDeniedError,
    PreconditionError,
    UnauthenticatedError,
)
from obstore.store import S3Store

from sscctl.errors import Integrity, WrongUsage
from sscctl.publishing.store.credentials import Access
from sscctl.text import Text

if TYPE_CHECKING:
    from obstore.store import S3Config

_ADDRESS = re.compile(r"s3://(?P<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?P<prefix>(?:/[A-Za-z0-9._-]+)*)/?")
_PATIENCE = timedelta(seconds=30)
_IN_ALL = timedelta(seconds=60)
"""A request is given up after this long, and a failing one is not tried again after that long."""


_FAILURES = (BaseError, OSError)
"""What the library raises; for what is not there it may be Python's own."""


class Conflict(Exception):
    """The condition of a write did not hold: the object is there, or is not what it was."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An object as the store lists it; `tag` changes with its content."""

    path: str
    size: int
    modified: datetime
    tag: str | None


class Bucket:
    """The objects below a prefix. Whatever fails there is `Integrity` (exit 7), in words that hold no secret."""

    def __init__(self, address: str, access: Access) -> None:
        """Point to `s3://bucket/prefix`; nothing is asked yet. `WrongUsage` for what is no such address."""
        match = _ADDRESS.fullmatch(address)
        if match is None or any(part in (".", "..") for part in match["prefix"].split("/")):
            raise WrongUsage(
                Text(f"{address} är ingen adress till ett objektlager", f"{address} is no address of an object store"),
                Text("skriv den som s3://bucket/prefix", "write it as s3://bucket/prefix"),
            )
        self.address = address.rstrip("/")
        config: S3Config = {
            "region": access.region,
            "access_key_id": access.key or "",
            "secret_access_key": access.secret or "",
            "conditional_put": "etag",
            "virtual_hosted_style_request": False,
        }
        if access.endpoint:
            config["endpoint"] = access.endpoint
        if access.token:
            config["session_token"] = access.token
        self._store = S3Store(
            match["bucket"],
            prefix=match["prefix"].lstrip("/") or None,
            config=config,
            client_options={
                "timeout": _PATIENCE,
                "connect_timeout": timedelta(seconds=10),
                "allow_http": bool(access.endpoint and access.endpoint.startswith("http://")),
            },
            retry_config={"max_retries": 5, "retry_timeout": _IN_ALL},
        )

    def read(self, path: str) -> tuple[bytes, str | None] | None:
        """An object's content and its tag; `None` where there is none."""
        try:
            found = obstore.get(self._store, path)
            return bytes(found.bytes()), found.meta["e_tag"]
        except (NotFoundError, FileNotFoundError):
            return None
        except _FAILURES as problem:
            raise self._failed(path, problem) from None

    def create(self, path: str, data: bytes, attributes: Mapping[str, str]) -> None:
        """Write an object that is not there yet; `Conflict` where it is."""
        self._put(path, data, attributes, "create")

    def exchange(self, path: str, data: bytes, attributes: Mapping[str, str], tag: str | None) -> None:
        """Write an object in place of the one with this tag; `Conflict` where it is not that one any more."""
        if tag is None:  # a store that tags nothing can heed no condition
            raise Conflict(path)
        self._put(path, data, attributes, {"e_tag": tag})

    def overwrite(self, path: str, data: bytes, attributes: Mapping[str, str]) -> None:
        """Write an object, whatever is there."""
        self._put(path, data, attributes, "overwrite")

    def listing(self, prefix: str) -> Iterator[Stored]:
        """Yield what lies below a prefix, which ends with a slash."""
        try:
            for chunk in obstore.list(self._store, prefix.rstrip("/")):
                for one in chunk:
                    yield Stored(one["path"], one["size"], one["last_modified"], one["e_tag"])
        except _FAILURES as problem:
            raise self._failed(prefix, problem) from None

    def remove(self, paths: Sequence[str]) -> None:
        """Remove objects; one that is not there is none to remove."""
        try:
            if paths:
                obstore.delete(self._store, list(paths))
        except (NotFoundError, FileNotFoundError):
            return
        except _FAILURES as problem:
            raise self._failed(paths[0], problem) from None

    def _put(self, path: str, data: bytes, attributes: Mapping[str, str], mode: obstore.PutMode) -> None:
        try:
            obstore.put(self._store, path, data, attributes=dict(attributes), mode=mode, use_multipart=False)
        except (AlreadyExistsError, PreconditionError) as problem:
            if mode == "overwrite":  # there was no condition that could fail
                raise self._failed(path, problem) from None
            raise Conflict(path) from None
        except _FAILURES as problem:
            raise self._failed(path, problem) from None

    def _failed(self, path: str, problem: Exception) -> Integrity:
        place = f"{self.address}/{path}"
        if isinstance(problem, PermissionDeniedError | UnauthenticatedError):
            return Integrity(
                Text(f"objektlagret nekar åtkomst till {place}", f"the object store denies access to {place}"),
                Text("kontrollera nycklarna och bucketens regler", "check the keys and the bucket's policy"),
            )
        if isinstance(problem, FileNotFoundError | NotFoundError):
            return Integrity(
                Text(f"{self.address} finns inte", f"{self.address} does not exist"),
                Text("kontrollera bucketens namn och region", "check the bucket's name and region"),
            )
        return Integrity(
            Text(f"objektlagret svarar inte som det ska för {place}", f"the object store fails on {place}"),
            Text(f"kör igen; det sa: {_first_line(problem)}", f"run again; it said: {_first_line(problem)}"),
        )


def _first_line(problem: Exception) -> str:
    """What the library says, without addresses that may be signed and without the state it prints for debugging."""
    line = str(problem).partition("\n")[0]
    return re.sub(r"https?://\S+", "…", line)[:200]
