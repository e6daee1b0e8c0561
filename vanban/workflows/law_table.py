"""The audit of the law as a page: every fact of the packs that ship, its article and source, who compared it."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.domain.law_pack import Law, LawPack
from vanban.domain.law_text import LawText, Period
from vanban.domain.provision import (
    AuthorityProvision,
    CertificateProvision,
    DeadlineProvision,
    DossierProvision,
    FormProvision,
    HandOverProvision,
    InitiativeProvision,
    LapsedWords,
    PrizeProvision,
    Provision,
    RetentionLimits,
    RetentionProvision,
    RoundingProvision,
    SalaryProvision,
    StandardProvision,
    StatementProvision,
    UnitProvision,
    VoteProvision,
)
from vanban.domain.wording import numeric_date
from vanban.law.book import span
from vanban.law.council import VoteRule
from vanban.law.provision import cited
from vanban.workflows.law_book import every_shipped_pack

_HEAD = """# Các quy định mà chương trình áp dụng

Trang này được lập từ các bộ quy định trong thư mục `law` (`make goldens`), không sửa tay. Dòng nào không ghi “đã đọc
nguyên văn” thì cần đối chiếu với văn bản gốc trước khi dựa vào. Thể thức theo Nghị định số 30/2020/NĐ-CP nằm trong
`vanban/law/layout_*.py`.
"""
_COLUMNS = "| Quy định | Căn cứ | Áp dụng | Nguồn | Độ chắc chắn | Đối chiếu |\n|---|---|---|---|---|---|"


def law_table() -> str:
    """The whole page."""
    law = Law(packs=every_shipped_pack())
    parts = [_HEAD]
    for pack in law.packs:
        where = f" Chỉ áp dụng trong {', '.join(pack.provinces)}." if pack.provinces else ""
        made = f"Bộ `{pack.key}`, phiên bản {pack.version}, lập ngày {numeric_date(pack.dated)}.{where}"
        parts.append("\n".join(("", f"## {pack.name}", "", made, "", _COLUMNS, *_rows(law, pack), "")))
    return "".join(parts)


def _rows(law: Law, pack: LawPack) -> Iterator[str]:
    for text in pack.texts:
        changes = [f"thay thế {law.texts[key].numbered_name}" for key in text.replaces]
        changes += [f"sửa đổi {law.texts[key].numbered_name}" for key in text.amends]
        shown = "; ".join((f"{text.numbered_name} {text.subject}", *changes))
        yield _line(law, text, shown, text.numbered_name, law.spans[text.key])
    for row in pack.provisions():
        yield _line(law, row, shown_of(row), cited(law, row), law.period(row))


def _line(law: Law, row: LawText | Provision, shown: str, article: str, period: Period) -> str:
    source = law.sources[row.source]
    first, last = ("…" if day is None else numeric_date(day) for day in period)
    cells = (
        shown,
        article,
        f"{first} - {last}",
        f"{source.name} ({source.kind})",
        law.certainty(row),
        f"{source.checked_by}, {numeric_date(source.checked_on)}",
    )
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def shown_of(row: Provision) -> str:
    """What a provision says, in words for a reader."""
    match row:
        case SalaryProvision():
            return f"Mức lương cơ sở {row.amount} đồng/tháng"
        case RoundingProvision():
            return f"Tiền thưởng làm tròn lên đến {row.to} đồng"
        case PrizeProvision():
            return "Tiền thưởng: " + "; ".join(
                f"{one.award} ({one.receiver}) {one.hundredths}% mức lương cơ sở" for one in row.prizes
            )
        case AuthorityProvision():
            practice = " (theo thông lệ)" if row.submits_by_practice else ""
            return f"{', '.join(row.awards)}: {' hoặc '.join(row.deciders)} quyết định; {row.submits} đề nghị{practice}"
        case VoteProvision():
            whom = ", ".join(row.awards) or "Các danh hiệu, hình thức khác"
            of = f" (Hội đồng hoặc cuộc họp của {', '.join(row.councils)})" if row.councils else ""
            return f"{whom}{of}: {VoteRule(row.ballot, row.percent, row.base, row.above)}"
        case DossierProvision():
            return f"Hồ sơ {', '.join(row.awards)} ({row.occasion}): {'; '.join(row.parts)}"
        case StandardProvision():
            return f"Tiêu chuẩn {', '.join(row.awards) or 'mọi danh hiệu, hình thức'}: {row.text}"
        case StatementProvision():
            return f"{row.topic}: {row.text}"
        case _:
            return _shown_else(row)


def _shown_else(row: Provision) -> str:
    match row:
        case InitiativeProvision():
            return f"Sáng kiến phạm vi {row.scope}: {row.recognised_by} công nhận"
        case CertificateProvision():
            return f"Giấy khen, bằng: khổ {row.width} x {row.height} mm, chữ màu {row.color}"
        case FormProvision():
            return f"Mẫu của {row.kind}: {row.template}"
        case RetentionProvision():
            return f"{row.name}: {'vĩnh viễn' if row.years is None else f'{row.years} năm'}"
        case RetentionLimits():
            return f"Thời hạn lưu trữ từ {row.fewest} đến {row.most} năm"
        case HandOverProvision():
            return f"Nộp lưu trong {row.months} tháng"
        case DeadlineProvision():
            return f"{row.text}: {span(row)}"
        case UnitProvision():
            after = f", sau đó là {row.successor}" if row.successor else ""
            return f"{row.type} {row.proper_name}{after}"
        case LapsedWords():
            return f"Không còn dùng: {', '.join(row.words)}; nay là {row.now}"
        case _:
            raise TypeError(row)
