"""Turn findings into Word comments: a copy of the file with one comment at each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from vanban.domain.finding import Severity
from vanban.ooxml import W, related, tree, whole
from vanban.proofread.facts import COMMENTATOR
from vanban.proofread.finding import LayoutFinding, first_marks
from vanban.proofread.inspection import Inspected
from vanban.proofread.package import NewPart, add_part, with_roots, write_package, xml

_LEVELS: Final = {Severity.ERROR: "Lỗi", Severity.WARNING: "Lưu ý"}
_WORD: Final = W.strip("{}")
_TAKEN: Final = (W + "commentRangeStart", W + "commentReference", W + "comment")


def annotate(inspected: Inspected) -> bytes:
    """A copy of the inspected file with a Word comment at each finding; the file itself if there is none.

    A finding of the whole file, of a page, or in a header is told at the first paragraph of the text: Word keeps no
    comments elsewhere. The trees of ``inspected`` are changed: use it no further.
    """
    file = inspected.file
    if not inspected.marks or not file.paragraphs:
        return write_package(inspected.package)
    parts = dict(inspected.package)
    part = next(iter(related(parts, file.main, "comments", file.name).values()), "")
    comments = tree(parts[part], file.name) if part in parts else etree.Element(W + "comments", nsmap={"w": _WORD})
    taken = {whole(found.get(W + "id")) or 0 for found in _ids(file.roots[file.main], comments)}
    identity = max(taken, default=-1) + 1
    places = list(_anchors(inspected))
    for number, (anchor, finding) in enumerate(places, start=identity):
        _surround(anchor, number)
        comments.append(_comment(finding, number))
    if part in parts:
        parts[part] = xml(comments)
    else:
        folder = file.main.rpartition("/")[0]
        new = NewPart(f"{folder}/comments.xml".lstrip("/"), "comments", xml(comments))
        add_part(parts, file.main, new, file.name)
    return write_package(with_roots(parts, file.roots))


def _ids(*roots: etree._Element) -> Iterator[etree._Element]:
    for root in roots:
        yield from root.iter(*_TAKEN)


def _anchors(inspected: Inspected) -> Iterator[tuple[etree._Element, LayoutFinding]]:
    """The paragraph of the text at which each finding is told, a repeated one at its first place."""
    file = inspected.file
    main = file.roots[file.main]
    shown = [paragraph for paragraph in file.paragraphs if not paragraph.is_empty and paragraph.box is None]
    first = (shown or list(file.paragraphs))[0].element
    for mark, finding in first_marks(inspected.marks):
        element = first if mark.paragraph is None else mark.paragraph.element
        if element.getroottree().getroot() is not main:
            element = first
        for above in element.iterancestors(W + "p"):
            element = above
        yield element, finding


def _surround(paragraph: etree._Element, identity: int) -> None:
    """Mark a paragraph's content as what a comment is about."""
    start = etree.Element(W + "commentRangeStart")
    end = etree.Element(W + "commentRangeEnd")
    reference = etree.Element(W + "r")
    etree.SubElement(reference, W + "commentReference").set(W + "id", str(identity))
    for element in (start, end):
        element.set(W + "id", str(identity))
    place = 1 if len(paragraph) and paragraph[0].tag == W + "pPr" else 0
    paragraph.insert(place, start)
    paragraph.append(end)
    paragraph.append(reference)


def _comment(finding: LayoutFinding, identity: int) -> etree._Element:
    comment = etree.Element(W + "comment")
    comment.set(W + "id", str(identity))
    comment.set(W + "author", COMMENTATOR)
    comment.set(W + "initials", "vb")
    where = f" ({finding.place})" if finding.paragraph is None else ""
    lines = (
        f"{_LEVELS[finding.severity]} {finding.rule}: {finding.part}{where}",
        f"Hiện có: {finding.found}" + (f" ({finding.repeated})" if finding.repeated else ""),
        f"Cần có: {finding.expected}",
        f"Căn cứ: {finding.article}",
        f"Cách sửa: {finding.remedy}",
    )
    for line in lines:
        run = etree.SubElement(etree.SubElement(comment, W + "p"), W + "r")
        text = etree.SubElement(run, W + "t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return comment
