"""The register, dossiers, bags and proofs as a clerk runs them, one command after another."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import bagit
import openpyxl
import pypdf
import pytest
from paper_maker import UNFIT, scan

from vanban.cli.app import main
from vanban.domain.old_book import PaperRow
from vanban.domain.register_entry import EntryKey
from vanban.ingest import write_table
from vanban.pdf import find_converter, page_count
from vanban.pdf import text as pdf_text
from vanban.register import Register
from vanban.word import text_of
from vanban.workflows.build import BuildRequest, build
from vanban.workspace import Workspace, create

Run = Callable[..., tuple[int, str]]
DAY = ("--date", "05/02/2024", "--no-pdf")
"""Any day on which the law allows what the sample says; today is none."""
INJECTIONS = ("=HYPERLINK(1)", "+84", "-1", "@SUM(A1)")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with the documents that the tests issue, built once."""
    made, _ = create(tmp_path_factory.mktemp("base") / "thi-dua")
    submission = made.root / "data" / "2024" / "submission.yaml"
    text = submission.read_text(encoding="utf-8")
    submission.write_text(text.replace("cites: [council_minutes]\n", ""), encoding="utf-8")
    build(made, BuildRequest(wanted=("plan", "target_assignment", "submission", "nominee_list"), with_pdf=False))
    return made.root


@pytest.fixture
def workspace(base: Path, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(base, tmp_path / "thi-dua"))


