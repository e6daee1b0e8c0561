"""Make of a paper that was found in a file the text of the year that it shall become, and say what is not certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from vanban.domain import editing_style as styles
from vanban.domain.closing_reading import read_recipients, read_signature
from vanban.domain.document import Annex, AnnexedDocument, Document, Plan
from vanban.domain.draft_line import DraftLine
from vanban.domain.draft_tree import ReadDraft, ReadLine, read_draft
from vanban.domain.found_paper import FoundPaper
from vanban.domain.office import LegalBasis
from vanban.domain.target import ALL_GROUPS
from vanban.domain.target_taking import TakenTarget, TargetLine, find_targets, take_targets
from vanban.domain.text import matching_key, tidy
from vanban.domain.text_table import TextColumn, TextTable
from vanban.domain.text_tree import Block, Outline
from vanban.domain.wording import sentence_case
from vanban.law.basis_reading import cited_texts, known_basis, read_basis
from vanban.law.citation import bases as bases_of_law
from vanban.workflows.texts import YearTexts

_BY_KEY: Final = re.compile(r"Căn cứ mã (\S+)")
_ABOUT_SUBJECT: Final = re.compile(r"^V/v\s*:?\s+", re.IGNORECASE)
_MOST_NUMBERS: Final = 12
NO_FIELD: Final = "(không thuộc lĩnh vực nào)"


@dataclass
class TakenText:
    """The text as it will be, what every line was understood as, and what a person has to look at.

    ``new_bases`` are cited and not in the office's list yet.
    """

    document: Document
    lines: tuple[ReadLine, ...] = ()
    targets: tuple[TakenTarget, ...] = ()
    new_bases: list[LegalBasis] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def take_text(texts: YearTexts, base: Document, found: FoundPaper) -> TakenText:
    """``base`` with everything that ``found`` says; what it does not say stays."""
    draft = read_draft(found.lines)
    taken = TakenText(base, draft.lines)
    changes = _head(texts, base, found, taken)
    blocks, introduction = draft.blocks, found.introduction or None
    if not found.is_editing_copy:
        introduction, blocks = _introduction(draft)
    if isinstance(base, Plan) and not texts.has_target_table:
        blocks, changes["targets"] = _plan_targets(texts, base, found, blocks, taken)
    changes |= {"introduction": introduction, "body": _like_before(blocks, base.body)}
    changes["outline"] = base.outline if found.is_editing_copy else _usual(draft, blocks)
    changes["part_numbers"] = base.part_numbers if found.is_editing_copy else draft.part_numbers
    changes |= _foot(texts, base, found, taken)
    if isinstance(base, AnnexedDocument) and (found.annexes or found.is_editing_copy):
        changes["annexes"] = tuple(_annexes(base, found, taken))
    elif found.annexes:
        taken.doubts.append(f"Văn bản này không mang phụ lục nên {len(found.annexes)} phụ lục của tệp không được lấy.")
    if not found.is_editing_copy:
        taken.doubts += _numbers_that_differ(draft)
    if not blocks:
        taken.doubts.append("Không thấy nội dung nào trong tệp; giữ nội dung đang có.")
        changes["body"] = base.body
    taken.document = base.model_copy(update=changes)
    return taken


# Head


def _head(texts: YearTexts, base: Document, found: FoundPaper, taken: TakenText) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    subject = tidy(found.subject)
    if not found.is_editing_copy:
        subject = sentence_case(_ABOUT_SUBJECT.sub("", subject))
    if subject:
        changes["subject"] = subject
    else:
        taken.doubts.append(f"Không thấy trích yếu; giữ “{base.subject}”.")
    addressees = tuple(_addressee(one) for one in found.addressees)
    if addressees or found.is_editing_copy:
        changes["addressees"] = addressees
    if found.bases or found.is_editing_copy:
        changes["legal_bases"] = tuple(dict.fromkeys(_bases(texts, found, taken)))
    return changes


def _addressee(line: str) -> str:
    return tidy(line.lstrip("-–+ ")).rstrip(" ;.")


def _bases(texts: YearTexts, found: FoundPaper, taken: TakenText) -> Iterator[str]:
    """The keys of the texts that are cited: of the office's list, else of the law's, else new ones."""
    law = bases_of_law(texts.law)
    for text in cited_texts(found.bases):
        by_key = _BY_KEY.fullmatch(text)
        if by_key is not None:
            yield by_key[1]
            continue
        known = known_basis(text, texts.bases)
        if known is None:
            known = known_basis(text, law) or read_basis(text, (*texts.bases, *(one.key for one in taken.new_bases)))
            if known is None:
                taken.doubts.append(f"Không đọc được văn bản nào ở căn cứ “{text}” nên căn cứ này không được lấy.")
                continue
            taken.new_bases.append(known)
            source = "có trong các văn bản của chương trình" if known.key in law else "chưa có ở đâu, hãy đối chiếu"
            taken.doubts.append(f"Căn cứ “{text}”: thêm vào danh sách căn cứ của cơ quan ({source}).")
        yield known.key


# Text


def _introduction(draft: ReadDraft) -> tuple[str | None, tuple[Block, ...]]:
    """What stands before the first number: its first paragraph leads on to the text."""
    blocks = draft.blocks
    if len(blocks) > 1 and blocks[0].text is not None and any(block.text is None for block in blocks):
        return blocks[0].text, blocks[1:]
    return None, blocks


def _usual(draft: ReadDraft, blocks: tuple[Block, ...]) -> Outline:
    return draft.outline if any(block.section is not None for block in blocks) else Outline.ROMAN


def _like_before(blocks: tuple[Block, ...], before: tuple[Block, ...]) -> tuple[Block, ...]:
    """The tables of a text with what a Word file does not say of them: widths, sums, order numbers that are counted."""
    known = [block.table for block in _tables(before) if block.table is not None]
    return tuple(_with_table(block, known) for block in blocks)


def _tables(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.table is not None:
            yield block
        yield from _tables(block.body)


def _with_table(block: Block, known: list[TextTable]) -> Block:
    if block.table is None:
        return block.model_copy(update={"body": tuple(_with_table(inner, known) for inner in block.body)})
    names = [column.name for column in block.table.columns]
    same = next((one for one in known if [column.name for column in one.columns] == names), None)
    if same is None:
        return block
    known.remove(same)
    rows = tuple(_row_as_before(row, number, same) for number, row in enumerate(block.table.rows, start=1))
    return Block(table=TextTable(columns=tuple(_column(one) for one in same.columns), rows=rows))


def _column(column: TextColumn) -> TextColumn:
    return column


def _row_as_before(row: tuple[str, ...], number: int, same: TextTable) -> tuple[str, ...]:
    """A row without its order number, where the rows before had none typed."""
    counted = same.columns[0].is_ordinal and all(len(one) < len(same.columns) for one in same.rows)
    if counted and row[0].strip(" .") in ("", str(number)):
        return row[1:]
    typed = next((one for one in same.rows if len(one) == len(same.columns) and one[1:] == row[1:]), None)
    return typed if typed is not None and same.columns[0].is_ordinal and not typed[0] else row


def _plan_targets(
    texts: YearTexts, plan: Plan, found: FoundPaper, blocks: tuple[Block, ...], taken: TakenText
) -> tuple[tuple[Block, ...], tuple[Any, ...]]:
    if found.is_editing_copy:
        lines = tuple(_target_lines(found.targets))
    else:
        read = find_targets(blocks)
        blocks, lines = read.blocks, read.lines
        if not lines:
            taken.doubts.append("Không nhận ra chỉ tiêu nào; giữ các chỉ tiêu đang có.")
            return blocks, plan.targets
    taken.targets = take_targets(lines, plan.targets, _responsible(texts, plan))
    for one in taken.targets:
        if one.before is None:
            who = ", ".join(one.target.responsible)
            taken.doubts.append(
                f"Chỉ tiêu mới “{one.target.sentence}”: tạm giao “{who}”, hãy xem lại đơn vị, thời hạn."
            )
        if one.doubt:
            taken.doubts.append(f"Chỉ tiêu “{one.target.sentence}”: {one.doubt}.")
    return blocks, tuple(one.target for one in taken.targets)


def _target_lines(lines: Sequence[DraftLine]) -> Iterator[TargetLine]:
    about: str | None = None
    for line in lines:
        if line.said == styles.TARGET_FIELD:
            about = None if line.text == NO_FIELD else line.text
        else:
            yield TargetLine(text=line.text.removeprefix("- "), about=about)


def _responsible(texts: YearTexts, plan: Plan) -> tuple[str, ...]:
    """Who answers for a target of which the text does not say it."""
    if texts.parts.get("groups") or not texts.parts.get("collectives"):
        return (ALL_GROUPS,) if texts.parts.get("groups") or not plan.targets else plan.targets[0].responsible
    return (texts.parts["collectives"][0].key,)


def _numbers_that_differ(draft: ReadDraft) -> Iterator[str]:
    told = 0
    for line in draft.lines:
        if line.typed and line.printed and _bare(line.typed) != _bare(line.printed) and line.said != "item":
            told += 1
            if told <= _MOST_NUMBERS:
                words = line.line.text[:60]
                yield f"{line.line.place}: bản gốc đánh số “{line.typed}”, sẽ in “{line.printed}” (“{words}…”)."
    if told > _MOST_NUMBERS:
        yield f"… và {told - _MOST_NUMBERS} chỗ đánh số khác nữa."


def _bare(label: str) -> str:
    return tidy(re.sub(r"[.()/:–-]+", " ", label)).strip().casefold()


# Foot, annexes


def _foot(texts: YearTexts, base: Document, found: FoundPaper, taken: TakenText) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    recipients, kept = read_recipients(found.recipients)
    if found.recipients:
        changes["recipients"] = recipients
        changes["retained_copy"] = kept if kept is not None else base.retained_copy
    else:
        taken.doubts.append("Không thấy nơi nhận; giữ nơi nhận đang có.")
    signature = (
        read_signature(found.signer_lines, found.signer, texts.signatories, base.issuer) if found.signer else None
    )
    if signature is not None:
        changes["signature"] = signature
    elif found.signer:
        lines = ", ".join((*found.signer_lines, found.signer))
        taken.doubts.append(
            f"Người ký ở tệp là {lines}: chưa có trong danh sách người ký của cơ quan, nên giữ người ký đang có."
        )
    else:
        taken.doubts.append("Không thấy người ký; giữ người ký đang có.")
    return changes


def _annexes(base: AnnexedDocument, found: FoundPaper, taken: TakenText) -> Iterator[Annex]:
    before: Mapping[str, Annex] = {matching_key(annex.title): annex for annex in base.annexes}
    for place, annex in enumerate(found.annexes):
        draft = read_draft(annex.lines)
        if not draft.blocks:
            taken.doubts.append(f"Phụ lục “{annex.title}” không có nội dung nào đọc được nên không được lấy.")
            continue
        own = before.get(matching_key(annex.title))
        if own is None and found.is_editing_copy and place < len(base.annexes):
            own = base.annexes[place]
        blocks = _like_before(draft.blocks, own.body if own else ())
        if own is not None:
            yield own.model_copy(update={"title": annex.title, "body": blocks})
        else:
            yield Annex(title=annex.title or f"Phụ lục {place + 1}", outline=draft.outline, body=blocks)
