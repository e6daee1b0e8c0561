"""The patterned frame of a certificate, drawn here: woven waves between two lines, nothing in the corners outside it.

Điều 104 Nghị định 98/2023/NĐ-CP: a border whose pattern is not that of the State's own bằng khen; white ground.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import cos, pi, sin
from typing import Final

from vanban.domain.measure import mm
from vanban.stationery.enhanced_metafile import Stroke, metafile

WIDTH: Final = 297.0
HEIGHT: Final = 210.0
"""The sheet on its side, in millimetres."""

INSET: Final = 7.0
"""Where the outer line stands: printers leave the outermost 5 mm of a sheet white."""

BAND: Final = 6.0
"""How wide the waves are between the two lines."""

_RADIUS: Final = 5.0
_WAVE: Final = 7.5
_STEP: Final = 0.6
_GOLD: Final = "BF9000"
_RED: Final = "C00000"
_Point = tuple[float, float]


@cache
def frame_drawing() -> bytes:
    """The frame of the whole sheet; the same bytes always."""
    return metafile(WIDTH, HEIGHT, _strokes())


def _strokes() -> Iterator[Stroke]:
    yield Stroke(_line(INSET), mm(0.7), _GOLD)
    yield Stroke(_line(INSET + 1), mm(0.2), _GOLD)
    yield Stroke(_line(INSET + BAND + 1), mm(0.2), _GOLD)
    yield Stroke(_line(INSET + BAND + 2), mm(0.5), _RED)
    for third in range(3):
        yield Stroke(_wave(2.0, third * 2 * pi / 3), mm(0.2), _GOLD)
    yield Stroke(_wave(0.8, 0.0), mm(0.2), _RED)
    yield Stroke(_wave(0.8, pi), mm(0.2), _RED)


def _line(inset: float) -> list[_Point]:
    """A rectangle so many millimetres inside the sheet's edge."""
    left, top, right, bottom = inset, inset, WIDTH - inset, HEIGHT - inset
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def _wave(height: float, phase: float) -> list[_Point]:
    """A wave along the middle of the band, a whole number of times around, round at the corners."""
    length = _around()
    waves = round(length / _WAVE)
    steps = round(length / _STEP)
    return [_beside(at * length / steps, height * sin(2 * pi * waves * at / steps + phase)) for at in range(steps + 1)]


def _sides() -> tuple[float, float]:
    inset = INSET + 1 + BAND / 2
    return WIDTH - 2 * (inset + _RADIUS), HEIGHT - 2 * (inset + _RADIUS)


def _around() -> float:
    across, down = _sides()
    return 2 * (across + down) + 2 * pi * _RADIUS


def _beside(way: float, aside: float) -> _Point:
    """The point ``way`` along the band's middle, from the upper left corner on, moved ``aside`` outwards."""
    across, down = _sides()
    start = INSET + 1 + BAND / 2 + _RADIUS
    corner = pi * _RADIUS / 2
    x, y, heading = start, start - _RADIUS, 0.0
    for side in (across, down, across, down):
        if way <= side:
            return _moved(x + way * cos(heading), y + way * sin(heading), heading, aside)
        way -= side
        x, y = x + side * cos(heading), y + side * sin(heading)
        centre = x - _RADIUS * sin(heading), y + _RADIUS * cos(heading)
        turned = heading + min(way, corner) / _RADIUS
        x, y = centre[0] + _RADIUS * sin(turned), centre[1] - _RADIUS * cos(turned)
        if way <= corner:
            return _moved(x, y, turned, aside)
        way, heading = way - corner, heading + pi / 2
    return _moved(x, y, heading, aside)


def _moved(x: float, y: float, heading: float, aside: float) -> _Point:
    return x + aside * sin(heading), y - aside * cos(heading)
