"""How the pages stand in a published folder: a tree of their own, and a door at the top that leads to it."""

from __future__ import annotations

import os
from pathlib import Path

from sscctl.publishing.destination import MARKER, NOTE
from sscctl.publishing.manifest import PATH, listed
from sscctl.publishing.website.paths import TREE
from sscctl.writing import disk
from sscctl.writing.showcase import Manner
from sscctl.writing.steps import reached

MANNER = Manner(name=TREE, catalogue=PATH, listing=listed, marker=MARKER, note=NOTE)
"""How the tree of pages is kept: as the data's, under the same mark and lock."""

DOOR = "index.html"
"""The file at the top of the folder; one that lies there and is not ours stays as it is."""

_NEXT = f".{DOOR}.next"
_OURS = b'<meta name="generator" content="sscctl">'

DOOR_PAGE = f"""<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
{_OURS.decode()}
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={TREE}/index.html">
<title>Servicekontor</title>
</head>
<body>
<main>
<h1>Servicekontor</h1>
<p><a href="{TREE}/index.html">Till servicekontoren</a></p>
<p lang="en"><a href="{TREE}/en/index.html">To the service offices</a></p>
</main>
</body>
</html>
""".encode()


def hang_door(place: Path) -> None:
    """Put the door in its place, in one step, unless somebody has put a page of their own there."""
    with disk.folder(place) as parent:
        if disk.mode(DOOR, parent) is not None:
            before = disk.read(DOOR, parent)
            if before is None or before == DOOR_PAGE or not is_ours(before):
                return
        disk.remove_file(_NEXT, parent)
        disk.write_new(_NEXT, DOOR_PAGE, parent)
        disk.flush([_NEXT], parent)
        os.rename(_NEXT, DOOR, src_dir_fd=parent, dst_dir_fd=parent)
    reached("door hung")


def is_ours(data: bytes) -> bool:
    """Whether a file in the door's place was put there by sscctl."""
    return _OURS in data
