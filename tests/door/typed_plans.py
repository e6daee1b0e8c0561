"""Plans of other offices with what a person sees in each line: the files that are tried, how much was read right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from vanban.domain.draft_tree import read_draft
from vanban.domain.found_paper import FoundPaper
from vanban.domain.target import Target
from vanban.domain.target_taking import find_targets, take_targets
from vanban.domain.text import tidy
from vanban.domain.text_tree import SAYING, Block
from vanban.domain.typed_label import label_of
from vanban.proofread import find_paper, find_paper_in_text

PLANS: Final = Path(__file__).parent / "plans"
_LINE: Final = re.compile(r"(?P<depth>\d?)(?P<sort>[.iKMSACPITthx])(?P<look>[*^]*)(?P<aims>[^|]*)\|(?P<text>.*)")
_SORTS: Final = dict(
    zip("KMSACPIT", ("part", "chapter", "section", "article", "clause", "point", "item", "text"), strict=True)
)
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LEVELS: Final = {"roman": 0, "arabic": 1, "letter": 2, "dash": 3}

Seen = tuple[int, str, str]
"""Inside how many blocks, which field, how the words begin."""


@dataclass
class TypedPlan:
    """A plan as it was typed: its form, its lines with their looks, the blocks and aims that a person sees."""

    name: str
    form: str
    lines: list[tuple[str, str, str]] = field(default_factory=list)
    blocks: list[Seen] = field(default_factory=list)
    aims: list[tuple[str, ...]] = field(default_factory=list)
    introduction: str = ""


@dataclass(frozen=True)
class Score:
    """How many blocks and targets there are, how many were read right, and which were not."""

    blocks: int
    right_blocks: int
    targets: int
    right_targets: int
    wrong: tuple[str, ...]


def typed_plan(path: Path) -> TypedPlan:
    """Read one of the files with their marks."""
    form, *rows = path.read_text("utf-8").splitlines()
    plan = TypedPlan(path.stem, form)
    last_aim = -1
    for row in rows:
        found = _LINE.fullmatch(row)
        assert found is not None, row
        text = found["text"].removeprefix(" ") if found["sort"] != "." else found["text"][1:]
        plan.lines.append((found["sort"], found["look"], text))
        depth = int(found["depth"] or 0)
        if found["sort"] == "i":
            plan.introduction = text
        if found["sort"] in "tx":
            plan.aims.append(tuple(one.strip() for one in found["aims"].split(";")))
        if found["sort"] in "th" and last_aim != depth:
            plan.blocks.append((depth, "inset", ""))
        last_aim = depth if found["sort"] in "thx" else -1
        if found["sort"] in _SORTS:
            label = label_of(text)
            words = label.rest if label and found["sort"] != "T" else text
            plan.blocks.append((depth, _SORTS[found["sort"]], tidy(words)[:24]))
    _title_parts(plan)
    return plan


def _title_parts(plan: TypedPlan) -> None:
    """The title of a part stands on the line below its number."""
    for place, (sort, _, text) in enumerate(plan.lines):
        if sort in "KM" and (label := label_of(text)) is not None and not label.rest:
            wanted = next(n for n, seen in enumerate(plan.blocks) if seen[1] in ("part", "chapter") and not seen[2])
            depth, said, _ = plan.blocks[wanted]
            plan.blocks[wanted] = (depth, said, plan.lines[place + 1][2][:24])


def found_paper(plan: TypedPlan) -> FoundPaper:
    """What the program finds in the file of the plan's form."""
    if plan.form == "text":
        return find_paper_in_text("\n".join(text for _, _, text in plan.lines), "kế hoạch.txt")
    return find_paper(word_file(plan), "kế hoạch.docx")


