"""Who answers for which file of the registry: an office belongs to its county's team, or to its agencies' teams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sscctl.domain.office import Office
from sscctl.errors import NotFound, WrongUsage
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.load import Loaded
from sscctl.text import Text

Owners = tuple[str, ...]


class By(StrEnum):
    """What decides who owns an office."""

    COUNTY = "county"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Owned:
    """A file of the registry and its owners."""

    path: str
    owners: Owners


@dataclass(frozen=True, slots=True)
class Teams:
    """The owners of each county (code) or agency (id), and those of everything else."""

    by: By
    named: Mapping[str, Owners]
    default: Owners = ()


def owned(loaded: Loaded, paths: Sequence[str], teams: Teams, day: date) -> Iterator[Owned]:
    """Yield every office's file with its owners, by path, and every agency's and county board's that has a team.

    `paths` are all files of the registry. By agency, an office belongs to the teams of all who take part there on
    `day`. An office that nobody owns is an error: WrongUsage; a county or agency that is none, too: NotFound.
    """
    known = loaded.reference.counties if teams.by is By.COUNTY else loaded.registry.context.agencies
    for name in teams.named:
        if name not in known:
            raise _unknown(name, teams.by)
    offices = {path: loaded.registry.offices[office] for office, path in loaded.paths.items()}
    for path in paths:
        if kind_of(path) is Kind.OFFICE:
            owners = _owners(offices.get(path), loaded, teams, day) or teams.default
            if not owners:
                raise _unowned(path, offices.get(path), teams.by)
            yield Owned(path, owners)
        elif kind_of(path) is Kind.AGENCY:
            agency = loaded.registry.context.agencies.get(path.rpartition("/")[2].removesuffix(".yaml"))
            key = (agency.county if teams.by is By.COUNTY else agency.id) if agency else None
            if key and key in teams.named:
                yield Owned(path, teams.named[key])


def _owners(office: Office | None, loaded: Loaded, teams: Teams, day: date) -> Owners:
    """The owners that the teams give an office; none for a file that cannot be read."""
    if office is None:
        return ()
    if teams.by is By.COUNTY:
        return teams.named.get(office.county, ())
    agencies = sorted(loaded.registry.context.attending(office, day))
    return tuple(dict.fromkeys(owner for agency in agencies for owner in teams.named.get(agency, ())))


def _unknown(key: str, by: By) -> NotFound:
    if by is By.COUNTY:
        return NotFound(
            Text(f"det finns inget län med koden {key}", f"there is no county with the code {key}"),
            Text("skriv länets kod med två siffror: 01 är Stockholms län", "write its two digits: 01 is Stockholm"),
        )
    return NotFound(Text(f"det finns ingen myndighet {key} i registret", f"there is no agency {key} in the registry"))


def _unowned(path: str, office: Office | None, by: By) -> WrongUsage:
    if office is None:
        why = Text("filen kan inte läsas", "the file cannot be read")
    elif by is By.COUNTY:
        why = Text(f"län {office.county} har inget team", f"county {office.county} has no team")
    else:
        why = Text("ingen av myndigheterna där har ett team", "none of the agencies there has a team")
    return WrongUsage(
        Text(f"ingen äger {path}: {why.sv}", f"nobody owns {path}: {why.en}"),
        Text("nämn ett team för det, eller ge --default", "name a team for it, or give --default"),
    )
