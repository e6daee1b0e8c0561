"""What each sort of provision says, in words for a reader: one line of the printed book, one cell of the audit."""

from __future__ import annotations

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
from vanban.law.council import VoteRule


def span(rule: DeadlineProvision) -> str:
    """``trước ngày 25/11``, ``10 ngày``, ``20 ngày làm việc``."""
    if rule.days is not None:
        return f"{rule.days} ngày{' làm việc' if rule.working else ''}"
    return f"ngày {rule.day:02d}/{rule.month:02d}" if rule.day and rule.month else "cần đối chiếu"


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
