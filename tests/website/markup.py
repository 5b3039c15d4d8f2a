"""Reads pages as HTML."""

from __future__ import annotations

from typing import Any

import lxml.html


def parse(data: bytes) -> Any:  # noqa: ANN401  lxml's stubs know nothing of its HTML elements
    """The root of a page's elements."""
    return lxml.html.fromstring(data, parser=lxml.html.HTMLParser(huge_tree=True))
