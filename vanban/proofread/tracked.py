"""Turn a corrected copy into one whose every change Word shows as a tracked change, to accept or to reject."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Final

from lxml import etree

from vanban.ooxml import W, tree
from vanban.proofread.facts import COMMENTATOR
from vanban.proofread.package import xml

_MARK: Final = "{urn:vanban}place"
_MARKED: Final = (W + "p", W + "r", W + "sectPr")
_CHANGES: Final = {W + "pPr": W + "pPrChange", W + "rPr": W + "rPrChange"}
_OUTSIDE_OF_CHANGE: Final = frozenset({W + "rPr", W + "sectPr", W + "pPrChange", W + "rPrChange", W + "sectPrChange"})
_REFERENCES: Final = frozenset({W + "headerReference", W + "footerReference", W + "sectPrChange"})


def with_places(roots: dict[str, etree._Element]) -> None:
    """Number every paragraph, run and section, so that each is known again after it was mended."""
    for name in sorted(roots):
        for number, element in enumerate(roots[name].iter(*_MARKED)):
            element.set(_MARK, str(number))


def track(before: dict[str, etree._Element], after: dict[str, bytes], name: str) -> dict[str, bytes]:
    """The parts ``after`` mending with what each of the numbered trees ``before`` had, as tracked changes.

    Looks become ``pPrChange``, ``rPrChange``, ``sectPrChange``; a drawn rule's paragraph an insertion, a row of
    characters taken away a deletion. Parts that mending added (a page number's header) stay as they are.
    """
    told = dict(after)
    for part, old in before.items():
        if part in after:
            new = tree(after[part], name)
            _Tracker(old, new).run()
            told[part] = xml(new)
    return told


class _Tracker:
    def __init__(self, old: etree._Element, new: etree._Element) -> None:
        self._old = {place: found for found in old.iter(*_MARKED) if (place := found.get(_MARK)) is not None}
        self._new = new
        self._next = max((int(i) for i in _ids(new) if i.isdigit()), default=0) + 1000

    def run(self) -> None:
        kept = {found.get(_MARK) for found in self._new.iter(*_MARKED)}
        for element in list(self._new.iter(*_MARKED)):
            before = self._old.get(element.get(_MARK) or "")
            if before is None:
                if element.tag == W + "p":
                    self._inserted(element)
            elif element.tag == W + "sectPr":
                self._section(before, element)
            else:
                self._looks(before, element)
                if element.tag == W + "r" and _content(before) != _content(element):
                    self._reworded(before, element)
        for place, gone in self._old.items():
            if place not in kept and gone.tag == W + "p":
                self._deleted(gone)
        for element in self._new.iter(*_MARKED):
            if _MARK in element.attrib:
                del element.attrib[_MARK]
        etree.cleanup_namespaces(self._new, keep_ns_prefixes=[prefix for prefix in self._new.nsmap if prefix])

    def _change(self, tag: str) -> etree._Element:
        self._next += 1
        element = etree.Element(tag)
        element.set(W + "id", str(self._next))
        element.set(W + "author", COMMENTATOR)
        return element

    def _looks(self, before: etree._Element, element: etree._Element) -> None:
        tag = W + "pPr" if element.tag == W + "p" else W + "rPr"
        old, new = before.find(tag), element.find(tag)
        if new is None or _said(old) == _said(new):
            return
        change = self._change(_CHANGES[tag])
        held = etree.SubElement(change, tag)
        held.extend(
            copy.deepcopy(child) for child in (() if old is None else old) if child.tag not in _OUTSIDE_OF_CHANGE
        )
        for stale in new.findall(_CHANGES[tag]):
            new.remove(stale)
        new.append(change)

    def _section(self, before: etree._Element, element: etree._Element) -> None:
        old = [child for child in before if child.tag not in _REFERENCES]
        new = [child for child in element if child.tag not in _REFERENCES]
        if [etree.tostring(child) for child in old] == [etree.tostring(child) for child in new]:
            return
        change = self._change(W + "sectPrChange")
        etree.SubElement(change, W + "sectPr").extend(copy.deepcopy(child) for child in old)
        element.append(change)

    def _reworded(self, before: etree._Element, element: etree._Element) -> None:
        """A run whose tabs, drawing or letters changed: the old one deleted, the new one inserted."""
        above = element.getprevious()
        if above is None or above.get(_MARK) != element.get(_MARK):
            self._wrap(W + "del", _as_deleted(before), element)
        inserted = self._change(W + "ins")
        element.addprevious(inserted)
        inserted.append(element)

    def _wrap(self, tag: str, run: etree._Element, beside: etree._Element) -> None:
        around = self._change(tag)
        around.append(run)
        beside.addprevious(around)

    def _inserted(self, paragraph: etree._Element) -> None:
        self._mark_of(paragraph, W + "ins")

    def _deleted(self, gone: etree._Element) -> None:
        """Put a paragraph that was taken away back where it stood, as deleted."""
        above = gone.getprevious()
        places = {found.get(_MARK): found for found in self._new.iter(W + "p")}
        while above is not None and above.get(_MARK) not in places:
            above = above.getprevious()
        if above is None:
            return
        paragraph = copy.deepcopy(gone)
        self._mark_of(paragraph, W + "del")
        for run in list(paragraph.iterchildren(W + "r")):
            around = self._change(W + "del")
            run.addprevious(around)
            around.append(_as_deleted(run))
            paragraph.remove(run)
        places[above.get(_MARK)].addnext(paragraph)

    def _mark_of(self, paragraph: etree._Element, tag: str) -> None:
        """Say of a paragraph's own mark that it was inserted or deleted."""
        properties = paragraph.find(W + "pPr")
        if properties is None:
            properties = etree.Element(W + "pPr")
            paragraph.insert(0, properties)
        mark = properties.find(W + "rPr")
        if mark is None:
            mark = etree.SubElement(properties, W + "rPr")
        mark.insert(0, self._change(tag))


def _ids(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        value = element.get(W + "id")
        if value is not None:
            yield value


def _content(run: etree._Element) -> list[bytes]:
    return [etree.tostring(child, with_tail=False) for child in run if child.tag != W + "rPr"]


def _said(properties: etree._Element | None) -> list[bytes]:
    return [
        etree.tostring(child, with_tail=False)
        for child in (() if properties is None else properties)
        if child.tag not in _OUTSIDE_OF_CHANGE
    ]


def _as_deleted(run: etree._Element) -> etree._Element:
    """A copy of a run whose text is deleted text."""
    made = copy.deepcopy(run)
    for text in made.iter(W + "t"):
        text.tag = W + "delText"
    return made
