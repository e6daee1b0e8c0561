"""A judge of Word files typed from ECMA-376 (5th edition, Part 1 and 2), apart from the program: it imports none of it.

It sees what the two judges from outside do not: the content of headers, notes, boxes and controls, pairs of marks, tags
that are left. Each verdict begins with the name of the rule that is to see it.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {
    "w": W,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}

# EG_BlockLevelElts (A.1) and what may stand between blocks: EG_RunLevelElts, EG_RangeMarkupElements.
BLOCK = {"p", "tbl", "sdt", "customXml", "altChunk"}
RANGE = {
    *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "proofErr"),
    *("ins", "del", "moveFrom", "moveTo"),
}
STORY = BLOCK | RANGE
RUN_LEVEL = {"r", "hyperlink", "fldSimple", "sdt", "smartTag", "customXml", "dir", "bdo", "subDoc"} | RANGE
MODEL = {
    "body": STORY | {"sectPr"},
    "hdr": STORY,
    "ftr": STORY,
    "footnote": STORY,
    "endnote": STORY,
    "comment": STORY,
    "txbxContent": STORY,
    "tc": STORY | {"tcPr"},
    "tbl": {"tblPr", "tblGrid", "tr", "sdt", "customXml"} | RANGE,
    "tr": {"tblPrEx", "trPr", "tc", "sdt", "customXml"} | RANGE,
    "p": RUN_LEVEL | {"pPr"},
    "hyperlink": RUN_LEVEL,
    "r": {
        *("rPr", "t", "br", "tab", "cr", "sym", "fldChar", "instrText", "drawing", "pict", "object", "ptab"),
        *("footnoteReference", "endnoteReference", "commentReference", "footnoteRef", "noBreakHyphen", "softHyphen"),
        *("annotationRef", "lastRenderedPageBreak", "AlternateContent"),
    },
}
# minOccurs of a block: CT_HdrFtr, CT_FtnEdn, CT_TxbxContent (EG_BlockLevelElts +), CT_Tc.
FILLED = {"tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent"}
WORDLESS = FILLED | {"body", "tbl", "tr", "p", "r", "sdt", "sdtContent"}
"""Elements of no mixed content: words stand in w:t alone."""


def verdicts(data: bytes) -> set[str]:
    """What the standard forbids, each as ``rule: where``; nothing for a sound file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    found: set[str] = set()
    trees: dict[str, Any] = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(content)
            except etree.XMLSyntaxError:
                return {f"nesting: {name} is no XML"}
    notes = {
        (kind, note.get(f"{{{W}}}id"))
        for root in trees.values()
        for kind in ("footnote", "endnote", "comment")
        for note in root.iter(f"{{{W}}}{kind}")
    }
    marks = {
        start.get(f"{{{W}}}name", "").lower() for root in trees.values() for start in root.iter(f"{{{W}}}bookmarkStart")
    }
    for name, root in trees.items():
        if root.tag.startswith(f"{{{W}}}"):
            found |= {f"{verdict} in {name}" for verdict in _story(root)}
            found |= {f"{verdict} in {name}" for verdict in _references(root, notes, marks)}
            found |= {f"{verdict} in {name}" for verdict in _related(root, name, trees)}
        found |= {f"tag: {text} in {name}" for text in _left(root)}
    return found


def _local(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _is_word(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{W}}}")


def _flat(element: Any) -> list[str]:
    """The names of the children with controls and custom XML taken away."""
    names: list[str] = []
    for child in element:
        name = _local(child)
        if name in ("sdt", "sdtContent", "customXml"):
            names += _flat(child)
        elif name:
            names.append(name)
    return names


def _holder(element: Any) -> str:
    """The name of what holds a control, out of other controls."""
    return next(_local(one) for one in element.iterancestors() if _local(one) not in ("sdt", "sdtContent", "customXml"))


def _story(root: Any) -> Iterator[str]:
    for element in root.iter():
        if not _is_word(element):
            continue
        name = _local(element)
        children = _flat(element)
        if name in FILLED and not {"p", "tbl"} & set(children):
            yield f"content: empty {name}"
        if name == "tc" and [child for child in children if child in ("p", "tbl")][-1:] == ["tbl"]:
            yield "content: cell that ends with a table"
        if name == "tbl" and "tr" not in children:
            yield "content: table without rows"
        if name == "tr" and "tc" not in children:
            yield "content: row without cells"
        if name == "sdtContent" and not {"p", "tbl"} & set(children) and _holder(element) in FILLED | {"body"}:
            yield "content: empty control"
        if name in MODEL:
            yield from (
                f"nesting: {_local(child)} in {name}"
                for child in element
                if _is_word(child) and _local(child) not in MODEL[name]
            )
        if name in WORDLESS:
            texts = [element.text, *(child.tail for child in element)]
            yield from (f"nesting: words in {name}" for text in texts if text and text.strip())
    yield from _once(root)
    yield from _fields(root)
    yield from _pairs(root)


