"""What reading cost, counted exactly: tests hold these figures where a measured time would waver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields


@dataclass(slots=True)
class Counters:
    """How often each dear thing was done since the process began, or since the last `reset`.

    A file that is read to be hashed counts as hashed; as read count those whose content somebody asked for.
    """

    files_hashed: int = 0
    files_read: int = 0
    git_processes: int = 0
    files_parsed: int = 0
    documents_checked: int = 0

    def reset(self) -> None:
        """Begin again at nought."""
        for field in fields(self):
            setattr(self, field.name, 0)

    def add(self, more: Mapping[str, int]) -> None:
        """Add what another process counted."""
        for name, number in more.items():
            setattr(self, name, getattr(self, name) + number)

    def as_dict(self) -> dict[str, int]:
        """Return the figures by name, as `--stats json` prints them."""
        return asdict(self)


counters = Counters()
"""The one set of counters; whoever does the work adds to it."""
