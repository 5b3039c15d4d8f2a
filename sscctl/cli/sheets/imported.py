"""A list of offices that others keep: rows for offices that are there set what differs, all others add an office."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sscctl.cli.address_fields import AddressFields
from sscctl.cli.edit_fields import day_field, known, municipality_code, some_text
from sscctl.cli.language import t
from sscctl.cli.office_add import own_name
from sscctl.cli.prompts import Answers, Field
from sscctl.cli.sheets.addresses import address_columns
from sscctl.cli.sheets.kind import Change, Claim, Column, Rests, Scene, SheetKind
from sscctl.cli.sheets.naming import Names
from sscctl.cli.sheets.offices import Opening
from sscctl.domain.office import Office
from sscctl.domain.place import Point
from sscctl.editing.desk import Desk
from sscctl.editing.listed import Listed, lay_over
from sscctl.editing.office_add import add, is_id, no_id
from sscctl.editing.office_fields import settable
from sscctl.editing.office_move import NewAddress
from sscctl.editing.office_set import set_value
from sscctl.errors import WrongUsage
from sscctl.text import Text

_OWN = ("name", "municipality", "town", "kind")


def imported(today: date, names: Names) -> SheetKind:
    """Rows of others' lists."""
    whole = _Fields.of(today)

    def change(answers: Answers) -> Change:
        return whole.change(answers, names)

    return SheetKind("list", Text("Kontor ur en lista", "Offices from a list"), whole.columns, change)


