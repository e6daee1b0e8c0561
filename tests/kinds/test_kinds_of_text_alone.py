"""A kind that is nothing but a text needs a module, a line in the table and a file: the year has no part for it."""

from __future__ import annotations

from datetime import date

from sample_year import sample_year

from vanban.domain.issued import IssuedNumber
from vanban.domain.numbering import numbered_document, numbering_of, numberings
from vanban.domain.paper_text import PaperText
from vanban.domain.wording import BLANK
from vanban.domain.year import Year
from vanban.kinds.kind import Step
from vanban.kinds.parts.document import DocumentContext
from vanban.kinds.parts.paper_text import text_kind
from vanban.kinds.parts.reference import refer_shortly

NOTICE = text_kind("closing_notice", "Thông báo kết luận", Step.OTHER, "thong-bao-ket-luan", "Thông báo")


def year_with_notice() -> Year:
    year = sample_year()
    assert year.announcement is not None
    said = year.announcement.model_copy(
        update={"subject": "Kết luận cuộc họp giao ban", "body": sample_year().plan.body[:1]}
    )
    text = PaperText(kind="closing_notice", type_name="Thông báo", type_code="TB", **dict(said))
    return year.model_copy(update={"texts": (text,)})


def test_the_text_makes_a_document_with_type_number_and_signature() -> None:
    year = year_with_notice()
    assert NOTICE.keys(year) == ("",) and NOTICE.keys(sample_year()) == ()
    context = NOTICE.compose(year, "")
    assert isinstance(context, DocumentContext)
    assert context.heading.type_name == "THÔNG BÁO"
    assert context.letterhead.number_line == f"Số: {BLANK}/TB-UBND"
    assert NOTICE.headline(year, "") == "Thông báo kết luận cuộc họp giao ban"


def test_it_is_numbered_and_cited_like_any_other() -> None:
    year = year_with_notice()
    assert "closing_notice" in numberings(year) and "closing_notice" not in numberings(sample_year())
    assert numbering_of(year, "closing_notice").type_code == "TB"
    assert numbered_document(year, "closing_notice") is year.texts[0]
    number = IssuedNumber(
        kind="closing_notice", ordinal=7, symbol="TB-UBND", issued_on=date(2024, 3, 5), content="0" * 64
    )
    issued = year.model_copy(update={"issued": (number,)})
    assert refer_shortly(issued, "closing_notice") == "Thông báo số 07/TB-UBND ngày 05 tháng 3 năm 2024"
