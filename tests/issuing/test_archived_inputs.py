"""With a document is archived what it depends on, and nothing of people whom it does not name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from built_years import SECOND

from vanban.domain.issued import IssuedNumber
from vanban.domain.ledger import canonical
from vanban.domain.numbering import NUMBERINGS
from vanban.domain.year import Year
from vanban.kinds import KINDS
from vanban.workflows.archived_inputs import SETTINGS_FILE, YEAR_FILE, issued_in, year_of
from vanban.workflows.check import check
from vanban.workflows.numbered_documents import draft_of
from vanban.workflows.signed_content import content_of
from vanban.workspace import Workspace, read_file, shipped


def _year(root: Path) -> tuple[Workspace, Year]:
    workspace = Workspace(root)
    year = check(workspace).year
    assert year is not None
    return workspace, year


@pytest.fixture(scope="module", params=[shipped(), SECOND], ids=["2024", "2026"])
def office(request: pytest.FixtureRequest) -> tuple[Workspace, Year]:
    return _year(request.param)


def _documents(year: Year) -> list[tuple[str, str]]:
    kinds = {kind.name: kind for kind in KINDS}
    return [
        (kind, key) for kind, one in NUMBERINGS.items() for key in one.documents(year) if key in kinds[kind].keys(year)
    ]


def test_every_document_says_the_same_from_what_is_archived_alone(office: tuple[Workspace, Year]) -> None:
    workspace, year = office
    kinds = {kind.name: kind for kind in KINDS}
    numbers = tuple(
        IssuedNumber(kind=kind, key=key, ordinal=7, symbol="X", issued_on=year.year.on(2, 5))
        for kind, key in _documents(year)
    )
    numbered = year.model_copy(update={"issued": numbers})
    for kind, key in _documents(year):
        signed = numbered.model_copy(update={"issued": tuple(n for n in numbers if (n.kind, n.key) != (kind, key))})

        def template_of(name: str) -> bytes:
            return read_file(workspace.template(kinds[name]))

        draft = draft_of(signed, kind, key, template_of, with_pdf=False)
        again = year_of(draft.inputs).model_copy(update={"issued": issued_in(draft.inputs), "law": year.law})
        assert content_of(again, kind, key, template_of) == draft.request.signed_content, (kind, key)


def test_a_letter_hands_over_no_birth_date_no_rating_no_vote(office: tuple[Workspace, Year]) -> None:
    workspace, year = office
    kinds = {kind.name: kind for kind in KINDS}
    name, letter = next(((kind, key) for kind, key in _documents(year) if kind == "letter"), ("plan", ""))
    draft = draft_of(year, name, letter, lambda one: read_file(workspace.template(kinds[one])), with_pdf=False)
    kept = json.loads(draft.inputs[YEAR_FILE])
    for part in ("people", "evaluations", "votes", "nominations", "individual_registrations", "households"):
        assert kept[part] == [], part
    said = canonical(kept)
    assert not [person.name for person in year.people if person.born_on.isoformat() in said]
    assert json.loads(draft.inputs[SETTINGS_FILE])["format"] >= 1
