"""Turn a folder into the places where things live; the only module that joins those paths."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.domain.work_year import WorkYear
from vanban.durable import make_folder, remove_folder, rename_folder, write
from vanban.errors import (
    FileMissing,
    FileUnreadable,
    FolderNotEmpty,
    LinkedFolder,
    NoWorkspace,
    NoYear,
    TemplateMissing,
)

if TYPE_CHECKING:  # the kinds take longer to load than most that a workspace is asked for
    from vanban.domain.year import Year
    from vanban.kinds import Kind

_PACKAGE = Path(__file__).parent
_OFFICE = "office"
_LAW = "law"
_PAPERS = "papers"
_READ = frozenset({".yaml", ".yml", ".xlsx", ".csv"})
_LOCK = "~$"
_DRAFT = "-du-thao"
_LARGEST = 512 << 20
"""Bytes of the largest file that is read: nothing that a clerk keeps comes near it."""


def shipped() -> Path:
    """The sample workspace that comes with the program: inside a wheel, or the checkout itself."""
    inside = _PACKAGE / "shipped"
    return inside if inside.is_dir() else _PACKAGE.parent


@dataclass(frozen=True)
class Machine:
    """This computer and user: what it is called, and the folder in which the program keeps what it saw here."""

    name: str
    state: Path


@dataclass(frozen=True)
class Workspace:
    """A folder with ``data/office`` and one folder of data for each year, on a machine that may be known."""

    root: Path
    machine: Machine | None = None

    @property
    def output(self) -> Path:
        """Everything that is built; deleting it is always safe."""
        return self.root / "output"

    @property
    def manifest(self) -> Path:
        """What was built from what."""
        return self.output / "manifest.json"

    @property
    def readings(self) -> Path:
        """What was read back from what was built; losing it costs nothing but time."""
        return self.output / ".read-back.json"

    @property
    def shared_folders(self) -> tuple[Path, ...]:
        """What a group that works together needs: the workspace itself, then the folders below that belong to it."""
        return (self.root, self.root / "data", self.root / "templates", self.output)

    @property
    def own_templates(self) -> Path:
        """Whatever templates the workspace has of its own, for documents and books."""
        return self.root / "templates"

    @property
    def log(self) -> Path:
        """What the program did not expect, for whoever keeps it; deleting it is safe."""
        return self.output / "nhat-ky"

    @property
    def register(self) -> Path:
        """The register of outgoing documents; made when the first series is opened, never in git."""
        return self.root / "data" / "issued" / "register.sqlite"

    @property
    def archive(self) -> Path:
        """What was issued, written once."""
        return self.root / "data" / "issued" / "archive"

    @property
    def issued(self) -> Path:
        """Copies of what was issued, for the clerk; deleting them is safe, the archive has them."""
        return self.output / "issued"

    @property
    def award_history(self) -> Path:
        """The award memory: what earlier decisions gave."""
        return self.root / "data" / "office" / "award_history.xlsx"

    @property
    def restored(self) -> Path:
        """Of which copy of a backup the workspace was made, until somebody says which numbers were given since."""
        return self.root / "data" / "restored.json"

    @property
    def earlier(self) -> Path:
        """What files of the data said before the program saved over them."""
        return self.root / "data" / "earlier"

    def notes_aside(self, year: WorkYear) -> Path:
        """Which notes about a year were set aside, and why."""
        return self.root / "data" / "notes" / f"{year.key}.json"

    @property
    def witnesses(self) -> tuple[Path, ...]:
        """Where the heads are kept that were seen of the register: beside the data, and on the machine.

        Both lie apart from ``data/issued``: whoever puts an old copy of that back does not put them back with it.
        """
        beside = self.root / "data" / "heads.jsonl"
        if self.machine is None:
            return (beside,)
        name = sha256(str(true_path(self.root)).encode()).hexdigest()[:24]
        return (beside, self.machine.state / "heads" / f"{name}.jsonl")

    @property
    def place(self) -> str:
        """Machine and folder, so that a copy elsewhere is told from the original; empty where nobody says which."""
        return f"{self.machine.name}:{true_path(self.root)}" if self.machine else ""

    def error_copy(self, file: str) -> Path:
        """Where the copy of a workbook below ``data`` stands in which the mistakes are marked."""
        return self.root / "sua-loi" / file

    def editing_copy(self, year: WorkYear, name: str) -> Path:
        """Where the Word file stands in which the text of that name is edited."""
        return self.root / "sua-loi-van" / year.key / f"{name.replace('/', '-')}.docx"

    def kits(self, year: WorkYear) -> Path:
        """Where the forms of a year stand that go out to be filled in."""
        return self.root / "kits" / year.key

    def dossier_forms(self, year: WorkYear) -> Path:
        """Where the forms of a year's dossiers are printed to; deleting them is safe."""
        return self.output / f"ho-so-{year}"

    def returns(self, year: WorkYear) -> Path:
        """Where forms are laid that came back, and where what was taken of them is written down."""
        return self.root / "data" / year.key / "nhan-ve"

    @property
    def has_office(self) -> bool:
        """Whether there is an office in the folder yet."""
        return (self.root / "data" / _OFFICE).is_dir()

    def years(self) -> tuple[WorkYear, ...]:
        """The years that have a folder of data, oldest first."""
        folders = (path for path in (self.root / "data").iterdir() if path.is_dir())
        return tuple(sorted(WorkYear.read(path.name) for path in folders if WorkYear.names(path.name)))

    def year(self, wanted: WorkYear | None) -> WorkYear:
        """The wanted year, or the newest; ``NoYear`` if there is no data for it."""
        years = self.years()
        if not years or (wanted is not None and wanted not in years):
            raise NoYear(
                year_key=wanted or "NĂM",
                year=wanted or "nào",
                folder=self.root / "data",
                years=", ".join(map(str, years)) or "không có",
            )
        return wanted or years[-1]

    def register_year(self, wanted: int | None) -> int:
        """The year of that number in the register, or the newest of the data; ``NoYear`` if there is no data for it."""
        known = {year.register_year: year for year in self.years()}
        return self.year(None if wanted is None else known.get(wanted, WorkYear(wanted))).register_year

    def data_file(self, name: str) -> Path:
        """The file of that name below ``data``."""
        return self.root / "data" / name

    def has_folder(self, year: WorkYear) -> bool:
        """Whether something stands where that year's data would."""
        return (self.root / "data" / year.key).exists()

    def add_year(self, year: WorkYear, contents: Mapping[str, bytes]) -> None:
        """The folder of a new year with those files: there whole, or not at all.

        Raises :class:`vanban.errors.FileFault`, also where something stands there.
        """
        folder = self.root / "data" / year.key
        making = folder.with_name(f".{year.key}.tam")
        remove_folder(making)
        make_folder(making)
        for name, data in sorted(contents.items()):
            write(making / name, data)
        rename_folder(making, folder)

    def sources(self, year: WorkYear) -> Mapping[str, bytes]:
        """The files of ``office/…``, ``papers/…`` and ``<year>/…`` below ``data``, by name, in order.

        Strangers and Excel's lock files are there by name only, so that reading can tell of them. Raises
        ``FileUnreadable``.
        """
        data = self.root / "data"
        return {
            path.relative_to(data).as_posix(): read_file(path) if _is_read(path) else b""
            for folder in (_OFFICE, *([_PAPERS] if (data / _PAPERS).is_dir() else []), str(year))
            for path in sorted((data / folder).iterdir())
            if not path.is_dir()
        }

    def kept(self) -> tuple[Path, ...]:
        """The files that a clerk keeps, of the office and of every year, in order; no strangers, no lock files."""
        folders = (self.root / "data" / name for name in (_OFFICE, _PAPERS, *map(str, self.years())))
        return tuple(
            path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()) if _is_read(path)
        )

    def paper_files(self) -> Mapping[str, bytes]:
        """The descriptions of the office's own papers, ``papers/…`` below ``data``, by name, in order.

        Raises ``FileUnreadable``.
        """
        folder = self.root / "data" / _PAPERS
        files = sorted(folder.iterdir()) if folder.is_dir() else []
        return {f"{_PAPERS}/{path.name}": read_file(path) for path in files if _is_read(path)}

    def paper_description(self, name: str) -> Path:
        """Where the description of a paper of one's own stands or would stand."""
        return self.root / "data" / _PAPERS / f"{name}.yaml"

    def paper_table(self, year: WorkYear, name: str) -> Path:
        """Where the table of a paper of one's own stands or would stand in the folder of that year."""
        return self.root / "data" / year.key / f"{name}.xlsx"

    def own_template_names(self) -> tuple[str, ...]:
        """The names of the templates that the workspace has of its own, without their ending, in order."""
        folder = self.root / "templates" / "docx"
        files = sorted(folder.glob("*.docx")) if folder.is_dir() else []
        return tuple(path.stem for path in files if not path.name.startswith((".", _LOCK)))

    def office_files(self) -> Mapping[str, bytes]:
        """The files of ``office/…`` below ``data``, by name, in order. Raises ``FileUnreadable``."""
        folder = self.root / "data" / _OFFICE
        return {f"{_OFFICE}/{path.name}": read_file(path) for path in sorted(folder.iterdir()) if _is_read(path)}

    def law_pack(self, key: str) -> Path:
        """Where a law pack that the office has taken stands or would stand."""
        return self.root / "data" / _LAW / f"{key}.yaml"

    def law_packs(self) -> Mapping[str, bytes]:
        """The law packs that the office has taken, by name below ``data``, in order. Raises ``FileUnreadable``."""
        folder = self.root / "data" / _LAW
        files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
        return {f"{_LAW}/{path.name}": read_file(path) for path in files if _is_read(path)}

    def require_own_folders(self, paths: Iterable[str]) -> None:
        """Nothing on the way from the workspace to these ``paths`` below ``output`` is a link to somewhere else.

        Raises :class:`vanban.errors.LinkedFolder`.
        """
        output = self.output
        innermost = {output / folder for folder in {path.rpartition("/")[0] for path in paths}}
        folders = {folder for one in innermost for folder in (one, *one.parents)}
        for folder in sorted(folder for folder in folders if folder.is_relative_to(output)):
            if folder.is_symlink():
                raise LinkedFolder(path=folder)

    def own_template(self, kind: Kind) -> Path:
        """Where a template of the workspace's own stands or would stand."""
        return self.root / "templates" / "docx" / f"{kind.name}.docx"

    def template(self, kind: Kind, form: str = "") -> Path:
        """The workspace's own template of that kind, else the one that ships; ``TemplateMissing`` without either.

        ``form`` is the name of the template that the law prescribes, where that is not the kind's own.
        """
        own, ships = self.own_template(kind), shipped_template(kind)
        if form and form != kind.name:
            own, ships = own.with_name(f"{form}.docx"), ships.with_name(f"{form}.docx")
        for path in (own, ships):
            if path.is_file():
                return path
        raise TemplateMissing(kind=kind.name, path=own)

    def book(self, name: str) -> Path:
        """The template of a book of the register: the workspace's own, else the one that ships."""
        own = self.root / "templates" / "books" / f"{name}.docx"
        return own if own.is_file() else shipped() / "templates" / "books" / f"{name}.docx"

    def document(self, year: Year, kind: Kind, key: str, *, draft: bool = False) -> str:
        """Where a built Word file goes, below ``output``; that of a draft is named so."""
        stem = kind.file_stem(year, key)
        return f"{year.year}/{kind.step.value}/{stem}{_DRAFT * draft}.docx"

    def pack(self, year: WorkYear, slug: str) -> str:
        """Where one merged PDF goes, below ``output``."""
        return f"print/{year}-{slug}.pdf"


