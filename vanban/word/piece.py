"""One stretch of XML or text with tags: read, compiled, filled in; its errors tell the paragraph that Word shows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from types import TracebackType
from typing import Final

from jinja2 import Template, TemplateRuntimeError, TemplateSyntaxError, meta, nodes
from jinja2.exceptions import SecurityError, TemplateError

from vanban.errors import ForbiddenTag, MissingField, TemplateFault, UnfilledTemplate
from vanban.word.balance import balanced_skeleton, branches_taken
from vanban.word.docxtpl_pass import PICTURE_FAILURES
from vanban.word.filling import Filling
from vanban.word.list_formats import ListFormats
from vanban.word.running_lists import mark_rounds, running_lists
from vanban.word.sandbox import MissingName, environment
from vanban.word.soundness_proof import NOTHING_PROVED, proof
from vanban.word.syntax import guard, mark, refusals
from vanban.word.table_columns import keeps_columns

_AROUND: Final = 60
_LARGEST: Final = 48 * 2**20
_BATCH: Final = 2_000
_XML_TAG: Final = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>")
_FAILURES: Final = (
    *PICTURE_FAILURES,
    TemplateError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
)
_REASONS: Final = (
    (FileNotFoundError, "không tìm thấy tệp hình"),
    (PICTURE_FAILURES, "tệp hình hỏng hoặc không phải là hình mà Word nhận"),
    (ZeroDivisionError, "phép chia cho số không"),
    (RecursionError, "vòng lặp tự gọi mình mãi"),
    (TypeError, "chữ điền vào không hợp với phép tính hoặc bộ lọc ở đây"),
)

_JINJA: Final = environment()


class TaggedText:
    """Text with tags: the XML of a part, or the plain text of a file property, which knows no ``lists``.

    Raises ``jinja2.TemplateSyntaxError`` where the tags cannot be understood.
    """

    def __init__(self, text: str, lists: ListFormats | None) -> None:
        self._lists, is_xml = lists, lists is not None
        self._is_xml = is_xml
        self._lines = (mark(text) if is_xml else text).split("\n")
        tree = self.tree()
        self.running = tuple(running_lists(tree, lists)) if lists else ()
        self.refusals = tuple(sorted(set(refusals(tree))))
        skeleton = balanced_skeleton(tree) if is_xml else ""
        self.is_balanced = skeleton is not None
        self.keeps_columns = skeleton is not None and keeps_columns(skeleton)
        self.proof = NOTHING_PROVED if skeleton is None else proof(skeleton)
        self.outline = branches_taken(skeleton or "")
        self._template: Template

    def tree(self) -> nodes.Template:
        """The syntax tree of the text, as it is written."""
        return _JINJA.parse("\n".join(self._lines))

    def compile(self) -> None:
        """Make it ready for :meth:`fill`. Raises ``jinja2.TemplateSyntaxError``."""
        tree = self.tree()
        guard(tree, is_xml=self._is_xml)
        if self.running and self._lists:
            mark_rounds(tree, self._lists)
        try:
            code = _JINJA.compile(tree, filename=_FILE)
        except TemplateSyntaxError as failure:
            failure.source = "\n".join(self._lines)
            raise
        self._template = Template.from_code(_JINJA, code, _JINJA.globals)

    def fill(self, filling: Filling, name: str, area: str) -> str:
        """The text with the values of ``filling``. ``name`` and ``area`` say in errors which template and part it is.

        Raises a :class:`vanban.errors.TemplateFault`.
        """
        context = self._template.new_context(filling.variables)
        try:
            return _joined(self._template.root_render_func(context))
        except _FAILURES as failure:
            raise self._told(failure, filling, name, area) from failure

    def paragraph(self, line: int, near: str | None = None) -> str:
        """:func:`paragraph` of this text."""
        return paragraph(self._lines, line, near)

    def _told(self, failure: Exception, filling: Filling, name: str, area: str) -> TemplateFault:
        line = self._line(failure.__traceback__)
        if isinstance(failure, MissingName):
            where = located(self.paragraph(line, failure.field), area)
            absent = sorted(meta.find_undeclared_variables(self.tree()) - filling.variables.keys() - {failure.field})
            others = f" (còn thiếu: {', '.join(absent)})" if absent else ""
            return MissingField(name=name, where=where, field=failure.field, others=others)
        where = located(self.paragraph(line), area)
        if isinstance(failure, SecurityError):
            return ForbiddenTag(name=name, where=where, detail="đọc hoặc gọi phần bên trong của chương trình")
        return UnfilledTemplate(name=name, where=where, detail=_reason(failure))

    def _line(self, trace: TracebackType | None) -> int:
        line = 1
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == _FILE:
                line = self._template.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return line


_FILE: Final = "<mẫu Word>"


def paragraph(lines: Sequence[str], line: int, near: str | None) -> str:
    """The paragraph at that line of marked XML, 60 characters on each side of ``near``."""
    text = html.unescape(_XML_TAG.sub("", lines[min(line, len(lines)) - 1])).strip("\x01 ")
    return around(text, near)


def located(excerpt: str, area: str) -> str:
    """``đoạn “…” ở đầu trang``: a paragraph and the area it stands in, none for the body."""
    if not excerpt:
        return area or "thân văn bản"
    return f"đoạn “{excerpt}”" + (f" ở {area}" if area else "")


def around(text: str, near: str | None) -> str:
    """``text`` cut to 60 characters on each side of ``near``, or of its beginning."""
    at = max(text.find(near), 0) if near else 0
    start, end = max(0, at - _AROUND), at + len(near or "") + _AROUND
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def _joined(chunks: Iterable[str]) -> str:
    chunks, pieces, size = iter(chunks), [], 0
    while batch := list(islice(chunks, _BATCH)):
        pieces.append("".join(batch))
        size += len(pieces[-1])
        if size > _LARGEST:
            raise TemplateRuntimeError("mẫu tạo ra văn bản quá dài")
    return "".join(pieces)


def _reason(failure: Exception) -> str:
    if type(failure) is TemplateRuntimeError and failure.message:
        return failure.message
    return next((reason for kind, reason in _REASONS if isinstance(failure, kind)), "chữ điền vào không hợp ở chỗ này")
