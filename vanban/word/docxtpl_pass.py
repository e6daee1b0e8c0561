"""Everything taken from docxtpl: how it reads a template, cleans its tags and mends what was rendered.

The one module that knows docxtpl. A template is opened by it once; :class:`Opened` then holds all that a document
needs, so that docxtpl runs again only for values that change the package itself (:func:`run`).
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import docxtpl
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docxtpl import DocxTemplate, InlineImage
from lxml import etree

from vanban.word.count_columns import count_columns

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DECLARATION: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
_FOOTNOTES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_RENDERED: Final = re.compile(r"\{[{%#]|\{_[{%]|[%}]_\}|[\n\t\a\f]")

PROPERTIES: Final = ("author", "comments", "identifier", "language", "subject", "title")
"""The file properties that docxtpl renders."""

_TOOLS: Final = DocxTemplate("")


class TagArea(Enum):
    """The kinds of parts that a template may write in."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTES = "footnotes"
    PROPERTIES = "properties"


@dataclass(frozen=True)
class PartSource:
    """One part with tags, ready for Jinja.

    ``pieces`` alternate: finished XML, text with tags, finished XML, … ; ``paragraphs`` are the texts that a person
    sees in Word, ``relations`` the ids of what the part links to. ``drawings`` says that its drawings have to be
    numbered; ``properties`` names each text with tags, where the texts are file properties.
    """

    name: str
    area: TagArea
    pieces: tuple[str, ...]
    paragraphs: tuple[str, ...]
    relations: frozenset[str]
    drawings: bool = False
    properties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A template as docxtpl sees it: the bytes of all its parts, and the sources of those with tags."""

    parts: dict[str, bytes]
    sources: tuple[PartSource, ...]


def open_template(data: bytes) -> Opened:
    """Read the Word file ``data``, already let in by the gate.

    Raises ``KeyError``, ``ValueError``, ``AttributeError`` or ``etree.XMLSyntaxError`` for what is no Word document.
    """
    template = DocxTemplate(io.BytesIO(data))
    template.init_docx()
    sources = [_body(template), *_margins(template), *_footnotes(template), *_properties(template)]
    used = tuple(source for source in sources if source.area is TagArea.BODY or _is_rendered(source))
    return Opened(_parts(_written(template)), used)


def _is_rendered(source: PartSource) -> bool:
    """Whether docxtpl's rendering changes anything in the part, whatever the data."""
    return any(_RENDERED.search(piece) for piece in source.pieces[1::2])


def _body(template: DocxTemplate) -> PartSource:
    root = template.docx._element
    whole, patched = template.xml_to_string(root), template.patch_xml(template.get_xml())
    # The body repeats the root's namespaces when it is written alone.
    inner = patched[patched.index(">") + 1 : patched.rindex("</w:body>")]
    start, end = whole.index("<w:body"), whole.rindex("</w:body>")
    return PartSource(
        name=_zip_name(template.docx.part),
        area=TagArea.BODY,
        pieces=(DECLARATION + whole[:start] + "<w:body>", inner, whole[end:]),
        paragraphs=_texts(root),
        relations=frozenset(template.docx.part.rels),
        drawings="<wp:docPr" in inner,
    )


def _margins(template: DocxTemplate) -> Iterator[PartSource]:
    for area, uri in ((TagArea.HEADER, template.HEADER_URI), (TagArea.FOOTER, template.FOOTER_URI)):
        for _, part in template.get_headers_footers(uri):
            yield _whole(part, area, DECLARATION, template.patch_xml(template.get_part_xml(part)))


def _footnotes(template: DocxTemplate) -> Iterator[PartSource]:
    for part in template.docx.part.package.parts:
        if part.content_type == _FOOTNOTES:
            text = part.blob.decode("utf-8")
            start = text.index("<w:footnotes")
            yield _whole(part, TagArea.FOOTNOTES, text[:start].strip(), template.patch_xml(text[start:]))


def _whole(part: Any, area: TagArea, declaration: str, xml: str) -> PartSource:
    return PartSource(
        name=_zip_name(part),
        area=area,
        pieces=(declaration, xml),
        paragraphs=_texts(etree.fromstring(part.blob)),
        relations=frozenset(part.rels),
    )


def _properties(template: DocxTemplate) -> Iterator[PartSource]:
    package = template.docx.part.package
    if not any(relation.reltype == _CORE for relation in package.rels.values()):
        return
    properties = template.docx.core_properties
    _complete_properties(template)
    marked = type(properties)(copy.deepcopy(properties._element))
    for name in PROPERTIES:
        setattr(marked, name, f"\ue000{name}\ue001")
    pieces = re.split("[\ue000\ue001]", DECLARATION + template.xml_to_string(marked._element))
    names = tuple(pieces[1::2])
    pieces[1::2] = [getattr(properties, name) for name in names]
    yield PartSource(
        name=_zip_name(package.part_related_by(_CORE)),
        area=TagArea.PROPERTIES,
        pieces=tuple(pieces),
        paragraphs=tuple(pieces[1::2]),
        relations=frozenset(),
        properties=names,
    )


