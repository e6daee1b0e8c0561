"""What the register and the dossiers print (Phụ lục IV, Phụ lục V): books and lists beside the year's documents.

A book is composed from the register, not from a year, so it is none of ``KINDS``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from pydantic import Field

from vanban.domain import typeface
from vanban.domain.dossier import Dossier, IndexLine, list_footer
from vanban.domain.ledger import Head
from vanban.domain.measure import Length, mm, pt
from vanban.domain.number_words import in_words
from vanban.domain.office import IssuingBody
from vanban.domain.old_book import TakenOver
from vanban.domain.record import Record
from vanban.domain.register_entry import Entry, EntryState, UnfilledNumber
from vanban.domain.register_row import BookLine, noted, sent_to, titled, witness
from vanban.domain.wording import blank_date, count, numeric_date, roman, sentence_case
from vanban.kinds.parts.letterhead import centred

REGISTER_COLUMNS: Final = (
    ("Số, ký hiệu văn bản", "number", mm(27)),
    ("Ngày tháng văn bản", "issued_on", mm(23)),
    ("Tên loại và trích yếu nội dung văn bản", "subject", mm(53)),
    ("Người ký", "signer", mm(25)),
    ("Nơi nhận văn bản", "recipients", mm(36)),
    ("Đơn vị, người nhận bản lưu", "retained_by", mm(19)),
    ("Số lượng bản", "copies", mm(15)),
    ("Ngày chuyển", "sent_on", mm(18)),
    ("Ký nhận", "signed", mm(13)),
    ("Ghi chú", "note", mm(18)),
)
"""The ten columns of Sổ đăng ký văn bản đi (Phụ lục IV, Mục I): header, field, width on a page turned on its side."""

_TEXT_SIZE: Final = pt(12)
_LINE: Final = pt(13.8)
_CELL_SIDES: Final = pt(8)
_CELL_ENDS: Final = pt(5)
_CLOSING: Final = pt(45)
_ROOM: Final = pt(360)
"""What a page turned on its side has for rows, the header of four lines and the row of the total taken off."""


class RegisterRow(Record):
    """One number in the printed book."""

    number: str = Field(title="Số, ký hiệu văn bản")
    issued_on: str = Field(title="Ngày tháng văn bản")
    subject: str = Field(title="Tên loại và trích yếu nội dung văn bản")
    signer: str = Field(title="Người ký")
    recipients: str = Field(title="Nơi nhận văn bản")
    retained_by: str = Field(title="Đơn vị, người nhận bản lưu")
    copies: str = Field(title="Số lượng bản")
    sent_on: str = Field(title="Ngày chuyển")
    signed: str = Field(title="Ký nhận")
    note: str = Field(title="Ghi chú")


class RegisterPage(Record):
    """One page of the book with its total."""

    rows: tuple[RegisterRow, ...] = Field(title="Các dòng")
    total: str = Field(title="Cộng trang")


class RegisterBookContext(Record):
    """The book: cover and first page, pages, and the words that close it."""

    parent_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan chủ quản")
    issuer_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan")
    facts: tuple[str, ...] = Field(title="Năm, từ ngày đến ngày, từ số đến số, quyển số")
    pages: tuple[RegisterPage, ...] = Field(title="Các trang")
    closing: tuple[str, ...] = Field(title="Các dòng kết thúc sổ")


class DossierRow(Record):
    """One dossier in Danh mục hồ sơ and in Mục lục hồ sơ, tài liệu nộp lưu."""

    ordinal: str = Field(title="Số thứ tự")
    code: str = Field(title="Số và ký hiệu hồ sơ")
    title: str = Field(title="Tiêu đề hồ sơ")
    period: str = Field(title="Thời gian tài liệu")
    retention: str = Field(title="Thời hạn bảo quản")
    creator: str = Field(title="Người lập hồ sơ")
    sheets: str = Field(title="Số tờ, số trang")
    note: str = Field(title="Ghi chú")
    heads: bool = Field(default=False, title="Là dòng đề mục")


_OF_A_DOSSIER: Final = ("period", "retention", "creator", "sheets", "note")


class DossierListContext(Record):
    """Danh mục hồ sơ."""

    issuer_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan")
    parent_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan chủ quản")
    year: str = Field(title="Năm")
    rows: tuple[DossierRow, ...] = Field(title="Các hồ sơ")
    closing: tuple[str, ...] = Field(title="Các dòng tổng số")


class TransferListContext(DossierListContext):
    """Mục lục hồ sơ, tài liệu nộp lưu: the list of dossiers that are handed over, dated and signed."""

    place_and_date: str = Field(title="Địa danh và thời gian")


class DossierIndexContext(Record):
    """Mục lục văn bản, tài liệu trong hồ sơ."""

    code: str = Field(title="Số, ký hiệu hồ sơ")
    title: str = Field(title="Tiêu đề hồ sơ")
    year: str = Field(title="Năm")
    rows: tuple[IndexLine, ...] = Field(title="Các văn bản")


class TransferMinutesContext(Record):
    """Biên bản giao nhận hồ sơ, tài liệu."""

    parent_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan chủ quản")
    issuer_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan")
    place_and_date: str = Field(title="Địa danh và thời gian")
    bases: tuple[str, ...] = Field(title="Các dòng căn cứ")
    name: str = Field(title="Tên khối tài liệu")
    period: str = Field(title="Thời gian của hồ sơ, tài liệu")
    dossiers: str = Field(title="Số hồ sơ")
    files: str = Field(title="Số tệp tin")


@dataclass(frozen=True)
class Book:
    """One book: its template's name, its title, and what the template may mention."""

    name: str
    title: str
    context: type[Record]