@dataclass(frozen=True, slots=True)
class _Fields:
    """Everything that a list can tell of an office."""

    opening: Opening
    own: Field[str]
    name: Field[str]
    place: Field[str]
    where: AddressFields
    latitude: Field[float]
    longitude: Field[float]
    moved: Field[date]
    rests: Rests
    others: dict[str, Field[str]]

    @classmethod
    def of(cls, today: date) -> _Fields:
        """Make the fields; only what a new office needs must be there, and that is asked for where one is new."""
        opening = Opening.of(optional=True)
        text = Text("Värde", "Value")
        others = {name: Field(name, text, None, some_text, optional=True) for name in settable() if name not in _OWN}
        return cls(
            opening,
            Field("", Text("Id", "Id"), None, _an_id, optional=True),
            Field("", Text("Namn", "Name"), None, own_name, optional=True),
            Field("", Text("Kommun", "Municipality"), None, municipality_code, optional=True),
            AddressFields.of(None, None, None, optional=True),
            Field("", Text("Latitud", "Latitude"), None, _degrees(90), optional=True),
            Field("", Text("Longitud", "Longitude"), None, _degrees(180), optional=True),
            replace(day_field("", Text("Flyttdag", "Moves on"), None), optional=True),
            Rests.of(today),
            others,
        )

    @property
    def columns(self) -> tuple[Column, ...]:
        """A column for each field, by its name in a mapping file."""
        told: dict[str, Field[object]] = {
            "id": self.own,
            "name": self.name,
            "municipality": self.place,
            "moved_on": self.moved,
            "latitude": self.latitude,
            "longitude": self.longitude,
            **self.others,
        }
        simple = (Column(name, Text(name, name), field, Text(name, name)) for name, field in told.items())
        return (*simple, *self.opening.columns, *address_columns(self.where), *self.rests.columns)

    def change(self, answers: Answers, names: Names) -> Change:
        """Set what differs at the office that is meant; add one where there is none."""
        origin = self.rests.origin(answers)
        if origin is None:
            raise WrongUsage(Text("källan saknas", "the source is missing"))
        address, office = self._address(answers), self._meant(answers, names)
        values = {name: answers[field] for name, field in self.others.items() if answers.get(field)}
        if office is not None:
            listed = Listed(self._values(answers, office) | values, address, answers.get(self.moved))
            return Change(lambda desk: lay_over(desk, office.id, listed, origin), [Claim("office", office.id)])
        new = self.opening.office(
            answers,
            self._asked(answers, self.name, "name", names),
            self._asked(answers, self.place, "municipality", names),
            answers.get(self.own),
            address if address and address.street else None,
            origin,
        )
        names.unused_id(new.id)
        names.newcomers |= {new.id: new.id, new.name: new.id}

        def told(_: Scene) -> Iterator[Text]:
            if like := names.like(new.name):
                yield Text(
                    f"{new.name} läggs till som {new.id}; namnet liknar {like}.",
                    f"{new.name} is added as {new.id}; its name looks like {like}.",
                )

        def plan_values(desk: Desk) -> Desk:
            desk = add(desk, new)
            for name, text in values.items():
                desk = set_value(desk, new.id, name, text, origin)
            return desk

        return Change(plan_values, [Claim("office", new.id)], told)

    def _meant(self, answers: Answers, names: Names) -> Office | None:
        """The office that a row is about: by its id, else by its name and municipality."""
        ident, name, code = answers.get(self.own), answers.get(self.name), answers.get(self.place)
        if ident is not None:
            return known().registry.offices.get(ident)
        if name is None:
            raise WrongUsage(
                Text("raden säger inte vilket kontor", "the row does not say which office"),
                Text("kartlägg id eller name", "map id or name"),
            )
        found = [office for office in names.called(name) if code in (None, office.municipality)]
        if len(found) > 1:
            ids = ", ".join(office.id for office in found)
            raise WrongUsage(
                Text(f"flera kontor heter {name}: {ids}", f"several offices are called {name}: {ids}"),
                Text("kartlägg id, eller municipality", "map id, or municipality"),
            )
        return found[0] if found else None

    def _values(self, answers: Answers, office: Office) -> dict[str, str]:
        """What else the list says of an office that is there."""
        told = {
            "name": answers.get(self.name) if answers.get(self.own) else None,
            "municipality": answers.get(self.place),
            "town": answers.get(self.opening.town),
            "kind": answers.get(self.opening.sort),
        }
        if told["kind"] == office.kind:
            told["kind"] = None
        return {field: text for field, text in told.items() if text}

    def _address(self, answers: Answers) -> NewAddress | None:
        where = self.where
        north, east = answers.get(self.latitude), answers.get(self.longitude)
        if (north is None) is not (east is None):
            raise WrongUsage(
                Text("läget är bara halvt", "the position is only half there"),
                Text("ge både latitud och longitud", "give both latitude and longitude"),
            )
        point = Point(north, east) if north is not None and east is not None else answers.get(where.position)
        told = where.answered(answers) or NewAddress(
            "", answers.get(where.postcode), answers.get(where.post_town), answers.get(where.locality)
        )
        address = replace(told, point=point)
        return address if address.fields() else None

    def _asked(self, answers: Answers, field: Field[str], name: str, names: Names) -> str:
        if found := answers.get(field):
            return found
        called = answers.get(self.name) or answers.get(self.own) or ""
        like = names.like(called)
        meant = Text(f" (menade du {like}?)", f" (did you mean {like}?)") if like else Text("", "")
        raise WrongUsage(
            Text(f"det finns inget kontor {called}{meant.sv}", f"there is no office {called}{meant.en}"),
            Text(f"ett nytt behöver också {name}", f"a new one needs {name} as well"),
        )


def _an_id(text: str) -> str:
    if not is_id(text):
        raise no_id(text)
    return text


def _degrees(most: int) -> Callable[[str], float]:
    def check(text: str) -> float:
        try:
            found = float(text.replace(",", "."))
        except ValueError:
            found = float("nan")
        if not -most <= found <= most:
            raise WrongUsage(
                Text(f"{text} är inget gradtal", f"{text} is no number of degrees"),
                Text(f"skriv grader med decimaler, högst {most}", f"write degrees with decimals, {most} at most"),
            )
        return found

    return check


def left_out(ids: Sequence[str], today: date) -> Iterator[Text]:
    """The offices that are open and not in the list: nothing is done about them."""
    there = [office for office in known().registry.open_offices(today) if office.id not in set(ids)]
    if there:
        few = ", ".join(office.name for office in there[:10])
        more = t(" med flera", " and more") if len(there) > 10 else ""
        number = len(there)
        yield Text(
            f"Öppna enligt registret, men inte med i listan: {number} kontor ({few}{more}). De lämnas som de är.",
            f"Open by the registry, but not in the list: {number} offices ({few}{more}). They are left as they are.",
        )
