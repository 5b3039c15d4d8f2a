"""`catalog.rdf` by DCAT-AP-SE 3.0.1, read back by rdflib."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from sscctl.publishing.catalogue import PATH
from sscctl.publishing.edition import Edition
from sscctl.publishing.formats import FORMATS
from sscctl.publishing.press import make
from sscctl.text import Text
from tests.process import CHECKOUT
from tests.publishing.editions import edition, files, undated
from tests.publishing.real import real_edition
from tests.publishing.test_hostile_strings import HOSTILE

BASE = "https://exempel.se/data"
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")

MANDATORY: dict[URIRef, tuple[URIRef, ...]] = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Distribution: (DCAT.accessURL, DCAT.mediaType),
    DCAT.DataService: (DCTERMS.title, DCAT.endpointURL),
    FOAF.Agent: (FOAF.name, DCTERMS.type),
    VCARD.Organization: (VCARD.fn, VCARD.hasEmail),
}
"""What the profile demands of each class (docs.dataportal.se/dcat, 3.0.1)."""

RECOMMENDED: dict[URIRef, tuple[URIRef, ...]] = {
    DCAT.Dataset: (
        *(DCAT.contactPoint, DCAT.keyword, DCAT.theme, DCTERMS.spatial, DCTERMS.temporal, DCTERMS.issued),
        *(DCTERMS.modified, DCTERMS.accessRights, DCTERMS.conformsTo, DCTERMS.accrualPeriodicity, DCAT.distribution),
    ),
    DCAT.Distribution: (
        *(DCTERMS.license, DCTERMS.title, DCTERMS.description, DCAT.downloadURL, DCTERMS.rights, DCAT.byteSize),
        *(DCTERMS.issued, DCTERMS.modified, DCAT.accessService, SPDX.checksum),
    ),
    DCAT.DataService: (DCAT.servesDataset, DCAT.contactPoint, DCTERMS.license, DCAT.endpointDescription),
}
"""What it recommends, and what the portal counts as quality."""

ONCE = (DCTERMS.license, DCTERMS.publisher, DCTERMS.issued, DCTERMS.modified, DCAT.accessURL, DCTERMS.temporal)


def read(one: Edition) -> Graph:
    return Graph().parse(data=make(one).data(PATH), format="xml")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return read(real_edition(BASE))


def is_one(graph: Graph, kind: URIRef) -> list[Node]:
    return [*graph.subjects(RDF.type, kind)]


@pytest.mark.parametrize(
    ("kind", "term"),
    [(kind, term) for table in (MANDATORY, RECOMMENDED) for kind, terms in table.items() for term in terms],
)
def test_every_thing_says_what_its_class_has_to(graph: Graph, kind: URIRef, term: URIRef) -> None:
    things = is_one(graph, kind)
    assert things
    for thing in things:
        assert graph.value(thing, term, any=True) is not None, thing


@pytest.mark.parametrize("term", ONCE)
def test_what_may_be_said_once_is_said_once(graph: Graph, term: URIRef) -> None:
    for thing in set(graph.subjects(term)):
        assert len([*graph.objects(thing, term)]) == 1


def test_free_text_stands_in_both_languages(graph: Graph) -> None:
    for thing in (*is_one(graph, DCAT.Catalog), *is_one(graph, DCAT.Dataset), *is_one(graph, DCAT.Distribution)):
        for term in (DCTERMS.title, DCTERMS.description):
            assert {text.language for text in graph.objects(thing, term) if isinstance(text, Literal)} == {"sv", "en"}


def test_every_address_is_absolute_and_nothing_is_nameless(graph: Graph) -> None:
    for triple in graph:
        for term in triple:
            assert isinstance(term, URIRef | Literal)
            if isinstance(term, URIRef):
                assert str(term).startswith(("http://", "https://", "mailto:"))


def test_everything_of_ours_that_is_pointed_to_is_told(graph: Graph) -> None:
    ours = {term for term in graph.objects() if isinstance(term, URIRef) and f"{PATH}#" in term}
    assert ours <= set(graph.subjects())


def test_every_distribution_is_a_file_of_the_edition() -> None:
    one = edition(base_url=BASE)
    made = files(make(one))
    graph = read(one)
    where = {str(address).removeprefix(f"{BASE}/v1/") for address in graph.objects(None, DCAT.downloadURL)}
    assert where == {form.path for form in FORMATS}
    assert where <= made.keys()
    types = {artefact.path: artefact.media_type.split(";")[0] for artefact in make(one).artefacts}
    assert {form.path: form.media_type for form in FORMATS} == {path: types[path] for path in where}


def test_it_tells_how_large_each_file_is_and_its_hash() -> None:
    one = edition(base_url=BASE)
    made, graph = files(make(one)), read(one)
    for thing in is_one(graph, DCAT.Distribution):
        data = made[str(graph.value(thing, DCAT.downloadURL)).removeprefix(f"{BASE}/v1/")]
        checksum = graph.value(thing, SPDX.checksum)
        assert str(graph.value(thing, DCAT.byteSize)) == str(len(data))
        assert str(graph.value(checksum, SPDX.checksumValue)) == hashlib.sha256(data).hexdigest()
        assert graph.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256


def test_without_an_address_on_the_web_there_is_no_catalogue() -> None:
    assert PATH not in files(make(edition()))


def test_without_an_email_address_there_is_no_contact_point() -> None:
    assert is_one(read(edition(base_url=BASE)), VCARD.Organization) == []


def test_what_nothing_dates_is_of_the_day() -> None:
    (catalogue,) = is_one(read(undated(edition(base_url=BASE))), DCAT.Catalog)
    assert str(read(undated(edition(base_url=BASE))).value(catalogue, DCTERMS.modified)) == "2026-11-22"


@pytest.mark.parametrize("text", [*HOSTILE, "]]>&amp;<!ENTITY x>"], ids=range(len(HOSTILE) + 1))
def test_no_text_breaks_out_of_it(text: str) -> None:
    base = edition(base_url=BASE)
    context = base.registry.context
    agency = replace(context.agencies["statens-servicecenter"], name_sv=text, name_en=text, email=text, web=text)
    agencies = {**context.agencies, agency.id: agency}
    settings = replace(base.settings, title=Text(text, text), description=Text(text, text), licence=text)
    registry = replace(base.registry, context=replace(context, agencies=agencies))
    graph = read(replace(base, settings=settings, registry=registry))
    (dataset,) = is_one(graph, DCAT.Dataset)
    kept = text.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\r\n", "\n")
    assert {str(title).replace("\r\n", "\n") for title in graph.objects(dataset, DCTERMS.title)} == {kept}
    assert {str(name).replace("\r\n", "\n") for name in graph.objects(None, FOAF.name)} == {kept}


@pytest.mark.slow
def test_the_order_does_not_change_from_run_to_run() -> None:
    program = (
        "import hashlib; from sscctl.publishing.press import make; from tests.publishing.editions import edition;"
        f"print(hashlib.sha256(make(edition(base_url='{BASE}')).data('{PATH}')).hexdigest())"
    )
    env = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(CHECKOUT)}
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**env, "PYTHONHASHSEED": seed},
            cwd=CHECKOUT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
