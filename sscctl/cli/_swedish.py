"""The few words that the command-line library writes by itself, in the language of this process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typer._click.core import Context
from typer._click.exceptions import BadParameter, ClickException, MissingParameter, NoSuchOption, UsageError
from typer._click.formatting import HelpFormatter

from sscctl.cli.language import LANGUAGE, t
from sscctl.text import Language, Text

_HEADINGS = {
    "Options": "Flaggor",
    "Arguments": "Argument",
    "Commands": "Kommandon",
}
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
        """Write the usage line."""
        super().write_usage(prog, args, t("Användning: ", "Usage: ") if prefix is None else prefix)

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


def worded(error: ClickException) -> Text:
    """Say in plain words what is wrong with the way a command was called."""
    match error:
        case NoSuchOption():
            near = error.possibilities[0] if error.possibilities else None
            hint = Text(f"; menade du {near}?", f"; did you mean {near}?") if near else Text("", "")
            return Text(
                f"flaggan {error.option_name} finns inte{hint.sv}", f"there is no option {error.option_name}{hint.en}"
            )
        case MissingParameter():
            missing = error.param.make_metavar(error.ctx) if error.param and error.ctx else str(error.param_hint or "")
            return Text(f"{missing} saknas", f"{missing} is missing")
        case BadParameter():
            named = error.param.opts[0] if error.param else str(error.param_hint or "")
            return Text(f"{named}: {error.message}", f"{named}: {error.message}")
        case UsageError() if error.message.startswith("No such command"):
            rest = error.message.removeprefix("No such command ")
            return Text(
                f"kommandot finns inte: {rest}".replace("Did you mean", "Menade du"), f"there is no command {rest}"
            )
        case _:
            return Text(error.message, error.message)
