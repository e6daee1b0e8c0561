"""Turn the letter of a mail merge into a template of a paper of one's own, and its fields into columns."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from vanban import gate
from vanban.domain.own_paper import ColumnKind, OwnColumn, slug
from vanban.domain.text import matching_key, text_faults, tidy
from vanban.errors import NoMergeFields
from vanban.ooxml import PACKAGE_RELATIONS, Element, W, tree
from vanban.word.merge_fields import MergeField, merge_fields
from vanban.word.merge_words import MERGE_WORDS, turned, word_of
from vanban.word.package import CONTENT_TYPES, Package

_STORY: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_SOURCES: Final = frozenset({"mailMergeSource", "mailMergeHeaderSource"})
_RECIPIENTS: Final = "mailMergeRecipientData"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_UNFIT: Final = re.compile(r'["\\{}]')
_LONGEST: Final = 120
_SPLIT: Final = "một trường trải qua nhiều đoạn nên chỉ giữ chữ đang hiện: hãy viết lại chỗ ấy trong mẫu."


@dataclass(frozen=True)
class MergeLetter:
    """The template, the columns that it takes, and what whoever made the letter has to be told."""

    template: bytes
    columns: tuple[OwnColumn, ...]
    notes: tuple[str, ...]


class _Columns:
    """The columns that the fields of one letter ask for, in the order in which they are first met."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[str, ColumnKind]] = {}

    def __call__(self, said: str, kind: ColumnKind) -> str:
        """The name of the column that a field calls ``said``: Word writes a space as “_”."""
        name = _UNFIT.sub("", tidy(said.replace("_", " ")))[:_LONGEST].strip() or "Cột"
        name = "Cột" if text_faults(name) else name
        known, before = self._found.get(matching_key(name), (name, kind))
        self._found[matching_key(name)] = (known, kind if before is ColumnKind.TEXT else before)
        return known

    def columns(self) -> tuple[OwnColumn, ...]:
        """Each column once."""
        return tuple(OwnColumn(name=name, kind=kind) for name, kind in self._found.values())

    def alike(self) -> Iterator[str]:
        """Names of columns that differ only in their marks."""
        seen: dict[str, str] = {}
        for name, _ in self._found.values():
            if slug(name) in seen:
                yield f"“{seen[slug(name)]}” và “{name}”"
            seen.setdefault(slug(name), name)


def merge_letter(data: bytes, name: str) -> MergeLetter:
    """The letter ``data``, called ``name``, with a tag in the place of every field of the mail merge.

    Raises a :class:`vanban.errors.PackageError` for what is no Word file, :class:`vanban.errors.NoMergeFields` for one
    without such fields.
    """
    parts = gate.open_package(data, name=name, kind="docx", passing=_SOURCES)
    columns, notes = _Columns(), list[str]()
    for part in [part for part in parts if _STORY.fullmatch(part)]:
        root = tree(parts[part], name)
        for field in list(merge_fields(root)):
            notes += _replaced(field, columns)
        parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if not columns.columns():
        raise NoMergeFields(name=name)
    notes += (
        f"hai trường {pair} chỉ khác dấu: hãy sửa tên một cột trong mẫu và trong bản mô tả." for pair in columns.alike()
    )
    _cut_loose(parts, name)
    return MergeLetter(Package(parts, ()).write(()), columns.columns(), tuple(dict.fromkeys(notes)))


def _replaced(field: MergeField, columns: _Columns) -> Iterator[str]:
    """Put the tag in the place of a field; one that is none of a mail merge keeps its place, not those inside it."""
    if word_of(field) not in MERGE_WORDS:
        for inner in field.inside:
            yield from _replaced(inner, columns)
        return
    if field.paragraphs > 1:
        _unwrapped(field)
        yield _SPLIT
        return
    shown = "".join(str(text) for run in field.result for text in run.itertext(W + "t"))
    made = turned(field, shown, columns)
    if made.tag is None:
        _unwrapped(field)
    else:
        _put(field, made.tag)
    if made.note:
        yield made.note


def _put(field: MergeField, tag: str) -> None:
    """One run in the look of what the field shows, in the place of all its runs."""
    first = field.runs[0]
    look = next((run.find(W + "rPr") for run in (*field.result, first) if run.find(W + "rPr") is not None), None)
    parent = first.getparent()
    if tag and parent is not None:
        run = etree.Element(W + "r")
        if look is not None:
            run.append(copy.deepcopy(look))
        text = etree.SubElement(run, W + "t")
        text.text = tag
        text.set(_SPACE, "preserve")
        parent.insert(parent.index(first), run)
    for run in field.runs:
        _drop(run)


def _unwrapped(field: MergeField) -> None:
    """The field's result stays as plain text, its marks and its instruction go."""
    for run in field.runs:
        if not any(run is shown for shown in field.result):
            _drop(run)


def _drop(run: Element) -> None:
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _cut_loose(parts: dict[str, bytes], name: str) -> None:
    """Take the source of the merge out of the settings, and who was in it out of the file: it is nobody's template."""
    for part in [part for part in parts if part.endswith(".rels")]:
        root = tree(parts[part], name)
        gone = [one for one in root.iter(PACKAGE_RELATIONS + "Relationship") if _is_source(one)]
        for one in gone:
            target = (one.get("Target") or "").lstrip("/")
            if one.get("TargetMode") != "External":
                _forget(parts, target if target.startswith("word/") else f"word/{target}", name)
            root.remove(one)
        if gone:
            parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    settings = "word/settings.xml"
    if settings in parts and b"mailMerge" in parts[settings]:
        root = tree(parts[settings], name)
        for merge in list(root.iter(W + "mailMerge")):
            _drop(merge)
        parts[settings] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _is_source(relation: Element) -> bool:
    return (relation.get("Type") or "").rpartition("/")[2] in (*_SOURCES, _RECIPIENTS)


def _forget(parts: dict[str, bytes], part: str, name: str) -> None:
    if parts.pop(part, None) is None:
        return
    root = tree(parts[CONTENT_TYPES], name)
    for override in [one for one in root if one.get("PartName") == f"/{part}"]:
        root.remove(override)
    parts[CONTENT_TYPES] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
