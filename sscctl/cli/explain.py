"""`sscctl explain`: why a rule is there, with a bad and a good example."""

from __future__ import annotations

import textwrap
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import Style, columns, emit, styled
from sscctl.cli.language import said, t
from sscctl.cli.render.tables import markdown, table
from sscctl.cli.visible import visible_json
from sscctl.cli.words import SEVERITY
from sscctl.errors import NotFound
from sscctl.rules._rule import Rule
from sscctl.rules.books import RULES
from sscctl.text import Text

HELP = Text(
    "Förklara en regel med ett dåligt och ett bra exempel, eller visa alla regler.",
    "Explain a rule with a bad and a good example, or list them all.",
)


class Format(StrEnum):
    """How rules are explained."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def run(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar=t("[KOD]", "[CODE]"),
            help=t("Regelns kod, till exempel SSC602.", "The rule's code, such as SSC602."),
            autocompletion=lambda incomplete: [code for code in RULES if code.startswith(incomplete.upper())],
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
) -> None:
    """Explain one rule, or list them all."""
    if code is None:
        emit(_all(form))
        return
    rule = RULES.get(code.upper())
    if rule is None:
        near = get_close_matches(code.upper(), RULES, n=1, cutoff=0.8)
        meant = Text(f"menade du {near[0]}? ", f"did you mean {near[0]}? ") if near else Text("", "")
        raise NotFound(
            Text(f"regeln {code} finns inte", f"there is no rule {code}"),
            Text(f"{meant.sv}`sscctl explain` visar alla", f"{meant.en}`sscctl explain` lists them all"),
        )
    emit(_one(rule, form))


def _all(form: Format) -> str:
    if form is Format.JSON:
        return visible_json([_fields(rule) for rule in RULES.values()])
    rows = [(rule.code, said(SEVERITY[rule.severity]), said(rule.documentation.summary)) for rule in RULES.values()]
    headings = (t("kod", "code"), t("vikt", "severity"), t("regel", "rule"))
    return markdown(headings, rows) if form is Format.MARKDOWN else table(headings, rows)


def _one(rule: Rule, form: Format) -> str:
    documented = rule.documentation
    if form is Format.JSON:
        return visible_json(_fields(rule))
    bad, good = t("Fel:", "Bad:"), t("Rätt:", "Good:")
    if form is Format.MARKDOWN:
        head = f"## {rule.code}: {said(documented.summary)}\n\n{said(SEVERITY[rule.severity])}\n\n"
        return (
            f"{head}{said(documented.why)}\n\n"
            f"{bad}\n\n```yaml\n{documented.bad}\n```\n\n{good}\n\n```yaml\n{documented.good}\n```\n"
        )
    why = "\n\n".join(textwrap.fill(part, min(columns(), 100)) for part in said(documented.why).split("\n\n"))
    return "\n\n".join(
        (
            styled(f"{rule.code} ({said(SEVERITY[rule.severity])}): {said(documented.summary)}", Style.STRONG),
            why,
            f"{styled(bad, Style.ERROR)}\n{textwrap.indent(documented.bad, '  ')}",
            f"{styled(good, Style.GOOD)}\n{textwrap.indent(documented.good, '  ')}",
        )
    )


def _fields(rule: Rule) -> dict[str, object]:
    documented = rule.documentation
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "name": rule.name,
        "summary": documented.summary._asdict(),
        "why": documented.why._asdict(),
        "bad": documented.bad,
        "good": documented.good,
    }
