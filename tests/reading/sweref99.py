"""SWEREF 99 TM (EPSG:3006) by Lantmäteriet's formulas for Gauss–Krüger: a second opinion on distances."""

from __future__ import annotations

from itertools import pairwise
from math import asinh, atan, atanh, ceil, cos, cosh, hypot, radians, sin, sinh, sqrt, tan

from sscctl.domain.place import Point
from sscctl.reading.polygons import Shape

AXIS, FLATTENING = 6_378_137.0, 1 / 298.257222101
MERIDIAN, SCALE, FALSE_EASTING = radians(15), 0.9996, 500_000.0


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Metres east and north; the series are cut where they no longer count for a millimetre."""
    n = FLATTENING / (2 - FLATTENING)
    e = sqrt(FLATTENING * (2 - FLATTENING))
    rectifying = AXIS / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    alphas = (n / 2 - 2 / 3 * n**2 + 5 / 16 * n**3, 13 / 48 * n**2 - 3 / 5 * n**3, 61 / 240 * n**3)
    phi, delta = radians(latitude), radians(longitude) - MERIDIAN
    tangent = sinh(asinh(tan(phi)) - e * atanh(e * sin(phi)))
    xi, eta = atan(tangent / cos(delta)), atanh(sin(delta) / sqrt(1 + tangent**2))
    north = xi + sum(a * sin(2 * j * xi) * cosh(2 * j * eta) for j, a in enumerate(alphas, start=1))
    east = eta + sum(a * cos(2 * j * xi) * sinh(2 * j * eta) for j, a in enumerate(alphas, start=1))
    return FALSE_EASTING + SCALE * rectifying * east, SCALE * rectifying * north


def laid_out(shape: Shape) -> list[tuple[float, float]]:
    """Points along the edges, at most 50 m apart: an edge is straight in degrees (RFC 7946 3.1.1), not in metres."""
    found = []
    for (x1, y1), (x2, y2) in (edge for ring in shape for edge in pairwise(ring)):
        steps = ceil(hypot((x2 - x1) * 62_000, (y2 - y1) * 111_700) / 50) or 1
        found += [projected(x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps) for step in range(steps)]
    return found


def kilometres_between(edge: list[tuple[float, float]], point: Point) -> float:
    """From the point to the nearest of these points."""
    x, y = projected(point.longitude, point.latitude)
    return min(hypot(east - x, north - y) for east, north in edge) / 1000
