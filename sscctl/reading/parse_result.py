"""What reading a document gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sscctl.domain.finding import Fault


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document's tree, or `None` where it is not one that its schema passes, and what is wrong with it."""

    tree: Mapping[str, Any] | None
    faults: tuple[Fault, ...]
