"""Documents to domain values: the border past which nobody passes dictionaries around."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement
from sscctl.domain.decision import Decision
from sscctl.domain.finding import Fault
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Office
from sscctl.reading.decode_context import agency, agreement, decision, network, settings
from sscctl.reading.decode_office import office
from sscctl.reading.kinds import Kind
from sscctl.reading.node import Node

Document = Office | Agency | Agreement | Decision | Settings | Network

_DECODERS: Mapping[Kind, Callable[[Node], Document]] = {
    Kind.OFFICE: office,
    Kind.AGENCY: agency,
    Kind.AGREEMENT: agreement,
    Kind.DECISION: decision,
    Kind.REGISTRY: settings,
    Kind.NETWORK: network,
}


def decode(kind: Kind, tree: Mapping[str, Any]) -> tuple[Document, tuple[Fault, ...]]:
    """Turn a tree that its schema has passed into a value, with what the calendar or the clock does not know.

    A value that cannot be understood is left out, as if no source gave it, and is among the faults.
    """
    faults: list[Fault] = []
    document = _DECODERS[kind](Node(tree, faults))
    return document, tuple(faults)
