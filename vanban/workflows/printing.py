"""The page plan: who gets which papers, how many sheets that is, and the piles in one file with a sheet before each.

What is counted are the PDFs that were built; a paper without one is named, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from vanban import durable, pdf
from vanban.batch import BuiltDocument, read_manifest
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import ConverterMissing, VanbanError
from vanban.kinds import kinds_of
from vanban.kinds.packs import packs
from vanban.pdf import BoundPart, Converter
from vanban.stationery.separator import separator
from vanban.workflows.check import check
from vanban.workspace import Workspace, read_file

_A4_LONG: Final = 297.5
"""In millimetres: what is longer needs a larger sheet."""
_ON_STOCK: Final = frozenset({"certificate", "family_certificate"})
"""The kinds that are printed on blanks with a printed frame, on one side."""
_TO_RECEIVERS: Final = "gui-"
_OFFICE: Final = "Văn phòng (trình ký, lưu)"


@dataclass(frozen=True)
class PrintedPaper:
    """One paper of a pile: its pages, the sheets that they take, on which paper."""

    title: str
    pdf: str
    pages: int
    sheets: int
    size: str
    duplex: bool
    blank: bool

    def to_json(self) -> dict[str, object]:
        """Everything by its name."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True)
class PrintPile:
    """What one receiver gets."""

    receiver: str
    papers: tuple[PrintedPaper, ...]

    def sheets(self, size: str) -> int:
        """How many plain sheets of that size it takes."""
        return sum(paper.sheets for paper in self.papers if paper.size == size and not paper.blank)

    @property
    def blanks(self) -> int:
        """How many blank certificates it takes."""
        return sum(paper.sheets for paper in self.papers if paper.blank)

    def __str__(self) -> str:
        """``Tổ dân phố số 1: 05 văn bản, 07 trang: 05 tờ A4 (02 văn bản in hai mặt), 01 phôi giấy khen``."""
        duplex = sum(paper.duplex for paper in self.papers)
        both = f" ({duplex} văn bản in hai mặt)" if duplex else ""
        a4, a3 = self.sheets("A4"), self.sheets("A3")
        said = [f"{a4} tờ A4{both}" if a4 else "", f"{a3} tờ A3" if a3 else ""]
        said.append(f"{self.blanks} phôi giấy khen" if self.blanks else "")
        pages = sum(paper.pages for paper in self.papers)
        return f"{self.receiver}: {len(self.papers)} văn bản, {pages} trang: {', '.join(filter(None, said))}"

    def to_json(self) -> dict[str, object]:
        """The receiver, the sums, the papers."""
        return {
            "receiver": self.receiver,
            "a4": self.sheets("A4"),
            "a3": self.sheets("A3"),
            "blanks": self.blanks,
            "papers": [paper.to_json() for paper in self.papers],
        }


@dataclass(frozen=True)
class PrintPlan:
    """The piles of a year, the papers that have no PDF, and the file with all piles where it was made."""

    work_year: WorkYear
    piles: tuple[PrintPile, ...]
    lacking: tuple[str, ...]
    file: str = ""

    @property
    def exit_code(self) -> int:
        """1 where a paper is missing from the piles."""
        return int(bool(self.lacking))

    def to_json(self) -> dict[str, object]:
        """Year, piles, what is lacking, the file."""
        return {
            "year": self.work_year.to_json(),
            "piles": [pile.to_json() for pile in self.piles],
            "lacking": list(self.lacking),
            "file": self.file,
        }


def print_plan(workspace: Workspace, year: WorkYear | None = None, *, duplex: bool = True) -> PrintPlan:
    """What the printing of a year's papers takes, receiver by receiver, then what stays in the office.

    ``duplex``: papers of several pages are printed on both sides. ``NoYear`` where the workspace has no such year.
    """
    checked = check(workspace, year)
    content = read_file(workspace.manifest) if workspace.manifest.is_file() else None
    manifest, _ = read_manifest(content, file="output/manifest.json")
    if checked.year is None:
        return PrintPlan(checked.work_year, (), ())
    built = {(entry.kind, entry.key or ""): entry for entry in manifest.documents}
    papers = {
        name: paper
        for name, entry in built.items()
        if entry.path.startswith(f"{checked.work_year}/") and (paper := _paper(workspace, entry, duplex))
    }
    piles = tuple(_piles(checked.year, papers))
    return PrintPlan(checked.work_year, piles, _lacking(checked.year, built, papers))


def bind_piles(workspace: Workspace, plan: PrintPlan, converter: Converter | None) -> PrintPlan:
    """The same with one PDF of all piles, a sheet with the receiver's name before each; each paper begins a sheet.

    Raises :class:`~vanban.errors.ConverterMissing` without LibreOffice, which draws the sheets.
    """
    if converter is None:
        raise ConverterMissing()
    sheets = pdf.convert(converter, {str(n): separator(str(pile)) for n, pile in enumerate(plan.piles)})
    parts = []
    for number, pile in enumerate(plan.piles):
        sheet = sheets[str(number)]
        if isinstance(sheet, VanbanError):
            raise sheet
        parts.append(BoundPart(pile.receiver, sheet.data))
        parts += [BoundPart(paper.title, read_file(workspace.output / paper.pdf)) for paper in pile.papers]
    file = f"print/{plan.work_year}-theo-noi-nhan.pdf"
    target = workspace.output / file
    durable.make_folder(target.parent)
    durable.write(target, pdf.merge(parts, title=f"Văn bản theo nơi nhận {plan.work_year.phrase}", duplex=True))
    return replace(plan, file=file)


def _paper(workspace: Workspace, entry: BuiltDocument, duplex: bool) -> PrintedPaper | None:
    """The paper as it is printed; ``None`` while it has no PDF."""
    path = workspace.output / entry.pdf if entry.pdf else None
    if path is None or not path.is_file():
        return None
    sizes = pdf.page_sizes(read_file(path), entry.pdf or "")
    blank = entry.kind in _ON_STOCK
    both = duplex and len(sizes) > 1 and not blank
    large = any(max(size) > _A4_LONG for size in sizes)
    return PrintedPaper(
        title=entry.title,
        pdf=entry.pdf or "",
        pages=len(sizes),
        sheets=ceil(len(sizes) / 2) if both else len(sizes),
        size="A3" if large else "A4",
        duplex=both,
        blank=blank,
    )


def _piles(year: Year, papers: Mapping[tuple[str, str], PrintedPaper]) -> Iterator[PrintPile]:
    given: set[tuple[str, str]] = set()
    for pack in packs(year):
        if pack.slug.startswith(_TO_RECEIVERS):
            given |= set(pack.documents)
            receiver = pack.title.removeprefix("Văn bản gửi ").removesuffix(f" {year.year.phrase}")
            own = tuple(papers[name] for name in pack.documents if name in papers)
            if own:
                yield PrintPile(receiver, own)
    kept = tuple(
        papers[kind.name, key]
        for kind in kinds_of(year)
        for key in kind.keys(year)
        if (kind.name, key) in papers and (kind.name, key) not in given
    )
    if kept:
        yield PrintPile(_OFFICE, kept)


def _lacking(
    year: Year, built: Mapping[tuple[str, str], BuiltDocument], papers: Mapping[tuple[str, str], PrintedPaper]
) -> tuple[str, ...]:
    """The papers of the year that no pile can hold, by their titles."""
    wanted = ((kind, key) for kind in kinds_of(year) for key in kind.keys(year))
    return tuple(
        built[kind.name, key].title if (kind.name, key) in built else kind.headline(year, key)
        for kind, key in wanted
        if (kind.name, key) not in papers
    )
