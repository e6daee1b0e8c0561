"""Word files through the real LibreOffice."""

from __future__ import annotations

import hashlib
import re
import socket
import threading
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from vanban.errors import LinkedPackage
from vanban.pdf import Converted, Converter, convert, page_count, text
from vanban.pdf.normalise import normalised
from vanban.pdf.reading import Font, fonts
from vanban.pdf.soffice import Ending, Start

# One pixel.
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)
_LINES = ("ỦY BAN NHÂN DÂN PHƯỜNG NGÔ QUYỀN", "Đạt từ 95% trở lên; A & B <C>", "Ghi chú: số 100<200 m")

Documents = dict[str, bytes]


@pytest.fixture(scope="module")
def documents(word_file: Callable[..., bytes]) -> Documents:
    """Good files and one that is none, in one batch as they would come."""
    return {
        "plan": word_file(*_LINES),
        "empty": b"",
        "long": word_file(*(f"Dòng {number}" for number in range(100))),
        "arial": word_file("Chữ không chân", font="Arial"),
    }


@pytest.fixture(scope="module")
def outcomes(converter: Converter, documents: Documents) -> dict[str, object]:
    return dict(convert(converter, documents))


def test_word_files_become_pdf_with_their_text_and_pages(outcomes: dict[str, object]) -> None:
    plan, long = outcomes["plan"], outcomes["long"]
    assert isinstance(plan, Converted)
    assert isinstance(long, Converted)
    assert [line.strip() for line in text(plan.data).splitlines()] == list(_LINES)
    assert plan.pages == page_count(plan.data) == 1
    assert long.pages == page_count(long.data) > 2
    pages = text(long.data).split("\f")
    assert len(pages) == long.pages
    assert [line.strip() for page in pages for line in page.splitlines()] == [f"Dòng {n}" for n in range(100)]


def test_what_the_gate_turns_away_never_reaches_the_office_and_the_rest_goes_on(outcomes: dict[str, object]) -> None:
    assert str(outcomes["empty"]) == (
        "Tệp “empty” không phải là tệp Word (.docx) mà là tệp rỗng. "
        "Hãy dùng đúng tệp, hoặc mở tệp bằng Word rồi chọn Lưu thành (Save As) kiểu “Word Document (*.docx)”."
    )


def _ran(converter: Converter, folder: Path, files: Documents) -> tuple[Ending, Start]:
    """One start of the office by itself, without gate and retries."""
    start = Start(converter, folder / "work", folder / "profile", files, limit_s=60)
    while (ending := start.ending()) is None:
        pass
    return ending, start


