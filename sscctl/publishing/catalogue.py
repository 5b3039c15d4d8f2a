"""The data as a catalogue that the national data portal harvests: DCAT-AP-SE 3.0.1 in RDF/XML.

Such a catalogue names everything by its address on the web, so there is none where the edition does not know its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from urllib.parse import quote

from sscctl.publishing.dcat import Fact, Iri, Thing, Words, rdf_xml
from sscctl.publishing.edition import RELEASED, SCHEMA_VERSION, TREE, Artefact, Edition
from sscctl.publishing.formats import FORMATS, Format
from sscctl.text import Text

PATH = "catalog.rdf"
MEDIA_TYPE = "application/rdf+xml"

_EU = "http://publications.europa.eu/resource/authority"
_NATIONAL_AUTHORITY = Iri("http://purl.org/adms/publishertype/NationalAuthority")
_SWEDEN = Iri("http://sws.geonames.org/2661886/")
_PUBLIC = Iri(f"{_EU}/access-right/PUBLIC")
_IRREGULAR = Iri(f"{_EU}/frequency/IRREG")
_SHA_256 = Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
_STABLE = Iri(f"{_EU}/planned-availability/STABLE")
_LANGUAGES = (Iri(f"{_EU}/language/SWE"), Iri(f"{_EU}/language/ENG"))
_THEMES = (Iri(f"{_EU}/data-theme/GOVE"), Iri(f"{_EU}/data-theme/SOCI"))
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"{}|\\^`\x00-\x20]+")
_KEYWORDS = (
    Text("servicekontor", "state service office"),
    Text("öppettider", "opening hours"),
    Text("statlig service", "government service"),
    Text("myndigheter", "government agencies"),
    Text("besöksadresser", "visiting addresses"),
)
_ABOUT = Text(
    "Sveriges statliga servicekontor: adresser, öppettider, myndigheter, avtal och beslut, med källor.",
    "Sweden's state service offices: addresses, opening hours, agencies, agreements and decisions, with sources.",
)


def describe(edition: Edition, artefacts: Iterable[Artefact]) -> Iterator[Artefact]:
    """Yield `catalog.rdf`, which tells the other files' sizes and hashes; nothing where the edition has no address."""
    if edition.base_url is not None:
        data = {artefact.path: artefact.data for artefact in artefacts}
        yield Artefact(PATH, MEDIA_TYPE, rdf_xml([*_Catalogue(edition, edition.base_url, data).things()]))