REGISTER_BOOK: Final = Book("register_book", "Sổ đăng ký văn bản đi", RegisterBookContext)
DOSSIER_LIST: Final = Book("dossier_list", "Danh mục hồ sơ", DossierListContext)
DOSSIER_INDEX: Final = Book("dossier_index_book", "Mục lục văn bản, tài liệu trong hồ sơ", DossierIndexContext)
TRANSFER_LIST: Final = Book("transfer_list", "Mục lục hồ sơ, tài liệu nộp lưu", TransferListContext)
TRANSFER_MINUTES: Final = Book("transfer_minutes", "Biên bản giao nhận hồ sơ, tài liệu", TransferMinutesContext)

BOOKS: Final = (REGISTER_BOOK, DOSSIER_LIST, DOSSIER_INDEX, TRANSFER_LIST, TRANSFER_MINUTES)
"""Every book, in the order of the appendices."""


def register_book(
    body: IssuingBody, numbered: Sequence[BookLine], year: int, volume: int, head: Head
) -> RegisterBookContext:
    """The book of one series and year, of which ``numbered`` are the numbers in order."""
    known = [line for line in numbered if not isinstance(line, UnfilledNumber)]
    days = [line.issued_on for line in known]
    void = sum(isinstance(line, Entry) and line.state is EntryState.VOID for line in known)
    old = sum(isinstance(line, TakenOver) or line.state is EntryState.PAPER for line in known)
    outside = len(numbered) - len(known)
    numbers = [f"{entry.ordinal:02d}" for entry in numbered]
    span = f"Từ ngày {numeric_date(min(days))} đến ngày {numeric_date(max(days))}" if days else "Từ ngày … đến ngày …"
    ordinals = f"Từ số {numbers[0]} đến số {numbers[-1]}" if numbers else "Từ số … đến số …"
    closing = f"Quyển sổ này có {count(len(numbered))} số, trong đó {count(void)} số đã hủy."
    if old:
        closing = f"{closing[:-1]}, {count(old)} số nhận từ sổ cũ."
    if outside:
        closing = f"{closing[:-1]}, {count(outside)} số cấp ngoài chương trình."
    return RegisterBookContext(
        parent_lines=body.parent_lines,
        issuer_lines=body.name_lines,
        facts=(f"Năm: {year}", span, ordinals, f"Quyển số: {volume:02d}"),
        pages=tuple(_page(rows) for rows in _paged([_register_row(entry) for entry in numbered])),
        closing=(closing, f"Đầu chuỗi kiểm chứng của sổ khi in: {witness(head)}"),
    )


def _register_row(entry: BookLine) -> RegisterRow:
    if isinstance(entry, UnfilledNumber):
        blank = dict.fromkeys(("issued_on", "subject", "signer", "recipients", "retained_by", "copies", "sent_on"), "")
        return RegisterRow(
            number=f"{entry.ordinal:02d}", signed="", note=f"{entry.reason[:1].upper()}{entry.reason[1:]}", **blank
        )
    return RegisterRow(
        number=entry.number,
        issued_on=numeric_date(entry.issued_on),
        subject=titled(entry),
        signer=entry.signer_name,
        recipients=sent_to(entry),
        retained_by=entry.retained_by,
        copies="" if entry.copies is None else count(entry.copies),
        sent_on=numeric_date(entry.sent_on) if isinstance(entry, Entry) and entry.sent_on else "",
        signed="",
        note=noted(entry),
    )


def _page(rows: Sequence[RegisterRow]) -> RegisterPage:
    return RegisterPage(rows=tuple(rows), total=f"Cộng trang này: {count(len(rows))} số")


def _paged(rows: Sequence[RegisterRow]) -> Iterator[list[RegisterRow]]:
    """The rows in pages: as many on each as fit; the last leaves room for the words that close the book."""
    page: list[RegisterRow] = []
    used = Length(0.0)
    for position, row in enumerate(rows, start=1):
        height = _height(row)
        room = _ROOM - _CLOSING if position == len(rows) else _ROOM
        if page and used + height > room:
            yield page
            page, used = [], Length(0.0)
        page.append(row)
        used = used + height
    yield page


