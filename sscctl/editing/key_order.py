"""The order of keys in each kind of document: that of its schema, written out so that no schema has to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of a mapping in their order, and the shapes of what lies below them; a list has that of its items.

    `each` is the shape below every key that `below` does not name. Keys that no shape knows come last, as they stood.
    """

    keys: tuple[str, ...] = ()
    below: Mapping[str, Shape] = field(default_factory=dict)
    each: Shape | None = None

    def under(self, key: str) -> Shape:
        """The shape of the value of `key`."""
        return self.below.get(key) or self.each or _BARE

    def sort(self, present: Mapping[str, object]) -> Iterator[str]:
        """Yield the keys that are present: known ones in the shape's order, then the others in their own."""
        yield from (key for key in self.keys if key in present)
        yield from (key for key in present if key not in self.keys)


_BARE = Shape()


def _shape(keys: str, **below: Shape) -> Shape:
    return Shape(tuple(keys.split()), below)


_BOTH = _shape("sv en")
_SOURCES = Shape(each=_shape("url document title date retrieved"))
_WAIVERS = _shape("rule reason valid_through")
_REMARKS = _shape("on text source", text=_BOTH)
_WEEK = _shape("mon tue wed thu fri sat sun")
_SCHEDULE = _shape(
    "valid_from valid_through undated weekly days_per_week weeks note source",
    weekly=_WEEK,
    weeks=_shape("every from nth"),
    note=_BOTH,
)
_POSITION = _shape("latitude longitude precision source")
_ADDRESS = _shape(
    "valid_from valid_through street postcode post_town locality directions position note source",
    directions=_BOTH,
    position=_POSITION,
    note=_BOTH,
)
_EVENT = _shape("event on status expected last_day decision successors consulted body basis note source", note=_BOTH)

ORDER: Mapping[str, Shape] = {
    "registry": _shape(
        "format title description publisher licence base_url time_zone attributions policies sources",
        title=_BOTH,
        description=_BOTH,
        attributions=_shape("text licence url concerns"),
        policies=_shape(
            "closed_days half_days guard staggered_closing",
            half_days=_shape("day_before_public_holiday"),
            guard=_shape("offices_percent county_offices_percent weekly_hours_percent"),
            staggered_closing=_shape("offices since source"),
        ),
        sources=_SOURCES,
    ),
    "network": _shape(
        "counts visits funds practices test_place_counts remarks sources",
        counts=_shape(
            "on offices planned expected closing municipalities employees scope note source",
            note=_BOTH,
        ),
        visits=_shape(
            "year period visits text matters change change_percent satisfied_percent note source",
            note=_BOTH,
        ),
        funds=_shape("year period sek_million change_sek_million note source", note=_BOTH),
        practices=_shape("id rule since source", rule=_BOTH),
        test_place_counts=_shape(
            "on main_places reception_places visiting_offices driving_test_places theory_test_places note source",
            note=_BOTH,
        ),
        remarks=_REMARKS,
        sources=_SOURCES,
    ),
    "agency": _shape(
        "id kind name also_known_as abbreviation organisation_number web email phones instruction wikidata county role"
        " services sources",
        name=_BOTH,
        phones=_shape("number short_number display kind note source", note=_BOTH),
        role=_shape("kind since source"),
        services=_shape("id name source", name=_BOTH),
        sources=_SOURCES,
    ),
    "agreement": _shape(
        "id kind title performer principals concluded valid_from valid_through scope offices tasks legal_basis"
        " reference supersedes superseded_by ended case_system_access copy_to_kammarkollegiet yearly_reports note"
        " sources waivers",
        title=_BOTH,
        tasks=_shape("id title public_authority personal_data access ordinance_case source", title=_BOTH),
        legal_basis=_shape("act section"),
        ended=_shape("on note source", note=_BOTH),
        note=_BOTH,
        sources=_SOURCES,
        waivers=_WAIVERS,
    ),
    "decision": _shape(
        "id kind reference diary_number title date decided_by body in_force repealed_by amended_by preparatory content"
        " points offices municipalities consulted gaps sources",
        title=_BOTH,
        amended_by=_shape("reference in_force sections note", note=_BOTH),
        content=_BOTH,
        points=_shape("section text source", text=_BOTH),
        sources=_SOURCES,
    ),
    "office": _shape(
        "id name kind municipality town predecessor lifecycle addresses opening_hours other_hours deviations"
        " participations co_locations services facilities contact remarks disagreements sources waivers",
        lifecycle=_EVENT,
        addresses=_ADDRESS,
        opening_hours=_SCHEDULE,
        other_hours=_shape("access valid_from valid_through weekly note source", weekly=_WEEK, note=_BOTH),
        deviations=_shape("on valid_from valid_through hours reason source", reason=_BOTH),
        participations=_shape(
            "agency agreement valid_from valid_through level booking services note source",
            note=_BOTH,
        ),
        co_locations=_shape(
            "party municipality other agreement role kind status valid_from valid_through opening_hours test_place"
            " lease_through informed note source",
            opening_hours=_SCHEDULE,
            note=_BOTH,
        ),
        services=_shape("agency service available booking valid_from note source", note=_BOTH),
        facilities=_shape(
            "video_meeting_room wheelchair hearing_loop customer_computers accessible_toilet queue_system guard"
        ),
        contact=_shape("phone email web"),
        remarks=_REMARKS,
        disagreements=_shape("field value note source", note=_BOTH),
        sources=_SOURCES,
        waivers=_WAIVERS,
    ),
}
"""Kind of document (the name of its schema) to the shape of its top mapping."""
