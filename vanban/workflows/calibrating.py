"""Printing on blank certificates: a sheet that shows what the printer misses, and the year's longest certificate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vanban import durable, pdf
from vanban.domain.certificate_stock import CertificateStock, StockField
from vanban.domain.wording import measured
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import ConverterMissing, NoCertificateStock, VanbanError
from vanban.kinds import KINDS
from vanban.kinds.papers.certificate import hardest
from vanban.pdf import BoundPart, Converter
from vanban.stationery.calibration import MarkedPlace, calibration_sheet
from vanban.word import Template
from vanban.workflows.check import check
from vanban.workspace import Workspace

_FILE: Final = "print/can-chinh-phoi.pdf"
_NAMES: Final = {
    StockField.AUTHORITY: "người có thẩm quyền",
    StockField.GIVEN: "chữ TẶNG",
    StockField.AWARD: "danh hiệu, hình thức",
    StockField.NAME: "người được khen",
    StockField.PLACE: "chức vụ, đơn vị, địa chỉ",
    StockField.ACHIEVEMENT: "thành tích",
    StockField.DECISION: "số quyết định",
    StockField.ORDINAL: "số sổ vàng",
    StockField.PLACE_AND_DATE: "địa danh, ngày",
    StockField.SIGNATURE: "chức vụ người ký",
    StockField.SIGNER: "họ tên người ký",
}
_HOW: Final = (
    "In tờ này lên một phôi hỏng hoặc giấy trắng, 100%, không “vừa trang”. Đo từ mép giấy tới các vạch.",
    "Vạch 50 phải cách mép 50 mm. Nếu vạch nằm ở 48 mm thì máy in lệch sang trái 2 mm: ghi “right: 2”.",
    "Nếu vạch ngang 50 nằm ở 51 mm thì máy in lệch xuống 1 mm: ghi “down: -1”. Ghi vào office/certificate_stock.yaml.",
)


@dataclass(frozen=True)
class CalibrationSheets:
    """The file that was written under ``output``, for which printer, with how many pages."""

    work_year: WorkYear
    file: str
    printer: str
    pages: int

    def to_json(self) -> dict[str, object]:
        """Year, file, printer, pages."""
        return {"year": self.work_year.to_json(), "file": self.file, "printer": self.printer, "pages": self.pages}


def calibrate(workspace: Workspace, year: WorkYear | None, converter: Converter | None) -> CalibrationSheets | None:
    """Write the sheets as one PDF; ``None`` where the data of the year cannot be read.

    The first is to be measured, the second is the certificate of the year with the longest lines, where it has one.
    Raises :class:`~vanban.errors.NoCertificateStock` where the office has described no blank,
    :class:`~vanban.errors.ConverterMissing` without LibreOffice.
    """
    if converter is None:
        raise ConverterMissing()
    checked = check(workspace, year)
    if checked.year is None:
        return None
    stock = checked.year.certificate_stock
    if stock is None:
        raise NoCertificateStock()
    title = f"Tờ căn chỉnh phôi giấy khen{f', máy in {stock.printer}' if stock.printer else ''}"
    sheets = {"1": calibration_sheet(title, (*_HOW, _now(stock)), _places(stock)), **_hardest(workspace, checked.year)}
    parts = []
    for name, made in sorted(pdf.convert(converter, sheets).items()):
        if isinstance(made, VanbanError):
            raise made
        parts.append(BoundPart(title if name == "1" else "Giấy khen dài nhất", made.data))
    target = workspace.output / _FILE
    durable.make_folder(target.parent)
    durable.write(target, pdf.merge(parts, title=title, duplex=False))
    return CalibrationSheets(checked.work_year, _FILE, stock.printer or "", len(parts))


def _now(stock: CertificateStock) -> str:
    offset = stock.offset
    return f"Tờ này đã dịch sang phải {measured(float(offset.right))} mm, xuống {measured(float(offset.down))} mm."


def _places(stock: CertificateStock) -> tuple[MarkedPlace, ...]:
    offset = stock.offset
    return tuple(
        MarkedPlace(
            _NAMES[line.field],
            float(line.left + offset.right),
            float(line.top + offset.down),
            float(line.width),
        )
        for line in stock.lines
    )


def _hardest(workspace: Workspace, year: Year) -> dict[str, bytes]:
    context = hardest(year)
    if context is None:
        return {}
    kind = next(kind for kind in KINDS if kind.name == "certificate")
    file = workspace.template(kind)
    return {"2": Template.load(file).render(context)}
