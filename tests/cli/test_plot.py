"""The plot: areas, dots and years, drawn to scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.cli.render.plot import LABEL, plot, years

FULL = """\
  100│    ●
     │
   50│ ▅█░
     │▄██░
"""
WIDE = """\
4,000│ ●
     │
2,000│●
     │
"""


@pytest.mark.parametrize(
    ("lower", "upper", "dots", "text"),
    [
        pytest.param([12, 38, 50, 0], [12, 38, 50, 50], {4: [100]}, FULL, id="areas with a dot beside them"),
        pytest.param([], [], {0: [2000], 1: [3900]}, WIDE, id="dots alone"),
        pytest.param([], [], {}, "    1│\n     │\n     │\n     │\n", id="nothing at all"),
    ],
)
def test_plot(lower: Sequence[float], upper: Sequence[float], dots: Mapping[int, Sequence[float]], text: str) -> None:
    drawn = "".join(f"{line}\n" for line in plot(lower, upper, dots, height=4))
    assert drawn == text


@pytest.mark.parametrize(
    ("columns", "width", "names"),
    [
        pytest.param({2008: 0, 2012: 6}, 12, "2008  2012", id="both fit"),
        pytest.param({2008: 0, 2009: 3, 2010: 6}, 12, "2008  2010", id="one has no room"),
        pytest.param({2008: 0, 2012: 11}, 12, "2008", id="one would stick out"),
    ],
)
def test_years(columns: Mapping[int, int], width: int, names: str) -> None:
    axis, named = years(columns, width)
    assert axis == "    0└" + "─" * width
    assert named == " " * LABEL + names


@given(
    st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)), max_size=60),
    st.dictionaries(st.integers(0, 59), st.lists(st.integers(0, 10**7), max_size=3), max_size=9),
    st.integers(1, 20),
)
def test_it_has_the_height_asked_for_and_no_line_is_wider_than_the_data(
    areas: list[tuple[int, int]], dots: dict[int, list[int]], height: int
) -> None:
    lines = list(plot([low for low, _ in areas], [max(both) for both in areas], dots, height))
    width = max([len(areas), *(column + 1 for column in dots)], default=0)
    assert len(lines) == height
    assert all(len(line) <= max(LABEL, line.find("│") + 1) + width for line in lines)
    marked = sum(any(values) or 0 in values for values in dots.values())
    assert sum(line.count("●") for line in lines) >= marked
