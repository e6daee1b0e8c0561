"""An office small enough to be killed a thousand times: opaque documents that a hash tells apart, and a clock."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from vanban.domain.register_entry import Addressee, DocumentRequest, ObjectRole, SeriesOpening
from vanban.domain.wording import full_date
from vanban.register import Batch, this_process
from vanban.workflows.issuing import issue, recording, recover
from vanban.workflows.issuing_terms import Draft, Numbered, Outcome, Places, Recovery, RenderedDocument, RenderedFile
from vanban.workflows.program import program

HANOI = timezone(timedelta(hours=7))
NOON = datetime(2024, 3, 5, 12, tzinfo=HANOI)
SERIES = ("chung", "quyet-dinh")
SYMBOLS = {"chung": "KH-UBND", "quyet-dinh": "QĐ-UBND"}


def places_in(root: Path) -> Places:
    """Where everything lies below ``root``; a test needs no spare megabytes."""
    return Places(
        root / "issued" / "register.sqlite",
        root / "issued" / "archive",
        root / "out" / "issued",
        spare_bytes=0,
        witnesses=(root / "heads.jsonl", root / "machine" / "heads.jsonl"),
    )


def founded(root: Path, first: int = 1) -> Places:
    """A new office with its two series open."""
    places = places_in(root)
    with recording(places, create=True) as register:
        for series in SERIES:
            register.open_series(SeriesOpening(series=series, year=2024, first=first), NOON, "Lan")
    return places


def request(name: str, series: str = "chung", **fields: object) -> DocumentRequest:
    """A document of that name asking for a number."""
    known: dict[str, object] = {
        "series": series,
        "kind": "plan",
        "key": name,
        "plan_year": 2024,
        "type_name": "Kế hoạch",
        "symbol": SYMBOLS.get(series, "CV-UBND"),
        "subject": f"Phát động thi đua đợt {name}",
        "organ_name": "Ủy ban nhân dân phường Ngô Quyền",
        "signer_position": "Chủ tịch",
        "signer_name": "Nguyễn Văn A",
        "recipients": (Addressee(organ_name="Các tổ dân phố"),),
        "retained_by": "VT, TĐKT",
        "copies": 16,
    }
    return DocumentRequest.model_validate(known | fields)


def draft(name: str, series: str = "chung", **fields: object) -> Draft:
    """The same with what it is made from: its own data and a template that all share."""
    return Draft(
        request(name, series, **fields), {"data.json": json.dumps({"name": name}).encode(), "plan.docx": b"template"}
    )


def batch(key: str, moment: datetime = NOON, day: date | None = None) -> Batch:
    """A batch asked for by this process."""
    return Batch(key, day or moment.astimezone(HANOI).date(), moment, "Lan", this_process())


def render(numbered: Numbered) -> RenderedDocument:
    """A document that says its number and day: the same bytes from the same inputs."""
    name = json.loads(numbered.inputs["data.json"])["name"]
    head = f"Số: {numbered.ordinal:02d}/{numbered.request.symbol}\n{full_date(numbered.day)}\n"
    body = f"{numbered.request.subject}\nGửi tổ dân phố {name}\n"
    text = head + body
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(zipfile.ZipInfo("word/document.xml"), text)
        package.writestr(zipfile.ZipInfo("template"), numbered.inputs["plan.docx"])
    return RenderedDocument(
        pieces=(
            RenderedFile(ObjectRole.WORD, "document.docx", buffer.getvalue()),
            RenderedFile(ObjectRole.PDF, "document.pdf", b"%PDF-1.7\n" + text.encode()),
            RenderedFile(ObjectRole.TEXT, "text.txt", text.encode()),
        ),
        pages=2,
        content=body,
        versions={"vanban": program(), "LibreOffice": "7.4.7"},
    )


def issued(places: Places, key: str, *names: str, series: str = "chung", moment: datetime = NOON) -> Outcome:
    """Issue documents of those names in one batch."""
    return issue(places, batch(key, moment), [draft(name, series) for name in names], render)


def recovered(places: Places) -> Recovery:
    """Finish what others left."""
    return recover(places, render, owner=this_process())


def published(places: Places) -> list[str]:
    """The files that the clerk sees, from their folder on."""
    return sorted(
        path.relative_to(places.published).as_posix() for path in places.published.rglob("*") if path.is_file()
    )
