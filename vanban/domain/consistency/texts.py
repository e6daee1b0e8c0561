"""Places between braces that nothing fills."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.domain.consistency.documents import documents, key_of
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.document import AnnexedDocument, Document
from vanban.domain.figures import figures_within
from vanban.domain.finding import Severity
from vanban.domain.numbering import CITATION, cited_basis, meant, numbered_document
from vanban.domain.office_words import WORD_NAMES
from vanban.domain.own_paper import OwnPaper
from vanban.domain.own_sheets import columns_named
from vanban.domain.suggestion import did_you_mean
from vanban.domain.target import placeholders
from vanban.domain.text_tree import SAYING, Block, typed_label
from vanban.domain.year import Year

_PLACEHOLDER: Final = re.compile(r"\{\w+\}")


def unknown_figures(year: Year) -> Iterator[Fault]:
    """A figure in a document's text that composing does not know."""
    for path, text in filled_texts(year):
        known = (*_columns(year, path), *figures_within(str(path[0])))
        for name in dict.fromkeys(placeholders(text)):
            if name in WORD_NAMES and name not in known:
                yield _unsaid(year, path, name)
            elif name not in known and not _is_citation(year, name, path):
                yield Fault(
                    path=path,
                    value=f"{{{name}}}",
                    reason=f"Không có chỗ điền nào tên như vậy.{did_you_mean(name, (*known, *WORD_NAMES))}",
                    remedy="Hãy sửa tên chỗ điền theo mục “Số liệu trong lời văn” của hướng dẫn "
                    "(docs/huong-dan.md), hoặc ghi thẳng chữ, số "
                    "vào lời văn.",
                )


def _unsaid(year: Year, path: Path, name: str) -> Fault:
    """A word of the office that its data do not say, or that its units do not have."""
    return Fault(
        path=path,
        value=f"{{{name}}}",
        reason=f"Dữ liệu cơ quan không có mục này nên chỗ trống để nguyên; {year.office.own_noun} này không ghi "
        f"hoặc loại đơn vị “{year.office.unit_kind.noun}” không có.",
        remedy="Hãy ghi thêm vào tệp Cơ quan (office.yaml), hoặc bỏ chỗ điền này khỏi lời văn.",
    )


def _columns(year: Year, path: Path) -> tuple[str, ...]:
    """The columns that the text of a paper of the office's own may name."""
    match path:
        case ("own_papers", int(position), *_):
            return columns_named(year, year.own_papers[position])
    return ()


def _is_citation(year: Year, name: str, path: Path) -> bool:
    """Whether the place names a text of the law, or another document of the set, as a text that stands there may."""
    if not name.startswith(CITATION):
        return False
    cited = name.removeprefix(CITATION)
    if cited_basis(year, cited):
        return True
    return numbered_document(year, *meant(year, cited, key_of(year, path))) is not None


def stray_braces(year: Year) -> Iterator[Fault]:
    """A brace that opens or closes no figure: it would be printed."""
    for path, text in filled_texts(year):
        if "{" in (left := _PLACEHOLDER.sub("", text)) or "}" in left:
            yield Fault(
                path=path,
                value=text,
                reason="Có dấu ngoặc nhọn không thuộc chỗ trống nào nên sẽ bị in ra.",
                remedy="Hãy viết chỗ trống liền nhau như {year}, hoặc bỏ dấu ngoặc nhọn.",
            )


def figures_outside_text(year: Year) -> Iterator[Fault]:
    """A figure where nothing is filled in: the subject, the introduction, an addressee, a recipient."""
    for path, text in _fixed(year):
        if "{" in text or "}" in text:
            yield Fault(
                path=path,
                value=text,
                reason="Mục này in nguyên văn, không điền số liệu vào dấu ngoặc nhọn.",
                remedy="Hãy ghi hẳn nội dung, hoặc chuyển câu này vào phần nội dung (body).",
            )


def filled_texts(year: Year) -> Iterator[tuple[Path, str]]:
    """Every text in which figures are filled in."""
    for path, document in documents(year):
        yield from block_texts((*path, "body"), document.body)
        for position, annex in enumerate(document.annexes if isinstance(document, AnnexedDocument) else ()):
            yield from block_texts((*path, "annexes", position, "body"), annex.body)


def block_texts(path: Path, blocks: tuple[Block, ...]) -> Iterator[tuple[Path, str]]:
    """Every text of the blocks and of those inside them, with where it stands below ``path``."""
    for position, block in enumerate(blocks):
        for field in SAYING:
            text: str | None = getattr(block, field)
            if text is not None:
                yield (*path, position, field), text
        yield from block_texts((*path, position, "body"), block.body)


def _fixed(year: Year) -> Iterator[tuple[Path, str]]:
    for path, document in documents(year):
        if not isinstance(document, OwnPaper):
            yield from (((*path, *within), text) for within, text in fixed_texts(document))


def fixed_texts(document: Document) -> Iterator[tuple[Path, str]]:
    """Every text of a document that is printed as it stands, with where it stands in the document."""
    yield ("subject",), document.subject
    yield ("introduction",), document.introduction or ""
    for position, addressee in enumerate(document.addressees):
        yield ("addressees", position), addressee
    for position, recipient in enumerate(document.recipients):
        yield ("recipients", position, "name"), recipient.name
    yield ("circulation",), document.circulation or ""
    yield from _cells(("body",), document.body)
    for position, annex in enumerate(document.annexes if isinstance(document, AnnexedDocument) else ()):
        yield ("annexes", position, "title"), annex.title
        yield from _cells(("annexes", position, "body"), annex.body)


def _cells(path: Path, blocks: tuple[Block, ...]) -> Iterator[tuple[Path, str]]:
    """What stands in the tables of a text."""
    for position, block in enumerate(blocks):
        if block.table is not None:
            within = (*path, position, "table")
            yield from (((*within, "columns", n, "name"), column.name) for n, column in enumerate(block.table.columns))
            yield from (((*within, "rows", n), cell) for n, row in enumerate(block.table.rows) for cell in row)
        yield from _cells((*path, position, "body"), block.body)


def typed_labels(year: Year) -> Iterator[Fault]:
    """A number or dash typed where the program puts its own, which is taken off; or at the start of a paragraph."""
    for path, text in filled_texts(year):
        label = typed_label(text)
        if label and path[-1] != "text":
            yield Fault(
                path=path,
                value=text,
                reason=f"Đầu mục có gõ sẵn “{label}”; chương trình tự đánh số, gạch đầu dòng nên bỏ phần này khi in.",
                remedy=f"Hãy xóa “{label}” ở đầu; nếu là nội dung thì hãy viết khác đi.",
                severity=Severity.WARNING,
            )
        elif label:
            yield Fault(
                path=path,
                value=text,
                reason=f"Đoạn văn bắt đầu bằng “{label}” gõ tay nên số không tự đổi khi thêm, bớt mục.",
                remedy="Hãy dùng “clause:” (1.), “point:” (a), “item:” (-) thay cho “text:” và xóa phần gõ tay.",
                severity=Severity.WARNING,
            )


RULES: Final = (unknown_figures, stray_braces, figures_outside_text, typed_labels)
