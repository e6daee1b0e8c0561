"""The fields of Word: what each asks for, however its instruction is cut into runs (ECMA-376 Part 1, 17.16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vanban.ooxml.flaw import Flaw, SoundnessRule, flaw
from vanban.ooxml.names import W
from vanban.ooxml.story import Story
from vanban.ooxml.tree import Element

FETCHING: Final = frozenset({
    "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE", "RD", "AUTOTEXT",
    "AUTOTEXTLIST", "GLOSSARY",
})  # fmt: skip
"""Fields that bring content from another file."""

CHANGING: Final = frozenset({
    "DATE", "TIME", "SAVEDATE", "CREATEDATE", "PRINTDATE", "EDITTIME", "FILENAME", "FILESIZE", "USERNAME",
    "USERINITIALS", "USERADDRESS", "AUTHOR", "LASTSAVEDBY", "REVNUM", "TEMPLATE", "INFO", "DOCVARIABLE",
})  # fmt: skip
"""Fields whose result changes with the day, the machine or whoever opens the file."""

ASKING: Final = frozenset({"FILLIN", "ASK", "MACROBUTTON", "PRINT"})
"""Fields that ask whoever opens the file, or run something."""

MERGING: Final = frozenset({
    "MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF", "ADDRESSBLOCK", "GREETINGLINE",
})  # fmt: skip
"""Fields that wait for a mail merge."""

_KEPT_BY_WORD: Final = frozenset({
    "author", "createtime", "lastprinted", "lastsavedby", "lastsavedtime", "revisionnumber", "template",
    "totaleditingtime",
})  # fmt: skip
"""Properties that Word itself keeps, in small letters."""

_WORD: Final = re.compile(r"\s*([A-Za-z]+)")
_ARGUMENT: Final = re.compile(r'\s*[A-Za-z]+\s+(?:"([^"]*)"|(\S+))')
_REFERRING: Final = frozenset({"REF", "PAGEREF", "NOTEREF"})
_STORIES: Final = tuple(W + name for name in ("txbxContent", "footnote", "endnote", "comment"))
_TAGS: Final = tuple(W + name for name in ("fldChar", "instrText", "fldSimple"))


@dataclass
class Field:
    """A field: its instruction without those of fields inside it, and the element that begins it."""

    instruction: str
    element: Element

    @property
    def word(self) -> str:
        """What the field does, in capitals: ``DATE`` of ``date\\@"d/M"``."""
        return field_word(self.instruction)

    @property
    def argument(self) -> str:
        """The first argument: the name of a merge field, the bookmark of a reference."""
        return field_argument(self.instruction)


def field_word(instruction: str) -> str:
    """What a field with that instruction does, in capitals."""
    found = _WORD.match(instruction)
    return found[1].upper() if found else ""


def field_argument(instruction: str) -> str:
    """The first argument of an instruction, without its quotation marks."""
    found = _ARGUMENT.match(instruction)
    return (found[1] or found[2] or "") if found else ""


def is_changing(instruction: str) -> bool:
    """Whether the result of a field changes with the day, the machine or whoever opens the file."""
    word = field_word(instruction)
    return word in CHANGING or (word == "DOCPROPERTY" and field_argument(instruction).casefold() in _KEPT_BY_WORD)


def fields(root: Element) -> Iterator[Field]:
    """The fields under ``root``, also those that are broken off."""
    yield from _read(root)[0]


def _read(root: Element) -> tuple[list[Field], list[tuple[Element, str]]]:
    """The fields, and the marks of fields without partners with what is wrong."""
    found: list[Field] = []
    astray: list[tuple[Element, str]] = []
    open_: dict[Element | None, list[tuple[Field, bool]]] = {}
    for element in root.iter(*_TAGS):
        if element.tag == W + "fldSimple":
            found.append(Field(element.get(W + "instr", ""), element))
            continue
        stack = open_.setdefault(next(element.iterancestors(*_STORIES), None), [])
        if element.tag == W + "instrText":
            _instruct(element, stack, found)
        else:
            _mark(element, stack, found, astray)
    for stack in open_.values():
        astray += [(field.element, "trường có dấu mở mà không có dấu đóng") for field, _ in stack]
    return found, astray


def _instruct(element: Element, stack: list[tuple[Field, bool]], found: list[Field]) -> None:
    text = element.text or ""
    if not stack:
        found.append(Field(text, element))
    elif not stack[-1][1]:
        stack[-1][0].instruction += text


def _mark(
    element: Element, stack: list[tuple[Field, bool]], found: list[Field], astray: list[tuple[Element, str]]
) -> None:
    kind = element.get(W + "fldCharType")
    if kind == "begin":
        found.append(Field("", element))
        stack.append((found[-1], False))
    elif kind == "separate":
        if not stack or stack[-1][1]:
            astray.append((element, "trường có dấu giữa mà không có dấu mở"))
        else:
            stack[-1] = (stack[-1][0], True)
    elif kind == "end":
        if stack:
            stack.pop()
        else:
            astray.append((element, "trường có dấu đóng mà không có dấu mở"))


def check_fields(story: Story) -> Iterator[Flaw]:
    """Marks of fields that have lost their partners (17.16.18)."""
    for element, reason in _read(story.root)[1]:
        yield flaw(SoundnessRule.FIELD, story, element, reason)


def check_fetching(story: Story) -> Iterator[Flaw]:
    """Fields that bring content from another file, and a source of a mail merge."""
    for field in fields(story.root):
        if field.word in FETCHING:
            reason = f"có trường “{field.word}” lấy nội dung từ nơi khác"
            yield flaw(SoundnessRule.OUTSIDE, story, field.element, reason)
    for merge in story.root.iter(W + "mailMerge"):
        yield flaw(SoundnessRule.OUTSIDE, story, merge, "tệp còn nối với nguồn trộn thư (Mail Merge)")


def references(root: Element) -> Iterator[Field]:
    """The fields that point to a bookmark of the file."""
    return (field for field in fields(root) if field.word in _REFERRING and field.argument)
