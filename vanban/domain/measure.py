"""Lengths as types, never as numbers with a comment."""

from __future__ import annotations

from dataclasses import dataclass

_MM_PER_INCH = 25.4
_POINTS_PER_INCH = 72


@dataclass(frozen=True, order=True)
class Length:
    """A length on paper, kept in points; make one with :func:`mm` or :func:`pt`."""

    points: float

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self.points / _POINTS_PER_INCH * _MM_PER_INCH

    @property
    def twips(self) -> int:
        """The length in twentieths of a point, as WordprocessingML counts."""
        return round(self.points * 20)

    @property
    def half_points(self) -> int:
        """The length in half points, as WordprocessingML counts font sizes."""
        return round(self.points * 2)

    def __add__(self, other: Length) -> Length:
        return Length(self.points + other.points)

    def __sub__(self, other: Length) -> Length:
        return Length(self.points - other.points)

    def __mul__(self, factor: float) -> Length:
        return Length(self.points * factor)


def mm(value: float) -> Length:
    """A length of ``value`` millimetres."""
    return Length(value / _MM_PER_INCH * _POINTS_PER_INCH)


def pt(value: float) -> Length:
    """A length of ``value`` points."""
    return Length(float(value))
