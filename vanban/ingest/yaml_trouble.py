"""Turn what the YAML parser says into Vietnamese: the line where a person should look, the reason, the remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from vanban.domain.text import TextFault

_QUOTE = 'Hãy đặt cả lời văn trong dấu nháy kép thẳng "…".'
_ALIGN = "Hãy canh thẳng bằng dấu cách các dòng của cùng một nhóm."
_ALIGN_DASHES = "Hãy canh thẳng các dấu “-” của cùng một danh sách."

_TAB = TextFault("Có phím Tab ở đầu dòng.", "Hãy thay bằng các dấu cách.")
_SECOND_COLON = TextFault("Lời văn có dấu hai chấm.", _QUOTE)
_NO_SPACE = TextFault("Sau dấu hai chấm thiếu dấu cách.", "Hãy ghi “tên mục: lời văn”, có dấu cách sau dấu hai chấm.")
_INDENT = TextFault("Dòng này thụt vào không thẳng với các dòng cùng nhóm.", _ALIGN)
_OTHERWISE = TextFault("Dòng này viết sai cách.", "Hãy so với một mục đã ghi đúng trong tệp mẫu.")

_PROBLEMS = (
    (
        r"could not find expected ':'",
        "Thiếu dấu hai chấm sau tên mục, hoặc dòng nối tiếp chưa thụt vào.",
        "Hãy ghi “tên mục: lời văn”, có dấu cách sau dấu hai chấm.",
    ),
    (r"character '\\t'", *_TAB),
    (
        r"that cannot start|expected the node content|block scalar|line break|indentation indicators",
        "Lời văn bắt đầu bằng một dấu có nghĩa riêng.",
        _QUOTE,
    ),
    (
        r"escape",
        "Dấu “\\” trong dấu nháy kép có nghĩa riêng.",
        "Hãy đặt lời văn trong dấu nháy đơn thẳng '…'.",
    ),
    (
        r"unexpected end of stream|document separator",
        "Dấu nháy mở ở đây chưa được đóng.",
        "Hãy thêm dấu nháy cùng loại vào cuối lời văn.",
    ),
    (
        r"sequence entries are not allowed",
        "Danh sách không được bắt đầu ngay sau tên mục.",
        "Hãy xuống dòng sau dấu hai chấm rồi ghi mỗi mục trên một dòng “- …”.",
    ),
    (r"but found '(-|<block sequence start>)'", "Dấu “-” đầu dòng không thẳng với các mục khác.", _ALIGN_DASHES),
    (
        r"but found '\?'",
        "Danh sách và mục có tên lẫn vào nhau.",
        "Hãy thụt các dòng của một mục vào thẳng với chữ sau dấu “-”.",
    ),
    (
        r"',' or '[\]}]'",
        "Dấu ngoặc mở ở đây chưa được đóng, hoặc thiếu dấu phẩy.",
        'Hãy đóng ngoặc, hoặc đặt cả lời văn trong dấu nháy kép thẳng "…".',
    ),
    (r"expected <block end>, but found '<scalar>'", "Có chữ thừa sau dấu nháy đóng.", _QUOTE),
    (r"expected <block end>|<document start>", *_INDENT),
)
_AT_OPENING = re.compile(r"unexpected end of stream|document separator|could not find expected|',' or '[\]}]'")
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_UNREADABLE = yaml.reader.Reader.NON_PRINTABLE
_TIGHT_COLON = re.compile(r"\s*(- +)?[^\s:#\"']+:[^\s:/]")


@dataclass(frozen=True)
class Trouble:
    """What is wrong at one line of the text."""

    line: int
    fault: TextFault


def lines_of(text: str) -> list[str]:
    """The lines of a text as the parser counts them."""
    return _LINE_BREAK.split(text)


def unreadable_characters(text: str) -> list[Trouble]:
    """The lines with a character that no YAML text may hold."""
    found = ((number, _UNREADABLE.search(line)) for number, line in enumerate(lines_of(text), start=1))
    return [
        Trouble(
            number,
            TextFault(
                f"Có ký tự điều khiển không nhìn thấy (U+{ord(character[0]):04X}).",
                "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy.",
            ),
        )
        for number, character in found
        if character is not None
    ]


def explain_syntax(error: yaml.MarkedYAMLError, text: str) -> Trouble:
    """A syntax error of the parser in Vietnamese."""
    problem = error.problem or ""
    mark = (error.context_mark if _AT_OPENING.search(problem) else None) or error.problem_mark
    lines = lines_of(text)
    index = min(mark.line if mark else 0, len(lines) - 1)
    # At the end of the text the parser points behind the last line.
    if index and not lines[index]:
        index -= 1
    if lines[index].lstrip(" ").startswith("\t"):
        return Trouble(index + 1, _TAB)
    if "mapping values are not allowed" in problem:
        return _stray_colon(lines, index, mark.column if mark else 0)
    for pattern, reason, remedy in _PROBLEMS:
        if re.search(pattern, problem):
            return Trouble(index + 1, TextFault(reason, remedy))
    return Trouble(index + 1, _OTHERWISE)


def _stray_colon(lines: list[str], index: int, column: int) -> Trouble:
    """A colon where no name can be: a second one on the line, none with its space on the line above, or indentation."""
    if ": " in lines[index][:column]:
        return Trouble(index + 1, _SECOND_COLON)
    above = next((number for number in range(index - 1, -1, -1) if lines[number].strip()), None)
    if above is not None and _TIGHT_COLON.match(lines[above]):
        return Trouble(above + 1, _NO_SPACE)
    return Trouble(index + 1, _INDENT)
