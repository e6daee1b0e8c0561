"""Turn findings into Word comments: a copy of the file with one comment at each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from vanban.domain.finding import Severity
from vanban.gate import open_package
from vanban.ooxml import W, related, tree, whole
from vanban.proofread.facts import COMMENTATOR, Paragraph, WordFile
from vanban.proofread.finding import LayoutFinding, first_marks
from vanban.proofread.inspection import Inspected
from vanban.proofread.lines import fold
from vanban.proofread.package import NewPart, add_part, with_roots, write_package, xml
from vanban.proofread.reading import read_parts

_LEVELS: Final = {Severity.ERROR: "Lỗi", Severity.WARNING: "Lưu ý"}
_WORD: Final = W.strip("{}")
_TAKEN: Final = (W + "commentRangeStart", W + "commentReference", W + "comment")


def annotate(inspected: Inspected) -> bytes:
    """A copy of the inspected file with a Word comment at each finding; the file itself if there is none.

    A finding of the whole file, of a page, or in a header is told at the first paragraph of the text: Word keeps no
    comments elsewhere. The trees of ``inspected`` are changed: use it no further.
    """
    if not inspected.marks:
        return write_package(inspected.package)
    return _commented(inspected.package, inspected.file, ((at, _lines(one)) for at, one in _anchors(inspected)))


@dataclass(frozen=True)
class Remark:
    """What is to be said at the first paragraph that holds ``excerpt``; where none does, at the first of the text."""

    excerpt: str
    lines: tuple[str, ...]


def remarked(data: bytes, name: str, remarks: Sequence[Remark]) -> bytes:
    """A copy of the Word file ``data`` with a comment for each remark. Raises a :class:`vanban.errors.PackageError`."""
    package = open_package(data, name=name, kind="docx", for_reading=True)
    file = read_parts(package, name)
    if not file.paragraphs:
        return write_package(package)
    texts = {id(one): fold(one.text) for one in file.paragraphs}

    def at(remark: Remark) -> etree._Element:
        wanted = fold(remark.excerpt)
        holding = (one for one in file.paragraphs if wanted and wanted in texts[id(one)])
        return _in_text(file, next(holding, None))

    return _commented(package, file, ((at(remark), remark.lines) for remark in remarks))


def _commented(
    package: Mapping[str, bytes], file: WordFile, places: Iterable[tuple[etree._Element, Sequence[str]]]
) -> bytes:
    """The file with a comment of those lines at each paragraph; its trees are changed."""
    if not file.paragraphs:
        return write_package(package)
    parts = dict(package)
    part = next(iter(related(parts, file.main, "comments", file.name).values()), "")
    comments = tree(parts[part], file.name) if part in parts else etree.Element(W + "comments", nsmap={"w": _WORD})
    taken = {whole(found.get(W + "id")) or 0 for found in _ids(file.roots[file.main], comments)}
    identity = max(taken, default=-1) + 1
    for number, (anchor, lines) in enumerate(list(places), start=identity):
        _surround(anchor, number)
        comments.append(_comment(lines, number))
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
    for mark, finding in first_marks(inspected.marks):
        yield _in_text(inspected.file, mark.paragraph), finding


def _in_text(file: WordFile, paragraph: Paragraph | None) -> etree._Element:
    """The paragraph's element if it can bear a comment: what stands elsewhere is told at the first of the text."""
    shown = [one for one in file.paragraphs if not one.is_empty and one.box is None]
    first = (shown or list(file.paragraphs))[0].element
    element = first if paragraph is None else paragraph.element
    if element.getroottree().getroot() is not file.roots[file.main]:
        element = first
    for above in element.iterancestors(W + "p"):
        element = above
    return element


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


def _lines(finding: LayoutFinding) -> tuple[str, ...]:
    where = f" ({finding.place})" if finding.paragraph is None else ""
    return (
        f"{_LEVELS[finding.severity]} {finding.rule}: {finding.part}{where}",
        f"Hiện có: {finding.found}" + (f" ({finding.repeated})" if finding.repeated else ""),
        f"Cần có: {finding.expected}",
        f"Căn cứ: {finding.article}",
        f"Cách sửa: {finding.remedy}",
    )


def _comment(lines: Sequence[str], identity: int) -> etree._Element:
    comment = etree.Element(W + "comment")
    comment.set(W + "id", str(identity))
    comment.set(W + "author", COMMENTATOR)
    comment.set(W + "initials", "vb")
    for line in lines:
        run = etree.SubElement(etree.SubElement(comment, W + "p"), W + "r")
        text = etree.SubElement(run, W + "t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return comment
