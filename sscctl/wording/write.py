"""Writes hours in Swedish and English: in full sentences, and short for tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sscctl.domain.clocktime import TimeSpan, clock
from sscctl.domain.hours import Spans, Weekday, Weeks
from sscctl.domain.period import Period
from sscctl.text import Language, Text
from sscctl.wording.names import DAY_NAMES, SHORT_DAY_NAMES
from sscctl.wording.reading import Pattern
from sscctl.wording.runs import runs

_NOTHING = Text("inga öppettider är kända", "no opening hours are known")

_CLOSED = Text("stängt", "closed")
_AND = Text("och", "and")
_PARITY = {1: Text("udda veckor", "odd weeks"), 0: Text("jämna veckor", "even weeks")}
_ORDINALS = (
    Text("första", "first"),
    Text("andra", "second"),
    Text("tredje", "third"),
    Text("fjärde", "fourth"),
    Text("femte", "fifth"),
)


def in_words(patterns: Iterable[Pattern]) -> Text:
    """`måndag–torsdag 10.00–16.00, fredag 10.00–13.00, lördag–söndag stängt`; unknown days are left out.

    What is written for patterns of which no two hold on one day is read back as the same.
    """
    return _written(tuple(patterns), DAY_NAMES, is_short=False)


def in_short(patterns: Iterable[Pattern]) -> Text:
    """`mån–tors 10–16, fre 10–13 & 14–16`: the same for the cell of a table, and read back the same."""
    return _written(tuple(patterns), SHORT_DAY_NAMES, is_short=True)


def hours_in_words(spans: Spans) -> Text:
    """The hours of one day: `10.00–12.00 och 13.00–16.00`, or `stängt`."""
    styles = (_Style(language, DAY_NAMES, is_short=False) for language in (Language.SWEDISH, Language.ENGLISH))
    return Text(*(style.hours(spans) for style in styles))


def weeks_in_words(weeks: Weeks | None) -> Text | None:
    """Odd, even or every so many weeks; `None` for every week, and where the weeks are told by days of the month."""
    styles = (_Style(language, DAY_NAMES, is_short=False) for language in (Language.SWEDISH, Language.ENGLISH))
    written = Text(*(style.weeks(weeks) for style in styles))
    return written if written.sv else None


def ordinals_in_words(numbers: Sequence[int]) -> Text:
    """Numbers from one to five as those of a weekday in its month: `första och tredje`."""
    styles = (_Style(language, DAY_NAMES, is_short=False) for language in (Language.SWEDISH, Language.ENGLISH))
    return Text(*(style.ordinals(numbers) for style in styles))


def days_in_words(days: Sequence[Weekday]) -> Text:
    """A run of weekdays that follow one another: `måndag–fredag`."""
    first, last = DAY_NAMES[days[0]], DAY_NAMES[days[-1]]
    return first if len(days) == 1 else Text(f"{first.sv}–{last.sv}", f"{first.en}–{last.en}")


def _written(patterns: Sequence[Pattern], names: Mapping[Weekday, Text], *, is_short: bool) -> Text:
    if not any(pattern.weekly for pattern in patterns):
        return _NOTHING
    styles = (_Style(language, names, is_short=is_short) for language in (Language.SWEDISH, Language.ENGLISH))
    return Text(*("; ".join(style.pattern(pattern) for pattern in patterns) for style in styles))


@dataclass(frozen=True, slots=True)
class _Style:
    """How one language writes, in full or short."""

    language: Language
    names: Mapping[Weekday, Text]
    is_short: bool

    def pattern(self, pattern: Pattern) -> str:
        """One pattern, its period and weeks before its days."""
        before = ", ".join(filter(None, (self._period(pattern.period), self.weeks(pattern.weeks))))
        nth = pattern.weeks.nth if pattern.weeks else ()
        days = ", ".join(f"{self._days(run, nth)} {self.hours(spans)}" for run, spans in runs(pattern.weekly))
        return f"{before}: {days}" if before else days

    def hours(self, spans: Spans) -> str:
        """The hours of a day, or that it is closed."""
        if not spans:
            return self._say(_CLOSED)
        written = [self._span(span) for span in spans]
        return " & ".join(written) if self.is_short else self._listed(written)

    def _say(self, text: Text) -> str:
        return text.within(self.language)

    def _listed(self, words: Sequence[str]) -> str:
        """`a, b och c`."""
        return f" {self._say(_AND)} ".join(filter(None, (", ".join(words[:-1]), words[-1])))

    def _span(self, span: TimeSpan) -> str:
        return f"{self._clock(span.start)}–{self._clock(span.end)}"

    def _clock(self, minutes: int) -> str:
        # before seven o'clock a bare hour could be meant after noon as well, so there it keeps its nought
        written = clock(minutes)
        if self.is_short:
            written = written.removesuffix(":00")
            written = written.removeprefix("0") if minutes >= 7 * 60 else written
        return written.replace(":", ".") if self.language is Language.SWEDISH else written

    def _days(self, days: Sequence[Weekday], nth: Sequence[int]) -> str:
        names = [self._say(self.names[day]) for day in days]
        if not nth:
            return names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"
        ordinals = self.ordinals(nth)
        if self.language is Language.ENGLISH:
            return f"{ordinals} {self._listed(names)} of the month"
        return f"{ordinals} {self._listed([self._definite(name) for name in names])} i månaden"

    def ordinals(self, numbers: Sequence[int]) -> str:
        """Which of a weekday's turns in the month."""
        return self._listed([self._say(_ORDINALS[number - 1]) for number in numbers])

    def _definite(self, name: str) -> str:
        return name if self.is_short else f"{name}en"

    def weeks(self, weeks: Weeks | None) -> str:
        """The weeks; nothing for every week, and for those told by days of the month."""
        if weeks is None or weeks.nth:
            return ""
        if weeks.parity is not None:
            return self._say(_PARITY[weeks.parity])
        number = weeks.every or 1
        ending = "a" if number % 10 in (1, 2) and number not in (11, 12) else "e"
        swedish = "varannan vecka" if number == 2 else f"var {number}:{ending} vecka"
        return self._say(Text(f"{swedish} från {weeks.start}", f"every {number} weeks from {weeks.start}"))

    def _period(self, period: Period) -> str:
        return " ".join(self._bounds(period))

    def _bounds(self, period: Period) -> Iterator[str]:
        if period.start and period.last:
            yield f"{period.start}–{period.last}"
        elif period.start:
            yield self._say(Text(f"från {period.start}", f"from {period.start}"))
        elif period.last:
            yield self._say(Text(f"till {period.last}", f"until {period.last}"))
