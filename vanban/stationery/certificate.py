"""Giấy khen, giấy chứng nhận: lines and colours of Điều 104 on a sheet turned on its side, inside a border."""

from __future__ import annotations

from typing import Any

from vanban.domain import typeface
from vanban.domain.measure import mm
from vanban.kinds.papers.certificate import SEAL_GAPS, TEXT_WIDTH
from vanban.law import nd30
from vanban.stationery.paragraphs import command, drawn_rule, each, gap, given, last, paragraph
from vanban.stationery.styles import CERTIFICATE_COLOR, CERTIFICATE_STEPS, STYLES
from vanban.stationery.tables import frame

_COLUMNS = (mm(115), mm(122))


def certificate() -> tuple[Any, ...]:
    """Room for the emblem, the state's name, who gives what to whom and why; decision and signature at the foot."""
    motto = STYLES["Tiêu ngữ giấy khen"].type
    return (
        command("if placed"),
        *each("line in placed", paragraph('{{p line|placed("' + CERTIFICATE_COLOR + '") }}', "Lệnh của mẫu")),
        command("else"),
        paragraph("", "Chỗ Quốc huy"),
        paragraph(nd30.STATE_NAME, "Quốc hiệu giấy khen"),
        paragraph(nd30.MOTTO, "Tiêu ngữ giấy khen"),
        drawn_rule(typeface.width(nd30.MOTTO, motto.size.chosen, bold=True), TEXT_WIDTH),
        *_sized("authority", "Thẩm quyền giấy khen"),
        paragraph("{{ given }}", "Tặng"),
        *_sized("award", "Danh hiệu giấy khen"),
        *_sized("name", "Người được khen"),
        *given("place.text", *_sized("place", "Chức vụ người được khen")),
        *given("achievement.text", *_sized("achievement", "Thành tích giấy khen")),
        gap(),
        frame(_COLUMNS, (_entry(), _signature())),
        command("endif"),
        last(),
    )


def _sized(field: str, style: str) -> tuple[Any, ...]:
    """The field in the style of the size at which it fits."""
    return _stepped(f"{field}.step", f"{field}.text", style, CERTIFICATE_STEPS[style])


def _stepped(chosen: str, text: str, style: str, steps: int) -> tuple[Any, ...]:
    """The text in that of the numbered styles which ``chosen`` says."""
    made: list[Any] = []
    for step in range(1, steps + 1):
        made += [
            command(f"{'if' if step == 1 else 'elif'} {chosen} == {step}"),
            paragraph("{{ " + text + " }}", f"{style} {step}"),
        ]
    return (*made, command("endif"))


def _entry() -> list[Any]:
    return [paragraph("{{ decision_line }}", "Số quyết định"), paragraph("{{ ordinal_line }}", "Số quyết định")]


def _signature() -> list[Any]:
    return [
        paragraph("{{ place_and_date }}", "Địa danh giấy khen"),
        *each("line in signature_lines", paragraph("{{ line }}", "Chức vụ ký")),
        *_stepped("room", "signer_name", "Họ tên ký giấy khen", len(SEAL_GAPS)),
    ]
