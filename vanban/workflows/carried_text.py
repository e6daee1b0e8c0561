"""Bring one text of a year to the next: what is emptied, which days are proposed, which bases hold, what years move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, cast

from vanban.domain.date_to_confirm import IN_TEXT, DateToConfirm, place_of
from vanban.domain.document import Document
from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.law_pack import Law
from vanban.domain.office import LegalBasis
from vanban.domain.proposed_day import DaySort, ProposedDay, propose
from vanban.domain.record import Record
from vanban.domain.said_year import is_one_day
from vanban.domain.wording import numeric_date
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.domain.year_shift import Replacement, doubts, shifted
from vanban.ingest import DataFile, FileShape, Path, YamlPlace, YamlText
from vanban.law.citation import short_citation, successor

_OF_THE_WEEK: Final = frozenset({"planned_on", "decided_on", "submitted_on", "day"})
"""The fields that say when people meet or a paper is signed; every other day is a deadline or the end of a period."""
_BASES: Final = "legal_bases"
_ACTS: Final = "acts_on"


@dataclass(frozen=True)
class NextYear:
    """From which year to which, with the law, the office's texts by key, the days off, and the days that the documents
    of the year before had, by where they stand in it."""

    old: WorkYear
    new: WorkYear
    law: Law
    bases: Mapping[str, LegalBasis]
    holidays: Mapping[date, str]
    days: Mapping[Path, date]

    def day_of(self, path: Path) -> date:
        """The day by whose law the document there is written: as far as last year's had one, else the first."""
        before = self.days.get(path)
        return self.propose(before, DaySort.OF_THE_WEEK).day if before else self.new.begins

    def propose(self, day: date, sort: DaySort = DaySort.OF_THE_MONTH) -> ProposedDay:
        """The day that is proposed for one of the year before."""
        return propose(day, sort, self.holidays, self.new.first - self.old.first)


@dataclass(frozen=True)
class MovedYear:
    """A year, or a lunar one, that was moved in a text."""

    place: Place
    before: str
    after: str

    def to_json(self) -> dict[str, object]:
        """Place, before, after."""
        return {"place": self.place.to_json(), "before": self.before, "after": self.after}


@dataclass(frozen=True)
class ChangedBasis:
    """A text that lapsed, by its key: with the one that took its place, or left out."""

    place: Place
    key: str
    successor: str | None
    note: str

    def to_json(self) -> dict[str, object]:
        """Place, key, successor, note."""
        return {"place": self.place.to_json(), "key": self.key, "successor": self.successor, "note": self.note}


@dataclass
class CarriedText:
    """The text for the new year, and all that was done to it or has to be looked at."""

    text: str
    years: list[MovedYear] = field(default_factory=list)
    dates: list[DateToConfirm] = field(default_factory=list)
    bases: list[ChangedBasis] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)


def carried_text(text: str, file: str, part: DataFile, value: Any, to: NextYear) -> CarriedText:
    """``text``, which was read as ``value``, for the new year; ``file`` is its name there."""
    made = CarriedText(text)
    yaml_text = YamlText(text)
    gone = set(_emptied(part, value)) & set(yaml_text.places)
    for path in gone:
        yaml_text.remove(path)
    kept = [path for path in yaml_text.places if not any(path[: len(one)] == one for one in gone)]
    for path in kept:
        _own_value(made, yaml_text, (part, value), path, to)
    for path, document in _documents((), value):
        if path == () or path in kept:
            _hold_bases(made, yaml_text, file, (path, document), (to, to.day_of((part.name, *path))))
    made.text = yaml_text.changed()
    _move_years(made, file, part, value, to)
    return made


def _emptied(part: DataFile, value: Any) -> Iterator[Path]:
    """What the new year begins without: the part's own fields, and letters that act on papers of the year before."""
    rows = tuple(enumerate(value)) if isinstance(value, tuple) else ()
    for name in part.emptied:
        inside: Path = tuple(name.split("."))
        yield from ((position, *inside) for position, _ in rows) if isinstance(value, tuple) else (inside,)
    if isinstance(value, tuple):
        yield from ((position,) for position, row in enumerate(value) if getattr(row, _ACTS, ()))


def _own_value(made: CarriedText, yaml_text: YamlText, read: tuple[DataFile, Any], path: Path, to: NextYear) -> None:
    """A field that is a day or the year itself."""
    part, value = read
    here = _at(value, path)
    place = yaml_text.places[path]
    if isinstance(here, WorkYear) and here == to.old:
        yaml_text.replace(place.start, place.end, to.new.key)
    elif isinstance(here, date) and to.old.holds_or_next(here):
        told = proposal(f"{part.name}/{place_of(value, path)}", _called(part, value, path), here, to)
        yaml_text.replace(place.start, place.end, numeric_date(told.proposed))
        made.dates.append(told)


def proposal(place: str, what: str, before: date, to: NextYear) -> DateToConfirm:
    """The row of a day that stands in a field of its own, by what that field is for."""
    name = place.rpartition("/")[2]
    proposed = to.propose(before, DaySort.OF_THE_WEEK if name in _OF_THE_WEEK else DaySort.OF_THE_MONTH)
    return _row(place, what, before, proposed)


def _row(place: str, what: str, before: date, proposed: ProposedDay) -> DateToConfirm:
    note = " ".join(proposed.notes) or None
    return DateToConfirm(place=place, what=what, last_year=before, proposed=proposed.day, note=note)


