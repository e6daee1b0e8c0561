"""The ten official samples of Phụ lục III, each as a file of its own: blank as published, or filled in."""

from __future__ import annotations

import copy
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SOURCE = Path(__file__).with_name("phu-luc-3.docx")
_BEGINS = re.compile(r"Mẫu (\d\.\d+) - ")
NAMES = tuple(f"1.{number}" for number in range(1, 11))
_DOTTED = re.compile(r"…|\.{4,}")

_BOLD_SUBJECT = "Tổ chức phong trào thi đua năm 2024"

_HEAD = (
    (r"TÊN CQ, TC CHỦ QUẢN.*", "UBND TỈNH BẮC GIANG"),
    (r"TÊN CƠ QUAN, TỔ\s+CHỨC.*", "SỞ NỘI VỤ TỈNH BẮC GIANG"),
    (r".*ngày …+\s*tháng.*", "Bắc Giang, ngày 15 tháng 3 năm 2024"),
    (r"THẨM QUYỀN BAN HÀNH.*", "GIÁM ĐỐC SỞ NỘI VỤ"),
    (r"QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "GIÁM ĐỐC"),
    (r"\(Chữ ký của người có thẩm quyền.*|dấu/chữ ký số.*|\(Chữ ký\)|\(Chữ ký, dấu\)", ""),
    (r"Họ và tên", "Nguyễn Văn An"),
    (r"- Như Điều.*", "- Như Điều 2;"),
    (r"- Lưu: VT, .*\d.*", "- Lưu: VT, TCCB."),
    (r"- Lưu: VT,…9….", "- Lưu: VT, TCCB."),
    (r"- [….\s\d]+;", "- Ủy ban nhân dân tỉnh (để báo cáo);"),
)
_WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "1.1": (
        (r"Số:.*", "Số: 15/NQ-SNV"),
        (r"[….\s]+ 5 \.+", "Về phương hướng công tác thi đua, khen thưởng năm 2024"),
        (r"Căn cứ \t;", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
        (r"\.", "Theo đề nghị của Chánh Văn phòng Sở."),
        (r"[….\s]+6[….\s/]+", "Các phòng, đơn vị thực hiện phương hướng này từ ngày ký./."),
        (r"THẨM QUYỀN BAN HÀNH", "SỞ NỘI VỤ"),
        (r"- Như Điều.*", "- Các phòng, đơn vị;"),
    ),
    "1.2": (
        (r"Số:.*", "Số: 15/QĐ-SNV"),
        (r"Về việc \.+.*", "Về việc điều động công chức"),
        (r"Căn cứ \.+7.*|Căn cứ \.{40}.*7.*", "Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;"),
        (r"Căn cứ \.+.*", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"),
        (r"Theo đề nghị của .*", "Theo đề nghị của Trưởng phòng Tổ chức, biên chế."),
        (r"Điều 1\..*", "Điều 1. Điều động ông Nguyễn Văn Bình đến Phòng Cải cách hành chính."),
        (r"Điều ….*", "Điều 2. Chánh Văn phòng Sở và ông Nguyễn Văn Bình chịu trách nhiệm thi hành Quyết định này."),
        (r"\.+/\.", "Quyết định này có hiệu lực kể từ ngày ký./."),
    ),
    "1.3": (
        (r"Số:.*", "Số: 16/QĐ-SNV"),
        (r"Ban hành \(Phê duyệt\).*", "Ban hành Quy chế làm việc của Sở Nội vụ"),
        (r"Căn cứ \.+ 7.*", "Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;"),
        (r"Căn cứ \.+.*", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"),
        (r"Theo đề nghị của .*", "Theo đề nghị của Chánh Văn phòng Sở."),
        (r"Điều 1\..*", "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Sở Nội vụ."),
        (r"Điều \.\.\..*", "Điều 2. Các phòng, đơn vị chịu trách nhiệm thi hành Quyết định này."),
        (r"\.+/\.", "Quyết định này có hiệu lực kể từ ngày ký./."),
        (r"\.{40,}.*", ""),
    ),
    "1.4": (
        (r"Số:.*", "Số: 17/KH-SNV"),
        (r"TÊN LOẠI VĂN BẢN.*", "KẾ HOẠCH"),
        (r"\.+ 7 \.+", "Tổ chức phong trào thi đua năm 2024"),
        (r"\.+8.*", "Sở Nội vụ tổ chức phong trào thi đua năm 2024 trong toàn ngành, gắn với nhiệm vụ chuyên môn."),
        (r"\./\.", "Các phòng, đơn vị thực hiện tốt Kế hoạch này./."),
    ),
    "1.5": (
        (r"Số:.*", "Số: 18/SNV-TCCB"),
        (r"V/v .*", "V/v đăng ký thi đua năm 2024"),
        (r"- [….]+;", "- Các phòng chuyên môn thuộc Sở;"),
        (r"- [….]+\.", "- Chi cục Văn thư - Lưu trữ."),
        (r"\.+ 7 \.+", "Sở Nội vụ đề nghị các phòng, đơn vị gửi bản đăng ký thi đua trước ngày 31 tháng 3 năm 2024."),
        (r"\./\.", "Đề nghị các đơn vị thực hiện./."),
    ),
    "1.6": (
        (r"Số:.*", "Số: 02/CĐ-SNV"),
        (r"….. 5 ..….", "Về việc ứng phó bão số 3"),
        (r"[….]+6 điện:", "Giám đốc Sở Nội vụ điện:"),
        (r"- …+7…+;", "- Các phòng chuyên môn thuộc Sở;"),
        (r"- …+\.", "- Chi cục Văn thư - Lưu trữ."),
        (r"\.+8 \.+", "Các đơn vị tổ chức trực ban, bảo vệ trụ sở và hồ sơ trong thời gian có bão."),
        (r"\./\.", "Nhận được Công điện này, các đơn vị thực hiện ngay./."),
    ),
    "1.7": (
        (r"Số:.*", "Số: 05/GM-SNV"),
        (r"\.+ 5 \.+", "Họp Hội đồng Thi đua - Khen thưởng"),
        (r"…+2 …+ trân trọng kính mời.*", "Sở Nội vụ trân trọng kính mời: Ông Nguyễn Văn Bình"),
        (r"Tới dự .*", "Tới dự cuộc họp xét khen thưởng năm 2024"),
        (r"Chủ trì: .*", "Chủ trì: Ông Nguyễn Văn An, Giám đốc Sở"),
        (r"Thời gian:.*", "Thời gian: 08 giờ 00, ngày 20 tháng 3 năm 2024"),
        (r"Địa điểm: .*", "Địa điểm: Hội trường Sở Nội vụ"),
        (r"…+ 8 .*", "Đề nghị ông đến dự đúng giờ./."),
        (r"…+\t…+", ""),
    ),
    "1.8": (
        (r"Số:.*", "Số: 03/GGT-SNV"),
        (r"…+2…+ trân trọng giới thiệu:", "Sở Nội vụ trân trọng giới thiệu:"),
        (r"Ông \(bà\) …+.*", "Ông Nguyễn Văn Bình"),
        (r"Chức vụ:.*", "Chức vụ: Chuyên viên Phòng Tổ chức, biên chế"),
        (r"Được cử đến: .*", "Được cử đến: Ủy ban nhân dân thành phố Bắc Giang"),
        (r"Về việc: .*", "Về việc: Kiểm tra công tác thi đua, khen thưởng"),
        (r"Đề nghị Quý.*", "Đề nghị Quý cơ quan tạo điều kiện để ông có tên ở trên hoàn thành nhiệm vụ."),
        (r"Giấy này có giá trị.*", "Giấy này có giá trị đến hết ngày 30 tháng 3 năm 2024./."),
        (r"…+\.", ""),
    ),
    "1.9": (
        (r"Số:.*", "Số: 02/BB-SNV"),
        (r"…+ 4 …+.*", "Họp Hội đồng Thi đua - Khen thưởng"),
        (r"Thời gian bắt đầu: .*", "Thời gian bắt đầu: 08 giờ 00, ngày 15 tháng 3 năm 2024."),
        (r"Địa điểm: .*", "Địa điểm: Hội trường Sở Nội vụ."),
        (r"Thành phần tham dự: .*", "Thành phần tham dự: 09 thành viên Hội đồng."),
        (r"Chủ trì \(.*", "Chủ trì: Ông Nguyễn Văn An, Chủ tịch Hội đồng."),
        (r"Thư ký \(.*", "Thư ký: Bà Trần Thị Bình."),
        (r"Nội dung \(.*", "Nội dung: Hội đồng xét các danh hiệu thi đua năm 2024."),
        (r"Cuộc họp \(.*", "Cuộc họp kết thúc vào 10 giờ 00, ngày 15 tháng 3 năm 2024./."),
    ),
    "1.10": (
        (r"Số:.*", "Số: 04/GNP-SNV"),
        (r"Xét Đơn đề nghị.*", "Xét Đơn đề nghị nghỉ phép ngày 10 tháng 3 năm 2024 của ông Nguyễn Văn Bình,"),
        (r"…+ 2…+.* cấp cho:", "Sở Nội vụ cấp cho:"),
        (r"Ông \(bà\): .*", "Ông: Nguyễn Văn Bình"),
        (r"Chức vụ: .*", "Chức vụ: Chuyên viên"),
        (r"Được nghỉ phép .*", "Được nghỉ phép 05 ngày, kể từ ngày 18 tháng 3 năm 2024 tại thành phố Bắc Giang."),
        (r"Số ngày nghỉ .*", "Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm./."),
        (r"- …+8…+;", "- Ông Nguyễn Văn Bình;"),
    ),
}


def words(data: bytes) -> list[str]:
    """The text of every paragraph to the character, letters composed; rows of characters that draw a rule left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        root = etree.fromstring(source.read("word/document.xml"))
    space = root.tag.partition("}")[0] + "}"
    said = ("".join(one.text or "" for one in found.iter(space + "t")) for found in root.iter(space + "p"))
    return [unicodedata.normalize("NFC", text) for text in said if text.strip(" _-–—=*")]


def _text(element: etree._Element) -> str:
    return "".join(
        "\t" if found.tag == W + "tab" else found.text or ""
        for found in element.iter(W + "t", W + "tab")
        if found.tag == W + "t" or found.getparent().tag == W + "r"
    )


@lru_cache(maxsize=1)
def _opened() -> tuple[dict[str, bytes], dict[str, list[etree._Element]], etree._Element]:
    with zipfile.ZipFile(_SOURCE) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    samples: dict[str, list[etree._Element]] = {}
    current: list[etree._Element] | None = None
    for child in root[0]:
        begins = _BEGINS.match(_text(child).strip()) if child.tag == W + "p" else None
        if begins or _text(child).startswith("Mẫu văn bản"):
            current = samples.setdefault(begins[1] if begins else "other", [])
            continue
        if current is not None and not _text(child).lstrip().startswith("Ghi chú") and child.tag != W + "sectPr":
            current.append(child)
    return parts, samples, root


def blank(name: str) -> bytes:
    """One sample as the decree prints it."""
    return _file(_opened()[1][name])


def filled(name: str, change: Callable[[str], str] | None = None) -> bytes:
    """The same with its dots filled in; ``change`` may spoil the text of any paragraph."""
    children = [copy.deepcopy(child) for child in _opened()[1][name]]
    body = etree.Element("body")
    body.extend(children)
    rules = [*_WORDS[name], *_HEAD]
    for paragraph in list(body.iter(W + "p")):
        text = _text(paragraph).strip()
        new = next((new for pattern, new in rules if re.fullmatch(pattern, text, re.DOTALL)), text)
        new = change(new) if change and new else new
        if new != text:
            _write(paragraph, new, new == _BOLD_SUBJECT)
            if not any(map(str.isalpha, text)) or text.startswith("Căn cứ \t"):
                _set_as_content(paragraph, new)
    return _file(list(body))


def _write(paragraph: etree._Element, text: str, bold: bool) -> None:
    """Put ``text`` in the look of the paragraph's first visible run; a note's number in small raised type goes.

    ``bold``: the sample's dots are not, the words must be.
    """
    runs = [run for run in paragraph.iter(W + "r") if run.find(W + "t") is not None]
    for run in list(paragraph.iter(W + "r")):
        if run not in runs[:1]:
            run.getparent().remove(run)
    if not runs:
        return
    for child in list(runs[0]):
        if child.tag != W + "rPr":
            runs[0].remove(child)
    if bold:
        etree.SubElement(runs[0].find(W + "rPr"), W + "b")
    written = etree.SubElement(runs[0], W + "t")
    written.text = text
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _set_as_content(paragraph: etree._Element, text: str) -> None:
    """A row of leader dots becomes a paragraph of the content: indented and justified, as a clerk sets it."""
    if text.startswith("-") or not text.endswith((".", ";")) or paragraph.getparent().tag == W + "tc":
        return
    properties = paragraph.find(W + "pPr")
    for name in ("ind", "jc"):
        for found in properties.findall(W + name):
            properties.remove(found)
    mark = properties.find(W + "rPr")
    indent, alignment = etree.Element(W + "ind"), etree.Element(W + "jc")
    indent.set(W + "firstLine", "720")
    alignment.set(W + "val", "both")
    for element in (indent, alignment):
        properties.insert(len(properties) if mark is None else properties.index(mark), element)


def _file(children: list[etree._Element]) -> bytes:
    parts, _, root = _opened()
    made = copy.deepcopy(root)
    section = made[0].find(W + "sectPr")
    for child in list(made[0]):
        made[0].remove(child)
    for child in children:
        kept = copy.deepcopy(child)
        for inner in list(kept.iter(W + "sectPr")):
            inner.getparent().remove(inner)
        made[0].append(kept)
    if section is not None:
        made[0].append(section)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part, content in parts.items():
            data = etree.tostring(made) if part == "word/document.xml" else content
            target.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), data)
    return out.getvalue()
