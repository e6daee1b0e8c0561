"""The office: who issues documents, where, under which names and numbers."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from vanban.domain.office_form import FORMS, OfficeForm
from vanban.domain.record import Record
from vanban.domain.unit_kind import BY_NOUN, UNIT_KINDS, UnitKind


class IssuingBody(Record):
    """A body whose name stands at the top left of its documents (cơ quan ban hành, ô số 2).

    ``collective_name``: on whose behalf its head signs (TM.); ``None`` where one person decides, as in a school.
    """

    key: str = Field(title="Mã")
    name: str = Field(title="Tên đầy đủ, như viết trong câu")
    name_lines: tuple[str, ...] = Field(title="Các dòng tên ở đầu văn bản", min_length=1)
    parent_lines: tuple[str, ...] = Field(default=(), title="Các dòng tên cơ quan chủ quản")
    collective_name: str | None = Field(default=None, title="Tên tập thể sau chữ TM.")
    head_position: str = Field(title="Chức vụ người đứng đầu")
    abbreviation: str = Field(title="Chữ viết tắt trong ký hiệu")


class NumberSeries(Record):
    """One run of document numbers from 01 each year (Điều 15 khoản 1): whose, and for which types."""

    key: str = Field(title="Mã")
    name: str = Field(title="Tên hệ thống số")
    issuer: str = Field(title="Mã cơ quan ban hành")
    type_codes: tuple[str, ...] = Field(title="Chữ viết tắt các tên loại", min_length=1)


class DraftingUnit(Record):
    """A unit of the office that writes letters; its letters end their symbol (Phụ lục I, Mục II khoản 3 điểm b)."""

    name: str = Field(title="Tên đơn vị")
    abbreviation: str = Field(title="Chữ viết tắt trong ký hiệu công văn", min_length=1)


class FormerName(Record):
    """A name that the office, or the place that it is of, had until a day; what is said instead since then."""

    name: str = Field(title="Tên cũ, như viết trong câu", min_length=2)
    valid_to: date = Field(title="Dùng đến hết ngày")
    now: str | None = Field(default=None, title="Nay viết là, nếu không phải tên đầy đủ của cơ quan")


class Office(Record):
    """A people's committee, a school, an agency: its names, its place, the bodies that issue documents in it, its
    number series.

    ``form`` and ``unit`` name rows of :data:`FORMS` and of :data:`UNIT_KINDS`; a kind of unit that has no row is
    described in its place.
    """

    name: str = Field(title="Tên đầy đủ, như viết trong câu")
    short_name: str = Field(title="Tên viết gọn")
    locality: str = Field(title="Địa phương, như viết trong câu")
    place: str = Field(title="Địa danh ở đầu văn bản")
    province: str | None = Field(default=None, title="Tỉnh, thành phố trực thuộc Trung ương, như viết trong câu")
    superior: str | None = Field(default=None, title="Cơ quan cấp trên trực tiếp, như viết trong câu")
    bodies: tuple[IssuingBody, ...] = Field(title="Các cơ quan ban hành", min_length=1)
    drafting_units: tuple[DraftingUnit, ...] = Field(default=(), title="Các đơn vị soạn thảo")
    former_names: tuple[FormerName, ...] = Field(default=(), title="Các tên cũ")
    form: str | None = Field(default=None, title="Loại cơ quan")
    unit: str | UnitKind = Field(default=UNIT_KINDS[0].noun, title="Loại đơn vị dưới")
    number_series: tuple[NumberSeries, ...] = Field(title="Các hệ thống số", min_length=1)
    shared_group: str = Field(default="", title="Nhóm người dùng của máy cùng làm việc", max_length=32)

    @property
    def own_form(self) -> OfficeForm:
        """The row of the office's form: as it says, else as its locality begins, else any agency's."""
        said = (self.form or "").casefold()
        locality = self.locality.casefold()
        begun = (form for noun, form in FORMS.items() if locality.startswith(f"{noun} "))
        return FORMS.get(said) or next(begun, FORMS["cơ quan"])

    @property
    def own_noun(self) -> str:
        """What a sentence calls the office for short: ``phường``, ``xã``, ``trường``."""
        return self.own_form.noun

    @property
    def unit_kind(self) -> UnitKind:
        """What its units are called, and every word that follows; the first kind for a noun that no table has."""
        if isinstance(self.unit, UnitKind):
            return self.unit
        return BY_NOUN.get(self.unit.casefold(), UNIT_KINDS[0])


class LegalBasis(Record):
    """A text that documents cite (căn cứ), with the dates between which it may be cited."""

    key: str = Field(title="Mã")
    type_name: str = Field(title="Tên loại")
    number: str | None = Field(default=None, title="Số, ký hiệu")
    issued_on: date = Field(title="Ngày ban hành")
    issuer: str | None = Field(default=None, title="Cơ quan ban hành")
    subject: str = Field(title="Trích yếu")
    valid_from: date | None = Field(default=None, title="Có hiệu lực từ")
    valid_to: date | None = Field(default=None, title="Có hiệu lực đến")
    successor: str | None = Field(default=None, title="Mã văn bản thay thế")
