"""Word files to convert, the real LibreOffice, and false ones that fail on demand."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfWriter

from vanban.pdf import Converter, find_converter

FALSE_OFFICE = '''#!{python} -IS
"""Does with each file what the file says; drops what comes after 253 arguments, as the real LibreOffice does."""
import os, pathlib, re, signal, sys, time

def word(name):
    return re.search(rb"<w:t>(.*)</w:t>", pathlib.Path(name).read_bytes())[1].decode()

here = pathlib.Path(__file__).parent
profile = pathlib.Path([a for a in sys.argv if a.startswith("-env:")][0].split("file://")[1])
with open(here / "starts", "a") as log:
    files = [a for a in sys.argv if a.endswith(".docx")]
    words = [word(f) for f in files]
    log.write(repr((len(sys.argv), str(profile), words, dict(os.environ))) + "\\n")
try:
    in_use = os.open(profile / "in-use", os.O_CREAT | os.O_EXCL)
except FileExistsError:
    sys.exit(1)
out = pathlib.Path("pdf")
out.mkdir()
for name in [a for a in sys.argv[:253] if a.endswith(".docx")]:
    deed = word(name).split()[0]
    pdf = out / name.replace(".docx", ".pdf")
    if deed == "refuse":
        continue
    if deed == "garble":
        pdf.write_bytes(b"%PDF-1.6 garbage")
        continue
    if deed == "empty":
        pdf.write_bytes(b"")
        continue
    if deed == "crash" or (deed == "crash-once" and not (here / "crashed").exists()):
        (here / "crashed").touch()
        os.kill(os.getpid(), signal.SIGSEGV)
    if deed == "hang":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        child = os.fork()
        with open(here / "pids", "a") as log:
            log.write(str(os.getpid()) + "\\n")
        pdf.write_bytes(b"%PDF-1.6 half")
        time.sleep(1000)
    pdf.write_bytes((here / "good.pdf").read_bytes())
(profile / "in-use").unlink()
'''


@pytest.fixture(scope="session")
def converter() -> Converter:
    """The LibreOffice of this machine, which the test command installs."""
    found = find_converter(os.environ)
    assert found, "LibreOffice is missing: run make test, which installs it"
    return found


@pytest.fixture
def false_converter(tmp_path: Path) -> Converter:
    """An office in whose folder ``starts`` and ``pids`` tell what happened."""
    folder = tmp_path / "office"
    folder.mkdir()
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    buffer = BytesIO()
    writer.write(buffer)
    (folder / "good.pdf").write_bytes(buffer.getvalue())
    program = folder / "soffice"
    program.write_text(FALSE_OFFICE.format(python=sys.executable))
    program.chmod(0o755)
    return Converter(program, {"PATH": os.environ["PATH"]})


@pytest.fixture(scope="session")
def word_file() -> Callable[..., bytes]:
    """Make a Word file of some paragraphs."""

    def make(*paragraphs: str, font: str = "Times New Roman") -> bytes:
        document = docx.Document()
        style = document.styles["Normal"]
        style.font.name = font
        style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return make


_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>{word}</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.fixture(scope="session")
def says() -> Callable[[str], bytes]:
    """Make a small Word file that tells the false office what to do."""

    def make(word: str) -> bytes:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as package:
            for name, part in {
                "[Content_Types].xml": _TYPES,
                "_rels/.rels": _RELATIONSHIPS,
                "word/document.xml": _DOCUMENT.format(word=word),
            }.items():
                package.writestr(zipfile.ZipInfo(name), part)
        return buffer.getvalue()

    return make
