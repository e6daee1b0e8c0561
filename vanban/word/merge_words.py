"""The instruction of a field of a mail merge, turned into a tag of a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from vanban.domain.own_paper import ColumnKind
from vanban.ooxml.fields import MERGING
from vanban.word.merge_fields import MergeField

_TOKEN: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|(\\[*@#!a-zA-Z])|([^\s"\\]+)', re.DOTALL)
_QUOTES: Final = str.maketrans("“”„", '"""')
_INNER: Final = "\ue000{}\ue001"
_IS_INNER: Final = re.compile("\ue000(\\d+)\ue001")
_OPERATORS: Final = {"=": "==", "<>": "!="}
_WILD: Final = re.compile(r"[*?]")
_TAG: Final = re.compile(r"\{[{%#]|[}%#]\}")

MERGE_WORDS: Final = MERGING | {"IF", "ASK", "FILLIN", "SET", "DATABASE", "COMPARE"}
"""What a field of a mail merge begins with, of which a template keeps none."""

_EXPLAINED: Final = {
    "NEXT": "lệnh NEXT (in người tiếp theo trên cùng trang) đã bỏ: mỗi dòng của bảng nay là một văn bản. Muốn nhiều "
    "dòng trên một trang thì ghi “one_per: document” và lặp {%p for row in rows %} … {%p endfor %} trong mẫu.",
    "NEXTIF": "lệnh NEXTIF đã bỏ: hãy viết {% if … %} quanh phần cần in có điều kiện.",
    "SKIPIF": "lệnh SKIPIF (bỏ qua một số người) đã bỏ: hãy xóa các dòng không cần khỏi bảng.",
    "MERGEREC": "số thứ tự của lần trộn (MERGEREC) đã bỏ: cần in thì hãy thêm cột “STT” vào bảng và vào mục Các cột "
    "(columns).",
    "MERGESEQ": "số thứ tự của lần trộn (MERGESEQ) đã bỏ: cần in thì hãy thêm cột “STT” vào bảng và vào mục Các cột "
    "(columns).",
    "ADDRESSBLOCK": 'khối địa chỉ (ADDRESSBLOCK) đã bỏ: hãy viết từng cột cần in, ví dụ {{ row["Địa chỉ"] }}.',
    "GREETINGLINE": 'dòng chào (GREETINGLINE) đã bỏ: hãy viết lời chào với cột cần in, ví dụ {{ row["Họ tên"] }}.',
}
_ASKED: Final = "lệnh {word} (hỏi khi trộn hoặc tính lúc trộn) đã bỏ: hãy thêm một cột cho điều ấy."
_IF_KEPT: Final = (
    "một lệnh IF không chuyển được nên chỉ giữ chữ đang hiện “{shown}”: hãy viết lại trong mẫu, "
    'ví dụ {{% if row["Giới tính"] == "Nữ" %}}bà{{% else %}}ông{{% endif %}}.'
)
_IF_TURNED: Final = "một lệnh IF đã chuyển thành {tag}: hãy đọc lại điều kiện trong mẫu."


@dataclass(frozen=True)
class Turned:
    """The tag that takes a field's place, ``None`` where the text that it shows stays; what has to be said."""

    tag: str | None
    note: str = ""


Name = Callable[[str, ColumnKind], str]
"""Takes what a field calls its column and what is printed of it; gives the column's name."""


def turned(field: MergeField, shown: str, column: Name) -> Turned:
    """The tag for a field of a mail merge, which shows ``shown`` now."""
    words = list(_tokens(field))
    word = words[0].upper() if words else ""
    if word == "MERGEFIELD" and len(words) > 1:
        return Turned(_merged(words[1], words[2:], column))
    if word == "IF":
        tag = _chosen(field, words[1:], column)
        return Turned(tag, _IF_TURNED.format(tag=tag)) if tag else Turned(None, _IF_KEPT.format(shown=shown))
    return Turned("", _EXPLAINED.get(word) or _ASKED.format(word=word or "trống"))


def word_of(field: MergeField) -> str:
    """What the field does, in capitals."""
    return next((token.upper() for token in _tokens(field)), "")