def true_path(path: Path) -> Path:
    """Where ``path`` leads, links followed; a link that leads to itself stays as it is, to be told by who reads it."""
    return Path(os.path.realpath(path))


def read_file(path: Path) -> bytes:
    """The bytes of a file that a person named or keeps; ``FileUnreadable`` where it cannot be read."""
    try:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            # A pipe would wait for ever.
            raise FileUnreadable(path=path, reason="đây không phải là tệp thường")
        if status.st_size > _LARGEST:
            raise FileUnreadable(path=path, reason=f"tệp lớn hơn {_LARGEST >> 20} MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path=path) from error
    except IsADirectoryError as error:
        raise FileUnreadable(path=path, reason="đây là thư mục") from error
    except OSError as error:
        raise FileUnreadable(path=path, reason="máy không cho đọc") from error


def _is_read(path: Path) -> bool:
    return path.suffix.lower() in _READ and not path.name.startswith((".", _LOCK))


def shipped_template(kind: Kind) -> Path:
    """Where the default template of that kind ships."""
    return shipped_templates() / f"{kind.name}.docx"


def shipped_templates() -> Path:
    """The folder of the templates that ship."""
    return shipped() / "templates" / "docx"


def shipped_law_files() -> Mapping[str, bytes]:
    """The law packs that ship, by their files' names."""
    return {path.name: read_file(path) for path in sorted((shipped() / _LAW).glob("*.yaml"))}


def find(start: Path, machine: Machine | None = None) -> Workspace:
    """The workspace in ``start`` or the nearest folder above it; ``NoWorkspace`` if there is none."""
    folder = start.absolute()
    for candidate in (folder, *folder.parents):
        if Workspace(candidate).has_office:
            return Workspace(candidate, machine)
    raise NoWorkspace(folder=folder)


def starter_files(family: str) -> Mapping[str, str]:
    """The general texts that ship for a family of offices, by place: ``office/…``, ``year/…``."""
    folder = shipped() / "starter" / family
    return {
        path.relative_to(folder).as_posix(): read_file(path).decode("utf-8") for path in sorted(folder.rglob("*.yaml"))
    }


def create_of(target: Path, files: Mapping[str, bytes]) -> tuple[Workspace, tuple[str, ...]]:
    """A new workspace with those files below ``data``; ``FolderNotEmpty`` where something stands."""
    require_empty(target)
    for name, data in files.items():
        place = target / "data" / name
        make_folder(place.parent)
        write(place, data)
    return Workspace(target.absolute()), tuple(f"data/{name}" for name in files)


def require_empty(target: Path) -> None:
    """Raise ``FolderNotEmpty`` where something stands in the place of a new workspace."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FolderNotEmpty(folder=target)


def create(target: Path) -> tuple[Workspace, tuple[str, ...]]:
    """A new workspace with the sample's data, and what was written; ``FolderNotEmpty`` where something stands."""
    require_empty(target)
    sample = shipped() / "data"
    issued = sample / "issued"
    files = sorted(path for path in sample.rglob("*") if path.is_file() and issued not in path.parents)
    for path in files:
        place = target / "data" / path.relative_to(sample)
        make_folder(place.parent)
        write(place, read_file(path))
    return Workspace(target.absolute()), tuple(path.relative_to(sample.parent).as_posix() for path in files)
