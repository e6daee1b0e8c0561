"""The sheet that shows by how much a printer misses: rulers, crosses at known places, the place of each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from vanban.domain.certificate_stock import SHEET_HEIGHT, SHEET_WIDTH
from vanban.domain.measure import Length, mm, pt
from vanban.stationery.enhanced_metafile import Stroke, metafile
from vanban.stationery.markup import element
from vanban.stationery.package import package
from vanban.stationery.paragraphs import last, paragraph

_EDGE: Final = 10
_CROSS: Final = 5.0
_EVERY: Final = 50
_THIN: Final = mm(0.15)
_BLACK: Final = "000000"
_GREY: Final = "808080"
_LABEL: Final = pt(8)
_BOX: Final = 8.0


@dataclass(frozen=True)
class MarkedPlace:
    """What stands where on the sheet, in millimetres from the left and upper edge."""

    name: str
    left: float
    top: float
    width: float


def calibration_sheet(title: str, lines: Sequence[str], places: Iterable[MarkedPlace]) -> bytes:
    """A Word file of one sheet on its side; ``lines`` say in its middle how it is read."""
    known = tuple(places)
    labels = [
        *(_label(str(at), at - 5.0, 3.0, 10.0) for at in _marks(SHEET_WIDTH)),
        *(_label(str(at), 6.0, at - 2.0, 8.0) for at in _marks(SHEET_HEIGHT)),
        *(_label(place.name, place.left, place.top + 1.5, place.width) for place in known),
        *(_label(line, 60.0, 160.0 + 5 * at, 177.0) for at, line in enumerate((title, *lines))),
    ]
    blocks = (*labels, paragraph("", "Chỗ Quốc huy"), last())
    drawing = metafile(SHEET_WIDTH, SHEET_HEIGHT, _strokes(known))
    return package(blocks, title, landscape=True, behind=drawing)


def _marks(length: float) -> Iterable[int]:
    return range(_EDGE, int(length) - 4, _EDGE)


def _strokes(places: Iterable[MarkedPlace]) -> Iterator[Stroke]:
    for at in _marks(SHEET_WIDTH):
        yield Stroke([(at, 0), (at, 3 if at % _EVERY else 6)], _THIN, _BLACK)
    for at in _marks(SHEET_HEIGHT):
        yield Stroke([(0, at), (3 if at % _EVERY else 6, at)], _THIN, _BLACK)
    for x in range(_EVERY, int(SHEET_WIDTH), _EVERY):
        for y in range(_EVERY, int(SHEET_HEIGHT), _EVERY):
            yield Stroke([(x - _CROSS, y), (x + _CROSS, y)], _THIN, _BLACK)
            yield Stroke([(x, y - _CROSS), (x, y + _CROSS)], _THIN, _BLACK)
    for place in places:
        right, foot = place.left + place.width, place.top + _BOX
        box = [(place.left, place.top), (right, place.top), (right, foot), (place.left, foot), (place.left, place.top)]
        yield Stroke(box, _THIN, _GREY)


def _label(text: str, left: float, top: float, width: float) -> Any:
    """A small text in a frame of its own."""
    made = paragraph(text, "Chỉ dẫn ký")
    place: dict[str, Length] = {"w": mm(width), "x": mm(max(left, 0.1)), "y": mm(max(top, 0.1))}
    frame = element("framePr", hSpace=0, wrap="around", vAnchor="page", hAnchor="page", **place)
    made.pPr.append(frame)
    made.r_lst[0].insert(0, element("rPr", element("sz", val=_LABEL.half_points)))
    return made
