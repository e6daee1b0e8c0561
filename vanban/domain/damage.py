"""What a check of the register and the archive finds wrong."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from pydantic import Field

from vanban.domain.record import Record


class Harm(StrEnum):
    """The kinds of damage, each with its own sentence."""

    SQLITE = "sqlite"
    CHAIN = "chain"
    ROW = "row"
    SCHEMA = "schema"
    GAP = "gap"
    DATE_ORDER = "date_order"
    TEXT = "text"
    LEDGER = "ledger"
    LEDGER_BEHIND = "ledger_behind"
    LEDGER_AHEAD = "ledger_ahead"
    WITNESS = "witness"
    TWICE_GIVEN = "twice_given"
    WITNESS_ILLEGIBLE = "witness_illegible"
    CLOCK_BACK = "clock_back"
    OBJECT_MISSING = "object_missing"
    OBJECT_ALTERED = "object_altered"
    MANIFEST_MISSING = "manifest_missing"
    MANIFEST_ALTERED = "manifest_altered"
    STRANGER = "stranger"
    PUBLISHED_MISSING = "published_missing"
    PUBLISHED_ALTERED = "published_altered"
    PUBLISHED_STRANGER = "published_stranger"
    UNFINISHED = "unfinished"
    NOT_REBUILT = "not_rebuilt"
    NOT_COMPARABLE = "not_comparable"


MILD = frozenset(
    {
        Harm.PUBLISHED_MISSING,
        Harm.PUBLISHED_ALTERED,
        Harm.PUBLISHED_STRANGER,
        Harm.UNFINISHED,
        Harm.LEDGER_BEHIND,
        Harm.NOT_COMPARABLE,
        Harm.WITNESS_ILLEGIBLE,
        Harm.CLOCK_BACK,
    }
)
"""What the next issue or recovery puts right by itself, or what does not touch the proof."""


_REGISTER: Final = (
    "Đừng cấp số tiếp; chạy “vanban recover”: bên nào còn nguyên vẹn (sổ hoặc kho lưu trữ) lập lại bên kia."
)
_RULES: Final = "Đừng cấp số tiếp; đối chiếu với sổ đã in và các bản sao lưu trước đó."
_ARCHIVE: Final = (
    "Đừng cấp số tiếp; lấy lại đúng tệp ấy từ bản sao lưu, hoặc nhận lại gói đã xuất (vanban archive import), rồi chạy "
    "lại vanban verify."
)
_COPIES: Final = "Chạy “vanban recover” để có lại bản đã ban hành; tệp đã bị sửa được giữ bên cạnh với tên khác."

REMEDIES: Final = {
    **dict.fromkeys((Harm.SQLITE, Harm.CHAIN, Harm.ROW, Harm.SCHEMA, Harm.TEXT), _REGISTER),
    **dict.fromkeys((Harm.LEDGER, Harm.LEDGER_AHEAD), _REGISTER),
    **dict.fromkeys((Harm.GAP, Harm.DATE_ORDER, Harm.WITNESS, Harm.TWICE_GIVEN), _RULES),
    **dict.fromkeys((Harm.OBJECT_MISSING, Harm.OBJECT_ALTERED, Harm.MANIFEST_MISSING, Harm.MANIFEST_ALTERED), _ARCHIVE),
    **dict.fromkeys((Harm.PUBLISHED_MISSING, Harm.PUBLISHED_ALTERED), _COPIES),
    **dict.fromkeys((Harm.UNFINISHED, Harm.LEDGER_BEHIND), "Chạy “vanban recover” để làm nốt."),
    Harm.STRANGER: "Hãy chuyển tệp lạ ra khỏi kho lưu trữ; nếu không rõ từ đâu, báo người quản trị máy.",
    Harm.PUBLISHED_STRANGER: "Thư mục này chỉ chứa bản đã ban hành; hãy chuyển tệp ấy đi nơi khác.",
    Harm.CLOCK_BACK: "Hãy xem đồng hồ khi ấy có sai không; số ghi nhầm ngày thì hủy (vanban void) rồi ban hành lại.",
    Harm.WITNESS_ILLEGIBLE: "Hãy xóa tệp ấy; chương trình ghi lại đầu chuỗi mới ở lần ban hành sau.",
    Harm.NOT_COMPARABLE: "Không phải sửa gì: văn bản trong kho lưu trữ vẫn nguyên; muốn so thì dùng đúng phiên bản ấy.",
    Harm.NOT_REBUILT: (
        "Bản đã ban hành trong kho lưu trữ vẫn là bản đúng. Hãy xem lại LibreOffice, phông chữ, phiên bản vanban."
    ),
}
"""What to do about each kind of damage."""


class Damage(Record):
    """One thing that is not as it was entered: which document, which file, and a Vietnamese sentence."""

    harm: Harm = Field(title="Mã")
    number: str = Field(default="", title="Số và ký hiệu, năm")
    path: str = Field(default="", title="Tệp")
    reason: str = Field(title="Vấn đề")

    @property
    def remedy(self) -> str:
        """What to do, a Vietnamese sentence."""
        return REMEDIES[self.harm]

    @property
    def severe(self) -> bool:
        """Whether the proof itself is hurt."""
        return self.harm not in MILD

    def to_json(self) -> dict[str, object]:
        """With the remedy."""
        return {**super().to_json(), "remedy": self.remedy}

    def __str__(self) -> str:
        where = ", ".join(filter(None, (f"Văn bản {self.number}" if self.number else "", self.path)))
        return f"{where}: {self.reason}" if where else self.reason
