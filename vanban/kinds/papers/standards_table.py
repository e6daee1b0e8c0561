"""Bảng tiêu chuẩn - thành tích of a nominee: every standard of the award beside what the data say, on its day.

No statute prescribes it: the council lays it on the table when it votes. It is judged as ``vanban check`` judges.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pydantic import Field

from vanban.domain.office import IssuingBody
from vanban.domain.receiver import RECEIVER_PARTS, receiver
from vanban.domain.record import Record
from vanban.domain.rows import keyed
from vanban.domain.wording import count, listing, numeric_date, sentence_case
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step
from vanban.kinds.parts.closing import TwoSignatures
from vanban.kinds.parts.dossier_papers import dossier_title
from vanban.kinds.parts.letterhead import Heading, centred, heading
from vanban.kinds.parts.minutes import UndatedLetterhead, unit_head_undated
from vanban.law.document_day import last_day
from vanban.law.nd30 import Part
from vanban.law.nomination_dossier import dossiers
from vanban.law.provision import has_book
from vanban.law.standard import CLEAR, JUDGED, MET, MISSING, UNMET, StandardRow
from vanban.law.year_check.cases import NomineeCase, case_of, cases

_COUNTED: Final = (
    (MET, "đạt"),
    (CLEAR, "không vướng"),
    (UNMET, "chưa đạt"),
    (MISSING, "chưa có số liệu"),
    (JUDGED, "do hội nghị bình xét"),
)


class StandardLine(Record):
    """One standard: its number, what the law says and where, what was achieved, the verdict."""

    ordinal: str = Field(title="Số thứ tự")
    standard: str = Field(title="Tiêu chuẩn")
    article: str = Field(title="Căn cứ")
    achieved: str = Field(title="Thành tích, kết quả")
    verdict: str = Field(title="Đánh giá")


class StandardsTableContext(Record):
    """The table of one nomination, ready to print."""

    letterhead: UndatedLetterhead = Field(title="Phần đầu")
    heading: Heading = Field(title="Tên bảng và trích yếu")
    nominee: str = Field(title="Tên đối tượng đề nghị")
    place: str = Field(title="Chức vụ, đơn vị công tác")
    introduction: str = Field(title="Lời dẫn")
    standards: tuple[StandardLine, ...] = Field(title="Các tiêu chuẩn")
    total: str = Field(title="Câu tổng hợp")
    signatures: TwoSignatures = Field(title="Người ký")


def compose(year: Year, key: str) -> StandardsTableContext:
    """The table of the dossier ``key``; ``KeyError`` where the year has none."""
    found = _case(year, key)
    rows = found.table()
    body = _body(year)
    return StandardsTableContext(
        letterhead=unit_head_undated(year, body.parent_lines, body.name_lines),
        heading=heading("BẢNG TIÊU CHUẨN - THÀNH TÍCH", dossier_title(year, found.nomination)),
        nominee=centred(found.name),
        place=centred(receiver(year, found.nomination.nominee).title, Part.APPENDIX_REFERENCE),
        introduction=f"Theo quy định áp dụng ngày {numeric_date(found.day)} và số liệu {year.year.phrase}:",
        standards=tuple(
            StandardLine(
                ordinal=str(ordinal),
                standard=row.standard,
                article=sentence_case(row.article),
                achieved=sentence_case(row.achieved),
                verdict=row.verdict,
            )
            for ordinal, row in enumerate(rows, start=1)
        ),
        total=" ".join((_total(rows), *_signed_instead(year, key), *(f"Lưu ý: {doubt}" for doubt in found.doubts()))),
        signatures=TwoSignatures(
            left_lines=("CHỦ TỊCH HỘI ĐỒNG",) if _about_the_secretary(year, key) else ("THƯ KÝ HỘI ĐỒNG",),
            left_name=_councillor(year, "chair" if _about_the_secretary(year, key) else "secretary"),
            right_lines=("NGƯỜI LẬP BẢNG",),
            right_name="",
        ),
    )


def _tables(year: Year) -> tuple[str, ...]:
    """The dossiers whose nominee has standards to meet, by their keys; none for a year before the law."""
    if not has_book(year.law, last_day(year)):
        return ()
    found = {case.path for case in cases(year)}
    return tuple(key for position, key in enumerate(dossiers(year)) if ("nominations", position) in found)


def _case(year: Year, key: str) -> NomineeCase:
    case = case_of(year, dossiers(year)[key])
    if case is None:
        raise KeyError(key)
    return case


def _body(year: Year) -> IssuingBody:
    """Whoever issues the minutes of the council's meeting, else the committee."""
    bodies = keyed(year.office.bodies)
    issuer = year.council_meeting.minutes.issuer if year.council_meeting else ""
    return bodies.get(issuer) or year.office.bodies[0]


def _councillor(year: Year, office: str) -> str:
    """Who presides or writes at the council's meeting, by name; empty where nobody is known."""
    key = getattr(year.council_meeting, office, "")
    return (year.councillor(key).name or "") if key in keyed(year.council) else ""


def _about_the_secretary(year: Year, key: str) -> bool:
    """Whether the table is about the council's own secretary, who does not sign it then."""
    meeting = year.council_meeting
    return meeting is not None and dossiers(year)[key].nominee == meeting.secretary


def _signed_instead(year: Year, key: str) -> tuple[str, ...]:
    if not _about_the_secretary(year, key):
        return ()
    return ("Thư ký Hội đồng là người được xét nên Chủ tịch Hội đồng ký bảng này.",)


def _total(rows: Sequence[StandardRow]) -> str:
    """How many standards there are, and how many of each verdict."""
    numbers = [(sum(row.verdict == verdict for row in rows), said) for verdict, said in _COUNTED]
    return (
        f"Tổng hợp: {count(len(rows))} tiêu chuẩn, trong đó "
        + listing(f"{count(number)} tiêu chuẩn {said}" for number, said in numbers if number)
        + "."
    )


def keys(year: Year) -> tuple[str, ...]:
    """One table for each nominee and award, by the keys of the dossiers."""
    return _tables(year)


def headline(year: Year, key: str) -> str:
    """``Bảng tiêu chuẩn - thành tích của Trần Thị B``."""
    return f"Bảng tiêu chuẩn - thành tích của {_case(year, key).name}"


KIND = Kind(
    name="standards_table",
    title="Bảng tiêu chuẩn - thành tích",
    step=Step.NOMINATION,
    slug="bang-tieu-chuan-thanh-tich",
    context=StandardsTableContext,
    reads=(
        "office",
        "law",
        *RECEIVER_PARTS,
        "council",
        "signatories",
        "council_meeting",
        "nominations",
        "achievements",
        "award_history",
        "initiatives",
        "authorships",
        "evaluations",
        "collective_evaluations",
        "submission",
        "decision",
    ),
    keys=keys,
    compose=compose,
    headline=headline,
    meetings=frozenset({Meeting.COUNCIL}),
)
