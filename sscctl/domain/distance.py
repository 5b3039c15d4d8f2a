"""How far apart two points are, along the ground."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from sscctl.domain.place import Point

EARTH_RADIUS = 6_371_008.8
"""Metres: the mean radius R1 of the WGS 84 ellipsoid (IUGG)."""


def metres_between(a: Point, b: Point) -> float:
    """The great-circle distance in metres, on the mean sphere by the haversine formula.

    The Earth is no sphere: in Sweden the answer is up to 0.4 % too short, anywhere at most 0.6 % off.
    """
    south, north = radians(a.latitude), radians(b.latitude)
    across = sin(radians(b.longitude - a.longitude) / 2) ** 2
    along = sin((north - south) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(along + cos(south) * cos(north) * across)))
