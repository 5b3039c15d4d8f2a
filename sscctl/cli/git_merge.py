"""The merge that git asks for: by the schemas that lie beside the registry, and loud whatever happens."""

from __future__ import annotations

from pathlib import Path

from sscctl.cli.console import tell, tell_plain
from sscctl.cli.visible import visible
from sscctl.editing.merge.driver import Merged, Three, Way, by_lines, merge
from sscctl.editing.merge.sorts import kind_in
from sscctl.editing.merge.textual import as_one_conflict
from sscctl.errors import SscctlError
from sscctl.reading.disk import Disk
from sscctl.reading.kinds import kind_of
from sscctl.reading.paths import SCHEMAS
from sscctl.reading.schemas import Judge, packaged
from sscctl.text import Text


def merged(three: Three, path: str, size: int) -> Merged:
    """Merge three versions of the file at `path` below the folder that git has called us in.

    Where sscctl itself fails, lines are merged as git does; where that fails too, all that differs is a conflict.
    """
    try:
        result = merge(three, path, _judge(path), size)
    except Exception as error:  # noqa: BLE001  git would take ours for the result, and a person might too
        tell_plain(visible(f"sscctl: {type(error).__name__}: {error}"))
        result = _by_lines(three, size)
    if result.conflicts and result.together:
        keys = ", ".join(result.together)
        tell(
            Text(
                f"{path}: var sida för sig kan stämma, men inte båda tillsammans: {keys}",
                f"{path}: each side may be right by itself, but not both together: {keys}",
            )
        )
    if result.way is Way.LINES and kind_in(path):
        tell(
            Text(
                f"{path}: raderna slogs ihop som git gör; filen är inget giltigt dokument eller har en ovanlig layout",
                f"{path}: its lines were merged as git does; it is no valid document, or has an unusual layout",
            )
        )
    return result


def _by_lines(three: Three, size: int) -> Merged:
    try:
        return by_lines(three, size)
    except (SscctlError, OSError):
        return Merged(as_one_conflict(three.ours, three.theirs, size), 1, Way.LINES)


def _judge(path: str) -> Judge:
    """The schemas beside the registry that `path` lies in, or those that sscctl brings along."""
    own = packaged()
    steps = path.split("/")
    above = next((count for count in range(len(steps)) if kind_of("/".join(steps[count:]))), 0)
    root = Path.cwd().joinpath(*steps[:above])
    if not above or ".." in steps or not (root.parent / SCHEMAS).is_dir():
        return Judge(own)
    with Disk(root, root.parent / SCHEMAS) as disk:
        found = {name: disk.read(f"{SCHEMAS}/{name}") for name in own}
    schemas = {name: data for name, data in found.items() if isinstance(data, bytes)}
    return Judge(schemas if schemas.keys() == own.keys() else own)
