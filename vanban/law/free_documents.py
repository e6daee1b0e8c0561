"""What the decree says of the types of an office's free documents (Điều 7; Phụ lục III, Mục I)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.consistency.fault import Fault
from vanban.domain.finding import Severity
from vanban.domain.free_document import FreeDocument
from vanban.domain.suggestion import did_you_mean
from vanban.domain.year import Year
from vanban.law.document_types import NAMED_TYPES, OFFICIAL_LETTER, OPEN_LETTER, SOURCE, DocumentType

_TYPES: Final = {one.name.casefold(): one for one in (*NAMED_TYPES, OFFICIAL_LETTER, OPEN_LETTER)}
INVITATION: Final = "Giấy mời"
MINUTES: Final = "Biên bản"


def document_type(name: str) -> DocumentType | None:
    """The decree's type of that name, in whatever case; ``None`` for another."""
    return _TYPES.get(name.strip().casefold())


def with_type_code(document: FreeDocument) -> FreeDocument:
    """The same with its type as the decree writes it and the letters that the decree gives to it; another type keeps
    the letters that the data say, a paper without a number has none."""
    known = document_type(document.type_name)
    if document.unnumbered:
        return document.model_copy(update={"type_code": None})
    if known is None:
        return document
    return document.model_copy(update={"type_name": known.name, "type_code": known.code or ""})


def free_document_faults(year: Year) -> Iterator[Fault]:
    """A type that nobody knows, addressees where the type has none, an invitation to nothing."""
    for position, document in enumerate(year.documents):
        known = document_type(document.type_name)
        if known is None and document.type_code is None and not document.unnumbered:
            names = [one.name for one in _TYPES.values()]
            yield Fault(
                path=("documents", position, "type_name"),
                value=document.type_name,
                reason=f"Nghị định 30 không có tên loại này.{did_you_mean(document.type_name, names)}",
                remedy="Hãy ghi một tên loại của Nghị định; giấy không có số (bản cam kết, giao ước thi đua) thì thêm "
                "“unnumbered: true”.",
                article=SOURCE,
            )
        if known is not None and document.addressees and not known.addressed and known.name != INVITATION:
            yield Fault(
                path=("documents", position, "addressees"),
                value=document.type_name,
                reason=f"{known.name} không ghi “Kính gửi”; phần này chỉ có ở công văn, tờ trình, báo cáo.",
                remedy="Hãy chuyển tên cơ quan, người nhận xuống Nơi nhận (recipients).",
                severity=Severity.WARNING,
                article="Phụ lục I, Phần I, Mục II khoản 9 điểm b",
            )
        if known is not None and known.name == MINUTES and len(document.co_signers) < 2:
            yield Fault(
                path=("documents", position, "co_signers"),
                value=document.key,
                reason="Biên bản cần chữ ký của thư ký và của chủ tọa.",
                remedy="Hãy ghi những người cùng ký (co_signers), ví dụ THƯ KÝ và CHỦ TỌA.",
                severity=Severity.WARNING,
                article="Phụ lục III, Mẫu 1.9",
            )
