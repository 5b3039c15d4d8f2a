"""Where a published file leads to: every address in it that can be another's, by its format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

_REFERENCE = re.compile(r"""\b(?:href|src|rdf:resource)=(?:"([^"]*)"|'([^']*)')|<loc>([^<]*)</loc>""")
_MARKUP = (".html", ".xml", ".atom", ".rdf", ".svg")
_OURS = frozenset({"uri", "apiDocumentation"})
_OF_OTHERS = frozenset({"uri", "url", "feed_url", "home_page_url", "path", "@id"})
"""The keys under which JSON files name other files: those of our own contract, and those of others' standards."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!//)")


def links_of(path: str, data: bytes) -> Iterator[str]:
    """Yield each address once, without its fragment and query; none for a format that has no links.

    Addresses of another scheme than the web's (`mailto:`) lead to no file. The manifest's own list is told by hashes.
    """
    if path.endswith(_MARKUP):
        found = {unescape("".join(match)) for match in _REFERENCE.findall(data.decode("utf-8", "replace"))}
    elif path.endswith((".json", ".jsonld", ".geojson")) and not path.startswith("schema/"):
        tree = json.loads(data)
        found = {*_named(tree, _OURS if isinstance(tree, dict) and "meta" in tree else _OF_OTHERS)}
    else:
        found = set()
    bare = {re.split("[?#]", address, maxsplit=1)[0] for address in found}
    yield from sorted(address for address in bare if address and not _SCHEME.match(address))


def _named(tree: object, names: frozenset[str], key: str = "") -> Iterator[str]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from _named(value, names, "uri" if key == "links" else name)
    elif isinstance(tree, list):
        for value in tree:
            yield from _named(value, names, key)
    elif isinstance(tree, str) and key in names:
        yield tree