def score(plan: TypedPlan) -> Score:
    """How much of a plan is read as a person reads it."""
    draft = read_draft(found_paper(plan).lines)
    blocks = draft.blocks
    wrong: list[str] = []
    if plan.introduction:
        if not (blocks and blocks[0].text == plan.introduction):
            wrong.append("lời dẫn")
        blocks = blocks[1:]
    found = find_targets(blocks)
    seen = list(_seen(found.blocks, 0))
    matcher = SequenceMatcher(a=plan.blocks, b=seen, autojunk=False)
    right = 0
    for sort, start, end, begin, stop in matcher.get_opcodes():
        right += end - start if sort == "equal" else 0
        wrong += [] if sort == "equal" else [f"khối {plan.blocks[start:end]} đọc thành {seen[begin:stop]}"]
    targets = [one.target for one in take_targets(found.lines, (), ("groups",))]
    aims = [_aims(one) for one in targets]
    equal = SequenceMatcher(a=plan.aims, b=aims, autojunk=False)
    right_aims = sum(block.size for block in equal.get_matching_blocks())
    for sort, start, end, begin, stop in equal.get_opcodes():
        wrong += [] if sort == "equal" else [f"chỉ tiêu {plan.aims[start:end]} đọc thành {aims[begin:stop]}"]
    return Score(len(plan.blocks), right, len(plan.aims), right_aims, tuple(wrong))


def _seen(blocks: Sequence[Block], depth: int) -> list[Seen]:
    made: list[Seen] = []
    for block in blocks:
        said = next((name for name in SAYING if getattr(block, name) is not None), "inset" if block.inset else "table")
        made.append((depth, said, tidy(block.words)[:24]))
        made += _seen(block.body, depth + 1)
    return made


def _aims(target: Target) -> tuple[str, ...]:
    said = []
    for one in target.measures:
        if one.value is None:
            said.append(one.comparison.value)
        else:
            value, upper = (f"{number:f}" if number is not None else "-" for number in (one.value, one.upper))
            said.append(f"{one.comparison.value} {value} {upper} {one.unit or '-'}")
    return tuple(said)


# The Word file


def word_file(plan: TypedPlan) -> bytes:
    """The plan as a Word file with its bold and centred lines; where its form says so, Word counts the numbers."""
    body, rows, restarts = "", [], 0
    for sort, look, text in plan.lines:
        if sort in "hx":
            rows.append([cell.strip() for cell in text.split("¦")])
            continue
        body, rows = body + _table(rows), []
        label = label_of(text) if plan.form == "auto" and sort not in ".iT" else None
        number = ""
        if label is not None and label.sort in _LEVELS:
            text = label.rest
            number = f'<w:numPr><w:ilvl w:val="{_LEVELS[label.sort]}"/><w:numId w:val="1"/></w:numPr>'
            restarts += 1
        body += _paragraph(text, bold="*" in look, centred="^" in look, number=number)
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        packed.writestr("[Content_Types].xml", _CONTENT_TYPES)
        packed.writestr("_rels/.rels", _relations("officeDocument", "word/document.xml"))
        packed.writestr("word/_rels/document.xml.rels", _relations("numbering", "numbering.xml"))
        packed.writestr("word/numbering.xml", _NUMBERING)
        packed.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
    return made.getvalue()


def _paragraph(text: str, *, bold: bool, centred: bool, number: str) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    place = '<w:jc w:val="center"/>' if centred else ""
    runs = '</w:t><w:tab/><w:t xml:space="preserve">'.join(map(escape, text.split("\t")))
    return f'<w:p><w:pPr>{number}{place}</w:pPr><w:r>{look}<w:t xml:space="preserve">{runs}</w:t></w:r></w:p>'


def _table(rows: list[list[str]]) -> str:
    if not rows:
        return ""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{_paragraph(cell, bold=False, centred=False, number='')}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>{made}</w:tbl>"


_CONTENT_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/numbering.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>'
)


def _relations(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
        "</Relationships>"
    )


def _level(place: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


_NUMBERING: Final = (
    f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0">'
    + _level(0, "upperRoman", "%1.")
    + _level(1, "decimal", "%2.")
    + _level(2, "lowerLetter", "%3)")
    + _level(3, "bullet", "-")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
