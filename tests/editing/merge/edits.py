"""Edits that a person makes to an office, each chosen by a few small numbers; many of them meet in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Tree = dict[str, Any]
T = TypeVar("T")

DAYS = ("mon", "tue", "wed", "thu", "fri")
HOURS: tuple[list[str], ...] = ([], ["10:00-16:00"], ["09:00-15:00"], ["10:00-12:00", "13:00-17:00"])
DATES = ("2022-01-01", "2023-10-02", "2024-06-01", "2026-01-01", "2026-12-23", "2027-01-01")
SOURCES = ("page", "press-2023", "press-2026")


class Choice:
    """Chooses from tables by numbers that were drawn before; all nought chooses the first of everything."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = list(numbers)

    def of(self, table: Sequence[T]) -> T:
        number = self._numbers.pop(0) if self._numbers else 0
        return table[number % len(table)]


def _some(tree: Tree, key: str, choice: Choice) -> Tree | None:
    entries = tree.get(key, [])
    return choice.of(entries) if entries else None


def _drop(key: str) -> Callable[[Tree, Choice], None]:
    def edit(tree: Tree, choice: Choice) -> None:
        entry = _some(tree, key, choice)
        if entry is not None:
            tree[key].remove(entry)

    return edit


def _set(key: str, values: dict[str, Sequence[object]]) -> Callable[[Tree, Choice], None]:
    """Set one field of one entry of a list."""

    def edit(tree: Tree, choice: Choice) -> None:
        entry = _some(tree, key, choice)
        if entry is not None:
            name = choice.of(sorted(values))
            entry[name] = choice.of(values[name])

    return edit


def _add(key: str, make: Callable[[Choice], Tree]) -> Callable[[Tree, Choice], None]:
    """Add an entry in the place where its time has it."""

    def edit(tree: Tree, choice: Choice) -> None:
        entry = make(choice)
        entries = tree.setdefault(key, [])
        place = sum(_when(other) <= _when(entry) for other in entries)
        entries.insert(place, entry)

    return edit


def _when(entry: Tree) -> str:
    return str(entry.get("on", entry.get("valid_from", ""))).removeprefix("../")


def _day(tree: Tree, choice: Choice) -> None:
    schedule = _some(tree, "opening_hours", choice)
    if schedule is not None:
        schedule.setdefault("weekly", {})[choice.of(DAYS)] = choice.of(HOURS)


def _forget_day(tree: Tree, choice: Choice) -> None:
    schedule = _some(tree, "opening_hours", choice)
    if schedule is not None:
        schedule.get("weekly", {}).pop(choice.of(DAYS), None)


def _new_hours(tree: Tree, choice: Choice) -> None:
    """End what holds, and let other hours follow; nothing ends before it begins."""
    schedules = tree["opening_hours"]
    day, before = choice.of((("2026-01-01", "2025-12-31"), ("2027-01-01", "2026-12-31")))
    if schedules and "valid_through" not in schedules[-1] and all(one["valid_from"] < day for one in schedules):
        schedules[-1]["valid_through"] = before
        schedules.append({"valid_from": day, "weekly": {choice.of(DAYS): choice.of(HOURS)}, "source": "press-2026"})


def _name(tree: Tree, choice: Choice) -> None:
    tree[choice.of(("name", "town"))] = choice.of(("Torget", "Nya Torget", "Exempelstad"))


def _facility(tree: Tree, choice: Choice) -> None:
    facilities = tree.setdefault("facilities", {})
    name = choice.of(("wheelchair", "hearing_loop", "guard"))
    if name in facilities and choice.of((True, False)):
        del facilities[name]
    else:
        facilities[name] = choice.of((True, False))


def _contact(tree: Tree, choice: Choice) -> None:
    key, value = choice.of(
        (("web", "https://exempel.se/a"), ("web", "https://exempel.se/b"), ("phone", "+46771123456"))
    )
    tree.setdefault("contact", {})[key] = value


def _source(tree: Tree, choice: Choice) -> None:
    tree["sources"][choice.of(("new-a", "new-b"))] = {"document": choice.of(("A", "B")), "date": choice.of(DATES)}


def _drop_key(tree: Tree, choice: Choice) -> None:
    tree.pop(choice.of(("town", "facilities", "contact", "remarks", "deviations")), None)


def _two_sources(tree: Tree, choice: Choice) -> None:
    entry = _some(tree, choice.of(("lifecycle", "addresses", "opening_hours")), choice)
    if entry is not None:
        entry["source"] = choice.of((["page", "press-2023"], ["page", "press-2026"], "press-2026"))


REASONS = ({"sv": "Personalmöte", "en": "Staff meeting"}, {"sv": "Sjukdom", "en": "Illness"})
NOTES = ({"sv": "Enligt tidningen.", "en": "As the paper has it."}, {"sv": " ".join(["ord"] * 30), "en": "Words."})

EDITS: tuple[Callable[[Tree, Choice], None], ...] = (
    _day,
    _day,
    _forget_day,
    _new_hours,
    _add("other_hours", lambda c: {"access": "appointment", "valid_from": c.of(DATES), "weekly": {"mon": c.of(HOURS)}}),
    _set("opening_hours", {"note": NOTES, "source": SOURCES, "valid_through": ("2026-12-31", "2027-06-30")}),
    _add("opening_hours", lambda c: {"valid_from": c.of(DATES), "weekly": {c.of(DAYS): c.of(HOURS)}}),
    _drop("opening_hours"),
    _add("deviations", lambda c: {"on": c.of(DATES), "hours": c.of(HOURS), "reason": c.of(REASONS), "source": "page"}),
    _add(
        "deviations",
        lambda c: {"valid_from": "2026-12-21", "valid_through": c.of(DATES[4:]), "hours": [], "reason": c.of(REASONS)},
    ),
    _set("deviations", {"hours": HOURS, "reason": REASONS, "source": SOURCES}),
    _drop("deviations"),
    _add("lifecycle", lambda c: {"event": "observed", "on": c.of(DATES), "status": "open", "source": c.of(SOURCES)}),
    _add("lifecycle", lambda c: {"event": "closing_decided", "on": c.of(DATES), "last_day": c.of(DATES[4:])}),
    _set("lifecycle", {"note": NOTES, "source": SOURCES, "basis": ("reported", "planned")}),
    _drop("lifecycle"),
    _set("addresses", {"street": ("Gatan 1", "Gatan 2"), "postcode": ("11100", "11200"), "locality": ("A", "B")}),
    _set("addresses", {"directions": NOTES, "source": SOURCES, "valid_through": ("2026-12-31",)}),
    _add("addresses", lambda c: {"valid_from": c.of(DATES[3:]), "street": c.of(("Nygatan 1", "Nygatan 2"))}),
    _add("participations", lambda c: {"agency": c.of(("csn", "skatteverket")), "valid_from": c.of(DATES)}),
    _set("participations", {"level": ("general", "guidance"), "booking": ("drop_in", "both"), "source": SOURCES}),
    _set("participations", {"services": (["a"], ["a", "b"], ["b", "c"])}),
    _drop("participations"),
    _set("co_locations", {"role": ("host", "guest"), "status": ("active", "ended"), "lease_through": ("2027", "2028")}),
    _add("remarks", lambda c: {"on": c.of(DATES), "text": c.of(NOTES)}),
    _drop("remarks"),
    _name,
    _facility,
    _contact,
    _source,
    _drop_key,
    _two_sources,
)
