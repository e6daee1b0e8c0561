"""Lay parts out as a Word file, the same bytes for the same parts every time.

What never changes between documents is deflated once, with its headers; a document costs only its changing parts.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import Final

CONTENT_TYPES: Final = "[Content_Types].xml"

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_DEFLATED = 8
_UTF8_NAME = 0x800
_TIME, _DATE = 0, 1 << 5 | 1
"""00:00 on 1 January 1980, the first moment that a zip file knows."""

_LEVEL_ONCE = 9
_LEVEL_EACH = 6
"""For the parts of each document: on the registration form, level 1 makes 15 % more bytes in half the time, level 9
1 % fewer in half as much again (``bench/render.py --levels``); what is archived for good is worth the difference."""


class Package:
    """A Word file of which some parts are known for good and the others come with each document.

    ``constant`` holds the bytes of parts by name; ``changing`` names the others, in the order that :meth:`write` takes.
    """

    def __init__(self, constant: Mapping[str, bytes], changing: Sequence[str]) -> None:
        head, directory = bytearray(), bytearray()
        for name in sorted(constant, key=_rank):
            content = constant[name]
            local, central = _headers(name, content, packed := _deflate(content, _LEVEL_ONCE), len(head))
            head += local + packed
            directory += central
        self._head, self._directory = bytes(head), bytes(directory)
        self._changing = tuple(changing)
        self._count = len(constant) + len(self._changing)

    def write(self, contents: Sequence[bytes]) -> bytes:
        """The whole file, with the ``contents`` of the changing parts."""
        pieces, central = [self._head], [self._directory]
        offset = len(self._head)
        for name, content in zip(self._changing, contents, strict=True):
            packed = _deflate(content, _LEVEL_EACH)
            local, entry = _headers(name, content, packed, offset)
            pieces += (local, packed)
            central.append(entry)
            offset += len(local) + len(packed)
        directory = b"".join(central)
        end = _END.pack(b"PK\5\6", 0, 0, self._count, self._count, len(directory), offset, 0)
        return b"".join((*pieces, directory, end))


def _rank(name: str) -> tuple[int, str]:
    """The content types first, as every reader expects; then what tells a Word file from other packages."""
    first = (name != CONTENT_TYPES, name != "_rels/.rels", not name.startswith("word/"))
    return (first[0] * 4 + first[1] * 2 + first[2], name)


def _deflate(content: bytes, level: int) -> bytes:
    deflater = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    return deflater.compress(content) + deflater.flush()


def _headers(name: str, content: bytes, packed: bytes, offset: int) -> tuple[bytes, bytes]:
    """The local header and the entry of the central directory."""
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    sizes = (zlib.crc32(content), len(packed), len(content), len(raw), 0)
    shared = (_VERSION, flags, _DEFLATED, _TIME, _DATE, *sizes)
    local = _LOCAL.pack(b"PK\3\4", *shared) + raw
    return local, _CENTRAL.pack(b"PK\1\2", _VERSION, *shared, 0, 0, 0, 0, offset) + raw
