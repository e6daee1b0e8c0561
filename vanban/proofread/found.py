"""Turn any Word file, or the lines of a plain text, into the parts of a paper that can be taken over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from lxml import etree

from vanban.domain import editing_style
from vanban.domain.draft_line import DraftLine
from vanban.domain.found_paper import FoundAnnex, FoundPaper
from vanban.domain.text import tidy, tidy_lines
from vanban.domain.text_table import TextColumn, TextTable
from vanban.domain.typed_label import label_of
from vanban.gate import open_package
from vanban.ooxml import W, main_part, related, tree
from vanban.ooxml.tracked_changes import accept_changes, before_changes, comments, tracked_changes
from vanban.proofread.body import read_body
from vanban.proofread.facts import Paragraph, WordFile
from vanban.proofread.head import read_head
from vanban.proofread.lines import PrintedLine, is_rule
from vanban.proofread.parts import Form, Recognised
from vanban.proofread.reading import read_parts
from vanban.proofread.recognition import recognise
from vanban.proofread.tail import find_tail, read_appendices, read_tail

_BEFORE: Final = "{urn:vanban}before"
_MOST_TOLD: Final = 30
_NO_PARTS: Final = (Form.FOREIGN, Form.APPLICATION, Form.APPENDIX, Form.OTHER_SYSTEM, Form.CERTIFICATE)


def find_paper(data: bytes, name: str) -> FoundPaper:
    """The parts of the Word file ``data``, every tracked change accepted; ``name`` is its name in messages.

    Raises a :class:`vanban.errors.PackageError`.
    """
    parts = open_package(data, name=name, kind="docx")
    main = main_part(parts, name)
    root = tree(parts[main], name)
    remarks = tuple(_remarks(root, parts, main, name))
    _accept(root)
    file = read_parts({**parts, main: etree.tostring(root, xml_declaration=True, encoding="UTF-8")}, name)
    found = found_in(file)
    return found.model_copy(update={"remarks": remarks + found.remarks})


def found_in(file: WordFile) -> FoundPaper:
    """The parts of a Word file that is read already."""
    return _editing_copy(file) or _recognised(file)


def _accept(root: etree._Element) -> None:
    """Accept every change; each paragraph keeps what it said before."""
    for paragraph in root.iter(W + "p"):
        before = before_changes(paragraph)
        if before:
            paragraph.set(_BEFORE, before)
    accept_changes(root)


def _remarks(root: etree._Element, parts: dict[str, bytes], main: str, name: str) -> Iterator[str]:
    changes = tracked_changes(root)
    if changes:
        authors = ", ".join(sorted({one.author for one in changes}))
        yield f"Có {len(changes)} chỗ sửa theo dõi (Track Changes) của {authors}: đọc như đã chấp nhận hết."
        yield from (_told(one.author, one.before, one.after) for one in changes[:_MOST_TOLD])
        if len(changes) > _MOST_TOLD:
            yield f"… và {len(changes) - _MOST_TOLD} chỗ sửa nữa."
    part = next(iter(related(parts, main, "comments", name).values()), None)
    held = tree(parts[part], name) if part in parts and part is not None else None
    for one in comments(root, held)[:_MOST_TOLD]:
        beside = f", cạnh “{one.beside}”" if one.beside else ""
        yield f"Ghi chú của {one.author}{beside}: “{one.text}”."


def _told(author: str, before: str, after: str) -> str:
    if before and after:
        return f"{author} sửa “{before}” thành “{after}”."
    return f"{author} thêm “{after}”." if after else f"{author} xóa “{before}”."


# Any paper


def _recognised(file: WordFile) -> FoundPaper:
    parts = recognise(file)
    paragraphs = file.paragraphs
    if not parts.body or parts.form in _NO_PARTS:
        parts = _whatever_it_is(paragraphs)
    body = tuple(_lines([one.paragraph for one in parts.body], parts.data_tables))
    signature = next((block for block in parts.signatures if block.name), None)
    signed = () if signature is None else (*signature.capacity, *signature.position, *signature.other_position)
    return FoundPaper(
        file=file.name,
        issuer=_joined(parts.issuer),
        number=_joined(parts.number),
        place_and_date=_joined(parts.place_and_date),
        type_name=_joined(parts.type_name),
        subject=_joined(parts.subject) or _joined(parts.letter_subject),
        addressees=tuple(tidy(line.text) for line in parts.addressees),
        bases=tuple(_bases(parts.legal_bases)),
        lines=body,
        recipients=tuple(_recipients(parts.recipients)),
        signer_lines=tuple(tidy(line.text) for line in signed),
        signer=_joined(signature.name) if signature else "",
        annexes=tuple(
            FoundAnnex(title=_joined(one.title), lines=tuple(_lines(one.paragraphs, ()))) for one in parts.appendices
        ),
    )


def _whatever_it_is(paragraphs: Sequence[Paragraph]) -> Recognised:
    """A paper of another system, or of which nothing says what it is: read as one of the State's, as far as it goes."""
    parts = Recognised(Form.ATTACHED)
    start = read_head(paragraphs, parts)
    first, end = find_tail(paragraphs, start, parts)
    read_body(paragraphs[start:first], parts)
    read_tail(paragraphs[first:end], parts)
    read_appendices(paragraphs[end:], parts)
    return parts


