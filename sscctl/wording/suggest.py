"""What somebody may have meant by a word that is not known."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from sscctl.text import Text
from sscctl.wording.lexemes import spell
from sscctl.wording.tokens import Kind
from sscctl.wording.vocabulary import vocabulary

_SHORTEST, _LONGEST = 3, 20
"""Letters of a word for which a near one is looked for: shorter ones are near everything, longer ones are no words."""


def near_word(word: str) -> Text | None:
    """The known word that is nearest to `word`, if one is near enough to have been meant."""
    spelled = spell(word)
    if not _SHORTEST <= len(spelled) <= _LONGEST:
        return None
    near = get_close_matches(spelled, _words(), n=4, cutoff=0.8)
    best = min(near, key=lambda known: abs(len(known) - len(spelled)), default=None)
    return Text(best, best) if best else None


@cache
def _words() -> tuple[str, ...]:
    """The single words that say something."""
    silent = (Kind.NOISE, Kind.REFUSED)
    return tuple(
        sorted(
            phrase
            for phrase, meaning in vocabulary().items()
            if phrase.isalpha() and len(phrase) >= _SHORTEST and meaning.kind not in silent
        )
    )