def test_the_office_itself_takes_nothing_but_word_files_and_reports_success_all_the_same(
    converter: Converter, documents: Documents, tmp_path: Path
) -> None:
    good = documents["plan"]
    impostors = {
        "text": "Đây không phải tệp Word".encode(),
        "cut": good[: len(good) // 2],
        "page": b"<html><body><p>HTML under a Word file's name</p></body></html>",
    }
    ending, start = _ran(converter, tmp_path, {**impostors, "plan": good})
    assert ending is Ending.FINISHED
    assert [name for name in start.names if start.output(name)] == ["plan"]


def test_times_new_roman_and_its_metric_twin_pass_without_a_warning(outcomes: dict[str, object]) -> None:
    plan = outcomes["plan"]
    assert isinstance(plan, Converted)
    assert plan.warnings == ()
    assert all(font.embedded for font in fonts(plan.data))


def test_another_font_on_the_page_is_a_warning(outcomes: dict[str, object]) -> None:
    arial = outcomes["arial"]
    assert isinstance(arial, Converted)
    (font,) = fonts(arial.data)
    assert font == Font(font.name, embedded=True)
    assert arial.warnings == (
        f"Có chữ in bằng phông “{font.name}”, không phải Times New Roman: mẫu dùng phông khác, "
        "hoặc máy thiếu Times New Roman và Liberation Serif.",
    )


def test_the_same_word_file_gives_the_same_pdf_in_any_order_company_time_zone_and_number_of_offices(
    converter: Converter,
    documents: Documents,
    outcomes: dict[str, object],
    word_file: Callable[..., bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    good = {name: documents[name] for name in ("arial", "long", "plan")}
    # Nine more files make two chunks, so that two offices work at once.
    others = {f"other {number}": word_file(f"Số {number}") for number in range(9)}
    again = convert(converter, {**others, **good}, workers=2)
    for name in good:
        assert again[name] == outcomes[name]
    alone = convert(converter, {"another name": documents["plan"]})
    assert alone["another name"] == outcomes["plan"]


def test_the_offsets_of_a_normalised_pdf_stay_true(outcomes: dict[str, object]) -> None:
    plan = outcomes["plan"]
    assert isinstance(plan, Converted)
    table = plan.data[int(plan.data.split()[-2]) :]
    offsets = [int(line[:10]) for line in re.findall(rb"\d{10} 00000 n ", table)]
    assert len(offsets) > 10
    for number, offset in enumerate(offsets, start=1):
        assert plan.data[offset:].startswith(b"%d 0 obj" % number)
    metadata = PdfReader(BytesIO(plan.data), strict=True).metadata
    assert metadata is not None
    assert metadata["/CreationDate"] == "D:19800101000000Z"
    assert normalised(plan.data) == plan.data


def test_the_identifiers_of_a_pdf_follow_from_its_content(outcomes: dict[str, object]) -> None:
    identifiers = set()
    for name in ("plan", "long"):
        outcome = outcomes[name]
        assert isinstance(outcome, Converted)
        first, second = PdfReader(BytesIO(outcome.data)).trailer["/ID"]
        assert first == second
        identifiers.add(bytes(first.original_bytes))
    assert len(identifiers) == 2


def _with_linked_image(docx: bytes, target: str) -> bytes:
    """The Word file with an image that lies at ``target``, outside of it."""
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="i"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:nvPicPr><pic:cNvPr id="1" name="i"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:link="rIdX" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    relationship = (
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        f'Target="{target}" TargetMode="External"/>'
    )
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as source, zipfile.ZipFile(buffer, "w") as linked:
        for entry in source.infolist():
            part = source.read(entry).decode("utf-8") if entry.filename.endswith((".xml", ".rels")) else None
            if part is None:
                linked.writestr(entry, source.read(entry))
                continue
            if entry.filename == "word/document.xml":
                part = part.replace("<w:sectPr", drawing + "<w:sectPr", 1)
            if entry.filename == "word/_rels/document.xml.rels":
                part = part.replace("</Relationships>", relationship + "</Relationships>")
            linked.writestr(entry, part)
    return buffer.getvalue()


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """A web server that notes who knocks: its address, and the requests so far."""
    server = socket.create_server(("127.0.0.1", 0))
    requests: list[bytes] = []

    def answer() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                requests.append(connection.recv(1000))
                connection.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: image/png\r\n\r\n" + _PNG)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/x.png", requests
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


def test_linked_content_is_refused_at_the_gate(converter: Converter, word_file: Callable[..., bytes]) -> None:
    outcome = convert(converter, {"web": _with_linked_image(word_file("Ảnh"), "http://127.0.0.1:1/x.png")})["web"]
    assert isinstance(outcome, LinkedPackage)


def test_the_office_itself_fetches_nothing_from_the_network_or_the_disk(
    converter: Converter, word_file: Callable[..., bytes], listener: tuple[str, list[bytes]], tmp_path: Path
) -> None:
    address, requests = listener
    (tmp_path / "private.png").write_bytes(_PNG)
    targets = {"web": address, "disk": (tmp_path / "private.png").as_uri()}
    good = word_file("Ảnh ở ngoài")
    _, start = _ran(converter, tmp_path, {name: _with_linked_image(good, target) for name, target in targets.items()})
    for name in targets:
        pdf = start.output(name)
        assert pdf is not None
        assert [len(page.images) for page in PdfReader(BytesIO(pdf)).pages] == [0]
    assert requests == []


def test_the_conversion_depends_on_no_profile_of_the_clerk(
    converter: Converter,
    documents: Documents,
    outcomes: dict[str, object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = tmp_path / "home"
    profile = home / ".config" / "libreoffice" / "4" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text("damaged")
    (profile / ".lock").write_text("held by another")
    before = hashlib.sha256(b"".join(sorted(path.read_bytes() for path in profile.iterdir()))).hexdigest()
    monkeypatch.setenv("HOME", str(home))
    assert convert(converter, {"plan": documents["plan"]})["plan"] == outcomes["plan"]
    after = hashlib.sha256(b"".join(sorted(path.read_bytes() for path in profile.iterdir()))).hexdigest()
    assert after == before
