"""What docs/loi-van.md publishes holds of every message: no machine's word, no English name alone, one term a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from vanban.domain.record import Record
from vanban.errors import VanbanError
from vanban.kinds import KINDS
from vanban.workflows.check import EVERY_PART
from wording.messages import every_message, sentences

GUIDE = Path(__file__).parents[2] / "docs" / "loi-van.md"

MACHINE_WORDS = (
    r"\bbytes?\b",
    r"\bbit\b",
    r"\bWAL\b",
    r"\bJSON\b",
    r"\bXML\b",
    r"\bYAML\b",
    r"\bSQL(ite)?\b",
    r"\bHTTP\b",
    r"SHA-?\d*\b",
    r"\bhash\b",
    r"\bBagIt\b",
    r"(?i)\btraceback\b",
    r"(?i)\bpixel\b",
    r"(?i)\btoken\b",
    r"(?i)mã kết thúc",
    r"(?i)giá trị(?! thực hiện)",
    r"(?i)chế độ ghi",
    r"(?i)tham số",
    r"(?i)bảng mã",
    r"\bUTF-8\b",
    r"(?i)\bregex\b",
    r"\bnull\b",
)
TWO_TERMS = {
    "số đo": r"(?i)\bsố đo\b",
    "mục thứ": r"(?i)\bmục thứ\b",
    "kho (trần)": r"(?i)(?<!\w)kho(?! lưu trữ| bạc)(?!\w)",
    "sổ văn bản đi": r"(?i)\bsổ văn bản đi\b",
    "dòng tiêu đề": r"(?i)\b(dòng|hàng) tiêu đề\b",
    "bản ký": r"(?i)\bbản ký\b",
    "bản để dùng": r"(?i)(?<!văn )\bbản để dùng\b",
    "căn giữa": r"(?i)\bcăn (giữa|lề|thẳng|đều|trái|phải)\b",
    "thẻ (của mẫu)": r"(?i)\bthẻ\b(?! nhớ)",
    "trường (của mẫu)": r"(?i)\b(tên|dùng|in|một|nhóm|từng) trường\b(?! (học|hợp|trải))",
    "thí dụ": r"(?i)\bthí dụ\b|\bVD\b|\bv\.d\.",
    "hoá": r"(?i)\b(khoá|hoá)\b",
    "Điều trước khoản": r"Điều \d+ khoản|Điều \d+\.\d",
    "bạn": r"(?i)\bbạn\b(?! (đọc|bè))",
    "Vui lòng": r"(?i)\bvui lòng\b",
    "tệp tin": r"(?i)\btệp tin\b",
}
ALLOWED = {
    ("vanban/ingest/decoding.py", r"\bUTF-8\b"): "chữ phải chọn trong hộp thoại của Excel, Notepad",
    ("vanban/gate.py", r"\bXML\b"): "tên kiểu tệp như hộp thoại của Office ghi",
    ("vanban/law/capitals.py", "bạn"): "từ ngữ mà quy tắc viết hoa xét",
    ("vanban/law/capitals.py", "hoá"): "cách viết mà quy tắc nhận ra",
    ("vanban/domain/counted_units.py", "hoá"): "cách viết mà người dùng gõ",
    ("vanban/domain/counted_units.py", "thẻ (của mẫu)"): "đơn vị đếm mà người dùng gõ",
    ("vanban/domain/progress.py", "số đo"): "tên cột của bảng năm trước, vẫn đọc được",
    ("vanban/domain/target.py", "số đo"): "tên cột của bảng năm trước, vẫn đọc được",
    ("vanban/domain/record_value.py", r"(?i)giá trị(?! thực hiện)"): "tên cột của phiếu năm trước, vẫn đọc được",
}
"""Where a word stands that is otherwise not said, and why."""

_COMMANDS = ("vanban/workflows/new_paper.py",)
"""What is written into a new description: the keys are what stands there."""
LONGEST = 25
"""Syllables of a sentence at most, what stands in parentheses apart."""

ENGLISH = {part.name for part in EVERY_PART} | {part.stem for part in EVERY_PART} | {kind.name for kind in KINDS}
_TYPED = re.compile(
    r"\([^()]*\)|“[^”]*”|\"[^\"]*\"|\{[^{}]*\}|vanban "
    r"[^,.;”)]*|\S*\.(yaml|xlsx|docx|csv|json|jsonl|pdf|txt)\b|--\S+|data/\S+"
)
"""Where a name may stand as it is typed: in parentheses behind the Vietnamese one, in quotation marks, in a command."""


def _allowed(place: str, rule: str) -> bool:
    return (place, rule) in ALLOWED


@pytest.mark.parametrize("rule", MACHINE_WORDS)
def test_no_message_has_a_machines_word(rule: str) -> None:
    found = [one for one in every_message() if re.search(rule, one.words) and not _allowed(one.place, rule)]
    assert found == []


@pytest.mark.parametrize("term", TWO_TERMS)
def test_one_thing_has_one_term(term: str) -> None:
    found = [one for one in every_message() if re.search(TWO_TERMS[term], one.words) and not _allowed(one.place, term)]
    assert found == []


def test_no_paper_table_or_option_is_named_in_english_alone() -> None:
    names = re.compile(rf"\b(?:[a-z]+_[a-z_]+|{'|'.join(sorted(ENGLISH, key=len, reverse=True))})\b(?!-)")
    found = []
    for one in every_message():
        bare = _TYPED.sub(" ", _TYPED.sub(" ", one.words))
        found += [(one.place, name, one.words) for name in names.findall(bare)]
    assert found == []


def test_no_field_is_named_by_its_key_alone() -> None:
    """“Hãy thêm vào mục Mã tập thể chịu trách nhiệm (responsible)”, never “vào responsible”."""
    keys = sorted({name for model in _models() for name in model.model_fields if len(name) > 3})
    bare = re.compile(rf"(?<![\w./:=-])({'|'.join(keys)})(?![\w./:=-])")
    found = []
    for one in every_message():
        if not one.place.endswith("--help") and one.place not in _COMMANDS:
            found += [(one.place, key, one.words) for key in bare.findall(_TYPED.sub(" ", _TYPED.sub(" ", one.words)))]
    assert found == []


def _models(above: type[Record] = Record) -> Iterator[type[Record]]:
    """The records that a clerk's files hold."""
    for model in above.__subclasses__():
        if model.__module__.startswith("vanban.domain."):
            yield model
        yield from _models(model)


def test_sentences_are_short() -> None:
    long = {
        (one.place, said) for one in every_message() for said in sentences(one.words) if len(said.split()) > LONGEST
    }
    assert long == set()


def leaves(kind: type[VanbanError] = VanbanError) -> list[type[VanbanError]]:
    return [one for child in kind.__subclasses__() for one in ([child] if child.sentence else []) + leaves(child)]


@pytest.mark.parametrize("kind", leaves(), ids=lambda kind: kind.__name__)
def test_every_remedy_says_what_to_do(kind: type[VanbanError]) -> None:
    assert re.search(r"\b[Hh]ãy\b|\{", kind.remedy), kind.remedy


@pytest.mark.parametrize("word", ["số đo", "mục thứ", "giá trị", "byte", "SHA-256", "dòng tiêu đề", "thí dụ"])
def test_the_published_list_has_what_the_test_forbids(word: str) -> None:
    assert word in GUIDE.read_text(encoding="utf-8")
