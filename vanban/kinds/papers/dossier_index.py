"""Mục lục văn bản, tài liệu of a nominee's dossier (Nghị định 30/2020/NĐ-CP, Phụ lục V, Mục IV)."""

from __future__ import annotations

from vanban.domain.dossier import index
from vanban.domain.receiver import receiver
from vanban.domain.year import Year
from vanban.kinds.books import DossierIndexContext, index_head
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.dossier_papers import READS, dossier_documents, dossier_title
from vanban.law.nomination_dossier import dossiers

UNKNOWN_CODE = "……"
"""The room for the dossier's number, which the office's list gives it."""


def keys(year: Year) -> tuple[str, ...]:
    """Every dossier: one for each nominee and award."""
    return tuple(dossiers(year))


def compose(year: Year, key: str) -> DossierIndexContext:
    """The index of the dossier ``key``; ``KeyError`` where the year has none."""
    row = dossiers(year)[key]
    name = receiver(year, row.nominee).name
    return DossierIndexContext(
        **index_head(row.dossier or UNKNOWN_CODE, f"{dossier_title(year, row)}: {name}", year.year.first),
        rows=index(dossier_documents(year, row), ()),
    )


KIND = Kind(
    name="dossier_index",
    title="Mục lục văn bản trong hồ sơ khen thưởng",
    step=Step.NOMINATION,
    slug="muc-luc-ho-so",
    context=DossierIndexContext,
    reads=READS,
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Mục lục hồ sơ khen thưởng của {receiver(year, dossiers(year)[key].nominee).name}",
)
