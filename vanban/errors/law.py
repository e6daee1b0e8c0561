"""The packs of the law, and days for which there is none.

::

    DataError
    ├── DamagedLawPack  a law pack of the workspace that cannot be read whole
    ├── UnfitLawPack    a law pack to be taken that is wrong somewhere
    ├── OlderLawPack    a law pack that is no newer than the one in use
    ├── ForeignLawPack  a law pack of another province
    └── NoLawBook       a day for which the program knows no rules on awards
"""

from __future__ import annotations

from vanban.errors.base import DataError


class DamagedLawPack(DataError):
    """A law pack that the workspace has taken cannot be read whole."""

    sentence = "Bộ quy định “{file}” không đọc được: {finding}"
    remedy = (
        "Hãy nhận lại bộ quy định bằng lệnh: vanban law update TỆP, hoặc xóa tệp này để dùng bản đi kèm chương trình."
    )


class UnfitLawPack(DataError):
    """A law pack is wrong somewhere: nothing of it is taken."""

    sentence = "Tệp “{file}” có {count} chỗ sai nên không nhận; bộ quy định đang dùng giữ nguyên. {finding}"
    remedy = "Hãy xin lại tệp từ nơi gửi, hoặc sửa các chỗ sai rồi nhận lại."


class OlderLawPack(DataError):
    """A law pack that is no newer than the one in use, or than what ships."""

    sentence = "Tệp “{file}” là phiên bản {version} của “{name}”; đang dùng phiên bản {known} nên không nhận."
    remedy = "Hãy dùng tệp có phiên bản lớn hơn {known}."


class ForeignLawPack(DataError):
    """A law pack of a province that the office does not lie in."""

    sentence = "Tệp “{file}” là quy định của {provinces}; cơ quan thuộc {province} nên không nhận."
    remedy = (
        "Hãy dùng bộ quy định của tỉnh mình, hoặc ghi đúng mục Tỉnh (province) trong tệp Cơ quan (office/office.yaml)."
    )


class NoLawBook(DataError):
    """No rules on awards are known for that day."""

    sentence = "Chương trình không có quy định về thi đua, khen thưởng áp dụng cho ngày {day}."
    remedy = "Hãy xem lại ngày của văn bản: chương trình chỉ có quy định từ ngày 01/01/2024."