def _all(root: Any, path: str) -> list[str]:
    """The values of attributes outside of what is said again for older programs."""
    values = root.xpath(path, namespaces=NS)
    return [str(value) for value in values if not value.getparent().xpath("ancestor::mc:Fallback", namespaces=NS)]


ONCE = (
    "//wp:docPr/@id", "//w:bookmarkStart/@w:id", "//w:sdtPr/w:id/@w:val", "//v:shape/@id", "//w:permStart/@w:id",
    "//@w14:paraId", "//w:commentRangeStart/@w:id", "//w:commentReference/@w:id",
)  # fmt: skip


def _once(root: Any) -> Iterator[str]:
    names = Counter(name.lower() for name in _all(root, "//w:bookmarkStart/@w:name"))
    counted = [(path, Counter(_all(root, path))) for path in ONCE] + [("names", names)]
    for path, values in counted:
        yield from (f"identity: {path} {value}" for value, times in values.items() if times > 1)


def _fields(root: Any) -> Iterator[str]:
    """17.16.18: begin, at most one separate, end; boxes and notes are stories of their own."""
    stories: dict[Any, list[str]] = {}
    for char in root.iter(f"{{{W}}}fldChar"):
        above = [
            one for one in char.iterancestors() if _local(one) in ("txbxContent", "footnote", "endnote", "comment")
        ]
        stories.setdefault(above[0] if above else root, []).append(char.get(f"{{{W}}}fldCharType"))
    for kinds in stories.values():
        text = "".join({"begin": "(", "separate": "|", "end": ")"}.get(kind, "") for kind in kinds)
        while (shorter := re.sub(r"\(\|?\)", "", text)) != text:
            text = shorter
        if text:
            yield f"field: {text}"
    for root_of in [root]:
        code = "".join(root_of.xpath("//w:instrText/text() | //w:fldSimple/@w:instr", namespaces=NS))
        yield from (f"outside: {word}" for word in ("INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO") if word in code)
        if root_of.find(f".//{{{W}}}mailMerge") is not None or root_of.tag == f"{{{W}}}mailMerge":
            yield "outside: mail merge"


def _pairs(root: Any) -> Iterator[str]:
    for kind in ("bookmark", "commentRange", "perm"):
        starts = Counter(_all(root, f"//w:{kind}Start/@w:id"))
        ends = Counter(_all(root, f"//w:{kind}End/@w:id"))
        if starts != ends:
            yield f"pair: {kind}"


def _references(root: Any, notes: set[tuple[str, str | None]], marks: set[str]) -> Iterator[str]:
    for kind in ("footnote", "endnote", "comment"):
        for mark in root.iter(f"{{{W}}}{kind}Reference"):
            if (kind, mark.get(f"{{{W}}}id")) not in notes:
                yield f"pair: {kind}Reference"
    for code in root.iter(f"{{{W}}}instrText"):
        found = re.match(r"\s*(?:REF|PAGEREF)\s+(\w+)", code.text or "")
        if found and found[1].lower() not in marks:
            yield f"pair: reference to {found[1]}"


def _related(root: Any, name: str, trees: dict[str, Any]) -> Iterator[str]:
    folder, base = posixpath.split(name)
    relations = trees.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    ids = set() if relations is None else {relation.get("Id") for relation in relations}
    yield from (f"relation: {value}" for value in root.xpath("//@r:id | //@r:embed", namespaces=NS) if value not in ids)


def _left(root: Any) -> Iterator[str]:
    paragraphs = ["".join(p.itertext()) for p in root.iter("{*}p")] or ["".join(root.itertext())]
    values = [str(value) for element in root.iter() for value in element.attrib.values()]
    for text in (*paragraphs, *values):
        if found := re.search(r"\{ *\{.{0,20}|\{ *%.{0,20}|%7B%7B.{0,20}", text, re.IGNORECASE):
            yield found[0]