def _called(part: DataFile, value: Any, path: Path) -> str:
    """What a clerk calls the place: the part, the keys on the way, the title of the field."""
    keys = [str(key) for end in range(1, len(path)) if (key := getattr(_at(value, path[:end]), "key", None))]
    around = _at(value, path[:-1])
    title = type(around).model_fields[str(path[-1])].title if isinstance(around, Record) else None
    return f"{', '.join((_title(part, value), *keys))}: {title or path[-1]}"


def _title(part: DataFile, value: Any) -> str:
    known = Year.model_fields.get(part.name)
    return (known.title if known else getattr(value, "subject", None)) or part.name


def _hold_bases(
    made: CarriedText, yaml_text: YamlText, file: str, one: tuple[Path, Document], by: tuple[NextYear, date]
) -> None:
    """Texts that lapsed before the document's day: their successors in their place, or nothing."""
    (path, document), (to, day) = one, by
    staying = list(document.legal_bases)
    for position, key in enumerate(document.legal_bases):
        basis = to.bases.get(key)
        if basis is None or basis.valid_to is None or basis.valid_to >= day:
            continue
        where = (*path, _BASES, position)
        following = successor(to.law, basis, day, to.bases)
        place = yaml_text.places[where]
        taken = following.key if following and following.key in to.bases and following.key not in staying else None
        staying[position] = taken or ""
        if taken:
            yaml_text.replace(place.start, place.end, taken)
        elif any(staying):
            yaml_text.remove(where)
        note = _why(basis, following, taken, known=following is not None and following.key in to.bases)
        made.bases.append(ChangedBasis(_place(file, yaml_text.text, place.start), key, taken, note))
    if document.legal_bases and not any(staying):
        yaml_text.remove((*path, _BASES))


def _why(basis: LegalBasis, following: LegalBasis | None, taken: str | None, *, known: bool) -> str:
    ended = f"{short_citation(basis)} hết hiệu lực sau ngày {numeric_date(basis.valid_to)}" if basis.valid_to else ""
    if following is None:
        return f"{ended} và không có văn bản thay thế nên bỏ; hãy thêm văn bản của năm nay nếu có."
    if taken:
        return f"{ended}; thay bằng {_dated(following)}."
    if known:
        return f"{ended} nên bỏ; {_dated(following)} thay thế nó đã có trong các căn cứ."
    return f"{ended} nên bỏ; hãy thêm {_dated(following)} vào tệp Căn cứ (legal_bases.yaml) rồi ghi làm căn cứ."


def _dated(basis: LegalBasis) -> str:
    return f"{short_citation(basis)} ngày {numeric_date(basis.issued_on)}"


def _move_years(made: CarriedText, file: str, part: DataFile, value: Any, to: NextYear) -> None:
    """The years that its texts and comments speak of; by now no line comes or goes."""
    yaml_text = YamlText(made.text)
    text = yaml_text.text
    pieces = [(place.start, yaml_text.said(path), _root(part, value, path)) for path, place in _leaves(yaml_text)]
    for start, piece, root in pieces:
        for one in shifted(piece, to.old, to.new, to.propose):
            yaml_text.replace(start + one.start, start + one.end, one.after)
            _tell(made, _place(file, text, start + one.start), one, root, _title(part, value))
        for doubt in doubts(piece, to.old, to.new):
            made.doubts.append(_doubt(_place(file, text, start + doubt.start), doubt.words, doubt.reason))
    for start, line in yaml_text.comments():
        for one in shifted(line, to.old, to.new, to.propose):
            yaml_text.replace(start + one.start, start + one.end, one.after)
            reason = f"Chú thích có năm cũ, đã đổi thành “{' '.join(one.after.split())}”."
            made.doubts.append(_doubt(_place(file, text, start + one.start), " ".join(line.split()), reason))
    made.text = yaml_text.changed()
    made.dates = list(dict.fromkeys(made.dates))


def _tell(made: CarriedText, place: Place, one: Replacement, root: str, title: str) -> None:
    if one.day is not None and one.proposed is not None:
        made.dates.append(_row(f"{root}/{IN_TEXT}", f"{title}: ngày trong lời văn", one.day, one.proposed))
    else:
        made.years.append(MovedYear(place, " ".join(one.before.split()), " ".join(one.after.split())))


def _doubt(place: Place, words: str, reason: str) -> Finding:
    remedy = "Hãy đọc lại chỗ này và sửa nếu cần."
    return Finding(severity=Severity.WARNING, place=place, value=words, reason=reason, remedy=remedy)


def _leaves(yaml_text: YamlText) -> Iterator[tuple[Path, YamlPlace]]:
    """Every value that holds no other, but the days: these are proposed by what field they stand in."""
    return ((path, place) for path, place in yaml_text.leaves() if not is_one_day(yaml_text.said(path)))


def _root(part: DataFile, value: Any, path: Path) -> str:
    """The part, and of a list the record, in which a text stands: its days are found again wherever they move in it."""
    if part.shape is FileShape.RECORDS and path:
        rows = [row for row in value if not getattr(row, _ACTS, ())]
        return f"{part.name}/{place_of(tuple(rows), (path[0],))}"
    return part.name


def _place(file: str, text: str, index: int) -> Place:
    return Place(file=file, line=text.count("\n", 0, index) + 1)


def _documents(path: Path, value: Any) -> Iterator[tuple[Path, Document]]:
    if isinstance(value, Document):
        yield path, value
    elif isinstance(value, tuple):
        for position, row in enumerate(value):
            yield from _documents((*path, position), row)
    elif isinstance(value, Record):
        for name, inner in cast(Any, value):
            yield from _documents((*path, name), inner)


def _at(value: Any, path: Path) -> Any:
    """What was read from ``path``; ``None`` where the data model has nothing there."""
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None)
    return value
