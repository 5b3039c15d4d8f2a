"""Things on the web and what is said of them, written as RDF/XML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring, indent, register_namespace, tostring

NAMESPACES: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_UNLAWFUL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write (2.2)."""


@dataclass(frozen=True, slots=True)
class Iri:
    """The absolute address that names a thing."""

    value: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a language, or a value of a datatype (`xsd:date`), or plain text."""

    value: str
    language: str | None = None
    datatype: str | None = None


Fact = tuple[str, Iri | Words]
"""A property, as `dcterms:title`, and its value."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of a class (`dcat:Dataset`) with what is said of it."""

    name: Iri
    kind: str
    facts: tuple[Fact, ...]


def rdf_xml(things: Sequence[Thing]) -> bytes:
    """The things as RDF/XML: the same bytes for the same things, in the order given.

    What rdflib writes changes its order from run to run; here the things come as they were told.
    """
    places = {thing.name.value: number for number, thing in enumerate(things)}
    root = fromstring(_graph(things))  # noqa: S314  written by ourselves a moment ago
    told = sorted(root, key=lambda element: places[element.attrib[f"{{{_RDF}}}about"]])
    for number, element in enumerate(told):
        root[number] = element
        element[:] = sorted(element, key=_order)
    for prefix, namespace in NAMESPACES.items():
        register_namespace(prefix, namespace)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def _order(element: Element) -> tuple[str, str, list[tuple[str, str]]]:
    return element.tag, element.text or "", sorted(element.items())


def _graph(things: Iterable[Thing]) -> str:
    from rdflib import RDF, Graph, Literal, URIRef  # noqa: PLC0415  300 ms: only who publishes a catalogue pays
    from rdflib.term import Node  # noqa: PLC0415

    def term(value: Iri | Words) -> Node:
        if isinstance(value, Iri):
            return URIRef(value.value)
        datatype = URIRef(_full(value.datatype)) if value.datatype else None
        text = _UNLAWFUL.sub("\ufffd", value.value)
        return Literal(text, lang=value.language, datatype=datatype, normalize=False)

    graph = Graph(bind_namespaces="core")
    for prefix, namespace in NAMESPACES.items():
        graph.bind(prefix, namespace)
    for thing in things:
        name = term(thing.name)
        graph.add((name, RDF.type, URIRef(_full(thing.kind))))
        for predicate, value in thing.facts:
            graph.add((name, URIRef(_full(predicate)), term(value)))
    return graph.serialize(format="pretty-xml", max_depth=1)


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return NAMESPACES[prefix] + local
