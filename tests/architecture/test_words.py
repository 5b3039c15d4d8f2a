"""What is kept names no address that packages come from and no folder of somebody's machine."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.architecture.code import ROOT

# The letters in brackets keep these lines from finding themselves.
FORBIDDEN = {
    "the address of a package index": rb"p[y]pi\.org|p[y]thonhosted|r[e]gistry\.(npmjs|yarnpkg)|[bp]\.d[e]bian\.org",
    "a folder of somebody's machine": rb"(?<![\w.~*/-])/([r]oot|[w]ork|[h]ome/[a-z]\w*|[U]sers/\w+)/",
}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [path for path in listed.decode().split("\0") if path and (ROOT / path).is_file()]


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN)
def test_no_tracked_file_names(pattern: bytes) -> None:
    forbidden = re.compile(pattern)
    found = [
        f"{path}:{number}: {line[:100]!r}"
        for path in tracked()
        for number, line in enumerate((ROOT / path).read_bytes().splitlines(), start=1)
        if forbidden.search(line)
    ]
    assert not found
