"""The lines of a certificate on a blank: where they stand on the sheet, as large as fits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pydantic import Field

from vanban.domain.certificate_stock import CertificateStock, StockField, StockLine
from vanban.domain.measure import Length, mm
from vanban.domain.record import Record
from vanban.kinds.parts.fitting import fitted

_BOLD: Final = frozenset(StockField) - {StockField.PLACE, StockField.ACHIEVEMENT}
_ITALIC: Final = frozenset({StockField.DECISION, StockField.ORDINAL, StockField.PLACE_AND_DATE})
_COLOURED: Final = frozenset({StockField.AUTHORITY, StockField.AWARD})
"""The look of each line as the form of Điều 104 Nghị định 98/2023/NĐ-CP says it."""


class PlacedLine(Record):
    """A text at its place on the sheet, lines apart, with the printer's error taken out."""

    text: str = Field(title="Nội dung, các dòng cách nhau bằng dấu xuống dòng")
    left: Length = Field(title="Cách mép trái")
    top: Length = Field(title="Cách mép trên")
    width: Length = Field(title="Bề rộng")
    size: Length = Field(title="Cỡ chữ")
    bold: bool = Field(title="In đậm")
    italic: bool = Field(title="In nghiêng")
    coloured: bool = Field(title="In màu của mẫu")
    left_aligned: bool = Field(title="Viết từ lề trái")
    fits: bool = Field(default=True, title="Vừa chỗ của nó")


def placed_lines(stock: CertificateStock, said: Mapping[StockField, str]) -> tuple[PlacedLine, ...]:
    """Every line of the blank of which there is something to say, in the order of the office's file."""
    return tuple(_placed(stock, line, said[line.field]) for line in stock.lines if said.get(line.field))


def _placed(stock: CertificateStock, line: StockLine, text: str) -> PlacedLine:
    bold = line.field in _BOLD
    lines = text.split("\n")
    most = max(line.lines, len(lines))
    made = [fitted(one, line.sizes, line.room, bold=bold, most_lines=most) for one in lines]
    step = max(one.step for one in made)
    made = [fitted(one, line.sizes[step - 1 :], line.room, bold=bold, most_lines=most) for one in lines]
    text = "\n".join(one.text for one in made)
    return PlacedLine(
        text=text,
        left=mm(float(line.left + stock.offset.right)),
        top=mm(float(line.top + stock.offset.down)),
        width=line.room,
        size=line.sizes[step - 1],
        bold=bold,
        italic=line.field in _ITALIC,
        coloured=line.field in _COLOURED,
        left_aligned=line.left_aligned,
        fits=text.count("\n") < most,
    )
