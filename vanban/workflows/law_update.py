"""Take a law pack from a file: checked whole, its consequences listed, then put beside the office's data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vanban import durable
from vanban.domain.finding import Finding
from vanban.domain.law_pack import Law, LawPack
from vanban.domain.work_year import WorkYear
from vanban.errors import ForeignLawPack, OlderLawPack, UnfitLawPack
from vanban.ingest import read_law_pack
from vanban.workflows.check import check
from vanban.workflows.law_book import binds, law_of, province_of, together
from vanban.workspace import Workspace, read_file


@dataclass(frozen=True)
class ChangedJudgement:
    """One finding on a year's data that is new under the pack, or that falls away."""

    year: WorkYear
    is_new: bool
    finding: Finding


@dataclass(frozen=True)
class LawUpdate:
    """A pack that may be taken: its file as it is, the version in use so far, and which judgements change."""

    pack: LawPack
    data: bytes
    before: int | None
    changed: tuple[ChangedJudgement, ...]

    def to_json(self) -> dict[str, object]:
        """Which pack, which version before, and every changed judgement."""
        return {
            "key": self.pack.key,
            "name": self.pack.name,
            "version": self.pack.version,
            "version_before": self.before,
            "changed": [
                {"year": one.year.to_json(), "new": one.is_new, "finding": one.finding.to_json()}
                for one in self.changed
            ],
        }


def read_update(workspace: Workspace, file: Path) -> LawUpdate:
    """The pack in ``file``, checked whole and held against every year of the workspace; nothing is written.

    Raises:
        FileUnreadable: it cannot be read.
        UnfitLawPack: anything in it is wrong.
        OlderLawPack: it is no newer than the one in use.
        ForeignLawPack: it binds another province.
        DamagedLawPack: a pack that the workspace has taken before is broken.
    """
    data, known = read_file(file), law_of(workspace)
    reading = read_law_pack(data, file.name, known)
    if reading.value is None:
        raise UnfitLawPack(file=file.name, count=len(reading.findings), finding=str(reading.findings[0]))
    pack, province = reading.value, province_of(workspace)
    if not binds(pack, province):
        raise ForeignLawPack(
            file=file.name, provinces=", ".join(pack.provinces), province=province or "tỉnh chưa ghi trong dữ liệu"
        )
    before = next((one.version for one in known.packs if one.key == pack.key), None)
    if before is not None and pack.version <= before:
        raise OlderLawPack(file=file.name, version=pack.version, name=pack.name, known=before)
    return LawUpdate(pack, data, before, tuple(_changed(workspace, known, together(known, [pack]))))


def take_update(workspace: Workspace, update: LawUpdate) -> Path:
    """Put the pack beside the office's data, where it counts from now on; what is issued keeps the law of its day."""
    place = workspace.law_pack(update.pack.key)
    durable.make_folder(place.parent)
    durable.write(place, update.data)
    return place


def _changed(workspace: Workspace, known: Law, new: Law) -> Iterator[ChangedJudgement]:
    for year in workspace.years():
        before, after = (check(workspace, year, law).findings for law in (known, new))
        yield from (ChangedJudgement(year, False, finding) for finding in before if finding not in after)
        yield from (ChangedJudgement(year, True, finding) for finding in after if finding not in before)
