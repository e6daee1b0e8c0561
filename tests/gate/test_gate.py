"""Only plain, bounded Word and Excel files come through the gate; whatever else a stranger sends gets one sentence."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zip_maker import MAIN_TYPES, Entry, content_types, package, relations, zip_of

from vanban.errors import (
    DamagedPackage,
    LinkedPackage,
    MacroPackage,
    OversizedPackage,
    PackageError,
    ProtectedPackage,
    UnsafePackage,
    WrongFileKind,
)
from vanban.gate import open_package

DAMAGED = (
    "Tệp “a.docx” bị hỏng hoặc bị cắt ngắn khi sao chép. "
    "Hãy sao chép lại từ bản gốc, hoặc mở bằng Word hay Excel rồi lưu lại."
)
MACROS = (
    "Tệp “a.docx” chứa macro hoặc điều khiển ActiveX. "
    "Hãy lưu thành kiểu không có macro (.docx hoặc .xlsx) rồi dùng tệp mới."
)
PROTECTED = "Tệp “a.docx” được đặt mật khẩu nên không đọc được. Hãy mở tệp, gỡ mật khẩu rồi lưu lại."


def word_file() -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Tờ trình về việc khen thưởng")
    document.save(buffer)
    return buffer.getvalue()


def excel_file() -> bytes:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


def refusal(data: bytes, kind: str = "docx") -> PackageError:
    with pytest.raises(PackageError) as caught:
        open_package(data, name=f"a.{kind}", kind=kind)
    return caught.value


def unsafe(detail: str) -> str:
    return (
        f"Tệp “a.docx” {detail}, không an toàn để mở. "
        "Hãy xin lại tệp từ người gửi, hoặc mở bằng Word hay Excel rồi lưu thành tệp mới."
    )


def oversized(detail: str) -> str:
    return (
        f"Tệp “a.docx” {detail}, lớn quá mức cho phép. "
        "Hãy bỏ bớt hình ảnh, trang và ô thừa rồi lưu lại; nếu tệp do người lạ gửi thì đừng mở."
    )


def wrong_kind(real: str) -> str:
    return (
        f"Tệp “a.docx” không phải là tệp Word (.docx) mà là {real}. Hãy dùng đúng tệp, hoặc mở tệp bằng Word rồi chọn "
        "Lưu thành (Save As) kiểu “Word Document (*.docx)”."
    )


@pytest.mark.parametrize(("data", "kind"), [(word_file(), "docx"), (excel_file(), "xlsx")])
def test_a_plain_file_gives_its_parts_in_the_order_stored(data: bytes, kind: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as stored:
        expected = [(name, stored.read(name)) for name in stored.namelist()]
    assert list(open_package(data, name="a", kind=kind).items()) == expected


def test_folders_inside_the_package_are_not_parts() -> None:
    assert "word/" not in open_package(zip_of([Entry("word/", method=0), *package()]), name="a", kind="docx")


def test_honest_zip64_sizes_as_report_servers_write_them_are_read() -> None:
    content = b"<x/>"
    extra = struct.pack("<2H2Q", 1, 16, len(content), len(Entry("x", content).data()))
    wide = Entry("word/x.xml", content, size=0xFFFFFFFF, packed=0xFFFFFFFF, extra=extra)
    assert open_package(zip_of(package(wide)), name="a", kind="docx")["word/x.xml"] == content


@pytest.mark.parametrize(("data", "kind"), [(word_file(), "docx"), (excel_file(), "xlsx")])
def test_x01_a_file_cut_short_anywhere_is_told_as_damaged(data: bytes, kind: str) -> None:
    for piece in range(1, 50):
        assert isinstance(refusal(data[: len(data) * piece // 50], kind), DamagedPackage)
    assert str(refusal(word_file()[:-1])) == DAMAGED


def test_bytes_behind_the_end_are_damage_too() -> None:
    assert str(refusal(word_file() + b"\0\0")) == DAMAGED


def old_office(*streams: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(name.encode("utf-16-le") for name in streams)


def test_x02_a_file_with_a_password_is_told_so() -> None:
    assert str(refusal(old_office("EncryptedPackage", "EncryptionInfo"))) == PROTECTED


@pytest.mark.parametrize(
    ("data", "real"),
    [
        (b"", "tệp rỗng"),
        (b"%PDF-1.7 ...", "tệp PDF"),
        (b"{\\rtf1\\ansi xin}", "tệp RTF"),
        (b"Rar!\x1a\x07", "tệp nén RAR"),
        (b"7z\xbc\xaf\x27\x1c", "tệp nén 7-Zip"),
        (b"\x89PNG\r\n", "tệp ảnh"),
        (b"\xff\xd8\xff\xe0", "tệp ảnh"),
        (b"<html><table><tr><td>1", "trang web (HTML)"),
        ("<!DOCTYPE HTML>".encode("utf-16"), "trang web (HTML)"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "tệp XML"),
        ("Họ và tên;Năm sinh\nA;1980".encode(), "tệp văn bản thô (CSV hoặc TXT)"),
        ("\ufeffHọ và tên".encode("utf-16-le"), "tệp văn bản thô (CSV hoặc TXT)"),
        (bytes(range(256)), "tệp lạ hoặc đã hỏng"),
        (old_office("WordDocument"), "tệp Word kiểu cũ (.doc)"),
        (old_office("Workbook"), "sổ Excel kiểu cũ (.xls)"),
        (old_office("Book\0"), "sổ Excel kiểu cũ (.xls)"),
        (old_office("VisioDocument"), "tệp Office kiểu cũ"),
        (excel_file(), "sổ Excel (.xlsx)"),
        (zip_of([content_types("application/vnd.ms-excel.sheet.binary.main")]), "sổ Excel nhị phân (.xlsb)"),
        (zip_of([content_types(MAIN_TYPES["docx"].replace("document.main", "template.main"))]), "mẫu Word (.dotx)"),
        (zip_of([content_types(MAIN_TYPES["xlsx"].replace("sheet.main", "template.main"))]), "mẫu Excel (.xltx)"),
        (
            zip_of([content_types("application/vnd.openxmlformats-officedocument.presentationml.slide+xml")]),
            "tệp trình chiếu PowerPoint",
        ),
        (
            zip_of([Entry("mimetype", b"application/vnd.oasis.opendocument.text", method=0)]),
            "tệp văn bản LibreOffice (.odt)",
        ),
        (
            zip_of(
                [
                    Entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", method=0),
                    Entry("META-INF/manifest.xml", b"<!DOCTYPE manifest:manifest>"),
                ]
            ),
            "bảng tính LibreOffice (.ods)",
        ),
        (
            zip_of([Entry("mimetype", b"application/vnd.oasis.opendocument.graphics", method=0)]),
            "tệp LibreOffice (OpenDocument)",
        ),
        (zip_of([Entry("anh.txt", b"xin")]), "tệp nén (.zip)"),
        (
            zip_of(
                [
                    content_types(),
                    Entry(
                        "_rels/.rels",
                        b'<Relationships><Relationship Id="a" Target="word/document.xml" Type='
                        b'"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/></Relationships>',
                    ),
                ]
            ),
            "tệp kiểu “Strict Open XML”",
        ),
    ],
)
def test_x03_a_file_of_another_kind_is_named(data: bytes, real: str) -> None:
    error = refusal(data)
    assert isinstance(error, WrongFileKind)
    assert str(error) == wrong_kind(real)


def test_a_word_file_where_a_workbook_is_wanted_is_named() -> None:
    assert str(refusal(word_file(), "xlsx")) == (
        "Tệp “a.xlsx” không phải là sổ Excel (.xlsx) mà là tệp Word (.docx). Hãy dùng đúng tệp, hoặc mở tệp bằng Excel "
        "rồi chọn Lưu thành (Save As) kiểu “Excel Workbook (*.xlsx)”."
    )


def test_a_file_name_with_unseen_characters_is_shown_safely() -> None:
    with pytest.raises(WrongFileKind) as caught:
        open_package(b"", name="a\u202ecod.docx", kind="docx")
    assert caught.value.said.startswith("Tệp “a⟨U+202E⟩cod.docx” không phải")


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("../../etc/passwd", "có phần mang đường dẫn trỏ ra ngoài tệp “../../etc/passwd”"),
        ("/etc/passwd", "có phần mang đường dẫn trỏ ra ngoài tệp “/etc/passwd”"),
        ("word//x.xml", "có phần mang đường dẫn trỏ ra ngoài tệp “word//x.xml”"),
        ("word/./x.xml", "có phần mang đường dẫn trỏ ra ngoài tệp “word/./x.xml”"),
        ("", "có phần mang đường dẫn trỏ ra ngoài tệp “”"),
        ("word\\x.xml", "có phần mang ký tự cấm trong tên “word\\x.xml”"),
        ("C:x.xml", "có phần mang ký tự cấm trong tên “C:x.xml”"),
        ("word/x.xml\0.png", "có phần mang ký tự cấm trong tên “word/x.xml⟨U+0000⟩.png”"),
        ("word/document.xml", "có hai phần cùng tên “word/document.xml”"),
        ("Word/DOCUMENT.xml", "có hai phần cùng tên “Word/DOCUMENT.xml”"),
    ],
)
def test_x08_a_part_name_that_leads_astray_is_refused(name: str, fault: str) -> None:
    error = refusal(zip_of(package(Entry(name, b"<x/>", local_name=name))))
    assert isinstance(error, UnsafePackage)
    assert str(error) == unsafe(fault)


def test_x08_a_thousand_entries_over_one_body_are_refused() -> None:
    start = len(zip_of(package())) - 22 - sum(46 + len(entry.name) for entry in package())
    shared = [Entry("word/0.xml", b"x" * 2**10, offset=start) for _ in range(1000)]
    assert str(refusal(zip_of(package(Entry("word/0.xml", b"x" * 2**10), *shared)))) == unsafe(
        "hai phần đè lên nhau ở “word/0.xml”"
    )


def test_x08_entries_that_overlap_in_part_are_refused() -> None:
    inner = zip_of([Entry("b.xml", b"<b/>")])[: 30 + 5 + len(Entry("b.xml", b"<b/>").data())]
    start = len(zip_of(package())) - 22 - sum(46 + len(entry.name) for entry in package())
    quoting = Entry("a.xml", inner, method=0)
    quoted = Entry("b.xml", b"<b/>", offset=start + 30 + 5)
    assert str(refusal(zip_of(package(quoting, quoted)))) == unsafe("hai phần đè lên nhau ở “b.xml”")


@pytest.mark.parametrize("flags", [0x801, 0x840, 0x841, 0x2800])
def test_x08_an_encrypted_part_is_told_as_a_password(flags: int) -> None:
    error = refusal(zip_of(package(Entry("word/x.xml", b"<x/>", flags=flags))))
    assert isinstance(error, ProtectedPackage)
    assert str(error) == PROTECTED


@pytest.mark.parametrize("method", [1, 9, 12, 14, 93, 99])
def test_x08_a_method_that_no_office_program_uses_is_refused(method: int) -> None:
    assert str(refusal(zip_of(package(Entry("word/x.xml", b"<x/>", method=method))))) == unsafe(
        f"dùng kiểu nén lạ (số {method}) ở phần “word/x.xml”"
    )


@pytest.mark.parametrize(
    "lie",
    [
        Entry("word/x.xml", b"<x/>", size=3),
        Entry("word/x.xml", b"<x/>", size=5),
        Entry("word/x.xml", b"<x/>", crc=1),
        Entry("word/x.xml", b"<x/>", packed=10**6),
        Entry("word/x.xml", b"<x/>", packed=1),
        Entry("word/x.xml", b"<x/>", local_name="word/y.xml"),
        Entry("word/x.xml", b"<x/>", offset=10**9),
        Entry("word/x.xml", b"<x/>", size=0xFFFFFFFF, packed=0xFFFFFFFF, extra=struct.pack("<2H2Q", 1, 16, 4, 2**40)),
        Entry("word/x.xml", b"<x/>", packed=0xFFFFFFFF, extra=b"\1\0\0"),
        Entry("word/x.xml", b"\xff\xff\xff", method=0, flags=0x800, crc=0),
    ],
    ids=["short", "long", "crc", "packed-more", "packed-less", "name", "offset", "zip64", "zip64-cut", "crc-stored"],
)
def test_x08_a_directory_that_lies_is_told_as_damage(lie: Entry) -> None:
    assert str(refusal(zip_of(package(lie)))) == DAMAGED


@pytest.mark.parametrize("count", [0, 2, 4, 0xFFFE])
def test_x08_a_count_that_lies_is_told(count: int) -> None:
    assert isinstance(refusal(zip_of(package(), count=count)), DamagedPackage | OversizedPackage | WrongFileKind)


def test_too_many_parts_are_refused_before_they_are_read() -> None:
    many = [Entry(f"word/{number}.xml") for number in range(2_000)]
    assert str(refusal(zip_of(package(*many)))) == oversized("chứa 2003 phần, hơn mức 2000")


def test_x07_a_part_that_says_it_is_huge_is_refused_unread() -> None:
    assert str(refusal(zip_of(package(Entry("word/x.xml", b"<x/>", size=2**30))))) == oversized(
        "có phần “word/x.xml” bung ra tới 1024 MB"
    )


def test_x07_a_part_that_hides_its_size_is_not_inflated_beyond_it() -> None:
    bomb = Entry("word/x.xml", bytes(2**24), size=100)
    assert str(refusal(zip_of(package(bomb)))) == DAMAGED


def test_x07_a_part_packed_too_tight_is_refused() -> None:
    assert str(refusal(zip_of(package(Entry("word/x.xml", b" " * 2**22))))) == oversized(
        "có phần “word/x.xml” bung ra tới 4 MB"
    )


def test_parts_that_are_too_much_together_are_refused() -> None:
    lies = [Entry(f"word/{number}.xml", b"", size=2**20) for number in range(161)]
    for entry in lies:
        entry.packed = 0
    assert str(refusal(zip_of(package(*lies)))) == oversized("bung ra tới 161 MB, hơn mức 160 MB")


def test_a_file_that_is_too_heavy_is_refused_unread() -> None:
    assert str(refusal(b"PK\x03\x04" + bytes(50 * 2**20))) == oversized("nặng 50 MB, hơn mức 50 MB")


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
EXTERNAL = '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><x/>'


@pytest.mark.parametrize("text", [LAUGHS, EXTERNAL, '<x><!ENTITY a "b"></x>'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("part", ["word/x.xml", "word/_rels/x.rels", "word/x.vml", "word/X.XML", "word/media/x.png"])
def test_x09_a_dtd_is_refused_in_any_part_and_unicode_encoding(text: str, encoding: str, part: str) -> None:
    error = refusal(zip_of(package(Entry(part, text.encode(encoding)))))
    assert isinstance(error, UnsafePackage)
    assert str(error) == unsafe(f"có khai báo không an toàn trong phần “{part}”")


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-<x/>',
        "<?xml version='1.0' encoding='cp037'?><!DOCTYPE x><x/>".encode("cp037"),
        b"<?xml version='1.0' encoding='ISO-2022-JP'?><x/>",
        "<?xml version='1.0'?><x>Nguyễn</x>".encode("utf-32"),
        b"<?xml version='1.0'?><x>\xe9</x>",
    ],
    ids=["utf-7", "ebcdic", "iso-2022", "utf-32", "latin-1"],
)
@pytest.mark.parametrize("part", ["word/x.xml", "word/x.bin"])
def test_x09_an_encoding_that_could_hide_a_dtd_is_refused(content: bytes, part: str) -> None:
    assert str(refusal(zip_of(package(Entry(part, content))))) == unsafe(f"dùng cách mã hóa chữ lạ trong phần “{part}”")


def test_pictures_and_other_bytes_are_let_through() -> None:
    parts = package(Entry("word/media/a.png", b"\x89PNG<!DOCTYPE"), Entry("word/x.xml", "<x>é</x>".encode("utf-16")))
    assert len(open_package(zip_of(parts), name="a", kind="docx")) == 5


@pytest.mark.parametrize(
    "more",
    [
        Entry("word/vbaProject.bin", b"x"),
        Entry("word/VBAPROJECT.BIN", b"x"),
        Entry("word/activeX/activeX1.xml", b"<x/>"),
        Entry("xl/macrosheets/sheet1.xml", b"<x/>"),
        Entry("word/_rels/document.xml.rels", relations(("vbaProject", "quiet.bin", "Internal"))),
        Entry("word/_rels/document.xml.rels", relations(("control", "x.xml", "Internal"))),
    ],
)
def test_x29_a_file_with_macros_is_refused(more: Entry) -> None:
    error = refusal(zip_of(package(more)))
    assert isinstance(error, MacroPackage)
    assert str(error) == MACROS


@pytest.mark.parametrize(
    "types",
    [
        content_types("application/vnd.ms-word.document.macroEnabled.main+xml"),
        content_types("application/vnd.ms-word.document.macro&#69;nabled.main+xml"),
        content_types("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        content_types(more='<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
        content_types(more='<Override PartName="/x" ContentType="application/vnd.ms-excel.macrosheet+xml"/>'),
    ],
)
def test_x29_a_file_whose_content_types_tell_of_macros_is_refused(types: Entry) -> None:
    assert str(refusal(zip_of([types, *package()[1:]]))) == MACROS


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://127.0.0.1/a.png"),
        ("image", "file:///etc/passwd"),
        ("externalLinkPath", "file:///C:\\luong.xlsx"),
        ("oleObject", "file:///C:\\a.xls"),
        ("attachedTemplate", "http://127.0.0.1/a.dotm"),
        ("attachedTemplate", "\\\\server\\share\\a.dotm"),
        ("attachedTemplate", "file://server/share/a.dotm"),
        ("attachedTemplate", "file:///etc/a.dotm"),
        ("aFChunk", "http://127.0.0.1/a.html"),
    ],
)
def test_x12_a_file_that_takes_content_from_elsewhere_is_refused(kind: str, target: str) -> None:
    part = Entry("word/_rels/document.xml.rels", relations((kind, target, "External")))
    error = refusal(zip_of(package(part)))
    assert isinstance(error, LinkedPackage)
    assert str(error) == (
        f"Tệp “a.docx” lấy nội dung từ nơi khác (liên kết {kind} tới “{target}”). Hãy ngắt liên kết (Excel: Data, Edit "
        "Links, Break Link; Word: chèn thẳng hình vào tệp) rồi lưu lại."
    )


@pytest.mark.parametrize("mode", ["&#69;xternal", "external", " External "])
def test_a_link_in_disguise_is_refused(mode: str) -> None:
    part = Entry("word/_rels/document.xml.rels", relations(("image", "http://127.0.0.1/a.png", mode)))
    assert isinstance(refusal(zip_of(package(part))), LinkedPackage)


def test_hyperlinks_and_the_path_of_the_authors_template_may_stay() -> None:
    links = relations(
        ("hyperlink", "https://chinhphu.vn", "External"),
        ("attachedTemplate", "file:///C:\\Users\\A\\AppData\\Mau.dotx", "External"),
        ("attachedTemplate", "Mau.dotx", "External"),
        ("image", "media/a.png", "Internal"),
    )
    assert open_package(zip_of(package(Entry("word/_rels/document.xml.rels", links))), name="a", kind="docx")


def test_relations_that_are_no_xml_are_told_as_damage() -> None:
    assert str(refusal(zip_of(package(Entry("word/_rels/document.xml.rels", b"<x>"))))) == DAMAGED


def test_relations_that_are_too_heavy_are_refused() -> None:
    heavy = b"<x>" + b"<y/>" * (2**20 + 10) + b"</x>"
    part = Entry("word/_rels/document.xml.rels", heavy, method=0)
    assert str(refusal(zip_of(package(part)))) == oversized("có phần mục lục nặng 4 MB")


@settings(max_examples=400)
@given(st.data())
def test_any_change_of_bytes_gives_parts_or_one_designed_error(data: st.DataObject) -> None:
    changed = bytearray(zip_of(package(Entry("word/x.xml", "<x>Nguyễn</x>".encode()))))
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(changed) - 1))
        changed[position] = data.draw(st.integers(0, 255))
    try:
        open_package(bytes(changed), name="a.docx", kind="docx")
    except PackageError as error:
        assert error.said.startswith("Tệp “a.docx” ")


@settings(max_examples=300)
@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]))
def test_any_bytes_give_one_designed_error(tail: bytes, head: bytes) -> None:
    assert refusal(head + tail).advice


BOMBS = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
sys.path.insert(0, sys.argv[1])
import random
from zip_maker import Entry, package, zip_of
from vanban.errors import PackageError
from vanban.gate import open_package

noise = random.Random(1).randbytes(2**16)
bombs = [
    package(Entry("word/x.xml", b" " * (47 * 2**20))),
    package(Entry("word/x.xml", ("<x>" + "ạ" * (15 * 2**20) + "</x>").encode(), method=0)),
    package(*[Entry(f"word/{n}.png", noise * 16, method=0) for n in range(45)]),
    package(Entry("word/_rels/a.rels", b"<a>" + b"<b/>" * 10**6 + b"</a>", method=0)),
    [Entry(f"{n:060000d}", b"") for n in range(350)],
]
for bomb in bombs:
    try:
        print(len(open_package(zip_of(bomb), name="a.docx", kind="docx")))
    except PackageError as error:
        print(type(error).__name__)
"""


def test_bombs_stay_within_half_a_gigabyte() -> None:
    folder = __file__.rpartition("/")[0]
    done = subprocess.run([sys.executable, "-c", BOMBS, folder], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["OversizedPackage", "4", "48", "4", "WrongFileKind"]
