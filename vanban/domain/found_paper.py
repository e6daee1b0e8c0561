"""A paper that somebody wrote elsewhere, in its parts: what a program may take over from it, and what it cannot."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.draft_line import DraftLine
from vanban.domain.record import Record


class FoundAnnex(Record):
    """An appendix: its title and its lines."""

    title: str = Field(title="Tiêu đề")
    lines: tuple[DraftLine, ...] = Field(title="Các dòng")


class FoundPaper(Record):
    """The parts of a paper as they stand there; empty where a part was not found.

    ``signer_lines`` stand above the name (``TM. ỦY BAN NHÂN DÂN``, ``CHỦ TỊCH``). ``is_editing_copy``: the program
    made it, its styles say what every line is. ``targets`` are lines that such a copy has for the plan's targets.
    ``remarks`` say what people changed and commented, and what was left out.
    """

    file: str = Field(title="Tệp")
    is_editing_copy: bool = Field(default=False, title="Bản để sửa do chương trình lập")
    issuer: str = Field(default="", title="Cơ quan ban hành")
    number: str = Field(default="", title="Số, ký hiệu")
    place_and_date: str = Field(default="", title="Địa danh, ngày")
    type_name: str = Field(default="", title="Tên loại")
    subject: str = Field(default="", title="Trích yếu")
    addressees: tuple[str, ...] = Field(default=(), title="Kính gửi")
    bases: tuple[str, ...] = Field(default=(), title="Căn cứ")
    introduction: str = Field(default="", title="Lời dẫn")
    lines: tuple[DraftLine, ...] = Field(default=(), title="Nội dung")
    targets: tuple[DraftLine, ...] = Field(default=(), title="Các dòng chỉ tiêu")
    recipients: tuple[str, ...] = Field(default=(), title="Nơi nhận")
    signer_lines: tuple[str, ...] = Field(default=(), title="Quyền hạn, chức vụ người ký")
    signer: str = Field(default="", title="Người ký")
    annexes: tuple[FoundAnnex, ...] = Field(default=(), title="Các phụ lục")
    remarks: tuple[str, ...] = Field(default=(), title="Lưu ý")
