"""What a proofreader is told of an office: its bodies and drafting units with their letters, what has ended there."""

from __future__ import annotations

from pathlib import Path

from vanban.domain.law_pack import Law
from vanban.domain.office import Office
from vanban.errors import NoWorkspace
from vanban.law.lapsed import gone_for, lapsed
from vanban.proofread import Expectations, OwnBody
from vanban.workflows.law_book import readable_office
from vanban.workspace import find


def known_of(office: Office | None, law: Law) -> Expectations:
    """The expectations that every paper read for ``office`` shares; outside of an office the law's alone."""
    if office is None:
        return Expectations(lapsed=lapsed(law))
    return Expectations(
        bodies=tuple(OwnBody(name=" ".join(body.name_lines), abbreviation=body.abbreviation) for body in office.bodies),
        units=frozenset(unit.abbreviation for unit in office.drafting_units),
        lapsed=gone_for(office, law),
    )


def office_around(folder: Path) -> Office | None:
    """The office in whose workspace ``folder`` lies; ``None`` outside of any, or where its data cannot be read."""
    try:
        return readable_office(find(folder))
    except NoWorkspace:
        return None
