"""The end of a document: ô số 7 and 9b, or the two signatures of a unit's own paper. It never splits over pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from vanban.domain.measure import mm
from vanban.kinds.parts.closing import SIGNATURE_COLUMN
from vanban.stationery.paragraphs import command, each, gap, given, last, paragraph
from vanban.stationery.tables import frame

CLOSING_COLUMNS: Final = (mm(86), mm(74))

HAND_HINT: Final = "(Ký, ghi rõ họ và tên)"
"""Where nobody is known who signs."""


def closing() -> tuple[Any, ...]:
    """Nơi nhận on the left, signature on the right, their first lines level (Mục II khoản 7, 9)."""
    recipients = [
        paragraph("Nơi nhận:", "Nơi nhận (tiêu đề)"),
        *each("line in closing.recipients", paragraph("{{ line }}", "Nơi nhận")),
    ]
    signature = [
        *each("line in closing.signature_lines", paragraph("{{ line }}", "Chức vụ ký")),
        command("if closing.other_position"),
        paragraph("{{ closing.other_position }}", "Chức vụ khác của người ký"),
        paragraph("{{ closing.signer_name }}", "Họ tên ký liền chức vụ"),
        command("else"),
        paragraph("{{ closing.signer_name }}", "Họ tên ký"),
        command("endif"),
    ]
    return (gap(), frame(CLOSING_COLUMNS, (recipients, signature)), last())


def two_signatures(*, sealed: bool = True) -> tuple[Any, ...]:
    """Two people sign side by side; their names stand level however many lines their positions take.

    Where nothing is ``sealed`` the room between post and name is for the signature alone.
    """
    return (*signature_pair(sealed=sealed), last())


def signature_pair(under: Sequence[Any] = (), *, sealed: bool = True) -> tuple[Any, ...]:
    """The same without an end; what is ``under`` the left signature stays on its page."""
    style = "Họ tên ký liền nơi nhận" if under else "Họ tên ký" if sealed else "Họ tên ký không dấu"
    rows = [(_positions("left"), _positions("right")), (_name("left", style), _name("right", style))]
    if under:
        rows.append((list(under), [gap()]))
    return (gap(), frame((SIGNATURE_COLUMN, SIGNATURE_COLUMN), *rows))


def _positions(side: str) -> list[Any]:
    """The gap at the end is there because Word wants a paragraph in every cell, also where nobody signs."""
    unnamed = f"signatures.{side}_lines and not signatures.{side}_name"
    return [
        *each(f"line in signatures.{side}_lines", paragraph("{{ line }}", "Chức vụ ký")),
        *given(unnamed, paragraph(HAND_HINT, "Chỉ dẫn ký")),
        gap(),
    ]


def _name(side: str, style: str) -> list[Any]:
    return [paragraph("{{ signatures." + side + "_name }}", style)]
