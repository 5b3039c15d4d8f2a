"""A piece of news (nyhet): one change that a visitor would notice, as a commit brought it, in both languages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sscctl.domain.change import Change, Topic
from sscctl.text import Text


@dataclass(frozen=True)
class News:
    """What changed, in words, and the commit that said so; `instant` is the commit's, `name` the subject's own.

    Who made the commit is left out: what is published names functions and no persons.
    """

    change: Change
    name: Text
    sentence: Text
    commit: str
    instant: datetime

    @cached_property
    def ident(self) -> str:
        """A name for ever: the same for the same change of the same commit, whatever is published when and where."""
        change = self.change
        parts = (
            self.commit, change.topic.value, change.subject, change.kind.value, change.field,
            change.effective.isoformat(), change.agency or "",
        )  # fmt: skip
        return f"urn:sha256:{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()}"

    @property
    def office(self) -> str | None:
        """The office that it is about, if it is one."""
        return self.change.subject if self.change.topic is Topic.OFFICE else None

    @property
    def effective(self) -> date:
        """The first day that is different."""
        return self.change.effective
