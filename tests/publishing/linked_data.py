"""JSON-LD as rdflib reads it, without the web."""

from __future__ import annotations

import json
import warnings

from rdflib import Graph

VOCABULARY = "https://schema.org/"


def parsed(data: bytes, base: str) -> Graph:
    """The file as triples; schema.org's context is on the web, so its vocabulary stands in for it."""
    tree = json.loads(data)
    assert tree["@context"] == "https://schema.org"
    tree["@context"] = {"@vocab": VOCABULARY}
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        return Graph().parse(data=json.dumps(tree), format="json-ld", publicID=base)
