"""One part of a Word file as a text that runs on: its tree, its Vietnamese name, what stands where in it."""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from typing import Final

from vanban.ooxml.names import MC, W
from vanban.ooxml.tree import Element

_AREAS: Final = (
    (re.compile(r"header\d*$"), "đầu trang"),
    (re.compile(r"footer\d*$"), "chân trang"),
    (re.compile(r"footnotes\d*$"), "chú thích cuối trang"),
    (re.compile(r"endnotes\d*$"), "chú thích cuối văn bản"),
    (re.compile(r"comments\w*$"), "ghi chú (Comments)"),
    (re.compile(r"chart\w*$"), "biểu đồ"),
    (re.compile(r"(data|drawing|layout)\d*$"), "hình vẽ"),
    (re.compile(r"(core|app|custom)$"), "thuộc tính tệp"),
    (re.compile(r"numbering\d*$"), "kiểu đánh số"),
    (re.compile(r"settings\d*$"), "thiết lập của tệp"),
    (re.compile(r"styles\w*$"), "kiểu trình bày"),
)
_LONGEST: Final = 90


def area_of(part: str) -> str:
    """What a clerk calls the part: empty for the text itself, ``đầu trang`` for a header."""
    if part.endswith(".rels"):
        return "liên kết của tệp"
    stem = posixpath.basename(part).removesuffix(".xml")
    return next((area for pattern, area in _AREAS if pattern.match(stem)), "")


def excerpt(element: Element) -> str:
    """The paragraph around ``element``, or its own text, shortened."""
    around = element if element.tag == W + "p" else next(element.iterancestors(W + "p"), element)
    text = " ".join("".join(str(piece) for piece in around.itertext(W + "t")).split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"


class Story:
    """A part's tree with its name; ``area`` is what a clerk calls it."""

    def __init__(self, part: str, root: Element) -> None:
        self.part, self.root, self.area = part, root, area_of(part)

    @cached_property
    def _fallbacks(self) -> frozenset[Element]:
        return frozenset(inner for choice in self.root.iter(MC + "Fallback") for inner in choice.iter())

    def is_repeated(self, element: Element) -> bool:
        """Whether ``element`` says again, for older programs, what its alternative says (Part 3, 10.2.1)."""
        return element in self._fallbacks
