"""A small made-up registry that breaks no rule on 2026-11-22.

The agencies, the act and the official codes are Sweden's; the office, its decision and its agreement are invented.
A tree is what a file says once it is parsed: dicts, lists, text, numbers.
"""

from __future__ import annotations

Tree = dict[str, object]

OFFICE_ID = "exempelstad-torget"
OFFICE_PATH = f"offices/{OFFICE_ID}.yaml"

_PAGE = "https://exempel.se"


def base() -> dict[str, Tree]:
    """The trees by path."""
    agencies = {f"agencies/{tree['id']}.yaml": tree for tree in _agencies()}
    return {
        "registry.yaml": _settings(),
        "network.yaml": {
            "counts": [{"on": "2026-10-01", "offices": 1, "source": "count"}],
            "sources": {"count": {"url": f"{_PAGE}/antal", "date": "2026-10-01"}},
        },
        **agencies,
        "agreements/takeover-2019.yaml": _agreement(),
        "decisions/ssc-exempelbeslut-2021.yaml": _own_decision(),
        "decisions/sfs-2019-212.yaml": _act(),
        OFFICE_PATH: _office(),
    }


def _settings() -> Tree:
    return {
        "format": 1,
        "title": {"sv": "Exempelregistret", "en": "The example registry"},
        "publisher": "statens-servicecenter",
        "licence": "https://creativecommons.org/publicdomain/zero/1.0/",
        "time_zone": "Europe/Stockholm",
        "attributions": [
            {
                "text": "Place and postcode points: GeoNames (geonames.org), CC BY 4.0",
                "licence": "https://creativecommons.org/licenses/by/4.0/",
                "url": "https://www.geonames.org/",
                "concerns": "reference/postcodes.csv",
            }
        ],
        "policies": {
            "closed_days": ["public_holidays", "midsummer_eve", "christmas_eve", "new_years_eve"],
            "guard": {"offices_percent": 5, "county_offices_percent": 25, "weekly_hours_percent": 10},
        },
        "sources": {"policy": {"url": f"{_PAGE}/oppettider", "date": "2026-10-01"}},
    }


def _agencies() -> list[Tree]:
    roles = (
        ("Statens servicecenter", "National Government Service Centre", "202100-6453", "operator"),
        ("Försäkringskassan", "Swedish Social Insurance Agency", "202100-5521", "participating"),
        ("Pensionsmyndigheten", "Swedish Pensions Agency", "202100-6255", "participating"),
        ("Skatteverket", "Swedish Tax Agency", "202100-5448", "participating"),
        ("Arbetsförmedlingen", "Swedish Public Employment Service", "202100-2114", "participating"),
        ("Migrationsverket", "Swedish Migration Agency", "202100-2163", "participating"),
        ("Trafikverket", "Swedish Transport Administration", "202100-6297", "co_location_candidate"),
    )
    return [_agency(*role) for role in roles]


def _agency(sv: str, en: str, number: str, role: str) -> Tree:
    ident = sv.lower().translate(str.maketrans("åäö ", "aao-"))
    return {
        "id": ident,
        "kind": "state_agency",
        "name": {"sv": sv, "en": en},
        "organisation_number": number,
        "web": f"https://www.{ident.replace('-', '')}.se",
        "role": {"kind": role, "since": "2019-06-01", "source": "register"},
        "sources": {"register": {"url": f"{_PAGE}/myndigheter", "date": "2026-10-01"}},
    }


def _agreement() -> Tree:
    return {
        "id": "takeover-2019",
        "kind": "service",
        "title": {"sv": "Serviceavtal om alla kontor", "en": "Service agreement on all offices"},
        "performer": "statens-servicecenter",
        "principals": ["forsakringskassan", "pensionsmyndigheten", "skatteverket", "arbetsformedlingen"],
        "concluded": "2019-06-01",
        "valid_from": "2019-06-01",
        "scope": "all",
        "tasks": [
            {
                "id": "guidance",
                "title": {"sv": "Vägledning", "en": "Guidance"},
                "public_authority": False,
                "personal_data": False,
            }
        ],
        "legal_basis": [{"act": "sfs-2019-212", "section": "1"}],
        "case_system_access": True,
        "sources": {"agreement": {"document": "Exempelavtal 2019", "date": "2019-06-01"}},
    }


def _own_decision() -> Tree:
    return {
        "id": "ssc-exempelbeslut-2021",
        "kind": "own_decision",
        "reference": "EX 2021-00001",
        "title": {"sv": "Beslut om ett kontor i Exempelstad", "en": "Decision on an office in Exempelstad"},
        "date": "2021-06-01",
        "body": "board",
        "decided_by": "statens-servicecenter",
        "content": {"sv": "Ett kontor öppnar vid Torget.", "en": "An office opens at Torget."},
        "offices": [OFFICE_ID],
        "municipalities": ["0180"],
        "consulted": ["municipality", "region", "county_board"],
        "sources": {"decision": {"document": "EX 2021-00001", "date": "2021-06-01"}},
    }


def _act() -> Tree:
    return {
        "id": "sfs-2019-212",
        "kind": "act",
        "reference": "SFS 2019:212",
        "title": {"sv": "Lag om viss gemensam offentlig service"},
        "date": "2019-04-25",
        "in_force": "2019-06-01",
        "sources": {"sfs": {"document": "SFS 2019:212", "date": "2019-04-25"}},
    }


def _office() -> Tree:
    return {
        "id": OFFICE_ID,
        "name": "Torget",
        "kind": "office",
        "municipality": "0180",
        "town": "Exempelstad",
        "lifecycle": [
            {"event": "opened", "on": "2021-11-01", "decision": "ssc-exempelbeslut-2021", "source": "page"},
            {"event": "observed", "on": "2026-10-01", "status": "open", "source": "page"},
        ],
        "addresses": [
            {
                "valid_from": "2021-11-01",
                "street": "Exempelgatan 1",
                "postcode": "11000",
                "post_town": "Stockholm",
                "position": {"latitude": 59.34215, "longitude": 18.05432, "precision": "entrance", "source": "page"},
                "source": "page",
            }
        ],
        "opening_hours": [
            {
                "valid_from": "2021-11-01",
                "weekly": {
                    **{weekday: ["10:00-16:00"] for weekday in ("mon", "tue", "wed", "thu", "fri")},
                    "sat": [],
                    "sun": [],
                },
                "source": "page",
            }
        ],
        "facilities": {"wheelchair": True, "hearing_loop": True},
        "contact": {"web": f"{_PAGE}/kontor/torget"},
        "sources": {"page": {"url": f"{_PAGE}/kontor/torget", "title": "Torget", "date": "2026-10-01"}},
    }
