"""How characters look once every style has had its word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """How characters look; ``ascii`` prints what is below U+0080, ``h_ansi`` the rest of Vietnamese."""

    ascii: str
    h_ansi: str
    east_asia: str
    cs: str
    size: float
    bold: bool
    italic: bool
    caps: bool
    underline: bool
    hidden: bool
    raised: bool
    color: str
    hint: str
    highlighted: bool

    def font_of(self, character: str) -> str:
        """The font that Word prints ``character`` in."""
        if character < "\x80":
            return self.ascii
        if "\u2e80" <= character <= "\uffef" or (self.hint == "eastAsia" and "\u2010" <= character <= "\u2fff"):
            return self.east_asia
        return self.h_ansi
