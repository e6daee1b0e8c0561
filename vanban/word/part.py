"""One part of a template with tags (body, header, footer, footnotes, properties), made into its finished bytes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from lxml import etree

from vanban.domain.finding import visible
from vanban.errors import LongProperty, UncarriedValue, UnfilledTemplate
from vanban.ooxml import tree
from vanban.word import carry
from vanban.word.count_columns import count_columns
from vanban.word.docxtpl_pass import DECLARATION, PartSource, TagArea, number_drawings, resolve_listing
from vanban.word.filling import Filling
from vanban.word.held_symbols import hold_symbols
from vanban.word.list_formats import ListFormats
from vanban.word.mend import mend
from vanban.word.piece import TaggedText
from vanban.word.running_lists import begin_lists
from vanban.word.soundness_proof import is_single, is_whole

LABELS: Final = {
    TagArea.BODY: "",
    TagArea.HEADER: "đầu trang",
    TagArea.FOOTER: "chân trang",
    TagArea.FOOTNOTES: "chú thích cuối trang",
    TagArea.PROPERTIES: "thuộc tính tệp",
}
BROKEN: Final = "các chỗ điền mở và đóng không khớp, văn bản làm ra bị hỏng"
"""Why a part cannot be filled in whose XML comes apart."""

_LONGEST_PROPERTY: Final = 255
_RELATION: Final = re.compile(r'\sr:(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]*)"')


class TemplatePart:
    """A part that changes with the data.

    ``template`` is the template's name for messages, ``lists`` what it numbers by itself; ``is_docxtpls`` tells that
    docxtpl's own rendering fills it in.
    Raises ``jinja2.TemplateSyntaxError`` where its tags cannot be understood; :meth:`compile` comes before
    :meth:`fill`.
    """

    def __init__(self, source: PartSource, template: str, lists: ListFormats) -> None:
        self._source, self._template, self._lists = source, template, lists
        self.name, self.area = source.name, LABELS[source.area]
        self.is_docxtpls = source.area in (TagArea.BODY, TagArea.HEADER, TagArea.FOOTER)
        self.is_xml = source.area is not TagArea.PROPERTIES
        self._fixed = source.pieces[0::2]
        self.pieces = tuple(TaggedText(text, lists if self.is_xml else None) for text in source.pieces[1::2])
        self.begins_lists = any(running.begins_anew for piece in self.pieces for running in piece.running)
        self._is_single = all(piece.proof.single for piece in self.pieces) and self._is_single_once()
        self._is_whole = all(piece.proof.whole for piece in self.pieces)
        self._tells_lack = all(piece.proof.is_told for piece in self.pieces)
        self._is_certain = all(
            piece.is_balanced and (piece.keeps_columns or source.area is not TagArea.BODY) for piece in self.pieces
        )

    def compile(self) -> None:
        """Make it ready for :meth:`fill`. Raises ``jinja2.TemplateSyntaxError``."""
        for piece in self.pieces:
            piece.compile()

    def fill(self, filling: Filling) -> bytes:
        """The finished part. Raises a :class:`vanban.errors.TemplateFault`."""
        xml = self.text(filling)
        has_tables_to_count = self._source.area is TagArea.BODY and self._is_uncertain(filling)
        if has_tables_to_count or (self.is_xml and (filling.markup or not self._is_sound(xml))):
            return finished(xml.encode(), self.name, filling.mended, counts=has_tables_to_count)
        return xml.encode()

    def text(self, filling: Filling) -> str:
        """The finished XML before docxtpl counts the columns of tables. Raises as :meth:`fill` does."""
        filling.markup, filling.takes_bound = False, self.is_docxtpls
        xml = "".join(self._stretches(filling))
        if self.begins_lists:
            xml = begin_lists(xml, self._lists, filling.lists)
        if self.is_xml:
            xml = hold_symbols(xml)
        if not carry.is_plain(xml):
            self._require_carried(xml, filling)
            if self.is_xml and carry.has_breaks(xml):
                xml = resolve_listing(xml)
        if self._source.area is TagArea.BODY and (self._source.drawings or filling.markup):
            xml = number_drawings(xml)
        if self._is_uncertain(filling):
            self._require_well_formed(xml)
        if filling.markup and filling.docxtpl is None:
            self._require_related(xml)
        return xml

    def within(self, xml: str, filling: Filling) -> str:
        """The finished XML as docxtpl's own rendering takes it, which brings ``xml``. Raises as :meth:`fill` does."""
        inner = self.text(filling).removeprefix(self._fixed[0])
        if self._source.area is not TagArea.BODY:
            return inner
        return xml[: xml.index(">") + 1] + inner.removesuffix(self._fixed[-1]) + "</w:body>"

    def _is_sound(self, xml: str) -> bool:
        """Whether the XML needs no mending: proved of the template, or seen without reading the XML into a tree."""
        return self._is_single and (self._is_whole or (self._tells_lack and is_whole(xml)))

    def _is_single_once(self) -> bool:
        """Whether the part's numbers are single with every branch taken once; of drawings, the body numbers its own."""
        if not self.is_xml or not all(piece.is_balanced for piece in self.pieces):
            return not self.is_xml
        stretches = zip_longest(self._fixed, (piece.outline for piece in self.pieces), fillvalue="")
        taken = [text for pair in stretches for text in pair]
        xml = number_drawings("".join(taken)) if self._source.drawings else "".join(taken)
        try:
            return is_single(etree.fromstring(xml.encode()), self.name)
        except etree.XMLSyntaxError:
            return False

    def _is_uncertain(self, filling: Filling) -> bool:
        """Whether the XML could be broken or its tables have other columns than the template's."""
        return filling.markup or not self._is_certain

    def _stretches(self, filling: Filling) -> Iterator[str]:
        for at, piece in enumerate(self.pieces):
            yield self._fixed[at]
            text = piece.fill(filling, self._template, self.area)
            if not self.is_xml:
                self._require_short(self._source.properties[at], len(html.unescape(text)))
            yield text
        yield from self._fixed[len(self.pieces) :]

    def _require_short(self, name: str, length: int) -> None:
        if length > _LONGEST_PROPERTY:
            raise LongProperty(name=self._template, property=name, length=length)

    def _require_carried(self, xml: str, filling: Filling) -> None:
        character = carry.uncarried(xml)
        if character is None:
            return
        if culprit := carry.culprit(filling.variables, character):
            raise UncarriedValue(name=self._template, field=culprit[0], value=visible(culprit[1]))
        detail = f"chữ của mẫu có ký tự “{visible(character)}” mà tệp Word không giữ nguyên được"
        raise UnfilledTemplate(name=self._template, where=self.area or "thân văn bản", detail=detail)

    def _require_well_formed(self, xml: str) -> None:
        try:
            etree.fromstring(xml.encode())
        except etree.XMLSyntaxError as failure:
            where = self.area or "thân văn bản"
            raise UnfilledTemplate(name=self._template, where=where, detail=BROKEN) from failure

    def _require_related(self, xml: str) -> None:
        if foreign := sorted(set(_RELATION.findall(xml)) - self._source.relations):
            detail = f"chữ điền vào dẫn tới liên kết “{foreign[0]}” không có trong mẫu"
            raise UnfilledTemplate(name=self._template, where=self.area or "thân văn bản", detail=detail)


def finished(xml: bytes, part: str, mended: set[str], *, counts: bool = False) -> bytes:
    """The rendered XML of a part made sound, its tables with as many columns as their rows have, if it ``counts``.

    The same bytes where there is nothing to do; what was done is added to ``mended``.
    """
    root = tree(xml, part)
    done = mend(root, part)
    mended.update(done)
    if counts:
        count_columns(root)
    if not (done or counts):
        return xml
    return (DECLARATION + etree.tostring(root, encoding="unicode")).encode()
