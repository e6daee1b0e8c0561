"""Forms that go out and come back, dossiers, templates, the law, the register's rarer work: each on its page."""

from __future__ import annotations

import difflib
import html
import json
import re
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from filled_form import Form
from openpyxl import load_workbook
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from served_page import Answer, Clerk, Served, clerk_of

from vanban.cli.app import cli
from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.issuing_day import VIETNAM
from vanban.domain.work_year import WorkYear
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.deed import Deed
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issue_set import issue
from vanban.workflows.set_aside import note_key
from vanban.workflows.tables import open_table
from vanban.workspace import shipped_law_files, shipped_templates

YEAR = WorkYear(2024)
KIND = "multipart/form-data; boundary=ranh"


def sent(clerk: Clerk, path: str, name: str, data: bytes) -> Answer:
    """A file sent by a form of the page."""
    lines = [
        b'--ranh\r\nContent-Disposition: form-data; name="dau"\r\n\r\n' + clerk.mark.encode(),
        f'--ranh\r\nContent-Disposition: form-data; name="tep"; filename="{name}"\r\n\r\n'.encode() + data,
        b"--ranh--\r\n",
    ]
    return clerk.send(path, b"\r\n".join(lines), KIND)


def scanned() -> bytes:
    """A PDF of one page with something on it."""
    writer, buffer, drawn = PdfWriter(), BytesIO(), DecodedStreamObject()
    drawn.set_data(b"0 0 100 100 re f")
    page = writer.add_blank_page(595, 842)
    page[NameObject("/Contents")] = writer._add_object(drawn)
    writer.write(buffer)
    return buffer.getvalue()


def words(answer: Answer) -> str:
    """What a reader sees."""
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", answer.text)).split())


def opened_series(clerk: Clerk) -> str:
    series = re.findall(r'name="he-thong" value="([^"]+)"', clerk.get("/2024/so").text)[0]
    assert clerk.post("/2024/so/mo", {"he-thong": series, "so-dau": "24", "nam": "2024"}).status == 303
    return series


def filled(kit: Path, leader: str) -> bytes:
    """The form with another name in one cell of its first table."""
    book = load_workbook(kit)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == "Giới tính":
                    sheet.cell(cell.row + 1, cell.column).value = leader
                    file = BytesIO()
                    book.save(file)
                    return file.getvalue()
    raise AssertionError(kit)


def test_a_form_that_comes_back_is_looked_at_and_a_faulty_one_gets_a_marked_copy(office: Served) -> None:
    clerk, root = clerk_of(office), office.workspace.root
    assert clerk.post("/2024/phieu/lap", {}).status == 303
    page = clerk.get("/2024/phieu")
    assert "chưa gửi" in words(page)
    assert "Kính gửi ông (bà)" in words(page)
    kit = root / "kits" / "2024" / "phieu-2024-co-quan.xlsx"
    assert kit.name in page.text
    before = {path.name: path.read_bytes() for path in (root / "data" / "office").iterdir()}
    assert sent(clerk, "/2024/phieu/gui-ve", "../../Phiếu cơ quan.xlsx", filled(kit, "Nan")).status == 303
    assert [path.name for path in (root / "data" / "2024" / "nhan-ve").iterdir()] == ["phieu-co-quan.xlsx"]
    seen = clerk.get("/2024/phieu/xem")
    assert "CHƯA NHẬN, có chỗ sai" in words(seen)
    assert "Có lẽ là “Nam”" in words(seen)
    copy = clerk.get("/2024/phieu/sua-loi?ten=phieu-co-quan.xlsx")
    assert (copy.status, "sua-loi-phieu-co-quan.xlsx" in copy.headers["content-disposition"]) == (200, True)
    assert clerk.post("/2024/phieu/bo", {"tep": "phieu-co-quan.xlsx"}).status == 303
    assert sent(clerk, "/2024/phieu/gui-ve", "Phiếu cơ quan.xlsx", filled(kit, "Nam")).status == 303
    seen = clerk.get("/2024/phieu/xem")
    assert "Ghi vào các bảng" in words(seen)
    assert {path.name: path.read_bytes() for path in (root / "data" / "office").iterdir()} == before
    taken = clerk.post("/2024/phieu/nhan", {"tep": "phieu-co-quan.xlsx"})
    assert "Đã ghi vào các bảng" in words(taken)
    assert (root / "data" / "office" / "people.xlsx").read_bytes() != before["people.xlsx"]
    assert sent(clerk, "/2024/phieu/gui-ve", "anh.png", b"x").status == 404


