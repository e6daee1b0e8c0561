from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from shipped_packs import LAW

from vanban.domain.document import CitationDates
from vanban.domain.finding import Severity
from vanban.domain.office import LegalBasis
from vanban.law.citation import as_basis, bases, basis_objections, citation_of, cite_in_order, short_citation
from vanban.law.lapsed import lapsed

KNOWN = bases(LAW)


_OFFICE_LIST = Path(__file__).parents[2] / "data" / "office" / "legal_bases.yaml"


def said(key: str, day: date, known: dict[str, LegalBasis] | None = None) -> list[str]:
    return [str(objection) for objection in basis_objections(LAW, [KNOWN[key]], day, KNOWN if known is None else known)]


def test_texts_in_force_may_be_cited() -> None:
    assert said("nghi-dinh-98-2023", date(2024, 1, 2)) == []
    assert said("nghi-dinh-98-2023", date(2025, 6, 30)) == []
    assert said("nghi-dinh-152-2025", date(2025, 7, 1)) == []


def test_a_lapsed_text_names_its_successor_and_the_article() -> None:
    assert said("nghi-dinh-98-2023", date(2025, 7, 1)) == [
        "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023: Đã hết hiệu lực sau ngày 30/6/2025, trước ngày của văn bản "
        "(01/7/2025). (điểm a khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP) "
        "Hãy căn cứ vào Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 (mã nghi-dinh-152-2025)."
    ]


def test_the_successor_of_a_successor_is_named_where_that_is_in_force() -> None:
    (said_of_91,) = said("nghi-dinh-91-2017", date(2025, 8, 1), known={})
    assert said_of_91.endswith("Hãy căn cứ vào Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 (mã nghi-dinh-152-2025).")
    (in_2024,) = said("nghi-dinh-91-2017", date(2024, 3, 1))
    assert in_2024.endswith("Hãy căn cứ vào Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 (mã nghi-dinh-98-2023).")


def test_a_text_not_issued_yet_names_what_was_in_force() -> None:
    assert said("thong-tu-01-2024", date(2024, 1, 26)) == [
        "Thông tư số 01/2024/TT-BNV ngày 24/02/2024: Văn bản ngày 26/01/2024 căn cứ vào văn bản ban hành sau nó. "
        "(điểm a khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP) Hãy bỏ căn cứ này."
    ]
    (early,) = said("nghi-dinh-152-2025", date(2025, 6, 1))
    assert early.endswith("Hãy căn cứ vào Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 (mã nghi-dinh-98-2023).")


def test_a_text_issued_but_not_in_force_is_a_warning() -> None:
    (objection,) = basis_objections(LAW, [KNOWN["nghi-dinh-86-2023"]], date(2024, 1, 26), KNOWN)
    assert objection.severity is Severity.WARNING
    assert objection.reason == (
        "Đã ban hành nhưng đến ngày 30/01/2024 mới có hiệu lực, sau ngày của văn bản (26/01/2024)."
    )


def test_successors_that_point_at_each_other_do_not_hang() -> None:
    texts = {
        key: LegalBasis(
            key=key,
            type_name="Quyết định",
            number=f"{key}/QĐ-UBND",
            issued_on=date(2020, 1, 1),
            subject="quy định",
            valid_to=date(2021, 1, 1),
            successor=successor,
        )
        for key, successor in (("1", "2"), ("2", "1"))
    }
    (objection,) = basis_objections(LAW, [texts["1"]], date(2024, 1, 1), texts)
    assert objection.remedy == "Hãy căn cứ vào Quyết định số 2/QĐ-UBND ngày 01/01/2020 (mã 2)."


def test_a_text_is_cited_in_full_once_and_short_after() -> None:
    law, decree = citation_of(KNOWN["luat-thi-dua-khen-thuong"]), citation_of(KNOWN["nghi-dinh-73-2024"])
    short = ("Luật Thi đua, khen thưởng", "Nghị định số 73/2024/NĐ-CP")
    assert cite_in_order([law, decree, law, decree]) == (
        "Luật Thi đua, khen thưởng",
        "Nghị định số 73/2024/NĐ-CP ngày 30 tháng 6 năm 2024 của Chính phủ quy định mức lương cơ sở và chế độ tiền "
        "thưởng đối với cán bộ, công chức, viên chức và lực lượng vũ trang",
        *short,
    )
    assert cite_in_order([law, decree], before={"nghi-dinh-73-2024"}) == short
    assert cite_in_order([law, decree], before={"nghi-dinh-98-2023"}) != short


def test_a_basis_is_named_with_its_day_and_a_law_without_number_and_issuer() -> None:
    assert as_basis(KNOWN["luat-thi-dua-khen-thuong"]) == "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
    assert as_basis(KNOWN["nghi-dinh-13-2012"], CitationDates.NUMERIC) == (
        "Nghị định số 13/2012/NĐ-CP ngày 02/3/2012 của Chính phủ ban hành Điều lệ Sáng kiến"
    )


def test_a_text_without_a_number_is_cited_by_its_subject() -> None:
    plan = LegalBasis(key="k", type_name="Kế hoạch", issued_on=date(2024, 1, 2), subject="về thi đua")
    assert short_citation(plan) == "Kế hoạch về thi đua"


def _office_list() -> list[LegalBasis]:
    rows = yaml.load(_OFFICE_LIST.read_text("utf-8"), yaml.BaseLoader)
    return [LegalBasis.model_validate({field: _iso(value) for field, value in row.items()}) for row in rows]


def _iso(value: str) -> str:
    day = re.fullmatch(r"(\d+)/(\d+)/(\d{4})", value)
    return f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}" if day else value


@pytest.mark.parametrize("basis", [row for row in _office_list() if row.key in KNOWN], ids=lambda row: row.key)
def test_the_sample_offices_list_says_the_same_as_the_law_book(basis: LegalBasis) -> None:
    known = KNOWN[basis.key]
    unnumbered = {"number": None} if known.type_name == "Luật" else {}
    assert basis == known.model_copy(update=unnumbered)


def test_a_lapsed_law_is_replaced_by_what_was_in_force_on_the_day_of_the_paper() -> None:
    """Paper of 15/4/2025: Luật số 65/2025/QH15 was in force, that of 16/6/2025 was not there yet."""
    [law] = [text for text in lapsed(LAW).texts if text.issued == date(2015, 6, 19)]
    assert law.ended == date(2025, 3, 1)
    assert law.replacement(date(2025, 4, 15)) == "Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025"
    assert law.replacement(date(2025, 7, 1)) == "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"


def test_the_decree_on_clerical_work_replaced_the_two_that_its_article_names() -> None:
    """Điều 37 Nghị định số 30/2020/NĐ-CP names 110/2004 and 09/2010, not Thông tư 01/2011."""
    assert {text.key for text in LAW.texts.values() if "nghi-dinh-30-2020" in _successors(text.key)} == {
        "nghi-dinh-110-2004",
        "nghi-dinh-09-2010",
    }
    assert LAW.successor("thong-tu-01-2011") is None


def _successors(key: str) -> set[str]:
    following = LAW.successor(key)
    return {following.key} if following else set()


def test_every_successor_is_known_and_comes_after() -> None:
    for basis in KNOWN.values():
        if basis.successor is not None:
            assert basis.valid_to is not None
            assert KNOWN[basis.successor].issued_on <= basis.valid_to + timedelta(days=1)
