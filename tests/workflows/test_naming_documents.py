"""A clerk may call a document as its file is called, and a free document by its key alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from vanban.domain.year import Year
from vanban.errors import NoKind
from vanban.kinds import KINDS
from vanban.workflows.check import check
from vanban.workflows.selection import document_named, kind_named
from vanban.workspace import Workspace

OFFICE = Path(__file__).parents[1] / "workspaces" / "dong-quy-2026"


@cache
def year() -> Year:
    found = check(Workspace(OFFICE)).year
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("plan", "plan"),
        ("ke-hoach", "plan"),
        ("to-trinh", "submission"),
        ("free_document/cham-diem", "free_document/cham-diem"),
        ("van-ban/cham-diem", "free_document/cham-diem"),
        ("cham-diem", "free_document/cham-diem"),
        ("nhac-ho-so", "letter/nhac-ho-so"),
        ("cong-van/nhac-ho-so", "letter/nhac-ho-so"),
    ],
)
def test_a_document_is_meant_by_its_kind_its_files_name_or_its_key(said: str, meant: str) -> None:
    assert document_named(year(), said) == meant


@pytest.mark.parametrize("said", ["khong-co", "ke-hoac", ""])
def test_a_name_that_means_nothing_is_told(said: str) -> None:
    with pytest.raises(NoKind):
        document_named(year(), said)


def test_no_two_kinds_are_meant_by_one_name() -> None:
    slugs = [kind.slug for kind in KINDS]
    assert len({*slugs}) == len(slugs)
    assert {*slugs} & {kind.name for kind in KINDS} == set()
    assert all(kind_named(kind.slug, KINDS) is kind for kind in KINDS)