def _height(row: RegisterRow) -> Length:
    return _LINE * max(_lines(getattr(row, field), width) for _, field, width in REGISTER_COLUMNS) + _CELL_ENDS


def _lines(text: str, width: Length) -> int:
    """How many lines a cell takes; a word that is too long breaks wherever it must."""
    room = width - _CELL_SIDES
    lines = typeface.wrap(text, _TEXT_SIZE, room)
    return sum(ceil(typeface.width(line, _TEXT_SIZE).points / room.points) or 1 for line in lines) or 1


@dataclass(frozen=True)
class FiledDossier:
    """A dossier with its index, the days of its documents, and how many files it holds."""

    card: Dossier
    index: tuple[IndexLine, ...]
    period: str
    files: int
    sheets: int | None = None


def dossier_list(body: IssuingBody, year: int, dossiers: Sequence[FiledDossier]) -> DossierListContext:
    """Danh mục hồ sơ of the year (Phụ lục V, Mục II)."""
    return DossierListContext(**_list(body, year, dossiers), closing=list_footer(one.card for one in dossiers))


def transfer_list(body: IssuingBody, place: str, year: int, dossiers: Sequence[FiledDossier]) -> TransferListContext:
    """Mục lục hồ sơ, tài liệu nộp lưu (Phụ lục V, Mục III)."""
    number = len(dossiers)
    closing = (
        f"Mục lục này gồm: {count(number)} hồ sơ (đơn vị bảo quản).",
        f"Viết bằng chữ: {sentence_case(in_words(number))} hồ sơ (đơn vị bảo quản).",
    )
    date_line = f"{place}, {blank_date(None)}"
    return TransferListContext(**_list(body, year, dossiers), closing=closing, place_and_date=date_line)


def _list(body: IssuingBody, year: int, dossiers: Sequence[FiledDossier]) -> dict[str, Any]:
    return {
        "issuer_lines": body.name_lines,
        "parent_lines": body.parent_lines,
        "year": f"Năm {year}",
        "rows": tuple(_rows(dossiers)),
    }


def _rows(dossiers: Sequence[FiledDossier]) -> Iterator[DossierRow]:
    """The dossiers under their headings, which have Roman numbers (Phụ lục V, Mục II)."""
    headings = list(dict.fromkeys(one.card.heading for one in dossiers))
    ordinal = 0
    for place, heading in enumerate(headings, start=1):
        if any(headings):
            title = heading.upper() or "HỒ SƠ KHÁC"
            yield DossierRow(
                ordinal=roman(place), code=roman(place), title=title, **dict.fromkeys(_OF_A_DOSSIER, ""), heads=True
            )
        for one in (one for one in dossiers if one.card.heading == heading):
            ordinal += 1
            yield _dossier_row(ordinal, one)


def _dossier_row(ordinal: int, one: FiledDossier) -> DossierRow:
    return DossierRow(
        ordinal=str(ordinal),
        code=one.card.code,
        title=one.card.title,
        period=one.period,
        retention=str(one.card.retention),
        creator=one.card.creator,
        sheets=count(one.sheets) if one.sheets else "",
        note=one.card.note,
    )


def dossier_index(one: FiledDossier) -> DossierIndexContext:
    """Mục lục văn bản, tài liệu of one dossier (Phụ lục V, Mục IV)."""
    return DossierIndexContext(**index_head(one.card.code, one.card.title, one.card.year), rows=one.index)


def index_head(code: str, title: str, year: int) -> dict[str, str]:
    """The lines above the index of a dossier."""
    return {"code": f"Số, ký hiệu hồ sơ: {code}", "title": centred(title), "year": f"Năm {year}"}


def transfer_minutes(
    body: IssuingBody, place: str, year: int, dossiers: Sequence[FiledDossier]
) -> TransferMinutesContext:
    """Biên bản giao nhận of the year's closed dossiers; what only the two sides know stays dotted (Mục V).

    So does the day: dossiers are handed over within a year after their affair ended (Điều 30 khoản 2).
    """
    days = [one.period for one in dossiers if one.period]
    return TransferMinutesContext(
        parent_lines=body.parent_lines,
        issuer_lines=body.name_lines,
        place_and_date=f"{place}, {blank_date(None)}",
        bases=(
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
            f"Căn cứ Danh mục hồ sơ năm {year},",
        ),
        name=f"Hồ sơ công tác thi đua, khen thưởng năm {year}",
        period=f"Năm {year}" if days else "",
        dossiers=count(len(dossiers)),
        files=count(sum(one.files for one in dossiers)),
    )
