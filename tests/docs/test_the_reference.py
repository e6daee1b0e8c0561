"""The reference of every field of every file, made from the models; each with an example as an office writes it.

After a change of a model: ``make goldens``, then look at ``git diff docs``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic.fields import FieldInfo

from vanban.domain.birth import BirthYear
from vanban.domain.own_paper import PaperDescription
from vanban.domain.record import Record
from vanban.domain.unit_kind import UNIT_KINDS, column_titles, is_asked
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.ingest.part_file import FileShape
from vanban.ingest.scalars import Refused, choices, convert, shown
from vanban.workflows.check import EVERY_PART, check
from vanban.workspace import Workspace

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "tra-cuu-du-lieu.md"
FILLED = (ROOT, ROOT / "tests" / "workspaces" / "bac-giang-2026", ROOT / "tests" / "workspaces" / "dong-quy-2026")
LONGEST = 70
_OTHERS = {"papers": "Bản mô tả văn bản riêng", "targets": "Chỉ tiêu trong bảng Excel"}
_TYPES = {
    str: "chữ",
    int: "số nguyên",
    Decimal: "số",
    date: "ngày",
    time: "giờ",
    bool: "có/không",
    WorkYear: "năm",
    BirthYear: "năm (bốn chữ số)",
}
_OF_TYPES = {int: "12", Decimal: "99,7", date: "05/3/2026", time: "07:30", bool: "có", WorkYear: "2026"}
"""Examples of what is no text where the samples have none."""
EXAMPLES = {
    ("PrinterOffset", "printer"): "HP LaserJet một cửa",
    ("PrinterOffset", "right"): "1.5",
    ("PrinterOffset", "down"): "-0.8",
    ("CertificateStock", "printer"): "HP LaserJet một cửa",
    ("StockLine", "left"): "30",
    ("StockLine", "top"): "92",
    ("StockLine", "width"): "237",
    ("StockLine", "size"): "28",
    ("StockLine", "least"): "14",
    ("StockLine", "lines"): "1",
    ("Recipient", "copies"): "11",
    ("Office", "superior"): "Ủy ban nhân dân tỉnh Sơn Hải",
    ("Office", "shared_group"): "vanthu",
    ("DraftingUnit", "name"): "Văn phòng",
    ("DraftingUnit", "abbreviation"): "VP",
    ("FormerName", "name"): "xã Đồng Lạc",
    ("FormerName", "now"): "xã Đồng Quý",
    ("Unit", "members"): "7",
    ("UnitKind", "noun"): "cụm dân cư",
    ("UnitKind", "head"): "Trưởng cụm",
    ("UnitKind", "short"): "cụm",
    ("UnitKind", "slug"): "cum-dan-cu",
    ("UnitKind", "cultural_title"): "Cụm dân cư văn hóa",
    ("OccasionReview", "guests"): "Đại diện Ủy ban Mặt trận Tổ quốc",
    ("Person", "full_title"): "Chỉ huy trưởng Ban Chỉ huy Quân sự phường",
    ("GivenAward", "achievement"): "Hoàn thành xuất sắc nhiệm vụ năm 2025",
    ("GivenAward", "not_nominee"): "nguyen-van-a",
    ("GivenAward", "revoked_by"): "Quyết định số 15/QĐ-UBND ngày 02/10/2026",
    ("Complaint", "nominee"): "nguyen-van-a",
    ("Complaint", "award"): "Giấy khen",
    ("Complaint", "sort"): "tố cáo",
    ("Complaint", "content"): "Thành tích kê khai không đúng",
    ("Complaint", "outcome"): "không đúng",
    ("Complaint", "conclusion"): "Kết luận số 03/KL-UBND ngày 20/11/2026",
    ("Complaint", "act"): "kê khai gian dối, làm giả hồ sơ, xác nhận, đề nghị sai",
    ("Complaint", "revoked_by"): "Quyết định số 21/QĐ-UBND ngày 02/12/2026",
    ("CollectiveEvaluation", "leads"): "Cụm thi đua số 1 (Thông báo số 4/TB-HĐTĐKT)",
    ("LocalRules", "source"): "Quyết định số 12/2026/QĐ-UBND ngày 05/3/2026",
    ("Document", "circulation"): "LƯU HÀNH NỘI BỘ",
    ("Block", "chapter"): "Quy định chung",
    ("Block", "of_unit"): "van-phong",
    ("Household", "key"): "ho-nguyen-van-a",
    ("Household", "excluded_by"): "Có người vi phạm pháp luật",
    ("OtherAward", "key"): "ky-niem-chuong",
    ("OtherAward", "name"): "Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”",
    ("OtherAward", "system"): "Công đoàn",
    ("OtherAward", "decided_by"): "Tổng Liên đoàn Lao động Việt Nam",
    ("OtherAward", "basis"): "Quy chế khen thưởng của tổ chức Công đoàn",
    ("OtherAward", "prize"): "500000",
    ("OtherAward", "certificate"): "Giấy chứng nhận",
    ("OtherAward", "decision"): "tang-ky-niem-chuong",
    ("OtherNomination", "nominee"): "nguyen-van-a",
    ("OtherNomination", "award"): "ky-niem-chuong",
    ("OtherNomination", "achievement"): "Có 20 năm làm công tác Công đoàn",
    ("OtherNomination", "note"): "Lần đầu",
    ("Block", "of_award"): "ky-niem-chuong",
    ("Scoring", "key"): "thon",
    ("Scoring", "name"): "Thi đua giữa các thôn",
    ("Scoring", "receivers"): "thon-01",
    ("Scoring", "scored"): "đơn vị",
    ("Scoring", "issuer"): "ubnd",
    ("Grade", "name"): "Xuất sắc",
    ("Criterion", "scoring"): "thon",
    ("Criterion", "key"): "tc-1",
    ("Criterion", "heading"): "Kinh tế - xã hội",
    ("Criterion", "name"): "Thu các khoản đóng góp đạt kế hoạch",
    ("Criterion", "counted"): "Mỗi 1% còn thiếu trừ 0,5 điểm",
    ("Score", "scoring"): "thon",
    ("Score", "receiver"): "thon-01",
    ("Score", "criterion"): "tc-1",
    ("Score", "note"): "Chậm báo cáo tháng 5",
    ("Nomination", "note"): "Lần đầu",
    ("Nomination", "dossier"): "07/HS-TĐKT",
    ("Evaluation", "under_review"): "Đang bị xem xét kỷ luật",
    ("CollectiveEvaluation", "disciplined"): "không",
    ("CollectiveEvaluation", "under_review"): "Đang bị thanh tra",
    ("InitiativeMeeting", "guests"): "Đại diện Phòng Văn hóa - Xã hội",
    ("Act", "document"): "plan",
    ("DateToConfirm", "place"): "plan/registration_due",
    ("DateToConfirm", "what"): "Kế hoạch: Hạn gửi bản đăng ký thi đua",
    ("DateToConfirm", "note"): "Lùi một ngày vì trùng ngày nghỉ",
    ("TargetRow", "key"): "ho-ngheo",
    ("TargetRow", "about"): "Kinh tế",
    ("TargetRow", "statement"): "Tỷ lệ hộ nghèo",
    ("TargetRow", "planned"): "không quá 1,5",
    ("TargetRow", "unit"): "%",
    ("TargetRow", "responsible"): "van-phong; thon-01",
    ("TargetRow", "lead"): "van-phong",
    ("PaperDescription", "title"): "Phiếu chấm điểm",
    ("PaperDescription", "type_name"): "Thông báo",
    ("PaperDescription", "table"): "people",
    ("PaperDescription", "owner"): "Đơn vị",
    ("PaperDescription", "series"): "thong-bao",
    ("OwnColumn", "name"): "Điểm chuẩn",
}
"""Of what the samples have nothing to show: model and field → what somebody would type."""

HEAD = """# Tra cứu dữ liệu

