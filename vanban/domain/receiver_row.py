"""What every sort of receiver has in common: how documents name it, and what makes that of a row of its table.

A new sort is a class of rows that inherits :class:`ReceiverRow`, in a module of its own, and the field of
:class:`vanban.domain.year.Year` that holds its table; reading, checking, looking up, headings, counts, sentences,
certificates and proof follow from the two.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from vanban.domain.award import NomineeKind
from vanban.domain.birth import Birth
from vanban.domain.record import Record

if TYPE_CHECKING:
    from vanban.domain.office import Office
    from vanban.domain.year import Year


class Receiver(Record):
    """A receiver as documents name it, whatever its sort.

    ``title``: a person's one full title, a household's or an outsider's address; empty where the name says all.
    ``unit``: the unit that hands their papers over; empty for whom the office has none. ``head``, ``head_post``: who
    answers for them; ``strength``: how many they are, in words of their own, ``strength_label`` what is counted.
    ``signs``: the lines over the signature of who writes in their name.
    """

    key: str = Field(title="Mã đối tượng")
    kind: NomineeKind = Field(title="Loại đối tượng theo luật")
    name: str = Field(title="Tên")
    honorific: str = Field(default="", title="Cách xưng hô")
    post: str = Field(default="", title="Chức vụ")
    title: str = Field(default="", title="Chức vụ, đơn vị công tác; địa chỉ")
    born_on: Birth | None = Field(default=None, title="Ngày sinh")
    gender: str = Field(default="", title="Giới tính")
    unit: str = Field(default="", title="Mã đơn vị nhận văn bản")
    unit_name: str = Field(default="", title="Tên đơn vị")
    parent: str | None = Field(default=None, title="Đơn vị cấp trên")
    head: str = Field(default="", title="Người đứng đầu")
    head_post: str = Field(default="", title="Chức vụ người đứng đầu")
    strength: str = Field(default="", title="Số người, số hộ")
    strength_label: str = Field(default="", title="Nội dung đếm")
    signs: tuple[str, ...] = Field(default=(), title="Chức danh ký thay mặt")

    @property
    def is_person(self) -> bool:
        """Whether it is one person, with a title of their own."""
        return self.kind is NomineeKind.PERSON

    @property
    def addressed(self) -> str:
        """``Ông Nguyễn Văn A``; a unit's name as it is."""
        return f"{self.honorific} {self.name}".strip()

    @property
    def named(self) -> str:
        """As a sentence names them: ``Ông Nguyễn Văn A, Chỉ huy trưởng Ban Chỉ huy Quân sự …``."""
        return ", ".join(filter(None, (self.addressed, self.title)))

    @property
    def headed(self) -> str:
        """``Vũ Văn H, Chỉ huy trưởng``: who answers for a unit."""
        return ", ".join(filter(None, (self.head, self.head_post)))


@dataclass(frozen=True)
class Sort:
    """A sort of receiver in the data: ``noun``, what one is called, nothing where the office says it; ``rank``, at
    which place lists of the sorts name it. Of two receivers of one key that of the lower rank goes first."""

    noun: str
    rank: int

    def noun_in(self, office: Office) -> str:
        """What that office calls one of them."""
        return self.noun or office.unit_kind.noun


class ReceiverRow(Record):
    """A row of a table whose rows can be nominated, rewarded or asked for something, each by its key."""

    sort: ClassVar[Sort]

    key: str

    @abstractmethod
    def as_receiver(self, year: Year) -> Receiver:
        """How documents of that year name it."""
