"""The options of publishing to an object store."""

from __future__ import annotations

from typing import Annotated

import typer

from sscctl.cli.language import t

To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="s3://…",
        help=t(
            "Objektlagret att publicera till; nycklar tas ur miljön eller en AWS-profil.",
            "The object store to publish to; keys come from the environment or an AWS profile.",
        ),
    ),
]
AllowRollback = Annotated[
    bool,
    typer.Option(
        "--allow-rollback",
        help=t("Visa en äldre utgåva än den som visas där.", "Show an older edition than the store does."),
    ),
]
Unconditional = Annotated[
    bool,
    typer.Option(
        "--unconditional",
        help=t(
            "För lager som inte kan skriva på villkor: ingen annan får publicera samtidigt.",
            "For stores without conditional writes: nobody else may publish at the same time.",
        ),
    ),
]
KeepDays = Annotated[
    int | None,
    typer.Option(
        "--keep-days",
        min=1,
        metavar=t("DAGAR", "DAYS"),
        help=t(
            "Ta bort utgåvor i lagret som är äldre och inte behövs längre.",
            "Remove releases from the store that are older and not needed any more.",
        ),
    ),
]
