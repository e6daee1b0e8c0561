"""Turn the files of older and other word processors (.doc, .rtf, .odt) into Word files, where LibreOffice is."""

from __future__ import annotations

import hashlib
import time
from typing import Final

from vanban import durable
from vanban.domain.finding import visible
from vanban.errors import OldFormatUnread
from vanban.pdf.converter import Converter
from vanban.pdf.soffice import Start

LIMIT_S: Final = 90.0
_GLANCE_S: Final = 0.02
_NAMES: Final = {"doc": "tệp Word kiểu cũ (.doc)", "rtf": "tệp RTF", "odt": "tệp LibreOffice (.odt)"}


class _FromDoc(Start):
    suffix, made = "doc", "docx"
    options = ("--infilter=MS Word 97", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "docx")


class _FromRtf(Start):
    suffix, made = "rtf", "docx"
    options = ("--infilter=Rich Text Format", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "docx")


class _FromOdt(Start):
    suffix, made = "odt", "docx"
    options = ("--infilter=writer8", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "docx")


_STARTS: Final = {"doc": _FromDoc, "rtf": _FromRtf, "odt": _FromOdt}


def old_format(data: bytes) -> str | None:
    """``doc``, ``rtf`` or ``odt`` by the bytes themselves, whatever the file is called; ``None`` for anything else."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") and "WordDocument".encode("utf-16-le") in data:
        return None if "EncryptedPackage".encode("utf-16-le") in data else "doc"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK\x03\x04") and b"application/vnd.oasis.opendocument.text" in data[:120]:
        return "odt"
    return None


def to_word(converter: Converter, data: bytes, *, name: str, limit_s: float = LIMIT_S) -> bytes:
    """The Word file that LibreOffice makes of an old one, without macros, links or questions, within ``limit_s``.

    Raises :class:`vanban.errors.OldFormatUnread` where it makes none.
    """
    kind = old_format(data)
    if kind is not None:
        digest = hashlib.sha256(data).hexdigest()[:24]
        with durable.scratch_folder() as folder:
            try:
                start = _STARTS[kind](converter, folder / "start", folder / "profile", {digest: data}, limit_s)
            except OSError as error:
                raise OldFormatUnread(name=visible(name), real=_NAMES[kind]) from error
            try:
                while start.ending() is None:
                    time.sleep(_GLANCE_S)
                made = start.output(digest)
            finally:
                start.kill()
        if made:
            return made
    raise OldFormatUnread(name=visible(name), real=_NAMES.get(kind or "", "tệp lạ"))
