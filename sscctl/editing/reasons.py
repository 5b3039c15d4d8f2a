"""The English for the reasons that are given most often when an office departs from its ordinary hours."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.domain.collation import folded

_ENGLISH: Mapping[str, str] = {
    "arbetsplatsträff": "Staff meeting",
    "personalmöte": "Staff meeting",
    "personalutbildning": "Staff training",
    "utbildning": "Training",
    "planeringsdag": "Planning day",
    "konferens": "Conference",
    "semesterstängt": "Closed for the summer",
    "sommarstängt": "Closed for the summer",
    "sommartider": "Summer hours",
    "sommaröppet": "Summer hours",
    "julstängt": "Closed for Christmas",
    "jultider": "Christmas hours",
    "påskstängt": "Closed for Easter",
    "klämdag": "Day between holidays",
    "dag före helgdag": "Day before a public holiday",
    "dag före julafton": "Day before Christmas Eve",
    "sjukdom": "Illness among the staff",
    "personalbrist": "Shortage of staff",
    "flytt": "The office is moving",
    "ombyggnad": "Rebuilding",
    "renovering": "Renovation",
    "vattenläcka": "Water leak",
    "strömavbrott": "Power cut",
    "driftstörning": "Technical disruption",
    "tekniskt fel": "Technical fault",
    "brand": "Fire",
    "säkerhetsskäl": "Security reasons",
    "val": "Election",
    "förtidsröstning": "Early voting",
    "invigning": "Inauguration",
}
_BY_FORM = {folded(swedish): english for swedish, english in _ENGLISH.items()}


def english_for(reason: str) -> str | None:
    """The English words for a Swedish reason; `None` where they are not known and have to be given."""
    return _BY_FORM.get(folded(" ".join(reason.split())).rstrip("."))
