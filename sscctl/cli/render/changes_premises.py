"""A change of who else is under the same roof (samlokalisering), in words: with whom, and what of it differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sscctl.cli.language import said, t
from sscctl.cli.render.changes_names import field
from sscctl.cli.words import CO_LOCATION, CO_LOCATION_KIND, ROLE
from sscctl.diffing.report import Names
from sscctl.domain.change import Change, Fact
from sscctl.domain.office import CoLocationStatus, HostRole

_FOR_THE_RECORD = frozenset({"source", "note", "party", "municipality", "other"})


def premises(change: Change, names: Names) -> str:
    """Whom the premises are shared with, and what is new, gone, or other than it was."""
    then, now = _entries(change.before), _entries(change.after)
    same = [entry for entry in then if entry in now]
    then, now = ([entry for entry in entries if entry not in same] for entries in (then, now))
    told = []
    for was in then:
        will = next((entry for entry in now if _party(entry) == _party(was)), None)
        now = [entry for entry in now if entry is not will]
        told.append(_entry(was, will, names))
    return "; ".join([*told, *(_entry(None, _without_start(will, change), names) for will in now)])


def _without_start(entry: Mapping[str, Fact], change: Change) -> Mapping[str, Fact]:
    """A new entry without its first day where the change is said to hold from then on."""
    is_said = change.is_dated and entry.get("valid_from") == str(change.on or change.effective)
    return {key: value for key, value in entry.items() if not (is_said and key == "valid_from")}


def _entries(fact: Fact) -> list[Mapping[str, Fact]]:
    items = fact if isinstance(fact, Sequence) and not isinstance(fact, str) else [fact]
    return [item for item in items if isinstance(item, Mapping)]


def _entry(was: Mapping[str, Fact] | None, will: Mapping[str, Fact] | None, names: Names) -> str:
    if will is None:
        return t(f"samlokalisering {_with(was, names)}: borttagen", f"co-location {_with(was, names)}: removed")
    told = t(f"samlokalisering {_with(will, names)}", f"co-location {_with(will, names)}")
    keys = [key for key in {**will, **(was or {})} if key not in _FOR_THE_RECORD]
    if was is None:
        return f"{told}: {', '.join(_value(key, will[key]) for key in keys if key in will)}"
    parts = [_shift(key, was.get(key), will.get(key)) for key in keys if was.get(key) != will.get(key)]
    return f"{told}: {'; '.join(parts) or t('uppgifter om källor', 'facts on sources')}"


def _party(entry: Mapping[str, Fact]) -> Fact:
    return entry.get("party") or entry.get("municipality") or entry.get("other")


def _shift(key: str, was: Fact, will: Fact) -> str:
    name = field(key)
    if will is None:
        return t(f"{name}: borttaget, förut {_value(key, was)}", f"{name}: removed, was {_value(key, was)}")
    if was is None:
        return f"{name}: {_value(key, will)}"
    return t(
        f"{name}: {_value(key, will)}, förut {_value(key, was)}", f"{name}: {_value(key, will)}, was {_value(key, was)}"
    )


def _with(shared: Mapping[str, Fact] | None, names: Names) -> str:
    one = shared or {}
    if isinstance(one.get("party"), str):
        who = said(names.agency(str(one["party"])))
    elif one.get("municipality"):
        who = t(f"kommunen {one['municipality']}", f"municipality {one['municipality']}")
    else:
        who = str(one.get("other", "?"))
    return t(f"med {who}", f"with {who}")


def _value(key: str, fact: Fact) -> str:
    text = fact if isinstance(fact, str) else ""
    if key == "status" and text in set(CoLocationStatus):
        return said(CO_LOCATION[CoLocationStatus(text)])
    if key == "kind" and text in CO_LOCATION_KIND:
        return said(CO_LOCATION_KIND[text])
    if key == "role" and text in set(HostRole):
        return said(ROLE[HostRole(text)])
    if key == "valid_from":
        return t(f"från {text}", f"from {text}")
    if isinstance(fact, bool):
        return t("ja", "yes") if fact else t("nej", "no")
    return text or (t("tider", "hours") if isinstance(fact, list | tuple) else str(fact))
