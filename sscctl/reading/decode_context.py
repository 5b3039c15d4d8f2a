"""Decoders of what offices stand in: agencies, agreements, decisions, the settings and the network."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.domain.agency import Agency, AgencyKind, Role, Service
from sscctl.domain.agreement import Agreement, AgreementKind, Ending, LegalBasis, Scope, Task
from sscctl.domain.decision import Body, Consulted, Decision, DecisionKind
from sscctl.domain.network import Attribution, Count, Network, Settings, StaggeredClosing
from sscctl.domain.partial_date import PartialDate
from sscctl.reading.decode_shared import phone, sources, waivers
from sscctl.reading.node import Node
from sscctl.text import Text


def agency(node: Node) -> Agency:
    """An agency."""
    name, role = node.tree["name"], node.child("role")
    return Agency(
        id=node.required("id"),
        kind=AgencyKind(node.required("kind")),
        name_sv=name["sv"],
        name_en=name.get("en"),
        abbreviation=node.text("abbreviation"),
        organisation_number=node.text("organisation_number"),
        web=node.text("web"),
        email=node.text("email"),
        phones=tuple(phone(item) for item in node.children("phones")),
        wikidata=node.text("wikidata"),
        county=node.text("county"),
        role=(role.choice(Role, "kind") if role else None) or Role.NONE,
        role_since=role.partial("since") if role else None,
        services=tuple(
            Service(item.required("id"), _both(item, "name"), item.texts("source"))
            for item in node.children("services")
        ),
        sources=sources(node),
        waivers=waivers(node),
    )


def agreement(node: Node) -> Agreement:
    """An agreement."""
    ended = node.child("ended")
    ended_on = ended.partial("on") if ended else None
    return Agreement(
        id=node.required("id"),
        kind=AgreementKind(node.required("kind")),
        performer=node.required("performer"),
        principals=node.texts("principals"),
        title=node.both("title"),
        concluded=node.partial("concluded"),
        since=node.partial("valid_from"),
        period=node.period(),
        scope=node.choice(Scope, "scope"),
        offices=node.texts("offices"),
        tasks=tuple(_task(item) for item in node.children("tasks")),
        legal_basis=tuple(
            LegalBasis(item.required("act"), item.text("section")) for item in node.children("legal_basis")
        ),
        reference=node.text("reference"),
        supersedes=node.text("supersedes"),
        superseded_by=node.text("superseded_by"),
        ended=Ending(ended_on, ended.texts("source")) if ended and ended_on else None,
        case_system_access=node.flag("case_system_access"),
        copy_to_kammarkollegiet=node.day("copy_to_kammarkollegiet"),
        yearly_reports=tuple(int(year) for year in node.tree.get("yearly_reports", ())),
        note=node.both("note"),
        sources=sources(node),
        waivers=waivers(node),
    )


def _task(node: Node) -> Task:
    return Task(
        id=node.required("id"),
        title=_both(node, "title"),
        public_authority=node.flag("public_authority"),
        personal_data=node.flag("personal_data"),
        access=node.texts("access"),
        ordinance_case=node.text("ordinance_case"),
    )


def decision(node: Node) -> Decision:
    """A decision."""
    title = node.tree["title"]
    return Decision(
        id=node.required("id"),
        kind=DecisionKind(node.required("kind")),
        title_sv=title["sv"],
        title_en=title.get("en"),
        reference=node.text("reference"),
        on=node.partial("date"),
        body=node.choice(Body, "body"),
        decided_by=node.text("decided_by"),
        in_force=node.day("in_force"),
        repealed_by=node.text("repealed_by"),
        content=node.both("content"),
        offices=node.texts("offices"),
        municipalities=node.texts("municipalities"),
        consulted=tuple(Consulted(party) for party in node.texts("consulted")),
        sources=sources(node),
        waivers=waivers(node),
    )


def settings(node: Node) -> Settings:
    """`registry.yaml`."""
    policies = node.child("policies") or Node({}, node.faults, (*node.pointer, "policies"))
    guard: Mapping[str, int] = policies.tree.get("guard", {})
    return Settings(
        format=int(node.tree["format"]),
        title=_both(node, "title"),
        publisher=node.required("publisher"),
        licence=node.required("licence"),
        time_zone=node.required("time_zone"),
        description=node.both("description"),
        base_url=node.text("base_url"),
        attributions=tuple(
            Attribution(item.required("text"), item.required("licence"), item.text("url"), item.text("concerns"))
            for item in node.children("attributions")
        ),
        closed_days=policies.texts("closed_days"),
        half_days={
            kind: int(text[:2]) * 60 + int(text[3:]) for kind, text in policies.tree.get("half_days", {}).items()
        },
        guard=dict(guard),
        staggered_closing=_staggered(policies.child("staggered_closing")),
        sources=sources(node),
        waivers=waivers(node),
    )


def _staggered(node: Node | None) -> StaggeredClosing | None:
    since = node.day("since") if node else None
    return StaggeredClosing(node.texts("offices"), since) if node and since else None


_TABLES = ("visits", "funds", "practices", "test_place_counts")


def network(node: Node) -> Network:
    """`network.yaml`."""
    return Network(
        counts=tuple(_count(item) for item in node.children("counts")),
        tables={name: tuple(node.tree.get(name, ())) for name in _TABLES},
        sources=sources(node),
        waivers=waivers(node),
    )


def _count(node: Node) -> Count:
    on: PartialDate | None = node.partial("on")
    return Count(on, node.number("offices"), node.text("scope"), node.both("note"), node.texts("source"))


def _both(node: Node, key: str) -> Text:
    return node.both(key) or Text("", "")
