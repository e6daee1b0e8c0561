"""Whether the finished papers of a dossier agree: who is named, as what, for which award, how many (phiếu khớp hồ sơ).

Nothing here comes from the data: an account is what one file says, read back from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from pydantic import Field

from vanban.domain.record import Record

_ALIKE = 0.6
"""From this share of common letters on, two names in two files are taken for one name spelled in two ways."""


class Topic(StrEnum):
    """What about a nominee, or about a document, two files may say differently."""

    NAME = "họ và tên, tên tập thể"
    POSITION = "chức vụ, đơn vị"
    BORN_ON = "ngày sinh"
    GENDER = "giới tính"
    MEMBERS = "số người"
    HEAD = "người đứng đầu"
    AWARD = "danh hiệu, hình thức khen thưởng"
    REGISTERED = "danh hiệu đăng ký"
    PRIZE = "tiền thưởng"
    VOTES = "số phiếu đồng ý"
    HOUSEHOLDS = "số hộ"
    ORDINAL = "số thứ tự trong quyết định"
    COUNT = "số lượng"
    NUMBER = "số, ngày của văn bản"


class Reading(Record):
    """What one file says at one place; an empty value where the file says nothing of it."""

    value: str = Field(title="Nội dung")
    file: str = Field(title="Tệp")
    place: str = Field(default="", title="Vị trí")

    def __str__(self) -> str:
        where = f"tệp “{self.file}”" + (f", {self.place}" if self.place else "")
        return f"{where} ghi “{self.value}”" if self.value else f"{where} không có"


class StatedFact(Record):
    """One fact about a nominee as a file states it."""

    topic: Topic = Field(title="Nội dung")
    reading: Reading = Field(title="Chỗ đọc được")


class Mention(Record):
    """A nominee as one file names them, with what it says about them."""

    name: Reading = Field(title="Họ và tên, tên tập thể")
    receiver: str = Field(title="Loại đối tượng")
    facts: tuple[StatedFact, ...] = Field(default=(), title="Các thông tin")


class StatedCount(Record):
    """How many of one kind of nominee a file says there are, where it does, and how many it names."""

    receiver: str = Field(title="Loại đối tượng")
    stated: Reading = Field(title="Số ghi trong văn bản")
    named: Reading = Field(title="Số đếm được")


class Account(Record):
    """What one file says that other files say too."""

    kind: str = Field(title="Loại văn bản")
    file: str = Field(title="Tệp")
    title: str = Field(title="Tên văn bản")
    dossier: str = Field(default="", title="Bộ hồ sơ (mã đợt thi đua, thành tích đột xuất; trống là hồ sơ của năm)")
    issuer: str = Field(default="", title="Cơ quan ban hành ở đầu văn bản")
    number: Reading | None = Field(default=None, title="Số, ngày của chính văn bản")
    citations: tuple[Reading, ...] = Field(default=(), title="Các viện dẫn")
    mentions: tuple[Mention, ...] = Field(default=(), title="Các đối tượng")
    counts: tuple[StatedCount, ...] = Field(default=(), title="Các số lượng")


class Difference(Record):
    """One thing that files, or two places of one file, say differently; an account of one file has both places."""

    topic: Topic = Field(title="Nội dung")
    subject: str = Field(title="Đối tượng")
    readings: tuple[Reading, ...] = Field(title="Các chỗ khác nhau", min_length=2)

    def __str__(self) -> str:
        told = "; ".join(str(reading) for reading in self.readings)
        return f"Khác nhau về {self.topic} ({self.subject}): {told}."


class PaperProof(Record):
    """One kind of paper on the sheet: how many files were read, how many nominees they name, how much differs."""

    title: str = Field(title="Loại văn bản")
    files: int = Field(title="Số tệp")
    nominees: int = Field(title="Số đối tượng")
    differences: int = Field(title="Số chỗ khác nhau")


class DossierProof(Record):
    """What reading the finished papers of one dossier back showed, as its sheet tells it.

    ``dossier`` is the key of a campaign or sudden achievement; empty for the year's own dossier.
    """

    dossier: str = Field(default="", title="Bộ hồ sơ")
    papers: tuple[PaperProof, ...] = Field(title="Các loại văn bản")
    differences: tuple[str, ...] = Field(default=(), title="Các chỗ khác nhau")


class Agreement(Record):
    """What reading the finished papers of a year back showed, dossier by dossier."""

    dossiers: tuple[DossierProof, ...] = Field(title="Các bộ hồ sơ")


class Coverage(StrEnum):
    """Whether two sets of files must name the same nominees, the first only some of the second, or whoever."""

    EQUAL = "equal"
    WITHIN = "within"
    COMMON = "common"


class Counterparts(Record):
    """Which kinds of documents speak of the same nominees: the file(s) of ``left`` against those of ``right``."""

    left: str = Field(title="Loại văn bản thứ nhất")
    right: str = Field(title="Loại văn bản thứ hai")
    coverage: Coverage = Field(title="Cách so")


def compare(accounts: Sequence[Account], relations: Iterable[Counterparts]) -> tuple[Difference, ...]:
    """Every difference, each once: dossier by dossier, inside each file, then between the kinds that ``relations``
    sets side by side."""
    related = tuple(relations)
    dossiers = dict.fromkeys(account.dossier for account in accounts)
    sets = ([account for account in accounts if account.dossier == dossier] for dossier in dossiers)
    return tuple(dict.fromkeys(difference for one in sets for difference in _in_one_dossier(one, related)))


def _in_one_dossier(accounts: Sequence[Account], relations: Iterable[Counterparts]) -> tuple[Difference, ...]:
    found = [difference for account in accounts for difference in _within(account)]
    for relation in relations:
        left = [account for account in accounts if account.kind == relation.left]
        right = [account for account in accounts if account.kind == relation.right]
        if left and right:
            found += _between(left, right, relation.coverage)
    return tuple(dict.fromkeys(found))


def _within(account: Account) -> Iterator[Difference]:
    """A count that does not come out, and one nominee of a one-nominee paper under two names."""
    for count in account.counts:
        if count.stated.value != count.named.value:
            yield Difference(topic=Topic.COUNT, subject=count.receiver, readings=(count.stated, count.named))


def _between(left: Sequence[Account], right: Sequence[Account], coverage: Coverage) -> Iterator[Difference]:
    ours, theirs = _mentions(left), _mentions(right)
    lacking = [mentions[0] for name, mentions in ours.items() if name not in theirs]
    extra = [mentions[0] for name, mentions in theirs.items() if name not in ours]
    for mention in lacking if coverage is not Coverage.COMMON else ():
        twin = _twin(mention, extra)
        if twin:
            extra.remove(twin)
            yield Difference(topic=Topic.NAME, subject=twin.name.value, readings=(mention.name, twin.name))
        else:
            yield _missing(mention, right)
    if coverage is Coverage.EQUAL:
        for mention in extra:
            yield _missing(mention, left)
    for name in ours:
        if name in theirs:
            yield from _facts(name, ours[name], theirs[name])


def _mentions(accounts: Sequence[Account]) -> Mapping[str, Sequence[Mention]]:
    """Every mention, by the name, in the order in which the names come."""
    found: dict[str, list[Mention]] = {}
    for account in accounts:
        for mention in account.mentions:
            found.setdefault(mention.name.value, []).append(mention)
    return found


def _twin(mention: Mention, candidates: Sequence[Mention]) -> Mention | None:
    """The candidate whose name is most like the mention's, if it is like it at all."""
    alike = [(SequenceMatcher(None, mention.name.value, one.name.value).ratio(), one) for one in candidates]
    share, best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return best if share >= _ALIKE else None


