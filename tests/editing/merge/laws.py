"""What must hold of every merge, checked without the merge's own idea of what a document is made of."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

from sscctl.domain.hours import Weekday
from sscctl.domain.office import Office
from sscctl.editing.merge.driver import Merged
from sscctl.reading.decode import decode
from sscctl.reading.kinds import Kind
from sscctl.reading.yaml12 import parse
from tests.editing.merge.edits import Tree
from tests.editing.merge.triples import Triple, entries, identity

Facts = dict[tuple[str, ...], str]

_CONFLICT = re.compile(r"^<{7} ours\n(.*?)^={7}\n(.*?)^>{7} theirs\n", re.DOTALL | re.MULTILINE)


def tree_of(text: str | bytes) -> Tree:
    """The tree of a text that must be without fault."""
    read = parse(text if isinstance(text, bytes) else text.encode())
    assert not read.faults, (read.faults, text)
    assert isinstance(read.tree, dict)
    return read.tree


def taken(result: Merged, side: int) -> Tree:
    """The document as a person leaves it who takes ours (0) or theirs (1) in every conflict."""
    return tree_of(_CONFLICT.sub(lambda found: found[side + 1], result.data.decode()))


def facts(tree: Tree) -> Facts:
    """The tree as single facts, each by the way to it; what is merged as a whole is one fact."""
    found: Facts = {}
    for key, value in tree.items():
        if isinstance(value, list):
            for entry in value:
                for name, fact in entry.items():
                    if name == "weekly":
                        found |= {(key, identity(entry), name, day): json.dumps(hours) for day, hours in fact.items()}
                    elif name in {"source", "services"}:
                        names = [fact] if isinstance(fact, str) else fact
                        found |= {(key, identity(entry), name, one): "" for one in names}
                    else:
                        found[key, identity(entry), name] = json.dumps(fact)
        elif isinstance(value, dict):
            found |= {(key, name): json.dumps(fact, sort_keys=True) for name, fact in value.items()}
        else:
            found[key,] = json.dumps(value)
    return found


def nothing_is_lost_or_chosen(triple: Triple, result: Merged) -> None:
    """Each change of a side is in the result or in a conflict, and nothing is there that no side has said."""
    base, ours, theirs = (facts(version.tree) for version in triple)
    left = [facts(taken(result, side)) for side in (0, 1)]
    for way in {*base, *ours, *theirs, *left[0], *left[1]}:
        before, mine, yours = base.get(way), ours.get(way), theirs.get(way)
        first, second = (each.get(way) for each in left)
        if mine == yours:
            assert first == second == mine, way
        elif before == yours:  # only ours has changed it: so it is, unless a person is asked
            assert first == mine, way
            assert second in {mine, yours}, way
        elif before == mine:
            assert first in {mine, yours}, way
            assert second == yours, way
        else:
            assert (first, second) == (mine, yours), (way, "both have changed it, so a person is asked")
    if not result.conflicts:
        assert left[0] == left[1]


def comments_stay(triple: Triple, result: Merged) -> None:
    """A comment stays for as long as the entry it stands above, unless the other side has taken just it away."""
    text = result.data.decode()
    places = {place for side in (0, 1) for place in entries(taken(result, side))}
    base, ours, theirs = (version.comments for version in triple)
    for mine, yours in ((ours, theirs), (theirs, ours)):
        for place, comment in mine.items():
            if place in places and (base.get(place) != comment or yours.get(place) == comment):
                assert comment in text, place


def each_day_has_one_voice(triple: Triple, result: Merged) -> None:
    """What holds on a day is what the one side says that has changed it there; where both have, a person is asked."""
    if result.conflicts:
        return
    trees = (*(version.tree for version in triple), tree_of(result.data))
    offices = [decode(Kind.OFFICE, tree)[0] for tree in trees]
    for number in range(0, 900, 5):
        day = date(2025, 11, 1) + timedelta(days=number)
        base, ours, theirs, now = (_hours(office, day) for office in offices)
        assert ours in (base, theirs) or theirs == base, day
        assert now == (theirs if base == ours else ours), day


def _hours(office: object, day: date) -> object:
    assert isinstance(office, Office)
    schedule = office.hours.schedule_on(day)
    return schedule.weekly.get(Weekday.of(day)) if schedule else None
