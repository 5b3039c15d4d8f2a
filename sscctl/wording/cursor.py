"""Walks along the tokens of a text, and notes what cannot be read."""

from __future__ import annotations

from collections.abc import Collection

from sscctl.text import Text
from sscctl.wording.reading import Problem
from sscctl.wording.scan import scan
from sscctl.wording.tokens import Kind, Meaning, Refusal, Token

MOST_PROBLEMS = 20
"""More are not told: what comes after so many is not worth reading."""

LONGEST_QUOTE = 40

_END = Token(Meaning(Kind.LINE), 0, 0, "")


class Cursor:
    """The place reached in a text. It only moves on, and looks a few tokens ahead at most: reading is linear."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = scan(text)
        self._at = 0
        self.problems: list[Problem] = []

    @property
    def is_done(self) -> bool:
        """Whether nothing is left, or nothing that is worth reading."""
        return self._at >= len(self._tokens) or len(self.problems) >= MOST_PROBLEMS

    @property
    def last(self) -> Token:
        """The token taken last."""
        return self._tokens[self._at - 1]

    def kind(self, ahead: int = 0) -> Kind | None:
        """The kind of the next token, or of one `ahead` of it; `None` past the end."""
        at = self._at + ahead
        return self._tokens[at].kind if at < len(self._tokens) else None

    def see(self, ahead: int = 0) -> Token:
        """The next token, or one `ahead` of it; past the end an empty line."""
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else _END

    def take(self) -> Token:
        """The next token; the cursor moves past it."""
        self._at += 1
        return self._tokens[self._at - 1]

    def took(self, *kinds: Kind) -> bool:
        """Take the next token if it is of one of the kinds, and say whether it was."""
        if self.kind() in kinds:
            self._at += 1
            return True
        return False

    def skipped(self, passing: Collection[Kind], to: Collection[Kind]) -> bool:
        """Move past up to three tokens of the kinds `passing` if one of the kinds `to` comes then, and say so."""
        for ahead in range(4):
            if self.kind(ahead) in to:
                self._at += ahead
                return True
            if self.kind(ahead) not in passing:
                return False
        return False

    def object(self, first: Token, message: Text, suggestion: Text | None = None, last: Token | None = None) -> None:
        """Note a problem with the text from `first` through `last`, or up to the next; of one place one is enough."""
        if len(self.problems) >= MOST_PROBLEMS:
            return
        if any(known.position <= first.start < known.position + known.length for known in self.problems):
            return
        following = (known.position for known in self.problems if known.position > first.start)
        end = min((max((last or first).end, first.end), *following))
        quoted = " ".join(self._text[first.start : end].split())
        quoted = quoted if len(quoted) <= LONGEST_QUOTE else f"{quoted[:LONGEST_QUOTE]}…"
        message = Text(f"”{quoted}”: {message.sv}", f"“{quoted}”: {message.en}")
        length = len(self._text[first.start : end].rstrip())
        self.problems.append(Problem(first.start, length, message, suggestion))

    def refuse(self, first: Token, refusal: Refusal, last: Token | None = None) -> None:
        """Note why a known word, or a time of day, cannot stand there."""
        self.object(first, refusal.message, refusal.suggestion, last)
