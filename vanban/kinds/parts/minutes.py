"""What all minutes have in common (Phụ lục III, Mẫu 1.9): no place and date, no rule, two signatures, Nơi nhận below.

What is not known yet is dots, to be written by hand on the printed paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Final

from pydantic import Field

from vanban.domain.honorific import honorific
from vanban.domain.measure import Length
from vanban.domain.record import Record
from vanban.domain.selection import CouncilMember
from vanban.domain.text_tree import LineRole
from vanban.domain.wording import clock, full_date
from vanban.domain.year import Year
from vanban.kinds.parts.closing import TwoSignatures
from vanban.kinds.parts.letterhead import Letterhead, heading, unit_letterhead
from vanban.kinds.parts.text import TextLine

UNKNOWN: Final = "……"
"""The room for a number that is written by hand."""


class UndatedLetterhead(Record):
    """Issuer and number, without place and date, which minutes say in their text (Mẫu 1.9)."""

    parent_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan chủ quản")
    issuer_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan, đơn vị")
    issuer_rule: Length = Field(title="Độ dài đường kẻ dưới tên cơ quan")
    compact: bool = Field(default=False, title="Phần đầu in cỡ chữ nhỏ nhất được phép")
    number_line: str = Field(title="Dòng số, ký hiệu")


class MinutesHeading(Record):
    """Type and subject; Mẫu 1.9 draws no rule under them."""

    type_name: str = Field(title="Tên loại văn bản")
    subject: str = Field(title="Tên cuộc họp")


class VoteRow(Record):
    """One candidate in the table of votes."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Họ và tên, tên tập thể")
    award: str = Field(title="Danh hiệu, hình thức")
    in_favour: str = Field(title="Số phiếu đồng ý")
    against: str = Field(title="Số phiếu không đồng ý")
    share: str = Field(title="Tỷ lệ đồng ý")
    verdict: str = Field(title="Kết quả")


class MinutesContext(Record):
    """Minutes, ready to print; ``attached_to`` where they go with another document instead of having a number."""

    letterhead: UndatedLetterhead = Field(title="Phần đầu văn bản")
    heading: MinutesHeading = Field(title="Tên loại và tên cuộc họp")
    attached_to: str = Field(default="", title="Chỉ dẫn kèm theo văn bản")
    lines: tuple[TextLine, ...] = Field(title="Các dòng nội dung")
    votes: tuple[VoteRow, ...] = Field(default=(), title="Bảng kết quả bỏ phiếu")
    signatures: TwoSignatures = Field(title="Người ký")
    recipients: tuple[str, ...] = Field(default=(), title="Các dòng nơi nhận")


def undated(letterhead: Letterhead) -> UndatedLetterhead:
    """The letterhead without its place and date."""
    return UndatedLetterhead(**letterhead.model_dump(exclude={"place_and_date", "urgency", "circulation"}))


def unit_head_undated(year: Year, parent_lines: tuple[str, ...], issuer_lines: tuple[str, ...]) -> UndatedLetterhead:
    """The letterhead of a paper without number, place and date."""
    return undated(unit_letterhead(year, parent_lines, issuer_lines))


def minutes_heading(subject: str) -> MinutesHeading:
    """``BIÊN BẢN`` and what the meeting was about."""
    made = heading("BIÊN BẢN", subject)
    return MinutesHeading(type_name=made.type_name, subject=made.subject)


def text(words: str) -> TextLine:
    """A paragraph."""
    return TextLine(role=LineRole.TEXT, text=words)


def begun(day: date, hour: time, place: str) -> tuple[TextLine, ...]:
    """When and where, the first lines of Mẫu 1.9."""
    return (
        text(f"Thời gian bắt đầu: {clock(hour)}, {full_date(day)}."),
        text(f"Địa điểm: {place.rstrip(' .')}."),
    )


def over(day: date, hour: time | None, what: str = "Cuộc họp") -> TextLine:
    """``Cuộc họp kết thúc vào 16 giờ 30 phút, ngày 05 tháng 12 năm 2024``: the last line of Mẫu 1.9."""
    when = clock(hour) if hour else f"{UNKNOWN} giờ {UNKNOWN} phút"
    return text(f"{what} kết thúc vào {when}, {full_date(day)}")


def read_back(who: str) -> TextLine:
    """That the minutes were read to those present, who agree: the last sentence before the hour at which all ends."""
    return text(f"Biên bản đã được đọc lại cho {who} nghe, mọi người nhất trí với nội dung biên bản.")


def member_named(member: CouncilMember) -> str:
    """``Ông Nguyễn Văn A, Phó Chủ tịch UBND phường, Phó Chủ tịch Hội đồng``."""
    return f"{honorific(member.gender)} {member.name}, {member.position}, {member.role.value}"


def members_named(members: Iterable[CouncilMember]) -> tuple[str, ...]:
    """Each of them as a sentence names them."""
    return tuple(member_named(member) for member in members)
