"""The few words that the command-line library writes by itself, in the language of this process."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from typer._click.core import Context
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter

from sscctl.cli.choices import not_among
from sscctl.cli.language import LANGUAGE, t
from sscctl.errors import WrongUsage
from sscctl.text import Language, Text

_HEADINGS = {
    "Options": "Flaggor",
    "Arguments": "Argument",
    "Commands": "Kommandon",
}
_PLACES = {"[OPTIONS]": "[FLAGGOR]", "COMMAND [ARGS]...": "KOMMANDO [ARGUMENT]..."}
_WORDS = {
    "Show this message and exit.": "Visa den här hjälpen.",
    "[required]": "[krävs]",
    "[default: ": "[förval: ",
    "; required]": "; krävs]",
    "Install completion for the current shell.": "Installera komplettering för det här skalet.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Visa kompletteringen för det här skalet, att kopiera eller anpassa."
    ),
}


class Formatter(HelpFormatter):
    """Writes help; headings and the library's own words are translated, all else is in the right language already."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line; an argument that must be there stands without braces, as everywhere else."""
        plain = _translated(re.sub(r"\{([^{}]+)\}", r"\1", args), _PLACES)
        super().write_usage(prog, plain, t("Användning: ", "Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(_translated(heading, _HEADINGS))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of terms with what they mean."""
        super().write_dl([(term, _translated(text, _WORDS)) for term, text in rows], col_max, col_spacing)


Context.formatter_class = Formatter


def _translated(text: str, words: Mapping[str, str]) -> str:
    if LANGUAGE is Language.SWEDISH:
        for english, swedish in words.items():
            text = text.replace(english, swedish)
    return text


def worded(error: ClickException) -> WrongUsage:
    """Say in plain words what is wrong with the way a command was called, and where to read how it is called."""
    path = getattr(getattr(error, "ctx", None), "command_path", "sscctl")
    help_is_at = Text(f"se `{path} --help`", f"see `{path} --help`")
    if isinstance(error, BadParameter):
        choices = getattr(error.param and error.param.type, "choices", None)
        if choices:
            given = error.message.partition(" is not one of")[0].strip("'\"")
            return not_among(given, [str(choice) for choice in choices], _name_of(error))
    return WrongUsage(_message(error), help_is_at)


def _message(error: ClickException) -> Text:
    extra = re.fullmatch(r"Got unexpected extra argument\(s\) \((.*)\)", error.message, re.DOTALL)
    match error:
        case NoSuchOption():
            return _no_such_option(error)
        case BadOptionUsage() if "does not take" in error.message:
            return Text(f"{error.option_name} tar inget värde", f"{error.option_name} takes no value")
        case BadOptionUsage():
            return Text(f"{error.option_name} behöver ett värde", f"{error.option_name} needs a value")
        case MissingParameter():
            return Text(f"{_name_of(error)} saknas", f"{_name_of(error)} is missing")
        case BadParameter():
            return _unfit(error)
        case UsageError() if error.message == "Missing command.":
            return Text("kommandot saknas", "the command is missing")
        case UsageError() if extra:
            return Text(f"för många argument: {extra[1]}", f"too many arguments: {extra[1]}")
        case _:
            return Text(error.message, error.message)


def _no_such_option(error: NoSuchOption) -> Text:
    name = error.option_name
    if error.ctx and error.ctx.parent:
        root, command = error.ctx.find_root(), error.ctx.info_name
        if any(name in param.opts for param in root.command.get_params(root)):
            return Text(
                f"{name} skrivs före kommandot: sscctl {name} … {command}",
                f"{name} is written before the command: sscctl {name} … {command}",
            )
    near = error.possibilities[0] if error.possibilities else None
    hint = Text(f"; menade du {near}?", f"; did you mean {near}?") if near else Text("", "")
    return Text(f"flaggan {name} finns inte{hint.sv}", f"there is no option {name}{hint.en}")


def _unfit(error: BadParameter) -> Text:
    name = _name_of(error)
    given, _, bounds = error.message.rstrip(".").partition(" is not in the range ")
    if bounds:
        return Text(f"{name}: {given} ligger inte inom {bounds}", f"{name}: {given} is not within {bounds}")
    given, _, kind = error.message.partition(" is not a valid ")
    if kind:
        return Text(f"{name}: {given} är inget heltal", f"{name}: {given} is no whole number")
    return Text(f"{name}: {error.message}", f"{name}: {error.message}")


def _name_of(error: BadParameter) -> str:
    """The option as it is written, or the argument as the usage line calls it."""
    if error.param is None or error.ctx is None:
        return str(error.param_hint or "")
    is_option = error.param.param_type_name == "option"
    return error.param.opts[0] if is_option else error.param.make_metavar(error.ctx)