def test_a_dossier_is_opened_gets_a_paper_from_elsewhere_and_is_closed(office: Served) -> None:
    clerk = clerk_of(office)
    assert "Mở sổ đăng ký" in words(clerk.get("/2024/ho-so"))
    opened_series(clerk)
    wrong = clerk.post("/2024/ho-so/mo", {"ky-hieu": "01.TĐKT", "tieu-de": "Khen thưởng", "bao-quan": "lâu"})
    assert "không phải là thời hạn bảo quản" in words(wrong)
    asked = {"ky-hieu": "01.TĐKT", "tieu-de": "Khen thưởng", "bao-quan": "vĩnh viễn"}
    assert clerk.post("/2024/ho-so/mo", asked).status == 303
    assert "01.TĐKT: Khen thưởng" in words(clerk.get("/2024/ho-so"))
    assert clerk.post("/2024/ho-so/ket-thuc", {"ho-so": "01.TĐKT", "ngay": "05/3/2025"}).status == 303
    assert "Đã kết thúc ngày 05/3/2025" in words(clerk.get("/2024/ho-so"))


def test_the_law_of_a_day_is_shown_with_articles_and_an_older_pack_is_refused(office: Served) -> None:
    clerk = clerk_of(office)
    assert "Điều" in words(clerk.get("/2024/quy-dinh?ngay=05/3/2024"))
    changed = words(clerk.get("/2024/quy-dinh?truoc=01/6/2024&sau=01/8/2025"))
    assert "Không có gì khác giữa hai ngày" not in changed
    assert "không phải là một ngày" in words(clerk.get("/2024/quy-dinh?ngay=32/1/2024"))
    pack = next(iter(shipped_law_files().values()))
    assert "nên không nhận" in words(sent(clerk, "/2024/quy-dinh/xem", "bo.yaml", pack))
    newer = re.sub(rb"(?m)^version: (\d+)", lambda found: b"version: %d" % (int(found[1]) + 1), pack, count=1)
    shown = sent(clerk, "/2024/quy-dinh/xem", "bo.yaml", newer)
    content = html.unescape(re.findall(r"<textarea[^>]*>(.*?)</textarea>", shown.text, re.DOTALL)[0])
    assert clerk.post("/2024/quy-dinh/nhan", {"noi-dung": content}).status == 303
    (taken,) = (office.workspace.root / "data" / "law").iterdir()
    assert taken.read_bytes() == newer


def test_a_template_with_a_mistake_is_not_taken_and_a_sound_one_is(office: Served) -> None:
    plan_template = (shipped_templates() / "plan.docx").read_bytes()
    clerk, place = clerk_of(office), office.workspace.root / "templates" / "docx" / "plan.docx"
    assert "heading.subject" in words(clerk.get("/2024/mau/plan"))
    broken = broken_field(plan_template)
    assert "không có chỗ điền “subjectt”" in words(sent(clerk, "/2024/mau/plan/tai-len", "plan.docx", broken))
    assert not place.exists()
    assert "Đã nhận mẫu" in words(sent(clerk, "/2024/mau/plan/tai-len", "Mẫu của tôi.docx", plan_template))
    assert place.read_bytes() == plan_template
    place.unlink()


def broken_field(template: bytes) -> bytes:
    """The same template with a field that does not exist."""
    made, document = BytesIO(), Document(BytesIO(template))
    document.add_paragraph("{{ heading.subjectt }}")
    document.save(made)
    return made.getvalue()


def test_numbers_given_elsewhere_are_passed_over_and_the_head_is_shown(office: Served) -> None:
    clerk = clerk_of(office)
    assert "Mở sổ đăng ký" in words(clerk.get("/2024/so/them"))
    series = opened_series(clerk)
    done = clerk.post("/2024/so/cap-tiep", {f"so-cuoi/{series}/2024": "30", "ly-do": "sổ giấy"})
    assert "Từ số 24 đến số 30 năm 2024: cấp ngoài chương trình." in words(done)
    assert re.search(r"\d+:[0-9a-f]{64}", words(clerk.get("/2024/so/them")))
    assert "Từ nay cấp số ở thư mục này." in words(clerk.post("/2024/so/o-day", {}))


