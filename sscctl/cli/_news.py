"""What the registry's past holds of news: the changes of its commits that a visitor would notice, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice

from sscctl.cli.language import speaking, t
from sscctl.cli.options import STOCKHOLM
from sscctl.cli.render.changes_dates import spoken
from sscctl.cli.render.changes_words import label, sentence
from sscctl.diffing.compare import compare
from sscctl.diffing.report import Names
from sscctl.diffing.sides import Sides
from sscctl.domain.change import Change
from sscctl.publishing.news import News
from sscctl.reading.cache import Cache
from sscctl.reading.repository import Repository
from sscctl.reading.snapshot import MemorySnapshot
from sscctl.reading.standing import Revision
from sscctl.text import Language, Text

MOST = 200
"""So many pieces of news are told at the most."""

PERIOD = timedelta(days=2 * 365)
"""News is not told for longer than this, counted back from the newest commit."""


def news(found: Repository, revision: Revision | None, remembered: Cache) -> tuple[News, ...]:
    """The news up to a revision, newest first; none where the registry lies in no git repository."""
    if found.place is None or revision is None:
        return ()
    return tuple(islice(_all(found, revision, remembered), MOST))


def _all(found: Repository, revision: Revision, remembered: Cache) -> Iterator[News]:
    history = found.history()
    for before, after in history.steps(revision):
        if revision.instant - after.instant > PERIOD:
            return
        old = MemorySnapshot({}) if before is None else history.snapshot(before)
        sides = Sides.of(old, history.snapshot(after), remembered, found.place)
        names = Names(sides)
        for change in compare(sides, after.instant.astimezone(STOCKHOLM).date()):
            if change.visible:
                yield News(change, _name(change, names), _sentence(change, names), after.id, after.instant)


def _name(change: Change, names: Names) -> Text:
    return _both(lambda: label(change, names)[0])


def _sentence(change: Change, names: Names) -> Text:
    """The change in words that still say when on the day they are read."""

    def words() -> str:
        day = spoken(change.effective)
        return sentence(change, names, t(f"i registret {day}", f"in the registry on {day}"))

    return _both(words)


def _both(words: Callable[[], str]) -> Text:
    """What is said in either language."""
    with speaking(Language.SWEDISH):
        sv = words()
    with speaking(Language.ENGLISH):
        return Text(sv, words())