Mọi mục của mọi tệp trong `data`, mỗi mục một ví dụ. Trang này do chương trình lập từ chính những gì nó đọc.

- Bảng Excel: dùng **tên cột**; viết không dấu cũng được. Tệp `.yaml`: dùng **tên mục** trước dấu hai chấm.
- Danh sách trong một ô Excel ngăn nhau bằng dấu chấm phẩy; trong tệp `.yaml` mỗi phần một dòng, bắt đầu bằng dấu gạch.
- “Bắt buộc: có” là phải ghi. `(năm)` là thư mục của năm, ví dụ `2026`; `(tên)` là tên văn bản riêng của cơ quan.
"""


def kinds_of(annotation: Any) -> tuple[Any, ...]:
    """The types that a field may have, without ``None`` and the lists around them."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (tuple, Annotated):
        return kinds_of(inner[0])
    if origin is Literal or not inner:
        return () if annotation is type(None) else (annotation,)
    return tuple(kind for one in inner for kind in kinds_of(one))


def is_listed(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(is_listed(one) for one in get_args(annotation) if get_origin(one))


def is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


@cache
def roots() -> tuple[tuple[str, str, type[Record], bool], ...]:
    """File, what it holds, its model, whether it is a table; each model where it is first met."""
    found = [
        (f"{part.folder if part.folder == 'office' else '(năm)'}/{part.stem}{part.endings[0]}", part.name, part.model)
        for part in EVERY_PART
    ]
    tables = {part.name for part in EVERY_PART if part.shape is FileShape.TABLE}
    made = [(file, name, model, name in tables) for file, name, model in found]
    return (*made, ("papers/(tên).yaml", "papers", PaperDescription, False))


def nested(model: type[Record]) -> Iterator[type[Record]]:
    for field in model.model_fields.values():
        for kind in kinds_of(field.annotation):
            if is_record(kind):
                yield kind


@cache
def models() -> tuple[type[Record], ...]:
    """Every model that a file holds or that stands in another, in the order in which they are met."""
    found: dict[type[Record], None] = {}

    def take(model: type[Record]) -> None:
        if model not in found:
            found[model] = None
            for inner in nested(model):
                take(inner)

    for _, _, model, _ in roots():
        take(model)
    return tuple(found)


def told(value: Any) -> Iterator[tuple[type[Record], str, str]]:
    """Model, field and words of every value in ``value`` that is written as one piece."""
    if isinstance(value, tuple):
        for one in value:
            yield from told(one)
    elif isinstance(value, Record):
        for model in type(value).__mro__:
            if model in models():
                for name in set(model.model_fields) & set(type(value).model_fields):
                    inner = getattr(value, name)
                    yield from ((model, name, said) for said in pieces(inner))
                break
        for name in type(value).model_fields:
            if name not in ("law", "agreement", "issued"):
                yield from told(getattr(value, name))


def pieces(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for one in value:
            yield from pieces(one)
    elif value is not None and value != "" and not isinstance(value, Record):
        yield shown(value)


@cache
def examples() -> dict[tuple[type[Record], str], str]:
    """What the samples say in each field: the first that is short enough to be shown whole."""
    found: dict[tuple[type[Record], str], str] = {}
    for root in FILLED:
        year = check(Workspace(root)).year
        assert year is not None
        for model, name, said in told(tuple(getattr(year, part) for part in type(year).model_fields)):
            best = found.get((model, name))
            if best is None or (len(best) > LONGEST >= len(said)):
                found[model, name] = said
    return found


def example(model: type[Record], name: str) -> str:
    """One value of the field, as somebody would type it; empty for what holds other records."""
    field = model.model_fields[name]
    kinds = [kind for kind in kinds_of(field.annotation) if not is_record(kind)]
    if not kinds:
        return ""
    written = next((EXAMPLES[one.__name__, name] for one in model.__mro__ if (one.__name__, name) in EXAMPLES), None)
    if written is None:
        written = next((examples()[base, name] for base in model.__mro__ if (base, name) in examples()), None)
    if written is None and kinds[0] in _OF_TYPES:
        written = _OF_TYPES[kinds[0]]
    if written is None and choices(kinds[0]):
        written = shown(choices(kinds[0])[0])
    assert written is not None, f"no sample fills {model.__name__}.{name}: give it an example in EXAMPLES"
    short = written if len(written) <= LONGEST else f"{written[: LONGEST - 2].rsplit(' ', 1)[0]} …"
    return f"`{short}`".replace("|", "/").replace("\n", " ")


def said_type(field: FieldInfo) -> str:
    words = []
    for kind in kinds_of(field.annotation):
        if is_record(kind):
            words.append(f"[{title(kind)}](#{anchor(kind)})")
        elif choices(kind):
            words.append("một trong: " + ", ".join(dict.fromkeys(shown(one) for one in choices(kind))))
        else:
            words.append(_TYPES[kind])
    return ("danh sách " if is_listed(field.annotation) else "") + " hoặc ".join(words)


@cache
def titles() -> dict[type[Record], str]:
    """What each model is called: what its file holds, or where in another it stands."""
    found: dict[type[Record], str] = {}
    for _, name, model, _ in roots():
        field = Year.model_fields.get(name)
        found.setdefault(model, (field.title if field else None) or _OTHERS[name])
    for model in models():
        for name, field in model.model_fields.items():
            for kind in kinds_of(field.annotation):
                if is_record(kind):
                    found.setdefault(kind, f"{field.title} (`{name}`)")
    return found


def title(model: type[Record]) -> str:
    return titles()[model]


def anchor(model: type[Record]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", model.__name__).lower()


def rows(model: type[Record], *, table: bool) -> Iterator[str]:
    for name, field in model.model_fields.items():
        called = " / ".join(column_titles(field, UNIT_KINDS[1])) if table else field.title or ""
        must = "có" if field.is_required() else "nơi có dân ở" if is_asked(field, UNIT_KINDS[1]) else ""
        yield f"| `{name}` | {called} | {said_type(field)} | {must} | {example(model, name)} |"


def reference() -> str:
    files: dict[type[Record], list[str]] = {}
    tables = {model for *_, model, table in roots() if table}
    for file, _, model, _ in roots():
        files.setdefault(model, []).append(f"`{file}`")
    lines = [HEAD]
    for model in models():
        lines += [f'\n<a id="{anchor(model)}"></a>\n\n## {title(model)}\n']
        if model in files:
            lines += [f"Tệp {', '.join(files[model])}.\n"]
        told_of = "Tên cột (bảng của cơ quan có đơn vị là thôn)" if model in tables else "Ý nghĩa"
        lines += [f"| Trường | {told_of} | Ghi | Bắt buộc | Ví dụ |", "|---|---|---|---|---|"]
        lines += rows(model, table=model in tables)
    return "\n".join(lines) + "\n"


def test_the_reference_is_made_from_the_models(request: pytest.FixtureRequest) -> None:
    made = reference()
    if request.config.getoption("--update-goldens"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made, "run: make goldens"


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_example_is_read_as_what_its_field_wants(model: type[Record]) -> None:
    for name, field in model.model_fields.items():
        kinds = tuple(kind for kind in kinds_of(field.annotation) if not is_record(kind))
        said = example(model, name).strip("`")
        for piece in said.split("; ") if kinds and is_listed(field.annotation) else [said] if kinds else []:
            assert not isinstance(convert(kinds, piece), Refused), f"{model.__name__}.{name}: {piece}"


def test_no_example_is_of_a_field_that_is_gone() -> None:
    known = {model.__name__: model for model in models()}
    assert [place for place in EXAMPLES if place[1] not in known[place[0]].model_fields] == []
