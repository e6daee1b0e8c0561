"""The law as an office has it: what ships with the program, and the packs that the office has taken since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.law_pack import Law, LawPack
from vanban.domain.law_text import Certainty, LawSource, LawText
from vanban.domain.office import Office
from vanban.domain.provision import Provision
from vanban.domain.text import matching_key
from vanban.errors import DamagedLawPack, NoWorkspace
from vanban.ingest import PARTS, read_law_pack, read_yaml, shipped_packs
from vanban.law.book import book_for, differences
from vanban.law.provision import LawRow
from vanban.workspace import Workspace, find, shipped_law_files


@dataclass(frozen=True)
class LawRead:
    """The law of a workspace, and what is wrong with the packs that it has taken."""

    law: Law
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class LawOfDay:
    """The rules in the order of the book."""

    rows: tuple[LawRow, ...]

    def to_json(self) -> list[object]:
        """Each rule with its article, source, kind of source, dates and how sure it is."""
        return [row._asdict() for row in self.rows]


@lru_cache(maxsize=1)
def every_shipped_pack() -> tuple[LawPack, ...]:
    """Every pack that ships, the country's before the provinces'."""
    return shipped_packs(shipped_law_files())


@lru_cache(maxsize=128)
def shipped_law(province: str | None = None) -> Law:
    """The law that ships for an office of that province; without one the country's alone."""
    return Law(packs=tuple(pack for pack in every_shipped_pack() if binds(pack, province)))


def binds(pack: LawPack, province: str | None) -> bool:
    """Whether a pack holds for offices of that province: the country's holds everywhere, a province's only there."""
    names = {matching_key(name) for name in pack.provinces}
    return not names or (province is not None and matching_key(province) in names)


def read_law(workspace: Workspace, province: str | None) -> LawRead:
    """The law of an office of that province: what ships, and what the workspace has taken, the newer of each pack.

    A pack that the workspace has and that is broken, or binds another province, is told and left out.
    """
    law = shipped_law(province)
    taken: list[LawPack] = []
    findings: list[Finding] = []
    for file, data in workspace.law_packs().items():
        reading = read_law_pack(data, file, law)
        findings.extend(reading.findings)
        if reading.value is None:
            continue
        if binds(reading.value, province):
            taken.append(reading.value)
        else:
            findings.append(_of_another_province(file, reading.value, province))
    return LawRead(together(law, taken), tuple(findings))


def together(law: Law, taken: Iterable[LawPack]) -> Law:
    """The law with those packs: each in the place of its older version, a new one after the others."""
    packs = {pack.key: pack for pack in law.packs}
    for pack in taken:
        known = packs.get(pack.key)
        if known is None or known.version <= pack.version:
            packs[pack.key] = pack
    return Law(packs=tuple(packs.values()))


def law_of(workspace: Workspace) -> Law:
    """The law of the workspace's office. Raises :class:`vanban.errors.DamagedLawPack` where a pack is broken."""
    read = read_law(workspace, province_of(workspace))
    broken = [finding for finding in read.findings if finding.severity is Severity.ERROR]
    if broken:
        raise DamagedLawPack(file=broken[0].place.file, finding=str(broken[0]))
    return read.law


def law_around(folder: Path) -> Law:
    """The law of the office in whose workspace ``folder`` lies; outside of any the country's alone.

    Raises :class:`vanban.errors.DamagedLawPack`.
    """
    try:
        return law_of(find(folder))
    except NoWorkspace:
        return shipped_law()


def province_of(workspace: Workspace) -> str | None:
    """The province that the office's own data name; ``None`` where they name none or cannot be read."""
    office = readable_office(workspace)
    return office.province if office else None


def readable_office(workspace: Workspace) -> Office | None:
    """The office as its own data have it; ``None`` where they cannot be read."""
    part = next(one for one in PARTS if one.name == "office")
    for file, data in workspace.office_files().items():
        if file.partition(".")[0] == f"office/{part.stem}":
            return read_yaml(data, file, Office).value
    return None


def law_on(law: Law, day: date) -> LawOfDay:
    """Every rule on awards that holds on ``day``; ``NoLawBook`` for a day before the first one."""
    return LawOfDay(book_for(law, day).rows())


@dataclass(frozen=True)
class LawChanges:
    """What changes between two days: each old row beside the new one, ``None`` where one of them is missing."""

    pairs: tuple[tuple[LawRow | None, LawRow | None], ...]

    def to_json(self) -> list[object]:
        """Each pair as before and after."""
        return [{"before": old and old._asdict(), "after": new and new._asdict()} for old, new in self.pairs]


def law_changes(law: Law, before: date, after: date) -> LawChanges:
    """What changes in the law book between two days; ``NoLawBook`` for a day before the first one."""
    return LawChanges(differences(law, before, after))


@dataclass(frozen=True)
class SourceUse:
    """One source of a pack: how many facts rest on it, and how many of them have to be compared."""

    pack: LawPack
    source: LawSource
    facts: int
    unsure: int


@dataclass(frozen=True)
class LawSources:
    """Where the facts of the law come from, pack by pack."""

    uses: tuple[SourceUse, ...]

    def to_json(self) -> list[object]:
        """Each source with its pack, version, kind, certainty, who checked it and when, and what rests on it."""
        return [
            {
                "pack": one.pack.key,
                "version": one.pack.version,
                "dated": one.pack.dated.isoformat(),
                **one.source.model_dump(mode="json"),
                "facts": one.facts,
                "unsure": one.unsure,
            }
            for one in self.uses
        ]


def law_sources(law: Law) -> LawSources:
    """Every source of every pack, in their order."""
    return LawSources(tuple(_use(law, pack, source) for pack in law.packs for source in pack.sources))


def _use(law: Law, pack: LawPack, source: LawSource) -> SourceUse:
    rows: tuple[LawText | Provision, ...] = (*pack.texts, *pack.provisions())
    facts = [row for row in rows if row.source == source.key]
    unsure = sum(law.certainty(row) is not Certainty.READ for row in facts)
    return SourceUse(pack, source, len(facts), unsure)


def _of_another_province(file: str, pack: LawPack, province: str | None) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        place=Place(file=file),
        value=pack.name,
        reason=f"Bộ quy định này áp dụng trong {', '.join(pack.provinces)}; cơ quan ghi "
        f"{province or 'chưa có tỉnh nào'} nên không dùng.",
        remedy="Hãy ghi đúng mục Tỉnh (province) trong tệp Cơ quan (office/office.yaml), hoặc xóa tệp này.",
    )
