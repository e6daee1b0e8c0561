"""Keys that lead nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from vanban.domain.consistency.documents import documents, key_of
from vanban.domain.consistency.fault import Fault, Path, unknown
from vanban.domain.document_name import document_name
from vanban.domain.letter import Letter
from vanban.domain.numbering import meant, numberings
from vanban.domain.receiver import receiver_table, sorts_named, units, units_named
from vanban.domain.rows import keyed
from vanban.domain.target import ALL_GROUPS
from vanban.domain.year import Year, workplaces


class _Reference(NamedTuple):
    """One mention of a key: where, what it must be, and what there is."""

    path: Path
    key: str
    what: str
    known: Mapping[str, object] | Collection[str]


def unknown_references(year: Year) -> Iterator[Fault]:
    """A mention of something that is not there: a body, a signatory, a text, a group, a person, a target, a measure."""
    for references in (
        _office,
        _documents,
        _registrations,
        _nominations,
        _awardees,
        _authorships,
        _evaluations,
        _results,
    ):
        for reference in references(year):
            if reference.key not in reference.known:
                yield unknown(*reference)


def _office(year: Year) -> Iterator[_Reference]:
    bodies = keyed(year.office.bodies)
    for position, series in enumerate(year.office.number_series):
        yield _Reference(("office", "number_series", position, "issuer"), series.issuer, "cơ quan ban hành", bodies)
    for position, signatory in enumerate(year.signatories):
        yield _Reference(("signatories", position, "issuer"), signatory.issuer, "cơ quan ban hành", bodies)
    for position, basis in enumerate(year.legal_bases):
        if basis.successor is not None:
            path = ("legal_bases", position, "successor")
            yield _Reference(path, basis.successor, "văn bản căn cứ", keyed(year.legal_bases))
    known, what = workplaces(year), _workplace(year)
    for position, person in enumerate(year.people):
        yield _Reference(("people", position, "collective"), person.collective, what, known)


def _workplace(year: Year) -> str:
    """What a key must be that names where people work, for messages."""
    kind = year.office.unit_kind
    return "tập thể" if kind.is_residential else f"tập thể hoặc {kind.noun}"


def _documents(year: Year) -> Iterator[_Reference]:
    citable = _citable(year)
    for path, document in documents(year):
        yield _Reference((*path, "issuer"), document.issuer, "cơ quan ban hành", keyed(year.office.bodies))
        for position, key in enumerate(document.legal_bases):
            yield _Reference((*path, "legal_bases", position), key, "văn bản căn cứ", keyed(year.legal_bases))
        for position, key in enumerate(document.cites):
            if document_name(*meant(year, key, key_of(year, path))) not in citable:
                yield _Reference((*path, "cites", position), key, "văn bản trong bộ", citable)
        if isinstance(document, Letter):
            for position, act in enumerate(document.acts_on):
                yield _Reference((*path, "acts_on", position, "document"), act.document, "văn bản trong bộ", citable)
        signed = (*path, "signature", "signatory")
        yield _Reference(signed, document.signature.signatory, "người ký", keyed(year.signatories))
    yield from _responsible(year)


def _responsible(year: Year) -> Iterator[_Reference]:
    """Every unit that a target or a measure names."""
    units = {ALL_GROUPS, *workplaces(year)}
    what = _workplace(year)
    for position, target in enumerate(year.plan.targets):
        path: Path = ("plan", "targets", position)
        named: list[tuple[Path, str | None]] = [((*path, "lead"), target.lead)]
        named += [((*path, "responsible", ordinal), key) for ordinal, key in enumerate(target.responsible)]
        for ordinal, measure in enumerate(target.measures):
            within = (*path, "measures", ordinal)
            named.append(((*within, "lead"), measure.lead))
            named += [((*within, "supporting", n), key) for n, key in enumerate(measure.supporting or ())]
        yield from (_Reference(place, key, what, units) for place, key in named if key is not None)


def _citable(year: Year) -> tuple[str, ...]:
    """The numbered documents of the year, as one document names another."""
    return tuple(
        document_name(kind, key) for kind, numbering in numberings(year).items() for key in numbering.documents(year)
    )


def _registrations(year: Year) -> Iterator[_Reference]:
    for position, group in enumerate(year.group_registrations):
        path: Path = ("group_registrations", position, "group")
        yield _Reference(path, group.group, year.office.unit_kind.noun, keyed(year.groups))
    for position, row in enumerate(year.collective_registrations):
        path = ("collective_registrations", position, "collective")
        yield _Reference(path, row.collective, "tập thể", keyed(year.collectives))
    for position, individual in enumerate(year.individual_registrations):
        path = ("individual_registrations", position, "person")
        yield _Reference(path, individual.person, "cá nhân", keyed(year.people))


def _nominations(year: Year) -> Iterator[_Reference]:
    known, what = receiver_table(year), sorts_named(year.office)
    for position, nomination in enumerate(year.nominations):
        yield _Reference(("nominations", position, "nominee"), nomination.nominee, what, known)
    for position, achievement in enumerate(year.achievements):
        yield _Reference(("achievements", position, "nominee"), achievement.nominee, what, known)
    for position, complaint in enumerate(year.complaints):
        yield _Reference(("complaints", position, "nominee"), complaint.nominee, what, known)
    for position, paper in enumerate(year.dossier_papers):
        yield _Reference(("dossier_papers", position, "nominee"), paper.nominee, what, known)


def _awardees(year: Year) -> Iterator[_Reference]:
    """Whom the decisions of campaigns and sudden achievements reward: also residential groups."""
    known, what = receiver_table(year), sorts_named(year.office)
    for table in ("campaigns", "sudden_achievements"):
        for position, occasion in enumerate(getattr(year, table)):
            for ordinal, row in enumerate(occasion.awardees):
                yield _Reference((table, position, "awardees", ordinal, "nominee"), row.nominee, what, known)
    for position, achievement in enumerate(year.sudden_achievements):
        for ordinal, row in enumerate(achievement.awardees):
            path = ("sudden_achievements", position, "awardees", ordinal, "confirmed_by")
            yield _Reference(path, row.confirmed_by, units_named(year.office), keyed(units(year)))


def _authorships(year: Year) -> Iterator[_Reference]:
    for position, row in enumerate(year.authorships):
        path = ("authorships", position)
        yield _Reference((*path, "initiative"), row.initiative, "sáng kiến", keyed(year.initiatives))
        yield _Reference((*path, "person"), row.person, "cá nhân", keyed(year.people))


def _evaluations(year: Year) -> Iterator[_Reference]:
    people, collectives = keyed(year.people), workplaces(year)
    for position, row in enumerate(year.evaluations):
        yield _Reference(("evaluations", position, "person"), row.person, "cá nhân", people)
    for position, unit in enumerate(year.collective_evaluations):
        path = ("collective_evaluations", position, "collective")
        yield _Reference(path, unit.collective, _workplace(year), collectives)
    for position, use in enumerate(year.initiative_uses):
        known = {**people, **collectives}
        yield _Reference(("initiative_uses", position, "nominee"), use.nominee, "cá nhân hoặc tập thể", known)
        if use.year == year.year:
            path = ("initiative_uses", position, "initiative")
            yield _Reference(path, use.initiative, "sáng kiến", keyed(year.initiatives))


def _results(year: Year) -> Iterator[_Reference]:
    targets = keyed(year.plan.targets)
    for table, results in (("results", year.results), ("mid_year_results", year.mid_year_results)):
        for position, result in enumerate(results):
            yield _Reference((table, position, "target"), result.target, "chỉ tiêu", targets)
            if result.target in targets:
                measures = keyed(targets[result.target].measures)
                yield _Reference((table, position, "measure"), result.measure, "nội dung của chỉ tiêu này", measures)


RULES: Final = (unknown_references,)
