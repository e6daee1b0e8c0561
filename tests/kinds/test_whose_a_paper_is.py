"""Who issues, in whose name, under which symbol, with which annex: one author for every numbered kind of both years."""

from __future__ import annotations

import pytest
from law.good_year import changed, good_year
from test_minutes_as_minutes import built

from vanban.domain.decision import Decision
from vanban.domain.numbering import numberings, type_of
from vanban.kinds import kinds_of
from vanban.kinds.parts.reference import issuer_of
from vanban.law.year_check.signatures import signatures

PAPERS = [
    (year, kind, key)
    for year in (2024, 2026)
    for kind, numbering in numberings(good_year(year)).items()
    for key in numbering.documents(good_year(year))
    if any(one.name == kind and key in one.keys(good_year(year)) for one in kinds_of(good_year(year)))
]


@pytest.mark.parametrize(("number", "kind", "key"), PAPERS)
def test_head_symbol_signature_and_annex_name_one_author(number: int, kind: str, key: str) -> None:
    year = good_year(number)
    document = numberings(year)[kind].documents(year)[key]
    body, lines = year.issuer(document.issuer), built(kind, year, key)
    said = "\n".join(lines)
    assert "".join(body.name_lines).replace(" ", "") in said.replace("\n", "").replace(" ", "")
    (symbol,) = [line for line in lines if line.startswith("Số:")][:1]
    assert body.abbreviation in symbol
    minutes = type_of(year, kind, key)[1] == "BB"
    on_behalf = any(line.startswith("TM. ") for line in lines)
    of_the_head = isinstance(document, Decision) or issuer_of(year, document).startswith("Chủ tịch")
    assert on_behalf == (not minutes and not of_the_head)
    if on_behalf:
        assert any(line == f"TM. {(body.collective_name or '').upper()}" for line in lines)
    for name in numberings(year)[kind].attachments:
        attached = next(one for one in kinds_of(year) if one.name == name)
        if key in attached.keys(year):
            (reference,) = [line for line in built(name, year, key) if line.startswith("(Kèm theo")][:1]
            assert reference.rstrip(")").endswith(f" của {issuer_of(year, document)}")


@pytest.mark.parametrize(
    ("path", "capacity"),
    [
        (("campaigns", 0, "submission", "signature", "capacity"), ()),
        (("campaigns", 0, "review", "minutes", "signature", "capacity"), ("TM.", "KT.")),
        (("six_month_report", "signature", "capacity"), ()),
        (("council_decision", "signature", "capacity"), ("TM.",)),
    ],
)
def test_a_capacity_that_does_not_fit_the_paper_is_told_for_every_kind(
    path: tuple[str | int, ...], capacity: tuple[str, ...]
) -> None:
    wrong = changed(good_year(2024), (path, capacity))
    assert [fault.path for fault in signatures(wrong)] == [path]
    assert list(signatures(good_year(2024))) == []
