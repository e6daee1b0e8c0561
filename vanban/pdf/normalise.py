"""Take out of a PDF what differs between two conversions of one Word file: the time, two identifiers, a checksum.

LibreOffice ignores ``SOURCE_DATE_EPOCH``. The differing bytes are overwritten in place, length for length, so every
offset of the cross-reference table stays true.
"""

from __future__ import annotations

import hashlib
import re
from io import BytesIO

from pypdf import PdfWriter

from vanban.pdf.reading import opened, readable

FIXED_DATE = "D:19800101000000Z"
"""The creation date of every PDF, the same as inside every Word file."""

_CREATED = re.compile(rb"/CreationDate ?\(D:[^()]*\)")
_IDENTIFIERS = re.compile(rb"/ID ?\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>\s*\]")
_CHECKSUM = re.compile(rb"/DocChecksum ?/([0-9A-F]{32})")


def normalised(data: bytes) -> bytes:
    """The same pages with a fixed date and identifiers that follow from the content.

    A PDF that is not built as LibreOffice 7 builds it (compressed objects, no identifiers) is written anew. Raises
    :class:`~vanban.errors.DamagedPdf`.
    """
    if len(_CREATED.findall(data)) != 1 or len(_IDENTIFIERS.findall(data)) != 1:
        data = _rewritten(data)
    data = _CREATED.sub(_fixed_date, data)
    for pattern in (_IDENTIFIERS, _CHECKSUM):
        data = pattern.sub(lambda found: _filled(found, b"0" * 32), data)
    digest = hashlib.sha256(data).hexdigest()[:32].upper().encode()
    for pattern in (_IDENTIFIERS, _CHECKSUM):
        data = pattern.sub(lambda found: _filled(found, digest), data)
    return data


def _fixed_date(found: re.Match[bytes]) -> bytes:
    fixed = b"/CreationDate(" + FIXED_DATE.encode() + b")"
    return fixed.ljust(len(found.group()))


def _filled(found: re.Match[bytes], value: bytes) -> bytes:
    whole = found.group()
    for old in found.groups():
        whole = whole.replace(old, value)
    return whole


def _rewritten(data: bytes) -> bytes:
    buffer = BytesIO()
    with readable("PDF"):
        writer = PdfWriter(clone_from=opened(data, "PDF"))
        writer.add_metadata({"/CreationDate": FIXED_DATE, "/ModDate": FIXED_DATE})
        writer.write(buffer)
    return buffer.getvalue()