def _tokens(field: MergeField) -> Iterator[str]:
    """The words of the instruction; a field inside it is one word that stands for it; quotation marks come off."""
    said = "".join(
        piece.translate(_QUOTES) if isinstance(piece, str) else _INNER.format(at)
        for at, piece in enumerate(field.pieces)
    )
    for quoted, switch, bare in _TOKEN.findall(said):
        yield switch or bare or quoted.replace('\\"', '"').replace("\\\\", "\\")


def _merged(name: str, switches: list[str], column: Name) -> str:
    """``{{ row["Họ tên"]|upper }}``, with what the switches print before and after a cell that is not blank."""
    given = dict(_switches(switches))
    kind = ColumnKind.DATE if "@" in given else ColumnKind.NUMBER if "#" in given else ColumnKind.TEXT
    row = f'row["{column(name, kind)}"]'
    cased = {
        "upper": f"{{{{ {row}|upper }}}}",
        "lower": f"{{{{ {row}|lower }}}}",
        "caps": f"{{{{ {row}|title }}}}",
        "firstcap": f"{{{{ {row}[:1]|upper }}}}{{{{ {row}[1:] }}}}",
    }
    tag = cased.get(given.get("*", ""), f"{{{{ {row} }}}}")
    before, after = _plain(given.get("b", "")), _plain(given.get("f", ""))
    return f"{{% if {row} %}}{before}{tag}{after}{{% endif %}}" if before or after else tag


def _switches(words: list[str]) -> Iterator[tuple[str, str]]:
    """Each switch with its argument; of several formats the one that changes letters."""
    for at, word in enumerate(words):
        if not word.startswith("\\") or len(word) != 2:
            continue
        argument = words[at + 1] if at + 1 < len(words) and not words[at + 1].startswith("\\") else ""
        if word == "\\*":
            argument = argument.lower()
            if argument not in ("upper", "lower", "caps", "firstcap"):
                continue
        yield word[1].lower(), argument


def _chosen(field: MergeField, words: list[str], column: Name) -> str | None:
    """``{% if row["Giới tính"] == "Nam" %}ông{% else %}bà{% endif %}``; ``None`` for what compares in another way."""
    if len(words) not in (4, 5) or words[1] not in _OPERATORS or _WILD.search(words[2]):
        return None
    left, right = _operand(field, words[0], column), _operand(field, words[2], column)
    yes = _spoken(field, words[3], column)
    no = _spoken(field, words[4] if len(words) == 5 else "", column)
    if left is None or right is None or yes is None or no is None:
        return None
    otherwise = f"{{% else %}}{no}" if no else ""
    return f"{{% if {left} {_OPERATORS[words[1]]} {right} %}}{yes}{otherwise}{{% endif %}}"


def _operand(field: MergeField, word: str, column: Name) -> str | None:
    """One side of a comparison: a column, or words between quotation marks."""
    inner = _IS_INNER.fullmatch(word)
    if inner is None:
        return None if _IS_INNER.search(word) or _TAG.search(word) or '"' in word or "\\" in word else f'"{word}"'
    piece = field.pieces[int(inner[1])]
    tokens = list(_tokens(piece)) if isinstance(piece, MergeField) else []
    if len(tokens) < 2 or tokens[0].upper() != "MERGEFIELD":
        return None
    return f'row["{column(tokens[1], ColumnKind.TEXT)}"]'


def _spoken(field: MergeField, words: str, column: Name) -> str | None:
    """What is printed on one side of a choice: words, with fields inside them as tags."""
    said: list[str] = []
    for at, piece in enumerate(_IS_INNER.split(words)):
        if at % 2 == 0:
            said.append(_plain(piece))
            continue
        inner = field.pieces[int(piece)]
        tag = turned(inner, "", column).tag if isinstance(inner, MergeField) else None
        if tag is None:
            return None
        said.append(tag)
    return "".join(said)


def _plain(words: str) -> str:
    """Words that no template takes for a tag."""
    return _TAG.sub("", words)