def _joined(lines: Iterable[PrintedLine]) -> str:
    return tidy(" ".join(line.text for line in lines))


def _bases(lines: Sequence[PrintedLine]) -> Iterator[str]:
    """The legal bases, each of one paragraph, without the stop at its end."""
    for _, group in groupby(lines, key=lambda line: id(line.paragraph)):
        text = _joined(group).lstrip("-–•+ ").rstrip(" ;.,")
        if text:
            yield text


def _recipients(lines: Sequence[PrintedLine]) -> Iterator[str]:
    """One text a receiver: a line without a dash goes on the one above."""
    held = ""
    for line in lines:
        text = tidy(line.text)
        if held and not text.startswith(("-", "–", "+", "•", "*")) and not text.casefold().startswith("lưu"):
            held = f"{held} {text}"
            continue
        if held:
            yield held
        held = text
    if held:
        yield held


def _lines(paragraphs: Sequence[Paragraph], tables: Sequence[Paragraph]) -> Iterator[DraftLine]:
    """The lines of a text in reading order, a table of data as one."""
    both = sorted((*paragraphs, *tables), key=lambda one: one.number)
    of_tables = {id(one) for one in tables}

    def table(paragraph: Paragraph) -> object:
        in_data = id(paragraph) in of_tables or (paragraph.cell is not None and paragraph.cell.bordered)
        return id(paragraph.cell.table) if in_data and paragraph.cell is not None else None

    for held, group in groupby(both, key=table):
        if held is not None:
            yield from _table(list(group))
            continue
        for paragraph in group:
            if not paragraph.is_empty and not is_rule(paragraph) and paragraph.box is None:
                yield from _line(paragraph)


def _line(paragraph: Paragraph, said: str = "", depth: int | None = None) -> Iterator[DraftLine]:
    """A paragraph; where line breaks cut it into numbered lines, each of them."""
    bold = [run.face.bold for run in paragraph.runs if run.text.strip(" .:;-–") and not run.face.hidden]
    written = "".join(run.text for run in paragraph.runs if not run.face.hidden)
    # A copy's own line is one block, whatever breaks it has.
    pieces = [text for text in (tidy_lines(written),) if text] if said else _pieces(written)
    for place, text in enumerate(pieces):
        yield DraftLine(
            text=text,
            label="" if place else tidy(paragraph.label),
            bold=bool(bold) and all(bold),
            centred=paragraph.alignment == "center",
            said=said,
            depth=depth,
            place=f"đoạn {paragraph.number}",
            before="" if place else _before(paragraph, text),
        )


def _pieces(written: str) -> list[str]:
    """The text of a paragraph, cut where a numbered line begins behind a line break."""
    found: list[str] = []
    for piece in filter(None, map(tidy, written.split("\n"))):
        if found and label_of(piece) is None:
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def _before(paragraph: Paragraph, text: str) -> str:
    before = paragraph.element.get(_BEFORE) or ""
    return "" if before == text else before


