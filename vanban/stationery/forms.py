"""The registration forms that groups, collectives and people fill in and sign.

What the data does not say yet is a dotted line on which to write by hand. The text is in the least size that Mục V
allows, so that a form is one sheet.
"""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import mm
from vanban.stationery.closing import two_signatures
from vanban.stationery.letterhead import heading, letterhead
from vanban.stationery.paragraphs import command, each, gap, given, paragraph
from vanban.stationery.tables import Column, data_table


def registration(who: Any, *own: Any) -> tuple[Any, ...]:
    """A form: ``who`` registers, in its first line; ``own`` are the lines that only one kind of form has."""
    return (
        *letterhead(),
        *heading(),
        paragraph("{{ introduction }}", "Lời văn cỡ nhỏ"),
        who,
        *each("fact in facts", line("{{ fact.label }}", "fact.value")),
        line("Danh hiệu đăng ký", "title"),
        *own,
        *given(
            "targets", paragraph("Các chỉ tiêu được giao và mức đăng ký:", "Lời văn giữ liền cỡ nhỏ"), _targets(), gap()
        ),
        *_commitments(),
        *two_signatures(),
    )


def line(label: str, field: str) -> Any:
    """A labelled line; dots up to the margin where the field is empty."""
    return paragraph(
        "- " + label + ": {% if " + field + " %}{{ " + field + " }}{% else %}\t{% endif %}", "Dòng điền tay cỡ nhỏ"
    )


def _targets() -> Any:
    return data_table(
        "targets",
        (
            Column("TT", mm(12), "{{ row.ordinal }}", "Ô bảng giữa"),
            Column("Chỉ tiêu của {{ office_noun }}", mm(102), "{{ row.statement }}"),
            Column("Mức đăng ký", mm(46), "{{ row.level }}"),
        ),
    )


def _commitments() -> tuple[Any, ...]:
    ending = "{% if loop.last %}.{% else %};{% endif %}"
    return (
        paragraph("Nội dung đăng ký thi đua:", "Lời văn giữ liền cỡ nhỏ"),
        command("if commitments"),
        command("for line in commitments"),
        command("if loop.revindex <= 2"),
        paragraph("- {{ line }}" + ending, "Lời văn giữ liền cỡ nhỏ"),
        command("else"),
        paragraph("- {{ line }}" + ending, "Gạch đầu dòng cỡ nhỏ"),
        command("endif"),
        command("endfor"),
        command("else"),
        *(paragraph("\t", "Dòng điền tay cỡ nhỏ") for _ in range(3)),
        command("endif"),
    )


def group_registration() -> tuple[Any, ...]:
    """The form of a residential group."""
    return registration(line("Đơn vị đăng ký", "group_name"))


def collective_registration() -> tuple[Any, ...]:
    """The form of a collective."""
    return registration(line("Đơn vị đăng ký", "collective_name"))


def individual_registration() -> tuple[Any, ...]:
    """The form of a person, with the initiative that they mean to carry out."""
    return registration(line("Họ và tên", "person_name"), line("Tên sáng kiến", "initiative"))
