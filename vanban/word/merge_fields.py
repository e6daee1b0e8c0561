"""The fields of a letter of a mail merge as nested wholes, with the runs of each (ECMA-376 Part 1, 17.16)."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from vanban.ooxml import Element, W

_STORIES: Final = tuple(W + name for name in ("txbxContent", "footnote", "endnote", "comment"))
_CODES: Final = (W + "fldChar", W + "instrText")
_DEEPEST: Final = 20
"""Fields inside fields: Word itself goes no deeper."""


@dataclass
class MergeField:
    """A field: its instruction in pieces, words and fields in turn; every run of it, and those of its result."""

    pieces: list[str | MergeField] = field(default_factory=list)
    runs: list[Element] = field(default_factory=list)
    result: list[Element] = field(default_factory=list)
    inside: list[MergeField] = field(default_factory=list)
    is_shown: bool = False

    @property
    def instruction(self) -> str:
        """The words of the instruction, those of fields inside it left out."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))

    @property
    def paragraphs(self) -> int:
        """How many paragraphs it reaches over."""
        return len({next(run.iterancestors(W + "p"), None) for run in self.runs})


def merge_fields(root: Element) -> Iterator[MergeField]:
    """The outermost fields under ``root``, in order; marks without partners are left where they are."""
    _spell_out(root)
    _part(root)
    open_: dict[Element | None, list[MergeField]] = {}
    for run in list(root.iter(W + "r")):
        stack = open_.setdefault(next(run.iterancestors(*_STORIES), None), [])
        done = _take(run, stack)
        if done is not None:
            yield done


def _spell_out(root: Element) -> None:
    """Simple fields as complex ones, the innermost first."""
    for simple in reversed(list(root.iter(W + "fldSimple"))):
        parent = simple.getparent()
        if parent is None:
            continue
        at = parent.index(simple)
        made = [_mark("begin"), _instruction(simple.get(W + "instr", "")), _mark("separate"), *simple, _mark("end")]
        parent[at : at + 1] = made


def _mark(kind: str) -> Element:
    run = etree.Element(W + "r")
    etree.SubElement(run, W + "fldChar").set(W + "fldCharType", kind)
    return run


def _instruction(words: str) -> Element:
    run = etree.Element(W + "r")
    etree.SubElement(run, W + "instrText").text = words
    return run


def _part(root: Element) -> None:
    """Runs so that each holds one mark, one piece of an instruction, or neither."""
    for run in list(root.iter(W + "r")):
        content = [child for child in run if child.tag != W + "rPr"]
        if len(content) < 2 or not any(child.tag in _CODES for child in content):
            continue
        properties, parent = run.find(W + "rPr"), run.getparent()
        if parent is None:
            continue
        made = []
        for child in content:
            one = etree.Element(W + "r")
            if properties is not None:
                one.append(copy.deepcopy(properties))
            one.append(child)
            made.append(one)
        at = parent.index(run)
        parent[at : at + 1] = made


def _take(run: Element, stack: list[MergeField]) -> MergeField | None:
    """Take one run in; the outermost field that ends with it."""
    mark = run.find(W + "fldChar")
    kind = mark.get(W + "fldCharType") if mark is not None else None
    if kind == "begin" and len(stack) < _DEEPEST:
        stack.append(MergeField())
    for one in stack:
        one.runs.append(run)
    if not stack:
        return None
    top = stack[-1]
    if kind == "separate":
        top.is_shown = True
    elif kind == "end":
        return _closed(stack)
    elif kind is None and (words := run.find(W + "instrText")) is not None:
        if not top.is_shown:
            top.pieces.append(words.text or "")
    elif kind is None and top.is_shown:
        top.result.append(run)
    return None


def _closed(stack: list[MergeField]) -> MergeField | None:
    done = stack.pop()
    if not stack:
        return done
    if stack[-1].is_shown:
        stack[-1].inside.append(done)
    else:
        stack[-1].pieces.append(done)
    return None
