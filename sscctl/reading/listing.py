"""Lists what lies in a registry's folder by looking and hashing: git is not asked, and no link is followed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sscctl.reading.counters import counters
from sscctl.reading.folder import Folder, may_not_be_read, read_file
from sscctl.reading.paths import (
    SCHEMAS,
    Refusal,
    Verdict,
    is_left_alone,
    judge,
    judge_folder,
    judge_schema,
    judge_symlink,
    limit,
)
from sscctl.reading.standing import BlobId, blob_id


def list_registry(root: Path, schemas: Path | None) -> dict[str, BlobId]:
    """Return every path that belongs with its blob id, and every path that is refused with its `Refusal`; unsorted."""
    with Folder(root) as folder:
        found = dict(_walk(folder, ""))
    if schemas is not None and schemas.is_symlink():
        found[SCHEMAS] = Refusal.SYMLINK
    elif schemas is not None and schemas.is_dir():
        with Folder(schemas) as folder:
            found.update(_schemas(folder))
    return found


def list_below(folder: Folder, path: str) -> Iterator[tuple[str, BlobId]]:
    """Yield what `list_registry` would find in one folder of the registry and below it."""
    verdict = _look_at_folder(folder, path)
    if verdict is None:
        yield from _walk(folder, path)
    elif verdict.refusal is not None:
        yield verdict.path, verdict.refusal


def hashed(data: bytes | Refusal | None) -> BlobId | None:
    """Return the blob id of what was read; a refusal and None stay what they are."""
    if not isinstance(data, bytes):
        return data
    counters.files_hashed += 1
    return blob_id(data)


def _walk(folder: Folder, path: str) -> Iterator[tuple[str, BlobId]]:
    descriptor = folder.enter(path)
    if not isinstance(descriptor, int):
        if descriptor is not None:
            yield path, descriptor
        return
    below: list[str] = []
    before = f"{path}/" if path else ""
    for name, is_link, is_folder, is_file in _entries(descriptor, path):
        here = before + name
        if is_left_alone(name, at_root=not path):
            continue
        if is_folder:
            below.append(here)
            continue
        found = judge_symlink(here) if is_link else judge(here)
        if found is None:
            continue
        value: BlobId | None = found.refusal
        if value is None:
            value = hashed(read_file(name, descriptor, limit(here), here)) if is_file else Refusal.SPECIAL
        if value is not None:
            yield found.path, value
    for here in below:
        yield from list_below(folder, here)


def _look_at_folder(folder: Folder, path: str) -> Verdict | None:
    found = judge_folder(path)
    if found is not None:
        return found
    descriptor = folder.enter(path)
    if isinstance(descriptor, Refusal):
        return Verdict(path, descriptor)
    if descriptor is not None and _holds_git(descriptor):
        return Verdict(path, Refusal.NESTED)
    return None


def _holds_git(descriptor: int) -> bool:
    try:
        os.stat(".git", dir_fd=descriptor, follow_symlinks=False)
    except OSError:
        return False
    return True


def _schemas(folder: Folder) -> Iterator[tuple[str, BlobId]]:
    descriptor = folder.enter("")
    if not isinstance(descriptor, int):
        return
    for name, _, is_folder, _ in _entries(descriptor, SCHEMAS):
        found = None if is_folder else judge_schema(name)
        if found is None:
            continue
        value: BlobId | None = found.refusal
        if value is None:
            path = found.path
            value = hashed(read_file(name, descriptor, limit(path), path))
        if value is not None:
            yield found.path, value


def _entries(descriptor: int, path: str) -> list[tuple[str, bool, bool, bool]]:
    """Return name, is link, is folder, is ordinary file of all that lies in an open folder, sorted by name."""
    try:
        with os.scandir(descriptor) as entries:
            return sorted(
                (
                    entry.name,
                    entry.is_symlink(),
                    entry.is_dir(follow_symlinks=False),
                    entry.is_file(follow_symlinks=False),
                )
                for entry in entries
            )
    except OSError as error:
        raise may_not_be_read(path or ".", error) from error
