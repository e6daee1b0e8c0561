"""Sixty mistakes in data and sixty on command lines, as a clerk makes them: each with what is edited or typed."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import openpyxl

Files = dict[str, bytes]
Spoil = Callable[[Files], None]


@dataclass(frozen=True)
class Mistake:
    """What the clerk did wrong, in words, and the change of the files that does it."""

    what: str
    spoil: Spoil


def cell(file: str, place: str, value: object) -> Spoil:
    """Type something into a cell of a table."""

    def spoil(files: Files) -> None:
        book = openpyxl.load_workbook(io.BytesIO(files[file]))
        book.worksheets[0][place] = value
        files[file] = _saved(book)

    return spoil


def row(file: str, *values: object) -> Spoil:
    """Add a row below a table."""

    def spoil(files: Files) -> None:
        book = openpyxl.load_workbook(io.BytesIO(files[file]))
        book.worksheets[0].append(values)
        files[file] = _saved(book)

    return spoil


def _saved(book: openpyxl.Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def text(file: str, old: str, new: str) -> Spoil:
    """Change some words of a text, once."""

    def spoil(files: Files) -> None:
        before = files[file].decode("utf-8")
        assert old in before, (file, old)
        files[file] = before.replace(old, new, 1).encode("utf-8")

    return spoil


def replaced(file: str, data: bytes) -> Spoil:
    """Put something else under the name of a file."""
    return lambda files: files.update({file: data})


def renamed(file: str, name: str) -> Spoil:
    """Give a file another name."""
    return lambda files: files.update({name: files.pop(file)})


def removed(file: str) -> Spoil:
    """Delete a file."""

    def spoil(files: Files) -> None:
        del files[file]

    return spoil


PEOPLE, GROUPS, VOTES = "office/people.xlsx", "office/groups.xlsx", "2024/votes.xlsx"
PLAN, OFFICE, SIGNERS = "2024/plan.yaml", "office/office.yaml", "office/signatories.yaml"
LETTERS, DECISION, SUBMISSION = "2024/letters.yaml", "2024/decision.yaml", "2024/submission.yaml"
NOMINATIONS, RESULTS, MEETING = "2024/nominations.xlsx", "2024/results.xlsx", "2024/council_meeting.yaml"

DATA: tuple[Mistake, ...] = (
    Mistake("Ngày sinh ghi 31/02/1985", cell(PEOPLE, "D2", "31/02/1985")),
    Mistake("Ngày sinh chỉ ghi năm", cell(PEOPLE, "D2", 1985)),
    Mistake("Ngày sinh ở tương lai", cell(PEOPLE, "D2", "12/03/2085")),
    Mistake("Giới tính ghi “nam giới”", cell(PEOPLE, "C2", "nam giới")),
    Mistake("Để trống họ và tên", cell(PEOPLE, "B2", None)),
    Mistake("Họ tên có số", cell(PEOPLE, "B2", "Trần Thị B 2")),
    Mistake("Họ tên gõ phông .VnTime", cell(PEOPLE, "B2", "TrÇn ThÞ B×nh")),
    Mistake("Mã người có dấu", cell(PEOPLE, "A2", "trần-thị-b")),
    Mistake("Hai người cùng mã", cell(PEOPLE, "A3", "tran-thi-b")),
    Mistake("Mã tập thể sai ở bảng cá nhân", cell(PEOPLE, "H2", "co-quan-ubn")),
    Mistake("Đổi tên cột “Mã tập thể”", cell(PEOPLE, "H1", "Phòng ban")),
    Mistake("Thêm một cột lạ", cell(PEOPLE, "J1", "Sở thích")),
    Mistake("Xóa mất dòng tên cột", cell(PEOPLE, "A1", None)),
    Mistake("Tên cột “Số phiếu đồng ý” gõ thiếu", cell(VOTES, "C1", "Phiếu thuận")),
    Mistake("Số phiếu ghi bằng chữ", cell(VOTES, "C2", "chín")),
    Mistake("Số phiếu âm", cell(VOTES, "C2", -1)),
    Mistake("Số phiếu nhiều hơn số người bỏ phiếu", cell(VOTES, "C2", 19)),
    Mistake("Bỏ phiếu cho người không được đề nghị", cell(VOTES, "A2", "ngo-thi-l")),
    Mistake("Bảng phiếu lưu tên vote.xlsx", renamed(VOTES, "2024/vote.xlsx")),
    Mistake("Bảng cá nhân lưu kiểu .xls", renamed(PEOPLE, "office/people.xls")),
    Mistake("Chép thêm people (1).xlsx", lambda files: files.update({"office/people (1).xlsx": files[PEOPLE]})),
    Mistake("Xóa tệp kế hoạch", removed(PLAN)),
    Mistake("Xóa bảng cá nhân", removed(PEOPLE)),
    Mistake("Tệp Word đổi đuôi thành .xlsx", replaced(PEOPLE, b"Danh sach can bo")),
    Mistake("Bảng Excel bị cắt ngắn", lambda files: files.update({GROUPS: files[GROUPS][:2000]})),
    Mistake("Hai tổ dân phố cùng tên", cell(GROUPS, "B3", "Tổ dân phố số 1")),
    Mistake("Số hộ ghi “212 hộ”", cell(GROUPS, "E2", "212 hộ")),
    Mistake("Số hộ ghi 1.200", cell(GROUPS, "E2", "1.200")),
    Mistake(
        "Đăng ký cho tổ không có", row("2024/group_registrations.xlsx", "tdp-99", 10, "Tổ dân phố văn hóa", "Giữ gìn")
    ),
    Mistake("Một tổ đăng ký hai lần", cell("2024/group_registrations.xlsx", "A3", "tdp-01")),
    Mistake("Đăng ký nhiều hộ hơn số hộ của tổ", cell("2024/group_registrations.xlsx", "B2", 999)),
    Mistake("Danh hiệu không có trong Luật", cell("2024/individual_registrations.xlsx", "B2", "Chiến sĩ giỏi")),
    Mistake("Ghi họ tên thay cho mã", cell("2024/individual_registrations.xlsx", "A2", "Trần Thị B")),
    Mistake("Đề nghị một người không có", cell(NOMINATIONS, "A2", "ngo-thi-l")),
    Mistake(
        "Đề nghị Chiến sĩ thi đua cho người xếp loại thấp", cell("2024/evaluations.xlsx", "C2", "Hoàn thành nhiệm vụ")
    ),
    Mistake("Người được đề nghị đang bị kỷ luật", cell("2024/evaluations.xlsx", "D2", "Khiển trách")),
    Mistake("Kết quả cho chỉ tiêu không có", cell(RESULTS, "A2", "thu-ngan-sac")),
    Mistake("Kết quả cho nội dung không có", cell(RESULTS, "B2", "hoan_than")),
    Mistake("Chưa ghi đạt hay không đạt", cell(RESULTS, "D2", None)),
    Mistake("Ô “Đạt” ghi “x”", cell(RESULTS, "D2", "x")),
    Mistake("Ô kết quả là công thức lỗi", cell(RESULTS, "C3", "=1/0")),
    Mistake("Ngày họp tổ ghi tháng trước ngày", cell("2024/group_meetings.xlsx", "B2", "11/31/2024")),
    Mistake("Giờ họp ghi 7g30 tối", cell("2024/group_meetings.xlsx", "C2", "7g30 tối")),
    Mistake("Tỷ lệ đóng góp sáng kiến cộng không đủ 100", cell("2024/authorships.xlsx", "C2", 60)),
    Mistake("Kế hoạch thụt dòng bằng phím Tab", text(PLAN, "  - ke-hoach-24-kh-ubnd", "\t- ke-hoach-24-kh-ubnd")),
    Mistake("Trích yếu có dấu hai chấm", text(PLAN, "subject: Tổ chức", "subject: Thi đua: tổ chức")),
    Mistake("Tên mục gõ sai (subjet)", text(PLAN, "subject:", "subjet:")),
    Mistake("Tên mục lạ (mau_sac)", text(PLAN, "issuer: ubnd", "issuer: ubnd\nmau_sac: đỏ")),
    Mistake(
        "Kế hoạch còn chữ năm 2023", text(PLAN, "phong trào thi đua năm 2024 với", "phong trào thi đua năm 2023 với")
    ),
    Mistake("Chỗ điền không có ({so_ho})", text(SUBMISSION, "{individual_nominations}", "{so_ho}")),
    Mistake("Căn cứ gõ sai mã", text(DECISION, "- nghi-dinh-98-2023", "- nghi-dinh-98-2032")),
    Mistake("Viện dẫn văn bản không có", text(DECISION, "cites: [council_minutes]", "cites: [bien_ban]")),
    Mistake("Người ký không có", text(DECISION, "signatory: chu-tich", "signatory: chu-tit")),
    Mistake("Phó Chủ tịch ký mà quên KT.", text(DECISION, "signatory: chu-tich", "signatory: pho-chu-tich")),
    Mistake(
        "Quyết định ghi ngày người ký đã thôi chức", text(DECISION, "decided_on: 20/12/2024", "decided_on: 20/12/2025")
    ),
    Mistake("Người ký ghi học vị", text(SIGNERS, "name: Vũ Trí Khánh", "name: ThS. Vũ Trí Khánh")),
    Mistake("Tệp cơ quan thiếu tên", text(OFFICE, "name: Ủy ban nhân dân phường Ngô Quyền\n", "")),
    Mistake("Loại cơ quan ghi “phường xã”", text(OFFICE, "form: phường", "form: phường xã")),
    Mistake("Thư ký Hội đồng không phải thành viên", text(MEETING, "secretary: pham-thi-d", "secretary: pham-thi-dd")),
    Mistake(
        "Lưu kế hoạch không phải Unicode", replaced(PLAN, "year: 2024\nsubject: Phát động".encode("cp1258", "replace"))
    ),
)

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("biuld",),
    ("chek",),
    ("build", "ke-hoachh"),
    ("build", "báo cáo quý"),
    ("build", "plan/tet"),
    ("build", "achievement_report/tran-thi-bb"),
    ("build", "--only", "tdp-99", "--no-pdf"),
    ("build", "--only"),
    ("build", "--ony", "tdp-01"),
    ("build", "--jobs", "nhiều"),
    ("build", "--jobs", "0"),
    ("build", "--year", "2031"),
    ("build", "--year", "hai nghìn"),
    ("check", "--year", "2024-2027"),
    ("check", "plan"),
    ("check", "--workspace", "khong-co"),
    ("new",),
    ("new", "data"),
    ("new", "a", "b"),
    ("new", "moi", "--answers", "tra-loi.yaml"),
    ("new-year", "2024"),
    ("new-year", "2020"),
    ("new-year", "xuân"),
    ("new-year", "2024", "--confirm", "3"),
    ("issue",),
    ("issue", "plan"),
    ("issue", "kế hoạc"),
    ("issue", "group_registration/tdp-01"),
    ("issue", "submission", "--date", "31/02/2024"),
    ("issue", "plan", "--expect", "một"),
    ("issue", "council_minutes", "--number", "0"),
    ("replace", "plan"),
    ("correct", "plan"),
    ("recall", "khong-co"),
    ("void", "ke-hoach", "99", "--why", "Cấp nhầm", "--year", "2024"),
    ("void", "ke-hoach", "1"),
    ("void", "ke-hoach", "1", "--why", " ", "--year", "2024"),
    ("void", "Kế hoạch!", "1", "--why", "Nhầm"),
    ("sign-copy", "plan"),
    ("sign-copy", "plan", "khong-co.pdf"),
    ("register", "list", "--series", "khong-co"),
    ("register", "list", "--page", "0"),
    ("register", "open-series", "khong-co", "--first", "1"),
    ("register", "open-series", "ke-hoach", "--first", "0"),
    ("register", "print", "so.pdf", "--series", "ke-hoach", "--year", "2024", "--volume", "1"),
    ("register", "export", "so.txt"),
    ("register", "import", "khong-co.xlsx", "--series", "ke-hoach", "--year", "2024"),
    ("register", "continue", "--last", "ke-hoach", "--why", "Hỏng máy"),
    ("verify", "--head", "12:3f"),
    ("dossier", "close", "01.TĐKT"),
    ("dossier", "open", "hồ sơ", "Hồ sơ năm 2024", "--retention", "10", "--heading", "Thi đua", "--creator", "Lan"),
    ("dossier", "add", "01.TĐKT"),
    ("archive", "import", "khong-co"),
    ("restore", "khong-co", "moi"),
    ("take", "khong-co.xlsx"),
    ("take", "data/2024/plan.yaml"),
    ("text", "export", "ke hoac"),
    ("text", "import", "plan", "khong-co.docx"),
    ("proofread", "khong-co.docx"),
    ("template", "fields", "giay-mo"),
)


def spoiled(files: Mapping[str, bytes], mistake: Mistake) -> Files:
    """The files of a year after a mistake."""
    changed = dict(files)
    mistake.spoil(changed)
    return changed