def _missing(mention: Mention, files: Sequence[Account]) -> Difference:
    nowhere = tuple(Reading(value="", file=account.file) for account in files[:1])
    return Difference(topic=Topic.NAME, subject=mention.name.value, readings=(mention.name, *nowhere))


def _facts(name: str, ours: Sequence[Mention], theirs: Sequence[Mention]) -> Iterator[Difference]:
    """What both sides say of one name and say differently; of two people of one name, any may be meant."""
    for topic in Topic:
        left, right = _readings(topic, ours), _readings(topic, theirs)
        odd, strange = _unmatched(topic, left, right), _unmatched(topic, right, left)
        if left and right and odd and strange:
            yield Difference(topic=topic, subject=name, readings=(odd[0], strange[0]))


def _unmatched(topic: Topic, readings: Sequence[Reading], others: Sequence[Reading]) -> list[Reading]:
    same = _same_position if topic is Topic.POSITION else _same
    return [one for one in readings if not any(same(one.value, other.value) for other in others)]


def _same(value: str, other: str) -> bool:
    """Equal, or a position once with and once without the unit behind its comma."""
    return value == other or value.startswith(f"{other}, ") or other.startswith(f"{value}, ")


def _same_position(value: str, other: str) -> bool:
    """The same, or a post and the full title that names its unit: ``Trưởng trạm``, ``Trưởng Trạm Y tế …``."""
    short, long = sorted((value.casefold(), other.casefold()), key=len)
    return _same(short, long) or long.startswith(f"{short} ")


def _readings(topic: Topic, mentions: Sequence[Mention]) -> list[Reading]:
    return [fact.reading for mention in mentions for fact in mention.facts if fact.topic is topic]
