"""What changed, as one self-contained page: no scripts, nothing fetched, a policy that forbids both.

All text passes `html.escape`; the only style is the one whose digest the page's Content-Security-Policy names, and
no element has a style of its own (CSP Level 3, 8.3).
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Iterator, Sequence

from sscctl.cli.language import LANGUAGE, said, t
from sscctl.cli.render.changes import end_name, grouped, sums, unreadable
from sscctl.cli.render.changes_impact import (
    about,
    access,
    limits,
    losing,
    measured,
    offices_of,
    warnings,
    way_of,
    when_of,
    which,
)
from sscctl.cli.render.changes_map import WHOLE, frame, maps
from sscctl.cli.render.changes_names import HEADINGS
from sscctl.cli.render.changes_words import label, sentence
from sscctl.cli.visible import visible
from sscctl.diffing.access import Effect
from sscctl.diffing.report import Report
from sscctl.domain.change import Change

_STYLE = """
:root{color-scheme:light dark;--goes:#b3261e;--comes:#1a7f37;--stays:#1f6feb}
@media(prefers-color-scheme:dark){:root{--goes:#ff7b72;--comes:#3fb950;--stays:#79b8ff}}
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
ul{padding-left:1.3rem}
.warning{border-left:.3rem solid var(--goes);padding:.1rem 1rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #8886}
td{overflow-wrap:anywhere}
[data-unit]{white-space:nowrap}
code{font-size:.85em;font-weight:normal;opacity:.8}
.maps{display:flex;flex-wrap:wrap;gap:1rem}
figure{margin:0;flex:1 1 8rem;max-width:22rem}
svg{display:block;width:100%;height:auto}
.land{fill:#8883;stroke:#888}
.stays{fill:var(--stays)}
.goes{fill:var(--goes);stroke:#fff}
.gone{fill:none;stroke:var(--goes)}
.comes{fill:var(--comes);stroke:#fff}
summary{cursor:pointer}
@media(min-width:36.01rem){[scope=row]{width:32%}}
@media(max-width:36rem){
table,tbody,tr,th,td{display:block}
thead{position:absolute;clip-path:inset(50%)}
tr{padding:.4rem 0;border-bottom:1px solid #8886}
th,td{padding:0;border:0}
[data-unit]::after{content:" " attr(data-unit)}
}
"""
_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'"


def as_html(report: Report) -> str:
    """The page, whole."""
    title = t("Vad som ändras i registret", "What changes in the registry")
    ends = f"{_safe(end_name(report.before))} → {_safe(end_name(report.after))}"
    parts = [
        f'<!DOCTYPE html>\n<html lang="{LANGUAGE.value}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{ends}</p>",
        *_warnings(report),
        _list((*sums(report), *losing(report), *access(report))),
        *_map(report),
        *_changes(report),
        *_municipalities(report),
        *_record(report),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _safe(text: str) -> str:
    return html.escape(visible(text))


def _list(lines: Iterable[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{_safe(line)}</li>" for line in lines) + "\n</ul>"


def _warnings(report: Report) -> Iterator[str]:
    lines = [*warnings(report), *unreadable(report)]
    if lines:
        yield f'<div class="warning">{_list(lines)}</div>'


def _map(report: Report) -> Iterator[str]:
    main = max(measured(report), key=_weight, default=None)
    if main is not None:
        when, offices = when_of(main), offices_of(main, report)
        heading = t(f"{offices} före och efter, {when}", f"{offices} before and after, {when}")
        yield f"<h2>{_safe(heading)}</h2>"
        yield maps(main.before, main.after, report.boundaries(), lambda ident: visible(report.names.office(ident)))
        yield f"<p>{' '.join(_legend(main))}</p>"


def _weight(effect: Effect) -> tuple[bool, bool, int]:
    """All offices before those of one agency, and these before a day of the week."""
    return effect.agency is None and effect.weekday is None, effect.weekday is None, effect.farther


def _legend(effect: Effect) -> Iterator[str]:
    before, after = set(effect.before), set(effect.after)
    if before - after:
        yield t(
            "Stora fyllda ringar före och tomma efter: kontor som faller bort.",
            "Large filled circles before and empty ones after: offices that are lost.",
        )
    if after - before:
        yield t("Fyrkanter: kontor som tillkommer.", "Squares: offices that come.")
    yield t("Små prickar: kontor både före och efter.", "Small dots: offices both before and after.")
    if frame(effect.before, effect.after) != WHOLE:
        yield t("Kartorna visar den del av landet som berörs.", "The maps show the part of the country concerned.")


def _changes(report: Report) -> Iterator[str]:
    for kind, changes in grouped(report):
        if kind is not None:
            yield f"<h2>{said(HEADINGS[kind])}</h2>"
            yield _table(changes, report)


def _record(report: Report) -> Iterator[str]:
    for kind, changes in grouped(report):
        if kind is None:
            heading = t(f"För protokollet: {len(changes)}", f"For the record: {len(changes)}")
            yield f"<details>\n<summary>{heading}</summary>\n{_table(changes, report)}\n</details>"


def _table(changes: Sequence[Change], report: Report) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{_name(change, report)}</th><td>{_safe(sentence(change, report.names))}</td></tr>'
        for change in changes
    )
    return f"<table>\n{rows}\n</table>"


def _name(change: Change, report: Report) -> str:
    name, apart = label(change, report.names)
    return f"{_safe(name)} <code>{_safe(apart)}</code>" if apart else _safe(name)


def _municipalities(report: Report) -> Iterator[str]:
    told: set[str] = set()
    for effect in measured(report):
        if effect.reaches:
            nearest = which(effect, report)
            when = when_of(effect)
            yield f"<h2>{_safe(t(f'Vägen till {nearest} {when}', f'The way to the {nearest} {when}'))}</h2>"
            yield _ways(effect, report)
            if limits(effect) not in told:
                yield f"<p>{_safe(limits(effect))}</p>"
                told.add(limits(effect))


def _ways(effect: Effect, report: Report) -> str:
    head = (t("kommun", "municipality"), t("invånare", "residents"), t("väg", "way"))
    cells = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    rows = "\n".join(
        f'<tr><th scope="row">{_safe(reach.municipality.name)}</th>'
        f'<td data-unit="{head[1]}">{_safe(about(reach.municipality.population))}</td>'
        f"<td>{_safe(way_of(reach, report.names))}</td></tr>"
        for reach in effect.reaches
    )
    return f"<table>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
