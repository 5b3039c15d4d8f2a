"""SSC108–SSC112: organisation numbers, telephone numbers and web addresses."""

from __future__ import annotations

import pytest

from sscctl.domain.finding import Severity
from tests.rules.judging import findings, of_office

AGENCY = "agencies/exempelverket.yaml"


def of_agency(code: str, **keys: object) -> list[tuple[str, str]]:
    """What the rule says of a made-up agency with these keys: pointer as a path, words."""
    tree = {"kind": "state_agency", "name": {"sv": "Exempelverket", "en": "The Example Agency"}, **keys}
    found = [one for one in findings({AGENCY: tree}) if one.code == code and one.path == AGENCY]
    return [("/".join(map(str, one.pointer)), one.message.en) for one in found]


@pytest.mark.parametrize(
    ("number", "message"),
    [
        pytest.param("209900-0008", None, id="a right one"),
        pytest.param("202100-5522", "202100-5522 has a wrong check digit", id="a wrong last digit"),
        pytest.param("2021005521", "2021005521 has not the form NNNNNN-NNNN", id="without its hyphen"),
        pytest.param("556012-5790", "556012-5790 is no number of the state's", id="a company's"),
    ],
)
def test_an_organisation_number(number: str, message: str | None) -> None:
    expected = [("organisation_number", message)] if message else []
    assert of_agency("SSC108", organisation_number=number) == expected


def test_an_organisation_number_of_another_is_told_to_both() -> None:
    tree = {"kind": "state_agency", "name": {"sv": "Exempelverket", "en": "The Example Agency"}}
    found = [one for one in findings({AGENCY: {**tree, "organisation_number": "202100-5521"}}) if one.code == "SSC109"]
    assert [(one.path, one.message.en) for one in found] == [
        (AGENCY, "202100-5521 is the number of forsakringskassan too"),
        ("agencies/forsakringskassan.yaml", "202100-5521 is the number of exempelverket too"),
    ]


@pytest.mark.parametrize(
    ("number", "message"),
    [
        pytest.param("+46771451000", None, id="a right one"),
        pytest.param("0771-4510", "“0771-4510” is not in international form", id="as dialled within Sweden"),
        pytest.param("+46 771 451 000", "“+46 771 451 000” is not in international form", id="with spaces"),
        pytest.param("+46771451", "+46771451 is no Swedish telephone number", id="digits left out"),
        pytest.param("+4781549300", "+4781549300 is no Swedish telephone number", id="a Norwegian number"),
    ],
)
class TestANumber:
    def test_of_an_office(self, number: str, message: str | None) -> None:
        found = of_office("SSC110", contact={"phone": number})
        assert [(one.pointer, one.message.en) for one in found] == (
            [(("contact", "phone"), message)] if message else []
        )

    def test_of_an_agency(self, number: str, message: str | None) -> None:
        expected = [("phones/0/number", message)] if message else []
        assert of_agency("SSC110", phones=[{"number": number}]) == expected


@pytest.mark.parametrize(
    ("number", "is_wrong"),
    [
        pytest.param("114 14", False, id="the police"),
        pytest.param("112", False, id="the emergency number"),
        pytest.param("99999", True, id="one that nobody has"),
    ],
)
def test_a_short_number(number: str, is_wrong: bool) -> None:
    expected = [("phones/0/short_number", f"{number} is no short number")] if is_wrong else []
    assert of_agency("SSC110", phones=[{"short_number": number}]) == expected


@pytest.mark.parametrize(
    ("number", "shown", "severity"),
    [
        pytest.param("+46771451000", "0771-451 000", None, id="the agency's grouping"),
        pytest.param("+46771451000", "0771-45 10 00", None, id="another agency's grouping"),
        pytest.param("+46771451000", "077-145 10 00", Severity.NOTE, id="a library's grouping"),
        pytest.param("+46771451000", "+46 (0)771-451 000", None, id="with the country code"),
        pytest.param("+46771451000", "0771-415 000", Severity.WARNING, id="other digits than are dialled"),
        pytest.param("+4687869000", "08-786 90 00", None, id="an ordinary number"),
    ],
)
def test_how_a_number_is_shown(number: str, shown: str, severity: Severity | None) -> None:
    tree = {"kind": "state_agency", "name": {"sv": "A", "en": "B"}, "phones": [{"number": number, "display": shown}]}
    found = [one for one in findings({AGENCY: tree}) if one.code == "SSC111"]
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_a_short_number_is_shown_with_its_own_digits() -> None:
    assert of_agency("SSC111", phones=[{"short_number": "114 14", "display": "114 14"}]) == []
    assert of_agency("SSC111", phones=[{"short_number": "114 14", "display": "114 15"}]) != []


@pytest.mark.parametrize(
    ("url", "message"),
    [
        pytest.param("https://www.statenssc.se/kontor?id=1#karta", None, id="a whole address"),
        pytest.param("http://exempel.se", None, id="without encryption"),
        pytest.param("https://xn--malm-8qa.se/", None, id="a name in Punycode"),
        pytest.param("www.statenssc.se", "“www.statenssc.se” is neither http nor https", id="without https"),
        pytest.param("javascript:alert(1)", "“javascript:alert(1)” is neither http nor https", id="a program"),
        pytest.param("ftp://exempel.se/", "“ftp://exempel.se/” is neither http nor https", id="another protocol"),
        pytest.param("https:///kontor", "“https:///kontor” has no host, or has spaces", id="no host"),
        pytest.param("https://exempel.se/a b", "“https://exempel.se/a b” has no host, or has spaces", id="a space"),
        pytest.param("https://anna:hemlig@exempel.se/", "the address of exempel.se carries a log-in", id="a password"),
        pytest.param("https://[::1/", "“https://[::1/” cannot be read as a web address", id="half a bracket"),
        pytest.param(
            "https://exempel.se:x/", "“https://exempel.se:x/” cannot be read as a web address", id="a port of letters"
        ),
    ],
)
def test_a_web_address(url: str, message: str | None) -> None:
    found = of_office("SSC112", contact={"web": url})
    assert [(one.pointer, one.message.en) for one in found] == ([(("contact", "web"), message)] if message else [])


WITHOUT_HTTPS = {"page": {"url": "www.exempel.se", "date": "2026-10-01"}}


@pytest.mark.parametrize(
    ("path", "keys", "pointer"),
    [
        pytest.param("offices/exempelstad-torget.yaml", {"sources": WITHOUT_HTTPS}, "sources/page/url", id="office"),
        pytest.param("agencies/skatteverket.yaml", {"web": "skatteverket.se"}, "web", id="an agency's site"),
        pytest.param("agreements/takeover-2019.yaml", {"sources": WITHOUT_HTTPS}, "sources/page/url", id="agreement"),
        pytest.param("decisions/sfs-2019-212.yaml", {"sources": WITHOUT_HTTPS}, "sources/page/url", id="decision"),
        pytest.param("network.yaml", {"sources": WITHOUT_HTTPS}, "sources/page/url", id="network"),
        pytest.param("registry.yaml", {"base_url": "exempel.se"}, "base_url", id="the registry's own address"),
        pytest.param("registry.yaml", {"licence": "CC0"}, "licence", id="the registry's licence"),
    ],
)
def test_web_addresses_are_judged_wherever_they_stand(path: str, keys: dict[str, object], pointer: str) -> None:
    found = [one for one in findings({path: keys}) if one.code == "SSC112"]
    assert [(one.path, "/".join(map(str, one.pointer))) for one in found] == [(path, pointer)]
