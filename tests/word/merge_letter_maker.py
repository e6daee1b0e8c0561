"""Letters of a mail merge as Word writes them: fields in one piece or cut into runs, one inside another."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

from word_files import with_body

SOURCE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/mailMergeSource"


def run(content: str, look: str = "") -> str:
    """One run."""
    return f"<w:r>{look}{content}</w:r>"


def text(words: str, look: str = "") -> str:
    """A run of words."""
    return run(f'<w:t xml:space="preserve">{escape(words)}</w:t>', look)


def mark(kind: str) -> str:
    """One mark of a complex field."""
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def complex_field(*instruction: str, shown: str = "", look: str = "") -> str:
    """A field whose instruction is cut into these pieces; a piece that begins with “<” is XML already."""
    pieces = "".join(
        one if one.startswith("<") else run(f'<w:instrText xml:space="preserve">{escape(one)}</w:instrText>')
        for one in instruction
    )
    return mark("begin") + pieces + mark("separate") + text(shown, look) + mark("end")


def simple_field(instruction: str, shown: str = "") -> str:
    """A field in one element."""
    return f'<w:fldSimple w:instr="{escape(instruction, quote=True)}">{text(shown)}</w:fldSimple>'


def letter(*paragraphs: Sequence[str] | str, source: bool = True) -> bytes:
    """A letter of these paragraphs, each its runs; still joined to the list of addresses of whoever made it."""
    body = "".join(f"<w:p>{''.join(one)}</w:p>" for one in paragraphs)
    return _joined(with_body(body)) if source else with_body(body)


def _joined(data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/settings.xml":
                merge = (
                    b'<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataSource r:id="rId1"/></w:mailMerge>'
                )
                at = content.index(b">", content.index(b"<w:settings")) + 1
                joined = content[:at] + merge + content[at:]
                if b"xmlns:r=" not in content[:at]:
                    namespace = b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
                    joined = joined.replace(b"<w:settings", b"<w:settings" + namespace, 1)
                content = joined
            after.writestr(name, content)
        after.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{SOURCE}" Target="file:///C:\\Users\\lan\\ds.xlsx" TargetMode="External"/>'
            "</Relationships>",
        )
    return packed.getvalue()
