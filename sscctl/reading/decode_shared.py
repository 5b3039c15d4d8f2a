"""Decoders of what several kinds of documents hold: sources, waivers, telephone numbers."""

from __future__ import annotations

from sscctl.domain.agency import Phone
from sscctl.domain.provenance import Source, Waiver
from sscctl.reading.node import Node


def sources(node: Node) -> tuple[Source, ...]:
    """`sources`: by the id that facts refer to them with."""
    return tuple(
        Source(
            id=name,
            url=item.text("url"),
            document=item.text("document"),
            title=item.text("title"),
            date=item.partial("date"),
            retrieved=item.partial("retrieved"),
        )
        for name, item in node.named("sources")
    )


def waivers(node: Node) -> tuple[Waiver, ...]:
    """`waivers`: those whose last day is a real one."""
    return tuple(
        Waiver(item.required("rule"), item.required("reason"), last)
        for item in node.children("waivers")
        if (last := item.day("valid_through"))
    )


def phone(node: Node) -> Phone:
    """A telephone number."""
    return Phone(node.text("number"), node.text("short_number"), node.text("display"), node.texts("source"))
