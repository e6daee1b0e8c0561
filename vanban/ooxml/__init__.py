"""The XML of a Word file, known once: its names, its tree, its relations. Opens no package and writes no file."""

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
