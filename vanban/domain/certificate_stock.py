"""Blank certificates from a printing house (phôi): where on the sheet words stand, by how much a printer errs."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Final, Self

from pydantic import Field, model_validator

from vanban.domain.measure import Length, mm, pt
from vanban.domain.record import Record

SHEET_WIDTH: Final = 297
SHEET_HEIGHT: Final = 210
"""In millimetres: the sheet on its side (Nghị định 98/2023/NĐ-CP Điều 104)."""


class StockField(StrEnum):
    """A line of a certificate that is printed on a blank."""

    AUTHORITY = "authority"
    GIVEN = "given"
    AWARD = "award"
    NAME = "name"
    PLACE = "place"
    ACHIEVEMENT = "achievement"
    DECISION = "decision_line"
    ORDINAL = "ordinal_line"
    PLACE_AND_DATE = "place_and_date"
    SIGNATURE = "signature_lines"
    SIGNER = "signer_name"

    @property
    def called(self) -> str:
        """What a clerk calls it."""
        return {
            "AUTHORITY": "người có thẩm quyền tặng",
            "GIVEN": "chữ “Tặng”",
            "AWARD": "danh hiệu, hình thức khen thưởng",
            "NAME": "tên người, tập thể được tặng",
            "PLACE": "đơn vị, nơi ở",
            "ACHIEVEMENT": "thành tích",
            "DECISION": "số, ngày của quyết định",
            "ORDINAL": "số thứ tự vào sổ",
            "PLACE_AND_DATE": "địa danh, ngày",
            "SIGNATURE": "các dòng trên chữ ký",
            "SIGNER": "họ tên người ký",
        }[self.name]


class StockLine(Record):
    """Where one line stands: millimetres from the sheet's left and upper edge; sizes in points."""

    field: StockField = Field(title="Dòng nào")
    left: Decimal = Field(title="Cách mép trái (mm)", ge=0, lt=SHEET_WIDTH)
    top: Decimal = Field(title="Cách mép trên (mm)", ge=0, lt=SHEET_HEIGHT)
    width: Decimal = Field(title="Bề rộng (mm)", ge=10, le=SHEET_WIDTH)
    size: int = Field(title="Cỡ chữ", ge=8, le=60)
    least: int | None = Field(default=None, title="Cỡ chữ nhỏ nhất khi nội dung dài", ge=8, le=60)
    lines: int = Field(default=1, title="Số dòng tối đa", ge=1, le=6)
    left_aligned: bool = Field(default=False, title="Viết từ lề trái, không ở giữa (có/không)")

    @model_validator(mode="after")
    def _on_the_sheet(self) -> Self:
        if self.left + self.width > SHEET_WIDTH:
            raise ValueError("Dòng in lên phôi phải nằm trong khổ 297 × 210 mm.")
        if self.least is not None and self.least > self.size:
            raise ValueError("Cỡ chữ nhỏ nhất không được lớn hơn cỡ chữ.")
        return self

    @property
    def sizes(self) -> tuple[Length, ...]:
        """From the largest to the least, a point apart."""
        return tuple(pt(size) for size in range(self.size, (self.least or self.size) - 1, -1))

    @property
    def room(self) -> Length:
        """How wide it may be."""
        return mm(float(self.width))


class PrinterOffset(Record):
    """By how much one printer must move everything; negative is to the left and up."""

    printer: str = Field(title="Tên máy in")
    right: Decimal = Field(default=Decimal(0), title="Dịch sang phải (mm)", ge=-30, le=30)
    down: Decimal = Field(default=Decimal(0), title="Dịch xuống (mm)", ge=-30, le=30)


class CertificateStock(Record):
    """The office's blanks: only the lines that are named are printed, everything else stands on the blank already."""

    lines: tuple[StockLine, ...] = Field(title="Các dòng in lên phôi", min_length=1)
    printers: tuple[PrinterOffset, ...] = Field(default=(), title="Độ lệch của từng máy in")
    printer: str | None = Field(default=None, title="Máy in đang dùng")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if len({line.field for line in self.lines}) < len(self.lines):
            raise ValueError("Mỗi dòng in lên phôi chỉ khai một lần.")
        if self.printer and self.printer not in {one.printer for one in self.printers}:
            raise ValueError("Máy in đang dùng phải có trong danh sách độ lệch (printers).")
        return self

    @property
    def offset(self) -> PrinterOffset:
        """That of the printer in use; none where no printer is named."""
        return next((one for one in self.printers if one.printer == self.printer), PrinterOffset(printer=""))
