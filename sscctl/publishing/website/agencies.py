"""The page of an agency: what visitors get help with, and where."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.domain.agency import Agency
from sscctl.domain.office import CoLocationStatus
from sscctl.publishing.website.page import Page
from sscctl.publishing.website.paths import Sort
from sscctl.publishing.website.site import Site
from sscctl.text import Language

_OVER = (CoLocationStatus.ENDED, CoLocationStatus.DECLINED)


def agency_page(site: Site, agency: Agency, language: Language) -> Page:
    """Make the page."""
    sv = language is Language.SWEDISH
    name = agency.name.within(language)
    with_it = [one for one in site.portraits.values() if any(part.agency == agency.id for part in one.participations)]
    sharing = [one for one in site.portraits.values() if any(other.party == agency.id for other in one.co_locations)]
    served = {
        service.id: [
            one
            for one in site.portraits.values()
            if any(
                own.agency == agency.id and own.service == service.id and own.available for own in one.office.services
            )
        ]
        for service in agency.services
    }
    view: Mapping[str, object] = {
        "agency": agency,
        "portraits": with_it,
        "sharing": sharing,
        "served": served,
        "is_publisher": agency.id == site.edition.settings.publisher,
    }
    title = f"{name} på servicekontor" if sv else f"{name} at service offices"
    description = (
        f"På vilka statliga servicekontor du får hjälp med {name}s ärenden."
        if sv
        else f"At which state service offices you get help with matters of {name}."
    )
    return Page(Sort.AGENCY, language, title, description, view, agency.id)