def test_what_lies_beside_an_issued_document_is_handed_out_by_its_title(office: Served) -> None:
    clerk = clerk_of(office)
    assert clerk.post("/2024/so/mo", {"he-thong": "ke-hoach", "so-dau": "24", "nam": "2024"}).status == 303
    workspace = office.workspace
    build(workspace, BuildRequest(wanted=("plan", "target_assignment"), with_pdf=False))
    deed = Deed(datetime(2024, 2, 5, 9, tzinfo=VIETNAM), "Lan")
    files = issue(workspace, IssueRequest(("plan",), converter=None, with_pdf=False), deed).files
    place = "/2024/ban-hanh/so/ke-hoach/24"
    links = re.findall(r'href="([^"]+/tep[?]tep=[^"]+)">([^<]+)<', clerk.get(place).text)
    assert [title for _, title in links] == ["Tải tệp Word", "Tải tệp Word: Phụ lục phân công thực hiện chỉ tiêu"]
    assert [link.rpartition("=")[2] for link, _ in links] == [path.name for path in files]
    assert [clerk.get(f"{place}/tep?tep={path.name}").status for path in files] == [200, 200]
    assert "đã ký" not in words(clerk.get("/2024/xem"))
    assert sent(clerk, f"{place}/ban-ky", "da-ky.pdf", scanned()).status in (200, 303)
    assert "24/KH-UBND đã ký" in words(clerk.get("/2024/xem"))


def test_one_box_leads_to_the_cell_in_which_a_name_is_kept(office: Served) -> None:
    clerk = clerk_of(office)
    page = clerk.get("/2024/tim?chu=dinh+van+q").text
    assert re.findall(r'href="(/2024/bang/people[^"]+)"', html.unescape(page)) == [
        "/2024/bang/people?dong=13&cot=H%E1%BB%8D%20v%C3%A0%20t%C3%AAn"
    ]
    assert "Ngô Quyền" not in words(clerk.get("/2024/tim?chu=khong+co+ai+ten+nay")).partition("Không thấy")[2]
    assert "Kế hoạch" in words(clerk.get("/2024/tim?chu=phat+dong+phong+trao"))
    assert "Gõ tên người" in words(clerk.get("/2024/tim"))


def test_a_series_that_is_not_open_in_the_year_of_the_day_is_told_before_a_number_is_foreseen(office: Served) -> None:
    clerk = clerk_of(office)
    series = opened_series(clerk)
    assert clerk.post("/2024/so/mo", {"he-thong": series, "so-dau": "1", "nam": "2026"}).status == 303
    seen = words(clerk.get("/2024/ban-hanh/kiem?ten=plan&ngay=05/3/2024"))
    assert "Số dự kiến" not in seen
    assert "Hệ thống số “Kế hoạch” năm 2024 chưa mở trong sổ." in seen, "by its name, not its key"
    assert "không phải là một ngày" in words(clerk.get("/2024/so?tu=32/3/2024"))
    assert clerk.get("/2024/so?tim=thi+dua&tu=01/3/2024&den=31/3/2024").status == 200


@pytest.mark.parametrize(("name", "column"), [("signatories", "Chức vụ"), ("legal_bases", "Trích yếu")])
def test_a_list_that_is_kept_as_a_text_is_a_grid_and_keeps_its_comments(office: Served, name: str, column: str) -> None:
    clerk = clerk_of(office)
    opened = open_table(office.workspace, YEAR, name)
    file = office.workspace.root / "data" / opened.file
    before = file.read_text("utf-8")
    rows = [list(row) for row in opened.cells.rows]
    at = opened.cells.titles.index(column)
    rows[0][at] += " mới"
    rows.append(["them", *rows[0][1:]])
    base, origins = opened.cells.rows, [*range(len(opened.cells.rows)), None]
    body = {"base": base, "rows": rows, "origins": origins}
    path, kind = f"/2024/bang/{name}", "application/json"
    assert clerk.send(f"{path}/luu", json.dumps(body).encode(), kind, X_Vanban_dau=clerk.mark).status == 200
    after = file.read_text("utf-8")
    assert [line for line in before.splitlines() if line.startswith("#")] == [
        line for line in after.splitlines() if line.startswith("#")
    ]
    assert [list(row) for row in open_table(office.workspace, YEAR, name).cells.rows] == rows
    rows[-1][at] = ""
    checked = clerk.send(f"{path}/soat", json.dumps({"rows": rows}).encode(), kind, X_Vanban_dau=clerk.mark)
    (found,) = json.loads(checked.text)["findings"]
    assert (found["row"], found["column"], found["wrong"]) == (len(rows) - 1, at, True)
    body |= {"base": rows[:-1], "rows": rows, "origins": [*range(len(rows) - 1), None]}
    refused = clerk.send(f"{path}/luu", json.dumps(body).encode(), kind, X_Vanban_dau=clerk.mark)
    assert (refused.status, f"Chưa ghi “{column}”" in words(refused)) == (422, True)
    assert file.read_text("utf-8") == after