class _Catalogue:
    """The things that the catalogue tells of; each has a name of its own, so that links to it hold."""

    def __init__(self, edition: Edition, base_url: str, data: Mapping[str, bytes]) -> None:
        base = quote(base_url, safe=":/?@!$&'()*+,;=%~")
        self._edition, self._data = edition, data
        self._tree = f"{base}/{TREE}"
        self._home = Iri(f"{base}/")
        self._agency = edition.registry.context.agencies.get(edition.settings.publisher)
        self._email = _address(f"mailto:{self._agency.email}") if self._agency and self._agency.email else None

    def things(self) -> Iterator[Thing]:
        """Yield the catalogue, its dataset and service, who publishes them, and each distribution."""
        yield self._thing("catalog", "dcat:Catalog", self._catalog())
        yield self._thing("dataset", "dcat:Dataset", self._dataset())
        yield self._thing("service", "dcat:DataService", self._service())
        yield self._thing("publisher", "foaf:Agent", self._publisher())
        if self._email:
            yield self._thing("contact", "vcard:Organization", self._contact(self._email))
        since = Words(self._first_day(), datatype="xsd:date")
        yield self._thing("period", "dcterms:PeriodOfTime", [("dcat:startDate", since)])
        for form in FORMATS:
            yield self._thing(form.name, "dcat:Distribution", self._distribution(form))
            yield self._thing(f"{form.name}-checksum", "spdx:Checksum", self._checksum(form))
        if self._edition.settings.attributions:
            yield self._thing("rights", "dcterms:RightsStatement", self._rights())

    def _thing(self, name: str, kind: str, facts: Iterable[Fact]) -> Thing:
        return Thing(self._name(name), kind, tuple(facts))

    def _name(self, what: str) -> Iri:
        return Iri(f"{self._tree}/{PATH}#{what}")

    def _publisher(self) -> Iterator[Fact]:
        agency, ident = self._agency, self._edition.settings.publisher
        yield from _in_both("foaf:name", agency.name if agency else Text(ident, ident))
        yield "dcterms:type", _NATIONAL_AUTHORITY
        if agency:
            yield from _if_known("foaf:homepage", _address(agency.web))
            if agency.organisation_number:
                yield "dcterms:identifier", Words(agency.organisation_number)

    def _contact(self, email: Iri) -> Iterator[Fact]:
        """Type, name and e-mail are mandatory: without an e-mail address there is no contact point."""
        yield "vcard:fn", Words(self._edition.publisher_name)
        yield "vcard:hasEmail", email

    def _common(self) -> Iterator[Fact]:
        """What catalogue, dataset and service all say."""
        yield "dcterms:publisher", self._name("publisher")
        yield from self._dated()

    def _dated(self) -> Iterator[Fact]:
        """The licence; when the contract was made public, and when the facts last changed (else the edition's day)."""
        yield from _if_known("dcterms:license", _address(self._edition.settings.licence))
        yield "dcterms:issued", Words(RELEASED, datatype="xsd:date")
        instant = self._edition.generated_at
        day = self._edition.day.isoformat()
        yield "dcterms:modified", Words(instant or day, datatype="xsd:dateTime" if instant else "xsd:date")

    def _described(self) -> Iterator[Fact]:
        settings = self._edition.settings
        yield from _in_both("dcterms:title", settings.title)
        yield from _in_both("dcterms:description", settings.description or _ABOUT)
        yield from (("dcterms:language", language) for language in _LANGUAGES)
        yield "dcterms:spatial", _SWEDEN

    def _catalog(self) -> Iterator[Fact]:
        yield from self._described()
        yield from self._common()
        yield "foaf:homepage", self._home
        yield "dcat:themeTaxonomy", Iri(f"{_EU}/data-theme")
        yield "dcat:dataset", self._name("dataset")
        yield "dcat:service", self._name("service")

    def _dataset(self) -> Iterator[Fact]:
        yield from self._described()
        yield from self._common()
        yield from (("dcat:distribution", self._name(form.name)) for form in FORMATS)
        yield from self._found()
        yield "dcterms:identifier", Words(self._name("dataset").value)
        yield "dcterms:temporal", self._name("period")
        yield "dcterms:accrualPeriodicity", _IRREGULAR
        yield "dcterms:conformsTo", Iri(f"{self._tree}/schema/offices.schema.json")
        yield "dcat:version", Words(SCHEMA_VERSION)

    def _found(self) -> Iterator[Fact]:
        """How people find the dataset and the service, and reach those who answer for them."""
        for word in _KEYWORDS:
            yield from _in_both("dcat:keyword", word)
        yield from (("dcat:theme", theme) for theme in _THEMES)
        if self._email:
            yield "dcat:contactPoint", self._name("contact")
        yield "dcterms:accessRights", _PUBLIC
        yield "dcat:landingPage", self._home

    def _first_day(self) -> str:
        """The first day on which anything is known to have happened to an office."""
        offices = self._edition.registry.offices.values()
        days = [event.on.first for one in offices for event in one.lifecycle if event.on and event.on.has_start]
        return min(days, default=self._edition.day).isoformat()

    def _distribution(self, form: Format) -> Iterator[Fact]:
        where = Iri(f"{self._tree}/{form.path}")
        yield from _in_both("dcterms:title", form.title)
        yield from _in_both("dcterms:description", form.meaning)
        yield "dcat:accessURL", where
        yield "dcat:downloadURL", where
        if form.file_type:
            yield "dcterms:format", Iri(f"{_EU}/file-type/{form.file_type}")
        yield "dcat:mediaType", Iri(f"http://www.iana.org/assignments/media-types/{form.media_type}")
        yield "dcat:byteSize", Words(str(len(self._data[form.path])), datatype="xsd:nonNegativeInteger")
        yield "spdx:checksum", self._name(f"{form.name}-checksum")
        if self._edition.settings.attributions:
            yield "dcterms:rights", self._name("rights")
        yield from self._dated()
        yield "dcatap:availability", _STABLE
        yield "dcat:accessService", self._name("service")
        if form.standard:
            yield "dcterms:conformsTo", Iri(form.standard)
        yield from (("dcterms:language", language) for language in _LANGUAGES)

    def _checksum(self, form: Format) -> Iterator[Fact]:
        yield "spdx:algorithm", _SHA_256
        yield "spdx:checksumValue", Words(sha256(self._data[form.path]).hexdigest(), datatype="xsd:hexBinary")

    def _rights(self) -> Iterator[Fact]:
        """Whom the licences of what is published along ask to be named, word for word."""
        yield from (("rdfs:label", Words(credit.text)) for credit in self._edition.settings.attributions)

    def _service(self) -> Iterator[Fact]:
        title = self._edition.settings.title
        yield from _in_both("dcterms:title", Text(f"{title.sv}, filerna över HTTP", f"{title.en}, the files over HTTP"))
        yield from self._common()
        yield "dcat:endpointURL", Iri(f"{self._tree}/")
        yield "dcat:endpointDescription", Iri(f"{self._tree}/openapi.yaml")
        yield "dcterms:conformsTo", Iri("https://spec.openapis.org/oas/v3.1.0")
        yield "dcat:servesDataset", self._name("dataset")
        yield from self._found()


def _in_both(predicate: str, text: Text) -> Iterator[Fact]:
    yield predicate, Words(text.sv, "sv")
    yield predicate, Words(text.en, "en")


def _if_known(predicate: str, value: Iri | None) -> Iterator[Fact]:
    if value is not None:
        yield predicate, value


def _address(value: str | None) -> Iri | None:
    """An absolute address; nothing for text that is none."""
    return Iri(value) if value and _ADDRESS.fullmatch(value) else None
