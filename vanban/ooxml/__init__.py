"""The XML of a Word file, known once: names, tree, relations, effective styles. Opens no package, writes no file.

:mod:`.styles`, :mod:`.table_style` and :mod:`.numbering` say what a paragraph and a run look like once every style has
had its word; :mod:`.face` is that look.
"""

from vanban.ooxml.names import (
    MC,
    OFFICE_RELATIONS,
    PACKAGE_RELATIONS,
    TRANSITIONAL,
    WP,
    WPS,
    A,
    R,
    V,
    W,
)
from vanban.ooxml.relations import main_part, related, relations_part
from vanban.ooxml.tree import Element, on, tree, val, whole

__all__ = [
    "MC",
    "OFFICE_RELATIONS",
    "PACKAGE_RELATIONS",
    "TRANSITIONAL",
    "WP",
    "WPS",
    "A",
    "Element",
    "R",
    "V",
    "W",
    "main_part",
    "on",
    "related",
    "relations_part",
    "tree",
    "val",
    "whole",
]