@pytest.fixture(scope="module")
def issued_base(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same where the plan is number 24 and the submission number 01, issued once by the commands."""
    root = Path(shutil.copytree(base, tmp_path_factory.mktemp("issued") / "thi-dua"))
    for command in (
        ("register", "open-series", "ke-hoach", "--first", "24", "--year", "2024"),
        ("register", "open-series", "to-trinh", "--year", "2024"),
        ("issue", "plan", "submission", *DAY),
    ):
        with chdir(root), pytest.raises(SystemExit) as ended:
            main(list(command))
        assert ended.value.code == 0
    (root / "data" / "heads.jsonl").unlink()  # Copies of this office are offices of their own.
    return root


@pytest.fixture
def run(workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command in the workspace; its exit code and everything that it says."""
    monkeypatch.chdir(workspace.root)

    def command(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err

    return command


@pytest.fixture
def issued(run: Run, workspace: Workspace, issued_base: Path) -> Run:
    """The same in a workspace where the plan is number 24 and the submission number 01."""
    shutil.copytree(issued_base, workspace.root, dirs_exist_ok=True)
    return run


def of_json(outcome: tuple[int, str]) -> dict[str, object]:
    code, said = outcome
    assert code == 0, said
    return json.loads(said)


@pytest.mark.parametrize(
    "arguments",
    [
        ("register", "list"),
        ("register", "search", "kế", "hoạch"),
        ("register", "export", "so.xlsx"),
        ("issue", "plan"),
        ("verify",),
        ("recover",),
        ("dossier", "list"),
        ("void", "ke-hoach", "1", "--why", "x"),
    ],
)
def test_without_a_register_every_command_says_how_to_begin(run: Run, arguments: tuple[str, ...]) -> None:
    code, said = run(*arguments)
    assert code == 10
    assert "open-series" in said
    assert "Traceback" not in said


def test_a_series_that_the_office_has_not_is_refused_with_those_it_has(run: Run) -> None:
    code, said = run("register", "open-series", "ke-hoac")
    assert code == 3
    assert "Có phải là “ke-hoach”?" in said


def test_a_series_is_opened_once(issued: Run) -> None:
    code, said = issued("register", "open-series", "ke-hoach", "--first", "30", "--year", "2024")
    assert code == 3
    assert "đã mở từ số 24" in said


def test_the_list_has_every_field_that_a_program_asks_for(issued: Run) -> None:
    found = of_json(issued("register", "list", "--json"))
    entries = found["entries"]
    assert isinstance(entries, list)
    wanted = {"series", "year", "ordinal", "symbol", "issued_on", "subject", "kind", "key", "state", "sha256"}
    assert all(wanted <= set(entry) for entry in entries)
    assert [(entry["series"], entry["ordinal"]) for entry in entries] == [("ke-hoach", 24), ("to-trinh", 1)]


@pytest.mark.parametrize("words", [("ke", "hoach"), ("KẾ HOẠCH",), ("diem nghen",), ("Vũ Trí Khánh", "24/KH")])
def test_searching_needs_no_accents_and_reads_fields_and_text(issued: Run, words: tuple[str, ...]) -> None:
    code, said = issued("register", "search", *words)
    assert code == 0
    assert "24/KH-UBND" in said


def test_what_is_not_there_is_not_found(issued: Run) -> None:
    assert "0 số" in issued("register", "search", "khongco")[1]


def test_an_export_is_text_alone_and_carries_the_head_of_the_chain(issued: Run, workspace: Workspace) -> None:
    head = of_json(issued("register", "list", "--json"))["head"]
    assert isinstance(head, dict)
    issued("register", "export", "so.xlsx")
    issued("register", "export", "so.csv")
    sheet = openpyxl.load_workbook(workspace.root / "so.xlsx").worksheets[0]
    assert sheet["A2"].value == "24/KH-UBND"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    rows = list(csv.reader(io.StringIO((workspace.root / "so.csv").read_text(encoding="utf-8-sig"))))
    assert rows[0][0] == "Số, ký hiệu văn bản"
    assert all(row[-1] == f"{head['seq']}:{head['hash']}" for row in rows[1:])


def test_a_reason_that_looks_like_a_formula_is_harmless_in_an_export(issued: Run, workspace: Workspace) -> None:
    issued("void", "ke-hoach", "24", "--why", "=1+1", "--year", year_of(issued))
    issued("register", "export", "so.csv")
    content = (workspace.root / "so.csv").read_text(encoding="utf-8-sig")
    assert "Hủy: =1+1" in content
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in csv.reader(io.StringIO(content)) for cell in row)


def year_of(run: Run) -> str:
    entries = of_json(run("register", "list", "--json"))["entries"]
    assert isinstance(entries, list)
    return str(entries[0]["year"])


def paper_book(*subjects: str, first: int = 1, year: int = 2024) -> bytes:
    rows = [
        PaperRow.model_validate(
            {
                "ordinal": str(first + place),
                "symbol": "KH-UBND",
                "issued_on": f"{year}-01-{place + 2:02d}",
                "type_name": "Kế hoạch",
                "subject": subject,
                "signer": "Nguyễn Văn A",
                "recipients": "Các tổ dân phố; Lưu",
            }
        )
        for place, subject in enumerate(subjects)
    ]
    return write_table(rows, PaperRow, "Sổ cũ")


def test_an_old_book_is_taken_over_once_and_payloads_stay_text(issued: Run, workspace: Workspace) -> None:
    year = int(year_of(issued))
    (workspace.root / "cu.xlsx").write_bytes(paper_book(*INJECTIONS, year=year))
    for _ in range(2):
        code, said = issued("register", "import", "cu.xlsx", "--series", "ke-hoach", "--year", str(year))
        assert code == 0, said
        assert "Đã nhập 4 số" in said
    issued("register", "export", "so.csv", "--series", "ke-hoach")
    rows = list(csv.reader(io.StringIO((workspace.root / "so.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == 6
    assert [row[9] for row in rows[1:]] == ["nhận từ sổ cũ"] * 4 + ["đã ban hành"]
    assert issued("verify")[0] == 0


def test_a_bad_row_of_an_old_book_stops_all_of_it_and_is_named(issued: Run, workspace: Workspace) -> None:
    (workspace.root / "cu.xlsx").write_bytes(paper_book("Một", "Hai", year=2019))
    code, said = issued("register", "import", "cu.xlsx", "--series", "ke-hoach", "--year", "2020")
    assert code == 1
    assert "dòng 2" in said
    assert "không thuộc năm 2020" in said
    assert "Chưa nhập dòng nào" in said
    assert "2 số" in issued("register", "list")[1]


def test_an_old_book_without_a_row_is_said_and_takes_nothing(issued: Run, workspace: Workspace) -> None:
    (workspace.root / "cu.xlsx").write_bytes(paper_book())
    code, said = issued("register", "import", "cu.xlsx", "--series", "ke-hoach", "--year", year_of(issued))
    assert code == 1
    assert "Bảng không có dòng dữ liệu nào" in said
    assert issued("verify")[0] == 0


@pytest.mark.parametrize(
    ("first", "place", "reason"),
    [
        (24, "dòng 2, cột A", "Số 24 đã có trong sổ với văn bản khác"),
        (400, "dòng 2, cột A", "Số này cách số tiếp theo của sổ (25) quá xa. Đang ghi: “400”"),
        (5, "dòng 2, cột A", "Số 05 đã có trong sổ với văn bản khác"),
    ],
)
def test_a_row_that_does_not_fit_what_the_register_has_is_named(
    issued: Run, workspace: Workspace, first: int, place: str, reason: str
) -> None:
    year = int(year_of(issued))
    taken = ("register", "import", "cu.xlsx", "--series", "ke-hoach", "--year", str(year))
    (workspace.root / "cu.xlsx").write_bytes(paper_book("Đã có", first=5, year=year))
    assert issued(*taken)[0] == 0
    (workspace.root / "cu.xlsx").write_bytes(paper_book("Một", "Hai", first=first, year=year))
    before = issued("register", "list")
    code, said = issued(*taken)
    assert code == 1
    assert place in said
    assert reason.format(year=year) in said
    assert issued("register", "list") == before


@pytest.mark.parametrize(
    ("there", "first", "place", "reason"),
    [
        (4, 6, "dòng 2, cột C", "Ngày sớm hơn ngày 03/01/{year} của số 5 đứng trước. Đã nhập đúng như sổ cũ."),
        (
            5,
            3,
            "dòng 3, cột C",
            "Ngày muộn hơn ngày 02/01/{year} của số 5 đứng sau, đã vào sổ. Đã nhập đúng như sổ cũ.",
        ),
    ],
)
def test_a_day_out_of_order_in_the_old_book_is_taken_over_as_it_is_and_told(
    issued: Run, workspace: Workspace, there: int, first: int, place: str, reason: str
) -> None:
    year = int(year_of(issued))
    taken = ("register", "import", "cu.xlsx", "--series", "ke-hoach", "--year", str(year))
    (workspace.root / "cu.xlsx").write_bytes(paper_book(*["Đã có"] * (6 - there), first=there, year=year))
    assert issued(*taken)[0] == 0
    (workspace.root / "cu.xlsx").write_bytes(paper_book("Một", "Hai", first=first, year=year))
    code, said = issued(*taken)
    assert code == 0
    assert place in said
    assert reason.format(year=year) in said
    assert issued("verify")[0] == 0


def test_numbers_of_the_old_book_that_nobody_took_over_are_told(issued: Run, workspace: Workspace) -> None:
    year = int(year_of(issued))
    (workspace.root / "cu.xlsx").write_bytes(paper_book("Một", "Hai", first=4, year=year))
    code, said = issued("register", "import", "cu.xlsx", "--series", "ke-hoach", "--year", str(year))
    assert code == 0
    assert "Chưa nhập 21 số trước số 24: 1-3, 6-23." in said


def test_recover_does_not_say_all_is_done_where_the_archive_lacks_a_document(issued: Run, workspace: Workspace) -> None:
    assert issued("recover") == (0, "Không còn việc nào dở dang.\n")
    (manifest,) = (workspace.root / "data/issued/archive/documents/ke-hoach").rglob("*.json")
    manifest.unlink()
    code, said = issued("recover")
    assert code == 12 and "dở dang đã xong, nhưng kho lưu trữ thiếu 1 văn bản" in said and "vanban restore" in said
    assert json.loads(issued("recover", "--json")[1])["missing"] in said


def test_an_empty_book_is_printed_and_said_to_be_empty(run: Run) -> None:
    run("register", "open-series", "ke-hoach", "--first", "24", "--year", "2024")
    code, said = run("register", "print", "so.docx", "--series", "ke-hoach", "--year", "2024")
    assert code == 0, said
    assert "so.docx”; sổ chưa có văn bản." in said and "0 số" not in said


def test_the_book_prints_ten_columns_with_page_totals_and_the_head(issued: Run, workspace: Workspace) -> None:
    code, said = issued("register", "print", "in/so.docx", "--series", "ke-hoach", "--year", year_of(issued))
    assert code == 0, said
    words = text_of((workspace.root / "in/so.docx").read_bytes())
    for line in (
        "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
        "Từ số 24 đến số 24",
        "Quyển số: 01",
        "Ghi chú",
        "(10)",
        "Cộng trang này: 01 số",
    ):
        assert line in words
    assert words.count("SỔ ĐĂNG KÝ VĂN BẢN ĐI") == 2, "cover and first page"
    pdf = (workspace.root / "in/so.pdf").read_bytes()
    assert page_count(pdf) == 3
    assert "24/KH-" in pdf_text(pdf)


def test_a_dossier_is_opened_filled_closed_printed_and_handed_over(issued: Run, workspace: Workspace) -> None:
    assert issued("dossier", "open", "01.TĐKT", "Hồ sơ thi đua năm 2024", "--retention", "10")[0] == 0
    assert issued("dossier", "open", "01.TĐKT", "Hồ sơ khác", "--retention", "vinh-vien")[0] == 3
    assert issued("dossier", "add", "01.TĐKT", "plan", "submission", "plan")[0] == 0
    (workspace.root / "den.pdf").write_bytes(scan().getvalue())
    outside = ("--file", "den.pdf", "--subject", "Công văn hướng dẫn", "--number", "12/PNV", "--date", "05/02/2024")
    assert issued("dossier", "add", "01.TĐKT", *outside)[0] == 0
    assert issued("dossier", "close", "01.TĐKT", "--date", "31/12/2024")[0] == 0
    assert issued("dossier", "add", "01.TĐKT", "plan")[0] == 3, "a closed dossier takes nothing more"
    said = issued("dossier", "list")[1]
    assert [line.split(".")[0].strip() for line in said.splitlines()[1:4]] == ["1", "2", "3"]
    assert "phải nộp lưu trước ngày 31/12/2025" in said
    assert issued("dossier", "print", "in")[0] == 0
    assert sorted(path.name for path in (workspace.root / "in").glob("*.docx")) == [
        "bien-ban-giao-nhan.docx",
        "danh-muc-ho-so.docx",
        "muc-luc-01-tdkt.docx",
        "muc-luc-nop-luu.docx",
    ]
    assert "00 hồ sơ bảo quản vĩnh viễn;" in text_of((workspace.root / "in/danh-muc-ho-so.docx").read_bytes())
    assert issued("archive", "export", "goi", "--dossier", "01.TĐKT")[0] == 0
    bagit.Bag(str(workspace.root / "goi")).validate()


def test_a_dossier_needs_a_code_a_period_and_documents_that_are_issued(issued: Run) -> None:
    assert issued("dossier", "open", "TĐKT", "Hồ sơ", "--retention", "10")[0] == 2
    assert issued("dossier", "open", "01.TĐKT", "Hồ sơ", "--retention", "lâu")[0] == 2
    assert issued("dossier", "add", "01.TĐKT")[0] == 2
    assert issued("dossier", "add", "09.TĐKT", "plan")[0] == 3
    assert issued("dossier", "open", "01.TĐKT", "Hồ sơ", "--retention", "10")[0] == 0
    assert "annual_report" in issued("dossier", "add", "01.TĐKT", "annual_report")[1]


def test_a_refused_addition_puts_nothing_into_a_dossier(issued: Run, workspace: Workspace) -> None:
    assert issued("dossier", "open", "01.TĐKT", "Hồ sơ", "--retention", "10")[0] == 0
    outside = ("--file", "den.pdf", "--subject", "Công văn")
    assert issued("dossier", "add", "01.TĐKT", "plan", *outside)[0] == 1, "there is no such file"
    (workspace.root / "den.pdf").write_bytes(scan().getvalue())
    code, said = issued("dossier", "add", "01.TĐKT", "plan", *outside, "--date", "05/02/2199")
    assert code == 3
    assert "ngày 05/02/2199 chưa đến" in said
    code, said = issued("dossier", "close", "01.TĐKT", "--date", "01/01/2199")
    assert code == 3
    assert "ngày 01/01/2199 chưa đến" in said
    assert len(issued("dossier", "list")[1].splitlines()) == 1


def test_a_paper_from_outside_may_have_any_file_name(issued: Run, workspace: Workspace) -> None:
    assert issued("dossier", "open", "01.TĐKT", "Hồ sơ", "--retention", "10")[0] == 0
    for name in ("Công văn 12.Sở Nội vụ", "khong-duoi"):
        (workspace.root / name).write_bytes(name.encode())
        code, said = issued("dossier", "add", "01.TĐKT", "--file", name, "--subject", name)
        assert code == 0, said
    assert issued("archive", "export", "goi", "--dossier", "01.TĐKT")[0] == 0


def test_a_bag_of_the_year_brings_register_and_archive_back(issued: Run, workspace: Workspace) -> None:
    before = of_json(issued("register", "list", "--json"))
    assert issued("archive", "export", "goi", "--year", "2024")[0] == 0
    assert issued("archive", "export", "goi", "--year", "2024")[0] == 4, "no bag is written over"
    bagit.Bag(str(workspace.root / "goi")).validate()
    shutil.rmtree(workspace.register.parent)
    code, said = issued("archive", "import", "goi")
    assert code == 0, said
    assert of_json(issued("register", "list", "--json")) == before
    assert issued("verify")[0] == 0


def test_an_altered_bag_is_refused(issued: Run, workspace: Workspace) -> None:
    issued("archive", "export", "goi", "--year", "2024")
    victim = next((workspace.root / "goi" / "data").rglob("*.docx"))
    victim.write_bytes(victim.read_bytes() + b" ")
    code, said = issued("archive", "import", "goi")
    assert code == 3
    assert "Không nhận gói" in said


def test_the_signed_copy_is_kept_beside_the_original(issued: Run, workspace: Workspace) -> None:
    converter = find_converter({"PATH": "/usr/bin"})
    assert converter is not None
    issued("register", "print", "so.docx", "--series", "ke-hoach", "--year", year_of(issued))
    for _ in range(2):
        code, said = issued("sign-copy", "plan", "so.pdf")
        assert code == 0, said
    entries = of_json(issued("register", "search", "ke hoach", "--series", "ke-hoach", "--json"))["entries"]
    assert isinstance(entries, list)
    assert [item["role"] for item in entries[0]["objects"]].count("signed_copy") == 1
    assert issued("verify")[0] == 0
    (workspace.root / "hong.pdf").write_bytes(b"no pdf")
    assert issued("sign-copy", "plan", "hong.pdf")[0] == 1
    assert issued("sign-copy", "annual_report", "so.pdf")[0] == 3


@pytest.mark.parametrize("words", ["cap nham", "hủy", "Hủy: Cấp nhầm", "plan", "submission", "sha256"])
def test_searching_reads_what_became_of_a_number_and_which_file_it_is(issued: Run, words: str) -> None:
    assert issued("void", "ke-hoach", "24", "--why", "Cấp nhầm số", "--year", year_of(issued))[0] == 0
    entries = of_json(issued("register", "list", "--json"))["entries"]
    assert isinstance(entries, list)
    wanted = entries[1] if words in ("submission", "sha256") else entries[0]
    asked = str(wanted["sha256"])[:12] if words == "sha256" else words
    found = of_json(issued("register", "search", asked, "--json"))["entries"]
    assert isinstance(found, list)
    assert [entry["symbol"] for entry in found] == [wanted["symbol"]]


@pytest.mark.parametrize("command", [("list",), ("search", "ke"), ("export", "so.csv")])
def test_a_series_that_was_never_opened_is_no_empty_list(issued: Run, command: tuple[str, ...]) -> None:
    code, said = issued("register", *command, "--series", "ke-hoac")
    assert code == 3
    assert "ke-hoac” (đang có: ke-hoach, to-trinh)" in said


def test_a_bag_of_no_number_is_not_written_and_the_newest_year_is_meant(issued: Run, workspace: Workspace) -> None:
    code, said = issued("archive", "export", "goi", "--year", "2019")
    assert code == 3
    assert "số nào của năm 2019" in said
    assert issued("archive", "export", "goi", "--dossier", "09.TĐKT")[0] == 3
    assert not list(workspace.root.glob("*goi*"))


def test_a_refused_export_leaves_no_half_of_a_bag(issued: Run, workspace: Workspace) -> None:
    victim = next(path for path in (workspace.archive / "objects").rglob("*") if path.is_file())
    victim.unlink()
    assert issued("archive", "export", "goi")[0] == 12
    assert not list(workspace.root.glob("*goi*"))


def test_recover_puts_the_issued_copies_back_and_says_what_it_did(issued: Run, workspace: Workspace) -> None:
    first, annex, second, nominees = files = sorted(workspace.issued.rglob("*.docx"))
    assert [path.name for path in files] == [
        "0024_KH-UBND_2024.docx",
        "0024_KH-UBND_2024_phu-luc-ke-hoach.docx",
        "0001_TTr-UBND_2024.docx",
        "0001_TTr-UBND_2024_danh-sach-trich-ngang.docx",
    ]
    before = [path.read_bytes() for path in files]
    for path in (first, annex):
        path.write_bytes(b"changed in Word")
    for path in (second, nominees):
        path.unlink()
    told = issued("verify")[1]
    assert "Cách sửa: Chạy “vanban recover” để có lại bản đã ban hành" in told
    assert all(path.name in told for path in files), "what is changed, and what is gone"
    code, said = issued("recover")
    assert code == 0
    assert said.count("Đã đặt lại bản đã ban hành: output/issued/") == 4
    assert [path.read_bytes() for path in files] == before
    for path in (first, annex):
        assert path.with_name(f"{path.stem}.sua-tay-1.docx").read_bytes() == b"changed in Word"
    assert issued("recover") == (0, "Không còn việc nào dở dang.\n")
    ledger = workspace.archive / "ledger.jsonl"
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:-1]))
    assert issued("recover") == (0, "Đã ghi lại sổ cái của kho lưu trữ theo sổ đăng ký.\n")


def test_a_bag_brings_a_lost_object_of_the_archive_back(issued: Run, workspace: Workspace) -> None:
    assert issued("archive", "export", "goi")[0] == 0
    for victim in [path for path in (workspace.archive / "objects").rglob("*") if path.is_file()][:3]:
        victim.unlink()
    code, said = issued("verify")
    assert code == 12
    assert "vanban archive import" in said
    assert issued("archive", "import", "goi")[0] == 0
    assert issued("verify")[0] == 0


def test_a_signed_copy_that_nobody_can_open_is_refused_without_harm(issued: Run, workspace: Workspace) -> None:
    for password, name in (("secret", "khoa.pdf"), ("", "han-che.pdf")):
        writer = pypdf.PdfWriter(scan())
        writer.encrypt(password, "owner", algorithm="RC4-128")
        writer.write(workspace.root / name)
    head = issued("register", "list")
    code, said = issued("sign-copy", "plan", "khoa.pdf")
    assert code == 1
    assert "khoa.pdf” đòi mật khẩu mới mở được. Chưa lưu gì" in said
    assert "xóa" not in said
    assert issued("register", "list") == head
    assert issued("sign-copy", "plan", "han-che.pdf")[0] == 0, "it opens without a password"


@pytest.mark.parametrize("depth", [(), ("--quick",), ("--sample", "1/2"), ("--rebuild",)])
def test_what_is_whole_is_proved(issued: Run, depth: tuple[str, ...]) -> None:
    code, said = issued("verify", *depth)
    assert code == 0, said
    assert "nguyên vẹn (2 số)" in said


def test_an_altered_object_is_named_with_its_number(issued: Run, workspace: Workspace) -> None:
    entries = of_json(issued("register", "list", "--json"))["entries"]
    assert isinstance(entries, list)
    digest = entries[0]["sha256"]
    victim = workspace.archive / "objects" / digest[:2] / digest
    victim.chmod(0o600)
    victim.write_bytes(victim.read_bytes()[:-1] + b"\x01")
    code, said = issued("verify")
    assert code == 12
    assert "24/KH-UBND" in said


def test_a_copy_changed_in_word_is_told_and_hurts_no_proof(issued: Run, workspace: Workspace) -> None:
    copy = next(workspace.issued.rglob("*KH*.docx"))
    copy.write_bytes(b"changed")
    code, said = issued("verify")
    assert code == 0
    assert "24/KH-UBND" in said


@pytest.mark.parametrize("sample", ["0/2", "3/2", "x", "1/0"])
def test_a_sample_that_is_none_is_a_mistake_of_the_command_line(issued: Run, sample: str) -> None:
    assert issued("verify", "--sample", sample)[0] == 2


def test_a_number_given_up_tells_its_reason_everywhere(issued: Run, workspace: Workspace) -> None:
    year = year_of(issued)
    assert issued("void", "ke-hoach", "24", "--why", "Cấp nhầm", "--year", year)[0] == 0
    assert issued("void", "ke-hoach", "25", "--why", "x", "--year", year)[0] == 3
    assert "[hủy: Cấp nhầm]" in issued("register", "list")[1]
    issued("register", "print", "so.docx", "--series", "ke-hoach", "--year", year)
    assert "Hủy: Cấp nhầm" in text_of((workspace.root / "so.docx").read_bytes())
    assert "25/KH-UBND" in issued("issue", "plan", *DAY)[1]


LETTER = """
- key: {key}
  issuer: ubnd
  subject: {subject}
  addressees: [Các tổ dân phố]
  cites: [plan]
  acts_on:
    - relation: {relation}
      document: plan
  body:
    - text: Nội dung công văn.
  retained_copy:
    units: [TĐKT]
  signature:
    signatory: chu-tich
    capacity: [TM.]
"""

CITING = LETTER.replace("  acts_on:\n    - relation: {relation}\n      document: plan\n", "")


@pytest.fixture
def cited(issued: Run, workspace: Workspace) -> Run:
    """The same with a letter, number 01, that cites the plan."""
    letters = workspace.root / "data" / "2024" / "letters.yaml"
    made = CITING.format(key="moi", subject="Về kế hoạch thi đua")
    letters.write_text(letters.read_text(encoding="utf-8") + made, encoding="utf-8")
    for command in (
        ("register", "open-series", "cong-van", "--year", "2024"),
        ("build", "letter/moi", "--no-pdf"),
        ("issue", "letter/moi", *DAY),
    ):
        code, said = issued(*command)
        assert code == 0, said
    return issued


def test_of_a_number_given_up_the_issued_documents_that_print_it_are_named(cited: Run) -> None:
    code, said = cited("void", "ke-hoach", "24", "--why", "Cấp nhầm", "--year", year_of(cited))
    assert code == 0
    assert "LƯU Ý: Công văn số 01/UBND-TĐKT ngày 05/02/2024, Về kế hoạch thi đua có nhắc số này. Hãy xem" in said
    told = of_json(cited("void", "ke-hoach", "24", "--why", "Cấp nhầm", "--year", year_of(cited), "--json"))
    assert told["citing"] == ["01/UBND-TĐKT"]
    told = of_json(cited("void", "cong-van", "1", "--why", "Cấp nhầm", "--year", year_of(cited), "--json"))
    assert told["citing"] == []


def test_of_a_document_replaced_the_issued_documents_that_print_its_number_are_named(
    cited: Run, workspace: Workspace
) -> None:
    plan = workspace.root / "data" / "2024" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("Rõ việc, quyết liệt", "Rõ việc, rất quyết liệt"), encoding="utf-8")
    assert cited("build", "plan", "--no-pdf")[0] == 0
    code, said = cited("replace", "plan", *DAY)
    assert code == 0, said
    assert "LƯU Ý: Công văn số 01/UBND-TĐKT ngày 05/02/2024, Về kế hoạch thi đua có nhắc số này." in said
    assert of_json(cited("replace", "plan", *DAY, "--json"))["citing"] == ["01/UBND-TĐKT"]


@pytest.mark.parametrize(
    "command",
    [
        ("register", "list"),
        ("register", "search", "thi", "đua"),
        ("register", "export", "so.xlsx"),
        ("register", "print", "so.docx", "--series", "ke-hoach", "--year", "2024"),
        ("dossier", "list"),
        ("archive", "export", "goi", "--year", "2024"),
        ("check",),
        ("build", "plan", "--no-pdf"),
    ],
    ids=" ".join,
)
def test_an_old_copy_of_the_register_is_refused_for_reading_too_until_it_is_recovered(
    issued: Run, workspace: Workspace, command: tuple[str, ...]
) -> None:
    old = workspace.register.read_bytes()
    assert issued("void", "ke-hoach", "24", "--why", "Cấp nhầm", "--year", "2024")[0] == 0
    workspace.register.write_bytes(old)
    code, said = issued(*command)
    assert code == 12
    assert "là bản cũ" in said
    assert "vanban recover" in said
    assert issued("recover")[0] == 0
    assert issued(*command)[0] == 0


def test_a_day_that_the_law_does_not_allow_stops_before_a_number_with_an_exit_code_of_its_own(run: Run) -> None:
    assert run("register", "open-series", "ke-hoach", "--year", "2024")[0] == 0
    code, said = run("issue", "plan", "--no-pdf")
    assert code == 13
    assert "Không ban hành được Kế hoạch (plan) vào ngày" in said
    assert "Chưa cấp số nào" in said
    assert "0 số" in run("register", "list")[1]


def test_what_the_law_makes_doubtful_is_printed_beside_the_number(run: Run, workspace: Workspace) -> None:
    bases = workspace.root / "data" / "office" / "legal_bases.yaml"
    text = bases.read_text(encoding="utf-8")
    bases.write_text(text.replace("valid_from: 01/01/2024", "valid_from: 06/02/2024"), encoding="utf-8")
    assert run("register", "open-series", "to-trinh", "--year", "2024")[0] == 0
    code, said = run("issue", "submission", *DAY)
    assert code == 0, said
    assert "LƯU Ý: Nghị định số 98/2023/NĐ-CP" in said
    assert "05/02/2024" in said
    assert "(điểm a khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP) Cách sửa: " in said
    doubts = of_json(run("issue", "submission", *DAY, "--json"))["doubts"]
    assert doubts == [], "a number that is given already is not judged again"


@pytest.mark.parametrize(("command", "relation"), [("correct", "corrects"), ("recall", "recalls")])
def test_a_letter_of_the_year_corrects_or_recalls_an_issued_document_and_both_show_it(
    issued: Run, workspace: Workspace, command: str, relation: str
) -> None:
    assert issued("register", "open-series", "cong-van", "--year", "2024")[0] == 0
    code, said = issued(command, "plan")
    assert code == 3
    assert "letters" in said
    letters = workspace.root / "data" / "2024" / "letters.yaml"
    made = LETTER.format(key="moi", subject="Về kế hoạch thi đua", relation=relation)
    letters.write_text(letters.read_text(encoding="utf-8") + made, encoding="utf-8")
    assert "vanban build letter/moi" in issued(command, "plan")[1]
    assert issued("build", "letter/moi", "--no-pdf")[0] == 0
    code, said = issued(command, "plan", "--no-pdf", "--date", "01/07/2025")
    assert code == 13, "the chairman has left by then"
    assert "Chưa cấp số nào" in said
    code, said = issued(command, "plan", *DAY)
    assert code == 0, said
    assert "Công văn số 01/UBND-TĐKT" in said
    assert issued(command, "plan", *DAY)[1].startswith("Đã ban hành từ trước")
    entries = of_json(issued("register", "list", "--json"))["entries"]
    assert isinstance(entries, list)
    (acting,) = (entry for entry in entries if entry["kind"] == "letter")
    assert acting["acts_on"] == [
        {"relation": relation, "target": {"series": "ke-hoach", "year": acting["year"], "ordinal": 24}}
    ]
    with Register.open(workspace.register, reading_only=True) as register:
        (link,) = register.links(EntryKey(series="ke-hoach", year=acting["year"], ordinal=24))
    assert link.source.series == "cong-van"
    assert issued("verify", "--rebuild")[0] == 0


def test_a_letter_that_acts_on_nothing_issued_waits(run: Run, workspace: Workspace) -> None:
    run("register", "open-series", "cong-van")
    letters = workspace.root / "data" / "2024" / "letters.yaml"
    made = LETTER.format(key="moi", subject="Về kế hoạch", relation="corrects").replace("  cites: [plan]\n", "")
    letters.write_text(letters.read_text(encoding="utf-8") + made, encoding="utf-8")
    run("build", "letter/moi", "--no-pdf")
    code, said = run("correct", "plan", "--no-pdf")
    assert code == 3
    assert "viện dẫn Kế hoạch phát động phong trào thi đua (plan), văn bản này chưa có số" in said


def test_a_letter_on_a_document_that_is_not_there_is_found(run: Run, workspace: Workspace) -> None:
    letters = workspace.root / "data" / "2024" / "letters.yaml"
    made = LETTER.format(key="moi", subject="Về kế hoạch", relation="corrects").replace(
        "document: plan", "document: plann"
    )
    letters.write_text(letters.read_text(encoding="utf-8") + made, encoding="utf-8")
    code, said = run("check")
    assert code == 1
    assert "Có phải là “plan”?" in said


@pytest.mark.parametrize("fault", UNFIT)
def test_a_signed_copy_and_a_paper_from_outside_are_looked_into_before_they_are_kept(
    fault: str, issued: Run, workspace: Workspace
) -> None:
    make, reason = UNFIT[fault]
    (workspace.root / "den.pdf").write_bytes(make())
    assert issued("dossier", "open", "01.TĐKT", "Hồ sơ", "--retention", "10")[0] == 0
    head = issued("register", "list")
    for command in (
        ("sign-copy", "plan", "den.pdf"),
        ("dossier", "add", "01.TĐKT", "--file", "den.pdf", "--subject", "x"),
    ):
        code, said = issued(*command)
        assert code == 1, said
        assert f"Tệp “den.pdf” {reason}" in said
    assert issued("register", "list") == head


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"PK\x03\x04 cut"),
        ("a.jpg", b"MZ program"),
        ("a.png", b"GIF89a"),
        ("a.doc", b"<html>"),
        ("a.txt", b""),
    ],
)
def test_a_paper_from_outside_is_what_its_name_says(name: str, data: bytes, issued: Run, workspace: Workspace) -> None:
    (workspace.root / name).write_bytes(data)
    assert issued("dossier", "open", "01.TĐKT", "Hồ sơ", "--retention", "10")[0] == 0
    assert issued("dossier", "add", "01.TĐKT", "--file", name, "--subject", "x")[0] == 1
    assert issued("dossier", "list")[1].count("\n") == 1


