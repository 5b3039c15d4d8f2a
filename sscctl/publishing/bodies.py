"""Agencies, agreements and decisions as they are published."""

from __future__ import annotations

from sscctl.domain.agency import Agency, Phone
from sscctl.domain.agreement import Agreement, Task
from sscctl.domain.decision import Decision
from sscctl.publishing.office_record import sources_record
from sscctl.publishing.plain import Record, both, day, known, name_in, partial, span, texts


def agency_record(agency: Agency) -> Record:
    """An agency: what it is called, how to reach it, and what it is to the network."""
    return known(
        id=agency.id,
        type_=agency.kind,
        names=name_in(agency.name_sv, agency.name_en),
        abbreviation=agency.abbreviation,
        identifier=agency.organisation_number,
        url=agency.web,
        email=agency.email,
        telephones=[_phone(phone) for phone in agency.phones] or None,
        wikidata=agency.wikidata,
        county=agency.county,
        role=agency.role,
        roleSince=partial(agency.role_since),
        services=[
            known(id=service.id, names=both(service.name), sources=texts(service.sources))
            for service in agency.services
        ]
        or None,
        sources=sources_record(agency.sources) or None,
    )


def _phone(phone: Phone) -> Record:
    return known(
        number=phone.number, shortNumber=phone.short_number, display=phone.display, sources=texts(phone.sources)
    )


def agreement_record(agreement: Agreement) -> Record:
    """An agreement: between whom, on what, where and for how long; `tasks` is missing where no source lists them."""
    return known(
        id=agreement.id,
        type_=agreement.kind,
        titles=both(agreement.title),
        performer=agreement.performer,
        principals=[*agreement.principals],
        concluded=partial(agreement.concluded),
        **span(agreement.since, agreement.period),
        scope=agreement.scope,
        offices=texts(agreement.offices),
        tasks=[*map(_task, agreement.tasks)] or None,
        legalBasis=[known(act=basis.act, section=basis.section) for basis in agreement.legal_basis] or None,
        reference=agreement.reference,
        supersedes=agreement.supersedes,
        supersededBy=agreement.superseded_by,
        endedOn=partial(agreement.ended.on) if agreement.ended else None,
        caseSystemAccess=agreement.case_system_access,
        copyToKammarkollegiet=day(agreement.copy_to_kammarkollegiet),
        yearlyReports=[*agreement.yearly_reports] or None,
        note=both(agreement.note),
        sources=sources_record(agreement.sources) or None,
    )


def _task(task: Task) -> Record:
    return known(
        id=task.id,
        titles=both(task.title),
        publicAuthority=task.public_authority,
        personalData=task.personal_data,
        access=texts(task.access),
        ordinanceCase=task.ordinance_case,
    )


def decision_record(decision: Decision) -> Record:
    """A decision: what it is called, when and by whom it was taken, and what it says."""
    return known(
        id=decision.id,
        type_=decision.kind,
        reference=decision.reference,
        names=name_in(decision.title_sv, decision.title_en),
        date=partial(decision.on),
        decidedBy=decision.decided_by,
        body=decision.body,
        inForce=day(decision.in_force),
        repealedBy=decision.repealed_by,
        content=both(decision.content),
        offices=texts(decision.offices),
        municipalities=texts(decision.municipalities),
        consulted=texts(decision.consulted),
        sources=sources_record(decision.sources) or None,
    )