def _table(paragraphs: Sequence[Paragraph]) -> Iterator[DraftLine]:
    """A table of data; one whose rows are not alike is told as its lines."""
    rows: dict[int, dict[int, list[str]]] = {}
    for one in paragraphs:
        if one.cell is not None:
            rows.setdefault(one.cell.row, {}).setdefault(one.cell.column, []).append(tidy(one.text))
    wide = max((len(cells) for cells in rows.values()), default=0)
    grid = [tuple(" ".join(filter(None, cells.get(place, ()))) for place in range(wide)) for cells in rows.values()]
    if len(grid) < 2 or not all(grid[0]) or any(len(cells) != wide for cells in rows.values()):
        for row in grid:
            yield DraftLine(text=" ".join(filter(None, row)), place=f"bảng, đoạn {paragraphs[0].number}")
        return
    table = TextTable(columns=tuple(TextColumn(name=name) for name in grid[0]), rows=tuple(grid[1:]))
    yield DraftLine(text="", table=table, place=f"bảng, đoạn {paragraphs[0].number}")


# A copy that the program made


def _editing_copy(file: WordFile) -> FoundPaper | None:
    styled = [editing_style.read_style(one.style) for one in file.paragraphs]
    if not any(styled):
        return None
    return _Copy(file).read()


class _Copy:
    """An editing copy: each line goes where its style says, one of another style where the line above went."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._outer: dict[str, list[DraftLine]] = {}
        self._body: list[DraftLine] = []
        self._annexes: list[tuple[str, list[DraftLine]]] = []
        self._in_tree = False
        self._last = editing_style.ABOUT_THE_COPY

    def read(self) -> FoundPaper:
        for held, group in groupby(self._file.paragraphs, key=_own_table):
            if held is not None:
                self._into_tree(_styled_table(list(group)))
                continue
            for paragraph in group:
                self._take(paragraph)
        outer = {name: tuple(line.text for line in lines) for name, lines in self._outer.items()}
        signed = outer.get(editing_style.SIGNER, ())
        targets = self._outer.get(editing_style.TARGET, [])
        return FoundPaper(
            file=self._file.name,
            is_editing_copy=True,
            subject=" ".join(outer.get(editing_style.SUBJECT, ())),
            addressees=outer.get(editing_style.ADDRESSEE, ()),
            bases=outer.get(editing_style.BASIS, ()),
            introduction=" ".join(outer.get(editing_style.INTRODUCTION, ())),
            lines=tuple(self._body),
            targets=tuple(targets),
            recipients=outer.get(editing_style.RECIPIENT, ()),
            signer_lines=signed[:-1],
            signer=signed[-1] if signed else "",
            annexes=tuple(FoundAnnex(title=title, lines=tuple(lines)) for title, lines in self._annexes),
        )

    def _take(self, paragraph: Paragraph) -> None:
        style = editing_style.read_style(paragraph.style)
        if paragraph.is_empty:
            return
        if style is not None and style[1] is None:
            self._in_tree, self._last = False, style[0]
        elif style is not None:
            self._in_tree = True
        said, depth = style if style is not None and style[1] is not None else ("", None)
        lines = list(_line(paragraph, said, depth))
        if self._in_tree:
            self._into_tree(lines)
        elif self._last == editing_style.ANNEX:
            self._annexes += [(line.text, []) for line in lines]
        elif self._last == editing_style.TARGET_FIELD:
            self._outer.setdefault(editing_style.TARGET, []).extend(
                line.model_copy(update={"said": editing_style.TARGET_FIELD}) for line in lines
            )
        elif self._last != editing_style.ABOUT_THE_COPY:
            self._outer.setdefault(self._last, []).extend(lines)

    def _into_tree(self, lines: list[DraftLine]) -> None:
        if self._annexes:
            self._annexes[-1][1].extend(lines)
        else:
            self._body.extend(lines)


def _styled_table(paragraphs: list[Paragraph]) -> list[DraftLine]:
    style = editing_style.read_style(paragraphs[0].style)
    said, depth = ("table", style[1]) if style is not None else ("", None)
    lines = _table(paragraphs)
    return [
        line.model_copy(update={"said": said, "depth": depth}) if line.table is not None else line for line in lines
    ]


def _own_table(paragraph: Paragraph) -> object:
    return id(paragraph.cell.table) if paragraph.cell is not None else None
