"""Hours and deviations of offices on the desk, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sscctl.editing.desk import Desk
from sscctl.editing.deviating import Days, NewDeviation, clear, deviate
from sscctl.editing.offices import OnDesk
from sscctl.editing.schedules import NewHours, set_hours
from sscctl.editing.sources import Origin
from sscctl.errors import Refused
from sscctl.text import Text


def set_hours_of(desk: Desk, ident: str, new: NewHours, origin: Origin | None) -> Desk:
    """Let the hours hold at an office; where they do already, its document stays as it is."""
    office = _understood(desk, ident)
    with _naming(ident):
        if not set_hours(office.tree, new):
            return desk
        office, source = office.cite(origin)
        return office.edit(*set_hours(office.tree, replace(new, source=source))).desk


def deviate_at(desk: Desk, ident: str, new: NewDeviation, origin: Origin | None) -> Desk:
    """Let a deviation hold at an office; where it does already, its document stays as it is."""
    office = _understood(desk, ident)
    with _naming(ident):
        if not deviate(office.tree, new):
            return desk
        office, source = office.cite(origin)
        return office.edit(*deviate(office.tree, replace(new, source=source))).desk


def clear_at(desk: Desk, ident: str, days: Days) -> Desk:
    """Take the deviations of an office on some days away."""
    office = _understood(desk, ident)
    return office.edit(*clear(office.tree, days)).desk


def _understood(desk: Desk, ident: str) -> OnDesk:
    """The office on the desk; Refused where its document cannot be understood."""
    office = OnDesk.of(desk, ident)
    _ = office.office
    return office


@contextmanager
def _naming(ident: str) -> Iterator[None]:
    """Say at which office something was refused."""
    try:
        yield
    except Refused as error:
        told = Text(f"{ident}: {error.message.sv}", f"{ident}: {error.message.en}")
        raise Refused(told, error.advice) from None