def test_the_office_is_a_form_that_changes_its_own_lines_and_shows_what_is_wrong_at_its_field(office: Served) -> None:
    clerk = clerk_of(office)
    file = office.workspace.root / "data" / "office" / "office.yaml"
    before = file.read_text("utf-8")
    form = Form(clerk, clerk.get("/2024/co-quan"))
    assert "Đã lưu" in form.save().words
    assert file.read_text("utf-8") == before
    more = Form(clerk, clerk.get("/2024/co-quan")).more("former_names")
    more.set("former_names.0.name", "xã Cũ").set("former_names.0.valid_to", "31/2/2025").set("name", "")
    wrong = more.send()
    assert "Chưa ghi “Tên đầy đủ, như viết trong câu”." in words(wrong)
    assert re.findall(r'<a href="#([^"]+)">', wrong.text.partition('class="mistakes"')[2].partition("</ul>")[0]) == [
        "name",
        "former_names.0.valid_to",
    ]
    told = Form(clerk, wrong)
    assert (told.said("former_names.0.name"), file.read_text("utf-8")) == (["xã Cũ"], before)
    told.set("former_names.0.valid_to", "30/6/2025").set("name", "Ủy ban nhân dân phường Mới")
    assert "Đã lưu" in told.save().words
    lines = [
        line for line in difflib.ndiff(before.splitlines(), file.read_text("utf-8").splitlines()) if line[0] in "+-"
    ]
    assert lines == [
        "- name: Ủy ban nhân dân phường Ngô Quyền",
        "+ name: Ủy ban nhân dân phường Mới",
        "+ former_names:",
        "+   - name: xã Cũ",
        "+     valid_to: 30/6/2025",
    ]
    other = told.set("name", "Ủy ban nhân dân phường Khác").save().words
    assert "nơi khác đã lưu" in other and "Trong tệp nay đang ghi: “Ủy ban nhân dân phường Mới”" in other
    back = clerk.post("/2024/co-quan/lay-lai", {"ban": "1"})
    assert (back.status, file.read_text("utf-8")) == (303, before)


def test_a_note_is_set_aside_with_a_reason_for_page_and_command_line_and_taken_up_again(office: Served) -> None:
    clerk = clerk_of(office)
    page = clerk.get("/2024/kiem-tra").text
    first, key = re.findall(r'name="khoa" value="(\w{64})"', page)
    clerk.post("/2024/kiem-tra/gac-lai", {"khoa": first, "vi-sao": "Nguyên văn của cơ quan"})
    assert "Hãy ghi vì sao" in words(clerk.post("/2024/kiem-tra/gac-lai", {"khoa": key, "vi-sao": " "}))
    assert clerk.post("/2024/kiem-tra/gac-lai", {"khoa": key, "vi-sao": "Cơ quan viết vậy"}).status == 303
    seen = words(clerk.get("/2024/kiem-tra"))
    assert "0 lỗi, 0 lưu ý, 2 lưu ý đã gác lại" in seen
    assert "Cơ quan viết vậy (" in seen
    run = CliRunner().invoke(cli, ["check", "--workspace", str(office.workspace.root)])
    assert "(năm 2024: 0 lỗi, 0 lưu ý, 2 lưu ý đã gác lại)" in run.output
    assert "lưu ý" not in words(clerk.get("/2024/")).partition("Dữ liệu:")[2]
    assert clerk.post("/2024/kiem-tra/nhac-lai", {"khoa": key}).status == 303
    assert "0 lỗi, 1 lưu ý, 1 lưu ý đã gác lại" in words(clerk.get("/2024/kiem-tra"))


def test_a_note_about_a_row_follows_what_the_row_says_wherever_it_stands() -> None:
    note = Finding(
        severity=Severity.WARNING, place=Place(file="2024/votes.xlsx", line=7), reason="Ít phiếu.", remedy=""
    )
    there = note_key(note, {"2024/votes.xlsx": {7: "a", 8: "b"}})
    moved = note.model_copy(update={"place": Place(file="2024/votes.xlsx", line=9)})
    assert note_key(moved, {"2024/votes.xlsx": {9: "a"}}) == there
    assert note_key(moved, {"2024/votes.xlsx": {9: "b"}}) != there
    assert note_key(note.model_copy(update={"severity": Severity.ERROR}), {}) == ""
