"""Turn the parts of a Word file into its effective facts: every paragraph and run with the look that it prints with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from vanban.errors import DamagedPackage
from vanban.gate import open_package
from vanban.ooxml import MC, W, main_part, on, related, tree, val, whole
from vanban.ooxml.numbering import ListNumbering
from vanban.ooxml.styles import Properties, Stylist, paragraph_properties
from vanban.ooxml.table_style import asked_width, bordered, conditions, grid, is_cell_bordered, padding
from vanban.proofread.drawing import boxes_in, chosen
from vanban.proofread.facts import COMMENTATOR, CellPlace, Paragraph, Section, Table, TextBox, WordFile
from vanban.proofread.gathering import TRANSPARENT, Gathered, gather, lines_of_text_and_borders
from vanban.proofread.sections import page_numbers, section_of

_DEEPEST: Final = 40


def read_word_file(data: bytes, name: str) -> WordFile:
    """The facts of the Word file ``data``; ``name`` is its name in messages.

    Raises a :class:`vanban.errors.PackageError` for what is not a plain Word file.
    """
    return read_parts(open_package(data, name=name, kind="docx"), name)


def read_parts(parts: dict[str, bytes], name: str) -> WordFile:
    """The facts of a Word file whose parts are open already."""
    return _Reader(parts, name).read()


@dataclass(frozen=True)
class _Room:
    """What a walk through the text is in: a cell, a box, their width in points, what the table style says of letters,
    how many elements deep."""

    width: float
    table: Properties
    cell: CellPlace | None = None
    box: TextBox | None = None
    deep: int = 0

    @property
    def below(self) -> _Room:
        """The same, one element deeper."""
        return replace(self, deep=self.deep + 1)


class _Reader:
    def __init__(self, parts: dict[str, bytes], name: str) -> None:
        self._parts, self._name = parts, name
        self._main = main_part(parts, name)
        self._root = tree(parts[self._main], name)
        settings = self._one("settings")
        self._even_and_odd = settings is not None and settings.find(W + "evenAndOddHeaders") is not None
        self._tab_stop = (whole(val(settings, "defaultTabStop")) or 720) / 20
        self._stylist = Stylist(self._one("styles"), self._one("theme"))
        self._numbering = ListNumbering(self._one("numbering"))
        self._paragraphs: list[Paragraph] = []
        self._sections: list[Section] = []
        self._section = self._tables = self._boxes = 0
        self._plain: Properties = {}
        self._in_margin = False

    def _one(self, kind: str) -> etree._Element | None:
        part = next(iter(related(self._parts, self._main, kind, self._name).values()), None)
        return tree(self._parts[part], self._name) if part in self._parts and part is not None else None

    def read(self) -> WordFile:
        body = self._root.find(W + "body")
        if body is None:
            raise DamagedPackage(name=self._name)
        margins = {
            **related(self._parts, self._main, "header", self._name),
            **related(self._parts, self._main, "footer", self._name),
        }
        margins = {key: part for key, part in margins.items() if part in self._parts}
        trees = {part: tree(self._parts[part], self._name) for part in sorted(set(margins.values()))}
        roots = {key: trees[part] for key, part in margins.items()}
        self._sections = self._read_sections(body, roots)
        self._walk(body, _Room(self._sections[0].text_width, self._plain))
        paragraphs = tuple(self._paragraphs)
        self._paragraphs = []
        self._in_margin = True
        for root in trees.values():
            self._walk(root, _Room(self._sections[0].text_width, self._plain))
        tracked = any(paragraph.tracked for paragraph in paragraphs)
        return WordFile(
            self._name,
            paragraphs,
            tuple(self._sections),
            self._even_and_odd,
            tracked,
            tuple(self._paragraphs),
            self._main,
            {self._main: self._root, **trees},
            self._own_comments(),
            self._attached_template(),
        )

    def _attached_template(self) -> str:
        """Where the template lies that the document was made from, if that is on another machine."""
        for name, content in self._parts.items():
            if name.endswith("settings.xml.rels") and b"attachedTemplate" in content:
                for relation in tree(content, self._name):
                    target = relation.get("Target") or ""
                    if (relation.get("Type") or "").endswith("/attachedTemplate") and "://" in target.replace(
                        "file://", ""
                    ):
                        return target
        return ""

    def _own_comments(self) -> frozenset[str]:
        """The ids of the comments that an earlier proofreading left."""
        comments = self._one("comments")
        if comments is None:
            return frozenset()
        ours = (found for found in comments.iter(W + "comment") if found.get(W + "author") == COMMENTATOR)
        return frozenset(found.get(W + "id") or "" for found in ours)

    def _read_sections(self, body: etree._Element, roots: dict[str, etree._Element]) -> list[Section]:
        found: list[Section] = []
        for element in body.iter(W + "sectPr"):
            parent = element.getparent()
            if parent is not None and parent.tag in (W + "pPr", W + "body"):
                found.append(section_of(element, found[-1] if found else None, roots, self._numbers))
        return found or [section_of(None, None, {}, self._numbers)]

    def _numbers(self, root: etree._Element) -> list[tuple[Paragraph, str]]:
        """The paragraphs of a header or footer that hold a field, with the field's code."""
        kept, self._paragraphs = self._paragraphs, []
        self._walk(root, _Room(0.0, self._plain))
        found = [(paragraph, code) for paragraph in self._paragraphs if (code := page_numbers(paragraph.element))]
        self._paragraphs = kept
        return found

    # Blocks

    def _walk(self, parent: etree._Element, room: _Room) -> None:
        if room.deep > _DEEPEST:
            raise DamagedPackage(name=self._name)
        for child in parent:
            if child.tag == W + "p":
                self._paragraph(child, room)
            elif child.tag == W + "tbl":
                self._table(child, room)
            elif child.tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None:
                    self._walk(content, room.below)
            elif child.tag in TRANSPARENT:
                self._walk(child, room.below)
            elif child.tag == MC + "AlternateContent":
                content = chosen(child)
                if content is not None:
                    self._walk(content, room.below)

    def _table(self, element: etree._Element, room: _Room) -> None:
        properties = element.find(W + "tblPr")
        style = val(properties, "tblStyle") or self._stylist.default_table
        rows = list(_rows(element))
        widths = grid(element)
        cells = [list(_cells(row)) for row in rows]
        depth = sum(1 for above in element.iterancestors(W + "tbl"))
        shows = bordered(element, style, self._stylist)
        self._tables += 1
        table = Table(
            self._tables,
            max(map(len, cells), default=0),
            len(rows),
            shows,
            padding(element, style, self._stylist),
            depth,
            element,
        )
        for ordinal, row in enumerate(cells):
            row_properties = rows[ordinal].find(W + "trPr")
            split = row_properties is not None and any(on(found) for found in row_properties.iterfind(W + "cantSplit"))
            column = 0
            for place, cell_element in enumerate(row):
                cell_properties = cell_element.find(W + "tcPr")
                span = whole(val(cell_properties, "gridSpan")) or 1
                width = asked_width(cell_properties) or sum(widths[column : column + span])
                last = place == len(row) - 1
                frame = is_cell_bordered(cell_properties, shows)
                cell = CellPlace(table, ordinal, place, last, width, split, frame)
                applied = conditions(properties, ordinal, len(cells), place, len(row))
                levels = self._stylist.table_levels(style, applied) if style else (self._plain, self._plain)
                inner = max(width - table.padding, 0.0)
                inside = replace(room.below, cell=cell, table=levels[0], width=inner)
                self._walk_cell(cell_element, inside, levels[1])
                column += span

    def _walk_cell(self, element: etree._Element, room: _Room, defaults: Properties) -> None:
        """Walk through a cell, whose table style may say how its paragraphs are laid out."""
        kept = self._stylist.paragraph_defaults
        if defaults:
            self._stylist.paragraph_defaults = {**kept, **defaults}
        self._walk(element, room)
        self._stylist.paragraph_defaults = kept

    # Paragraphs

    def _paragraph(self, element: etree._Element, room: _Room) -> None:
        own = element.find(W + "pPr")
        direct = paragraph_properties(own)
        style = self._stylist.paragraph_style(direct)
        merged, label = self._merged(direct, style)
        run_marks = self._stylist.run_properties(None if own is None else own.find(W + "rPr"))
        mark = self._stylist.face(room.table, style, run_marks)
        gathered = gather(element, self._stylist, room.table, style, self._name)
        characters = _number(merged, "first_line_chars")
        paragraph = Paragraph(
            number=len(self._paragraphs) + 1,
            element=element,
            runs=tuple(gathered.runs),
            style=self._stylist.names.get(style, style),
            label=label,
            alignment=str(merged.get("frame") or merged.get("alignment", "left")),
            left=_number(merged, "left"),
            right=_number(merged, "right"),
            first_line=characters * mark.size if characters else _number(merged, "first_line"),
            before=_number(merged, "before"),
            after=_number(merged, "after"),
            line=_number(merged, "line", 1.0),
            line_rule=str(merged.get("line_rule", "auto")),
            contextual=bool(merged.get("contextual")),
            keep_next=bool(merged.get("keep_next")),
            keep_lines=bool(merged.get("keep_lines")),
            page_break_before=bool(merged.get("page_break_before")),
            tabs=(*merged.get("tabs", ()), self._tab_stop),  # type: ignore[misc]
            bordered_top=bool(merged.get("border_top")),
            bordered_bottom=bool(merged.get("border_bottom")),
            mark=mark,
            cell=room.cell,
            box=room.box,
            section=min(self._section, len(self._sections) - 1) if self._sections else 0,
            width=room.width,
            page_breaks=gathered.page_breaks,
            tracked=gathered.tracked,
            fields=tuple(gathered.fields),
            comments=tuple(gathered.comments),
            decomposed=gathered.decomposed,
            in_margin=self._in_margin,
            drawn=gathered.lines,
        )
        self._take(paragraph, gathered, room.deep)

    def _take(self, paragraph: Paragraph, gathered: Gathered, deep: int) -> None:
        """Keep a paragraph, then what stands in its boxes; a section may end with it."""
        paragraph.drawn.extend(lines_of_text_and_borders(paragraph))
        self._paragraphs.append(paragraph)
        if paragraph.cell is None and paragraph.element.find(f"{W}pPr/{W}sectPr") is not None:
            self._section += 1
        self._boxes_of(gathered, deep)

    def _boxes_of(self, gathered: Gathered, deep: int) -> None:
        """Read the text boxes that a paragraph holds, after it."""
        for drawing in gathered.drawings:
            for content, left, box_width, framed in boxes_in(drawing):
                self._boxes += 1
                inner = TextBox(self._boxes, left, box_width, framed)
                self._walk(content, _Room(box_width, self._plain, box=inner, deep=deep + 1))

    def _merged(self, direct: Properties, style: str) -> tuple[Properties, str]:
        level = self._stylist.paragraph_level(style)
        number = str(direct.get("number", level.get("number", "")))
        depth = direct.get("level", level.get("level", 0))
        depth = depth if isinstance(depth, int) else 0
        merged: Properties = dict(self._stylist.paragraph_defaults)
        if number in ("", "0"):
            return {**merged, **level, **direct}, ""
        listed = self._numbering.level(number, depth)
        label = self._numbering.label(number, depth)
        order = (level, listed, direct) if "number" in direct else (listed, level, direct)
        for said in order:
            merged.update(said)
        return merged, label


def _rows(parent: etree._Element) -> Iterator[etree._Element]:
    yield from _through(parent, W + "tr", lambda tag: tag == W + "sdt" or tag in TRANSPARENT)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from _through(row, W + "tc", lambda tag: tag == W + "sdt" or tag in TRANSPARENT)


def _through(parent: etree._Element, wanted: str, passes: Callable[[str], bool]) -> Iterator[etree._Element]:
    """The children ``wanted`` of ``parent``, also inside content controls and insertions."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif isinstance(child.tag, str) and passes(child.tag):
            yield from _through(child, wanted, passes)


def _number(properties: Properties, key: str, default: float = 0.0) -> float:
    value = properties.get(key, default)
    return value if isinstance(value, float) else default
