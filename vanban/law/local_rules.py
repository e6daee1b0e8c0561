"""What local rules have against nominations, beyond the Law: only where the office has switched them on."""

from __future__ import annotations

from datetime import date
from typing import Final

from vanban.domain.award import EmulationTitle, quoted
from vanban.domain.evaluation import Evaluation
from vanban.domain.law_pack import Law
from vanban.domain.local_rules import LocalRules, RatioRounding
from vanban.domain.objection import Objection
from vanban.domain.wording import count
from vanban.law.provision import Stated, statement

_FIGHTER: Final = quoted(EmulationTitle.GRASSROOTS_EMULATION_FIGHTER)


_ADDED: Final = {RatioRounding.DOWN: 0, RatioRounding.HALF_UP: 50, RatioRounding.UP: 99}
"""Hundredths of a person that are added before the rest is dropped."""


def most_fighters(rules: LocalRules, advanced_workers: int) -> int | None:
    """How many fighters the local ratio allows among ``advanced_workers``; ``None`` where there is no ratio."""
    if rules.max_fighter_percent is None:
        return None
    return (rules.max_fighter_percent * advanced_workers + _ADDED[rules.fighter_rounding]) // 100


def ratio_objections(
    law: Law, day: date, rules: LocalRules, fighters: int, advanced_workers: int
) -> tuple[Objection, ...]:
    """The objection to more fighters than the local ratio allows; a reminder where no ratio is set."""
    most = most_fighters(rules, advanced_workers)
    figures = (("Chiến sĩ thi đua cơ sở", fighters), ("Lao động tiên tiến", advanced_workers))
    if most is None:
        return () if fighters == 0 else (_no_ratio(statement(law, "fighter_ratio", day), figures),)
    if fighters <= most:
        return ()
    return (
        Objection(
            rule="fighter_ratio",
            article=rules.source or "",
            about=_FIGHTER,
            figures=(*figures, ("tối đa", most)),
            reason=f"Đề nghị {count(fighters)} người trên {count(advanced_workers)} “Lao động tiên tiến”; tỷ lệ "
            f"{rules.max_fighter_percent}% chỉ cho phép {count(most)}.",
            remedy="Hãy bình xét lại để bớt người, hoặc sửa tỷ lệ trong quy định của địa phương.",
        ),
    )


def _no_ratio(stated: Stated[str], figures: tuple[tuple[str, int], ...]) -> Objection:
    return stated.reminder(
        rule="fighter_ratio_off",
        about=_FIGHTER,
        figures=figures,
        reason="Chưa kiểm tra tỷ lệ vì Luật không quy định tỷ lệ và dữ liệu không khai tỷ lệ của địa phương.",
        remedy="Nếu tỉnh, thành phố hoặc Hội đồng có quy định tỷ lệ thì hãy khai vào tệp Quy định riêng "
        "của địa phương (office/local_rules.yaml); "
        "nếu không có thì lập tệp ấy với một dòng “registration_required: không”.",
    )


def registration_objection(law: Law, day: date, rules: LocalRules, name: str, *, registered: bool) -> Objection | None:
    """What to say of somebody who did not register: an error where a local rule asks for it, else a warning."""
    if registered:
        return None
    if rules.registration_required:
        return Objection(
            rule="registration_required",
            article=rules.source or "",
            about=name,
            reason="Chưa đăng ký thi đua đầu năm mà quy định của địa phương bắt buộc.",
            remedy="Hãy đưa khỏi danh sách đề nghị, hoặc bổ sung bản đăng ký nếu có.",
        )
    return statement(law, "registration", day).reminder(
        rule="registration_missing",
        about=name,
        reason="Chưa đăng ký thi đua đầu năm; Luật không coi đăng ký là điều kiện xét tặng.",
        remedy="Hãy kiểm tra xem quy định của địa phương có bắt buộc đăng ký không.",
    )


def service_objections(rules: LocalRules, name: str, row: Evaluation) -> tuple[Objection, ...]:
    """The objections to too short a service or too long a leave, where a local rule sets a limit.

    Maternity leave counts as service (khoản 5 Điều 4 of Nghị định 98/2023 and 152/2025), whatever the local rule says.
    """
    found = []
    least, most = rules.min_months_served, rules.max_days_of_leave
    months = row.months_counted
    if least is not None and (months is None or months < least):
        has = "chưa ghi số tháng công tác" if months is None else f"công tác {months} tháng"
        has += f", kể cả {row.maternity_months} tháng nghỉ thai sản" if months and row.maternity_months else ""
        found.append(_service(rules, "months_served", name, f"{has}, cần ít nhất {least} tháng trong năm"))
    if most is not None and row.days_of_leave is not None and row.days_of_leave > most:
        found.append(
            _service(rules, "days_of_leave", name, f"nghỉ {row.days_of_leave} ngày, quá {most} ngày trong năm")
        )
    return tuple(found)


def _service(rules: LocalRules, rule: str, name: str, reason: str) -> Objection:
    return Objection(
        rule=rule,
        article=rules.source or "",
        about=name,
        reason=f"{reason[:1].upper()}{reason[1:]} (không tính thời gian nghỉ thai sản).",
        remedy="Hãy đưa khỏi danh sách đề nghị, hoặc sửa dữ liệu nếu nhập nhầm.",
    )