def test_the_same_paper_is_filed_once_and_told_whatever_its_name_and_subject(issued: Run, workspace: Workspace) -> None:
    assert issued("dossier", "open", "01.TĐKT", "Hồ sơ", "--retention", "10")[0] == 0
    for name, subject in (("a.pdf", "Công văn"), ("a.pdf", "Công văn"), ("b.pdf", "Công văn"), ("b.pdf", "Quyết định")):
        (workspace.root / name).write_bytes(scan().getvalue())
        code, said = issued("dossier", "add", "01.TĐKT", "--file", name, "--subject", subject)
        assert code == 0, said
    assert "LƯU Ý: Đã có trong hồ sơ 01.TĐKT ở dòng 1 (Công văn); không thêm lần nữa." in said
    assert issued("dossier", "add", "01.TĐKT", "plan")[1].count("LƯU Ý") == 0
    assert "ở dòng 2 (24/KH-UBND" in issued("dossier", "add", "01.TĐKT", "plan")[1]
    assert len(issued("dossier", "list")[1].splitlines()) == 3
    assert issued("verify")[0] == 0


def test_a_signed_copy_is_told_twice_and_refused_for_another_number(issued: Run, workspace: Workspace) -> None:
    (workspace.root / "ky.pdf").write_bytes(scan(2).getvalue())
    assert issued("sign-copy", "plan", "ky.pdf")[1].startswith("Đã lưu bản đã ký của 24/KH-UBND")
    assert issued("sign-copy", "plan", "ky.pdf")[1].startswith("Bản đã ký này đã lưu từ trước cho 24/KH-UBND")
    code, said = issued("sign-copy", "submission", "ky.pdf")
    assert code == 3
    assert "tệp này là bản đã ký của số 24/KH-UBND năm 2024" in said


