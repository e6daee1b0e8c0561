"""Which characters a Word file carries unchanged, and which field brought one that it does not (F1, T03, T04)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

_BREAKS: Final = "\t\n\a\f"
r"""What docxtpl turns into tabs, line breaks, new paragraphs and page breaks."""

_UNCARRIED: Final = re.compile(
    "[\x00-\x06\x08\x0b\x0d-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Control characters of C0 and C1, lone surrogates, noncharacters."""

_SUSPECT_BYTES: Final = bytes([*range(0x20), 0x7F, 0xC2, 0xED, 0xEF, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4])
"""Bytes of UTF-8 that an uncarried character or a break cannot do without."""

_DEEPEST: Final = 12


def is_plain(text: str) -> bool:
    """Whether ``text`` surely has neither uncarried characters nor breaks: one pass over its bytes, no false yes."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _SUSPECT_BYTES)) == len(data)


def has_breaks(text: str) -> bool:
    r"""Whether ``text`` has any of ``\n \t \a \f``."""
    return any(character in text for character in _BREAKS)


def uncarried(text: str) -> str | None:
    """The first character of ``text`` that a Word file does not carry."""
    found = _UNCARRIED.search(text)
    return found[0] if found else None


def culprit(variables: Mapping[str, Any], character: str) -> tuple[str, str] | None:
    """The first field that holds ``character``, and its value around it. Elements of lists count from 1."""
    for path, text in _texts("", variables, 0):
        at = text.find(character)
        if at >= 0:
            return path, text[max(0, at - 20) : at + 20]
    return None


def _texts(path: str, value: Any, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif depth < _DEEPEST:
        for name, inner in _children(value):
            yield from _texts(f"{path}.{name}" if path else name, inner, depth + 1)


def _children(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        yield from ((str(name), inner) for name, inner in value.items())
    elif isinstance(value, BaseModel):
        yield from vars(value).items()
    elif isinstance(value, (list, tuple)):
        yield from ((str(number), inner) for number, inner in enumerate(value, 1))
    elif isinstance(xml := getattr(value, "xml", None), str):
        yield "xml", xml
