"""Line drawings as an Enhanced Metafile (MS-EMF), the vector picture that every Word and LibreOffice draws."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from vanban.domain.measure import Length

_UNITS: Final = 20
"""Units to the millimetre: a coordinate is a signed number of 16 bits, so sheets to A3 are drawn to 0,05 mm."""

_HEADER, _EOF, _SELECT, _PEN, _POLYLINE = 1, 14, 37, 38, 87
_SIGNATURE: Final = 0x464D4520
_VERSION: Final = 0x10000


@dataclass(frozen=True)
class Stroke:
    """A line through points (millimetres from the upper left corner), ``color`` six hexadecimal digits."""

    points: Sequence[tuple[float, float]]
    width: Length
    color: str


def metafile(width: float, height: float, strokes: Iterable[Stroke]) -> bytes:
    """The picture, so many millimetres wide and high."""
    pens: dict[tuple[int, int], int] = {}
    records: list[bytes] = []
    for stroke in strokes:
        look = max(1, round(stroke.width.mm * _UNITS)), _color(stroke.color)
        if look not in pens:
            pens[look] = len(pens) + 1
            records.append(_record(_PEN, struct.pack("<IIiiI", pens[look], 0, look[0], 0, look[1])))
        records.append(_record(_SELECT, struct.pack("<I", pens[look])))
        records.append(_record(_POLYLINE, _polyline(stroke.points)))
    records.append(_record(_EOF, struct.pack("<III", 0, 0, 20)))
    size = round(width * _UNITS), round(height * _UNITS)
    body = b"".join(records)
    header = struct.pack(
        "<4i4iIIIIHHIIIiiii",
        *(0, 0, *size),
        *(0, 0, round(width * 100), round(height * 100)),
        *(_SIGNATURE, _VERSION, 88 + len(body), len(records) + 1),
        *(len(pens) + 1, 0, 0, 0, 0),
        *size,
        *(round(width), round(height)),
    )
    return _record(_HEADER, header) + body


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(data)) + data


def _polyline(points: Sequence[tuple[float, float]]) -> bytes:
    units = [(round(x * _UNITS), round(y * _UNITS)) for x, y in points]
    across, down = zip(*units, strict=True)
    bounds = struct.pack("<4i", min(across), min(down), max(across), max(down))
    return bounds + struct.pack("<I", len(units)) + b"".join(struct.pack("<hh", *point) for point in units)


def _color(digits: str) -> int:
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return red | green << 8 | blue << 16
