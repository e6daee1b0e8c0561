"""The XML of a Word file, known once: names, tree, relations, fields, effective styles, and whether the file is sound.

:mod:`.styles`, :mod:`.table_style` and :mod:`.numbering` say what a paragraph and a run look like once every style has
had its word; :mod:`.face` is that look. Opens no package and writes no file.
:func:`flaws` is the check behind building, issuing, proofreading and lint.
"""

from vanban.ooxml.fields import Field, fields
from vanban.ooxml.flaw import Flaw, SoundnessRule
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
from vanban.ooxml.soundness import flaws
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
    "Field",
    "Flaw",
    "R",
    "SoundnessRule",
    "V",
    "W",
    "fields",
    "flaws",
    "main_part",
    "on",
    "related",
    "relations_part",
    "tree",
    "val",
    "whole",
]