def roles(run: Run) -> list[str]:
    entries = of_json(run("register", "list", "--series", "ke-hoach", "--json"))["entries"]
    assert isinstance(entries, list)
    return [item["role"] for item in entries[0]["objects"] if "copy" in item["role"]]


def test_a_wrong_signed_copy_is_set_aside_with_a_reason_and_nothing_is_lost(issued: Run, workspace: Workspace) -> None:
    for number, name in enumerate(("a.pdf", "b.pdf")):
        (workspace.root / name).write_bytes(scan(1, number).getvalue())
    code, said = issued("sign-copy", "plan", "--retract", "Nhầm")
    assert code == 3
    assert "số này chưa có bản đã ký nào" in said
    assert issued("sign-copy", "plan")[0] == 2
    assert issued("sign-copy", "plan", "a.pdf")[0] == 0
    assert issued("sign-copy", "plan", "b.pdf", "--retract", "Nhầm")[0] == 3, "b.pdf is no copy of it"
    assert issued("sign-copy", "plan", "--retract", "Quét nhầm kế hoạch khác") == (
        0,
        "Đã rút bản đã ký lưu nhầm của 24/KH-UBND ngày 05/02/2024.\n",
    )
    assert roles(issued) == ["retracted_copy"]
    assert issued("sign-copy", "submission", "a.pdf")[0] == 0, "what is set aside here may be right elsewhere"
    assert issued("sign-copy", "plan", "b.pdf")[0] == 0
    assert roles(issued) == ["retracted_copy", "signed_copy"]
    assert "Quét nhầm kế hoạch khác" in (workspace.archive / "ledger.jsonl").read_text(encoding="utf-8")
    assert issued("verify", "--rebuild")[0] == 0
    workspace.register.unlink()
    assert issued("recover")[0] == 0
    assert roles(issued) == ["retracted_copy", "signed_copy"]
