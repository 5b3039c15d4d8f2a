"""What is compared at each size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sscctl.cli._commands import COMMANDS
from tests.benchmark.contestants import NOTHING, Place, counts, has_npm_rival
from tests.benchmark.measure import Command, Rounds, run, take_turns

VERSION = "sscctl --version"

SLOW_FROM = 1_000
"""From so many offices on, checkers that take minutes get fewer rounds."""

NO_RIVALS_FROM = 50_000
"""From so many offices on, sscctl runs cold once, for its memory, and no other checker runs."""


@dataclass(frozen=True, slots=True)
class Results:
    """What was measured on one registry; `slow` are the checkers that take minutes, in fewer rounds."""

    size: int
    cold: Rounds
    slow: Rounds | None
    warm: Rounds
    questions: Rounds | None
    published: Rounds | None
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Effort:
    """How many rounds; `slow` for checkers that take minutes."""

    rounds: int
    slow: int


def measure(place: Place, effort: Effort, tell: Callable[[str], None]) -> Results:
    """Compare everything on one registry."""
    tell(f"{place.size} offices, cold")
    cold = take_turns(*_cold(place, effort), tell)
    slow = _slow(place, effort, tell)
    tell(f"{place.size} offices, warm")
    counted = {"cold": counts(place.cold()), "warm": counts(place.warm())}
    counted["changed"] = counts(place.after_a_change())
    contestants = [place.warm(), place.git_status(), place.sscctl(NOTHING, "--help"), place.after_a_change()]
    warm = take_turns(_once(contestants), effort.rounds, tell)
    return Results(
        place.size, cold, slow, warm, _questions(place, effort, tell), _published(place, effort, tell), counted
    )


def start_up(place: Place, effort: Effort, tell: Callable[[str], None]) -> Rounds:
    """Start each command, and the interpreter alone; thrice the rounds, for milliseconds waver."""
    tell("start-up")
    commands = [place.python_pass(), place.sscctl(VERSION, "--version"), place.sscctl(NOTHING, "--help")]
    commands += [place.sscctl(f"sscctl {name} --help", name, "--help") for name in COMMANDS]
    return take_turns(_once([*commands, place.warm()]), 3 * effort.rounds, tell)


def _cold(place: Place, effort: Effort) -> tuple[list[Command], int]:
    if place.size >= NO_RIVALS_FROM:
        return [place.cold()], 1
    rivals = [place.sourcemeta(), place.sourcemeta(fast=True)] if has_npm_rival() else []
    return _once([place.cold(), *rivals]), effort.rounds


def _slow(place: Place, effort: Effort, tell: Callable[[str], None]) -> Rounds | None:
    rounds = effort.rounds if place.size < SLOW_FROM else effort.slow
    if place.size >= NO_RIVALS_FROM or not rounds:
        return None
    contestants = [place.cold(), place.check_jsonschema(), place.yamllint()]
    return take_turns(_once(contestants) if place.size < SLOW_FROM else contestants, rounds, tell)


def _questions(place: Place, effort: Effort, tell: Callable[[str], None]) -> Rounds | None:
    """What people ask: the nearest offices, every office's hours day by day, and what one change means."""
    tell(f"{place.size} offices, questions")
    if place.size >= NO_RIVALS_FROM:
        asked = [place.sscctl(NOTHING, "--help"), place.difference(), place.difference_of_commits()]
        return take_turns(_once(asked), effort.rounds, tell)
    asked = [
        place.sscctl(NOTHING, "--help"),
        place.nearest(),
        place.open_now(),
        place.hours_of_days(),
        place.hours_of_a_year(),
        place.difference(),
        place.difference_of_commits(),
    ]
    return take_turns(_once(asked), effort.rounds, tell)


def _published(place: Place, effort: Effort, tell: Callable[[str], None]) -> Rounds | None:
    """The edition with all its formats, without the pages for visitors and with them."""
    rounds = effort.rounds if place.size < SLOW_FROM else effort.slow
    if place.size >= NO_RIVALS_FROM or not rounds:
        return None
    tell(f"{place.size} offices, published")
    contestants = [
        place.sscctl(NOTHING, "--help"),
        place.published("sscctl publish --no-pages", "--no-pages"),
        place.published("sscctl publish"),
    ]
    return take_turns(contestants, rounds, tell)


def _once(commands: list[Command]) -> list[Command]:
    """Run each once, so that its program and its files lie in memory."""
    for command in commands:
        run(command)
    return commands