def _complete_properties(template: DocxTemplate) -> None:
    """Leave an empty element for each empty property, as docxtpl does."""
    if any(relation.reltype == _CORE for relation in template.docx.part.package.rels.values()):
        properties = template.docx.core_properties
        for name in PROPERTIES:
            if not getattr(properties, name):
                setattr(properties, name, "")


def _texts(root: Any) -> tuple[str, ...]:
    """The text of each paragraph with a tag in it, as Word shows it."""
    texts: dict[Any, str] = {}
    for text in root.iter(f"{_W}t"):
        # A paragraph in a text box stands inside another paragraph.
        paragraph = next(text.iterancestors(f"{_W}p"), None)
        texts[paragraph] = texts.get(paragraph, "") + (text.text or "")
    return tuple(text for text in texts.values() if "{" in text or "}" in text)


def _zip_name(part: Any) -> str:
    return str(part.partname).removeprefix("/")


def _written(template: DocxTemplate) -> bytes:
    stream = io.BytesIO()
    template.docx.save(stream)
    return stream.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as saved:
        return {name: saved.read(name) for name in saved.namelist()}


# What docxtpl does to rendered XML


def resolve_listing(xml: str) -> str:
    r"""Make ``\n`` a line break, ``\t`` a tab, ``\a`` a new paragraph and ``\f`` a page break, inside text."""
    return str(_TOOLS.resolve_listing(xml))


def number_drawings(xml: str) -> str:
    """Number the drawings of a body from 1001, as docxtpl does."""
    numbers = iter(range(1001, 1_000_000))
    return re.sub(r'(<wp:docPr\b[^>]*?\sid=")[^"]*', lambda match: f"{match[1]}{next(numbers)}", xml)


# Values that change the package


@dataclass(frozen=True)
class Bound:
    """A value that needs docxtpl's own template to be made: a picture, a sub-document, a link.

    ``make`` takes the :class:`docxtpl.DocxTemplate` of the document being rendered and gives the value to print, such
    as ``Bound(lambda template: InlineImage(template, picture))``.
    """

    make: Callable[[DocxTemplate], object]


BOUND_TYPES: Final = (Bound, InlineImage, docxtpl.Subdoc) if hasattr(docxtpl, "Subdoc") else (Bound, InlineImage)


PICTURE_FAILURES: Final = (OSError, InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)
"""What python-docx raises for a picture that is not there or is none."""


class NeedsPass(Exception):
    """Said by a value of :data:`BOUND_TYPES` that is printed outside docxtpl's own rendering."""

    def __init__(self, value: object) -> None:
        super().__init__()
        self.value = value


class Pass:
    """One run of docxtpl's own rendering, in which bound values find their template.

    ``needed`` is the value that asked for it: a sub-document has put its parts into a template of its own already.
    """

    def __init__(self, data: bytes, needed: object) -> None:
        home = None if isinstance(needed, InlineImage) else getattr(needed, "tpl", None)
        self._template = _Rendering(_written(home) if home else data)
        self._made: dict[int, tuple[object, object]] = {}

    def value(self, bound: object) -> object:
        """What to print for a bound value: made once, however often it is printed."""
        if id(bound) not in self._made:
            self._made[id(bound)] = (bound, self._make(bound))
        return self._made[id(bound)][1]

    def _make(self, bound: object) -> object:
        if isinstance(bound, Bound):
            return bound.make(self._template)
        if isinstance(bound, InlineImage):
            image = copy.copy(bound)
            image.tpl = self._template
            return image
        return bound

    def run(self, fill: Callable[[str, str], str]) -> dict[str, bytes]:
        """All parts of the document; ``fill`` turns a part's name and XML with tags into finished XML."""
        self._template.fill = fill
        self._template.render({})
        return _parts(_written(self._template))


class _Rendering(DocxTemplate):  # type: ignore[misc]
    """docxtpl's rendering with the filling in of a part left to us; properties and footnotes are ours altogether."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self.fill: Callable[[str, str], str]
        self.init_docx()

    def render_xml_part(self, src_xml: str, part: Any, context: object, jinja_env: object = None) -> str:
        self.current_rendering_part = part
        return self.fill(_zip_name(part), src_xml)

    def fix_tables(self, xml: str) -> Any:
        root = etree.fromstring(xml.encode())
        count_columns(root)
        return root

    def render_properties(self, context: object, jinja_env: object = None) -> None:
        _complete_properties(self)

    def render_footnotes(self, context: object, jinja_env: object = None) -> None:
        pass
