"""How much one file may hold: far more than any document of the registry needs, far less than would exhaust anybody."""

from __future__ import annotations

MAX_BYTES = 256 * 1024
"""Larger files are not read at all."""

MAX_DEPTH = 16
"""Lists and mappings within one another, the document itself counted."""

MAX_NODES = 5000
"""Keys, values, lists and mappings, all counted."""

MAX_FAULTS = 200
"""So many are told of one file; a file with more has one cause and not so many."""
